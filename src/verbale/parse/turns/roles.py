"""What each turn does in the exchange: who asks, who answers which question, who leads.

Unnamed questioners are known by their labels. Named ones show themselves by behaviour: their turns
ask, are shorter, and lead to the turns of those who answer.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbale.model.document import Role
from verbale.parse.labels.label_words import PARTICLES, PRESIDENTS
from verbale.parse.turns.answered_questions import linked
from verbale.parse.turns.parts import Part
from verbale.text.name_words import JOINTS, MEN, ROLES, WOMEN
from verbale.text.names import surname, words_of_name
from verbale.text.one_person import same_person
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["Part", "roles"]

_ASIDE = pattern(r"[(\[][^()\[\]\n]{0,200}[)\]]")
# Greek asks with a semicolon, Japanese with a last word
_ASKING_END = pattern(r"(?:[?？؟\u037e]|(?<=[α-ωά-ώ]);|か[。.])[\s\"”’'»」』)\]*_.…—–-]*\Z")
_ASKING_SIGNS = frozenset("?？؟\u037e;か")
_BEFORE_OFFICES = MEN | WOMEN | {"m"} | JOINTS | PARTICLES | listed_words("articles")
# Whoever calls the next speaker takes no more letters for it.
_CALL = 400


@dataclass(slots=True)
class _Conduct:
    """How one speaker behaves over a document."""

    turns: int = 0
    asking: int = 0
    length: int = 0

    @property
    def asks(self) -> float:
        return self.asking / max(1, self.turns)

    @property
    def mean(self) -> float:
        return self.length / max(1, self.turns)


def roles(text: str, parts: Sequence[Part], main: str | None) -> list[tuple[Role, int | None]]:
    """The role of every part and the index of the question that it answers.

    Args:
        text: The document's text.
        parts: The turns in order.
        main: The main speaker, where the metadata name one.
    """
    spoken = [i for i, part in enumerate(parts) if not part.is_incident]
    if len(spoken) < len(parts):
        found: list[tuple[Role, int | None]] = [(Role.INCIDENT, None)] * len(parts)
        for i, (role, answers) in zip(spoken, roles(text, [parts[i] for i in spoken], main), strict=True):
            found[i] = (role, None if answers is None else spoken[answers])
        return found
    asks = [not part.unsure and _asks(text, part) for part in parts]
    chairs = _chairs(text, parts, asks)
    askers = _askers(parts, asks, chairs, main)
    return linked(text, parts, asks, chairs, askers)


def _asks(text: str, part: Part) -> bool:
    """Whether a turn ends with a question, a closing remark in brackets or a short courtesy apart."""
    tail = text[max(part.start, part.end - 400) : part.end]
    if "(" in tail or "[" in tail:
        tail = _ASIDE.sub(" ", tail)
    tail = tail.rstrip()
    if not _ASKING_SIGNS.isdisjoint(tail[-12:]) and _ASKING_END.search(tail[-12:]):
        return True
    mark = max(tail.rfind("?"), tail.rfind("؟"), tail.rfind("？"))
    return mark >= 0 and len(tail) - mark < 80


def _conduct(parts: Sequence[Part], asks: Sequence[bool]) -> dict[str, _Conduct]:
    found: dict[str, _Conduct] = defaultdict(_Conduct)
    for i, (part, asking) in enumerate(zip(parts, asks, strict=True)):
        # who announces a recording neither asks nor answers
        announces = not asking and i + 1 < len(parts) and parts[i + 1].replayed
        if part.unnamed or part.unsure or part.replayed or announces:
            continue
        conduct = found[part.who]
        conduct.turns += 1
        conduct.asking += asking
        conduct.length += part.end - part.start
    return found


def _chairs(text: str, parts: Sequence[Part], asks: Sequence[bool]) -> set[str]:
    """Labels of those who lead: by their function, or as a parliament's president behaves."""
    callers = _callers(text, parts, asks)
    functions = {part.key for part in parts if part.chairs} | {key for key in callers if not _presides(key)}
    leading = defaultdict(list)
    others: list[int] = []
    for part in parts:
        if part.function is None and _presides(part.key):
            leading[part.key].append(part.end - part.start)
        else:
            others.append(part.end - part.start)
    voices = len({part.who for part in parts})
    if leading and not functions and voices >= 3 and not any(part.asking_label for part in parts):
        usual = _median(others)
        functions |= {
            key
            for key, lengths in leading.items()
            if (asked := _asked(parts, asks, key)) < 0.8
            and (
                (voices >= 4 and (_median(lengths) <= usual or (asked < 0.3 and len(_office(key)) == 1)))
                or (_median(lengths) <= 3 * usual and _calls_by_name(text, parts, key))
            )
        }
    functions |= callers
    asking_elsewhere = any(
        asking and (part.unnamed or part.asking_label) for part, asking in zip(parts, asks, strict=True)
    )
    if not asking_elsewhere:
        # a moderator who asks everything himself is the interviewer
        for key in list(functions):
            own = [asking for part, asking in zip(parts, asks, strict=True) if part.key == key]
            if len(own) >= 2 and sum(own) >= 0.5 * len(own):
                functions.discard(key)
    return functions


def _callers(text: str, parts: Sequence[Part], asks: Sequence[bool]) -> set[str]:
    """Labels of those who do little but call the next speaker by name, whatever their office is called.

    Whoever answers may call the next questioner too, but speaks behind questions.
    """
    called: dict[str, set[str]] = defaultdict(set)
    turns: Counter[str] = Counter()
    calling: Counter[str] = Counter()
    for i, part in enumerate(parts):
        following = parts[i + 1] if i + 1 < len(parts) else None
        if part.unsure or part.unnamed or part.asking_label or part.replayed:
            continue
        turns[part.key] += 1
        asked = i > 0 and (asks[i - 1] or parts[i - 1].asking_label)
        if following is None or asks[i] or asked or part.end - part.start > _CALL:
            continue
        if following.who != part.who and not following.asking_label and _names(text, part, following.who):
            calling[part.key] += 1
            called[part.key].add(following.who)
    return {
        key
        for key, n in calling.items()
        if len(called[key]) >= (2 if n == turns[key] else 3) and n >= 0.6 * turns[key]
    }


def _names(text: str, part: Part, who: str) -> bool:
    """Whether a turn has a name of the one who speaks next, in whichever case the language puts it."""
    words = text[part.start : part.end].casefold()
    names = (name for name in words_of_name(who) if len(name) > 2 or not name.isascii())
    names = (name for name in names if name not in ROLES)
    stems = (name[: max(4, len(name) - 2)] for name in names)
    # where letters have no case, words have no borders
    return any(
        stem in words and (stem == stem.upper() or re.search(rf"\b{re.escape(stem)}", words))
        for stem in stems
    )


def _presides(key: str) -> bool:
    """`präsidentin berg`, `m le président`."""
    first, *others = _office(key)
    return first in PRESIDENTS and not any(word.isdigit() for word in others)


def _office(key: str) -> list[str]:
    """The words of a label behind `the`, `M. le`, `la señora`."""
    words = key.split()
    while len(words) > 1 and words[0] in _BEFORE_OFFICES:
        del words[0]
    return words or [""]


def _asked(parts: Sequence[Part], asks: Sequence[bool], key: str) -> float:
    """How often a label stands behind a question."""
    behind = [asks[i] for i, part in enumerate(parts[1:]) if part.key == key]
    return sum(behind) / max(1, len(behind))


def _calls_by_name(text: str, parts: Sequence[Part], key: str) -> bool:
    """Whether one who presides names those who speak next, at least every other time."""
    called = [
        surname(following.who) in text[part.start : part.end].casefold()
        for part, following in pairwise(parts)
        if part.key == key and following.key != key
    ]
    return sum(called) >= max(1, 0.4 * len(called))


def _median(lengths: Iterable[int]) -> int:
    ordered = sorted(lengths)
    return ordered[len(ordered) // 2] if ordered else 0


def _askers(parts: Sequence[Part], asks: Sequence[bool], chairs: set[str], main: str | None) -> set[str]:
    """The named speakers who ask."""
    conduct = _conduct(
        [p for p in parts if p.key not in chairs],
        [a for p, a in zip(parts, asks, strict=True) if p.key not in chairs],
    )
    labelled = {part.who for part in parts if part.asking_label and not part.unnamed}
    hosts = {part.who for part in parts if part.hosts}
    conduct = {who: c for who, c in conduct.items() if who not in labelled}
    if not conduct:
        return labelled
    principals = {who for who in conduct if main and same_person(who, main)}
    principals |= {part.who for part in parts if part.answering}
    unnamed = any(part.unnamed or part.asking_label for part in parts)
    if not principals:
        principals = _principals(conduct, unnamed=unnamed) - hosts
    limit = max((conduct[who].asks for who in principals if who in conduct), default=0.0)
    mean = max((conduct[who].mean for who in principals if who in conduct), default=0.0)
    others = {who: c for who, c in conduct.items() if who not in principals}
    all_ask = not unnamed and _is_press_conference(others, limit)
    askers = {
        who
        for who, c in others.items()
        if who in hosts
        or _behaves_like_an_asker(c, limit, mean, unnamed=unnamed)
        or (all_ask and (c.asking or c.turns == 1) and c.mean < mean)
    }
    return labelled | askers


def _principals(conduct: dict[str, _Conduct], *, unnamed: bool) -> set[str]:
    """Those who answer: whoever says most without asking."""
    weight = {who: c.length * (1.0 - c.asks) ** 2 for who, c in conduct.items()}
    best = max(weight, key=lambda who: weight[who])
    if unnamed:
        return {who for who, c in conduct.items() if c.asks < 0.5} | {best}
    return {best}


def _is_press_conference(others: dict[str, _Conduct], limit: float) -> bool:
    """Whether one answers and many named people ask, so that one of them without a question mark asks too."""
    turns = sum(c.turns for c in others.values())
    asking = sum(c.asking for c in others.values())
    return len(others) >= 4 and asking >= 0.6 * turns and asking > 2 * limit * turns


def _behaves_like_an_asker(c: _Conduct, limit: float, mean: float, *, unnamed: bool) -> bool:
    if unnamed and c.turns < 3:
        return c.asks >= 0.99 and c.mean < mean
    if c.asks <= limit:
        return False
    return c.asks >= (0.3 if c.turns >= 4 else 0.5) and (c.mean < 1.5 * mean or c.asks >= 0.4 + 2 * limit)
