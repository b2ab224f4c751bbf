"""Words around names: titles and offices, unnamed questioners, suffixes, family names that come first."""

from __future__ import annotations

from verbale.text.packs import listed_words

__all__ = [
    "ADDRESSED",
    "AFTER_NAMES",
    "FAMILY_FIRST",
    "GENERATIONS",
    "GENERIC",
    "GENERIC_COMPANY",
    "HEADS",
    "HEAD_ENDS",
    "HONORIFICS",
    "JOINTS",
    "MEN",
    "OFFICES",
    "PARTICLES",
    "ROLES",
    "SUFFIXES",
    "TITLES",
    "WOMEN",
]


MEN = listed_words("men")
WOMEN = listed_words("women")
# Words that stand before a name, or make up an office without one.
TITLES = listed_words("titles")
# Words that join the parts of an office; they never start or end a name.
JOINTS = listed_words("joints")
SUFFIXES = listed_words("name_suffixes")
# Suffixes that tell a parent from a child, each with the first of its spellings.
GENERATIONS = {
    each: spellings.partition("/")[0]
    for spellings in listed_words("generations")
    for each in spellings.split("/")
}
# Titles that say nothing of an office.
HONORIFICS = MEN | WOMEN | listed_words("respectful")
# Words of respect and offices behind a name; in Chinese, Japanese and Korean they are one word with it.
AFTER_NAMES = listed_words("honorifics_after")
# Words for offices, before a name or for a person.
OFFICES = listed_words("offices")
# What people are called who have a part and no name: a witness, a nurse; a title before a name.
ROLES = listed_words("people")
_LONG = 8
# What the last word of an office without a name may be ("Health Minister", "Senior Defense Official"):
# titles, and words too long to be surnames too.
HEADS = (
    (TITLES & OFFICES)
    | {word for word in OFFICES if word.isalpha() and len(word) >= _LONG}
    | listed_words("office_ends")
) - listed_words("office_names")
# How such a word may end: "Vandministeren".
HEAD_ENDS = tuple(word.strip("*") for word in OFFICES if word.startswith("*") and len(word) > _LONG)
GENERIC = listed_words("questioners")
# Words that may stand beside a generic one without naming anybody.
GENERIC_COMPANY = listed_words("beside_questioners")
# "Mr President" and "Madam Speaker" address an office, they do not name Mr and Mrs Speaker.
ADDRESSED = listed_words("addressed")
PARTICLES = listed_words("family_particles")
# Families whose names stand first, as printed in Latin letters.
FAMILY_FIRST = listed_words("families_first")
