"""PDF files with a text layer: pages in order, line ends kept, running heads and page numbers marked.

Pages are joined by a form feed at the end of the last line, so a sentence that runs over a page
is not cut by a blank line. Scans without a text layer are refused: nothing here reads images.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from verbale.errors import NotText, ReadError, TooLarge
from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.readers import limits
from verbale.readers.names import printable
from verbale.readers.result import finish

__all__ = ["READER", "read"]

READER = f"pdf/1 pypdfium2/{version('pypdfium2')}"
"""The text depends on PDFium, so its version is part of the reader's."""

PAGE_BREAK = "\f\n"

_PDFIUM = threading.Lock()
"""PDFium keeps global state and may be entered by one thread at a time."""

_LINE_END = re.compile(r"[ \t\u00a0]*(?:\r\n?|\n)")
# PDFium's signs for a hyphen at the end of a line
_HYPHEN = re.compile("[\ufffe\x02]")
_LOST = re.compile("[\0\ud800-\udfff]")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s–—\-|/.()\[\]]*(?:(?:page|p\.|pg\.|seite|página|pagina|стр\.|с\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/|von|de|di|из|sur)\s*\d{1,4})?[\s–—\-|/.()\[\]]*",
    re.IGNORECASE,
)
_EDGE = 3
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
    with _PDFIUM:
        pages, metadata = _pages(data, name)
    if not any(page.strip() for page in pages):
        raise NotText(
            f"{printable(name)} is a PDF without a text layer (a scan); it needs text recognition first.",
            name,
        )
    title, author = metadata.get("Title", ""), metadata.get("Author", "")
    return finish(
        data,
        name,
        READER,
        PAGE_BREAK.join(pages),
        title=None if _FILE_NAME.search(title) else title,
        author=author,
        language=metadata.get("Language"),
        furniture=running_lines(pages),
    )


def _pages(data: bytes, name: str) -> tuple[list[str], dict[str, str]]:
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
        pages: list[str] = []
        characters = 0
        for index in range(count):
            pages.append(_page(document, index, pypdfium2.PdfiumError))
            characters += len(pages[-1])
            if time.monotonic() > until:
                raise TooLarge(f"{shown} took more than {limits.PDF_SECONDS:.0f} seconds to read.", name)
            if characters > limits.CHARACTERS:
                raise TooLarge(f"{shown} holds more than {limits.CHARACTERS:,} characters of text.", name)
        return pages, document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()


def _page(document: Any, index: int, broken: type[Exception]) -> str:
    """The text of one page without white space at the end of lines; a page that cannot be loaded is empty."""
    try:
        page = document[index]
    except broken:
        return ""
    try:
        layer = page.get_textpage()
        try:
            raw = layer.get_text_range()
        finally:
            layer.close()
    except broken:
        return ""
    finally:
        page.close()
    return _LOST.sub("\ufffd", _HYPHEN.sub("-", _LINE_END.sub("\n", raw))).strip("\n ")


def running_lines(pages: Sequence[str]) -> Iterator[Span]:
    r"""The running heads, feet and page numbers of pages joined by `PAGE_BREAK`.

    A line near the top or bottom of a page is one if the same line, numbers aside, stands there
    on most pages, or if it is nothing but a page number.

    >>> pages = ["Harbour Board 1\nHello.", "Harbour Board 2\nYes.", "Harbour Board 3\nNo."]
    >>> [span.of("\f\n".join(pages)) for span in running_lines(pages)]
    ['Harbour Board 1', 'Harbour Board 2', 'Harbour Board 3']
    """
    edges = [list(_edges(page)) for page in pages]
    counts = Counter(shape for edge in edges for shape in {_shape(line) for _, line in edge})
    written = sum(1 for page in pages if page.strip())
    often = max(3, written * 0.4)
    offset = 0
    for page, edge in zip(pages, edges, strict=True):
        for start, line in edge:
            repeated = written >= 3 and counts[_shape(line)] >= often
            if repeated or (written >= 2 and _PAGE_NUMBER.fullmatch(line[:60]) and len(line) <= 60):
                yield Span(offset + start, offset + start + len(line))
        offset += len(page) + len(PAGE_BREAK)


def _edges(page: str) -> Iterator[tuple[int, str]]:
    """The first and last lines of a page with their places."""
    lines: list[tuple[int, str]] = []
    start = 0
    for line in page.split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    yield from lines[:_EDGE]
    yield from lines[max(_EDGE, len(lines) - _EDGE) :]


def _shape(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split())).casefold()
