"""The German Bundestag's official minutes (`dbtplenarprotokoll`): every speaker is tagged.

Kept are the session itself and its annexes; the contents and the list of speakers only repeat them.
Heckles and applause stand in brackets, as they are printed, and are marked as boilerplate: the words
of a heckler are nobody's turn.
"""

from __future__ import annotations

from lxml import etree

from verbale.model.document import Reading, Role
from verbale.readers.metadata_dates import day_first
from verbale.readers.result import finish
from verbale.readers.speeches import Speeches
from verbale.readers.tree import local, words_in

__all__ = ["READER", "read_tree"]

READER = "bundestag/1"

_CHAIRS = ("präsident", "vizepräsident", "alterspräsident")
_SKIPPED = frozenset({"vorspann", "rednerliste", "redner"})
_BLOCKS = frozenset({"p", "tagesordnungspunkt", "sitzungsbeginn", "sitzungsende", "zitat", "tr", "anlage"})
_HEADINGS = frozenset({"anlagen-titel"})
_PAGES = "druckseitennummer"


def read_tree(data: bytes, name: str, root: etree._Element) -> Reading:
    """Reads the minutes of one session.

    Raises:
        NotText: They hold no words.
        TooLarge: The text is too long.
    """
    said = Speeches()
    _Setter(said).set(root)
    number = root.get("sitzung-nr")
    kind = words_in(root.find("vorspann/kopfdaten/berichtart"))
    return finish(
        data,
        name,
        READER,
        said.flow.text,
        title=f"{kind or 'Stenografischer Bericht'}, {number}. Sitzung" if number else kind,
        outlet=words_in(root.find("vorspann/kopfdaten/herausgeber")),
        said_on=day_first(root.get("sitzung-datum")),
        place=words_in(root.find("vorspann/kopfdaten/veranstaltungsdaten/ort")),
        language="de",
        headings=said.flow.headings,
        boilerplate=said.flow.boilerplate,
        tagged=said.turns,
    )


class _Setter:
    """Walks the minutes once; who has the floor follows from the last label."""

    def __init__(self, said: Speeches) -> None:
        self._said = said
        self._label: list[str] | None = None
        self._chaired = False

    def set(self, root: etree._Element) -> None:
        self._said.set(root, self._begin, self._end)

    def _begin(self, element: etree._Element, tag: str) -> bool:
        """Whether what stands in an element is dealt with, or left out."""
        if tag in _SKIPPED or (tag == "a" and element.get("typ") == _PAGES):
            return True
        if tag == "kommentar":
            self._said.note(words_in(element) or "")
            return True
        if tag == "name":
            self._floor(element)
            return True
        if tag == "p":
            style = element.get("klasse") or ""
            if style == "redner" or element.find("redner") is not None:
                self._floor(element)
                return True
            if style == "N":
                self._floor(element)
                return True
            self._said.flow.paragraph()
            if style.startswith(("T_", "Anlage_")):
                self._said.flow.open("heading")
        elif tag == "anlagen":
            self._said.end()
        elif tag == "td":
            self._said.flow.cell()
        if tag in _HEADINGS:
            self._said.flow.paragraph()
            self._said.flow.open("heading")
        elif tag in _BLOCKS:
            self._said.flow.paragraph()
        return False

    def _end(self, tag: str) -> None:
        if tag == "p" or tag in _HEADINGS:
            self._said.flow.close("heading")
        if tag == "rede" and not self._chaired:
            # what follows a speech without a label is the chair's or the scribe's
            self._said.end()
        if tag in _BLOCKS or tag in _HEADINGS:
            self._said.flow.paragraph()

    def _floor(self, element: etree._Element) -> None:
        """A label: the words of the element, its speaker by the tags or by the words before the colon."""
        redner = element.find("redner")
        label = "".join(
            part
            for part in (element.text, *(child.tail for child in element), *_texts(element, redner))
            if part
        )
        label = " ".join(label.split())
        speaker = _named(redner) if redner is not None else None
        printed = label.rstrip(": \u00a0")
        if not printed:
            return
        role = Role.CHAIR if printed.casefold().startswith(_CHAIRS) else None
        self._said.label(label)
        self._said.begin(speaker or printed, role)
        self._chaired = role is Role.CHAIR


def _texts(element: etree._Element, redner: etree._Element | None) -> list[str]:
    """Words of a label inside other elements than the speaker's record."""
    return [words_in(child) or "" for child in element if child is not redner and local(child) != "a"]


def _named(redner: etree._Element) -> str | None:
    """First name, particle and family name; without title, group and constituency."""
    parts = (redner.findtext(f"name/{part}") for part in ("vorname", "namenszusatz", "nachname"))
    return " ".join(" ".join(part.split()) for part in parts if part and part.strip()) or None
