"""Where the bombs are kept, and what must come of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

__all__ = ["BOMBS", "Bomb", "bomb"]

Maker = Callable[[], bytes]
Outcome = Literal["refused", "read", "unpacked", "either"]


@dataclass(frozen=True, slots=True)
class Bomb:
    """A maker of bytes, and whether they must be refused as a whole, read, or unpacked one by one; or either.

    The zipfile of some Pythons refuses parts that overlap, that of others reads one of them. A long one
    takes most of a second and more, and has a shorter one of its kind beside it.
    """

    make: Maker
    outcome: Outcome
    is_long: bool


BOMBS: dict[str, Bomb] = {}
"""Bombs by file name."""


def bomb(name: str, outcome: Outcome = "refused", *, is_long: bool = False) -> Callable[[Maker], Maker]:
    """Keeps a maker under a file name."""

    def keep(make: Maker) -> Maker:
        assert name not in BOMBS
        BOMBS[name] = Bomb(make, outcome, is_long)
        return make

    return keep
