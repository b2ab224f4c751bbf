"""Words around names: titles and offices, unnamed questioners, suffixes, family names that come first."""

from __future__ import annotations

from verbale.text.packs import listed_words

__all__ = [
    "ADDRESSED",
    "FAMILY_FIRST",
    "GENERIC",
    "GENERIC_COMPANY",
    "JOINTS",
    "MEN",
    "PARTICLES",
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
GENERIC = listed_words("questioners")
# Words that may stand beside a generic one without naming anybody.
GENERIC_COMPANY = listed_words("beside_questioners")
# "Mr President" and "Madam Speaker" address an office, they do not name Mr and Mrs Speaker.
ADDRESSED = listed_words("addressed")
PARTICLES = listed_words("family_particles")
# Families whose names stand first, as printed in Latin letters.
FAMILY_FIRST = listed_words("families_first")
