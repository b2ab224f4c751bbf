"""Makes scores probabilities: python -m training.calibrate DATA --weights FOLDER (the held-out articles)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.evaluate import quotations
from training.gold import Article, hold_out, load
from training.scoring import matches
from verbale.model.quotation import Quotation
from verbale.quote.tagger.assembling import Chain
from verbale.quote.tagger.confidence import Confidence, facts
from verbale.quote.tagger.merging import Merged
from verbale.quote.tagger.network import Tagger

_PENALTY = 1.0
LEANS = (-1.0, -0.5, 0.0, 0.5, 1.0)
FIRST_OF_CUE = 5


class Recorder(Confidence):
    """Keeps the facts of every quotation in their order."""

    kept: list[list[float]]

    def of(self, one: Merged, beside: Sequence[Quotation], *, agreeing: bool) -> float:
        """Notes the facts; every quotation passes."""
        self.kept.append(facts(one, beside, agreeing=agreeing))
        return 1.0


def fit(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's steps, held back by a small penalty."""
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + _PENALTY * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + _PENALTY * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def lean(
    tagger: Tagger, held: list[Article], moves: list[list[float]], begin: list[float]
) -> tuple[list[list[float]], list[float]]:
    """How much the chain should lean towards cues, for the best quote+speaker F1 on the held-out articles."""
    before = tagger.chain
    tried: dict[float, float] = {}
    for more in LEANS:
        tagger.chain = Chain(before.moves.copy(), before.begin.copy())
        tagger.chain.moves[:, FIRST_OF_CUE] += more
        tagger.chain.begin[FIRST_OF_CUE] += more
        right = given = gold = 0
        for article in held:
            found = quotations(article.text, tagger)
            given += len(found)
            gold += len(article.relations)
            for least in (0.5, 0.8):
                pairs = matches(article.text, article.relations, found, least)
                right += sum(match is not None and match[1] for match in pairs)
        tried[more] = 100 * right / (given + gold)
        print(f"cues {more:+.1f}: mean quote+speaker F1 {tried[more]:.2f}")
    best = max(tried, key=lambda more: (tried[more], -more))
    for row in moves:
        row[FIRST_OF_CUE] += best
    begin[FIRST_OF_CUE] += best
    return moves, begin


def calibrate(data: Path, folder: Path, held_out: int) -> None:
    """Fits the weights of the facts on the held-out articles and writes them into chain.json."""
    _, held = hold_out(load(data), held_out)
    tagger = Tagger(folder)
    path = folder / "chain.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["moves"], kept["begin"] = lean(tagger, held, kept["moves"], kept["begin"])
    path.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    tagger = Tagger(folder)
    recorder = Recorder(())
    object.__setattr__(recorder, "kept", [])
    tagger.confidence = recorder
    right: list[float] = []
    alone: list[tuple[float, bool]] = []
    for article in held:
        found = quotations(article.text, tagger)
        for quotation, match in zip(found, matches(article.text, article.relations, found, 0.5), strict=True):
            good = match is not None and match[1]
            if quotation.method == "marks":
                alone.append((quotation.score, good))
            else:
                right.append(float(good))
    rows = np.asarray(recorder.kept)
    weights = fit(rows, np.asarray(right))
    share = sum(good for _, good in alone) / max(1e-9, sum(score for score, _ in alone))
    kept["confidence"] = [round(float(weight), 4) for weight in weights]
    kept["marks_alone"] = round(min(1.0, share), 3)
    path.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    chance = 1 / (1 + np.exp(-rows @ weights))
    print(f"{len(right)} quotations, right {np.mean(right):.3f}, mean score {chance.mean():.3f}")
    print(f"by marks alone {len(alone)}, their scores times {share:.3f}")
    order = np.argsort(chance)
    for part in np.array_split(order, 8):
        print(f"score {chance[part].mean():.3f}: right {np.asarray(right)[part].mean():.3f}")


def main() -> None:
    """Reads the command line and calibrates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--held-out", type=int, default=60)
    options = parser.parse_args()
    calibrate(options.data, options.weights, options.held_out)


if __name__ == "__main__":
    main()
