"""Signs inside words that nobody sees: soft hyphens, joints without width, hyphens where a line was broken.

`Bram Ho­lt` is Bram Holt: what attributes words is read without them, and every place is one of the text as
it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from verbale.model.document import Document, Section, Turn
from verbale.model.quotation import Quotation
from verbale.model.text import Span
from verbale.quote.marks.paragraphs import borders_of
from verbale.text.line_breaks import unbroken

__all__ = ["Seen", "seen"]

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
# A word goes on behind a hyphen in small letters; a name with a hyphen of its own in capitals: `Anne-⏎Marie`.
_PARTED = re.compile(r"(?<=[^\W\d_])[-‐](?P<feed>[^\S\n]*\n[^\S\n]*)(?=(?P<on>[^\W\d_]))")


@dataclass(frozen=True, slots=True)
class Seen:
    """A document, or a text, without what nobody sees in it; `gone` is where that stood."""

    source: Document | str
    gone: tuple[Span, ...]
    # where in the shorter text something is gone, and how much up to there
    places: tuple[int, ...]
    lengths: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """A place of the shorter text in the whole one; signs at its edges stay outside.

        Args:
            span: the place, in code points.
        """
        start = self._whole(span.start)
        return Span(start, max(start, self._whole(span.end - 1) + 1))

    def _whole(self, place: int) -> int:
        number = bisect_right(self.places, place)
        return place + (self.lengths[number - 1] if number else 0)

    def quotation(self, found: Quotation) -> Quotation:
        """A quotation of the shorter text as one of the whole text."""
        cue, mention = (self.back(span) if span is not None else None for span in (found.cue, found.mention))
        return replace(found, spans=tuple(map(self.back, found.spans)), cue=cue, mention=mention)


def seen(source: Document | str) -> Seen | None:
    r"""A document, or a text, without what nobody sees inside its words; None where there is no such thing.

    Args:
        source: a document, or any text.

    >>> made = seen("Bram Ho\u00adlt said so.")
    >>> made.source, made.back(Span(5, 9))
    ('Bram Holt said so.', Span(start=5, end=10))
    """
    text = source.text if isinstance(source, Document) else source
    gone = [Span(*each.span()) for each in _UNSEEN.finditer(text)]
    parted = list(_PARTED.finditer(text))
    joined = unbroken(text, borders_of(source)) if parted else ""
    gone += [
        Span(each.start() if each["on"].islower() else each.start("feed"), each.end())
        for each in parted
        if "\n" not in joined[each.start() : each.end()]
    ]
    if not gone:
        return None
    gone.sort()
    lengths = tuple(accumulate(map(len, gone)))
    places = tuple(span.start - before for span, before in zip(gone, (0, *lengths), strict=False))
    kept = zip((0, *(span.end for span in gone)), (*(span.start for span in gone), len(text)), strict=True)
    made = Seen("".join(text[start:end] for start, end in kept), tuple(gone), places, lengths)
    return made if isinstance(source, str) else replace(made, source=_shortened(source, made))


def _shortened(document: Document, made: Seen) -> Document:
    """The document with the shorter text, and all its places in it."""

    def moved(span: Span) -> Span:
        return Span(_before(made, span.start), _before(made, span.end))

    def turn(each: Turn) -> Turn:
        return replace(each, span=moved(each.span), label=moved(each.label) if each.label else None)

    return replace(
        document,
        text=str(made.source),
        turns=tuple(map(turn, document.turns)),
        sections=tuple(
            Section(heading=moved(each.heading), span=moved(each.span)) for each in document.sections
        ),
        boilerplate=tuple(map(moved, document.boilerplate)),
        block_quotes=tuple(
            replace(each, span=moved(each.span), signature=moved(each.signature) if each.signature else None)
            for each in document.block_quotes
        ),
    )


def _before(made: Seen, place: int) -> int:
    """A place of the whole text in the shorter one."""
    number = bisect_left(made.gone, place, key=lambda span: span.end)
    lost = made.lengths[number - 1] if number else 0
    inside = max(0, place - made.gone[number].start) if number < len(made.gone) else 0
    return place - lost - inside
