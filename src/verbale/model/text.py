"""Places in a text: spans, and selectors that survive an edit of it."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.errors import SpanError

__all__ = ["Selector", "Span"]

CONTEXT = 32


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in a text (W3C TextPositionSelector).

    >>> Span(0, 4).of("Good evening")
    'Good'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"A span needs 0 <= start <= end, not {self.start}..{self.end}.", self)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers.

        Args:
            text: the text that the span was made for.

        Raises:
            SpanError: the span ends after the text.
        """
        if self.end > len(text):
            raise SpanError(f"The span {self.start}..{self.end} ends after the text ({len(text)}).", self)
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point.

        Args:
            other: a span of the same text.
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one.

        Args:
            other: a span of the same text.
        """
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Selector:
    """Words with what stands before and after them (W3C TextQuoteSelector).

    >>> Selector.at("We said no. They said yes.", Span(3, 7))
    Selector(exact='said', prefix='We ', suffix=' no. They said yes.')
    """

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, span: Span) -> Selector:
        """The selector of a span, with 32 code points of context on both sides.

        Args:
            text: the text.
            span: the words to select.

        Raises:
            SpanError: the span ends after the text.
        """
        return cls(
            span.of(text),
            text[max(0, span.start - CONTEXT) : span.start],
            text[span.end : span.end + CONTEXT],
        )
