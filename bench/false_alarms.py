"""Unrelated sentences held against a record: how often Verbale finds something all the same.

    python bench/false_alarms.py DATA --words 25000000 --work WORK

DATA holds the archives of compare.py. The record is made of Australian prime ministers' transcripts (1940s to
2013), the sentences come from White House briefings (2021 and 2022): no speaker, year or country is common to
both, so whatever is found is chance, a saying, or a phrase of everybody's. Prints the share of each
verdict, of scores from a threshold on, and of both by the length of the sentence, with Wilson's intervals.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from archives import lay_out, unpack
from cases import sentences
from measuring import bits, interval, machine

import verbale
from compare import add

LENGTHS = ((8, 12), (13, 20), (21, 30), (31, 40))
BITS = (10, 12, 15, 20, 25, 30, 40)
NOTHING = ("not found", "common")
_SPACES = re.compile(r"[^\S\n]+")
Found = tuple[str, int, str, float]


def line(name: str, rows: Sequence[Found], told: Callable[[Found], bool]) -> str:
    """One row of a table: how many of how many, the share and its interval, by length too."""
    groups = [rows, *([row for row in rows if low <= row[1] <= high] for low, high in LENGTHS)]
    cells = []
    for group in groups:
        hits = sum(map(told, group))
        low, high = interval(hits, len(group))
        cells.append(f"{hits:,} = {hits / max(1, len(group)):.2%} ({low:.2%} to {high:.2%})")
    return f"| {name} | " + " | ".join(cells) + " |"


def table(first: str, rows: Sequence[Found], lines: Iterable[tuple[str, Callable[[Found], bool]]]) -> str:
    """Lines under a head with the lengths and how many sentences each has."""
    counted = [f"{low} to {high} words" for low, high in LENGTHS]
    head = (
        f"| {first} | all {len(rows):,} | " + " | ".join(counted) + " |\n" + "|---" * (len(LENGTHS) + 2) + "|"
    )
    return "\n".join([head, *(line(name, rows, told) for name, told in lines)])


def verdict_is(verdict: str) -> Callable[[Found], bool]:
    """Whether a row has a verdict."""
    return lambda row: row[2] == verdict


def worth(least: int) -> Callable[[Found], bool]:
    """Whether a row has a place for the whole sentence with so many bits."""
    return lambda row: row[2] not in NOTHING and row[3] >= least


def main() -> None:
    """Lay out, check, print."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("data", type=Path)
    parser.add_argument("--words", type=int, default=25_000_000)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp(prefix="verbale-bench-"))
    work.mkdir(parents=True, exist_ok=True)
    record = work / f"unrelated-{options.words}"
    files = unpack(options.data, work, ("pm-scale", "pm-interviews-howard-rudd"))
    made = add(record, lay_out(files, [options.words], 0).sizes[options.words])
    rng = random.Random(options.seed)  # noqa: S311 - a fixed choice, no secret
    drawn = sorted(
        {
            sentence
            for path in unpack(options.data, work, ("briefings-2021-2022",))
            # typists put two spaces after a full stop
            for sentence in sentences(_SPACES.sub(" ", verbale.read(path).text), 8, 40)
        }
    )
    chosen = rng.sample(drawn, min(options.count, len(drawn)))
    print(f"{machine()}: {len(chosen):,} of {len(drawn):,} sentences", file=sys.stderr, flush=True)
    rows: list[Found] = []
    shown: defaultdict[str, list[str]] = defaultdict(list)
    with verbale.open(record, create=False) as opened:
        for sentence in chosen:
            found = opened.check(sentence)
            verdict = found.verdict.value
            rows.append((sentence, len(sentence.split()), verdict, bits(found.score)))
            if found.evidence is not None:
                shown[verdict].append(f"{bits(found.score):.0f} bits: {sentence} / {found.evidence.text}")
    (work / "false-alarms.json").write_text(json.dumps({"rows": rows, "shown": shown}, ensure_ascii=False))
    verdicts = [verdict for verdict, _ in Counter(row[2] for row in rows).most_common()]
    print(f"`python bench/false_alarms.py {' '.join(sys.argv[1:])}`, {date.today()}; record of ", end="")
    print(f"{made['words']:,} words in {made['added']:,} documents.\n")
    print(table("verdict", rows, [(verdict, verdict_is(verdict)) for verdict in verdicts]), "\n")
    told = [(f"{least} bits: 1 - 1/{2**least:,}", worth(least)) for least in BITS]
    print(table("a verdict, with a score from", rows, told))


if __name__ == "__main__":
    main()
