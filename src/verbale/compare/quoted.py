"""A quote taken apart: its pieces between ellipses, its words, and what its brackets replace."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from verbale.text.tokens import Tokens
from verbale.text.words import fold_word, hash_word, words

__all__ = ["Bracket", "Quoted", "QuotedPiece", "take_apart"]

_ELLIPSIS = re.compile(r"[\[(<]\s*(?:\.\s*\.\s*\.+|…)\s*[\])>]|\.\s?\.\s?\.+|…|\[\s*-{2,}\s*\]")
_SIC = re.compile(r"\[\s*sic\b[^\]]*\]|\(\s*sic\b[^)]*\)", re.I)
_BRACKET = re.compile(r"\[([^\[\]]{0,300})\]")
_EITHER = re.compile(r"[\[(]([^\[\]()]{0,300})[\])]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """What an editor put in brackets: before which word of the piece it stands, and how many words it has.

    `joined` is set where the bracket is part of a word ("support[ed]"), so that one word of the
    record stands in its place, which begins with the letters of `head` and ends with those of `tail`.
    """

    before: int
    words: int
    joined: bool = False
    head: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class QuotedPiece:
    """A stretch of the quote without an ellipsis: its words outside brackets, and the brackets."""

    tokens: Tokens
    brackets: tuple[Bracket, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)


@dataclass(frozen=True, slots=True, eq=False)
class Quoted:
    """A quote: the `text` as given, and its `pieces` in order, each with a word at least.

    `tokens` are the words of all pieces together.
    """

    text: str
    pieces: tuple[QuotedPiece, ...]

    @property
    def tokens(self) -> Tokens:
        """The words of all pieces, in order."""
        return _joined(self.text, [piece.tokens for piece in self.pieces])

    @property
    def marked(self) -> bool:
        """Whether the quote has marks of omission or brackets."""
        return len(self.pieces) > 1 or any(piece.brackets for piece in self.pieces) or self.changed_letters

    @property
    def changed_letters(self) -> bool:
        """Whether an editor changed a letter in brackets, as in "[W]e"."""
        return bool(_LETTER.search(self.text))


_LETTER = re.compile(r"(?<![^\W_])\[\w\](?=\w)")


def take_apart(text: str, *, round_too: bool = False) -> Quoted:
    """Cut a quote at its ellipses and take its brackets out.

    Args:
        text: the quote, with or without its outer marks.
        round_too: take round brackets for an editor's as well; a speaker's own words can stand in
            them, so this is the second try.

    >>> quote = take_apart("“[W]e will … support [the treaty] as it stands”")
    >>> [[piece.tokens.folded(i) for i in range(len(piece))] for piece in quote.pieces]
    [['we', 'will'], ['support', 'as', 'it', 'stands']]
    >>> quote.pieces[1].brackets
    (Bracket(before=1, words=2, joined=False, head='', tail=''),)
    """
    pieces = []
    begin = 0
    for match in (*_ELLIPSIS.finditer(text), None):
        end = match.start() if match else len(text)
        piece = _piece(text, begin, end, _EITHER if round_too else _BRACKET)
        if len(piece):
            pieces.append(piece)
        begin = match.end() if match else len(text)
    return Quoted(text, tuple(pieces))


def _piece(text: str, begin: int, end: int, brackets_of: re.Pattern[str]) -> QuotedPiece:
    found = words(text[begin:end])
    starts, ends = found.starts + begin, found.ends + begin
    hashes = found.hashes.copy()
    keep = np.ones(len(found), np.bool_)
    for sic in _SIC.finditer(text, begin, end):
        keep &= (starts < sic.start()) | (starts >= sic.end())
    places: list[tuple[int, Bracket]] = []
    for match in brackets_of.finditer(text, begin, end):
        if _SIC.fullmatch(match.group()):
            continue
        inside = (starts >= match.start()) & (starts < match.end())
        keep, hashes, starts, ends = _take_out(text, match, inside, (keep, hashes, starts, ends), places)
    kept = Tokens(text, hashes[keep], starts[keep], ends[keep], np.zeros(int(keep.sum()), np.bool_))
    brackets = tuple(replace(each, before=int(np.searchsorted(kept.starts, at))) for at, each in places)
    return QuotedPiece(kept, brackets)


_Arrays = tuple[NDArray[np.bool_], NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]]


def _take_out(
    text: str,
    match: re.Match[str],
    inside: NDArray[np.bool_],
    arrays: _Arrays,
    places: list[tuple[int, Bracket]],
) -> _Arrays:
    keep, hashes, starts, ends = arrays
    after = np.flatnonzero(starts == match.end())
    before = np.flatnonzero(ends == match.start())
    if len(match[1]) == 1 and len(after) and not len(before):
        # "[W]e" is the word "We" with an editor's capital
        word = text[match.start(1)] + text[int(starts[after[0]]) : int(ends[after[0]])]
        hashes[after[0]] = hash_word(word)
        starts[after[0]] = match.start(1)
        return keep & ~(inside & (np.arange(len(keep)) != after[0])), hashes, starts, ends
    out = inside.copy()
    out[before] = out[after] = True
    head, tail = ("".join(fold_word(text[starts[n] : ends[n]]) for n in each) for each in (before, after))
    places.append((match.start(), Bracket(0, int(inside.sum()), bool(head or tail), head, tail)))
    return keep & ~out, hashes, starts, ends


def _joined(text: str, parts: list[Tokens]) -> Tokens:
    if not parts:
        nothing = np.zeros(0, np.int64)
        return Tokens(text, np.zeros(0, np.uint32), nothing, nothing, np.zeros(0, np.bool_))
    return Tokens(
        text,
        np.concatenate([p.hashes for p in parts]),
        np.concatenate([p.starts for p in parts]),
        np.concatenate([p.ends for p in parts]),
        np.concatenate([p.optional for p in parts]),
    )
