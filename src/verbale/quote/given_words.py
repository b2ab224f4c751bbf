"""What an article quotes word for word, and what it tells in its own words, each with its attribution.

Marks show which words are quoted; whose they are is told by the marks and the tagger together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.model.document import Document
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.quote.attribution.neighbourhoods import Reader
from verbale.quote.attribution.relayed import with_relayed
from verbale.quote.marked import read_marks
from verbale.quote.marks.unseen import seen
from verbale.quote.speakers.attributed import Speakers
from verbale.quote.tagger.tongue import is_english

__all__ = ["Claimed", "claimed"]

# A quotation has the attribution of another one that has so much of its words.
_SHARED = 0.7
# Fewer words in marks, within reported speech, are a name or a word held at arm's length; fewer without any
# tell nothing that could be read beside a speech.
_FEWEST = 4
# What the tagger takes for reported speech, and is more likely none.
_SURE = 0.5
_QUOTED_LINE = re.compile(r"(?<![^\S\n])[^\S\n]*+\n[^\S\n]*+(?:>[^\S\n]*+)+")


@dataclass(frozen=True, slots=True)
class Claimed:
    """What an article gives to people: `quoted` words in marks, `told` without any; in the order of the text.

    The spans of a `mixed` one are the words in marks alone.
    """

    quoted: tuple[Quotation, ...]
    told: tuple[Quotation, ...]


def claimed(source: Document | str) -> Claimed:
    """Finds what an article gives to people, read by its marks and, where it is English, by the tagger.

    Args:
        source: A document, or any text.

    >>> text = "“We stay until dusk” said Bram Holt. He said that nobody would pay for it."
    >>> found = claimed(text)
    >>> [(each.speaker, each.spans[0].of(text)) for each in (*found.quoted, *found.told)]
    [('Bram Holt', 'We stay until dusk'), ('Bram Holt', 'that nobody would pay for it')]
    """
    made = seen(source)
    if made is not None:
        found = claimed(made.source)
        return Claimed(*(tuple(map(made.quotation, each)) for each in (found.quoted, found.told)))
    reader = read_marks(source)
    marked = with_relayed(source, Speakers(reader).quotations(0.0) if reader.found else ())
    read: tuple[Quotation, ...] = ()
    if is_english(source):
        # numpy and the network are for texts that need them
        from verbale.quote.tagger.combined import with_tagger  # noqa: PLC0415
        from verbale.quote.tagger.network import shipped  # noqa: PLC0415

        read = with_relayed(source, with_tagger(reader, shipped(), 0.0))
    quoted = [_attributed(each, read) for each in marked if each.kind is not QuotationKind.INDIRECT]
    quoted += _in_marks(reader, read, quoted)
    told = tuple(
        each
        for each in read
        if each.kind is QuotationKind.INDIRECT
        and each.score >= _SURE
        and sum(len(span.of(reader.text).split()) for span in each.spans) >= _FEWEST
    )
    text = source.text if isinstance(source, Document) else source
    quoted = [replace(each, spans=tuple(_words(text, each.spans))) for each in quoted]
    return Claimed(tuple(sorted(quoted, key=lambda each: each.spans[0].start)), told)


def _words(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The words of some spans without the marks of quoted lines between them."""
    for span in spans:
        start = span.start
        for mark in _QUOTED_LINE.finditer(text, span.start, span.end):
            if start < mark.start():
                yield Span(start, mark.start())
            start = mark.end()
        yield Span(start, span.end)


def _attributed(quotation: Quotation, read: Sequence[Quotation]) -> Quotation:
    """A quotation by its marks, with the attribution that marks and tagger together give to its words."""
    around = [each for each in read if _shared(quotation, each) >= _SHARED]
    if not around:
        return quotation
    found = min(around, key=lambda each: sum(map(len, each.spans)))
    kind = QuotationKind.MIXED if found.kind is QuotationKind.MIXED else quotation.kind
    return replace(
        quotation, kind=kind, cue=found.cue, mention=found.mention, speaker=found.speaker, via=found.via
    )


def _shared(one: Quotation, other: Quotation) -> float:
    """Which share of the one's words the other has."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)
    return both / max(1, sum(map(len, one.spans)))


def _in_marks(reader: Reader, read: Sequence[Quotation], known: Sequence[Quotation]) -> list[Quotation]:
    """What the tagger alone sees to be somebody's words in marks."""
    taken = sorted(span for each in known for span in each.spans)
    found: list[Quotation] = []
    for each in read:
        if each.kind is QuotationKind.INDIRECT or each.speaker is None:
            continue
        spans = tuple(
            span
            for one in reader.found
            for span in one.stretch.spans
            if one.stretch.depth == 0
            and any(part.overlaps(span) for part in each.spans)
            and not any(span.overlaps(other) for other in taken)
            and len(span.of(reader.text).split()) >= _FEWEST
        )
        found += [replace(each, spans=(span,), parent=None) for span in spans]
    return found
