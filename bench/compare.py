"""Verbale and its peers over the same record and the same quotes, in one run.

    uv run --locked --with krokai==0.15.0 --with tantivy==0.27.0 \
        python bench/compare.py DATA --words 1000000 5000000 25000000 --work WORK

DATA holds `briefings/*.tar.xz` and `pm-interviews/*.tar.xz` (transcripts; see RESULTS.md). The records are
laid out in WORK, a temporary folder unless given, each size a part of the next; what is there already is used
again. Prints a Markdown table for each size and writes everything to WORK/results.json.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from archives import lay_out, unpack
from cases import KINDS, Case, holds, make
from measuring import Timed, bits, machine, percentile, timed
from peers import PEERS, Answer

import verbale
from verbale.intake.adding import add as add_to
from verbale.store import index, open_store
from verbale.store.index import QuoteIndex
from verbale.text.words import words as words_of

HELD_OUT = 1_000_000
FALSE_ALARMS = 0.01
BITS = (10, 15, 20, 30, 40)
NOTHING = frozenset(("not found", "common"))
Row = dict[str, Any]


def add(folder: Path, files: Sequence[Path]) -> Row:
    """Make a record of files, once; what it cost is kept beside it."""
    kept = folder.with_name(folder.name + ".json")
    if kept.exists():
        return dict(json.loads(kept.read_text()))
    spent = {"cpu": 0.0}
    catch_up = index.catch_up

    def measured(store: Any) -> None:
        began = time.process_time()
        catch_up(store)
        spent["cpu"] += time.process_time() - began

    index.catch_up = measured
    loaded = machine()
    wall, cpu = time.perf_counter(), time.process_time()
    with open_store(folder) as store:
        report = add_to(store, files)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        index.catch_up = catch_up
        words = sum(len(store.text(info.id).split()) for info in store.documents())
    size = {
        part: sum(p.stat().st_size for p in (folder / part).rglob("*") if p.is_file())
        for part in ("index", "originals")
    }
    size["database"] = sum(p.stat().st_size for p in folder.glob("record.db*"))
    row: Row = {
        "files": len(files),
        "added": len(report.added),
        "refused": len(report.refused),
        "words": words,
        "wall_s": wall,
        "cpu_s": cpu,
        "words_per_cpu_s": words / cpu,
        "index_share": spent["cpu"] / cpu,
        "bytes_per_word": {part: count / words for part, count in size.items()},
        "machine": loaded,
    }
    kept.write_text(json.dumps(row, indent=1))
    return row


def texts_of(folder: Path) -> dict[str, str]:
    """The texts of a record by document."""
    with open_store(folder, create=False) as store:
        return {info.id: store.text(info.id) for info in store.documents()}


def cases_of(work: Path, sizes: Sequence[int], held_out: Sequence[Path], count: int, seed: int) -> list[Case]:
    """The cases for all sizes: drawn from the smallest record, unique in the largest."""
    kept = work / f"cases-{sizes[-1]}-{count}-{seed}.json"
    if not kept.exists():
        apart = [verbale.read(path).text for path in held_out]
        inner, whole = texts_of(work / f"record-{sizes[0]}"), texts_of(work / f"record-{sizes[-1]}")
        made = make(inner, whole, apart, count, seed)
        kept.write_text(json.dumps([asdict(case) for case in made], ensure_ascii=False, indent=0))
    return [Case(**row) for row in json.loads(kept.read_text())]


def threshold(cases: Sequence[Case], answers: Sequence[Answer | None]) -> float:
    """The lowest score that at most 1 in 100 of the absent cases reach: chosen in the tool's favour."""
    absent = (a for c, a in zip(cases, answers, strict=True) if c.kind == "absent")
    scores = sorted((answer.score if answer else 0.0 for answer in absent), reverse=True)
    over = scores[int(len(scores) * FALSE_ALARMS)] if scores else 0.0
    return over + 1e-9


def summary(cases: Sequence[Case], answers: Sequence[Answer | None], cost: Timed[Any], least: float) -> Row:
    """Recall by kind, false alarms and cost of one tool."""
    shown: defaultdict[str, list[bool]] = defaultdict(list)
    for case, answer in zip(cases, answers, strict=True):
        found = answer is not None and answer.score >= least
        if case.document is not None and case.text is not None:
            found = found and answer is not None and answer.document == case.document
            found = found and answer is not None and (answer.text is None or holds(answer.text, case.text))
        shown[case.kind].append(found)
    return {
        "n": {kind: len(shown[kind]) for kind in KINDS},
        **{kind: sum(shown[kind]) / max(1, len(shown[kind])) for kind in KINDS},
        "threshold": least,
        "p50": cost.p50,
        "p95": cost.p95,
        "cpu": cost.cpu,
        "cpu_p50": cost.cpu_p50,
    }


def retrieval(quote_index: QuoteIndex, text: Callable[[str], str], cases: Sequence[Case], runs: int) -> Row:
    """The places that the quote index alone gives for a quote, exact ones or else the likeliest regions."""

    def find(quoted: str) -> list[index.Place]:
        hashes = words_of(quoted).hashes
        return quote_index.occurrences(hashes, 400) or [r.place for r in quote_index.regions(hashes)]

    cost = timed(find, [case.quoted for case in cases], runs)

    def right(case: Case, places: Sequence[index.Place]) -> Answer | None:
        for place in places:
            if place.document == case.document:
                shown = place.span.of(text(place.document))
                if holds(shown, case.text or ""):
                    return Answer(place.document, shown, 100.0)
        return None

    answers = [right(case, places) for case, places in zip(cases, cost.answers, strict=True)]
    return {**summary(cases, answers, cost, 0.0), "absent": None}


def checks(record: verbale.Record, cases: Sequence[Case], runs: int, claims: Mapping[str, Row]) -> Row:
    """The whole Check."""

    def check(quoted: str) -> verbale.Check:
        return record.check(quoted, **claims.get(quoted, {}))

    cost = timed(check, [case.quoted for case in cases], runs)
    answers = [
        Answer(found.evidence.document, found.evidence.text, 100.0)
        if found.evidence is not None and found.verdict.value not in NOTHING
        else None
        for found in cost.answers
    ]
    row = summary(cases, answers, cost, 0.0)
    verdicts: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for case, found in zip(cases, cost.answers, strict=True):
        verdicts[case.kind][found.verdict.value] += 1
    row["verdicts"] = verdicts
    row["bits"] = {
        kind: sorted(
            min(60.0, round(bits(found.score), 1)) if answer is not None else 0.0
            for case, answer, found in zip(cases, answers, cost.answers, strict=True)
            if case.kind == kind
        )
        for kind in KINDS
    }
    row["kinds"] = _by_kind(check, cases)
    return row


def _by_kind(check: Callable[[str], Any], cases: Sequence[Case]) -> Row:
    found = {}
    for kind in KINDS:
        wall = []
        for case in cases:
            if case.kind == kind:
                began = time.perf_counter()
                check(case.quoted)
                wall.append((time.perf_counter() - began) * 1000)
        found[kind] = {"p50": percentile(wall, 0.5), "p95": percentile(wall, 0.95)}
    return found


def claims_of(store: Any, cases: Sequence[Case]) -> dict[str, Row]:
    """The speaker and day that an article might give: those in the record, for an absent quote any others."""
    documents = list(store.documents())
    rng = random.Random(5)  # noqa: S311 - a fixed choice, no secret
    found: dict[str, Row] = {}
    for case in cases:
        info = store.info(case.document) if case.document else rng.choice(documents)
        if info is None:
            continue
        text = store.text(info.id)
        at = max(0, text.find((case.text or "")[:20]))
        speakers = [s.speaker for s in store.statements_at(info.id, at, at + 20) if s.speaker]
        day: date | None = info.said_on or info.published_on
        found[case.quoted] = {"speaker": speakers[-1] if speakers else None, "said_on": day}
    return found


def few(cases: Sequence[Case], count: int) -> list[Case]:
    """The first so many cases of each kind."""
    chosen = [case for kind in KINDS for case in islice((c for c in cases if c.kind == kind), count)]
    return [case for case in cases if case in chosen]


def measure(work: Path, size: int, cases: Sequence[Case], options: argparse.Namespace) -> Row:
    """Everything about one size of record."""
    folder = work / f"record-{size}"
    rows: dict[str, Row] = {}
    result: Row = {"size": size, "machine": machine(), "systems": rows}
    with verbale.open(folder, create=False) as record, open_store(folder, create=False) as store:
        quote_index = QuoteIndex(folder / "index")
        result["segments"] = len(quote_index.segments)
        for case in cases:  # the index is warm, as it is for a newsroom's second article
            record.check(case.quoted)
        rows["Verbale, the places alone"] = retrieval(quote_index, store.text, cases, options.runs)
        rows["Verbale, the whole check"] = checks(record, cases, options.runs, {})
        rows["Verbale, with speaker and day"] = checks(record, cases, options.runs, claims_of(store, cases))
    result["memory"] = resident(work, folder, cases)
    texts = texts_of(folder)
    for name in options.peers:
        small, runs = (cases, options.runs) if name.startswith("tantivy") else (few(cases, options.few), 1)
        print(f"{machine()}: {name}, {len(small)} quotes", file=sys.stderr, flush=True)
        began = time.process_time()
        peer = PEERS[name](texts)
        built = time.process_time() - began
        peer.find(small[0].quoted)
        cost = timed(partial(peer.find), [case.quoted for case in small], runs)
        least = 100.0 if name == "krokai" else threshold(small, cost.answers)
        rows[name] = {**summary(small, cost.answers, cost, least), "build_cpu_s": built}
    result["machine_after"] = machine()
    return result


def resident(work: Path, folder: Path, cases: Sequence[Case]) -> Row:
    """Memory of a fresh process after 500 checks."""
    quotes = work / "quotes.json"
    quotes.write_text(json.dumps([case.quoted for case in (list(cases) * 500)[:500]]))
    program = [sys.executable, str(Path(__file__).with_name("resident.py")), str(folder), str(quotes)]
    return dict(json.loads(subprocess.run(program, check=True, capture_output=True, text=True).stdout))


def table(result: Row) -> str:
    """The comparison at one size as a Markdown table."""
    head = ["", "a kind", *KINDS[:-1], "false alarms", "p50 ms", "p95 ms", "CPU ms", "times Verbale's CPU"]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    own = result["systems"]["Verbale, the whole check"]["cpu"]
    for name, row in result["systems"].items():
        alarms = "–" if row["absent"] is None else f"{row['absent']:.1%}"
        cells = [name, f"{row['n']['exact']}", *(f"{row[kind]:.3f}" for kind in KINDS[:-1]), alarms]
        cells += [f"{row[key]:,.2f}" for key in ("p50", "p95", "cpu")] + [f"{row['cpu'] / own:,.1f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def by_score(row: Row) -> str:
    """What the whole check finds of each kind if only scores from a threshold on count."""
    lines = ["| score from | " + " | ".join(KINDS) + " |", "|---" * (len(KINDS) + 1) + "|"]
    for least in BITS:
        cells = [
            f"{sum(b >= least for b in row['bits'][kind]) / len(row['bits'][kind]):.3f}" for kind in KINDS
        ]
        lines.append(f"| 1 - 1/{2**least:,} ({least} bits) | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Lay out, make cases, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--words", type=int, nargs="+", default=[1_000_000, 5_000_000, 25_000_000])
    parser.add_argument("--work", type=Path)
    parser.add_argument("--cases", type=int, default=200, help="quotes of each kind")
    parser.add_argument("--few", type=int, default=10, help="quotes of each kind for the slow peers")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=list(PEERS))
    parser.add_argument("--only", choices=["records", "cases"], help="prepare so far and stop")
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp(prefix="verbale-bench-"))
    work.mkdir(parents=True, exist_ok=True)
    sizes = sorted(options.words)
    layout = lay_out(unpack(options.data, work), sizes, HELD_OUT)
    records = {}
    for size in sizes:
        print(f"{machine()}: the record of {size:,} words", file=sys.stderr, flush=True)
        records[size] = add(work / f"record-{size}", layout.sizes[size])
    if options.only == "records":
        return
    print(f"{machine()}: the cases", file=sys.stderr, flush=True)
    cases = cases_of(work, sizes, layout.held_out, options.cases, options.seed)
    if options.only == "cases":
        return
    command = " ".join(["python", "bench/compare.py", *sys.argv[1:]])
    results: Row = {
        "command": command,
        "on": f"{date.today()}",
        "versions": {name: version(name) for name in ("verbale", "krokai", "rapidfuzz", "edlib", "tantivy")},
        "records": records,
        "sizes": [],
    }
    print(f"`{command}`, {date.today()}, {json.dumps(results['versions'])}")
    for size in sizes:
        result = measure(work, size, cases, options)
        results["sizes"].append(result)
        (work / "results.json").write_text(json.dumps(results, indent=1, ensure_ascii=False))
        report(result, records[size])


def report(result: Row, made: Row) -> None:
    """Print what was found at one size."""
    each = made["bytes_per_word"]
    print(f"\n### {made['words']:,} words, {made['added']:,} documents\n\n{table(result)}\n")
    print(by_score(result["systems"]["Verbale, the whole check"]), "\n")
    print(
        f"Adding: {made['words_per_cpu_s']:,.0f} words a second of CPU ({made['cpu_s']:,.0f} s; the index "
        f"{made['index_share']:.0%}; {made['machine']}). On disk, bytes a word: index {each['index']:.1f}, "
        f"database {each['database']:.1f}, originals {each['originals']:.1f}. Index in {result['segments']} "
        f"parts. RssAnon of a fresh process: {result['memory']['after']:.0f} MB after 500 checks,"
        f" {result['memory']['first']:.0f} after the first, {result['memory']['before']:.0f} before."
        f" Measured at {result['machine']}, {result['machine_after']} at the end.",
        flush=True,
    )


if __name__ == "__main__":
    main()
