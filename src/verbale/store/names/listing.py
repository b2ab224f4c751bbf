"""Everybody of a record, each once: under which name a printed name is listed, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model.people import SpeakerInfo
from verbale.store.names.identity import identify
from verbale.store.names.known import Told
from verbale.store.names.likeness import is_full
from verbale.store.names.registry import Registry
from verbale.text.names import words_of_name
from verbale.text.one_person import same_person

__all__ = ["Counted", "homes", "listed"]

# The printed names of one surname that are compared with each other.
FAMILY = 200


@dataclass(frozen=True, slots=True)
class Counted:
    """How much there is of a printed name; `speaker` is the name that its words had first."""

    id: str
    speaker: str
    name: str
    documents: int
    first_hand: int
    reported: int
    events: int


def homes(
    groups: Iterable[Sequence[str]],
    families: Mapping[str, Sequence[str]],
    registry: Registry,
    are_together: Callable[[str, str], bool],
) -> dict[str, str]:
    """The id under which each speaker of a group of names is listed: the first name's.

    A short form is listed under the only full name that it can mean, where one document has both.
    """
    found = {identify(name): identify(group[0]) for group in groups for name in group}
    for names in families.values():
        full = [name for name in names if is_full(name)]
        for short in names if len(names) <= FAMILY else ():
            if short not in full and identify(short) not in found:
                home = _only_full(registry, short, full, are_together)
                if home is not None:
                    found[identify(short)] = found.get(identify(home), identify(home))
    return found


def _only_full(
    registry: Registry, short: str, full: Sequence[str], are_together: Callable[[str, str], bool]
) -> str | None:
    """The full name that a short form of the same document stands for; None where two would fit."""
    fitting = [name for name in full if same_person(short, name) and registry.same(short, name)]
    if not all(registry.same(fitting[0], name) for name in fitting):
        return None
    return next((name for name in fitting if are_together(short, name)), None)


def listed(
    counted: Iterable[Counted],
    home: Mapping[str, str],
    told: Mapping[str, Told],
    registry: Registry,
    documents_of: Callable[[Sequence[str]], Sequence[int]],
) -> tuple[SpeakerInfo, ...]:
    """Everybody, in the order of names.

    Args:
        counted: The printed names.
        home: The ids under which others are listed.
        told: What the user's own table says, by ids.
        registry: Who is whom.
        documents_of: How many documents and events have any of some names.
    """
    forms: dict[str, list[Counted]] = {}
    for each in counted:
        forms.setdefault(home.get(each.id, each.id), []).append(each)
    own: dict[str, list[Told]] = {}
    for id_, said in told.items():
        own.setdefault(home.get(id_, id_), []).append(said)
    found = []
    languages_told = any(each.languages for each in told.values())
    for id_, its_forms in forms.items():
        names = tuple(each.name for each in its_forms)
        ids = dict.fromkeys([id_, *(each.id for each in its_forms)])
        main = max(
            its_forms, key=lambda each: (is_full(each.speaker), each.first_hand, each.reported, each.speaker)
        )
        documents, events = (main.documents, main.events) if len(names) == 1 else documents_of(names)
        here = [told[each] for each in ids if each in told]
        aliases = sorted(alias for each in own.get(id_, ()) for alias in each.aliases)
        offices = [(office.since or date.min, each.name, office) for each in here for office in each.offices]
        found.append(
            SpeakerInfo(
                id=id_,
                name=own[id_][0].name if id_ in own else _in_mixed_case(main.speaker, names),
                names=names,
                documents=documents,
                events=events,
                first_hand=sum(each.first_hand for each in its_forms),
                reported=sum(each.reported for each in its_forms),
                aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias not in names),
                offices=tuple(office for *_, office in sorted(offices, key=lambda each: each[:2])),
                wikidata=next((each.wikidata for each in here if each.wikidata), None),
                languages=registry.languages(main.speaker) if languages_told else (),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))


def _in_mixed_case(name: str, names: tuple[str, ...]) -> str:
    """A name as other texts print it, where its own text has it in capitals."""
    if not name.isupper():
        return name
    words = words_of_name(name)
    return next((other for other in names if not other.isupper() and words_of_name(other) == words), name)
