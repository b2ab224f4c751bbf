"""A quote taken apart: its pieces between ellipses, its words, and what its brackets replace."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from verbale.model import Span
from verbale.text.asides import struck
from verbale.text.tokens import Tokens, tokens
from verbale.text.words import fold_word, hash_word, words

__all__ = ["Bracket", "Quoted", "QuotedPiece", "take_apart"]

_ELLIPSIS = re.compile(r"[\[(<]\s*(?:\.\s*\.\s*\.+|…)\s*[\])>]|\.\s?\.\s?\.+|…|\[\s*-{2,}\s*\]")
# An editor's "sic", and the marks of notes: neither stands for words.
_SIC = re.compile(
    r"\[\s*sic\b[^\]]*\]|\(\s*sic\b[^)]*\)|(?<=[^\W\d_])\[\d{1,3}\]|(?<=[.,;:!?”’\"')\]])\[\d{1,3}\]", re.I
)
# The paragraph of an article, "5(b)", is no bracket of an editor.
_SECTION = re.compile(r"(?<=[\dIVX)])\s?\((?:[A-Za-z]|\d{1,3}|[ivx]{1,5})\)")
_BRACKET = re.compile(r"\[(?!\s*sic\b)([^\[\]]{0,300})\]", re.I)
_EITHER = re.compile(r"[\[(](?!\s*sic\b)([^\[\]()]{0,300})[\])]", re.I)


@dataclass(frozen=True, slots=True)
class Bracket:
    """What an editor put in brackets: before which word of the piece it stands, and how many words it has.

    Where it is part of a word ("support[ed]"), one word of the record stands in its place, which begins
    with the letters of `head` and ends with those of `tail`. `place` is where its words stand in the quote.
    """

    before: int
    words: int
    head: str = ""
    tail: str = ""
    place: Span = field(default=Span(0, 0), compare=False, repr=False)


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
        if len(self.pieces) == 1:
            return self.pieces[0].tokens
        return _joined(self.text, [piece.tokens for piece in self.pieces] or [tokens("")])

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
    (Bracket(before=1, words=2, head='', tail=''),)
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
    keep = np.ones(len(found), np.bool_)
    for taken_back in struck(text):
        keep &= (ends <= taken_back.start) | (starts >= taken_back.end)
    if "[" not in text and "(" not in text:
        whole = Tokens(text, found.hashes, starts, ends, np.zeros(len(found), np.bool_))
        return QuotedPiece(whole if keep.all() else whole.where(keep))
    hashes = found.hashes.copy()
    for sic in _SIC.finditer(text, begin, end):
        keep &= (ends <= sic.start()) | (starts >= sic.end())
    taken: list[tuple[int, int, str, str, Span]] = []
    for match in brackets_of.finditer(text, begin, end):
        if _SIC.match(text, match.start()) or _SECTION.search(text, max(0, match.start() - 1), match.end()):
            continue
        inside = (starts >= match.start(1)) & (ends <= match.end(1))
        keep &= ~inside
        before, after = np.flatnonzero(ends == match.start()), np.flatnonzero(starts == match.end())
        if len(match[1]) == 1 and len(after) and not len(before):
            # "[W]e" is the word "We" with an editor's capital
            number = int(after[0])
            hashes[number] = hash_word(match[1] + text[starts[number] : ends[number]])
            starts[number] = match.start(1)
            continue
        keep[before] = keep[after] = False
        head, tail = ("".join(fold_word(text[starts[n] : ends[n]]) for n in each) for each in (before, after))
        taken.append((match.start(), int(inside.sum()), head, tail, Span(match.start(1), match.end(1))))
    kept = Tokens(text, hashes[keep], starts[keep], ends[keep], np.zeros(int(keep.sum()), np.bool_))
    befores = np.searchsorted(kept.starts, [at for at, *_ in taken]).tolist()
    brackets = (Bracket(before, *each[1:]) for before, each in zip(befores, taken, strict=True))
    return QuotedPiece(kept, tuple(brackets))


def _joined(text: str, parts: list[Tokens]) -> Tokens:
    return Tokens(
        text,
        np.concatenate([p.hashes for p in parts]),
        np.concatenate([p.starts for p in parts]),
        np.concatenate([p.ends for p in parts]),
        np.concatenate([p.optional for p in parts]),
    )
