"""The words that cues are made of: python -m training.lexicon DATA --out FOLDER."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from training.gold import hold_out, load

_WORD = re.compile(r"(?<![\w’'])[A-Za-z]+(?![\w’'])")
# words of every sentence, whatever cue they may stand in
_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "and",
        "or",
        "but",
        "by",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "he",
        "she",
        "it",
        "they",
        "i",
        "we",
        "you",
        "his",
        "her",
        "its",
        "their",
        "that",
        "this",
        "not",
        "do",
        "does",
        "did",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "must",
        "can",
        "also",
        "than",
        "who",
        "which",
        "what",
        "there",
        "up",
        "out",
        "about",
        "into",
        "over",
        "after",
        "so",
        "no",
        "if",
        "more",
        "just",
        "even",
        "still",
        "only",
        "one",
        "when",
    ]
)


def write_words(data: Path, out: Path, held_out: int) -> None:
    """Counts in how many of its places a word is part of a cue, and keeps those that often are."""
    learned, _ = hold_out(load(data), held_out)
    everywhere: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    in_cues: Counter[str] = Counter()
    for article in learned:
        for found in _WORD.finditer(article.text):
            everywhere[found[0].lower()] += 1
            lower[found[0].lower()] += found[0].islower()
        for relation in article.relations:
            for start, end in relation.cue:
                in_cues.update({word.lower() for word in _WORD.findall(article.text[start:end])})
    words = {
        word: count / everywhere[word]
        for word, count in in_cues.items()
        # names are no cues, wherever they stand
        if word not in _COMMON and everywhere[word] and lower[word] * 2 > everywhere[word]
    }
    kept = {
        "likely": sorted(w for w, share in words.items() if share >= 0.4 and in_cues[w] >= 3),
        "possible": sorted(w for w, share in words.items() if share >= 0.05 and in_cues[w] >= 2),
    }
    (out / "cues.json").write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")
    print({name: len(found) for name, found in kept.items()})


def main() -> None:
    """Reads the command line and writes the words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", type=int, default=60)
    options = parser.parse_args()
    write_words(options.data, options.out, options.held_out)


if __name__ == "__main__":
    main()
