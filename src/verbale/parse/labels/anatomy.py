"""What a label's own letters say: its name, its remark, and whether a label can look like this at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from verbale.parse.labels.label_words import (
    ANSWERS,
    CHAIRS,
    CLIP,
    HEADERS,
    INTERPRETED,
    MEMBERS,
    PARTICLES,
    PRESIDENTS,
    SOMEBODIES,
    TITLE_STARTS,
)
from verbale.parse.labels.remarks import parted
from verbale.parse.labels.tails import fits_tail, is_function, is_name_word
from verbale.text.name_words import JOINTS, TITLES
from verbale.text.names import is_generic, is_office
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["GONE", "TRIM", "Anatomy", "anatomy", "unreadable"]

GONE = {ord(c): None for c in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"} | dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
TRIM = " \t\r\u00a0*_#>.;:,-–—\\"
_MOST_WORDS = 9
_OVER = remark(listed_words("recording_ends") - listed_words("over_links"))
# who speaks over a link is no recording, and "end of recording" says that the recording is over
_PRESENT = pattern(
    rf"(?:{remark(listed_words('over_links'))})\s+(?:live\s+)?(?:{remark(listed_words('media'))})"
    rf"|{remark(listed_words('live_links'))}|(?:{_OVER}).*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a label's own letters say.

    `name` is the label without remarks, as printed; `key` the form under which its printings meet;
    `casing` "caps", "mixed" or "caseless"; `remark` what stood in brackets.
    """

    name: str
    key: str
    casing: str
    remark: str
    words: int
    generic: bool
    titled: bool
    tail: bool
    # whether the label is a bare Q or A
    letter: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "letter", self.key in ("q", "a"))

    @property
    def interpreted(self) -> bool:
        """Whether the label says that the words are an interpreter's."""
        return bool(self.remark and INTERPRETED.search(self.remark))

    @property
    def replayed(self) -> bool:
        """Whether the label says that the words come from a recording."""
        return bool(self.remark and CLIP.search(_PRESENT.sub(" ", self.remark)))

    @property
    def somebody(self) -> bool:
        """Whether the label speaks of people without naming them."""
        return _is_somebody(self.name.split())

    @property
    def formal(self) -> bool:
        """Whether it has an office, a party or a place beside the name, as labels of parliaments have."""
        words = {word.strip(".") for word in self.key.split()}
        return self.titled or bool(self.remark) or self.somebody or not _OFFICES.isdisjoint(words)


def _tidy(label: str) -> str:
    return " ".join(
        label.translate(GONE).replace("\\", "").replace(";", ".").replace(":", ".").split()
    ).strip(TRIM)


def _casing(name: str) -> str:
    """How a name is written; "Prime Minister ORLANSK" is in capitals where the name itself is."""
    words = [word for word in name.split() if not word[0].islower()]
    names = [word for word in words if word.strip(".").casefold() not in _BESIDE_NAMES]
    printings = (" ".join(names or words[-1:]) or name, name)
    if name.upper() == name.lower():
        return "caseless"
    return "caps" if any(map(_is_in_capitals, printings)) else "mixed"


def _is_in_capitals(words: str) -> bool:
    upper = sum(map(str.isupper, words))
    return upper > 1 and upper >= 3 * sum(map(str.islower, words))


def _fits(words: list[str], casing: str, *, generic: bool) -> bool:
    """Whether the words could be a name or an office."""
    if generic:
        return len(words) <= 6
    if not words or len(words) > (_MOST_WORDS if casing == "caps" else 7 if casing == "mixed" else 4):
        return False
    bare = [word for word in words if word not in _DEGREES] or words
    if len(bare) > 2 and bare[-2].casefold() == "pro" and bare[-1].casefold() in ("tem", "tempore"):
        bare = bare[:-2]
    if len(bare) > 1 and bare[-1].lstrip("#").isdigit():
        bare = bare[:-1]
    if not all((word[0].isalnum() and not word[0].isdecimal()) or word == "&" for word in bare):
        return False
    if any(word[-1] == "." and _ends_sentence(word[:-1]) for word in bare[:-1]):
        return False  # "Yes. JONES": a sentence ends before the name
    if casing == "caseless":
        return True
    if _is_somebody(words):
        return True
    first, last = bare[0], bare[-1].strip(".").casefold()
    if len(bare) == 2 and is_name_word(first) and first.casefold() in JOINTS and is_office(" ".join(bare)):
        return True  # "Le porte-parole"
    if not is_name_word(first) or not (is_name_word(bare[-1]) or last in TITLES or last in CHAIRS):
        return False
    if first.strip(".").casefold() in _SMALL and len(bare) > 2 and all(map(is_name_word, bare[-2:])):
        return True  # "Ministr vod Petr Hora", "La presidenta diputada Otilia Luna": offices have any words
    return all(is_name_word(w) or w.strip(".").casefold() in _SMALL or w == "&" for w in bare)


def _ends_sentence(word: str) -> bool:
    return word.casefold() in HEADERS or (len(word) > 6 and not {"-", "."} & set(word))


def _is_somebody(words: Sequence[str]) -> bool:
    """`Some hon. members`, `Plusieurs députés du groupe SEL`: people, but nobody's name."""
    keys = [word.strip(".").casefold() for word in words]
    return bool(keys) and keys[0] in SOMEBODIES and words[0][:1].isupper() and not MEMBERS.isdisjoint(keys)


def _capitals_before_office(words: Sequence[str]) -> int:
    """How many words of `ADA HOLM state secretary of rivers` are the name; 0 where no office follows it."""
    count = next((k for k, word in enumerate(words) if not word.isupper()), 0)
    office = words[count:]
    if count < 2 or not all(map(str.islower, office)) or office[-1].strip(".") not in TITLES:
        return 0
    return count


@lru_cache(maxsize=16384)
def anatomy(label: str) -> Anatomy | None:
    """What a label's own letters say, or None where no label is made like this.

    Args:
        label: The text before the colon, as it stands.

    >>> anatomy("PRESIDENT OKORO (through interpreter)").key
    'president okoro'
    >>> anatomy("Let me repeat") is None
    True
    """
    outside, remark = parted(label)
    tidy = _tidy(outside)
    head, comma, tail = (part.strip() for part in tidy.partition(","))
    behind = None if comma else _OFFICE_BEHIND.fullmatch(tidy)
    if behind and behind["name"].isupper() and behind["office"].islower():
        # "RÉVÉSZ AMBRUS révügyi miniszter": small letters behind a name in capitals
        head, comma, tail = behind["name"], ",", behind["office"]
    name = head if comma else tidy
    words = name.split()
    if len(words) > 1 and CLIP.fullmatch(words[0]):  # "O-Ton Ana Berg"
        remark = f"{words[0]} {remark}".strip()
        words = words[1:]
        name = " ".join(words)
    if not comma and 0 < (count := _capitals_before_office(words)) < len(words):
        tail, words = " ".join(words[count:]), words[:count]
        name = " ".join(words)
    if len(words) > _MOST_WORDS:
        return None  # most labels that are none are sentences
    key = " ".join(word.strip(".") or word for word in name.casefold().replace("’", "'").split())
    casing = _casing(name.partition(" of ")[0])  # "Mr. HALE of Ostia"
    generic = _is_questioner(name, words, casing)
    first = key.split(" ", 1)[0]
    if first == "q" and len(words) > 1:
        return None
    if key in ANSWERS or key == "q":
        generic_or_answer = True
    else:
        generic_or_answer = generic
        if (
            key in HEADERS
            or (len(words) == 1 and key.strip("'") in HEADERS)
            or first in ("http", "https", "e&oe")
        ):
            return None
        numbered = len(words) > 1 and words[-1].lstrip("#").isdigit()
        if (
            numbered
            and casing == "mixed"
            and not generic
            and first not in ("speaker", "participant", "sprecher")
        ):
            return None
    if not _fits(words, casing, generic=generic_or_answer):
        return None
    if comma and tail and not fits_tail(name, tail):
        return None
    if tail and len(words) == 1 and not is_function(name):
        key = f"{key}, {tail.casefold()}"  # "EMMA, 9" need not be the EMMA of another label
    titled = first in TITLE_STARTS and (len(words) > 1 or casing == "caps")
    return Anatomy(name, key, casing, remark, len(words), generic, titled, bool(tail))


def unreadable(printed: str) -> Anatomy:
    """The anatomy of what is printed like a label and cannot be read as one.

    Args:
        printed: Its words.
    """
    return Anatomy(
        printed,
        printed.casefold(),
        "mixed",
        "",
        len(printed.split()),
        generic=False,
        titled=False,
        tail=False,
    )


def _is_questioner(name: str, words: list[str], casing: str) -> bool:
    """Whether the label is a questioner's; "Second question:" is not, it lacks a label's capitals."""
    if not is_generic(name):
        return len(words) <= 4 and _names_a_questioner(name)
    if casing != "mixed" or len(words) == 1:
        return True
    return words[0].casefold() in _UNKNOWN or all(is_name_word(w) or not is_generic(w) for w in words)


_UNKNOWN = frozenset({"unidentified", "unknown", "unnamed", "male", "female", "audience"})


def _names_a_questioner(name: str) -> bool:
    """`Frage Kellermann`, `AUSTRALIAN JOURNALIST`; the word for a questioner has a capital, as in a label."""
    words = name.split()
    if len(words) < 2 or not all(is_name_word(word) for word in words) or _casing(name) == "caseless":
        return False
    return is_generic(words[-1]) or (is_generic(words[0]) and len(words) <= 3)


_OFFICE_BEHIND = pattern(r"(?P<name>\S+(?: \S+){1,3}?) (?P<office>[^\W\d_]\S+(?: [^\W\d_]\S+){0,3})")
_BESIDE_NAMES = TITLES | JOINTS
_OFFICES = TITLES | CHAIRS | PRESIDENTS
_SMALL = PARTICLES | _BESIDE_NAMES | CHAIRS
_DEGREES = frozenset({"h.", "c.", "h.c.", "mult.", "jun.", "sen.", "rer.", "nat.", "pol.", "phil.", "habil."})
