"""Which words have another speaker since a document was read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verbale.model.holdings import DocumentInfo
from verbale.model.incoming import Prepared, Reread
from verbale.model.reports import SpeakerChange
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.text.one_person import same_person

__all__ = ["speaker_changes"]


def speaker_changes(info: DocumentInfo, again: Reread, made: Prepared) -> list[SpeakerChange]:
    """The words that have another speaker now, in the order of the text.

    A name that is only printed otherwise is no other speaker. Of first-hand statements the words are
    compared, wherever turns begin and end; reported ones count where the same words are reported.

    Args:
        info: what is known of the document.
        again: the statements that it had, at their places in its present text.
        made: what was found in it now.
    """
    before, after = again.before, [each.statement for each in made.statements]
    found = [*_of_turns(before, after), *_of_reports(before, after)]
    if again.orphans:
        # what stands where nothing of before was found may be words of an orphan
        found = [each for each in found if each[1] is not None]
    text = made.document.text
    changes = []
    for span, former, now in sorted(found, key=lambda each: each[0]):
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        place = Span(start, start + len(words.strip()))
        if any(map(str.isalnum, words)):
            changes.append(
                SpeakerChange(
                    document_id=info.id,
                    name=info.name,
                    span=place,
                    text=place.of(text),
                    before=former,
                    after=now,
                )
            )
    return changes


Change = tuple[Span, str | None, str | None]


def _of_turns(before: Iterable[Statement], after: Iterable[Statement]) -> Iterator[Change]:
    """What two statements share, of two speakers; and whole ones that share nothing with any other."""
    former, now = (_parts(each) for each in (before, after))
    shared: dict[tuple[str, str], tuple[Statement, Statement, Span]] = {}
    first = 0
    for part, one in former:
        while first < len(now) and now[first][0].end <= part.start:
            first += 1
        for number in range(first, len(now)):
            other_part, other = now[number]
            if other_part.start >= part.end:
                break
            start, end = max(part.start, other_part.start), min(part.end, other_part.end)
            *_, begun = shared.get((one.id, other.id), (Span(start, end),))
            shared[one.id, other.id] = (one, other, Span(begun.start, end))
    for one, other, span in shared.values():
        if _are_two(one.speaker, other.speaker):
            yield span, one.speaker, other.speaker
    parted, joined = {one for one, _ in shared}, {other for _, other in shared}
    for statement in {each.id: each for _, each in former}.values():
        if statement.id not in parted and statement.speaker is not None:
            yield _hull(statement), statement.speaker, None
    for statement in {each.id: each for _, each in now}.values():
        if statement.id not in joined and statement.speaker is not None:
            yield _hull(statement), None, statement.speaker


def _of_reports(before: Iterable[Statement], after: Iterable[Statement]) -> Iterator[Change]:
    now = {_hull(each): each for each in after if not each.first_hand}
    for one in before:
        other = now.get(_hull(one)) if not one.first_hand else None
        if other is not None and _are_two(one.speaker, other.speaker):
            yield _hull(one), one.speaker, other.speaker


def _parts(statements: Iterable[Statement]) -> list[tuple[Span, Statement]]:
    """The parts of first-hand statements, which never overlap, in the order of the text."""
    parts = [(span, each) for each in statements if each.first_hand for span in each.spans]
    return sorted(parts, key=lambda each: each[0])


def _hull(statement: Statement) -> Span:
    return Span(statement.spans[0].start, statement.spans[-1].end)


def _are_two(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is not other
    return not same_person(one, other)
