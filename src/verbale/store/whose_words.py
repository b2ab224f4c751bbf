"""Whose words stand at a place, of the statements there: a report's, or those of the turn around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from verbale.model.document import Basis, Kind
from verbale.model.holdings import DocumentInfo
from verbale.model.owner import SECOND_HAND, Owner
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.text.one_person import one_person

__all__ = ["owner_among", "speech_around"]

# A speaker goes on after so few letters of somebody else's (an interjection with its label), and
# is followed over so many of them on either side.
INTERJECTION = 60
RESUMPTIONS = 3

# The statements that have words of a range of the text, from its start to its end.
At = Callable[[int, int], Sequence[Statement]]


def owner_among(
    info: DocumentInfo, statements: Sequence[Statement], span: Span, languages: Callable[[str], Sequence[str]]
) -> Owner:
    """Whose words a passage is.

    Args:
        info: what is known of the version that the passage stands in.
        statements: those of this version that have words of the passage.
        span: the passage's place in the version's text.
        languages: gives the languages that a speaker speaks, where they are known.
    """
    statement = _innermost(statements, span)
    said_on = (statement.said_on if statement else None) or info.said_on
    # a digest's own day is that of its dateline, which is the report's
    by_page = said_on is None or (info.kind is Kind.BRIEF and said_on == info.published_on)
    unsure = any(each.unsure for each in statements)
    if statement is None:
        return Owner(
            said_on=said_on or info.published_on,
            published_on=info.published_on,
            by_page=by_page,
            basis=info.basis,
            title=info.title,
            parser=info.parser,
            unsure=unsure,
        )
    in_speech = statement.turn is not None or info.kind is not Kind.ARTICLE
    return Owner(
        speaker=statement.speaker,
        said_on=said_on or info.published_on,
        published_on=info.published_on,
        by_page=by_page,
        via=statement.via or _relayed_in_digest(info, statement),
        first_hand=statement.first_hand,
        role=statement.role if in_speech else None,
        basis=_basis(statement, info.language, languages),
        replayed=statement.replayed,
        title=info.title,
        turn=(info.id, statement.turn) if statement.turn is not None else None,
        unbroken=any(_holds(part, span) for part in statement.spans),
        reported=not in_speech and not statement.first_hand,
        parser=info.parser,
        unsure=unsure,
    )


def _relayed_in_digest(info: DocumentInfo, statement: Statement) -> str | None:
    """Who tells of words that a digest gives to another than its main speaker."""
    if info.kind is not Kind.BRIEF or info.speaker is None or statement.speaker is None:
        return None
    return info.speaker if one_person(info.speaker, statement.speaker) is False else None


def _basis(statement: Statement, language: str | None, languages: Callable[[str], Sequence[str]]) -> Basis:
    """What kind of place a statement is: in a language that the speaker does not speak, a translation."""
    if statement.basis in SECOND_HAND or statement.speaker is None or language is None:
        return statement.basis
    spoken = languages(statement.speaker)
    return Basis.TRANSLATION if spoken and language not in spoken else statement.basis


def _innermost(statements: Iterable[Statement], span: Span) -> Statement | None:
    """The statement that holds the passage: a report if it lies in one, else the turn around it.

    What a speaker reports in their own words is a report and the speaker's wording too; there the
    wording counts, for quotes are held against words.
    """
    around = [each for each in statements if _holds(_hull(each), span)]
    if len(around) < 2:
        return around[0] if around else None
    worded = [each for each in around if each.first_hand and _has_an_end_of(each, span)]
    reported = [each for each in around if not each.first_hand]
    pool = worded or reported or around
    return min(pool, key=lambda each: len(_hull(each)), default=None)


def _holds(part: Span, span: Span) -> bool:
    """Whether a passage lies in a part of a text, but for a mark at either end."""
    return part.start <= span.start + 1 and span.end - 1 <= part.end


def _hull(statement: Statement) -> Span:
    first, *others = statement.spans
    return Span(first.start, others[-1].end) if others else first


def _has_an_end_of(statement: Statement, span: Span) -> bool:
    """Whether the passage begins or ends with words of the statement, not of somebody quoted in it."""
    first, last = span.start + 1, max(span.start, span.end - 2)
    return any(part.start <= place < part.end for part in statement.spans for place in (first, last))


def speech_around(at: At, span: Span) -> Span | None:
    """The span of what one speaker says around a passage; None where nobody has the floor.

    Args:
        at: gives the statements of a range of the text.
        span: the passage's place in it.
    """
    held = [each for each in at(span.start, span.end) if _hull(each).contains(span)]
    first_hand = [each for each in held if each.first_hand]
    found = first_hand or held
    if not found:
        return None
    widest = max(found, key=lambda each: len(_hull(each)))
    return _resumed(at, widest) if first_hand else _hull(widest)


def _resumed(at: At, statement: Statement) -> Span:
    """A speech with what its speaker said just before and after an interjection."""
    whole = _hull(statement)
    for _ in range(RESUMPTIONS if statement.speaker is not None else 0):
        same = [
            _hull(each)
            for each in at(max(0, whole.start - INTERJECTION), whole.end + INTERJECTION)
            if each.first_hand and each.speaker == statement.speaker
        ]
        wider = Span(
            min([whole.start, *(each.start for each in same)]), max([whole.end, *(each.end for each in same)])
        )
        if wider == whole:
            break
        whole = wider
    return whole
