"""Turns of any transcript: labels learned from the document, speakers resolved, questions linked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from verbale.model.document import Reading, Role, Turn
from verbale.model.text import Span
from verbale.parse.borders.convention import learn
from verbale.parse.borders.cries import cries_in
from verbale.parse.borders.dialogue import dialogue
from verbale.parse.borders.label_letters import with_letters
from verbale.parse.borders.openings import by_openings
from verbale.parse.borders.scribe import Scribe, without_printed
from verbale.parse.borders.weighing import settled
from verbale.parse.labels.endings import end_marks, trimmed
from verbale.parse.labels.label_words import ANSWERS, CLIP, INCIDENTS, INTERPRETED, INTERPRETERS
from verbale.parse.labels.possible_labels import Candidate, candidates, inline
from verbale.parse.metadata.language import language_of
from verbale.parse.people.examinations import Examinations
from verbale.parse.people.knowledge import Knowledge
from verbale.parse.people.naming import Names, printed
from verbale.parse.profiles.profile import Profile
from verbale.parse.profiles.profiled_labels import labels_by, meant, with_listed
from verbale.parse.turns.parts import Part
from verbale.parse.turns.replays import replays
from verbale.parse.turns.roles import roles
from verbale.parse.turns.suspects import suspects
from verbale.parse.turns.tagged_turns import tagged_turns
from verbale.text.names import bare
from verbale.text.packs import pack

__all__ = ["find_turns", "turns_and_notes", "whole_turn"]

_REMARK_FIRST = re.compile(r"\s*[(\[]([^()\[\]\n]{1,60})[)\]]")
# `This is what you said last August:` announces a recording of whoever speaks next.
_ANNOUNCES = re.compile(
    r"(?:\bthis\s+is\s+(?:what|how|a\s+clip)|\bhere(?:['’]s|\s+is|\s+are)\s+(?:what|how|your|the|a\s+clip|some)"
    r"|\b(?:let['’]s|let\s+us)\s+(?:hear|listen|have\s+a\s+listen|take\s+a\s+listen|play)|\bhave\s+a\s+listen"
    r"|\blisten\s+to\s+(?:this|what|how)|\bwe\s+heard\s+this)\b[^.?!\n]*\b(?:said|told|saying|put\s+it|yesterday|ago|last"
    r"|earlier|clip|tape|recording|back\s+in|this\s+morning|in\s+(?:19|20)\d\d)\b[^.?!\n]{0,60}:\s*\Z",
    re.IGNORECASE,
)
_LONGEST_TITLE = 200
_HEAD_LINES = 7
_MANY, _OFTEN = 20, 1000
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DAY = re.compile(r"\b(?:19|20)\d\d\b")
_ENDS_SENTENCE = frozenset(".?!…:;,)]}\"”’'»—–-*_")


def find_turns(
    reading: Reading, speaker: str | None = None, profile: Profile | None = None
) -> tuple[Turn, ...]:
    r"""Find who says what in a transcript, and which question each answer answers.

    Args:
        reading: What a reader made of a file.
        speaker: The document's main speaker, where its metadata name one ("Howard, John" too).
        profile: What is known of transcripts of this family; a format that tags its speakers needs none.

    Returns:
        The turns in the order of the text; empty where it is no transcript.

    >>> text = "Question: Will you go?\n\nElena Marr: We shall see.\n\nQuestion: When?\n\nElena Marr: Soon."
    >>> reading = Reading(name="a.txt", sha256="", reader="text/1", text=text)
    >>> [(turn.speaker, turn.role.value, turn.answers) for turn in find_turns(reading)][:2]
    [(None, 'question', None), ('Elena Marr', 'answer', 0)]
    """
    return turns_and_notes(reading, speaker, profile)[0]


def turns_and_notes(
    reading: Reading, speaker: str | None = None, profile: Profile | None = None
) -> tuple[tuple[Turn, ...], tuple[Span, ...]]:
    """The turns of a transcript as `find_turns` has them, and what inside them is not their speakers'.

    Args:
        reading: What a reader made of a file.
        speaker: The document's main speaker, where its metadata name one.
        profile: What is known of transcripts of this family.
    """
    if reading.tagged:
        turns = tagged_turns(reading, speaker)
        return turns, tuple(cries_in(reading, [turn.span for turn in turns]))
    known = Knowledge(reading, speaker)
    accepted = (
        _labels_told(reading, known, profile)
        if profile
        else _labels(reading, with_letters(reading.text, candidates(reading)), known)
    )
    if not accepted:
        return _of_dialogue(reading, speaker), ()
    scribe = Scribe(reading, accepted, known.folded)
    turns = _of_labels(reading, accepted, scribe, known, speaker)
    spans = [turn.span for turn in turns]
    return turns, tuple(sorted([*scribe.notes_in(spans), *cries_in(reading, spans)]))


def _labels(
    reading: Reading, found: Sequence[Candidate], known: Knowledge, barred: frozenset[int] = frozenset()
) -> list[Candidate]:
    """The labels among the candidates of a reading, learned from it; none where a barred line starts."""
    spoken = without_printed(reading.text, found)
    accepted, dropped = learn(reading, spoken, known)
    accepted = [*accepted, *inline(reading, accepted)]
    # a text that has a plain label every few lines is not looked through once more
    plain = len(accepted) >= _MANY and len(accepted) * _OFTEN >= len(reading.text)
    rarer = [] if plain else by_openings(reading, known, more_than=1.5 * len(accepted))
    if len(rarer) > 1.5 * len(accepted):
        accepted, dropped = rarer, frozenset()
    borders = settled(reading, sorted(accepted, key=lambda c: c.start), dropped | barred, known)
    return without_printed(reading.text, borders, looked_at=set(map(id, spoken)))


def _labels_told(reading: Reading, known: Knowledge, profile: Profile) -> list[Candidate]:
    """The labels of a reading as a profile tells them; learned as far as it does not."""
    accepted = labels_by(profile, profile.label, reading) if profile.label is not None else []
    if not accepted:
        found = candidates(reading)
        barred = frozenset(c.start for c in found if c.anatomy.name in profile.not_labels)
        found = [c for c in found if c.start not in barred]
        learned = _labels(reading, found, known, barred)
        accepted = with_listed(profile, found, [c for c in learned if c.sure])
        taken = {c.start for c in accepted}
        accepted = sorted([*accepted, *(c for c in learned if c.start not in taken)], key=lambda c: c.start)
    return [meant(profile, c) for c in accepted]


def whole_turn(reading: Reading, speaker: str | None) -> tuple[Turn, ...]:
    r"""One turn over the whole body: a speech, where everything is one speaker's.

    Args:
        reading: What a reader made of a file.
        speaker: Who speaks; None where unknown.

    Returns:
        One turn without the front matter, headings at the top and the publisher's last lines; none
        where nothing is left.

    >>> reading = Reading(name="a.txt", sha256="", reader="text/1", text="Friends, we begin.\n\n[ENDS]")
    >>> whole_turn(reading, "Elena Marr")[0].span.of(reading.text)
    'Friends, we begin.'
    """
    text = reading.text
    start = 0
    for span in sorted((*reading.boilerplate, *reading.headings)):
        if text[start : span.start].strip(" \t\r\n\u00a0\ufeff#*_"):
            break
        start = max(start, span.end)
    title = " ".join((reading.title or "").split())
    first = _LINE.search(text, start)
    if title and first and " ".join(first[0].strip(" \t\r*_#").split()) == title:
        start = first.end()
    start = _after_head(text, start)
    end = next((place for place in end_marks(text) if place > start), len(text))
    if text[end:].strip() and len(text) - end > 0.2 * len(text):
        end = len(text)
    span = trimmed(text, start, end, last=True)
    if not len(span):
        return ()
    return (Turn(span=span, speaker=printed(bare(speaker)) if speaker else None),)


def _after_head(text: str, start: int) -> int:
    """Where a speech starts: below lines that are no sentences, as a title, a day and a place are."""
    place = start
    for _ in range(_HEAD_LINES):
        line = _LINE.search(text, place)
        words = line[0].strip(" \t\r*_#\u00a0") if line else ""
        dated = _DAY.search(words) is not None and len(words.split()) <= 8
        if len(words) > _LONGEST_TITLE or (words[-1:] in _ENDS_SENTENCE and not dated):
            return place
        if line is None or line.end() > len(text) // 3:
            return start
        place = line.end()
    return start


def _of_labels(
    reading: Reading, accepted: Sequence[Candidate], scribe: Scribe, known: Knowledge, speaker: str | None
) -> tuple[Turn, ...]:
    text = reading.text
    examinations = Examinations(text, accepted)
    spans = _spans(reading, accepted, scribe, sorted([*end_marks(text), *examinations.ends]))
    # "THE BRIDGE:", "BY MR. HALE:": what nobody's words follow ends a turn and begins none
    heard = [i for i, c in enumerate(accepted) if len(spans[i]) or c.key in INCIDENTS]
    whose_letter = [examinations.whose.get(i) for i in heard]
    accepted, spans = [accepted[i] for i in heard], [spans[i] for i in heard]
    # `CLIP:` does not say who is heard
    tapes = {c.key for c in accepted if CLIP.fullmatch(c.anatomy.name) and not known.knows(c.anatomy)}
    unsaid = tapes | {c.key for c in accepted if _is_nobodys(c)}
    people = [*accepted, *(c for c in dict.fromkeys(whose_letter) if c is not None)]
    names = Names(known, speaker, [c for c in people if c.sure and c.key not in unsaid])
    parts: list[Part] = []
    speakers = [
        names.of((letter or c).anatomy) if c.sure and c.key not in unsaid else None
        for c, letter in zip(accepted, whose_letter, strict=True)
    ]
    whose = [who or c.key for c, who in zip(accepted, speakers, strict=True)]
    played = replays(text, [c.start for c in accepted], spans, whose)
    for i, (c, span, who) in enumerate(zip(accepted, spans, speakers, strict=True)):
        asking = c.sure and c.key not in unsaid and names.is_generic(c.anatomy)
        answering = c.function == "answerer" or c.key in ANSWERS or (c.key[:1] == "a" and c.key[1:].isdigit())
        announced = i > 0 and not asking and _announced(text, spans[i - 1])
        replayed = c.anatomy.replayed or c.key in tapes or i in played or announced
        parts.append(
            Part(
                start=span.start,
                end=span.end,
                key=c.key,
                who=who or c.key,
                unnamed=asking and who is None,
                asking_label=asking,
                answering=answering,
                replayed=replayed,
                function=c.function,
                unsure=not c.sure,
            )
        )
    done = roles(text, parts, speaker)
    suspect = suspects(text, known.folded, parts, lambda: _cues(reading))
    return tuple(
        Turn(
            span=span,
            label=Span(*c.label) if c.label[0] < c.label[1] else None,
            speaker=who,
            unsure=not c.sure or doubted,
            role=role,
            answers=answers,
            replayed=part.replayed,
            interpreted=_interpreted(text, c, span),
        )
        for c, span, who, part, (role, answers), doubted in zip(
            accepted, spans, speakers, parts, done, suspect, strict=True
        )
    )


def _cues(reading: Reading) -> frozenset[str]:
    """The verbs of saying of a reading's language."""
    known = pack(reading.language or language_of(reading.text) or "")
    return frozenset((known.phrases("cues") if known is not None else None) or ())


def _is_nobodys(c: Candidate) -> bool:
    """Whether a label names nobody: applause, or an interpreter, who does not say whose words he gives."""
    if c.function is None:
        return c.anatomy.somebody or c.key in INCIDENTS or c.key in INTERPRETERS
    return c.function in {"incident", "interpreter"}


def _announced(text: str, before: Span) -> bool:
    """Whether a turn ends by announcing a recording."""
    if not before.end or text[before.end - 1] not in ":…":
        return False
    return _ANNOUNCES.search(text, max(before.start, before.end - 300), before.end) is not None


def _interpreted(text: str, c: Candidate, span: Span) -> bool:
    if c.anatomy.interpreted or c.function == "interpreter" or (c.function is None and c.key in INTERPRETERS):
        return True
    remark = _REMARK_FIRST.match(text, span.start, span.end)
    return remark is not None and _is_interpreters(remark[1])


@lru_cache(maxsize=4096)
def _is_interpreters(remark: str) -> bool:
    """Whether a remark says that an interpreter speaks; a document has the same few remarks many times."""
    return INTERPRETED.search(remark) is not None


def _spans(
    reading: Reading, accepted: Sequence[Candidate], scribe: Scribe, ends: Sequence[int]
) -> list[Span]:
    """The words of every label: up to the next label, or to an end mark or words of the scribe before it."""
    text = reading.text
    # behind the last label that is sure stands what follows on the page
    final = max((i for i, c in enumerate(accepted) if c.sure), default=0)
    spans = []
    for i, c in enumerate(accepted):
        last = i >= final
        end = accepted[i + 1].start if i + 1 < len(accepted) else len(text)
        k = bisect_left(ends, c.words)
        if k < len(ends) and ends[k] < end:
            end = ends[k]
        if c.end is not None:
            end = min(end, c.end)
        spans.append(trimmed(text, min(c.words, end), scribe.end_of(c.words, end), last=last))
    return spans


def _of_dialogue(reading: Reading, speaker: str | None) -> tuple[Turn, ...]:
    """Turns of a dialogue without labels: every other line is the main speaker's."""
    text = reading.text
    lines = dialogue(reading)
    ends = end_marks(text)
    main = printed(bare(speaker)) if speaker else None
    turns: list[Turn] = []
    question: int | None = None
    for i, line in enumerate(lines):
        end = line.end
        k = bisect_left(ends, line.words)
        if k < len(ends) and ends[k] < end:
            end = ends[k]
        span = trimmed(text, line.words, end, last=i + 1 == len(lines))
        if line.asks:
            question = len(turns)
            turns.append(Turn(span=span, role=Role.QUESTION))
        else:
            turns.append(Turn(span=span, speaker=main, role=Role.ANSWER, answers=question))
    return tuple(turns)
