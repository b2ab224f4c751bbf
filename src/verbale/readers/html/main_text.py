"""Which paragraphs of a page are its main text: all of a transcript, what trafilatura chooses of an article.

trafilatura knows best which paragraphs of a page are its main text, but it drops short ones, stops
at the first of several containers, and sets some pages as a single line. So the words, lines and bold
type are always those of the page's own tree; trafilatura only says which paragraphs stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from verbale.readers import limits
from verbale.readers.flow import Flow
from verbale.readers.html.layout import drop, is_boilerplate, is_silent, main_part, set_tree, sizes
from verbale.readers.html.page_metadata import quiet
from verbale.readers.html.plain_page import make_plain

__all__ = ["Look", "look_at", "main_text"]

_LABEL = re.compile(r"^[ \t]*([^\W\d_][^\n:]{0,60}:(?=\s|$)|[QA]\.?(?=[ \t]|$))", re.MULTILINE)
_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.’'\-]*|[a-z]{1,3})(?:\s+(?:[^\W\d_a-z][\w.’'\-]*|[a-z]{1,3})){1,5}"
    r"(?:,\s.{1,60}|\s?\(.{1,60})?"
)
_WORD = re.compile(r"\w+")
_NOT_WORD = re.compile(r"[\W_]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_FEW_WORDS = 60
"""Pages under this have too little text for statistics."""
_LONG, _END, _PULLED, _PARAGRAPH = 25, 40, 400, 2500
_PARAGRAPHS = 8
"""Paragraphs that an answer may have before the next label, on the average of a page."""
_COMPARED = 50_000_000
"""Characters that are looked through for repeated sentences; a book has no sentences in large type."""
_KEPT = 3
"""Kept paragraphs of one container that make another one of the same kind its continuation."""


@dataclass(frozen=True, slots=True)
class Look:
    """A page at first sight: everything but the boilerplate, and what sort of page that makes it.

    A mere notice, too short to tell, is neither an article nor a transcript.
    """

    flow: Flow
    words: int
    is_article: bool
    is_transcript: bool
    boilerplate: Callable[[etree._Element], bool]


def look_at(root: etree._Element) -> Look:
    r"""Set everything of a page but its boilerplate, and tell articles from transcripts.

    >>> from verbale.readers.tree import html_tree
    >>> page = html_tree("<nav>Home</nav><article><p>Q: Why?</p><p>Marr: Rain.</p></article>", "a.html")
    >>> look_at(page).flow.text
    'Q: Why?\n\nMarr: Rain.'
    """
    measured = sizes(root)
    boilerplate = is_boilerplate(measured)
    careful = Flow()
    set_tree(main_part(root, measured), careful, boilerplate)
    # in a transcript what stands under a picture is nobody's, whomever it quotes
    careful.boilerplate += careful.captions
    words = len(_WORD.findall(careful.text))
    is_transcript = _looks_like_transcript(careful)
    return Look(
        careful,
        words,
        is_article=not is_transcript
        and words >= _FEW_WORDS
        and len(measured) <= limits.MAIN_TEXT_ELEMENTS
        and _depths(root) <= limits.MAIN_TEXT_DEPTHS
        and root.find("body") is not None,
        is_transcript=is_transcript,
        boilerplate=boilerplate,
    )


def _depths(root: etree._Element) -> int:
    """The depths of all elements together."""
    total = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        total += depth
    return total // 2


def main_text(root: etree._Element, look: Look, body: str = "") -> Flow:
    """The main text of a page: all of a transcript or a notice, of an article what trafilatura chooses.

    Args:
        root: The page; its boilerplate is taken out.
        look: The page at first sight.
        body: The text that the page's JSON-LD gives for its article: it stands in where the page
            itself shows less than half of it.
    """
    shown = _of_article(root, look) if look.is_article else look.flow if look.words else _of_nothing(root)
    if body and len(_WORD.findall(body)) > max(_FEW_WORDS, 2 * len(_WORD.findall(shown.text))):
        return _stated(body)
    return shown


def _of_nothing(root: etree._Element) -> Flow:
    """Where everything was taken for boilerplate, nothing is."""
    flow = Flow()
    set_tree(root, flow, is_silent)
    if not _WORD.search(flow.text):
        # some pages carry their words only in the data for their own script
        flow.lines((_chosen(root, 0) or "").replace("\n", "\n\n"))
    return flow


def _of_article(root: etree._Element, look: Look) -> Flow:
    body = root.find("body")
    if body is None:
        return look.flow
    whole = Flow()
    drop(set_tree(body, whole, look.boilerplate))
    make_plain(body)
    main = _chosen(root, look.words)
    if main is None:
        return look.flow
    more = "\n".join(_continued(body, _InMain(main)))
    chosen = _with_quotes(whole, _InMain(f"{main}\n{more}", whole.text.split("\n\n")))
    # where it found next to nothing it found the wrong thing
    return chosen if len(_WORD.findall(chosen.text)) * 5 >= look.words else look.flow


def _with_quotes(whole: Flow, in_main: _InMain) -> Flow:
    """The paragraphs of the main text, with all that is set apart between them and quotes somebody."""
    paragraphs = whole.text.split("\n\n")
    stay = [in_main.has(paragraph) for paragraph in paragraphs]
    starts = [0, *accumulate(len(paragraph) + 2 for paragraph in paragraphs)]
    first, last = _borders(stay)
    for quote in (*whole.quotes, *whole.signatures, *whole.captions):
        begin, end = bisect_right(starts, quote.start) - 1, bisect_left(starts, quote.end)
        if any(stay[begin:end]) or first < begin < last:
            stay[begin:end] = [not in_main.is_pulled(each) for each in paragraphs[begin:end]]
    return whole.only(stay)


def _stated(body: str) -> Flow:
    """The text in a page's data; some sites leave the markup in it."""
    flow = Flow()
    if len(_TAG.findall(body)) >= 2:
        from lxml import html  # noqa: PLC0415  brings in urllib and more

        set_tree(html.document_fromstring(f"<div>{body}</div>"), flow, is_silent)
    else:
        for paragraph in body.splitlines():
            flow.paragraph()
            flow.words(paragraph)
    return flow


class _InMain:
    """A test for paragraphs that are in the main text: short ones as a whole line, others anywhere.

    A teaser may repeat a paragraph: no more of them pass than the main text has. A sentence set in
    large type repeats a part of one: where another paragraph beside it has all its words, it goes.
    """

    def __init__(self, main: str, beside: Sequence[str] = ()) -> None:
        self._lines = Counter(_squeezed(line) for line in main.split("\n"))
        self._words = _squeezed(main)
        own_lines = [_squeezed(paragraph) for paragraph in beside]
        self._beside = "\n".join(line for line in own_lines if len(line) <= _PARAGRAPH)
        self._alike = Counter(own_lines)
        if len(own_lines) * len(self._beside) > _COMPARED:
            self._beside = ""
        self._taken: Counter[str] = Counter()

    def is_pulled(self, paragraph: str) -> bool:
        """Whether another paragraph has all its words."""
        own = _squeezed(paragraph)
        return _LONG <= len(own) <= _PULLED and self._beside.count(own) > self._alike[own]

    def has(self, paragraph: str) -> bool:
        """Whether the main text has a paragraph, once more than it was asked."""
        own = _squeezed(paragraph)
        self._taken[own] += 1
        if self.is_pulled(paragraph):
            return False
        if own in self._lines:
            return self._taken[own] <= self._lines[own]
        # a link or a note inside may have been dropped: both ends are proof enough
        ends = own[:_END] in self._words and own[-_END:] in self._words
        return self._taken[own] == 1 and len(own) >= _LONG and ends


def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text).casefold()


def _chosen(root: etree._Element, words: int) -> str | None:
    """What trafilatura takes for the main text; its second opinions only where the first finds little."""
    quiet()
    from trafilatura import bare_extraction  # noqa: PLC0415  a fifth of a second to import
    from trafilatura.settings import Document  # noqa: PLC0415  the same

    try:
        found = bare_extraction(root, include_comments=False, favor_precision=words > 0, fast=words > 0)
        if words and (not isinstance(found, Document) or len(_WORD.findall(found.text or "")) * 2 < words):
            found = bare_extraction(root, include_comments=False, favor_precision=True)
    except MemoryError:
        raise
    except Exception:  # the library lets many kinds out of a damaged page, which is all set then
        return None
    return found.text if isinstance(found, Document) else None


def _continued(body: etree._Element, main: _InMain) -> Iterator[str]:
    """Prose that belongs to the main text though it was not chosen.

    Pages broken by advertisements set one article in several containers of one kind: where some of
    them hold chosen paragraphs, the prose of all of them stays.
    """
    plain: list[tuple[tuple[object, ...], str, bool]] = []
    kinds: dict[etree._Element, tuple[object, ...] | None] = {}
    for element in body.iter("p"):
        container = element.getparent()
        if container is None or element.get("class") or _within(element, "blockquote"):
            continue
        if container not in kinds:
            kinds[container] = _kind(container)
        if (kind := kinds[container]) is not None:
            text = "".join(str(part) for part in element.itertext())
            plain.append((kind, text, main.has(text)))
    kept = Counter(kind for kind, _, stayed in plain if stayed)
    for kind, text, stayed in plain:
        if not stayed and kept[kind] >= _KEPT and _is_prose(text):
            yield text


def _borders(stayed: list[bool]) -> tuple[int, int]:
    if True not in stayed:
        return 0, 0
    return stayed.index(True), len(stayed) - stayed[::-1].index(True)


def _within(element: etree._Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _kind(container: etree._Element) -> tuple[object, ...] | None:
    """What containers of one article have in common: element, class, depth, and the article around them."""
    if not container.get("class"):
        return None
    article = next(container.iterancestors("article"), None)
    depth = sum(1 for _ in container.iterancestors())
    return (container.tag, container.get("class"), article, depth)


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) >= 10 and words[-1].rstrip("\"'”’»)")[-1:] in {".", "!", "?", "…", "。"}


def _looks_like_transcript(flow: Flow) -> bool:
    """Labels of two speakers come back again and again, or several questions stand in bold.

    A label is `Name:`, `Q`, or a name in a heading or in bold that has its line to itself.
    """
    text = flow.text
    questions = sum(1 for span in flow.emphasis if text.endswith("?", span.start, span.end))
    if questions >= 3:
        return True
    labels = Counter(found[1].strip().rstrip(".:").casefold() for found in _LABEL.finditer(text))
    if labels["q"] < 2:
        del labels["a"]  # "A man came": the article of an article
    labels.update(_names_over_words(flow))
    again = [count for count in labels.values() if count >= 2]
    paragraphs = text.count("\n\n") + 1
    return len(again) >= 2 and sum(again) >= 4 and sum(again) * _PARAGRAPHS >= paragraphs


def _names_over_words(flow: Flow) -> Iterator[str]:
    """What could be the name of a speaker in a heading, or in bold on a line of its own."""
    text = flow.text
    bold = sorted(flow.emphasis)
    for heading in flow.headings:
        # a name in bold may have its office and the hour behind it
        place = bisect_left(bold, heading.start, key=lambda span: span.start)
        named = bold[place] if place < len(bold) and bold[place].end <= heading.end else heading
        if _NAME.fullmatch(name := named.of(text).partition("\n")[0].strip()):
            yield name.casefold()
    headings = {span.start for span in flow.headings}
    for span in bold:
        alone = text[span.start - 1 : span.start] in ("", "\n") and text[span.end : span.end + 1] == "\n"
        if alone and span.start not in headings and _NAME.fullmatch(name := span.of(text).strip()):
            yield name.casefold()
