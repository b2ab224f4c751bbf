from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from verbale import readers
from verbale.errors import ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.fetching import Fetcher

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /closed\n"),
    "/talk": (200, {"Content-Type": "text/html"}, b"<p>Q: When?</p>"),
    "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"Q: When?")),
    "/moved": (302, {"Location": "/talk"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/out": (302, {"Location": "http://10.0.0.1/"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/closed/a": (200, {}, b"No."),
    "/to-closed": (302, {"Location": "/closed/a"}, b""),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 3_000_000)),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the standard library's name
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(pause=0.0, loopback_for_tests=True)


def test_a_page_is_fetched_and_read(site: str, fetcher: Fetcher) -> None:
    found = fetcher.fetch(f"{site}/moved")
    assert found.url == f"{site}/talk"
    assert readers.read_bytes(found.data, found.name).text == "Q: When?"
    assert fetcher.fetch(f"{site}/packed").data == b"Q: When?"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/closed/a", "closed to programs"),
        ("/to-closed", "closed to programs"),
        ("/nowhere", "answers with the error 404"),
        ("/round", "more than 5 redirects"),
        ("/out", "private network"),
        ("/file", "no http or https address"),
    ],
)
def test_what_is_not_fetched(site: str, fetcher: Fetcher, path: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        fetcher.fetch(site + path)


def test_a_bomb_is_refused(site: str, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ORIGINAL", 1_000_000)
    with pytest.raises(TooLarge, match="larger than the limit"):
        fetcher.fetch(f"{site}/bomb")


def test_without_the_hook_this_machine_is_closed(site: str) -> None:
    with pytest.raises(ReadError, match="on this machine"):
        Fetcher(pause=0.0).fetch(f"{site}/talk")


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.1", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "192.0.2.1"),
    ],
)
def test_addresses_that_are_not_public(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    answer = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80)),
        (family, socket.SOCK_STREAM, 6, "", (address, 80)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **given: answer)
    with pytest.raises(ReadError, match="private network"):
        Fetcher(pause=0.0).fetch("http://gazette.example/talk")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "ftp://gazette.example/a",
            "file:///etc/hostname",
            "http://",
            "http://[",
            "http://a:b@gazette.example/",
        ),
        *("http://gazette.example:99999/", "http://gazette.example/a\r\nHost: x", "javascript:0"),
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(ReadError):
        Fetcher(pause=0.0).fetch(url)


def test_a_pause_between_two_requests(monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    Fetcher(pause=2.0, loopback_for_tests=True).fetch(f"{site}/talk")
    assert len(slept) == 1
    assert 1.5 < slept[0] <= 2.0
