"""Memory of a fresh process that opens a record and checks quotes: `python bench/resident.py RECORD QUOTES`.

QUOTES is a JSON file with a list of strings. Prints a JSON object with RssAnon in MB (10^6 bytes) before the
record is opened, after the first check and after the last.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from measuring import anonymous_memory

import verbale


def main() -> None:
    """Check every quote and say what memory it took."""
    record, quotes = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    before = anonymous_memory()
    with verbale.open(record, create=False) as opened:
        opened.check(quotes[0])
        first = anonymous_memory()
        for quoted in quotes[1:]:
            opened.check(quoted)
        after = anonymous_memory()
    print(json.dumps({"before": before, "first": first, "after": after, "checks": len(quotes)}))


if __name__ == "__main__":
    main()
