"""Which outlet an article says that words were given to, and which one the record tells.

“…,” she told Harbour Radio; in an interview with the Velden Post. Who only reports them, as in
"Harbour Radio reported", was not told them. In doubt no outlet is claimed, and none is another one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache

from verbale.check.moments import words_of
from verbale.check.sentence_of import outside_quotes, sentence_of
from verbale.model import Document, Quotation, Role, Span
from verbale.model.holdings import DocumentInfo
from verbale.store import Store
from verbale.text.dates import month_named
from verbale.text.packs import listed_words, remark
from verbale.text.weekdays import WEEKDAYS

__all__ = ["Outlets", "claimed_outlet", "folded"]

_TOKEN = re.compile(r"\s*[«“\"„《]?([^\W_][\w&'’-]*(?:\.(?=\w))?[\w-]*)[»”\"“》]?")
_WORD = re.compile(r"[^\W_]+")
_LAST_WORDS = re.compile(r"((?:[^\W_][\w&.-]*\s+){0,2}[^\W_][\w&.-]*)(?:[’']s)?\s*$")
# How far from the verb of saying, and into a text, an outlet is looked for, in code points.
_NEAR, _HEAD = 160, 1_500
_MOST = 6
# Letters that stand for a name are no more than so many.
_LETTERS = 5


def claimed_outlet(document: Document, quotation: Quotation, known: Collection[str]) -> str | None:
    """The outlet to which a text says that a quotation was given, as printed; None where it names none.

    Args:
        document: the text.
        quotation: one of its quotations.
        known: outlets that a record knows, folded by `folded`.

    >>> from verbale.quote import quotations
    >>> text = "“We will stay,” Ana Ruiz told Harbour Radio, the Velden Post reported."
    >>> article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", language="en")
    >>> claimed_outlet(article, quotations(article, tagger=False)[0], ())
    'Harbour Radio'
    """
    sentence, cue, mention = sentence_of(document, quotation), quotation.cue, quotation.mention
    if cue is None:
        return None
    found: dict[str, str] = {}
    for part in outside_quotes(sentence, quotation.spans):
        first, last = max(part.start, cue.start - _NEAR), min(part.end, cue.end + _NEAR)
        for lead in _leads(document.language).finditer(document.text, first, last):
            start = lead.end()
            if lead["told"] and mention is not None and 0 <= mention.start - start <= 1:
                start = mention.end
            name = _named_at(document, start, last)
            if name is None or (mention is not None and name.overlaps(mention)):
                continue
            printed = name.of(document.text)
            if _is_outlet(document, printed, lead, known):
                found.setdefault(folded(printed), printed)
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _leads(language: str | None) -> re.Pattern[str]:
    def words(*keys: str) -> str:
        return remark(frozenset().union(*(words_of(language, key) for key in keys)) or {"\0"})

    articles = rf"(?:(?:{words('articles')})\s+)?"
    noun = rf"(?P<noun{{}}>(?:(?:{words('outlet_nouns')})\s+)*)"
    return re.compile(
        rf"\b(?:(?P<told>{words('telling')})|(?P<to>{words('told_to')}))\s+{articles}{noun.format(1)}"
        rf"|(?P<interview>{words('interviews', 'interview_words')})\s+"
        rf"(?:(?:{words('interview_links')}|(?P<on>{words('interview_places')}))\s+)?{articles}{noun.format(2)}",
        re.IGNORECASE,
    )


def _named_at(document: Document, start: int, end: int) -> Span | None:
    """The name that begins at a place: words with capitals, and the small ones between them."""
    text, inside = document.text, words_of(document.language, "inside_bodies")
    first = last = None
    here = start
    for _ in range(_MOST):
        found = _TOKEN.match(text, here, end)
        if found is None or (first is not None and text[here : found.start(1)].strip(' «“"„')):
            break
        word = found[1]
        if word[0].isupper() or (last is not None and word.isdigit() and len(word) < 4):
            first = found.start(1) if first is None else first
            last = found.end(1) - (2 if word.endswith(("'s", "’s")) else 0)
            if last != found.end(1):
                break
        elif last is None or word.casefold() not in inside:
            break
        here = found.end()
    return Span(first, last) if first is not None and last is not None else None


def _is_outlet(document: Document, name: str, lead: re.Match[str], known: Collection[str]) -> bool:
    words = _WORD.findall(name)
    if words[0].casefold() in WEEKDAYS or month_named(words[0], document.language, foreign=False):
        return False
    if lead["noun1"] or lead["noun2"] or _has_name_of_one(name, known):
        return True
    # "in an interview with Ruiz" is a person's where the text has the whole name
    before = re.finditer(rf"([^\W\d_])[\w.]*\s+{re.escape(name)}\b", document.text)
    alone = lead["interview"] is not None and lead["on"] is None and len(words) == 1
    stands = alone and words[0].casefold() not in listed_words("no_outlets")
    return stands and not any(each[1].isupper() for each in before)


def _has_name_of_one(name: str, known: Collection[str]) -> bool:
    """Whether a name is an outlet's by its words: one that it is known by, or letters that stand for it."""
    if folded(name) in known:
        return True
    words = _WORD.findall(name)
    if any(word.casefold() in listed_words("no_outlets") for word in words):
        return False
    if any(word.casefold() in listed_words("outlet_words") for word in words):
        return True
    # where all is in capitals they are no letters that stand for words
    letters = [len(word) > 1 and word.isupper() and word.isalpha() for word in words]
    return any(letters) and (not all(letters) or (len(words) == 1 and len(name) <= _LETTERS))


def folded(name: str) -> str:
    """A name without accents, capitals and marks, by which two printings of it are one.

    >>> folded("RIA-Novosti") == folded("Ria Novosti")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


class Outlets:
    """To whom the words of one record's documents were given.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[int, frozenset[str]] | None = None

    @property
    def known(self) -> frozenset[str]:
        """The outlets of the record's documents, folded."""
        generation = self._store.generation
        if self._known is None or self._known[0] != generation:
            outlets = (info.outlet for info in self._store.documents())
            self._known = (generation, frozenset(folded(each) for each in outlets if each))
        return self._known[1]

    def other(self, claimed: str, documents: Sequence[str]) -> str | None:
        """The outlet that the first of some documents names, where none of them names the claimed one.

        Args:
            claimed: the outlet that an article names.
            documents: ids of documents that have the words, the likeliest first.
        """
        infos = [info for each in documents if (info := self._store.info(each)) is not None]
        if not infos or any(self._names(info, claimed) for info in infos):
            return None
        told = self._told(infos[0])
        if (
            told is None
            or _scripts(told) != _scripts(claimed)
            or _same(told, claimed)
            or _same(claimed, told)
        ):
            return None
        return told

    def _names(self, info: DocumentInfo, claimed: str) -> bool:
        """Whether a document speaks of an outlet above its first words, or in its labels."""
        document = self._store.document(info.id)
        labels = (turn.label.of(document.text) for turn in document.turns if turn.label is not None)
        head = " ".join((info.title or "", info.outlet or "", info.url or "", document.text[:_HEAD]))
        return _same(" ".join((head, *set(labels))), claimed)

    def _told(self, info: DocumentInfo) -> str | None:
        """To whom a document says that it was given: who interviews, who asks, else who published it."""
        title, document = info.title or "", self._store.document(info.id)
        headline = Document(text=title, name="", sha256="", reader="", language=info.language)
        for lead in _leads(info.language).finditer("" if title.isupper() else title):
            name = _named_at(headline, lead.end(), len(title))
            if lead["interview"] and name and _is_outlet(headline, name.of(title), lead, self.known):
                return name.of(title)
            first = _LAST_WORDS.search(title, 0, lead.start())
            if lead["interview"] and first and _has_name_of_one(first[1], self.known):
                return first[1]
        labels = {turn.label.of(document.text).strip(" :") for turn in document.turns if turn.label}
        asked = [turn.label for turn in document.turns if turn.role is Role.QUESTION and turn.label]
        askers = {label.of(document.text).strip(" :") for label in asked}
        # where all labels are in capitals, so is a person's
        shown = [each for each in askers if not all(label.isupper() for label in labels) or " " in each]
        if (
            len(askers) == 1
            and shown
            and _has_name_of_one(shown[0], self.known)
            and not _is_generic(shown[0])
        ):
            return shown[0]
        # to a press conference many come
        open_to_all = re.search(remark(listed_words("in_person")), title, re.IGNORECASE) is not None
        return None if open_to_all else info.outlet


def _is_generic(label: str) -> bool:
    """Whether a label in capitals is a questioner's without a name."""
    return any(word.casefold() in listed_words("questioners") for word in _WORD.findall(label))


def _significant(name: str) -> list[str]:
    words = folded(name).split()
    kept = [word for word in words if word not in listed_words("articles") | listed_words("outlet_nouns")]
    return kept or words


def _same(one: str, other: str) -> bool:
    """Whether a name has all words of another, or its first letters."""
    words, wanted = set(folded(one).split()), _significant(other)
    initials = "".join(word[0] for word in folded(one).split())
    letters = "".join(word[0] for word in folded(other).split())
    return set(wanted) <= words or (len(wanted) == 1 and wanted[0] in initials) or letters in words


def _scripts(name: str) -> frozenset[str]:
    return frozenset(unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha())
