"""Where fetched bytes came from, and what was said there of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from verbale.model.document import Reading
from verbale.readers.characters.encoding import as_utf8
from verbale.readers.formats import Format

__all__ = ["Origin", "Original"]

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*[A-Za-z0-9_.:-]{2,40}""")
_HEAD = 4096
# what servers say of everything when nobody told them otherwise says nothing
_SAID_BY_DEFAULT = frozenset({"iso-8859-1", "latin1", "us-ascii", "ascii"})


@dataclass(frozen=True, slots=True)
class Origin:
    """What the place of an original says of it: its address, the suffix of its format, its encoding.

    `ending` counts instead of the suffix of the address; `charset` counts where the bytes are not
    UTF-8 and do not name an encoding themselves.
    """

    url: str
    ending: str = ""
    charset: str | None = None

    def read(self, data: bytes, found: Format, reader: Callable[[bytes], Reading]) -> Reading:
        """What a reader makes of the original, with what its place says of it.

        Where only the place knows the encoding, the reader is given UTF-8, and its name says so: the
        text is then a function of the bytes and of that name.
        """
        told = self._in_utf8(data, found)
        if told is None:
            return replace(reader(data), url=self.url)
        reading = reader(told)
        return replace(
            reading,
            url=self.url,
            sha256=hashlib.sha256(data).hexdigest(),
            reader=f"{reading.reader} charset/{self.charset}",
        )

    def _in_utf8(self, data: bytes, found: Format) -> bytes | None:
        if not self.charset or self.charset in _SAID_BY_DEFAULT or found.encoding == "inside":
            return None
        if found.encoding == "declared" and _DECLARED.search(data[:_HEAD]):
            return None
        return as_utf8(data, self.charset)


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of an original, and where they came from if they were fetched."""

    data: bytes = field(repr=False)
    origin: Origin | None = None
