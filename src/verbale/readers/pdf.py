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

# PDFium's signs for a hyphen at the end of a line
_HYPHEN = re.compile("[\ufffe\x02]")
_LOST = re.compile("[\0\ud800-\udfff]")
_NUMBER = re.compile(r"\d+")
_ORNAMENT = r"[\s–—\-|/()\[\]]*"
_BARE_NUMBER = re.compile(rf"{_ORNAMENT}(\d{{1,5}}){_ORNAMENT}")
_PAGE_NUMBER = re.compile(
    rf"{_ORNAMENT}(?:(?:page|p\.|pg\.|seite|página|pagina|стр\.|с\.)\s*\d+(?:\s*(?:of|/|von|de|di|из|sur)\s*\d+)?"
    rf"|\d+\s*(?:of|/|von|de|di|из|sur)\s*\d+|(?-i:x{{0,3}}(?:ix|iv|v?i{{1,3}}|v|x))){_ORNAMENT}",
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
    text = _LOST.sub("\ufffd", _HYPHEN.sub("-", raw)).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip(" \t\u00a0") for line in text.split("\n")).strip("\n")


def running_lines(pages: Sequence[str]) -> Iterator[Span]:
    r"""The running heads, feet and page numbers of pages joined by `PAGE_BREAK`.

    A line near the top or bottom of a page is one if the same line, numbers aside, stands there
    on many pages and nowhere else, or if it is nothing but a page number.

    >>> pages = ["Harbour Board 1\nHello.", "Harbour Board 2\nYes.", "Harbour Board 3\nNo."]
    >>> [span.of("\f\n".join(pages)) for span in running_lines(pages)]
    ['Harbour Board 1', 'Harbour Board 2', 'Harbour Board 3']
    """
    lines = [list(_lines(page)) for page in pages]
    edges = [page[:_EDGE] + page[max(_EDGE, len(page) - _EDGE) :] for page in lines]
    inside = {_shape(line) for page in lines for _, line in page[_EDGE:-_EDGE]}
    counts = Counter(shape for edge in edges for shape in {_shape(line) for _, line in edge} - inside)
    steps: Counter[int | None] = Counter()
    for index, edge in enumerate(edges):
        steps.update({_step(line, index) for _, line in edge})
    written = sum(1 for page in pages if page.strip())
    often = max(3, written * 0.4)
    offset = 0
    for index, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        for start, line in edge:
            step = _step(line, index)
            if step is not None:
                # "2024" may end a sentence; a page number keeps step with the pages
                running = steps[step] >= max(2, written * 0.4)
            elif line.rstrip().endswith(":"):
                running = False  # a speaker's label may stand at the top of many pages
            else:
                running = counts[_shape(line)] >= often or (written > 1 and _is_page_number(line))
            if running:
                yield Span(offset + start, offset + start + len(line))
        offset += len(page) + len(PAGE_BREAK)


def _step(line: str, index: int) -> int | None:
    """How far the number that stands alone on a line is from the page's own, None without one."""
    found = _BARE_NUMBER.fullmatch(line) if len(line) <= 20 else None
    return int(found[1]) - index if found else None


def _is_page_number(line: str) -> bool:
    return len(line) <= 40 and _PAGE_NUMBER.fullmatch(line) is not None


def _lines(page: str) -> Iterator[tuple[int, str]]:
    """The lines of a page that are not blank, with their places."""
    start = 0
    for line in page.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _shape(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split())).casefold()
