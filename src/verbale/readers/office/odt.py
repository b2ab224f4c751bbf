"""ODT files: paragraphs, headings, lists and tables in order, bold marked; notes and changes left out."""

from __future__ import annotations

from lxml import etree

from verbale.model.document import Reading
from verbale.readers.flow import Flow
from verbale.readers.office.packages import Package
from verbale.readers.result import finish
from verbale.readers.tree import local, words_in, xml_tree

__all__ = ["READER", "read"]

READER = "odt/1"

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SKIPPED = frozenset(
    {
        "note",
        "annotation",
        "tracked-changes",
        "sequence-decls",
        "forms",
        "table-of-content",
        "script",
        "title",
    }
)
_NAMED_HEADINGS = ("Title", "Subtitle", "Heading")


def read(data: bytes, name: str) -> Reading:
    """Reads an OpenDocument text; paragraphs and table rows stand apart by a blank line, cells by a tab.

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
    flow = Flow()
    body = next(root.iter("{*}body"), root)
    _Setter(flow, _Styles(styles)).set(body)
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
    )


def _field(meta: etree._Element | None, tag: str) -> str | None:
    return words_in(next(meta.iter(f"{{*}}{tag}"), None)) if meta is not None else None


class _Styles:
    """Which styles are bold and which are headings; a style takes after its parent."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[str, etree._Element] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style"):
                self._styles.setdefault(style.get(f"{_STYLE}name") or "", style)
        self._bold: dict[str | None, bool] = {}

    def is_bold(self, name: str | None) -> bool:
        if name not in self._bold:
            self._bold[name] = self._look(name)
        return self._bold[name]

    def _look(self, name: str | None) -> bool:
        for style in self._line(name):
            for properties in style.iterchildren(f"{_STYLE}text-properties"):
                weight = properties.get(f"{_FO}font-weight")
                if weight is not None:
                    return weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)
        return False

    def is_heading(self, name: str | None) -> bool:
        names = (style.get(f"{_STYLE}name") or "" for style in self._line(name))
        return any(each.startswith(_NAMED_HEADINGS) for each in names)

    def _line(self, name: str | None) -> list[etree._Element]:
        """A style and those it takes after."""
        found: list[etree._Element] = []
        while name in self._styles and len(found) < 20:
            found.append(self._styles[name])
            name = found[-1].get(f"{_STYLE}parent-style-name")
        return found


class _Setter:
    def __init__(self, flow: Flow, styles: _Styles) -> None:
        self._flow = flow
        self._styles = styles
        self._bold: list[bool] = []
        self._cells = 0

    def set(self, body: etree._Element) -> None:
        walk = etree.iterwalk(body, events=("start", "end"))
        skipped: etree._Element | None = None
        inside = 0
        for event, element in walk:
            tag = local(element)
            worded = tag in {"p", "h"}
            if event == "start":
                skipped = element if tag in _SKIPPED else None
                if skipped is not None:
                    walk.skip_subtree()
                    continue
                inside += worded
                self._begin(element, tag)
                if element.text and inside:
                    self._flow.words(element.text)
                continue
            if element is not skipped:
                self._end(tag)
                inside -= worded
            skipped = None
            # white space between paragraphs is the file's, not the text's
            if element.tail and inside:
                self._flow.words(element.tail)

    def _begin(self, element: etree._Element, tag: str) -> None:
        if tag in {"p", "h", "span"}:
            style = element.get(f"{_TEXT}style-name")
            if tag != "span":
                if not self._cells:
                    self._flow.paragraph()
                elif local(element.getprevious()) in {"p", "h"}:
                    self._flow.line()
                if tag == "h" or self._styles.is_heading(style):
                    self._flow.open("heading")
            bold = self._styles.is_bold(style)
            self._bold.append(bold)
            if bold:
                self._flow.bold()
        elif tag == "line-break":
            self._flow.line()
        elif tag in {"s", "tab"}:
            self._flow.words(" ")
        elif tag == "table-cell":
            self._cells += 1
            self._flow.cell()
        elif tag == "table-row":
            self._flow.paragraph()

    def _end(self, tag: str) -> None:
        if tag in {"p", "h", "span"}:
            if self._bold.pop():
                self._flow.plain()
            if tag != "span":
                self._flow.close("heading")
                if not self._cells:
                    self._flow.paragraph()
        elif tag == "table-cell":
            self._cells -= 1
            self._flow.cell()
        elif tag == "table-row":
            self._flow.paragraph()
