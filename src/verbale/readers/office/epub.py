"""EPUB books: the chapters in reading order as running text, what the book says of itself as metadata."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from verbale.errors import ReadError, TooLarge
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.characters.encoding import decode
from verbale.readers.file_names import printable
from verbale.readers.flow import Flow
from verbale.readers.html.layout import is_silent, set_tree
from verbale.readers.metadata_dates import day
from verbale.readers.office.packages import Package
from verbale.readers.result import finish
from verbale.readers.tree import html_tree, words_in, xml_tree

__all__ = ["READER", "read"]

READER = "epub/2"

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})


def read(data: bytes, name: str) -> Reading:
    """Reads a book; chapters stand apart by a blank line. Contents, covers' pictures and styles are left out.

    Raises:
        NotText: It holds no words.
        TooLarge: It unpacks to more than the limits allow.
        ReadError: It is broken or locked.
    """
    package = Package(data, name, "EPUB")
    place, book = _book(package, name)
    flow = Flow()
    for chapter in _chapters(book, place):
        if chapter not in package:
            continue
        page = package.part(chapter)
        if len(page) > limits.TREE:
            raise TooLarge(f"{printable(name)} holds a chapter of {len(page):,} bytes.", name)
        if page.strip():
            root = html_tree(decode(page, name), name)
            body = root.find("body")
            flow.paragraph()
            set_tree(root if body is None else body, flow, is_silent)
        if flow.length > limits.CHARACTERS:
            raise TooLarge(
                f"{printable(name)} holds more than {limits.CHARACTERS:,} characters of text.", name
            )
    return finish(
        data,
        name,
        READER,
        flow.text,
        title=_field(book, "title"),
        author=_field(book, "creator"),
        outlet=_field(book, "publisher"),
        published_on=day(_field(book, "date")),
        language=_field(book, "language"),
        headings=flow.headings,
        emphasis=flow.emphasis,
        boilerplate=[*flow.boilerplate, *flow.captions],
        block_quotes=flow.block_quotes(),
    )


def _book(package: Package, name: str) -> tuple[str, etree._Element]:
    """The folder of the package document, and the document."""
    container = xml_tree(package.part(_CONTAINER), name)
    found = next(
        (file.get("full-path") for file in container.iter("{*}rootfile") if file.get("full-path")), None
    )
    if found is None:
        raise ReadError(f"{printable(name)} is a broken EPUB: nothing in it says where the book is.", name)
    return posixpath.dirname(found), xml_tree(package.part(found), name)


def _chapters(book: etree._Element, place: str) -> list[str]:
    """The parts that are pages, in the order of the spine."""
    manifest = {
        item.get("id"): item
        for item in book.iter("{*}item")
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    items = (
        manifest.get(entry.get("idref")) for entry in book.iter("{*}itemref") if entry.get("linear") != "no"
    )
    hrefs = (unquote((item.get("href") or "").partition("#")[0]) for item in items if item is not None)
    # a page that the spine names many times is read once
    return list(dict.fromkeys(posixpath.normpath(posixpath.join(place, href)) for href in hrefs if href))


def _field(book: etree._Element, tag: str) -> str | None:
    return words_in(next(book.iter(f"{{http://purl.org/dc/elements/1.1/}}{tag}"), None))
