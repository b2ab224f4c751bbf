from __future__ import annotations

import pytest

from verbale import Flag
from verbale.telling.verdicts import TOLD, TOUCHED

# Told where it is said whose words they are, and in which other places they stand.
TOLD_OTHERWISE = {Flag.RELAYED, Flag.REPEATED}


@pytest.mark.parametrize("flag", Flag)
def test_every_flag_has_its_words(flag: Flag) -> None:
    assert (flag in TOLD) + (flag in TOUCHED) + (flag in TOLD_OTHERWISE) == 1
