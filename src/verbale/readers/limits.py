"""How large, how deep and how slow an original may be before it is refused; one place for all of them.

The limits are far above what a transcript needs (a whole day of parliament has about 1.5 million
characters) and low enough that no single file can stop the rest from going through.
"""

from __future__ import annotations

__all__ = [
    "ARCHIVE_MEMBERS",
    "ARCHIVE_NESTING",
    "ARCHIVE_RATIO",
    "ARCHIVE_UNPACKED",
    "ATTRIBUTES",
    "CHARACTERS",
    "COLUMNS",
    "CUES",
    "DIRECTORY",
    "ELEMENTS",
    "FEED_TAGS",
    "FRONT_MATTER",
    "HEADER",
    "HEADERS",
    "MAIL_LINES",
    "MAIL_WORK",
    "MAIN_TEXT_DEPTHS",
    "MAIN_TEXT_ELEMENTS",
    "NESTING",
    "ORIGINAL",
    "PACKAGE_PARTS",
    "PACKAGE_RATIO",
    "PACKAGE_UNPACKED",
    "PARTS",
    "PART_HEADER",
    "PDF_CPU_SECONDS",
    "PDF_CPU_SECONDS_PER_PAGE",
    "PDF_MEMORY",
    "PDF_PAGES",
    "PDF_SECONDS",
    "ROWS",
    "RTF",
    "TREE",
    "TURNS",
]

ORIGINAL = 50_000_000
"""Bytes of an original of any format."""

CHARACTERS = 20_000_000
"""Code points of a text."""

TREE = 20_000_000
"""Bytes of an HTML or XML original: its tree takes about thirty times that in memory."""

TURNS = 200_000
"""Turns that a format tags; a day of parliament has a few thousand."""

NESTING = 1_900
"""Elements inside one another in HTML; old pages that never close their `<font>` reach hundreds."""

ATTRIBUTES = 2_000
"""Attributes of one element of a page: they are compared with one another."""

ELEMENTS = 250_000
"""Elements of a page."""

HEADER = 8_000
"""Characters of one header of an e-mail."""

PART_HEADER = 2_000
"""Characters of one header that tells what a part of an e-mail is; each is parsed several times."""

HEADERS = 300_000
"""Characters of all long headers of an e-mail and its parts."""

PARTS = 10_000
"""Parts of an e-mail."""

MAIL_LINES = 3_000_000
"""Lines of an e-mail."""

MAIL_WORK = 50_000_000
"""Lines of an e-mail times the depth of its parts: every line is compared with each border around it."""

MAIN_TEXT_ELEMENTS = 30_000
"""Elements up to which trafilatura looks for the main text; its time grows faster than the page."""

FEED_TAGS = 300_000
"""Tags of a feed: feedparser takes ten microseconds and more for each."""

FRONT_MATTER = 32_000
"""Characters of a YAML front matter; what is longer is text."""

MAIN_TEXT_DEPTHS = 1_000_000
"""The depths of all elements of a page together, up to which trafilatura looks for the main text."""

PACKAGE_UNPACKED = 200_000_000
"""Bytes of all parts of a DOCX, ODT or EPUB once unpacked."""

PACKAGE_RATIO = 200
"""How many times its packed size one part of a package may unpack to; Word's own XML reaches 60."""

PACKAGE_PARTS = 5_000
"""Parts in a DOCX, ODT or EPUB."""

ARCHIVE_MEMBERS = 20_000
"""Files in an archive, those in archives inside it counted too."""

ARCHIVE_UNPACKED = 1_000_000_000
"""Bytes of all files of an archive once unpacked."""

ARCHIVE_RATIO = 300
"""How many times its size an archive may unpack to; a large text packs to a tenth or, with xz, less."""

DIRECTORY = 100_000
"""Entries in the directory of a zip archive, those of archives stored inside counted too."""

ARCHIVE_NESTING = 2
"""Archives inside one another: a file in an archive in an archive is still read."""

CUES = 200_000
"""Cues of a caption file; a day of television has about 30,000."""

COLUMNS = 20_000
"""Columns of a table."""

ROWS = 200_000
"""Rows of a table."""

RTF = 10_000_000
"""Bytes of an RTF file, its pictures left out."""

PDF_PAGES = 3_000
"""Pages of a PDF."""

PDF_SECONDS = 60.0
"""Seconds by the clock for reading the pages of one PDF."""

PDF_CPU_SECONDS = 7.0
"""Seconds of CPU time for reading the first page of a PDF; a usual page takes a fortieth of one."""

PDF_CPU_SECONDS_PER_PAGE = 0.25
"""Seconds of CPU time that each further page adds."""

PDF_MEMORY = 900_000_000
"""Bytes that the process that reads PDFs may hold more than at its start."""
