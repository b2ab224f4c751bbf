"""An office with its article, for whoever holds it: `the Prime Minister said`, `sagte die Kanzlerin`.

The text need not name the holder: the office is then who speaks, as it is printed, and a record may know
whose it was on the day. It has to be one that a single person holds at a time; `a minister`, `the former
president` and `the adviser` may be anybody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.text.names import is_office
from verbale.text.packs import listed_words, written_in, written_words
from verbale.text.patterns import either, pattern

__all__ = ["held_office"]

_AND = listed_words("joining") | {"&"}
_JOINTS = (listed_words("joints") | listed_words("office_joints") | listed_words("owner_articles")) - _AND
_ARTICLE = pattern(rf"(?:(?:{either(listed_words('definite_articles'), capitals=True)})\s+|[Ll]['’])")
# "Orland’s foreign minister"; "the company’s president" may be any company's
_OWNER = pattern(r"(?:[^\W\d_a-z][\w.-]*\s+){0,2}[^\W\d_a-z][\w.-]*(?:['’]s|(?<=s)['’])\s+")
_SELF = pattern(r"\s+(?:him|her)self\Z")
_HELD = either(written_words("held_offices"))
_ENDS = pattern(rf"(?:.*[\s-])?(?:{_HELD})", re.IGNORECASE)
# in English, adjectives stand before the office alone
_BEGINS = pattern(
    rf"(?:{either(written_words('held_offices') - set(written_in('en', 'held_offices')))})(?:\s.*)?",
    re.IGNORECASE,
)
_NOT_HELD = pattern(rf"(?<![\w-])(?:{either(listed_words('not_held'))})(?![\w’'])", re.IGNORECASE)
_OF = pattern(rf"\s+(?:(?:{either(_JOINTS)})\s+|d['’])", re.IGNORECASE)
# "the president in Velm": where he is, and no part of the office
_AT = pattern(rf"\s+(?:{either(listed_words('name_origins') - _JOINTS)})\s.*\Z")
_SEVERAL = pattern(rf"\s(?:{either(_AND)})\s+(?:{either(listed_words('determiners'))})\s|[,;:()]|['’]s\s")
# In words: what may stand before an office, and behind its "of".
_LONGEST_HEAD, _LONGEST_TAIL = 6, 6


@lru_cache(maxsize=4096)
def held_office(mention: str) -> str | None:
    """The office that a mention speaks of, as it is printed, without its article.

    Args:
        mention: The words, as printed.

    >>> held_office("the Prime Minister"), held_office("Orland’s foreign minister")
    ('Prime Minister', 'Orland’s foreign minister')
    >>> held_office("a minister"), held_office("the former president"), held_office("the adviser to Marr")
    (None, None, None)
    """
    words = _SELF.sub("", " ".join(mention.split()).strip("*_, "))
    article = _ARTICLE.match(words)
    words = words[article.end() :] if article is not None else words
    owner = _OWNER.match(words)
    if article is None and owner is None:
        return None
    words = _AT.sub("", words)
    office = words[owner.end() :] if owner is not None else words
    of = _OF.search(office)
    head, tail = (office[: of.start()], office[of.end() :]) if of is not None else (office, "")
    fits = len(head.split()) <= _LONGEST_HEAD and len(tail.split()) <= _LONGEST_TAIL
    if not fits or _SEVERAL.search(office) or _NOT_HELD.search(office):
        return None
    named = _ENDS.fullmatch(head) or _BEGINS.fullmatch(head)
    return words if named and is_office(words) else None
