"""Texts read without a record: the document of a source, the quotations of any text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verbale.errors import parts_needed
from verbale.model.document import Document
from verbale.model.quotation import Quotation

if TYPE_CHECKING:
    from pathlib import Path

    from verbale.parse import Overrides
    from verbale.parse.profiles.profile import Profile

__all__ = ["quotations", "read"]


@parts_needed()
def read(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    profile: Profile | str | Path | Iterable[Profile | str | Path] | None = None,
) -> Document:
    r"""Read one text: its kind, dates, speakers, turns and sections. Nothing is stored.

    Args:
        source: a file's path, an http or https address, which is then fetched, or the bytes of a file.
        name: with bytes, the file's name; its ending tells the format where the bytes do not.
        profile: what is known of transcripts of this family: a profile, its file, a folder of them, or
            several of these, of which the first that recognises the text is used.

    Raises:
        ProfileError: a profile could not be read or understood.
        ReadError: the source could not be had, or not turned into a document.
        MissingPart: a package that this takes is missing.

    >>> talk = b"Question: Will you stay?\n\nAna Ruiz: We will.\n\nQuestion: Why?\n\nAna Ruiz: It is home."
    >>> document = read(talk, name="talk.txt")
    >>> [(turn.speaker, turn.role.value) for turn in document.turns]
    [(None, 'question'), ('Ana Ruiz', 'answer'), (None, 'question'), ('Ana Ruiz', 'answer')]
    """
    from verbale.parse import Overrides  # noqa: PLC0415
    from verbale.parse import read as read_source  # noqa: PLC0415
    from verbale.parse.profiles.profile import load_profiles  # noqa: PLC0415
    from verbale.readers.urls import is_url  # noqa: PLC0415

    known = Overrides(profiles=load_profiles(profile or ()))
    if is_url(source):
        return _fetched(source, name, known)
    return read_source(source, name=name, overrides=known)


def _fetched(url: str, name: str | None, overrides: Overrides) -> Document:
    from verbale.parse import parse  # noqa: PLC0415
    from verbale.readers import read_bytes  # noqa: PLC0415
    from verbale.readers.web.fetching import Fetcher  # noqa: PLC0415  nothing else needs the network

    fetched = Fetcher().fetch(url)
    return parse(read_bytes(fetched.data, name or fetched.origin.url, fetched.origin), overrides=overrides)


@parts_needed()
def quotations(text: Document | str, *, min_score: float = 0.0, tagger: bool = True) -> tuple[Quotation, ...]:
    """Find the quotations of a document or of any text, in the order of the text.

    Args:
        text: a document, or a string; spans count code points of exactly this string.
        min_score: leave out what was found with a lower score, 0 to 1.
        tagger: whether to read English texts for words without quote marks too; `method` says what
            found a quotation. Without it only quote marks count, in any language and much faster.

    Raises:
        MissingPart: a package that this takes is missing.

    >>> text = "“We will stay,” Ana Ruiz said."
    >>> [(found.speaker, found.spans[0].of(text)) for found in quotations(text)]
    [('Ana Ruiz', 'We will stay,')]
    """
    from verbale.quote import quotations as find_quotations  # noqa: PLC0415

    return find_quotations(text, min_score=min_score, tagger=tagger)
