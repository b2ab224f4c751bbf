"""Fetching one address, when a user asks for it: robots.txt kept, politely, and never inside a private net.

A host's name is resolved once; every address must be public, and the connection goes to the very
address that was looked at, so that a name cannot mean something else a moment later.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import urllib.robotparser
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from verbale.errors import ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.names import printable

__all__ = ["AGENT", "Fetched", "Fetcher"]

AGENT = "Verbale"
"""What the fetcher calls itself; a robots.txt may speak to it by this name."""

_REDIRECTS = 5
_SECONDS = 20.0
_ALTOGETHER = 60.0
_ROBOTS = 500_000
_LONGEST_PAUSE = 30.0
_MOVED = frozenset({301, 302, 303, 307, 308})
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "text/vtt": ".vtt",
    "application/xml": ".xml",
    "text/xml": ".xml",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with: `url` is where it was found after redirects."""

    url: str
    data: bytes
    kind: str

    @property
    def name(self) -> str:
        """The name to read it by: its address, with a suffix where the address has none that fits.

        >>> Fetched("https://gazette.example/talk", b"No.", "text/plain; charset=utf-8").name
        'https://gazette.example/talk.txt'
        """
        ending = _ENDINGS.get(self.kind.partition(";")[0].strip().lower(), "")
        parts = urlsplit(self.url)
        if not ending or parts.path.lower().endswith(ending):
            return self.url
        return urlunsplit(parts._replace(path=(parts.path.rstrip("/") or "/page") + ending))


def _is_public(address: str) -> bool:
    """Whether an address is one of the open network: neither private, local, reserved nor a way to one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return _is_public(str(inner))
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return _is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses one after another, with a pause between two of one host.

    Args:
        pause: Seconds between two requests to one host; a robots.txt may ask for more.
        loopback_for_tests: Lets the addresses of this very machine through; for tests only.
    """

    pause: float = 1.0
    loopback_for_tests: bool = False
    _robots: dict[str, urllib.robotparser.RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """What an http or https address answers with.

        Args:
            url: The address.

        Raises:
            ReadError: The address may not be fetched, or answers with an error.
            TooLarge: The answer is too large, or takes too long.

        >>> try:
        ...     Fetcher().fetch("http://127.0.0.1/talk.html")
        ... except ReadError as error:
        ...     print(error)
        http://127.0.0.1/talk.html is on this machine or in a private network, and is not fetched.
        """
        until = time.monotonic() + _ALTOGETHER
        place = url
        for _ in range(_REDIRECTS + 1):
            parts = self._parts(place)
            self._address(parts, place)
            if not self._rules(parts, until).can_fetch(AGENT, place):
                raise ReadError(f"{printable(place)} is closed to programs by the site's robots.txt.", url)
            status, headers, data = self._get(parts, limits.ORIGINAL, until)
            if status in _MOVED and headers.get("location"):
                place = urljoin(place, headers["location"])
                continue
            if status != 200:
                raise ReadError(f"{printable(place)} answers with the error {status}.", url)
            return Fetched(place, data, headers.get("content-type", ""))
        raise ReadError(f"{printable(url)} leads through more than {_REDIRECTS} redirects.", url)

    def _parts(self, url: str) -> SplitResult:
        shown = printable(url)
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise ReadError(f"{shown} is no address.", url) from error
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ReadError(f"{shown} is no http or https address.", url)
        if parts.username is not None or parts.password is not None:
            raise ReadError(f"{shown} holds a password, and is not fetched.", url)
        if port == 0 or any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
            raise ReadError(f"{shown} is no address.", url)
        return parts

    def _rules(self, parts: SplitResult, until: float) -> urllib.robotparser.RobotFileParser:
        """What the site's robots.txt allows; a site without one allows all."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            rules = urllib.robotparser.RobotFileParser()
            place = f"{site}/robots.txt"
            status, data = 0, b""
            for _ in range(_REDIRECTS + 1):
                status, headers, data = self._get(self._parts(place), _ROBOTS, until)
                if status not in _MOVED or not headers.get("location"):
                    break
                place = urljoin(place, headers["location"])
            if status >= 500:
                raise ReadError(f"{site}/robots.txt cannot be read, so nothing is fetched there.", site)
            rules.parse(data.decode("utf-8", "replace").splitlines() if status == 200 else [])
            self._robots[site] = rules
        return self._robots[site]

    def _get(self, parts: SplitResult, largest: int, until: float) -> tuple[int, dict[str, str], bytes]:
        url = parts.geturl()
        self._wait(parts, until)
        connection = self._connection(parts, until)
        target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        try:
            connection.request(
                "GET",
                target.encode("utf-8").decode("latin-1") if target.isascii() else _escaped(target),
                headers={"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"},
            )
            answer = connection.getresponse()
            headers = {key.lower(): value for key, value in answer.getheaders()}
            body = _body(answer, headers.get("content-encoding", ""), largest, until, url)
            return answer.status, headers, body
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ReadError(f"{printable(url)} cannot be fetched: {_reason(error)}.", url) from error
        finally:
            connection.close()

    def _wait(self, parts: SplitResult, until: float) -> None:
        host = parts.netloc
        rules = self._robots.get(f"{parts.scheme}://{host}")
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        pause = max(self.pause, min(float(asked or 0), _LONGEST_PAUSE))
        rest = self._last.get(host, float("-inf")) + pause - time.monotonic()
        if rest > 0:
            time.sleep(min(rest, max(0.0, until - time.monotonic())))
        self._last[host] = time.monotonic()

    def _connection(self, parts: SplitResult, until: float) -> http.client.HTTPConnection:
        """A connection to the one address that was looked at."""
        url, host = parts.geturl(), parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        seconds = min(_SECONDS, until - time.monotonic())
        if seconds <= 0:
            raise TooLarge(f"{printable(url)} took more than {_ALTOGETHER:.0f} seconds.", url)
        address = self._address(parts, url)

        def connect() -> socket.socket:
            plain = socket.create_connection((address, port), timeout=seconds)
            if parts.scheme == "http":
                return plain
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)

        return _Pinned(host, port, connect)

    def _address(self, parts: SplitResult, url: str) -> str:
        """The address of a host, refused unless all that its name stands for are public."""
        try:
            known = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
            found = [str(info[4][0]) for info in known]
        except (OSError, UnicodeError) as error:
            raise ReadError(f"{printable(url)} cannot be fetched: its host is not known.", url) from error
        # one private address among several is enough to refuse them all
        if not found or not all(map(self._allowed, found)):
            raise ReadError(
                f"{printable(url)} is on this machine or in a private network, and is not fetched.", url
            )
        return found[0]

    def _allowed(self, address: str) -> bool:
        return _is_public(address) or (self.loopback_for_tests and _is_loopback(address))


class _Pinned(http.client.HTTPConnection):
    """A connection that asks no one where its host is."""

    def __init__(self, host: str, port: int, connect: Callable[[], socket.socket]) -> None:
        super().__init__(host, port)
        self._connect = connect

    def connect(self) -> None:
        self.sock = self._connect()


def _body(answer: http.client.HTTPResponse, packed: str, largest: int, until: float, url: str) -> bytes:
    unpack = zlib.decompressobj(wbits=47) if packed.lower() in {"gzip", "deflate", "x-gzip"} else None
    parts: list[bytes] = []
    size = 0
    while raw := answer.read1(1 << 16):
        part = unpack.decompress(raw, largest + 1) if unpack is not None else raw
        size += len(part)
        if size > largest:
            raise TooLarge(f"{printable(url)} is larger than the limit of {largest:,} bytes.", url)
        if time.monotonic() > until:
            raise TooLarge(f"{printable(url)} took more than {_ALTOGETHER:.0f} seconds.", url)
        parts.append(part)
    return b"".join(parts)


def _escaped(target: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415  addresses with other letters are rare

    return quote(target, safe="/?&=%:;,+@!$'()*~#[]-._")


def _reason(error: Exception) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return printable(" ".join(str(words).split()))[:200].rstrip(".").lower()
