from __future__ import annotations

import pytest

from verbale.compare import compare, take_apart
from verbale.text.tokens import tokens


@pytest.mark.parametrize(
    ("quoted", "record", "exact"),
    [
        # however few words stand beside a bracket
        ("we saw [none of the] boats", "we saw all of our boats", True),
        ("[the old harbour board] sold it", "the two sisters of Orsk sold it", True),
        ("we sold [the mill] now", "we sold the old harbour now", True),
        ("we sold [the mill] to [her] now", "we sold the old harbour to the old baker now", True),
        # and none of them may be another
        ("we saw [none of the] boats", "we saw all of our nets", False),
        ("we sold [the mill] today", "we sold the old harbour now", False),
        ("they sold [the mill] now", "we sold the old harbour now", False),
    ],
)
def test_a_bracket_takes_no_word_beside_it(quoted: str, record: str, *, exact: bool) -> None:
    (piece,) = take_apart(quoted).pieces
    held = compare(piece, tokens(f"and so {record} as they say"))
    assert held.exact == exact
    assert held.matched.all() == exact
