"""The shapes of words that name somebody: names, pronouns, articles; and capitals that name nobody."""

from __future__ import annotations

from verbale.text.packs import listed_words, written_words
from verbale.text.patterns import either

__all__ = ["DETERMINER", "INSIDE_NAMES", "LOWER", "NAME", "NO_NAME", "PRONOUN", "UPPER", "WORD"]


UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
LOWER = "".join(c for c in map(chr, range(0x61, 0x530)) if c.islower())
WORD = (
    rf"(?:[{UPPER}]\.(?:-?[{UPPER}]\.)*(?:[{UPPER}][\w’'\-‑]*\w)?|"
    rf"(?:{either(written_words('short_titles') | written_words('short_ranks'))})\.|"
    rf"[{UPPER}](?:[\w’'\-‑]*\w)?)"
)
INSIDE_NAMES = either(listed_words("inside_names"))
_LINK = f"(?:{either(listed_words('inside_names') | listed_words('inside_bodies'))})"
NAME = rf"{WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{WORD})*"
PRONOUN = f"(?:{either(written_words('pronouns'))})"
DETERMINER = rf"(?:{either(listed_words('determiners'), capitals=True)}|[Ll]['’]\w+)"
# Words that begin a sentence with a capital and name nobody.
NO_NAME = listed_words("no_names")
