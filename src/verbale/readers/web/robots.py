"""What a site's robots.txt lets programs fetch, by RFC 9309: the longest rule that fits decides.

The standard library's parser knows neither `*` nor `$` in a path and takes the first rule that fits,
so that it would fetch what a site has closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

__all__ = ["Robots"]

_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_EVERYBODY = "*"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one program: patterns of paths with whether each lets it in, and a pause in seconds."""

    rules: tuple[tuple[str, bool], ...] = ()
    pause: float = 0.0

    @classmethod
    def of(cls, text: str, agent: str) -> Self:
        r"""The rules of a robots.txt for a program: those in its own name, else those for everybody.

        Args:
            text: The file.
            agent: The program's name, without a version.

        >>> robots = Robots.of("User-agent: *\nDisallow: /*.pdf$\nAllow: /public/\nCrawl-delay: 3", "Verbale")
        >>> [robots.allows(path) for path in ("/public/talk.pdf", "/minutes.pdf", "/minutes.pdf?page=2")]
        [True, False, True]
        """
        groups: dict[str, list[tuple[str, str]]] = {}
        named: list[str] = []
        open_to_names = False
        for key, value in _lines(text):
            if key == "user-agent":
                named = [*named, value.lower()] if open_to_names else [value.lower()]
                open_to_names = True
                groups.setdefault(value.lower(), [])
            elif key in {"allow", "disallow", "crawl-delay"}:
                open_to_names = False
                for name in named:
                    groups[name].append((key, value))
        own = groups.get(agent.lower(), groups.get(_EVERYBODY, []))
        return cls(
            # an empty Disallow closes nothing
            rules=tuple(
                (_normal(value), key == "allow") for key, value in own if value and key != "crawl-delay"
            ),
            pause=max((_seconds(value) for key, value in own if key == "crawl-delay"), default=0.0),
        )

    def allows(self, path: str) -> bool:
        """Whether a path, with its query, may be fetched."""
        if path == "/robots.txt":
            return True
        asked = _normal(path)
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, asked)]
        return max(fitting, default=(0, True))[1]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        if found := _LINE.match(line):
            yield found[1].lower(), found[2].strip()


def _seconds(value: str) -> float:
    found = re.match(r"\d{1,6}(?:\.\d{1,3})?", value)
    return float(found[0]) if found else 0.0


def _normal(path: str) -> str:
    """A path in which every letter is written in one way: plain where it may be, else in per cent."""

    def one_way(found: re.Match[str]) -> str:
        letter = chr(int(found[1], 16))
        return letter if _UNRESERVED.match(letter) else found[0].upper()

    return _PERCENT.sub(one_way, quote(path, safe="".join(map(chr, range(33, 127)))))


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the beginning of a path: `*` stands for anything, `$` for the end."""
    to_the_end = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    if not others:
        return not to_the_end or place == len(path)
    for piece in others[:-1]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if to_the_end:
        return path.endswith(others[-1]) and len(path) - len(others[-1]) >= place
    return path.find(others[-1], place) >= 0
