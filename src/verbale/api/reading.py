"""Texts read without a record: the document of a source, the quotations of any text."""

from __future__ import annotations

from pathlib import Path

from verbale.model.document import Document
from verbale.model.quotation import Quotation

__all__ = ["quotations", "read"]


def read(source: str | Path | bytes, *, name: str | None = None) -> Document:
    r"""Read one text: its kind, dates, speakers, turns and sections. Nothing is stored.

    Args:
        source: a file's path, or the bytes of one.
        name: with bytes, the file's name; its ending tells the format where the bytes do not.

    Raises:
        ReadError: the source could not be turned into a document.

    >>> talk = b"Question: Will you stay?\n\nAna Ruiz: We will.\n\nQuestion: Why?\n\nAna Ruiz: It is home."
    >>> document = read(talk, name="talk.txt")
    >>> [(turn.speaker, turn.role.value) for turn in document.turns]
    [(None, 'question'), ('Ana Ruiz', 'answer'), (None, 'question'), ('Ana Ruiz', 'answer')]
    """
    from verbale.parse import read as read_source  # noqa: PLC0415

    return read_source(source, name=name)


def quotations(text: Document | str, *, min_score: float = 0.0, tagger: bool = True) -> tuple[Quotation, ...]:
    """Find the quotations of a document or of any text, in the order of the text.

    Args:
        text: a document, or a string; spans count code points of exactly this string.
        min_score: leave out what was found with a lower score, 0 to 1.
        tagger: whether to read English texts for words without quote marks too; `method` says what
            found a quotation. Without it only quote marks count, in any language and much faster.

    >>> text = "“We will stay,” Ana Ruiz said."
    >>> [(found.speaker, found.spans[0].of(text)) for found in quotations(text)]
    [('Ana Ruiz', 'We will stay,')]
    """
    from verbale.quote import quotations as find_quotations  # noqa: PLC0415

    return find_quotations(text, min_score=min_score, tagger=tagger)
