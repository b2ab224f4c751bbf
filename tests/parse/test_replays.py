"""Recordings that stage lines announce: who is heard in them did not speak on that day."""

from __future__ import annotations

import pytest

from verbale.model.document import Reading
from verbale.parse.turns.replays import Stage, stage_of
from verbale.parse.turns.turn_finding import find_turns

HEAD = "SALMA REYHART: Minister, welcome.\n\nVIKTOR HALLORAN: Thank you.\n\nSALMA REYHART: Let us listen.\n\n"
TAIL = "SALMA REYHART: And today?\n\nVIKTOR HALLORAN: I remember it well.\n"


def replayed(middle: str) -> list[str]:
    text = HEAD + middle + TAIL
    turns = find_turns(Reading(name="a.txt", sha256="", reader="text/1", text=text))
    return [turn.speaker or "" for turn in turns if turn.replayed]


@pytest.mark.parametrize(
    "middle",
    [
        "[BEGIN AUDIO]\n\nPRESIDENT ORSK: I shall not leave.\n\n[END AUDIO]\n\n",
        "[BEGIN AUDIO] PRESIDENT ORSK: I shall not leave. [END AUDIO]\n\n",
        "(Recording plays)\n\nPRESIDENT ORSK: I shall not leave.\n\n",
        "(VIDEO CLIP)\n\nPRESIDENT ORSK: I shall not leave.\n\n(End of clip)\n\n",
        "(SOUNDBITE OF ARCHIVED RECORDING)\n\nPRESIDENT ORSK: I shall not leave.\n\n",
        "(Extrait sonore)\n\nPRESIDENT ORSK: I shall not leave.\n\n(Fin de l’extrait)\n\n",
        "(Звучит запись)\n\nPRESIDENT ORSK: I shall not leave.\n\n(Конец записи)\n\n",
        "(Einspieler)\n\nPRESIDENT ORSK: I shall not leave.\n\n",
    ],
)
def test_a_stage_line_before_a_label_says_that_it_is_a_recording(middle: str) -> None:
    assert replayed(middle) == ["PRESIDENT ORSK"]


def test_a_recording_goes_on_to_its_marked_end() -> None:
    middle = "[CLIP]\n\nIVO TARN: You lie.\n\nPRESIDENT ORSK: I shall not leave.\n\n[END CLIP]\n\n"
    assert replayed(middle) == ["IVO TARN", "PRESIDENT ORSK"]


@pytest.mark.parametrize(
    "remark",
    [
        "(Laughter)",
        "(Video conference)",
        "(Recording stops)",
        "[Break in audio]",
        "[Start of Tape 2]",
        "(Video)",
    ],
)
def test_other_remarks_are_no_recording(remark: str) -> None:
    assert replayed(f"{remark}\n\nVIKTOR HALLORAN: I shall not leave.\n\n") == []


def test_who_speaks_on_after_a_recording_is_in_the_room() -> None:
    assert replayed("(Recording plays)\n\nSALMA REYHART: That was the late president.\n\n") == []


@pytest.mark.parametrize(
    ("remark", "stage"),
    [
        ("BEGIN VIDEOTAPE", Stage.BEGINS),
        ("END VIDEOTAPE", Stage.ENDS),
        ("Audio", Stage.MAY_BEGIN),
        ("SOUNDBITE OF MUSIC", None),
        ("SOUNDBITE OF PRESS CONFERENCE", Stage.BEGINS),
        ("via video link", None),
    ],
)
def test_a_remark_is_read_for_what_it_says(remark: str, stage: Stage | None) -> None:
    assert stage_of(remark) is stage
