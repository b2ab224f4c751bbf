"""Quotes with the whole of what a check must say of them: read from `cases/`, and written there to be read.

    python -m tests.check.cases_of_checks

writes what the code says now into every file of cases, so that a person can read the difference. Nothing
is right because it was written: each value is read before it is kept.
"""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from math import log2
from pathlib import Path
from typing import Any

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Check, Edit, Piece
from verbale.store import Store, open_store

__all__ = ["CASES", "archive", "cases", "told"]

HERE = Path(__file__).parent
TEXTS = HERE / "archive"
CASES = sorted((HERE / "cases").glob("*.toml"))
# what a case is asked with; the rest is what the check must say
ASKED = ("why", "quote", "speaker", "on")


@contextmanager
def archive(folder: Path) -> Iterator[Store]:
    """A record of the texts in `archive/`, of which two have an older version.

    Args:
        folder: an empty folder.
    """
    files = folder / "files"
    files.mkdir()
    with open_store(folder / "record") as store:
        for source in (TEXTS / "older", TEXTS):
            for path in sorted(source.glob("*.*")):
                (files / path.name).write_bytes(path.read_bytes())
            report = add(store, files)
            assert not report.refused, report
        assert len(report.revised) == 2, report
        yield store


def cases(path: Path) -> list[dict[str, Any]]:
    """The cases of one file, each as it stands there.

    Args:
        path: a file of `cases/`.
    """
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return found


def told(store: Store, checker: Checker, case: Mapping[str, Any]) -> dict[str, object]:
    """All that the check of a case says, without what is empty.

    Args:
        store: the record.
        checker: holds quotes against it.
        case: the quote with its claim.
    """
    check = checker.check(case["quote"], speaker=case.get("speaker"), said_on=case.get("on"))
    names = {info.id: info.name.rpartition(".")[0] for info in store.documents()}
    claim = f"speaker {check.attribution}, day {check.dating}"
    said: dict[str, object] = {
        "verdict": f"{check.verdict}, {check.severity}",
        "wording": check.wording.value if check.wording.value != check.verdict.value else None,
        "claim": claim if "speaker" in case or "on" in case else None,
        "flags": ", ".join(check.flags),
        "text": [_placed(piece, names) for piece in check.evidence.pieces] if check.evidence else [],
        "whose": _whose(check),
        "edits": list(map(_edit, check.edits)),
        "others": [_placed(piece, names) for piece in check.others],
        # the same to three digits and more, where all that is well found would be 1.0
        "bits": round(min(-log2(1.0 - check.score), 45.0), 1) if check.score < 1.0 else 45.0,
    }
    return {key: value for key, value in said.items() if value}


def _whose(check: Check) -> str:
    if check.evidence is None:
        return ""
    via = f", via {check.via}" if check.via else ""
    return f"{check.speaker or 'nobody'} on {check.said_on or 'no day'}, {check.basis}{via}"


def _placed(piece: Piece, names: Mapping[str, str]) -> str:
    version = f" version {piece.version}" if piece.version else ""
    return f"{names[piece.document]}{version}: {piece.text}"


def _edit(edit: Edit) -> str:
    return f"{edit.op}: {edit.record} → {edit.quoted}"


def _written(value: object) -> str:
    if isinstance(value, list):
        lines = "".join(f"  {json.dumps(each, ensure_ascii=False)},\n" for each in value)
        return f"[\n{lines}]" if len(value) > 1 else json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def main() -> None:
    """Write what the code says into every file of cases."""
    with tempfile.TemporaryDirectory() as folder, archive(Path(folder)) as store:
        checker = Checker(store)
        for path in CASES:
            blocks = []
            for case in cases(path):
                rows = {key: case[key] for key in ASKED if key in case} | told(store, checker, case)
                blocks.append("[[case]]\n" + "".join(f"{k} = {_written(v)}\n" for k, v in rows.items()))
            path.write_text("\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
