"""What stands in a label beside the name: brackets within brackets, a note between dashes, an addressee."""

from __future__ import annotations

from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["NUMBER", "parted"]

_OPENING, _CLOSING = "([（【〔［", ")]）】〕］"
# "Ana Berg – waving a letter –": what a note says is no part of a name, and a hyphen is none without spaces
_NOTE = pattern(r"\s+(?:[–—]|--?)\s+(?P<note>\S[^–—]*?)\s*[–—-]\s*\Z")
# "Anf. 3 Ada Holm", "4. Ada Holm": the number of a speech or a question
NUMBER = pattern(r"(?:[^\W\d_]{2,8}\.[ \u00a0]+\d{1,4}\.?|T?\d{1,3}\.)[ \u00a0]+(?=[^\W\d_])")
# "Ana Berg, to Minister Tarn"
_ADDRESSEE = pattern(
    rf",\s+(?P<note>(?:{remark(listed_words('addressees'))})\s+(?:[^\s,.?!]+\.?\s+){{0,4}}[^\W\d_a-zà-ÿ][^\s,?!]*)\Z"
)


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
    if number := NUMBER.match(name):
        name = name[number.end() :]
    for note in (_NOTE, _ADDRESSEE):
        if found := note.search(name):
            remarks.append(found["note"])
            name = name[: found.start()]
    return name, " ".join(" ".join(remarks).strip(" –—-").split())


def _without_brackets(label: str) -> tuple[str, list[str]]:
    """What stands outside all brackets, and inside each; a bracket that stays open is none."""
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
    outside.append(label[start - 1 :] if depth else label[start:])
    # "Ada Holm (LP) replik": behind a bracket stands how somebody speaks, not who
    for part in [part for part in outside[1:] if part.strip(" ,")[:1].islower()]:
        outside.remove(part)
        inside.append(part)
    return " ".join(" ".join(outside).split()), inside
