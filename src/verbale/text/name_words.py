"""Words around names: titles and offices, unnamed questioners, suffixes, family names that come first."""

from __future__ import annotations

from verbale.text.listed import listed
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
SUFFIXES = listed(
    """
    jr sr jnr snr ii iii iv mp am ac ao kc qc phd md obe mbe cbe esq mep mdb
    """
)
GENERIC = listed_words("questioners")
# Words that may stand beside a generic one without naming anybody.
GENERIC_COMPANY = listed_words("beside_questioners")
# "Mr President" and "Madam Speaker" address an office, they do not name Mr and Mrs Speaker.
ADDRESSED = listed_words("addressed")
PARTICLES = listed(
    """
    de du des la le del der die
    """
)
# Families whose names stand first, as printed in Latin letters.
FAMILY_FIRST = listed(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu zhu hu guo lin gao luo xi qin mao deng jiang kim
    park choi jung kang cho yoon yun moon shin nguyen tran pham
    """
)
