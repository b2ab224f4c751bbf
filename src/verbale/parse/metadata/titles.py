"""The title, the outlet and the notes that a text carries about itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.document import Kind, Reading
from verbale.parse.lines import Line, Window
from verbale.text.packs import Hints, listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["declared_kind", "is_prepared", "outlet_of", "title_of"]

_LONGEST_TITLE = 400
# what programs write into the title field of a PDF or DOCX
_FILE_NAME = pattern(
    r"(?i)(?:microsoft \w+ - .*|untitled\w*|document\d*|.*\.(?:docx?|pdf|odt|rtf|indd|qxd|txt|html?)\s*)"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))

# `/TASS/.`, `(Reuters) -`, `(AP) —`: an agency after the place of a dateline
_DATELINE = pattern(
    r"""
    (?: [^\W\d_][\w.’' -]{1,40} [,.]? \s+ )? [^\n/(]{0,40}?
    (?: /(?P<slashed>[^\W\d_a-z][\w .&-]{1,38})/ \s*[.\-–—:]?
      | \((?P<bracketed>[^\W\d_a-z][\w .&-]{1,28})\) \s*[-–—] )
    \s+ \S
    """,
    re.VERBOSE,
)
_PREPARED = pattern(
    rf"{remark(listed_words('scripts'))}"
    r"|(?m:^[\W_]*remarks as prepared\b)|(?m:^[\W_]*\(?\[?as prepared\]?\)?[\W_]*$)",
    re.IGNORECASE,
)
_HINTS = Hints((*listed_words("scripts"), "prepared"))
_DECLARED_KIND = pattern(r"(?m)^kind\s*:\s*[\"']?(transcript|remarks|brief|article)\b[\"']?\s*$")


def _one_line(value: str) -> str:
    return " ".join(value.translate(_INVISIBLE).split())


def _has_letters(words: str) -> bool:
    return any(sign.isalnum() and not sign.isdecimal() for sign in words)


def title_of(reading: Reading, lines: Sequence[Line]) -> str | None:
    """The title: what the format gives, else the first heading, else the first line that says anything.

    Args:
        reading: What a reader made of a file.
        lines: The head of its text without boilerplate.

    Returns:
        One line without Markdown's marks, or None.
    """
    given = _one_line(reading.title or "")
    if _FILE_NAME.fullmatch(given):
        given = ""
    # a PDF or a DOCX seldom shows its own title field to anybody: what stands on the page is truer
    hidden = reading.reader.startswith(("pdf", "docx"))
    if given and not (hidden and any(_like_title(line) for line in lines[:2])):
        return given
    starts = {span.start: span for span in reading.headings}
    for line in lines:
        heading = starts.get(line.span.start)
        if heading is not None and _has_letters(line.words):
            return _one_line(line.words)[:_LONGEST_TITLE]
    for line in lines:
        if _has_letters(line.words):
            return _one_line(line.words)[:_LONGEST_TITLE].rstrip()
    return None


def _like_title(line: Line) -> bool:
    return 2 <= line.count <= 25 and line.words[-1] not in ".!?;,:" and line.words[0].isupper()


def outlet_of(reading: Reading, lines: Sequence[Line]) -> str | None:
    """Who published the text, where the text says so itself; never a guess from names it mentions.

    Args:
        reading: What a reader made of a file.
        lines: The head of its text without boilerplate.
    """
    if reading.outlet:
        return reading.outlet
    for line in lines[:8]:
        found = _DATELINE.match(line.words)
        if found and line.words.split()[0].isupper():
            return _one_line(found["slashed"] or found["bracketed"])
    return None


def declared_kind(reading: Reading, window: Window) -> Kind | None:
    """The kind that the text's own front matter declares.

    Args:
        reading: What a reader made of a file.
        window: The ends of its text.
    """
    found = _DECLARED_KIND.search(reading.text, 0, window.start) if window.start else None
    return Kind(found[1]) if found else None


def is_prepared(lines: Sequence[Line]) -> bool:
    """Whether a text says that it is a script and not the delivery.

    Args:
        lines: The head and the tail of a text.
    """
    return any(
        _PREPARED.search(line.words)
        for line in lines
        # the pattern is slow, and hardly a line has any of its words
        if line.count <= 40 and _HINTS.may_stand_in(line.words)
    )
