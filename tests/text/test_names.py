"""Names as printed: titles, surnames, initials, and who may be who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.printed_names import printed_names
from verbale.text.names import bare, is_generic, is_office, key_words, surname, words_of_name
from verbale.text.one_person import meeting_words, same_person


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("MS. PSAREK", "PSAREK"),
        ("Foreign Minister Elena Marr", "Elena Marr"),
        ("PRESIDENT OKORO (through interpreter)", "OKORO"),
        ("PRIME MINISTER", "PRIME MINISTER"),  # an office stays whole
        ("THE CHAIRWOMAN", "THE CHAIRWOMAN"),
        ("Howard, Jonas", "Jonas Howard"),
        ("Elena Marr, Orland", "Elena Marr"),
        ("Dr. Ilse Brandhorst", "Ilse Brandhorst"),
        ("MR. KING", "KING"),  # an office word may be a surname
        ("MR. PRESIDENT", "MR PRESIDENT"),
        ("Elena Marr’s", "Elena Marr’s"),
        ("", ""),
    ],
)
def test_bare_strips_what_is_no_name(name: str, expected: str) -> None:
    assert bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Howard, Jonas", "howard"),
        ("ANA RUIZ CORTÉS", "cortés"),
        ("Premier Dahlen", "dahlen"),
        ("Marr’s", "marr"),
        ("O’BRIEN", "o'brien"),
        ("Г.А.Стрешнев", "стрешнев"),
        ("נועה ברקת", "ברקת"),
        ("Sam Orrin Jr.", "orrin"),
        ("42", ""),
    ],
)
def test_surname(name: str, expected: str) -> None:
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MS. HALE", "Runa Hale"),
        ("Runa Hale", "HALE"),
        ("G.A. Streshnev", "Gleb Streshnev"),
        ("Г.А.Стрешнев", "Глеб Андреевич Стрешнев"),
        ("Howard, Jonas", "Jonas Howard"),
        ("Ruiz Cortés", "Ana Belén Ruiz Cortés"),
        ("ANA RUIZ CORTES", "Ana Ruiz Cortés"),
        ("Ana Ruiz", "Ana Belén Ruiz Cortés"),
        ("Jonas A. Howard", "Jonas Howard"),
        ("PREMIER DAHLEN", "Dahlen"),
        ("MR. LEE", "LEE"),
        ("MS. LEE", "LEE"),  # a bare surname is neither's alone
        ("MR. LEE", "Mr. Ivo Lee"),
        ("Dr. Lee", "MS. LEE"),
        ("the Prime Minister", "PRIME MINISTER"),
        ("von der Halm", "Ursel von der Halm"),
        ("O'BRIEN", "Kate O’Brien"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Lindqvist", "Olof Lindqvist"),
        ("M. K. Lindqvist", "Olof Lindqvist"),
        ("Mr. Lindqvist", "Ms. Lindqvist"),
        ("MR. LEE", "MS. LEE"),
        ("Mr. Lee", "Mrs. Ana Lee"),
        ("Sir Ivo Lee", "Ms. Lee"),
        ("Herr Lee", "Frau Lee"),
        ("PRIME MINISTER", "PRIME MINISTER CLARKE"),
        ("THE PRESIDENT", "Jonas Howard"),
        ("Elena", "Elena Marr"),  # a given name is not enough
        ("Marr", "Varga"),
        ("Abel W. Stone", "Abel H. W. Stone"),
        ("", "Elena Marr"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(
    "label",
    [
        "Q",
        "Q1",
        "QUESTION:",
        "JOURNALIST 2",
        "UNIDENTIFIED REPORTER",
        "Audience member",
        "Frage",
        "Zusatzfrage",
        "Вопрос",
        "שאלה",
        "Вопрос (перевод с немецкого)",
        "Pregunta",
        "JRNLST",
        "CALLER",
        "سؤال",
    ],
)
def test_generic_questioners(label: str) -> None:
    assert is_generic(label)


@pytest.mark.parametrize("label", ["Frage Kellermann", "MODERATOR", "Marr", "PRESIDENT", "", "A", "Speaker"])
def test_named_or_not_a_questioner(label: str) -> None:
    assert not is_generic(label)


def test_offices() -> None:
    assert is_office("THE PRESIDENT")
    assert is_office("Deputy Premier")
    assert not is_office("PRESIDENT OKORO")
    assert not is_office("MR. KING")


@given(st.text(), st.text())
def test_any_text_is_taken(one: str, other: str) -> None:
    assert same_person(one, other) == same_person(other, one)
    assert isinstance(bare(one), str)
    assert isinstance(surname(one), str)
    assert isinstance(is_generic(one), bool)
    assert isinstance(is_office(one), bool)
    assert all(word == word.casefold() for word in words_of_name(one))


@pytest.mark.parametrize(
    ("printing", "name"),
    [
        ("Премьер-министр Ардении П.Лозовой", "П. Лозовой"),
        ("президент Карелики Г.С.Тарская", "Г. С. Тарская"),
        ("президент Ада К. Тарская", "Ада К. Тарская"),
        ("П.Лозовой", "П. Лозовой"),
    ],
)
def test_a_country_between_an_office_and_an_initial_is_no_given_name(printing: str, name: str) -> None:
    assert bare(printing) == name


@given(printed_names(), printed_names())
def test_every_printing_of_a_person_is_found_by_the_words_where_printings_meet(one: str, other: str) -> None:
    if same_person(one, other) or words_of_name(one) == words_of_name(other) != ():
        assert any(words <= key_words(other) for words in meeting_words(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wang", "Wang Wei"),
        ("Ana Ruiz", "Ana Belén Ruiz Cortés"),
        ("Belén", "Ana Luisa Belén Cortés"),
        ("Madam", "MR."),
        ("the Prime Minister", "MR. PRIME MINISTER"),
        ("Г.А.Стрешнев", "Глеб Стрешнев"),
    ],
)
def test_printings_meet_in_either_direction(one: str, other: str) -> None:
    assert same_person(one, other)
    assert any(words <= key_words(other) for words in meeting_words(one))
    assert any(words <= key_words(one) for words in meeting_words(other))


def test_a_name_without_letters_is_found_by_itself() -> None:
    assert key_words(" № 7 ") == key_words("№ 7")
    assert meeting_words("77") == (key_words("77"),)
    assert key_words("77") != key_words("78")
