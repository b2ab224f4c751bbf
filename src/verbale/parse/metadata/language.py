"""The language of a text, from a sample of it: by its small words or its script, else by statistics.

The statistical identifier takes most of a second to load, so it is asked only where small words and
script leave a doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from verbale.text.packs import listed_words, small_words
from verbale.text.patterns import pattern

__all__ = ["language_of"]

_SAMPLE = 1500
_ENOUGH = 60
_CERTAIN = 0.9
_WORD = pattern(r"[^\W\d_]+")
# words that no other language of some size shares
_ENGLISH = listed_words("english_alone")
# Of the sample's words at least so many must be a language's own small words, and so many more than
# any other language's.
_SHARE, _LEAD, _COUNT = 0.2, 0.06, 10
_SCRIPTS = pattern(
    "(?P<el>[\u0370-\u03ff\u1f00-\u1fff])|(?P<he>[\u0590-\u05ff])|(?P<ko>[\uac00-\ud7af])"
    "|(?P<th>[\u0e00-\u0e7f])|(?P<ka>[\u10a0-\u10ff])|(?P<hy>[\u0530-\u058f])"
)
_YIDDISH = pattern("[\u05f0-\u05f2]|\\bאון\\b")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  a second to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str, start: int = 0) -> str | None:
    """The ISO 639-1 code of a text's language; None where the text is too short or the answer unsure.

    Args:
        text: The text.
        start: Where to begin, in code points: behind front matter.

    >>> language_of("What have they said about the ferry, and when will it sail from there again?")
    'en'
    >>> language_of("OK")
    """
    # the middle of a text is its own words; its head is names and dates
    first = start + max(0, (len(text) - start - _SAMPLE) // 2)
    return _language_of(text[first : first + _SAMPLE])


@lru_cache(maxsize=16)
def _language_of(sample: str) -> str | None:
    """The language of a sample; each of those who ask while a document is read asks for the same."""
    words = _WORD.findall(sample.casefold())
    letters = sum(map(len, words))
    if letters < _ENOUGH:
        return None
    if sum(map(_ENGLISH.__contains__, words)) * 10 >= len(words):
        return "en"
    return _by_small_words(words) or _by_script(sample, letters) or _by_statistics(sample)


def _by_small_words(words: Sequence[str]) -> str | None:
    table = small_words()
    counts = Counter(language for word in words for language in table.get(word, ()))
    (best, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    sure = most >= _COUNT and most >= _SHARE * len(words) and most - second >= _LEAD * len(words)
    return best if sure and len(best) == 2 else None


def _by_script(sample: str, letters: int) -> str | None:
    """The language of a script that no other of some size is written in."""
    if sample.isascii() or _YIDDISH.search(sample):
        return None
    often = Counter(found.lastgroup for found in _SCRIPTS.finditer(sample))
    return next((code for code, n in often.items() if n * 10 >= letters * 8), None)


def _by_statistics(sample: str) -> str | None:
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _CERTAIN else None
