"""What others cry into a turn, as the scribe prints it in brackets: `(Ivo Tarn: Shame on you!)`.

The turn goes on behind it, but these words are not its speaker's, however short they are and wherever in a
paragraph they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.parse.borders.no_labels import Sentences
from verbale.parse.labels.anatomy import anatomy
from verbale.text.patterns import pattern

__all__ = ["cries_in"]

_PARTY = r"(?:[ \u00a0]?[\[(][^()\[\]\n]{1,60}[\])])?"
_CRY = pattern(
    rf"\((?P<round>[^\W\d_][^()\[\]:：\n]{{1,80}}{_PARTY})[:：](?=\s)[^()]{{1,800}}\)"
    rf"|\[(?P<square>[^\W\d_][^()\[\]:：\n]{{1,80}}(?:[ ]?\([^()\n]{{1,60}}\))?)[:：](?=\s)[^\[\]]{{1,800}}\]"
)
# "Beifall – Ivo Tarn [SEL]: Shame!"
_NOISES = pattern(r"^.*[^\S\n][–—-][^\S\n](?=\S)")


def cries_in(reading: Reading, turns: Sequence[Span]) -> Iterator[Span]:
    r"""What others cry inside turns, brackets included, in order.

    Args:
        reading: What a reader made of a file.
        turns: The words of its turns, in order.

    >>> text = "We stay. (Ivo Tarn: Shame on you!) We stay (I say it again: we stay)."
    >>> reading = Reading(name="a.txt", sha256="", reader="text/1", text=text, language="en")
    >>> [span.of(text) for span in cries_in(reading, [Span(0, len(text))])]
    ['(Ivo Tarn: Shame on you!)']
    """
    text = reading.text
    sentences = Sentences(reading)
    for turn in turns:
        if text.find("(", turn.start, turn.end) < 0 and text.find("[", turn.start, turn.end) < 0:
            continue
        for found in _CRY.finditer(text, turn.start, turn.end):
            name = _NOISES.sub("", found["round"] or found["square"])
            made = anatomy(name)
            if made is not None and (made.somebody or not sentences.runs_in(made.name)):
                yield Span(*found.span())
