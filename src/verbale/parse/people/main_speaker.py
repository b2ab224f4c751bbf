"""The main speaker, where metadata, the title or the lead names one; None rather than a guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.model.document import Kind, Reading, Role, Turn
from verbale.parse.lines import Line
from verbale.parse.people.title_names import is_body, person_at_start
from verbale.text.names import bare, is_generic, is_office
from verbale.text.one_person import same_person
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["Named", "main_speaker", "named_in_head", "person_in_title", "speakers_of"]


_FORM = r"""
    interviews? | remarks | statements? | speech | address | answers? | comments? | article | transcript
  | (?:(?:press|news|media)\s+)? (?:conference|briefing|gaggle|availability|call) | testimony | keynote
  | lecture | message
  | toast | eulogy | doorstop | (?:key|main)\s+(?:points|statements|takeaways) | opening | introductory | talk
  | conversation | q\s?&\s?a
"""
# "speech given by X", but not "speech skewered by X"
_GIVEN = r"(?:\s+(?:made|given|delivered|issued|read|held|conducted))?"
_FLAGS = re.VERBOSE | re.IGNORECASE
_JOINT = pattern(
    r"\W* (?:\w+\s+){0,9}? joint\s+ (?:\w+\s+)? (?:press|news|media|statement|remarks|interview|doorstop)",
    _FLAGS,
)
_OWNER = pattern(rf"(?P<before>.*?) (?:['’]s|(?<=s)['’]) \s+ (?:\w+\s+){{0,3}}? (?:{_FORM})\b", _FLAGS)
_BY = pattern(rf"\b(?:{_FORM})\b {_GIVEN} \s+ (?P<by>by|of|from) \s+ (?P<rest>.+)$", _FLAGS)
_WITH = pattern(
    rf"\b(?P<form>{_FORM})\b (?:\s+\w+){{0,2}}? \s+"
    rf"(?:{remark(listed_words('together_with'))}) \s+ (?P<rest>.+)$",
    _FLAGS,
)
_FOREIGN = pattern(
    rf"(?:{remark(listed_words('forms'))})\s+(?P<by>{remark(listed_words('forms_of'))}|d['’])\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_GUEST = ("interview", "conversation", "talk", "doorstop", "q")
# "X, head of the Board", but not "X, host of the Hour"
_DESCRIBED = pattern(
    r"[^,]+,\ (?:the\ )?"
    r"(?!host|presenter|editor|anchor|journalist|reporter|correspondent|columnist|broadcaster)"
    r"[a-zà-ÿ-]+(?:\ [\w-]+){0,2}\ (?:of|for|at|in)\ ",
    re.VERBOSE,
)
_HEADLINE = pattern(r"(?P<rest>[^\W\d_][^:“”\"«»„]{2,60}):\s*[“\"«„‘']")
_TITLED = pattern(rf"(?P<rest>[^\W\d_][^:“”\"«»„]{{2,60}}):\s+(?:\w+\s+)?(?:{_FORM})\b", _FLAGS)
# "Interview by Ana Berg" names the one who asks
_ASKED_BY = pattern(r"(?:interview|conversation|article|q\s?&\s?a|questions?|comments?|talk)", re.IGNORECASE)
_SAYS = pattern(rf"[”\"»’],?\s*(?:–|—)?\s*(?:{remark(listed_words('headline_cues'))})\s+(?P<rest>.+)$")
_SUBJECT = pattern(
    r"(?P<rest>(?:[^\W\d_][\w.’'-]*\s+){2,6}?)(?:on|about|at|to|in|before|during|answers?|speaks|addresses)\s"
)
_SAID = pattern(
    r"""
    (?P<rest>(?:[^\W\d_a-z][\w.’'-]*\s+(?:(?:of|for|and|the|de|van|von)\s+){0,2}){1,7})
    (?:has\s+|have\s+)?(?:also\s+)?
    (?:said|told|stated|announced|noted|stressed|emphasi[sz]ed|declared|explained|pointed\s+out|held|gave
    |summed\s+up|answered|spoke|took|commented|added)\b
    """,
    re.VERBOSE,
)
_LONGEST_LINE = 25


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the head of a text gives; `certain` where it can be nobody else's text."""

    name: str
    certain: bool


def _named(rest: str, *, certain: bool, needs_office: bool = False) -> Named | None:
    person = person_at_start(rest)
    if person is None or (needs_office and not person.office):
        return None
    return Named(person.name, certain and not person.joint and not person.loose)


def person_in_title(title: str) -> Named | None:
    """The person whose words a title announces.

    Args:
        title: A title, or a line that may be one.

    >>> person_in_title("Remarks by Premier Lena Varga at the Opening of the Bridge")
    Named(name='Lena Varga', certain=True)
    >>> person_in_title("Interview with Otis Crane, 3VR")
    """
    words = " ".join(title.replace("\u2060", "").split())[:400]
    if _JOINT.match(words):
        return None
    if found := _HEADLINE.match(words) or _SAYS.search(words):
        return _named(found["rest"], certain=False)
    return _by_form(words) or _by_guest(words)


def _by_form(words: str) -> Named | None:
    """`X’s interview`, `Remarks by X`, `Rede von X`."""
    if found := _TITLED.match(words):
        person = person_at_start(found["rest"])
        if person is not None and found["rest"].endswith(person.name):
            return Named(person.name, certain=not person.joint and not person.loose)
    if found := _OWNER.match(words):
        # "Key points of Minister Marr": the name is what stands last before the 's
        before = re.split(r"(?i)\b(?:of|by|from|in brief|:)\s+", found["before"])[-1]
        if named := _named(before or found["before"], certain=True):
            return named
    for form in (_BY, _FOREIGN):
        found = form.search(words)
        person = person_at_start(found["rest"]) if found else None
        if (
            found
            and person
            and not (found["by"].casefold() == "by" and _ASKED_BY.match(words, found.start()))
        ):
            # "Interview from Port Selden" is by nobody
            certain = person.office or found["by"].casefold() in {"by", "von"}
            return Named(person.name, certain and not person.joint and not person.loose)
    return None


def _by_guest(words: str) -> Named | None:
    """`Interview with X` names the guest or the host; an office, or "X, head of", makes it the guest."""
    if found := _WITH.search(words):
        guest = found["form"].casefold().startswith(_GUEST)
        if _DESCRIBED.match(found["rest"]):
            person = person_at_start(found["rest"].partition(",")[0])
            return Named(person.name, guest and not person.joint) if person else None
        return _named(found["rest"], certain=guest, needs_office=True)
    found = _SUBJECT.match(words)
    return _named(found["rest"], certain=False, needs_office=True) if found else None


def named_in_head(
    reading: Reading, title: str | None, lines: Sequence[Line], kind: Kind | None = None
) -> Named | None:
    """The person whose text it is, by metadata, title or lead.

    Args:
        reading: What a reader made of a file.
        title: The title.
        lines: The head of the text without boilerplate.
        kind: `brief` lets the lead of a digest name its speaker.
    """
    if reading.speaker:
        return Named(bare(reading.speaker) or reading.speaker, certain=True)
    # a page may head a transcript with a quotation and put its real title under it
    candidates = [title, *(line.words for line in lines[:4] if _may_be_title(line))]
    named = [found for words in candidates if words and (found := person_in_title(words))]
    best = next((found for found in named if found.certain), named[0] if named else None)
    if kind is Kind.BRIEF:
        return _of_digest(best, lines)
    return best


def _may_be_title(line: Line) -> bool:
    return line.count <= _LONGEST_LINE and line.words[-1] not in '.!?…"”’»'


def _of_digest(named: Named | None, lines: Iterable[Line]) -> Named | None:
    """The digest's speaker: the name of its title in full, or the first in the lead who "said"."""
    for line in lines:
        for found in _SAID.finditer(line.words[:1200]):
            person = person_at_start(found["rest"].strip())
            if person is None or " " not in person.name:
                continue
            if named is None and person.office and not person.loose:
                return Named(person.name, certain=True)
            if named is not None and same_person(named.name, person.name):
                return Named(max(named.name, person.name, key=len), certain=True)
    return named


def speakers_of(turns: Iterable[Turn]) -> tuple[str, ...]:
    """Everybody who has a turn, in order of appearance.

    Args:
        turns: The turns of a document.
    """
    return tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))


def main_speaker(named: Named | None, turns: Sequence[Turn]) -> str | None:
    """The speaker whose document it is: the one it names, if the turns agree, else the one who answers.

    Args:
        named: What the head of the text gives.
        turns: The turns of the document.
    """
    if named is not None and named.certain:
        return named.name
    answers, statements = Counter[str](), Counter[str]()
    for turn in turns:
        if turn.speaker and turn.role in {Role.ANSWER, Role.STATEMENT} and not is_generic(turn.speaker):
            (answers if turn.role is Role.ANSWER else statements)[turn.speaker] += len(turn.span)
    counted = answers or statements
    total = sum(counted.values())
    first = max(counted, key=lambda name: counted[name]) if counted else None
    if named is not None:
        if first is None or (same_person(named.name, first) and counted[first] * 2 >= total):
            return max(named.name, first or "", key=len)
        return None
    if first is None or is_office(first) or any(map(is_body, first.split())):
        return None
    return first if counted[first] >= 0.8 * total else None
