"""A page made plain for trafilatura, which leaves out words that are part of the text.

It takes every `time` and `label` for furniture, the inserted words of a correction too, and looks at prose
only where it stands in paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from verbale.readers.html.unsaid import raised_number

__all__ = ["make_plain"]

_FURNITURE = ("time", "label", "ins", "output", "legend", "noindex", "mark", "data", "q")
_CONTAINERS = ("article", "main", "section", "div", "td", "body")
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i"),
        *(
            "kbd",
            "mark",
            "q",
            "ruby",
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "tt",
            "u",
            "var",
            "wbr",
        ),
    }
)


def make_plain(body: etree._Element) -> None:
    """Sets a page's words where trafilatura looks for them; nothing is added and nothing taken away.

    Args:
        body: The page's body, which is changed.
    """
    for element in body.iter(*_FURNITURE):
        if element.tag == "q" or _stands_in_prose(element):
            element.attrib.clear()
            element.tag = "span"
    for element in body.iter("sup"):
        element.text = raised_number(element) or element.text
    for container in list(body.iter(*_CONTAINERS)):
        if any(child.tag == "p" for child in container):
            _in_paragraphs(container)


def _stands_in_prose(element: etree._Element) -> bool:
    """Whether words stand beside it in its line: it is no stamp or field of its own."""
    before, above = element.getprevious(), element.getparent()
    ahead = before.tail if before is not None else above.text if above is not None else None
    return bool((ahead or "").strip() or (element.tail or "").strip())


def _in_paragraphs(container: etree._Element) -> None:
    """Gives loose lines between the paragraphs of a container paragraphs of their own."""
    for line in list(_loose(container)):
        if isinstance(line, etree._Element):
            line.tag = "p"
            continue
        start, words = line
        made = etree.SubElement(container, "p")
        made.text, made.tail = words, None
        if start is None:
            container.text = None
            container.insert(0, made)
        else:
            start.tail = None
            container.insert(container.index(start) + 1, made)
        node = made.getnext()
        while node is not None and node.tag in _INLINE:
            made.append(node)
            node = made.getnext() if not _ends_line(node, made) else None


def _loose(container: etree._Element) -> Iterator[etree._Element | tuple[etree._Element | None, str]]:
    """Divisions that hold nothing but a line, and words that stand in none, with what stands before them."""
    if (container.text or "").strip():
        yield None, container.text or ""
    for child in container:
        if child.tag == "div" and all(each.tag in _INLINE for each in child.iterdescendants()):
            yield child
        if child.tag not in _INLINE and (child.tail or "").strip():
            yield child, child.tail or ""


def _ends_line(node: etree._Element, made: etree._Element) -> bool:
    return node.getparent() is made and made.getnext() is None
