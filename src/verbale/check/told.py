"""Words in a turn that its speaker tells of somebody else without marks: whose they are then.

`You said we've got to repair the bridge` shows no words of whoever says so. They are those of the person
who is named, known only through the speaker; where nobody can be named they are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verbale.compare import Passage
from verbale.model import Document, Role, Span
from verbale.model.owner import Owner
from verbale.store import Store
from verbale.text.lexicon import Lexicon
from verbale.text.name_parts import WORD, key_of
from verbale.text.names import is_office, surname
from verbale.text.one_person import same_person
from verbale.text.packs import listed_words

if TYPE_CHECKING:
    from verbale.quote.attribution.neighbours import Attribution

__all__ = ["Spoken", "told_by"]

# Gives the words of the language of a passage of a document; none where it is not known.
Spoken = Callable[[str, Span], Sequence[Lexicon]]

# So many turns away may whoever is spoken to stand.
_NEAR = 2
_YOU = listed_words("pronouns_you")
# "Do you still think so, Mr. Orsk?", "Mr. Orsk, you said"
_CALLS = re.compile(r"[,،，]\s+(?:[^\W\d_]+\.?\s+){0,2}\Z")
_TITLES = 40
_THEN = re.compile(r"[,،，]\s+(\w+)")
_SENTENCE_ENDS = ("", ".", "?", "!", "…")


def told_by(store: Store, passage: Passage, owner: Owner, spoken: Spoken) -> Owner:
    """The owner of a passage, another than the speaker where the speaker tells what that one said.

    Args:
        store: the record.
        passage: the passage.
        owner: whose turn it stands in.
        spoken: gives the words of the language of a passage; none where it is not known.
    """
    if not owner.first_hand or owner.turn is None:
        return owner
    text = store.text(passage.document)
    known = spoken(passage.document, passage.span) if _is_part(text, passage) else ()
    if not known:
        return owner
    from verbale.quote.attribution.unmarked import teller_of  # noqa: PLC0415 (few checks need it)

    found = teller_of(text, passage.span, store.speech(passage.document, passage.span), known)
    if found is None:
        return owner
    speaker = None
    if found.mention is not None:
        speaker = _named(store, passage.document, owner.turn[1], found.mention, found)
    return replace(owner, speaker=speaker, via=owner.speaker, first_hand=False)


def _named(store: Store, document_id: str, number: int, mention: Span, found: Attribution) -> str | None:
    """Who is named as the one who said it; None where nobody surely is."""
    from verbale.quote.speakers.office_words import person_in  # noqa: PLC0415

    document = store.document(document_id)
    words = mention.of(document.text)
    if words.casefold() in _YOU or found.recipient:
        return _addressee(document, number)
    # "their chairwoman, Petra Noll"
    name = found.name or person_in(words)[0] or person_in(words.rpartition(", ")[2])[0]
    if name is None:
        return words if is_office(words) else None
    if " " not in words and not any(same_person(name, each) for each in document.speakers):
        return None  # "Critics say": a sentence begins with a capital
    return name


def _is_part(text: str, passage: Passage) -> bool:
    """Whether a sentence goes on before a passage or behind a comma after it, by the nearest signs alone."""
    ahead = text[max(0, passage.span.start - 8) : passage.span.start].rstrip(" \t\r\n\u00a0*_\"“”„«»‘’'(")
    return ahead[-1:] not in {"", ".", "!", "?", "。", "！", "？"} or text[
        passage.span.end : passage.span.end + 1
    ] in {",", "，", "،"}


def _addressee(document: Document, number: int) -> str | None:
    """Whom a turn speaks to: who is called in it, else who answers it, or asked what it answers.

    Where another is only named, nobody knows whom "you" means.
    """
    turns, turn = document.turns, document.turns[number]
    around = turns[max(0, number - _NEAR) : number + _NEAR + 1]
    near = dict.fromkeys(each.speaker for each in around if each.speaker and each.speaker != turn.speaker)
    words = turn.span.of(document.text)
    found = {name: _is_called(words, surname(name)) for name in near if not is_office(name)}
    called = [name for name, directly in found.items() if directly]
    if called:
        return called[0] if len(called) == 1 else None
    if turn.answers is not None and turn.role is not Role.QUESTION:
        other = turns[turn.answers]
    else:
        other = next((each for each in turns[number + 1 :] if each.role is not Role.INCIDENT), turn)
    meant = {name for name, directly in found.items() if directly is not None}
    if other.speaker is not None and other.speaker != turn.speaker:
        meant.add(other.speaker)
    return meant.pop() if len(meant) == 1 else None


def _is_called(words: str, name: str) -> bool | None:
    """Whether somebody is spoken to by name, `…, Mr. Orsk?`; None where the name is not there at all."""
    places = [match for match in WORD.finditer(words) if key_of(match[0]) == name]
    if not places:
        return None
    return any(
        (
            words[place.end() : place.end() + 1] in _SENTENCE_ENDS
            and _CALLS.search(words, max(0, place.start() - _TITLES), place.start())
        )
        or ((then := _THEN.match(words, place.end())) and then[1].casefold() in _YOU)
        for place in places
    )
