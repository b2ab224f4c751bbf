"""Setting words in order: white space made single, breaks kept, headings and bold remembered."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from verbale.model.document import BlockQuote
from verbale.model.text import Span

__all__ = ["Flow"]

# what HTML collapses; a no-break space is a character of the text
_BLANK = " \t\r\n\f"
_SPACE = re.compile(f"[{_BLANK}]+")
_SEPARATORS = ("", " ", "\t", "\n", "\n\n")
# a signature stands in its quotation or right behind it
_BETWEEN = 10
# the colon that announces a quote stands right above it
_NEAR = 20
_WORD, _CELL, _LINE, _PARAGRAPH = 1, 2, 3, 4


class Flow:
    r"""Collects the words of a marked-up source into one text with spans.

    >>> flow = Flow()
    >>> flow.bold(); flow.words("Q:"); flow.plain(); flow.words(" Will\n you?")
    >>> flow.paragraph(); flow.words("No."); flow.text, flow.emphasis
    ('Q: Will you?\n\nNo.', [Span(start=0, end=2)])
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.emphasis: list[Span] = []
        self.headings: list[Span] = []
        self.boilerplate: list[Span] = []
        self.quotes: list[Span] = []
        self.signatures: list[Span] = []
        self.notes: list[Span] = []
        self.captions: list[Span] = []
        self._pending = 0
        self._held = False
        self._bold = 0
        self._bold_from: int | None = None
        self._open: dict[str, int] = {}
        self._waiting: set[str] = set()

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    @property
    def last(self) -> str:
        """The last sign so far, "" before the first."""
        return self._parts[-1][-1:] if self._parts else ""

    def is_open(self, what: str) -> bool:
        """Whether a part was opened and has words."""
        return what in self._open

    def words(self, raw: str) -> None:
        """Adds words; white space of any length around and between them counts as one space."""
        text = raw.strip(_BLANK)
        if not text:
            if raw:
                self._pending = max(self._pending, _WORD)
            return
        if raw[0] in _BLANK:
            self._pending = max(self._pending, _WORD)
        # searches for fixed strings are quicker than one for a pattern
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
            text = _SPACE.sub(" ", text)
        self._emit(text)
        if raw[-1] in _BLANK:
            self._pending = _WORD

    def end_mark(self, mark: str) -> None:
        """Adds a mark that closes what stands before it, whatever blanks or breaks come between."""
        pending, self._pending = self._pending, 0
        self._emit(mark)
        self._pending = pending

    def lines(self, raw: str) -> None:
        """Adds words whose line ends count, as in preformatted text."""
        for number, line in enumerate(raw.splitlines()):
            if number:
                self.line()
            self.words(line)
        if raw.endswith(("\n", "\r")):
            self.line()

    def _emit(self, text: str) -> None:
        if self._held:
            self._pending, self._held = _LINE, False
        separator = _SEPARATORS[self._pending] if self.length else ""
        self._pending = 0
        if separator:
            if separator == "\n\n":
                self._close_bold()
            self._parts.append(separator)
            self.length += len(separator)
        if self._bold and self._bold_from is None:
            self._bold_from = self._bold_start(separator)
        if self._waiting:
            self._open.update(dict.fromkeys(self._waiting, self.length))
            self._waiting.clear()
        self._parts.append(text)
        self.length += len(text)

    def _bold_start(self, separator: str) -> int:
        """Here, or where the bold just before began: `<b>MS. </b><b>ADLER:</b>` is one stretch."""
        if separator in {"", " "} and self.emphasis and self.emphasis[-1].end == self.length - len(separator):
            return self.emphasis.pop().start
        return self.length

    def cell(self) -> None:
        """Ends a table cell: the next words stand after a tab."""
        self._pending = max(self._pending, _CELL)

    def line(self) -> None:
        """Ends a line; two in a row end a paragraph."""
        self._pending = _PARAGRAPH if self._pending >= _LINE else _LINE

    def paragraph(self) -> None:
        """Ends a paragraph: the next words stand after a blank line."""
        self._pending = _PARAGRAPH

    def bold(self) -> None:
        """Opens bold type; calls may be nested."""
        self._bold += 1

    def plain(self) -> None:
        """Closes bold type."""
        if self._bold:
            self._bold -= 1
            if not self._bold:
                self._close_bold()

    def _close_bold(self) -> None:
        if self._bold_from is not None:
            self.emphasis.append(Span(self._bold_from, self.length))
            self._bold_from = None

    def open(self, what: str) -> None:
        """Remembers where a "heading", "boilerplate" or another part begins: with the next words."""
        self._waiting.add(what)

    def reopen(self, what: str, start: int) -> None:
        """Takes back a `close`: the part goes on from where it began."""
        self._open[what] = start

    def hold(self) -> None:
        """Keeps the next words on the very next line, whatever breaks come before them."""
        self._held = True

    def close(self, what: str) -> Span | None:
        """Ends what `open` began and gives its span, None where no words came.

        Spans of headings, boilerplate, quotes, signatures, notes and captions are kept here; those of
        other parts are for the caller to keep.
        """
        self._waiting.discard(what)
        start = self._open.pop(what, None)
        if start is None:
            return None
        span = Span(start, self.length)
        kept = {
            "heading": self.headings,
            "boilerplate": self.boilerplate,
            "quote": self.quotes,
            "signature": self.signatures,
            "note": self.notes,
            "caption": self.captions,
        }
        kept.get(what, []).append(span)
        return span

    def block_quotes(self, indented: Collection[int] = ()) -> Iterator[BlockQuote]:
        """The quotes in order, each with the signature in it, or the one right behind it.

        Args:
            indented: Where quotes begin that are only indented: those have to be announced.
        """
        text, signatures = self.text, sorted(self.signatures)
        for quote in sorted(self.quotes):
            above = text[max(0, quote.start - _NEAR) : quote.start].rstrip()
            if quote.start in indented and not above.endswith((":", "：")):
                continue
            place = bisect_left(signatures, quote)
            signed = signatures[place] if place < len(signatures) else None
            if signed is not None and (
                signed.start - quote.end > _BETWEEN or text[quote.end : signed.start].strip()
            ):
                signed = None
            yield BlockQuote(span=quote, signature=signed)

    def only(self, keep: Sequence[bool]) -> Flow:
        r"""Some of the paragraphs, with their spans moved to where they stand now.

        Args:
            keep: For each paragraph whether it is wanted.

        >>> flow = Flow(); flow.words("Home"); flow.paragraph(); flow.bold(); flow.words("No."); flow.plain()
        >>> kept = flow.only([False, True])
        >>> kept.text, kept.emphasis
        ('No.', [Span(start=0, end=3)])
        """
        kept = Flow()
        moved: list[tuple[int, int, int]] = []
        start = 0
        for paragraph, wanted in zip(self.text.split("\n\n"), keep, strict=True):
            if paragraph and wanted:
                kept.paragraph()
                kept._emit(paragraph)
                moved.append((start, start + len(paragraph), kept.length - len(paragraph)))
            start += len(paragraph) + 2
        for name in ("emphasis", "headings", "boilerplate"):
            setattr(kept, name, [each for span in getattr(self, name) for each in _moved(span, moved)])
        for name in ("quotes", "signatures"):
            parts = (_moved(span, moved) for span in getattr(self, name))
            setattr(kept, name, [Span(each[0].start, each[-1].end) for each in parts if each])
        return kept


def _moved(span: Span, moved: list[tuple[int, int, int]]) -> list[Span]:
    """The parts of a span in kept paragraphs, one for each."""
    result: list[Span] = []
    place = max(0, bisect_right(moved, span.start, key=lambda each: each[0]) - 1)
    while place < len(moved) and moved[place][0] < span.end:
        start, end, new = moved[place]
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            result.append(Span(first - start + new, last - start + new))
        place += 1
    return result
