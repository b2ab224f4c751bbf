"""The command that holds an article, or one quote, against a record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.as_json import report_as_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordFolder, day_of, existing
from verbale.cli.terminal import output, print_json, working
from verbale.errors import NotText
from verbale.model.check import Check, CheckReport, Flag, Severity, Verdict

if TYPE_CHECKING:
    from verbale.api import Record

__all__ = ["check", "finding"]

STANDARD_INPUT = "-"
FINDING = 1


def check(  # noqa: PLR0913 - an option is an argument
    article: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="An article: text, HTML, DOCX or PDF; - reads standard input."),
    ] = None,
    *,
    quote: Annotated[str | None, typer.Option(metavar="WORDS", help="Check this one quote instead.")] = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="With --quote: who is said to have said it.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="With --quote: the day it is ascribed to, as 2025-03-01."),
    ] = None,
    strict: Annotated[
        str | None,
        typer.Option(
            metavar="[=all]",
            help="End with status 1 if a quote is altered, spliced, misattributed, misdated or leaves out a "
            "condition; --strict=all: or is not found.",
        ),
    ] = None,
    record: RecordFolder = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Hold the quotations of an article, or one quote, to a record.

    Each gets a verdict, its place in the record and the words that differ.
    """
    if (article is None) == (quote is None):
        raise typer.BadParameter("give an article (FILE, or - for standard input) or --quote, one of them")
    if article is not None and (speaker or on):
        raise typer.BadParameter("--speaker and --on go with --quote; an article names its own")
    if strict not in {None, "bad", "all"}:
        raise typer.BadParameter(f"--strict takes nothing or =all, not {strict!r}")
    with existing(record) as opened:
        with working("Checking"):
            report = checked(opened, article, quote, speaker, on)
        base = opened.info()
        if as_json:
            print_json(report_as_json(report, base, opened.document))
        else:
            from verbale.cli.report import print_report  # noqa: PLC0415

            print_report(output(), report, base, opened.document)
    if strict and any(finding(each, strict) for each in report.checks):
        raise typer.Exit(FINDING)


def checked(
    opened: Record, article: str | None, quote: str | None, speaker: str | None, on: str | None
) -> CheckReport:
    """The report on an article, or on one quote as an article of its own."""
    if quote is not None:
        one = opened.check(quote, speaker=speaker, said_on=day_of(on))
        return CheckReport(name="", checks=(one,), record=opened.coverage())
    if article == STANDARD_INPUT:
        data = sys.stdin.buffer.read()
        if not data.strip():
            raise NotText("Standard input is empty.", STANDARD_INPUT)
        return opened.check_article(data, name="standard input")
    return opened.check_article(Path(str(article)))


def finding(one: Check, strict: str) -> bool:
    """Whether a check is something to stop a pipeline for.

    Args:
        one: the check.
        strict: "bad", or "all" where a quote that is not found counts too.
    """
    if one.severity is Severity.BAD or Flag.CUT in one.flags:
        return True
    return strict == "all" and one.verdict is Verdict.NOT_FOUND
