"""The program: its commands, and the boundary that turns every error into one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from verbale.cli import checking, demo, finding, keeping, people, turns, versions
from verbale.errors import MissingPart, VerbaleError

__all__ = ["app", "run"]

WRONG_USE = 2
INTERRUPTED = 130

app = typer.Typer(
    name="verbale",
    help="The record of what was said, word for word.",
    epilog="Exit status: 0 done, 1 a finding (check --strict), 2 wrong use or bad input.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    checking.check,
    keeping.add,
    finding.search,
    finding.show,
    finding.quotations,
    turns.turns,
    keeping.info,
    people.speakers,
    versions.versions,
    versions.copies,
    keeping.remove,
    keeping.restore,
    keeping.reindex,
    keeping.retag,
    keeping.reparse,
    demo.demo,
):
    app.command()(command)


def print_version(wanted: bool) -> None:  # noqa: FBT001
    """Print the version and stop."""
    if wanted:
        from verbale import __version__  # noqa: PLC0415

        typer.echo(f"verbale {__version__}")
        raise typer.Exit


@app.callback()
def verbale(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """The record of what was said, word for word."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; no error leaves it as a traceback.

    Args:
        arguments: the words after the program's name; those of the command line where None.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A name or a text that the terminal cannot show must not stop the rest.
            stream.reconfigure(errors="backslashreplace")
    words = with_strict_value(sys.argv[1:] if arguments is None else arguments)
    try:
        status = typer.main.get_command(app).main(args=words, prog_name="verbale", standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # Whoever read our output has gone (rich tells so with SystemExit); nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("VERBALE_DEBUG"):
            raise
        return complain(sentence_of(error), WRONG_USE)
    if status == INTERRUPTED:
        return complain("Stopped. What was reported as done is kept.", INTERRUPTED)
    return status if isinstance(status, int) else 0


def with_strict_value(arguments: Sequence[str]) -> list[str]:
    """The same arguments with a bare `--strict` spelled out, as options cannot have half a value."""
    words = list(arguments)
    stop = words.index("--") if "--" in words else len(words)
    return ["--strict=bad" if word == "--strict" and at < stop else word for at, word in enumerate(words)]


def sentence_of(error: Exception) -> str:
    """What an error says to a person, in one sentence."""
    if isinstance(error, ImportError):
        error = MissingPart.of(error)
    if isinstance(error, VerbaleError):
        return str(error)
    if isinstance(error, typer.exceptions.TyperException):
        context = getattr(error, "ctx", None)
        help_of = f"{context.command_path} --help" if context else "verbale --help"
        return f"{error.format_message().rstrip('.')}. See: {help_of}"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    return (
        f"Verbale itself failed ({type(error).__name__}: {error}). Nothing recorded was lost. "
        "Set VERBALE_DEBUG=1 to see where."
    )


def complain(sentence: str, status: int) -> int:
    """Tell what went wrong, on standard error, and give the exit status back."""
    print(f"verbale: {sentence}", file=sys.stderr)  # noqa: T201
    return status
