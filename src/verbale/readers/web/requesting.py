"""One request to one machine: never more bytes, and never longer, than was said beforehand."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urlunsplit

from verbale.errors import ReadError, TooLarge
from verbale.readers.file_names import printable
from verbale.readers.urls import WEB_PORTS, port_of

__all__ = ["ALTOGETHER", "SECONDS", "Answer", "request", "target_of"]

SECONDS = 20.0
"""How long a machine may be silent."""

ALTOGETHER = 60.0
"""How long one request may take from its beginning to its last byte."""

_OK = 200
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_PART = 1 << 16
_TRIED = 4
_TOO_SLOW = f"took more than {ALTOGETHER:.0f} seconds, and was given up"


class _Refused(Exception):
    """What is wrong with an answer, as the end of a sentence."""


class _OverLimit(Exception):
    """Which limit an answer passes, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a machine answered; the body only of a status of 200."""

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)


def target_of(parts: SplitResult) -> str:
    """The path and query of an address as they go into a request: no letter but ASCII.

    >>> from urllib.parse import urlsplit
    >>> target_of(urlsplit("https://gazette.example/rede/über uns?seite=2"))
    '/rede/%C3%BCber%20uns?seite=2'
    """
    plain = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return quote(plain, safe="".join(map(chr, range(33, 127))))


def request(parts: SplitResult, addresses: Sequence[str], agent: str, largest: int, subject: str) -> Answer:
    """Ask for one address at the IP addresses that were found for its host, and at no others.

    Args:
        parts: The address, from `urls.split`.
        addresses: The IP addresses; the next is tried where one cannot be reached.
        agent: What the request calls itself.
        largest: How many bytes the body may have, unpacked.
        subject: How the sentence of an error begins: the address, and what led there.

    Raises:
        TooLarge: The body is larger, or comes too slowly.
        ReadError: There is no answer, or it breaks off.
    """
    connection = _Pinned(parts, addresses)
    # a machine that sends a byte now and then is never silent: somebody else has to look at the clock
    watch = threading.Timer(ALTOGETHER, connection.cut)
    watch.daemon = True
    watch.start()
    try:
        return _asked(connection, target_of(parts), agent, largest)
    except _Refused as error:
        raise ReadError(f"{subject} {error}.", parts.geturl()) from error
    except _OverLimit as error:
        raise TooLarge(f"{subject} {error}.", parts.geturl()) from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        if connection.was_cut:
            raise TooLarge(f"{subject} {_TOO_SLOW}.", parts.geturl()) from error
        raise ReadError(f"{subject} {_reason(error)}.", parts.geturl()) from error
    finally:
        watch.cancel()
        connection.close()


class _Pinned(http.client.HTTPConnection):
    """A connection that asks nobody where its host is, and that another thread can cut."""

    def __init__(self, parts: SplitResult, addresses: Sequence[str]) -> None:
        super().__init__(parts.hostname or "", port_of(parts))
        self.default_port = WEB_PORTS[parts.scheme]
        self.was_cut = False
        self._scheme = parts.scheme
        self._addresses = addresses
        self._end: socket.socket | None = None

    def connect(self) -> None:
        """Reach one of the addresses; with https, be sure whom it belongs to."""
        plain = self._reached()
        plain.settimeout(SECONDS)
        self._end = plain
        if self._scheme == "https":
            secured = ssl.create_default_context().wrap_socket(
                plain, server_hostname=self.host, do_handshake_on_connect=False
            )
            self._end = secured
            secured.do_handshake()
        if self.was_cut:
            raise TimeoutError
        self.sock = self._end

    def close(self) -> None:
        """Let go of it, even where it was never sure whom it belongs to."""
        super().close()
        if self._end is not None:
            self._end.close()

    def cut(self) -> None:
        """End it now, whatever it is waiting for."""
        self.was_cut = True
        if self._end is not None:
            try:
                # the plain shutdown: that of TLS would wait for the other side
                socket.socket.shutdown(self._end, socket.SHUT_RDWR)
            except OSError:
                return

    def _reached(self) -> socket.socket:
        until = time.monotonic() + SECONDS
        *others, last = self._addresses[:_TRIED]
        for address in others:
            try:
                return socket.create_connection((address, self.port), max(1.0, SECONDS / 4))
            except OSError:
                continue
        rest = max(1.0, until - time.monotonic())
        return socket.create_connection((last, self.port), rest)


def _asked(connection: _Pinned, target: str, agent: str, largest: int) -> Answer:
    headers = {"User-Agent": agent, "Accept-Encoding": "identity", "Connection": "close"}
    connection.request("GET", target, headers=headers)
    with contextlib.closing(connection.getresponse()) as answer:
        told = {key.lower(): value for key, value in answer.getheaders()}
        if answer.status != _OK:
            return Answer(answer.status, told, b"")
        body = _body(answer, largest)
    if connection.was_cut:
        raise _OverLimit(_TOO_SLOW)
    packed = told.get("content-encoding", "identity").strip().lower()
    if packed in _PACKED:
        body = _unpacked(body, largest)
    elif packed not in {"", "identity"}:
        raise _Refused(f"is packed as {printable(packed)[:40]}, which was not asked for")
    return Answer(answer.status, told, body)


def _body(answer: http.client.HTTPResponse, largest: int) -> bytes:
    announced = answer.length
    if announced is not None and announced > largest:
        raise _too_large(largest)
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(_PART):
        parts.append(part)
        size += len(part)
        if size > largest:
            raise _too_large(largest)
        if announced is not None and size >= announced:
            break
    if announced is not None and size != announced:
        raise _Refused("broke off before its end")
    return b"".join(parts)


def _unpacked(body: bytes, largest: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while body:
        unpack = _unpacker(body)
        part = unpack.decompress(body, largest + 1 - size)
        parts.append(part)
        size += len(part)
        if size > largest:
            raise _too_large(largest)
        if not unpack.eof:
            raise _Refused("broke off before its end")
        body = unpack.unused_data
    return b"".join(parts)


def _unpacker(body: bytes) -> zlib._Decompress:
    """What unpacks gzip and both things that go by the name of deflate."""
    is_bare = body[:2] != b"\x1f\x8b" and (body[0] & 0x0F != 8 or int.from_bytes(body[:2], "big") % 31 != 0)
    return zlib.decompressobj(wbits=-15 if is_bare else 47)


def _too_large(largest: int) -> _OverLimit:
    return _OverLimit(f"is larger than the limit of {largest:,} bytes")


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"did not answer within {SECONDS:.0f} seconds: try again later"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "cannot be trusted, for its certificate is not valid: nothing was fetched"
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"cannot be fetched: {printable(' '.join(str(words).split()))[:200].rstrip('.').lower()}"
