"""ODT files: paragraphs, headings, lists and tables in order, bold marked, notes and boxes behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from verbale.model.document import BlockQuote, Reading
from verbale.readers.flow import Flow
from verbale.readers.office.packages import Package
from verbale.readers.raised import raised
from verbale.readers.result import finish
from verbale.readers.tree import local, words_in, xml_tree

__all__ = ["READER", "read"]

READER = "odt/2"

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SKIPPED = frozenset(
    {
        "annotation",
        "note-citation",
        "tracked-changes",
        "sequence-decls",
        "forms",
        "table-of-content",
        "script",
        "title",
        "desc",
        "hidden-text",
        "hidden-paragraph",
    }
)
_NAMED_HEADINGS = ("Title", "Subtitle", "Heading")
_QUOTES = re.compile(r"\b(?:block|pull)?[ _-]?quot(?:e|ation)s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(cm|mm|in|pt)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0}
_INDENTED = 18
_BOXES = frozenset({"text-box", "custom-shape"})


def read(data: bytes, name: str) -> Reading:
    """Reads an OpenDocument text; paragraphs and table rows stand apart by a blank line, cells by a tab.

    Notes and the words of text boxes stand at the end, so that the text around them is whole; what is struck
    out, deleted or hidden is left out.

    Raises:
        NotText: It holds no words.
        TooLarge: It unpacks to more than the limits allow.
        ReadError: It is broken or locked.
    """
    package = Package(data, name, "OpenDocument text")
    root = xml_tree(package.part("content.xml"), name)
    styles = [root]
    if "styles.xml" in package:
        styles.append(xml_tree(package.part("styles.xml"), name))
    meta = xml_tree(package.part("meta.xml"), name) if "meta.xml" in package else None
    setter = _set(next(root.iter("{*}body"), root), _Styles(styles))
    flow = setter.flow
    return finish(
        data,
        name,
        READER,
        flow.text,
        title=_field(meta, "title"),
        author=_field(meta, "initial-creator") or _field(meta, "creator"),
        language=_field(meta, "language"),
        headings=flow.headings,
        emphasis=flow.emphasis,
        block_quotes=setter.block_quotes(),
        notes=flow.notes,
    )


def _set(body: etree._Element, styles: _Styles) -> _Setter:
    """A document set: its boxes at the end, unless it is made of boxes."""
    setter = _Setter(styles)
    setter.set(body)
    words = setter.flow.length
    setter.set_apart()
    if sum(len(words_in(each) or "") for each in setter.boxes) <= words:
        return setter
    setter = _Setter(styles, boxes_in_place=True)
    setter.set(body)
    setter.set_apart()
    return setter


def _field(meta: etree._Element | None, tag: str) -> str | None:
    return words_in(next(meta.iter(f"{{*}}{tag}"), None)) if meta is not None else None


class _Styles:
    """What styles say: bold, struck, hidden, raised, headings, quotations; a style takes after its parent."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[str, etree._Element] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style"):
                self._styles.setdefault(style.get(f"{_STYLE}name") or "", style)
        self._found: dict[tuple[str | None, str], str | None] = {}

    def is_bold(self, name: str | None) -> bool:
        weight = self._property(name, f"{_FO}font-weight") or ""
        return weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)

    def is_unsaid(self, name: str | None) -> bool:
        """Whether a style strikes words out or hides them."""
        lines = (self._property(name, f"{_STYLE}text-line-through-{how}") for how in ("style", "type"))
        hidden = self._property(name, f"{_TEXT}display") == "none"
        return hidden or any(line not in (None, "none") for line in lines)

    def is_raised(self, name: str | None) -> bool:
        return (self._property(name, f"{_STYLE}text-position") or "").startswith("super")

    def is_heading(self, name: str | None) -> bool:
        names = (style.get(f"{_STYLE}name") or "" for style in self._line(name))
        return any(each.startswith(_NAMED_HEADINGS) for each in names)

    def is_quote(self, name: str | None) -> bool:
        """Whether a style, or one that it takes after, is named after quotations."""
        names = ((style.get(f"{_STYLE}name") or "").replace("_20_", " ") for style in self._line(name))
        return any(map(_QUOTES.search, names))

    def is_indented(self, name: str | None) -> bool:
        """Whether a style sets paragraphs in from the left."""
        margin = _NUMBER.fullmatch(self._property(name, f"{_FO}margin-left") or "")
        return margin is not None and float(margin[1]) * _POINTS[margin[2]] >= _INDENTED

    def _property(self, name: str | None, key: str) -> str | None:
        if (name, key) not in self._found:
            self._found[name, key] = self._look(name, key)
        return self._found[name, key]

    def _look(self, name: str | None, key: str) -> str | None:
        for style in self._line(name):
            for properties in style:
                if (value := properties.get(key)) is not None:
                    return str(value)
        return None

    def _line(self, name: str | None) -> list[etree._Element]:
        """A style and those it takes after."""
        found: list[etree._Element] = []
        while name in self._styles and len(found) < 20:
            found.append(self._styles[name])
            name = found[-1].get(f"{_STYLE}parent-style-name")
        return found


class _Setter:
    """Sets the elements of a body into a flow; one method for what begins, one for what ends."""

    def __init__(self, styles: _Styles, *, boxes_in_place: bool = False) -> None:
        self.flow = Flow()
        self.boxes: list[etree._Element] = []
        self._notes: list[etree._Element] = []
        self._styles = styles
        self._boxes_in_place = boxes_in_place
        self._bold: list[bool] = []
        self._cells = 0
        self._quote: bool | None = None
        self._indented: set[int] = set()

    def set(self, body: etree._Element) -> None:
        """Sets everything under an element."""
        walk = etree.iterwalk(body, events=("start", "end"))
        skipped: etree._Element | None = None
        inside = 0
        for event, element in walk:
            tag = local(element)
            worded = tag in {"p", "h"}
            if event == "start":
                skipped = element if element is not body and self._is_apart(element, tag) else None
                if skipped is not None:
                    walk.skip_subtree()
                    continue
                inside += worded
                self._begin(element, tag)
                if element.text and inside:
                    self._words(element, tag, element.text)
                continue
            if element is not skipped:
                self._end(tag)
                inside -= worded
            skipped = None
            # white space between paragraphs is the file's, not the text's
            if element.tail and inside:
                self.flow.words(element.tail)
        self._end_quote()

    def set_apart(self) -> None:
        """Sets the boxes, and then the notes, behind all that there is."""
        for element in chain(self.boxes, self._notes):  # they grow by those that stand in others
            self.flow.paragraph()
            self.flow.open("note")
            self.set(element)
            self.flow.close("note")

    def block_quotes(self) -> Iterator[BlockQuote]:
        """What is set apart as quoted; what is only indented has to be announced."""
        return self.flow.block_quotes(self._indented)

    def _is_apart(self, element: etree._Element, tag: str) -> bool:
        """Whether an element is not set here: left out, or kept for the end."""
        if tag == "note":
            self._notes += element.findall(f"{_TEXT}note-body")
        elif tag in _BOXES and not self._boxes_in_place:
            self.boxes.append(element)
        elif tag == "section":
            return element.get(f"{_TEXT}display") == "none"
        elif tag in {"p", "h", "span"}:
            return self._styles.is_unsaid(element.get(f"{_TEXT}style-name"))
        else:
            return tag in _SKIPPED
        return True

    def _words(self, element: etree._Element, tag: str, words: str) -> None:
        up = tag == "span" and self._styles.is_raised(element.get(f"{_TEXT}style-name"))
        self.flow.words((raised(words.strip()) if up else None) or words)

    def _begin(self, element: etree._Element, tag: str) -> None:
        if tag in {"p", "h", "span"}:
            style = element.get(f"{_TEXT}style-name")
            if tag != "span":
                self._begin_paragraph(element, style)
                if tag == "h" or self._styles.is_heading(style):
                    self.flow.open("heading")
            bold = self._styles.is_bold(style)
            self._bold.append(bold)
            if bold:
                self.flow.bold()
        elif tag == "line-break":
            self.flow.line()
        elif tag in {"s", "tab"}:
            self.flow.words(" ")
        elif tag == "table-cell":
            self._end_quote()
            self._cells += 1
            self.flow.cell()
        elif tag == "table-row":
            self.flow.paragraph()

    def _begin_paragraph(self, element: etree._Element, style: str | None) -> None:
        if self._cells:
            if local(element.getprevious()) in {"p", "h"}:
                self.flow.line()
            return
        self.flow.paragraph()
        styled = self._styles.is_quote(style)
        alone = local(element.getparent()) != "list-item"
        kind = styled if styled or (alone and self._styles.is_indented(style)) else None
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

    def _end(self, tag: str) -> None:
        if tag in {"p", "h", "span"}:
            if self._bold.pop():
                self.flow.plain()
            if tag != "span":
                self.flow.close("heading")
                if not self._cells:
                    self.flow.paragraph()
        elif tag == "table-cell":
            self._cells -= 1
            self.flow.cell()
        elif tag == "table-row":
            self.flow.paragraph()
