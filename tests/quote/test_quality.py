"""Quality does not fall: our own gold, and a fixed sample of hand-annotated news where it is at hand."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

import pytest
from training.gold import load
from training.scoring import f1, matches

from tests.quote.gold.items import Figures, measure, read_items
from verbale.api import quotations

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
ARCHIVE = Path(__file__).parents[3] / "shared" / "data" / "polnear" / "polnear-train-dev.tar.xz"


def test_a_floor_is_lowered_only_with_a_reason() -> None:
    for lowered in FLOORS["lowered"]:
        assert {"floor", "from", "to", "reason"} <= set(lowered)
        assert len(lowered["reason"]) > 20


def figures() -> Figures:
    items = read_items()
    return measure(items, [quotations(item.text) for item in items])


def test_our_own_gold(capsys: pytest.CaptureFixture[str]) -> None:
    items = read_items()
    assert len(items) == 40
    assert {item.style for item in items} == {"wire", "release", "web", "feature"}
    found = figures()
    with capsys.disabled():
        print(f"\n40 own items: {found}")  # noqa: T201 - the figure is what one wants to see
    floor = FLOORS["own gold"]
    assert found.quote >= floor["quote"]
    assert found.quote_speaker >= floor["quote_speaker"]
    assert found.right >= floor["right"]
    assert found.wrong <= floor["wrong"]


@pytest.mark.cpu_seconds(300)
def test_a_fixed_sample_of_hand_annotated_news(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not ARCHIVE.is_file():
        pytest.skip("the shared hand-annotated news is not at hand")
    with tarfile.open(ARCHIVE) as archive:
        held = [m for m in archive.getmembers() if m.name.startswith("polnear/dev/")]
        # what Python 3.11.2 lacks
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(tmp_path, held)  # noqa: S202 - our own benchmark
    articles = load(tmp_path / "polnear" / "dev")[::4]
    gold = given = hits = right = false = 0
    for article in articles:
        found = quotations(article.text)
        gold += len(article.relations)
        given += len(found)
        for quotation, match in zip(found, matches(article.text, article.relations, found, 0.5), strict=True):
            hits += match is not None
            right += match is not None and match[1]
            false += match is not None and not match[1] and quotation.mention is not None
    quote, speaker, wrong = f1(hits, given, gold), f1(right, given, gold), 1000 * false / hits
    with capsys.disabled():
        print(  # noqa: T201 - the figure is what one wants to see
            f"\n{len(articles)} articles: quote F1 {quote}, quote+speaker F1 {speaker}, "
            f"{wrong:.0f} false attributions per 1,000"
        )
    floor = FLOORS["news sample"]
    assert quote >= floor["quote"]
    assert speaker >= floor["quote_speaker"]
    assert wrong <= floor["false_per_1000"]
