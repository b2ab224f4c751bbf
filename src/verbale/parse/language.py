"""The language of a text, from a sample of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

__all__ = ["language_of"]

_SAMPLE = 1500
_ENOUGH = 60
_CERTAIN = 0.9
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# words that no other language of some size shares
_ENGLISH = re.compile(
    r"\b(?:the|of|and|that|with|this|from|have|they|what|which|will|would|there|their|been|were|about|into|when)\b",
    re.IGNORECASE,
)


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
    sample = text[first : first + _SAMPLE]
    if len(_LETTER.findall(sample)) < _ENOUGH:
        return None
    if len(_ENGLISH.findall(sample)) * 10 >= len(_WORD.findall(sample)):
        return "en"
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _CERTAIN else None
