"""The ways to account for a quote with marks of omission, held against a plain search of every text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.plain import in_order
from tests.store.index.made_up import PlainRecord
from verbale.check.candidates import candidates
from verbale.check.choice import FAITHFUL
from verbale.compare.nearest import Finder
from verbale.compare.quoted import take_apart
from verbale.model import Span
from verbale.store.index import QuoteIndex, catch_up
from verbale.text.letters import spelled

VOCABULARY = ["lake", "gate", "shall", "open", "ferry", "117199", "141166", "Dretares", "Brunewik"]
texts = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=4, max_size=20), min_size=1, max_size=4)


@settings(deadline=None, max_examples=150)
@given(texts, st.data())
def test_pieces_are_faithful_just_where_a_text_has_them_in_order(
    given_texts: list[list[str]], data: st.DataObject
) -> None:
    printed = [" ".join(text) for text in given_texts]
    piece = st.one_of(
        st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=4),
        st.tuples(st.sampled_from(given_texts), st.integers(0, 16), st.integers(2, 5)).map(
            lambda cut: cut[0][cut[1] : cut[1] + cut[2]] if cut[1] + 2 <= len(cut[0]) else cut[0][:2]
        ),
    )
    pieces = data.draw(st.lists(piece, min_size=1, max_size=3))
    with tempfile.TemporaryDirectory() as folder:
        record = PlainRecord(Path(folder))
        for number, text in enumerate(printed):
            record.put(str(number), number, text)
        catch_up(record)
        finder = Finder(
            QuoteIndex(record.path / "index"), lambda n: printed[int(n)], lambda _: None, lambda _: ()
        )
        quoted = take_apart(" … ".join(" ".join(each) for each in pieces))
        found = candidates(quoted, finder, lambda document, _: Span(0, len(printed[int(document)])))
    faithful = [each for each in found if each.wording in FAITHFUL]
    homes = {str(number) for number, text in enumerate(given_texts) if in_order(pieces, text)}
    assert {each.passages[0].document for each in faithful} <= homes
    assert bool(faithful) == bool(homes)
    for each in faithful:
        spans = [passage.span for passage in each.passages]
        assert spans == sorted(spans, key=lambda span: span.start)
        assert len({passage.document for passage in each.passages}) == 1
        text = printed[int(each.passages[0].document)]
        said = [word for span in spans for word in spelled(span.of(text))]
        assert said == [word.casefold() for one in pieces for word in one]
