"""The cost of a quote against the size of the record, drawn as SVG.

    python bench/chart.py RESULTS docs/cost.svg

RESULTS is what compare.py wrote. Both axes are logarithmic; each line is named at its end.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

__all__ = ["drawn"]

WIDTH, HEIGHT = 800, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 282, 40, 44
SPACE = "http://www.w3.org/2000/svg"
APART = 17  # between the names of two lines
OWN = ("Verbale, the whole check", "Verbale, the places alone")
STYLE = """
  .paper { fill: #fbfaf6 } text { font: 13px Inter, "Public Sans", system-ui, sans-serif; fill: #1b1b18 }
  .quiet { fill: #5c5a52 } .rule { stroke: #5c5a52; stroke-opacity: .25; stroke-width: 1 }
  path { fill: none; stroke: #5c5a52; stroke-width: 1.25 } circle { fill: #5c5a52 }
  .own text, text.own { fill: #1f4e79; font-weight: 600 } .own path { stroke: #1f4e79; stroke-width: 2 }
  .own circle { fill: #1f4e79 } .part path { stroke-dasharray: 4 3; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #16171a } text { fill: #e9e6dd } .quiet { fill: #a8a59b } .rule { stroke: #a8a59b }
    path { stroke: #a8a59b } circle { fill: #a8a59b } .own text { fill: #8fb8de }
    .own path { stroke: #8fb8de } .own circle { fill: #8fb8de }
  }
"""
Line = tuple[str, Sequence[tuple[float, float]]]


def drawn(lines: Sequence[Line]) -> str:
    """The chart as SVG.

    Args:
        lines: for each a name and points (words of the record, milliseconds a quote).
    """
    every = [point for _, points in lines for point in points]
    low, high = min(x for x, _ in every), max(x for x, _ in every)
    least = 10.0 ** math.floor(math.log10(min(y for _, y in every)))
    most = 10.0 ** math.ceil(math.log10(max(y for _, y in every)))

    def across(words: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(words / low) / max(math.log(high / low), 1e-9)

    def down(milliseconds: float) -> float:
        return (
            HEIGHT
            - BOTTOM
            - (HEIGHT - TOP - BOTTOM) * math.log(milliseconds / least) / math.log(most / least)
        )

    edge = WIDTH - RIGHT
    parts = [
        f'<svg xmlns="{SPACE}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t">',
        f'<title id="t">{escape(_said(lines))}</title><style>{STYLE}</style>',
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
        '<text x="16" y="22">CPU time to check one quote</text>',
        f'<text class="quiet" x="{edge}" y="{HEIGHT - 6}" text-anchor="end">words in the record</text>',
    ]
    value = least
    while value <= most * 1.01:
        label = f"{value:g} ms" if value < 1000 else f"{value / 1000:g} s"
        y = down(value)
        parts.append(f'<line class="rule" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text class="quiet" x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{label}</text>')
        value *= 10
    for words in sorted({x for x, _ in every}):
        at = HEIGHT - BOTTOM + 20
        name = f"{words / 1e6:.0f} million"
        parts.append(
            f'<text class="quiet" x="{across(words):.1f}" y="{at}" text-anchor="middle">{name}</text>'
        )
    ends = _spread([down(points[-1][1]) for _, points in lines])
    for (name, points), end in zip(lines, ends, strict=True):
        kind = ("own" if name == OWN[0] else "own part") if name in OWN else "peer"
        places = [(across(x), down(y)) for x, y in points]
        path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5"/>' for x, y in places)
        value = points[-1][1]
        label = f"{name}, {value:.2g} ms" if value < 100 else f"{name}, {value:,.0f} ms"
        text = f'<text x="{WIDTH - RIGHT + 10}" y="{end + 4:.1f}">{escape(label)}</text>'
        parts.append(f'<g class="{kind}"><path d="{path}"/>{dots}{text}</g>')
    return "\n".join([*parts, "</svg>\n"])


def _spread(wanted: Sequence[float]) -> list[float]:
    """Heights as near to those wanted as leaves room between them."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    found = list(wanted)
    for before, number in pairwise(order):
        found[number] = max(found[number], found[before] + APART)
    return found


def _said(lines: Sequence[Line]) -> str:
    told = "; ".join(f"{name} {points[-1][1]:.3g} ms" for name, points in lines)
    return f"CPU time a quote in the largest record: {told}"


def main() -> None:
    """Draw the medians of the results."""
    results = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    names = [name for name in results["sizes"][-1]["systems"] if name != "Verbale, with speaker and day"]
    lines = [
        (
            name,
            [
                (results["records"][str(size["size"])]["words"], size["systems"][name]["cpu"])
                for size in results["sizes"]
            ],
        )
        for name in names
    ]
    Path(sys.argv[2]).write_text(drawn(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
