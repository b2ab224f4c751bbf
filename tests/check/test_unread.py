"""A passage whose language has no list of negations here is never green; a short English one stays so."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.check.languages import Languages
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides
from verbale.model import Check, Flag, Kind, Severity, Span, Verdict
from verbale.store import open_store

SPEAKER = "Mara Sorn"
# Enough of a language that a record's main one can be told.
MAIN = {
    "en": "The council said that it will not close the harbour before the ships have left, and that was all.",
    "ru": "Совет сказал, что он не закроет порт до того, как суда уйдут, и это было всё, что мы слышали.",
    "es": "El consejo dijo que no va a cerrar el puerto antes de que los barcos se vayan, y eso fue todo.",
    "tr": "Konsey, gemiler gitmeden önce limanı kapatmayacağını söyledi ve bu kadar, daha başka bir şey yok.",
    "fi": "Neuvosto sanoi, että se ei sulje satamaa ennen kuin laivat ovat lähteneet, ja siinä kaikki.",
    "hr": "Vijeće je reklo da neće zatvoriti luku prije nego što brodovi odu, i to je bilo sve što smo čuli.",
}
# A sentence of a language without lists, and a quote of it that leaves its negation out.
CROATIAN = ("Nije istina da ćemo zatvoriti luku za sve brodove.", "ćemo zatvoriti luku za sve brodove")
OTHERS = {
    "Croatian": CROATIAN,
    "Serbian": (
        "Није истина да ћемо затворити луку за све бродове.",
        "ћемо затворити луку за све бродове",
    ),
    "Macedonian": (
        "Не е вистина дека ќе го затвориме пристаништето за сите бродови.",
        "ќе го затвориме пристаништето за сите бродови",
    ),
    "Bulgarian": (
        "Не е вярно, че ще затворим пристанището за всички кораби.",
        "ще затворим пристанището за всички кораби",
    ),
    "Slovene": ("Ni res, da bomo zaprli pristanišče za vse ladje.", "bomo zaprli pristanišče za vse ladje"),
    "Albanian": (
        "Nuk është e vërtetë që ne do ta mbyllim portin për të gjitha anijet.",
        "ne do ta mbyllim portin për të gjitha anijet",
    ),
    "Galician": (
        "Non é certo que imos pechar o porto a todos os barcos.",
        "imos pechar o porto a todos os barcos",
    ),
    "Welsh": (
        "Nid yw'n wir y byddwn yn cau'r porthladd i bob llong.",
        "y byddwn yn cau'r porthladd i bob llong",
    ),
    "Icelandic": (
        "Það er ekki satt að við munum loka höfninni fyrir öllum skipum.",
        "við munum loka höfninni fyrir öllum skipum",
    ),
    "Urdu": (
        "یہ سچ نہیں کہ ہم تمام جہازوں کے لیے بندرگاہ بند کر دیں گے۔",
        "ہم تمام جہازوں کے لیے بندرگاہ بند کر دیں گے",
    ),
}  # fmt: skip


def held(folder: Path, quote: str, **files: str) -> Check:
    """A quote of the file `speech`, held against a record of some files."""
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    with open_store(folder / "record") as store:
        add(store, sorted(folder.glob("*.txt")), overrides=Overrides(kind=Kind.REMARKS, speaker=SPEAKER))
        info = next(info for info in store.documents() if info.name == "speech.txt")
        assert info.language is None
        return Checker(store).check(quote, speaker=SPEAKER)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_without_lists_is_never_green_where_it_cannot_be_told(
    tmp_path: Path, language: str
) -> None:
    sentence, dropped = OTHERS[language]
    check = held(tmp_path, dropped, speech=sentence)
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.LOOK)
    assert Flag.UNREAD in check.flags


@pytest.mark.parametrize(
    ("main", "language"),
    [("en", "Croatian"), ("ru", "Serbian"), ("ru", "Macedonian"), ("es", "Albanian"), ("hr", "Croatian")],
)
def test_nor_beside_texts_of_another(tmp_path: Path, main: str, language: str) -> None:
    sentence, dropped = OTHERS[language]
    check = held(tmp_path, dropped, speech=sentence, other=MAIN[main])
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.LOOK)
    assert Flag.UNREAD in check.flags


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, row[0]) for language, row in OTHERS.items() if language != "Urdu"]
)
def test_nor_in_a_text_that_is_mostly_english(tmp_path: Path, language: str, sentence: str) -> None:
    text = f"Q: {MAIN['en']}\n\nMARA SORN: {sentence}\n\nQ: {MAIN['en']}\n\nMARA SORN: {MAIN['en']}\n"
    (tmp_path / "talk.txt").write_text(text, encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        add(store, [tmp_path / "talk.txt"])
        (info,) = store.documents()
        assert info.language == "en"
        checker = Checker(store)
        check = checker.check(OTHERS[language][1], speaker=SPEAKER)
        assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.LOOK)
        assert Flag.UNREAD in check.flags
        passage = Span(text.rindex("The council"), len(text) - 2)
        read = Languages(store).reads(info.id, passage, store.speech(info.id, passage))
        assert read


SHORT = (
    "The harbour stays open.", "We shall stay here.", "It was a mistake.", "There is no plan for it.",
    "MARA SORN: The harbour stays open for all.", "They have told us nothing.",
)  # fmt: skip


@pytest.mark.parametrize("main", ["", MAIN["en"]])
@pytest.mark.parametrize("sentence", SHORT)
def test_a_short_english_text_stays_green(tmp_path: Path, sentence: str, main: str) -> None:
    files = {"speech": sentence} | ({"other": main} if main else {})
    check = held(tmp_path, sentence.removeprefix("MARA SORN: "), **files)
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.OK)


@pytest.mark.parametrize("code", ["ru", "es", "tr", "fi"])
def test_so_does_a_short_text_of_the_records_main_language(tmp_path: Path, code: str) -> None:
    sentence = {
        "ru": "Порт не будет закрыт.",
        "es": "El puerto no se cierra.",
        "tr": "Liman bizim için değil.",
        "fi": "Satama ei ole kiinni.",
    }[code]
    check = held(tmp_path, sentence, speech=sentence, other=MAIN[code])
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.OK)


def test_words_that_no_language_has_for_its_own_wait_for_a_person(tmp_path: Path) -> None:
    assert Flag.UNREAD in held(tmp_path, "Luka ostaje otvorena", speech="Luka ostaje otvorena.").flags
