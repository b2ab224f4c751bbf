"""The names of originals: what may be shown of them, and the suffix that tells the format."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

__all__ = ["printable", "suffix"]

# C0, C1, line separators, and the marks that turn the direction of writing on a terminal
_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SUFFIX = re.compile(r"[^/\\](\.[A-Za-z][A-Za-z0-9]{0,9})$")
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def printable(name: str) -> str:
    r"""A name that is safe to print and to store: what cannot be shown becomes U+FFFD.

    >>> printable("notes\x1b[2J\udcff.txt")
    'notes\ufffd[2J\ufffd.txt'
    """
    return _UNSHOWABLE.sub("\ufffd", name)


def suffix(name: str) -> str:
    """The suffix of a file name or URL in lower case, "" where it has none.

    >>> suffix("Talk with Mr. Adler"), suffix("Remarks 12.03.2024"), suffix("TALK.HTML")
    ('', '', '.html')
    >>> suffix("https://gazette.example"), suffix("https://gazette.example/talk.pdf?page=2")
    ('', '.pdf')
    """
    if _URL.match(name):
        try:
            name = urlsplit(name).path
        except ValueError:  # an address such as "http://[" has no parts
            return ""
    found = _SUFFIX.search(name)
    return found[1].lower() if found else ""
