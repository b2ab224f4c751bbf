"""Scores weights: python -m training.evaluate DATA --weights FOLDER [--held-out 60 | --all]."""

from __future__ import annotations

import argparse
import importlib
import time
from pathlib import Path

from training.gold import Article, hold_out, load
from training.scoring import f1, matches
from verbale.model.quotation import Quotation
from verbale.quote.tagger.combined import with_tagger
from verbale.quote.tagger.network import Tagger

__all__ = ["quotations", "report"]


def quotations(text: str, tagger: Tagger, min_score: float = 0.0) -> tuple[Quotation, ...]:
    """As `verbale.quotations`, with other weights than the shipped ones."""
    reader = importlib.import_module("verbale.quote.marked").read_marks(text)
    return with_tagger(reader, tagger, min_score)


def report(articles: list[Article], found: list[tuple[Quotation, ...]]) -> str:
    """Quote F1 and quote+speaker F1 at overlaps of one half and four fifths, and false attributions."""
    gold = sum(len(article.relations) for article in articles)
    given = sum(len(one) for one in found)
    lines = [f"{len(articles)} articles, {gold} gold, {given} found"]
    for least in (0.5, 0.8):
        hits = right = false = 0
        for article, one in zip(articles, found, strict=True):
            for quotation, match in zip(
                one, matches(article.text, article.relations, one, least), strict=True
            ):
                hits += match is not None
                right += match is not None and match[1]
                false += match is not None and not match[1] and quotation.mention is not None
        wrong = f"{1000 * false / hits:.0f} false attributions per 1,000" if hits else ""
        lines.append(
            f"at {least}: quote {f1(hits, given, gold)}, quote+speaker {f1(right, given, gold)}; {wrong}"
        )
    return "\n".join(lines)


def main() -> None:
    """Reads, finds, scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--held-out", type=int, default=60, help="only the articles set aside in training")
    parser.add_argument("--all", action="store_true", help="every article of the folder")
    parser.add_argument("--min-score", type=float, default=0.0)
    options = parser.parse_args()
    articles = load(options.data)
    if not options.all:
        _, articles = hold_out(articles, options.held_out)
    tagger = Tagger(options.weights)
    started = time.perf_counter()
    found = [quotations(article.text, tagger, options.min_score) for article in articles]
    seconds = time.perf_counter() - started
    words = sum(len(article.text.split()) for article in articles)
    print(report(articles, found))
    print(f"{words / seconds:,.0f} words a second")


if __name__ == "__main__":
    main()
