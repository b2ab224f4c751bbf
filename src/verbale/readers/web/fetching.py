"""Fetching addresses, when a user gives them: robots.txt kept, politely, and never inside a private net.

A host's name is resolved once for each request; every address that it stands for must be public, and
the connection goes to the very addresses that were looked at, so that a name cannot mean something
else a moment later. Proxies are not used: they would resolve the name once more.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urldefrag, urljoin

from verbale.errors import ReadError, TooLarge, UnknownFormat
from verbale.readers import limits
from verbale.readers.file_names import printable, suffix
from verbale.readers.formats import CONTAINER_SUFFIXES, SUFFIXES, of_media_type
from verbale.readers.origin import Origin
from verbale.readers.urls import port_of, shown, split
from verbale.readers.web.open_network import Rule, addresses_of, why_closed
from verbale.readers.web.requesting import SECONDS, Answer, request, target_of
from verbale.readers.web.robots import Robots

__all__ = ["AGENT", "Fetched", "Fetcher"]

AGENT = "Verbale"
"""What the fetcher calls itself; a robots.txt may speak to it by this name."""

_REDIRECTS = 5
_ROBOTS = 500_000
_LONGEST_PAUSE = 30.0
_FAILURES = 3
_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_LOCKED = frozenset({401, 402, 403, 407, 451})
_BUSY = frozenset({429, 503})
_NAMED = SUFFIXES | CONTAINER_SUFFIXES
# what servers also say of files that they do not know; the suffix of the address says more
_VAGUE = frozenset({"text/plain", "application/xml", "text/xml"})
_NO_TEXT = re.compile(
    r"(?:image|audio|video|font|model)/|text/(?:css|javascript)|application/(?:json|javascript|wasm)\b"
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with.

    `asked` is the address as it was given: it is what the document is known by, since a redirect may
    lead elsewhere tomorrow. `url` is where the answer was found in the end, `kind` its content type.
    """

    asked: str
    url: str
    data: bytes = field(repr=False)
    kind: str

    @property
    def origin(self) -> Origin:
        """What is said there of the bytes: address, suffix by content type, encoding.

        >>> Fetched("http://a.example/1", "http://a.example/1", b"No.", "text/vtt; charset=KOI8-R").origin
        Origin(url='http://a.example/1', ending='.vtt', charset='koi8-r')
        """
        charset = _CHARSET.search(self.kind)
        return Origin(
            shown(urldefrag(self.asked).url), self._ending(), charset[1].lower() if charset else None
        )

    @property
    def name(self) -> str:
        """The name to unpack it by: its address, with a suffix that tells its kind.

        >>> Fetched("http://a.example/1", "http://a.example/1?all=yes", b"a,b", "text/csv").name
        'http://a.example/1.csv'
        """
        ending = self._ending()
        asked = shown(self.asked)
        return asked if not ending or suffix(asked) == ending else asked.rstrip("/") + ending

    def _ending(self) -> str:
        kind = _media_type(self.kind)
        named = next((each for each in map(suffix, (self.url, self.asked)) if each in _NAMED), "")
        found = of_media_type(kind)
        told = found.suffixes[0] if found is not None else ""
        return (named or told) if kind in _VAGUE else (told or named)


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses one after another, with a pause between two of one host.

    A host that fails three times running, or asks to be left alone, is asked nothing more.

    Args:
        pause: Seconds between two requests to one host; a robots.txt may ask for more.
        rule: Why nothing is fetched from an IP address at a port; None where it may be.
    """

    pause: float = 1.0
    rule: Rule = why_closed
    _robots: dict[str, Robots] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """What an http or https address answers with.

        Args:
            url: The address.

        Raises:
            ReadError: The address may not be fetched, or answers with an error.
            UnknownFormat: It is a picture or something else that holds no text.
            TooLarge: The answer is too large, or takes too long.

        >>> try:
        ...     Fetcher().fetch("http://127.0.0.1/talk.html")
        ... except ReadError as error:
        ...     print(error)
        http://127.0.0.1/talk.html is on this machine or in a private network: nothing is fetched there.
        """
        place = url
        for _ in range(_REDIRECTS + 1):
            parts = self._split(place, url)
            subject = _subject(url, parts.geturl())
            self._addresses(parts, subject)
            if not self._robots_of(parts, subject).allows(target_of(parts)):
                raise ReadError(
                    f"{subject} is closed to programs by its site's robots.txt: "
                    "save the page in a browser and add the file.",
                    url,
                )
            answer = self._ask(parts, limits.ORIGINAL, subject)
            if answer.status in _MOVED and answer.headers.get("location"):
                place = urljoin(parts.geturl(), answer.headers["location"])
                continue
            if answer.status != 200:
                raise ReadError(f"{subject} {self._told(answer.status, parts)}.", url)
            return _with_text(
                Fetched(url, parts.geturl(), answer.body, answer.headers.get("content-type", ""))
            )
        raise ReadError(
            f"{shown(url)} leads through more than {_REDIRECTS} redirects: give the last one.", url
        )

    def _split(self, place: str, asked: str) -> SplitResult:
        try:
            return split(place)
        except ReadError as error:
            if place == asked:
                raise
            raise ReadError(f"{shown(asked)} leads to another place, and {error}", asked) from error

    def _robots_of(self, parts: SplitResult, subject: str) -> Robots:
        """What the site's robots.txt allows; a site without one allows all."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            place, answer = f"{site}/robots.txt", Answer(404, {}, b"")
            for _ in range(_REDIRECTS + 1):
                answer = self._ask(self._split(place, place), _ROBOTS, f"{subject}, whose robots.txt")
                if answer.status not in _MOVED or not answer.headers.get("location"):
                    break
                place = urljoin(place, answer.headers["location"])
            if answer.status >= 500 or answer.status == 429:
                raise ReadError(
                    f"{subject} is not fetched, for its site's robots.txt cannot be read "
                    f"(error {answer.status}): try again later.",
                    site,
                )
            rules = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
            self._robots[site] = Robots.of(rules, AGENT)
        return self._robots[site]

    def _ask(self, parts: SplitResult, largest: int, subject: str) -> Answer:
        host = parts.netloc
        if self._failures.get(host, 0) >= _FAILURES:
            raise ReadError(f"{subject} is not fetched, for its site failed before: try again later.", host)
        addresses = self._addresses(parts, subject)
        self._wait(parts)
        began = time.monotonic()
        try:
            answer = request(parts, addresses, AGENT, largest, subject)
        except ReadError as error:
            # a large file is no failure of its site
            if not isinstance(error, TooLarge) or time.monotonic() - began > SECONDS:
                self._failures[host] = self._failures.get(host, 0) + 1
            raise
        self._failures[host] = 0
        return answer

    def _addresses(self, parts: SplitResult, subject: str) -> list[str]:
        """The addresses of a host, refused unless all that its name stands for are open."""
        port = port_of(parts)
        try:
            found = addresses_of(parts.hostname or "", port)
        except (OSError, UnicodeError) as error:
            raise ReadError(f"{subject} cannot be fetched: its host is not known.", parts.geturl()) from error
        # one private address among several is enough to refuse them all
        closed = next((why for address in found if (why := self.rule(address, port))), None)
        if closed or not found:
            raise ReadError(
                f"{subject} {closed or 'has no address'}: nothing is fetched there.", parts.geturl()
            )
        return found

    def _wait(self, parts: SplitResult) -> None:
        host = parts.netloc
        robots = self._robots.get(f"{parts.scheme}://{host}", Robots())
        pause = max(self.pause, min(robots.pause, _LONGEST_PAUSE))
        rest = self._last.get(host, float("-inf")) + pause - time.monotonic()
        if rest > 0:
            time.sleep(rest)
        self._last[host] = time.monotonic()

    def _told(self, status: int, parts: SplitResult) -> str:
        if status in _GONE:
            return f"is not there (error {status}): look whether the address is right"
        if status in _LOCKED:
            return f"is not open to programs (error {status}): save the page in a browser and add the file"
        if status in _BUSY:
            self._failures[parts.netloc] = _FAILURES
            return f"asks to come back later (error {status}): nothing more is fetched there now"
        if status >= 500:
            return f"cannot be had, for its site is at fault (error {status}): try again later"
        return f"answers with {status}, which is no page"


def _subject(asked: str, place: str) -> str:
    """How the sentence of an error begins: the address that was asked for, and where it led."""
    if split(asked).geturl() == place:
        return shown(asked)
    return f"{shown(asked)} leads to {shown(place)}, which"


def _media_type(kind: str) -> str:
    return kind.partition(";")[0].strip().lower()


def _with_text(fetched: Fetched) -> Fetched:
    kind = _media_type(fetched.kind)
    if _NO_TEXT.match(kind) and fetched.origin.ending not in _NAMED:
        raise UnknownFormat(
            f"{shown(fetched.asked)} is {printable(kind)[:60]}, which no reader takes: "
            "give the address of a page, a text, a PDF or a feed.",
            fetched.asked,
        )
    return fetched
