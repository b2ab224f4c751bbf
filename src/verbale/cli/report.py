"""The report of a check on a terminal: quote, verdict, place, difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from verbale.cli.marked_words import excerpt, in_quote_marks, left_out, marked_text, segments
from verbale.cli.remarks import (
    Base,
    base_words,
    count,
    coverage_words,
    flag_words,
    shorten,
    verdict_name,
    verdict_words,
)
from verbale.cli.terminal import line_width, print_wrapped, without_colour
from verbale.cli.whereabouts import other_places, place, source
from verbale.model.check import Check, CheckReport, Flag, Operation, Piece, Severity, Verdict, Wording
from verbale.model.document import Document
from verbale.model.text import Span

__all__ = ["counted", "held_against", "print_checks", "print_report"]

Lookup = Callable[[str], Document | None]

STYLES = {Severity.BAD: "red", Severity.LOOK: "yellow", Severity.OK: "green"}
# A mark beside the number, so that the eye finds what matters where there is no colour.
MARKS = {Severity.BAD: "×", Severity.LOOK: "?", Severity.OK: " "}
LONGEST_OTHER = 160  # code points of another text's words
NEEDS = {Severity.BAD: "to correct", Severity.LOOK: "to look at", Severity.OK: "in order"}


def print_report(console: Console, report: CheckReport, base: Base, lookup: Lookup) -> None:
    """Print the checks of an article, or of one quote, with a summary at the end.

    Args:
        console: where to print; its colours decide whether changed words are coloured or bracketed.
        report: the checks, in the order of the article.
        base: how large the record is.
        lookup: gives a document of the record by its id.
    """
    print_checks(console, enumerate(report.checks, start=1), base, lookup)
    for line in summary(report, base):
        print_wrapped(console, Text(), line, line_width(console))


def print_checks(console: Console, numbered: Iterable[tuple[int, Check]], base: Base, lookup: Lookup) -> None:
    """Print checks with their numbers in the article, as `print_report` does."""
    width = line_width(console)
    plain = without_colour(console)
    for number, check in numbered:
        mark = Text(f"{number:>3} {MARKS[check.severity]} ", style=STYLES[check.severity])
        for line in entry(check, base, lookup, width - len(mark), plain=plain):
            print_wrapped(console, mark, line, width)
            mark = Text(" " * len(mark))
        console.print()


def entry(check: Check, base: Base, lookup: Lookup, width: int, *, plain: bool) -> Iterator[Text]:
    """One check: quote, verdict, place, difference."""
    yield quote_line(check, plain=plain)
    yield verdict_line(check, base)
    yield from place_lines(check, lookup, width, plain=plain)


def quote_line(check: Check, *, plain: bool) -> Text:
    """The quote as the article has it, with what was changed or added marked."""
    changed = [edit.quoted_span for edit in check.edits if edit.quoted_span] if is_changed(check) else []
    # The comma before "she said" stands inside the marks, but is not quoted.
    cut = segments(check.quoted, Span(0, len(check.quoted.rstrip().removesuffix(","))), changed)
    line = in_quote_marks(marked_text(cut, f"strike {STYLES[check.severity]}", plain=plain))
    line.stylize_before("bold")
    return line


def is_changed(check: Check) -> bool:
    """Whether the words differ without a mark; what an adapted quote changed stands in its brackets."""
    return check.wording in {Wording.ALTERED, Wording.SPLICED}


def verdict_line(check: Check, base: Base) -> Text:
    """The verdict, what it means here, and what stands beside it."""
    style = STYLES[check.severity]
    line = Text(verdict_name(check), style=f"bold {style}")
    told = " ".join(words for words in (verdict_words(check, base), flag_words(check)) if words)
    # "Not found in the loaded record" is one sentence; the others are two.
    joint = " " if check.verdict is Verdict.NOT_FOUND else ". "
    line.append(f"{joint}{told}" if told else ".", style=f"not bold {style}")
    return line


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
    changed = [
        edit.record_span for edit in check.edits if edit.record_span and belongs(edit.record_span, piece)
    ]
    spans = list(piece.spans)
    if not spans:
        return
    if Flag.CUT in check.flags:
        hull = Span(spans[0].start, spans[-1].end)
        before, after = left_out(document.text, hull, own_words(document, hull))
        gaps = [Span(one.end, two.start) for one, two in pairwise(spans)]
        changed += [before, *gaps, after]
        spans = [Span(before.start, after.end)]
    elif (
        not is_changed(check)
        and not {Flag.NEGATION, Flag.NUMBER} & {*check.flags}
        and all(edit.op is Operation.INSERT for edit in check.edits)
    ):
        return
    line = Text("Record: ")
    for number, span in enumerate(spans):
        line.append(" … " if number else "“")
        cut = excerpt(segments(document.text, span, changed))
        line.append_text(marked_text(cut, f"underline {STYLES[check.severity]}", plain=plain))
    line.append("”")
    yield line


def own_words(document: Document, span: Span) -> Span:
    """How far the turn reaches that a span stands in, or the text where there are no turns."""
    turns = (turn.span for turn in document.turns if turn.span.contains(span))
    return next(turns, Span(0, len(document.text)))


def belongs(span: Span, piece: Piece) -> bool:
    """Whether a span of the piece's document lies between the piece's ends."""
    return piece.spans[0].start <= span.start and span.end <= piece.spans[-1].end if piece.spans else False


def summary(report: CheckReport, base: Base) -> Iterator[Text]:
    """The counts, with what they are counts of."""
    if report.name:
        yield counted(report.name, Counter(check.severity for check in report.checks))
    verdicts = Counter(check.verdict for check in report.checks)
    yield from held_against(verdicts if report.name else Counter(), base)


def counted(name: str, severities: Counter[Severity]) -> Text:
    """How many quotations of an article, or of several, need what."""
    head = Text(f"{count(severities.total(), 'quotation')} in {name}", style="bold")
    if not severities:
        return Text.assemble(head, ".")
    told = [Text(f"{severities[severity]} {NEEDS[severity]}", style=STYLES[severity]) for severity in NEEDS]
    return Text.assemble(head, (": ", "bold"), Text(", ").join(told), ".")


def held_against(verdicts: Counter[Verdict], base: Base) -> Iterator[Text]:
    """How often each verdict was given, and the record that it was given against."""
    if verdicts:
        given = (f"{verdicts[verdict]} {verdict}" for verdict in Verdict if verdicts[verdict])
        yield Text(f"{', '.join(given)}.")
    yield Text(f"Held against {base_words(base)} ({base.words:,} words).", style="dim")
