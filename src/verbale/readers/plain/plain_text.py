"""Plain text: the decoded file itself."""

from __future__ import annotations

from verbale.model.document import Reading
from verbale.readers.characters.encoding import decode
from verbale.readers.plain.quoted_lines import quoted_lines
from verbale.readers.result import finish

__all__ = ["READER", "read"]

READER = "text/1"


def read(data: bytes, name: str) -> Reading:
    r"""Reads plain text in any encoding; every line end and blank stays as it is.

    Raises:
        NotText: The bytes are no text.
        TooLarge: The text is too long.

    >>> read("Вопрос: Когда?\r\n".encode("cp1251"), "a.txt").text
    'Вопрос: Когда?\r\n'
    """
    text = decode(data, name)
    return finish(data, name, READER, text, block_quotes=quoted_lines(text))
