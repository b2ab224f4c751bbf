"""When a quote is another's than it claims: what must hold before somebody is said to have been misquoted.

Whose words a passage is, is one question; whether the quote *is* that passage, and no stock phrase that
somebody the record never heard said too, is another. Both have to be answered before anybody is blamed
(docs/decisions/0015-when-blame-is-allowed.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from verbale.check.candidates import LEAST_APART, MARKED_BITS
from verbale.check.choice import FAITHFUL, Choice, Claim
from verbale.compare import Passage
from verbale.model import Attribution, Wording
from verbale.store import Store
from verbale.text.lexicon import Lexicon
from verbale.text.name_parts import key_of
from verbale.text.packs import listed_words
from verbale.text.words import words

__all__ = ["Ground", "ground_of"]

# So many words are a sentence of somebody's, one more of somebody of whom nothing is loaded; where no space
# parts words, so many letters.
SENTENCE, SENTENCE_LETTERS = 7, 12
# Fewer are tied to a place where so many of them are no everyday words, and with so many bits.
CLAUSE, TELLING, CLAUSE_BITS = 5, 3, 20.0
# What other words than the record's must carry against somebody of whom nothing is loaded, in bits.
UNHEARD_BITS = 30.0
# Documents in which it is looked up whether a name that may be a body's is a speaker's.
LOOKED_THROUGH = 20
_BODIES = listed_words("bodies")
# Words that any text has, whatever it speaks of.
_EVERYDAY = (
    "small_words", "articles", "and_words", "that_words", "negations", "conditions", "contrasts", "cues",
    "cue_adverbs", "persons_i", "persons_we", "persons_you", "persons_he", "persons_she", "persons_it",
    "persons_they", "modals_will", "modals_would", "modals_may", "modals_can", "modals_should", "fillers",
    "modals_must", "presents", "pasts", "governing", "qualifiers", "certainties", "numbers", "quantities",
    "determiners", "no_names", "adverbs_beside", "cues_weak", "nobodies", "greetings", "weekdays", "months",
)  # fmt: skip


class Ground(Enum):
    """What a record gives for saying that words are somebody else's.

    `SURE` where they are another's beyond doubt; `UNHEARD` where they are another's, and nothing of whoever
    is said to have said them is loaded; `OPEN` where he may have said them too; `STOCK` where they are too
    few or too usual to be tied to a place, `CHANCE` where they are not even the same.
    """

    SURE = auto()
    UNHEARD = auto()
    OPEN = auto()
    STOCK = auto()
    CHANCE = auto()


@dataclass(frozen=True, slots=True)
class _Heard:
    """What the record has of whoever is claimed: something at all, and something of the occasion."""

    loaded: bool
    there: bool


def ground_of(
    store: Store,
    choices: Sequence[Choice],
    claim: Claim,
    heard_in: Callable[[], frozenset[str]],
    lexicons: Callable[[str], Sequence[Lexicon]],
) -> Ground:
    """What the record gives for saying that a quote is not whose it claims to be, and that it is this place.

    Args:
        store: the record.
        choices: the ways to account for the quote, the best first; not whose the quote claims to be.
        claim: what is said of the quote.
        heard_in: gives the documents that have words of the claimed speaker, or tell of some.
        lexicons: gives the words of a document's language; none where it is not known.
    """
    best = choices[0]
    faithful = best.candidate.wording in FAITHFUL
    if best.candidate.wording is Wording.SPLICED and not best.of_one_speech:
        tied = all(_words(passage, store) >= LEAST_APART for passage in best.candidate.passages)
        return Ground.OPEN if Attribution.RIGHT in best.stood or (tied and heard_in()) else Ground.CHANCE
    if best.attribution is Attribution.UNKNOWN:
        # short words of somebody of whom nothing is loaded are not found because others use them too
        few = sum(_words(passage, store) for passage in best.candidate.passages) < CLAUSE
        return Ground.STOCK if faithful and few and not heard_in() else Ground.SURE
    if _is_body(store, claim.speaker or "", heard_in()):
        return Ground.OPEN if faithful else Ground.CHANCE
    heard = _heard(store, best, claim, heard_in())
    if not _is_tied(store, best, lexicons, heard=heard.loaded):
        return Ground.STOCK if faithful else Ground.CHANCE
    if heard.there:
        return Ground.SURE
    if not faithful and not (heard.loaded and any(_labels(store, claim.speaker or "", heard_in()))):
        # of nobody, or of who is only told of, other words may be what he said himself
        if best.candidate.bits < UNHEARD_BITS:
            return Ground.CHANCE
        if heard.loaded:
            return Ground.OPEN
    if not _has_one_source(store, choices):
        return Ground.OPEN
    return Ground.SURE if heard.loaded else Ground.UNHEARD


def _is_tied(
    store: Store, choice: Choice, lexicons: Callable[[str], Sequence[Lexicon]], *, heard: bool
) -> bool:
    """Whether the words are long and rare enough to lead to one place, of somebody who was heard or not."""
    candidate = choice.candidate
    known = lexicons(choice.document)
    unspaced = any(each.unspaced for each in known)
    count = sum(_words(passage, store) for passage in candidate.passages)
    if count >= (SENTENCE_LETTERS if unspaced else SENTENCE + (not heard)):
        return candidate.bits >= MARKED_BITS
    if unspaced or not heard or count < CLAUSE or candidate.bits < CLAUSE_BITS:
        return False
    printed = " ".join(passage.span.of(store.text(passage.document)) for passage in candidate.passages)
    return bool(known) and all(_telling(printed, each) >= TELLING for each in known)


def _telling(printed: str, known: Lexicon) -> int:
    """How many words are no everyday ones."""
    found = known.words(printed)
    return len(found) - len(known.covered(found, *_EVERYDAY))


def _words(passage: Passage, store: Store) -> int:
    """How many words of the quote a passage has."""
    if passage.compared is not None:
        return int(passage.compared.matched.sum())
    return len(words(passage.span.of(store.text(passage.document))))


def _heard(store: Store, choice: Choice, claim: Claim, heard_in: frozenset[str]) -> _Heard:
    """What the record has of the claimed speaker, and whether he speaks himself where the words were said.

    The occasion is that of the words, in any text of it, and that of the claimed day.
    """
    if claim.speaker is None or not heard_in:
        return _Heard(loaded=False, there=False)
    near = {choice.document, *(copy.document_id for copy in store.copies(choice.document))}
    if claim.said_on is not None:
        near |= {each for each in heard_in if _day_of(store, each) == claim.said_on}
    there = any(_labels(store, claim.speaker, sorted(near & heard_in)))
    return _Heard(loaded=True, there=there)


def _day_of(store: Store, document: str) -> date | None:
    info = store.info(document)
    return info.said_on or info.published_on if info is not None else None


def _is_body(store: Store, name: str, heard_in: frozenset[str]) -> bool:
    """Whether a name is printed like a body's, for which others speak, and nobody of that name speaks."""
    if _BODIES.isdisjoint(key_of(word) for word in name.split()):
        return False
    # "HARBOUR HOUSE AIDE" is not the house
    last = key_of(name.rsplit(maxsplit=1)[-1])
    some = sorted(heard_in)[:LOOKED_THROUGH]
    return not any(key_of(each.split()[-1]) == last for each in _labels(store, name, some))


def _labels(store: Store, name: str, documents: Iterable[str]) -> Iterator[str]:
    """Each name under which somebody speaks himself in some documents, as they print it."""
    for info in map(store.info, documents):
        if info is not None:
            yield from (each for each in info.speakers if store.one_person(name, each))


def _has_one_source(store: Store, choices: Sequence[Choice]) -> bool:
    """Whether the words can come from one event alone, or from one person."""
    best = choices[0]
    same = [each for each in choices if each.candidate.changed == best.candidate.changed]
    unseen = best.candidate.documents > len({each.document for each in same})
    # who tells the words of another is no source of them
    same = [each for each in same if each.owner.first_hand] or same
    having = {each.document for each in same}
    if not unseen and having <= {best.document, *(copy.document_id for copy in store.copies(best.document))}:
        return True
    whose = best.owner.speaker
    return whose is not None and all(
        each.owner.speaker is not None and store.one_person(whose, each.owner.speaker) for each in same
    )
