"""The report of a check on a terminal: quote, verdict, place, difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from verbale.cli.styled_words import in_quote_marks, marked_text
from verbale.cli.terminal import line_width, print_wrapped, without_colour
from verbale.model.check import Check, CheckReport, Flag, Piece, Severity, Verdict
from verbale.model.document import Document
from verbale.model.holdings import RecordInfo
from verbale.telling.json_forms import Lookup
from verbale.telling.marked_words import quote_segments, record_segments
from verbale.telling.small_words import count, shorten
from verbale.telling.verdicts import (
    NEEDS,
    base_words,
    claim_words,
    coverage_words,
    given_words,
    paraphrase_words,
    verdict_sentence,
)
from verbale.telling.whereabouts import other_places, place

__all__ = ["counted", "held_against", "is_paraphrase", "print_checks", "print_report"]

STYLES = {Severity.BAD: "red", Severity.LOOK: "yellow", Severity.OK: "green"}
# A mark beside the number, so that the eye finds what matters where there is no colour.
MARKS = {Severity.BAD: "×", Severity.LOOK: "?", Severity.OK: " "}
LONGEST_OTHER = 160  # code points of another text's words
LONGEST_PASSAGE = 600  # code points of what a paraphrase is set beside
SHORTEST_TITLE = 28


def print_report(console: Console, report: CheckReport, base: RecordInfo, lookup: Lookup) -> None:
    """Print the checks of an article, or of one quote, with a summary at the end.

    Args:
        console: where to print; its colours decide whether changed words are coloured or bracketed.
        report: the checks, in the order of the article.
        base: how large the record is.
        lookup: gives a document of the record by its id.
    """
    # a paraphrase that nothing is near has nothing to be read beside
    shown = [(n, c) for n, c in enumerate(report.checks, start=1) if c.evidence or not is_paraphrase(c)]
    print_checks(console, shown, base, lookup)
    for line in summary(report, base):
        print_wrapped(console, Text(), line, line_width(console))


def print_checks(
    console: Console, numbered: Iterable[tuple[int, Check]], base: RecordInfo, lookup: Lookup
) -> None:
    """Print checks with their numbers in the article, as `print_report` does."""
    width = line_width(console)
    plain = without_colour(console)
    for number, check in numbered:
        mark = Text(f"{number:>3} {MARKS[check.severity]} ", style=STYLES[check.severity])
        for line in entry(check, base, lookup, width - len(mark), plain=plain):
            print_wrapped(console, mark, line, width)
            mark = Text(" " * len(mark))
        console.print()


def entry(check: Check, base: RecordInfo, lookup: Lookup, width: int, *, plain: bool) -> Iterator[Text]:
    """One check: quote, verdict, what is claimed beside the place in the record, difference."""
    yield quote_line(check, plain=plain)
    yield verdict_line(check, base)
    if claimed := claim_words(check):
        yield Text(f"Claimed: {claimed}")
    yield from place_lines(check, lookup, width, plain=plain)


def quote_line(check: Check, *, plain: bool) -> Text:
    """The quote as the article has it, with what was changed or added marked."""
    if is_paraphrase(check):
        return Text(" ".join(check.quoted.split()), style="bold")
    style = f"strike {STYLES[check.severity]}"
    line = in_quote_marks(marked_text(quote_segments(check), style, plain=plain))
    line.stylize_before("bold")
    return line


def verdict_line(check: Check, base: RecordInfo) -> Text:
    """The verdict, what it means here, and what stands beside it."""
    style = STYLES[check.severity]
    name, told = verdict_sentence(check, base)
    return Text(name, style=f"bold {style}").append(told, style=f"not bold {style}")


def place_lines(check: Check, lookup: Lookup, width: int, *, plain: bool) -> Iterator[Text]:
    """The places in the record, each followed by the record's words where they differ."""
    if check.verdict is Verdict.NOT_FOUND:
        if words := coverage_words(check):
            yield Text(words)
        return
    told: set[str] = set()
    for piece in check.evidence.pieces if check.evidence else ():
        document = lookup(piece.document)
        where = place(piece, document)
        # The pieces of an elided quote mostly stand in one answer, which is named once.
        if where not in told or check.verdict is Verdict.SPLICED:
            if where:
                yield Text(where)
            if document is not None:
                yield from (Text(line, style="dim") for line in source(document, width))
        told.add(where)
        if document is not None:
            yield from record_lines(check, piece, document, plain=plain)
    if Flag.DIFFERS in check.flags and check.others:
        other = lookup(check.others[0].document)
        words = shorten(check.others[0].text, LONGEST_OTHER)
        yield Text(f"{other.name if other else check.others[0].document}: “{words}”")
    elif check.others:
        yield Text(f"Also: {other_places(check.others)}.")


def record_lines(check: Check, piece: Piece, document: Document, *, plain: bool) -> Iterator[Text]:
    """The record's own words where they differ from the quote or go on; none where they agree."""
    if is_paraphrase(check):
        yield Text(f"Record: “{shorten(piece.text, LONGEST_PASSAGE)}”")
        return
    style = f"underline {STYLES[check.severity]}"
    shown = [marked_text(cut, style, plain=plain) for cut in record_segments(check, piece, document)]
    if shown:
        yield Text.assemble("Record: ", in_quote_marks(Text(" … ").join(shown)))


def source(document: Document, width: int) -> list[str]:
    """Which text it is: its title, and the name of its file, on one line where they fit.

    Args:
        document: the text.
        width: of a line, in columns.
    """
    title = " ".join((document.title or "").split())
    room = width - len(document.name) - 3
    if not title or title == document.name:
        return [document.name]
    if len(title) > room < SHORTEST_TITLE:
        return [shorten(title, width), document.name]
    return [f"{shorten(title, room)} ({document.name})"]


def summary(report: CheckReport, base: RecordInfo) -> Iterator[Text]:
    """The counts, with what they are counts of."""
    quoted = [check for check in report.checks if not is_paraphrase(check)]
    if report.name:
        yield counted(report.name, Counter(check.severity for check in quoted))
    if words := paraphrase_words([check for check in report.checks if is_paraphrase(check)]):
        yield Text(words)
    verdicts = Counter(check.verdict for check in quoted)
    yield from held_against(verdicts if report.name else Counter(), base)


def is_paraphrase(check: Check) -> bool:
    """Whether it is what an article reports in its own words: counted apart, and never judged."""
    return check.verdict is Verdict.PARAPHRASE


def counted(name: str, severities: Counter[Severity]) -> Text:
    """How many quotations of an article, or of several, need what."""
    head = Text(f"{count(severities.total(), 'quotation')} in {name}", style="bold")
    if not severities:
        return Text.assemble(head, ".")
    told = [Text(f"{severities[severity]} {NEEDS[severity]}", style=STYLES[severity]) for severity in NEEDS]
    return Text.assemble(head, (": ", "bold"), Text(", ").join(told), ".")


def held_against(verdicts: Counter[Verdict], base: RecordInfo) -> Iterator[Text]:
    """How often each verdict was given, and the record that it was given against."""
    if given := given_words(verdicts):
        yield Text(given)
    yield Text(f"Held against {base_words(base)} ({base.words:,} words).", style="dim")
