"""What a check says to a person, in the words of the house: short, exact, without drama."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from verbale.model.check import (
    Attribution,
    Check,
    Coverage,
    Doubt,
    Edit,
    Flag,
    Operation,
    Severity,
    Verdict,
)
from verbale.model.document import Basis
from verbale.model.holdings import RecordInfo
from verbale.telling.small_words import QUESTIONER, UNNAMED, count, day, days, documents, either, few, shorten

__all__ = [
    "NEEDS",
    "base_words",
    "claim_words",
    "coverage_words",
    "difference",
    "flag_words",
    "given_words",
    "paraphrase_words",
    "verdict_name",
    "verdict_sentence",
    "verdict_words",
]

LONGEST_EDIT = 60

# What an edit touched; these are told in one sentence.
TOUCHED = {
    Flag.NEGATION: "a negation",
    Flag.NUMBER: "a number",
    Flag.MODALITY: "certainty or duty",
    Flag.NAME: "a name",
    Flag.PERSON: "who is meant",
    Flag.TENSE: "the tense",
}
# What is to be known of the quote or of its place; each is a sentence of its own.
TOLD = {
    Flag.CLEANED: "Tidied.",
    Flag.FAR: "The pieces stand far apart.",
    Flag.CUT: "Leaves out a condition.",
    Flag.REPLAYED: "Old recording.",
    Flag.ASKED: "Questioner’s words.",
    Flag.PREPARED: "Script, not delivery.",
    Flag.UNCLEAR: "The transcript itself is unclear here.",
    Flag.RETRACTED: "Source text later changed.",
    Flag.DIFFERS: "Another text of this event has other words.",
    Flag.UNREAD: "Verbale does not know this language’s negations.",
}
# Why it is not sure whose words they are; told where the flag `unsure` stands.
DOUBTS = {
    Doubt.TURN: "Whose words these are is not sure.",
    Doubt.OLDER_PARSER: "Read by an older parser: verbale reparse.",
}
SECOND_HAND = {
    Basis.DIGEST: "From a digest.",
    Basis.ARTICLE: "From an article.",
    Basis.TRANSLATION: "In translation.",
}
# What an editor is to do, by how much a check matters.
NEEDS = {Severity.BAD: "to correct", Severity.LOOK: "to look at", Severity.OK: "in order"}


def base_words(base: RecordInfo) -> str:
    """How large the record is, with its period.

    >>> from datetime import date
    >>> size = {"documents": 1083, "events": 900, "words": 2_000_000, "kinds": {}, "outlets": {}}
    >>> base_words(RecordInfo(first=date(2021, 1, 4), last=date(2022, 2, 1), **size))
    '1,083 documents, 2021 to 2022'
    """
    words = count(base.documents, "document")
    if base.first is None or base.last is None:
        return words
    if base.first.year == base.last.year:
        return f"{words}, {base.first.year}"
    return f"{words}, {base.first.year} to {base.last.year}"


def difference(edits: Sequence[Edit]) -> str:
    """What was changed, in words; from the record to the quote.

    >>> difference([Edit(op=Operation.REPLACE, quoted="wants", record="does")])
    'one word changed: “wants” for “does”'
    """
    if len(edits) == 1:
        edit = edits[0]
        number = max(len(edit.quoted.split()), len(edit.record.split()))
        verb = {Operation.REPLACE: "changed", Operation.INSERT: "added", Operation.DELETE: "left out"}
        words = f"{few(number)} {'word' if number == 1 else 'words'} {verb[edit.op]}"
        if edit.op is Operation.REPLACE:
            return f"{words}: {marked(edit.quoted)} for {marked(edit.record)}"
        return f"{words}: {marked(edit.quoted or edit.record)}"
    told = [one_of_many(edit) for edit in edits[:3]]
    if len(edits) > len(told):
        told.append(f"{few(len(edits) - len(told))} more")
    return f"{few(len(edits))} changes: {either(told)}"


def one_of_many(edit: Edit) -> str:
    """One edit within a list of them."""
    if edit.op is Operation.REPLACE:
        return f"{marked(edit.quoted)} for {marked(edit.record)}"
    if edit.op is Operation.INSERT:
        return f"{marked(edit.quoted)} added"
    return f"{marked(edit.record)} left out"


def marked(words: str) -> str:
    """Somebody's words in quote marks, on one line."""
    return f"“{shorten(words, LONGEST_EDIT)}”"


def verdict_name(check: Check) -> str:
    """The verdict's own word; other words than a translation's are no alteration of what was said."""
    if check.verdict is Verdict.ALTERED and check.basis is Basis.TRANSLATION:
        return "Differs from this translation"
    return str(check.verdict).capitalize()


def verdict_words(check: Check, base: RecordInfo) -> str:
    """The verdict as a sentence, without the verdict's own word."""
    changed = f"with {difference(check.edits)}" if check.edits else ""
    match check.verdict:
        case Verdict.ALTERED:
            return f"Found {changed or 'in other words'}."
        case Verdict.SPLICED:
            number = len(check.evidence.pieces) if check.evidence else 0
            passages = f"{few(number)} passages" if number > 1 else "separate passages"
            return f"{passages.capitalize()} joined as if they were one."
        case Verdict.MISATTRIBUTED:
            whose = check.speaker or (QUESTIONER if Flag.ASKED in check.flags else UNNAMED)
            claimed = f", not {check.claimed_speaker}" if check.claimed_speaker else ""
            also = f"; {changed}" if changed else ""
            return f"Recorded from somebody else: {whose}{claimed}{also}."
        case Verdict.MISDATED:
            when = f": {day(check.said_on)}" if check.said_on else ""
            claimed = f", not {claimed_when(check)}" if claimed_when(check) else ""
            also = f"; {changed}" if changed else ""
            return f"Said on another day{when}{claimed}{also}."
        case Verdict.COMMON:
            return "Too short to place."
        case Verdict.PARAPHRASE:
            return "Beside the nearest passage; not judged." if check.evidence else "Nothing is near it."
        case Verdict.NOT_FOUND:
            return f"in the loaded record ({base_words(base)})."
        case _:
            return ""


def flag_words(check: Check) -> str:
    """What stands beside the verdict: what the change touched, and what to know of the place."""
    sentences = []
    touched = [words for flag, words in TOUCHED.items() if flag in check.flags]
    if touched:
        sentences.append(f"Touches {either(touched)}.")
    sentences += [words for flag, words in TOLD.items() if flag in check.flags]
    sentences += [words for doubt, words in DOUBTS.items() if doubt in check.doubts]
    if Flag.RELAYED in check.flags:
        sentences.append(f"Known only through {check.via}." if check.via else "Relayed by another speaker.")
    placed = check.verdict not in {Verdict.NOT_FOUND, Verdict.COMMON, Verdict.PARAPHRASE}
    if placed:
        sentences += whose_words(check)
    if Flag.OUTLET in check.flags:
        sentences.append(f"Given to {check.outlet}, not to {check.claimed_outlet}.")
    if placed and claimed_when(check) and check.said_on is None:
        sentences.append("The record does not say when.")
    if check.basis in SECOND_HAND:
        sentences.append(SECOND_HAND[check.basis])
    return " ".join(sentences)


def whose_words(check: Check) -> Iterator[str]:
    """Why nobody is confirmed to have said it; nothing where somebody is, or where a flag says it."""
    if is_unread(check):
        held = f"; the record has these words from {check.speaker}" if check.speaker else ""
        yield f"The article’s own attribution was not read{held}."
    told = check.speaker is None and (Doubt.TURN in check.doubts or Flag.ASKED in check.flags)
    if check.attribution is Attribution.UNKNOWN and not told:
        same = f"that {check.claimed_speaker} is {check.speaker}"
        yield f"The record does not show {same if check.speaker else 'whose words these are'}."
    if check.coverage is not None and check.coverage.documents_of_speaker == 0:
        yield coverage_words(check)


def is_unread(check: Check) -> bool:
    """Whether it is an article's quote, and nobody is known whom the article gives it to."""
    return check.span is not None and check.claimed_speaker is None


def claim_words(check: Check) -> str:
    """What is claimed of a quote, to be read beside its place; empty where nothing is.

    >>> from datetime import date
    >>> from verbale.model import Dating, Wording
    >>> made = {"quoted": "We stay", "verdict": Verdict.COMMON, "severity": Severity.LOOK}
    >>> stood = {"wording": Wording.COMMON, "attribution": Attribution.UNKNOWN, "dating": Dating.UNKNOWN}
    >>> claim_words(Check(claimed_speaker="Ana Ruiz", claimed_on=date(2025, 3, 1), **made, **stood))
    'Ana Ruiz, 1 March 2025'
    """
    who = check.claimed_speaker or ("nobody who was understood" if is_unread(check) else None)
    where = f"to {check.claimed_outlet}" if check.claimed_outlet else None
    return ", ".join(words for words in (who, where, claimed_when(check)) if words)


def claimed_when(check: Check) -> str:
    """The day, the month or the year that is claimed; empty where none is."""
    if check.claimed_on is not None:
        return day(check.claimed_on)
    return days(check.claimed_within) if check.claimed_within is not None else ""


def verdict_sentence(check: Check, base: RecordInfo) -> tuple[str, str]:
    """A check's whole line: the verdict's own word, and the rest of what begins with it.

    Args:
        check: the check.
        base: the record that it was held against.
    """
    told = " ".join(words for words in (verdict_words(check, base), flag_words(check)) if words)
    # "Not found in the loaded record" is one sentence; the others are two.
    joint = " " if check.verdict is Verdict.NOT_FOUND else ". "
    return verdict_name(check), f"{joint}{told}" if told else "."


def paraphrase_words(paraphrases: Sequence[Check]) -> str:
    """How much an article reports in its own words, and how much of it has a passage; empty where nothing.

    Args:
        paraphrases: checks of what it reports so.
    """
    if not paraphrases:
        return ""
    beside = sum(check.evidence is not None for check in paraphrases)
    shown = few(beside) if beside else "none"
    return f"{count(len(paraphrases), 'paraphrase')}, {shown} beside a passage: to be read, not judged."


def given_words(verdicts: Counter[Verdict]) -> str:
    """How often each verdict was given, in the order of `Verdict`; empty where none was.

    >>> given_words(Counter({Verdict.NOT_FOUND: 2, Verdict.VERBATIM: 1}))
    '1 verbatim, 2 not found.'
    """
    given = [f"{verdicts[verdict]} {verdict}" for verdict in Verdict if verdicts[verdict]]
    return f"{', '.join(given)}." if given else ""


def coverage_words(check: Check) -> str:
    """How much the record could have known of a quote that is not in it; empty where unknown."""
    coverage = check.coverage
    if coverage is None or check.claimed_speaker is None or coverage.documents_of_speaker is None:
        return ""
    if coverage.documents_of_speaker == 0:
        return f"Nothing of {check.claimed_speaker} is loaded."
    held = documents(coverage.documents_of_speaker, coverage.events_of_speaker)
    words = f"{held} with {check.claimed_speaker}"
    return f"{words}{nearest(coverage)}.{claimed_day(check)}"


def nearest(coverage: Coverage) -> str:
    """The loaded days next to the claimed one."""
    days = [day(when) for when in (coverage.nearest_before, coverage.nearest_after) if when]
    return f", nearest {either(days)}" if days else ""


def claimed_day(check: Check) -> str:
    """Whether anything of the claimed day is loaded."""
    if check.claimed_on is None or check.coverage is None or check.coverage.day_loaded is None:
        return ""
    loaded = "Something" if check.coverage.day_loaded else "Nothing"
    return f" {loaded} of {day(check.claimed_on)} is loaded."
