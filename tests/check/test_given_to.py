"""Which outlet an article says that words were given to, and whether the record tells another one."""

from __future__ import annotations

from pathlib import Path

import pytest

import verbale
from verbale.check.given_to import claimed_outlet
from verbale.model import Check, Document, Flag, Severity, Verdict
from verbale.quote import quotations

TUNNEL = "The tunnel under the old mole will probably open in the autumn"
WORDS = {
    "de": "Der Tunnel unter der alten Mole wird wohl im Herbst öffnen",
    "fr": "Le tunnel sous le vieux môle ouvrira sans doute cet automne",
    "es": "El túnel bajo el viejo muelle abrirá seguramente en otoño",
    "ru": "Туннель под старым молом, вероятно, откроют осенью",
}
CASES = [
    ("en", "“{q},” Orin Vale told Harbour Radio.", "Harbour Radio"),
    ("en", "“{q},” Orin Vale told HNV Novosti on 4 March 2025.", "HNV Novosti"),
    ("en", "“{q},” Vale told the Velden Post on Tuesday.", "Velden Post"),
    ("en", "“{q},” Orin Vale said in an interview with LTV.", "LTV"),
    ("en", "“{q},” Orin Vale said in an interview with the newspaper Kessler.", "Kessler"),
    ("en", "“{q},” Orin Vale said in an interview to Vesper.", "Vesper"),
    ("en", "In an interview with Harbour Radio, Orin Vale said: “{q}.”", "Harbour Radio"),
    ("en", "“{q},” Orin Vale told the news agency Morgen.", "Morgen"),
    ("en", "“{q},” Orin Vale told LTV’s Evening Hour.", "LTV"),
    # who reports it, and who is told it and is no outlet
    ("en", "“{q},” Orin Vale said, Harbour Radio reported.", None),
    ("en", "“{q},” Orin Vale told reporters, LTV reported.", None),
    ("en", "LTV quoted Orin Vale as saying: “{q}.”", None),
    ("en", "“{q},” Orin Vale told Mara Tolk.", None),
    ("en", "“{q},” Orin Vale told Tolk.", None),
    ("en", "Mara Tolk asked again. “{q},” Orin Vale said in an interview with Tolk.", None),
    ("en", "“{q},” Orin Vale told parliament.", None),
    ("en", "“{q},” Orin Vale said in an interview on Monday.", None),
    ("en", "“{q},” Orin Vale said in an interview in Velden.", None),
    ("en", "“{q},” Orin Vale said in an interview on LTV.", "LTV"),
    ("de", "„{q}“, sagte Orin Vale in einem Interview im März.", None),
    ("en", "“{q},” Orin Vale told NATO.", None),
    ("en", "“{q},” Orin Vale told the EU.", None),
    ("en", "“{q},” Orin Vale said in an interview.", None),
    ("en", "“{q},” Orin Vale told Harbour Radio and the Velden Post said in an interview with LTV.", None),
    ("de", "„{q}“, sagte Orin Vale dem Sender LTV.", "LTV"),
    ("de", "„{q}“, sagte Orin Vale der Zeitung Kessler.", "Kessler"),
    ("de", "„{q}“, sagte Orin Vale in einem Interview mit dem Magazin Morgen.", "Morgen"),
    ("de", "„{q}“, sagte Orin Vale dem Minister.", None),
    ("de", "„{q}“, sagte Orin Vale, berichtete die Zeitung Kessler.", None),
    ("fr", "« {q} », a déclaré Orin Vale au quotidien Kessler.", "Kessler"),
    ("fr", "« {q} », a déclaré Orin Vale à la chaîne LTV.", "LTV"),
    ("fr", "« {q} », a déclaré Orin Vale dans un entretien à Vesper.", "Vesper"),
    ("fr", "« {q} », a déclaré Orin Vale à Ledra.", None),
    ("fr", "« {q} », a déclaré Orin Vale, rapporte la chaîne LTV.", None),
    ("es", "«{q}», dijo Orin Vale al diario Kessler.", "Kessler"),
    ("es", "«{q}», dijo Orin Vale en una entrevista con la cadena LTV.", "LTV"),
    ("es", "«{q}», dijo Orin Vale a los periodistas.", None),
    ("ru", "«{q}», — сказал Орин Вейл телеканалу ЛТВ.", None),
    ("ru", "«{q}», — сказал Орин Вейл в интервью газете «Кесслер».", "Кесслер"),
    ("ru", "«{q}», — сказал Орин Вейл в интервью ЛТВ.", "ЛТВ"),
    ("ru", "«{q}», — сказал Орин Вейл, сообщает ЛТВ.", None),
]
RECORDS = {
    "ltv.txt": """Interview with LTV

Ledra, 4 March 2025

LTV: And the tunnel?

ORIN VALE: The tunnel under the old mole will probably open in the autumn, and the ferry will stay.

LTV: And the toll?

ORIN VALE: The toll will go, and nobody will miss it.
""",
    "press.txt": """Press conference in Ledra

Ledra, 4 March 2025

QUESTION: And the tunnel?

ORIN VALE: The tunnel under the old mole will probably open in the autumn, and the ferry will stay.

QUESTION: And the toll?

ORIN VALE: The toll will go, and nobody will miss it.
""",
}


@pytest.mark.parametrize(("language", "text", "outlet"), CASES)
def test_the_outlet_that_words_were_given_to(language: str, text: str, outlet: str | None) -> None:
    document = Document(
        text=text.replace("{q}", WORDS.get(language, TUNNEL)),
        name="a.txt",
        sha256="0" * 64,
        reader="text/1",
        language=language,
    )
    (quotation, *_) = quotations(document, tagger=False)
    assert claimed_outlet(document, quotation, ()) == outlet


def test_an_outlet_of_the_record_needs_no_word_that_tells_one() -> None:
    text = f"“{TUNNEL},” Orin Vale told Kessler on Tuesday."
    document = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", language="en")
    (quotation,) = quotations(document, tagger=False)
    assert claimed_outlet(document, quotation, ()) is None
    assert claimed_outlet(document, quotation, {"kessler"}) == "Kessler"


def check_of(folder: Path, article: str, *names: str, outlet: str | None = None) -> Check:
    for name in names:
        (folder / name).write_text(RECORDS[name], encoding="utf-8")
    (folder / "draft.md").write_text(f"LEDRA, 12 March 2025 — A report.\n\n{article}\n", encoding="utf-8")
    with verbale.open(folder / "record") as record:
        for name in names:
            record.add(folder / name, outlet=outlet)
        (check, *_) = record.check_article(folder / "draft.md").checks
        return check


def test_another_outlet_than_claimed_is_to_be_looked_at(tmp_path: Path) -> None:
    check = check_of(tmp_path, f"“{TUNNEL},” Orin Vale told HNV Novosti.", "ltv.txt")
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.LOOK)
    assert Flag.OUTLET in check.flags
    assert (check.claimed_outlet, check.outlet) == ("HNV Novosti", "LTV")


@pytest.mark.parametrize(
    ("told", "names", "outlet"),
    [
        # the outlet itself, however it is printed
        ("told LTV", ["ltv.txt"], None),
        ("told the channel LTV", ["ltv.txt"], None),
        ("told LTV News", ["ltv.txt"], "LTV News"),
        # one of several texts has it from there
        ("told LTV", ["press.txt", "ltv.txt"], None),
        # to a press conference many come, and nothing tells to whom it was said
        ("told HNV Novosti", ["press.txt"], None),
        ("told HNV Novosti", ["press.txt"], "Ministry of Waters"),
        # none is claimed
        ("told reporters", ["ltv.txt"], None),
    ],
)
def test_the_same_outlet_or_none_is_in_order(
    tmp_path: Path, told: str, names: list[str], outlet: str | None
) -> None:
    check = check_of(tmp_path, f"“{TUNNEL},” Orin Vale {told}.", *names, outlet=outlet)
    assert Flag.OUTLET not in check.flags
    assert (check.verdict, check.severity, check.outlet) == (Verdict.VERBATIM, Severity.OK, None)


def test_who_published_it_is_the_outlet_where_the_text_names_none(tmp_path: Path) -> None:
    RECORDS["talk.txt"] = RECORDS["press.txt"].replace("Press conference in Ledra", "Conversation in Ledra")
    check = check_of(tmp_path, f"“{TUNNEL},” Orin Vale told LTV.", "talk.txt", outlet="Harbour Radio")
    assert (check.severity, check.outlet) == (Severity.LOOK, "Harbour Radio")


TALK = """{head}

Ledra, 4 March 2025

{asker}: And the tunnel?

{speaker}: The tunnel under the old mole will probably open in the autumn, and the ferry will stay.

{asker}: And the toll?

{speaker}: The toll will go, and nobody will miss it.
"""


@pytest.mark.parametrize(
    ("head", "asker", "speaker", "outlet"),
    [
        ("Interview with LTV", "QUESTION", "ORIN VALE", "LTV"),
        ("Orin Vale's interview to the LTV television channel", "QUESTION", "ORIN VALE", "LTV"),
        ("LTV interview with Orin Vale", "QUESTION", "ORIN VALE", "LTV"),
        ("Orin Vale’s interview with the newspaper Kessler", "QUESTION", "ORIN VALE", "Kessler"),
        ("A talk with Orin Vale", "LTV", "Orin Vale", "LTV"),
        ("A talk with Orin Vale", "Harbour Radio", "Orin Vale", "Harbour Radio"),
        # no outlet is told: neither a person's name in capitals is one, nor a questioner's label
        ("A talk with Orin Vale", "TOLK", "ORIN VALE", None),
        ("A talk with Orin Vale", "MARA TOLK", "ORIN VALE", None),
        ("INTERVIEW WITH ORIN VALE", "QUESTION", "ORIN VALE", None),
        ("A talk with Orin Vale", "Mara Tolk", "Orin Vale", None),
        ("Orin Vale answers questions", "QUESTION", "ORIN VALE", None),
    ],
)
def test_to_whom_a_text_says_that_it_was_given(
    tmp_path: Path, head: str, asker: str, speaker: str, outlet: str | None
) -> None:
    RECORDS["given.txt"] = TALK.format(head=head, asker=asker, speaker=speaker)
    check = check_of(tmp_path, f"“{TUNNEL},” Orin Vale told HNV Novosti.", "given.txt")
    assert (check.verdict, check.outlet) == (Verdict.VERBATIM, outlet)
    assert (check.severity is Severity.LOOK) is (outlet is not None)
