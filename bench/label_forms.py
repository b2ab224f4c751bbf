"""Real documents printed with their labels in one form after another, read, and held against who spoke.

    python bench/label_forms.py [--shared SHARED] [--sources tei,fomc] [--forms stop,dash] [--show N] [--json]

SHARED holds `data/` and the gold of turns in `bench/gold/`. Each document is printed twice in each form: with
every label as the form has it, and with one label in ten, by seed, in an odd way that the text does not
otherwise use (a misprint, the end mark missing, an office that nobody has). Of each speech up to six
sentences are looked up: `ok` is given to its speaker, `wrong` in any part to somebody else, all others are
nobody's. An oddly printed label may be read as it stands there or not at all.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path

from label_judge import judged, shown
from label_print import FORMS, ODD, Printed, can_print, print_talk
from label_texts import SOURCES, talks
from measuring import interval, machine

import verbale
from verbale.model import Document

Counts = Mapping[tuple[str, str, str], Counter[str]]
# labels as the form has them; those of a text in which others are odd
PLAIN, BESIDE = "plain", "beside"


def row(counts: Counter[str], verdict: str) -> str:
    """A verdict's share of all passages, or a dash where there are none."""
    return f"{counts[verdict] / counts.total():.4f}" if counts.total() else "–"


def over(counts: Counts, form: str, kinds: Iterable[str], source: str = "") -> Counter[str]:
    """The counts of some kinds of labels in one form, of one source or all."""
    keys = (key for key in counts if key[0] == form and key[2] in kinds and source in ("", key[1]))
    return sum((counts[key] for key in keys), Counter())


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under a head, in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def tables(counts: Counts, forms: Sequence[str], sources: Sequence[str]) -> str:
    """The figures with every label as the form has it, and with one in ten in an odd way."""
    plain, odd = [], []
    for form in forms:
        every = over(counts, form, [PLAIN])
        low, high = interval(every["wrong"], every.total())
        cells = [f"{every.total():,}", row(every, "ok"), f"{row(every, 'wrong')} ({low:.4f} to {high:.4f})"]
        nobody = Counter(wanted=every["nobody"] + every["lost"], rest=every["ok"] + every["wrong"])
        each = [row(over(counts, form, [PLAIN], source), "wrong") for source in sources]
        plain.append([form, *cells, row(nobody, "wanted"), *each])
        oddly = [over(counts, form, kinds) for kinds in (ODD, *([kind] for kind in ODD), [BESIDE])]
        total = over(counts, form, [*ODD, BESIDE])
        odd.append(
            [form, f"{oddly[0].total():,}", row(total, "wrong"), *(row(part, "wrong") for part in oddly)]
        )
    first = ["form", "passages", "ok", "wrong (95%)", "nobody", *(f"wrong: {source}" for source in sources)]
    second = ["form", "odd passages", "wrong: all", "odd ones", *ODD, "those beside"]
    return f"{table(first, plain)}\n\nOne label in ten printed in an odd way:\n\n{table(second, odd)}"


def read(printed: Printed, form: str, folder: Path) -> Document:
    """What the program makes of a printed talk."""
    path = folder / ("talk.html" if form.startswith("bold") else "talk.txt")
    path.write_text(printed.body, encoding="utf-8")
    return verbale.read(path)


def arguments() -> argparse.Namespace:
    """The options, checked."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    beside = Path(__file__).resolve().parents[2] / "shared"
    parser.add_argument("--shared", type=Path, default=beside)
    parser.add_argument("--sources", default=",".join(SOURCES))
    parser.add_argument("--forms", default=",".join(FORMS))
    parser.add_argument("--sample", type=int, default=16, help="documents of each source")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="so many wrong speeches of each row")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    given.sources, given.forms = given.sources.split(","), given.forms.split(",")
    if unknown := {*given.sources} - SOURCES.keys() | {*given.forms} - FORMS.keys():
        parser.error(f"no such source or form: {', '.join(sorted(unknown))}")
    return given


def main() -> int:
    """Print each talk in each form, read it, count, and print tables."""
    given = arguments()
    if not given.shared.exists():
        print(f"skipped: no texts in {given.shared} (they are no part of the project)")
        return 0
    began = time.process_time()
    counts: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    wrong: defaultdict[tuple[str, str, str], dict[tuple[str, int], str]] = defaultdict(dict)
    with tempfile.TemporaryDirectory(prefix="verbale-bench-") as folder:
        for source in given.sources:
            for talk in talks(given.shared, source, given.sample, given.seed):
                for form, oddly in product(given.forms, (False, True)):
                    if not can_print(talk, form):
                        continue
                    printed = print_talk(talk, form, f"{given.seed} {talk.file}" if oddly else None)
                    document = read(printed, form, Path(folder))
                    for passage in judged(document, printed):
                        key = (form, source, printed.odd[passage.speech] or (BESIDE if oddly else PLAIN))
                        counts[key][passage.verdict] += 1
                        if passage.verdict == "wrong":
                            text = shown(document, printed, passage)
                            wrong[key].setdefault((talk.file, passage.speech), text)
            print(f"{source}: {time.process_time() - began:.0f} s of CPU", file=sys.stderr, flush=True)
    if given.json:
        keys = ("form", "source", "labels")
        rows = [{**dict(zip(keys, key, strict=True)), **found} for key, found in counts.items()]
        print(json.dumps({"seed": given.seed, "sample": given.sample, "counts": rows}, ensure_ascii=False))
        return 0
    print(f"`python bench/label_forms.py {' '.join(sys.argv[1:])}`, {machine()}, ", end="")
    print(f"{time.process_time() - began:.0f} s of CPU.\n\n{tables(counts, given.forms, given.sources)}")
    for key, found in wrong.items() if given.show else ():
        print(f"\n{', '.join(key)}: {len(found):,} speeches wrong")
        for (file, _), text in [*found.items()][: given.show]:
            print(f"  {file}: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
