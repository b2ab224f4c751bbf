"""RSS and Atom feeds: what a feed announces, and the text that it carries."""

from __future__ import annotations

import hashlib
import html
import io
import re
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urljoin

from verbale.errors import NotText, ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.containers.budget import Budget, Entries
from verbale.readers.file_names import printable
from verbale.readers.tree import check_size
from verbale.readers.urls import is_url, shown

__all__ = ["Entry", "entries", "members"]

_NOT_A_LETTER = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^<>]{0,500}>")
# how an excerpt ends that a program cut: "[…]", "...", "… Read more »"
_CUT = re.compile(r"(?:…|\.\.\.)\W{0,8}(?:[^\W\d_]{1,12}\W{1,4}){0,5}$")
_TAIL = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    `name` is a file name that the entry keeps wherever in the feed it stands; `link` the address of
    its page; `page` its own text as a page, empty where it has none; `whole` whether that is all of
    the text, as far as the feed says: what it calls a summary or description is not.
    """

    name: str
    title: str
    link: str | None
    page: bytes
    whole: bool = False


def entries(data: bytes, name: str) -> list[Entry]:
    """The entries of a feed in its order.

    Args:
        data: The feed.
        name: Its file name or address; links are taken as they stand from a file, and completed by
            an address.

    Raises:
        TooLarge: It passes a limit.
        ReadError: It is no feed.

    >>> item = b"<item><title>No boats</title><description>None.</description></item>"
    >>> found = entries(b"<rss version='2.0'><channel>" + item + b"</channel></rss>", "news.xml")[0]
    >>> found.name, found.whole
    ('No-boats-a721ce8a.html', False)
    """
    check_size(data, name, "a feed")
    if (tags := data.count(b"<")) > limits.FEED_TAGS:
        raise TooLarge(
            f"{printable(name)} is a feed of {tags:,} tags; the limit is {limits.FEED_TAGS:,}.", name
        )
    import feedparser  # noqa: PLC0415  a tenth of a second to import; most originals are no feeds

    try:
        # a stream: bytes might be taken for the path of a file
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except MemoryError:
        raise
    except Exception as error:  # the library lets many kinds out of a damaged feed
        raise ReadError(f"{printable(name)} is a broken feed.", name) from error
    if not found.get("version") and not found.entries:
        raise ReadError(f"{printable(name)} is no feed that can be read.", name)
    outlet = found.feed.get("title")
    made: list[Entry] = []
    for entry in found.entries[: limits.ARCHIVE_MEMBERS]:
        title = str(entry.get("title") or "")
        link = _link(entry, name)
        body, whole = _body(entry)
        made.append(
            Entry(
                name=_name(entry, title, link),
                title=title,
                link=link,
                page=_page(entry, title, outlet, link, body) if body.strip() else b"",
                whole=whole,
            )
        )
    return made


def members(data: bytes, name: str, budget: Budget) -> Entries:  # noqa: ARG001  no entry is packed
    """The entries of a feed, those that carry a text as pages; nothing is fetched."""
    return ((entry.name, partial(_carried, entry)) for entry in entries(data, name))


def _carried(entry: Entry) -> bytes:
    if entry.page:
        return entry.page
    title = printable(entry.title or entry.name)[:120]
    link = f": add {shown(entry.link)} to have its page fetched" if entry.link else ""
    raise NotText(f"“{title}” carries no text in the feed{link}.", entry.name)


def _link(entry: dict[str, Any], name: str) -> str | None:
    link = str(entry.get("link") or "").strip()
    if not link:
        return None
    return urljoin(name, link) if is_url(name) else link


def _name(entry: dict[str, Any], title: str, link: str | None) -> str:
    """A name by the entry's own id: its number would be another entry's as soon as a newer one comes."""
    called = _NOT_A_LETTER.sub("-", title)[:60].strip("-")
    identity = str(entry.get("id") or link or f"{title} {entry.get('published') or ''}")
    digits = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{called}{'-' if called else ''}{digits}.html"


def _body(entry: dict[str, Any]) -> tuple[str, bool]:
    """An entry's text as HTML, and whether it is the whole of it."""
    contents = [(str(each.get("value") or ""), each.get("type")) for each in entry.get("content") or []]
    body, kind = max(contents, key=lambda each: len(each[0]), default=("", None))
    whole = bool(body.strip()) and not _is_cut(body)
    if not body.strip():
        body, kind = str(entry.get("summary") or ""), (entry.get("summary_detail") or {}).get("type")
    if kind == "text/plain":
        body = "".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n\s*\n", body) if part.strip())
    return body, whole


def _is_cut(body: str) -> bool:
    end = html.unescape(_TAG.sub(" ", body[-_TAIL:])).strip()
    return _CUT.search(f"{end} ") is not None


def _page(entry: dict[str, Any], title: str, outlet: object, link: object, body: str) -> bytes:
    """The text of an entry as a page that says of itself what the feed says of it."""
    dated = "published_parsed" if "published_parsed" in entry else "updated_parsed"
    published = entry.get(dated) if dated in entry else None
    fields = {
        "article:published_time": f"{published[0]:04}-{published[1]:02}-{published[2]:02}"
        if published
        else "",
        "og:site_name": str(outlet or ""),
        "og:url": str(link or ""),
        "og:title": title,
    }
    said = "".join(
        f'<meta property="{key}" content="{html.escape(value)}">' for key, value in fields.items() if value
    )
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>{said}'
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode(
        "utf-8", "replace"
    )
