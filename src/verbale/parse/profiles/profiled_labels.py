"""Labels as a profile describes them: found line by line, and given the meaning that the profile gives them.

Nothing is learned here. A line that looks as the profile says has a label; what the profile does not
say (whether "Let me repeat" can be a name) the label's own letters decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.model.document import Reading
from verbale.parse.labels.anatomy import TRIM, Anatomy, anatomy
from verbale.parse.labels.marked_places import Boilerplate, Bold
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.profiles.label_shapes import LONGEST_LINE, End, Function, LabelShape, Look, Place
from verbale.parse.profiles.profile import Profile
from verbale.text.names import is_generic
from verbale.text.patterns import pattern

__all__ = ["labels_by", "meant", "with_listed"]

_LONGEST_LABEL = 120
# what may stand before a label: markup, and the time at which its words begin
_LEAD = pattern(
    r"[\s*_#>\u200b\u200e\u200f\u2060\ufeff]*"
    r"(?:[(\[<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[)\]>]?\s+[*_]*)?"
)
_ENDS = {
    End.COLON: re.compile(r"[:：](?![\d/])"),
    End.STOP: re.compile(r"[.。](?=\s|$)"),
    End.DASH: re.compile(r"\.?\s?[—–―]|\.?-(?=\s)|\s-(?=\s)"),
    End.GAP: re.compile(r"\t| {2,}"),
}
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">", "【": "】", "「": "」", "（": "）", "〔": "〕"}
_AFTER_BRACKET = pattern(r"\s*[:：.—–-]?")
_REMARK = pattern(r"\s*[(\[][^()\[\]]*[)\]]")
_ABBREVIATED = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "hon", "rt", "sen", "rep", "gov", "st", "sr", "jr"}
)


def labels_by(profile: Profile, shape: LabelShape, reading: Reading) -> list[Candidate]:
    r"""The labels of a reading, in order, as a profile describes them.

    Args:
        profile: The profile.
        shape: How its labels look.
        reading: What a reader made of a file.

    >>> from verbale.parse.profiles.profile import profile_of
    >>> profile = profile_of('label.ends = "dash"', "a.toml")
    >>> text = "Ana Bruno – We begin.\n– said nobody.\nGleb Moran – We do."
    >>> reading = Reading(name="a.txt", sha256="", reader="text/1", text=text)
    >>> [found.key for found in labels_by(profile, profile.label, reading)]
    ['ana bruno', 'gleb moran']
    """
    text = reading.text
    finder = _Finder(profile, shape, text, Bold(reading))
    boilerplate = Boilerplate(reading)
    found = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        candidate = finder.in_line(start, end)
        if candidate is not None and not boilerplate.covers(candidate.label[0]):
            found.append(candidate)
        start = end + 1
    return found


class _Finder:
    """Finds the label of a line."""

    def __init__(self, profile: Profile, shape: LabelShape, text: str, bold: Bold) -> None:
        self._profile = profile
        self._shape = shape
        self._text = text
        self._bold = bold

    def in_line(self, start: int, end: int) -> Candidate | None:
        line = self._text[start : min(end, start + LONGEST_LINE)]
        lead = _LEAD.match(line)
        first = lead.end() if lead else 0
        if first == len(line) or (Look.INDENTED in self._shape.look and not _indented(line)):
            return None
        for stop, words in self._borders(line, first, whole=end - start <= LONGEST_LINE):
            label = line[first:stop].strip(" \t\r\u00a0*_")
            made = self._anatomy(label)
            if made is None:
                continue
            place = start + first
            bold = self._bold.covers(self._text, place, place + len(label))
            if Look.BOLD in self._shape.look and not bold:
                continue
            after = end if self._shape.place is Place.OWN_LINE else start + words
            return Candidate(
                start, (place, place + len(label)), after, "told", firm=True, bold=bold, anatomy=made
            )
        return None

    def _borders(self, line: str, first: int, *, whole: bool) -> Iterator[tuple[int, int]]:
        """Where the label may end and the words may start, the likeliest first."""
        ends = self._shape.ends
        if self._shape.place is Place.OWN_LINE:
            last = len(line.rstrip(" \t\r\u00a0*_"))
            if not whole or last - first > _LONGEST_LABEL:
                return
            for end in ends:
                if end in {End.NOTHING, End.GAP}:
                    yield last, len(line)
                else:
                    yield from (
                        (m.start(), len(line)) for m in _ENDS[end].finditer(line, first) if m.end() == last
                    )
            return
        if Look.BRACKETS in self._shape.look:
            close = line.find(_CLOSING.get(line[first], "\n"), first)
            if close >= 0:
                after = _AFTER_BRACKET.match(line, close + 1)
                yield close + 1, after.end() if after else close + 1
            return
        marks = [
            m
            for end in ends
            if end in _ENDS
            for m in _ENDS[end].finditer(line, first, first + _LONGEST_LABEL)
        ]
        yield from sorted((m.start(), m.end()) for m in marks)
        if End.NOTHING in ends:
            words = [
                m.end() for m in re.finditer(r"\S+", line[: first + _LONGEST_LABEL]) if m.start() >= first
            ]
            yield from ((end, end) for end in reversed(words[: self._shape.words]))

    def _anatomy(self, label: str) -> Anatomy | None:
        """What a label's letters say; None where the profile would not have it."""
        shape = self._shape
        if Look.BRACKETS in shape.look:
            if _CLOSING.get(label[:1]) != label[-1:] or len(label) < 3:
                return None
            label = label[1:-1]
        bare = _REMARK.sub(" ", label).strip(TRIM)
        if not bare or len(bare.split()) > shape.words or bare in self._profile.not_labels:
            return None
        if Look.CAPITALS in shape.look and not bare.isupper():
            return None
        if self._profile.lists(bare):
            return anatomy(label) or _plain(bare)
        if shape.listed or (shape.patterns and bare not in shape.patterns):
            return None
        if shape.patterns:
            return anatomy(label) or _plain(bare)
        if bare.casefold().rsplit(" ", 1)[-1] in _ABBREVIATED:
            return None
        return anatomy(label)


def _indented(line: str) -> bool:
    return line.startswith(("\t", "  ", "\u00a0\u00a0", "\u3000"))


def _plain(name: str) -> Anatomy:
    """A label that looks like no name, and is one because the profile says so."""
    key = " ".join(name.casefold().replace("’", "'").split())
    casing = "caps" if name.isupper() else "caseless" if name.lower() == name.upper() else "mixed"
    return Anatomy(name, key, casing, "", len(name.split()), is_generic(name), titled=False, tail=False)


def with_listed(
    profile: Profile, found: Sequence[Candidate], accepted: Sequence[Candidate]
) -> list[Candidate]:
    """The labels that were learned, and those that the profile names besides.

    Args:
        profile: The profile.
        found: All candidates.
        accepted: Those of them that were learned to be labels.
    """
    places = {c.start for c in accepted}
    listed = [c for c in found if c.start not in places and c.firm and profile.lists(c.anatomy.name)]
    return sorted([*accepted, *listed], key=lambda c: c.start)


def meant(profile: Profile, candidate: Candidate) -> Candidate:
    """A label with the meaning that the profile gives it: whom it names, and what that one does.

    Args:
        profile: The profile.
        candidate: A label.
    """
    made = candidate.anatomy
    function = profile.function_of(made.name)
    speaker = profile.speaker_of(made.name)
    if speaker is not None:
        key = " ".join(word.strip(".") or word for word in speaker.casefold().replace("’", "'").split())
        made = replace(made, name=speaker, key=key, words=len(speaker.split()), generic=False)
    match function:
        case Function.QUESTIONER:
            made = replace(made, generic=True, key=made.key if speaker else "q", name=speaker or "Q")
        case Function.ANSWERER if speaker is None:
            made = replace(made, generic=False, key="a", name="A")
        case Function.INTERPRETER if speaker is not None:
            # the profile says for whom: the words are that person's, through the interpreter
            return replace(candidate, anatomy=replace(made, remark="interpreter"))
        case Function():
            made = replace(made, generic=False)
        case None:
            pass
    return replace(candidate, anatomy=made, function=function.value if function else None)
