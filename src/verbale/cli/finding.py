"""Commands that find and show: search, show, quotations."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale import api
from verbale.api import Record
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordFolder, existing
from verbale.cli.terminal import line_width, output, print_json, print_line, print_wrapped, without_colour
from verbale.errors import NoSuchDocument
from verbale.model.document import Document
from verbale.model.quotation import QuotationKind
from verbale.model.search import Hit
from verbale.model.text import Span
from verbale.telling.documents import known_of, parts
from verbale.telling.json_forms import quotations_as_json
from verbale.telling.marked_words import segments
from verbale.telling.small_words import count, day, named_speaker, quoted_words
from verbale.telling.verdicts import base_words

if TYPE_CHECKING:
    from rich.console import Console


__all__ = ["quotations", "search", "show"]


class Order(StrEnum):
    """How hits are sorted."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


ORDERS: dict[Order, Literal["relevance", "date", "-date"]] = {
    Order.RELEVANCE: "relevance",
    Order.NEWEST: "-date",
    Order.OLDEST: "date",
}


def search(
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY",
            help='Words, "phrases", AND OR NOT, speaker:lee, outlet:wire, kind:brief, date:2024..2025-06.',
        ),
    ],
    *,
    record: RecordFolder = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many passages to print.")] = 10,
    order: Annotated[Order, typer.Option(help="What comes first.")] = Order.RELEVANCE,
    as_json: AsJson = False,
) -> None:
    """Find passages in a record."""
    with existing(record) as opened:
        found = opened.search(query, limit=limit, order=ORDERS[order])
        known = opened.info()
    if as_json:
        print_json(found)
        return
    console = output()
    for hit in found:
        tell_hit(console, hit)
    shown = f", {len(found)} shown" if len(found) < found.total else ""
    print_line(console, f"{count(found.total, 'passage')} in {base_words(known)}{shown}.", "dim")


def tell_hit(console: Console, hit: Hit) -> None:
    """Print a passage: its words with what was found marked, then its place."""
    from rich.text import Text  # noqa: PLC0415

    from verbale.cli.styled_words import marked_text  # noqa: PLC0415

    cut = segments(hit.snippet, Span(0, len(hit.snippet)), hit.marks)
    words = marked_text(cut, "bold yellow", plain=without_colour(console))
    before = "…" if hit.span.start < hit.snippet_span.start else ""
    after = "…" if hit.snippet_span.end < hit.span.end else ""
    width = line_width(console)
    print_wrapped(console, Text(), Text.assemble(before, words, after), width)
    where = [day(hit.said_on)] if hit.said_on else []
    if hit.speaker or hit.role:
        via = f" through {hit.via}" if hit.via and hit.via != hit.speaker else ""
        where.insert(0, f"{named_speaker(hit.speaker, hit.role)}{via}")
    print_wrapped(console, Text("  "), Text(", ".join([*where, hit.name]), style="dim"), width)
    console.print()


def show(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="The id of a document, or the name of its file.")
    ],
    *,
    record: RecordFolder = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Show a document of a record, and who says what in it."""
    with existing(record) as opened:
        found = named(opened, document)
    if as_json:
        print_json(found)
    else:
        tell_document(output(), found)


def named(opened: Record, name: str) -> Document:
    """The document of that id or file name.

    Raises:
        NoSuchDocument: there is none, or several files are named so.
    """
    return opened.document(id_of(opened, name))


def id_of(opened: Record, name: str, *, removed: bool = False) -> str:
    """The id of the document, or of the removed one, of that id or file name; the name where there is none.

    Raises:
        NoSuchDocument: several files are named so.
    """
    ids = [known.id for known in opened.documents(removed=removed) if name in {known.id, known.name}]
    if len(ids) > 1:
        listed = ", ".join(ids[:5])
        raise NoSuchDocument(f"{len(ids)} documents are named {name}; give an id: {listed}.", name)
    return ids[0] if ids else name


def tell_document(console: Console, document: Document) -> None:
    """Print a document: its title, what is known of it, and its words with their speakers."""
    print_line(console, document.title or document.name, "bold")
    print_line(console, ", ".join(known_of(document)), "dim")
    for heading, words in parts(document):
        console.print()
        if heading:
            print_line(console, heading, "bold")
        for paragraph in words.splitlines():
            if paragraph.strip():
                print_line(console, paragraph.strip())


def quotations(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - reads standard input.")],
    *,
    as_json: AsJson = False,
) -> None:
    """List the quotations of a text, each with its speaker.

    No record is needed. Where the text does not say whose words they are, nobody is named.
    """
    name = "standard input"
    document = api.read(sys.stdin.buffer.read(), name=name) if file == "-" else api.read(Path(file))
    found = api.quotations(document)
    if as_json:
        print_json(quotations_as_json(document, found))
        return
    console = output()
    for quotation in found:
        text = quoted_words(document.text, quotation)
        via = f" through {quotation.via}" if quotation.via and quotation.via != quotation.speaker else ""
        # marks are for words that stand between marks; the rest is the reporter's wording
        own_marks = quotation.kind is QuotationKind.INDIRECT or any(mark in text for mark in '“”"„«»')
        shown = " ".join(text.split())
        print_line(console, shown if own_marks else f"“{shown}”")
        print_line(console, f"  {named_speaker(quotation.speaker)}{via}", "dim")
    print_line(console, f"{count(len(found), 'quotation')} in {document.name}.")
