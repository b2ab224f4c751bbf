"""The command that holds an article, or one quote, against a record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path
from typing import Annotated

import typer

from verbale.api import Record
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordFolder, day_of, existing
from verbale.cli.terminal import output, print_json, progress, working
from verbale.errors import NotText, ReadError
from verbale.model.check import Check, CheckReport, Flag, Severity, Verdict
from verbale.model.reports import Refusal
from verbale.telling.json_forms import report_as_json
from verbale.telling.small_words import count

__all__ = ["check", "finding"]

STANDARD_INPUT = "-"
ADDRESS = "://"
FINDING = 1


def check(  # noqa: PLR0913 - an option is an argument
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            help="Articles (text, HTML, DOCX or PDF), folders, patterns, or one address; - reads standard "
            "input.",
        ),
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
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="With many articles: how many processes; default all cores."),
    ] = None,
    record: RecordFolder = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Hold the quotations of articles, or one quote, to a record.

    Each gets a verdict, its place in the record and the words that differ.
    """
    if bool(articles) == (quote is not None):
        raise typer.BadParameter("give an article (FILE, or - for standard input) or --quote, one of them")
    if quote is not None and not quote.strip():
        raise typer.BadParameter("the quote is empty")
    if articles and (speaker or on):
        raise typer.BadParameter("--speaker and --on go with --quote; an article names its own")
    if strict not in {None, "bad", "all"}:
        raise typer.BadParameter(f"--strict takes nothing or =all, not {strict!r}")
    if articles and len(articles) > 1 and STANDARD_INPUT in articles:
        raise typer.BadParameter("- (standard input) goes alone")
    with existing(record) as opened:
        if articles and (len(articles) > 1 or not is_one_file(articles[0])):
            status = check_several(opened, articles, jobs, strict, as_json=as_json)
        else:
            with working("Checking"):
                report = checked(opened, articles[0] if articles else None, quote, speaker, on)
            base = opened.info()
            if as_json:
                print_json(report_as_json(report, base, opened.document))
            else:
                from verbale.cli.report import print_report  # noqa: PLC0415

                print_report(output(), report, base, opened.document)
            status = FINDING if strict and any(finding(each, strict) for each in report.checks) else 0
    if status:
        raise typer.Exit(status)


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
    # an address stays a string: as a path it would lose a slash
    return opened.check_article(str(article) if ADDRESS in str(article) else Path(str(article)))


def is_one_file(given: str) -> bool:
    """Whether an argument names one article: what is not there is one too, and is told of as such."""
    path = Path(given)
    if given == STANDARD_INPUT or ADDRESS in given:
        return True
    return not (path.is_dir() or (has_magic(given) and not path.exists()))


def check_several(
    opened: Record, articles: list[str], jobs: int | None, strict: str | None, *, as_json: bool
) -> int:
    """Check many articles and print each as soon as it is done; the exit status."""
    from verbale.cli.many import Sum, print_reports, write_reports  # noqa: PLC0415

    total, base = Sum(), opened.info()
    found: list[str] = []

    def watched(outcomes: Iterable[CheckReport | Refusal]) -> Iterator[CheckReport]:
        for report in total.of(outcomes):
            if strict and not found and any(finding(each, strict) for each in report.checks):
                found.append(report.name)
            yield report

    with progress("Checking") as bar:
        reports = watched(opened.check_articles(articles, jobs=jobs, progress=bar))
        if as_json:
            write_reports(reports, total, base, opened.document)
        else:
            print_reports(output(), reports, total, base, opened.document, bar)
    if found:
        return FINDING
    if total.refused and (strict or not total.articles):
        raise ReadError(f"{count(len(total.refused), 'article')} could not be read.")
    return 0


def finding(one: Check, strict: str) -> bool:
    """Whether a check is something to stop a pipeline for.

    Args:
        one: the check.
        strict: "bad", or "all" where a quote that is not found counts too.
    """
    if one.severity is Severity.BAD or Flag.CUT in one.flags:
        return True
    return strict == "all" and one.verdict is Verdict.NOT_FOUND
