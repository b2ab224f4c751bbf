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

__all__ = ["unbroken"]

_FRONT_MATTER = re.compile(r"---[^\S\n]*\n.*?\n---[^\S\n]*(?:\n|\Z)", re.DOTALL)
# What begins a line that goes on with none: a heading, an item, a cell, a speech after a dash.
_BEGINS = re.compile(r"\s*(?:#{1,6}\s|[-*+•·–—]\s|\(?\d{1,3}[.)]\s|\||={3,}|-{3,}|\[)")
_LABEL = re.compile(r"\s*[^\W\d_a-zß-öø-ÿ][^:\n]{0,40}[:：](?:\s|$)")
_QUOTED = re.compile(r"\s*>[>\s]*")
# A sentence, a heading with a mark or an announcement may end so, with quote marks or dress behind it; then
# the next line may be a new paragraph.
_ENDS = frozenset(".?!…:：;。！？」』")
_MARKS = "\"”“»«’'*_"
_CLOSED = ")]"
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


@dataclass(slots=True)
class _Break:
    """Where one line ends and the next begins: most questions are asked of few breaks only.

    `before` and `after` are the two lines, the second without its `>`; `ended` says that a sentence may end
    with the first.
    """

    before: str
    after: str
    end: int
    start: int
    ended: bool

    @property
    def length(self) -> int:
        """How long the first line is."""
        return len(self.before)

    @property
    def need(self) -> int:
        """How long the first line were with the next word."""
        return len(self.before) + 1 + len(self.after.split(maxsplit=1)[0])

    @property
    def following(self) -> int:
        """How long the second line is."""
        return len(self.after)

    @property
    def goes_on(self) -> bool:
        """Whether a sentence surely goes on."""
        if self.after.lstrip()[0].islower():
            return True
        on = _GOES_ON.search(self.before)
        return on is not None and (on["cue"] is None or on["cue"].islower())

    @property
    def label(self) -> bool:
        """Whether the second line begins like a label."""
        return (":" in self.after or "：" in self.after) and _LABEL.match(self.after) is not None

    @property
    def prose(self) -> bool:
        """Whether the first line has words behind the end of a sentence or of a quote."""
        return _PROSE.search(self.before) is not None


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
    found: tuple[list[_Break], list[_Break]] = ([], [])
    at = match.end() if (match := _FRONT_MATTER.match(text)) else 0
    before, end, feeds = "", 0, 0
    for line in text[at:].split("\n"):
        if words := line.rstrip():
            if before and feeds <= len(found):
                number = bisect_right(borders, end)
                within = number == len(borders) or borders[number] > at
                if within and (each := _read(before, words, end, at)) is not None:
                    found[feeds - 1].append(each)
            before, end, feeds = words, at + len(words), 0
        at += len(line) + 1
        feeds += 1
    wrapped = _breaks_by_width(found[0], len(found[1]))
    spaced = _breaks_by_width(found[1])
    for each in found[0]:
        if each.goes_on or (wrapped is not None and wrapped(each)):
            yield each
    # a text of which every line has an empty one behind it
    if spaced is not None and len(found[1]) > _FEW:
        yield from filter(spaced, found[1])


def _read(before: str, after: str, end: int, start: int) -> _Break | None:
    """The break between two lines, from `end` to `start`; None where a mark begins something there."""
    outer, inner = before.lstrip(), after.lstrip()
    if (inner[0] == ">") != (outer[0] == ">") or outer[0] == "#":
        return None
    if inner[0] == ">" and (quoted := _QUOTED.match(after)) is not None:
        start += quoted.end()
        after = after[quoted.end() :]
        inner = after.lstrip()
    if not inner or len(after) - len(inner) > 1 + len(before) - len(outer):
        return None
    if not inner[0].isalpha() and _BEGINS.match(inner):
        return None
    ended = before[-1] in _CLOSED or before.rstrip(_MARKS)[-1:] in _ENDS
    return _Break(before, after, end, start, ended)


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
    if not exact:
        if len(inside) < _FEW or not _NARROWEST <= usual <= _WIDEST:
            return None
        if _share(each.need > _FULL * usual for each in inside) < _MOST:
            return None
    if empty and empty > sum(each.ended and each.need <= _FULL * usual for each in breaks):
        return lambda each: each.need > _FULL * usual
    if exact:
        return lambda each: each.need > widest
    return lambda each: each.need > (_ALMOST_FULL if each.ended or each.label else _FULL) * usual


def _share(holds: Iterable[bool]) -> float:
    known = list(holds)
    return sum(known) / max(1, len(known))
