"""Which documents of a record are the checked text itself, a copy or an excerpt of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.model import Document, Quotation
from verbale.store import Store
from verbale.store.index import QuoteIndex
from verbale.store.kinship import FEWEST, SHARE, SHINGLE, sample, shared_by
from verbale.text.words import words

__all__ = ["copies_of"]


def copies_of(
    store: Store, index: QuoteIndex, document: Document, quotations: Sequence[Quotation]
) -> frozenset[str]:
    """The ids of documents that cannot be evidence for a text, since they are that text.

    Same bytes and same text count, and so does a document that shares most of its words outside
    quotation marks: an agency's copy, an excerpt, or the text that this one is an excerpt of.

    Args:
        store: the record.
        index: its quote index.
        document: the text that is checked.
        quotations: its quotations, whose words it may share with an honest source.
    """
    found = set(store.same_text(document.sha256, document.text))
    own = words(document.text)
    quoted = [span for quotation in quotations for span in quotation.spans]
    samples = sample(own.hashes, own.starts, own.ends, quoted)
    if len(samples) < FEWEST:
        return frozenset(found)
    (shared,) = shared_by(index, [samples])
    mine = set(pairwise(own.hashes.tolist()))
    for other, count in shared.items():
        if count >= SHARE * len(samples) or (count >= FEWEST and _is_excerpt(index, other, mine)):
            found.add(other)
    return frozenset(found)


def _is_excerpt(index: QuoteIndex, other: str, mine: set[tuple[int, int]]) -> bool:
    """Whether nearly all pairs of words of a document stand in the checked text."""
    place = index.whole(other)
    if place is None or place.high - place.low < SHINGLE:
        return False
    hashes = place.hashes.tolist()
    pairs = list(pairwise(hashes))
    return sum(pair in mine for pair in pairs) >= 0.9 * len(pairs)
