"""The command line: thin calls on the API, printed for people or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; no error leaves it as a traceback.

    Args:
        arguments: the words after the program's name; those of the command line where None.
    """
    try:
        # Loading takes a moment, in which Ctrl-C is no more of an error than later.
        from verbale.cli.program import run  # noqa: PLC0415
    except KeyboardInterrupt:
        return 130
    except ImportError as error:
        from verbale.errors import MissingPart  # noqa: PLC0415  the program has what it needs, elsewhere

        print(f"verbale: {MissingPart.of(error)}", file=sys.stderr)  # noqa: T201
        return 2
    return run(arguments)
