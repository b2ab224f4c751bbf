"""Damage that keeps a file's shape: the part inside a package, the pages of a PDF, an archive's own sums.

A byte changed inside a compressed stream tells a reader nothing but that its sum is wrong. So what is
packed is unpacked, changed and packed again, and lengths and sums are put right, mostly.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import re
import zipfile
import zlib
from collections.abc import Callable

__all__ = ["Change", "mutated"]

Change = Callable[[bytes, int], bytes]
"""Changes bytes, to at most so many."""

_LARGEST = 300_000
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError)
_BROKEN = (*_BROKEN, NotImplementedError, OverflowError)
_PIECES = {
    "markup": re.compile(rb"<[^<>]{0,400}>|[^<>]+"),
    "rtf": re.compile(rb"\\[a-z]+-?\d* ?|\\'..|[{}]|[^\\{}]+"),
    "json": re.compile(rb'"[^"\n]*"|[\[\]{},:\n]|[^"\[\]{},:\n]+'),
    "lines": re.compile(rb"[^\n]*\n|[^\n]+"),
    "words": re.compile(rb"[\w']+|[^\w']"),
}
_OBJECT = re.compile(rb"(\d{1,6}) (\d{1,5}) obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"(.*?\bstream\r?\n)(.*)(\r?\nendstream.*)", re.DOTALL)


def mutated(data: bytes, change: Change, limit: int, chance: random.Random) -> bytes:
    """A file with one thing changed, in a way that suits what it is.

    Args:
        data: The file.
        change: Any change of bytes; the fuzzer's own.
        limit: The most bytes that may come out.
        chance: Decides what is changed and how.
    """
    if chance.random() < 0.15:
        return change(data, limit)
    try:
        found = _in_shape(data, change, chance)
    except _BROKEN:
        found = change(data, limit)
    return found if len(found) <= limit else change(data, limit)


def _in_shape(data: bytes, change: Change, chance: random.Random) -> bytes:
    if data.startswith(b"PK\x03\x04"):
        return _zip(data, change, chance)
    if data.startswith(b"\x1f\x8b"):
        inner = gzip.GzipFile(fileobj=io.BytesIO(data)).read(_LARGEST)
        return gzip.compress(_in_shape(inner, change, chance), 1, mtime=0)
    if data.startswith(b"\xfd7zXZ\0"):
        return lzma.compress(
            _in_shape(lzma.LZMAFile(io.BytesIO(data)).read(_LARGEST), change, chance), preset=0
        )
    if data.startswith(b"BZh"):
        return bz2.compress(_in_shape(bz2.BZ2File(io.BytesIO(data)).read(_LARGEST), change, chance))
    if data[257:262] == b"ustar":
        return _tar(data, change, chance)
    if data.startswith(b"%PDF-"):
        return _pdf(data, change, chance)
    if data.startswith(b"WARC/"):
        return _warc(data, change, chance)
    return _pieces(data, change, chance)


def _pieces(data: bytes, change: Change, chance: random.Random) -> bytes:
    """Pieces of a text moved, left out, repeated (now and then a great many times), or changed inside."""
    if chance.random() < 0.4:
        return change(data, len(data) + 4096)
    head = data.lstrip()[:1]
    kind = {b"<": "markup", b"{": "rtf" if data.startswith(b"{\\") else "json"}.get(head, "lines")
    if chance.random() < 0.2:
        kind = chance.choice(list(_PIECES))
    pieces = _PIECES[kind].findall(data)
    if not pieces:
        return change(data, len(data) + 4096)
    first = chance.randrange(len(pieces))
    last = min(len(pieces), first + chance.choice((1, 1, 2, 4, 16, 64)))
    match chance.randrange(6):
        case 0:
            del pieces[first:last]
        case 1:
            place = chance.randrange(len(pieces) + 1)
            pieces[place:place] = pieces[first:last]
        case 2:
            pieces[first:first] = pieces[first:last] * chance.choice((1, 1, 3, 3, 30, 300))
        case 3:
            moved = pieces[first:last]
            del pieces[first:last]
            place = chance.randrange(len(pieces) + 1)
            pieces[place:place] = moved
        case 4:
            pieces[first] = change(pieces[first], len(pieces[first]) + 256)
        case _:
            other = chance.randrange(len(pieces))
            pieces[first], pieces[other] = pieces[other], pieces[first]
    return b"".join(pieces)[:_LARGEST]


def _zip(data: bytes, change: Change, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = [(entry.filename, opened.open(entry).read(_LARGEST)) for entry in opened.infolist()[:200]]
    if not parts:
        return change(data, len(data) + 4096)
    place = chance.randrange(len(parts))
    # the part with the words is the longest, as a rule
    if chance.random() < 0.5:
        place = max(range(len(parts)), key=lambda index: len(parts[index][1]))
    path, content = parts[place]
    match chance.randrange(12):
        case 0:
            del parts[place]
        case 1:
            parts.append((chance.choice(parts)[0], content))
        case 2:
            parts[place] = (change(path.encode(), 300).decode("latin-1"), content)
        case 3:
            parts[place] = (path, chance.choice(parts)[1])
        case _:
            parts[place] = (path, _in_shape(content, change, chance))
    stream = io.BytesIO()
    packing = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(stream, "w") as made:
        names: set[str] = set()
        for name, words in parts:
            if name not in names:
                names.add(name)
                made.writestr(zipfile.ZipInfo(name), words, packing)
    return stream.getvalue()


def _tar(data: bytes, change: Change, chance: random.Random) -> bytes:
    """Blocks of 512 bytes; the sum of a header is put right."""
    blocks = [bytearray(data[start : start + 512]) for start in range(0, len(data), 512)]
    headers = [
        index for index, block in enumerate(blocks) if block[257:262] == b"ustar" and len(block) == 512
    ]
    place = chance.choice(headers) if headers and chance.random() < 0.7 else chance.randrange(len(blocks))
    block = blocks[place]
    if place in headers:
        start, end = chance.choice(((0, 100), (124, 136), (156, 157), (157, 257), (345, 500)))
        block[start:end] = change(bytes(block[start:end]), end - start).ljust(end - start, b"\0")
        block[148:156] = b"        "
        block[148:156] = b"%06o\0 " % (sum(block) & 0o777777)
    elif chance.random() < 0.3:
        del blocks[place]
    else:
        block[:] = change(bytes(block), 512)[:512].ljust(512, b"\0")
    return b"".join(blocks)


def _warc(data: bytes, change: Change, chance: random.Random) -> bytes:
    records = re.split(rb"(?=WARC/[\d.]+\r?\n)", data)
    place = chance.randrange(len(records))
    head, gap, body = records[place].partition(b"\r\n\r\n")
    if chance.random() < 0.5:
        body = _pieces(body, change, chance)
        if chance.random() < 0.9:
            size = b"Content-Length: %d" % max(0, len(body) - 4)
            head = re.sub(rb"(?im)^Content-Length:[^\r\n]*", size, head)
    else:
        head = _pieces(head, change, chance)
    records[place] = head + gap + body
    if chance.random() < 0.1:
        records.insert(chance.randrange(len(records)), chance.choice(records))
    return b"".join(records)


def _pdf(data: bytes, change: Change, chance: random.Random) -> bytes:
    """One object changed, in its dictionary or in its stream; lengths and the table of places put right."""
    objects = [(int(found[1]), found[3]) for found in _OBJECT.finditer(data)]
    if not objects:
        return change(data, len(data) + 4096)
    place = chance.randrange(len(objects))
    number, body = objects[place]
    if (stream := _STREAM.fullmatch(body)) and chance.random() < 0.7:
        content, packed = stream[2], b"/FlateDecode" in stream[1] and chance.random() < 0.9
        if packed:
            content = zlib.decompressobj().decompress(content, _LARGEST)
        content = (
            _pieces(content, change, chance) if chance.random() < 0.5 else change(content, len(content) + 512)
        )
        if packed:
            content = zlib.compress(content, 1)
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(content), stream[1])
        body = head + content + stream[3]
    else:
        body = change(body, len(body) + 512)
    objects[place] = (number, body)
    if chance.random() < 0.1:
        objects.append((chance.randrange(1, 20), chance.choice(objects)[1]))
    trailer = re.search(rb"trailer\s*(<<.*?>>)\s*startxref", data, re.DOTALL)
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in objects:
        places.append((number, len(made)))
        made += b"%d 0 obj%sendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n"
    for number, start in places:
        made += b"%d 1\n%010d 00000 n \n" % (number, start)
    made += b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        trailer[1] if trailer else b"<< /Root 1 0 R >>",
        table,
    )
    return bytes(made)
