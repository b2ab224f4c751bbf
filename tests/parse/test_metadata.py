from __future__ import annotations

from datetime import date

import pytest

from tests.parse import fictions
from verbale.model.document import Document, Kind, Reading, Role, Turn
from verbale.model.text import Span
from verbale.parse import Overrides, parse, read
from verbale.parse.metadata.language import language_of
from verbale.parse.people.main_speaker import Named, main_speaker, named_in_head


def document_of(text: str, name: str = "talk.txt", **overrides: object) -> Document:
    return read(text.encode(), name=name, overrides=Overrides(**overrides))  # type: ignore[arg-type]


def reading_of(text: str, **fields: object) -> Reading:
    return Reading(name="a.txt", sha256="", reader="text/1", text=text, **fields)  # type: ignore[arg-type]


def named(title: str) -> Named | None:
    return named_in_head(reading_of(title), title, [])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Foreign Minister Elena Marr’s interview with the Harbour Gazette", "Elena Marr"),
        ("IN BRIEF: Key points of Elena Marr’s press conference", "Elena Marr"),
        ("Key points of Minister Marr’s news conference on the results of 2025", "Marr"),
        ("Press Briefing by Press Secretary Runa Hale, August 21, 2023", "Runa Hale"),
        ("PRESS BRIEFING BY SPOKESPERSON RUNA HALE", "RUNA HALE"),
        (
            "Press Gaggle by Principal Deputy Press Secretary Ana Ruiz-Pell En Route Port Selden",
            "Ana Ruiz-Pell",
        ),
        ("Remarks by President Ursula von der Hagen at the Opening of the Bridge", "Ursula von der Hagen"),
        ("Radio interview of Premier Lena Varga with Otis Crane, 3VR, 28 February 2011", "Lena Varga"),
        ("Interview with Governor Tess Albin, 7 July 2021", "Tess Albin"),
        ("Interview with Ana Belén Ruiz Cortés, minister of water of Costa Clara", "Ana Belén Ruiz Cortés"),
        ("Pressekonferenz der Verkehrsministerin Dr. Ilse Brandhorst, Neuwerder", "Ilse Brandhorst"),
        ("Discours du président Jean Vasseur devant le parlement", "Jean Vasseur"),
    ],
)
def test_a_title_names_its_speaker(title: str, name: str) -> None:
    assert named(title) == Named(name, certain=True)


@pytest.mark.parametrize(
    "title",
    [
        "Interview with Otis Crane, 3VR",  # the host, or the guest
        "Interview with Otis Crane, host of the Evening Hour",
        "Joint press conference of Premier Lena Varga and President Okoro of Nambara",
        "Background Press Call by Senior Administration Officials on the Fifth Paper",
        "Press Briefing by the Harbour Response Team and Public Health Officials",
        "Background Call By Senior Officials Previewing Vice President Holm’s Trip to Nambara",
        "Statement from the Foreign Ministry Press Service",
        "A table, a telephone and a piano",
        "Интервью министра путей сообщения Глеба Андреевича Стрешнева газете",  # inflected
    ],
)
def test_a_title_that_is_open_names_nobody_for_certain(title: str) -> None:
    found = named(title)
    assert found is None or not found.certain


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Press Briefing by Press Secretary Runa Hale and Secretary of Energy Jane Bell", "Runa Hale"),
        ("Call by Envoy for Strategic Affairs John Moss and Assistant Secretary Cela Wand", "John Moss"),
        ("Dr. Aldo Minne: “The vaccine will not wait for us”", "Aldo Minne"),
        ("“We will rebuild the dam,” says Commissioner Ito Vell", "Ito Vell"),
        ("Premier Oda on the ports bill", "Oda"),
    ],
)
def test_a_name_that_others_may_share_waits_for_the_turns(title: str, name: str) -> None:
    assert named(title) == Named(name, certain=False)


def turn(speaker: str | None, role: Role, start: int, end: int) -> Turn:
    return Turn(span=Span(start, end), speaker=speaker, role=role)


def test_the_one_who_answers_is_the_main_speaker() -> None:
    turns = [
        turn("Otis Crane", Role.QUESTION, 0, 90),
        turn("Lena Varga", Role.ANSWER, 90, 300),
        turn("Otis Crane", Role.STATEMENT, 300, 900),
    ]
    assert main_speaker(None, turns) == "Lena Varga"
    assert main_speaker(Named("Varga", certain=False), turns) == "Lena Varga"
    assert main_speaker(Named("Davin Tock", certain=False), turns) is None


def test_two_who_answer_alike_leave_the_main_speaker_open() -> None:
    turns = [turn("Lena Varga", Role.ANSWER, 0, 100), turn("Davin Tock", Role.ANSWER, 100, 200)]
    assert main_speaker(None, turns) is None


def test_metadata_name_the_speaker_in_reading_order() -> None:
    assert named_in_head(reading_of("x", speaker="Varga, Lena"), None, []) == Named(
        "Lena Varga", certain=True
    )


def test_the_events_date_and_the_pages_are_told_apart() -> None:
    document = document_of(fictions.INTERVIEW)
    assert (document.said_on, document.published_on) == (date(2025, 3, 4), date(2025, 3, 6))


@pytest.mark.parametrize(
    ("head", "said_on", "published_on"),
    [
        ("Interview with Governor Tess Albin, 7 July 2021\n", date(2021, 7, 7), date(2021, 7, 7)),
        ("A talk (19 May 2026)\n", date(2026, 5, 19), date(2026, 5, 19)),
        ("A talk\n\nHearing of February 3, 2021\n", date(2021, 2, 3), date(2021, 2, 3)),
        ("A talk\n12 June 2023\n", date(2023, 6, 12), date(2023, 6, 12)),
        ("A talk\n\n*Published on 9 October 2024*\n", None, date(2024, 10, 9)),
        ("A talk\n\n24.11.2024 09:15\n", None, date(2024, 11, 24)),
        ("A talk\n\n12.3.2024\n", None, date(2024, 3, 12)),
        ("A talk on the treaty since May 1, 2020\n", None, None),
        ("A talk about the flood of May 1, 2020\n", None, None),
        ("A talk\n\n30 June 2017. The keeper of the lock at home.\n", date(2017, 6, 30), date(2017, 6, 30)),
        ("A talk\n\n30 June 2017 was the day of the great flood in the lower town.\n", None, None),
        ("A talk\n\nRemarks of May 23, published May 24, 2024\n", date(2024, 5, 23), date(2024, 5, 24)),
        ("A talk\n\nEvent: news conference, Ledra, May 23, 2024\n", date(2024, 5, 23), date(2024, 5, 23)),
        ("A talk\n\nTreaty in force: May 23, 2024\n", None, None),
        ("Gespräch, Neuwerder, 8. Januar 2024\n", date(2024, 1, 8), date(2024, 1, 8)),
        ("Беседа, Заречье, 15 сентября 2025 года\n", date(2025, 9, 15), date(2025, 9, 15)),
    ],
)
def test_a_transcripts_dates(head: str, said_on: date | None, published_on: date | None) -> None:
    talk = "\nQuestion: When was the letter of 5 May 2019 sent?\n\nElena Marr: On 6 May 2019.\n"
    document = document_of(head + talk + talk)
    assert document.kind is Kind.TRANSCRIPT
    assert (document.said_on, document.published_on) == (said_on, published_on)


def test_two_days_of_which_one_has_no_year() -> None:
    talk = "\nPregunta: ¿Cuándo se envió la carta?\n\nElena Marr: La enviamos a todos en el mes de mayo.\n"
    head = "Una charla\n\nPublicado el 17 de marzo de 2023. Entrevista realizada el 16 de marzo.\n"
    document = document_of(head + talk + talk)
    assert (document.said_on, document.published_on) == (date(2023, 3, 16), date(2023, 3, 17))


def test_the_texts_own_date_stands_beside_metadata_that_err() -> None:
    talk = "PREMIER:\n\nGood evening.\n\nJOURNALIST:\n\nWhen?\n\nPREMIER:\n\nSoon.\n"
    text = f"1 November 1996\n\n{talk}"
    document = parse(reading_of(text, title="Doorstop", published_on=date(1995, 11, 1)))
    assert (document.said_on, document.published_on) == (date(1996, 11, 1), date(1995, 11, 1))


def dateline(day: str, lead: str, stamp: str = "", name: str = "a.txt") -> date | None:
    text = (
        f"Key points of Minister Marr’s news conference\n\nPORT SELDEN, {day}. /SNA/. {lead}\n\nOn grain\n\n"
    )
    return document_of(text + f'"We have grain."\n\nOn fish\n\n"And fish."\n\n{stamp}\n', name).said_on


def test_a_dateline_without_a_year_takes_it_from_what_is_certain() -> None:
    lead = "Foreign Minister Elena Marr held a news conference."
    assert dateline("January 14, 2026", lead) == date(2026, 1, 14)
    assert dateline("January 14", lead) is None
    assert dateline("January 14", lead, "18:19 15.01.2026 •") == date(2026, 1, 14)
    assert dateline("December 31", lead, "00:19 01.01.2026 •") == date(2025, 12, 31)
    assert dateline("January 14", lead, name="2026-01-14-key-points.txt") == date(2026, 1, 14)
    assert dateline("March 14", lead, name="2026-01-14-key-points.txt") is None


def test_a_review_of_the_year_settles_the_year_of_its_dateline() -> None:
    lead = "Foreign Minister Elena Marr said on {} at a conference on the results of 2025."
    assert dateline("January 14", lead.format("Wednesday")) == date(2026, 1, 14)
    assert dateline("January 14", lead.format("Friday")) is None  # no Friday in 2026
    assert dateline("December 23", lead.format("Tuesday")) == date(2025, 12, 23)
    assert dateline("June 14", lead.format("Sunday")) is None


def test_an_articles_date_is_the_pages() -> None:
    document = document_of(fictions.ARTICLE)
    assert (document.kind, document.said_on, document.published_on) == (Kind.ARTICLE, None, date(2025, 10, 5))


def test_the_address_of_a_page_dates_it() -> None:
    reading = reading_of("The bridge opened late.", url="https://example.org/2025/10/05/bridge.html")
    assert parse(reading).published_on == date(2025, 10, 5)


def test_the_title_is_the_first_line_that_says_anything() -> None:
    assert str(document_of(fictions.INTERVIEW).title).startswith("Elena Marr: “The bridge will open")
    assert document_of(fictions.DIGEST).title == "IN BRIEF: Key points of Elena Marr’s press conference"
    assert document_of("# The *bridge* \\[opens\\]\n\nIt opened.\n", "a.md").title == "The *bridge* [opens]"
    assert (
        parse(reading_of("The bridge\n\nIt opened.", title="Microsoft Word - bridge.doc")).title
        == "The bridge"
    )
    assert (
        parse(reading_of("The bridge\n\nIt opened.", title=" A   bridge\u00a0opens ")).title
        == "A bridge opens"
    )


def test_the_outlet_is_printed_and_never_guessed() -> None:
    assert document_of(fictions.DIGEST).outlet == "SNA"
    assert document_of("LOWTOWN (Orland Wire) — The bridge is open, they say.\n").outlet == "Orland Wire"
    assert document_of(fictions.INTERVIEW).outlet is None
    assert document_of("The bridge and/or the ferry / the boat opened.\n").outlet is None


def test_a_language_needs_enough_text() -> None:
    assert language_of("OK") is None
    assert language_of("Die Brücke ist offen, und wir haben lange auf sie gewartet. " * 5) == "de"
    assert language_of("Мост открыт, и мы долго его ждали, потому что паводок. " * 5) == "ru"
    assert parse(reading_of("Texto en español.", language="es")).language == "es"


def test_a_script_says_that_it_is_one() -> None:
    assert document_of(fictions.SPEECH).prepared
    assert not document_of(fictions.INTERVIEW).prepared
    assert not document_of(
        "The minister said that he was prepared for delivery delays of any kind. " * 4
    ).prepared


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Unofficial translation from Russian", "ru"),
        ("*Translated from Russian by the press office of the ministry*", "ru"),
        ("(Übersetzung aus dem Englischen)", "en"),
        ("Rede der Ministerin (Übersetzung aus dem Französischen)", "fr"),
        ("Traduction non officielle de l’anglais", "en"),
        ("Traducido del ruso por la redacción", "ru"),
        ("Traduzione dall’inglese", "en"),
        ("Неофициальный перевод с английского языка", "en"),
        ("Переклад з німецької", "de"),
        ("Tłumaczenie z angielskiego", "en"),
        ("Courtesy translation", "und"),
        ("Speech of the minister (unofficial translation)", "und"),
        ("Translation: Ivo Brock", None),
        ("The translation of the treaty took months", None),
        ("She read a letter – translated from Russian – to the deputies and left", None),
        ("La traduction du traité", None),
        # what a machine translated, in the words of the file
        ("Machine translation from Ukrainian", "uk"),
        ("This text was machine-translated and may contain errors.", "und"),
        ("Automatically translated by a program", "und"),
        ("[Machine translation]", "und"),
        ("Note: this is an automated translation", "und"),
        ("Maschinelle Übersetzung aus dem Russischen", "ru"),
        ("Dieser Text wurde maschinell übersetzt.", "und"),
        ("Ce discours a été traduit automatiquement du russe", "und"),
        ("Traducción automática", "und"),
        ("Текст является автоматическим переводом", "und"),
        ("本文由机器翻译", "und"),
        ("この文章は機械翻訳です", "und"),
        ("이 글은 기계 번역입니다", "und"),
        ("ترجمة آلية", "und"),
        # and what only speaks of it
        ("Machine translation is a wonder of the age", None),
        ("The machine translation of the treaty took months", None),
        ("We used a machine translation there.", None),
        ("Die maschinelle Übersetzung war ein Fehler", None),
    ],
)
def test_a_text_is_a_translation_where_a_line_of_its_own_says_so(line: str, language: str | None) -> None:
    assert document_of(f"A talk\n\n{line}\n\nWe begin.\n").translation_of == language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (fictions.INTERVIEW, Kind.TRANSCRIPT),
        (fictions.DIGEST, Kind.BRIEF),
        (fictions.LONG_DIGEST, Kind.BRIEF),
        (fictions.SPEECH, Kind.REMARKS),
        (fictions.ARTICLE, Kind.ARTICLE),
    ],
)
def test_kinds(text: str, kind: Kind) -> None:
    assert document_of(text).kind is kind


def test_first_person_without_a_certain_speaker_is_an_article() -> None:
    assert (
        document_of("My summer\n\nI went to the bridge, and we swam there, I and my brother.\n").kind
        is Kind.ARTICLE
    )


def test_an_interview_without_labels_is_not_given_to_one_speaker() -> None:
    text = "Interview with Premier Lena Varga\n\nWill you go? I have an invitation, and I have not read it.\n"
    document = document_of(text)
    assert (document.kind, document.turns) == (Kind.ARTICLE, ())


def test_front_matter_declares_a_kind() -> None:
    text = "---\ntitle: The bridge\nkind: remarks\nspeaker: Elena Marr\n---\n\nThe bridge is open.\n"
    document = document_of(text, "a.md")
    assert (document.kind, [one.speaker for one in document.turns]) == (Kind.REMARKS, ["Elena Marr"])


def test_an_exchange_quoted_in_an_article_makes_no_transcript() -> None:
    paragraph = "The mayor of Lowtown, who had come on foot, spoke about the bridge for most of an hour.\n\n"
    exchange = "Question: When?\n\nElena Marr: Soon.\n\n"
    assert document_of(paragraph * 30 + exchange).kind is Kind.ARTICLE
    assert document_of(exchange * 2).kind is Kind.TRANSCRIPT


@pytest.mark.parametrize(
    "text",
    [
        # figures under names
        "The count\n\nElena Marr: 41\n\nDavin Tock: 17\n\nElena Marr: 43\n\nDavin Tock: 12\n",
        # one label that comes again: whoever spoke between has lost theirs
        "Interview\n\nLENA VARGA: I have an invitation.\n\nWill you go?\n\nLENA VARGA: I have not read it.\n",
        # a title about somebody's words
        "Premier Varga’s remarks draw fire\n\nThe mayor said that we should swim. He said it twice.\n",
    ],
)
def test_labels_and_titles_that_make_no_speech(text: str) -> None:
    document = document_of(text)
    assert (document.kind, document.turns) == (Kind.ARTICLE, ())


def test_words_of_another_are_not_the_metadatas_speakers() -> None:
    reading = reading_of(
        "I thank you for the bridge.", title="Message from Mr. Nyland", speaker="Varga, Lena"
    )
    assert parse(reading).turns == ()
    reading = reading_of("I thank you for the bridge.", title="Message to Mr. Nyland", speaker="Varga, Lena")
    assert parse(reading).speakers == ("Lena Varga",)


def test_an_article_on_key_points_is_no_digest() -> None:
    text = "The talks\n\nThe ministers agreed on the key points of a treaty.\n\nThey said so on Monday.\n"
    assert document_of(text).kind is Kind.ARTICLE


def test_what_the_user_says_overrules_the_file() -> None:
    document = document_of(
        fictions.INTERVIEW,
        outlet="Harbour Gazette",
        said_on=date(2025, 3, 3),
        kind=Kind.ARTICLE,
        language="sv",
        speaker="Runa Hale",
    )
    assert (document.outlet, document.said_on, document.kind) == (
        "Harbour Gazette",
        date(2025, 3, 3),
        Kind.ARTICLE,
    )
    assert (document.language, document.turns) == ("sv", ())
    speech = document_of("I am glad to stand here.\n", kind=Kind.REMARKS, speaker="Runa Hale")
    assert (speech.speaker, speech.speakers) == ("Runa Hale", ("Runa Hale",))


SITTING = """The base by the lake

{}

{}

The House met at three.

The SPEAKER: Order! The House will come to order now.

Ms A MARR: Speaker, who used the base, and who paid for it?

Mr T VANE: Nobody paid one coin for the base.
"""


@pytest.mark.parametrize(
    ("first", "second", "said", "published"),
    [
        # the text's own day has a weekday: the bare one above is that of posting
        ("3 June 2026", "WEDNESDAY, 20 MAY 2026", "2026-05-20", "2026-06-03"),
        ("June 3, 2026", "Wednesday, May 20, 2026", "2026-05-20", "2026-06-03"),
        ("3. Juni 2026", "Mittwoch, den 20. Mai 2026", "2026-05-20", "2026-06-03"),
        ("3 juin 2026", "Séance du mercredi 20 mai 2026", "2026-05-20", "2026-06-03"),
        ("3 de junio de 2026", "Miércoles, 20 de mayo de 2026", "2026-05-20", "2026-06-03"),
        ("3 июня 2026 года", "среда, 20 мая 2026 года", "2026-05-20", "2026-06-03"),
        ("2026年6月3日", "2026年5月20日（水曜日）", "2026-05-20", "2026-06-03"),
        # a text is not posted before it is spoken
        ("3 June 2026", "Wednesday, 10 June 2026", "2026-06-03", "2026-06-03"),
        # nor does a bare day say more than another
        ("3 June 2026", "20 May 2026", "2026-06-03", "2026-06-03"),
        # and a place, or a weekday, makes the first one the event's
        ("Ledra, 3 June 2026", "Wednesday, 20 May 2026", "2026-06-03", "2026-06-03"),
        ("Wednesday, 3 June 2026", "Wednesday, 20 May 2026", "2026-06-03", "2026-06-03"),
    ],
)
def test_a_texts_own_day_is_before_that_of_posting(
    first: str, second: str, said: str, published: str
) -> None:
    language = "en" if first[0].isascii() and "June" in first else None
    reading = reading_of(SITTING.format(first, second), language=language)
    document = parse(reading)
    assert (str(document.said_on), str(document.published_on)) == (said, published)


@pytest.mark.parametrize(
    ("language", "region", "day"),
    [("en", "US", "2026-02-10"), ("en", "GB", "2026-10-02"), ("en", None, "None")],
)
def test_a_day_in_numbers_is_in_the_order_of_the_texts_region(
    language: str, region: str | None, day: str
) -> None:
    reading = reading_of(SITTING.format("02/10/2026", "The lake"), language=language, region=region)
    assert str(parse(reading).published_on) == day
