"""Who says what: one row for each convention of transcripts, all texts invented."""

# ruff: noqa: E501  a transcript of one row reads better in one piece

from __future__ import annotations

import pytest

from verbale.model.document import Reading, Role, Turn
from verbale.model.text import Span
from verbale.parse.turns.turn_finding import find_turns, whole_turn


def reading(text: str, title: str | None = None, emphasis: tuple[str, ...] = ()) -> Reading:
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in emphasis)
    return Reading(name="a.txt", sha256="0" * 64, reader="text/1", text=text, title=title, emphasis=spans)


def told(text: str, turns: tuple[Turn, ...]) -> list[tuple[str | None, str, str]]:
    return [(turn.speaker, turn.role.value[0], turn.span.of(text)) for turn in turns]


# Each row: what it is for, the text, the main speaker of its metadata, and (speaker, role, words) of its turns.
ROWS: list[tuple[str, str, str | None, list[tuple[str | None, str, str]]]] = [
    (
        "a questioner without a name and a full name, continuation paragraphs",
        "Interview with Ada Brand\n\nQuestion: Will you go?\n\nAda Brand: Perhaps.\n\nOr not.\n\nQuestion: When?\n\nAda Brand: Soon.",
        None,
        [
            (None, "q", "Will you go?"),
            ("Ada Brand", "a", "Perhaps.\n\nOr not."),
            (None, "q", "When?"),
            ("Ada Brand", "a", "Soon."),
        ],
    ),
    (
        "a bare Q and a gap, hard-wrapped paragraphs, sentences with a colon at a line's start",
        "Press Briefing by Secretary Una Holt\n\n1:05 P.M.\n\nMS. HOLT:  Good afternoon.\n\nQ    On this: is\nit true?\n\nMS. HOLT:  No.\n"
        "Two things: we\nwait.\n\nQ    Thanks.\n\nMS. HOLT:  Bye.\n\n1:31 P.M. EDT\n",
        None,
        [
            ("Una Holt", "s", "Good afternoon."),
            (None, "q", "On this: is\nit true?"),
            ("Una Holt", "a", "No.\nTwo things: we\nwait."),
            (None, "q", "Thanks."),
            ("Una Holt", "a", "Bye."),
        ],
    ),
    (
        "a bare Q and one space",
        "THE PREMIER: We begin.\n\nQ Why now?\n\nTHE PREMIER: Because.\n\nQ Is it late?\n\nTHE PREMIER: It is.\n\nQ “Late,” sir?\n\nTHE PREMIER: Late.",
        None,
        [
            ("THE PREMIER", "s", "We begin."),
            (None, "q", "Why now?"),
            ("THE PREMIER", "a", "Because."),
            (None, "q", "Is it late?"),
            ("THE PREMIER", "a", "It is."),
            (None, "q", "“Late,” sir?"),
            ("THE PREMIER", "a", "Late."),
        ],
    ),
    (
        "letters with full stops, and initials that open a sentence",
        "Q. Where is it?\nA. At sea.\nB. M. Carr has it.\nA. M. Kell too.\nQ. Still?\nA. Still.",
        "Ivo Tann",
        [
            (None, "q", "Where is it?"),
            ("Ivo Tann", "a", "At sea.\nB. M. Carr has it.\nA. M. Kell too."),
            (None, "q", "Still?"),
            ("Ivo Tann", "a", "Still."),
        ],
    ),
    (
        'an office for the main speaker, "family, given" in the metadata, labels and words on lines of their own',
        "JOURNALIST:\nWhen?\nPRIME MINISTER:\nSoon.\nJOURNALIST:\nWhere?\nPRIME MINISTER:\nHere.",
        "Quell, Rosa",
        [
            (None, "q", "When?"),
            ("Rosa Quell", "a", "Soon."),
            (None, "q", "Where?"),
            ("Rosa Quell", "a", "Here."),
        ],
    ),
    (
        "an office beside the same office with another's name is left as printed",
        "JOURNALIST: When?\n\nPRIME MINISTER QUELL: Soon.\n\nPRIME MINISTER CLARKE: Now, I hope.\n\nJOURNALIST: Who?\n\nPRIME MINISTER: We.",
        "Quell, Rosa",
        [
            (None, "q", "When?"),
            ("Rosa Quell", "a", "Soon."),
            ("PRIME MINISTER CLARKE", "a", "Now, I hope."),
            (None, "q", "Who?"),
            ("PRIME MINISTER", "a", "We."),
        ],
    ),
    (
        "labels misread by a scanner",
        "JRNLST: When?\nPRIME MINISTER: Soon.\nJRNLST: So?\nPRIM MINISTER: So.\nJRNLST: And?\nPRIME MINISTER: No.\n"
        "JRNLST: Why?\nPRIME MINISTER: Ah.\nJRNLST: Oh?\nPRIME MINISTER: Oh.",
        "Rosa Quell",
        [
            (None, "q", "When?"),
            ("Rosa Quell", "a", "Soon."),
            (None, "q", "So?"),
            ("Rosa Quell", "a", "So."),
            (None, "q", "And?"),
            ("Rosa Quell", "a", "No."),
            (None, "q", "Why?"),
            ("Rosa Quell", "a", "Ah."),
            (None, "q", "Oh?"),
            ("Rosa Quell", "a", "Oh."),
        ],
    ),
    (
        "a host under a surname, his full name in the title, a greeting that is no question",
        "Radio interview with Otto Crane\n\nCRANE: Good morning, Premier.\n\nPREMIER: Morning.\n\nCRANE: Is it over?\n\nPREMIER: It is.",
        "Lena Varg",
        [
            ("Otto Crane", "s", "Good morning, Premier."),
            ("Lena Varg", "s", "Morning."),
            ("Otto Crane", "q", "Is it over?"),
            ("Lena Varg", "a", "It is."),
        ],
    ),
    (
        "full stops after names in capitals",
        "CHAIR ADLER. We raise it.\nBEA LUND. Bea Lund, the Post. Why now?\nCHAIR ADLER. Prices rise.\nTOR VIK. Is it enough?\nCHAIR ADLER. We think so.\n",
        None,
        [
            ("CHAIR ADLER", "s", "We raise it."),
            ("Bea Lund", "q", "Bea Lund, the Post. Why now?"),
            ("CHAIR ADLER", "a", "Prices rise."),
            ("TOR VIK", "q", "Is it enough?"),
            ("CHAIR ADLER", "a", "We think so."),
        ],
    ),
    (
        "labels alone on a line, capitals within speech",
        "THE CHAIR\nOrder.\n\nMS. PELL\nHow much?\n\nMR. HOLM\nForty.\n\nMS. PELL\nDoes it include the FLOOD?\n\nMR. HOLM\nNO. Never.\n\nTHE CHAIR\nThank you.",
        None,
        [
            ("THE CHAIR", "c", "Order."),
            ("MS. PELL", "q", "How much?"),
            ("MR. HOLM", "a", "Forty."),
            ("MS. PELL", "q", "Does it include the FLOOD?"),
            ("MR. HOLM", "a", "NO. Never."),
            ("THE CHAIR", "c", "Thank you."),
        ],
    ),
    (
        "tabs and Windows line ends",
        "Subjects: milk; roads\r\n\r\nMINISTER:\tWelcome.\r\n\r\nJOURNALIST:\tWhen?\r\n\r\nMINISTER:\tSoon.\r\n\r\n[ENDS]\r\n",
        None,
        [("MINISTER", "s", "Welcome."), (None, "q", "When?"), ("MINISTER", "a", "Soon.")],
    ),
    (
        "bold labels in Markdown, a bold word and a headline that are none",
        "# Mayor Rita Sol: “We go on”\n\n**Note:** cut.\n\n**Ina Abb:** What now?\n\n**Rita Sol:** **Every** line.\n\nRemember: lines.\n\n**Ina Abb:** And then?\n\n**Rita Sol:** Rest.",
        None,
        [
            ("Ina Abb", "q", "What now?"),
            ("Rita Sol", "a", "**Every** line.\n\nRemember: lines."),
            ("Ina Abb", "q", "And then?"),
            ("Rita Sol", "a", "Rest."),
        ],
    ),
    (
        "names with a party or an office",
        "President Ute Lang: Order. Mr Berg.\n\nKai Berg (LINE 90/THE GREEN): Minister, why?\n\nAnja Kold, Minister for Water: The dam.\n\n"
        "President Ute Lang: Thank you.\n\nTom Rask (FREE): One point.\n\nArticle 5: none of it.\n\nPresident Ute Lang: We close.",
        None,
        [
            ("President Ute Lang", "c", "Order. Mr Berg."),
            ("Kai Berg", "q", "Minister, why?"),
            ("Anja Kold", "a", "The dam."),
            ("President Ute Lang", "c", "Thank you."),
            ("Tom Rask", "s", "One point.\n\nArticle 5: none of it."),
            ("President Ute Lang", "c", "We close."),
        ],
    ),
    (
        "a first full name and later surnames",
        "Ana Ruiz Cort: We begin.\n\nTim Iria: Well?\n\nRuiz Cort: Well.\n\nIria: Done?\n\nRuiz Cort: Done.",
        None,
        [
            ("Ana Ruiz Cort", "s", "We begin."),
            ("Tim Iria", "q", "Well?"),
            ("Ana Ruiz Cort", "a", "Well."),
            ("Tim Iria", "q", "Done?"),
            ("Ana Ruiz Cort", "a", "Done."),
        ],
    ),
    (
        "two people of one surname",
        "Host: Ms. Lind, is it dear?\n\nMarta Lind: It is.\n\nHost: Mr. Lind, is it?\n\nOlaf Lind: No.\n\nLind: Never, I say.",
        None,
        [
            ("Host", "q", "Ms. Lind, is it dear?"),
            ("Marta Lind", "a", "It is."),
            ("Host", "q", "Mr. Lind, is it?"),
            ("Olaf Lind", "a", "No."),
            ("Lind", "a", "Never, I say."),
        ],
    ),
    (
        "dashes for a dialogue, a footer",
        "Dr. Aldo Minn: “It waits”\n\n— When will it end?\n\n— In spring.\n\nPerhaps.\n\n— And the price?\n\n— Two coins.\n\nRead more in our channel\n",
        "Aldo Minn",
        [
            (None, "q", "When will it end?"),
            ("Aldo Minn", "a", "In spring.\n\nPerhaps."),
            (None, "q", "And the price?"),
            ("Aldo Minn", "a", "Two coins."),
        ],
    ),
    (
        "Hebrew",
        "ראיון עם נועה ברק\n\nשאלה: מתי?\n\nנועה ברק: בקיץ.\n\nשאלה: כמה?\n\nנועה ברק: עשרה.",
        None,
        [(None, "q", "מתי?"), ("נועה ברק", "a", "בקיץ."), (None, "q", "כמה?"), ("נועה ברק", "a", "עשרה.")],
    ),
    (
        "Russian, initials, a remark in the label",
        "Вопрос: Когда?\n\nГ.А.Стреж: В мае.\n\nПричина одна: паводок.\n\nВопрос (перевод): Где?\n\nГ.А.Стреж: Тут.",
        None,
        [
            (None, "q", "Когда?"),
            ("Г.А.Стреж", "a", "В мае.\n\nПричина одна: паводок."),
            (None, "q", "Где?"),
            ("Г.А.Стреж", "a", "Тут."),
        ],
    ),
    (
        "German, a questioner with a name, the full name in the head",
        "Pressekonferenz mit Dr. Ilse Brand\n\nBrand: Guten Tag.\n\nFrage: Seit wann?\n\nBrand: Seit 6:15 Uhr.\n\nZusatzfrage: Und?\n\nBrand: Nichts.\n\nFrage Keller: Bleibt es?\n\nBrand: Ja.",
        None,
        [
            ("Ilse Brand", "s", "Guten Tag."),
            (None, "q", "Seit wann?"),
            ("Ilse Brand", "a", "Seit 6:15 Uhr."),
            (None, "q", "Und?"),
            ("Ilse Brand", "a", "Nichts."),
            ("Keller", "q", "Bleibt es?"),
            ("Ilse Brand", "a", "Ja."),
        ],
    ),
    (
        "Spanish",
        "Pregunta: ¿Cuándo?\n\nMinistra Paz Rueda: Mañana.\n\nPregunta: ¿Seguro?\n\nMinistra Paz Rueda: Sí.",
        None,
        [
            (None, "q", "¿Cuándo?"),
            ("Ministra Paz Rueda", "a", "Mañana."),
            (None, "q", "¿Seguro?"),
            ("Ministra Paz Rueda", "a", "Sí."),
        ],
    ),
    (
        "Arabic",
        "سؤال: متى؟\n\nليلى حداد: غدا.\n\nسؤال: أين؟\n\nليلى حداد: هنا.",
        None,
        [(None, "q", "متى؟"), ("ليلى حداد", "a", "غدا."), (None, "q", "أين؟"), ("ليلى حداد", "a", "هنا.")],
    ),
    (
        "no-break spaces, soft hyphens, blank lines that are not empty",
        "Question\u00a0:\u00a0Is it\u00a0safe?\n\u00a0\nTess\u00a0Al\u00adbin:\u00a0Safe.\n\u00a0\nQuestion:\u00a0Sure?\n\u00a0\nTess\u00a0Albin:\u00a0Sure. \u00a0\n",
        None,
        [
            (None, "q", "Is it\u00a0safe?"),
            ("Tess Albin", "a", "Safe."),
            (None, "q", "Sure?"),
            ("Tess Albin", "a", "Sure."),
        ],
    ),
    (
        "sentences that look like labels",
        "Question: What changes?\n\nKen Oda: Three things.\n\nArticle 5: one firm.\n\nArticle 6: it pays.\n\nNote: as of 18:30.\n\nOK: but then?\n\n"
        "Let me repeat: no.\n\nResult: nothing.\n\nQuestion: Late?\n\nKen Oda: No.",
        None,
        [
            (None, "q", "What changes?"),
            (
                "Ken Oda",
                "a",
                "Three things.\n\nArticle 5: one firm.\n\nArticle 6: it pays.\n\nNote: as of 18:30.\n\nOK: but then?\n\nLet me repeat: no.\n\nResult: nothing.",
            ),
            (None, "q", "Late?"),
            ("Ken Oda", "a", "No."),
        ],
    ),
    (
        "labels within a line, where a line break was lost",
        "JONES: Why?\nPREMIER: So.\nJONES: Is it? PREMIER: It is. JONES: Sure?\nPREMIER: Yes.\nJONES: All?\nPREMIER: All.",
        None,
        [
            ("JONES", "q", "Why?"),
            ("PREMIER", "a", "So."),
            ("JONES", "q", "Is it?"),
            ("PREMIER", "a", "It is."),
            ("JONES", "q", "Sure?"),
            ("PREMIER", "a", "Yes."),
            ("JONES", "q", "All?"),
            ("PREMIER", "a", "All."),
        ],
    ),
    (
        "stage directions stay inside",
        "MS. HALE:  Yes.\n\n(Laughter.)\n\nIndeed.\n\nQ    So —\n\nQ    Una, is it?\n\nMS. HALE:  It is.  [Crosstalk.]\n\nEND  4:12 P.M.",
        None,
        [
            ("MS. HALE", "s", "Yes.\n\n(Laughter.)\n\nIndeed."),
            (None, "q", "So —"),
            (None, "q", "Una, is it?"),
            ("MS. HALE", "a", "It is.  [Crosstalk.]"),
        ],
    ),
    (
        "a digest has no turns",
        'Key points of Minister Marr’s conference\n\nOn talks\n\n"We are ready."\n\nMarr’s answer on Skarv: "No comment."\n\nPhoto: agency\n\nIN BRIEF: more to come',
        "Elena Marr",
        [],
    ),
    (
        "an article has none",
        "The minister came.\n\nHe said: “No.”\n\nShare: X | Y\n\nTopics: water, roads\n",
        None,
        [],
    ),
    ("a list has none", "— bread\n— milk\n— eggs?\n— tea\n", None, []),
    ("nothing at all", "", None, []),
]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_conventions(text: str, speaker: str | None, expected: list[tuple[str | None, str, str]]) -> None:
    assert told(text, find_turns(reading(text), speaker)) == expected


def test_an_answer_names_its_question_over_a_moderator_and_two_who_answer() -> None:
    text = (
        "PREMIER DAHL:  Welcome.\n\nMODERATOR:  Radio, please.\n\nQ    To both: is it done?\n\nMODERATOR:  Premier?\n\n"
        "PREMIER DAHL:  It is.\n\nPRESIDENT OKO (through interpreter):  Not for us, not today.\n\nMODERATOR:  Next.\n\n"
        "Q    (Through interpreter.)  When?\n\nPREMIER DAHL:  Soon."
    )
    turns = find_turns(reading(text))
    assert [turn.role for turn in turns] == [
        Role.STATEMENT,
        Role.CHAIR,
        Role.QUESTION,
        Role.CHAIR,
        Role.ANSWER,
        Role.ANSWER,
        Role.CHAIR,
        Role.QUESTION,
        Role.ANSWER,
    ]
    assert [turn.answers for turn in turns if turn.role is Role.ANSWER] == [2, 2, 7]
    assert [turn.interpreted for turn in turns].count(True) == 2
    assert turns[5].interpreted


def test_clips_are_replayed_and_answer_nothing() -> None:
    text = (
        "CRANE: Who fibs? This is what you said last August:\n\nVARG: There will be no levy.\n\nCRANE: You said that, didn’t you?\n\n"
        "VARG: I did.\n\nCRANE: And here is your treasurer yesterday:\n\nTREASURER [recording]: Call it what you like.\n\nCRANE: Well?\n\nVARG: Well."
    )
    turns = find_turns(reading(text))
    assert [turn.replayed for turn in turns] == [False, True, False, False, False, True, False, False]
    assert [turn.answers for turn in turns] == [None, None, None, 2, None, None, None, 6]


def test_bold_paragraphs_that_ask() -> None:
    questions = ("Where will the road end?", "And who will pay for it?")
    text = f"A talk with Ros Quell\n\n{questions[0]}\n\nAt the sea.\n\nOr near it.\n\n{questions[1]}\n\nThe harbour."
    turns = find_turns(reading(text, emphasis=questions), "Ros Quell")
    assert told(text, turns) == [
        (None, "q", questions[0]),
        ("Ros Quell", "a", "At the sea.\n\nOr near it."),
        (None, "q", questions[1]),
        ("Ros Quell", "a", "The harbour."),
    ]
    assert [turn.answers for turn in turns] == [None, 0, None, 2]


def test_bold_labels_without_punctuation() -> None:
    text = "Ada Brand Will it rain?\nIvo Tann No.\nAda Brand Will it snow?\nIvo Tann Never."
    spans = tuple(
        Span(place, place + n)
        for name, n in (("Ada Brand", 9), ("Ivo Tann", 8))
        for place in _places(text, name)
    )
    bold = Reading(name="a.html", sha256="", reader="html/1", text=text, emphasis=spans)
    assert told(text, find_turns(bold)) == [
        ("Ada Brand", "q", "Will it rain?"),
        ("Ivo Tann", "a", "No."),
        ("Ada Brand", "q", "Will it snow?"),
        ("Ivo Tann", "a", "Never."),
    ]


def _places(text: str, name: str) -> list[int]:
    return [place for place in range(len(text)) if text.startswith(name, place)]


def test_running_heads_are_in_no_turn() -> None:
    text = "MR. ADLER: We go.\n\nPage 2\n\nMS. LUND: When?\n\nMR. ADLER: Now.\n\nMS. LUND: Why?"
    head = Span(text.index("Page"), text.index("Page") + 6)
    turns = find_turns(Reading(name="a.pdf", sha256="", reader="pdf/1", text=text, boilerplate=(head,)))
    assert turns[0].span.of(text) == "We go."


def test_the_label_is_what_is_printed() -> None:
    text = "**PRESIDENT OKO (through interpreter):** Yes.\n\n**Q:** Why?\n\n**PRESIDENT OKO:** So."
    assert [turn.label.of(text) for turn in find_turns(reading(text)) if turn.label] == [
        "PRESIDENT OKO (through interpreter)",
        "Q",
        "PRESIDENT OKO",
    ]


def test_whole_turn_leaves_title_and_footer_out() -> None:
    text = "A speech on water\n\nFriends, we begin.\n\nWe end.\n\n[ENDS]\n"
    (turn,) = whole_turn(reading(text, title="A speech on water"), "Marr, Elena")
    assert (turn.speaker, turn.span.of(text)) == ("Elena Marr", "Friends, we begin.\n\nWe end.")
    assert whole_turn(reading(""), None) == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Talk with Ana Ruiz\n\nQuestion: Will you stay?\n\nAna Ruiz: We will stay.", [None, "Ana Ruiz"]),
        (
            "Ana Ruiz: Welcome.\n\nTom Hale: Will you stay?\n\nAna Ruiz: We will.",
            ["Ana Ruiz", "Tom Hale", "Ana Ruiz"],
        ),
        # nobody comes back, nobody asks, or a label is no name
        ("Head of Office: Ana Ruiz\nDeputy Head: Tom Hale", []),
        ("Ana Ruiz: Harbour Street 5.\n\nTom Hale: Quay 9.\n\nAna Ruiz: also Quay 10.", []),
        ("Let me repeat: we stay.\n\nThere is one thing: will you?\n\nLet me repeat: no.", []),
    ],
)
def test_the_shortest_exchanges(text: str, speakers: list[str | None]) -> None:
    reading = Reading(name="a.txt", sha256="", reader="text/1", text=text)
    assert [turn.speaker for turn in find_turns(reading)] == speakers
