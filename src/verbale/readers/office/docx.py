"""DOCX files: paragraphs and tables in the order of the document, notes and boxes behind them.

python-docx opens the package and knows the styles; the words are taken from the XML itself, which
also holds links, insertions and content controls that a paragraph's runs leave out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from verbale.errors import ReadError, TooLarge
from verbale.model.document import BlockQuote, Reading
from verbale.readers import limits
from verbale.readers.file_names import printable
from verbale.readers.flow import Flow
from verbale.readers.office.docx_styles import Styles, W, is_on, is_outlined, value
from verbale.readers.office.packages import check_package
from verbale.readers.raised import raised
from verbale.readers.result import finish
from verbale.readers.tree import xml_tree

__all__ = ["READER", "read"]

READER = "docx/2"

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# words that were struck out, field codes, and the second copy that old programs are given
_SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}sectPr", _FALLBACK})
_HIDDEN = (f"{W}strike", f"{W}dstrike", f"{W}vanish")
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_CHARACTERS = {f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


def read(data: bytes, name: str) -> Reading:
    """Reads a Word document; paragraphs and table rows stand apart by a blank line, cells by a tab.

    Footnotes, endnotes and the words of text boxes stand at the end, so that the text around them is
    whole. Headers, footers and comments are left out, and so is what is struck out, deleted or hidden.

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
    setter = _set(body, Styles(styles), _notes(document, name))
    flow = setter.flow
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
        block_quotes=setter.block_quotes(),
        notes=flow.notes,
    )


def _set(body: etree._Element, styles: Styles, notes: Sequence[etree._Element]) -> _Setter:
    """A document set: its boxes at the end, unless it is made of boxes."""
    setter = _Setter(styles)
    setter.set(body)
    words = setter.flow.length
    for box in setter.boxes:  # it grows by those that stand in others
        setter.set_behind(box)
    for note in notes:
        setter.set_behind(note)
    in_boxes = sum(len("".join(map(str, each.itertext(f"{W}t")))) for each in setter.boxes)
    if in_boxes <= words:
        return setter
    setter = _Setter(styles, boxes_in_place=True)
    setter.set(body)
    for note in notes:
        setter.set_behind(note)
    return setter


def _notes(document: Any, name: str) -> list[etree._Element]:
    """Footnotes and endnotes in their order, but for the lines that part them from the text."""
    found: list[etree._Element] = []
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _NOTES and not relation.is_external:
            try:
                root = xml_tree(relation.target_part.blob, name)
            except TooLarge:
                raise
            except ReadError:
                continue  # the words above are whole
            notes = root.iterchildren(f"{W}{_NOTES[kind]}")
            found += [note for note in notes if note.get(f"{W}type") in (None, "normal")]
    return found


def _property(document: Any, field: str) -> str | None:
    """What a document says of itself; None too where that part is damaged, for the words are whole."""
    try:
        return str(getattr(document.core_properties, field))
    except (AttributeError, KeyError, TypeError, ValueError, etree.LxmlError):
        return None


class _Setter:
    """Sets the elements of a body into a flow; one method for what begins, one for what ends."""

    def __init__(self, styles: Styles, *, boxes_in_place: bool = False) -> None:
        self.flow = Flow()
        self.boxes: list[etree._Element] = []
        self._styles = styles
        self._boxes_in_place = boxes_in_place
        self._tables = 0
        self._style: str | None = None
        self._bold: list[bool] = []
        self._raised = False
        self._goes_on = False
        self._quote: bool | None = None
        self._indented: set[int] = set()

    def set(self, body: etree._Element) -> None:
        """Sets everything under an element."""
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "end":
                self._end(element, tag)
            elif tag in _SKIPPED:
                walk.skip_subtree()
            elif tag == f"{W}txbxContent" and not self._boxes_in_place and element is not body:
                self.boxes.append(element)
                walk.skip_subtree()
            elif tag in _CHARACTERS:
                self.flow.words(_CHARACTERS[tag])
            elif tag == f"{W}t":
                self._words(element.text or "")
            else:
                self._begin(element, tag)
                if tag == f"{W}r" and any(self._is(element, hidden) for hidden in _HIDDEN):
                    walk.skip_subtree()
        self._end_quote()

    def set_behind(self, element: etree._Element) -> None:
        """Sets a note or a box behind all that there is."""
        self.flow.paragraph()
        self.flow.open("note")
        self.set(element)
        self.flow.close("note")

    def block_quotes(self) -> Iterator[BlockQuote]:
        """What is set apart as quoted; what is only indented has to be announced."""
        return self.flow.block_quotes(self._indented)

    def _words(self, words: str) -> None:
        self.flow.words((raised(words.strip()) if self._raised else None) or words)

    def _begin(self, element: etree._Element, tag: str) -> None:
        if tag == f"{W}r":
            self._raised = value(element, f"{W}rPr/{W}vertAlign") == "superscript"
            self._bold.append(self._is(element, f"{W}b"))
            if self._bold[-1]:
                self.flow.bold()
        elif tag == f"{W}p":
            self._begin_paragraph(element)
        elif tag == f"{W}tbl":
            self._tables += 1
            self._end_quote()
            self.flow.paragraph()
        elif tag in {f"{W}br", f"{W}cr"}:
            self.flow.line()

    def _begin_paragraph(self, element: etree._Element) -> None:
        self._style = self._styles.of(element)
        before = element.getprevious()
        if self._goes_on:
            return
        if not self._tables:
            self.flow.paragraph()
            self._begin_quote(element)
        elif before is not None and before.tag == f"{W}p":
            self.flow.line()
        outline = element.find(f"{W}pPr/{W}outlineLvl")
        if self._styles.is_heading(self._style) or is_outlined(outline):
            self.flow.open("heading")

    def _begin_quote(self, element: etree._Element) -> None:
        """Opens a quotation, or goes on with it: paragraphs of one kind in a row are one."""
        styled = self._styles.is_quote(self._style)
        kind = styled if styled or self._styles.is_indented(element) else None
        if kind != self._quote:
            self._end_quote()
            if kind is not None:
                self.flow.open("quote")
        self._quote = kind

    def _end_quote(self) -> None:
        span = self.flow.close("quote")
        if span is not None and self._quote is False:
            self._indented.add(span.start)
        self._quote = None

    def _end(self, element: etree._Element, tag: str) -> None:
        if tag == f"{W}r":
            if self._bold.pop():
                self.flow.plain()
        elif tag == f"{W}p":
            self._end_paragraph(element)
        elif tag == f"{W}tc":
            self.flow.cell()
        elif tag == f"{W}tr":
            self.flow.paragraph()
        elif tag == f"{W}tbl":
            self._tables -= 1
            self.flow.paragraph()

    def _end_paragraph(self, element: etree._Element) -> None:
        # the end was deleted, or it is a large first letter
        frame = element.find(f"{W}pPr/{W}framePr")
        dropped = frame is not None and frame.get(f"{W}dropCap") in {"drop", "margin"}
        self._goes_on = dropped or element.find(f"{W}pPr/{W}rPr/{W}del") is not None
        if self._goes_on:
            return
        self.flow.close("heading")
        if not self._tables:
            self.flow.paragraph()

    def _is(self, run: etree._Element, tag: str) -> bool:
        """Whether a run, its style or its paragraph's has something switched on."""
        own = run.find(f"{W}rPr/{tag}")
        if own is not None:
            return is_on(own)
        style = value(run, f"{W}rPr/{W}rStyle")
        return self._styles.toggles(style, tag) or self._styles.toggles(self._style, tag)
