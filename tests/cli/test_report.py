from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from tests.cli.hand_made import BASE, DOCUMENTS, report
from verbale.cli.report import print_report
from verbale.model import CheckReport, Coverage

GOLDEN = Path(__file__).parent / "golden"


def printed(width: int, *, colours: bool = False, name: str = "draft.txt") -> str:
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colours,
        color_system="standard" if colours else None,
        legacy_windows=False,
    )
    made = report()
    print_report(console, CheckReport(name=name, checks=made.checks, record=made.record), BASE, DOCUMENTS.get)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_report_at_eighty_columns_reads_as_agreed() -> None:
    assert printed(80) == (GOLDEN / "report-80.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 80, 120, 400])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width: int) -> None:
    for line in printed(width).splitlines():
        assert len(line) <= min(width, 92)
        assert line == line.rstrip()


def test_changed_words_stand_in_brackets_only_where_there_is_no_colour() -> None:
    assert "“We will {not} close the bridge" in printed(80)
    coloured = printed(80, colours=True)
    assert "{" not in coloured
    assert "\x1b[4;31mnot\x1b[0m" in coloured


def test_words_of_others_are_never_read_as_markup() -> None:
    assert "[bold]draft[/bold].txt" in printed(80, name="[bold]draft[/bold].txt")


def test_an_article_without_quotations_says_so() -> None:
    console = Console(file=StringIO(), width=80, color_system=None)
    empty = CheckReport(name="draft.txt", checks=(), record=Coverage(documents=2, words=118))
    print_report(console, empty, BASE, DOCUMENTS.get)
    assert isinstance(console.file, StringIO)
    assert (
        console.file.getvalue() == "0 quotations in draft.txt.\nHeld against 2 documents, 2023 (118 words).\n"
    )


def test_one_quote_by_itself_needs_no_counts() -> None:
    lines = printed(80, name="").splitlines()
    assert lines[-1] == "Held against 2 documents, 2023 (118 words)."
    assert not any("quotation" in line for line in lines)
