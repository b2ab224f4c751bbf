#!/usr/bin/env bash
# trafilatura 2.3.1 leaves words out of sentences, sets others in another order, and keeps what is struck out.
#
# All of this is valid HTML, and every browser shows it as one sentence:
#
#     <p>“It leaks,” Ilsa Brand said on <time datetime="2026-05-02">Saturday</time> in Orland.</p>
#
# gives "“It leaks,” Ilsa Brand said on in Orland." `time`, `label`, `output` and others are taken out with
# their words wherever they stand (`settings.MANUALLY_CLEANED`), as furniture. A name in a `label` is lost so:
# whoever reads the result cannot tell who spoke. A `q` in a `q` breaks the sentence into lines in another
# order, and the words of a `del` come out like all others, so that a withdrawn "not" is back.
#
# For us this meant: paragraphs were taken for others and left out, with the quotes in them. Remedy: the words
# are those of the page's own tree, and trafilatura is shown plain elements (`readers/html/plain_page.py`).
#
# Needs python3.11 and a package index. Ends with status 1 when any of this has changed.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
export PIP_DISABLE_PIP_VERSION_CHECK=1

"${PYTHON:-python3.11}" -m venv venv
venv/bin/python -m pip install --quiet "trafilatura==2.3.1" "lxml-html-clean"
venv/bin/python - << 'PYTHON'
import sys

import trafilatura

STORY = (
    "<p>The water board of Orland sat until midnight to hear what its engineers had found below the weir, and"
    " learned that half of the piles had gone since the spring.</p>"
)


def lines(sentence: str) -> list[str]:
    page = f"<html><body><article><h1>The weir</h1>{STORY}<p>{sentence}</p>{STORY.replace('sat', 'met')}"
    return [line.strip() for line in (trafilatura.extract(page) or "").split("\n")][2:-1]


SEEN = {
    '“It leaks,” Brand said on <time datetime="2026-05-02">Saturday</time> in Orland.': [
        "“It leaks,” Brand said on in Orland."
    ],
    "“It leaks,” <label>Ilsa Brand</label> said on Saturday.": ["“It leaks,” said on Saturday."],
    "It is <output>five</output> feet deep, as the miller says.": ["It is feet deep, as the miller says."],
    "<q>She said <q>go</q> and left,</q> said the miller.": ["She said", "said the miller.", "go", "and left,"],
    "“It will <del>not</del> leak,” said Brand on Saturday.": ["“It will not leak,” said Brand on Saturday."],
}
for sentence, seen in SEEN.items():
    found = lines(sentence)
    if found != seen:
        sys.exit(f"changed: {sentence} gives {found}")
    print(sentence, "->", found)
PYTHON
echo "as seen: words of sentences are lost, out of order, or back"
