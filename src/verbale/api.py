"""The parts put together: what users of the library call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from verbale.model.check import Check, CheckReport, Coverage
from verbale.model.document import Document, Kind
from verbale.model.quotation import Quotation

# SQLAlchemy, numpy and the readers load only when they are needed, so that `import verbale` and
# `verbale --help` are quick.
if TYPE_CHECKING:
    from verbale.check import Checker
    from verbale.record import (
        AddReport,
        Copy,
        Difference,
        DocumentInfo,
        Orphan,
        Refusal,
        RetagReport,
        RosterReport,
        SearchResult,
        SpeakerInfo,
        Store,
        Suggestion,
        VersionInfo,
    )

__all__ = ["Record", "RecordInfo", "open", "quotations", "read"]

Step = Callable[[int, int, str], None]
Order = Literal["relevance", "date", "-date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInfo:
    """How much a record holds: its base and its period, for every count that is drawn from it.

    `first` and `last` are days on which something was said; `kinds` and `outlets` map each to the
    number of its documents.
    """

    documents: int
    words: int
    first: date | None
    last: date | None
    kinds: Mapping[Kind, int]
    outlets: Mapping[str, int]


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


def open(folder: str | Path, *, create: bool = True) -> Record:  # noqa: A001
    """Open the record of a folder; it is made if there is none.

    Args:
        folder: where the record lies.
        create: whether to make one where there is none.

    Raises:
        RecordError: the folder cannot be used, or holds no record and none is to be made.
        RecordTooNew: the record was written by a newer Verbale.
    """
    from verbale.record import Store  # noqa: PLC0415

    return Record(Store.open(folder, create=create))


class Record:
    """A folder of texts, what was said in them, and the questions one can ask of it.

    Made by `verbale.open`; use it in a `with` block, or call `close`.

    >>> import tempfile, verbale
    >>> with tempfile.TemporaryDirectory() as folder, verbale.open(folder) as record:
    ...     record.check("We shall never leave the lake").verdict.value
    'not found'
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _checker(self) -> Checker:
        from verbale.check import Checker  # noqa: PLC0415

        return Checker(self._store)

    def __repr__(self) -> str:
        return f"Record({str(self.folder)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """Where the record lies."""
        return self._store.path

    def close(self) -> None:
        """Let go of the folder; the record cannot be used after that."""
        self._store.close()

    def add(  # noqa: PLR0913 - what a person knows of the texts
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        outlet: str | None = None,
        said_on: date | None = None,
        kind: Kind | None = None,
        language: str | None = None,
        speaker: str | None = None,
        progress: Step | None = None,
    ) -> AddReport:
        """Add files, folders or patterns; what is there already stays as it is.

        Args:
            paths: one path or several.
            outlet: who published these texts; this and the next four overrule what the texts say.
            said_on: the day they were said.
            kind: what sort of texts they are.
            language: their language, as "en".
            speaker: their main speaker.
            progress: called with how many are done, how many there are, and the name of the one just stored.

        Raises:
            RecordError: the record cannot be written.
        """
        from verbale.record import Overrides  # noqa: PLC0415

        overrides = Overrides(outlet=outlet, said_on=said_on, kind=kind, language=language, speaker=speaker)
        return self._store.add(paths, overrides=overrides, progress=progress)

    def check(self, quoted: str, *, speaker: str | None = None, said_on: date | None = None) -> Check:
        """Hold one quote against the record.

        Args:
            quoted: the words, without their quote marks.
            speaker: who is said to have said them: a name, a surname, or a title with a surname.
            said_on: the day they are said to be of.
        """
        return self._checker.check(quoted, speaker=speaker, said_on=said_on)

    def check_article(self, source: str | Path | bytes | Document, *, name: str | None = None) -> CheckReport:
        """Hold every quotation of an article against the record; the article is no evidence for itself.

        Args:
            source: a file's path, the bytes of one, or a document.
            name: with bytes, the file's name.

        Raises:
            ReadError: the article could not be read.
        """
        from verbale.check import check_document  # noqa: PLC0415

        document = source if isinstance(source, Document) else read(source, name=name)
        return check_document(self._checker, document)

    def check_articles(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        jobs: int | None = None,
        progress: Step | None = None,
    ) -> Iterator[CheckReport | Refusal]:
        """Hold the quotations of many articles against the record, in several processes.

        Reports come in the order of the articles, each as soon as it is there; an article that cannot
        be read is a `Refusal` and stops none of the others. A script that calls this needs the usual
        `if __name__ == "__main__":`, as other processes import it.

        Args:
            paths: files, folders and patterns; folders are walked to the bottom.
            jobs: how many processes; None for as many as there are cores, where the number of articles
                makes that worth while. With 1 everything is done in this process.
            progress: called with how many are done, how many there are, and the name of the last one.

        Raises:
            RecordError: the record cannot be read.
        """
        from verbale.articles import check_articles  # noqa: PLC0415

        return check_articles(self._checker, paths, jobs=jobs, progress=progress)

    def search(
        self, query: str, *, limit: int = 20, offset: int = 0, order: Order = "relevance"
    ) -> SearchResult:
        """Find passages, with what was searched for marked in them.

        Args:
            query: words, "phrases", AND OR NOT, and filters as in `speaker:lee date:2024..`.
            limit: at most so many.
            offset: how many to pass over.
            order: "relevance", "date" (the oldest first) or "-date".

        Raises:
            QueryError: the query could not be understood.
        """
        return self._store.search(query, limit=limit, offset=offset, order=order)

    def document(self, document_id: str) -> Document:
        """One document of the record.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        return self._store.document(document_id)

    def documents(self) -> Iterator[DocumentInfo]:
        """What is known of every document, without its words, in the order of adding."""
        return self._store.documents()

    def speakers(self) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record, or is quoted in it, in the order of names."""
        return self._store.speakers()

    def info(self) -> RecordInfo:
        """How much the record holds."""
        known = list(self._store.documents())
        days = [day for each in known if (day := each.said_on or each.published_on)]
        return RecordInfo(
            documents=len(known),
            words=sum(each.words for each in known),
            first=min(days, default=None),
            last=max(days, default=None),
            kinds=dict(Counter(each.kind for each in known).most_common()),
            outlets=dict(Counter(each.outlet for each in known if each.outlet).most_common()),
        )

    def coverage(self, speaker: str | None = None, said_on: date | None = None) -> Coverage:
        """How much the record could know of what a speaker said on a day.

        Args:
            speaker: a name as an article gives it; None for everybody.
            said_on: the day; None leaves the dates out.
        """
        return self._store.coverage(speaker, said_on)

    def remove(self, document_id: str, *, by: str | None = None, why: str | None = None) -> None:
        """Take a document out of search and checks; nothing is deleted.

        Args:
            document_id: the document.
            by: who decided so.
            why: the reason.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        self._store.remove(document_id, by=by, why=why)

    def restore(self, document_id: str, *, by: str | None = None) -> None:
        """Bring a removed document back.

        Args:
            document_id: the document.
            by: who decided so.

        Raises:
            NoSuchDocument: the record never held it.
        """
        self._store.restore(document_id, by=by)

    def reindex(self) -> None:
        """Make the index of quotes again from the texts."""
        from verbale.record import index  # noqa: PLC0415

        index.rebuild(self._store)

    def retag(self, documents: Iterable[str] | None = None, *, progress: Step | None = None) -> RetagReport:
        """Find what English texts report without quote marks; adding finds only what has marks.

        Documents that the tagger of this Verbale has read before are passed over, so that it can be
        stopped and run again. What people decided stays, and so do the links to statements.

        Args:
            documents: ids of the documents to read; None for all.
            progress: called with how many are done, how many there are to do, and the name of the one
                just stored.

        Raises:
            NoSuchDocument: there is none of one of the ids.
            RecordError: the record cannot be written.
        """
        return self._store.retag(documents=documents, progress=progress)

    def versions(self, document_id: str) -> tuple[VersionInfo, ...]:
        """The versions of a document, the oldest first.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        return self._store.versions(document_id)

    def diff(self, document_id: str, before: int, after: int) -> tuple[Difference, ...]:
        """The words that differ between two versions of a document.

        Args:
            document_id: the document.
            before: the number of one version, as `versions` gives it.
            after: the number of the other.

        Raises:
            NoSuchDocument: there is none of that id.
            RecordError: it has no version of that number.
        """
        return self._store.diff(document_id, before, after)

    def orphans(self) -> tuple[Orphan, ...]:
        """What older versions said, or people decided there, that has no sure place any more."""
        return self._store.orphans()

    def copies(self, document_id: str) -> tuple[Copy, ...]:
        """The documents that have the same words as one: copies, excerpts, or the whole of it.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        return self._store.copies(document_id)

    def separate(
        self, document_id: str, other_id: str, *, by: str | None = None, why: str | None = None
    ) -> str:
        """Say that two documents are no copies of each other; the id that undoes it.

        Args:
            document_id: one document.
            other_id: the other.
            by: who decided so.
            why: the reason.

        Raises:
            NoSuchDocument: there is none of one of the ids.
        """
        return self._store.separate(document_id, other_id, by=by, why=why)

    def import_speakers(self, path: str | Path) -> RosterReport:
        """Take in your own table of speakers: names, aliases, offices from day to day, Wikidata ids.

        Args:
            path: a CSV file in UTF-8 with the columns name, alias, office, from, to, wikidata.

        Raises:
            ReadError: it is no such table.
        """
        return self._store.import_speakers(path)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Names that may be one person, or one name that may be two; they wait for your word."""
        return self._store.suggestions()

    def decide(
        self, suggestion_id: str, *, accept: bool, by: str | None = None, why: str | None = None
    ) -> str:
        """Accept or reject a suggestion; the id that undoes it.

        Args:
            suggestion_id: the suggestion.
            accept: whether it is right.
            by: who decided so.
            why: the reason.

        Raises:
            RecordError: there is no open suggestion of that id.
        """
        return self._store.decide(suggestion_id, accept=accept, by=by, why=why)

    def undo(self, decision_id: str, *, by: str | None = None) -> None:
        """Undo what a person decided.

        Args:
            decision_id: the decision.
            by: who undoes it.

        Raises:
            RecordError: there is no such decision, or it was undone before.
        """
        self._store.undo(decision_id, by=by)
