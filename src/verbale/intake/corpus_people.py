"""Sittings of a TEI corpus on their way into a record: with the names that its root and its lists give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from verbale.errors import ReadError
from verbale.intake.sources import Source
from verbale.model.document import Reading
from verbale.readers.file_names import printable, suffix
from verbale.readers.formats import XML, Format
from verbale.readers.origin import Origin, Original
from verbale.readers.tagged.corpora import HEAD, File, corpora_in

__all__ = ["with_people"]


@dataclass(frozen=True, slots=True)
class _Sitting(Origin):
    """What the corpus of an original says of it: who is meant by the ids of its speakers."""

    people: Mapping[str, str] = field(default_factory=dict)

    def read(self, data: bytes, found: Format, reader: Callable[..., Reading]) -> Reading:
        return reader(data, people=self.people) if found is XML else reader(data)


def with_people(sources: list[Source]) -> list[Source]:
    """Texts, those of a corpus with its people; roots and lists that are no documents are left out.

    Args:
        sources: All texts of one adding; only these are looked at.
    """
    files = [
        File(_path(source), _head(source), partial(_bytes, source))
        for source in sources
        if suffix(source.name) == ".xml" and source.unfold is None
    ]
    found = corpora_in(files)
    if not found.apparatus:
        return sources
    result = []
    for source in sources:
        path = _path(source)
        if path in found.people:
            result.append(replace(source, read=partial(_named, source, found.people[path])))
        elif path not in found.apparatus:
            result.append(source)
    return result


def _path(source: Source) -> str:
    return source.place.replace("\\", "/")


def _bytes(source: Source) -> bytes:
    return source.read().data


def _head(source: Source) -> bytes:
    """The first bytes of a text; a file is not read to its end for them."""
    try:
        if source.path is not None and source.name == printable(source.path.name):
            if not source.path.is_file():
                return b""
            with source.path.open("rb") as stream:
                return stream.read(HEAD)
        return _bytes(source)[:HEAD]
    except (OSError, ReadError):
        return b""  # told of when it is added


def _named(source: Source, people: Mapping[str, str]) -> Original:
    return Original(_bytes(source), _Sitting("", ".xml", people=people))
