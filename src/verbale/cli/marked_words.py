"""Words cut into plain and marked segments, for a face to colour or to bracket."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text

from verbale.model.text import Span

__all__ = ["excerpt", "in_quote_marks", "left_out", "marked_text", "segments"]

Segment = tuple[str, bool]

SENTENCE_END = re.compile(r"""[.!?…]+["”’»)\]]*(?=\s|$)|\n\s*\n""")
LONGEST_SENTENCE = 400
CONTEXT = 90


def segments(text: str, span: Span, changed: Sequence[Span]) -> list[Segment]:
    """The words of a span, cut where the changed spans begin and end.

    >>> segments("We will not leave.", Span(0, 18), [Span(8, 11)])
    [('We will ', False), ('not', True), (' leave.', False)]
    """
    found: list[Segment] = []
    at = span.start
    for change in sorted(changed):
        start, end = max(change.start, at), min(change.end, span.end)
        if start < end:
            found += [(text[at:start], False), (text[start:end], True)]
            at = end
    found.append((text[at : span.end], False))
    return [(words, is_marked) for words, is_marked in found if words]


def excerpt(cut: Sequence[Segment], context: int = CONTEXT) -> list[Segment]:
    """The same segments with long stretches between the marked ones left out.

    Args:
        cut: plain and marked segments, in order.
        context: code points to keep on each side of a marked segment.
    """
    if not any(is_marked for _, is_marked in cut):
        return list(cut)
    kept: list[Segment] = []
    for number, (words, is_marked) in enumerate(cut):
        if is_marked or len(words) <= 2 * context:
            kept.append((words, is_marked))
            continue
        head = words[:context].rsplit(" ", 1)[0] + " " if number > 0 else ""
        tail = " " + words[-context:].split(" ", 1)[-1] if number < len(cut) - 1 else ""
        kept.append((f"{head}…{tail}", False))
    return kept


def left_out(text: str, span: Span, bounds: Span) -> tuple[Span, Span]:
    """What the sentences of a span say before and after it; empty spans where nothing.

    Args:
        text: the document's text.
        span: the words quoted.
        bounds: how far the speaker's own words reach.

    >>> text = "Yes. We stay, but only if you do. Good."
    >>> [span.of(text) for span in left_out(text, Span(5, 12), Span(0, len(text)))]
    ['', ', but only if you do.']
    """
    window = max(bounds.start, span.start - LONGEST_SENTENCE)
    ends = list(SENTENCE_END.finditer(text, window, span.start))
    start = ends[-1].end() if ends else window
    start += len(text[start : span.start]) - len(text[start : span.start].lstrip())
    last = min(bounds.end, span.end + LONGEST_SENTENCE)
    following = SENTENCE_END.search(text, span.end, last)
    closed = text[span.end - 1 : span.end] in set(".!?…")
    end = span.end if closed else following.end() if following else last
    before = Span(min(start, span.start), span.start)
    after = Span(span.end, end)
    return (
        before if has_words(text, before) else Span(span.start, span.start),
        after if has_words(text, after) else Span(span.end, span.end),
    )


def has_words(text: str, span: Span) -> bool:
    """Whether a span holds more than white space and punctuation."""
    return any(character.isalnum() for character in span.of(text))


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
