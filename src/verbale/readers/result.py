"""The way out of every reader: the last look at a text, and the frozen value around it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from verbale.errors import NotText, TooLarge
from verbale.model.document import BlockQuote, Reading, TaggedTurn
from verbale.model.text import Span
from verbale.readers import limits
from verbale.readers.file_names import printable

__all__ = ["Fields", "finish", "one_line"]

_WORD = re.compile(r"\w")
# a form feed separates the pages of a PDF; U+001A ended text files under DOS
_CONTROLS = bytes([*range(0x01, 0x09), *range(0x0E, 0x1A), 0x1B, 0x7F])


class Fields(TypedDict, total=False):
    """What a format may say of itself beside the text; the names are those of Reading."""

    title: str | None
    outlet: str | None
    author: str | None
    speaker: str | None
    published_on: date | None
    said_on: date | None
    place: str | None
    language: str | None
    translation_of: str | None
    url: str | None
    headings: Iterable[Span]
    emphasis: Iterable[Span]
    boilerplate: Iterable[Span]
    block_quotes: Iterable[BlockQuote]
    notes: Iterable[Span]
    tagged: Iterable[TaggedTurn]


def finish(data: bytes, name: str, reader: str, text: str, **fields: Unpack[Fields]) -> Reading:
    """A Reading whose text is fit to be stored: no NUL, no lone surrogate, some words, not too long.

    Args:
        data: The original bytes; their SHA-256 goes into the reading.
        name: The file name or URL.
        reader: Name and version of the reader, as in "markdown/1".
        text: The text as the reader made it.
        fields: What the format says of itself; short values become one line, a language tag its
            first part and its region, and spans come in order, empty ones left out.

    Raises:
        NotText: The text is empty, or holds what no text holds.
        TooLarge: The text is longer than `limits.CHARACTERS`.

    >>> finish(b"Good evening.", "a.txt", "text/1", "Good evening.").text
    'Good evening.'
    """
    shown = printable(name)
    if len(text) > limits.CHARACTERS:
        raise TooLarge(
            f"{shown} holds {len(text):,} characters of text; the limit is {limits.CHARACTERS:,}.", name
        )
    nul = text.find("\0")
    if nul >= 0:
        raise NotText(f"{shown} is not a text: it holds a NUL character (at {nul:,}).", name)
    try:
        # bytes are searched several times as quickly as characters
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise NotText(
            f"{shown} is not a text: it holds half a character (at {error.start:,}).", name
        ) from error
    if not _WORD.search(text):
        raise NotText(f"{shown} holds no words.", name)
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if controls > 2 and controls * 100 > len(text):
        raise NotText(f"{shown} is not a text: {controls:,} of its characters are control codes.", name)
    tagged = tuple(fields.get("tagged", ()))
    if len(tagged) > limits.TURNS:
        raise TooLarge(f"{shown} has {len(tagged):,} turns; the limit is {limits.TURNS:,}.", name)
    return Reading(
        name=shown,
        sha256=hashlib.sha256(data).hexdigest(),
        reader=reader,
        text=text,
        title=one_line(fields.get("title")),
        outlet=one_line(fields.get("outlet")),
        author=one_line(fields.get("author")),
        speaker=one_line(fields.get("speaker")),
        published_on=fields.get("published_on"),
        said_on=fields.get("said_on"),
        place=one_line(fields.get("place")),
        language=_language(fields.get("language")),
        region=_region(fields.get("language")),
        translation_of=fields.get("translation_of"),
        url=one_line(fields.get("url")),
        headings=_in_order(fields.get("headings", ())),
        emphasis=_in_order(fields.get("emphasis", ())),
        boilerplate=_in_order(fields.get("boilerplate", ())),
        block_quotes=tuple(fields.get("block_quotes", ())),
        notes=_in_order(fields.get("notes", ())),
        tagged=tagged,
    )


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(span for span in spans if len(span)))


_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def one_line(value: str | None) -> str | None:
    r"""A short value with single spaces and nothing invisible, or None where nothing is left.

    >>> one_line(" Press\u00a0Briefing \n on COVID-\u206019 ")
    'Press Briefing on COVID-19'
    """
    if value is None:
        return None
    return " ".join(_INVISIBLE.sub("", value[:2000]).split()) or None


def _language(tag: str | None) -> str | None:
    found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", tag or "")
    return _TWO_LETTERS.get(found[1].lower(), found[1].lower()) if found else None


def _region(tag: str | None) -> str | None:
    found = re.match(r"\s*[A-Za-z]{2,3}[-_](?:[A-Z][a-z]{3}[-_])?([A-Za-z]{2})(?![A-Za-z])", tag or "")
    return found[1].upper() if found else None


# parliaments' files use the codes of three letters; und, mul and zxx name no language
_CODES = """
eng en deu de ger de fra fr fre fr spa es ita it por pt rus ru ukr uk pol pl nld nl dut nl slv sl hrv hr
srp sr ces cs cze cs dan da swe sv nor no fin fi ell el gre el tur tr heb he ara ar zho zh chi zh jpn ja
kor ko cat ca ron ro rum ro hun hu bul bg
"""
_PAIRS = _CODES.split()
_TWO_LETTERS: dict[str, str | None] = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_TWO_LETTERS |= dict.fromkeys(("und", "mul", "zxx"))
