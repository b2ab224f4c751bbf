"""Addresses of the web as sources of texts: pages, files, archives, and the entries of feeds.

A document from an address is known by the address that was asked for: what a redirect leads to may be
another place tomorrow. Nothing is fetched before its turn to be added has come, so that each page is
stored before the next one is asked for.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from verbale.errors import ReadError
from verbale.intake.sources import Source, refused, unpacked
from verbale.readers.containers import unpacking
from verbale.readers.containers.feeds import Entry, entries
from verbale.readers.file_names import printable
from verbale.readers.formats import FEED
from verbale.readers.origin import Origin, Original
from verbale.readers.urls import as_kept, is_url, shown

if TYPE_CHECKING:
    from verbale.readers.web.fetching import Fetched, Fetcher

__all__ = ["LIMIT", "Web"]

LIMIT = 100
"""How many entries of one feed are fetched by their links where nothing else is asked for."""


class Web:
    """The addresses of one run of `add`.

    Args:
        limit: How many entries of one feed to fetch by their links; those that carry their text whole
            are not counted.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._seen: set[str] = set()

    @cached_property
    def _fetcher(self) -> Fetcher:
        from verbale.readers.web.fetching import Fetcher  # noqa: PLC0415  files need no network

        return Fetcher()

    def source(self, url: str) -> Source:
        """What an address holds, fetched when it is opened.

        Raises:
            ReadError: It is no address.
        """
        place = as_kept(url)
        self._seen.add(place)
        found = self._page(url, place)
        return Source(found.name, place, found.read, partial(self._unfold, url, found), is_fetched=True)

    def _page(self, url: str, place: str) -> Source:
        return Source(shown(urldefrag(url).url), place, partial(self._fetched, url), is_fetched=True)

    def _fetched(self, url: str) -> Original:
        fetched = self._fetcher.fetch(url)
        return Original(fetched.data, fetched.origin)

    def _unfold(self, url: str, page: Source) -> list[Source]:
        """The texts that an address turns out to be."""
        try:
            fetched = self._fetcher.fetch(url)
            if FEED.begins(fetched.data):
                return self._entries(fetched, page)
            if unpacking.is_container(fetched.data, fetched.name):
                return list(unpacked(fetched.data, fetched.name, page))
        except ReadError as error:
            return [refused(page.name, page.place, str(error))]
        return [_had(page.name, page.place, fetched.data, fetched.origin)]

    def _entries(self, fetched: Fetched, feed: Source) -> list[Source]:
        found: list[Source] = []
        asked = left = 0
        for entry in entries(fetched.data, fetched.url):
            if entry.whole or (entry.page and not is_url(entry.link)):
                found.append(_carried(entry, feed))
                continue
            source = self._linked(entry, feed)
            if source.place in self._seen:
                continue
            self._seen.add(source.place)
            if source.is_fetched and asked >= self._limit:
                left += 1
                continue
            asked += source.is_fetched
            found.append(source)
        if left:
            what = "1 more entry" if left == 1 else f"{left:,} more entries"
            reason = f"{what} of {feed.name} not fetched: the limit is {self._limit:,} of each feed."
            found.append(refused(feed.name, feed.place, reason))
        if not found:
            raise ReadError(f"{feed.name} is a feed without entries.", feed.name)
        return found

    def _linked(self, entry: Entry, feed: Source) -> Source:
        """The page that an entry leads to."""
        title = printable(entry.title or entry.name)[:120]
        place = f"{feed.place}#{entry.name}"
        if not is_url(entry.link):
            reason = f"“{title}” has neither a text nor an address in {feed.name}."
            return refused(title, place, reason)
        try:
            return self._page(entry.link, as_kept(entry.link))
        except ReadError as error:
            return refused(title, place, str(error))


def _carried(entry: Entry, feed: Source) -> Source:
    """An entry that carries its text: it lies in the feed, and its page may say more."""
    name = shown(entry.link) if is_url(entry.link) else f"{feed.name}#{entry.name}"
    origin = Origin(name, ".html")
    return _had(name, f"{feed.place}#{entry.name}", entry.page, origin)


def _had(name: str, place: str, data: bytes, origin: Origin) -> Source:
    return Source(name, place, partial(Original, data, origin), is_fetched=True)
