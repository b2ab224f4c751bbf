"""Akoma Ntoso debates: speeches, questions and answers with the people behind their references.

The whole body is kept, `from` as the label as printed; narratives, scenes and summaries are the
scribe's notes: in brackets and marked as boilerplate. Of `meta` only dates, language and people count.
"""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from verbale.model.document import Reading, Role
from verbale.readers.metadata_dates import day
from verbale.readers.result import finish
from verbale.readers.speeches import Speeches
from verbale.readers.tree import words_in

__all__ = ["READER", "read_tree"]

READER = "akoma-ntoso/2"

_SKIPPED = frozenset(
    {"meta", "noteRef", "authorialNote", "toc", "components", "attachments", "remark", "img"}
)
# fmt: off
_BLOCKS = frozenset(
    {
        "p", "li", "ul", "ol", "tr", "table", "block", "blockContainer", "container", "debateSection",
        "preface", "coverPage", "debateBody", "body", "mainBody", "conclusions", "speech", "question",
        "answer", "speechGroup", "item", "blockList", "listIntroduction", "listWrapUp", "longTitle",
        "content", "paragraph", "section", "article", "other", "summary", "scene", "narrative",
        "quotedStructure",
    }
)
# fmt: on
_HEADINGS = frozenset({"heading", "subheading", "docTitle"})
_NOTES = frozenset({"narrative", "scene", "summary"})
_SPEECHES = frozenset({"speech", "question", "answer"})
_ROLES = {"question": Role.QUESTION, "answer": Role.ANSWER}
_NOBODY = frozenset({"persona", "person", "somebody", "unknown"})
_CHAIR = re.compile(
    r"(?:the\s+)?(?:mr|mrs|ms|madam)?\.?\s*(?:deputy\s+|acting\s+|vice[\s-]?)?(?:speaker|chair\w*|president[ea]?"
    r"|présidente?|präsident(?:in)?|presiding officer)",
    re.IGNORECASE,
)


def read_tree(data: bytes, name: str, root: etree._Element) -> Reading:
    """Reads one debate, or another document of the standard.

    Raises:
        NotText: It holds no words.
        TooLarge: The text is too long.
    """
    said = Speeches()
    _Setter(said, root).set(root)
    country = next(root.iter("{*}FRBRlanguage"), None)
    return finish(
        data,
        name,
        READER,
        said.flow.text,
        title=_title(root),
        said_on=_date(root),
        language=country.get("language") if country is not None else None,
        headings=said.flow.headings,
        boilerplate=said.flow.boilerplate,
        tagged=said.turns,
    )


class _Setter:
    def __init__(self, said: Speeches, root: etree._Element) -> None:
        self._said = said
        self._known: dict[str, tuple[str, str]] = {}
        for kind in ("Person", "Role", "Organization"):
            for element in root.iter(f"{{*}}TLC{kind}"):
                key = element.get("eId") or element.get("id")
                shown = " ".join((element.get("showAs") or "").split())
                if key and shown:
                    self._known.setdefault(key, (kind, shown))

    def set(self, root: etree._Element) -> None:
        self._said.set(root, self._begin, self._end)

    def _begin(self, element: etree._Element, tag: str) -> bool:
        """Whether what stands in an element is dealt with, or left out."""
        if tag in _SKIPPED:
            return True
        if tag in _NOTES:
            self._said.note(words_in(element) or "")
            return True
        if tag == "from":
            self._said.label(words_in(element) or "")
            return True
        if tag in _HEADINGS:
            self._said.flow.line() if tag == "heading" else self._said.flow.paragraph()
            self._said.flow.open("heading")
        elif tag in _BLOCKS:
            self._block(element, tag)
        elif tag in {"br", "eol"}:
            self._said.flow.line()
        elif tag in {"td", "th"}:
            self._said.flow.cell()
        return False

    def _block(self, element: etree._Element, tag: str) -> None:
        if tag in _SPEECHES and (element.get("by") or element.get("as")):
            self._said.flow.paragraph()
            self._said.begin(*self._who(element, tag))
        elif tag == "p":
            self._said.flow.line()
        else:
            self._said.flow.paragraph()

    def _end(self, tag: str) -> None:
        if tag in _SPEECHES:
            self._said.end()
        if tag in _HEADINGS:
            self._said.flow.close("heading")
            self._said.flow.paragraph()
        elif tag in _BLOCKS:
            self._said.flow.paragraph()

    def _who(self, element: etree._Element, tag: str) -> tuple[str | None, Role | None]:
        person = (element.get("by") or "").lstrip("#")
        office = (element.get("as") or "").lstrip("#")
        label = next(element.iter("{*}from"), None)
        printed = (words_in(label) or "").rstrip(":.-–— \u00a0") or None
        kind, shown = self._known.get(person, ("", ""))
        role = _ROLES.get(tag)
        as_shown = self._known.get(office, ("", ""))[1]
        if kind == "Role" and not as_shown:
            as_shown = shown
        if role is None and as_shown and _CHAIR.fullmatch(as_shown):
            role = Role.CHAIR
        if kind == "Person" and shown and shown.casefold() not in _NOBODY and not shown.islower():
            return shown, role
        return printed or shown or as_shown or None, role


def _date(root: etree._Element) -> date | None:
    """The day of the sitting: as the preface gives it, else the work's own."""
    for path in ("preface//{*}docDate", "preface//{*}date", "coverPage//{*}docDate", "FRBRWork//{*}FRBRdate"):
        for element in root.iterfind(f".//{{*}}{path}"):
            if (found := day(element.get("date"))) is not None:
                return found
    return None


def _title(root: etree._Element) -> str | None:
    """The title that the document gives itself, else the first line of its preface."""
    for path in ("docTitle", "preface//{*}p", "coverPage//{*}p"):
        for element in root.iterfind(f".//{{*}}{path}"):
            if words := words_in(element):
                return words
    return None
