"""Plain text, tables and captions of a shape that nobody writes."""

from __future__ import annotations

from tests.readers.bombs.registry import bomb
from tests.readers.making import (
    page,
)


@bomb("labels.txt", "read", is_long=True)
def labels() -> bytes:
    return b"Q: Will you go?\nA: No.\n" * 50_000


@bomb("own-labels.txt", "read")
def own_labels() -> bytes:
    return "".join(f"Mr. {_name(n)}: No.\n\n" for n in range(10_000)).encode()


def _name(number: int) -> str:
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 26)
        letters += chr(97 + rest)
    return letters.title() + "son"


@bomb("bold-labels.md", "read")
def bold_labels() -> bytes:
    return "".join(f"**{_name(n)} Marr:** No.\n\n" for n in range(10_000)).encode()


@bomb("bold-labels.html", "read", is_long=True)
def bold_labels_html() -> bytes:
    return page("".join(f"<p><b>{_name(n)} Marr:</b> No.</p>" for n in range(8_000)))


@bomb("one-line.txt")
def one_line() -> bytes:
    return b"no comment, " * 4_100_000


@bomb("one-line-19-mb.txt", "read", is_long=True)
def one_line_read() -> bytes:
    return b"no comment, " * 1_600_000


@bomb("one-word.txt", "read", is_long=True)
def one_word() -> bytes:
    return b"a" * 19_000_000


@bomb("one-line.md", "read", is_long=True)
def one_line_markdown() -> bytes:
    return b"**No** comment, _she_ said: [a](b) " * 100_000


@bomb("one-line.html", "read", is_long=True)
def one_line_html() -> bytes:
    return b"<p>" + b"no comment, " * 150_000


@bomb("one-line.rtf", "read", is_long=True)
def one_line_rtf() -> bytes:
    return rb"{\rtf1 " + b"no comment, " * 800_000 + b"}"


@bomb("one-line.csv", is_long=True)
def one_line_csv() -> bytes:
    return b"," * 40_000_000


@bomb("one-field.csv", "read", is_long=True)
def one_field() -> bytes:
    return b"text\n" + b"no comment, " * 3_400_000


@bomb("one-quoted-field.csv", is_long=True)
def one_quoted_field() -> bytes:
    return b'text\n"' + b"no comment, " * 3_400_000


@bomb("one-field-19-mb.csv", "read", is_long=True)
def one_field_read() -> bytes:
    return b'text\n"' + b"no comment, " * 1_600_000 + b'"\n'


@bomb("many-columns.csv")
def many_columns() -> bytes:
    head = ",".join(f"c{n}" for n in range(20_001)).encode() + b",text\n"
    return head + b"x\n" * 100_000


@bomb("many-rows.csv", "read", is_long=True)
def many_rows() -> bytes:
    return b"speaker,text\n" + b"Ana,No.\n" * 60_000


@bomb("too-many-rows.csv", is_long=True)
def too_many_rows() -> bytes:
    return b"speaker,text\n" + b"Ana,No.\n" * 1_000_000


@bomb("many-documents.csv", is_long=True)
def many_documents() -> bytes:
    return b"title,text\n" + b"The ferry,No.\n" * 60_000


@bomb("long-number.jsonl")
def long_number() -> bytes:
    return b'{"text": ' + b"9" * 3_000_000 + b"}\n"


@bomb("quotes.csv")
def quotes() -> bytes:
    return b"text\n" + b'"' * 15_000_001


@bomb("short-lines.txt", "read")
def short_lines() -> bytes:
    return b"no\n" * 1_000_000


@bomb("short-label-lines.txt", "read", is_long=True)
def short_label_lines() -> bytes:
    return b"Q: Why?\n" * 300_000


@bomb("short-lines.md", "read", is_long=True)
def short_lines_markdown() -> bytes:
    return b"- no\n# a\n" * 100_000


@bomb("blank-lines.txt", "read", is_long=True)
def blank_lines() -> bytes:
    return b"Q: Why?" + b"\n \t\n" * 2_000_000 + b"A: No."


@bomb("colons.txt", "read", is_long=True)
def colons() -> bytes:
    return b"a:" * 5_000_000


@bomb("quote-marks.txt", "read")
def quote_marks() -> bytes:
    return "“‘(« ".encode() * 1_000_000 + b"No."


@bomb("brackets.txt", "read", is_long=True)
def brackets() -> bytes:
    return b"Q: " + b"(" * 3_000_000 + b"[" * 3_000_000 + b"No."


@bomb("marks.md", "read", is_long=True)
def marks() -> bytes:
    return b"*" * 5_000_000 + b"No. " + b"_" * 5_000_000 + b"`" * 5_000_000


@bomb("cues.vtt", is_long=True)
def cues() -> bytes:
    return b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\n<v Ana>No.\n\n" * 300_000


@bomb("many-cues.vtt", "read")
def cues_read() -> bytes:
    return (
        b"WEBVTT\n\n"
        + b"00:01.000 --> 00:02.000\n<v Ana>No.\n\n" * 30_000
        + (b"00:01.000 --> 00:02.000\n<v Tom>No.\n\n" * 30_000)
    )


@bomb("one-cue.srt", "read", is_long=True)
def one_cue() -> bytes:
    return b"1\n00:00:01,000 --> 00:00:02,000\n" + b"no comment\n" * 300_000


@bomb("angles.vtt", "read", is_long=True)
def angles() -> bytes:
    return b"WEBVTT\n\n00:01.000 --> 00:02.000\nNo. " + b"<v " * 3_000_000 + b"{\\" * 2_000_000


@bomb("blank-to-fill-in.txt", "read")
def blank_to_fill_in() -> bytes:
    return b"Elena Marr" + b"_" * 300_000 + b": We go.\n\nTom Moor: No.\n\nElena Marr: Yes.\n"
