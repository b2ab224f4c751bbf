"""What is printed of many articles: each as soon as it is checked, then the sum."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from verbale.cli.report import counted, held_against, is_paraphrase, print_checks
from verbale.cli.terminal import REFUSALS_SHOWN, Bar, line_width, print_line, print_wrapped
from verbale.model.check import CheckReport, Severity, Verdict
from verbale.model.holdings import RecordInfo
from verbale.model.reports import Refusal
from verbale.telling.json_forms import Lookup, article_as_json, plain, record_as_json
from verbale.telling.small_words import count

__all__ = ["Sum", "print_reports", "write_reports"]


@dataclass(slots=True)
class Sum:
    """The counts over all articles; the reports themselves are let go of."""

    articles: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    paraphrases: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def of(self, outcomes: Iterable[CheckReport | Refusal]) -> Iterator[CheckReport]:
        """The reports among the outcomes, all of them counted on their way."""
        for outcome in outcomes:
            if isinstance(outcome, CheckReport):
                self.articles += 1
                quoted = [check for check in outcome.checks if not is_paraphrase(check)]
                self.paraphrases += len(outcome.checks) - len(quoted)
                self.severities.update(check.severity for check in quoted)
                self.verdicts.update(check.verdict for check in quoted)
                yield outcome
            else:
                self.refused.append(outcome)


def print_reports(  # noqa: PLR0913 - what a report needs, and the bar
    console: Console, reports: Iterable[CheckReport], total: Sum, base: RecordInfo, lookup: Lookup, bar: Bar
) -> None:
    """Print what is to correct or to look at in each article, and the sum of all.

    Args:
        console: where to print.
        reports: one for each article, counted as they come.
        total: what counts them.
        base: how large the record is.
        lookup: gives a document of the record by its id.
        bar: the bar of progress, which makes room for each report.
    """
    width = line_width(console)
    for report in reports:
        with bar.aside():
            numbered = [(n, c) for n, c in enumerate(report.checks, 1) if not is_paraphrase(c)]
            severities = Counter(check.severity for _, check in numbered)
            print_wrapped(console, Text(), counted(report.name, severities), width)
            shown = [(n, c) for n, c in numbered if c.severity is not Severity.OK]
            if shown:
                console.print()
                print_checks(console, shown, base, lookup)
    console.print()
    for refusal in total.refused[:REFUSALS_SHOWN]:
        print_line(console, f"Not checked: {refusal.reason}", "yellow")
    more = len(total.refused) - REFUSALS_SHOWN
    if more > 0:
        print_line(console, f"And {more:,} more not checked; --json lists them all.", "yellow")
    print_wrapped(console, Text(), counted(count(total.articles, "article"), total.severities), width)
    if total.paraphrases:
        told = f"{count(total.paraphrases, 'paraphrase')}: shown where an article is checked by itself."
        print_wrapped(console, Text(), Text(told), width)
    for line in held_against(total.verdicts, base):
        print_wrapped(console, Text(), line, width)


def write_reports(reports: Iterable[CheckReport], total: Sum, base: RecordInfo, lookup: Lookup) -> None:
    """Write one JSON object with a line for each article, each as soon as it is there.

    Args:
        reports: one for each article, counted as they come.
        total: what counts them.
        base: how large the record is.
        lookup: gives a document of the record by its id.
    """

    def line(value: object) -> str:
        return json.dumps(plain(value), ensure_ascii=False)

    sys.stdout.write(f'{{"record": {line(record_as_json(base))},\n"articles": [')
    between = "\n"
    for report in reports:
        sys.stdout.write(between + line(article_as_json(report, lookup)))
        between = ",\n"
    sys.stdout.write(f'\n],\n"refused": {line(total.refused)}}}\n')
