"""A sitting of long speeches, where few paragraphs have labels: who is called speaks, lists are nobody."""

from __future__ import annotations

import pytest

from verbale.model import Document
from verbale.parse import read

LONG = "\n\n".join(
    f"We have {n} boats in the old harbour, and nobody has painted them since the winter of the ice."
    for n in range(12)
)
LIST = "Quay Party:\n\nOda Lund.\n\nHarbour Union:\n\n{}\n\nRik van der Holm.\n\n"


def sitting(*parts: str) -> Document:
    text = (
        "The warden: The sitting is open.\n\n"
        f"Ana Berg: Thank you, warden.\n\n{LONG}\n\n"
        "The warden: Next is our colleague Ivo Tarn.\n\n"
        f"Ivo Tarn: I shall be brief.\n\n{LONG}\n\n"
        "The warden: Ana Berg answers.\n\n"
        f"Ana Berg: We paint them in spring.\n\n{LONG}\n\n"
        "The warden: That is noted.\n\n"
    )
    return read("".join([text, *parts]).encode(), name="sitting.txt")


def speaker_of(document: Document, words: str) -> str | None:
    place = document.text.index(words)
    return next((t.speaker for t in document.turns if t.span.start <= place < t.span.end), None)


@pytest.mark.parametrize(
    "call",
    [
        "The floor is given to Mara Holm, of the Quay Party.",
        "We now hear the keeper Mara Holm.",
        "(Mara Holm asks for the floor.)",
        "Mara Holm, please.",
    ],
)
def test_whoever_is_called_by_the_first_two_words_of_a_name_speaks(call: str) -> None:
    document = sitting(f"The warden: {call}\n\n", f"Mara Holm i Vale: The lamp is out.\n\n{LONG}\n\n")
    assert speaker_of(document, "The lamp is out.") == "Mara Holm i Vale"


@pytest.mark.parametrize("label", ["Mara Holm", "Mara Holm y Vale", "Jean-Luc d’Orme", "Rik van der Vale"])
def test_a_full_name_that_nobody_called_is_not_the_speaker_above(label: str) -> None:
    document = sitting(f"{label}: The lamp is out.\n\n{LONG}\n\n")
    assert speaker_of(document, "The lamp is out.") in (None, label)


@pytest.mark.parametrize("label", ["The second clerk", "The clerk of the lamps"])
def test_an_office_that_no_list_has_is_not_the_speaker_who_announced_it(label: str) -> None:
    document = sitting(
        "The warden: I ask the second clerk to read the list.\n\n", f"{label}: The lamp is out.\n\n"
    )
    assert speaker_of(document, "The lamp is out.") in (None, label)


@pytest.mark.parametrize("counted", ["First", "Second", "The first", "Third"])
def test_what_is_counted_stays_with_its_speaker(counted: str) -> None:
    document = sitting(
        f"Ivo Tarn: There are two reasons.\n\n{counted}: The lamp is out.\n\n",
        f"{counted}: Nobody paid.\n\n",
    )
    assert speaker_of(document, "Nobody paid.") == "Ivo Tarn"


def test_the_parties_of_a_list_read_aloud_say_nothing() -> None:
    lists = "".join(LIST.format(name) for name in ("Una Sund", "Bo Marsh", "Cleo Orm"))
    document = sitting(f"The warden: These are elected.\n\n{lists}", "The warden: That was all.\n\n")
    assert speaker_of(document, "Bo Marsh") in (None, "The warden")
    assert speaker_of(document, "Oda Lund") in (None, "The warden")
    assert speaker_of(document, "That was all.") == "The warden"
