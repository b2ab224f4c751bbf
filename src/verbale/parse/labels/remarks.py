"""What stands in a label beside the name: brackets within brackets, a note between dashes, an addressee."""

from __future__ import annotations

from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["parted"]

_OPENING, _CLOSING = "([（【〔［", ")]）】〕］"
# "Ana Berg – waving a letter –": what a note says is no part of a name, and a hyphen is none without spaces
_NOTE = pattern(r"\s+(?:[–—]|--?)\s+(?P<note>\S[^–—]*?)\s*[–—-]\s*\Z")
# "Ana Berg, to Minister Tarn"
_ADDRESSEE = pattern(rf",\s+(?P<note>(?:{remark(listed_words('addressees'))})\s+[^\s,].*)\Z")


def parted(label: str) -> tuple[str, str]:
    """A label without what stands in brackets, between dashes or after "to", and these words.

    Args:
        label: The text before a label's end mark, as it stands.

    Returns:
        The name with its tail, and the remarks with single spaces between them.

    >>> parted("Ada Holm (Minister (Ports), LP)"), parted("Ada Holm – einen Brief schwenkend –")
    (('Ada Holm', 'Minister (Ports), LP'), ('Ada Holm', 'einen Brief schwenkend'))
    """
    name, remarks = _without_brackets(label) if any(mark in label for mark in _OPENING) else (label, [])
    for note in (_NOTE, _ADDRESSEE):
        if found := note.search(name):
            remarks.append(found["note"])
            name = name[: found.start()]
    return name, " ".join(" ".join(remarks).strip(" –—-").split())


def _without_brackets(label: str) -> tuple[str, list[str]]:
    """What stands outside all brackets, and inside each; a bracket that stays open holds the rest."""
    outside: list[str] = []
    inside: list[str] = []
    depth = start = 0
    for place, sign in enumerate(label):
        if sign in _OPENING:
            if not depth:
                outside.append(label[start:place])
                start = place + 1
            depth += 1
        elif sign in _CLOSING and depth:
            depth -= 1
            if not depth:
                inside.append(label[start:place])
                start = place + 1
    (inside if depth else outside).append(label[start:])
    return " ".join(" ".join(outside).split()), inside
