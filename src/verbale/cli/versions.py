"""Commands about what became of a text: its versions, and its copies elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from verbale.cli.finding import named
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordFolder, existing
from verbale.cli.terminal import output, print_json, print_line
from verbale.model.holdings import Difference, VersionInfo
from verbale.model.reports import Orphan
from verbale.telling.answers import (
    copy_words,
    difference_words,
    event_words,
    orphan_words,
    version_words,
)
from verbale.telling.small_words import count

__all__ = ["copies", "versions"]

SHOWN = 40

DocumentName = Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's id or file name.")]


def versions(
    document: DocumentName,
    *,
    record: RecordFolder = DEFAULT_RECORD,
    between: Annotated[
        tuple[int, int] | None,
        typer.Option(metavar="NUMBER NUMBER", help="The two versions to compare; else the last two."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the versions of a document, and what changed in its words.

    What older versions said, or people decided there, that has no sure place any more is listed too.
    """
    with existing(record) as opened:
        id_ = named(opened, document).id
        known = opened.versions(id_)
        last = (known[-2].number, known[-1].number) if len(known) > 1 else None
        compared = between or last
        changes = opened.diff(id_, *compared) if compared else ()
        lost = tuple(orphan for orphan in opened.orphans() if orphan.document_id == id_)
    if as_json:
        print_json({"versions": known, "compared": compared, "changes": changes, "orphans": lost})
        return
    tell_versions(known)
    if compared:
        tell_changes(changes, *compared)
    tell_orphans(lost)


def tell_versions(known: tuple[VersionInfo, ...]) -> None:
    """Print the versions, the oldest first."""
    for each in known:
        print_line(output(), version_words(each))


def tell_changes(changes: tuple[Difference, ...], before: int, after: int) -> None:
    """Print the words that differ."""
    tell_list(
        f"{count(len(changes), 'change')} from version {before} to {after}.",
        [difference_words(each) for each in changes],
    )


def tell_orphans(lost: Sequence[Orphan]) -> None:
    """Print what has no sure place any more."""
    if lost:
        tell_list(f"{count(len(lost), 'passage')} not found again.", [orphan_words(each) for each in lost])


def tell_list(heading: str, lines: Sequence[str]) -> None:
    """Print a heading and the lines under it; of many only the first."""
    console = output()
    console.print(heading, style="bold")
    for line in lines[:SHOWN]:
        print_line(console, f"  {line}")
    more = len(lines) - SHOWN
    if more > 0:
        console.print(f"  and {more:,} more; --json lists them all.")


def copies(  # noqa: PLR0913 - an option is an argument
    document: DocumentName,
    *,
    record: RecordFolder = DEFAULT_RECORD,
    beside: Annotated[
        str | None,
        typer.Option(metavar="DOCUMENT", help="Show where the words of the two differ."),
    ] = None,
    apart: Annotated[
        str | None, typer.Option(metavar="DOCUMENT", help="Say that this one is no copy of it.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.")] = None,
    why: Annotated[str | None, typer.Option(metavar="WORDS", help="The reason, kept beside it.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the copies and excerpts of a document in a record.

    They count as one event. `--beside` shows where the words of two differ. `--apart` says that two are
    none; `verbale speakers --undo` takes it back.
    """
    with existing(record) as opened:
        id_ = named(opened, document).id
        if apart is not None:
            decision = opened.separate(id_, named(opened, apart).id, by=by, why=why)
            if as_json:
                print_json({"decision": decision})
            else:
                told = f"No copies of each other. Undo with: verbale speakers --undo {decision}"
                output().print(told, soft_wrap=True)
            return
        if beside is not None:
            other = opened.document(named(opened, beside).id)
            changes = opened.compare(id_, other.id)
            if as_json:
                print_json({"document": id_, "beside": other.id, "changes": changes})
            else:
                from verbale.cli.comparing import tell_comparison  # noqa: PLC0415

                tell_comparison(opened.document(id_), other, changes)
            return
        found = opened.copies(id_)
        event = opened.event(id_)
        names = {each.document_id: opened.document(each.document_id).name for each in found}
    if as_json:
        print_json({"document": id_, "copies": found, "event": event})
        return
    if not found:
        output().print("No copies in this record.")
    for each in found:
        print_line(output(), f"{each.document_id}  {names[each.document_id]}: {copy_words(each)}")
    if event is not None and (told := event_words(event)):
        print_line(output(), told)
