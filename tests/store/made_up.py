"""Interviews that nobody gave, for the tests of the record."""

from __future__ import annotations

import random
from pathlib import Path

SUBJECTS = ("the harbour", "the border", "the treaty", "the grain", "the railway", "the ferries", "the dam")
VERBS = ("build", "close", "inspect", "discuss", "repair", "share", "defend")
REASONS = ("winter is near", "the talks go on", "nobody else will", "the law says so", "we gave our word")


def interview(number: int, *, speaker: str = "Ana Rovik", answers: int = 3) -> str:
    """An interview unlike that of any other number."""
    choose = random.Random(number)  # noqa: S311 (the same text for a number, every time)
    lines = [f"Interview number {number} with {speaker}", "", f"{1 + number % 28} March 2025", ""]
    for turn in range(answers):
        subject = choose.choice(SUBJECTS)
        lines += [f"Question: What about {subject}, item {number}-{turn}?", ""]
        lines += [
            f"{speaker}: We will {choose.choice(VERBS)} {subject} because {choose.choice(REASONS)}, "
            f"as I said in letter {number * 100 + turn}.",
            "",
        ]
    return "\n".join(lines)


def write_interviews(folder: Path, count: int, *, first: int = 0) -> list[Path]:
    """Files with interviews of consecutive numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"interview-{number:04d}.txt" for number in range(first, first + count)]
    for number, path in enumerate(paths, first):
        path.write_text(interview(number), encoding="utf-8")
    return paths
