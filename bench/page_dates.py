"""The publication dates of saved pages against gold, beside htmldate's own on the same pages.

    python bench/page_dates.py [--archive PAGES.tar.xz] [--limit N]

PAGES holds `eval_default.json` (address to file and date) and the pages. A page that says no date
counts as wrong for the accuracy, and is shown apart from a wrong date.
"""

from __future__ import annotations

import argparse
import json
import sys
import tarfile
from pathlib import Path

PAGES = (
    Path(__file__).parents[2] / "shared" / "data" / "web-pages" / "htmldate" / "htmldate-default-800.tar.xz"
)


def verbale_date(page: bytes) -> str | None:
    """The date that Verbale's reader finds in a page."""
    from verbale.errors import ReadError  # noqa: PLC0415  both systems are imported when measured
    from verbale.readers import read_bytes  # noqa: PLC0415

    try:
        found = read_bytes(page, "page.html").published_on
    except ReadError:
        return None
    return found.isoformat() if found else None


def htmldate_date(page: bytes) -> str | None:
    """The date that htmldate finds with its defaults, the day of publication wanted."""
    from htmldate import find_date  # noqa: PLC0415

    try:
        found = find_date(page, original_date=True, extensive_search=True)
    except ValueError:
        return None
    return str(found) if found else None


def main() -> int:
    """Prints the table; 0 also where the pages are absent."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--archive", type=Path, default=PAGES)
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument(
        "--wrong", type=int, default=0, help="list pages that htmldate gets right and Verbale not"
    )
    given = parser.parse_args()
    if not given.archive.exists():
        print(f"skipped: no dated pages in {given.archive.name} (they are no part of the project)")
        return 0
    with tarfile.open(given.archive) as archive:
        content = {
            Path(member.name).name: stream.read()
            for member in archive
            if member.isfile() and (stream := archive.extractfile(member)) is not None
        }
    gold = json.loads(content["eval_default.json"])
    pages = [(entry["file"], entry["date"]) for entry in gold.values() if entry["file"] in content][
        : given.limit
    ]
    systems = {"verbale": verbale_date, "htmldate": htmldate_date}
    found = {name: [system(content[file]) for file, _ in pages] for name, system in systems.items()}
    print(f"{'system':14}{'pages':>6}{'right':>8}{'wrong':>8}{'none':>8}{'accuracy':>10}")
    for name, dates in found.items():
        right = sum(date == wanted for date, (_, wanted) in zip(dates, pages, strict=True))
        none = sum(date is None for date in dates)
        print(
            f"{name:14}{len(pages):6}{right:8}{len(pages) - right - none:8}{none:8}{right / len(pages):10.4f}"
        )
    shown = 0
    for (file, wanted), own, other in zip(pages, found["verbale"], found["htmldate"], strict=True):
        if own != wanted == other and shown < given.wrong:
            shown += 1
            print(f"{file}  gold {wanted}  verbale {own}  htmldate {other}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
