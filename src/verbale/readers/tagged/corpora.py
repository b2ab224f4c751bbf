"""Corpora in several files: whom a TEI corpus' root, or its lists, name for the files that they belong to.

A component of ParlaMint has only `who="#NovakAna"`; the names stand in the corpus' root, or in a list
that the root includes. Only files that were given are looked at; nothing else is opened.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote

from lxml import etree

from verbale.errors import ReadError
from verbale.readers.tagged.tei_people import listed
from verbale.readers.tree import xml_tree

__all__ = ["HEAD", "Corpora", "File", "corpora_in"]

HEAD = 4096
"""Bytes from the beginning of a file that tell what it is."""

_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_CORPUS, _SITTINGS = "teiCorpus", frozenset({"TEI", "teiCorpus"})
_LISTS = frozenset({"listPerson", "particDesc", "standOff"})

People = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class File:
    """A file of what may be a corpus: its path with slashes, its first bytes, and a way to all of them."""

    path: str
    head: bytes
    read: Callable[[], bytes]

    @property
    def root(self) -> str:
        """The name of its root element, "" where it has none."""
        found = _ROOT.search(self.head)
        return found[1].decode("utf-8", "replace") if found else ""


@dataclass(frozen=True, slots=True)
class Corpora:
    """What the files of corpora say of one another.

    `people` has, by the path of a file, ids with names; `apparatus` the paths of roots and lists that
    are no documents of their own.
    """

    people: Mapping[str, People]
    apparatus: frozenset[str]


def corpora_in(files: Iterable[File]) -> Corpora:
    """The people named for each file of a corpus.

    A root speaks for the files that it includes; a list that no root includes for all files in its
    folder and below. An id with two names has none.

    Args:
        files: Files of one folder or archive; what is no XML does no harm.

    >>> root = b'''<teiCorpus xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="people.xml"/>
    ... <xi:include href="2023/sitting.xml"/></teiCorpus>'''
    >>> people = b'''<listPerson><person xml:id="MP7"><persName>Ana Novak</persName></person></listPerson>'''
    >>> made = {"c/root.xml": root, "c/people.xml": people, "c/2023/sitting.xml": b"<TEI></TEI>"}
    >>> found = corpora_in([File(path, data, lambda data=data: data) for path, data in made.items()])
    >>> found.people, sorted(found.apparatus)
    ({'c/2023/sitting.xml': {'MP7': 'Ana Novak'}}, ['c/people.xml', 'c/root.xml'])
    """
    kinds = {file.path: (file, file.root) for file in files}
    people: dict[str, People] = {}
    apparatus: set[str] = set()
    for path, (file, kind) in kinds.items():
        if kind != _CORPUS or (root := _tree(file)) is None:
            continue
        parts = [part for part in _included(root, path) if part in kinds]
        lists = [kinds[part][0] for part in parts if kinds[part][1] in _LISTS]
        trees = [root, *(tree for each in lists if (tree := _tree(each)) is not None)]
        named = _merged(map(listed, trees))
        people.update({part: named for part in parts if named and kinds[part][1] in _SITTINGS})
        apparatus.update(part for part in parts if kinds[part][1] not in _SITTINGS)
        if parts and next(root.iter("{*}text"), None) is None:
            apparatus.add(path)
    for path, (file, kind) in kinds.items():
        if kind not in _LISTS or path in apparatus or (tree := _tree(file)) is None:
            continue
        named, folder = listed(tree), posixpath.dirname(path)
        for other, (_, its_kind) in kinds.items():
            if its_kind in _SITTINGS and _is_below(other, folder):
                people[other] = _merged([people[other], named]) if other in people else named
                apparatus.add(path)
    return Corpora(people, frozenset(apparatus))


def _is_below(path: str, folder: str) -> bool:
    return not folder or path.startswith(folder + "/")


def _tree(file: File) -> etree._Element | None:
    try:
        return xml_tree(file.read(), PurePath(file.path).name)
    except ReadError:
        return None  # told of when it is added


def _included(root: etree._Element, path: str) -> list[str]:
    """The paths of what a root includes, of parts beside and below it."""
    folder = posixpath.dirname(path)
    hrefs = (unquote(element.get("href") or "") for element in root.iter(_INCLUDE))
    return [posixpath.normpath(posixpath.join(folder, href)) for href in hrefs if href and ":" not in href]


def _merged(lists: Iterable[People]) -> People:
    names: dict[str, str] = {}
    doubtful: set[str] = set()
    for people in lists:
        for key, name in people.items():
            if names.setdefault(key, name) != name:
                doubtful.add(key)
    return {key: name for key, name in names.items() if key not in doubtful}
