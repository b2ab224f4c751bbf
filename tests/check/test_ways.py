"""The ways in which one speech, and the next, can account for a quote: where each begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Flag, Wording
from verbale.store import open_store

FIRST = "The northern harbour will be dredged before the herring comes back."
NEXT = "Nobody in the town hall believed that we could pay for it."
LATER = "Every crew on the long ferries was thanked in a letter of mine."
OTHERS = "A lighthouse without a keeper is a candle in the rain."
FILLING = " ".join(f"Item {n} of the list was read out in hall {n * 3}." for n in range(12))
TALK = f"""Interview with Ada Brenn

10 May 2023

Question: What of the harbour?

Ada Brenn: {FIRST} {NEXT} {FILLING} {LATER}

Question: And the lighthouse?

Ivo Tarn: {OTHERS}

Question: Is that so?

Ada Brenn: It is so, and it was so when my own mother kept the light.

Question: And then?

Ivo Tarn: Then came the long winter, and the rain.
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    folder = tmp_path_factory.mktemp("talk")
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    with open_store(folder / "record") as store:
        assert len(add(store, folder / "talk.txt").added) == 1
        yield Checker(store)


def bare(sentence: str) -> str:
    return sentence.strip(". ")


@pytest.mark.parametrize(
    ("quoted", "wording", "left_out", "far"),
    [
        (f"{FIRST} {NEXT}", Wording.VERBATIM, [], False),
        # an unmarked omission within a hundred words of one speech is named; further it is a splice
        (f"{bare(FIRST)}. Item 0 of the list was read out in hall 0.", Wording.ALTERED, [bare(NEXT)], False),
        (f"{FIRST} {LATER}", Wording.SPLICED, [], False),
        (f"{NEXT} {FIRST}", Wording.SPLICED, [], False),
        (f"{OTHERS} {LATER}", Wording.SPLICED, [], False),
        # with a mark it is elided, and far where more than a hundred words are left out
        (f"{bare(FIRST)} … Item 0 of the list was read out", Wording.ELIDED, [], False),
        (f"{FIRST} … {LATER}", Wording.ELIDED, [], True),
        (f"{LATER} … {FIRST}", Wording.SPLICED, [], False),
        (f"{LATER} … {OTHERS}", Wording.SPLICED, [], False),
        # marks that leave nothing out, and some that do
        (f"{FIRST} … {NEXT}", Wording.VERBATIM, [], False),
        (f"{FIRST} … {NEXT} … {LATER}", Wording.ELIDED, [], True),
        # one bracket in one of the pieces is an adaptation of the whole; what it stands for is named
        (
            f"The [old] harbour will be dredged before the herring … {LATER}",
            Wording.ADAPTED,
            ["northern"],
            True,
        ),
        (
            f"{FIRST} … [All] on the long ferries was thanked in a letter",
            Wording.ADAPTED,
            [],
            True,
        ),
        # pieces of two words; a piece that is changed
        ("northern harbour … be dredged … the herring", Wording.ELIDED, [], False),
        (
            f"{FIRST} … Every crew on the short ferries was thanked in a letter",
            Wording.ALTERED,
            ["long"],
            False,
        ),
        # the changed piece, and not all that stands between
        (
            f"The southern harbour will be dredged before the herring … {LATER}",
            Wording.ALTERED,
            ["northern"],
            False,
        ),
    ],
)
def test_the_way_in_which_a_talk_accounts_for_a_quote(
    talk: Checker, quoted: str, wording: Wording, left_out: list[str], far: bool
) -> None:
    check = talk.check(quoted)
    assert (check.wording, Flag.FAR in check.flags) == (wording, far)
    assert [bare(edit.record) for edit in check.edits] == left_out
    assert check.evidence is not None
    assert check.evidence.pieces
