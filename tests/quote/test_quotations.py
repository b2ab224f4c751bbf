"""Who is quoted, in which words: tables of invented sentences, one kind of difficulty a row."""

from __future__ import annotations

from functools import partial

import pytest

from verbale.model.document import Document, Kind, Role, Turn
from verbale.model.text import Span
from verbale.quote import Use, marked
from verbale.quote import quotations as quotations_of

quotations = partial(quotations_of, tagger=False)  # these tables are about words between marks

Row = tuple[str, list[tuple[str, str | None]]]


def said(source: str | Document) -> list[tuple[str, str | None]]:
    text = source if isinstance(source, str) else source.text
    return [(" … ".join(span.of(text) for span in q.spans), q.speaker) for q in quotations(source)]


ARTICLES: list[Row] = [
    # the cue after, in both orders
    ('"We stay," Marr said.', [("We stay,", "Marr")]),
    ('"We stay," said Marr.', [("We stay,", "Marr")]),
    (
        "“We stay,” Foreign Minister Elena Marr told reporters in Selden on Monday.",
        [("We stay,", "Elena Marr")],
    ),
    ("“We stay,” said Otis Crane, a fisherman from Skarvik.", [("We stay,", "Otis Crane")]),
    ("“Why now?” asked Lena Varga.", [("Why now?", "Lena Varga")]),
    # an apposition or a clause between name and cue
    ("“We stay,” Elena Marr, the foreign minister since 2019, said.", [("We stay,", "Elena Marr")]),
    # the first letter of "analyst" is no article
    ("Ada Brenn, analyst of ports, came.\n\n“We stay,” the analyst said.", [("We stay,", "Ada Brenn")]),
    ("“We stay,” Tor Vik, who chairs the union, said.", [("We stay,", "Tor Vik")]),
    ("“We stay,” the minister, Elena Marr, said.", [("We stay,", "Elena Marr")]),
    (
        "Alarmed by the news, Senator Otis Crane, the minority leader, said that “the port must open.”",
        [("the port must open.", "Otis Crane")],
    ),
    # the cue before
    ("Elena Marr said: “We stay.”", [("We stay.", "Elena Marr")]),
    (
        "Elena Marr told the Harbour Gazette on Sunday that “the corridor works.”",
        [("the corridor works.", "Elena Marr")],
    ),
    ("According to Elena Marr, “the corridor works.”", [("the corridor works.", "Elena Marr")]),
    ("In the words of Tor Vik, “the sea decides for us.”", [("the sea decides for us.", "Tor Vik")]),
    ("As Tor Vik once said, “the sea decides for us.”", [("the sea decides for us.", "Tor Vik")]),
    # split by the cue: one quotation where the sentence goes on, two where it ended
    ("“We stay,” Elena Marr said, “and we vote.”", [("We stay, … and we vote.", "Elena Marr")]),
    (
        "“We stay,” Elena Marr said. “We will vote.”",
        [("We stay,", "Elena Marr"), ("We will vote.", "Elena Marr")],
    ),
    # a second cue of its own
    (
        "“We stay,” Elena Marr said, adding that “the vote is in May.”",
        [("We stay,", "Elena Marr"), ("the vote is in May.", "Elena Marr")],
    ),
    # colons: headline, answer, press release
    ("Elena Marr: “We have time”", [("We have time", "Elena Marr")]),
    ("Elena Marr’s answer: “No comment, and I mean it.”", [("No comment, and I mean it.", "Elena Marr")]),
    ("And from the chairwoman: “We are proud of the crew.”", [("We are proud of the crew.", "chairwoman")]),
    (
        "Elena Marr put it this way on Monday:\n\n“The corridor works.”",
        [("The corridor works.", "Elena Marr")],
    ),
    # an example is nobody's
    ("For example: “We have never been asked about it.”", [("We have never been asked about it.", None)]),
    # at the sentence's end
    (
        "The plan “leads nowhere at all” and is dead, Elena Marr said.",
        [("leads nowhere at all", "Elena Marr")],
    ),
    # two fragments of one sentence
    (
        "Elena Marr said the plan “leads nowhere at all” and was “a joke for old men.”",
        [("leads nowhere at all", "Elena Marr"), ("a joke for old men.", "Elena Marr")],
    ),
    # participles: of the clause's subject, or of the word just before
    ("Elena Marr rejected the offer, saying “it comes too late.”", [("it comes too late.", "Elena Marr")]),
    ("Elena Marr held up a letter saying “the port is closed to us.”", [("the port is closed to us.", None)]),
    # a passive names who heard it
    ("Elena Marr was told that “the issue is under review.”", [("the issue is under review.", None)]),
    (
        "The crew was told by Tor Vik that “the issue is under review.”",
        [("the issue is under review.", "Tor Vik")],
    ),
    # denied, asked, supposed: nobody said it for certain
    ("Elena Marr never said “we go to war with Orland.”", [("we go to war with Orland.", None)]),
    ("Did Elena Marr say “we go to war with Orland”?", [("we go to war with Orland", None)]),
    # several speakers
    ("Elena Marr and Tor Vik said “the corridor works.”", [("the corridor works.", None)]),
    # somebody's spokesman is not somebody
    ("“We stay,” a spokesman for Elena Marr said.", [("We stay,", None)]),
    ("“We stay,” said Elena Marr’s spokesman.", [("We stay,", None)]),
    ("“We stay,” said Elena Marr’s spokesman Otis Crane.", [("We stay,", "Otis Crane")]),
    # bodies
    ("“We stay,” the Foreign Ministry said.", [("We stay,", "Foreign Ministry")]),
    # with a dash
    ("“The sea decides for us.” — Tor Vik", [("The sea decides for us.", "Tor Vik")]),
    # quoted as
    (
        "The agency quoted Tor Vik as saying “the sea decides for us.”",
        [("the sea decides for us.", "Tor Vik")],
    ),
    # a sentence of the same person before
    ("Elena Marr said the offer was dead. “It leads nowhere.”", [("It leads nowhere.", "Elena Marr")]),
    # another person comes in before the next words
    (
        "“We stay,” Elena Marr said, and her husband cut in. “We do not.”",
        [("We stay,", "Elena Marr"), ("We do not.", None)],
    ),
]

RESOLVED: list[Row] = [
    # the surname after the full name
    ("Elena Marr came on Monday. “We stay,” Marr said.", [("We stay,", "Elena Marr")]),
    ("Foreign Minister Elena Marr came. “We stay,” Ms. Marr said.", [("We stay,", "Elena Marr")]),
    # two people of one surname: as printed
    ("Elena Marr and her uncle Jonas Marr came. “We stay,” Marr said.", [("We stay,", "Marr")]),
    # the office of the only one who holds it
    ("Foreign Minister Elena Marr came. “We stay,” the minister said.", [("We stay,", "Elena Marr")]),
    # two ministers: nobody
    (
        "Foreign Minister Elena Marr met Finance Minister Jonas Brandt. “We stay,” the minister said.",
        [("We stay,", None)],
    ),
    # a pronoun right after the speaker
    (
        "“We stay,” Elena Marr said. The room was quiet. “We vote,” she said.",
        [("We stay,", "Elena Marr"), ("We vote,", "Elena Marr")],
    ),
    # somebody else was named in between
    (
        "“We stay,” Elena Marr said. Nina Abbate nodded. “We vote,” she said.",
        [("We stay,", "Elena Marr"), ("We vote,", None)],
    ),
    (
        "“We stay,” Elena Marr said. The mayor nodded. “We vote,” she said.",
        [("We stay,", "Elena Marr"), ("We vote,", None)],
    ),
    # the gender does not fit
    ("“We stay,” Ms. Elena Marr said. “We vote,” he said.", [("We stay,", "Elena Marr"), ("We vote,", None)]),
    # inside somebody's words, "he" is another and "I" is that speaker
    (
        "“He said, ‘Go home,’ and I said, ‘Never again,’” Tor Vik told reporters.",
        [
            ("He said, ‘Go home,’ and I said, ‘Never again,’", "Tor Vik"),
            ("Go home,", None),
            ("Never again,", "Tor Vik"),
        ],
    ),
    # a body is no "he"
    (
        "“We stay,” the Foreign Ministry said. “We vote,” he said.",
        [("We stay,", "Foreign Ministry"), ("We vote,", None)],
    ),
    # nothing says that the only name is a person's
    ("Port Selden slept. “We stay,” he said.", [("We stay,", None)]),
    # a dateline is nobody
    (
        "Selden (SA) – Premier Lena Varga has left the talks, saying that “the offer is a bad joke.”",
        [("the offer is a bad joke.", "Lena Varga")],
    ),
    # they, it and we are nobody in particular
    ("Elena Marr met the crews. “We stay,” they said.", [("We stay,", None)]),
]

LANGUAGES: list[Row] = [
    (
        "„Die Strecke ist frei“, sagte Ministerin Ilse Brandhorst.",
        [("Die Strecke ist frei", "Ilse Brandhorst")],
    ),
    (
        "»Die Strecke ist frei«, betonte Ilse Brandhorst am Montag.",
        [("Die Strecke ist frei", "Ilse Brandhorst")],
    ),
    ("Ilse Brandhorst sagte: „Die Strecke ist frei.“", [("Die Strecke ist frei.", "Ilse Brandhorst")]),
    ("« La ligne est libre », a déclaré Odile Perrin.", [("La ligne est libre", "Odile Perrin")]),
    (
        "Selon Odile Perrin, « la ligne est libre depuis hier ».",
        [("la ligne est libre depuis hier", "Odile Perrin")],
    ),
    ("«La línea está abierta», dijo Ana Ruiz Cortés.", [("La línea está abierta", "Ana Ruiz Cortés")]),
    (
        "Según Ana Ruiz, «la línea está abierta desde ayer».",
        [("la línea está abierta desde ayer", "Ana Ruiz")],
    ),
    ("«Мост открыт», — сказал Глеб Стрешнев.", [("Мост открыт", "Глеб Стрешнев")]),
    ("Глеб Стрешнев заявил: «Мост открыт».", [("Мост открыт", "Глеб Стрешнев")]),
]


@pytest.mark.parametrize(("text", "expected"), ARTICLES + RESOLVED + LANGUAGES)
def test_quotations_of_a_plain_text(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("The “junta” has no plan.", Use.SCARE),
        ("The so-called “government of national rescue” met.", Use.SCARE),
        ("He wrote a book titled “Orland Is Not Nambara.”", Use.TITLE),
        ("The conference ‘Harbours of the North: Past and Future’ began.", Use.TITLE),
        ("The song “We Stay Until the Morning Comes” was played.", Use.TITLE),
        ("Nobody used the term “human rights” that day.", Use.TERM),
        ("In the ministry it is known as “the long night.”", Use.TERM),
        ("They called this the “right molecule.”", Use.SCARE),
        ("“We stay,” said Marr.", Use.SPEECH),
        ("“The corridor works and will go on working in the spring.”", Use.SPEECH),
    ],
)
def test_speech_is_told_from_the_rest(text: str, use: Use) -> None:
    assert [stretch.use for stretch in marked(text)] == [use]


def brief(*lines: str) -> Document:
    text = "\n\n".join(lines)
    return Document(
        text=text, name="brief.txt", sha256="0" * 64, reader="test", kind=Kind.BRIEF, speaker="Elena Marr"
    )


LEAD = "Foreign Minister Elena Marr of Orland held a news conference on Wednesday."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a paragraph of its own, and a fragment in the agency's sentence
        (
            '"We are ready to talk any day of the week."',
            [("We are ready to talk any day of the week.", "Elena Marr", None)],
        ),
        (
            'The union "stands for the variety of the north."',
            [("stands for the variety of the north.", "Elena Marr", None)],
        ),
        (
            'Orland is ready to talk: "We never left the table."',
            [("We never left the table.", "Elena Marr", None)],
        ),
        # her office, her surname, a pronoun
        (
            'The deadline "leads nowhere at all," the minister said.',
            [("leads nowhere at all,", "Elena Marr", None)],
        ),
        ('"The corridor works," she added.', [("The corridor works,", "Elena Marr", None)]),
        # the words of others
        (
            'Premier Jonas Brandt of Nambara said, "We close the port."',
            [("We close the port.", "Jonas Brandt", "Elena Marr")],
        ),
        (
            'President Tor Vik "once again said: we do not refuse talks."',
            [("we do not refuse talks.", "Tor Vik", "Elena Marr")],
        ),
        (
            'Western diplomats say "the corridor is as good as dead."',
            [("the corridor is as good as dead.", None, "Elena Marr")],
        ),
        # a pronoun after somebody else's name
        (
            'Premier Jonas Brandt spoke in May. "The port is shut to everybody," he said.',
            [("The port is shut to everybody,", None, "Elena Marr")],
        ),
        # quotations in her words are not hers
        (
            "\"They keep saying: 'You are late, go home.'\"",
            [
                ("They keep saying: 'You are late, go home.'", "Elena Marr", None),
                ("You are late, go home.", None, "Elena Marr"),
            ],
        ),
    ],
)
def test_in_a_digest_the_main_speaker_is_the_default(
    line: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    document = brief(LEAD, line)
    found = [
        (" … ".join(span.of(document.text) for span in q.spans), q.speaker, q.via)
        for q in quotations(document)
    ]
    assert found == expected


def interview(question: str, answer: str) -> Document:
    parts = [("Question: ", question), ("Elena Marr: ", answer)]
    text, turns = "", []
    for number, (label, words) in enumerate(parts):
        start = len(text) + len(label)
        turns.append(
            Turn(
                span=Span(start, start + len(words)),
                label=Span(len(text), start - 2),
                speaker="Elena Marr" if number else None,
                role=Role.ANSWER if number else Role.QUESTION,
                answers=0 if number else None,
            )
        )
        text += label + words + "\n\n"
    return Document(
        text=text,
        name="interview.txt",
        sha256="0" * 64,
        reader="test",
        kind=Kind.TRANSCRIPT,
        speaker="Elena Marr",
        speakers=("Elena Marr",),
        turns=tuple(turns),
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        # others, by name, pronoun, description
        (
            "Premier Jonas Brandt said, “We close the port.”",
            ("We close the port.", "Jonas Brandt", "Elena Marr"),
        ),
        (
            "Take Premier Jonas Brandt. Asked about it, he replied: “The port is ours.”",
            ("The port is ours.", "Jonas Brandt", "Elena Marr"),
        ),
        (
            "As our friends in Nambara say, “a thousand flowers may bloom.”",
            ("a thousand flowers may bloom.", None, "Elena Marr"),
        ),
        (
            "Journalists asked Brandt: “Will you close the port?”",
            ("Will you close the port?", None, "Elena Marr"),
        ),
        # what was said to her is not hers
        (
            "We were informed that “the issue is under review.”",
            ("the issue is under review.", None, "Elena Marr"),
        ),
        # her own words of another day
        ("I said then: “We will not beg for talks.”", ("We will not beg for talks.", "Elena Marr", None)),
        # an office is whoever holds it; one of several is nobody
        ("The president said, “We close the port.”", ("We close the port.", "president", "Elena Marr")),
        ("A minister said, “We close the port.”", ("We close the port.", None, "Elena Marr")),
        # a document's words, without a cue
        (
            "The first article is “the ports of the north are open to all ships of all flags at all times.”",
            ("the ports of the north are open to all ships of all flags at all times.", None, "Elena Marr"),
        ),
    ],
)
def test_in_a_turn_the_relayed_words_are_not_the_tellers(
    answer: str, expected: tuple[str, str | None, str | None]
) -> None:
    document = interview("Why did you come?", answer)
    (quotation,) = quotations(document)
    assert (quotation.spans[0].of(document.text), quotation.speaker, quotation.via) == expected
    assert quotation.turn == 1


def test_a_questioner_who_quotes_you_means_the_one_who_answers() -> None:
    (quotation,) = quotations(interview("In May you said, “We will not beg.” Do you beg?", "No."))
    assert (quotation.speaker, quotation.turn) == ("Elena Marr", 0)


def test_scare_quotes_in_a_turn_are_no_quotations() -> None:
    assert quotations(interview("Why?", "The “party of war” and its “government” went to the “table.”")) == ()


def test_kinds_cues_mentions_and_parents() -> None:
    text = (
        "“We stay,” Elena Marr said. She said the plan “leads to nothing at all.” "
        "“He told me: ‘Go home.’” she added."
    )
    whole, part, outer, inner = quotations(text)
    assert [q.kind.value for q in (whole, part, outer, inner)] == ["direct", "mixed", "direct", "direct"]
    assert whole.cue is not None
    assert whole.mention is not None
    assert (whole.cue.of(text), whole.mention.of(text)) == ("said", "Elena Marr")
    assert (outer.parent, inner.parent) == (None, 2)
    assert inner.via == outer.speaker
    assert all(q.method == "marks" and 0 < q.score <= 1 for q in (whole, part, outer, inner))


def test_min_score_drops_the_unsure_and_keeps_parents_right() -> None:
    text = "“They say: ‘Go home.’” “We stay,” Elena Marr said."
    every = quotations(text)
    sure = quotations(text, min_score=0.9)
    assert len(sure) < len(every)
    assert all(q.score >= 0.9 for q in sure)
    assert all(q.parent is None or q.parent < len(sure) for q in sure)


@pytest.mark.parametrize(
    "text",
    [
        "林若川说：“今年冬天以前，我们不会打开水闸，也不会关闭夜间渡轮。”",
        "“今年冬天以前，我们不会打开水闸，也不会关闭夜间渡轮。”林若川表示。",
    ],
)
def test_scripts_without_spaces(text: str) -> None:
    found = quotations(text)
    assert [q.spans[0].of(text) for q in found] == ["今年冬天以前，我们不会打开水闸，也不会关闭夜间渡轮。"]
