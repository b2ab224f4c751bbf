"""Two texts of one event beside each other: where the outlets' words differ, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.model.document import Document, Turn
from verbale.model.holdings import Difference
from verbale.model.text import Span
from verbale.telling.marked_words import left_out
from verbale.telling.small_words import count, named_speaker, shorten

__all__ = ["Passage", "long_stretch", "passages", "whose"]

# So many words that only one text has are counted, not printed.
LONG = 60
LONGEST_END = 40  # code points of the first and of the last words of such a stretch


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that differ, in both texts, with the words that do."""

    one: Span
    other: Span
    changed: tuple[Span, ...]
    other_changed: tuple[Span, ...]


def passages(one: Document, other: Document, changes: Sequence[Difference]) -> Iterator[Passage]:
    """The sentences in which two texts differ; changes of one sentence are one passage.

    Args:
        one: a document.
        other: another.
        changes: the words that differ, in order.

    >>> from verbale.model import Operation
    >>> one, other = "We stay. We may go soon, or not.", "We stay. We will go soon, or never."
    >>> changes = [
    ...     Difference(op=Operation.REPLACE, before=Span(12, 15), after=Span(12, 16), old="may", new="will"),
    ...     Difference(op=Operation.REPLACE, before=Span(28, 31), after=Span(29, 34), old="not", new="never"),
    ... ]
    >>> texts = [Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1") for text in (one, other)]
    >>> [(each.one.of(one), len(each.changed)) for each in passages(*texts, changes)]
    [('We may go soon, or not.', 2)]
    """
    last: Passage | None = None
    for change in changes:
        if _in_label(one, change.before) and _in_label(other, change.after):
            continue
        found = Passage(
            _sentence(one, change.before),
            _sentence(other, change.after),
            (change.before,) if change.before.end > change.before.start else (),
            (change.after,) if change.after.end > change.after.start else (),
        )
        if last is not None and (found.one.start < last.one.end or found.other.start < last.other.end):
            last = Passage(
                Span(min(last.one.start, found.one.start), max(last.one.end, found.one.end)),
                Span(min(last.other.start, found.other.start), max(last.other.end, found.other.end)),
                last.changed + found.changed,
                last.other_changed + found.other_changed,
            )
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _sentence(document: Document, span: Span) -> Span:
    """The sentences around a change, within the turn; outside all turns, within the line."""
    text = document.text
    turn = _turn_at(document, span.start)
    if turn is not None:
        bounds = turn.span
    else:
        line_end = text.find("\n", span.end)
        bounds = Span(text.rfind("\n", 0, span.start) + 1, line_end if line_end >= 0 else len(text))
    before, after = left_out(text, span, Span(bounds.start, max(bounds.end, span.end)))
    end = before.start + len(text[before.start : after.end].rstrip())
    return Span(before.start, max(end, span.end))


def _in_label(document: Document, span: Span) -> bool:
    """Whether words stand in how a text prints its speakers, which says nothing of what they said."""
    labels = (turn.label for turn in document.turns if turn.label is not None)
    return any(label.start <= span.start and span.end <= label.end for label in labels)


def _turn_at(document: Document, place: int) -> Turn | None:
    return next((turn for turn in document.turns if turn.span.start <= place <= turn.span.end), None)


def whose(one: Document, other: Document, passage: Passage) -> str:
    """Who says it: both names where the texts name different people."""
    turns = (_turn_at(one, passage.one.start), _turn_at(other, passage.other.start))
    names = [named_speaker(turn.speaker, turn.role) if turn else "Outside the turns" for turn in turns]
    return " / ".join(dict.fromkeys(names))


def long_stretch(text: str, span: Span, changed: Sequence[Span]) -> str | None:
    """How sentences are told whose words only one text has, where these are too many to be shown.

    Args:
        text: the text that has them.
        span: the sentences.
        changed: the words in them that differ.
    """
    if len(changed) != 1 or len(changed[0].of(text).split()) <= LONG:
        return None
    words = span.of(text).split()
    first = shorten(" ".join(words[:20]), LONGEST_END)
    last = " ".join(words)[-LONGEST_END:].split(" ", 1)[-1]
    return f"{count(len(words), 'word')} only here, from “{first}” to “…{last}”"
