"""Signs, brackets and marks of omission as a check tells them: its verdict, its severity and its flags."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.store import open_store

TALK = """Council of Velland

Velland, 1 March 2025

QUESTION: What happened at the harbour?

IVO TARN: The water in the harbour was at −5 degrees on Monday. The fleet must keep ≥ 40 boats at the old
mole. The lock took 3-5 years to repair after the storm. Read article 5(a) before you sell the mole. They
offered us $40m for the whole of the harbour. The dam holds 10² barrels of oil in every winter. We sail at
7.30 in the morning, and nobody sails later. Our list is short:

1. Repair the lock before the frost.
2. Pay the divers what we owe them.

QUESTION: And the tunnel?

IVO TARN: The tunnel will probably open in the autumn. We have never sold it to the bank of Orsk. The council
is unable to pay for the lamps. The board claims that the drills were broken on purpose. Mr Lund, the pilot,
told us that he would rather sink the ferry than sell it. Tens of thousands of letters came in about it.
Boats of all kinds are lost in this weather. The militarisation of the strait must end at once.
The bank of Kiev will pay for all of the lamps.
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    folder = tmp_path_factory.mktemp("signs")
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    with open_store(folder / "record") as store:
        assert add(store, folder / "talk.txt").added
        yield Checker(store)


@pytest.mark.parametrize(
    ("quoted", "verdict", "flags"),
    [
        ("The water in the harbour was at -5 degrees on Monday", "verbatim, ok", ""),
        ("The water in the harbour was at minus five degrees on Monday", "verbatim, ok", ""),
        ("The water in the harbour was at 5 degrees on Monday", "altered, bad", "number"),
        ("The fleet must keep >= 40 boats at the old mole", "verbatim, ok", ""),
        ("The fleet must keep ≤ 40 boats at the old mole", "altered, bad", "number"),
        ("The fleet must keep 40 boats at the old mole", "altered, bad", "number"),
        ("The lock took three to five years to repair after the storm", "verbatim, ok", ""),
        ("The lock took 35 years to repair after the storm", "altered, bad", "number"),
        ("Read article 5(a) before you sell the mole", "verbatim, ok", ""),
        ("Read article 5(b) before you sell the mole", "altered, bad", ""),
        ("They offered us 40 million dollars for the whole of the harbour", "verbatim, ok", ""),
        ("They offered us €40m for the whole of the harbour", "altered, bad", "number"),
        ("The dam holds 10^2 barrels of oil in every winter", "verbatim, ok", ""),
        ("The dam holds 102 barrels of oil in every winter", "altered, bad", "number"),
        ("We sail at 7:30 in the morning", "verbatim, ok", ""),
        ("We sail at 730 in the morning", "altered, bad", "number"),
        ("Repair the lock before the frost. Pay the divers what we owe them.", "verbatim, ok", ""),
        ("The tunnel will … open in the autumn", "elided, look", "modality"),
        ("The tunnel will [surely] open in the autumn", "adapted, look", "modality"),
        ("We have … sold it to the bank of Orsk", "altered, bad", "negation"),
        ("The council is able to pay for the lamps", "altered, bad", "negation"),
        ("The board claims that the [pumps] were broken on purpose", "adapted, look", ""),
        ("[Mr Brown], the pilot, told us that he would rather sink the ferry", "adapted, look", "name"),
        ("The drills were broken on purpose", "verbatim, look", "cut, relayed"),
        ("thousands of letters came in about it", "verbatim, look", "number, cut"),
        ("The militarization of the strait must end at once", "verbatim, ok", "cleaned"),
        ("The bank of Kyiv will pay for all of the lamps", "verbatim, ok", "cleaned"),
        ("The bank of Minsk will pay for all of the lamps", "altered, bad", "name"),
        ("Ships of all kinds are lost in this weather", "altered, bad", ""),
        ("Mr Orsk, the pilot, told us that he would rather sink the ferry", "altered, bad", "name"),
    ],
)
def test_what_a_check_says(checker: Checker, quoted: str, verdict: str, flags: str) -> None:
    check = checker.check(quoted, speaker="Ivo Tarn")
    assert f"{check.verdict}, {check.severity}" == verdict
    assert ", ".join(check.flags) == flags


def test_the_words_that_are_shown_have_their_signs(checker: Checker) -> None:
    check = checker.check("The water in the harbour was at 5 degrees on Monday", speaker="Ivo Tarn")
    assert [(edit.record, edit.quoted) for edit in check.edits] == [("−5", "5")]
    check = checker.check("−5 degrees on Monday", speaker="Ivo Tarn")
    assert check.evidence is not None
    assert check.evidence.text == "−5 degrees on Monday"
