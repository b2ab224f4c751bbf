"""Setting a text whose format tags who speaks: labels, turns and the scribe's notes with their spans."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from lxml import etree

from verbale.model.document import Role, TaggedTurn
from verbale.model.text import Span
from verbale.readers.flow import Flow
from verbale.readers.tree import local

__all__ = ["Speeches"]

# up to the end of a sentence, where one ends in time; else of a word
_PIECE = re.compile(r"\S(?:.{60,280}[.;:?!](?=\s|$)|.{0,280}(?=\s|$)|.{280})")


class Speeches:
    r"""A flow that remembers whose words it sets.

    >>> said = Speeches()
    >>> said.label("Ana Ruiz:"); said.begin("Ana Ruiz"); said.flow.words("We begin."); said.end()
    >>> text = said.flow.text
    >>> text, [(turn.speaker, turn.span.of(text), turn.label.of(text)) for turn in said.turns]
    ('Ana Ruiz:\nWe begin.', [('Ana Ruiz', 'We begin.', 'Ana Ruiz:')])
    """

    def __init__(self) -> None:
        self.flow = Flow()
        self.turns: list[TaggedTurn] = []
        self._speaking: tuple[str | None, Role | None] | None = None
        self._label: Span | None = None

    def set(
        self,
        root: etree._Element,
        begin: Callable[[etree._Element, str], bool],
        end: Callable[[str], None],
        tail: Callable[[etree._Element, str], str | None] = lambda element, _: element.tail,
    ) -> None:
        """Sets all words under an element, in order; a turn that is open at its end ends.

        Args:
            root: The element.
            begin: Called with each element and its name before its words; True leaves its content out.
            end: Called with the name of each element that was not left out, after its words.
            tail: The words that follow an element inside its parent.
        """
        words = self.flow.words
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            tag = local(element)
            if event == "start":
                if begin(element, tag):
                    skipped = element
                    walk.skip_subtree()
                elif element.text:
                    words(element.text)
                continue
            if element is not skipped:
                end(tag)
            skipped = None
            if element is not root and (after := tail(element, tag)):
                words(after)
        self.end()

    def label(self, words: str) -> None:
        """Sets a label on a line of its own; it belongs to the turn that begins next, or has just begun."""
        self.open_label()
        self.flow.words(words)
        self.close_label()

    def open_label(self) -> None:
        """Begins a label; a turn with words before it ends here."""
        if self._speaking is not None and self._words_so_far():
            self.end()
        self.flow.paragraph()
        self.flow.open("label")

    def close_label(self) -> None:
        """Ends a label."""
        self._label = self.flow.close("label")
        self.flow.paragraph()
        if self._label is not None:
            self.flow.hold()
        if self._speaking is not None:
            self.flow.open("turn")

    def begin(self, speaker: str | None, role: Role | None = None) -> None:
        """Begins a turn with the next words; one that is still open ends."""
        self.end()
        self._speaking = (speaker, role)
        self.flow.open("turn")

    def end(self) -> None:
        """Ends the turn, if one is open; one without words leaves no trace."""
        if self._speaking is None:
            return
        span = self.flow.close("turn")
        speaker, role = self._speaking
        self._speaking = None
        if span is not None:
            self.turns.append(TaggedTurn(span=span, speaker=speaker, label=self._label, role=role))
            self._label = None

    def _words_so_far(self) -> bool:
        """Whether the open turn has words yet; where it has none, it will begin with the next."""
        span = self.flow.close("turn")
        if span is None:
            return False
        self.flow.reopen("turn", span.start)
        return True

    def note(self, words: str, *, inline: bool = False) -> None:
        """Sets a scribe's note: boilerplate, in brackets unless it stands in brackets already.

        Args:
            words: The note.
            inline: Whether it stands within a sentence; else it is a paragraph of its own.
        """
        pieces = _bracketed(" ".join(words.split()))
        if not pieces:
            return
        # a note before the first word is no part of a turn
        fresh = self._speaking is not None and not self._words_so_far()
        between = self.flow.paragraph if not inline else partial(self.flow.words, " ")
        between()
        for piece in pieces:
            self.flow.open("boilerplate")
            self.flow.words(piece)
            self.flow.close("boilerplate")
            between()
        if fresh:
            self.flow.open("turn")


def _bracketed(words: str) -> list[str]:
    """A note in brackets; a long one in several pairs, as brackets far apart are not seen to be one pair."""
    if not words or (words[0] in "([" and words[-1].rstrip(".") in ")]"):
        return [words] if words else []
    return [f"[{piece[0]}]" for piece in _PIECE.finditer(words)]
