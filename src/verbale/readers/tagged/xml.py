"""XML files: the root element tells the format; one that nobody knows is refused."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from lxml import etree

from verbale.errors import UnknownFormat
from verbale.model.document import Reading
from verbale.readers.file_names import printable
from verbale.readers.formats import FORMATS, TEI
from verbale.readers.tree import local, xml_tree

__all__ = ["read"]

_XHTML = "{http://www.w3.org/1999/xhtml}html"


def read(data: bytes, name: str, people: Mapping[str, str] | None = None) -> Reading:
    """Reads an XML file of a known kind.

    Args:
        data: The original bytes.
        name: Its file name.
        people: Names by id, where the file is a part of a TEI corpus that lists them elsewhere.

    Raises:
        UnknownFormat: Its root element is of no kind that Verbale reads.
        NotText: It holds no words.
        TooLarge: It passes a limit.
        ReadError: It is not well-formed.

    >>> try:
    ...     read(b"<song><line>La</line></song>", "song.xml")
    ... except UnknownFormat as error:
    ...     print(error)
    song.xml is XML of a kind that Verbale does not read (its root is <song>).
    """
    root = xml_tree(data, name)
    found = next((row for row in FORMATS if any(_fits(root, each) for each in row.roots)), None)
    if found is not None:
        known = (people,) if people and found is TEI else ()
        module = importlib.import_module(f"verbale.readers.{found.reader}")
        reading: Reading = module.read_tree(data, name, root, *known)
        return reading
    if root.tag in {"html", _XHTML}:
        from verbale.readers.html import web_page  # noqa: PLC0415  most XML is no page

        return web_page.read(data, name)
    shown = printable(local(root))[:60]
    raise UnknownFormat(
        f"{printable(name)} is XML of a kind that Verbale does not read (its root is <{shown}>).", name
    )


def _fits(root: etree._Element, path: str) -> bool:
    name, _, inside = path.partition("/")
    return local(root) == name and (not inside or root.find(inside) is not None)
