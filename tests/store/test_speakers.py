"""Who is whom: names that fit, names that people joined or parted, offices on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.made_up import interview
from verbale.errors import ReadError, RecordError
from verbale.intake.adding import add
from verbale.intake.speaker_tables import import_speakers
from verbale.store import Store

PEOPLE = [
    "Sergei Lavrin",
    "Sergej Lawrin",
    "Tony Brenn",
    "Anthony Brenn",
    "Joe Marr",
    "Joseph Marr",
    "Ada Marr",
]


def hear(store: Store, texts: Path, *names: str) -> None:
    for number, name in enumerate(names):
        (texts / f"{len(list(texts.iterdir()))}.txt").write_text(
            interview(number, speaker=name), encoding="utf-8"
        )
    add(store, texts)


@pytest.fixture
def heard(store: Store, texts: Path) -> Store:
    hear(store, texts, *PEOPLE)
    return store


def suggested(store: Store, one: str, other: str) -> str:
    (found,) = [each.id for each in store.suggestions() if {each.one, each.other} == {one, other}]
    return found


def test_suggestions_name_what_may_be_one_person(heard: Store) -> None:
    assert [(each.kind, each.one, each.other, each.reason) for each in heard.suggestions()] == [
        ("split", "Anthony Brenn", "Tony Brenn", "nickname"),
        ("merge", "Joe Marr", "Joseph Marr", "nickname"),
        ("merge", "Sergei Lavrin", "Sergej Lawrin", "transliteration"),
    ]


def test_a_nickname_counts_where_nobody_else_has_the_surname(heard: Store) -> None:
    assert heard.one_person("Tony Brenn", "Anthony Brenn")
    assert heard.one_person("Mr. Brenn", "Anthony Brenn")
    assert not heard.one_person("Joe Marr", "Joseph Marr")
    assert not heard.one_person("Joe Marr", "Ada Marr")
    assert not heard.one_person("Sergei Lavrin", "Sergej Lawrin")


def test_a_merge_counts_for_coverage_search_and_the_list(heard: Store) -> None:
    before = heard.coverage("Lavrin").documents_of_speaker, heard.search("speaker:lawrin").total
    assert before[0] == 1
    decision = heard.decide(
        suggested(heard, "Sergei Lavrin", "Sergej Lawrin"), accept=True, by="Mo", why="one man"
    )
    assert heard.one_person("Sergei Lavrin", "Sergej Lawrin")
    assert heard.one_person("Minister Lawrin", "Sergei Lavrin")
    assert heard.coverage("Lavrin").documents_of_speaker == 2
    assert heard.search("speaker:lawrin").total == 2 * before[1]
    (info,) = [each for each in heard.speakers() if "Sergei Lavrin" in each.names]
    assert (info.names, info.documents) == (("Sergei Lavrin", "Sergej Lawrin"), 2)
    assert not [each for each in heard.suggestions() if "Lavrin" in each.one]
    heard.undo(decision, by="Mo")
    assert (heard.coverage("Lavrin").documents_of_speaker, heard.search("speaker:lawrin").total) == before
    assert suggested(heard, "Sergei Lavrin", "Sergej Lawrin")


def test_accepting_a_split_parts_what_counted_as_one(heard: Store) -> None:
    decision = heard.decide(suggested(heard, "Anthony Brenn", "Tony Brenn"), accept=True)
    assert not heard.one_person("Tony Brenn", "Anthony Brenn")
    heard.undo(decision)
    assert heard.one_person("Tony Brenn", "Anthony Brenn")
    heard.decide(suggested(heard, "Anthony Brenn", "Tony Brenn"), accept=False)
    assert heard.one_person("Tony Brenn", "Anthony Brenn")


def test_a_short_form_of_two_people_is_a_question(store: Store, texts: Path) -> None:
    hear(store, texts, "Joan Marr", "Jack Marr", "J. Marr")
    assert {(each.kind, each.one, each.other) for each in store.suggestions()} == {
        ("split", "J. Marr", "Jack Marr"), ("split", "J. Marr", "Joan Marr"),
    }  # fmt: skip
    store.decide(suggested(store, "J. Marr", "Joan Marr"), accept=False)
    assert not store.one_person("Joan Marr", "Jack Marr")
    store.decide(suggested(store, "J. Marr", "Jack Marr"), accept=True)
    assert not store.one_person("J. Marr", "Jack Marr")
    assert store.one_person("J. Marr", "Joan Marr")


def test_merging_one_of_a_family_draws_in_nobody_else(store: Store, texts: Path) -> None:
    hear(store, texts, "Sergei Lavrin", "Sergej Lawrin", "Semyon Lavrin")
    store.decide(suggested(store, "Sergei Lavrin", "Sergej Lawrin"), accept=True)
    assert not store.one_person("Semyon Lavrin", "Sergej Lawrin")
    assert not store.one_person("S. Lavrin", "Sergej Lawrin")
    assert not store.one_person("Lavrin", "Sergej Lawrin")
    assert not store.one_person("Semyon Lavrin", "Sergei Lavrin")


def test_what_was_decided_is_not_decided_twice(heard: Store) -> None:
    suggestion = suggested(heard, "Joe Marr", "Joseph Marr")
    heard.decide(suggestion, accept=False)
    assert not heard.one_person("Joe Marr", "Joseph Marr")
    with pytest.raises(RecordError, match="no open suggestion"):
        heard.decide(suggestion, accept=True)
    with pytest.raises(RecordError, match="no decision"):
        heard.undo("nothing")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=3, unique_by=lambda pair: pair[0]))
def test_undoing_every_decision_restores_every_answer(heard: Store, decided: list[tuple[int, bool]]) -> None:
    def answers() -> object:
        pairs = [(one, other, heard.one_person(one, other)) for one in PEOPLE for other in PEOPLE]
        names = ("Brenn", "Lawrin", "Joe Marr")
        return (
            pairs, heard.suggestions(), heard.speakers(), [heard.coverage(name) for name in names],
            [heard.search(f'speaker:"{name}"').total for name in names],
        )  # fmt: skip

    before = answers()
    open_ones = heard.suggestions()
    made = [heard.decide(open_ones[number].id, accept=accept) for number, accept in decided]
    assert bool(made) == (answers() != before)
    for decision in made:
        heard.undo(decision)
    assert answers() == before


ROSTER = """name;alias;office;from;to;wikidata
Olga Tarn;The Iron Mayor|O. V. Tarn;Mayor of Elm;2019;2022-06;Q123
Olga Tarn;;Prime Minister of Orland;2022-07-01;;
Ivo Brock;;Prime Minister of Orland;2018-01-01;2022-06-30;https://www.wikidata.org/wiki/Q77
Ivo Brock;;Minister;2010;2011;
Una Hale;;Minister of Fish;2010;;
"""


def test_your_own_table_brings_aliases_offices_and_ids(store: Store, texts: Path) -> None:
    hear(store, texts, "Olga Tarn", "Ivo Brock")
    table = texts.parent / "people.csv"
    table.write_text("\ufeff" + ROSTER, encoding="utf-8")
    for _ in range(2):
        report = import_speakers(store, table)
        assert (report.speakers, report.aliases, report.offices, report.refused) == (3, 2, 5, ())
    assert store.one_person("The Iron Mayor", "Olga Tarn")
    assert not store.one_person("The Iron Mayor", "Ivo Brock")
    assert store.coverage("The Iron Mayor").documents_of_speaker == 1
    brock, tarn = store.speakers()
    assert (tarn.aliases, tarn.wikidata, len(tarn.offices)) == (("O. V. Tarn", "The Iron Mayor"), "Q123", 2)
    assert (brock.wikidata, brock.documents) == ("Q77", 1)


@pytest.mark.parametrize(
    ("office", "on", "who"),
    [
        ("the prime minister", date(2020, 1, 1), "Ivo Brock"),
        ("Prime Minister of Orland", date(2022, 6, 30), "Ivo Brock"),
        ("the Prime Minister", date(2022, 7, 1), "Olga Tarn"),
        ("the Prime Minister", date(2017, 12, 31), None),
        ("the mayor", date(2022, 6, 30), "Olga Tarn"),
        ("the mayor", date(2022, 7, 1), None),
        ("the minister", date(2010, 5, 5), None),
        ("the minister", date(2012, 5, 5), "Una Hale"),
        ("the minister of fish", date(2010, 5, 5), "Una Hale"),
        ("the king", date(2010, 5, 5), None),
    ],
)
def test_an_office_is_whoever_held_it_on_the_day(
    store: Store, texts: Path, office: str, on: date, who: str | None
) -> None:
    (texts / "people.csv").write_text(ROSTER, encoding="utf-8")
    import_speakers(store, texts / "people.csv")
    assert store.holder(office, on) == who


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",x,,,,", "no name"),
        ("Ana Rovik,,,,,wiki", "no Wikidata id"),
        ("Ana Rovik,,Mayor,yesterday,,", "write it as"),
        ("Ana Rovik,,Mayor,2020-13,,", "no day of the calendar"),
        ("Ana Rovik,,Mayor,2021,2020,", "ends before it begins"),
        ("Ana Rovik,,,2020,,", "no office"),
    ],
)
def test_a_row_that_says_nothing_sure_is_refused_alone(
    store: Store, texts: Path, row: str, said: str
) -> None:
    table = texts / "people.csv"
    table.write_text(f"Name,Alias,Office,From,To,Wikidata\n{row}\nIvo Brock,,,,,\n", encoding="utf-8")
    report = import_speakers(store, table)
    assert report.speakers == 1
    (refused,) = report.refused
    assert said in refused.reason
    assert "row 2" in refused.reason


@pytest.mark.parametrize(
    ("content", "said"), [(b"who,what\na,b\n", "no column name"), (b"\xff\xfe", "UTF-8")]
)
def test_what_is_no_table_of_speakers_is_refused(
    store: Store, texts: Path, content: bytes, said: str
) -> None:
    (texts / "people.csv").write_bytes(content)
    with pytest.raises(ReadError, match=said):
        import_speakers(store, texts / "people.csv")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Kertész Tamás", "Tamás Kertész", "order"),
        ("Anna-Lena Voss", "Anna-Lena Voss-Kertész", "addition"),
        ("Sergei Lavrushin", "Sergueï Lavrouchine", "transliteration"),
        ("Sergei Lavrushin", "Siergiej Ławruszyn", "transliteration"),
        ("Robert Marr", "Roberta Marr", None),
        ("Alexander Ivanov", "Alexandra Ivanova", None),
        ("Daniel Marr", "Danielle Marr", None),
    ],
)
def test_other_spellings_and_orders_are_a_question(
    store: Store, texts: Path, one: str, other: str, reason: str | None
) -> None:
    hear(store, texts, one, other)
    found = [(each.kind, each.reason) for each in store.suggestions()]
    assert found == ([("merge", reason)] if reason else [])
    assert store.one_person(one, other) is (None if reason else False)


def test_a_short_form_is_listed_with_the_full_name_of_its_document(store: Store, texts: Path) -> None:
    def talk(name: str, *speakers: str) -> None:
        answers = [f"Question: And {who}?\n\n{who}: Nobody asked {who} of it before.\n" for who in speakers]
        (texts / name).write_text("Statement\n\n4 May 2024\n\n" + "\n".join(answers), encoding="utf-8")

    talk("a.txt", "TAMÁS KERTÉSZ", "T. KERTÉSZ")
    talk("b.txt", "R. MARR", "OLGA LIND")
    talk("c.txt", "ROSE MARR", "OLGA LIND")
    talk("d.txt", "RUTH MARR", "R. MARR")
    add(store, texts)
    assert [each.name for each in store.speakers()] == [
        "OLGA LIND",
        "R. MARR",
        "ROSE MARR",
        "RUTH MARR",
        "TAMÁS KERTÉSZ",
    ]
    (kertesz,) = (each for each in store.speakers() if each.name == "TAMÁS KERTÉSZ")
    assert (kertesz.names, kertesz.documents, kertesz.first_hand) == (("T. KERTÉSZ", "TAMÁS KERTÉSZ"), 1, 2)


SLIP = """name,alias,office,from,to,wikidata
Edmund Quarrel,{},Prime Minister of Orland,2019-05-01,2023-03-15,Q901
Petra Sundholm,,Prime Minister of Orland,2023-03-16,,{}
"""


@pytest.mark.parametrize(
    ("alias", "item", "said"),
    [
        ("Petra Sundholm", "Q902", "Petra Sundholm is a name of its own, and cannot be an alias of Edmund Q"),
        ("MS. PETRA SUNDHOLM", "Q902", "row 2: MS. PETRA SUNDHOLM is a name of its own"),
        ("Sundholm", "Q902", "row 2: Sundholm means Petra Sundholm too, and cannot be an alias of Edmund Q"),
        ("Ivo Tarn", "Q902", "row 2: Ivo Tarn speaks in the record as somebody else"),
        ("Eddie Quarrel", "Q901", "row 3: Q901 is the Wikidata id of Edmund Quarrel already"),
    ],
)
def test_a_slip_in_a_table_makes_nobody_somebody_else(
    store: Store, texts: Path, alias: str, item: str, said: str
) -> None:
    hear(store, texts, "Edmund Quarrel", "Petra Sundholm", "Ivo Tarn")
    (texts / "people.csv").write_text(SLIP.format(alias, item), encoding="utf-8")
    (refused,) = import_speakers(store, texts / "people.csv").refused
    assert said in refused.reason
    (texts / "people.csv").write_text(SLIP.format("Petra Sundholm", "Q901"), encoding="utf-8")
    assert len(import_speakers(store, texts / "people.csv").refused) == 2
    assert not store.one_person("Edmund Quarrel", "Petra Sundholm")
    assert not store.one_person("Edmund Quarrel", "Ivo Tarn")


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("Sergei Lavrushin", "Sergueï Lavrouchine"),
        ("Sergei Lavrushin", "Сергей Лаврушин"),
        ("Anna-Lena Voss-Kertész", "Anna-Lena Voss"),
        ("Kertész Tamás", "Tamás Kertész"),
        ("Lin Haoran", "林浩然"),
    ],
)
def test_another_printing_of_who_speaks_is_a_good_alias(
    store: Store, texts: Path, name: str, alias: str
) -> None:
    hear(store, texts, name, alias)
    (texts / "people.csv").write_text(f"name,alias\n{name},{alias}\n", encoding="utf-8")
    assert import_speakers(store, texts / "people.csv").refused == ()
    assert store.one_person(name, alias)
    assert store.suggestions() == ()
    (speaker,) = store.speakers()
    assert speaker.name == name


def test_a_corrected_table_takes_the_place_of_what_it_said_before(store: Store, texts: Path) -> None:
    hear(store, texts, "Edmund Quarrel", "Petra Sundholm")
    table = texts / "people.csv"
    rows = ("Edmund Quarrel,The Ferryman,Mayor,Q1,fr", "Petra Sundholm,The Ferrywoman,,,")
    table.write_text("\n".join(("name,alias,office,wikidata,language", *rows)), encoding="utf-8")
    import_speakers(store, table)
    assert store.one_person("Edmund Quarrel", "The Ferryman")
    table.write_text("name,alias\nEdmund Quarrel,Ned Quarrel\n", encoding="utf-8")
    assert import_speakers(store, table).refused == ()
    quarrel, sundholm = store.speakers()
    assert (quarrel.aliases, quarrel.offices, quarrel.wikidata, quarrel.languages) == (
        ("Ned Quarrel",),
        (),
        None,
        (),
    )
    assert sundholm.aliases == ("The Ferrywoman",)
    assert not store.one_person("Edmund Quarrel", "The Ferryman")
    table.write_text("name,alias\nEdmund Quarrel,The Ferrywoman\n", encoding="utf-8")
    (refused,) = import_speakers(store, table).refused
    assert "The Ferrywoman means Petra Sundholm too" in refused.reason


def test_people_are_listed_under_the_name_of_your_table(store: Store, texts: Path) -> None:
    hear(store, texts, "MINISTER ANNA-LENA VOSS")
    table = texts / "people.csv"
    table.write_text("name,alias,Ofice\nAnna-Lena Voss-Kertész,Anna-Lena Voss,Mayor\n", encoding="utf-8")
    (refused,) = import_speakers(store, table).refused
    assert refused.reason.startswith("people.csv has a column Ofice that is not known; known are: name, ")
    assert [each.name for each in store.speakers()] == ["Anna-Lena Voss-Kertész"]


def test_titles_in_the_texts_tell_who_held_an_office(store: Store, texts: Path) -> None:
    for day, name in ((1, "Ivo Brock"), (9, "Ivo Brock"), (12, "Olga Tarn"), (15, "Ivo Brock")):
        text = (
            f"Interview with Prime Minister {name}\n\n{day} March 2025\n\nQuestion: Why on day {day}?\n\n"
            f"Prime Minister {name}: We shall see on day {day}.\n\nQuestion: And then, after {day}?\n\n"
            f"Prime Minister {name}: Then we shall have seen {day}.\n"
        )
        (texts / f"{day}.txt").write_text(text, encoding="utf-8")
    add(store, texts)
    found = {day: store.holder("the prime minister", date(2025, 3, day)) for day in (1, 5, 9, 10, 12, 15, 16)}
    held = {day: who and who.split()[-1] for day, who in found.items()}
    assert held == {1: "Brock", 5: "Brock", 9: "Brock", 10: None, 12: "Tarn", 15: "Brock", 16: None}


def test_a_name_in_capitals_is_listed_as_other_texts_print_it(store: Store, texts: Path) -> None:
    hear(store, texts, "ANA RUIZ", "Ana Ruiz")
    (info,) = store.speakers()
    assert (info.name, set(info.names)) == ("Ana Ruiz", {"ANA RUIZ", "Ana Ruiz"})


def test_an_office_printed_before_the_name_of_the_main_speaker_is_theirs(store: Store, texts: Path) -> None:
    texts.mkdir(exist_ok=True)
    for number, who in enumerate(("Foreign Minister Ana Ruiz", "former Foreign Minister Ivo Tarn")):
        name = " ".join(who.split()[-2:])
        text = interview(number, speaker=name).replace(f"with {name}", f"with {who}")
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
    add(store, [texts])
    assert store.holder("the Foreign Minister", date(2025, 3, 1)) == "Ana Ruiz"
    assert store.holder("the Foreign Minister", date(2025, 3, 2)) is None
