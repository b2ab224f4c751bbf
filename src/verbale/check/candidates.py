"""The ways in which a record can account for a quote: in one passage, in pieces, or joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2

import numpy as np
from numpy.typing import NDArray

from verbale.check.joins import joined, part_of
from verbale.check.significance import EDIT_BITS, Rarity
from verbale.compare import Exact, Finder, Passage, Quoted, QuotedPiece, edits_of
from verbale.model import Edit, Operation, Span, Wording
from verbale.store.index import Place
from verbale.text.tokens import tokens

__all__ = ["LEAST_APART", "MARKED_BITS", "Candidate", "candidates"]

# An unmarked omission of more words than this makes two passages of one.
NEAR = 100
# What people share without having heard each other: set phrases, of which a record holds the more
# the larger it is. An inexact match has to surprise by the bits of a place less these, so that one in
# a thousand unrelated sentences counts, as measured (docs/significance.md).
SET_PHRASE_BITS = 4.6
# The same where the quote itself names the day, or marks where its pieces end.
MARKED_BITS = 10.0
# The least share of a quote's words that its passage must have; with less it is another sentence.
ENOUGH_WORDS = 0.72
# With fewer changes a quote is one passage; a second one would leave more words out.
FEW = 3
ANCHORS = 24
# Fewer words than these that stand in another text than the rest of a quote are no part of it.
LEAST_APART = 5


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One way to account for a quote: its wording and a passage for each of its pieces.

    `bits` is how surprising the match would be by chance, `cut` a span of the record that the quote
    leaves out without a mark, `far` whether pieces stand more than 100 words apart. `on_day` marks a
    match that only counts because the claimed day narrows the search. `inserted` are words between
    passages that no passage has; `documents` counts those that have just the words of the quote.
    """

    wording: Wording
    passages: tuple[Passage, ...]
    bits: float
    cut: tuple[str, Span] | None = None
    far: bool = False
    on_day: bool = False
    inserted: tuple[Edit, ...] = ()
    documents: int = 0

    @property
    def changed(self) -> int:
        """How many words differ over all pieces."""
        inserted = sum(len(edit.quoted.split()) for edit in self.inserted)
        return sum(passage.changed for passage in self.passages) + inserted

    def edits(self, text: Callable[[str], str]) -> tuple[Edit, ...]:
        """Every unmarked change of words, in the order of the quote.

        Args:
            text: gives the text of a document.
        """
        found = (*edits_of(self.passages), *self.inserted)
        if self.cut is None:
            return found
        document, span = self.cut
        left_out = span.of(text(document)).strip().lstrip(".,;:!?… ")
        return (*found, Edit(op=Operation.DELETE, quoted="", record=left_out, record_span=span))


# Gives the span of the turn, or of the whole speech, that a place of a document lies in.
Floor = Callable[[str, Span], Span]


def candidates(
    quoted: Quoted, finder: Finder, floor: Floor, of_the_day: Sequence[str] = ()
) -> list[Candidate]:
    """Every way to account for a quote, those with the same words before those with other words.

    Args:
        quoted: the quote taken apart.
        finder: looks in the record.
        floor: the span of what one speaker says around a place, without a change of speaker.
        of_the_day: documents of the day that the quote claims; looked through where nothing else is found.

    Returns:
        Candidates of the best wording found; several where several places have it equally.
    """
    if not quoted.pieces:
        return []
    if quoted.marked:
        # the marks may be the record's own, or omit nothing
        as_printed = QuotedPiece(tokens(quoted.text))
        exact = finder.exact(as_printed)
        if exact.places:
            bits = Rarity(finder.index, as_printed.tokens.hashes)
            return _just_so(finder, Wording.VERBATIM, exact, bits.run(0, len(as_printed)) - bits.search)
    rarity = Rarity(finder.index, quoted.tokens.hashes)
    if len(quoted.pieces) == 1:
        found = _in_one(quoted, quoted.pieces[0], finder, floor, rarity)
        return found or _of_the_day(quoted.pieces[0], finder, of_the_day, rarity)
    return _in_pieces(quoted, finder, floor, rarity)


def _in_one(
    quoted: Quoted, piece: QuotedPiece, finder: Finder, floor: Floor, rarity: Rarity
) -> list[Candidate]:
    same = Wording.ADAPTED if piece.brackets or quoted.changed_letters else Wording.VERBATIM
    whole = rarity.run(0, len(piece))
    if not piece.brackets:
        just_so = finder.exact(piece)
        if just_so.places:
            return _just_so(finder, same, just_so, whole - rarity.search)
    near = finder.near(piece)
    exact = [p for p in near if p.exact]
    if not exact and piece.brackets:
        exact = [p for p in finder.around(piece) if p.exact]
    if exact and whole > 8:
        return [Candidate(same, (p,), whole - rarity.search) for p in exact]
    best = _altered(piece, near, rarity)
    found = joined(piece, finder, rarity) if not best or best[0].changed >= FEW else None
    if found is not None and (not best or found.changed + 2 < best[0].changed):
        return [replace(_unmarked(found.passages, found.bits, finder, floor), inserted=found.inserted)]
    parted = _over_label(piece, best[0].passages[0], finder, floor, rarity) if best else None
    return best if parted is None else [parted]


def _just_so(finder: Finder, wording: Wording, exact: Exact, bits: float) -> list[Candidate]:
    return [
        Candidate(wording, (finder.at(place),), bits, documents=exact.documents) for place in exact.places
    ]


def _altered(piece: QuotedPiece, near: list[Passage], rarity: Rarity) -> list[Candidate]:
    found = []
    enough = max(MARKED_BITS, rarity.search - SET_PHRASE_BITS)
    for passage in near:
        bits = rarity.matched(_matched(piece, passage)) - rarity.search - EDIT_BITS * passage.changed
        if bits >= enough and passage.share >= ENOUGH_WORDS:
            found.append(Candidate(Wording.ALTERED, (passage,), bits))
    if not found:
        return []
    closest = min(candidate.changed for candidate in found)
    return [candidate for candidate in found if candidate.changed <= closest + 1]


def _over_label(
    piece: QuotedPiece, passage: Passage, finder: Finder, floor: Floor, rarity: Rarity
) -> Candidate | None:
    """A passage that runs from one speaker's words into another's, cut in two at the label between them."""
    compared, document, span = passage.compared, passage.document, passage.span
    if compared is None or "\n" not in span.of(finder.text(document)):
        return None
    before = floor(document, Span(span.start, span.start + 1))
    after = floor(document, Span(span.end - 1, span.end))
    # a speech goes on over a short interjection, which is somebody else's all the same
    if before.end < span.end:
        label = before.end
    elif after.start > span.start:
        label = after.start
    else:
        return None
    held = [
        block.first + int((compared.record.starts[block.low : block.high] < label).sum())
        for block in compared.blocks
        if block.equal and compared.record.starts[block.low] < label
    ]
    border = held[-1] if held else 0
    places = (
        finder.index.between(document, Span(span.start, label)),
        finder.index.between(document, Span(label, span.end)),
    )
    if not 0 < border < len(piece) or None in places:
        return None
    parts = (part_of(piece, 0, border), part_of(piece, border, len(piece)))
    passages = tuple(
        finder.passage(part, place) for part, place in zip(parts, places, strict=True) if place is not None
    )
    mask = np.concatenate([_matched(*each) for each in zip(parts, passages, strict=True)])
    changed = sum(each.changed for each in passages)
    bits = rarity.matched(mask) - rarity.search - EDIT_BITS * changed
    return Candidate(Wording.SPLICED, passages, bits)


def _of_the_day(
    piece: QuotedPiece, finder: Finder, documents: Sequence[str], rarity: Rarity
) -> list[Candidate]:
    """An inexact match in the few documents of the claimed day, among which it is a surprise."""
    found = []
    wholes = [place for place in map(finder.index.whole, documents) if place is not None]
    size = sum(place.high - place.low for place in wholes)
    for document in documents:
        passage = finder.inside(piece, document)
        if passage is None or passage.share < ENOUGH_WORDS:
            continue
        bits = rarity.matched(_matched(piece, passage)) - log2(size) - EDIT_BITS * passage.changed
        if bits >= MARKED_BITS:
            found.append(Candidate(Wording.ALTERED, (passage,), bits, on_day=True))
    return sorted(found, key=lambda candidate: candidate.changed)


def _unmarked(passages: tuple[Passage, ...], bits: float, finder: Finder, floor: Floor) -> Candidate:
    """Passages joined without a mark: one altered passage where they stand close, else a splice."""
    before, after = passages[0], passages[-1]
    if len(passages) == 2 and before.document == after.document and before.span.end <= after.span.start:
        between = Span(before.span.end, after.span.start)
        same_floor = floor(before.document, before.span) == floor(after.document, after.span)
        if same_floor and _words(finder, before.document, between) <= NEAR:
            return Candidate(Wording.ALTERED, passages, bits, cut=(before.document, between))
    return Candidate(Wording.SPLICED, passages, bits)


def _words(finder: Finder, document: str, span: Span) -> int:
    place = finder.index.between(document, span)
    return place.high - place.low if place else 0


def _in_pieces(quoted: Quoted, finder: Finder, floor: Floor, rarity: Rarity) -> list[Candidate]:
    """Pieces with marks of omission between them: anchored at the rarest, completed around it."""
    exact = [() if p.brackets else finder.exact(p).places for p in quoted.pieces]
    offsets = np.cumsum([0, *(len(p) for p in quoted.pieces)]).tolist()
    worth = [rarity.run(a, b) for a, b in pairwise(offsets)]
    order = sorted(range(len(exact)), key=lambda i: (not exact[i], -worth[i]))
    found: list[Candidate] = []
    for number in order[:2]:
        anchors = _anchors(quoted.pieces[number], exact[number], finder)
        complete = [_around(quoted, number, anchor, finder, floor, rarity) for anchor in anchors]
        found += [candidate for candidate in complete if candidate is not None]
        if any(c.wording in {Wording.ELIDED, Wording.VERBATIM, Wording.ADAPTED} for c in found):
            break
    good = [c for c in found if c.wording in {Wording.ELIDED, Wording.VERBATIM, Wording.ADAPTED}]
    if good:
        return good
    apart = _apart(quoted, exact, worth, finder, rarity)
    altered = [c for c in found if c.wording is Wording.ALTERED]
    if apart is not None:
        together = len({passage.document for passage in apart.passages}) == 1
        worse = min((c.changed for c in altered), default=len(rarity.alone))
        if worse > apart.changed + (0 if together else 1):
            return [apart]
    if altered:
        closest = min(c.changed for c in altered)
        return [c for c in altered if c.changed == closest]
    return found


def _anchors(piece: QuotedPiece, exact: Sequence[Place], finder: Finder) -> list[Passage]:
    if exact:
        return list(map(finder.at, exact[:ANCHORS]))
    return [p for p in finder.near(piece) if p.share >= 0.6]


def _around(  # noqa: PLR0913 - the place of one piece against everything known of the quote
    quoted: Quoted, number: int, anchor: Passage, finder: Finder, floor: Floor, rarity: Rarity
) -> Candidate | None:
    """Complete a quote around the place of one of its pieces, within the same speech."""
    around = floor(anchor.document, anchor.span)
    passages: list[Passage] = [anchor]
    at = anchor.span.start
    for piece in reversed(quoted.pieces[:number]):
        before = list(finder.within(piece, anchor.document, Span(around.start, max(around.start, at))))
        if not before:
            return None
        # the nearest place is what a reader would look for
        passages.insert(0, min(before, key=lambda p: (p.changed, -p.span.start)))
        at = passages[0].span.start
    at = anchor.span.end
    for piece in quoted.pieces[number + 1 :]:
        after = list(finder.within(piece, anchor.document, Span(min(at, around.end), around.end)))
        if not after:
            return None
        passages.append(min(after, key=lambda p: (p.changed, p.span.start)))
        at = passages[-1].span.end
    changed = sum(p.changed for p in passages)
    mask = np.concatenate([_matched(*each) for each in zip(quoted.pieces, passages, strict=True)])
    bits = rarity.matched(mask) - rarity.search - EDIT_BITS * changed
    if changed:
        return Candidate(Wording.ALTERED, tuple(passages), bits) if bits >= MARKED_BITS else None
    gaps = [_words(finder, anchor.document, Span(a.span.end, b.span.start)) for a, b in pairwise(passages)]
    adapted = quoted.changed_letters or any(piece.brackets for piece in quoted.pieces)
    omitted = Wording.ELIDED if any(gaps) else Wording.VERBATIM
    wording = Wording.ADAPTED if adapted else omitted
    return Candidate(wording, tuple(passages), bits, far=any(gap > NEAR for gap in gaps))


def _matched(piece: QuotedPiece, passage: Passage) -> NDArray[np.bool_]:
    """Which words of a piece a passage has."""
    return np.ones(len(piece), np.bool_) if passage.compared is None else passage.compared.matched


def _apart(
    quoted: Quoted, exact: Sequence[Sequence[Place]], worth: list[float], finder: Finder, rarity: Rarity
) -> Candidate | None:
    """Pieces that stand in the record, but not in this order in one speech."""
    passages: list[Passage] = []
    home: str | None = None
    surest = max(range(len(worth)), key=lambda i: (bool(exact[i]), worth[i]))
    if exact[surest]:
        home = exact[surest][0].document
    changed = 0
    for piece, places, bits in zip(quoted.pieces, exact, worth, strict=True):
        if places:
            at_home = finder.exact_in(piece, home) if home is not None else None
            passages.append(replace(at_home or finder.at(places[0]), piece=piece))
            continue
        near = finder.near(piece, 2) if len(piece) >= 4 else []
        close = next((p for p in near if p.changed <= len(piece) // 4), None)
        if close is None or bits - EDIT_BITS * close.changed < rarity.search:
            return None
        passages.append(close)
        changed += close.changed
    total = sum(worth) - len(passages) * rarity.search - EDIT_BITS * changed
    if total < -rarity.search:
        return None
    return (
        None
        if _is_stitched(quoted, passages, worth, rarity)
        else Candidate(Wording.SPLICED, tuple(passages), total)
    )


def _is_stitched(quoted: Quoted, passages: Sequence[Passage], worth: Sequence[float], rarity: Rarity) -> bool:
    """Whether pieces stand in other texts than most of the quote, too short to be known again there."""
    held: Counter[str] = Counter()
    for piece, passage in zip(quoted.pieces, passages, strict=True):
        held[passage.document] += len(piece)
    ((home, _),) = held.most_common(1)
    return any(
        len(piece) < LEAST_APART or bits < rarity.search
        for piece, passage, bits in zip(quoted.pieces, passages, worth, strict=True)
        if passage.document != home
    )
