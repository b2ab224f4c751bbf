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


@pytest.mark.parametrize(
    "label",
    [
        "Sten Orm sp:",
        "14.07 Sten Orm sp:",
        "From the hall (off microphone):",
        "Lamp- and quaykeeper (Sten Orm):",
        "Remark:",
    ],
)
def test_a_label_of_another_make_is_not_the_speaker_above(label: str) -> None:
    text = (
        "14.01 The warden: The sitting is open.\n\n14.02 Ana Berg (by video): Thank you, warden.\n\n"
        "14.03 The warden: Next is the keeper.\n\n14.04 Ivo Tarn: I shall be brief.\n\n"
        "14.05 The warden: We have heard it.\n\n14.06 Ana Berg (by video): We paint them in spring.\n\n"
        f"{label} The lamp is out.\n\n14.08 The warden: That is noted.\n"
    )
    document = read(text.encode(), name="sitting.txt")
    speaker = speaker_of(document, "The lamp is out.") or ""
    assert "Berg" not in speaker
    assert "warden" not in speaker
    assert speaker_of(document, "That is noted.") == "The warden"


def test_an_office_behind_a_comma_on_its_own_line_is_a_border() -> None:
    text = (
        "Warden Bo Lund:\n\nThe sitting is open.\n\nAna Berg (Merrow) (LP):\n\nThank you, warden.\n\n"
        "Warden Bo Lund:\n\nNext.\n\nAna Berg (Merrow) (LP):\n\nMinister, who pays?\n\n"
        "Ivo Tarn, Minister of Quays\n\nThe lamp is out.\n\nWarden Bo Lund:\n\nThat is noted.\n"
    )
    document = read(text.encode(), name="sitting.txt")
    assert speaker_of(document, "The lamp is out.") in (None, "Ivo Tarn")


def test_a_title_and_a_place_without_the_colon_are_a_border() -> None:
    text = (
        "The President: I give the floor to Merrow.\n\nMs. Holm (Merrow): We thank you, President.\n\n"
        "The President: I give the floor to Sund.\n\nMr. Orm (Sund): We have no sea.\n\n"
        "The President: I thank him, and give the floor to Lea.\n\n"
        "Mr. Tarn-Vale (Republic of Lea) The lamp is out.\n\nThe President: That is noted.\n"
    )
    document = read(text.encode(), name="sitting.txt")
    assert speaker_of(document, "The lamp is out.") in (None, "Mr. Tarn-Vale")


def test_a_namesake_whom_the_text_names_with_the_title_is_not_the_other() -> None:
    text = (
        "Witnesses: Dr Una Holm, Island Lines; and Bo Holm, Harbour Trust.\n\n"
        "Q1 Chair: Good morning. Who are you?\n\nDr Holm: I run the lines.\n\nBo Holm: And I the harbour.\n\n"
        "Q2 Chair: What stops you most?\n\nDr Holm: The lamp is out.\n\nBo Holm: The crew.\n\n"
        "Q3 Chair: Thank you.\n"
    )
    document = read(text.encode(), name="evidence.txt")
    assert "Bo" not in (speaker_of(document, "The lamp is out.") or "")
    assert speaker_of(document, "The crew.") == "Bo Holm"


def test_names_on_two_lines_of_a_list_are_not_one() -> None:
    text = (
        "  The SPEAKER pro tempore (Mr. Vale). The bill is read.\n  Mr. HOLM. I yield myself a minute.\n"
        "  Ms. ORM of Lea. I thank him.\n  The SPEAKER pro tempore (Mr. Vale). Without objection.\n"
        "  Mr. HOLM. I yield back.\n  Ms. ORM of Lea. And so do I.\n\n"
        "                              YEAS--3\n\n     Berg\n     Ortega-Lyle\n     Vale\n"
    )
    document = read(text.encode(), name="record.txt")
    assert "Ortega" not in (speaker_of(document, "Without objection.") or "")


@pytest.mark.parametrize("party", ["LAMP - QZ", "Bloco/MARÉ - PX"])
def test_a_party_behind_a_stop_is_no_part_of_a_holders_name(party: str) -> None:
    text = (
        f"O SR. PRESIDENTE (Ada Holm. {party}) - Declaro aberta a sessão.\n\n"
        "A SRA. UNA ORM (LAMP - QZ) - Sr. Presidente, peço um minuto.\n\n"
        f"O SR. PRESIDENTE (Ada Holm. {party}) - Tem V.Exa. a palavra.\n\n"
        "A SRA. UNA ORM (LAMP - QZ) - Obrigada. A balsa afundou?\n\n"
        f"O SR. PRESIDENTE (Ada Holm. {party}) - Encerro a sessão.\n"
    )
    document = read(text.encode(), name="sessao.txt")
    assert speaker_of(document, "Encerro a sessão.") == "Ada Holm"


def test_what_ends_with_a_colon_in_captions_and_has_no_chevrons_is_no_speaker() -> None:
    text = (
        ">> MAYOR ORM: GOOD EVENING. WE BEGIN.\n\n>> CLERK: THE LIST IS OPEN.\n\n"
        ">> MAYOR ORM: THE RULES ARE SIMPLE:\n\nTONE: KINDLY, PLEASE, ALL OF YOU.\n\n"
        ">> ADA HOLM: I HAVE A LETTER.\n\nLAST WEEK MY NEIGHBOUR WROTE TO ALL OF US: THE LAMP IS OUT.\n\n"
        ">> CLERK: NOTED.\n\n>> MAYOR ORM: THANK YOU, CLERK.\n\n>> ADA HOLM: SO DO I.\n\n>> CLERK: DONE.\n"
    )
    document = read(text.encode(), name="meeting.txt")
    assert speaker_of(document, "KINDLY") in (None, "MAYOR ORM")
    assert speaker_of(document, "THE LAMP IS OUT.") in (None, "ADA HOLM")
    assert not any(turn.speaker == "TONE" for turn in document.turns)


@pytest.mark.parametrize("form", ["{}: {}", "{}\n{}"])
def test_paragraphs_with_labels_that_cannot_be_read_are_no_plain_interview(form: str) -> None:
    asked = ("Who pays for it?", "And the lamp?", "When will it burn?", "Is it true?", "So why?")
    told = "I shall pay, and I said so to my people."
    pairs = [(("orm", words), ("pm", told)) for words in asked]
    text = "Interview with the prime minister\n\n" + "\n\n".join(
        form.format(label, words) for pair in pairs for label, words in pair
    )
    document = read(text.encode(), name="interview.txt")
    assert all("orm" not in turn.span.of(document.text) for turn in document.turns if turn.speaker)
    assert all(told not in turn.span.of(document.text) or turn.speaker != "orm" for turn in document.turns)


def test_what_stands_behind_ladies_and_gentlemen_makes_no_label_of_it() -> None:
    text = "".join(
        f"Ada Holm: Wir sprechen heute über die Fähre.\n\nMeine Damen und Herren, {words}: Das ist so.\n\n"
        f"Bo Lund: Und ich {k} über die Lampe.\n\n"
        for k, words in enumerate(
            ("und deswegen sage ich an dieser Stelle", "wenn wir eines gelernt haben sollten, dann")
        )
    )
    document = read(text.encode(), name="sitzung.txt")
    assert {turn.speaker for turn in document.turns} <= {"Ada Holm", "Bo Lund", None}


def test_short_answers_of_letters_in_small_print_are_read() -> None:
    text = (
        "q: Who pays for the lamp?\n\nmr. holm: I do, and nobody else.\n\nq: Since when?\n\n"
        "mr. holm: Since May, when the ferry came.\n\nq: And the ferry?\n\nmr. holm: It sank.\n"
    )
    document = read(text.encode(), name="briefing.txt")
    assert speaker_of(document, "Since when?") is None
    assert "holm" not in (speaker_of(document, "And the ferry?") or "")


def test_what_somebody_is_on_the_line_under_his_label_is_no_label() -> None:
    text = (
        "Ana Holm\n\nThe sitting is open.\n\nBo Orm\n\nMember\n\nWho pays for the lamp?\n\n"
        "Ana Holm\n\nThat is for the keeper.\n\nBo Orm\n\nMember\n\nI have asked him twice.\n\n"
        "Ana Holm\n\nThen ask him again, please.\n\nBo Orm\n\nI shall, and in writing.\n"
    )
    document = read(text.encode(), name="plenary.txt")
    assert not any(turn.speaker == "Member" for turn in document.turns)


def test_a_stamp_before_a_label_shows_that_it_is_one_where_another_has_a_stamp() -> None:
    text = (
        "The warden: The sitting is open.\n\n14.02 Minister Ivo Tarn: Thank you, warden.\n\n"
        "The warden: Next is the keeper.\n\n14.04 Sten Orm sp: The lamp is out.\n\n"
        "The warden: We have heard it.\n\n14.06 Minister Ivo Tarn: We paint them in spring.\n\n"
        "The warden: That is noted.\n"
    )
    document = read(text.encode(), name="sitting.txt")
    assert speaker_of(document, "The lamp is out.") in (None, "Sten Orm sp", "Sten Orm")
