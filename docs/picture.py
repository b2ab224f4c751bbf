"""Draws the picture in the README: a real check of the demo's draft, as the terminal shows it.

Run it from the root of the project: `uv run --locked python docs/picture.py`.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import verbale
from verbale.cli import main
from verbale.cli.report import print_report

PICTURE = Path(__file__).parent / "check.svg"
# One of each kind is enough for a picture.
SHOWN = (
    "A year ago I said",
    "We have asked",
    "I would rather",
    "No one can",
    "We will keep",
    "We shall never",
)
PAPER = TerminalTheme(
    (251, 250, 246),
    (27, 27, 24),
    [
        (27, 27, 24),
        (161, 36, 31),
        (47, 107, 60),
        (154, 91, 0),
        (31, 78, 121),
        (92, 90, 82),
        (31, 78, 121),
        (92, 90, 82),
    ],
)


def draw() -> str:
    """The picture as SVG."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "demo-record"
        main(["demo", str(folder), "--json"])
        with verbale.open(folder) as record:
            report = record.check_article(folder / "draft.md")
            chosen = tuple(check for check in report.checks if check.quoted.startswith(SHOWN))
            console = Console(
                record=True, width=80, file=StringIO(), force_terminal=True, color_system="standard"
            )
            console.print(Text("$ verbale check draft.md\n", style="dim"))
            print_report(console, replace(report, checks=chosen), record.info(), record.document)
    # Fonts of other people's servers have no place in a picture that is looked at offline.
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.S)
    form = form.replace("Fira Code", "DejaVu Sans Mono")
    return console.export_svg(title="verbale", theme=PAPER, code_format=form, unique_id="verbale-check")


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
