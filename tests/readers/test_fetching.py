from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
import zlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.serving import Site
from verbale import readers
from verbale.errors import ReadError, TooLarge, UnknownFormat
from verbale.readers import limits
from verbale.readers.urls import as_kept, shown
from verbale.readers.web import requesting
from verbale.readers.web.fetching import Fetched, Fetcher
from verbale.readers.web.robots import Robots

PUBLIC = "93.184.216.34"


def refusal(site: Site, path: str) -> str:
    with pytest.raises(ReadError) as caught:
        site.fetcher().fetch(site.url + path)
    told = str(caught.value)
    assert told.startswith(f"{site.url}{path}")
    assert told.endswith(".")
    assert "\n" not in told
    return told.removeprefix(site.url + path).strip(" ,")


def test_a_page_is_fetched_and_read(site: Site) -> None:
    site.put("/talk", "<p>Q: When?</p>")
    asked = site.fail("/moved", 302, Location="/talk")
    found = site.fetcher().fetch(asked)
    assert (found.asked, found.url) == (asked, f"{site.url}/talk")
    reading = readers.read_bytes(found.data, found.origin.url, found.origin)
    assert (reading.text, reading.name, reading.url) == ("Q: When?", asked, asked)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda data: zlib.compress(data)[2:-4]])
def test_a_packed_answer(site: Site, pack: object) -> None:
    assert callable(pack)
    kind = "gzip" if pack is gzip.compress else "deflate"
    address = site.put("/a", pack(b"Q: When?" * 50), "text/plain", Content_Encoding=kind)
    assert site.fetcher().fetch(address).data == b"Q: When?" * 50


def test_what_is_not_fetched(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /closed\nDisallow: /*.cgi$\n", "text/plain")
    site.put("/closed/a", "No.")
    site.put("/a.cgi", "No.")
    site.fail("/to-closed", 302, Location="/closed/a")
    site.fail("/round", 302, Location="/round")
    site.fail("/out", 302, Location="http://10.0.0.1/")
    site.fail("/cloud", 302, Location="http://169.254.169.254/latest/meta-data/")
    site.fail("/next-door", 302, Location=f"http://127.0.0.1:{site.port + 1}/")
    site.fail("/file", 302, Location="file:///etc/hostname")
    site.fail("/locked", 403)
    site.fail("/fault", 500)
    site.put("/picture", b"\x89PNG", "image/png")
    site.put("/app", b"{}", "application/json; charset=utf-8")
    site.put("/br", b"x", Content_Encoding="br")
    advice = "closed to programs by its site's robots.txt: save the page in a browser and add the file."
    assert refusal(site, "/closed/a") == f"is {advice}"
    assert refusal(site, "/a.cgi") == f"is {advice}"
    assert refusal(site, "/to-closed") == f"leads to {site.url}/closed/a, which is {advice}"
    assert refusal(site, "/nowhere") == "is not there (error 404): look whether the address is right."
    assert refusal(site, "/round") == "leads through more than 5 redirects: give the last one."
    private = "which is on this machine or in a private network: nothing is fetched there."
    assert refusal(site, "/out") == f"leads to http://10.0.0.1/, {private}"
    assert refusal(site, "/cloud") == f"leads to http://169.254.169.254/latest/meta-data/, {private}"
    assert refusal(site, "/next-door") == f"leads to http://127.0.0.1:{site.port + 1}/, {private}"
    told = "leads to another place, and file:///etc/hostname is no http or https address."
    assert refusal(site, "/file") == told
    assert "not open to programs (error 403)" in refusal(site, "/locked")
    assert "at fault (error 500): try again later" in refusal(site, "/fault")
    assert "is image/png, which no reader takes" in refusal(site, "/picture")
    assert "is application/json, which no reader takes" in refusal(site, "/app")
    assert refusal(site, "/br") == "is packed as br, which was not asked for."
    assert "/closed/a" not in site.asked


def test_a_site_whose_rules_cannot_be_read_is_left_alone(site: Site) -> None:
    site.put("/talk", "No.")
    site.fail("/robots.txt", 503)
    assert "robots.txt cannot be read (error 503): try again later." in refusal(site, "/talk")
    assert "/talk" not in site.asked


def test_bombs_and_large_answers(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ORIGINAL", 1_000_000)
    site.put("/bomb", gzip.compress(b"a" * 3_000_000), Content_Encoding="gzip")
    site.put("/twice", gzip.compress(b"a" * 600_000) * 2, Content_Encoding="gzip")
    site.put("/large", b"a" * 1_000_001)
    for path in ("/bomb", "/twice", "/large"):
        assert refusal(site, path) == "is larger than the limit of 1,000,000 bytes."


def test_an_endless_body(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ORIGINAL", 1_000_000)

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        while True:
            handler.wfile.write(b"a" * 65_536)

    site.pages["/endless"] = endless
    assert refusal(site, "/endless") == "is larger than the limit of 1,000,000 bytes."


@pytest.mark.parametrize("where", ["line", "headers", "body"])
def test_a_trickle_is_cut_off(site: Site, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requesting, "ALTOGETHER", 0.5)

    def trickle(handler: BaseHTTPRequestHandler) -> None:
        if where != "line":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        if where == "body":
            handler.wfile.write(b"\r\n")
        while True:
            handler.wfile.write(b"a")
            time.sleep(0.05)

    site.pages["/slow"] = trickle
    # without a cut it would go on for ever
    assert "and was given up" in refusal(site, "/slow")


def test_silence(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requesting, "SECONDS", 0.3)
    site.pages["/silent"] = lambda handler: time.sleep(2)
    assert "did not answer within" in refusal(site, "/silent")


def test_an_answer_that_breaks_off_is_no_text(site: Site) -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"We will")
        handler.close_connection = True

    site.pages["/half"] = half
    packed = gzip.compress(b"We will stay. " * 99)
    site.put("/half-packed", packed[:-20], Content_Encoding="gzip")
    assert refusal(site, "/half") == "broke off before its end."
    assert refusal(site, "/half-packed") == "broke off before its end."


def babble(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail ready\r\n")


def test_no_http_at_all(site: Site) -> None:
    site.pages["/telnet"] = babble
    assert refusal(site, "/telnet").startswith("cannot be fetched: ")


def test_a_site_that_fails_again_and_again_is_left_alone(site: Site) -> None:
    fetcher = site.fetcher()
    site.put("/robots.txt", "", "text/plain")
    site.pages["/broken"] = babble
    for _ in range(3):
        with pytest.raises(ReadError, match="cannot be fetched"):
            fetcher.fetch(f"{site.url}/broken")
    with pytest.raises(ReadError, match="not fetched, for its site failed before: try again later"):
        fetcher.fetch(f"{site.url}/broken")
    assert site.asked.count("/broken") == 3


def test_a_site_that_asks_to_wait_is_left_alone(site: Site) -> None:
    fetcher = site.fetcher()
    site.fail("/busy", 429)
    with pytest.raises(ReadError, match="asks to come back later"):
        fetcher.fetch(f"{site.url}/busy")
    with pytest.raises(ReadError, match="failed before"):
        fetcher.fetch(f"{site.url}/other")


def test_without_another_rule_this_machine_is_closed(site: Site) -> None:
    site.put("/talk", "No.")
    with pytest.raises(ReadError, match="on this machine"):
        Fetcher(pause=0.0).fetch(f"{site.url}/talk")
    assert not site.asked


def stand_for(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name stand for these addresses."""

    def known(host: str, port: int, *args: object, **given: object) -> list[object]:
        return [
            (socket.AF_INET6 if ":" in each else socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port))
            for each in addresses
        ]

    monkeypatch.setattr(socket, "getaddrinfo", known)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.1", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "192.0.2.1"),
        *("fec0::1", "::7f00:1", "64:ff9b:1::a00:1", "fd00:ec2::254", "2001:db8::1"),
    ],
)
def test_addresses_that_are_not_public(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_for(monkeypatch, PUBLIC, address)
    with pytest.raises(ReadError, match="private network"):
        Fetcher(pause=0.0).fetch("http://gazette.example/talk")


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]", "0"]
)
def test_other_names_of_this_machine(host: str) -> None:
    with pytest.raises(ReadError, match=r"private network|not known|no http"):
        Fetcher(pause=0.0).fetch(f"http://{host}/talk")


@pytest.mark.parametrize("port", [22, 25, 6379, 65535])
def test_ports_that_are_not_the_webs(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_for(monkeypatch, PUBLIC)
    with pytest.raises(ReadError, match=f"is at port {port}, which is none of the web's"):
        Fetcher(pause=0.0).fetch(f"http://gazette.example:{port}/")


def test_a_name_that_means_something_else_a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *args: object) -> socket.socket:
        asked.append(address)
        stand_for(monkeypatch, "127.0.0.1")
        raise ConnectionRefusedError(111, "Connection refused")

    stand_for(monkeypatch, PUBLIC)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ReadError, match="cannot be fetched: connection refused"):
        Fetcher(pause=0.0).fetch("http://gazette.example/talk")
    assert asked == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://gazette.example/a", "file:///etc/hostname", "http://", "http://[", "http:///a"),
        *(
            "http://gazette.example:99999/",
            "http://gazette.example:0/",
            "http://gazette.example/a\r\nHost: x",
        ),
        *(
            "javascript:0",
            "http://a:b@gazette.example/",
            "http://ga zette.example/",
            f"http://{'a' * 70}.example/",
        ),
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(ReadError):
        Fetcher(pause=0.0).fetch(url)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("there is no openssl to make a certificate with")
    key, made = tmp_path / "key.pem", tmp_path / "both.pem"
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=gazette.example"]
    named = ["-addext", "subjectAltName=DNS:gazette.example", "-keyout", str(key), "-out", str(made)]
    subprocess.run([program, *words, *named], check=True, capture_output=True)
    made.write_bytes(made.read_bytes() + key.read_bytes())
    return made


def test_a_secured_site_has_to_prove_who_it_is(
    site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.secure(certificate)
    site.put("/talk", "<p>Q: When?</p>")
    stand_for(monkeypatch, "127.0.0.1")
    address = f"https://gazette.example:{site.port}/talk"
    with pytest.raises(ReadError, match="cannot be trusted, for its certificate is not valid"):
        site.fetcher().fetch(address)
    default = ssl.create_default_context
    monkeypatch.setattr(ssl, "create_default_context", lambda: default(cafile=str(certificate)))
    assert site.fetcher().fetch(address).data == b"<p>Q: When?</p>"
    with pytest.raises(ReadError, match="certificate is not valid"):
        site.fetcher().fetch(address.replace("gazette", "post"))


def test_a_password_is_not_told_again() -> None:
    with pytest.raises(ReadError) as caught:
        Fetcher(pause=0.0).fetch("https://ruiz:secret@gazette.example/talk")
    assert "secret" not in f"{caught.value} {caught.value.about}"
    assert shown("https://ruiz:se@cret@gazette.example/") == "https://gazette.example/"


def test_two_ways_to_write_one_address() -> None:
    assert as_kept("HTTP://Gazette.Example:80#top") == as_kept("http://gazette.example/")
    assert as_kept("https://gazette.example/A") != as_kept("https://gazette.example/a")


@pytest.mark.parametrize(
    ("url", "kind", "ending"),
    [
        ("/talk", "text/plain; charset=utf-8", ".txt"),
        ("/talk.md", "text/plain", ".md"),
        ("/talk.php", "text/html", ".html"),
        ("/get?id=3", "application/pdf", ".pdf"),
        ("/talk.srt", "application/octet-stream", ".srt"),
        ("/news.csv", "text/plain", ".csv"),
        ("/data", "text/csv", ".csv"),
        ("/talk", "", ""),
    ],
)
def test_the_kind_of_an_answer(url: str, kind: str, ending: str) -> None:
    address = f"http://gazette.example{url}"
    assert Fetched(address, address, b"", kind).origin.ending == ending


def test_an_encoding_that_only_the_server_knows(site: Site) -> None:
    text = "Вопрос: Когда?"
    said = "text/plain; charset=koi8-r"
    found = site.fetcher().fetch(site.put("/a", text.encode("koi8-r"), said))
    reading = readers.read_bytes(found.data, found.origin.url, found.origin)
    assert reading.text == text
    assert reading.reader.endswith(" charset/koi8-r")
    assert reading.sha256 == readers.read_bytes(found.data, "a.txt").sha256
    # the bytes themselves come first: UTF-8 that fits, and what a page says of itself
    found = site.fetcher().fetch(site.put("/b", text.encode(), said))
    assert readers.read_bytes(found.data, found.origin.url, found.origin).text == text
    page = f'<html><meta charset="windows-1251"><p>{text}</p>'.encode("cp1251")
    found = site.fetcher().fetch(site.put("/c", page, "text/html; charset=koi8-r"))
    reading = readers.read_bytes(found.data, found.origin.url, found.origin)
    assert (reading.text, "charset/" in reading.reader) == (text, False)


@pytest.mark.parametrize("charset", ["x-unheard-of", "utf-8", "ISO-8859-1", "zlib", "utf-7", '"'])
def test_an_encoding_that_says_nothing(charset: str, site: Site) -> None:
    data = "“Ja, natürlich.”".encode("cp1252")
    found = site.fetcher().fetch(site.put("/a", data, f"text/plain; charset={charset}"))
    reading = readers.read_bytes(found.data, found.origin.url, found.origin)
    assert (reading.text, reading.reader) == ("“Ja, natürlich.”", "text/1")


def test_a_pause_between_two_requests(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    site.put("/talk", "No.")
    # what has passed since the request before is not waited for again, and may be seconds on a busy machine
    Fetcher(pause=1_000.0, rule=site.rule).fetch(f"{site.url}/talk")
    assert len(slept) == 1
    assert 900 < slept[0] <= 1_000
    site.put(
        "/robots.txt", "User-agent: Verbale\nCrawl-delay: 29\n\nUser-agent: *\nDisallow: /", "text/plain"
    )
    Fetcher(pause=0.0, rule=site.rule).fetch(f"{site.url}/talk")
    assert 5 < slept[-1] <= 29


ROBOTS = """
User-agent: Other
User-agent: VERBALE   # us
Disallow: /private/
Disallow: /*?print
Allow: /private/press
Disallow: /exact$
Disallow: /%7Eruiz/
Disallow: /über

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        *(("/", True), ("/private/a", False), ("/private/press/1", True), ("/a/b?print=1", False)),
        *(("/exact", False), ("/exactly", True), ("/~ruiz/a", False), ("/%7eruiz/a", False)),
        *(("/%C3%BCber/a", False), ("/robots.txt", True)),
    ],
)
def test_the_rules_of_a_site(path: str, allowed: bool) -> None:
    assert Robots.of(ROBOTS, "Verbale").allows(path) is allowed


def test_rules_that_close_nothing() -> None:
    for rules in ("", "User-agent: *\nDisallow:\n", "Disallow: /", "<html>Not found</html>"):
        assert Robots.of(rules, "Verbale").allows("/a")
    assert not Robots.of("User-agent: *\nDisallow: /", "Verbale").allows("/a")


def test_errors_have_their_kind(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("/film", b"x", "video/mp4")
    with pytest.raises(UnknownFormat):
        site.fetcher().fetch(f"{site.url}/film")
    site.put("/long", b"a" * 10, "text/plain")
    monkeypatch.setattr(limits, "ORIGINAL", 9)
    with pytest.raises(TooLarge):
        site.fetcher().fetch(f"{site.url}/long")
