"""Numbers, amounts and times in one way of writing, however they are printed or said.

"$40m", "$40 million" and "forty million dollars" are one number, so are "−5" and "minus five", "3–5" and
"three to five", "1½" and "one and a half", "7.30" and "7:30"; "3,5" and "1.083" are read by the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import gcd

from text_to_num import alpha2digit

from verbale.text.packs import listed_pairs, listed_words, pack, written_in
from verbale.text.patterns import either
from verbale.text.signs import MONEY, SIGNS
from verbale.text.words import fold_word

__all__ = ["ways"]

# Languages whose number words the library knows; of the others their pack has the plain ones.
_LANGUAGES = frozenset(("en", "fr", "es", "pt", "de", "nl", "it"))
# 0 to 20, 30 to 90, 100, 1000, a million, a thousand millions: as all packs have them.
_VALUES = (*range(21), *range(30, 100, 10), 100, 1000, 10**6, 10**9)
_SCALES = 3
_BEFORE_SCALES = written_in("en", "before_scales")
_HUNDREDS = [forms.split("/")[0] for forms in written_in("en", "numbers")][28:]
_A_SCALE = re.compile(rf"\b(?:{either(_BEFORE_SCALES)}) (?=(?:{either(_HUNDREDS)})\b)")
_UNITS = [forms.split("/")[0] for forms in written_in("en", "numbers")][:10]
_SMALL = {**{word: str(number) for number, word in enumerate(_UNITS)}, **listed_pairs("ordinals")}
_ROUND = frozenset(str(value) for value in (10**3, 10**6, 10**9, 10**12))
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_SIGNED = re.compile(rf"\s*([{re.escape(SIGNS)}])\s*")
_MARKED = re.compile(r"\d+(?:[.,'’]\d+)+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
_GROUPED = re.compile(r"(?<![\d.,:/] )(?<!\d)\d{1,3}(?: \d{3})+(?! ?\d)")
_CLOCK = re.compile(r"(?<![\d:.] )(?<![\d.])([01]?\d|2[0-4])(?: : |\.|h| ?: ?)([0-5]\d)(?![\d.])(?! :)")
_SHORT = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)([^\W\d_]{1,3})(?!\w)")
_FRACTION = re.compile(
    r"(?:(?<![\d.,/] )(?<![\d.])(\d+) |(?<![\d./] )(?<!\d))(\d{1,2}) / (\d{1,2})(?! ?[\d/])"
)
_HALVES = re.compile(r"\b(\d+) – \1\b")
_AFTER_LETTER = re.compile(r"(?<=[^\W\d_]) \^ ")
_PERCENT_FIRST = re.compile(r"(?<![\d ])(?<!\d )% ?(\d[\d.]*)")
_PAIR = re.compile(r"(?<![\d.] )(?<![\d.])(\d+) (\d+)(?![\d.])(?! \d)")
_YEAR = re.compile(r"\b(1\d|20) (\d\d)\b")
_DIGITS = re.compile(r"\d")


def ways(plain: str, other: str, language: str | None) -> frozenset[str]:
    """The ways to write some words that others may be another way of: numbers in digits, signs for words.

    What is said in words is given a sign only where the others have it: "about 5" is "≈ 5", and not
    "around 5".

    Args:
        plain: folded words with spaces between them.
        other: the words that they are to be held against.
        language: the ISO 639-1 code for number words.

    >>> ways("$ 40m", "", "en") & ways("forty million dollars", "", "en")
    frozenset({'40000000dollar'})
    >>> ways("−5", "minus five", "en") & ways("minus five", "−5", "en")
    frozenset({'−5'})
    >>> ways("35", "3 –5", "en") & ways("3 –5", "35", "en")
    frozenset()
    """
    text = plain
    if "/" in other or "." in other or "," in other:
        text = _replaced(text, language, "fractions")
    text = _in_digits(_percent(language).sub("%", text), language)
    found = [text]
    if not _DIGITS.search(plain) and (pair := _PAIR.search(text)):
        # said one after another, two numbers may be a year, a time, a score
        found += [_PAIR.sub(rf"\1 {sign} \2", text, count=1) for sign in SIGNS if sign in other]
        found += [_YEAR.sub(r"\1\2", text)] if pair else []
    return frozenset(_signed(each, other, language) for each in found)


def _in_digits(text: str, language: str | None) -> str:
    known = pack(language or "en")
    if known is not None and known.code not in _LANGUAGES:
        return " ".join(_counted(text.split(), _values(known.code)))
    text = alpha2digit(_A_SCALE.sub("one ", text), known.code if known is not None else "en")
    return " ".join(_SMALL.get(word, word) for word in text.split())


@cache
def _values(code: str) -> Mapping[str, int]:
    """The number words of a pack, folded, with what each says."""
    known = pack(code)
    lists = (known.phrases("numbers") or ()) if known is not None else ()
    return {
        fold_word(form): value
        for forms, value in zip(lists, _VALUES, strict=False)
        for form in forms.split("/")
        if " " not in form
    }


def _counted(words: Sequence[str], values: Mapping[str, int]) -> Iterator[str]:
    """Words with those for numbers as digits, "dvacet pět" as 25; what multiplies them stays a word."""
    number: int | None = None
    for word in words:
        value = values.get(word)
        if value is not None and value < 1000 and number is not None:
            if value == 100 and 0 < number < 10:
                number *= 100
                continue
            ones = number % 100 >= 20 and number % 10 == 0 and 0 < value < 10
            if ones or (number % 100 == 0 and 0 < value < 100):
                number += value
                continue
        if number is not None:
            yield str(number)
        number = value if value is not None and value < 1000 else None
        if number is None:
            yield word
    if number is not None:
        yield str(number)


def _signed(text: str, other: str, language: str | None) -> str:
    """Some words with their numbers in digits, and with signs for what stands for these."""
    text = _replaced(text, language, "degrees")
    text = _MARKED.sub(lambda found: _point(found[0], language), text)
    text = _SHORT.sub(
        lambda found: " ".join(found.groups()) if found[2] in _scales(language) else found[0], text
    )
    text = _SIGNED.sub(r" \1 ", text).strip()
    text = _with_signs(text, other, language)
    text = _GROUPED.sub(lambda found: found[0].replace(" ", ""), text)
    hours = _pattern(language, "hours")
    if hours is not None:
        text = re.sub(rf"(?<=\d) (?:{hours}) (?=\d\d\b)", " : ", text)
    text = _CLOCK.sub(r"\1 : \2", text)
    if hours is not None:
        text = re.sub(rf"(?<= : \d\d) (?:{hours})(?!\w)", "", text)
    text = _HALVES.sub(r"\1 / \1", _FRACTION.sub(_valued, text))
    text = _AFTER_LETTER.sub("", text)
    text = _PERCENT_FIRST.sub(r"\1 %", text)
    return _closed(_amounts(text.split(), language))


def _with_signs(text: str, other: str, language: str | None) -> str:
    """Put those signs that the other words have for what is said in words beside a number."""
    for said, written in _pairs(language, "signs").items():
        # few words are said of a number: most texts have none
        sign = next((sign for sign in written.split("/") if sign in other), None) if said in text else None
        if sign is not None:
            beside = rf"(?<=[\d%°] ){re.escape(said)}(?!\w)|(?<!\w){re.escape(said)}(?= [{MONEY}]? ?\d)"
            text = re.sub(beside, sign, text)
    return text


def _replaced(text: str, language: str | None, key: str) -> str:
    for said, written in _pairs(language, key).items():
        if said in text:
            text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", written, text)
    return text


@cache
def _pairs(language: str | None, key: str) -> Mapping[str, str]:
    """The pairs of a language, folded, the longest first; the English ones where it has none."""
    known = pack(language or "en")
    if known is None or key not in known.lists:
        known = pack("en")
    found: dict[str, str] = {}
    for forms, other in known.pairs(key) if known is not None else ():
        for form in forms.split("/"):
            found[" ".join(map(fold_word, form.split()))] = other
    return {form: found[form] for form in sorted(found, key=len, reverse=True)}


@cache
def _pattern(language: str | None, key: str) -> str | None:
    known = pack(language or "en")
    words = known.phrases(key) if known is not None else None
    return either(map(fold_word, words)) if words else None


@cache
def _percent(language: str | None) -> re.Pattern[str]:
    """What finds the words for a hundredth: those of the language, and those that all know."""
    known = pack(language or "en")
    words = {*listed_words("for_percent"), *((known.phrases("percent") or ()) if known is not None else ())}
    stems = {" ".join(map(fold_word, word.strip("*").split())): word.endswith("*") for word in words}
    longest = sorted(filter(None, stems), key=len, reverse=True)
    endings = {True: r"\w*", False: r"(?!\w)"}
    return re.compile("|".join(rf"(?<!\w){re.escape(stem)}{endings[stems[stem]]}" for stem in longest))


@cache
def _scales(language: str | None) -> Mapping[str, int]:
    """The words that multiply the number before them, and by how much."""
    code = language if language is not None and pack(language) is not None else "en"
    named = {word: value for word, value in _values(code).items() if value >= 1000}
    return {**named, **{word: int(value) for word, value in _pairs(language, "scales").items()}}


def _point(number: str, language: str | None) -> str:
    """A number with no mark between its thousands and a point before its tenths, read by the language."""
    number = number.replace("'", "").replace("’", "")
    marks = [letter for letter in number if letter in ".,"]
    groups = re.split("[.,]", number)
    if not marks or _INDIAN.fullmatch(number):
        return number.replace(",", "")
    thousands = all(len(group) == 3 for group in groups[1:]) and 0 < len(groups[0]) <= 3
    if len(set(marks)) == 2:
        whole, _, tenths = number.rpartition(marks[-1])
        return f"{whole.replace(marks[0], '')}.{tenths}" if marks.count(marks[-1]) == 1 else number
    if len(marks) > 1:
        return "".join(groups) if thousands else number
    known = pack(language or "en")
    tenths = "," if known is not None and known.phrases("decimals") == ("comma",) else "."
    if thousands and marks[0] != tenths and groups[0] != "0":
        return "".join(groups)
    return ".".join(groups)


def _valued(found: re.Match[str]) -> str:
    """A fraction with its whole number as a decimal one, where that is no longer."""
    whole, part, of = int(found[1] or 0), int(found[2]), int(found[3])
    if not 0 < part < of or gcd(part, of) > 1 or of not in {2, 4, 5, 8}:
        return found[0]
    return f"{whole + part / of:g}"


def _amounts(words: Sequence[str], language: str | None) -> list[str]:
    """Write "1.5 million" out as one number, and the currency after it."""
    currencies, scales = _pairs(language, "currencies"), _scales(language)
    found: list[str] = []
    sign = ""
    for word in words:
        number = bool(found) and _PLAIN.fullmatch(found[-1]) is not None
        if word in currencies:
            if sign:
                found.insert(len(found) - (found[-1:] != [] and found[-1] in SIGNS), sign)
            ahead = found.pop() + " " if found and found[-1] == "us" and not number else ""
            sign = ahead + currencies[word]
            if number:
                found.append(sign)
                sign = ""
        elif number and (word in scales or word in _ROUND):
            found[-1] = f"{float(found[-1]) * (scales.get(word) or int(word)):.0f}"
        else:
            if sign and number and word not in SIGNS:
                found.append(sign)
                sign = ""
            found.append(word)
    return [*found, sign] if sign else found


def _closed(words: Sequence[str]) -> str:
    """Words without what is between them, but for numbers, which would be another one."""
    text = " ".join(words)
    return re.sub(r"(?<!\d) | (?!\d)", "", text)
