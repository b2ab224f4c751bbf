"""What the brackets of a quote stand for: a word made plain, or other words than were said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.check.context import sentence_around
from verbale.check.touched import touched
from verbale.compare import Compared, Passage, bracketed_in
from verbale.model import Edit, Flag, Operation, Span
from verbale.text.gazetteer import place_of
from verbale.text.letters import spelled
from verbale.text.lexicon import Lexicon

__all__ = ["Bracketed", "brackets"]

# Words that an editor may replace by what they point at, or bend, without saying anything else.
_POINTING = (
    *("small_words", "articles", "and_words", "that_words", "subject_marks"),
    *("persons_he", "persons_she", "persons_it", "persons_they", "presents", "pasts"),
)
# Who speaks and who is spoken to is what the words say.
_SPEAKING = ("persons_i", "persons_we", "persons_you")
_TURNING = frozenset((Flag.NEGATION, Flag.NUMBER, Flag.MODALITY))
# Letters that two forms of one word share, and that each may have behind them.
_STEM = 4
_ENDING_LOST, _ENDING = 1, 4


_BORDER = re.compile(r"[,;:—–(“\"،؛，、：；.!?]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


class Bracketed(NamedTuple):
    """What brackets stand for: the edits to show, what they touch, whether other content is put in."""

    edits: tuple[Edit, ...] = ()
    flags: frozenset[Flag] = frozenset()
    replaces: bool = False


def brackets(
    text: str, passages: Sequence[Passage], floors: Sequence[Span], lexicons: Sequence[Lexicon]
) -> Bracketed:
    """What the brackets of a quote do to the record's words.

    Args:
        text: the text of the passages' document.
        passages: the passages of the quote's pieces.
        floors: for each the span of what its speaker says.
        lexicons: the words of the languages that the record's words may be in.
    """
    edits = [
        edit
        for passage, floor in zip(passages, floors, strict=True)
        if passage.compared is not None
        for edit in (
            *bracketed_in(passage.compared),
            *_at_edges(text, passage.span, passage.compared, floor, lexicons),
        )
        if spelled(edit.quoted) != spelled(edit.record)
    ]
    quoted = next((p.compared.piece.tokens.text for p in passages if p.compared is not None), "")
    flags: set[Flag] = set()
    replaces = False
    for edit in edits:
        found = {flag for flag in touched([edit], lexicons) if flag in _TURNING}
        if not _counted(edit.quoted, lexicons) or not _counted(edit.record, lexicons):
            # a number put in explains; one that is left out is content
            found.discard(Flag.NUMBER)
        flags |= found
        if edit.record and any(_other(edit, lexicon) for lexicon in lexicons):
            replaces = True
            if Flag.NAME in touched([edit], lexicons, quoted, text):
                flags.add(Flag.NAME)
    shown = tuple(edit for edit in edits if edit.op is not Operation.INSERT)
    return Bracketed(shown, frozenset(flags), replaces or bool(flags))


def _at_edges(
    text: str, span: Span, compared: Compared, floor: Span, lexicons: Sequence[Lexicon]
) -> Iterator[Edit]:
    """What a bracket at an edge of a passage stands for: as many words beside it, of the same clause."""
    sentence = sentence_around(text, span, floor)
    for bracket in compared.piece.brackets:
        first, last = bracket.before == 0, bracket.before == len(compared.piece)
        gone = any(block.first == bracket.before for block in compared.replaced)
        if gone or bracket.head or bracket.tail or not bracket.words or not (first or last):
            continue
        beside = Span(sentence.start, span.start) if first else Span(span.end, sentence.end)
        said = beside.of(text)
        if first and _BORDER.match(compared.piece.tokens.text, bracket.place.end + 1):
            # the mark behind the bracket is the record's: "[Mr Orsk], the mayor"
            said = said.rstrip(" ,;:—–")
        clause = _BORDER.split(said)[-1 if first else 0]
        words = list(_WORD.finditer(clause))
        words = words[-bracket.words :] if first else words[: bracket.words]
        if not words or not lexicons:
            continue
        start = text.index(clause, beside.start) if clause else beside.start
        place = Span(start + words[0].start(), start + words[-1].end())
        put = bracket.place.of(compared.piece.tokens.text)
        edit = Edit(
            op=Operation.REPLACE,
            quoted=put,
            record=place.of(text),
            quoted_span=bracket.place,
            record_span=place,
        )
        if any(_other(edit, lexicon) for lexicon in lexicons):
            yield edit


def _counted(words: str, lexicons: Sequence[Lexicon]) -> bool:
    return Flag.NUMBER in touched([Edit(op=Operation.INSERT, quoted=words, record="")], lexicons)


def _other(edit: Edit, lexicon: Lexicon) -> bool:
    """Whether a bracket stands for words that say something by themselves, and has none of them."""
    put = spelled(edit.quoted)
    pointing = lexicon.covered(lexicon.words(edit.record), *_POINTING)
    points = len(lexicon.covered(lexicon.words(edit.quoted), *_POINTING)) == len(lexicon.words(edit.quoted))
    speaking = lexicon.covered(lexicon.words(edit.record), *_SPEAKING)
    for number, word in enumerate(lexicon.words(edit.record)):
        # "it" for what stands before, and what stands before for "it"
        if (points or number in pointing) and number not in speaking:
            continue
        if not any(_same(each, word) for each in put) and not _short_for(word, put):
            return True
    return False


def _same(one: str, other: str) -> bool:
    """Whether two words are one, or forms of one: what they do not share is an ending, and no other place."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    from rapidfuzz.distance import Prefix  # noqa: PLC0415 (few quotes have brackets)

    stem = Prefix.similarity(short, long)
    if stem < _STEM or len(short) - stem > _ENDING_LOST or len(long) - stem > _ENDING:
        return False
    places = (place_of(short), place_of(long))
    return None in places or places[0] == places[1]


def _short_for(word: str, words: Sequence[str]) -> bool:
    """Whether a word is written with the first letters of others: "the UN", [the United Nations]."""
    first = "".join(each[0] for each in words)
    return len(word) > 1 and word in first
