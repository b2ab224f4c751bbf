"""DOCX files: paragraphs and tables in the order of the document, headings and bold marked.

python-docx opens the package and knows the styles; the words are taken from the XML itself, which
also holds links, insertions and content controls that a paragraph's runs leave out.
"""

from __future__ import annotations

import io
from typing import Any

from lxml import etree

from verbale.errors import ReadError, TooLarge
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.file_names import printable
from verbale.readers.flow import Flow
from verbale.readers.office.packages import check_package
from verbale.readers.result import finish

__all__ = ["READER", "read"]

READER = "docx/1"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = frozenset({"0", "false", "off", "none"})
# words that were struck out, field codes, and the second copy that old programs are given
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}sectPr", _FALLBACK})
_CHARACTERS = {f"{_W}tab": " ", f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}


def read(data: bytes, name: str) -> Reading:
    """Reads a Word document; paragraphs and table rows stand apart by a blank line, cells by a tab.

    Headers, footers, notes and comments are the page's boilerplate and are left out.

    Raises:
        NotText: It holds no words.
        TooLarge: It unpacks to more than the limits allow.
        ReadError: It is broken or locked.
    """
    parts = check_package(data, name, "Word document")
    size = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if size > limits.TREE:
        shown = printable(name)
        raise TooLarge(f"{shown} is a Word document of {size:,} bytes; the limit is {limits.TREE:,}.", name)
    import docx  # noqa: PLC0415  a tenth of a second to import; most files are not DOCX

    try:
        document = docx.Document(io.BytesIO(data))
        body, styles = document.element.body, document.styles.element
    except MemoryError:
        raise
    except Exception as error:  # the library lets many kinds out of a damaged package
        raise ReadError(f"{printable(name)} is a broken Word document.", name) from error
    if body is None:
        raise ReadError(f"{printable(name)} is a broken Word document: it has no body.", name)
    flow = Flow()
    _Setter(flow, _Styles(styles)).set(body)
    author = _property(document, "author")
    return finish(
        data,
        name,
        READER,
        flow.text,
        title=_property(document, "title"),
        # python-docx and other programs sign the files that they make
        author=None if author in {"python-docx", "Un-named", "Unknown"} else author,
        language=_property(document, "language"),
        headings=flow.headings,
        emphasis=flow.emphasis,
    )


def _property(document: Any, field: str) -> str | None:
    """What a document says of itself; None too where that part is damaged, for the words are whole."""
    try:
        return str(getattr(document.core_properties, field))
    except (AttributeError, KeyError, TypeError, ValueError, etree.LxmlError):
        return None


class _Styles:
    """Which styles are headings, and which are bold, by id; a style takes after the one it is based on."""

    def __init__(self, styles: etree._Element) -> None:
        self._elements = {element.get(f"{_W}styleId"): element for element in styles.iter(f"{_W}style")}
        self._default = next(
            (
                style
                for style, element in self._elements.items()
                if element.get(f"{_W}type") == "paragraph" and element.get(f"{_W}default") in {"1", "true"}
            ),
            None,
        )
        self._headings: dict[str | None, bool] = {None: False}
        self._bold: dict[str | None, bool] = {None: False}

    def of(self, paragraph: etree._Element) -> str | None:
        """The id of a paragraph's style: its own, or the one that is the document's default."""
        return _value(paragraph, f"{_W}pPr/{_W}pStyle") or self._default

    def is_heading(self, style: str | None) -> bool:
        if style not in self._headings:
            element = self._elements.get(style)
            named = element.find(f"{_W}name") if element is not None else None
            title = (named.get(f"{_W}val") or "").lower() if named is not None else ""
            outline = next(iter(self._parts(style, f"{_W}outlineLvl")), None)
            named_so = title in {"title", "subtitle"} or title.startswith("heading ")
            self._headings[style] = named_so or _is_outlined(outline)
        return self._headings[style]

    def is_bold(self, style: str | None) -> bool:
        if style not in self._bold:
            self._bold[style] = next((_on(part) for part in self._parts(style, f"{_W}b")), False)
        return self._bold[style]

    def _parts(self, style: str | None, tag: str) -> list[etree._Element]:
        """What a style and those it is based on say of one property, the nearest first."""
        found: list[etree._Element] = []
        seen: set[str | None] = set()
        while style in self._elements and style not in seen:
            seen.add(style)
            element = self._elements[style]
            found += [
                part
                for properties in element.iterchildren(f"{_W}rPr", f"{_W}pPr")
                for part in properties.iterchildren(tag)
            ]
            based = element.find(f"{_W}basedOn")
            style = based.get(f"{_W}val") if based is not None else None
        return found


def _on(element: etree._Element) -> bool:
    return (element.get(f"{_W}val") or "true").lower() not in _OFF


class _Setter:
    """Sets the elements of a body into a flow; one method for what begins, one for what ends."""

    def __init__(self, flow: Flow, styles: _Styles) -> None:
        self._flow = flow
        self._styles = styles
        self._tables = 0
        self._paragraph_bold = False
        self._bold: list[bool] = []

    def set(self, body: etree._Element) -> None:
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element.tag)
            elif element.tag in _SKIPPED:
                walk.skip_subtree()
            elif element.tag in _CHARACTERS:
                self._flow.words(_CHARACTERS[element.tag])
            elif element.tag == f"{_W}t":
                self._flow.words(element.text or "")
            else:
                self._begin(element, element.tag)

    def _begin(self, element: etree._Element, tag: str) -> None:
        if tag == f"{_W}r":
            self._bold.append(self._is_bold(element))
            if self._bold[-1]:
                self._flow.bold()
        elif tag == f"{_W}p":
            self._begin_paragraph(element)
        elif tag == f"{_W}tbl":
            self._tables += 1
            self._flow.paragraph()
        elif tag in {f"{_W}br", f"{_W}cr"}:
            self._flow.line()

    def _begin_paragraph(self, element: etree._Element) -> None:
        style = self._styles.of(element)
        self._paragraph_bold = self._styles.is_bold(style)
        before = element.getprevious()
        if not self._tables:
            self._flow.paragraph()
        elif before is not None and before.tag == f"{_W}p":
            self._flow.line()
        if self._styles.is_heading(style) or _is_outlined(element.find(f"{_W}pPr/{_W}outlineLvl")):
            self._flow.open("heading")

    def _end(self, tag: str) -> None:
        if tag == f"{_W}r":
            if self._bold.pop():
                self._flow.plain()
        elif tag == f"{_W}p":
            self._flow.close("heading")
            if not self._tables:
                self._flow.paragraph()
        elif tag == f"{_W}tc":
            self._flow.cell()
        elif tag == f"{_W}tr":
            self._flow.paragraph()
        elif tag == f"{_W}tbl":
            self._tables -= 1
            self._flow.paragraph()

    def _is_bold(self, run: etree._Element) -> bool:
        own = run.find(f"{_W}rPr/{_W}b")
        if own is not None:
            return _on(own)
        return self._styles.is_bold(_value(run, f"{_W}rPr/{_W}rStyle")) or self._paragraph_bold


def _is_outlined(element: etree._Element | None) -> bool:
    """Levels 0 to 8 are headings, 9 is the body."""
    return element is not None and (element.get(f"{_W}val") or "9") in "012345678"


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(path)
    return found.get(f"{_W}val") if found is not None else None
