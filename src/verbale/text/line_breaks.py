"""Line breaks that a writer did not make: lines broken at a width, by a mailer, an editor or a page.

What is told of a text's paragraphs must not hang on the width of a column: `“We stay,” said⏎Bram Holt` is
one sentence. Nobody says of a text that its lines were broken, so the lines themselves must: a line was
broken where the next word had no room in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["unbroken"]

_LINE = re.compile(r"[^\n]*[^\s]")
_FRONT_MATTER = re.compile(r"---[^\S\n]*\n.*?\n---[^\S\n]*(?:\n|\Z)", re.DOTALL)
_FIRST_WORD = re.compile(r"\s*(\S+)")
# What begins a line that goes on with none: a heading, an item, a cell, a speech after a dash.
_BEGINS = re.compile(r"\s*(?:#{1,6}\s|[-*+•·–—]\s|\(?\d{1,3}[.)]\s|\||={3,}|-{3,}|\[)")
_LABEL = re.compile(r"\s*[^\W\d_a-zß-öø-ÿ][^:\n]{0,40}[:：](?:\s|$)")
_QUOTED = re.compile(r"\s*>[>\s]*")
# A sentence, a heading with a mark or an announcement may end so; then the next line may be a new paragraph.
_ENDED = re.compile(r"(?:[.?!…:：;。！？」』][\"”“»«’'*_]*|[)\]])$")
# A comma, before the closing mark too, or one word behind it: `“We stay,” said`.
_GOES_ON = re.compile(r"[,，、][\"”“»«’']?$|[\"”“»«’],?\s+(?P<cue>[^\W\d_]+)$")
# Words behind the end of a sentence or of a quote are prose; a heading has neither inside it.
_PROSE = re.compile(r"[.?!,;][\"”“»’']?\s+\S|[\"”“»]\s+\S")
# A narrower or wider column is none.
_NARROWEST, _WIDEST = 20, 200
# Of the breaks inside sentences so many stand where the next word had no room.
_NEARLY_ALL, _MOST = 0.95, 0.7
# Of all breaks so many stand inside a sentence.
_INSIDE = 0.4
# A column of letters that differ in width: how full a line is that was broken, of the usual length.
_FULL, _ALMOST_FULL = 0.75, 0.92
# Fewer breaks than these may be those of headings.
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Break:
    """Where one line ends and the next begins.

    `length` and `following` are how long the two are, `need` how long the first were with the next word.
    `ended` says that a sentence may end there, `goes_on` that one surely goes on, `label` that the second
    line begins like a label, `prose` that the first has words behind the end of a sentence or of a quote.
    """

    end: int
    start: int
    length: int
    need: int
    ended: bool
    goes_on: bool
    label: bool
    prose: bool
    following: int


def unbroken(text: str, borders: Sequence[int] = ()) -> str:
    r"""The text with a space for every line break that only the width of a column made, and its `>`.

    Args:
        text: A text.
        borders: Places that begin a paragraph whatever the lines say, in order.

    Returns:
        A text of the same length; no place moves.

    >>> unbroken("“We stay until dusk,” said\nBram Holt, who had come\nby boat.\nNobody left.")
    '“We stay until dusk,” said Bram Holt, who had come by boat.\nNobody left.'
    """
    joined = sorted(_joined(text, borders), key=lambda each: each.end)
    if not joined:
        return text
    parts: list[str] = []
    at = 0
    for each in joined:
        parts += [text[at : each.end], " " * (each.start - each.end)]
        at = each.start
    return "".join([*parts, text[at:]])


def _joined(text: str, borders: Sequence[int]) -> Iterator[_Break]:
    """The breaks that part nothing: between two lines, and with an empty line between them."""
    head = match.end() if (match := _FRONT_MATTER.match(text)) else 0
    found: tuple[list[_Break], list[_Break]] = ([], [])
    for one, other in pairwise(_LINE.finditer(text, head)):
        number = bisect_right(borders, one.end())
        feeds = text.count("\n", one.end(), other.start())
        if feeds > len(found) or (number < len(borders) and borders[number] <= other.start()):
            continue
        if (each := _read(one, other)) is not None:
            found[feeds - 1].append(each)
    wrapped = _breaks_by_width(found[0], len(found[1]))
    spaced = _breaks_by_width(found[1])
    for each in found[0]:
        if each.goes_on or (wrapped is not None and wrapped(each)):
            yield each
    # a text of which every line has an empty one behind it
    if spaced is not None and len(found[1]) > _FEW:
        yield from filter(spaced, found[1])


def _read(one: re.Match[str], other: re.Match[str]) -> _Break | None:
    """What is to be seen at a break; None where the second line begins something by its own mark."""
    before, after = one[0], other[0]
    quoted = _QUOTED.match(after)
    if (quoted is None) != (_QUOTED.match(before) is None) or before.lstrip().startswith("#"):
        return None
    if quoted is not None:
        after = after[quoted.end() :]
    word = _FIRST_WORD.match(after)
    on = _GOES_ON.search(before)
    indent = len(after) - len(after.lstrip())
    if word is None or _BEGINS.match(after) or indent > 1 + len(before) - len(before.lstrip()):
        return None
    return _Break(
        end=one.end(),
        start=other.start() + (quoted.end() if quoted is not None else 0),
        length=len(before),
        need=len(before) + 1 + len(word[1]),
        ended=_ENDED.search(before) is not None,
        goes_on=word[1][0].islower() or (on is not None and (on["cue"] is None or on["cue"].islower())),
        label=_LABEL.match(after) is not None,
        prose=_PROSE.search(before) is not None,
        following=len(after),
    )


def _breaks_by_width(breaks: Sequence[_Break], empty: int = 0) -> Callable[[_Break], bool] | None:
    """Tells the breaks that the width of a column made; None where the text knows none.

    Lines of one kind of letter are filled to the last word that has room. On a page letters differ in width,
    so a line may end earlier: there a break behind a sentence counts where the line is as good as full, or
    where empty lines part the paragraphs.

    Args:
        breaks: all breaks of a kind.
        empty: how many empty lines part something.
    """
    inside = [each for each in breaks if not (each.ended or each.label)]
    if len(inside) < _INSIDE * len(breaks) or not any(each.prose for each in inside):
        return None
    usual = sorted(each.length for each in inside)[len(inside) * 9 // 10]
    widest = max(max(each.length, each.following) for each in breaks)
    exact = _NARROWEST <= widest <= _WIDEST and _share(each.need > widest for each in inside) >= _NEARLY_ALL
    held = _share(each.need > _FULL * usual for each in inside)
    if not exact and (len(inside) < _FEW or not _NARROWEST <= usual <= _WIDEST or held < _MOST):
        return None
    short = sum(each.ended and each.need <= _FULL * usual for each in breaks)
    if empty > short:
        return lambda each: each.need > _FULL * usual
    if exact:
        return lambda each: each.need > widest
    return lambda each: each.need > (_ALMOST_FULL if each.ended or each.label else _FULL) * usual


def _share(holds: Iterable[bool]) -> float:
    known = list(holds)
    return sum(known) / max(1, len(known))
