"""A real web server on this machine, and a fetcher that is let through to it and to nothing else."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from verbale.readers.web.fetching import Fetcher
from verbale.readers.web.open_network import why_closed

Answer = tuple[int, dict[str, str], bytes]
Page = Answer | Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What is answered at each path, and which paths were asked for."""

    url: str
    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    secure: Callable[[Path], None] = field(default=lambda certificate: None)

    def put(self, path: str, body: bytes | str, kind: str = "text/html", **headers: str) -> str:
        """Lay something at a path; its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, {"Content-Type": kind, **named}, data)
        return self.url + path

    def fail(self, path: str, status: int, **headers: str) -> str:
        """Let a path answer with an error, or lead elsewhere; its address."""
        self.pages[path] = (status, headers, b"")
        return self.url + path

    def rule(self, address: str, port: int) -> str | None:
        """The rule of the open network, but for this very server."""
        return None if (address, port) == ("127.0.0.1", self.port) else why_closed(address, port)

    def fetcher(self) -> Fetcher:
        """A fetcher that may fetch from this server."""
        return Fetcher(pause=0.0, rule=self.rule)

    @property
    def makes_fetchers(self) -> Callable[[], Fetcher]:
        """What tests put in the place of the class, where the product makes its own fetcher."""
        return partial(Fetcher, pause=0.0, rule=self.rule)


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    """A site without pages."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            page = site.pages.get(self.path, (404, {}, b""))
            with contextlib.suppress(OSError):
                if callable(page):
                    page(self)
                else:
                    self.answer(*page)

        def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the standard library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    site = Site(f"http://127.0.0.1:{server.server_port}", server.server_port)

    def secure(certificate: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)

    site.secure = secure
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
