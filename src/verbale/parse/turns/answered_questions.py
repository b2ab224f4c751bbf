"""Which question each turn answers, once it is known who asks and who leads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.document import Role
from verbale.parse.labels.label_words import PRESIDENTS
from verbale.parse.turns.parts import Part
from verbale.text.names import words_of_name
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["linked"]

_GREETS = pattern(rf"\s*(?:and\s+|so\s+|well\s+)?(?:{remark(listed_words('greetings'))})", re.IGNORECASE)
_THANKS = pattern(r".*\b(?i:next|go ahead|thank|thanks|questions?|please|over to|turn to|hand)\b", re.DOTALL)
_HAND_OVER = 90
_CALLED = 200
# "Jeff.", "Next question, please", "Go ahead, Zeke": words that call the next questioner
_CALLS = pattern(
    r"\s*(?:(?i:okay|ok|all right|yes|yeah|so|and|great|sure)\b[,.]?\s*)*"
    r"(?:(?:[^\W\d_a-z][\w.’'-]*+[\s,]*+){1,6}[.?!]?\s*\Z"
    r"|.*\b(?i:next|go ahead|thank|thanks|questions?|please|over to|turn to|hand)\b)",
    re.DOTALL,
)


def linked(
    text: str, parts: Sequence[Part], asks: Sequence[bool], chairs: set[str], askers: set[str]
) -> list[tuple[Role, int | None]]:
    """The role of every part and the index of the question that it answers.

    Args:
        text: The document's text.
        parts: The turns in order, incidents left out.
        asks: Whether each turn ends with a question.
        chairs: Labels of those who lead.
        askers: The named speakers who ask.
    """
    exchange = _Exchange(text, parts, asks, chairs, askers)
    return [exchange.role(place) for place in range(len(parts))]


class _Exchange:
    """Goes through the turns in order: which question is open, who has answered it."""

    def __init__(
        self, text: str, parts: Sequence[Part], asks: Sequence[bool], chairs: set[str], askers: set[str]
    ) -> None:
        self._text = text
        self._parts = parts
        self._asks = asks
        self._chairs = chairs
        self._askers = askers
        telling = {part.who for part, asking in zip(parts, asks, strict=True) if not asking}
        self._only_asking = {part.who for part in parts} - telling
        self._others_ask = any(
            asking and part.key not in chairs for part, asking in zip(parts, asks, strict=True)
        )
        self._question: int | None = None
        self._answered: set[str] = set()
        # one who otherwise answers or states, and now asks
        self._asker: str | None = None

    def role(self, place: int) -> tuple[Role, int | None]:
        part = self._parts[place]
        following = self._parts[place + 1] if place + 1 < len(self._parts) else None
        if part.unsure:
            self._question, self._answered, self._asker = None, set(), None
            return Role.STATEMENT, None
        if part.replayed:
            return Role.STATEMENT, None
        if part.key in self._chairs and not part.unnamed:
            return self._of_chair(place, part, following)
        if part.unnamed or part.asking_label or part.who in self._askers:
            return self._of_asker(place, part, following)
        return self._of_other(place, part, following)

    def _of_chair(self, place: int, part: Part, following: Part | None) -> tuple[Role, int | None]:
        if self._question is None and self._asks[place] and following is not None:
            answers = not (self._asks_or_leads(following) or following.asking_label or following.replayed)
            # "Ms. Holt, a question?": who presides gives the floor
            presides = part.key.split(" ", 1)[0] in PRESIDENTS
            if (answers and not self._others_ask) or (self._calls(part, following) and not presides):
                return self._opens(place)
        if self._answered:  # the floor goes to somebody else
            self._question = None
        return Role.CHAIR, None

    def _of_asker(self, place: int, part: Part, following: Part | None) -> tuple[Role, int | None]:
        asked = self._question is not None and self._question == place - 1
        if asked and not self._asks[place] and _addressed(self._text, self._parts[place - 1], part):
            return self._answers(part)
        answers = following is not None and not (self._asks_or_leads(following) or following.replayed)
        if (
            part.unnamed
            or part.asking_label
            or self._asks[place]
            or _leads_on(self._text, part, following, first=place == 0, answers=answers)
        ):
            return self._opens(place)
        self._question = None
        return Role.STATEMENT, None

    def _of_other(self, place: int, part: Part, following: Part | None) -> tuple[Role, int | None]:
        if self._asks[place] and self._turns_to(part, following):
            return self._opens(place, by=part.who)
        if self._question is None or part.who == self._asker:
            self._question = self._asker = None
            return Role.STATEMENT, None
        if self._answered and _hands_over(self._text, part, following, self._answered, self._askers):
            return Role.CHAIR, None
        return self._answers(part)

    def _opens(self, place: int, by: str | None = None) -> tuple[Role, int | None]:
        self._question, self._answered, self._asker = place, set(), by
        return Role.QUESTION, None

    def _answers(self, part: Part) -> tuple[Role, int | None]:
        self._answered.add(part.who)
        return Role.ANSWER, self._question

    def _asks_or_leads(self, part: Part) -> bool:
        return part.unnamed or part.who in self._askers or part.key in self._chairs

    def _turns_to(self, part: Part, following: Part | None) -> bool:
        """Whether one who usually asks nobody asks the next speaker."""
        if following is None:
            return False
        if following.who in self._answered and part.who in self._only_asking:
            return True
        return (self._question is None or self._asker is not None) and self._calls(part, following)

    def _calls(self, part: Part, following: Part | None) -> bool:
        """`Dov, who steals a bridge?`: whether a question names the next speaker, who is there to answer."""
        if following is None or self._asks_or_leads(following) or following.asking_label:
            return False
        return not following.replayed and _addressed(self._text, part, following)


def _addressed(text: str, question: Part, part: Part) -> bool:
    """Whether a question's last words call the next speaker by a name."""
    if part.unnamed or part.asking_label or part.who == question.who:
        return False
    words = text[max(question.start, question.end - _CALLED) : question.end].casefold()
    names = [name for name in words_of_name(part.who) if len(name) > 2]
    return any(re.search(rf"\b{re.escape(name)}\b", words) for name in names)


def _leads_on(text: str, part: Part, following: Part | None, *, first: bool, answers: bool) -> bool:
    """Whether a named questioner's turn without a question mark is a question all the same."""
    if following is None:
        return False
    if first:  # a greeting is none, "Minister, the reservoirs are empty" is one
        return answers and part.end - part.start < 300 and not _GREETS.match(text, part.start)
    return answers or following.replayed


def _hands_over(text: str, part: Part, following: Part | None, answered: set[str], askers: set[str]) -> bool:
    """Whether a short turn after an answer calls the next questioner or thanks the guest."""
    if (
        part.who in answered
        or part.end - part.start > _HAND_OVER
        or not _CALLS.match(text[part.start : part.end])
    ):
        return False
    if following is None:
        return _THANKS.match(text, part.start, part.end) is not None
    return following.unnamed or following.who in askers
