"""Archives that unpack to more than there is room for, or hold more files than time."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib

from tests.readers.bombs.registry import bomb


def archive(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as made:
        for name, data in parts.items():
            made.writestr(zipfile.ZipInfo(name), data, packing)
    return stream.getvalue()


def zeros(size: int) -> bytes:
    """A gzip file of so many blanks, made without holding them."""
    packing = zlib.compressobj(9, wbits=31)
    part = b" " * 1_000_000
    return b"".join([*(packing.compress(part) for _ in range(size // len(part))), packing.flush()])


def overlapping(name: str, count: int, content: bytes) -> bytes:
    """One packed part that the directory of the archive names many times (after Fifield, 2019)."""
    packing = zlib.compressobj(9, wbits=-15)
    packed = packing.compress(content) + packing.flush()
    path = name.encode()
    sizes = (zlib.crc32(content), len(packed), len(content), len(path), 0)
    local = struct.pack("<4s5HIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, *sizes) + path + packed
    entry = struct.pack("<4s6HIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, *sizes, 0, 0, 0, 0, 0) + path
    end = struct.pack("<4s4HIIH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, len(local), 0)
    return local + entry * count + end


@bomb("flat.zip", "unpacked")
def flat_zip() -> bytes:
    return archive({"talk.txt": b" " * 200_000_000})


@bomb("many-copies.zip", is_long=True)
def many_copies() -> bytes:
    return archive({f"{n}.txt": b"no " * 300_000 for n in range(400)})


@bomb("nested.zip", "unpacked")
def nested_zip() -> bytes:
    inner = archive({"talk.txt": b" " * 40_000_000})
    for _ in range(4):
        inner = archive({f"{n}.zip": inner for n in range(16)})
    return inner


@bomb("overlapping.zip", "either", is_long=True)
def overlapping_zip() -> bytes:
    return overlapping("talk.txt", 20_000, b"no " * 300_000)


@bomb("overlapping.docx")
def overlapping_docx() -> bytes:
    return overlapping("word/document.xml", 4_000, b"no " * 3_000_000)


@bomb("million-files.zip")
def million_files() -> bytes:
    path = b"a"
    sizes = (0, 0, 0, len(path), 0)
    local = struct.pack("<4s5HIIIHH", b"PK\x03\x04", 20, 0, 0, 0, 33, *sizes) + path
    entry = struct.pack("<4s6HIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, *sizes, 0, 0, 0, 0, 0) + path
    count = 1_000_000
    end64 = struct.pack(
        "<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(entry) * count, len(local)
    )
    where = struct.pack("<4sIQI", b"PK\x06\x07", 0, len(local) + len(entry) * count, 1)
    end = struct.pack("<4s4HIIH", b"PK\x05\x06", 0, 0, 65535, 65535, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return local + entry * count + end64 + where + end


@bomb("blanks.txt.gz")
def blanks_gz() -> bytes:
    return zeros(400_000_000)


@bomb("many-members.txt.gz", "unpacked", is_long=True)
def many_members() -> bytes:
    return gzip.compress(b"", mtime=0) * 200_000


@bomb("blanks.txt.xz", is_long=True)
def blanks_xz() -> bytes:
    return lzma.compress(b" " * 200_000_000, preset=0)


@bomb("wide-window.txt.xz", "unpacked")
def wide_window() -> bytes:
    """An xz file that asks for a dictionary of 1.5 GiB."""
    data = bytearray(
        lzma.compress(b"Q: Why?\nA: No.\n", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}])
    )
    start = 12
    size = (data[start] + 1) * 4
    header = data[start : start + size - 4]
    place = header.index(bytes([lzma.FILTER_LZMA2, 1])) + 2
    header[place] = 37
    data[start : start + size] = header + struct.pack("<I", zlib.crc32(header))
    return bytes(data)


@bomb("blanks.txt.bz2", is_long=True)
def blanks_bz2() -> bytes:
    return bz2.compress(b" " * 200_000_000)


def tar(*entries: tuple[tarfile.TarInfo, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as made:
        for entry, words in entries:
            made.addfile(entry, io.BytesIO(words))
    return stream.getvalue()


@bomb("holes.tar")
def holes() -> bytes:
    """A sparse file of a terabyte, all holes."""
    entry = tarfile.TarInfo("talk.txt")
    entry.type = tarfile.GNUTYPE_SPARSE
    block = bytearray(entry.tobuf(tarfile.GNU_FORMAT))
    block[386:398], block[398:410] = b"%011o\0" % (1 << 32), b"%011o\0" % 0
    block[482], block[483:495] = 0, b"%011o\0" % (1 << 32)
    block[148:156] = b"        "
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + bytes(1024)


@bomb("million-files.tar", is_long=True)
def million_files_tar() -> bytes:
    entry = tarfile.TarInfo("a.txt")
    return entry.tobuf(tarfile.USTAR_FORMAT) * 40_000 + bytes(1024)


@bomb("links-and-devices.tar", "unpacked")
def links_and_devices() -> bytes:
    entries = []
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE):
        entry = tarfile.TarInfo(f"talk-{kind.decode()}.txt")
        entry.type, entry.linkname = kind, "/etc/hostname"
        entries.append((entry, b""))
    return tar(*entries)


@bomb("lying-length.warc", "unpacked")
def lying_length() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nQ: Why?\n"
    heads = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/%d\r\n"
        b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (number, size, body)
        for number, size in enumerate((len(body), 10**15, -5, 3))
    )
    return b"".join(heads)


@bomb("packed-page.warc", is_long=True)
def packed_page() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n" + zeros(
        1_000_000_000
    )
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/a\r\n"
        b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(body)
    )
    return head + body + b"\r\n\r\n"


@bomb("million-records.warc", "unpacked", is_long=True)
def million_records() -> bytes:
    return b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 100_000


@bomb("million-entries.xml")
def million_entries() -> bytes:
    return (
        b"<rss version='2.0'><channel>" + b"<item><title>x</title></item>" * 1_000_000 + b"</channel></rss>"
    )


@bomb("many-entries.xml")
def many_entries() -> bytes:
    item = b"<item><description>x</description></item>"
    return b"<rss version='2.0'><channel>" + item * 480_000 + b"</channel></rss>"
