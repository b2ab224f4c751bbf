"""What is told of a record's people, copies and versions, a sentence for each."""

from __future__ import annotations

from verbale.model.holdings import Copy, Difference, Event, VersionInfo
from verbale.model.people import SpeakerInfo, Suggestion
from verbale.model.reports import Orphan, SpeakerChange
from verbale.telling.small_words import count, day, documents, shorten

__all__ = [
    "copy_words",
    "decision_words",
    "difference_words",
    "event_words",
    "orphan_words",
    "speaker_change_words",
    "speaker_words",
    "suggestion_words",
    "version_words",
]

LONGEST = 120  # code points of somebody's words on one line
NOBODY = "nobody"

REASONS = {
    "nickname": "one given name is short for the other",
    "transliteration": "the names sound alike",
    "order": "the same names in another order",
    "addition": "one has a second surname",
    "ambiguous": "the short form fits several people",
}
KINDS = {
    "same text": "the same text",
    "near": "nearly the same text",
    "excerpt": "an excerpt of it",
    "whole": "has it as a part",
}


def speaker_words(speaker: SpeakerInfo, *, office: bool = False) -> str:
    """A speaker's names, and how much of them a record holds.

    Args:
        speaker: the speaker.
        office: whether the name is that of an office.
    """
    others = [name for name in (*speaker.names, *speaker.aliases) if name != speaker.name]
    also = f" (also {', '.join(others)})" if others else ""
    held = ", an office whoever holds it" if office else ""
    size = documents(speaker.documents, speaker.events)
    reported = f", {speaker.reported:,} reported" if speaker.reported else ""
    return (
        f"{speaker.name}{also}{held}: {size}, {count(speaker.first_hand, 'statement')} first-hand{reported}."
    )


def suggestion_words(suggestion: Suggestion) -> str:
    """The question about two names, and why it is asked.

    >>> suggestion_words(Suggestion(id="a", kind="merge", one="Al Bo", other="Alan Bo", reason="nickname"))
    'Al Bo / Alan Bo: one person? one given name is short for the other.'
    """
    question = "one person?" if suggestion.kind == "merge" else "counted as one; are they two?"
    return f"{suggestion.one} / {suggestion.other}: {question} {REASONS[suggestion.reason]}."


def decision_words(suggestion: Suggestion, *, same: bool) -> str:
    """What a person decided of two names, without the full stop.

    Args:
        suggestion: the question.
        same: whether the two are one person.
    """
    return f"{suggestion.one} and {suggestion.other} {'are one person' if same else 'are two people'}"


def copy_words(copy: Copy) -> str:
    """How a copy stands to the document that was asked about.

    >>> copy_words(Copy(document_id="a", kind="near", share=0.9))
    'nearly the same text, 90% of the sampled words.'
    """
    return f"{KINDS[copy.kind]}, {copy.share:.0%} of the sampled words."


def event_words(event: Event) -> str:
    """When and where it was that copies are of; empty where neither is known."""
    when_and_where = [day(event.said_on)] if event.said_on else []
    when_and_where += [event.place] if event.place else []
    return f"One event: {', '.join(when_and_where)}." if when_and_where else ""


def version_words(version: VersionInfo) -> str:
    """A version's number, its size, and when it came in."""
    current = ", the current one" if version.current else ""
    return f"Version {version.number}: {count(version.words, 'word')}, added {version.added_at}{current}."


def difference_words(change: Difference) -> str:
    """What became of words between two versions."""
    old, new = shorten(change.old, LONGEST), shorten(change.new, LONGEST)
    if old and new:
        return f"“{old}” became “{new}”"
    return f"added “{new}”" if new else f"left out “{old}”"


def orphan_words(orphan: Orphan) -> str:
    """What has no sure place any more, why, and its words."""
    whose = f"{orphan.speaker}: " if orphan.speaker else ""
    return f"{orphan.kind}, {orphan.reason}: {whose}“{shorten(orphan.selector.exact, LONGEST)}”"


def speaker_change_words(change: SpeakerChange) -> str:
    """Whose words were given to whom, and their first ones.

    >>> from verbale.model import Span
    >>> speaker_change_words(SpeakerChange(
    ...     document_id="a", name="talk.txt", span=Span(9, 12), text="No.", before="Ana Ruiz", after=None))
    'talk.txt: “No.” was Ana Ruiz, is nobody'
    """
    before, after = (name or NOBODY for name in (change.before, change.after))
    return f"{change.name}: “{shorten(change.text, LONGEST)}” was {before}, is {after}"
