"""Bytes to characters: signatures, UTF-8, UTF-16 without a signature, then the legacy encodings."""

from __future__ import annotations

import codecs
import re

from verbale.errors import NotText
from verbale.readers.file_names import printable

__all__ = ["as_utf8", "decode"]

# the longer first: the signature of UTF-32-LE begins with that of UTF-16-LE
_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LETTERS = re.compile(r"[^\W_]|[\s.,:;?!()“”‘’«»\"'–—-]")
# what the web calls ISO-8859-1 is Windows-1252 everywhere it matters: in quote marks and dashes
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    r"""The characters of a file, the same for the same bytes on every machine.

    A signature (BOM) decides and is left out. Then UTF-8 wherever it fits, then what the file
    declares, then the likeliest legacy encoding. A UTF-8 file with a few broken bytes stays
    UTF-8, with U+FFFD in their place.

    Args:
        data: The original bytes.
        name: The file name, for the message.
        declared: The encoding that the file itself names (an HTML `charset`).

    Raises:
        NotText: The bytes are no text in any encoding.

    >>> decode("“No,” she said".encode("cp1252"), "a.txt")
    '“No,” she said'
    """
    if not data.strip():
        raise NotText(f"{printable(name)} is empty.", name)
    for signature, encoding in _SIGNATURES:
        if data.startswith(signature):
            return _signed(data[len(signature) :], encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is not None and "\0" not in text:
        return text
    if b"\0" in data:
        return _wide(data, name)
    found = _declared(data, declared) or _damaged_utf8(data)
    if found:
        return found
    from verbale.readers.characters.legacy import guess  # noqa: PLC0415  most files are UTF-8

    return guess(data, name)


def as_utf8(data: bytes, charset: str) -> bytes | None:
    """Bytes of another encoding as UTF-8; None where their own signature or UTF-8 itself says otherwise.

    Args:
        data: The original bytes.
        charset: The encoding that somebody else names, as a web server does.

    >>> as_utf8("Нет.".encode("koi8-r"), "koi8-r").decode(), as_utf8("Нет.".encode(), "koi8-r")
    ('Нет.', None)
    """
    if b"\0" in data or any(data.startswith(signature) for signature, _ in _SIGNATURES):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = _declared(data, charset)
        return None if text is None else text.encode("utf-8", "replace")
    return None


def _signed(body: bytes, encoding: str, name: str) -> str:
    if not body.strip(b" \t\r\n\0"):
        raise NotText(f"{printable(name)} is empty.", name)
    if encoding == "utf-8":
        return body.decode("utf-8", "replace")
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        # a download cut in the middle of a character loses that character only
        if error.start >= len(body) - 4:
            return body[: error.start].decode(encoding)
        raise NotText(
            f"{printable(name)} says that it is {encoding.upper()} and is not (at byte {error.start:,}).",
            name,
        ) from error


def _wide(data: bytes, name: str) -> str:
    """UTF-16 without a signature: its zeros stand on one side, and it reads as words."""
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) >= 20 * min(even, odd) and max(even, odd) * 20 >= len(sample):
        try:
            text = data.decode("utf-16-le" if odd > even else "utf-16-be")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" not in text and len(_LETTERS.findall(text[:_SAMPLE])) * 10 >= len(text[:_SAMPLE]) * 8:
            return text
    raise NotText(f"{printable(name)} is not a text: it holds NUL bytes (at {data.find(0):,}).", name)


def _declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        encoding = codecs.lookup(declared).name
        encoding = _MEANT.get(encoding, encoding)
        if encoding.startswith(("utf", "cp65001", "idna", "punycode", "unicode", "raw")):
            return None
        return data.decode(encoding)
    except (LookupError, UnicodeError, ValueError, TypeError, AssertionError):
        # a made-up name, a codec that is no text encoding, or bytes that it cannot hold
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: one for twenty whole sequences at most, or the tail is cut."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and _MULTIBYTE.search(data):
            return data.decode("utf-8", "replace")
    text = data.decode("utf-8", "replace")
    whole = len(_MULTIBYTE.findall(data))
    return text if whole >= 20 * text.count("\ufffd") else None
