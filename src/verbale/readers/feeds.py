"""RSS and Atom feeds: what a feed announces, and the text that it carries."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from verbale.errors import ReadError
from verbale.readers import limits
from verbale.readers.names import printable
from verbale.readers.tree import check_size

__all__ = ["Entry", "entries"]

_NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its address, and a page with its own text where the feed carries the whole of it."""

    name: str
    title: str
    link: str | None
    page: bytes


def entries(data: bytes, name: str) -> list[Entry]:
    """The entries of a feed in its order.

    Args:
        data: The feed.
        name: Its file name or address.

    Raises:
        TooLarge: It passes a limit.
        ReadError: It is no feed.

    >>> item = b"<item><title>No boats</title><description>None.</description></item>"
    >>> entries(b"<rss version='2.0'><channel>" + item + b"</channel></rss>", "news.xml")[0].name
    '0001-No-boats.html'
    """
    check_size(data, name, "a feed")
    import feedparser  # noqa: PLC0415  a tenth of a second to import; most originals are no feeds

    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:
        raise ReadError(f"{printable(name)} is no feed that can be read.", name)
    outlet = found.feed.get("title")
    made: list[Entry] = []
    for number, entry in enumerate(found.entries[: limits.ARCHIVE_MEMBERS], 1):
        title = str(entry.get("title") or "")
        link = entry.get("link")
        called = _NOT_A_LETTER.sub("-", title)[:60].strip("-")
        made.append(
            Entry(
                name=f"{number:04}{'-' if called else ''}{called}.html",
                title=title,
                link=str(link) if link else None,
                page=_page(entry, title, outlet, link),
            )
        )
    return made


def _page(entry: dict[str, Any], title: str, outlet: object, link: object) -> bytes:
    """The text of an entry as a page that says of itself what the feed says of it."""
    get = entry.get
    contents = get("content") or []
    body = str(contents[0].get("value") or "") if contents else str(get("summary") or "")
    if not body.strip():
        return b""
    dated = "published_parsed" if "published_parsed" in entry else "updated_parsed"
    published = get(dated) if dated in entry else None
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
