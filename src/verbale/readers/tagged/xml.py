"""XML files: the root element tells the format; one that nobody knows is refused."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from verbale.errors import UnknownFormat
from verbale.model.document import Reading
from verbale.readers.file_names import printable
from verbale.readers.tree import local, xml_tree

__all__ = ["read"]

_TAGGED = {
    "dbtplenarprotokoll": "bundestag",
    "TEI": "tei",
    "teiCorpus": "tei",
    "TEI.2": "tei",
    "akomaNtoso": "akoma_ntoso",
}
"""Formats that tag their speakers, by the name of their root element: modules here, imported when needed."""

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
    tagged = _TAGGED.get(local(root))
    if tagged is not None:
        known = (people,) if people and tagged == "tei" else ()
        module = importlib.import_module(f"verbale.readers.tagged.{tagged}")
        reading: Reading = module.read_tree(data, name, root, *known)
        return reading
    if root.tag in {"transcripts", "transcript"}:
        from verbale.readers.tagged import prime_ministers  # noqa: PLC0415  as above

        if prime_ministers.is_prime_minister(root):
            return prime_ministers.read_tree(data, name, root)
    if root.tag in {"html", _XHTML}:
        from verbale.readers.html import web_page  # noqa: PLC0415  as above

        return web_page.read(data, name)
    shown = printable(local(root))[:60]
    raise UnknownFormat(
        f"{printable(name)} is XML of a kind that Verbale does not read (its root is <{shown}>).", name
    )
