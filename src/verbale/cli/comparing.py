"""Two texts of one event on a terminal: the sentences of both in which the outlets' words differ."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from verbale.cli.styled_words import in_quote_marks, marked_text
from verbale.cli.terminal import line_width, output, print_wrapped, without_colour
from verbale.model.document import Document
from verbale.model.holdings import Difference
from verbale.model.text import Span
from verbale.telling.comparing import long_stretch, passages, whose
from verbale.telling.marked_words import excerpt, segments
from verbale.telling.small_words import count

__all__ = ["tell_comparison"]

SHOWN = 40


def tell_comparison(one: Document, other: Document, changes: Sequence[Difference]) -> None:
    """Print where two texts differ: who speaks, and the sentences of both with their own words marked."""
    console = output()
    width, plain = line_width(console), without_colour(console)
    found = list(passages(one, other, changes))
    told = f"{count(len(found), 'passage')} in which they differ." if found else "The same words."
    console.print(told, style="bold")
    room = max(len(one.name), len(other.name)) + 2
    for passage in found[:SHOWN]:
        console.print(whose(one, other, passage), markup=False, soft_wrap=True)
        for document, span, changed in (
            (one, passage.one, passage.changed),
            (other, passage.other, passage.other_changed),
        ):
            lead = Text(f"  {document.name:{room}}", style="dim")
            print_wrapped(console, lead, _words(document.text, span, changed, plain=plain), width)
    if len(found) > SHOWN:
        console.print(f"and {len(found) - SHOWN:,} more; --json lists them all.")


def _words(text: str, span: Span, changed: Sequence[Span], *, plain: bool) -> Text:
    if not span.of(text).strip():
        return Text("not in this text", style="dim italic")
    if told := long_stretch(text, span, changed):
        return Text(told)
    return in_quote_marks(marked_text(excerpt(segments(text, span, changed)), "underline", plain=plain))
