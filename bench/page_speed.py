"""How fast saved pages are read: words and bytes for a second of the process's own time.

    python bench/page_speed.py [--folder PAGES] [--runs 5] [--parse | --trafilatura]

PAGES holds `html/*.html.gz`. Every run reads all pages; the table gives the median run and the slowest
page. `--parse` adds what is found in the readings: turns, kind, dates. `--trafilatura` measures trafilatura
on the same pages, for comparison.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

PAGES = Path(__file__).parents[2] / "shared" / "data" / "web-pages" / "article-extraction-benchmark"


def reading(page: bytes) -> str:
    """The text of a page."""
    from verbale.errors import ReadError  # noqa: PLC0415  loaded before the clock starts
    from verbale.readers import read_bytes  # noqa: PLC0415

    try:
        return read_bytes(page, "page.html").text
    except ReadError:
        return ""


def document(page: bytes) -> str:
    """The text of a page, after everything was found in it."""
    from verbale.errors import ReadError  # noqa: PLC0415
    from verbale.parse.composing import read  # noqa: PLC0415

    try:
        return read(page, name="page.html").text
    except ReadError:
        return ""


def trafilatura_text(page: bytes) -> str:
    """What trafilatura itself makes of a page, metadata and day included."""
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(page, include_comments=False, with_metadata=True) or ""


def run(system: Callable[[bytes], str], pages: list[bytes]) -> tuple[float, float, int]:
    """Seconds of CPU for all pages and for the slowest, and the words found."""
    whole = slowest = 0.0
    words = 0
    for page in pages:
        began = time.process_time()
        text = system(page)
        spent = time.process_time() - began
        whole, slowest = whole + spent, max(slowest, spent)
        words += len(text.split())
    return whole, slowest, words


def main() -> int:
    """Prints the table; 0 also where the pages are absent."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--folder", type=Path, default=PAGES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--parse", action="store_true", help="find turns, kind and dates too")
    parser.add_argument("--trafilatura", action="store_true", help="measure trafilatura instead")
    given = parser.parse_args()
    files = sorted((given.folder / "html").glob("*.html.gz"))
    if not files:
        print(f"skipped: no pages in {given.folder.name} (they are no part of the project)")
        return 0
    pages = [gzip.decompress(file.read_bytes()) for file in files]
    system = trafilatura_text if given.trafilatura else document if given.parse else reading
    run(system, pages[:10])  # imports and tables
    runs = [run(system, pages) for _ in range(given.runs)]
    seconds = median(whole for whole, _, _ in runs)
    size = sum(map(len, pages)) / 1e6
    load = os.getloadavg()[0]
    words = runs[0][2]
    slowest = median(slow for _, slow, _ in runs) * 1000
    print(f"{len(pages)} pages, {size:.1f} MB, {words:,} words; {given.runs} runs, load {load:.1f}")
    print(
        f"{seconds:.2f} s of CPU: {words / seconds:,.0f} words/s, {size / seconds:.1f} MB/s, "
        f"{seconds / len(pages) * 1000:.1f} ms a page, slowest {slowest:.0f} ms"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
