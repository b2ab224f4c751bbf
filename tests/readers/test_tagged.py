from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.readers.making import minutes_bytes, tei_bytes
from verbale import readers
from verbale.model import Basis, Reading, Role
from verbale.parse import parse

DATA = Path(__file__).parents[3] / "shared" / "data"
PERSON = (
    '<person xml:id="RuizAna"><persName><surname>Ruiz</surname><forename>Ana</forename></persName></person>'
)
AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta><identification>
<FRBRWork><FRBRdate date="2023-02-09" name="x"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/>
</FRBRExpression></identification><references><TLCPerson eId="ruiz" showAs="Ms. Ruiz"/>
<TLCRole eId="speaker" showAs="Mr. Speaker"/></references></meta><preface><p>Harbour Assembly</p>
<p><docDate date="2023-02-08">8 February 2023</docDate></p></preface><debateBody><debateSection>
<heading>THE FERRY</heading><narrative>The House met at ten.</narrative>
<speech by="#nobody" as="#speaker"><from>Mr. Speaker:</from><p>Order!</p></speech>
<question by="#ruiz"><from>Ms. Ruiz:</from><p>Will it <i>sail</i>?</p></question>
<answer by="#unlisted"><from>The Minister (Mr. Moor):</from><p>No.</p><p>Never.</p></answer>
</debateSection></debateBody></debate></akomaNtoso>"""


def turns(reading: Reading) -> list[tuple[str | None, str, str | None]]:
    return [
        (turn.speaker, turn.span.of(reading.text), turn.label.of(reading.text) if turn.label else None)
        for turn in reading.tagged
    ]


def test_utterances_have_their_speakers() -> None:
    body = (
        '<head>The ferry</head><note type="speaker">THE CHAIR:</note><u who="#RuizAna" ana="#chair">'
        '<seg>We begin.</seg><note>Pause.</note><seg>The ferry <gap reason="inaudible"/> sails.</seg></u>'
        '<note type="time">Ten o\'clock.</note>'
        '<u who="#MoorTom1960"><note type="speaker">TOM MOOR (Harbour):</note><seg>Why?</seg></u>'
        '<note type="speaker">A LADY ______:</note><u who="#unknown-F"><seg>Hear, hear.</seg></u>'
        '<u who="#a #b"><seg>No!</seg></u>'
    )
    reading = readers.read_bytes(tei_bytes(body, PERSON), "a.xml")
    assert reading.text == (
        "The ferry\n\nTHE CHAIR:\nWe begin.\n\n[Pause.]\n\nThe ferry [inaudible] sails.\n\n[Ten o'clock.]\n\n"
        "TOM MOOR (Harbour):\nWhy?\n\nA LADY ______:\nHear, hear.\n\nNo!"
    )
    assert turns(reading) == [
        ("Ana Ruiz", "We begin.\n\n[Pause.]\n\nThe ferry [inaudible] sails.", "THE CHAIR:"),
        ("Tom Moor", "Why?", "TOM MOOR (Harbour):"),
        (None, "Hear, hear.", "A LADY ______:"),
        (None, "No!", None),
    ]
    assert reading.tagged[0].role is Role.CHAIR
    assert (reading.title, reading.said_on, reading.language) == ("Sitting 3", date(2023, 2, 8), "en")
    assert [span.of(reading.text) for span in reading.boilerplate] == [
        "[Pause.]",
        "[inaudible]",
        "[Ten o'clock.]",
    ]


def test_a_label_inside_an_utterance_is_no_other_utterances() -> None:
    body = (
        '<u who="#persona"><note type="speaker">Mr. MOOR (Secretary).-</note><seg>Yes.</seg></u>'
        '<u who="#persona"><note type="speaker">The lady in the hall:</note><seg>No.</seg></u>'
        '<u who="#persona"><seg>Well.</seg></u>'
    )
    assert turns(readers.read_bytes(tei_bytes(body), "a.xml")) == [
        ("Mr. MOOR", "Yes.", "Mr. MOOR (Secretary).-"),
        (None, "No.", "The lady in the hall:"),
        (None, "Well.", None),
    ]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("NovakAna", "Ana Novak"),
        ("NovakAna.2", "Ana Novak"),
        ("NOVAKIAna.1960", "Ana Novaki"),
        ("O'BrienKate", "Kate O'Brien"),
        ("PA721234", None),
        ("Q42", None),
        ("person.17", None),
        ("chair", None),
        ("JB", None),
    ],
)
def test_an_id_is_a_name_or_nobodys(who: str, name: str | None) -> None:
    reading = readers.read_bytes(tei_bytes(f'<u who="#{who}"><seg>We begin.</seg></u>'), "a.xml")
    assert reading.tagged[0].speaker == name


def test_a_person_of_two_names_has_the_one_that_holds() -> None:
    people = (
        '<person xml:id="a">'
        '<persName to="2019-05-01"><surname>Ruiz</surname><forename>Ana</forename></persName>'
        '<persName from="2019-05-01"><surname>Moor</surname><surname type="patronym">Tomovna</surname>'
        "<forename>Ana</forename></persName></person>"
    )
    reading = readers.read_bytes(tei_bytes('<u who="#a"><seg>We begin.</seg></u>', people), "a.xml")
    assert reading.tagged[0].speaker == "Ana Tomovna Moor"


def test_tokens_are_joined_as_they_say() -> None:
    body = (
        '<u who="#x"><seg><s><w>We</w>\n<w join="right">begin</w>\n<pc>.</pc></s>\n<s><w>No</w></s></seg></u>'
    )
    assert readers.read_bytes(tei_bytes(body), "a.xml").text == "We begin. No"


def sitting(identifier: str, header: str, utterance: str = "", language: str = "en") -> bytes:
    body = f'<u who="#a"{utterance}><seg>We shall pay.</seg></u>'
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{identifier}" xml:lang="{language}">'
        f"<teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>"
    ).encode()


USED = "<profileDesc><langUsage>{}</langUsage></profileDesc>"
TARVISH, ENGLISH = '<language ident="sl">Tarvish</language>', '<language ident="en">English</language>'


@pytest.mark.parametrize(
    ("page", "language"),
    [
        # the name of the file, its title, who is thanked, the prefix, and where an utterance leads
        (sitting("ParlaMint-OL-en_2026-05-12", ""), "und"),
        (sitting("ParlaMint-OL-en_2026-05-12.ana", USED.format(TARVISH + ENGLISH)), "sl"),
        (
            sitting("ParlaMint-OL-en_2026", USED.format(TARVISH + ENGLISH + TARVISH.replace("sl", "de"))),
            "und",
        ),
        (
            sitting(
                "a", "<titleStmt><title>Corpus of Orland ParlaMint-OL-en [ParlaMint-en]</title></titleStmt>"
            ),
            "und",
        ),
        (sitting("a", "<respStmt><resp>Machine translation to English</resp></respStmt>"), "und"),
        (
            sitting("a", '<listPrefixDef><prefixDef ident="mt-src" matchPattern="(.+)"/></listPrefixDef>'),
            "und",
        ),
        (sitting("a", "", ' corresp="mt-src:u1"'), "und"),
        # and what is in the words that were spoken
        (sitting("ParlaMint-OL_2026-05-12", USED.format(TARVISH + ENGLISH), language="sl"), None),
        (sitting("ParlaMint-OL-entire", ""), None),
        (sitting("a", "<titleStmt><title>A debate on translations [ParlaMint]</title></titleStmt>"), None),
        (sitting("a", "", ' corresp="src:u1"'), None),
    ],
)
def test_what_a_machine_translated_is_a_translation(page: bytes, language: str | None) -> None:
    document = parse(readers.read_bytes(page, "a.xml"))
    assert document.translation_of == language
    assert document.basis is (Basis.TRANSLATION if language else Basis.TRANSCRIPT)


def test_the_document_has_the_turns_and_roles() -> None:
    document = parse(readers.read_bytes(AKN.encode(), "a.xml"))
    assert document.text == (
        "Harbour Assembly\n\n8 February 2023\n\nTHE FERRY\n\n[The House met at ten.]\n\n"
        "Mr. Speaker:\nOrder!\n\n"
        "Ms. Ruiz:\nWill it sail?\n\nThe Minister (Mr. Moor):\nNo.\n\nNever."
    )
    assert [
        ((turn.speaker or "").replace("Mr.", "Mr"), turn.role, turn.answers) for turn in document.turns
    ] == [
        ("Mr Speaker", Role.CHAIR, None),
        ("Ruiz", Role.QUESTION, None),
        ("Moor", Role.ANSWER, 1),
    ]
    assert (document.title, document.said_on) == ("Harbour Assembly", date(2023, 2, 8))


def test_minutes() -> None:
    body = (
        '<sitzungsbeginn><p klasse="N">Präsidentin Dr. Ina Weil:</p><p klasse="J_1">Wir beginnen.</p>'
        '</sitzungsbeginn><tagesordnungspunkt><p klasse="T_fett">Die Fähre</p><rede><p klasse="redner">'
        '<redner id="2"><name><titel>Dr.</titel><vorname>Ana</vorname><namenszusatz>von</namenszusatz>'
        "<nachname>Ruiz</nachname><fraktion>HF</fraktion></name></redner>Dr. Ana von Ruiz (HF):</p>"
        '<p klasse="J_1">Keine <a id="S9" typ="druckseitennummer"/>Fähre.</p>'
        '<kommentar>(Beifall – Tom Moor [HF]: Nie!)</kommentar><p klasse="J">Nie.</p>'
        '<name>Präsidentin Dr. Ina Weil:</name><p klasse="J_1">Danke.</p></rede></tagesordnungspunkt>'
    )
    reading = readers.read_bytes(minutes_bytes(body), "a.xml")
    assert turns(reading) == [
        ("Präsidentin Dr. Ina Weil", "Wir beginnen.\n\nDie Fähre", "Präsidentin Dr. Ina Weil:"),
        (
            "Ana von Ruiz",
            "Keine Fähre.\n\n(Beifall – Tom Moor [HF]: Nie!)\n\nNie.",
            "Dr. Ana von Ruiz (HF):",
        ),
        ("Präsidentin Dr. Ina Weil", "Danke.", "Präsidentin Dr. Ina Weil:"),
    ]
    assert [turn.role for turn in reading.tagged] == [Role.CHAIR, None, Role.CHAIR]
    assert (reading.said_on, reading.title) == (date(2023, 2, 8), "Stenografischer Bericht, 7. Sitzung")
    assert "Inhalt" not in reading.text


def test_a_named_character_keeps_the_words_after_it() -> None:
    data = tei_bytes("<u who='#x'><seg>No&mdash;never&unknown; again.</seg></u>").replace(
        b"<TEI ", b"<!DOCTYPE TEI SYSTEM 'tei.dtd'><TEI "
    )
    assert readers.read_bytes(data, "a.xml").text == "No—never\ufffd again."


def test_real_debates() -> None:
    if not (DATA / "parliament-tei").is_dir():
        pytest.skip("no real debates beside this checkout (shared/data/parliament-tei)")
    for path in sorted((DATA / "parliament-tei").glob("parl*/*.xml")):
        reading = readers.read_path(path)
        assert reading.tagged


def test_a_long_note_stands_in_several_brackets() -> None:
    vote = "Those who voted for the ferry: " + ", ".join(f"Member {number}" for number in range(60)) + "."
    body = f'<u who="#RuizAna"><seg>We begin.</seg><note>{vote}</note><seg>It is carried.</seg></u>'
    reading = readers.read_bytes(tei_bytes(body, PERSON), "a.xml")
    notes = [span.of(reading.text) for span in reading.boilerplate]
    assert len(notes) == 3
    assert all(note[0] == "[" and note[-1] == "]" and len(note) < 290 for note in notes)
    assert " ".join(note[1:-1] for note in notes) == vote
    assert turns(reading)[0][0] == "Ana Ruiz"
    assert reading.text.startswith("We begin.\n\n[Those")
    assert reading.text.endswith("]\n\nIt is carried.")
