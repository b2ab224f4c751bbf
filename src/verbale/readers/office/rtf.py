r"""RTF files: paragraphs, table rows and bold type, in any of the code pages that the file names.

A small machine of its own: groups, control words and text, nothing rendered. Headers, footers,
pictures and field codes are left out, and what is struck out, deleted or hidden; what fields show
stays, and notes stand at the end.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verbale.errors import TooLarge
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.file_names import printable
from verbale.readers.flow import Flow
from verbale.readers.raised import raised
from verbale.readers.result import finish

__all__ = ["READER", "read"]

READER = "rtf/2"

_TOKEN = re.compile(
    rb"\\(?:'(?P<hex>[0-9a-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?"
    rb"|(?P<sign>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)"
)
_PICTURE = re.compile(rb"(?:[0-9a-fA-F]{2}[\r\n ]*){64,}")
_SKIPPED = frozenset(
    b"""
    fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator header headerl headerr
    headerf footer footerl footerr footerf annotation atnid atnauthor atrfstart atrfend pict object
    fldinst themedata colorschememapping datastore latentstyles xmlnstbl bkmkstart bkmkend pntext pnseclvl
    filetbl shppict nonshppict sp sn sv private mmath ftnsep ftnsepc aftnsep aftnsepc wgrffmtfilter info
    """.split()
)
_UNSAID = frozenset({b"v", b"deleted", b"strike", b"striked"})
_SIGNS = {
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"~": "\u00a0",
    b"_": "\u2011",
    b"-": "\u00ad",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
}
_PAGES = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""What the numbers of a font's character set mean."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the end of a group."""

    skipped: bool = False
    bold: bool = False
    heading: bool = False
    unsaid: frozenset[bytes] = frozenset()
    raised: bool = False
    noted: bool = False
    replaced: int = 1
    font: int = -1
    field: str = ""


def read(data: bytes, name: str) -> Reading:
    r"""Reads an RTF file; paragraphs stand apart by a blank line, a `\line` is a line break.

    Raises:
        NotText: It holds no words.
        TooLarge: It is larger or nested deeper than the limits allow.

    >>> reading = read(rb"{\rtf1\ansi {\b Q:} Will you\'3f\par A: No\u8230?\par}", "talk.rtf")
    >>> reading.text, reading.emphasis[0].of(reading.text)
    ('Q: Will you?\n\nA: No…', 'Q:')
    """
    body = _PICTURE.sub(b"", data)
    if len(body) > limits.RTF:
        raise TooLarge(f"{printable(name)} is RTF of {len(body):,} bytes; the limit is {limits.RTF:,}.", name)
    machine = _Machine(body, name)
    machine.run()
    return finish(
        data,
        name,
        READER,
        machine.flow.text,
        title=machine.fields.get("title"),
        author=machine.fields.get("author"),
        headings=machine.flow.headings,
        emphasis=machine.flow.emphasis,
        notes=machine.flow.notes,
    )


class _Machine:
    def __init__(self, data: bytes, name: str) -> None:
        self.flow = Flow()
        self.fields: dict[str, str] = {}
        self._notes: list[Flow] = []
        self._data = data
        self._name = name
        self._state = _State()
        self._stack: list[_State] = []
        self._page = "cp1252"
        self._fonts = dict(_fonts(data))
        self._bytes = bytearray()
        self._high = 0
        self._to_skip = 0
        self._starred = False

    def run(self) -> None:
        for token in _TOKEN.finditer(self._data):
            if (text := token["text"]) is not None:
                self._text(text)
            elif (word := token["word"]) is not None:
                self._word(word, int(token["number"]) if token["number"] else None)
            elif (pair := token["hex"]) is not None:
                self._text(bytes([int(pair, 16)]))
            elif (sign := token["sign"]) is not None:
                self._sign(sign)
            elif (brace := token["brace"]) is not None:
                self._brace(opens=brace == b"{")
        self._settle()
        for note in self._notes:
            self.flow.paragraph()
            self.flow.open("note")
            for paragraph in note.text.split("\n\n"):
                self.flow.paragraph()
                self.flow.lines(paragraph)
            self.flow.close("note")

    @property
    def _place(self) -> Flow:
        """Where words go: the text, or the note that they stand in."""
        return self._notes[-1] if self._state.noted else self.flow

    def _brace(self, *, opens: bool) -> None:
        self._settle()
        self._to_skip = 0
        if opens:
            if len(self._stack) >= limits.NESTING:
                raise TooLarge(f"{printable(self._name)} nests its groups too deep.", self._name)
            self._stack.append(self._state)
        elif self._stack:
            self._change(self._stack.pop())
        self._starred = False

    def _change(self, state: _State) -> None:
        if state.bold and not self._state.bold:
            self.flow.bold()
        elif self._state.bold and not state.bold:
            self.flow.plain()
        self._state = state

    def _text(self, raw: bytes) -> None:
        if self._to_skip:
            # what stands for a character that old programs cannot show
            done = min(self._to_skip, len(raw))
            self._to_skip -= done
            raw = raw[done:]
        self._bytes += raw

    def _settle(self) -> None:
        """Decodes the bytes that came together: a character may be two of them."""
        if not self._bytes:
            return
        raw, self._bytes = bytes(self._bytes), bytearray()
        self._emit(raw.decode(self._fonts.get(self._state.font, self._page), "replace"))

    def _emit(self, words: str) -> None:
        if self._state.field:
            kept = self.fields.get(self._state.field, "")
            self.fields[self._state.field] = (kept + words)[:2000]
        elif not self._state.skipped and not self._state.unsaid:
            self._place.words((raised(words.strip()) if self._state.raised else None) or words)

    def _sign(self, sign: bytes) -> None:
        self._settle()
        if sign == b"*":
            self._starred = True
        elif sign in {b"\r", b"\n"}:
            self._break(b"par")
        elif sign in _SIGNS:
            self._emit(_SIGNS[sign])

    def _word(self, word: bytes, number: int | None) -> None:
        if word == b"u" and number is not None:
            self._settle()
            self._unicode(number & 0xFFFF)
            self._to_skip = self._state.replaced
            return
        self._settle()
        if word == b"bin" and number:
            self._to_skip = max(0, number)
        elif word in _SKIPPED or self._starred:
            self._change(replace(self._state, skipped=True))
        elif word == b"footnote":
            self._notes.append(Flow())
            self._change(replace(self._state, noted=True, raised=False))
        elif word in {b"title", b"author"}:
            self._change(replace(self._state, field=word.decode()))
        elif word in _SIGNS:
            self._emit(_SIGNS[word])
        elif not self._set(word, number):
            self._break(word)
        self._starred = False

    def _unicode(self, unit: int) -> None:
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            if self._high:
                self._emit(chr(0x10000 + ((self._high - 0xD800) << 10) + unit - 0xDC00))
            self._high = 0
        elif unit:
            self._emit(chr(unit))

    def _set(self, word: bytes, number: int | None) -> bool:
        """Control words that change the state of the group."""
        on = number != 0
        if word == b"b":
            self._change(replace(self._state, bold=on))
        elif word == b"plain":
            kept = self._state.unsaid & {b"deleted"}
            self._change(replace(self._state, bold=False, unsaid=kept, raised=False))
        elif word in _UNSAID:
            unsaid = self._state.unsaid - {word}
            self._change(replace(self._state, unsaid=unsaid | {word} if on else unsaid))
        elif word in {b"super", b"nosupersub"}:
            self._change(replace(self._state, raised=word == b"super" and on))
        elif word == b"uc":
            self._change(replace(self._state, replaced=min(max(number or 0, 0), 8)))
        elif word == b"f":
            self._change(replace(self._state, font=number or 0))
        elif word == b"ansicpg":
            self._page = _known(f"cp{number}") or self._page
        elif word == b"mac":
            self._page = "mac_roman"
        else:
            return False
        return True

    def _break(self, word: bytes) -> None:
        if self._state.skipped or self._state.field:
            return
        if word in {b"par", b"row", b"sect", b"page", b"nestrow"}:
            self._place.paragraph()
        elif word == b"line":
            self._place.line()
        elif word in {b"cell", b"nestcell"}:
            self._place.cell()
        elif word == b"tab":
            self._place.words(" ")


_FONT = re.compile(
    rb"\\f([0-9]{1,5}+)\b[^{}\\]{0,40}+(?:\\(?!fcharset|f[0-9])[a-z*]++-?[0-9]*+[^{}\\]{0,40}+){0,8}"
    rb"\\fcharset([0-9]{1,3})"
)


def _fonts(data: bytes) -> Iterator[tuple[int, str]]:
    """The code pages of the fonts that are not Western."""
    start = data.find(b"\\fonttbl")
    if start < 0:
        return
    for found in _FONT.finditer(data, start, start + 100_000):
        page = _PAGES.get(int(found[2]))
        if page is not None and page != "cp1252":
            yield int(found[1]), page


def _known(page: str) -> str | None:
    try:
        return codecs.lookup(page).name
    except LookupError:
        return "utf-8" if page == "cp65001" else None
