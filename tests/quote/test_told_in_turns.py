"""Words in marks that a speaker says somebody else has said, though no name tells who: they are not his."""

from __future__ import annotations

import pytest

import verbale
from verbale.parse import read

ASKED = {"de": "Frage", "fr": "Question", "es": "Pregunta", "nl": "Vraag"}
TURN = "{asked}: {question}\n\nIvo Tarn: {words}\n\n{asked}: {question}\n\nIvo Tarn: {words}\n"
QUESTIONS = {
    "de": "Herr Minister, wie geht es mit der Brücke weiter?",
    "fr": "Monsieur le ministre, que va devenir le pont ?",
    "es": "Señor ministro, ¿qué va a pasar con el puente?",
    "nl": "Minister, hoe gaat het verder met de brug?",
}


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("de", "Mein Nachbar hat mir gesagt: „Die Brücke bleibt bis zum Herbst zu.“", True),
        ("de", "Mein Finanzminister sagt immer: „Wir haben keinen Taler übrig.“", True),
        ("de", "Der Fährmann sagte gestern: „Wir haben keinen Taler übrig.“", True),
        ("de", "Ich habe damals gesagt: „Wir haben keinen Taler übrig.“", False),
        ("de", "Den Kollegen habe ich gesagt: „Wir haben keinen Taler übrig.“", False),
        ("de", "Unser Satz ist kurz: „Wir haben keinen Taler übrig.“", False),
        ("fr", "Un pêcheur m’a dit hier : « Le pont restera fermé cet hiver. »", True),
        ("es", "Mi vecino dijo ayer: «El puente seguirá cerrado este invierno».", True),
        ("nl", "Mijn buurman heeft gezegd: “De brug blijft deze winter dicht.”", True),
        ("nl", "De vorige keer heb ik gezegd: “De brug blijft deze winter dicht.”", False),
    ],
)
def test_what_somebody_told_is_not_the_tellers(language: str, words: str, told: bool) -> None:
    text = TURN.format(asked=ASKED[language], question=QUESTIONS[language], words=words)
    document = read(text.encode(), name="talk.txt")
    assert document.language == language
    found = [each for each in verbale.quotations(document, tagger=False) if each.turn is not None]
    assert found
    assert all(each.speaker != "Ivo Tarn" for each in found)
    assert {each.cue is not None or each.mention is not None for each in found} == {told}
