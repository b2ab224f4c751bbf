"""The command that shows Verbale at work on a fictional press pack."""

from __future__ import annotations

import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from verbale import api
from verbale.cli.options import AsJson
from verbale.cli.terminal import output, print_json, progress, working
from verbale.errors import RecordError
from verbale.telling.json_forms import report_as_json

__all__ = ["demo"]

DRAFT = "draft.md"
NEXT = (
    ("Find what was said of the gates", "{verbale} search 'gates speaker:maravec' --record {folder}"),
    ("See how her words on the level moved", "{verbale} search '\"level of the lake\"' --record {folder}"),
    (
        "Check one quote",
        "{verbale} check --quote 'There will be a treaty by the end of next year' --record {folder}",
    ),
    ("Correct the draft and check it again", "{verbale} check {folder}/draft.md --record {folder}"),
    ("Begin a record of your own", "{verbale} add FOLDER-OF-TRANSCRIPTS"),
)


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to make it; made anew each time.")
    ] = Path("demo-record"),
    *,
    as_json: AsJson = False,
) -> None:
    """Try Verbale on a fictional press pack.

    Makes a record of it, checks a draft with planted errors, and says what to try next.
    """
    clear(folder)
    with as_file(files("verbale") / "demo_pack") as pack, api.open(folder) as opened:
        with progress("Adding") as step:
            opened.add(pack / "documents", progress=step)
        # The draft comes along, so that it can be corrected and checked again.
        shutil.copy(pack / DRAFT, folder / DRAFT)
        with working("Checking"):
            report = opened.check_article(folder / DRAFT)
        base = opened.info()
        if as_json:
            print_json(report_as_json(report, base, opened.document))
            return
        from verbale.cli.report import print_report  # noqa: PLC0415

        console = output()
        console.print(
            "For three years two shores of a lake have argued about its water. Eleven texts\n"
            f"of that quarrel are now in {folder}, and a colleague’s draft has come in.\n"
            "None of it is real.",
            soft_wrap=True,
        )
        console.print()
        print_report(console, report, base, opened.document)
        console.print("\nWhat to try next", style="bold")
        for what, command in NEXT:
            console.print(f"  {what}:")
            console.print(
                f"    {command.format(verbale=program(), folder=folder)}", style="bold", soft_wrap=True
            )


def program() -> str:
    """What to type for this program here: its name, or where it lies if the shell would not find it."""
    started = Path(sys.argv[0])
    if started.stem != "verbale":
        return "verbale" if shutil.which("verbale") else "python -m verbale"
    try:
        near = started.absolute().relative_to(Path.cwd())
    except ValueError:
        near = started
    return "verbale" if shutil.which("verbale") else str(near)


def clear(folder: Path) -> None:
    """Remove an earlier demo; any other folder that holds something is left alone."""
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / DRAFT).is_file() or not (folder / "record.db").is_file():
            raise RecordError(
                f"{folder} holds something else than a demo: name another folder, as in verbale demo DIR.",
                folder,
            )
        shutil.rmtree(folder)
