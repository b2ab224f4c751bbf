"""Offices that a house abbreviates before a surname, spelled out by the document's own head.

The German chancellery labels its press conferences `BK'IN BERG:` and `StS LUND:`, others have `FM`,
`DPM` or `SecGen`. No list can hold them all, but the title has the office and the full name.
"""

from __future__ import annotations

from verbale.parse.people.given_names import NOT_GIVEN, capitalised, full_names_of
from verbale.parse.people.title_names import is_title
from verbale.text.names import bare, is_office
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["spelled_out"]

# No given name looks like these: "BK", "STS" have no vowel, "StS" an inner capital, "AM'IN" a woman's ending.
_VOWELS = "aeiouyäöüаеиоуы"
_SHORT = pattern(
    rf"(?:(?i:(?![{_VOWELS}])[^\W\d_]){{1,4}}|[^\W\d_a-zà-ÿ][a-zà-ÿ]{{1,3}}[^\W\d_a-zà-ÿ][a-zà-ÿ]{{0,3}}"
    r"|[^\W\d_]{1,4}['’](?i:in))"
)
_MOST_BEFORE = 6
_PARTS = pattern(rf"[,;:–—]|{remark(listed_words('ands'))}")


def spelled_out(name: str, head: str) -> str | None:
    """The full name that the head of a text gives for an abbreviated office and a surname.

    Args:
        name: A label's name.
        head: The document's title and what stands before its first label.

    Returns:
        None unless exactly one person named there has the surname, and the office before his or her
        name has the letters of the abbreviation in their order.

    >>> spelled_out("BK'IN BERG", "Pressekonferenz von Bundeskanzlerin Anna Berg und Präsident Jan Lund")
    'Anna Berg'
    >>> spelled_out("P BERG", "Pressekonferenz von Bundeskanzlerin Anna Berg") is None
    True
    >>> spelled_out("BEN BERG", "Bundeskanzlerin Anna Berg") is None  # her brother
    True
    """
    short, _, rest = name.partition(" ")
    family = bare(rest)
    if not family or not short[0].isupper() or not _SHORT.fullmatch(short) or is_office(short):
        return None
    line = " ".join(head.split())
    full = {
        found
        for printing in (family, capitalised(family))
        for found in full_names_of(line, printing, 0, len(line))
    }
    if len(full) != 1:
        return None
    person = full.pop()
    before = _PARTS.split(line[: line.find(person)])[-1].split()[-_MOST_BEFORE:]
    return person if _abbreviates(short, before) else None


def _abbreviates(short: str, words: list[str]) -> bool:
    """Whether the letters of an abbreviation stand in an office in their order, the first at its start."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    for start, word in enumerate(words):
        if word.casefold() in NOT_GIVEN or not is_title(word.casefold()):
            continue
        if not word[0].isupper() or word[0].casefold() != letters[0]:
            continue
        left = iter("".join(words[start:]).casefold())
        if all(letter in left for letter in letters):
            return True
    return False
