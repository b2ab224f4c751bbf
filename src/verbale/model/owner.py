"""Whose words stand at a place of a record, and when they were said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.model.document import Basis, Role

__all__ = ["SECOND_HAND", "Owner"]

SECOND_HAND = frozenset((Basis.DIGEST, Basis.ARTICLE))
"""What kinds of place report speech, and are not speech themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose words a passage is: `speaker` first-hand, or reported by `via`.

    `said_on` is the event's date where it is known, else the page's, and then `by_page` is set.
    `unbroken` says that nothing but the speaker's own words stands in the passage, `reported` that an
    article quotes it, and `repeated_of` is the day on which a speaker says that it was said before.
    `turn` tells the turn that the words stand in, by its document and its place there; `parser` is the
    number of the parser that found whose words they are, None where none did; `unsure` says that it was
    not sure.
    """

    speaker: str | None = None
    said_on: date | None = None
    published_on: date | None = None
    by_page: bool = False
    via: str | None = None
    first_hand: bool = False
    role: Role | None = None
    basis: Basis
    replayed: bool = False
    title: str | None = None
    unbroken: bool = True
    reported: bool = False
    repeated_of: date | None = None
    turn: tuple[str, int] | None = None
    parser: int | None = None
    unsure: bool = False

    @property
    def relayed(self) -> bool:
        """Whether the record has the words only because another tells them, in speech or in a digest."""
        if self.first_hand or self.role is None or self.basis is Basis.ARTICLE:
            return False
        return self.basis is not Basis.DIGEST or self.via is not None

    @property
    def asked(self) -> bool:
        """Whether the words are a question's."""
        return self.first_hand and self.role is Role.QUESTION
