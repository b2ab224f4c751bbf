"""Styles of Word documents: which make headings, quotations, bold, struck or hidden words."""

from __future__ import annotations

import re

from lxml import etree

__all__ = ["Styles", "W", "is_on", "is_outlined", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
# the names are the same in Word of every language; those of other programs and of writers are like them
_QUOTES = re.compile(r"\b(?:block|pull)?[ -]?quot(?:e|ation)s?\b|\bblock text\b", re.IGNORECASE)
_INDENTED = 360


class Styles:
    """What a document's styles say, by id; a style takes after the one it is based on.

    Args:
        styles: The element that holds the styles.
    """

    def __init__(self, styles: etree._Element) -> None:
        self._elements = {element.get(f"{W}styleId"): element for element in styles.iter(f"{W}style")}
        self._default = next(
            (
                style
                for style, element in self._elements.items()
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true"}
            ),
            None,
        )
        self._headings: dict[str | None, bool] = {None: False}
        self._quotes: dict[str | None, bool] = {None: False}
        self._toggles: dict[tuple[str | None, str], bool] = {}

    def of(self, paragraph: etree._Element) -> str | None:
        """The id of a paragraph's style: its own, or the one that is the document's default."""
        return value(paragraph, f"{W}pPr/{W}pStyle") or self._default

    def is_heading(self, style: str | None) -> bool:
        """Whether a style's name or level makes headings."""
        if style not in self._headings:
            title = self._name(self._elements.get(style)).lower()
            outline = next(iter(self._parts(style, f"{W}outlineLvl")), None)
            named_so = title in {"title", "subtitle"} or title.startswith("heading ")
            self._headings[style] = named_so or is_outlined(outline)
        return self._headings[style]

    def is_quote(self, style: str | None) -> bool:
        """Whether a style, or one that it is based on, is named after quotations."""
        if style not in self._quotes:
            self._quotes[style] = any(_QUOTES.search(self._name(each)) for each in self._line(style))
        return self._quotes[style]

    def is_indented(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is set in from the left, and is no item of a list."""
        if paragraph.find(f"{W}pPr/{W}numPr") is not None:
            return False
        indent = paragraph.find(f"{W}pPr/{W}ind")
        if indent is None or indent.get(f"{W}hanging") is not None:
            return False
        left = indent.get(f"{W}left") or indent.get(f"{W}start") or ""
        return left.isdecimal() and len(left) < 6 and int(left) >= _INDENTED

    def toggles(self, style: str | None, tag: str) -> bool:
        """Whether a style switches something on: bold, struck, hidden.

        Args:
            style: The id of the style.
            tag: The element that switches it.
        """
        if (style, tag) not in self._toggles:
            self._toggles[style, tag] = next((is_on(part) for part in self._parts(style, tag)), False)
        return self._toggles[style, tag]

    def _line(self, style: str | None) -> list[etree._Element]:
        """A style and those that it is based on, the nearest first."""
        found: list[etree._Element] = []
        seen: set[str | None] = set()
        while style in self._elements and style not in seen:
            seen.add(style)
            found.append(self._elements[style])
            style = value(found[-1], f"{W}basedOn")
        return found

    def _name(self, style: etree._Element | None) -> str:
        return (value(style, f"{W}name") or "") if style is not None else ""

    def _parts(self, style: str | None, tag: str) -> list[etree._Element]:
        """What a style and those it is based on say of one property, the nearest first."""
        return [
            part
            for element in self._line(style)
            for properties in element.iterchildren(f"{W}rPr", f"{W}pPr")
            for part in properties.iterchildren(tag)
        ]


def is_on(element: etree._Element) -> bool:
    """Whether an element that may switch something off does not."""
    return (element.get(f"{W}val") or "true").lower() not in _OFF


def is_outlined(element: etree._Element | None) -> bool:
    """Whether a level is a heading's: 0 to 8 are, 9 is the body."""
    return element is not None and (element.get(f"{W}val") or "9") in "012345678"


def value(element: etree._Element, path: str) -> str | None:
    """The value of what stands at a path under an element, None where nothing does."""
    found = element.find(path)
    return found.get(f"{W}val") if found is not None else None
