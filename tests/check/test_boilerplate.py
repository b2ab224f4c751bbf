"""Heckles, running heads and footnotes in a speech: nobody's words, and no change of the speaker's."""

from __future__ import annotations

import pytest

import verbale
from tests.readers.making import Typed, minutes_bytes, pdf_bytes, tei_bytes
from verbale.model import Attribution, Severity, Verdict

RUIZ = (
    '<p klasse="redner"><redner id="2"><name><vorname>Ana</vorname><nachname>Ruiz</nachname></name></redner>'
)
MINUTES = minutes_bytes(
    f"<tagesordnungspunkt><rede>{RUIZ}Ana Ruiz (HF):</p>"
    '<p klasse="J_1">Die alte Fähre fährt im nächsten Winter nicht mehr über den See.</p>'
    "<kommentar>(Tom Moor [HF]: Das haben Sie im Herbst noch ganz anders versprochen! – Beifall)</kommentar>"
    '<p klasse="J">Und die Mühle bleibt geschlossen, weil auch das Dorf sie nicht mehr braucht.</p>'
    "<kommentar>(Beifall bei der HF)</kommentar>"
    '<p klasse="J">Das ist in diesem Jahr so beschlossen worden.</p>'
    "</rede></tagesordnungspunkt>"
)
SITTING = tei_bytes(
    '<note type="speaker">ANA RUIZ:</note><u who="#RuizAna"><seg>The mill stays closed this winter because'
    " <note>Nobody at all believes this any more!</note> the village does not need it.</seg></u>"
)
LINES: list[list[str | Typed]] = [
    ["QUESTION: Why?", "VELL: We shall go on with the old ferry until"],
    ["the new one has been paid for by the Board.", "QUESTION: And the mill?", "VELL: On both"],
    ["days of the", Typed("week.", 72, 600), Typed("1", 105, 605, 7), Typed("It is full.", 112, 600)],
]
HEAD = "Harbour Board, talk of May   Page"
PAGES = pdf_bytes([[Typed(f"{HEAD} {page}", 72, 760, 9), *lines] for page, lines in enumerate(LINES)])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> verbale.Record:
    folder = tmp_path_factory.mktemp("boilerplate")
    for name, data in (("minutes.xml", MINUTES), ("sitting.xml", SITTING), ("talk.pdf", PAGES)):
        (folder / name).write_bytes(data)
    record = verbale.open(folder / "record")
    assert not record.add(sorted(path for path in folder.iterdir() if path.is_file())).refused
    return record


@pytest.mark.parametrize(
    "heckled",
    [
        "Das haben Sie im Herbst noch ganz anders versprochen!",
        "Nobody at all believes this any more!",
        "The mill stays closed this winter because Nobody at all believes this any more!",
        "because Nobody at all believes this any more! the village does not need it.",
    ],
)
def test_heckled_words_are_never_the_speakers(record: verbale.Record, heckled: str) -> None:
    check = record.check(heckled, speaker="Ana Ruiz")
    assert check.severity is not Severity.OK
    assert check.attribution is not Attribution.RIGHT
    assert check.speaker is None


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        (
            "Ana Ruiz",
            "weil auch das Dorf sie nicht mehr braucht. Das ist in diesem Jahr so beschlossen worden.",
        ),
        ("Ana Ruiz", "nicht mehr über den See. Und die Mühle bleibt geschlossen"),
        ("Ana Ruiz", "The mill stays closed this winter because the village does not need it."),
        ("Vell", "We shall go on with the old ferry until the new one has been paid for by the Board."),
        ("Vell", "On both days of the week. It is full."),
    ],
)
def test_words_on_both_sides_of_boilerplate_are_verbatim(
    record: verbale.Record, speaker: str, said: str
) -> None:
    check = record.check(said, speaker=speaker)
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.OK)
    assert check.attribution is Attribution.RIGHT


def test_a_heckle_quoted_in_its_brackets_is_not_given_to_the_speaker(record: verbale.Record) -> None:
    check = record.check(
        "closed this winter because [Nobody at all believes this any more!] the village does not need it",
        speaker="Ana Ruiz",
    )
    assert (check.verdict, check.attribution) == (Verdict.VERBATIM, Attribution.RIGHT)


def test_other_words_around_boilerplate_are_altered(record: verbale.Record) -> None:
    check = record.check(
        "We shall go on with the new ferry until the old one has been paid for by the Board.", speaker="Vell"
    )
    assert check.verdict is Verdict.ALTERED
