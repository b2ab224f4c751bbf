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
