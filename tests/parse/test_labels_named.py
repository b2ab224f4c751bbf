"""Whom each label names: one table of small documents, each with the speaker of every label.

In `labels.toml` a case is a document in one line: its title, main speaker, head and words, then its labels,
`*4` where one stands four times. What a label becomes stands behind `=`; where nothing does, it is the label
itself. An ellipsis is three thousand characters of talk, `OTHERS*58` are so many other people.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.parse.test_turns import reading
from verbale.parse.labels.anatomy import anatomy
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.people.knowledge import Knowledge
from verbale.parse.people.naming import Names

CASES = tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))["labels"]
OTHERS = [f"IVO {one}{two}NE" for one in "BDFGHKLMNP" for two in "AEIOUY"]


def resolved(case: str) -> str:
    """The case with what each of its labels becomes."""
    about, _, rest = case.rpartition(" | ")
    facts = dict(part.split(": ", 1) for part in about.split(" | ") if part)
    labels = [label.partition(" = ")[0] for label in rest.split(" / ")]
    printed: list[str] = []
    for label in labels:
        name, _, often = label.partition("*")
        printed += [name] * int(often or 1) if name != "OTHERS" else OTHERS[: int(often)]
    head, main = facts.get("head", "").replace("…", "It is a long day. " * 170), facts.get("main")
    text, accepted = f"{head}\n\n" if head else "", []
    for label in printed:
        made = anatomy(label)
        assert made is not None, label
        span = (len(text), len(text) + len(label))
        accepted.append(Candidate(span[0], span, span[1] + 2, "colon", firm=True, bold=False, anatomy=made))
        text += f"{label}: {facts.get('text', 'Yes.')}\n\n"
    names = Names(Knowledge(reading(text, facts.get("title")), main), main, accepted)
    told = []
    for label in labels:
        name = label.partition("*")[0]
        if name == "OTHERS":
            told.append(label)
            continue
        made = next(each.anatomy for each in accepted if text[slice(*each.label)] == name)
        who = names.of(made)
        asks = " (asks)" if names.is_generic(made) else ""
        told.append(label + (f" = {who}{asks}" if who != name or asks else ""))
    return (f"{about} | " if about else "") + " / ".join(told)


@pytest.mark.parametrize("case", CASES)
def test_whom_each_label_names(case: str) -> None:
    assert resolved(case) == case
