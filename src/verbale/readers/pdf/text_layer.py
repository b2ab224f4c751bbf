"""PDF files with a text layer: pages in order, line ends kept, what is no text of the page marked.

Pages are joined by a form feed at the end of the last line, so a sentence that runs over a page
is not cut by a blank line; nor is it by feet and heads, which come after its paragraph. Scans
without a text layer are refused: nothing here reads images.
"""

from __future__ import annotations

import re
import time
from bisect import bisect_left
from dataclasses import astuple
from importlib.metadata import version
from typing import Any

from verbale.errors import NotText, ReadError, TooLarge
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.file_names import printable
from verbale.readers.pdf.apart import Apart, Step
from verbale.readers.pdf.running_heads import marked
from verbale.readers.pdf.typed_pages import Page, PageLine, boilerplate, flowing, joined, without_line_numbers
from verbale.readers.result import finish

__all__ = ["READER", "layer", "read"]

READER = f"pdf/4 pypdfium2/{version('pypdfium2')}"
"""The text depends on PDFium, so its version is part of the reader's."""

_APART = Apart("verbale.readers.pdf.text_layer:layer")
"""PDFium keeps global state, so one thread at a time may enter it; what brings it down costs a process."""

_SLACK = 15.0
"""Seconds by the clock that a process has beyond its own limit before it is ended."""

# PDFium's signs for a hyphen at the end of a line
_HYPHEN = re.compile("[\ufffe\x02]")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_LOST = re.compile("[\0\ud800-\udfff]")
# a mark of a footnote stands after a word of some length or a sentence; "km2" and "CO2" have none
_RAISED = re.compile(r"(?:[^\W\d_]{2}([^\W\d_])|([.,;:!?”\"’)\]]))[ \u00a0]?(\d{1,2})(?![\w%])")
# a capital and the small capitals behind it, or those and a stop, between which PDFium sees a gap
_PARTED = re.compile(r"(?<![^\W\d_])[^\W\d_a-z] (?=[^\W\d_a-z])|[^\W\d_a-z] (?=[.:,;])")
_LETTER_GAP = 0.25
_FILE_NAME = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|rtf|odt|indd|pdf|qxp|pmd|txt)$|^untitled|^\(?anonymous", re.IGNORECASE
)


def read(data: bytes, name: str) -> Reading:
    """Reads the text layer of a PDF.

    Raises:
        NotText: It has no text layer.
        TooLarge: It has too many pages, or takes too long.
        ReadError: It is broken or locked with a password.
    """
    made = _APART(data, name, limits.PDF_SECONDS + _SLACK)
    pages: list[Page] = [[_line(*parts) for parts in page] for page in made["pages"]]
    metadata: dict[str, str] = made["metadata"]
    if not any(line.text for page in pages for line in page):
        raise NotText(
            f"{printable(name)} is a PDF without a text layer (a scan); it needs text recognition first.",
            name,
        )
    pages = flowing(marked(without_line_numbers(pages)))
    title, author = metadata.get("Title", ""), metadata.get("Author", "")
    return finish(
        data,
        name,
        READER,
        joined(pages),
        title=None if _FILE_NAME.search(title) else title,
        author=author,
        boilerplate=boilerplate(pages),
    )


def _line(  # noqa: PLR0913 - as they are sent
    text: str, size: float, height: float, left: float, angle: float, marks: list[list[int]]
) -> PageLine:
    return PageLine(text, size, height, left, angle, tuple((start, end) for start, end in marks))


def layer(data: bytes, name: str, step: Step) -> dict[str, Any]:
    """What PDFium finds: the lines of the pages as `PageLine` has them, title and author.

    Args:
        data: The PDF.
        name: Its file name.
        step: Called before each page.

    Raises:
        TooLarge: It has too many pages, or takes too long.
        ReadError: It is broken or locked with a password.
    """
    pages, metadata = _pages(data, name, step)
    return {"pages": [[astuple(line)[:6] for line in page] for page in pages], "metadata": metadata}


def _pages(data: bytes, name: str, step: Step) -> tuple[list[Page], dict[str, str]]:
    import pypdfium2  # noqa: PLC0415  loads a library of 8 MB; most files are not PDF

    shown = printable(name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError(f"{shown} is locked with a password; save a copy without one.", name) from error
        raise ReadError(f"{shown} is a broken PDF and could not be opened.", name) from error
    try:
        count = len(document)
        if count > limits.PDF_PAGES:
            raise TooLarge(f"{shown} has {count:,} pages; the limit is {limits.PDF_PAGES:,}.", name)
        until = time.monotonic() + limits.PDF_SECONDS
        pages: list[Page] = []
        characters = 0
        for index in range(count):
            step()
            pages.append(_page(document, index, pypdfium2.PdfiumError))
            characters += sum(len(line.text) + 1 for line in pages[-1])
            if time.monotonic() > until:
                raise TooLarge(f"{shown} took more than {limits.PDF_SECONDS:.0f} seconds to read.", name)
            if characters > limits.CHARACTERS:
                raise TooLarge(f"{shown} holds more than {limits.CHARACTERS:,} characters of text.", name)
        return pages, _metadata(document)
    finally:
        document.close()


def _metadata(document: Any) -> dict[str, str]:
    """Title and author as the file gives them; one that is no text is left out."""
    found: dict[str, str] = {}
    for field in ("Title", "Author"):
        try:
            found[field] = document.get_metadata_value(field)
        except UnicodeDecodeError:
            continue
    return found


def _page(document: Any, index: int, broken: type[Exception]) -> Page:
    """The lines of one page without white space at their ends; a page that cannot be loaded is empty."""
    try:
        page = document[index]
    except broken:
        return ()
    try:
        layer = page.get_textpage()
        try:
            return _lines(_LOST.sub("\ufffd", _HYPHEN.sub("-", layer.get_text_range())), _Type(layer))
        finally:
            layer.close()
    except broken:
        return ()
    finally:
        page.close()


class _Type:
    """How the characters of a page are set: their size, place and angle, in points and radians."""

    def __init__(self, layer: Any) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415  as above

        self._pdfium = pdfium
        self._layer = layer
        self._box = pdfium.FS_RECTF()

    def of(self, place: int) -> tuple[float, float, float]:
        """The height of a character's box, and its place from the page's foot and left; 0 where not known."""
        index = self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._layer, place)
        if index < 0 or not self._pdfium.FPDFText_GetLooseCharBox(self._layer, index, self._box):
            return 0.0, 0.0, 0.0
        return abs(self._box.top - self._box.bottom), self._box.bottom, self._box.left

    def is_parted(self, place: int) -> bool:
        """Whether a space is only PDFium's, in a narrow gap between characters of two sizes."""
        get = self._pdfium.FPDFText_GetCharIndexFromTextIndex
        before, space, after = (get(self._layer, at) for at in (place - 1, place, place + 1))
        if min(before, space, after) < 0 or self._pdfium.FPDFText_IsGenerated(self._layer, space) != 1:
            return False
        edges = []
        for index in (before, after):
            if not self._pdfium.FPDFText_GetLooseCharBox(self._layer, index, self._box):
                return False
            edges.append((abs(self._box.top - self._box.bottom), self._box.left, self._box.right))
        (left, _, end), (right, begin, _) = edges
        larger = max(left, right)
        return bool(min(left, right) < 0.95 * larger and begin - end < _LETTER_GAP * larger)

    def angle(self, place: int) -> float:
        """What a character is turned by."""
        index = self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._layer, place)
        return max(0.0, float(self._pdfium.FPDFText_GetCharAngle(self._layer, index)))


def _lines(raw: str, type_: _Type) -> Page:
    lines: list[PageLine] = []
    for found in _LINE.finditer(raw):
        text = found[1].rstrip(" \t\u00a0")
        if not text:
            if lines:
                lines.append(PageLine(""))
            continue
        start = found.start()
        first = start + len(text) - len(text.lstrip())
        size, height, left = type_.of(first)
        marks = tuple(
            mark.span(3)
            for mark in _RAISED.finditer(text)
            if _is_raised(
                type_.of(start + max(mark.start(1), mark.start(2))), type_.of(start + mark.start(3))
            )
        )
        gaps = [
            found.end() - 1 for found in _PARTED.finditer(text) if type_.is_parted(start + found.end() - 1)
        ]
        for gap in reversed(gaps):
            text = text[:gap] + text[gap + 1 :]
        marks = tuple(
            (begin - bisect_left(gaps, begin), end - bisect_left(gaps, end)) for begin, end in marks
        )
        lines.append(PageLine(text, size, height, left, type_.angle(first), marks))
    while lines and not lines[-1].text:
        lines.pop()
    return lines


def _is_raised(before: tuple[float, float, float], mark: tuple[float, float, float]) -> bool:
    """Whether a character is smaller than the one before it and stands higher."""
    return 0 < mark[0] < before[0] * 0.8 and mark[1] > before[1] + before[0] * 0.1
