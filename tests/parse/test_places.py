"""Where and when it was said: the layouts of many countries, with the dates told apart."""

from __future__ import annotations

from datetime import date

import pytest

from verbale import read
from verbale.model.document import Document, Kind, Reading
from verbale.parse import Overrides, parse

TALK = (
    "Question: Will the bridge at Ledra open in June?\n\n"
    "Elena Marr: We will open it when the last stone is laid, and I said so in Oslo.\n\n"
    "Question: And the ferry?\n\n"
    "Elena Marr: The ferry sails from Rome and Paris as before, and nobody will be left behind.\n"
)
REPORT = (
    "The bridge over the Selden will open in June, the minister of works said. She spoke of Moscow and of "
    "Paris, and added that the harbour would be deepened.\n\nThe ferries will go on as before, she said.\n"
)
DAY = date(2025, 3, 24)
MAY_22, MAY_24 = date(2025, 5, 22), date(2025, 5, 24)


def talk(head: str, **known: object) -> Document:
    text = f"{head}\n\n{TALK}"
    reading = Reading(name="talk.txt", sha256="0" * 64, reader="text/1", text=text)
    return parse(reading, overrides=Overrides(**known))  # type: ignore[arg-type]


def report(first: str, title: str = "Minister promises the bridge", **known: object) -> Document:
    text = f"{title}\n\n{first}{REPORT}"
    reading = Reading(name="report.txt", sha256="0" * 64, reader="text/1", text=text)
    return parse(reading, overrides=Overrides(**known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "language", "place", "zone"),
    [
        # the line under a title
        ("Geneva, 24 March 2025", "en", "Geneva", "Europe/Zurich"),
        ("Washington, D.C., March 24, 2025", "en", "Washington, D.C.", "America/New_York"),
        ("24 March 2025, Oslo", "en", "Oslo", "Europe/Oslo"),
        ("Harbour Hall, Oslo, Norway, 24 March 2025", "en", "Harbour Hall, Oslo, Norway", "Europe/Oslo"),
        ("Delivered at Port Selden, Norway, on 24 March 2025", "en", "Port Selden, Norway", "Europe/Oslo"),
        ("(Reykjavik, March 24, 2025)", "en", "Reykjavik", "Atlantic/Reykjavik"),
        ("Berlin, 24. März 2025", "de", "Berlin", "Europe/Berlin"),
        ("Wien, den 24. März 2025", "de", "Wien", "Europe/Vienna"),
        ("Seldenau, den 24. März 2025", "de", "Seldenau", None),
        ("Montag, 24. März 2025, Bern", "de", "Bern", "Europe/Zurich"),
        ("Paris, le 24 mars 2025", "fr", "Paris", "Europe/Paris"),
        ("Fait à Genève, le 24 mars 2025", "fr", "Genève", "Europe/Zurich"),
        ("Madrid, 24 de marzo de 2025", "es", "Madrid", "Europe/Madrid"),
        ("Москва, 24 марта 2025 года", "ru", "Москва", "Europe/Moscow"),
        ("Женева, 24 марта 2025 г.", "ru", "Женева", "Europe/Zurich"),
        ("Roma, 24 marzo 2025", "it", "Roma", "Europe/Rome"),
    ],
)
def test_the_line_with_the_date_tells_the_place(
    line: str, language: str, place: str, zone: str | None
) -> None:
    document = talk(f"Interview with Elena Marr\n\n{line}", language=language)
    assert (document.place, document.time_zone) == (place, zone)
    assert document.said_on == DAY


@pytest.mark.parametrize(
    ("opening", "language", "place"),
    [
        ("LEDRA, 24 March (Harbour Agency) — ", "en", "LEDRA"),
        ("PORT SELDEN, March 24. /HARBOUR/. ", "en", "PORT SELDEN"),
        ("OSLO — ", "en", "OSLO"),
        ("SANTO DOMINGO — ", "en", "SANTO DOMINGO"),
        ("OSLO (HNA) - ", "en", "OSLO"),
        ("PORT SELDEN, Norway (HNA) — ", "en", "PORT SELDEN, Norway"),
        ("HARTFORD, Conn. — ", "en", "HARTFORD, Conn."),
        ("Brüssel (hna) - ", "de", "Brüssel"),
        ("LEDRA, 24 mars (ANH) – ", "fr", "LEDRA"),
        ("Madrid, 24 mar (ANP).- ", "es", "Madrid"),
        ("МОСКВА, 24 марта. /ПОРТ/. ", "ru", "МОСКВА"),
        ("ЛЕДРА, 24 марта - Порт. ", "ru", "ЛЕДРА"),
        ("(ANP) - ROMA, 24 MAR - ", "it", "ROMA"),
    ],
)
def test_a_dateline_tells_the_place(opening: str, language: str, place: str) -> None:
    document = report(opening, language=language)
    assert document.kind is Kind.ARTICLE
    assert document.place == place


@pytest.mark.parametrize(
    ("head", "place", "zone"),
    [
        ("Harbour Press Room\n\n3:15 P.M. EDT", "Harbour Press Room", "America/New_York"),
        ("Grand Hotel\nRome, Italy\n\n3:15 P.M. (Local)", "Grand Hotel, Rome, Italy", "Europe/Rome"),
        ("Harbour Hall\n\n15:05 Moscow time", "Harbour Hall", "Europe/Moscow"),
        ("Harbour Hall\n\n10:05 GMT+3", "Harbour Hall", "Etc/GMT-3"),
        ("Harbour Hall\n\n10:05 IST", "Harbour Hall", None),
        ("Harbour Hall\nNew Delhi, India\n\n10:05 IST", "Harbour Hall, New Delhi, India", "Asia/Kolkata"),
        ("Aboard the Ferry Selden\nEn Route Oslo, Norway\n\n9:10 A.M. EDT",
         "Aboard the Ferry Selden, En Route Oslo, Norway", "America/New_York"),
        ("Via Teleconference\n\n3:15 P.M. EST", None, "America/New_York"),
        ("Harbour Office\nOffice of the Press Secretary\n\n3:15 P.M. EST", None, "America/New_York"),
        ("Location: Harbour Hall, Ledra", "Harbour Hall, Ledra", None),
        ("Ort: Seldenau", "Seldenau", None),
        ("Lieu : Salle du Port, Genève", "Salle du Port, Genève", "Europe/Zurich"),
        ("Место проведения: Тбилиси", "Тбилиси", "Asia/Tbilisi"),
    ],
)  # fmt: skip
def test_lines_above_the_first_turn_tell_place_and_hours(
    head: str, place: str | None, zone: str | None
) -> None:
    document = talk(f"Interview with Elena Marr\n\n{head}")
    assert (document.place, document.time_zone) == (place, zone)


@pytest.mark.parametrize(
    "head",
    [
        "Elena Marr, 24 March 2025",
        "Harbour Gazette, 24 March 2025",
        "Tuesday, 24 March 2025",
        "Talks with Norway and Sweden, 24 March 2025",
        "Interview, 24 March 2025",
        "Ukraine | 24 March 2025",
        "Georgia, 24 March 2025",
        "By Anna Berg in Oslo",
        "Topics: Oslo, Paris, the bridge",
        "THE PARLIAMENT OF SELDENIA\n\n24 March 2025",
    ],
)
def test_what_is_no_place_for_sure_is_none(head: str) -> None:
    assert talk(f"Interview with Elena Marr\n\n{head}").place is None


@pytest.mark.parametrize(
    "opening",
    [
        "BREAKING (HNA) — ",
        "ANNA BERG — ",
        "NATO — ",
        "SEN. ANNA BERG (R-Selden) — ",
        "Moscow — unlike Paris — has agreed to the bridge, a person close to the talks said on Tuesday. ",
        "Norway – ",
        "OSLO/PARIS (HNA) - ",
        "In Oslo, the ministers met. ",
        "Location: Harbour Hall, 8 p.m.\n\n",
    ],
)
def test_running_speech_is_nobodys_dateline(opening: str) -> None:
    assert report(opening, language="en").place is None


def test_a_city_at_the_end_of_a_title_is_where_people_came_to() -> None:
    assert talk("Press conference, Harbour Hall, Oslo").place == "Oslo"
    assert talk("Remarks on the bridge, Rome, March 24, 2025").place == "Rome"
    assert talk("Radio interview with Elena Marr, Harbour Radio, Oslo").place is None  # the station's


@pytest.mark.parametrize(
    ("head", "said_on", "published_on"),
    [
        # the day of the event, and a stamp of the page
        ("23:34 24.05.2025\n\nRemarks by Elena Marr\n\nLedra, May 23, 2025", date(2025, 5, 23), MAY_24),
        ("Interview with Elena Marr\n\nOslo, 22 May 2025\n\nPublished: 24 May 2025", MAY_22, MAY_24),
        ("Interview mit Elena Marr\n\nVeröffentlicht: 24.05.2025\n\nWien, 22. Mai 2025", MAY_22, MAY_24),
        ("Интервью Елены Марр\n\nОпубликовано: 24.05.2025\n\nМосква, 22 мая 2025 года", MAY_22, MAY_24),
        ("Entretien avec Elena Marr\n\nPublié le 24/05/2025\n\nParis, le 22 mai 2025", MAY_22, MAY_24),
        ("Entrevista con Elena Marr\n\nPublicado: 24/05/2025\n\nMadrid, 22 de mayo de 2025", MAY_22, MAY_24),
        ("Intervista a Elena Marr\n\nPubblicato il 24/05/2025\n\nRoma, 22 maggio 2025", MAY_22, MAY_24),
        ("Interview with Elena Marr\n\nPublished: 24 May 2025; recorded 22 May 2025", MAY_22, MAY_24),
        ("Interview with Elena Marr\n\nRecorded: 22 May 2025", MAY_22, MAY_22),
        ("Interview mit Elena Marr\n\nAufgezeichnet am 22. Mai 2025", MAY_22, MAY_22),
        ("Remarks of May 22, 2025, published May 24, 2025\n\nInterview with Elena Marr", MAY_22, MAY_24),
        # the same as a title, one year for both
        ("Remarks of May 22, published May 24, 2025\nElena Marr", MAY_22, MAY_24),
        ("Interview with Elena Marr\nRecorded 22 May 2025. Aired 24 May 2025.", MAY_22, MAY_24),
        (
            "Interview with Marr\n*Recorded in Ledra on Thursday, 22 May 2025, at 18:30 CET; broadcast on "
            "Saturday, 24 May.*",
            MAY_22,
            MAY_24,
        ),
        ("Interview mit Elena Marr\nAufgezeichnet am 22. Mai 2025, gesendet am 24. Mai 2025", MAY_22, MAY_24),
        ("Entretien avec Elena Marr\nEnregistré le 22 mai 2025, diffusé le 24 mai 2025", MAY_22, MAY_24),
        ("Entrevista a Marr\nGrabada el 22 de mayo de 2025, emitida el 24 de mayo de 2025", MAY_22, MAY_24),
        ("Intervista a Marr\nRegistrata il 22 maggio 2025, trasmessa il 24 maggio 2025", MAY_22, MAY_24),
        ("Интервью Елены Марр\nЗаписано 22 мая 2025 года, вышло в эфир 24 мая 2025 года", MAY_22, MAY_24),
        # the last change dates nothing
        (
            "Interview with Elena Marr\nLast updated: June 1, 2025\nFirst published: May 24, 2025\n"
            "Interview date: May 22, 2025",
            MAY_22,
            MAY_24,
        ),
        ("Talk with Marr\nUpdated 1 June 2025, published 24 May 2025\nOslo, 22 May 2025", MAY_22, MAY_24),
        # a second day in brackets: the publication's, or the same moment by another clock
        ("Wywiad z Eleną Marr\nLedra, 22 maja 2025 r. (opublikowano 24 maja 2025 r.)", MAY_22, MAY_24),
        ("Interview with Marr\nSydney, 24 May 2025, 8.30am AEST (23 May in Washington)", MAY_24, MAY_24),
    ],
)  # fmt: skip
def test_the_day_of_the_event_is_not_the_pages(head: str, said_on: date, published_on: date) -> None:
    document = talk(head)
    assert (document.said_on, document.published_on) == (said_on, published_on)


def test_a_stamp_of_the_small_hours_elsewhere_does_not_move_the_event() -> None:
    document = talk("Remarks by Elena Marr\n\n01:00 24.05.2025\n\nWashington, May 23, 2025")
    assert (document.said_on, document.published_on) == (date(2025, 5, 23), date(2025, 5, 24))
    assert document.time_zone == "America/New_York"


def test_the_last_change_of_a_transcript_is_no_day_of_it() -> None:
    document = talk("Interview with Elena Marr\n\nUpdated: 24 May 2025")
    assert (document.said_on, document.published_on) == (None, None)
    assert report("Updated: 24 May 2025\n\n").published_on == MAY_24


def test_a_title_that_ends_with_the_day_of_publication_says_no_other() -> None:
    document = talk("Interview with Elena Marr, published 24 May 2025")
    assert (document.said_on, document.published_on) == (None, MAY_24)


def test_front_matter_tells_the_recording_from_the_broadcast() -> None:
    page = f"---\ntitle: Interview with Elena Marr\ndate: 2025-05-24\nrecorded: 2025-05-22\n---\n\n{TALK}"
    document = read(page.encode(), name="talk.md")
    assert (document.said_on, document.published_on) == (MAY_22, MAY_24)


def test_front_matter_names_the_place() -> None:
    page = f"---\ntitle: Interview with Elena Marr\nlocation: Harbour Hall, Genève\n---\n\n{TALK}"
    document = read(page.encode(), name="talk.md")
    assert (document.place, document.time_zone) == ("Harbour Hall, Genève", "Europe/Zurich")


def test_the_setting_of_a_tei_file_names_the_place() -> None:
    page = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><settingDesc><setting>
    <name type="address">Quay 7</name><name type="city">Ljubljana</name><name type="country">Slovenia</name>
    <date when="2025-03-24"/></setting></settingDesc></profileDesc></teiHeader>
    <text><body><u who="#a"><seg>We begin.</seg></u><u who="#b"><seg>Why?</seg></u></body></text></TEI>"""
    document = read(page.encode(), name="sitting.xml")
    assert (document.place, document.time_zone, document.said_on) == (
        "Ljubljana, Slovenia",
        "Europe/Ljubljana",
        DAY,
    )


def test_a_report_has_no_hours_but_its_place_has() -> None:
    document = report("OSLO — ", title="Bridge\n\n24 May 2025 10:05 CET", language="en")
    assert document.time_zone == "Europe/Oslo"
    assert report("", title="Bridge\n\n10:05 CET", language="en").time_zone is None
