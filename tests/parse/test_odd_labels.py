"""A label that no list knows, between plain ones: its words are its own or nobody's, never a neighbour's."""

from __future__ import annotations

import pytest

from verbale.parse import read

PEOPLE = ("Ana Berg", "Cleo Marsh")
WORDS = (
    "We saw the ferry on that morning, all of us.",
    "It sank behind the mole, with the dogs.",
    "Nobody drowned, as far as we know.",
    "The mayor will pay for it in the spring.",
    "THE LAMP",
    "Then let him pay today, and not in spring.",
    "He has no money, as you know very well.",
    "The bank of Velland has some, I am told.",
    "We saw the bank on that morning as well.",
    "It sank behind the mole, with the ferry.",
)
LAMP = "The lamp went out at nine and I lit it again."
ODD = (
    '"Red" Lund',
    "(Bo Lund)",
    "Oddvar at the Quay Under Tarnbury",
    "Der Hüter der Listen",
    "Member for Lea and Upper Vale",
    "bo lund",
    "B0 Lund",
    "Lund, Bo, who kept the lock",
    "The Keeper",
    "Two Fishermen",
    "A voice",
    "Bo Lund [by video]",
    "Dr h.c. Bo Lund MdB",
    "Ms Lund & Mr Tarn",
    "李明",
    "Lund Bo −",
    "BO LUND",
    "Mr. L—",
    "Bo",
)
FORMS = {
    "colon": "{}: {}\n\n",
    "own line": "{}:\n{}\n\n",
    "own paragraph": "{}\n\n{}\n\n",
    "dash": "{} – {}\n\n",
    "brackets": "[{}] {}\n\n",
    "bold": "**{}** {}\n\n",
    "bold colon": "**{}:** {}\n\n",
    "chevrons": ">> {}: {}\n\n",
    "stop": "  {}. {}\n",
}
# the first sentence of a paragraph, with a quote mark or commas in it: nothing tells it from a label
AS_SENTENCES = {("stop", '"Red" Lund'), ("stop", "Lund, Bo, who kept the lock")}


def printed(odd: str, form: str) -> str:
    capitals = form in ("chevrons", "stop")
    text = "Debate on the ferry\n\n14 March 2024\n\n"
    for place, words in enumerate(WORDS):
        name = odd if words == "THE LAMP" else PEOPLE[(place + (place > 4)) % 2]
        name = name.upper() if capitals and name in PEOPLE else name
        text += FORMS[form].format(name, LAMP if words == "THE LAMP" else words)
    return text


@pytest.mark.parametrize(
    ("odd", "form"), [(odd, form) for form in FORMS for odd in ODD if (form, odd) not in AS_SENTENCES]
)
def test_the_words_behind_an_odd_label_are_no_neighbours(odd: str, form: str) -> None:
    document = read(printed(odd, form).encode(), name="a.md" if "bold" in form else "a.txt")
    place = document.text.index(LAMP)
    over = [turn.speaker for turn in document.turns if turn.span.start <= place < turn.span.end]
    assert {str(speaker).casefold() for speaker in over}.isdisjoint(name.casefold() for name in PEOPLE)
    others = [turn.speaker for turn in document.turns if turn.speaker]
    assert {name.casefold() for name in PEOPLE} <= {name.casefold() for name in others}
