"""The public functions: everything between quote marks, and the quotations among it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verbale.model.document import Document
from verbale.model.quotation import Quotation
from verbale.model.text import Span
from verbale.quote.attribution.neighbourhoods import Reader
from verbale.quote.attribution.nicknames import printed
from verbale.quote.attribution.relayed import with_relayed
from verbale.quote.attribution.sharing import share
from verbale.quote.attribution.uses import Use
from verbale.quote.marks.unseen import seen
from verbale.quote.speakers.attributed import Speakers

__all__ = ["Marked", "marked", "quotations", "read_marks"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A quoted stretch and what the marks are for; `parent` is an index into the same result."""

    spans: tuple[Span, ...]
    use: Use
    depth: int = 0
    parent: int | None = None


def read_marks(source: Document | str) -> Reader:
    """A reader after all its steps.

    Args:
        source: A document, or any text.
    """
    reader = Reader(source)
    reader.attribute()
    share(reader)
    reader.uses()
    return reader


def marked(source: Document | str) -> tuple[Marked, ...]:
    """Finds everything that stands between quote marks, and tells what the marks are for.

    Args:
        source: A document, or any text.

    Returns:
        The stretches in the order of the text, outer ones before inner ones.

    >>> [(m.use.value, m.spans[0].start) for m in marked("The “junta” fell. “We stay,” said Marr.")]
    [('scare', 5), ('speech', 19)]
    """
    made = seen(source)
    reader = read_marks(made.source if made is not None else source)
    return tuple(
        Marked(
            f.stretch.spans if made is None else tuple(map(made.back, f.stretch.spans)),
            f.use,
            f.stretch.depth,
            f.stretch.parent,
        )
        for f in reader.found
    )


def quotations(
    source: Document | str, *, min_score: float = 0.0, tagger: bool = True
) -> tuple[Quotation, ...]:
    """Finds what is quoted in a text, and who is said to have said it.

    Args:
        source: A document, or any text; offsets are code points into the very string.
        min_score: The least score between 0 and 1 that a quotation must have.
        tagger: Whether English texts are read by the tagger too, which finds what stands without
            marks (`method` says who found what). Marks alone are a hundred times faster, and what
            records and checks go by.

    Returns:
        The quotations in the order of the text. A speaker is given only where the text leaves no
        doubt, else None.

    >>> text = 'Minister Elena Marr came. "We stay," Marr said, "and we vote."'
    >>> quotation, = quotations(text)
    >>> [span.of(text) for span in quotation.spans], quotation.speaker
    (['We stay,', 'and we vote.'], 'Elena Marr')
    """
    made = seen(source)
    if made is not None:
        found = quotations(made.source, min_score=min_score, tagger=tagger)
        return tuple(map(made.quotation, found))
    reader = read_marks(source)
    return with_relayed(source, tuple(map(_printed, _read(source, reader, min_score, tagger=tagger))))


def _read(source: Document | str, reader: Reader, min_score: float, *, tagger: bool) -> tuple[Quotation, ...]:
    if tagger:
        # numpy and the network are for those who ask for them
        from verbale.quote.tagger.combined import with_tagger  # noqa: PLC0415
        from verbale.quote.tagger.network import shipped  # noqa: PLC0415
        from verbale.quote.tagger.tongue import is_english  # noqa: PLC0415

        if is_english(source):
            return with_tagger(reader, shipped(), min_score)
    return Speakers(reader).quotations(min_score) if reader.found else ()


def _printed(quotation: Quotation) -> Quotation:
    """A quotation with the names as they are printed."""
    speaker, via = quotation.speaker, quotation.via
    if (speaker or "").isascii() and (via or "").isascii():
        return quotation
    return replace(quotation, speaker=speaker and printed(speaker), via=via and printed(via))
