"""What stands at the top of a text and only looks like a label: headlines, and lines about the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.parse.borders.interviews import PARAGRAPH
from verbale.parse.labels.label_words import ANSWERS, HEADERS
from verbale.parse.labels.possible_labels import Candidate, leads
from verbale.parse.people.knowledge import Knowledge
from verbale.text.patterns import pattern

__all__ = ["without_headlines"]

_OPENING_QUOTE = pattern(r"[\s*_]*[\"“„«‘'「『]")
_ENDS_SENTENCE = frozenset('.?!…。？！:"”’»)')
_KEY = pattern(r"[\s*_#>-]*([^\W\d_][^:：\n]{1,30})[:：]")
_YEAR = pattern(r"\b(?:19|20)\d\d\b[^.!?\n]{0,12}$")
_HEAD = 1500
_LONGEST_DATELINE = 100


def without_headlines(found: Sequence[Candidate], known: Knowledge) -> list[Candidate]:
    """The candidates without those that belong to the head of the text.

    Args:
        found: Candidates in order.
        known: What else the document says of its people.
    """
    text = known.text
    often = Counter(c.key for c in found)
    heads = _heads(text) if found and found[0].start < _HEAD else []
    return [
        c
        for c in found
        if not (_may_be_headline(c, text) and _is_headline(c, known, often, len(found)))
        and not any(start <= c.start < end for start, end in heads)
    ]


def _may_be_headline(candidate: Candidate, text: str) -> bool:
    return candidate.start < _HEAD or text[candidate.start] == "#"


def _is_headline(candidate: Candidate, known: Knowledge, often: Counter[str], count: int) -> bool:
    """`Elena Marr: “We stay open”` at the top: a headline, not a turn."""
    text = known.text
    line_end = text.find("\n", candidate.words)
    line_end = len(text) if line_end < 0 else line_end
    first = not text[: candidate.start].strip(" \t\r\n\u00a0\ufeff")
    lead = text[candidate.start : candidate.label[0]].lstrip()
    line = text[candidate.label[0] : line_end].strip(" \t\r*_#")
    if known.title and " ".join(line.split()) == " ".join(known.title.split()):
        return True
    if lead.startswith("#") and not candidate.anatomy.generic and candidate.key not in ANSWERS:
        return True
    if not first:
        return False
    following = text[line_end + 1 : line_end + _LONGEST_DATELINE].partition("\n")[0]
    dated = _YEAR.search(following) is not None and ":" not in following
    # "House of Delegates: Select Committee on Ferries" and nothing that ends a sentence
    ends = line[-1:] in _ENDS_SENTENCE or (text[line_end : line_end + 2].strip() and not dated)
    alone = often[candidate.key] == 1 or often[candidate.key] == count == 2
    unheard = alone and not candidate.anatomy.generic and not leads(candidate.anatomy)
    return (unheard and not ends) or _OPENING_QUOTE.match(text, candidate.words) is not None


def _heads(text: str) -> list[tuple[int, int]]:
    """The blocks at the top that say what a text is: `Place: …`, `Duration: …`, line under line."""
    found = []
    for block in PARAGRAPH.finditer(text, 0, 2 * _HEAD):
        lines = block[0].split("\n")
        keys = [_KEY.match(line) for line in lines]
        told = [key[1].strip().casefold() in HEADERS for key in keys if key]
        if len(told) >= 3 and sum(told) >= 1 and sum(told) >= 0.3 * len(told) and "?" not in block[0]:
            found.append(block.span())
        elif sum(told) == 0 and len(told) >= 2:
            break
    return found
