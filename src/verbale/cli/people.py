"""The command about who is whom: speakers, your own table of them, and what waits for your word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.api import Record
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordFolder, existing
from verbale.cli.terminal import output, print_json, print_line, print_refused
from verbale.errors import ReadError
from verbale.model.people import SpeakerInfo, Suggestion
from verbale.model.speaker_table import RosterReport
from verbale.telling.answers import decision_words, speaker_words, suggestion_words
from verbale.telling.small_words import count

__all__ = ["speakers"]


def speakers(  # noqa: PLR0913 - an option is an argument
    *,
    record: RecordFolder = DEFAULT_RECORD,
    suggestions: Annotated[
        bool, typer.Option("--suggestions", help="List names that may be one person, or two.")
    ] = False,
    accept: Annotated[str | None, typer.Option(metavar="ID", help="Say yes to a suggestion.")] = None,
    reject: Annotated[str | None, typer.Option(metavar="ID", help="Say no to a suggestion.")] = None,
    undo: Annotated[str | None, typer.Option(metavar="ID", help="Undo a decision.")] = None,
    table: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take in your own table (CSV).")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.")] = None,
    why: Annotated[str | None, typer.Option(metavar="WORDS", help="The reason, kept beside it.")] = None,
    as_json: AsJson = False,
) -> None:
    """List who speaks in a record, and decide who is whom.

    Nobody is merged without your word, and every decision can be undone.
    """
    if sum(given is not None for given in (accept, reject, undo, table)) + suggestions > 1:
        raise typer.BadParameter("give only one of --suggestions, --accept, --reject, --undo and --import")
    with existing(record) as opened:
        if table is not None:
            report = opened.import_speakers(table)
            tell_imported(report, table.name, as_json=as_json)
            if report.refused and not report.speakers:
                raise ReadError("Nothing was taken in: none of the rows could be used.")
        elif accept is not None or reject is not None:
            decide(opened, accept or reject or "", accept=accept is not None, by=by, why=why, as_json=as_json)
        elif undo is not None:
            opened.undo(undo, by=by)
            tell(f"Undone: decision {undo}.", {"undone": undo}, as_json=as_json)
        elif suggestions:
            tell_suggestions(opened.suggestions(), as_json=as_json)
        else:
            tell_speakers(opened.speakers(), len(opened.suggestions()), as_json=as_json)


def decide(  # noqa: PLR0913 - who decided what, and why
    opened: Record, suggestion_id: str, *, accept: bool, by: str | None, why: str | None, as_json: bool
) -> None:
    """Keep a person's word on a suggestion, and tell how to take it back."""
    found = next((each for each in opened.suggestions() if each.id == suggestion_id), None)
    decision = opened.decide(suggestion_id, accept=accept, by=by, why=why)
    if found is None:
        return
    one_person = accept == (found.kind == "merge")
    said = decision_words(found, same=one_person)
    tell(
        f"{said}. Undo with: verbale speakers --undo {decision}",
        {"decision": decision, "same": one_person},
        as_json=as_json,
    )


def tell(sentence: str, value: object, *, as_json: bool) -> None:
    """Print what was done."""
    if as_json:
        print_json(value)
    else:
        output().print(sentence, soft_wrap=True)


def tell_imported(report: RosterReport, name: str, *, as_json: bool) -> None:
    """Print what a table brought."""
    if as_json:
        print_json(report)
        return
    aliases = count(report.aliases, "alias", "aliases")
    told = f"{name}: {count(report.speakers, 'speaker')}, {aliases}, {count(report.offices, 'office')}."
    output().print(told, soft_wrap=True)
    print_refused(output(), report.refused)


def tell_suggestions(open_ones: tuple[Suggestion, ...], *, as_json: bool) -> None:
    """Print what waits for a person's word."""
    if as_json:
        print_json({"suggestions": open_ones})
        return
    console = output()
    if not open_ones:
        console.print("No suggestions.")
    for each in open_ones:
        print_line(console, f"{each.id}  {suggestion_words(each)}")
    if open_ones:
        console.print("Say yes with --accept ID, no with --reject ID.")


def tell_speakers(known: tuple[SpeakerInfo, ...], waiting: int, *, as_json: bool) -> None:
    """Print the speakers, those with the most documents first."""
    if as_json:
        print_json({"speakers": known})
        return
    from verbale.text.names import is_office  # noqa: PLC0415

    console = output()
    for each in sorted(known, key=lambda speaker: (-speaker.documents, speaker.name)):
        print_line(console, speaker_words(each, office=is_office(each.name)))
    console.print(f"{count(len(known), 'speaker')}.", style="bold")
    if waiting:
        waits = f"{count(waiting, 'suggestion')} for you: verbale speakers --suggestions"
        console.print(waits, soft_wrap=True)
