"""What a page says of itself beside its day: title, site, author, address, language."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from verbale.readers.result import one_line

__all__ = ["Said", "quiet", "said_by"]

_HOST = re.compile(r"https?://(?:www\.|w[0-9]+\.)?([^/]+)")
_SEPARATOR = re.compile(r"(\s+[|–—·•»:-]\s+|\s*\|\s*)")
_NOT_WORD = re.compile(r"[\W_]+")
_MARKUP = (("<", ">"), ("<!--", "-->"))
_MUCH, _OPEN = 20_000, 100
_LANGUAGES = frozenset({"content-language", "og:locale"})


@dataclass(frozen=True, slots=True)
class Said:
    """Metadata of a page; None where it says nothing."""

    title: str | None = None
    site: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


def said_by(root: etree._Element) -> Said:
    """Read a page's metadata as trafilatura does, but for tags, licences and days.

    Args:
        root: The page, of elements as `html_tree` makes them.

    >>> from verbale.readers.tree import html_tree
    >>> said_by(html_tree("<html lang=en><title>A dam | Harbour Gazette</title><p>It stands.", "a.html"))
    Said(title='A dam', site=None, author=None, url=None, language='en')
    """
    quiet()
    from trafilatura import metadata  # noqa: PLC0415  a fifth of a second to import

    found = metadata.examine_meta(root)
    if found.author and " " not in found.author:
        found.author = None
    found = _with_linked_data(root, found)
    url = found.url or metadata.extract_url(root)
    site = _site(_line(found.sitename or metadata.extract_sitename(root)), url)
    return Said(
        title=_without_site(_line(found.title or metadata.extract_title(root)), site, url),
        site=site,
        author=_line(found.author or metadata.extract_author(root)),
        url=_line(url),
        language=_language(root),
    )


def _with_linked_data(root: etree._Element, found: Any) -> Any:
    from trafilatura.metadata import extract_meta_json  # noqa: PLC0415  as above

    for script in root.iter("script"):
        data = script.text or ""
        if len(data) > _MUCH and any(data.count(left) > data.count(right) + _OPEN for left, right in _MARKUP):
            return found  # its search for tags takes the square of what it finds open
    try:
        return extract_meta_json(root, found)
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError):
        return found  # what sites write there takes every shape


def _line(value: object) -> str | None:
    return one_line(unescape(value)) if isinstance(value, str) else None


def _without_site(title: str | None, site: str | None, url: str | None) -> str | None:
    """A title without the site's name before or behind it, as in `A dam – Harbour Gazette`."""
    if title is None:
        return None
    host = _HOST.match(url or "")
    names = {_letters(site or ""), _letters(host[1]) if host else "", *_labels(host[1] if host else "")} - {
        ""
    }
    pieces = _SEPARATOR.split(title)
    if len(pieces) >= 3 and _letters(pieces[-1]) in names:
        return "".join(pieces[:-2]) or title
    if len(pieces) >= 3 and _letters(pieces[0]) in names:
        return "".join(pieces[2:]) or title
    return title


def _letters(text: str) -> str:
    return _NOT_WORD.sub("", text).casefold()


def _labels(host: str) -> list[str]:
    """The parts of a host's name that may name a site: `gazette` of `www.gazette.example`."""
    return [_letters(label) for label in host.split(".")[:-1] if len(label) > 2]


def _site(name: str | None, url: str | None) -> str | None:
    if name:
        name = name.lstrip("@")
        return name.title() if name.islower() and "." not in name else name
    host = _HOST.match(url or "")
    return host[1] if host else None


def _language(root: etree._Element) -> str | None:
    declared = root.get("lang") or root.get("xml:lang")
    if declared:
        return declared
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or meta.get("property") or "").lower() in _LANGUAGES:
            return meta.get("content") or None
    return None


def quiet() -> None:
    """Keep libraries that report to nobody's logger from printing on the user's terminal."""
    for library in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
