"""What the tagger adds to the marks: words without marks, their cues, mentions and speakers."""

from __future__ import annotations

import subprocess
import sys

import pytest

from verbale.api import quotations
from verbale.model.document import Document, Kind, Role, Turn
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.quote.tagger.assembling import Tagged
from verbale.quote.tagger.chain import TAGS, bars
from verbale.quote.tagger.merging import merge
from verbale.quote.tagger.network import shipped

INTRODUCED = "Foreign Minister Elena Marr met the press in Varnholm on Monday. "


def content(quotation: Quotation, text: str) -> str:
    return " … ".join(span.of(text) for span in quotation.spans)


def only(text: str, words: str) -> Quotation:
    """The one quotation that holds the words."""
    found = [q for q in quotations(text) if words in content(q, text)]
    assert len(found) == 1, [content(q, text) for q in quotations(text)]
    return found[0]


def mention(quotation: Quotation, text: str) -> str | None:
    return quotation.mention.of(text) if quotation.mention is not None else None


@pytest.mark.parametrize(
    ("sentence", "words", "cue", "named", "speaker"),
    [
        ("Marr said the ferry line would reopen in May.", "the ferry line", "said", "Marr", "Elena Marr"),
        ("She added that the talks had been difficult.", "the talks had been", "added", "She", "Elena Marr"),
        ("According to Marr, the treaty is ready.", "the treaty is", "According to", "Marr", "Elena Marr"),
        ("The treaty is ready, Marr told reporters.", "The treaty is ready", "told", "Marr", "Elena Marr"),
        ("The minister warned that fares would rise.", "fares would", "warned", "The minister", "Elena Marr"),
        ("A senior official said the offer was dead.", "the offer", "said", "A senior official", None),
    ],
)  # fmt: skip
def test_words_without_marks(sentence: str, words: str, cue: str, named: str, speaker: str | None) -> None:
    text = INTRODUCED + sentence
    found = only(text, words)
    assert found.kind is QuotationKind.INDIRECT
    assert found.method == "tagger"
    assert found.cue is not None
    assert cue in found.cue.of(text)
    assert mention(found, text) == named
    assert found.speaker == speaker


def test_a_clause_that_holds_marked_words_is_one_mixed_quotation() -> None:
    text = INTRODUCED + "Marr said the plan was “dead on arrival” and would not be revived."
    found = only(text, "dead on arrival")
    assert found.kind is QuotationKind.MIXED
    assert content(found, text).startswith("the plan was “dead")
    assert found.method == "marks+tagger"


def test_direct_words_have_the_borders_of_their_marks() -> None:
    text = INTRODUCED + "“We will reopen the line in May,” Marr said. “Nobody will lose a day.”"
    found = quotations(text)
    words = " … ".join(content(q, text) for q in found)
    assert words == "We will reopen the line in May, … Nobody will lose a day."
    assert {q.speaker for q in found} == {"Elena Marr"}


def test_words_cut_by_their_cue_are_one_quotation() -> None:
    text = "The ferry, Transport Minister Otis Crane said on Tuesday, will sail again before the summer."
    found = only(text, "The ferry")
    assert len(found.spans) == 2
    assert "will sail again" in content(found, text)
    assert found.speaker == "Otis Crane"


def test_one_mention_may_have_several_cues() -> None:
    text = INTRODUCED + "Marr said the line would reopen in May and promised that fares would not rise."
    first, second = only(text, "the line would reopen"), only(text, "fares would not rise")
    assert first.mention == second.mention
    assert first.cue != second.cue


def test_denied_words_are_nobodys() -> None:
    text = INTRODUCED + "Marr denied that the bridge was unsafe."
    found = only(text, "the bridge was unsafe")
    assert mention(found, text) == "Marr"
    assert found.speaker is None


def test_several_speakers_are_not_one() -> None:
    text = INTRODUCED + "Marr and her deputy said the line would reopen in May."
    assert only(text, "the line would reopen").speaker is None


def test_papers_do_not_speak() -> None:
    text = "A poll found that most islanders want the ferry back. The mayor said nothing."
    assert {q.speaker for q in quotations(text)} <= {None, "mayor"}


def test_the_name_behind_a_description_and_an_apposition() -> None:
    text = "Her former deputy Otis Crane said the line was safe. Ida Voss, the mayor, said it was not."
    assert only(text, "the line was safe").speaker == "Otis Crane"
    assert only(text, "it was not").speaker == "Ida Voss"


def test_a_press_release_names_the_next_speaker() -> None:
    text = (
        "“Visitors will hear forty clocks strike at once,” Director Emil Quist said.\n\n"
        "And from Deputy Director Ana Ruiz: “Bring your children, and bring earplugs.”"
    )
    assert only(text, "forty clocks").speaker == "Emil Quist"
    assert only(text, "earplugs").speaker in ("Ana Ruiz", None)


def test_other_languages_are_left_to_the_marks() -> None:
    text = (
        "Außenministerin Elena Marr kam am Montag nach Varnholm. „Wir bleiben“, sagte Marr. "
        "Sie sagte, der Vertrag sei fertig und werde bald unterschrieben."
    )
    assert {q.method for q in quotations(text)} == {"marks"}


def test_without_the_tagger_only_marks_count() -> None:
    text = INTRODUCED + "Marr said the line would reopen."
    assert quotations(text, tagger=False) == ()


def test_the_least_score_is_held() -> None:
    text = INTRODUCED + "Marr said the line would reopen. Some islanders seem to like it."
    scores = [q.score for q in quotations(text)]
    assert scores
    assert quotations(text, min_score=1.0) == ()
    assert len(quotations(text, min_score=max(scores))) < len(scores) or len(set(scores)) == 1


def transcript(words: str) -> Document:
    question = "Question: What did the president say?\n"
    text = f"{question}Marr: {words}"
    turns = (
        Turn(span=Span(10, len(question) - 1), label=Span(0, 9), role=Role.QUESTION),
        Turn(
            span=Span(len(question) + 6, len(text)),
            label=Span(len(question), len(question) + 5),
            speaker="Elena Marr",
            role=Role.ANSWER,
        ),
    )
    return Document(
        text=text,
        name="x",
        sha256="0" * 64,
        reader="test",
        kind=Kind.TRANSCRIPT,
        language="en",
        speaker="Elena Marr",
        speakers=("Elena Marr",),
        turns=turns,
    )


def test_who_relays_in_a_transcript() -> None:
    document = transcript(
        "I think we can agree. President Pavel Orre said that the border would open in May."
    )
    found = quotations(document)
    assert [(q.speaker, q.via, q.turn) for q in found] == [("Pavel Orre", "Elena Marr", 1)]


def test_own_sentences_of_a_turn_are_not_quotations() -> None:
    document = transcript("I said that the line would reopen. We believe it will. You know that. I hope so.")
    assert quotations(document) == ()


def test_the_same_text_gives_the_same_quotations() -> None:
    text = INTRODUCED + "Marr said the line would reopen. “We stay,” she added, calling the plan a farce."
    assert quotations(text) == quotations(text)


def test_neither_import_nor_marks_load_the_network() -> None:
    code = (
        "import sys, verbale; verbale.quotations('“We stay,” Ana Ruiz said.', tagger=False);"
        "sys.exit('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_chain_of_the_weights_bars_what_cannot_be() -> None:
    chain, (moves, begin) = shipped().chain, bars()
    assert chain.moves.shape == (TAGS, TAGS)
    assert bool((chain.moves[moves < 0] < -1000).all())
    assert bool((chain.begin[begin < 0] < -1000).all())


def test_words_of_another_speaker_are_not_drawn_into_a_quotation() -> None:
    text = "“We stay,” said Otis Crane. “We go,” said Ida Voss."
    by_marks = quotations(text, tagger=False)
    first = text.index("Otis Crane")
    drawn = Tagged(((0, 10), (28, 37)), (11, 15), (first, first + 10), (0.9,) * 8)
    merged = merge(text, by_marks, [], [drawn])
    assert [[span.of(text) for span in one.spans] for one in merged] == [["We stay,"], ["We go,"]]


@pytest.mark.parametrize(
    "behind", ["\n\n— Marr", " — Marr", "\n— Elena Marr", " – Elena Marr, Foreign Minister"]
)
def test_words_with_a_signature_are_no_part_of_the_sentence_before(behind: str) -> None:
    before = "Foreign Minister Elena Marr spoke in Varnholm, and talked for long about the ports."
    text = f"{before}\n\n“The harbour stays open for all ships.”{behind}\n"
    found = only(text, "The harbour")
    assert (content(found, text), found.speaker) == ("The harbour stays open for all ships.", "Elena Marr")


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("the Foreign Minister of Tarvia said", "Foreign Minister of Tarvia"),
        ("said the Minister of Foreign Affairs of Tarvia", "Minister of Foreign Affairs of Tarvia"),
        ("a spokesman for the Foreign Minister of Tarvia said", None),
        ("the former Foreign Minister of Tarvia said", None),
    ],
)
def test_an_office_of_a_country_is_no_person(said: str, speaker: str | None) -> None:
    text = f"The house met in Selden on Monday. “The harbour stays open for all ships,” {said}."
    assert only(text, "The harbour").speaker == speaker
