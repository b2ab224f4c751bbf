"""E-mail (EML): the body as text, the header as metadata; quoted replies and signatures are furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from typing import Any

from verbale.errors import NotText, TooLarge
from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.readers import limits
from verbale.readers.encoding import decode
from verbale.readers.flow import Flow
from verbale.readers.layout import is_silent, set_tree
from verbale.readers.names import printable
from verbale.readers.result import finish
from verbale.readers.tree import check_size, html_tree

__all__ = ["READER", "read"]

READER = "mail/1"

_QUOTED = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
# the line that a mail program sets above a quoted message, in the languages whose programs are common
_WROTE = re.compile(
    r"^[^\n]{0,200}(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|пишет|написал\w*|написав)"
    r"[^\n]{0,80}:[ \t]*\n+\Z",
    re.MULTILINE | re.IGNORECASE,
)
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
    try:
        message = message_from_bytes(data, policy=_POLICY)
    except RecursionError as error:
        raise TooLarge(f"{printable(name)} nests its parts too deep.", name) from error
    # the standard library takes time that grows with the square of a header's length
    if any(len(value) > limits.HEADER for each in message.walk() for _, value in each.raw_items()):
        raise TooLarge(f"{printable(name)} has a header of more than {limits.HEADER:,} characters.", name)
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
        furniture=[*flow.furniture, *_not_the_message(text)],
    )


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


def _not_the_message(text: str) -> Iterator[Span]:
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    for quoted in _QUOTED.finditer(text, 0, end):
        start = quoted.start()
        above = text.rfind("\n", 0, max(0, start - 400))
        if wrote := _WROTE.search(text, above + 1, start):
            start = wrote.start()
        yield Span(start, start + len(text[start : quoted.end()].rstrip()))
    if signature:
        yield Span(signature.start(), signature.start() + len(signature[0].rstrip()))
