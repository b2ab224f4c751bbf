"""Attributions beside quoted words, in the orders that the language's pack knows, and what hides a name."""

from __future__ import annotations

import pytest

from verbale.model import Span
from verbale.quote.attribution.by_pack import beside, likeliest
from verbale.quote.attribution.neighbours import Attribution
from verbale.text.lexicon import Lexicon, lexicon, lexicons_for


def found(language: str, text: str, floor: Span | None = None) -> Attribution | None:
    start, end = text.index("«"), text.index("»")
    return beside(
        text,
        Span(start + 1, end),
        Span(start, end + 1),
        floor or Span(0, len(text)),
        lexicons_for(language, None, ""),
    )


def packs(*codes: str) -> list[Lexicon]:
    found = [lexicon(code) for code in codes]
    return [each for each in found if each is not None]


def told(text: str, attribution: Attribution | None) -> str:
    if attribution is None:
        return ""
    assert attribution.cue is not None
    if attribution.recipient:
        assert attribution.mention is None
        return f"{attribution.how.name}: {attribution.cue.of(text)}, to somebody"
    if attribution.mention is None:
        return f"{attribution.how.name}: {attribution.cue.of(text)}"
    assert attribution.mention.of(text) == attribution.name
    both = ", and another" if attribution.joint else ""
    return f"{attribution.how.name}: {attribution.cue.of(text)} {attribution.name}{both}"


@pytest.mark.parametrize(
    ("language", "text", "attribution"),
    [
        # behind the words: verb and name, name and verb
        ("es", "«El puerto abre», dijo Elena Marr.", "AFTER: dijo Elena Marr"),
        ("es", "«El puerto abre», Elena Marr dijo.", "AFTER: dijo Elena Marr"),
        ("es", "«El puerto abre», la ministra Elena Marr dijo ayer.", "AFTER: dijo Elena Marr"),
        ("es", "«El puerto abre», y Elena Marr dijo.", "AFTER: dijo Elena Marr, and another"),
        ("es", "«El puerto abre», dijo ella.", "AFTER: dijo"),
        ("es", "«El puerto abre», junto al lago dijo Elena Marr.", ""),
        ("it", "«Il porto apre», ha detto il sindaco Elena Marr, «e basta»", "AFTER: ha detto Elena Marr"),
        ("de", "«Der Hafen ist offen», so Elena Marr.", "AFTER: so Elena Marr"),
        # two who speak
        (
            "de",
            "«Der Hafen ist offen», sagten Elena Marr und Jonas Vell.",
            "AFTER: sagten Elena Marr, and another",
        ),
        # another sentence, and the end of one inside the marks
        ("es", "«El puerto abre». Dijo Elena Marr.", ""),
        ("es", "«El puerto abre.» Dijo Elena Marr.", ""),
        ("es", "«El puerto abre.», dijo Elena Marr.", "AFTER: dijo Elena Marr"),
        ("es", "«El puerto abre», dijo. Elena Marr calló.", "AFTER: dijo"),
        # before the words
        ("es", "Elena Marr dijo: «El puerto abre».", "BEFORE: dijo Elena Marr"),
        ("es", "Elena Marr dijo «El puerto abre».", "BEFORE: dijo Elena Marr"),
        ("es", "Elena Marr dijo ayer: «El puerto abre».", "BEFORE: dijo Elena Marr"),
        ("es", "Dijo Elena Marr: «El puerto abre».", "BEFORE: Dijo Elena Marr"),
        ("es", "Dijo Elena Marr. «El puerto abre».", ""),
        ("es", "Dijo Elena Marr — «El puerto abre».", ""),
        ("es", "Dijo: «El puerto abre».", "BEFORE: Dijo"),
        ("es", "Ayer dijo: «El puerto abre».", "BEFORE: dijo"),
        ("es", "Elena Marr dijo en la casa: «El puerto abre».", "WITHIN: dijo Elena Marr"),
        # six words may follow the verb
        (
            "es",
            "Elena Marr dijo ayer también luego además después hoy: «El puerto abre».",
            "BEFORE: dijo Elena Marr",
        ),
        (
            "es",
            "Elena Marr dijo ayer también luego además después hoy antes: «El puerto abre».",
            "WITHIN: dijo Elena Marr",
        ),
        # where somebody is named before the verb too, the other is spoken to
        ("es", "Elena Marr preguntó Juan Vell: «El puerto abre».", "BEFORE: preguntó, to somebody"),
        ("es", "Él preguntó Elena Marr: «El puerto abre».", "BEFORE: preguntó, to somebody"),
        ("es", "Vino con Mina. Mina dijo Elena Marr: «El puerto abre».", "BEFORE: dijo, to somebody"),
        ("es", "Mina dijo Elena Marr: «El puerto abre».", "BEFORE: dijo Elena Marr"),
        ("de", "Sie sagte Elena Marr: «Der Hafen ist offen».", "BEFORE: sagte, to somebody"),
        ("de", "Der Zeitung sagte Elena Marr: «Der Hafen ist offen».", "BEFORE: sagte, to somebody"),
        # a day is nobody, save as a family name
        ("de", "Am Montag sagte Elena Marr: «Der Hafen ist offen».", "BEFORE: sagte Elena Marr"),
        ("de", "Elena Marr am Montag sagte: «Der Hafen ist offen».", "BEFORE: sagte Elena Marr"),
        ("de", "Gernot Freitag sagte: «Der Hafen ist offen».", "BEFORE: sagte Gernot Freitag"),
        # around the words
        ("tr", "Elena Marr, «Liman açık» dedi.", "AFTER: dedi Elena Marr"),
        ("ko", "김민재 장관은 «항구가 열린다»고 말했다.", "AFTER: 말했다 김민재"),
        ("ja", "田中氏は«港は開く»と述べた。", "AFTER: 述べた 田中"),
        ("ja", "«港は開く»と田中氏は述べた。", "AFTER: 述べた 田中"),
        ("hi", "सीमा वर्मा ने कहा, «बंदरगाह खुला है।»", "BEFORE: कहा सीमा वर्मा"),
        ("hi", "«बंदरगाह खुला है», सीमा वर्मा ने कहा।", "AFTER: कहा सीमा वर्मा"),
        ("zh", "王小明说：«港口开放。»", "BEFORE: 说 王小明"),
        # in Chinese the full stop inside the marks ends no sentence
        ("zh", "«港口开放。»王小明说。", "AFTER: 说 王小明"),
        # in Japanese and Korean a sentence before the words is about them
        ("ja", "田中氏は述べた。«港は開く»", "BEFORE: 述べた 田中"),
        ("ko", "김민재 장관은 말했다. «항구가 열린다»", "BEFORE: 말했다 김민재"),
        ("ja", "田中氏は述べた。川川«港は開く»", ""),
        ("de", "Elena Marr sagte. «Der Hafen ist offen».", ""),
    ],
)
def test_the_orders_of_a_language(language: str, text: str, attribution: str) -> None:
    assert told(text, found(language, text)) == attribution


def test_nothing_is_looked_for_outside_of_the_neighbourhood() -> None:
    text = "Elena Marr dijo: «El puerto abre», explicó Juan Vell."
    whole = Span(0, len(text))
    assert told(text, found("es", text)) == "AFTER: explicó Juan Vell"
    assert told(text, found("es", text, Span(0, text.index(",")))) == "BEFORE: dijo Elena Marr"
    assert told(text, found("es", text, Span(text.index("«"), whole.end))) == "AFTER: explicó Juan Vell"
    assert found("es", text, Span(text.index("«"), text.index(","))) is None
    assert told(text, found("es", text, Span(text.index("dijo"), text.index(",")))) == "BEFORE: dijo"
    assert told(text, found("es", text, Span(0, text.index(" Juan")))) == "AFTER: explicó"


def test_languages_that_do_not_agree_name_nobody() -> None:
    text = "Elena Marr dijo: «El puerto abre», sagte Jonas Vell."
    span = Span(text.index("«") + 1, text.index("»")), Span(text.index("«"), text.index("»") + 1)
    whole, known = Span(0, len(text)), packs("es", "de")
    assert told(text, beside(text, *span, whole, known[:1])) == "BEFORE: dijo Elena Marr"
    assert told(text, beside(text, *span, whole, known[1:])) == "AFTER: sagte Jonas Vell"
    assert beside(text, *span, whole, known) is None
    # a language that finds no name does not speak against one that does
    text = "«El puerto abre», dijo Elena Marr."
    span = Span(1, text.index("»")), Span(0, text.index("»") + 1)
    for order in (known, known[::-1]):
        assert told(text, beside(text, *span, Span(0, len(text)), order)) == "AFTER: dijo Elena Marr"
    assert beside(text, *span, Span(0, len(text)), []) is None


def test_the_languages_whose_verbs_of_saying_a_text_has_most_of() -> None:
    known = packs("en", "de", "es", "it", "fr")
    text = "dijo dijo dijo dijo sagte sagte sagte ha detto said said said said said"
    assert [each.pack.code for each in likeliest(text, known)] == ["es", "de", "it"]
    assert [each.pack.code for each in likeliest("sagte ha detto ha detto", known)] == ["it", "de"]
    assert likeliest("la la la", known) == ()
    # of a long text its beginning
    assert [each.pack.code for each in likeliest("sagte " + "la " * 4_000 + "dijo dijo", known)] == ["de"]
    four = "dijo dijo dijo dijo sagte sagte sagte ha detto a déclaré"
    assert [each.pack.code for each in likeliest(four, known)] == ["es", "de", "it"]
