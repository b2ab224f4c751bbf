"""Signs that change a number: no way to print one hides it, and no way to leave one out passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cost import grows_as_its_size
from verbale.compare import compare, take_apart
from verbale.model import Span
from verbale.text.letters import spelled
from verbale.text.signs import with_signs
from verbale.text.tokens import tokens


def same(quoted: str, record: str, language: str | None = "en") -> bool:
    """Whether a quote has a passage's words but for style, with words on both sides."""
    sides = "the depth of it was {} for all of the harbour"
    (piece,) = take_apart(sides.format(quoted)).pieces
    return compare(piece, tokens(sides.format(record)), language).exact


# Of each class: how a number is printed with its sign, in all the ways that are one, and without it.
CLASSES = {
    "minus": (["−{a}", "-{a}", "–{a}", "minus {a}"], "{a}"),
    "plus or minus": (["±{a}", "± {a}", "+/-{a}"], "{a}"),
    "at least": (["≥{a}", "≥ {a}", ">={a}", ">= {a}"], "{a}"),
    "at most": (["≤{a}", "≤ {a}", "<={a}"], "{a}"),
    "more than": ([">{a}", "> {a}"], "{a}"),
    "less than": (["<{a}", "< {a}"], "{a}"),
    "about": (["~{a}", "≈{a}", "≈ {a}"], "{a}"),
    "a range": (["{a}-{b}", "{a}–{b}", "{a} – {b}", "{a} to {b}", "{a}−{b}"], "{a}{b}"),
    "a power": (["{a}²", "{a}^2"], "{a}2"),
    "a negative power": (["{a}⁻³", "{a}^-3", "{a}^−3"], "{a}3"),
    "a time or a ratio": (["{a}:{b}"], "{a}{b}"),
    "a bar": (["{a}/{b}", "{a}⁄{b}"], "{a}{b}"),
    "a product": (["{a}×{b}", "{a} × {b}"], "{a}{b}"),
    "a sum": (["{a}+{b}", "{a} + {b}"], "{a}{b}"),
    "a half": (["{a}½", "{a} ½", "{a} 1/2"], "{a}"),
    "more": (["{a}+"], "{a}"),
    "a hundredth": (["{a}%", "{a} %", "{a} per cent", "{a} percent", "{a}％"], "{a}"),
    "a thousandth": (["{a}‰", "{a} ‰"], "{a}"),
    "a degree": (["{a}°", "{a} degrees"], "{a}"),
    "dollars": (["${a}", "$ {a}", "{a} dollars", "＄{a}"], "{a}"),
    "euros": (["€{a}", "{a} euros", "{a} €"], "{a}"),
    "naira": (["₦{a}", "₦ {a}"], "{a}"),
    "a point": ([".{a}", "0.{a}"], "{a}"),
    "seconds": (["{a}″"], "{a}"),
}
SIGNED = sorted(CLASSES)


@given(st.sampled_from(SIGNED), st.integers(3, 19), st.integers(61, 99), st.data())
def test_a_sign_is_never_lost_and_never_more_than_one_sign(
    kind: str, a: int, b: int, data: st.DataObject
) -> None:
    printed, without = CLASSES[kind]
    one, other = (data.draw(st.sampled_from(printed)).format(a=a, b=b) for _ in range(2))
    bare = without.format(a=a, b=b)
    assert same(one, other), (one, other)
    assert not same(one, bare), (one, bare)
    assert not same(bare, one), (bare, one)
    # nor is it another sign
    of_another = data.draw(st.sampled_from([each for each in SIGNED if each != kind]))
    third = CLASSES[of_another][0][0].format(a=a, b=b)
    assert not same(one, third), (one, third)
    # nor another number
    assert not same(one, other.replace(str(a), str(a + 1), 1)), (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$40m", "$40 million"),
        ("$40m", "forty million dollars"),
        ("$40mn", "40 million dollars"),
        ("€4bn", "four billion euros"),
        ("US$40m", "40 million US dollars"),
        ("USD 40m", "US$40 million"),
        ("$3-5 million", "three to five million dollars"),
        ("-$5", "minus five dollars"),
        ("$1.5bn", "1.5 billion dollars"),
        ("50¢", "fifty cents"),
        ("40k", "40,000"),
        ("40 000", "forty thousand"),
        ("1,083.5", "1083.5"),
        ("1½", "one and a half"),
        ("1½ million", "1.5 million"),
        ("2.5", "two and a half"),
        ("¾", "three quarters"),
        ("½", "half"),
        ("7:30", "7.30"),
        ("7:30", "seven thirty"),
        ("7.30am", "7:30 a.m."),
        ("50/50", "fifty-fifty"),
        ("50-50", "50/50"),
        ("9/11", "nine eleven"),
        ("24/7", "twenty-four seven"),
        ("2–1", "two to one"),
        ("2:1", "two to one"),
        ("2-1", "two one"),
        ("1984", "nineteen eighty-four"),
        ("-5 °C", "minus five degrees Celsius"),
        ("−5", "negative five"),
        ("≥ 40", "at least forty"),
        ("~40", "about 40"),
        ("21st", "twenty-first"),
        ("5 m²", "5 m2"),
        ("5(b)", "5 (b)"),
        ("the quay¹ wall", "the quay wall"),
        ("in 2019² and", "in 2019 and"),
    ],
)
def test_one_number_in_several_ways(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("≥40", "≤40"),
        ("−5", "+5"),
        ("3–5", "3/5"),
        ("1/2", "1-2"),
        ("½ of", "¼ of"),
        ("7:30", "7:13"),
        ("5′", "5″"),
        ("A+", "A−"),
        ("AA+", "AA-"),
        ("km²", "km"),
        ("m²", "m³"),
        ("5(a)", "5(b)"),
        ("§5", "5"),
        ("3·5", "35"),
        ("3 5", "35"),
        ("30-40%", "3040%"),
        ("$−5", "$5"),
        ("40m", "40bn"),
        # said in other words, a sign is none of them
        ("about 40", "around 40"),
        ("minus 5", "negative 5"),
        ("at least 40", "at most 40"),
        ("in 20² and", "in 20 and"),
    ],
)
def test_other_numbers_are_other_numbers(one: str, other: str) -> None:
    assert not same(one, other)
    assert not same(other, one)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "3,5", "3.5"),
        ("de", "1.083", "1083"),
        ("de", "40 Mio. Euro", "40 Millionen Euro"),
        ("de", "fünf Prozent", "5 %"),
        ("de", "7 Uhr 30", "7.30 Uhr"),
        ("de", "minus fünf Grad", "−5°"),
        ("de", "3 bis 5", "3–5"),
        ("de", "anderthalb", "1½"),
        ("de", "1,5", "1½"),
        ("fr", "1 083", "1083"),
        ("fr", "7h30", "7:30"),
        ("fr", "moins cinq", "−5"),
        ("fr", "3 à 5", "3-5"),
        ("fr", "40 millions d’euros", "40 millions d'euros"),
        ("es", "menos cinco", "−5"),
        ("es", "3 a 5", "3-5"),
        ("es", "veinte por ciento", "20%"),
        ("it", "meno cinque", "-5"),
        ("it", "40 mln", "40 milioni"),
        ("pt", "menos cinco", "−5"),
        ("nl", "min 5", "-5"),
        ("nl", "anderhalf", "1½"),
        ("ru", "пять процентов", "5%"),
        ("ru", "минус пять", "−5"),
        ("ru", "40 млн", "сорок миллионов"),
        ("ru", "двадцать пять", "25"),
        ("ru", "5 м²", "5 м2"),
        ("uk", "мінус 5", "−5"),
        ("uk", "40 млрд", "40 мільярдів"),
        ("pl", "40 mln", "40 milionów"),
        ("pl", "dwadzieścia pięć", "25"),
        ("cs", "pět procent", "5 %"),
        ("cs", "40 mil.", "40 milionů"),
        ("sv", "minus 5", "−5"),
        ("tr", "eksi 5", "−5"),
        ("ar", "٥٪", "5%"),
    ],
)
def test_ways_of_other_languages(language: str, one: str, other: str) -> None:
    assert same(one, other, language)
    assert same(other, one, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "1,083", "1083"),
        ("de", "1.083", "1.038"),
        ("de", "3,5", "35"),
        ("en", "1.083", "1083"),
        ("ru", "минус 5", "5"),
        ("ru", "40 млн", "40 млрд"),
        ("de", "eine Billion", "eine Milliarde"),
        ("ar", "٥٪", "٥"),
    ],
)
def test_other_numbers_of_other_languages(language: str, one: str, other: str) -> None:
    assert not same(one, other, language)
    assert not same(other, one, language)


@pytest.mark.parametrize(
    "text",
    [
        "the well-known quay - since 2019",
        "post-war, COVID-19, F-16",
        "\n> 40 boats",
        "\n+ 5 boats\n- 6 boats",
        "<b>40</b> boats",
        "~~5~~ 6",
        "harbour¹ and quay.² In 2019³",
        "in 2019, 5 boats",
        "Page 5. 12 boats",
    ],
)
def test_what_is_no_sign(text: str) -> None:
    assert not any(letter in word for word in spelled(text) for letter in "−–≥>+^/≈")


def test_a_passage_has_the_signs_of_its_first_and_last_word() -> None:
    text = "It is ≥ −5½ here"
    assert with_signs(text, Span(9, 10)).of(text) == "≥ −5½"
    assert with_signs(text, Span(12, 16)).of(text) == "here"


def test_signs_of_many_lines_are_read_in_the_time_of_the_lines() -> None:
    assert grows_as_its_size(lambda size: tokens("a\n+5 > 6 b\n" * size).letters, 2_000)
