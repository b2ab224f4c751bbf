"""A sentence that many have said: whoever is quoted with it, and did say it, is not called misattributed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.store.made_up import interview
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Attribution, Dating, Severity, Verdict
from verbale.store import Store

SENTENCE = "The northern harbour belongs to all the people of this coast and to nobody else."
LAST = date(2025, 6, 2)


def talk(speakers: Sequence[str], said: str = SENTENCE, day: str = "3 March 2025") -> str:
    lines = [f"Talks in the town hall, with {len(speakers)} guests", "", day, ""]
    for number, speaker in enumerate(speakers):
        item = f"{number * 31 + len(day)} of {day}"
        lines += [f"Question: What do you say of item {item}?", "", f"{speaker}: {said}", ""]
        lines += ["Question: And that is all?", "", f"{speaker}: It is all that I know of item {item}.", ""]
    return "\n".join(lines)


def guests(count: int) -> list[str]:
    """Names that nobody could take for one another, nor for the claimed speaker."""
    firsts = ("Ola", "Mirt", "Senna", "Jorun", "Pavle", "Tiso", "Kerra", "Ulm", "Wanda", "Yrsa")
    lasts = (
        "Bont",
        "Crell",
        "Dusk",
        "Fenn",
        "Gorse",
        "Holm",
        "Junk",
        "Kant",
        "Lurg",
        "Moss",
        "Nupp",
        "Prask",
    )
    return [f"{firsts[n % 10]} {lasts[n // 10 % 12]}{'aeiou'[n // 120 % 5]}k" for n in range(count)]


def others_and(folder: Path, others: int, *, each_alone: bool, said: str = SENTENCE) -> None:
    """A sentence said by others, and last of all by Ada Brenn."""
    names = guests(others)
    for number in range(others if each_alone else 1):
        text = talk([names[number]] if each_alone else names, said, f"{1 + number % 28} March 2025")
        (folder / f"a{number:04d}.txt").write_text(text, encoding="utf-8")
    (folder / "z.txt").write_text(talk([*guests(2), "Ada Brenn"], said, "2 June 2025"), encoding="utf-8")
    # what else a record holds, so that the words of a sentence are not those of every text
    (folder / "more.txt").write_text(interview(7, answers=1_500), encoding="utf-8")


@pytest.mark.parametrize(
    "quoted",
    [
        SENTENCE,
        "The northern harbour belongs to all the people … and to nobody else.",
        "[It] belongs to all the people of this coast and to nobody else.",
        "The [old] harbour belongs to all the people of this coast and to nobody else.",
        "The northern harbour belonged to all the people of this coast and to nobody else.",
    ],
)
@pytest.mark.parametrize(("others", "each_alone"), [(60, True), (500, False)])
def test_the_claimed_speaker_comes_before_others(
    store: Store, texts: Path, quoted: str, others: int, each_alone: bool
) -> None:
    others_and(texts, others, each_alone=each_alone)
    add(store, texts)
    checker = Checker(store)
    check = checker.check(quoted, speaker="Ada Brenn")
    if check.verdict not in {Verdict.COMMON, Verdict.NOT_FOUND}:
        # said by hundreds, or by sixty in sixty texts, it may be nobody's own
        assert (check.attribution, check.speaker) == (Attribution.RIGHT, "Ada Brenn")
    dated = checker.check(quoted, speaker="Ada Brenn", said_on=LAST)
    assert (dated.attribution, dated.dating) == (Attribution.RIGHT, Dating.RIGHT)


def test_whoever_is_not_among_the_many_may_have_said_it_too(store: Store, texts: Path) -> None:
    others_and(texts, 60, each_alone=True)
    add(store, texts)
    check = Checker(store).check(
        "[It] belongs to all the people of this coast and to nobody else", speaker="Tarn"
    )
    assert (check.verdict, check.attribution) == (Verdict.ADAPTED, Attribution.UNKNOWN)
    assert check.severity is Severity.LOOK


def test_the_claimed_speaker_in_a_talk_where_hundreds_said_it(store: Store, texts: Path) -> None:
    (texts / "one.txt").write_text(talk([*guests(450), "Ada Brenn", *guests(30)]), encoding="utf-8")
    add(store, texts)
    check = Checker(store).check(SENTENCE, speaker="Ada Brenn")
    assert (check.attribution, check.speaker) == (Attribution.RIGHT, "Ada Brenn")


def test_the_claimed_day_comes_before_other_days(store: Store, texts: Path) -> None:
    for number in range(60):
        text = talk(["Ada Brenn"], day=f"{1 + number % 28} {('March', 'April', 'May')[number // 28]} 2024")
        (texts / f"a{number:02d}.txt").write_text(text, encoding="utf-8")
    (texts / "z.txt").write_text(talk(["Ivo Tarn", "Ada Brenn"], day="2 June 2025"), encoding="utf-8")
    add(store, texts)
    check = Checker(store).check(SENTENCE, speaker="Ada Brenn", said_on=LAST)
    assert (check.verdict, check.said_on) == (Verdict.VERBATIM, LAST)
    assert Checker(store).check(SENTENCE, said_on=LAST).dating is Dating.RIGHT
    assert (
        Checker(store).check(SENTENCE, speaker="Ada Brenn", said_on=date(2025, 1, 1)).dating is Dating.WRONG
    )


def test_pieces_joined_are_the_claimed_speakers_where_they_can_be(store: Store, texts: Path) -> None:
    others_and(texts, 60, each_alone=True)
    (texts / "y.txt").write_text(
        talk(["Ada Brenn"], "Every crew was thanked before the winter."), encoding="utf-8"
    )
    add(store, texts)
    quoted = f"Every crew was thanked before the winter … {SENTENCE}"
    check = Checker(store).check(quoted, speaker="Ada Brenn")
    assert (check.verdict, check.attribution) == (Verdict.SPLICED, Attribution.RIGHT)


def test_the_checked_text_does_not_hide_the_record(store: Store, texts: Path) -> None:
    """However often a text has a sentence, it is no evidence for itself, and the others are looked at."""
    (texts / "a.txt").write_text(talk(guests(500)), encoding="utf-8")
    (texts / "b.txt").write_text(talk(["Ada Brenn"]), encoding="utf-8")
    (texts / "more.txt").write_text(interview(7, answers=1_500), encoding="utf-8")
    add(store, texts)
    first = next(info.id for info in store.documents() if info.name == "a.txt")
    for quoted in (SENTENCE, SENTENCE.replace("The northern harbour", "[It]")):
        check = Checker(store).check(quoted, speaker="Ada Brenn", exclude=frozenset((first,)))
        assert check.attribution is Attribution.RIGHT


def test_an_older_version_of_the_claimed_speakers_text(store: Store, texts: Path) -> None:
    for name, speaker in (("a", "Ivo Tarn"), ("b", "Ada Brenn"), ("c", "Olaf Stenner")):
        path = texts / f"{name}.txt"
        for said in (SENTENCE, "Nothing at all was said of it in the end."):
            path.write_text(talk([speaker], said), encoding="utf-8")
            add(store, path)
    for speaker in ("Ivo Tarn", "Ada Brenn", "Olaf Stenner"):
        check = Checker(store).check(SENTENCE, speaker=speaker)
        assert (check.verdict, check.speaker) == (Verdict.VERBATIM, speaker)
