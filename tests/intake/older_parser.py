"""Records as an older parser left them: it took a label for words of the turn above."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from verbale.intake import preparing
from verbale.model.document import Document, Reading, Turn
from verbale.model.text import Span
from verbale.parse import PARSER, Overrides, parse

SWALLOWED = "Tomas Belik"


@contextmanager
def older_parser(swallowed: str = SWALLOWED, **changes: object) -> Iterator[None]:
    """While it lasts, what is added is parsed by a parser that never understands one name as a label.

    Args:
        swallowed: the name; its words are those of the turn above.
        changes: what else it finds, by the names of a document's fields.
    """

    def mistaken(reading: Reading, *, overrides: Overrides) -> Document:
        document = parse(reading, overrides=overrides)
        turns: list[Turn] = []
        for turn in document.turns:
            if turns and turn.speaker == swallowed:
                turns[-1] = replace(turns[-1], span=Span(turns[-1].span.start, turn.span.end))
            else:
                turns.append(replace(turn, answers=None))
        speakers = tuple(name for name in document.speakers if name != swallowed)
        return replace(document, turns=tuple(turns), speakers=speakers, **changes)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(preparing, "parse", mistaken)
        patched.setattr(preparing, "PARSER", PARSER - 1)
        yield
