"""The command line: thin calls on the API, printed for people or as JSON."""

from verbale.cli.program import main

__all__ = ["main"]
