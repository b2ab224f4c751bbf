"""TEI as parliaments use it (Parla-CLARIN, ParlaMint) and plain TEI: utterances with their speakers.

The text of every `text` element is kept, labels as printed; the scribe's notes, incidents and gaps
stand in brackets and are marked as boilerplate. Of the header only title, dates, place,
language, the list of people and whether a machine translated it are used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from lxml import etree

from verbale.model.document import Reading
from verbale.readers.metadata_dates import day
from verbale.readers.result import finish
from verbale.readers.speeches import Speeches
from verbale.readers.tagged.identifiers import People
from verbale.readers.tagged.tei_people import listed
from verbale.readers.tree import local, words_in

__all__ = ["READER", "read_tree"]

READER = "tei/4"

_LANGUAGE, _ID = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "id"))
_ORIGINAL = "mt-src"
_MADE_ENGLISH = re.compile(r"\bParlaMint(?:-[A-Z]{2}){0,2}-en(?![a-z])")
_BY_MACHINE = re.compile(r"(?i:\bmachine[\s-]translat)|" + _MADE_ENGLISH.pattern)
# fmt: off
_SKIPPED = frozenset(
    {
        "teiHeader", "listEvent", "listRelation", "listPerson", "listOrg", "listBibl", "standOff",
        "spanGrp", "linkGrp", "timeline", "fs", "fvLib", "corr", "reg", "expan", "graphic", "media",
        "del", "fw", "facsimile",
    }
)
_BLOCKS = frozenset(
    {
        "div", "div1", "div2", "div3", "p", "seg", "ab", "l", "lg", "list", "item", "table", "row", "sp", "u",
        "quote", "closer", "opener", "trailer", "body", "front", "back", "text", "titlePage",
        "docTitle", "byline", "epigraph", "salute", "signed", "argument", "stage",
    }
)
# fmt: on
_HEADINGS = frozenset({"head", "titlePart"})
_NOTES = frozenset({"incident", "kinesic", "vocal", "stage"})
_WORDED = frozenset({"seg", "p", "s", "ab", "l"})
_TOKENS = frozenset({"w", "pc"})
_HAS_NUMBER = re.compile(r"\d")
_JOINED = frozenset({"right", "both"})


def read_tree(
    data: bytes, name: str, root: etree._Element, people: Mapping[str, str] = MappingProxyType({})
) -> Reading:
    """Reads one TEI document, or all that a corpus file holds.

    Args:
        data: The original bytes.
        name: Its file name.
        root: Its root element.
        people: Names by id from the corpus that it is a part of; its own list counts first.

    Raises:
        NotText: It holds no words.
        TooLarge: The text is too long.
    """
    said = Speeches()
    _Setter(said, People({**people, **listed(root)}, _labelled(root))).set(root)
    header = _first(root, "teiHeader")
    return finish(
        data,
        name,
        READER,
        said.flow.text,
        title=_title(header),
        outlet=words_in(_inside(header, "sourceDesc", "publisher")),
        said_on=_date(header),
        place=_place(header),
        language=root.get(_LANGUAGE) or _language(root),
        translation_of=_translated_from(root, header),
        headings=said.flow.headings,
        boilerplate=said.flow.boilerplate,
        tagged=said.turns,
    )


class _Setter:
    def __init__(self, said: Speeches, people: People) -> None:
        self._said = said
        self._people = people
        self._label: str | None = None

    def set(self, root: etree._Element) -> None:
        for text in root.iter("{*}text"):
            if next(text.iterancestors("{*}text"), None) is None:
                self._said.set(text, self._begin, self._end, _tail)

    def _begin(self, element: etree._Element, tag: str) -> bool:
        """Whether what stands in an element is dealt with, or left out."""
        if tag in _SKIPPED:
            return True
        if tag in {"note", "speaker"}:
            label = tag == "speaker" or element.get("type") == "speaker"
            words = words_in(element) or ""
            if label and words:
                self._said.label(words)
                self._label = words
            elif not label:
                self._said.note(words, inline=_within_words(element))
            return True
        if tag in _NOTES or (tag == "desc" and local(element.getparent()) in _NOTES):
            self._said.note(words_in(element) or "", inline=_within_words(element))
            return True
        if tag == "gap":
            self._said.note(words_in(element) or element.get("reason") or "…", inline=_within_words(element))
            return True
        if tag in _HEADINGS:
            self._said.flow.paragraph()
            self._said.flow.open("heading")
        elif tag in _BLOCKS:
            self._said.flow.paragraph() if tag not in {"seg", "u"} else self._said.flow.line()
        if tag in {"u", "sp"}:
            self._said.begin(*self._people.of(element, _own_label(element) or self._label))
        elif tag == "lb":
            self._said.flow.line()
        elif tag == "cell":
            self._said.flow.cell()
        return False

    def _end(self, tag: str) -> None:
        if tag in {"u", "sp"}:
            self._said.end()
            self._label = None
        if tag in _HEADINGS:
            self._said.flow.close("heading")
            self._said.flow.paragraph()
        elif tag in _BLOCKS:
            self._said.flow.paragraph()


def _tail(element: etree._Element, tag: str) -> str | None:
    """The words after an element; tokens stand apart unless they say that they are joined."""
    if tag not in _TOKENS:
        return element.tail
    return None if element.get("join") in _JOINED else (element.tail or " ")


def _within_words(element: etree._Element) -> bool:
    """Whether an element stands inside a paragraph or a sentence."""
    return local(element.getparent()) in _WORDED


def _own_label(utterance: etree._Element) -> str | None:
    """The label inside an utterance, where it has one."""
    first = next(utterance.iterchildren(), None)
    return words_in(first) if first is not None and first.get("type") == "speaker" else None


def _first(root: etree._Element, tag: str) -> etree._Element | None:
    return next(root.iter(f"{{*}}{tag}"), None)


def _inside(element: etree._Element | None, *tags: str) -> etree._Element | None:
    for tag in tags:
        if element is None:
            return None
        element = _first(element, tag)
    return element


def _title(header: etree._Element | None) -> str | None:
    statement = _inside(header, "titleStmt")
    if statement is None:
        return None
    titles = list(statement.iterchildren("{*}title"))
    main = [title for title in titles if title.get("type") in {None, "main"}]
    return words_in(next(iter(main or titles), None))


def _date(header: etree._Element | None) -> date | None:
    """The day of the sitting: of the setting, else of the source; a corpus' own date is another matter."""
    for tags in (("settingDesc", "setting"), ("sourceDesc",)):
        place = _inside(header, *tags)
        dated = place.iter("{*}date") if place is not None else ()
        found = {said for each in dated if (said := day(each.get("when"))) is not None}
        if len(found) == 1:
            return found.pop()
    return None


# in the order in which a person would write them
_PLACES = ("room", "building", "address", "city", "settlement", "town", "region", "country")


def _place(header: etree._Element | None) -> str | None:
    """Where the sitting was, by its setting: from the room to the country; never a country alone."""
    settings = list(header.iter("{*}setting")) if header is not None else []
    if len(settings) != 1:
        return None
    found: dict[str, str] = {}
    for element in settings[0].iter("{*}name", "{*}placeName", "{*}settlement", "{*}country", "{*}region"):
        tag = local(element)
        sort = (element.get("type") or "") if tag == "name" else tag
        words = words_in(element)
        if tag == "placeName" and words:
            return words
        if sort in _PLACES and words and not _HAS_NUMBER.search(words):
            found.setdefault(sort, words)
    parts = [found[sort] for sort in _PLACES if sort in found]
    return ", ".join(parts) if parts and parts != [found.get("country")] else None


def _language(root: etree._Element) -> str | None:
    text = _first(root, "text")
    language = _inside(root, "langUsage", "language")
    return (text.get(_LANGUAGE) if text is not None else None) or (
        language.get("ident") if language is not None else None
    )


def _translated_from(root: etree._Element, header: etree._Element | None) -> str | None:
    """The language of the original where the header says that a machine translated it; `und` mostly.

    The English corpora of ParlaMint are such translations: their elements lead to those of the original
    by the prefix `mt-src`, and their names end with the language that they are in.
    """
    by_prefix = any(each.get("ident") == _ORIGINAL for each in root.iter("{*}prefixDef"))
    led = by_prefix or any(
        (each.get("corresp") or "").startswith(f"{_ORIGINAL}:") for each in root.iter("{*}u")
    )
    said = [words_in(each) or "" for each in header.iter("{*}resp", "{*}title")] if header is not None else []
    if not led and not any(map(_BY_MACHINE.search, said)) and not _MADE_ENGLISH.match(root.get(_ID) or ""):
        return None
    own = (root.get(_LANGUAGE) or "").partition("-")[0].lower()
    usage = _inside(header, "langUsage")
    used = [each.get("ident") or "" for each in usage.iter("{*}language")] if usage is not None else []
    others = {code for each in used if (code := each.partition("-")[0].lower()) not in {"", own}}
    # a usage of several languages does not say which was spoken
    return others.pop() if len(others) == 1 and own else "und"


def _labelled(root: etree._Element) -> dict[str, list[str]]:
    """For each id of a speaker the labels that stand before or in its utterances."""
    found: dict[str, list[str]] = {}
    label: str | None = None
    for element in root.iter("{*}u", "{*}note"):
        if local(element) == "note":
            if element.get("type") == "speaker":
                label = words_in(element)
                parent = element.getparent()
                if parent is not None and local(parent) == "u" and label:
                    found.setdefault(parent.get("who") or "", []).append(label)
                    label = None
        elif label:
            found.setdefault(element.get("who") or "", []).append(label)
            label = None
    return found
