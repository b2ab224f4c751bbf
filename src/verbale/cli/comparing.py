"""Two texts of one event beside each other: where the outlets' words differ, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from verbale.cli.marked_words import excerpt, in_quote_marks, left_out, marked_text, segments
from verbale.cli.remarks import count, shorten
from verbale.cli.terminal import line_width, output, print_wrapped, without_colour
from verbale.cli.whereabouts import named_speaker
from verbale.model.document import Document, Turn
from verbale.model.holdings import Difference
from verbale.model.text import Span

__all__ = ["Passage", "passages", "tell_comparison"]

SHOWN = 40
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

    >>> from verbale import read
    >>> from verbale.store.differences import differences
    >>> one = read(b"We stay. We may go soon, or not.", name="one.txt")
    >>> other = read(b"We stay. We will go soon, or never.", name="other.txt")
    >>> found = passages(one, other, differences(one.text, other.text))
    >>> [(each.one.of(one.text), len(each.changed)) for each in found]
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


def tell_comparison(one: Document, other: Document, changes: Sequence[Difference]) -> None:
    """Print where two texts differ: who speaks, and the sentences of both with their own words marked."""
    console = output()
    width, plain = line_width(console), without_colour(console)
    found = list(passages(one, other, changes))
    told = f"{count(len(found), 'passage')} in which they differ." if found else "The same words."
    console.print(told, style="bold")
    room = max(len(one.name), len(other.name)) + 2
    for passage in found[:SHOWN]:
        console.print(_whose(one, other, passage), markup=False, soft_wrap=True)
        for document, span, changed in (
            (one, passage.one, passage.changed),
            (other, passage.other, passage.other_changed),
        ):
            lead = Text(f"  {document.name:{room}}", style="dim")
            print_wrapped(console, lead, _words(document.text, span, changed, plain=plain), width)
    if len(found) > SHOWN:
        console.print(f"and {len(found) - SHOWN:,} more; --json lists them all.")


def _whose(one: Document, other: Document, passage: Passage) -> str:
    """Who says it: both names where the texts name different people."""
    turns = (_turn_at(one, passage.one.start), _turn_at(other, passage.other.start))
    names = [named_speaker(turn.speaker, turn.role) if turn else "Outside the turns" for turn in turns]
    return " / ".join(dict.fromkeys(names))


def _words(text: str, span: Span, changed: Sequence[Span], *, plain: bool) -> Text:
    words = span.of(text).split()
    if not words:
        return Text("not in this text", style="dim italic")
    if len(changed) == 1 and len(changed[0].of(text).split()) > LONG:
        first = shorten(" ".join(words[:20]), LONGEST_END)
        last = " ".join(words)[-LONGEST_END:].split(" ", 1)[-1]
        return Text(f"{count(len(words), 'word')} only here, from “{first}” to “…{last}”")
    return in_quote_marks(marked_text(excerpt(segments(text, span, changed)), "underline", plain=plain))
