"""A record of plain texts to look in, without a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.store.index.made_up import PlainRecord
from verbale.compare.nearest import Finder, Preference
from verbale.compare.quoted import QuotedPiece, take_apart
from verbale.model import Span
from verbale.store.index import QuoteIndex, catch_up

__all__ = ["finder", "piece"]


def finder(
    folder: Path,
    texts: Mapping[str, str],
    holes: Sequence[Span] = (),
    exclude: str = "",
    preference: Preference | None = None,
) -> Finder:
    """Looks in some texts.

    Args:
        folder: an empty folder for the index, or one that is to be made.
        texts: each with its id.
        holes: what is nobody's words in each of them.
        exclude: one that is no evidence.
        preference: which places to look at, where there are too many.
    """
    folder.mkdir(exist_ok=True)
    record = PlainRecord(folder)
    for number, (document, text) in enumerate(texts.items()):
        record.put(document, number, text)
    catch_up(record)
    return Finder(
        QuoteIndex(record.path / "index"),
        texts.__getitem__,
        lambda _: "en",
        lambda _: holes,
        frozenset((exclude,) if exclude else ()),
        preference,
    )


def piece(words: str) -> QuotedPiece:
    """The first piece of a quote."""
    return take_apart(words).pieces[0]
