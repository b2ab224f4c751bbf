"""What an edit touched, and what a passage leaves out around it: each rule on both sides."""

from __future__ import annotations

from math import log2
from typing import Any

import numpy as np
import pytest

from verbale.check.context import leaves_out, sentence_around, starts_over, unclear_around
from verbale.check.significance import PAIR_WEIGHT, UNSEEN_WORDS, Rarity
from verbale.check.touched import touched
from verbale.model import Edit, Flag, Operation, Span
from verbale.text.lexicon import lexicons_for


def flags(record: str, quoted: str, language: str = "en") -> str:
    edit = Edit(op=Operation.REPLACE, quoted=quoted, record=record)
    both = [touched([each], lexicons_for(language, None, "")) for each in (edit, swapped(edit))]
    # what was put in was touched as what was left out
    assert both[0] == both[1]
    return ", ".join(both[0])


def swapped(edit: Edit) -> Edit:
    return Edit(op=edit.op, quoted=edit.record, record=edit.quoted)


@pytest.mark.parametrize(
    ("record", "quoted", "found"),
    [
        ("not", "", "negation"),
        ("is not", "is", "negation"),
        ("isn’t", "is", "negation"),
        ("never", "always", "negation, modality"),
        ("not", "never", ""),
        ("deny", "", "negation"),
        ("not only", "", ""),
        ("twenty", "thirty", "number"),
        ("20", "30", "number"),
        ("20", "20", ""),
        ("20 of 30", "30 of 20", ""),
        ("5th", "6th", "number"),
        ("five percent", "five", "number"),
        ("half", "", "number"),
        ("dozens", "dozen", "number"),
        ("one", "", ""),
        ("hundreds", "hundred", "number"),
        ("will", "may", "modality"),
        ("will", "shall", ""),
        ("will", "will", ""),
        ("will", "", "modality"),
        ("maybe", "", "modality"),
        ("maybe", "perhaps", ""),
        ("certainly", "", "modality"),
        ("maybe", "certainly", "modality"),
        ("Dorn", "Elm", "name"),
        ("Dorn", "", "name"),
        ("Dorn", "dorn", "name"),
        ("I", "a", ""),
        ("I’m", "a", ""),
        ("Dorn and Elm", "Elm and Dorn", ""),
        ("I", "he", "person"),
        ("I", "me", ""),
        ("I", "", ""),
        ("we know", "they know", "person"),
        ("we and they", "they and we", ""),
        ("we", "we and they", "person"),
        ("is", "was", "tense"),
        ("has", "had", "tense"),
        ("pays", "paid", "tense"),
        ("walks", "walked", "tense"),
        ("walk", "walked", "tense"),
        ("carry", "carried", "tense"),
        ("try", "tried", "tense"),
        ("cries", "cried", "tense"),
        ("bed", "beds", ""),
        ("need", "needs", ""),
        ("need", "needed", "tense"),
        ("moves", "moved", "tense"),
        ("walked", "walked", ""),
        ("walked", "talks", ""),
        ("takes", "took", "tense"),
        ("stone", "wood", ""),
        ("", "", ""),
    ],
)
def test_what_an_english_edit_touches(record: str, quoted: str, found: str) -> None:
    assert flags(record, quoted) == found


@pytest.mark.parametrize(
    ("language", "record", "quoted", "found"),
    [
        ("de", "nicht", "", "negation"),
        ("de", "Fischer", "Bauern", ""),
        ("de", "zwanzig", "dreißig", "number"),
        ("cs", "chceme", "nechceme", "negation"),
        ("fr", "ne", "", "negation"),
    ],
)
def test_what_an_edit_of_another_language_touches(
    language: str, record: str, quoted: str, found: str
) -> None:
    assert flags(record, quoted, language) == found


def test_what_no_known_language_has_is_told_by_digits_and_capitals() -> None:
    edit = Edit(op=Operation.REPLACE, quoted="not 20 in Dorn", record="30 in Elm")
    assert touched([edit], ()) == (Flag.NUMBER, Flag.NAME)
    assert touched([], lexicons_for("en", None, "")) == ()


def out(text: str, passage: str, language: str = "en") -> bool:
    first = text.index(passage)
    return leaves_out(
        text, Span(first, first + len(passage)), Span(0, len(text)), lexicons_for(language, None, "")
    )


@pytest.mark.parametrize(
    ("text", "passage", "cut"),
    [
        # a negation right before the passage, and up to two words before it
        ("We do not want the mill.", "want the mill", True),
        ("We do not really want the mill.", "want the mill", True),
        ("We do not really ever want the mill.", "want the mill", True),
        ("We do not, as far as that, want the mill.", "want the mill", False),
        # a verb through which it governs, near the negation and near the passage
        ("I do not think that the mill is lost.", "the mill is lost", True),
        ("I do not for one whole day think that the mill is lost.", "the mill is lost", False),
        ("I do not think that today in Dorn the mill is lost.", "the mill is lost", False),
        ("I do not sing that the mill is lost.", "the mill is lost", True),
        # what denies by itself
        ("They deny that the mill is lost.", "the mill is lost", True),
        ("They deny to all of you that the mill is lost.", "the mill is lost", False),
        # a question denies nothing
        ("Isn’t this what you wanted?", "this what you wanted", False),
        ("It isn’t this what you wanted.", "this what you wanted", True),
        # conditions before
        ("If the rain stops, we sail.", "we sail", True),
        ("Unless the rain stops, we sail.", "we sail", True),
        ("Once the rain stops, we sail.", "we sail", True),
        ("We once thought so and we sail.", "we sail", False),
        ("Should it rain, we sail.", "we sail", True),
        ("Were it dry, we would sail.", "we would sail", True),
        ("They were dry, we would sail.", "we would sail", False),
        ("It was dry. We would sail if it rains. We stay.", "We stay", False),
        # conditions and denials behind
        ("We sail if the rain stops.", "We sail", True),
        ("We sail at dawn tomorrow if the rain stops.", "We sail at dawn tomorrow", True),
        ("We sail, provided the rain stops.", "We sail", True),
        ("We sail, once the rain stops.", "We sail", True),
        ("We sail once more.", "We sail", False),
        ("We sail, but not today.", "We sail", True),
        ("We sail and so does the king.", "We sail", False),
        ("That the mill is lost is not true.", "the mill is lost", True),
        ("That the mill is lost in the flood of the year is not true.", "the mill is lost", False),
        ("We sail. If the rain stops, we stay.", "We sail", False),
        # the passage has it itself
        ("If the rain stops, we sail.", "If the rain stops, we sail", False),
        ("We sail.", "We sail", False),
        # tries at the same words leave nothing out
        ("We – we do not, we do not publish it.", "we do not publish it", False),
    ],
)
def test_what_a_passage_leaves_out(text: str, passage: str, cut: bool) -> None:
    assert out(text, passage) is cut


@pytest.mark.parametrize(
    ("text", "passage", "cut"),
    [
        # two words between a negation and what it denies
        ("We do not ever really want the mill.", "want the mill", True),
        ("We do not ever so really want the mill.", "want the mill", False),
        # three between it and the verb through which it denies, and two from there
        ("I do not for one day think that the mill is lost.", "the mill is lost", True),
        ("I do not for one whole day think that the mill is lost.", "the mill is lost", False),
        ("I do not think that today the mill is lost.", "the mill is lost", True),
        ("I do not think that in Dorn the mill is lost.", "the mill is lost", False),
        # a verb before its negation governs something else
        ("I think so and not in this old Dorn the mill is lost.", "the mill is lost", False),
        # three between what denies by itself and the passage
        ("They deny even now that the mill is lost.", "the mill is lost", True),
        ("They deny even now in Dorn that the mill is lost.", "the mill is lost", False),
        # five behind it
        ("The mill is lost, as they say in Dorn, is not true.", "The mill is lost", True),
        ("The mill is lost, as they still say in Dorn, is not true.", "The mill is lost", False),
        # a condition behind a dash, with two words before it
        ("We sail – and so if the rain stops.", "We sail", True),
        ("We sail – and so then if the rain stops.", "We sail", False),
        ("We sail and so then if the rain stops.", "We sail", True),
        ("We sail. And if the rain stops, we stay.", "We sail. And", True),
        # only what begins a sentence, or stands behind a mark, is a condition of the kind of "once"
        ("In May, once the rain stops, we sail.", "we sail", True),
        ("Now once the rain stops, we sail.", "we sail", False),
        # what comes before a passage that has tried the words before is nothing left out
        ("Not – not now, not now we sail.", "not now we sail", False),
    ],
)
def test_how_far_from_a_passage_it_is_still_denied(text: str, passage: str, cut: bool) -> None:
    assert out(text, passage) is cut


@pytest.mark.parametrize(
    ("language", "text", "passage", "cut"),
    [
        # in German a negation may stand behind, after three words and no mark
        ("de", "Wir wollen die Mühle nicht.", "Wir wollen die Mühle", True),
        ("de", "Wir wollen die Mühle hier heute gern nicht.", "Wir wollen die Mühle", True),
        ("de", "Wir wollen die Mühle hier heute ganz gern nicht.", "Wir wollen die Mühle", False),
        ("de", "Wir wollen die Mühle, heute nicht.", "Wir wollen die Mühle", False),
        ("en", "We want the mill and not the lake.", "We want the mill", False),
        # in Czech a negation grows onto its verb, up to three words before "that"
        ("cs", "Nečekáme tady dnes, že mlýn je ztracen.", "mlýn je ztracen", True),
        ("cs", "Nečekáme tady dnes opět, že mlýn je ztracen.", "mlýn je ztracen", False),
        ("cs", "Čekáme tady dnes, že mlýn je ztracen.", "mlýn je ztracen", False),
        ("cs", "Nečekáme, že mlýn je ztracen.", "že mlýn je ztracen", True),
        ("cs", "Nečekáme tady dnes, že mlýn je ztracen.", "že mlýn je ztracen", True),
        ("cs", "Nečekáme tady dnes opět, že mlýn je ztracen.", "že mlýn je ztracen", False),
        ("cs", "Nečekáme: mlýn je ztracen.", "mlýn je ztracen", False),
        # the rest of the word has three letters at least, and is no word that only begins so
        ("cs", "Nedbá, že mlýn je ztracen.", "mlýn je ztracen", True),
        ("cs", "Nejí, že mlýn je ztracen.", "mlýn je ztracen", False),
        ("cs", "Nedávno se zdálo, že mlýn je ztracen.", "mlýn je ztracen", False),
        # or it is a verb that governs, up to two words before the passage
        ("cs", "Nesouhlasíme: mlýn je ztracen.", "mlýn je ztracen", True),
        ("cs", "Nesouhlasíme tady dnes: mlýn je ztracen.", "mlýn je ztracen", True),
        ("cs", "Nesouhlasíme tady dnes opět: mlýn je ztracen.", "mlýn je ztracen", False),
        # where no space parts words, letters are counted
        ("zh", "我们不很想要磨坊。", "想要磨坊", True),
        ("zh", "我们不在家要磨坊。", "要磨坊", True),
        ("zh", "我们不在大家要磨坊。", "要磨坊", False),
        ("zh", "我们不木木木木认为木木木要磨坊。", "要磨坊", True),
        ("zh", "我们不木木木木木认为木木木要磨坊。", "要磨坊", False),
        ("zh", "我们不木木木木认为木木木木要磨坊。", "要磨坊", False),
        ("zh", "我们否认木木木木木木要磨坊。", "要磨坊", True),
        ("zh", "我们否认木木木木木木木要磨坊。", "要磨坊", False),
        ("ja", "水車は明日も町要らず。", "水車は", True),
        ("ja", "水車は明日も町に要らず。", "水車は", False),
        ("ja", f"水車は{'木' * 16}ない。", "水車は", True),
        ("ja", f"水車は{'木' * 17}ない。", "水車は", False),
    ],
)
def test_how_far_a_denial_reaches_in_other_languages(
    language: str, text: str, passage: str, cut: bool
) -> None:
    assert out(text, passage, language) is cut


@pytest.mark.parametrize(
    ("language", "between", "cut"), [("en", 57, True), ("en", 58, False), ("ja", 24, True), ("ja", 25, False)]
)
def test_how_far_behind_a_condition_may_begin(language: str, between: int, cut: bool) -> None:
    """In characters, from the passage's last letter to the condition's first."""
    filling, condition, passage = {
        "en": (" a b c " + "x" * (between - 5) + " ", "if the rain stops.", "We sail"),
        "ja": ("木" * between, "もし雨なら。", "船は"),
    }[language]
    assert out(passage + filling + condition, passage, language) is cut


def test_a_condition_far_behind_is_another_thing() -> None:
    near, far = "we sail", "x" * 70
    assert out(f"We sail to the old {'x' * 20} town if the rain stops.", "We sail to")
    assert not out(f"We sail to the old good {far} town if the rain stops.", "We sail to")
    assert not out("We sail to the old good – town if the rain stops.", "We sail to")
    assert near


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("We met", "We met."),
        ("it rains", " If it rains, we stay."),
        ("we stay. Then we", " If it rains, we stay. Then we left."),
        ("left", " Then we left."),
        ("met.", "We met."),
    ],
)
def test_the_sentence_around(passage: str, sentence: str) -> None:
    text = "We met. If it rains, we stay. Then we left."
    first = text.index(passage)
    span = Span(first, first + len(passage))
    assert sentence_around(text, span, Span(0, len(text))).of(text) == sentence
    # within what its speaker says
    assert sentence_around(text, span, span) == span


def test_only_so_much_is_looked_at_around_a_passage() -> None:
    text = "x" * 1_000 + " here " + "y" * 1_000
    assert sentence_around(text, Span(1_001, 1_005), Span(0, len(text))) == Span(401, 1_605)


@pytest.mark.parametrize(
    ("before", "passage", "over"),
    [
        ("We – ", "we do not publish", True),
        ("We – we do, ", "we do not publish", True),
        ("He – ", "we do not publish", False),
        ("Publish – ", "we do not publish", False),
        ("", "we do not publish", False),
        ("We do not, – ", "do not publish", False),
    ],
)
def test_tries_at_the_same_words(before: str, passage: str, over: bool) -> None:
    text = before + passage + "."
    assert starts_over(text, Span(len(before), len(text) - 1), Span(0, len(text))) is over


@pytest.mark.parametrize(
    ("text", "unheard"),
    [
        ("we sail (inaudible) now", True),
        ("we sail [ph] now", True),
        ("(inaudible) we sail now", False),
        ("(ph) we sail now and for ever", False),
        ("we sail and then all of us (inaudible)", False),
        ("we sail then and I (ph)", True),
        ("we sail then and so (ph)", False),
        ("we sail (laughter) now", False),
        ("ph we sail", False),
    ],
)
def test_what_was_not_heard_well(text: str, unheard: bool) -> None:
    first = text.index("we sail")
    assert unclear_around(text, Span(first, first + 7)) is unheard


def test_the_mark_before_a_passage_is_its_own() -> None:
    assert unclear_around("so [ph] it is", Span(4, 13))
    assert unclear_around("so [ph] it is", Span(3, 13))
    assert not unclear_around("so [ph] it is", Span(8, 13))


class Counted:
    """An index that has counted words and pairs."""

    def __init__(self, size: int, words: list[int], pairs: list[int]) -> None:
        self.size, self.words, self.pairs = size, np.array(words), np.array(pairs)

    def __len__(self) -> int:
        return self.size

    def frequencies(self, hashes: Any) -> Any:
        return self.words[: len(hashes)]

    def pair_frequencies(self, hashes: Any) -> Any:
        return self.pairs[: len(hashes) - 1]


def rarity(size: int, words: list[int], pairs: list[int]) -> Rarity:
    index: Any = Counted(size, words, pairs)
    return Rarity(index, np.arange(len(words), dtype=np.uint32))


def test_how_much_words_carry() -> None:
    """Each count leaves the match itself out; a pair is believed more than its second word alone."""
    found = rarity(6_384, [3, 5, 1, 0], [3, 0, 0])
    total = 6_384 + UNSEEN_WORDS
    assert found.search == log2(6_384)
    chance = [2.5 / total, 4.5 / total, 0.5 / total, 0.5 / total]
    assert found.alone.tolist() == pytest.approx([-log2(each) for each in chance])
    given_first = PAIR_WEIGHT * 2 / 2 + (1 - PAIR_WEIGHT) * chance[1]
    assert found.given.tolist() == pytest.approx(
        [-log2(given_first), *(-log2((1 - PAIR_WEIGHT) * each) for each in chance[2:])]
    )
    # a word is known where it stands beside its neighbour somewhere
    assert found.known.tolist() == [True, True, False, False]
    alone, given = found.alone.tolist(), found.given.tolist()
    assert found.run(0, 4) == pytest.approx(alone[0] + sum(given))
    assert found.run(1, 3) == pytest.approx(alone[1] + given[1])
    assert (found.run(2, 2), found.run(3, 1)) == (0.0, 0.0)
    mask = np.array([True, True, False, True])
    assert found.matched(mask) == pytest.approx(found.run(0, 2) + found.run(3, 4))
    assert found.matched(np.zeros(4, np.bool_)) == 0
    assert found.matched(np.ones(4, np.bool_)) == pytest.approx(found.run(0, 4))


def test_no_word_carries_less_than_nothing() -> None:
    found = rarity(1, [1], [])
    assert (found.search, found.given.tolist(), found.known.tolist()) == (1.0, [], [False])
    everywhere = rarity(4, [90_000, 90_000, 90_000], [90_000, 2])
    assert everywhere.given.tolist()[0] == 0
    assert rarity(0, [], []).run(0, 0) == 0
