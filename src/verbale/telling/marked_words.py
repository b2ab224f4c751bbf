"""Words cut into plain and marked segments, for a face to colour or to bracket."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verbale.model.check import Check, Flag, Operation, Piece, Wording
from verbale.model.document import Document
from verbale.model.text import Span

__all__ = ["Segment", "excerpt", "left_out", "quote_segments", "record_segments", "segments"]

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


def quote_segments(check: Check) -> list[Segment]:
    """The quote as the article has it, with what was changed or added marked."""
    changed = [edit.quoted_span for edit in check.edits if edit.quoted_span] if is_changed(check) else []
    # The comma before "she said" stands inside the marks, but is not quoted.
    return segments(check.quoted, Span(0, len(check.quoted.rstrip().removesuffix(","))), changed)


def record_segments(check: Check, piece: Piece, document: Document) -> list[list[Segment]]:
    """The record's own words where they differ from the quote or go on, a list for each of their spans.

    Args:
        check: the check.
        piece: one piece of its evidence.
        document: the piece's document.

    Returns:
        The segments, the words that differ marked; empty where the record agrees with the quote.
    """
    changed = [
        edit.record_span for edit in check.edits if edit.record_span and belongs(edit.record_span, piece)
    ]
    spans = list(piece.spans)
    if not spans:
        return []
    if Flag.CUT in check.flags:
        hull = Span(spans[0].start, spans[-1].end)
        before, after = left_out(document.text, hull, own_words(document, hull))
        gaps = [Span(one.end, two.start) for one, two in pairwise(spans)]
        changed += [before, *gaps, after]
        spans = [Span(before.start, after.end)]
    elif (
        not is_changed(check)
        and not {Flag.NEGATION, Flag.NUMBER} & {*check.flags}
        and all(edit.op is Operation.INSERT for edit in check.edits)
    ):
        return []
    return [excerpt(segments(document.text, span, changed)) for span in spans]


def is_changed(check: Check) -> bool:
    """Whether the words differ without a mark; what an adapted quote changed stands in its brackets."""
    return check.wording in {Wording.ALTERED, Wording.SPLICED}


def own_words(document: Document, span: Span) -> Span:
    """How far the turn reaches that a span stands in, or the text where there are no turns."""
    turns = (turn.span for turn in document.turns if turn.span.contains(span))
    return next(turns, Span(0, len(document.text)))


def belongs(span: Span, piece: Piece) -> bool:
    """Whether a span of the piece's document lies between the piece's ends."""
    return piece.spans[0].start <= span.start and span.end <= piece.spans[-1].end if piece.spans else False
