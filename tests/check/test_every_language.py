"""What a quote may not leave out, in every language that has the words for it: one table, each row tried."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.check.context import leaves_out
from verbale.check.owners import attribution
from verbale.check.touched import touched
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides
from verbale.model import Attribution, Basis, Edit, Flag, Kind, Operation, Severity, Span, Verdict
from verbale.model.owner import Owner
from verbale.store import open_store
from verbale.text.lexicon import lexicons_for

TABLE = tomllib.loads(Path(__file__).parents[1].joinpath("sentences.toml").read_text(encoding="utf-8"))
LEFT_OUT = ("negation", "negation_before", "negation_after", "denial", "condition", "another_condition")
SPEAKER = "Mara Sorn"
VERBATIM = Verdict.VERBATIM


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    """A record in which each language has one speech of the table's sentences."""
    folder = tmp_path_factory.mktemp("every-language")
    with open_store(folder / "record") as store:
        for language, rows in TABLE.items():
            said = [rows[kind]["sentence"] for kind in (*LEFT_OUT, "plain") if kind in rows]
            (folder / f"{language}.txt").write_text("\n\n".join(said) + "\n", encoding="utf-8")
        files = sorted(folder.glob("*.txt"))
        add(store, files, overrides=Overrides(kind=Kind.REMARKS, speaker=SPEAKER))
        yield Checker(store)


def test_there_are_27_rows() -> None:
    assert len(TABLE) == 27


@pytest.mark.parametrize(
    ("language", "kind"),
    [(language, kind) for kind in LEFT_OUT for language in TABLE if kind in TABLE[language]],
)
def test_a_negation_or_a_condition_left_out_is_never_green(
    checker: Checker, language: str, kind: str
) -> None:
    row = TABLE[language][kind]
    dropped = checker.check(row["dropped"], speaker=SPEAKER)
    assert dropped.severity is not Severity.OK
    # in Hebrew and Korean, what governs the clause grows onto its words
    assert dropped.verdict is Verdict.ALTERED or (dropped.verdict, dropped.flags) == (VERBATIM, (Flag.CUT,))
    kept = checker.check(row["kept"], speaker=SPEAKER)
    assert (kept.verdict, kept.severity, kept.flags) == (VERBATIM, Severity.OK, ())


@pytest.mark.parametrize("language", TABLE)
def test_a_negation_taken_out_is_never_green_and_told(checker: Checker, language: str) -> None:
    row = TABLE[language]["plain"]
    assert checker.check(row["altered"], speaker=SPEAKER).severity is not Severity.OK
    edit = Edit(op=Operation.REPLACE, quoted=row["altered"], record=row["sentence"])
    assert Flag.NEGATION in touched([edit], lexicons_for(language, None, ""))
    same = Edit(op=Operation.REPLACE, quoted=row["sentence"], record=row["sentence"])
    assert touched([same], lexicons_for(language, None, "")) == ()


@pytest.mark.parametrize("language", sorted(set(TABLE) - {"id"}))
def test_a_speech_is_read_in_its_own_language(checker: Checker, language: str) -> None:
    info = next(info for info in checker.store.documents() if info.name == f"{language}.txt")
    assert info.language == language


def test_a_text_whose_language_cannot_be_told_is_read_with_the_words_of_its_script(checker: Checker) -> None:
    info = next(info for info in checker.store.documents() if info.name == "id.txt")
    assert info.language is None


@pytest.mark.parametrize(("language", "severity"), [("sr", Severity.LOOK), ("en", Severity.OK)])
def test_a_language_without_words_is_never_green(tmp_path: Path, language: str, severity: Severity) -> None:
    said = "We shall not sign the treaty before the fishermen of Sarn agree."
    (tmp_path / "speech.txt").write_text(said, encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        told = Overrides(kind=Kind.REMARKS, speaker=SPEAKER, language=language)
        add(store, [tmp_path / "speech.txt"], overrides=told)
        check = Checker(store).check(said, speaker=SPEAKER)
    assert (check.verdict, check.severity) == (VERBATIM, severity)
    assert (Flag.UNREAD in check.flags) is (severity is Severity.LOOK)


# A passage, and what before it denies it, or denies nothing: with the "that" and without.
BEFORE = {
    "cs": (
        "jsme přístav uzavřeli pro všechny lodě",
        (
            "Netvrdíme, že", "Nesouhlasím s tím, že", "Nedomnívám se, že", "Nezdá se, že",
            "Neexistuje důkaz, že", "Neoznámili jsme, že",
        ),
        ("Víme, že", "Nejdůležitější je, že", "Nebo víme, že", "Nepochybně platí, že"),
    ),
    "en": (
        "we closed the port to all ships",
        ("It does not seem to me that", "It doesn't appear to us that", "There is no reason to think that"),
        ("We know that",),
    ),
    "pl": (
        "zamknęliśmy port dla wszystkich statków",
        ("Nie ma dowodu, że", "Nie wydaje mi się, że"),
        ("Wiemy, że",),
    ),
    "ru": (
        "мы закрыли порт для всех судов",
        ("Я не согласен с тем, что", "Нет доказательств того, что", "Мне не кажется, что"),
        ("Мы знаем, что",),
    ),
    "uk": (
        "ми закрили порт для всіх суден",
        ("Я не згоден з тим, що", "Немає доказів того, що", "Мені не здається, що"),
        ("Ми знаємо, що",),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "passage", "before", "denied"),
    [
        (language, passage, before, denied)
        for language, (passage, denials, others) in BEFORE.items()
        for denied, rows in ((True, denials), (False, others))
        for before in rows
    ],
)
def test_a_denial_before_that_is_seen_though_it_has_grown_onto_its_verb(
    language: str, passage: str, before: str, denied: bool
) -> None:
    text = f"{before} {passage}."
    for start in (text.index(passage), text.index(passage) - len(before.rsplit(maxsplit=1)[-1]) - 1):
        span = Span(start, len(text) - 1)
        assert leaves_out(text, span, Span(0, len(text)), lexicons_for(language, None, "")) is denied


@pytest.mark.parametrize(
    ("claimed", "speaker", "standing"),
    [
        ("Otakara Lánského", "Otakar Lánský", Attribution.UNKNOWN),
        ("Heleny Wrzoskowskiej", "Helena Wrzoskowska", Attribution.UNKNOWN),
        ("Елены Ладогиной", "Елена Ладогина", Attribution.UNKNOWN),
        ("Олени Лиманської", "Олена Лиманська", Attribution.UNKNOWN),
        ("Otakara Vrbatého", "Otakar Lánský", Attribution.WRONG),
        ("Олег Ладогин", "Ольга Ладогина", Attribution.WRONG),
        ("Ivan Lánský", "Ivana Lánská", Attribution.WRONG),
    ],
)
def test_a_claim_in_another_case_of_the_speakers_name_is_not_called_wrong(
    checker: Checker, claimed: str, speaker: str, standing: Attribution
) -> None:
    assert (
        attribution(checker.store, Owner(speaker=speaker, first_hand=True, basis=Basis.TRANSCRIPT), claimed)
        is standing
    )
