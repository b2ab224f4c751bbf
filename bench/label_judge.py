"""Whether the passages of a printed talk were given to those who said them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from label_print import Printed
from label_texts import Speech

from verbale.model import Document, Role

__all__ = ["Judged", "judged", "shown"]

TITLES = re.compile(
    "mr|mrs|ms|miss|dr|prof|the|hon|sir|lord|el|la|don|señor|señora|herr|frau|gospod|gospa|mag|"
    "präsident|präsidentin|vizepräsident|vizepräsidentin|alterspräsident|predsednik|predsednica|chair|chairman|"
    "chairwoman|secretary|ambassador|administrator|acting|mayor|senator|president|minister|prime"
)
UNNAMED = re.compile("q|question|questioner|journalist|reporter|speaker|unknown|audience|member|caller|host")
SENTENCE = re.compile(r"(?<=[.!?…])[”\"»“]?\s+(?=[^\W\d_a-z])")
A_SPEECH, AT_LEAST = 6, 3
Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage: the number of its speech, the verdict, and where it stands in the document.

    The verdict is `ok`, `wrong` (somebody else's), `nobody` or `lost` (not in what was read). `begins` is
    where its speech begins, `told` who is said to have spoken where that is wrong, and `turn` where that
    turn begins.
    """

    speech: int
    verdict: str
    start: int
    end: int
    begins: int
    told: str = ""
    turn: int = 0


def name_words(name: str) -> Names:
    """A name's words without titles, or all where nothing else is left."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
    return frozenset(word for word in words if not TITLES.fullmatch(word)) or frozenset(words)


def options(speech: Speech) -> list[Names]:
    """Every name by which a speaker may be told."""
    told = (speech.label, *speech.names, speech.office)
    return [words for words in map(name_words, filter(None, told)) if words]


def fits(told: str, speech: Speech, others: Iterable[Names]) -> bool:
    """Whether a name is the speaker's, and could not as well be another's of the same talk."""
    own = options(speech)
    if speech.unnamed and all(map(UNNAMED.fullmatch, name_words(told))):
        return True
    for words in (name_words(told), name_words(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", told))):
        if words in own:
            return True
        if any(words <= each or each <= words for each in own):
            return not any(words <= other or other <= words for other in others if other not in own)
    return False


def passages(speech: Speech) -> list[tuple[int, int, int]]:
    """Up to six sentences of a speech, from its first to its last: the paragraph, start and end in it."""
    found = []
    for number, paragraph in enumerate(speech.paragraphs):
        borders = [0, *(match.end() for match in SENTENCE.finditer(paragraph.text)), len(paragraph.text)]
        for start, end in pairwise(borders) if paragraph.spoken else ():
            words = paragraph.text[start:end].rstrip()
            if len(words.split()) >= AT_LEAST:
                found.append((number, start, start + len(words)))
    steps = {round((len(found) - 1) * step / (A_SPEECH - 1)) for step in range(A_SPEECH)}
    return [found[at] for at in sorted(steps)] if found else []


def paragraph_places(text: str, printed: Printed) -> list[list[int]]:
    """Where the paragraphs of each speech stand in what was read, -1 where they do not."""
    cursor = 0
    every = []
    for speech, places in zip(printed.speeches, printed.places, strict=True):
        found = []
        for paragraph, place in zip(speech.paragraphs, places, strict=True):
            at = place if text.startswith(paragraph.text, place) else text.find(paragraph.text, cursor)
            cursor = max(cursor, at)
            found.append(at)
        every.append(found)
    return every


def judged(document: Document, printed: Printed) -> list[Judged]:
    """Every passage that is measured, in order."""
    spoken = [turn for turn in document.turns if turn.role is not Role.INCIDENT]
    turns = sorted(spoken, key=lambda turn: turn.span.start)
    starts = [turn.span.start for turn in turns]
    people = {speech.speaker: options(speech) for speech in printed.speeches if not speech.unnamed}
    rows = []
    every = zip(printed.speeches, paragraph_places(document.text, printed), strict=True)
    for number, (speech, places) in enumerate(every):
        others = [each for person, told in people.items() if person != speech.speaker for each in told]
        for paragraph, start, end in passages(speech):
            begin, stop = places[paragraph] + start, places[paragraph] + end
            row = Judged(number, "ok" if places[paragraph] >= 0 else "lost", begin, stop, places[0])
            # its ends and its middle: a turn that begins within a sentence is a fault too
            for point in (begin, (begin + stop) // 2, stop - 1) if row.verdict == "ok" else ():
                at = bisect_right(starts, point) - 1
                turn = turns[at] if at >= 0 and point < turns[at].span.end else None
                if turn is None or turn.speaker is None:
                    right = turn is not None and speech.unnamed
                    row = row if right else replace(row, verdict="nobody")
                elif not fits(turn.speaker, speech, others):
                    row = replace(row, verdict="wrong", told=turn.speaker, turn=turn.span.start)
                    break
            rows.append(row)
    return rows


def shown(document: Document, printed: Printed, row: Judged) -> str:
    """A wrong passage, with what was printed where its speech and where the turn that swallowed it begin."""

    def around(at: int) -> str:
        return document.text[max(0, at - 90) : at + 50].replace("\n", "⏎")

    odd = printed.odd[row.speech] and f" ({printed.odd[row.speech]})"
    told = f"{printed.speeches[row.speech].label!r}{odd} read as {row.told!r}"
    lines = [told, f"speech: …{around(row.begins)}…", f"turn: …{around(row.turn)}…"]
    if row.start > row.begins:
        lines.append(f"passage: {document.text[row.start : row.end][:120]}")
    return "\n      ".join(lines)
