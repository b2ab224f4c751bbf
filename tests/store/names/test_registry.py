"""Names found by their words are those found by asking all: a plain slow oracle beside the registry."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.names.oracle import Oracle, holder
from tests.text.printed_names import printed_names
from verbale.model.speaker_table import SpeakerRow
from verbale.store.names.identity import identify
from verbale.store.names.known import Gathered, Held
from verbale.store.names.office_holders import Offices
from verbale.store.names.registry import Registry, groups
from verbale.store.sql import schema
from verbale.store.sql.people import KnownPeople
from verbale.store.sql.writing import find
from verbale.store.store import FolderStore
from verbale.text.names import key_words
from verbale.text.offices import office_words

OFFICES = ["Prime Minister", "PM", "PRIME MINISTER OF ORLAND", "Foreign Minister", "FM", "Minister", "Mayor"]


@st.composite
def known(draw: st.DrawFn) -> Oracle:
    """A small record: names in texts, a table of speakers, and what people decided."""
    names = draw(st.lists(printed_names(), min_size=2, max_size=12, unique=True))
    some = st.sampled_from(names)
    roster = draw(st.lists(st.one_of(some, printed_names()), max_size=4, unique_by=identify))
    aliases = (
        draw(st.lists(st.tuples(st.sampled_from(roster), printed_names()), max_size=4)) if roster else []
    )
    spoken = st.sampled_from([("en",), ("fr", "en"), ("ru",)])
    return Oracle(
        printed=names,
        listed=roster,
        aliases=list(dict.fromkeys(aliases)),
        languages_told={name: draw(spoken) for name in roster if draw(st.booleans())},
        decisions=draw(
            st.lists(st.tuples(some, some, st.sampled_from(["same", "same", "apart"])), max_size=4)
        ),
    )


def registry_of(oracle: Oracle) -> Registry:
    return Registry(
        Gathered(
            oracle.printed,
            listed=oracle.listed,
            aliases=oracle.aliases,
            languages=oracle.languages_told,
            decisions=oracle.decisions,
        )
    )


def agree(registry: Registry, oracle: Oracle, asked: list[str]) -> None:
    for name in asked:
        assert registry.named(name) == oracle.named(name)
        assert registry.named(name, loosely=True) == oracle.named(name, loosely=True)
        assert registry.languages(name) == oracle.languages(name)
        for other in asked:
            assert registry.same(name, other) == oracle.same(name, other)
            assert registry.joined(name, other) == oracle.joined(name, other)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(known(), st.lists(printed_names(), max_size=4))
def test_names_in_memory_are_found_as_by_asking_all(oracle: Oracle, asked: list[str]) -> None:
    agree(registry_of(oracle), oracle, [*asked, *oracle.printed, *oracle.listed])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(known(), st.lists(printed_names(), max_size=4))
def test_names_in_a_record_are_found_as_by_asking_all(
    store: FolderStore, oracle: Oracle, asked: list[str]
) -> None:
    write(store, oracle)
    # of two spellings of one name a table keeps the last, so that the oracle is asked as the record has it
    agree(Registry(KnownPeople(store._database.ask)), oracle, [*asked, *oracle.printed, *oracle.listed])


def write(store: FolderStore, oracle: Oracle) -> None:
    """Have a record know what an oracle knows."""
    with store._database.write() as connection:
        for table in (schema.decisions, schema.aliases, schema.speaker_names, schema.speakers):
            connection.execute(table.delete())
        for name in oracle.printed:
            id_ = identify(name)
            if not connection.execute(schema.speakers.select().where(schema.speakers.c.id == id_)).first():
                connection.execute(schema.speakers.insert(), {"id": id_, "name": name})
            connection.execute(schema.speaker_names.insert(), {"name": name, "speaker": id_})
            find(connection, name, key_words(name))
    rows = [
        SpeakerRow(
            place=str(number),
            name=name,
            languages=oracle.languages_told.get(name, ()),
            aliases=tuple(alias for whose, alias in oracle.aliases if whose == name),
        )
        for number, name in enumerate(oracle.listed)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("verbale.store.sql.roster.contradictions", lambda *_: {})
        store.put_speakers(rows)
    with store._database.write() as connection:
        for number, (one, other, said) in enumerate(oracle.decisions):
            values = {"id": str(number), "subject": "speakers", "decision": said, "one": one, "other": other}
            connection.execute(schema.decisions.insert(), values | {"decided_at": "2025-01-01T00:00:00Z"})


@dataclasses.dataclass
class Titles:
    """Titles of texts, by their words."""

    seen: list[tuple[str, str, str]]

    def offices(self, words: frozenset[str]) -> list[Held]:
        return []

    def titles(self, words: frozenset[str]) -> list[tuple[str, str, str]]:
        return [each for each in self.seen if words <= office_words(each[2])]


DAYS = st.integers(0, 1200).map(lambda days: date(2023, 1, 1) + timedelta(days=days))


@given(
    st.lists(st.tuples(DAYS.map(date.isoformat), printed_names(), st.sampled_from(OFFICES)), max_size=8),
    st.lists(
        st.tuples(st.sampled_from([*OFFICES, "the Prime Minister", "Ana Ruiz"]), DAYS), min_size=1, max_size=4
    ),
)
def test_holders_are_found_as_by_asking_all(
    seen: list[tuple[str, str, str]], asked: list[tuple[str, date]]
) -> None:
    oracle = Oracle([name for _, name, _ in seen])
    offices = Offices(Titles(seen), oracle.same)
    for office, on in [*asked, *((title, date.fromisoformat(day)) for day, _, title in seen)]:
        assert offices.holder(office, on) == holder(seen, office, on, oracle)


def test_groups_lead_from_pair_to_pair() -> None:
    found = groups(
        [("Ana Ruiz", "A. R."), ("Ivo Tarn", "I. T."), ("MS. ANA RUIZ", "Anita"), ("Anita", "I. T.")]
    )
    assert [set(group) for group in found] == [
        {"Ana Ruiz", "A. R.", "MS. ANA RUIZ", "Anita", "Ivo Tarn", "I. T."}
    ]


def test_a_name_without_letters_is_nobody_elses() -> None:
    registry = Registry(
        Gathered(["77", "№ 7", "Ana Ruiz"], aliases=[("Ana Ruiz", "77")], listed=["Ana Ruiz"])
    )
    assert registry.same("77", "Ana Ruiz")
    assert not registry.same("№ 7", "Ana Ruiz")
    assert registry.named("77") == ("77", "Ana Ruiz")
