from __future__ import annotations

import pytest

from verbale import Doubt, Flag
from verbale.telling.verdicts import DOUBTS, TOLD, TOUCHED

# Told where it is said whose words they are, why that is not sure, and in which other places they stand.
TOLD_OTHERWISE = {Flag.OUTLET, Flag.RELAYED, Flag.UNSURE, Flag.REPEATED}


@pytest.mark.parametrize("flag", Flag)
def test_every_flag_has_its_words(flag: Flag) -> None:
    assert (flag in TOLD) + (flag in TOUCHED) + (flag in TOLD_OTHERWISE) == 1


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_its_words(doubt: Doubt) -> None:
    assert DOUBTS[doubt].endswith(".")
