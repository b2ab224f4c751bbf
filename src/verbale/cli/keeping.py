"""Commands that keep a record: add, info, remove, restore, reindex, retag, reparse."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from verbale import api
from verbale.cli.finding import id_of
from verbale.cli.options import DEFAULT_RECORD, AsJson, ProfileFiles, RecordFolder, day_of, existing
from verbale.cli.terminal import output, print_json, print_line, print_refused, progress, working
from verbale.cli.versions import tell_list, tell_orphans
from verbale.errors import ReadError
from verbale.model.document import Kind
from verbale.model.reports import AddReport
from verbale.telling.answers import speaker_change_words
from verbale.telling.json_forms import info_as_json
from verbale.telling.small_words import count, day, documents

__all__ = ["add", "info", "reindex", "remove", "reparse", "restore", "retag"]

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)?")
MOST_FREQUENT = 8

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, patterns such as 'talks/*.txt', or addresses (https://...) of pages, files and "
        "feeds.",
    ),
]
DocumentIds = Annotated[
    list[str], typer.Argument(metavar="DOCUMENT...", help="Ids or file names of documents.")
]
SomeDocuments = Annotated[
    list[str] | None,
    typer.Argument(metavar="DOCUMENT...", help="Ids of documents; all where none is given."),
]


def add(  # noqa: PLR0913 - an option is an argument
    paths: Paths,
    *,
    record: RecordFolder = DEFAULT_RECORD,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published these texts.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DAY", help="When it was said, as 2025-03-01.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="What sort of texts these are.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Their language: en, fr, ru.")] = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Their main speaker.")] = None,
    translation_of: Annotated[
        str | None, typer.Option(metavar="CODE", help="The language spoken, where these are translations.")
    ] = None,
    profile: ProfileFiles = None,
    limit: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            help="Of a feed that has only summaries: how many entries to fetch by their links.",
        ),
    ] = 100,
    as_json: AsJson = False,
) -> None:
    """Add texts to a record; it is made if there is none.

    What is there already stays as it is. The options overrule what the texts say of themselves.
    """
    said_on = day_of(date)
    for code in (language, translation_of):
        if code is not None and not LANGUAGE.fullmatch(code):
            raise typer.BadParameter(f"{code!r} is no code of a language; write it in ISO 639, as en or ru")
    with api.open(record) as opened, progress("Adding") as step:
        report = opened.add(
            paths,
            outlet=outlet,
            said_on=said_on,
            kind=kind,
            language=language,
            speaker=speaker,
            translation_of=translation_of,
            profile=profile,
            limit=limit,
            progress=step,
        )
    if as_json:
        print_json(report)
    else:
        tell_added(report, str(record))
    if report.refused and not (report.added or report.unchanged or report.revised):
        raise ReadError("Nothing was added: every text was refused.")


def tell_added(report: AddReport, folder: str) -> None:
    """Print what became of the texts."""
    console = output()
    done = {"added": report.added, "revised": report.revised, "unchanged": report.unchanged}
    counts = [f"{len(ids):,} {word}" for word, ids in done.items() if ids or word == "added"]
    if report.refused:
        counts.append(f"{len(report.refused):,} refused")
    console.print(f"{folder}: {', '.join(counts)}.", soft_wrap=True)
    print_refused(console, report.refused)
    if report.unsure:
        console.print(f"{count(report.unsure, 'turn')}: whose words these are is not sure.", soft_wrap=True)
    if report.unreliable:
        which = count(len(report.unreliable), "document")
        console.print(f"{which} whose labels as a whole are not reliable.", soft_wrap=True)
    if report.orphans:
        lost = count(len(report.orphans), "passage")
        console.print(f"{lost} of older versions not found again; see: verbale versions", soft_wrap=True)


def info(*, record: RecordFolder = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Say how much a record holds, and of which days."""
    with existing(record) as opened:
        known = opened.info()
        speakers = sorted(opened.speakers(), key=lambda speaker: (-speaker.documents, speaker.name))
    if as_json:
        print_json(info_as_json(known, speakers))
        return
    period = f", {day(known.first)} to {day(known.last)}" if known.first and known.last else ""
    size = f"{documents(known.documents, known.events)}, {count(known.words, 'word')}"
    output().print(f"{record}: {size}{period}.", style="bold", soft_wrap=True)
    tell_counts("Kinds", {kind.value: number for kind, number in known.kinds.items()})
    tell_counts("Outlets", known.outlets)
    tell_counts("Speakers", {speaker.name: speaker.documents for speaker in speakers})
    if known.older_parser:
        read = count(known.older_parser, "document")
        print_line(output(), f"{read} read by an older parser: verbale reparse", "yellow")


def tell_counts(what: str, counts: Mapping[str, int]) -> None:
    """Print the most frequent of something, each with the number of its documents."""
    if counts:
        told = [f"{name} ({number:,})" for name, number in list(counts.items())[:MOST_FREQUENT]]
        more = len(counts) - len(told)
        print_line(output(), f"{what}: {', '.join(told)}{f' and {more:,} more' if more else ''}.")


def remove(document: DocumentIds, *, record: RecordFolder = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Take documents out of search and checks; nothing is deleted.

    `verbale restore` brings them back.
    """
    with existing(record) as opened:
        ids = [id_of(opened, each) for each in document]
        for each in ids:
            opened.remove(each)
    tell_changed("removed", ids, as_json=as_json)


def restore(document: DocumentIds, *, record: RecordFolder = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Bring removed documents back."""
    with existing(record) as opened:
        ids = [id_of(opened, each, removed=True) for each in document]
        for each in ids:
            opened.restore(each)
    tell_changed("restored", ids, as_json=as_json)


def tell_changed(done: str, documents: Sequence[str], *, as_json: bool) -> None:
    """Print which documents were changed."""
    if as_json:
        print_json({done: documents})
    else:
        output().print(f"{count(len(documents), 'document')} {done}.")


def reindex(*, record: RecordFolder = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Make the index of a record again from its texts."""
    with existing(record) as opened, working("Indexing"):
        opened.reindex()
        known = opened.info()
    if as_json:
        print_json({"indexed": known.documents})
    else:
        output().print(f"{record}: {count(known.documents, 'document')} indexed.", soft_wrap=True)


def retag(
    document: SomeDocuments = None, *, record: RecordFolder = DEFAULT_RECORD, as_json: AsJson = False
) -> None:
    """Find what the texts of a record report without quote marks, in English.

    It can be stopped at any moment; running it again goes on. What people decided stays.
    """
    with existing(record) as opened, progress("Tagging") as step:
        report = opened.retag(document or None, progress=step)
    if as_json:
        print_json(report)
        return
    told = f"{count(len(report.tagged), 'document')} with other quotations than before"
    output().print(f"{record}: {told}, {len(report.unchanged):,} unchanged.", soft_wrap=True)


def reparse(
    document: SomeDocuments = None,
    *,
    record: RecordFolder = DEFAULT_RECORD,
    profile: ProfileFiles = None,
    as_json: AsJson = False,
) -> None:
    """Find again who speaks in the texts of a record that an older Verbale has read.

    It reads the originals that the record keeps, and lists the words that have another speaker now. It can
    be stopped at any moment; running it again goes on. What people decided stays.
    """
    with existing(record) as opened, progress("Reading again") as step:
        report = opened.reparse(document or None, profile=profile, progress=step)
    if as_json:
        print_json(report)
        return
    console = output()
    told = f"{count(len(report.reparsed), 'document')} read again, {len(report.unchanged):,} unchanged"
    refused = f", {len(report.refused):,} refused" if report.refused else ""
    console.print(f"{record}: {told}{refused}.", soft_wrap=True)
    print_refused(console, report.refused)
    if report.changes:
        changed = count(len(report.changes), "passage")
        tell_list(f"{changed} with another speaker.", [speaker_change_words(each) for each in report.changes])
    tell_orphans(report.orphans)
