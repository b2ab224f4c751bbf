"""E-mail (EML): the body as text, the header as metadata; what it answers, its signature are boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from typing import Any

from verbale.errors import NotText, TooLarge
from verbale.model.document import BlockQuote, Reading
from verbale.model.text import Span
from verbale.readers import limits
from verbale.readers.characters.encoding import decode
from verbale.readers.file_names import printable
from verbale.readers.flow import Flow
from verbale.readers.html.layout import is_silent, set_tree
from verbale.readers.plain.quoted_lines import quoted_lines
from verbale.readers.result import finish
from verbale.readers.tree import check_size, html_tree
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["READER", "read"]

READER = "mail/2"

# the line that a mail program sets above a quoted message, in the languages whose programs are common
_WROTE = pattern(rf"[^\n]{{0,200}}(?:{remark(listed_words('wrote'))})[^\n]{{0,80}}:[ \t]*", re.IGNORECASE)
_WROTE_LENGTH = 400
_DAY_OR_ADDRESS = re.compile(r"[\d@]")
_NAMED_BELOW = re.compile(r"\n[ \t>]*[—–―-]{1,2}[^\S\n]*[^\W\d_a-z][^\n]{1,120}\s*\Z")
_SIGNATURE = re.compile(r"^-- ?\n.*\Z", re.MULTILINE | re.DOTALL)


class _Headers:
    """Headers by the standard library's rules; one that these choke on says nothing."""

    def __init__(self) -> None:
        self._known = HeaderRegistry()

    def __call__(self, field: str, value: str) -> Any:
        try:
            return self._known(field, value)
        except MemoryError:
            raise
        except Exception:  # many kinds, with the broken words of a header
            return self._known(field, "")


_POLICY: EmailPolicy[EmailMessage] = EmailPolicy(header_factory=_Headers())


def read(data: bytes, name: str) -> Reading:
    r"""Reads a message: its plain text, else its HTML; attachments are left out.

    Raises:
        NotText: It has no body with words.
        TooLarge: A header or an HTML body passes a limit.

    >>> head = b"Subject: The ferry\nFrom: Ana Ruiz <ana@gazette.example>\nDate: Tue, 4 Mar 2025 23:30 EST\n"
    >>> reading = read(head + b"\nNo.\n", "a.eml")
    >>> reading.text, reading.title, reading.author, reading.published_on
    ('No.\n', 'The ferry', 'Ana Ruiz', datetime.date(2025, 3, 4))
    """
    check_size(data, name, "e-mail")
    _check_lines(data, name)
    try:
        message = message_from_bytes(data, policy=_POLICY)
        _check_headers(message, name)
    except RecursionError as error:
        raise TooLarge(f"{printable(name)} nests its parts too deep.", name) from error
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None or part.get_content_maintype() != "text":
        raise NotText(f"{printable(name)} is a message without a text.", name)
    body = _words(part, name)
    flow = Flow()
    if part.get_content_subtype() == "html":
        root = html_tree(body, name)
        found = root.find("body")
        set_tree(root if found is None else found, flow, is_silent)
    text = flow.text or body.replace("\r\n", "\n").replace("\r", "\n")
    replies, quotes = _parted(text, flow.block_quotes() if flow.length else quoted_lines(text))
    signature = _SIGNATURE.search(text)
    below = [Span(signature.start(), len(text.rstrip()))] if signature else []
    return finish(
        data,
        name,
        READER,
        text,
        title=_header(message, "subject"),
        author=_sender(message),
        published_on=_day(message),
        language=_header(message, "content-language"),
        headings=flow.headings,
        emphasis=flow.emphasis,
        boilerplate=[*flow.boilerplate, *flow.captions, *replies, *below],
        block_quotes=quotes,
    )


_BORDER = re.compile(
    rb"^(?:--(?P<border>[^\r\n]{1,200})|(?:Content-Type:|[ \t])[^\r\n]{0,500}?\bboundary\s{0,9}=\s{0,9}"
    rb"(?:\"(?P<quoted>[^\"\r\n]{1,200})|(?P<plain>[^\s;\"]{1,200})))",
    re.MULTILINE | re.IGNORECASE,
)


def _check_lines(data: bytes, name: str) -> None:
    """The standard library holds every line of every part, against the border of every part around it."""
    lines = data.count(b"\n")
    if lines > limits.MAIL_LINES:
        raise TooLarge(
            f"{printable(name)} is an e-mail of {lines:,} lines; the limit is {limits.MAIL_LINES:,}.", name
        )
    most = limits.MAIL_WORK // (lines or 1)
    if _depth(data, most) > most:
        raise TooLarge(f"{printable(name)} nests its parts too deep.", name)


def _depth(data: bytes, most: int) -> int:
    """How many parts stand inside one another, by the borders that they announce; no more than `most` + 1."""
    open_: dict[bytes, int] = {}
    deepest = 1
    for found in _BORDER.finditer(data):
        if (announced := found["quoted"] or found["plain"]) is not None:
            open_.setdefault(announced, len(open_))
            deepest = max(deepest, len(open_))
            if deepest > most:
                break
            continue
        border = found["border"].rstrip()
        closed = border.removesuffix(b"--")
        if (place := open_.get(border, open_.get(closed))) is not None:
            for inner in list(open_)[place + (border not in open_) :]:
                if inner != border:
                    del open_[inner]
    return deepest


def _check_headers(message: EmailMessage, name: str) -> None:
    """The standard library takes time that grows with the square of a header's length."""
    parts = long = 0
    for part in message.walk():
        parts += 1
        for field, value in part.raw_items():
            size = len(str(value))
            most = limits.PART_HEADER if field.lower().startswith("content-") else limits.HEADER
            if size > most:
                raise TooLarge(f"{printable(name)} has a header of more than {most:,} characters.", name)
            long += size if size > _SHORT else 0
    if parts > limits.PARTS or long > limits.HEADERS:
        raise TooLarge(f"{printable(name)} has more parts, or longer headers, than the limits allow.", name)


_SHORT = 300


def _words(part: MIMEPart, name: str) -> str:
    raw = part.get_payload(decode=True)
    return decode(raw if isinstance(raw, bytes) else b"", name, part.get_content_charset())


def _header(message: EmailMessage, field: str) -> str | None:
    value = message[field]
    return str(value) if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    written = _header(message, "from") or ""
    found = re.match(r"\s*\"?([^\"<>@]{1,200}?)\"?\s*<", written)
    return found[1].strip() if found else None


def _day(message: EmailMessage) -> date | None:
    """The day as the sender's clock had it."""
    when = getattr(message["date"], "datetime", None)
    return when.date() if when is not None else None


def _parted(text: str, quotes: Iterable[BlockQuote]) -> tuple[list[Span], list[BlockQuote]]:
    """The messages that are answered, each with the line that a mail program set above it, and quotations."""
    replies: list[Span] = []
    others: list[BlockQuote] = []
    for quote in quotes:
        start = _wrote(text, quote.span.start)
        above = text[max(0, quote.span.start - _WROTE_LENGTH) : quote.span.start]
        announced = above.rstrip().endswith((":", "："))
        named = quote.signature is not None or _NAMED_BELOW.search(quote.span.of(text)) is not None
        if start == quote.span.start and (announced or named):
            others.append(quote)
        else:
            replies.append(Span(start, quote.span.end))
    return replies, others


def _wrote(text: str, start: int) -> int:
    """Where the line begins that says whose words are quoted from `start`; `start` where there is none."""
    first = max(0, start - _WROTE_LENGTH)
    above = text[first:start].rstrip("\n")
    if not above.rstrip(" \t").endswith(":"):
        return start
    line = above.rfind("\n") + 1
    if not (line or not first) or not _WROTE.fullmatch(above, line):
        return start
    # a program gives the day or the address; whoever only says who wrote tells it himself
    return first + line if _DAY_OR_ADDRESS.search(above, line) else start
