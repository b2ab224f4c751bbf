"""Who holds an office that is a label, if the document leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from verbale.parse.labels.anatomy import Anatomy
from verbale.parse.people.given_names import NOT_GIVEN
from verbale.parse.people.knowledge import Knowledge
from verbale.text.name_parts import parts_of, unbracketed
from verbale.text.name_words import MEN, WOMEN
from verbale.text.names import bare, is_office, words_of_name
from verbale.text.one_person import distinct, same_person
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["Holders", "holder_in"]

_NAME_WORD = r"[^\W\d_a-zà-ÿ][\w.'’\-‑]*"
_HEAD = 3_000
_MOST_OFFICES = 60
# Letters in which the word before an office, and the name behind it, stand.
_BEFORE, _AFTER = 60, 400
# Offices that a document's main speaker may hold without the text saying so.
_LEADING = frozenset({"prime minister", "president", "premier"})
_FORMS = {"pm": "prime minister"}
_PARTY = pattern(r"(\([^().]+ [^().]+)\. [^()]*(?: [-–] |/)[^()]*\)$")
# "Mr. President, Ivo Tarn said ...": whoever is addressed is not named
_ADDRESS = MEN | WOMEN | listed_words("addresses")


def holder_in(label: str) -> str | None:
    """Who stands in brackets behind an office, None where nobody does.

    Args:
        label: A label as printed.

    >>> holder_in("The PRESIDING OFFICER (Mr. Holm)"), holder_in("THE PRESIDENT (through interpreter)")
    ('Holm', None)
    """
    # "O SR. PRESIDENTE (Ada Holm. LP - MW)": the party stands behind a stop
    label = _PARTY.sub(r"\1)", label)
    name = parts_of(label).name
    return bare(label) if name and name != parts_of(unbracketed(label)).name else None


class _Matter:
    """Some words of a document, in which offices are looked for with what stands right beside them."""

    def __init__(self, matter: str) -> None:
        self._matter = matter

    @cached_property
    def _words(self) -> str:
        return " ".join(self._matter.split())

    @cached_property
    def _folded(self) -> str:
        return self._words.casefold()

    def followed(self, office: str) -> Iterator[re.Match[str]]:
        """Where a name follows an office."""
        follows = _follows(office)
        if len(self._folded) != len(self._words):
            yield from follows.finditer(self._words)
            return
        done, place = 0, self._folded.find(office)
        while place >= 0:
            found = follows.search(self._words, max(done, place - _BEFORE), place + len(office) + _AFTER)
            if found:
                yield found
                done = found.end()
            place = self._folded.find(office, max(done, place + 1))


class Holders:
    """Tells who holds the offices among a document's labels.

    Args:
        known: What else the document says of its people.
        main: The main speaker.
        labels: The document's labels, by their keys.
        bracketed: The keys of offices behind which a name stands in brackets, here or there.
        start: Where the first label stands, in code points: nothing before it is speech.
    """

    def __init__(
        self,
        known: Knowledge,
        main: str | None,
        labels: Mapping[str, Anatomy],
        *,
        bracketed: Collection[str],
        start: int,
    ) -> None:
        self._main, self._bracketed = main, bracketed
        start = min(start, _HEAD)
        front, speech = f"{known.title}\n{known.text[:start]}", known.text[start:_HEAD]
        self._title, self._front, self._speech = _Matter(known.title), _Matter(front), _Matter(speech)
        self._head = _Matter(f"{front}\n{speech}")
        self._offices = {_normal(key) for key in labels if is_office(key)}
        people = [made.name for made in labels.values() if not is_office(made.name)]
        self._titles = {" ".join(parts_of(name).office) for name in people}
        self._has_own_label = any(same_person(name, main or "") for name in people)
        self._guests = any(made.titled and not is_office(key) for key, made in labels.items())

    def of(self, made: Anatomy) -> str | None:
        """Who holds the office that a label is."""
        if made.key in self._bracketed:
            return None  # who had the chair when it was named need not have it later
        office = _normal(made.key)
        if len(self._offices) > _MOST_OFFICES or office in self._titles:
            return None  # "PRIME MINISTER:" beside "PRIME MINISTER CLARKE:" may be either
        named = self._named_with(office, self._front)
        if self._main is None:
            people = distinct(named)
            return people[0] if len(people) == 1 and len(words_of_name(people[0])) > 1 else None
        if self._has_own_label:
            return None
        # who speaks may name other holders, a colleague abroad or the next guest; where it is the one office
        # among the labels, only the title can name a rival
        leads = self._leads(office)
        if leads and len(self._offices) == 1:
            return self._main if self._is_main(self._named_with(office, self._title)) else None
        named += self._named_with(office, self._speech)
        return self._main if (named or leads) and self._is_main(named) else None

    def _named_with(self, office: str, matter: _Matter) -> list[str]:
        """The names that follow an office in some words."""
        found = []
        for m in matter.followed(office):
            words = m["name"].split()
            addressed = m["before"] is not None and m["before"].casefold() in _ADDRESS
            if addressed or any(is_office(word) for word in words[:2]):
                continue
            if self._main and same_person(" ".join(words[:2]), self._main):
                found.append(self._main)
                continue
            given = [word.strip(".,;:’'") for word in words[:2]]
            if any(word.casefold() in NOT_GIVEN or len(word) < 2 for word in given):
                continue
            if not words[0].endswith((".", ",")):
                found.append(" ".join(given))
        return found

    def _is_main(self, names: Iterable[str]) -> bool:
        return all(same_person(name, self._main or "") for name in names)

    def _leads(self, office: str) -> bool:
        """Whether an office is one that a main speaker holds, and nobody else's label comes near it."""
        if office not in _LEADING:
            return False
        if office == "prime minister":  # unless the text gives the main speaker another office
            named = [
                name for other in self._offices - {office} for name in self._named_with(other, self._head)
            ]
            return not any(same_person(name, self._main or "") for name in named)
        return len(self._offices) == 1 and not self._guests


def _normal(office: str) -> str:
    folded = office.casefold().removeprefix("the ")
    return _FORMS.get(folded, folded)


@lru_cache(maxsize=256)
def _follows(office: str) -> re.Pattern[str]:
    """An office and the words that stand behind it as a name does."""
    return re.compile(
        rf"(?:(?P<before>[^\W\d_]+)\.?\s+)?(?i:\b{re.escape(office)})"
        rf"(?i:,?\s+(?:the\s+)?(?:rt\.?\s+)?hon(?:ou?rable)?\.?)?,?\s+(?i:dr\.?\s+|mr\.?\s+|ms\.?\s+)?"
        rf"(?P<name>(?:{_NAME_WORD}\s+){{1,3}}{_NAME_WORD})"
    )
