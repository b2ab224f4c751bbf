"""The ids of speakers and outlets: made of their names, so that two machines agree on them."""

from __future__ import annotations

import hashlib

from verbale.text.names import telling_words

__all__ = ["identify"]


def identify(name: str) -> str:
    """The id of a speaker or an outlet, made of the words of its name.

    >>> identify("MS. ANA RUIZ") == identify("Ana Ruiz")
    True
    """
    words = " ".join(telling_words(name)) or " ".join(name.casefold().split())
    return hashlib.sha256(words.encode()).hexdigest()[:16]
