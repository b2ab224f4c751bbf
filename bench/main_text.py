"""The main text of saved article pages against gold, beside trafilatura's own on the same pages.

    python bench/main_text.py [--folder PAGES] [--worst 10]

PAGES holds `ground-truth.json` (id to articleBody) and `html/ID.html.gz`. A page's figure is the F1 of
its words, counted with repetition; the table gives the mean over all pages, and precision and recall
of all words together.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

PAGES = Path(__file__).parents[2] / "shared" / "data" / "web-pages" / "article-extraction-benchmark"
WORD = re.compile(r"\w+")


def words(text: str) -> Counter[str]:
    """The words of a text with their counts."""
    return Counter(WORD.findall(text.casefold()))


def verbale_text(page: bytes) -> str:
    """The text that Verbale's reader makes of a page."""
    from verbale.errors import ReadError  # noqa: PLC0415  both systems are imported when measured
    from verbale.readers import read_bytes  # noqa: PLC0415

    try:
        return read_bytes(page, "page.html").text
    except ReadError:
        return ""


def trafilatura_text(page: bytes) -> str:
    """What trafilatura itself takes for the main text."""
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(page, include_comments=False) or ""


def main() -> int:
    """Prints the table; 0 also where the pages are absent."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--folder", type=Path, default=PAGES)
    parser.add_argument("--worst", type=int, default=0, help="list pages on which Verbale falls behind")
    given = parser.parse_args()
    if not (given.folder / "ground-truth.json").exists():
        print(f"skipped: no article pages in {given.folder.name} (they are no part of the project)")
        return 0
    gold = json.loads((given.folder / "ground-truth.json").read_text("utf-8"))
    systems = {"verbale": verbale_text, "trafilatura": trafilatura_text}
    figures: dict[str, dict[str, float]] = {name: {} for name in systems}
    totals: dict[str, list[int]] = {name: [0, 0, 0] for name in systems}
    for key, entry in sorted(gold.items()):
        page = gzip.decompress((given.folder / "html" / f"{key}.html.gz").read_bytes())
        wanted = words(entry["articleBody"])
        for name, system in systems.items():
            found = words(system(page))
            shared = (found & wanted).total()
            counted = (shared, found.total(), wanted.total())
            totals[name] = [before + more for before, more in zip(totals[name], counted, strict=True)]
            figures[name][key] = 2 * shared / (found.total() + wanted.total()) if shared else 0.0
    print(f"{'system':14}{'pages':>6}{'mean F1':>10}{'precision':>11}{'recall':>8}")
    for name, of_pages in figures.items():
        shared, kept, wanted_total = totals[name]
        mean = sum(of_pages.values()) / len(of_pages)
        print(f"{name:14}{len(of_pages):6}{mean:10.4f}{shared / kept:11.4f}{shared / wanted_total:8.4f}")
    behind = {key: figures["trafilatura"][key] - figures["verbale"][key] for key in figures["verbale"]}
    for key in sorted(behind, key=lambda key: -behind[key])[: given.worst]:
        own, other = figures["verbale"][key], figures["trafilatura"][key]
        print(f"{key[:16]}  verbale {own:.3f}  trafilatura {other:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
