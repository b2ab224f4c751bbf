from __future__ import annotations

import json

from tests.cli.hand_made import BASE, DOCUMENTS, report
from verbale.model import Document, Span, Turn
from verbale.telling.documents import notes_of
from verbale.telling.json_forms import dumps, report_as_json, turns_as_json

CHECK = [
    *("quoted", "kind", "start", "end", "claimed_speaker", "claimed_on"),
    *("claimed_within", "claimed_outlet", "verdict", "severity", "wording"),
    *(
        "attribution",
        "dating",
        "flags",
        "basis",
        "speaker",
        "said_on",
        "outlet",
        "document",
        "title",
        "evidence",
    ),
    *("edits", "score", "others", "coverage"),
]


def test_a_report_has_exactly_the_agreed_names() -> None:
    made = json.loads(dumps(report_as_json(report(), BASE, DOCUMENTS.get)))
    assert made.keys() == {"record", "checks"}
    assert made["record"] == {"documents": 2, "words": 118, "from": "2023-03-04", "to": "2023-11-09"}
    for check in made["checks"]:
        assert list(check) == CHECK
        for place in check["evidence"]:
            assert list(place) == ["document", "start", "end", "text", "speaker", "said_on"]
            source = DOCUMENTS[place["document"]].text
            assert source[place["start"] : place["end"]] == place["text"]
        for edit in check["edits"]:
            assert list(edit) == ["op", "quoted", "record"]


def test_a_quote_that_is_not_found_has_coverage_and_no_evidence() -> None:
    checks = report_as_json(report(), BASE, DOCUMENTS.get)["checks"]
    (made,) = (check for check in checks if check["verdict"] == "not found")
    assert made["evidence"] == []
    assert made["document"] is None
    assert made["coverage"]["nearest_before"] == "2023-03-04"


def test_a_paraphrase_is_among_the_checks_and_says_what_it_is() -> None:
    checks = report_as_json(report(), BASE, DOCUMENTS.get)["checks"]
    told = [check for check in checks if check["kind"] == "indirect"]
    assert [(check["verdict"], check["severity"]) for check in told] == [("paraphrase", "look")] * 2
    assert [len(check["evidence"]) for check in told] == [1, 0]


def test_a_turn_of_which_it_is_not_sure_whose_it_is_says_so() -> None:
    turns = tuple(Turn(span=Span(start, start + 2), unsure=start > 0) for start in (0, 3))
    document = Document(text="A. B.", name="talk.txt", sha256="", reader="text/1", turns=turns)
    assert [turn["unsure"] for turn in turns_as_json(document)["turns"]] == [False, True]
    assert [list(notes_of(turn)) for turn in turns] == [[], ["unsure"]]
