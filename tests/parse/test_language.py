"""The language of a text: by its small words, by its script, and what is loaded for that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from verbale.parse.metadata.language import language_of

TEXTS = {
    "de": "Wir haben die Fähre nicht verkauft, und wir werden sie auch nicht verkaufen, solange der "
    "Hafen von "
    "Selden für die Inseln da ist und die Leute mit dem Boot zur Arbeit müssen. ",
    "fr": "Nous ne vendons pas le bac, et les habitants des îles peuvent compter sur nous pour que le "
    "port soit "
    "ouvert en hiver comme en été, avec une grue qui est neuve. ",
    "es": "No vamos a vender el transbordador, y los vecinos de las islas saben que el puerto se abre con la "
    "primera marea, pero no antes de que llegue la grúa nueva para el muelle. ",
    "it": "Non venderemo il traghetto, e la gente delle isole sa che il porto si apre con la prima marea, ma "
    "non prima che arrivi la gru nuova per il molo di ponente. ",
    "pt": "Não vamos vender a balsa, e as pessoas das ilhas sabem que o porto abre com a primeira maré, mas "
    "não antes de a grua nova chegar ao cais do norte, que ainda é do município. ",
    "nl": "Wij verkopen het veer niet, en de mensen van de eilanden weten dat de haven open is zodra "
    "het water "
    "stijgt, maar niet voor de nieuwe kraan er is en door ons wordt betaald. ",
    "sv": "Vi säljer inte färjan, och de som bor på öarna vet att hamnen är öppen när vattnet stiger, "
    "men inte "
    "för att kranen är ny eller för att någon har betalat den. ",
    "pl": "Nie sprzedamy promu i mieszkańcy wysp wiedzą, że port jest otwarty, ale nie przed tym, jak dźwig "
    "przyjedzie do nas i będzie już po zimie, bo to się nie da zrobić na raty. ",
    "hu": "Nem adjuk el a kompot, és a szigetek lakói tudják, hogy a kikötő nyitva van, de csak ha az "
    "új daru "
    "már megérkezett, és ez nem egy nap alatt lesz meg, hanem még egy tél kell. ",
    "ru": "Мы не продаём паром, и жители островов знают, что порт открыт, но не раньше, чем придёт "
    "новый кран, "
    "и это от нас не зависит, как бы мы ни хотели, чтобы он был уже в гавани. ",
    "uk": "Ми не продаємо пором, і жителі островів знають, що порт відкритий, але не раніше, ніж прийде "
    "новий "
    "кран, бо це від нас не залежить, і про це вже було сказано на зборах. ",
    "el": "Δεν πουλάμε το πορθμείο και οι κάτοικοι των νησιών ξέρουν ότι το λιμάνι είναι ανοιχτό τον "
    "χειμώνα. ",
    "he": "לא נמכור את המעבורת ותושבי האיים יודעים שהנמל פתוח גם בחורף וגם בקיץ. ",
    "ko": "우리는 나룻배를 팔지 않으며 섬 주민들은 항구가 겨울에도 열려 있다는 것을 알고 있습니다. ",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_a_language_shows_itself(language: str, text: str) -> None:
    assert language_of(text * 3) == language


@pytest.mark.parametrize(
    "text",
    [
        "Vi sælger ikke færgen, og de som bor på øerne ved at havnen er åben når vandet stiger. ",
        "Não e non: a barca dos veciños non se vende, e o porto abre coa primeira marea, pero hai que "
        "agardar. ",
        "De veerboot word nie verkoop nie, en die mense van die eilande weet dat die hawe oop is. ",
    ],
)
def test_what_neighbours_share_is_no_certainty(text: str) -> None:
    """Danish, Galician and Afrikaans are never taken for the language next door."""
    assert language_of(text * 3) not in {"sv", "pt", "nl", "es"}


def test_a_short_or_wordless_text_has_no_language() -> None:
    assert language_of("Так. ") is None
    assert language_of("4:57 " * 200) is None


READ = """
import sys, verbale
document = verbale.read(sys.argv[1])
print(document.language, len(document.turns))
print(*sorted({"py3langid", "yaml", "rapidfuzz", "numpy", "lxml", "zipfile", "dateparser"} & {*sys.modules}))
"""


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_a_first_reading_loads_no_heavy_library(tmp_path: Path, language: str) -> None:
    words = "We shall keep the ferry, and that is what they have been told by the harbour. " * 9
    path = tmp_path / "talk.md"
    labels = {"en": ("Question", "Ana Berg"), "de": ("Frage", "Ana Berg"), "ru": ("Вопрос", "Анна Берг")}
    asks, answers = labels[language]
    body = words if language == "en" else TEXTS[language] * 9
    path.write_text(
        f'---\ntitle: "A talk, in\\_June"\ndate: 2025-06-14\n---\n\n**{asks}:** {body}?\n\n'
        f"**{answers}:** {body}\n\n"
        f"**{asks}:** {body}?\n\n**{answers}:** {body}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.splitlines() == [f"{language} 4", ""]
