"""Who a quote may be given to, by what the record and its people know of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.check.press import write
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.intake.speaker_tables import import_speakers
from verbale.model import Attribution, Severity, Verdict
from verbale.store import Store, open_store

WORDS = "We have never considered a toll on the northern canal"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "files").mkdir()
    with open_store(tmp_path / "record") as opened:
        add(opened, write(tmp_path / "files"))
        yield opened


def test_an_alias_of_your_table_is_the_speaker(store: Store, tmp_path: Path) -> None:
    checker = Checker(store)
    assert checker.check(WORDS, speaker="Old Foghorn").attribution is Attribution.WRONG
    (tmp_path / "people.csv").write_text("name,alias\nIvo Tarn,Old Foghorn\n", encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    assert checker.check(WORDS, speaker="Old Foghorn").attribution is Attribution.RIGHT


def test_an_office_is_its_holder_of_the_day(store: Store, tmp_path: Path) -> None:
    table = "name,office,from,to\nIvo Tarn,Press Secretary,2023,2023\nOda Lind,Press Secretary,2024,\n"
    assert Checker(store).check(WORDS, speaker="the press secretary").attribution is Attribution.UNKNOWN
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    check = Checker(store).check(WORDS, speaker="the press secretary")
    assert (check.attribution, check.verdict) == (Attribution.RIGHT, Verdict.VERBATIM)
    speech = "A rope is a promise that many small threads make to each other"
    assert Checker(store).check(speech, speaker="the press secretary").attribution is not Attribution.RIGHT


def test_an_office_with_its_country_is_its_holder(store: Store, tmp_path: Path) -> None:
    table = "name,office,from,to\nIvo Tarn,Press Secretary of Orland,2023,2023\n"
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    for claimed in ("the press secretary of Orland", "Orland’s press secretary", "Orlandish Press Secretary"):
        check = Checker(store).check(WORDS, speaker=claimed)
        assert (check.attribution, check.verdict) == (Attribution.RIGHT, Verdict.VERBATIM), claimed
    for claimed in ("the press secretary of Tavria", "Tavria's press secretary", "Russian press secretary"):
        assert Checker(store).check(WORDS, speaker=claimed).attribution is Attribution.UNKNOWN, claimed


@pytest.mark.parametrize(
    "claimed",
    [
        "Russian Foreign Minister",
        "Russia's foreign minister",
        "the Russian foreign minister",
        "Foreign Minister of the Russian Federation",
        "Russia’s top diplomat",
        "the minister of foreign affairs of Russia",
        "the foreign minister",
    ],
)
def test_an_office_is_one_however_its_country_is_printed(store: Store, tmp_path: Path, claimed: str) -> None:
    table = "name,office,from,to\nIvo Tarn,Foreign Minister of Russia,2023,2023\n"
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    check = Checker(store).check(WORDS, speaker=claimed)
    assert (check.attribution, check.severity) == (Attribution.RIGHT, Severity.OK)


def test_an_office_of_two_countries_is_nobodys(store: Store, tmp_path: Path) -> None:
    table = (
        "name,office,from,to\nIvo Tarn,Foreign Minister of Orland,2023,2023\n"
        "Oda Lind,Foreign Minister of Tavria,2023,2023\n"
    )
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    stood = [
        Checker(store).check(WORDS, speaker=claimed).attribution
        for claimed in ("the top diplomat", "Tavrian Foreign Minister", "Orland's foreign minister")
    ]
    assert stood == [Attribution.UNKNOWN, Attribution.UNKNOWN, Attribution.RIGHT]


def test_a_bare_office_as_label_is_never_green_for_a_name(tmp_path: Path) -> None:
    talk = "Statement by the Prime Minister of Tavria\n\n20 November 2024\n\n" + (
        "QUESTION: Will taxes fall?\n\nTHE PRIME MINISTER: Taxes will fall for all who earn less than I.\n\n"
    )
    (tmp_path / "talk.txt").write_text(talk * 2, encoding="utf-8")
    (tmp_path / "people.csv").write_text(
        "name,office,from,to\nPetra Sundholm,Prime Minister of Orland,2024,\n", encoding="utf-8"
    )
    with open_store(tmp_path / "record") as opened:
        add(opened, tmp_path / "talk.txt")
        import_speakers(opened, tmp_path / "people.csv")
        check = Checker(opened).check("Taxes will fall for all who earn less", speaker="Petra Sundholm")
    assert check.speaker == "THE PRIME MINISTER"
    assert (check.attribution, check.severity) == (Attribution.UNKNOWN, Severity.LOOK)


def said(folder: Path, talk: str, *claims: str) -> list[str]:
    """How a talk's words "{words}" stand to each claimed speaker, the attribution and the severity."""
    words = "I have driven over the marsh road with my own lorry in the rain"
    (folder / "talk.txt").write_text("14 March 2024\n\n" + talk.format(words=words), encoding="utf-8")
    with open_store(folder / "record") as opened:
        add(opened, folder / "talk.txt")
        checks = [Checker(opened).check(words, speaker=claim) for claim in claims]
    return [f"{check.attribution.value}, {check.severity.value}" for check in checks]


OTHERS = (
    "\n\nAda Brenn: Who saw you there?\n\nOlga Lind: Nobody saw him, and nobody asked.\n\nAda Brenn: Why?"
)
RIGHT, WRONG, OPEN = "right, ok", "wrong, bad", "unknown, look"
# another's, and of who is claimed nothing is loaded
UNHEARD = "wrong, look"


@pytest.mark.parametrize(
    ("label", "claims"),
    [
        ("The Minister for Harbours (Ivo Tarn)", {"Ivo Tarn": RIGHT, "Olga Lind": WRONG}),
        (
            "The Minister for Harbours (Ivo Tarn)",
            {"the Minister for Harbours": RIGHT, "Minister of Health": OPEN},
        ),
        ("The PRESIDING OFFICER (Mr. Holm)", {"Mr. Holm": RIGHT, "the presiding officer": RIGHT}),
        ("Vandministeren (Karin Lund)", {"Karin Lund": RIGHT, "vandministeren": RIGHT, "Ada Brenn": WRONG}),
        ("Minister of Health", {"Deputy Minister of Health": OPEN, "the minister of health": RIGHT}),
        ("The President of Tarvia", {"the Ambassador of Tarvia": OPEN, "Ivo Tarn": OPEN}),
        ("SPEAKER_01", {"SPEAKER_00": OPEN, "Ivo Tarn": OPEN}),
        ("Ana Ruiz and Ivo Tarn", {"Ana Ruiz": OPEN, "Tarn": OPEN, "Olga Lind": WRONG}),
        ("Sam Orrin Jr.", {"Sam Orrin Sr.": UNHEARD, "Sam Orrin": RIGHT}),
        ("Lakos Ferenc", {"Ferenc Lakos": OPEN, "Ferenc Holm": UNHEARD}),
        ("Mr. Kell of Merrow", {"Kell": RIGHT, "Mr. Kell of Velland": WRONG}),
        ("Gleb Lavrin", {"Lawrin": OPEN, "Лаврин": OPEN, "Г. Лаврин": OPEN, "Gljeb Lawrin": OPEN}),
        ("Gleb Lavrin", {"Λαβρίν": OPEN, "لافرين": OPEN, "Ольга Вашек": UNHEARD, "Olga Lind": WRONG}),
        ("Глеб Лаврин", {"Lavrin": OPEN, "Gleb Lavrine": OPEN, "Olga Lind": WRONG}),
        ("Will Marr", {"Marr": RIGHT, "Will": OPEN, "Mark Marr": UNHEARD}),
        ("Senior Defense Official", {"a senior administration official": OPEN, "Ada Brenn": OPEN}),
    ],
)
def test_who_may_be_meant_by_a_label(label: str, claims: dict[str, str], tmp_path: Path) -> None:
    talk = f"{label}: {{words}}." + OTHERS + f"\n\n{label}: The road was mine."
    assert dict(zip(claims, said(tmp_path, talk, *claims), strict=True)) == claims


@pytest.mark.parametrize(
    ("one", "other", "label", "claim"),
    [
        ("Jonas Tarok", "Elim Tarok", "Hon. Tarok", "Jonas Tarok"),
        ("Jonas Tarok", "Elim Tarok", "Hon. Tarok", "Tarok"),
        ("Jonas Tarok", "Elim Tarok", "Jonas Tarok", "Tarok"),
        ("Joan Marr", "Jack Marr", "Joan Marr", "J. Marr"),
        ("Mr. Kell of Merrow", "Mr. Kell of Velland", "Mr. Kell of Merrow", "Kell"),
        ("Mr. Kell (Merrow)", "Mr. Kell (Velland)", "Mr. Kell (Merrow)", "Mr. Kell"),
        ("Sam Orrin Jr.", "Sam Orrin Sr.", "Sam Orrin Jr.", "Sam Orrin"),
    ],
)
def test_a_name_that_two_people_share_is_nobodys(
    one: str, other: str, label: str, claim: str, tmp_path: Path
) -> None:
    talk = f"{one}: It is closed.\n\n{other}: No.\n\n{label}: {{words}}.\n\n{one}: So.\n\n{other}: No."
    assert said(tmp_path, talk, claim) == [OPEN]


def test_a_misprinted_label_is_no_second_person_of_the_name(tmp_path: Path) -> None:
    talk = (
        "Ada Psarek: It is closed.\n\nIvo Tarn: Why?\n\nMs. Psarek: {words}.\n\nIvo Tarn: When?\n\n"
        "S. Psarek: In the rain.\n\nIvo Tarn: And then?\n\nMs. Psarek: Then it rained."
    )
    assert said(tmp_path, talk, "Ada Psarek", "Psarek") == [RIGHT, RIGHT]
