"""Whether a text is in the one language that the tagger reads."""

from __future__ import annotations

import re

from verbale.model.document import Document
from verbale.parse.metadata.language import language_of
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern

__all__ = ["is_english"]

# a headline or a single sentence is too short to tell its language by its letters
_ENGLISH = pattern(rf"\b(?:{either(listed_words('of_english'))})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def is_english(source: Document | str) -> bool:
    """Whether a document or a text is in English, as far as one can tell.

    Args:
        source: A document, or any text.

    >>> is_english("The minister said no."), is_english("Die Ministerin sagte nein.")
    (True, False)
    """
    if isinstance(source, Document) and source.language is not None:
        return source.language.lower().split("-")[0] == "en"
    text = source.text if isinstance(source, Document) else source
    words = len(_WORD.findall(text[:4000]))
    common = len(_ENGLISH.findall(text[:4000]))
    if common * 8 >= words > 0:
        return True
    return words >= 12 and language_of(text) == "en"
