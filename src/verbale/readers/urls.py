"""Addresses of the web: which strings are one, how one is kept, and how it is shown."""

from __future__ import annotations

import re
from typing import TypeGuard
from urllib.parse import SplitResult, urlsplit

from verbale.errors import ReadError
from verbale.readers.file_names import printable

__all__ = ["WEB_PORTS", "as_kept", "is_url", "port_of", "shown", "split"]

WEB_PORTS = {"http": 80, "https": 443}
"""The port of each scheme where an address names none."""

_HTTP = re.compile(r"https?://", re.IGNORECASE)
_SECRETS = re.compile(r"^([a-z][a-z0-9+.-]*://)[^/?#]*@", re.IGNORECASE)


def is_url(given: object) -> TypeGuard[str]:
    """Whether what a user gave is an http or https address: to give one is to ask for it to be fetched.

    >>> is_url("https://gazette.example/talk"), is_url("talks/2024.html"), is_url("ftp://gazette.example/")
    (True, False, False)
    """
    return isinstance(given, str) and _HTTP.match(given) is not None


def shown(url: str) -> str:
    """An address as it may be printed: without a name and password, safe for a terminal.

    >>> shown("https://ruiz:secret@gazette.example/talk")
    'https://gazette.example/talk'
    """
    return _SECRETS.sub(r"\1", printable(url))


def split(url: str) -> SplitResult:
    """The parts of an http or https address.

    Raises:
        ReadError: It is none, or holds a password.
    """
    name = shown(url)
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise ReadError(f"{name} is no address.", url) from error
    if parts.scheme not in WEB_PORTS or not host:
        raise ReadError(f"{name} is no http or https address.", url)
    if parts.username is not None or parts.password is not None:
        raise ReadError(f"{name} was given with a password, and is not fetched.", name)
    if port == 0 or any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        raise ReadError(f"{name} is no address.", url)
    site = f"[{host}]" if ":" in host else host
    if port is not None and port != WEB_PORTS[parts.scheme]:
        site = f"{site}:{port}"
    return parts._replace(netloc=site, path=parts.path or "/", fragment="")


def port_of(parts: SplitResult) -> int:
    """The port that an address leads to."""
    return parts.port or WEB_PORTS[parts.scheme]


def as_kept(url: str) -> str:
    """An address in the one form that tells whether two are the same.

    Scheme and host are in lower case, the scheme's own port and the part behind `#` are left out.

    Raises:
        ReadError: It is no address.

    >>> as_kept("HTTPS://Gazette.Example:443/Talk?page=2#top")
    'https://gazette.example/Talk?page=2'
    """
    return split(url).geturl()
