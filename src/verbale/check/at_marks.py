"""What a quote that is faithful but for its marks does to the sense at them: omissions and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from verbale.check.brackets import brackets
from verbale.check.choice import FAITHFUL, Choice, Claim
from verbale.check.languages import Languages
from verbale.check.omissions import Omission, omissions
from verbale.model import Edit, Flag, Wording
from verbale.model.owner import Owner
from verbale.store import Store

__all__ = ["AtMarks", "at_marks_of", "not_turned"]


class AtMarks(NamedTuple):
    """What is lost or put in at marks: its flags, the edits to show, whether it is other content."""

    flags: frozenset[Flag] = frozenset()
    edits: tuple[Edit, ...] = ()
    rewritten: bool = False


def at_marks_of(store: Store, languages: Languages, choice: Choice, claim: Claim) -> AtMarks:
    """What a quote does to the sense where it marks that it leaves out or replaces words.

    Args:
        store: the record.
        languages: the words of the documents' languages.
        choice: the way to account for the quote.
        claim: what is said of the quote.
    """
    flags = {flag for each in _omissions(store, languages, choice) for flag in each.flags}
    if _is_given_to_teller(store, choice.owner, claim):
        # what says that these are another's words is left out
        flags.add(Flag.CUT)
    if choice.candidate.wording is not Wording.ADAPTED:
        return AtMarks(frozenset(flags))
    passages = choice.candidate.passages
    floors = [store.speech(passage.document, passage.span) for passage in passages]
    put = brackets(store.text(choice.document), passages, floors, languages.lexicons(choice.document))
    return AtMarks(frozenset(flags) | put.flags, put.edits, put.replaces)


def not_turned(store: Store, languages: Languages, choices: Sequence[Choice]) -> list[Choice]:
    """Choices with one first that leaves out no denial that turns the words; altered where there is none.

    Args:
        store: the record.
        languages: the words of the documents' languages.
        choices: the choices, the best first.
    """
    best, *others = choices
    turned = next((each for each in _omissions(store, languages, best) if each.turns), None)
    if turned is None:
        return list(choices)
    for other in others:
        if (other.attribution, other.dating) != (best.attribution, best.dating):
            continue
        left_out = _omissions(store, languages, other)
        if other.candidate.wording in FAITHFUL and not any(each.turns for each in left_out):
            return [other, *(each for each in choices if each is not other)]
    altered = replace(best.candidate, wording=Wording.ALTERED, cut=(best.document, turned.span))
    return [replace(best, candidate=altered), *others]


def _omissions(store: Store, languages: Languages, choice: Choice) -> tuple[Omission, ...]:
    """What a quote that is faithful but for its marks leaves out at each of them."""
    passages = choice.candidate.passages
    if choice.candidate.wording not in FAITHFUL or len(passages) < 2:
        return ()
    return omissions(store.text(choice.document), passages, languages.lexicons(choice.document))


def _is_given_to_teller(store: Store, owner: Owner, claim: Claim) -> bool:
    """Whether words are claimed of him who only says there that another said them."""
    if not owner.relayed or owner.via is None or claim.speaker is None:
        return False
    if owner.speaker is not None and store.one_person(claim.speaker, owner.speaker):
        return False
    return bool(store.one_person(claim.speaker, owner.via))
