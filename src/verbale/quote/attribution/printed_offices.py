"""An office beside a verb of saying, by the words of a language's pack: `a déclaré le Premier ministre`."""

from __future__ import annotations

from verbale.model.text import Span
from verbale.quote.attribution.held_offices import held_office
from verbale.quote.attribution.printed_names import Named, name_after
from verbale.text.lexicon import Lexicon, Words
from verbale.text.patterns import pattern

__all__ = ["holder_after", "office_after", "office_before"]

_NEEDED = ("held_offices", "definite_articles")
_GAP = pattern(r"(?:\s|['’-])+")
# What an office may stand between; small words of other kinds belong to what it is of.
_BESIDE = ("cue_adverbs", "cue_auxiliaries", "weekdays", "listener_words", "that_words", "quote_links")
_OF = ("joints", "office_joints", "owner_articles", "definite_articles")
_LONGEST = 9


def office_after(text: str, words: Words, number: int, known: Lexicon) -> Named | None:
    """The office behind a verb: `sagte der Präsident am Montag`.

    Args:
        text: The text.
        words: The words of one side of the marks.
        number: The first word behind the verb.
        known: The words of the text's language.

    >>> from verbale.text.lexicon import lexicon
    >>> text = "a déclaré le Premier ministre à la presse"
    >>> french = lexicon("fr")
    >>> office_after(text, french.read(text), 2, french).name
    'Premier ministre'
    """
    if not known.has(*_NEEDED):
        return None
    beside, of = _covered(words, known, *_BESIDE), _covered(words, known, *_OF)
    small = _covered(words, known, "small_words") - of
    count = len(words.words)
    while number < count and number in beside:
        number += 1
    last = number
    while last < min(count, number + _LONGEST) and (last == number or last not in beside | small):
        if last > number and _GAP.fullmatch(text, words.ends[last - 1], words.starts[last]) is None:
            break
        last += 1
    while last > number and last - 1 in of:
        last -= 1  # "dijo el presidente el lunes"
    return _named(text, words, number, last, known)


def holder_after(text: str, words: Words, number: int, known: Lexicon) -> Named | None:
    """Who is named behind his office and a comma: `a déclaré le ministre des Ports, Ivo Tarn`.

    Args:
        text: The text.
        words: The words of one side of the marks.
        number: The first word behind the verb.
        known: The words of the text's language.

    >>> from verbale.text.lexicon import lexicon
    >>> text = "ha dichiarato il ministro degli Esteri, Ivo Tarn"
    >>> italian = lexicon("it")
    >>> holder_after(text, italian.read(text), 2, italian).name
    'Ivo Tarn'
    """
    articles, offices = _covered(words, known, "articles"), _covered(words, known, "offices")
    while number in articles:
        number += 1
    ends = range(number, min(len(words.words) - 1, number + _LONGEST))
    last = next((n for n in ends if "," in text[words.ends[n] : words.starts[n + 1]]), None)
    if number not in offices or last is None:
        return None
    # "the minister to the president, Ana Ruiz": nobody knows which of the two is named
    office = range(number, last + 1)
    others = _covered(words, known, "listener_words", "aides", "and_words")
    if not others.isdisjoint(office) or any(n in offices and n - 1 not in offices for n in office[1:]):
        return None
    named = name_after(text, words, last + 1, known)
    if named is None or " " not in named.name or named.span.start != words.starts[last + 1]:
        return None
    # "the minister, Ana Ruiz at his side", "the minister, Ana Ruiz, herself, was silent"
    behind = named.last
    if behind < len(words.words):
        goes_on = _GAP.fullmatch(text, words.ends[behind - 1], words.starts[behind]) is not None
        allowed = _covered(words, known, "weekdays", "cue_adverbs")
        if (goes_on and behind not in allowed) or behind in _covered(
            words, known, "persons_he", "persons_she"
        ):
            return None
    return named


def office_before(text: str, words: Words, number: int, known: Lexicon) -> Named | None:
    """The office before a verb: `Der Außenminister sagte`.

    Args:
        text: The text.
        words: The words of one side of the marks.
        number: The verb's first word.
        known: The words of the text's language.

    >>> from verbale.text.lexicon import lexicon
    >>> text = "Am Montag erklärte sich wenig. Die Bundeskanzlerin hat gesagt"
    >>> german = lexicon("de")
    >>> office_before(text, german.read(text), 8, german).name
    'Bundeskanzlerin'
    """
    if not known.has(*_NEEDED):
        return None
    beside = _covered(words, known, *_BESIDE)
    last = number
    while last and last - 1 in beside:
        last -= 1
    articles = known.entries("definite_articles")
    for first in range(last - 2, max(-1, last - _LONGEST), -1):
        if _GAP.fullmatch(text, words.ends[first], words.starts[first + 1]) is None:
            return None
        if words.words[first] in articles and (named := _named(text, words, first, last, known)):
            return None if first and first - 1 in _covered(words, known, *_OF, "articles") else named
    return None


def _named(text: str, words: Words, first: int, last: int, known: Lexicon) -> Named | None:
    if last - first < 2 or words.words[first] not in known.entries("definite_articles"):
        return None
    # "sagte der Kanzlerin": she is told it
    told = words.words[first] in known.entries("listener_articles")
    if told and not _covered(words, known, "women_told").isdisjoint(range(first, last)):
        return None
    span = Span(words.starts[first], words.ends[last - 1])
    office = held_office(span.of(text))
    return Named(span, office, first, last) if office is not None else None


def _covered(words: Words, known: Lexicon, *keys: str) -> set[int]:
    return {n for key in keys for place in known.places(words, key) for n in range(place.first, place.last)}
