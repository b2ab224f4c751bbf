"""Names behind the identifiers of tagged speakers: from the list of people, the labels, or the id itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from lxml import etree

from verbale.model.document import Role
from verbale.text.names import is_generic

__all__ = ["People"]

_UNKNOWN = re.compile(
    r"(?:unknown|unidentified|unnamed|anonym\w*|nn|none|several|multiple|collective|guest)(?:$|[-_.\d])",
    re.IGNORECASE,
)
# a year of birth, or a number that tells two of one name apart
_YEAR = re.compile(r"(?<!\d)[._-]?\d{1,4}$")
_OFFICE = re.compile(r"\s*\([^()]*\)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CHAIR = re.compile(r"#?(?:chair|chairperson|chairman|president|presiding)\b", re.IGNORECASE)
_ROLES: Mapping[str, Role] = {"question": Role.QUESTION, "answer": Role.ANSWER}


class People:
    """Whose an utterance is, by its `who`.

    Args:
        listed: Names by id, as the file's own list of people gives them.
        labels: The labels printed with each `who`.

    >>> people = People({}, {"#MarrElena": ["THE CHAIR ELENA MARR:"], "#RuizAna": ["The deputy"]})
    >>> people.named("#MarrElena"), people.named("#RuizAna"), people.named("#unknown-F")
    ('Elena Marr', 'Ana Ruiz', None)
    >>> people.named("#MOORTom.1960"), people.named("#PA721234"), people.named("#MP7")
    ('Tom Moor', None, None)
    """

    def __init__(self, listed: Mapping[str, str], labels: Mapping[str, Sequence[str]]) -> None:
        self._listed = listed
        self._labels = labels
        self._family_first = self._learn_order()
        self._known: dict[str, str | None] = {}

    def of(self, utterance: etree._Element, label: str | None = None) -> tuple[str | None, Role | None]:
        """The speaker of an utterance and its role, each None where neither tags nor label say."""
        marks = f"{utterance.get('ana') or ''} {utterance.get('role') or ''}".split()
        role = Role.CHAIR if any(_CHAIR.match(mark) for mark in marks) else None
        name = self.named(utterance.get("who") or "") or _as_printed(label)
        return name, role or _ROLES.get(utterance.get("type") or "")

    def named(self, who: str) -> str | None:
        """The name behind a `who`, None where it names nobody, or several people at once."""
        if who not in self._known:
            self._known[who] = self._find(who)
        return self._known[who]

    def _find(self, who: str) -> str | None:
        references = who.split()
        if len(references) != 1:
            return None
        key = references[0].rpartition("#")[2].rpartition(":")[2]
        if not key or _UNKNOWN.match(key):
            return None
        # a name has a capital; "any person" is what an editor writes for nobody in particular
        if any(letter.isupper() for letter in self._listed.get(key, "")):
            return self._listed[key]
        words = _words_of(key)
        for label in self._labels.get(who, ()):
            if found := _stretch(words, label):
                return _cased(found)
        named = any(word[:1].isupper() for word in words)
        if len(words) > 1 and named:
            return " ".join(_first_names_first(words, family_first=self._family_first))
        # a single word is a family name or a function: what is printed says more
        printed = [label.rstrip(":.- \u00a0–—") for label in self._labels.get(who, ())]
        if words and any(_plain(words[0]) in map(_plain, _WORD.findall(label)) for label in printed):
            return printed[0]
        return words[0] if named else None

    def _learn_order(self) -> bool:
        """Whether ids put the family name first: the guidelines have it so, but labels count more."""
        turned = straight = 0
        for who, labels in self._labels.items():
            words = _words_of(who.rpartition("#")[2])
            if len(words) > 1 and (
                found := next((f for label in labels if (f := _stretch(words, label))), None)
            ):
                first = _plain(found.split()[0])
                turned += first == _plain(words[-1])
                straight += first == _plain(words[0])
        return turned >= straight


def _as_printed(label: str | None) -> str | None:
    """The name on the label of somebody whom no list knows: "Mr. Moor", and not "A lady ____"."""
    words = _OFFICE.sub("", (label or "").rstrip(":.- \u00a0–—")).split()
    if len(words) < 2 or not words[-1][:1].isupper() or is_generic(" ".join(words)):
        return None
    return " ".join(words) if all(_WORD.search(word) for word in words) else None


def _words_of(key: str) -> list[str]:
    """The words of an id: `MarrElena1971` is Marr, Elena; `PA721234` and `Q42` are no names and have none."""
    key = _YEAR.sub("", key)
    if any(letter.isdigit() for letter in key):
        return []
    words: list[str] = []
    for part in re.split(r"[._\s-]+", key):
        start = 0
        for place in range(1, len(part)):
            follows = part[place].isupper() and part[place - 1].islower()
            # "RUIZAna": the last capital of a row begins the next word
            row = part[place - 1 : place + 1]
            ends_row = row.isalpha() and row.isupper() and part[place + 1 : place + 2].islower()
            if follows or (ends_row and place - start > 1):
                words.append(part[start:place])
                start = place
        words.append(part[start:])
    words = [word for word in words if word]
    is_code = len(words) == 1 and len(key) <= 4 and key.isupper()
    return [] if is_code else words


def _first_names_first(words: list[str], *, family_first: bool) -> list[str]:
    """The words of an id as a name is written; where some are in capitals, those are the family's."""
    family = [word for word in words if len(word) > 1 and word.isupper()]
    if family and len(family) < len(words):
        return [*(word for word in words if word not in family), *map(_cased, family)]
    return [*words[-1:], *words[:-1]] if family_first else words


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _stretch(words: Sequence[str], label: str) -> str | None:
    """The shortest stretch of a label that holds all the words, and at most two others."""
    tokens = list(_WORD.finditer(label))
    plain = [_plain(token[0]) for token in tokens]
    wanted = {_plain(word) for word in words}
    if len(words) < 2 or not wanted <= set(plain):
        return None
    best: tuple[int, int] | None = None
    for first, word in enumerate(plain):
        missing = set(wanted)
        if word not in missing:
            continue
        for last in range(first, min(len(plain), first + len(wanted) + 2)):
            missing.discard(plain[last])
            if not missing:
                if best is None or last - first < best[1] - best[0]:
                    best = (first, last)
                break
    if best is None:
        return None
    return label[tokens[best[0]].start() : tokens[best[1]].end()]


def _cased(name: str) -> str:
    """A name printed in capitals, written as names are."""
    return name.title() if name.isupper() else name
