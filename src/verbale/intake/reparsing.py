"""The parser's pass over a record: what an older one read is read again, from the bytes that are kept.

Each document is stored before it is told of. A killed pass leaves every document as it was or as it is
to be, and running it again goes on with the rest.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from verbale.errors import NoSuchDocument, RecordError
from verbale.intake.adding import Progress, sentence_of
from verbale.intake.moved_words import speaker_changes
from verbale.intake.preparing import as_kept, as_told, taken_apart
from verbale.model.document import Document, Reading
from verbale.model.holdings import DocumentInfo, ReadBy
from verbale.model.reports import Orphan, Refusal, ReparseReport, SpeakerChange
from verbale.parse import PARSER
from verbale.parse.profiles.profile import Profile
from verbale.quote.tagger.network import tagger_version
from verbale.readers import read_bytes
from verbale.readers.formats import FORMATS
from verbale.readers.origin import Origin
from verbale.readers.urls import is_url
from verbale.store import Store

__all__ = ["reparse"]

# A file of such a corpus may leave it to others, which no record keeps, to say who is meant by an id.
_CORPUS = "tei/"


@dataclass(slots=True)
class _Tally:
    reparsed: set[str] = field(default_factory=set)
    refused: list[Refusal] = field(default_factory=list)
    changes: list[SpeakerChange] = field(default_factory=list)
    orphans: list[Orphan] = field(default_factory=list)


def reparse(
    store: Store,
    *,
    documents: Iterable[str] | None = None,
    profiles: Sequence[Profile] = (),
    progress: Progress | None = None,
) -> ReparseReport:
    """Read again what an older parser has read, and store who speaks there by this one.

    What people decided stays, and so do the links to statements: they lead to where the words are now. A
    document whose original is missing, or cannot be read any more, stays as it was and stops none of the
    others. A pass that was stopped goes on where it was.

    Args:
        store: The record.
        documents: Ids of the documents; None for all.
        profiles: The profiles that texts were added with; the record has only their names.
        progress: Called after each document is safely stored (or refused) with how many are done, how
            many there are to do, and the name of this one.

    Raises:
        NoSuchDocument: the record does not hold one of them.
        RecordError: the record could not be written.
    """
    asked = store.read_by(documents)
    waiting = [document for document, last in asked.items() if last.parser < PARSER]
    tally = _Tally()
    for done, document in enumerate(waiting, 1):
        info = store.info(document)
        if info is None:  # somebody removed it meanwhile
            continue
        _reparsed(store, info, asked[document], profiles, tally)
        if progress is not None:
            progress(done, len(waiting), info.name)
    store.settle()
    return ReparseReport(
        reparsed=tuple(each for each in asked if each in tally.reparsed),
        unchanged=tuple(document for document, last in asked.items() if last.parser >= PARSER),
        refused=tuple(tally.refused),
        changes=tuple(tally.changes),
        orphans=tuple(tally.orphans),
    )


def _reparsed(
    store: Store, info: DocumentInfo, last: ReadBy, profiles: Sequence[Profile], tally: _Tally
) -> None:
    """Read one document again and store it."""
    try:
        data = store.original(info.id)
        former = store.document(info.id)
    except NoSuchDocument:
        return
    except RecordError as error:
        tally.refused.append(Refusal(info.name, f"{info.name}: {error}"))
        return
    try:
        overrides = as_told(last.told, info.name, profiles)
        reading = _as_named(_read(data, info), former)
        made = taken_apart(reading, overrides, tagger=last.tagger is not None)
        tagger = tagger_version() if last.tagger is not None else None
        again = store.put_again(info, made, as_kept(overrides), tagger)
    except RecordError:
        raise
    except Exception as error:  # whatever is wrong with one text must not stop the others
        tally.refused.append(Refusal(info.name, sentence_of(info.name, error)))
        return
    if again is not None:
        tally.reparsed.add(info.id)
        tally.changes += speaker_changes(info, again, made)
        tally.orphans += again.orphans


def _read(data: bytes, info: DocumentInfo) -> Reading:
    """The original, read as it was when it was added."""
    if not is_url(info.name):
        return read_bytes(data, info.name)
    reader, _, charset = info.reader.partition(" charset/")
    origin = Origin(info.name, _ending(reader), charset or None)
    return replace(read_bytes(data, info.name, origin), url=info.url)


def _ending(reader: str) -> str:
    """The suffix of files that a reader reads: an address may have had another one, or none."""
    family = reader.partition("/")[0]
    for row in FORMATS:
        if row.reader and row.suffixes:
            module = importlib.import_module(f"verbale.readers.{row.reader}")
            if getattr(module, "READER", "").partition("/")[0] == family:
                return row.suffixes[0]
    return ".xml"  # formats that are told by their root element have none of their own


def _as_named(reading: Reading, former: Document) -> Reading:
    """The reading of a corpus' file, its speakers named as they were when it came in with the others."""
    if not reading.reader.startswith(_CORPUS) or reading.text != former.text:
        return reading
    named = {turn.span: turn.speaker for turn in former.turns}
    return replace(
        reading,
        tagged=tuple(replace(turn, speaker=named.get(turn.span, turn.speaker)) for turn in reading.tagged),
    )
