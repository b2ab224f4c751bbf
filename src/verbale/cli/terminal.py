"""Where the program prints: text or JSON on standard output, progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from verbale.model.reports import Refusal
from verbale.telling.json_forms import dumps

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.text import Text

__all__ = [
    "REFUSALS_SHOWN",
    "Bar",
    "Step",
    "line_width",
    "output",
    "print_json",
    "print_line",
    "print_refused",
    "print_wrapped",
    "progress",
    "without_colour",
    "working",
]

WIDEST = 92
REFUSALS_SHOWN = 20

# Called with how many are done, how many there are, and the name of the one just done.
Step = Callable[[int, int, str], None]


def output() -> Console:
    """Standard output; coloured on a terminal unless NO_COLOR is set, 80 columns elsewhere."""
    from rich.console import Console  # noqa: PLC0415

    return Console(
        highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else 80, soft_wrap=False
    )


def print_json(value: object) -> None:
    """Print one JSON object."""
    sys.stdout.write(dumps(value) + "\n")


class Bar:
    """A bar of progress: call it with how many are done, how many there are, and the last one's name.

    Args:
        progress: the bar that is drawn; None where there is no terminal to draw it on.
        doing: what is being done.
    """

    def __init__(self, progress: Progress | None, doing: str) -> None:
        self._progress = progress
        self._task = None if progress is None else progress.add_task(doing, total=None, name="")

    def __call__(self, done: int, total: int, name: str) -> None:
        """Move on."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=done, total=total, name=name[-30:])

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Room on the terminal for something to be printed while the work goes on."""
        if self._progress is None or not sys.stdout.isatty():
            yield
            return
        self._progress.stop()
        yield
        sys.stdout.flush()
        self._progress.start()


@contextmanager
def progress(doing: str) -> Iterator[Bar]:
    """A bar on standard error for work that may take more than a second; only on a terminal.

    Args:
        doing: what is being done, as a participle: "Adding".
    """
    if not sys.stderr.isatty():
        yield Bar(None, doing)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", style="dim", markup=False),
    )
    # rich would send what is printed meanwhile to standard error
    drawn = Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
    with drawn:
        yield Bar(drawn, doing)


@contextmanager
def working(doing: str) -> Iterator[None]:
    """A sign of life on standard error for work whose length is not known; only on a terminal.

    Args:
        doing: what is being done, as a participle: "Checking".
    """
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(f"{doing} …"):
        yield


def line_width(console: Console) -> int:
    """How wide lines are to be, in columns: never wider than is pleasant to read."""
    return min(console.width, WIDEST)


def without_colour(console: Console) -> bool:
    """Whether marked words need brackets, because nobody would see a colour."""
    return console.no_color or console.color_system is None


def print_line(console: Console, words: str, style: str = "") -> None:
    """Print somebody's words or our own, wrapped, without trailing spaces."""
    from rich.text import Text  # noqa: PLC0415

    print_wrapped(console, Text(), Text(words, style=style), line_width(console))


def print_refused(console: Console, refused: Sequence[Refusal]) -> None:
    """Print why texts or rows were refused; of many only the first."""
    for refusal in refused[:REFUSALS_SHOWN]:
        console.print(f"  refused: {refusal.reason}", style="yellow", soft_wrap=True)
    more = len(refused) - REFUSALS_SHOWN
    if more > 0:
        console.print(f"  and {more:,} more; --json lists them all.", style="yellow")


def print_wrapped(console: Console, lead: Text, line: Text, width: int) -> None:
    """Print a line behind its lead, and what does not fit beneath itself, without trailing spaces.

    Args:
        console: where to print.
        lead: what stands at the left of the first line.
        line: the words.
        width: of lead and words together, in columns.
    """
    from rich.text import Text  # noqa: PLC0415

    for part in line.wrap(console, width - len(lead)):
        part.rstrip()
        console.print(Text.assemble(lead, part), soft_wrap=True)
        lead = Text(" " * len(lead))
