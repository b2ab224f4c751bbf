"""The record as users open it: adding, checking, searching."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self

from verbale.api.curation import Curation
from verbale.api.reading import read
from verbale.model.check import Check, CheckReport, Coverage
from verbale.model.document import Document, Kind

# SQLAlchemy, numpy and the readers load only when they are needed, so that `import verbale` and
# `verbale --help` are quick.
if TYPE_CHECKING:
    from pathlib import Path

    from verbale.check import Checker
    from verbale.model.answers import (
        AddReport,
        DocumentInfo,
        RecordInfo,
        Refusal,
        ReparseReport,
        RetagReport,
        SearchResult,
        SpeakerInfo,
    )
    from verbale.model.search import Order
    from verbale.parse.profiles.profile import Profile

__all__ = ["Record", "open"]

Step = Callable[[int, int, str], None]


def open(folder: str | Path, *, create: bool = True) -> Record:  # noqa: A001
    """Open the record of a folder; it is made if there is none.

    Args:
        folder: where the record lies; a folder of its own.
        create: whether to make one where there is none.

    Raises:
        RecordError: the folder cannot be used, or holds no record and none is to be made.
        RecordTooNew: the record was written by a newer Verbale.
    """
    from verbale.store import open_store  # noqa: PLC0415

    return Record(open_store(folder, create=create))


class Record(Curation):
    r"""A folder of texts, what was said in them, and the questions one can ask of it.

    Made by `verbale.open`; use it in a `with` block, or call `close`.

    >>> import tempfile, verbale
    >>> from datetime import date
    >>> from pathlib import Path
    >>> place = tempfile.TemporaryDirectory()
    >>> talk = Path(place.name, "talk.txt")
    >>> _ = talk.write_text(
    ...     "Q: Will you go?\n\nAna Ruiz: We stay in the harbour until the gates are open.\n\n"
    ...     "Q: And then?\n\nAna Ruiz: Then we sail."
    ... )
    >>> with verbale.open(Path(place.name, "record")) as record:
    ...     report = record.add(talk, said_on=date(2025, 3, 1))
    ...     check = record.check("We stay in the harbour", speaker="Ruiz")
    ...     found = record.search("gates speaker:ruiz")
    >>> check.verdict.value, check.said_on, [flag.value for flag in check.flags]
    ('verbatim', datetime.date(2025, 3, 1), ['cut'])
    >>> [hit.snippet for hit in found]
    ['We stay in the harbour until the gates are open.']
    >>> place.cleanup()
    """

    @cached_property
    def _checker(self) -> Checker:
        from verbale.check import Checker  # noqa: PLC0415

        return Checker(self._store)

    def __repr__(self) -> str:
        return f"Record({str(self.folder)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
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
        kind: Kind | str | None = None,
        language: str | None = None,
        speaker: str | None = None,
        translation_of: str | None = None,
        profile: Profile | str | Path | Iterable[Profile | str | Path] | None = None,
        limit: int = 100,
        progress: Step | None = None,
    ) -> AddReport:
        """Add files, folders, patterns or addresses; what is there already stays as it is.

        Args:
            paths: one path or several; an http or https address is fetched, and nothing else ever is.
            outlet: who published these texts; this and the next five overrule what the texts say.
            said_on: the day they were said.
            kind: what sort of texts they are, as `Kind.REMARKS` or "remarks".
            language: their language, in ISO 639, as "en".
            speaker: their main speaker.
            translation_of: the language that was spoken, as "ru", where these texts are translations.
            profile: how their labels look and whom they mean: a profile, its file, a folder of them, or
                several of these; for each text the first that recognises it is used.
            limit: how many entries of a feed to fetch by their links, where the feed has no more of
                them than a summary.
            progress: called with how many are done, how many are known of, and the name of the one just
                stored.

        Returns:
            The ids of the documents that were added, revised or unchanged, and what was refused and why:
            a text that cannot be read stops none of the others. Of how many turns it is not sure whose
            they are.

        Raises:
            RecordError: the record cannot be written.
            ProfileError: a profile could not be read or understood.
            ValueError: there is no such kind.
        """
        from verbale.intake.adding import add  # noqa: PLC0415
        from verbale.intake.preparing import Overrides  # noqa: PLC0415
        from verbale.parse.profiles.profile import load_profiles  # noqa: PLC0415

        overrides = Overrides(
            outlet=outlet,
            said_on=said_on,
            kind=None if kind is None else Kind(kind),
            language=language,
            speaker=speaker,
            translation_of=translation_of,
            profiles=load_profiles(profile or ()),
        )
        return add(self._store, paths, overrides=overrides, limit=limit, progress=progress)

    def check(self, quoted: str, *, speaker: str | None = None, said_on: date | None = None) -> Check:
        """Hold one quote against the record.

        Args:
            quoted: the words, without their quote marks; ellipses and brackets count as the writer's marks.
            speaker: who is said to have said them: a name, a surname, or a title with a surname; None where
                nobody is named.
            said_on: the day they are said to be of; None where none is given.

        Returns:
            The check; a quote that the record does not have is no error, but a verdict.

        Raises:
            RecordError: the index is older than the record, and cannot be written.

        >>> import tempfile, verbale
        >>> with tempfile.TemporaryDirectory() as folder, verbale.open(folder) as record:
        ...     check = record.check("We shall never leave the lake", speaker="Ruiz")
        >>> check.verdict.value, check.coverage.documents
        ('not found', 0)
        """
        return self._checker.check(quoted, speaker=speaker, said_on=said_on)

    def check_article(self, source: str | Path | bytes | Document, *, name: str | None = None) -> CheckReport:
        """Hold every quotation of an article against the record; the article is no evidence for itself.

        Args:
            source: a file's path, an address, the bytes of a file, or a document.
            name: with bytes, the file's name; its ending tells the format where the bytes do not.

        Returns:
            A check for each quotation, in the order of the text, with its place in it.

        Raises:
            ReadError: the article could not be read.
            RecordError: the index is older than the record, and cannot be written.
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
            limit: how many hits to give at most.
            offset: how many to pass over.
            order: "relevance", "date" (the oldest first) or "-date".

        Returns:
            The hits, and how many passages there are in all.

        Raises:
            QueryError: the query could not be understood.
        """
        return self._store.search(query, limit=limit, offset=offset, order=order)

    def document(self, document_id: str) -> Document:
        """One document of the record, whole, as it was read.

        Args:
            document_id: the document, by the id that `documents`, `search` and checks give.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        return self._store.document(document_id)

    def documents(self, *, removed: bool = False) -> Iterator[DocumentInfo]:
        """What is known of every document, without its words, in the order of adding.

        Args:
            removed: those that were removed instead.
        """
        return self._store.documents(removed=removed)

    def speakers(self) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record, or is quoted in it, in the order of names."""
        return self._store.speakers()

    def info(self) -> RecordInfo:
        """How much the record holds."""
        from verbale.parse import PARSER  # noqa: PLC0415

        return self._store.extent(PARSER)

    def coverage(self, speaker: str | None = None, said_on: date | None = None) -> Coverage:
        """How much the record could know of what a speaker said on a day.

        Args:
            speaker: a name as an article gives it; None for everybody.
            said_on: the day; None leaves the dates out.
        """
        return self._store.coverage(speaker, said_on)

    def reindex(self) -> None:
        """Make the index of quotes again from the texts."""
        self._store.reindex()

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
        from verbale.intake.tagging import retag  # noqa: PLC0415

        return retag(self._store, documents=documents, progress=progress)

    def reparse(
        self,
        documents: Iterable[str] | None = None,
        *,
        profile: Profile | str | Path | Iterable[Profile | str | Path] | None = None,
        progress: Step | None = None,
    ) -> ReparseReport:
        """Read again what an older parser has read: who speaks there, who answers which question.

        Until then evidence from these documents is never green. It can be stopped and run again. What
        people decided stays, and so do the links to statements.

        Args:
            documents: ids of the documents to read; None for all.
            profile: the profiles that texts were added with, as for `add`; the record keeps their names.
            progress: called with how many are done, how many there are to do, and the name of the one
                just stored.

        Returns:
            The ids of the documents, the words that have another speaker now, and which documents could not
            be read again and why: these stay as they were and stop none of the others.

        Raises:
            NoSuchDocument: there is none of one of the ids.
            ProfileError: a profile could not be read or understood.
            RecordError: the record cannot be written.
        """
        from verbale.intake.reparsing import reparse  # noqa: PLC0415
        from verbale.parse.profiles.profile import load_profiles  # noqa: PLC0415

        profiles = load_profiles(profile or ())
        return reparse(self._store, documents=documents, profiles=profiles, progress=progress)
