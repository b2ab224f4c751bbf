"""Words in colours: plain and marked segments as the terminal shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text

from verbale.telling.marked_words import Segment

__all__ = ["in_quote_marks", "marked_text"]


def marked_text(cut: Sequence[Segment], style: str, *, plain: bool) -> Text:
    """Segments as styled text; without colours the marked ones stand in curly brackets.

    Square ones are the quotes' own.
    """
    line = Text()
    for words, is_marked in cut:
        flat = re.sub(r"\s+", " ", words)
        if not is_marked:
            line.append(flat)
        elif plain:
            core = flat.strip()
            lead, trail = flat[: len(flat) - len(flat.lstrip())], flat[len(flat.rstrip()) :]
            line.append(f"{lead}{{{core}}}{trail}" if core else flat)
        else:
            line.append(flat, style=style)
    return line


def in_quote_marks(words: Text) -> Text:
    """Somebody's words between curly marks."""
    return Text.assemble("“", words, "”")
