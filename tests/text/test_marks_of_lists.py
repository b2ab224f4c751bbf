from __future__ import annotations

import pytest

from tests.cost import grows_as_its_size
from verbale.compare import compare, take_apart
from verbale.text.marks_of_lists import counting_marks
from verbale.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Our list is short:\n1. Repair the lock.\n2. Pay the divers.", ["1.", "2."]),
        ("Our list is short:\n1) Repair the lock.", ["1)"]),
        ("First:\n(a) the lock\n(b) the divers\n(c) sleep", ["(a)", "(b)", "(c)"]),
        ("i. the lock\nii. the divers\niii. sleep", ["i.", "ii.", "iii."]),
        ("- 4. the lock\n- 5. the divers", ["- 4.", "- 5."]),
        ("We want (1) the lock and (2) the divers.", ["(1)", "(2)"]),
        ("the lock of the\n- 12 -\nold harbour", ["- 12 -"]),
        ("the lock of the\nPage 12 of 40\nold harbour", ["Page 12 of 40"]),
        ("the lock of the\n\n12\n\nold harbour", ["12"]),
        # what only looks so
        ("They were\n12. Nobody else came.", []),
        ("read article 5 (a) and the rest", []),
        ("They were in all\n12\nboats", []),
        ("It cost (5) crowns.", []),
        ("We have:\n40 boats\n41 nets", []),
        ("2. the lock\n5. the divers", []),
    ],
)
def test_what_counts_and_was_not_said(text: str, marks: list[str]) -> None:
    assert [span.of(text).strip() for span in counting_marks(text)] == marks


@pytest.mark.parametrize(
    ("quoted", "record", "exact"),
    [
        ("repair the lock. Pay the divers", "1. Repair the lock.\n2. Pay the divers.", True),
        ("1. Repair the lock. 2. Pay the divers", "1. Repair the lock.\n2. Pay the divers.", True),
        ("the lock of the old harbour", "the lock of the\n- 12 -\nold harbour", True),
        ("the lock of 13 old harbours", "the lock of 12 old harbours", False),
        ("the lock[1] of the harbour", "the lock of the harbour", True),
        ("the lock of the harbour.[12] We sail", "the lock of the harbour. We sail", True),
        ("the lock of the harbour", "the lock[1] of the harbour", True),
        ("the lock¹ of the harbour*", "the lock of the harbour", True),
        ("read article 5(b) of it", "read article 5(a) of it", False),
        ("read article 5(b) of it", "read article 5(b) of it", True),
        ("read article V(b)(2) of it", "read article V(b)(2) of it", True),
        ("read article V(b) of it", "read article V(a) of it", False),
        ("read article 5(1) of it", "read article 5 of it", False),
    ],
)
def test_they_may_be_quoted_or_left_out(quoted: str, record: str, exact: bool) -> None:
    for round_too in (False, True):
        (piece,) = take_apart(quoted, round_too=round_too).pieces
        assert compare(piece, tokens(record)).exact == exact


def test_many_lists_are_read_in_the_time_of_many_lines() -> None:
    assert grows_as_its_size(lambda size: list(counting_marks("a:\n1. b\n" * size)), 2_000)
