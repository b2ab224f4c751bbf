"""What a page sets apart as somebody's words: block quotations, pull quotes, and who signs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

__all__ = ["is_block_quote", "is_quoting_caption", "is_signature", "quote_mark"]

_BLOCKS = frozenset({"div", "aside", "section", "figure", "p"})
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:(?:pull|block)[-_]?quotes?|quote[-_]?(?:block|box))(?:$|[\s_-])"
    # a "stock-quote" is a price
    r"|(?:^|\s)(?:(?:[a-z]{1,2}|article|story|inline|big)[-_]{1,2})?quote(?:[-_]{1,2}(?:text|body|content))?(?:$|\s)",
    re.IGNORECASE,
)
_SIGNING = frozenset({"cite", "footer", "figcaption"})
_SIGNED = re.compile(
    r"(?:^|[\s_-])(?:cite|citation|attribution|author|source|byline|credit|signature|speaker|name|caption)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
# a title that the words themselves name stands inside a sentence
_BEFORE_NAME = frozenset(".!?…”\"'’»)—–-―。！？")
_ENDS = frozenset(".!?…。！？")
_OPEN = frozenset("“\"„«‘'「『")
_QUOTING = re.compile(r"[“\"„«]\w+(?:[^\w“”\"„«»]+\w+){3,}[^\w“”\"„«»]*[”\"“»]")
_LONGEST, _BEHIND, _PARTS, _CAPTION = 200, 120, 40, 600


def is_block_quote(element: etree._Element) -> bool:
    """Whether an element is set apart as a quotation, by its kind or by what the page calls it.

    >>> from lxml import html
    >>> is_block_quote(html.fromstring('<aside class="pull-quote">We stay.</aside>'))
    True
    """
    if element.tag == "blockquote":
        # a post that is not there yet is a link to it
        return bool(_words(_outside_links(element), 1)) or len(element) > _PARTS
    if element.tag not in _BLOCKS:
        return False
    named = f"{element.get('class') or ''} {element.get('data-component') or ''}"
    if "uote" not in named and "UOTE" not in named:
        return False
    # the blockquote inside has the very words
    return _NAMED.search(named) is not None and element.find(".//blockquote") is None


def _outside_links(element: etree._Element) -> Iterator[object]:
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        if event == "start" and each.tag == "a":
            walk.skip_subtree()
        elif event == "start":
            yield each.text or ""
        if event == "end" and each is not element:
            yield each.tail or ""


def is_signature(element: etree._Element, block: etree._Element | None, before: str) -> bool:
    """Whether an element names whose words a block quotation has: the end of it, or right behind it.

    Args:
        element: The element.
        block: The block quotation around it, if it stands in one.
        before: The last sign of the words before it in the block, "" where there are none.
    """
    if element.tag not in _SIGNING and not _SIGNED.search(element.get("class") or ""):
        return False
    words = _words(element.itertext(), _LONGEST)
    if not words or len(words) > (_BEHIND if words[-1] in _ENDS else _LONGEST):
        return False
    if block is None:
        return _is_behind_block(element)
    rest = _words(_after(element, block), _BEHIND)
    return before in _BEFORE_NAME and len(rest) <= _BEHIND and rest[-1:] not in _ENDS


def _words(parts: Iterator[object], most: int) -> str:
    """Some words of parts of a page, without white space at the ends; a few more than are wanted."""
    found = ""
    for part in islice(parts, _PARTS):
        found += str(part)
        if len(found.strip()) > most:
            break
    return found.strip()


def _is_behind_block(element: etree._Element) -> bool:
    before = element.getprevious()
    if before is None or (before.tail or "").strip():
        return False
    return is_block_quote(before) or (before.tag in _BLOCKS and before.find(".//blockquote") is not None)


def _after(element: etree._Element, block: etree._Element) -> Iterator[object]:
    """The words of a block behind one of its elements."""
    node: etree._Element | None = element
    while node is not None and node is not block:
        yield node.tail or ""
        for sibling in node.itersiblings():
            yield from sibling.itertext()
            yield sibling.tail or ""
        node = node.getparent()


def is_quoting_caption(element: etree._Element) -> bool:
    """Whether the words under a picture quote somebody.

    >>> from lxml import html
    >>> is_quoting_caption(html.fromstring("<figcaption>“We stay on the bank,” says Moor.</figcaption>"))
    True
    """
    return element.tag == "figcaption" and _QUOTING.search(_words(element.itertext(), _CAPTION)) is not None


def quote_mark(element: etree._Element, before: str, *, inner: bool) -> tuple[str, str] | None:
    """The marks in which every program shows a `q`, None where its writer typed some.

    Args:
        element: The `q`.
        before: The last sign before it.
        inner: Whether it stands in another.
    """
    written = _words(element.itertext(), 1)
    if not written or before in _OPEN or (written[0] in _OPEN and not inner):
        return None
    return ("‘", "’") if inner else ("“", "”")
