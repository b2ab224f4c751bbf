"""Who leads is known by what he does, whatever the language and the office."""

from __future__ import annotations

import pytest

from verbale import read

PRESS = """Press conference of the board

CHAIR MARR: Good afternoon. The board kept the rate where it was. I will be glad to take your questions.

MARA SELL: Ivo Tarn, Tarnbury Times.

IVO TARN: Thank you. Will you raise the rate in spring?

CHAIR MARR: We shall see what the data say. It is too early to tell, and we are in no hurry.

MARA SELL: Rosa.

ROSA HALE: Rosa Hale from the Evening Ledger. Do you fear the ferries?

CHAIR MARR: I do not. The ferries are a small part of the whole.

MARA SELL: Thank you. Edward Vale, Quay Business.

EDWARD VALE: Hi, thank you for doing this. How long will the pause last?

CHAIR MARR: As long as it takes. We have no calendar.

MARA SELL: Thanks. And for the last question, we will go to Ada Brandt.

ADA BRANDT: I wanted to ask about the gates. Are they too dear?

CHAIR MARR: They are not dear at all. They are cheap.

MARA SELL: Thank you all.
"""

SITTING = """Sitzung

Amtierende Vorsteherin Karin Lund: Das Wort hat der Abgeordnete Ivo Tarn.

Ivo Tarn: Der Hafen muss bleiben. Er ist die Lunge der Stadt und ihr Herz zugleich.

Amtierende Vorsteherin Karin Lund: Ich danke. Es spricht nun Rosa Hale.

Rosa Hale: Ich sehe es anders: der Hafen kostet uns mehr, als er bringt, und das seit vielen Jahren.

Amtierende Vorsteherin Karin Lund: Danke. Edward Vale ist der nächste Redner.

Edward Vale: Ich will nur eines sagen: Wir brauchen die Fähren, und wir brauchen sie bald.
"""

# `The President` answers, and calls whoever asks next at the end of his answers.
ASKED = """Press conference

THE PRESIDENT: Good morning. Ivo Tarn, please.

IVO TARN: Will the dam be sold?

THE PRESIDENT: It will not be sold. Rosa Hale.

ROSA HALE: When will the gates be mended?

THE PRESIDENT: In spring. Ada Brandt.

ADA BRANDT: And the railway?

THE PRESIDENT: We shall mend it. Edward Vale.

EDWARD VALE: What of the ferries?

THE PRESIDENT: They are running on all days but Sunday.
"""


def roles(text: str) -> list[tuple[str | None, str, int | None]]:
    return [(turn.speaker, turn.role.value, turn.answers) for turn in read(text.encode(), name="a.txt").turns]


def test_who_calls_the_next_questioner_is_the_chair_and_answers_lead_to_the_questions() -> None:
    found = roles(PRESS)
    assert {role for speaker, role, _ in found if speaker == "MARA SELL"} == {"chair"}
    asked = [place for place, (_, role, _) in enumerate(found) if role == "question"]
    assert asked == [2, 5, 8, 11]
    answers = [(place, answers) for place, (_, role, answers) in enumerate(found) if role == "answer"]
    assert answers == [(place + 1, place) for place in asked]


def test_who_gives_the_floor_is_the_chair_under_an_office_that_no_list_has() -> None:
    assert [role for _, role, _ in roles(SITTING)] == ["chair", "statement"] * 3


def test_who_answers_and_calls_the_next_is_no_chair() -> None:
    assert "chair" not in {role for _, role, _ in roles(ASKED)}


@pytest.mark.parametrize("label", ["Speaker {}", "RESIDENT {}"])
def test_a_speaker_with_a_number_is_no_chair(label: str) -> None:
    words = ["I am a resident here.", "So am I, for a year.", "A resident too.", "And the speaker before?"]
    text = "\n\n".join(f"{label.format(n % 4 + 1)}: {words[n % 4]}" for n in range(8))
    assert "chair" not in {role for _, role, _ in roles(text)}
