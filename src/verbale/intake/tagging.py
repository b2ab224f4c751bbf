"""The tagger's pass over a record: what stands without quote marks is found after adding.

Each document is stored before it is told of. A killed pass leaves every document as it was or as it is
to be, and running it again goes on with the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verbale.errors import NoSuchDocument
from verbale.intake.statements import statements_of
from verbale.model.holdings import DocumentInfo
from verbale.model.incoming import Prepared
from verbale.model.reports import RetagReport
from verbale.quote import quotations
from verbale.quote.tagger.network import tagger_version
from verbale.store import Store

__all__ = ["retag"]


def retag(
    store: Store,
    *,
    documents: Iterable[str] | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> RetagReport:
    """Find what people said without quote marks, in the documents that the tagger has not read.

    What was added or overruled since, and everything once a better tagger comes with Verbale, is
    read; a pass that was stopped goes on where it was. What people decided stays.

    Args:
        store: The record.
        documents: Ids of the documents; None for all.
        progress: Called after each document is safely stored with how many are done, how many
            there are to do, and the name of this one.

    Raises:
        NoSuchDocument: the record does not hold one of them.
        RecordError: the record could not be written.
    """
    tagger = tagger_version()
    asked = store.read_by(documents)
    waiting = [document for document, last in asked.items() if last.tagger != tagger]
    tagged: set[str] = set()
    for done, document in enumerate(waiting, 1):
        info = store.info(document)
        try:
            found = _found(store, info) if info is not None else None
        except NoSuchDocument:
            info = None
        if info is None:  # somebody removed it meanwhile
            continue
        if store.put_findings(info, found, tagger):
            tagged.add(document)
        if progress is not None:
            progress(done, len(waiting), info.name)
    return RetagReport(
        tagged=tuple(each for each in asked if each in tagged),
        unchanged=tuple(each for each in asked if each not in tagged),
    )


def _found(store: Store, info: DocumentInfo) -> Prepared | None:
    """What the tagger finds in a document, None where it is what the record has."""
    document = store.document(info.id)
    found = quotations(document)
    if found == store.quotations(info.id):
        return None
    made = statements_of(document, found)
    return Prepared(document=document, quotations=found, statements=made, parser=info.parser)
