"""What marks of omission and edges leave out of the clause that is quoted, and what they may."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from verbale.check.omissions import omissions
from verbale.check.parted_numbers import parted_numbers
from verbale.compare import Passage
from verbale.model import Span
from verbale.text.lexicon import lexicons_for


def left_out(language: str, marked: str) -> tuple[bool, list[str]]:
    """What the quote leaves out that has all but what stands between bars."""
    parts = re.split(r"\|", marked)
    text = "".join(parts)
    borders = [len("".join(parts[:number])) for number in range(len(parts) + 1)]
    spans = [Span(*pair) for pair in pairwise(borders)][::2]
    held = [Passage("a", Span(span.start, span.start + len(span.of(text).rstrip()))) for span in spans]
    found = omissions(text, held, lexicons_for(language, None, ""))
    return any(each.turns for each in found), sorted({flag.value for each in found for flag in each.flags})


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "We have |never |sold it."),
        ("en", "We do |not |want to sell it."),
        ("en", "We have |never, in all of those years, |sold it."),
        ("en", "We |did not want to |sell it."),
        ("en", "We will |not, for now, |sell it."),
        ("en", "We |know that nobody will |sell it."),
        ("en", "We know it. |I never said that |the salt was theirs."),
        ("de", "Wir haben sie |nie |verkauft."),
        ("de", "Wir verkaufen sie |nicht, und zwar aus Gründen, |in diesem Jahr."),
        ("fr", "Nous avons |jamais |vendu le port."),
        ("es", "El puerto |no |se vende hoy."),
        ("ru", "Мы |никогда не |продали пристань."),
        ("pl", "My |nigdy nie |sprzedamy portu."),
        ("it", "Noi |non |venderemo il porto."),
    ],
)
def test_a_denial_that_is_left_out_turns_the_words(language: str, marked: str) -> None:
    turns, flags = left_out(language, marked)
    assert turns
    assert "negation" in flags


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "We will|, although nobody likes it, |sell it."),
        ("en", "We will sell |not the pier but |the bridge."),
        ("en", "We |know that it is not cheap and |will sell it."),
        ("en", "We have sold it. |Nobody has seen the money. We are glad. |We will sail."),
        ("en", "We have |not only |sold it."),
        ("de", "Wir werden|, auch wenn es keiner mag, |verkaufen."),
        ("ru", "Мы ещё |ни разу |не просили отсрочки."),
        ("ar", "ستنقطع المياه عن الحدائق |ولن تنقطع عن البيوت، |فالسدّ ممتلئ."),
    ],
)
def test_a_denial_of_something_else_may_be_left_out(language: str, marked: str) -> None:
    assert not left_out(language, marked)[0]


@pytest.mark.parametrize(
    ("language", "marked", "flags"),
    [
        ("en", "The tunnel will |probably |open in the autumn.", ["modality"]),
        ("en", "The tunnel will|, perhaps, |open in the autumn.", ["modality"]),
        ("en", "The tunnel |may well |open in the autumn.", ["modality"]),
        ("en", "We saw |around |forty boats.", ["modality"]),
        ("en", "We saw |tens of |thousands of boats.", ["number"]),
        ("en", "We lost |forty |boats.", ["number"]),
        ("de", "Der Tunnel wird |wahrscheinlich |öffnen.", ["modality"]),
        ("fr", "Le tunnel va |peut-être |ouvrir.", ["modality"]),
        ("ru", "Мы |возможно |откроем мост.", ["modality"]),
        # what leaves the clause as it is
        ("en", "We saw |the old |boats of the harbour.", []),
        ("en", "We sold it |and it will outlive the old mill |and its owner.", []),
        ("en", "We sold it|. Perhaps forty came. It rained. |We sailed.", []),
        ("en", "We shall send lamps |in the first week of our spring as we |always do.", []),
    ],
)
def test_a_hedge_or_a_quantity_that_is_left_out(language: str, marked: str, flags: list[str]) -> None:
    assert left_out(language, marked) == (False, flags)


@pytest.mark.parametrize(
    ("language", "marked", "flags"),
    [
        ("en", "Tens of |thousands of letters| came.", ["number"]),
        ("en", "|We spent $5| billion on it.", ["number"]),
        ("en", "|We lost 40| percent.", ["number"]),
        ("en", "|We lost 40|%.", ["number"]),
        ("en", "Forty |million boats| came.", ["number"]),
        ("en", "Around |forty boats| came.", ["modality"]),
        ("en", "At least |40 boats| came.", ["modality"]),
        ("de", "|Wir verloren fünf| Millionen.", ["number"]),
        ("fr", "Des dizaines de |milliers de lettres| sont venues.", ["number"]),
        ("en", "|We saw forty boats| and sailed.", []),
        ("en", "|We sail at five|, two boats in all.", []),
        ("en", "We sail at five. |Two boats| are lost.", []),
    ],
)
def test_a_number_that_an_edge_parts(language: str, marked: str, flags: list[str]) -> None:
    before, held, after = marked.split("|")
    span = Span(len(before), len(before) + len(held))
    found = parted_numbers(before + held + after, span, lexicons_for(language, None, ""))
    assert sorted(flag.value for flag in found) == flags
