"""What follows adding: documents that came in are linked to those that they share their words with.

One document stands for all that have its text, on both sides of a link, so that a text that came a
hundred times is held against the others once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from sqlalchemy import bindparam, delete, exists, literal_column, select

from verbale.store.index import QuoteIndex
from verbale.store.kinship import SHINGLE, Sample, kinship, sample, shared_by
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Ask, Database, Question, Row, tell, tell_rows
from verbale.store.sql.events import LINKS, SAME, group
from verbale.store.sql.sqlite import among, insert, listed
from verbale.store.sql.writing import LAST_GENERATION

__all__ = ["link"]

# More documents to a transaction would hold the lock for longer than others want to wait.
BATCH = 64

_D, _V, _C, _G, _Q, _S = (
    schema.documents.c, schema.versions.c, schema.copies.c, schema.changes.c, schema.quotations.c,
    schema.settled.c,
)  # fmt: skip
_NEW = Question(
    select(_D.id, _D.version)
    .join_from(schema.changes, schema.documents, _D.version == _G.version)
    .where(_G.generation > bindparam("settled"), _G.entered, ~_D.removed)
    .distinct()
    .order_by(_D.version)
)
_WITH_TEXT = Question(
    select(_D.id)
    .join_from(schema.versions, schema.documents, _D.version == _V.id)
    .where(_V.text_sha256 == bindparam("text"), ~_D.removed)
    .order_by(_D.version)
)
# The text that a document had when it was linked last.
_HAD = Question(
    select(_V.text_sha256)
    .join_from(schema.changes, schema.versions, _V.id == _G.version)
    .where(_G.document == bindparam("document"), _G.entered, _G.generation <= bindparam("settled"))
    .order_by(_G.generation.desc())
    .limit(1)
)
_TEXTS = Question(
    select(_D.id, _V.text_sha256)
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(among(_D.id, "documents"))
)
_QUOTED = Question(select(_Q.spans).where(_Q.version == bindparam("version"), _Q.kind != "indirect"))
_SETTLED = Question(select(_S.generation).where(_S.work == "copies"))
_SETTLE = Question(
    insert(schema.settled)
    .values(work="copies", generation=bindparam("generation"))
    .on_conflict_do_update(index_elements=["work"], set_={"generation": bindparam("generation")})
)
_OTHER, _ITS = schema.documents.alias("other"), schema.versions.alias("its")
# The documents that have copies, or had when their event was worked out last.
_CONCERNED = Question(
    select(_C.document)
    .where(_C.method != SAME, among(_C.document, "documents"))
    .union(
        select(_C.copy_of).where(_C.method != SAME, among(_C.copy_of, "documents")),
        select(_D.id).where(_D.event.is_not(None), among(_D.id, "documents")),
        select(_D.id)
        .join_from(schema.documents, schema.versions, _V.id == _D.version)
        .where(
            among(_D.id, "documents"),
            exists().where(
                _ITS.c.text_sha256 == _V.text_sha256, _OTHER.c.version == _ITS.c.id,
                _OTHER.c.id != _D.id, ~_OTHER.c.removed,
            ),
        ),
    )
)  # fmt: skip
_FORGET = (
    Question(delete(schema.copies).where(_C.method != SAME, among(_C.document, "documents"))),
    Question(delete(schema.copies).where(_C.method != SAME, among(_C.copy_of, "documents"))),
)
_ROW = insert(schema.copies)
# A link by the same text, of a record made before, is told by the texts, and stands in nothing's way.
_KEEP = Question(
    _ROW.on_conflict_do_update(
        index_elements=["document", "copy_of"],
        set_={"method": _ROW.excluded.method, "score": _ROW.excluded.score},
        where=_C.method == literal_column(f"'{SAME}'"),  # rows are told one after the other, without it
    )
)


def link(database: Database, index: QuoteIndex) -> None:
    """Link the documents that came in since the last time to those they share their words with.

    Args:
        database: the record's database.
        index: its quote index, which is up to date.
    """
    ask = database.ask
    found = ask(_SETTLED)
    settled, generation = found[0][0] if found else 0, ask(LAST_GENERATION)[0][0]
    if settled == generation:
        return
    new = [(row[0], row[1]) for row in ask(_NEW, settled=settled)]
    fresh = {document for document, _ in new}
    seen: set[str] = set()
    concerned: dict[str, None] = {}
    for first in range(0, len(new), BATCH):
        batch = new[first : first + BATCH]
        ids = listed(document for document, _ in batch)
        texts = dict(map(tuple, ask(_TEXTS, documents=ids)))
        links = ask(LINKS, documents=ids)
        linked = {end for part, whole, _, _ in links for end in (part, whole)} & texts.keys()
        standing = [
            (document, version)
            for document, version in batch
            if document in linked or _is_first(ask, texts[document], fresh, seen)
        ]
        kin = _kin(ask, index, standing)
        known = [row[0] for row in ask(_CONCERNED, documents=ids)]
        if not kin and not known:  # most documents are nobody's copy
            continue
        had = {each: ask(_HAD, document=each, settled=settled) for each in linked}
        former = {each: found[0][0] for each, found in had.items() if found}
        kin += _inherited(ask, links, {each: text for each, text in former.items() if text != texts[each]})
        with database.write() as connection:
            for question in _FORGET:
                tell(connection, question, documents=ids)
            tell_rows(connection, _KEEP, kin)
        concerned |= dict.fromkeys([*known, *(end for part, whole, _, _ in kin for end in (part, whole))])
    left = list(concerned)
    while left:
        with database.write() as connection:
            done = group(connection, left[:BATCH])
        left = [each for each in left[BATCH:] if each not in done]
    with database.write() as connection:
        tell(connection, _SETTLE, generation=generation)


Current = tuple[str, int]  # a document's id, and its current version
Link = tuple[str, str, str, float]  # a row of `copies`


def _is_first(ask: Ask, text: str, fresh: set[str], seen: set[str]) -> bool:
    """Whether no document that has a text has been held against the others."""
    if text in seen:
        return False
    seen.add(text)
    return all(row[0] in fresh for row in ask(_WITH_TEXT, text=text))


def _inherited(ask: Ask, links: Sequence[Row], former: Mapping[str, str]) -> Iterator[Link]:
    """The links of documents that were revised, handed on to others that have their former texts.

    Args:
        ask: asks the record.
        links: those of documents that came in.
        former: the text that each of them had, where it has another one now.
    """
    found = {document: ask(_WITH_TEXT, text=text) for document, text in former.items()}
    heirs: dict[str, str] = {document: others[0][0] for document, others in found.items() if others}
    for part, whole, method, score in links:
        ends: set[str] = {part, whole}
        if ends & heirs.keys() and not (ends & former.keys()) - heirs.keys():
            one, other = (str(heirs.get(end, end)) for end in (part, whole))
            # which of two near copies comes first says nothing
            first, second = (max(one, other), min(one, other)) if method == "near" else (one, other)
            yield first, second, method, score


def _kin(ask: Ask, index: QuoteIndex, standing: Sequence[Current]) -> list[Link]:
    """How texts stand to all others, each told by one document of it."""
    taken = [_sample(ask, index, document, version) for document, version in standing]
    counted = shared_by(index, taken)
    found: list[Link] = []
    for (document, _), own, counts in zip(standing, taken, counted, strict=True):
        texts = dict(map(tuple, ask(_TEXTS, documents=listed([document, *counts])))) if counts else {}
        seen = {texts.get(document)}
        # of those of one text, the one in which most was found
        for other, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
            if texts.get(other) not in seen:
                seen.add(texts.get(other))
                kin = kinship(index, document, own, [(other, count)])
                found += [(each.document, each.copy_of, each.kind, each.share) for each in kin]
    return found


def _sample(ask: Ask, index: QuoteIndex, document: str, version: int) -> Sample:
    place = index.whole(document)
    if place is None:
        return Sample(np.zeros((0, SHINGLE), np.uint32))
    quoted = [span for row in ask(_QUOTED, version=version) for span in rows.spans_of(row[0])]
    starts = place.segment.starts[place.low : place.high].astype(np.int64)
    return sample(place.hashes, starts, starts + place.segment.lengths[place.low : place.high], quoted)
