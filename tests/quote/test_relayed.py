"""What is read out or relayed in a turn, without a verb beside marks: never the speaker's own words."""

from __future__ import annotations

import pytest

from verbale.intake.statements import statements_of
from verbale.model.document import Document, Kind, Turn
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.quote import quotations
from verbale.quote.attribution.relayed import RELAYED, with_relayed


def spoken(words: str) -> Document:
    text = f"ABERG: {words}"
    turn = Turn(span=Span(7, len(text)), label=Span(0, 6), speaker="Nils Aberg")
    return Document(
        text=text, name="a.txt", sha256="ab" * 32, reader="text/1", kind=Kind.TRANSCRIPT, turns=(turn,)
    )


def own_words(words: str) -> str:
    document = spoken(words)
    found = statements_of(document, quotations(document, tagger=False))
    return " | ".join(
        span.of(document.text) for each in found if each.statement.first_hand for span in each.statement.spans
    )


@pytest.mark.parametrize(
    ("words", "relayed"),
    [
        ('(reading) "Dear minister, my son has left us. Signed, a baker."', "my son has left us"),
        ("(reading) Dear minister, my son has left us. Signed, a baker.", "my son has left us"),
        ('(starts reading) "The roof has fallen in on us all."', "The roof has fallen in"),
        ("(now starts reading) The roof has fallen in.", "The roof has fallen in"),
        (
            'I will read it. "I condemn the raid in the strongest terms. They will answer."',
            "I condemn the raid",
        ),
        (
            "Une auditrice, Maud, nous écrit : « Monsieur, vous nous prenez pour des imbéciles. »",
            "vous nous prenez",
        ),
        ("He told me: I was in the building, and I saw the flames. I ran.", "I saw the flames. I ran"),
        ("Er sagte mir: Ich war in dem Haus.", "Ich war in dem Haus"),
        # whoever else is "I" in the sentence: the subject stands near the verb
        ("When I came home that night the keeper told me: I was in the boat.", "I was in the boat"),
        ("As we left the hall, the mayor of the old town said: We have paid.", "We have paid"),
        ("I asked the keeper. He said: I never saw a light.", "I never saw a light"),
        ("Он сказал мне: я был в этом доме.", "я был в этом доме"),
        (
            "Her words were, and I am quoting, we would never have kept it, end quote.",
            "we would never have kept it",
        ),
        ("The minister is, quote, no longer fit for his office, unquote.", "no longer fit for his office"),
        (
            "Their paper says, and I quote, there was no water left. We know better.",
            "there was no water left",
        ),
        (
            "Listen to this. (BEGIN VIDEO CLIP) I never took a crown. (END VIDEO CLIP) There it is.",
            "never took",
        ),
        ('It came today. "Sir, the roof has fallen in. Signed, Oskar Vellin."', "the roof has fallen in"),
    ],
)
def test_words_that_are_relayed_are_not_the_speakers(words: str, relayed: str) -> None:
    assert relayed in words
    assert relayed not in own_words(words)


@pytest.mark.parametrize(
    "words",
    [
        "The plan is simple: we build, and we stay.",
        "I told him: I will not sign it.",
        "I’ve said this many times before: We provide a full briefing.",
        "I would just\nsay: We have seen signs of it.",
        "As the president said before: We were not where we needed to be.",
        "Just to ask again: I mean, what is the delay?",
        "What you just said: that we have no water.",
        "Just to underscore what she said: We have the means.",
        "I said, quote, we shall stay, end quote.",
        "It was a quote-unquote accident, and we paid for it.",
        "(Laughter) I never said so. (Video conference) We stay.",
    ],
)
def test_the_speakers_own_words_stay_his(words: str) -> None:
    assert own_words(words).split() == words.split()


def test_what_the_tagger_took_for_a_report_are_the_others_very_words() -> None:
    document = spoken("He told me: I was in the building.")
    words = Span(19, len(document.text) - 1)
    report = Quotation(
        spans=(words,),
        kind=QuotationKind.INDIRECT,
        cue=Span(10, 14),
        mention=Span(7, 9),
        turn=0,
        method="tagger",
    )
    (found,) = with_relayed(document, (report,))
    assert (found.kind, found.method, found.mention) == (QuotationKind.DIRECT, RELAYED, Span(7, 9))


def test_parents_are_places_of_the_result() -> None:
    document = spoken("(reading) Dear all, we stay.\n\nHe said, “She told me ‘no, never’ twice.”")
    text = document.text
    outer = Quotation(spans=(Span(text.index("She"), len(text) - 1),), cue=Span(41, 45), turn=0)
    inner = Quotation(
        spans=(Span(text.index("no, "), text.index("’ twice")),), cue=Span(41, 45), turn=0, parent=0
    )
    found = with_relayed(document, (outer, inner))
    assert [(quotation.method, quotation.parent) for quotation in found] == [
        (RELAYED, None),
        ("marks", None),
        ("marks", 1),
    ]


TOLD = "He told me: I was in an old lighthouse at night."


@pytest.mark.parametrize(
    ("starts", "ends", "relayed"),
    [
        # a quotation that has a third of the words is theirs already
        (0, 12, False),
        (0, 11, True),
        (24, 36, False),
        (25, 36, True),
        # what lies before or behind them is another
        (-12, 0, True),
        (-12, 12, False),
    ],
)
def test_what_a_quotation_has_already_is_not_relayed_again(starts: int, ends: int, relayed: bool) -> None:
    document = spoken(TOLD)
    first = document.text.index("I was")
    assert len(document.text) - first == 36
    known = Quotation(spans=(Span(first + starts, first + ends),), cue=Span(10, 14), turn=0)
    found = with_relayed(document, (known,))
    assert [each.method for each in found] == (
        (["marks", RELAYED] if starts < 0 else [RELAYED, "marks"]) if relayed else ["marks"]
    )
    # one that nothing attributes says nothing of whose they are
    bare = Quotation(spans=known.spans, turn=0)
    assert RELAYED in [each.method for each in with_relayed(document, (bare,))]
    # nor does one of another turn
    other = Quotation(spans=known.spans, cue=known.cue, turn=None)
    assert RELAYED in [each.method for each in with_relayed(document, (other,))]


def test_of_two_reports_the_one_with_the_most_of_the_words_has_them() -> None:
    document = spoken(TOLD)
    first, end = document.text.index("I was"), len(document.text)

    def report(start: int, stop: int) -> Quotation:
        return Quotation(
            spans=(Span(start, stop),),
            kind=QuotationKind.INDIRECT,
            mention=Span(7, 9),
            turn=0,
            method="tagger",
        )

    short, long = report(first, first + 15), report(first + 16, end)
    found = with_relayed(document, (short, long))
    assert sorted(each.method for each in found) == [RELAYED, "tagger"]
    assert next(each for each in found if each.method == RELAYED).spans == (Span(first, end),)
    assert short in found
    found = with_relayed(document, (report(first, first + 20), report(first + 21, end)))
    assert [each.spans[0].start for each in found if each.method == "tagger"] == [first + 21]


def test_quotations_come_in_the_order_of_the_text_the_wider_first() -> None:
    document = spoken("He told me: I was there. Then, (reading) Dear all, we stay.")
    text = document.text
    inner = Quotation(spans=(Span(text.index("Dear"), text.index("Dear") + 4),), turn=0)
    found = with_relayed(document, (inner,))
    assert [span.of(text) for each in found for span in each.spans] == [
        "I was there.", "Dear all, we stay.", "Dear",
    ]  # fmt: skip
    assert [(each.via, each.score) for each in found[:2]] == [("Nils Aberg", 0.6)] * 2


def test_only_the_turns_of_a_transcript_are_looked_at() -> None:
    document = spoken(TOLD)
    assert with_relayed(document.text, ()) == ()
    assert with_relayed(Document(text=document.text, name="a", sha256="0" * 64, reader="text/1"), ()) == ()
