"""No text raises, and what is found lies in the text: noise, and real texts where they are at hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cost import grows_as_its_size
from verbale.model.document import Document, Kind, Turn
from verbale.model.quotation import Quotation
from verbale.model.text import Span
from verbale.parse import read
from verbale.quote import quotations
from verbale.quote.marked import read_marks
from verbale.quote.tagger.combined import with_tagger
from verbale.quote.tagger.network import shipped
from verbale.text.one_person import same_person

WORDS = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    ",",
    ".",
    ":",
    ";",
    "?",
    "—",
    "(",
    ")",
    "[",
    "]",
    "said",
    "says",
    "told",
    "by",
    "according",
    "to",
    "Marr",
    "Elena",
    "Marr,",
    "the",
    "minister",
    "he",
    "she",
    "I",
    "you",
    "we",
    "they",
    "who",
    "saying",
    "that",
    "and",
    "“We",
    "stay,”",
    "“no.”",
    "was",
    "Minister",
    "Mr.",
    "of",
    "Port",
    "Selden",
    "never",
    "if",
    "called",
    "titled",
]
RICH = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=60).map(" ".join)
SEEDS = Path(__file__).parents[3] / "shared" / "data" / "seeds"


def assert_sound(text: str, found: tuple[Quotation, ...]) -> None:
    for number, quotation in enumerate(found):
        assert quotation.spans
        assert all(0 <= span.start < span.end <= len(text) for span in quotation.spans)
        assert all(a.end <= b.start for a, b in pairwise(quotation.spans))
        for part in (quotation.cue, quotation.mention):
            assert part is None or (part.start < part.end <= len(text))
        assert 0 <= quotation.score <= 1
        if quotation.parent is not None:
            assert quotation.parent < number
            around = found[quotation.parent].spans
            assert around[0].start <= quotation.spans[0].start
            assert quotation.spans[-1].end <= around[-1].end
    starts = [quotation.spans[0].start for quotation in found]
    assert starts == sorted(starts)


@given(st.text(max_size=300) | RICH)
def test_no_text_raises(text: str) -> None:
    assert_sound(text, quotations(text, tagger=False))


@given(st.text(max_size=300) | RICH)
def test_no_text_raises_with_the_tagger(text: str) -> None:
    assert_sound(text, quotations(text))
    assert_sound(text, with_tagger(read_marks(text), shipped(), 0.0))  # whatever its language


@given(RICH, st.lists(st.integers(0, 200), max_size=6, unique=True), st.sampled_from(list(Kind)))
def test_no_document_raises_with_the_tagger(text: str, cuts: list[int], kind: Kind) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts} | {len(text)})
    turns = tuple(Turn(span=Span(a, b), speaker="Elena Marr") for a, b in pairwise(edges))
    document = Document(
        text=text,
        name="x",
        sha256="0" * 64,
        reader="test",
        kind=kind,
        language="en",
        speaker="Elena Marr",
        turns=turns,
    )
    assert_sound(text, quotations(document))


@given(RICH, st.lists(st.integers(0, 200), max_size=6, unique=True), st.sampled_from(list(Kind)))
def test_no_document_raises(text: str, cuts: list[int], kind: Kind) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts} | {len(text)})
    turns = tuple(Turn(span=Span(a, b), speaker="Elena Marr") for a, b in pairwise(edges))
    document = Document(
        text=text, name="x", sha256="0" * 64, reader="test", kind=kind, speaker="Elena Marr", turns=turns
    )
    found = quotations(document, tagger=False)
    assert_sound(text, found)
    for quotation in found:
        if quotation.turn is not None:
            assert (
                turns[quotation.turn].span.start <= quotation.spans[0].start < turns[quotation.turn].span.end
            )


@pytest.mark.parametrize(
    "junk",
    [
        '"a "',
        "“a” said “b” ",
        '"A," said B. ',
        "X said: “Y.” he said ",
        "Marr, who, ",
        "“ said he, ",
        "“A, ‘b,’ c” he said\n",
        "“A,” he said. Marr ",
        "Elena Marr ",
    ],
)
def test_hostile_text_takes_linear_time(junk: str) -> None:
    start = "“We stay,” Marr said. “No,” he said. "
    assert grows_as_its_size(
        lambda size: quotations(start + junk * (size // len(junk)), tagger=False), 10_000
    )


def seed(part: str) -> tuple[Document, tuple[Quotation, ...]]:
    found = sorted(SEEDS.glob(f"*{part}*.txt")) if SEEDS.is_dir() else []
    if not found:
        pytest.skip("the shared seeds are not at hand")
    document = read(found[0])
    return document, quotations(document, tagger=False)


@pytest.mark.parametrize("part", ["key-points-press", "diplomatic", "ria", "key-points-news", "ntv"])
def test_the_seeds_are_sound_and_words_have_one_owner(part: str) -> None:
    document, found = seed(part)
    assert found
    assert_sound(document.text, found)
    for quotation in found:
        assert quotation.via is None or quotation.via != quotation.speaker


@pytest.mark.parametrize(
    ("part", "words", "speaker"),
    [
        # a president inside the agency's sentence, a counterpart, an answer given elsewhere, a song, a slogan
        ("key-points-press", "we do not reject negotiations", "Putin"),
        ("key-points-news", "the essence of a comprehensive", "Wang Yi"),
        ("diplomatic", "Yes, that remains the case", "Stoltenberg"),
        ("diplomatic", "You are expanding into", None),
        ("diplomatic", "Strengthening the Bundeswehr", "Merz"),
        ("ntv", "Our reach around the world", "Vysotsky"),
        ("ntv", "stand with Ukraine", "von der Leyen"),
        ("ria", "the issue is under consideration", None),
    ],
)
def test_relayed_words_of_the_seeds_are_not_the_main_speakers(
    part: str, words: str, speaker: str | None
) -> None:
    document, found = seed(part)
    (quotation,) = [q for q in found if words in q.spans[0].of(document.text)]
    assert quotation.speaker != document.speaker
    if speaker is not None:
        assert quotation.speaker is not None
        assert speaker in quotation.speaker


@pytest.mark.parametrize("part", ["key-points-press", "key-points-news"])
def test_most_words_of_the_digests_are_the_main_speakers_own(part: str) -> None:
    document, found = seed(part)
    assert document.speaker is not None
    own = [q for q in found if q.speaker is not None and same_person(q.speaker, document.speaker)]
    assert len(own) >= 0.9 * len(found)
