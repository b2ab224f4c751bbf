"""Labels of initials: the head's names, or the letters as printed."""

from __future__ import annotations

import pytest

from verbale.parse import read

BODY = """
AR: Will you sign the treaty of the lakes?
IT: We will not, as nobody has asked the fishermen.
AR: And next year?
IT: Nor next year. The lake will still be there.
"""


@pytest.mark.parametrize(
    ("head", "speakers"),
    [
        ("Ana Ruiz (AR) of the Harbour Post talks to Ivo Tarn (IT).", ["Ana Ruiz", "Ivo Tarn"]),
        ("AR = Ana Ruiz\nIT = Ivo Tarn, mayor of Ledra", ["Ana Ruiz", "Ivo Tarn"]),
        ("Interviewer: Ana Maria Ruiz [AR]. Guest: Dr. Ivo Tarn [IT].", ["AR", "Ivo Tarn"]),
        ("Ana Ruiz (AR) and Alma Rovik (AR) talk to Ivo Tarn.", ["AR", "IT"]),
        ("The Association of Rowers (AR) asks, the town answers.", ["AR", "IT"]),
        ("Two people at a table.", ["AR", "IT"]),
    ],
)
def test_initials_are_whoever_the_head_says(head: str, speakers: list[str]) -> None:
    document = read(f"A talk at the lake\n\n{head}\n{BODY}".encode(), name="talk.txt")
    assert [turn.speaker for turn in document.turns][-4:] == speakers * 2
