"""The flags of a check: what its edits touched, what it leaves out, what kind of place it stands in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from verbale.check.candidates import Candidate
from verbale.check.choice import FAITHFUL, Choice
from verbale.check.context import leaves_out, sentence_around, starts_over, unclear_around
from verbale.check.languages import Languages
from verbale.check.parted_numbers import parted_numbers
from verbale.check.touched import touched
from verbale.compare import edits_of, replaced_in
from verbale.model import Basis, Edit, Flag, Operation, Span
from verbale.store import Store
from verbale.text.lexicon import Lexicon

__all__ = ["flags_of"]

# Letters around an edit with which it is read, where no space parts words.
_AROUND = 4


def flags_of(
    store: Store,
    choices: Sequence[Choice],
    edits: Sequence[Edit],
    quoted: str,
    languages: Languages,
) -> tuple[Flag, ...]:
    """Every flag of the best choice, in the order of `Flag`.

    Args:
        store: the record.
        choices: the choices, the best first.
        edits: the best one's edits.
        quoted: the quote.
        languages: the words of the documents' languages.
    """
    best, owner = choices[0], choices[0].owner
    faithful = best.candidate.wording in FAITHFUL
    passages = best.candidate.passages
    floors = [store.speech(p.document, p.span) for p in passages]
    same = [c.document for c in choices if c.candidate.changed == best.candidate.changed]
    known = languages.lexicons(best.document)
    parted = [parted_numbers(store.text(p.document), p.span, known) for p in passages] if faithful else []
    holds = {
        Flag.CLEANED: faithful and _is_tidied(store, best.candidate, floors[0]),
        Flag.FAR: best.candidate.far,
        Flag.CUT: faithful
        and (any(parted) or _leaves_out(store, best.candidate, floors, languages.lexicons)),
        Flag.UNREAD: not all(
            languages.reads(p.document, p.span, floor) for p, floor in zip(passages, floors, strict=True)
        ),
        Flag.RELAYED: owner.relayed,
        Flag.REPLAYED: owner.replayed,
        Flag.ASKED: owner.asked,
        Flag.PREPARED: owner.basis is Basis.PREPARED,
        Flag.UNSURE: bool(best.doubts),
        Flag.REPEATED: len(set(same)) > 1,
        Flag.UNCLEAR: any(unclear_around(store.text(p.document), p.span) for p in passages),
    }
    if any(each.unspaced for each in known):
        # a letter alone says less than the word that it is part of
        edits = edits_of(passages, around=_AROUND)
    found = {
        *touched(edits, known, quoted, store.text(best.document)),
        *(flag for flag, held in holds.items() if held),
        *chain.from_iterable(parted),
    }
    return tuple(flag for flag in Flag if flag in found)


def _is_tidied(store: Store, candidate: Candidate, floor: Span) -> bool:
    """Whether contractions, stutters or false starts were smoothed."""
    first = candidate.passages[0]
    if any(p.compared is not None and p.compared.cleaned for p in candidate.passages):
        return True
    return starts_over(store.text(first.document), first.span, floor)


def _leaves_out(
    store: Store,
    candidate: Candidate,
    floors: Sequence[Span],
    lexicons: Callable[[str], tuple[Lexicon, ...]],
) -> bool:
    """Whether a condition or a negation is left out at an edge, at a mark of omission or in a bracket."""
    for passage, floor in zip(candidate.passages, floors, strict=True):
        shown = [p.span for p in candidate.passages if p is not passage]
        text, room = store.text(passage.document), _room(floor, passage.span, shown)
        known = lexicons(passage.document)
        if leaves_out(text, passage.span, room, known):
            return True
        if passage.compared is None:
            continue
        after = text[passage.span.end : sentence_around(text, passage.span, room).end].split()
        # a bracket at the end may stand for what the sentence goes on with: "it is [ours]", "it is not yours"
        piece = passage.compared.piece
        last = max((bracket.words for bracket in piece.brackets if bracket.before == len(piece)), default=0)
        unseen = Edit(op=Operation.DELETE, quoted="", record=" ".join(after[: last + 1]) if last else "")
        if Flag.NEGATION in touched((*replaced_in(passage.compared), unseen), known):
            return True
    return False


def _room(floor: Span, span: Span, shown: Sequence[Span]) -> Span:
    """What lies between a passage and the other passages that the quote shows."""
    start = max([floor.start, *(s.end for s in shown if s.end <= span.start)])
    end = min([floor.end, *(s.start for s in shown if s.start >= span.end)])
    return Span(min(start, span.start), max(end, span.end))
