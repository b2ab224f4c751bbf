"""The command that shows what the parser understands of a text: who speaks, and who answers what."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale import api
from verbale.cli.options import AsJson, ProfileFiles
from verbale.cli.terminal import line_width, output, print_json, print_line
from verbale.model.document import Document, Role, Turn
from verbale.telling.documents import as_read, doubts_told, notes_of, read_as, role_of
from verbale.telling.json_forms import turns_as_json
from verbale.telling.small_words import count, shorten

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["turns"]

LONGEST_NAME = 22
# Who speaks where no name is printed; the column beside it says what the turn does.
NOBODY = "–"


def turns(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - reads standard input.")],
    *,
    profile: ProfileFiles = None,
    as_json: AsJson = False,
) -> None:
    """List the turns of a text: who speaks, who asks, who answers which question.

    Nothing is stored, and no record is needed.
    """
    if file == "-":
        document = api.read(sys.stdin.buffer.read(), name="standard input", profile=profile)
    else:
        document = api.read(Path(file), profile=profile)
    if as_json:
        print_json(turns_as_json(document))
    else:
        tell_turns(output(), document)


def tell_turns(console: Console, document: Document) -> None:
    """Print a document's turns, a line for each: its number, who speaks, what it does, its first words."""
    print_line(console, " ".join((document.title or document.name).split()), "bold")
    print_line(console, ", ".join(as_read(document)), "dim")
    if not document.turns:
        print_line(
            console, f"No turns: it is read as {read_as(document)}. A profile can say how labels look."
        )
        return
    console.print()
    rows = [
        (str(number), shorten(turn.speaker or NOBODY, LONGEST_NAME), role_of(turn))
        for number, turn in enumerate(document.turns, 1)
    ]
    wide = tuple(max(map(len, column)) for column in zip(*rows, strict=True))
    for row, turn in zip(rows, document.turns, strict=True):
        tell_turn(console, document, turn, row, wide)
    console.print()
    asked = sum(turn.role is Role.QUESTION for turn in document.turns)
    named = count(len(document.speakers), "named speaker")
    total = count(len(document.turns), "turn")
    print_line(console, f"{total}, {named}, {count(asked, 'question')}.", "dim")
    for doubt in doubts_told(sum(turn.unsure for turn in document.turns), unreliable=document.is_unreliable):
        print_line(console, doubt, "yellow")


def tell_turn(
    console: Console, document: Document, turn: Turn, row: Sequence[str], wide: Sequence[int]
) -> None:
    """Print one turn on one line.

    Args:
        console: where to print.
        document: the text.
        turn: the turn.
        row: its number, who speaks, and what the turn does.
        wide: how wide these three columns are.
    """
    from rich.text import Text  # noqa: PLC0415

    number, name, role = row
    notes = "".join(f"({word}) " for word in notes_of(turn))
    room = max(line_width(console) - sum(wide) - 6, 10)
    words = shorten(notes + turn.span.of(document.text), room)
    console.print(
        Text.assemble(
            (f"{number:>{wide[0]}}  ", "dim"),
            (f"{name:<{wide[1]}}  ", "bold" if turn.speaker else "dim"),
            (f"{role:<{wide[2]}}  ", "dim"),
            (words, "dim italic" if turn.role is Role.INCIDENT else ""),
        ),
        soft_wrap=True,
    )
