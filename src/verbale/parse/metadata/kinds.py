"""What sort of text it is: transcript, remarks, brief or article.

The words of a brief and of an article are second-hand. Where in doubt a text is an article, for
nothing is then taken for first-hand that is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbale.model.document import Kind, Reading, Role, Turn
from verbale.model.text import Span
from verbale.parse.lines import Line
from verbale.parse.people.main_speaker import Named, person_in_title
from verbale.parse.sections import sections_of
from verbale.text.name_words import MEN, TITLES, WOMEN
from verbale.text.names import bare, is_generic, surname
from verbale.text.one_person import same_person
from verbale.text.packs import listed_words, packs, remark
from verbale.text.patterns import pattern

__all__ = ["Look", "kind_of"]

_DIGEST = pattern(
    r"""
    \b(?:key|main|top|principal) \s (?:points|statements|takeaways|remarks|quotes|messages|theses|takeouts) \b
    | \bkey \s (?:[\w’']+\s){1,3} (?:points|statements|remarks|takeaways) \b
    | \b(?:in \s brief | digest | highlights | takeaways) \b (?= \s*[:—–-] | \s+ (?:of|from) \b)
    """
    rf"| {remark(listed_words('digests'))}",
    re.VERBOSE | re.IGNORECASE,
)
_REMARKS = pattern(
    r"^\W*(?:(?:transcript|text|full\ text)\s+of\s+(?:the\s+)?)?(?:[\w’'.-]+[:,]?\s+){0,8}?"
    rf"(?:{remark(listed_words('speeches'))})",
    re.IGNORECASE,
)
_TRANSCRIPT = pattern(remark(listed_words("transcripts")), re.IGNORECASE)
# forms that have an exchange: without turns their text is no single speech
_EXCHANGE = pattern(remark(listed_words("exchanges")), re.IGNORECASE)
_QUESTIONERS = "|".join(word for each in packs() for word in each.written("question_labels"))
_LABELS = pattern(
    rf"(?m)\n(?:[^\w\n]|_)*(?:{_QUESTIONERS}|Question \([^)\n]{{1,40}}\))(?:\s*[:.]|\s{{2,}}\S|\*\*)"
)
_OWN = [word for each in packs() for word in each.written("own_words")]
_FIRST_PERSON = frozenset(word for word in _OWN if word[-1] != "*")
_FIRST_PERSON_STEMS = tuple(word[:-1] for word in _OWN if word[-1] == "*")
# a reporter's "said"; a speaker says "I said"
_THIRD_PERSON_CUE = pattern(
    r"(?<!\bI )(?<!\bwe )(?<!\bWe )(?<!\bhave )"
    r"\b(?:said|says|told (?:reporters|journalists|the)|added|noted|stressed)\b"
)
# the pattern above is slow, and looks only where one of its words begins
_CUE = pattern(r"(?:said|says|told|added|noted|stressed)\b")
_WORD = pattern(r"\w+")
_QUOTED = pattern(r"[“„«][^“”„«»]{1,2000}[”“»]|\"[^\"\n]{1,2000}\"")
_FORMAL = TITLES | MEN | WOMEN | listed_words("presidents") | listed_words("members")
_SAMPLE = 6000
_LONGEST_HEAD = 1500
_FEW_WORDS = pattern(r"\W*(?:[^\W\d_]+[\W_]+){3}")


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a text before its kind is."""

    reading: Reading
    start: int
    title: str | None
    head: Sequence[Line]
    boilerplate: tuple[Span, ...]
    named: Named | None

    def titles(self) -> tuple[str, ...]:
        """The title, and the lines at the head that may be the title under a headline."""
        return (self.title or "", *(line.words for line in self.head[:4] if line.count <= 25))


def kind_of(look: Look, turns: Sequence[Turn]) -> Kind:
    """The kind of a text: by its turns, else by what it calls itself, else an article.

    Args:
        look: What is known of the text.
        turns: The turns found in it, incidents among them.
    """
    # what cannot be read as a label says nothing of the kind
    speaking = [
        turn
        for turn in turns
        if turn.role is not Role.INCIDENT
        # a suspect turn has a label all the same
        and not (turn.unsure and turn.speaker is None and turn.role is Role.STATEMENT)
    ]
    kind = _by_turns(look, speaking) if speaking else None
    if kind is not None:
        return kind
    if _is_digest(look):
        return Kind.BRIEF
    return Kind.REMARKS if _is_speech(look) else Kind.ARTICLE


def _by_turns(look: Look, speaking: Sequence[Turn]) -> Kind | None:
    text = look.reading.text
    covered = sum(turn.span.end - (turn.label or turn.span).start for turn in speaking)
    # a page of the record with one short speech has a long head
    head = (speaking[0].label or speaking[0].span).start if len(speaking) == 1 else 0
    body = max(1, len(text) - min(head, _LONGEST_HEAD) - sum(len(span) for span in look.boilerplate))
    # an article or a digest may print an exchange; a short transcript may have a long head
    if covered * 2 < body and (len(speaking) < 4 or covered * 4 < body or _is_digest(look)):
        return None
    voices = {turn.speaker for turn in speaking}
    asked = [turn for turn in speaking if turn.role is Role.QUESTION]
    if len(voices) == 1 and not asked:
        return _of_one_voice(look, speaking)
    if any(turn.label is not None and is_generic(turn.label.of(text)) for turn in asked):
        return Kind.TRANSCRIPT
    if sum(turn.answers is not None for turn in speaking) >= 2 or _calls_itself(look, _EXCHANGE, _TRANSCRIPT):
        return Kind.TRANSCRIPT
    # a list of figures has labels too
    speeches = sum(
        len(turn.span) >= 25 or _FEW_WORDS.match(turn.span.of(text)) is not None for turn in speaking
    )
    recurring = Counter(turn.speaker for turn in speaking if turn.speaker)
    several = sum(count >= 2 for count in recurring.values()) >= 2
    several = several or _is_led(speaking, recurring) or _is_sitting(text, speaking, recurring)
    return Kind.TRANSCRIPT if several and speeches * 2 >= len(speaking) else None


def _is_led(speaking: Sequence[Turn], recurring: Counter[str]) -> bool:
    """Whether one gives the floor to others, each of whom may speak once."""
    leader, often = recurring.most_common(1)[0] if recurring else ("", 0)
    repeated = sum(leader == one.speaker == other.speaker for one, other in pairwise(speaking))
    return often >= 3 and len(recurring) >= 3 and often * 3 >= len(speaking) and repeated * 2 < often


def _is_sitting(text: str, speaking: Sequence[Turn], recurring: Counter[str]) -> bool:
    """Whether labels have offices, parties and places, as those of a parliament that prints its sittings."""
    labels = [turn.label.of(text) for turn in speaking if turn.label is not None]
    formal = sum(
        "(" in label or not _FORMAL.isdisjoint(word.strip(".,").casefold() for word in label.split())
        for label in labels
    )
    return len(recurring) >= 3 and formal >= 0.6 * len(speaking)


def _of_one_voice(look: Look, speaking: Sequence[Turn]) -> Kind | None:
    """A label that comes again without another between them hides the other's words."""
    name = speaking[0].speaker
    announced = _calls_itself(look, _REMARKS)
    if name is None or _is_report(look, announced=announced):
        return None
    if announced:
        return Kind.REMARKS
    known = look.named is not None and same_person(look.named.name, name)
    known = known or any(_heads(words, name) for words in look.titles())
    exchange = _calls_itself(look, _EXCHANGE, _TRANSCRIPT)
    return Kind.REMARKS if len(speaking) == 1 and (known or exchange) else None


def _heads(title: str, name: str) -> bool:
    """`Elena Marr: at the opening of the lock`: a title that gives a name in full, and more."""
    words = bare(name).casefold()
    folded = bare(title.partition(":")[0]).casefold() if ":" in title else " ".join(title.casefold().split())
    return (
        " " in words
        and re.match(rf"{re.escape(words)}\b(?:.*\w)?", folded) is not None
        and len(title) > len(name)
    )


def _calls_itself(look: Look, *forms: re.Pattern[str]) -> bool:
    return any(form.search(words) for words in look.titles() for form in forms)


def _is_digest(look: Look) -> bool:
    if look.title and _DIGEST.search(look.title):
        return True
    # "The agency has gathered the key statements", and headings under which they stand
    if not any(line.count <= 30 and _DIGEST.search(line.words) for line in look.head[:8]):
        return False
    return len(sections_of(look.reading, look.boilerplate, look.title, look.start)) >= 2


def _is_speech(look: Look) -> bool:
    text = look.reading.text
    if look.named is None or not look.named.certain or _LABELS.search(f"\n{text[look.start :]}"):
        return False
    if _is_of_another(look.title or "", look.named.name):
        return False
    announced = _calls_itself(look, _REMARKS)
    if not announced and _calls_itself(look, _EXCHANGE):
        return False
    if _is_report(look, announced=announced):
        return False
    words: list[str] = _WORD.findall(_sample(look))
    # where metadata name the speaker and the title the speech, hardly an "I" is needed
    enough = 400 if announced and look.reading.speaker else 65
    own = sum(word in _FIRST_PERSON or word.startswith(_FIRST_PERSON_STEMS) for word in words)
    return own * enough >= len(words) > 0


def _sample(look: Look) -> str:
    return _QUOTED.sub(" ", look.reading.text[look.start : look.start + _SAMPLE])


def _is_report(look: Look, *, announced: bool) -> bool:
    """Whether somebody tells what others said: a report has one "said" in sixty words or less."""
    sample = _sample(look)
    cues = sum(_THIRD_PERSON_CUE.match(sample, cue.start()) is not None for cue in _CUE.finditer(sample))
    return cues * (90 if announced else 250) > len(_WORD.findall(sample))


def _is_of_another(title: str, name: str) -> bool:
    """Whether a title gives the words to somebody else, as "Message from Mr. Nyland" does."""
    other = person_in_title(title)
    if other is None or surname(name) in title.casefold() or same_person(other.name, name):
        return False
    # in a title all in capitals whatever follows "by" looks like a name
    return (
        not title.isupper()
        or re.search(rf"\b(?:MRS?|MS|DR|SIR)\.? {re.escape(other.name)}", title) is not None
    )
