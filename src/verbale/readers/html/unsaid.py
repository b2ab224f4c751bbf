"""What stands on a page and is not said: struck-out words, marks of notes, how signs are read.

Words that were inserted are said like all others.
"""

from __future__ import annotations

import re

from lxml import etree

from verbale.readers.raised import raised

__all__ = ["is_note_mark", "is_struck", "is_unsaid", "raised_number"]

_STRUCK = frozenset({"del", "s", "strike"})
_INLINE = frozenset({"span", "font", "a", "b", "i", "em", "strong", "u", "p", "div", "li"})
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
# beside the letters of a Japanese or Chinese word stands how they are read
_READINGS = frozenset({"rt", "rp", "rtc"})
_MARK = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3}|[Nn]ote\s\d{1,3})\s*[\])]?\s*")
_LONGEST = 20
_OF_NOTES = re.compile(
    r"(?:^|[\s_-])(?:foot|end)?-?note(?:s|ref|anchor)?(?:$|[\s_-])|noteref|cite_?ref|reference", re.IGNORECASE
)


def is_unsaid(element: etree._Element) -> bool:
    """Whether an element holds nothing that is said, but for its being struck out.

    >>> from lxml import html
    >>> line = html.fromstring('<p>Ours<sup><a href="#n1">1</a></sup> by <ruby>灯<rt>とう</rt></ruby></p>')
    >>> [element.tag for element in line.iter() if is_unsaid(element)]
    ['sup', 'a', 'rt']
    """
    return element.tag in _READINGS or is_note_mark(element)


def is_struck(element: etree._Element) -> bool:
    """Whether an element's words are struck out: the writer takes them back.

    >>> from lxml import html
    >>> is_struck(html.fromstring("<del>not</del>")), is_struck(html.fromstring("<ins>not</ins>"))
    (True, False)
    """
    if element.tag in _STRUCK:
        return True
    style = element.get("style")
    return style is not None and element.tag in _INLINE and _LINE_THROUGH.search(style) is not None


def is_note_mark(element: etree._Element) -> bool:
    """Whether an element is the mark of a note: a raised sign that leads to it, or a link inside the page.

    A raised number without a link may be a power.
    """
    if (
        element.tag not in ("sup", "a")
        or len(element.text or "") > _LONGEST
        or not _MARK.fullmatch("".join(map(str, element.itertext())))
    ):
        return False
    if element.tag == "a":
        return _leads_to_note(element)
    return _is_named_so(element) or any(map(_leads_to_note, element.iter("a")))


def _leads_to_note(link: etree._Element) -> bool:
    target = link.get("href") or ""
    return target.startswith("#") or ("#" in target and _is_named_so(link))


def _is_named_so(element: etree._Element) -> bool:
    named = (element.get(key) or "" for key in ("class", "id", "role", "rel"))
    return any(map(_OF_NOTES.search, named))


def raised_number(element: etree._Element) -> str | None:
    """The raised digits of a power or a unit, None where what is raised is anything else."""
    if element.tag != "sup" or len(element) or element.text is None:
        return None
    return raised(element.text.strip())
