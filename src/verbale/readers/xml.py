"""XML files: the root element tells the format; one that nobody knows is refused."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from verbale.errors import UnknownFormat
from verbale.model.document import Reading
from verbale.readers import akoma_ntoso, bundestag, html, prime_ministers, tei
from verbale.readers.names import printable
from verbale.readers.tree import local, xml_tree

__all__ = ["read"]

_XHTML = "{http://www.w3.org/1999/xhtml}html"

_TAGGED: dict[str, Callable[[bytes, str, etree._Element], Reading]] = {
    root: module.read_tree for module in (bundestag, tei, akoma_ntoso) for root in module.ROOTS
}
"""Formats that tag their speakers, by the name of their root element."""


def read(data: bytes, name: str) -> Reading:
    """Reads an XML file of a known kind.

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
    if prime_ministers.is_prime_minister(root):
        return prime_ministers.read_tree(data, name, root)
    reader = _TAGGED.get(local(root))
    if reader is not None:
        return reader(data, name, root)
    if root.tag in {"html", _XHTML}:
        return html.read(data, name)
    kind = printable(local(root))[:60]
    raise UnknownFormat(
        f"{printable(name)} is XML of a kind that Verbale does not read (its root is <{kind}>).", name
    )
