"""People as TEI lists them: ids with names, first names first."""

from __future__ import annotations

from lxml import etree

from verbale.readers.tree import words_in

__all__ = ["listed"]

_ID = "{http://www.w3.org/XML/1998/namespace}id"


def listed(root: etree._Element) -> dict[str, str]:
    """The people that a header or a list names: id to name.

    >>> from verbale.readers.tree import xml_tree
    >>> listed(xml_tree(
    ...     b"<listPerson><person xml:id='a'><persName><surname>Novak</surname><forename>Ana</forename>"
    ...     b"</persName></person></listPerson>", "people.xml"))
    {'a': 'Ana Novak'}
    """
    found: dict[str, str] = {}
    for person in root.iter("{*}person"):
        key = person.get(_ID)
        names = list(person.iterchildren("{*}persName")) or list(person.iter("{*}persName"))
        # who changed the name has the one that ended beside the one that holds
        named = next((each for each in names if each.get("to") is None), next(iter(names), None))
        if key and named is not None and (name := _name(named)):
            found.setdefault(key, name)
    return found


def _name(named: etree._Element) -> str | None:
    family = [
        (part.get("type") in {"patronym", "patronymic"}, word)
        for part in named.iterchildren("{*}surname")
        if (word := words_in(part))
    ]
    first = [word for part in named.iterchildren("{*}forename") if (word := words_in(part))]
    links = [word for part in named.iterchildren("{*}nameLink") if (word := words_in(part))]
    if not family:
        return words_in(named)
    father = [word for is_father, word in family if is_father]
    own = [word for is_father, word in family if not is_father]
    return " ".join([*first, *father, *links, *own])
