"""What the scribe of a sitting writes and prints between the words of those who speak.

Adjournments, votes, who takes the chair, letters and bills that are printed, headings: nobody says them. They
end the turn above. In its middle they stay inside it as places that are nobody's words, for a turn goes on
behind applause; it does not go on behind a sitting that rose or a letter that was printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.parse.borders.scribe_lines import Lines
from verbale.parse.borders.scribe_words import (
    has_clock,
    is_handed_in,
    is_incident,
    is_part,
    is_scribes,
    is_spoken,
    looked_at,
    may_be_scribes,
    names_a_sitting,
    places_of_phrases,
)
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.metadata.language import language_of
from verbale.text.folded import Folded
from verbale.text.packs import listed_words

__all__ = ["Scribe", "without_printed"]

_ENDS_SENTENCE = frozenset(".?!…:;,)]}\"”’'»›“„—–-*_。？！」』）」】।؟")
_LONGEST_HEADING = 240
_MOST_LINES = 4
_LONGEST_PLAIN = 12
_LONGEST_NUMBER = 12
_LONGEST_NOTE = 60
_LONGEST_PARAGRAPH = 100
_FEWEST_OF_NOTES = 5
_DEEP = 4
_AFTER = listed_words("after_texts")
_HEADS = " \t\r\u00a0#*_:"
_EDGE = " \t\r\n\u00a0*_#"
_FIGURES = re.compile(r"(?<=\S)[^\S\n]{3,}\d")
_LEADERS = re.compile(r"[^\n]*?(?:(?:\.[^\S\n]){5}|\.{10})")
_SENTENCE = re.compile(r"[.?!…][^\S\n]")
_NUMBERED = re.compile(r"(?:§+|\d{1,3}[.)]?|[IVXLC]{1,5}[.)])[^\S\n]+\w")
_SPOKEN_MARKS = ".?!…"
_OPENS_BRACKET = tuple("([（〔【")


@dataclass(frozen=True, slots=True)
class _Mark:
    """Lines that are the scribe's; whether what follows is nobody's."""

    first: int
    last: int
    ends: bool


def without_printed(
    text: str, found: Sequence[Candidate], looked_at: Collection[int] = ()
) -> list[Candidate]:
    """Labels without those that head a part of a bill, or open a sentence of the scribe.

    Args:
        text: A document's text.
        found: What may be its labels.
        looked_at: The `id` of those that are known to be none of these.
    """
    unseen = [c for c in found if id(c) not in looked_at]
    leaders = unseen and any(leader in text for leader in (". . . . .", "." * 10))
    dropped = {
        id(c)
        for c in unseen
        if is_part(text[c.label[0] : c.label[1] + _LONGEST_NUMBER])
        or ((c.shape == "colon" or not c.sure) and may_be_scribes(text[c.label[0] : c.words + 40]))
        or (leaders and _LEADERS.match(text, c.label[0]))
    }
    return [c for c in found if id(c) not in dropped]


class Scribe:
    """What of a text is the scribe's.

    Args:
        reading: What a reader made of the file.
        labels: Its labels, in order.
        folded: Its text without capitals.
    """

    def __init__(self, reading: Reading, labels: Sequence[Candidate], folded: Folded) -> None:
        self._text = reading.text
        self._language = reading.language or language_of(reading.text, 0)
        self._lines = Lines(reading.text, labels[0].start if labels else 0)
        self._not_speech = sorted((s.start, s.end) for s in {*reading.boilerplate, *reading.headings})
        self._headings = {reading.text.rfind("\n", 0, s.start) + 1 for s in reading.headings}
        lines = self._lines
        above = [lines.words[k - 1].rstrip(_EDGE) for c in labels if (k := lines.at(c.start)) > 0]
        # where sentences have end marks, a last line without one is no sentence
        self._punctuated = sum(words[-1:] in _ENDS_SENTENCE for words in above) >= 0.5 * len(above)
        self._marks = self._marked(folded)
        self._firsts = [mark.first for mark in self._marks]

    def _marked(self, folded: Folded) -> list[_Mark]:
        """Paragraphs that are the scribe's wherever they stand, in order."""
        lines = self._lines
        found: list[_Mark] = []
        over = -1
        phrases = {lines.at(place) for place in places_of_phrases(folded, self._language)}
        # a line in small letters right under another opens no paragraph
        gaps = [start > end + 1 for start, end in zip(lines.starts, [-2, *lines.ends], strict=False)]
        opening = [k for k, words in enumerate(lines.words) if gaps[k] or not words[0].islower()]
        looked = looked_at([lines.words[k] for k in opening])
        for k in sorted(phrases.union(opening[n] for n in looked)):
            if k <= over:
                continue
            words = lines.words[k]
            bracket = words.lstrip(_EDGE).startswith(_OPENS_BRACKET)
            if bracket or k in phrases or may_be_scribes(words):
                mark = self._mark(k, bracket=bracket)
                if mark is not None:
                    found.append(mark)
                    over = mark.last
        return found

    def _mark(self, k: int, *, bracket: bool) -> _Mark | None:
        lines = self._lines
        while not lines.begins(k):
            k -= 1
        last = lines.last_of(k)
        words = lines.said(k, last)
        introduces = words.rstrip(_EDGE + ")].—–").endswith(":")
        if bracket:
            wordy = _FEWEST_OF_NOTES <= words.count(" ") + 1 <= _LONGEST_NOTE
            if not wordy or not lines.is_note(k, last) or self._is_aside(words):
                return None
            return _Mark(k, last, introduces)
        if is_handed_in(words) and lines.after_blank(k) and self._is_heading(k, last):
            return _Mark(k, last, ends=True)
        if not is_scribes(words, self._language):
            return None
        return _Mark(k, last, introduces or (has_clock(words) and names_a_sitting(words)))

    def end_of(self, start: int, end: int) -> int:
        """Where the words of a turn end: before the last that are the scribe's, and before what he prints.

        Args:
            start: Where the words start.
            end: Where the next label starts, or the text ends.
        """
        lines = self._lines
        first = self._first_line(start, end)
        k = bisect_left(self._firsts, first + 1)
        while k < len(self._marks) and lines.starts[self._marks[k].first] < end:
            if self._marks[k].ends:
                end = lines.starts[self._marks[k].first]
                break
            k += 1
        final = lines.from_place(end) >= len(lines.starts)
        if final:
            end = self._before_page(first, end)
        while True:
            end = self._before_marked_as_such(start, end)
            last = lines.from_place(end) - 1
            if last <= first:
                return end
            begin = lines.first_of(last)
            if begin <= first or not self._is_none_of_the_turn(begin, last, first, final=final):
                return end
            end = lines.ends[begin - 1]

    def _before_page(self, first: int, end: int) -> int:
        """The end of the last words: before the sitting is closed, and before what follows on the page."""
        lines = self._lines
        for k in range(first + 1, lines.from_place(end)):
            if not lines.after_blank(k) and lines.starts[k] not in self._headings:
                continue
            heads = lines.before_blank(k) or lines.starts[k] in self._headings
            if heads and lines.words[k].strip(_HEADS).casefold() in _AFTER:
                return lines.starts[k]
            deep = lines.indents[k] >= lines.indents[first] + _DEEP
            if deep and self._tells_of_a_sitting(k, lines.last_of(k), clock=True):
                return lines.starts[k]
        return end

    def _first_line(self, start: int, end: int) -> int:
        return self._lines.at(end - len(self._text[start:end].lstrip()))

    def _before_marked_as_such(self, start: int, end: int) -> int:
        """The end before running heads and the like, where only these stand between it and the label."""
        k = bisect_left(self._not_speech, (end, 0)) - 1
        while k >= 0 and start < self._not_speech[k][0]:
            if self._text[self._not_speech[k][1] : end].strip():
                break
            end = start + len(self._text[start : self._not_speech[k][0]].rstrip(" \t\r\n#"))
            k -= 1
        return end

    def _is_none_of_the_turn(self, begin: int, last: int, first: int, *, final: bool) -> bool:
        """Whether the last paragraph of a turn is the scribe's: a note, a heading, a rule, a list."""
        lines = self._lines
        words = lines.said(begin, last)
        if not any(map(str.isalpha, words)):
            return lines.after_blank(begin) and not any(mark in words for mark in _SPOKEN_MARKS)
        if lines.is_note(begin, last):
            return words.count(" ") < _LONGEST_NOTE and not self._is_aside(words)
        if words.count(" ") > _LONGEST_PARAGRAPH:
            return False
        if is_scribes(words, self._language):
            return True
        printed = lines.words[begin : last + 1]
        # where single spaces alone part words there are no columns
        if sum(map(len, printed)) + last - begin > len(words) and any(map(_FIGURES.search, printed)):
            return True
        if lines.after_blank(begin) and is_incident(words):
            return True
        if self._is_heading(begin, last):
            return any(c.islower() for k in range(first, begin) for c in lines.words[k])
        deep = lines.indents[begin] >= lines.indents[first] + _DEEP and lines.after_blank(begin)
        noted = self._follows_note(begin)
        return (final or deep or noted) and self._tells_of_a_sitting(begin, last, clock=not noted)

    def _is_aside(self, note: str) -> bool:
        """Whether words in brackets may be the speaker's own; `(Ana Berg: And you?)` is another's cry."""
        return ":" not in note and is_spoken(note, self._language)

    def _follows_note(self, begin: int) -> bool:
        above = begin - 1
        return (
            above >= 0
            and self._lines.after_blank(begin)
            and self._lines.closes(above)
            and self._lines.is_note(self._lines.first_of(above), above)
        )

    def _tells_of_a_sitting(self, begin: int, last: int, *, clock: bool) -> bool:
        words = self._lines.said(begin, last)
        if words.count(" ") >= _LONGEST_NOTE or (clock and not has_clock(words)):
            return False
        return names_a_sitting(words) and not is_spoken(words, self._language)

    def _is_heading(self, begin: int, last: int) -> bool:
        """Whether lines are a heading: short, without an end mark, and set apart."""
        lines = self._lines
        printed = lines.said(begin, last).strip(_EDGE)
        if last - begin >= _MOST_LINES or len(printed) > _LONGEST_HEADING:
            return False
        # "Letter dated 2 May (S/2031/12)"
        if printed[-1:] in _ENDS_SENTENCE and (printed[-1] != ")" or _SENTENCE.search(printed)):
            return False
        if lines.starts[begin] in self._headings:
            return True
        if not lines.after_blank(begin):
            return False
        if printed.isupper() or _NUMBERED.match(printed) or is_handed_in(printed):
            return True
        apart = lines.before_blank(last)
        plain = self._punctuated and printed.count(" ") < _LONGEST_PLAIN and not printed[:1].islower()
        return apart and plain and not is_spoken(printed, self._language)

    def notes_in(self, spans: Sequence[Span]) -> list[Span]:
        """The scribe's words inside turns, which go on behind them.

        Args:
            spans: The words of the turns, in order.
        """
        lines = self._lines
        found = []
        for span in spans:
            k = bisect_left(self._firsts, lines.from_place(span.start))
            while k < len(self._marks) and lines.starts[self._marks[k].first] < span.end:
                mark = self._marks[k]
                start = lines.starts[mark.first] + lines.indents[mark.first]
                found.append(Span(start, lines.ends[mark.last]))
                k += 1
        return found
