"""Trees of HTML set as running text: paragraphs, line breaks, cells, headings and bold kept.

The same walk sets a whole page or its main part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

from lxml import etree

from verbale.readers.flow import Flow
from verbale.readers.html.quoting import is_block_quote, is_quoting_caption, is_signature, quote_mark
from verbale.readers.html.unsaid import is_struck, is_unsaid, raised_number

__all__ = ["Sizes", "drop", "drop_silent", "is_boilerplate", "is_silent", "main_part", "set_tree", "sizes"]

# fmt: off
_BLOCKS = frozenset(
    {
        "p", "div", "section", "article", "main", "header", "aside", "ul", "ol", "li", "dl", "dt",
        "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "blockquote", "pre", "hr",
        "figure", "figcaption", "address", "h1", "h2", "h3", "h4", "h5", "h6", "body", "details",
        "summary", "fieldset", "center", "form", "nav", "footer", "dialog", "menu",
    }
)
_SILENT = frozenset(
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math",
        "canvas", "audio", "video", "map", "select", "option", "textarea", "button", "input",
        "title",
    }
)
# fmt: on
_DROPPED = (
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "canvas",
    "audio",
    "video",
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|related|recommend\w*|cookies?|consent"
    r"|comments?|disqus|sidebar|newsletter|advert\w*|ads?|promo|subscribe|paywall|footer|pagination|pager|tags|toolbar"
    r"|skip-?link|most-?read|popular|widget|modal|popup|banner|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"embed|tweet", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LISTS = frozenset({"ul", "ol", "div", "table", "section", "p"})
_MAIN = frozenset({"main", "article"})
_ASIDE = frozenset({"aside", "nav", "footer", "form", "dialog", "menu"})

_LINES = frozenset({"p", "div"})
_SPEAKER = re.compile(r"(?:^|[\s_-])speaker(?:[_-]?name)?(?:$|\s)", re.IGNORECASE)
_FEW, _PARTS, _NAME_LENGTH = 6, 60, 120
_AROUND = 4

Sizes = dict[etree._Element, tuple[int, int]]
"""For each element its characters of text, and how many of them are in links."""


def sizes(root: etree._Element) -> Sizes:
    """How much text stands in each element, without scripts and forms."""
    result: Sizes = {}
    stack: list[list[int]] = []
    links = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            links += element.tag == "a"
            silent = element.tag in _SILENT
            size = 0 if silent else _length(element.text)
            stack.append([size, size if links else 0])
            if silent:
                walk.skip_subtree()
            continue
        links -= element.tag == "a"
        size, linked = stack.pop()
        result[element] = (size, linked)
        if stack:
            tail = _length(element.tail)
            stack[-1][0] += size + tail
            stack[-1][1] += linked + (tail if links else 0)
    return result


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def main_part(root: etree._Element, measured: Sizes) -> etree._Element:
    """The smallest element that the page itself calls its main part and that holds most of its text."""
    body = root if root.tag == "body" else root.find("body")
    if body is None:
        return root
    whole = sum(measured[child][0] - measured[child][1] for child in body if child in measured)
    best = body
    for element in body.iter("main", "article", "div", "section", "td"):
        named = (
            element.tag in _MAIN
            or element.get("role") == "main"
            or "articlebody" in (element.get("itemprop") or "").lower()
        )
        size, linked = measured.get(element, (0, 0))
        if named and (size - linked) * 2 >= whole and size > 0:
            best = element
    return best


def drop_silent(root: etree._Element) -> None:
    """Takes scripts, styles and drawings out of a page, so that nobody walks over them again.

    Scripts of data stay, since a page may say there what it is.
    """
    for element in list(root.iter("script", *_DROPPED)):
        if element.tag != "script" or "json" not in (element.get("type") or ""):
            _take_out(element)


def drop(elements: Iterable[etree._Element]) -> None:
    """Takes elements out of their page, but for data."""
    for element in elements:
        if element.tag != "script":
            _take_out(element)


def _take_out(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def is_silent(element: etree._Element) -> bool:
    """Whether an element holds no text to read: scripts, styles, controls, what nobody says."""
    return element.tag in _SILENT or is_unsaid(element) or is_struck(element)


def is_boilerplate(measured: Sizes) -> Callable[[etree._Element], bool]:
    """A test for what stands on a page but is not its text: menus, shares, lists of links, hidden parts.

    A part that holds a third of the page's words outside links is never boilerplate, whatever it is
    called; nor is what the page calls its main part or an article. A hidden part is, unless it holds
    more than half: it is a copy for machines, while a hidden page waits for its script.
    """
    most = max((size - linked for size, linked in measured.values()), default=0)

    def test(element: etree._Element) -> bool:
        if element.tag in _SILENT or is_unsaid(element):
            return True
        size, linked = measured.get(element, (0, 0))
        words = size - linked
        if words * 2 <= most and (is_struck(element) or _is_hidden(element)):
            return True
        if element.tag in _MAIN or words * 3 > most:
            return False
        if element.get("role") in {"navigation", "banner", "contentinfo", "search", "complementary"}:
            return True
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag in _ASIDE or _BOILERPLATE.search(named):
            return not _shows_quote(element, named)
        return (
            element.tag in _LISTS
            and linked * 10 > size * 7
            and sum(1 for _ in islice(element.iter("a"), 3)) == 3
        )

    return test


def _shows_quote(element: etree._Element, named: str) -> bool:
    """Whether it is a quotation or its signature, or a frame around one: part of what the article says."""
    if any(map(is_block_quote, (element, *islice(element.iterancestors(), _AROUND)))):
        return True
    if is_signature(element, None, ""):
        return True
    if element.tag == "aside" or _EMBEDDED.search(named) is not None:
        return element.find(".//blockquote") is not None
    return False


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN.search(element.get("style") or "") is not None


def set_tree(
    root: etree._Element, flow: Flow, skip: Callable[[etree._Element], bool]
) -> list[etree._Element]:
    """Sets everything under a root that is not to be skipped into a flow, in order; gives what it skipped."""
    setter = _Setter(flow)
    left_out = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element is not root and skip(element):
                walk.skip_subtree()
                skipped = element
                left_out.append(element)
                continue
            skipped = None
            setter.open(element, element.tag)
            if element.text:
                setter.write(element.text)
            continue
        if element is not skipped:
            setter.close(element, element.tag)
        elif element.tag in _BLOCKS:
            flow.paragraph()
        skipped = None
        if element.tail and element is not root:
            setter.write(element.tail)
    return left_out


class _Setter:
    """Sets elements into a flow: one method for what begins, one for what ends, one for words."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._preformatted = 0
        self._block: etree._Element | None = None
        self._signature: etree._Element | None = None
        self._marks: list[tuple[str, str] | None] = []
        self._raised: str | None = None

    def write(self, words: str) -> None:
        if self._raised is not None:
            words, self._raised = words.replace(words.strip(), self._raised), None
        (self._flow.lines if self._preformatted else self._flow.words)(words)

    def open(self, element: etree._Element, tag: str) -> None:
        flow = self._flow
        if tag in _BLOCKS:
            flow.paragraph()
            self._preformatted += tag == "pre"
            if tag in _HEADINGS:
                flow.open("heading")
            if _names_speaker(element, tag):
                flow.bold()
        elif tag == "q":
            self._marks.append(quote_mark(element, flow.last, inner=any(self._marks)))
            if (marks := self._marks[-1]) is not None:
                flow.words(marks[0])
        elif tag == "sup":
            self._raised = raised_number(element)
        elif _is_bold(element, tag):
            flow.bold()
        quoted = self._block is not None or flow.quotes
        if quoted and self._signature is None and is_signature(element, self._block, self._before()):
            self._signature = element
            flow.open("signature")
        elif tag == "figcaption":
            flow.open("caption" if is_quoting_caption(element) else "boilerplate")
        if self._block is None and is_block_quote(element):
            self._block = element
            flow.open("quote")

    def _before(self) -> str:
        return self._flow.last if self._flow.is_open("quote") else ""

    def close(self, element: etree._Element, tag: str) -> None:
        flow = self._flow
        # what follows a name in a quotation belongs to it
        if self._signature is element and self._block is None:
            self._sign()
        if self._block is element:
            self._sign()
            self._block = None
            flow.close("quote")
        if tag in _BLOCKS:
            self._preformatted -= tag == "pre"
            if _names_speaker(element, tag):
                flow.plain()
            if tag in _HEADINGS:
                flow.close("heading")
            elif tag == "figcaption":
                flow.close("boilerplate")
                flow.close("caption")
            flow.paragraph()
        elif tag == "br":
            flow.line()
        elif tag in {"td", "th"}:
            flow.cell()
        elif tag == "q":
            if (marks := self._marks.pop()) is not None:
                flow.end_mark(marks[1])
        elif _is_bold(element, tag):
            flow.plain()

    def _sign(self) -> None:
        if self._signature is not None:
            self._signature = None
            self._flow.close("signature")


def _names_speaker(element: etree._Element, tag: str) -> bool:
    """Whether a line is called a speaker's by its page, or is a term with what is said of it below."""
    if tag != "dt":
        named = element.get("class") if tag in _LINES else None
        if named is None or "peaker" not in named or _SPEAKER.search(named) is None:
            return False
    if len(element) > _FEW or next(element.iter("b", "strong"), None) is not None:
        return False
    return sum(len(str(part)) for part in islice(element.itertext(), _PARTS)) <= _NAME_LENGTH


def _is_bold(element: etree._Element, tag: str) -> bool:
    if tag in {"b", "strong"}:
        return True
    style = element.get("style")
    return tag in {"span", "font"} and style is not None and _BOLD_STYLE.search(style) is not None
