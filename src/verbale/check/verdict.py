"""How the parts of a check make up its one word and how much an editor should care."""

from __future__ import annotations

from collections.abc import Collection

from verbale.model import Attribution, Basis, Dating, Flag, Severity, Verdict, Wording

__all__ = ["severity_of", "verdict_of"]

_BAD = frozenset((Verdict.ALTERED, Verdict.SPLICED, Verdict.MISATTRIBUTED, Verdict.MISDATED))
_LOOK = frozenset((Verdict.NOT_FOUND, Verdict.COMMON))
_LOOK_FLAGS = frozenset(
    (
        Flag.CUT,
        Flag.RELAYED,
        Flag.REPLAYED,
        Flag.ASKED,
        Flag.PREPARED,
        Flag.UNCLEAR,
        Flag.RETRACTED,
        Flag.DIFFERS,
        Flag.OUTLET,
        Flag.UNREAD,
        Flag.UNSURE,
    )
)
# What a quote that marks its changes may have lost of the sense at its marks.
_MARKED = frozenset((Verdict.ELIDED, Verdict.ADAPTED))
_AT_MARKS = frozenset((Flag.NEGATION, Flag.NUMBER, Flag.MODALITY, Flag.NAME))
_SECOND_HAND = frozenset((Basis.DIGEST, Basis.ARTICLE))


def verdict_of(wording: Wording, attribution: Attribution, dating: Dating) -> Verdict:
    """The verdict that follows from wording, attribution and dating, the gravest first.

    >>> str(verdict_of(Wording.VERBATIM, Attribution.WRONG, Dating.WRONG))
    'misattributed'
    """
    if wording in {Wording.NOT_FOUND, Wording.COMMON}:
        return Verdict(wording.value)
    if attribution is Attribution.WRONG:
        return Verdict.MISATTRIBUTED
    if wording in {Wording.SPLICED, Wording.ALTERED}:
        return Verdict(wording.value)
    if dating is Dating.WRONG:
        return Verdict.MISDATED
    return Verdict(wording.value)


def severity_of(  # noqa: PLR0913 - what lowers it, each by its name
    verdict: Verdict,
    flags: Collection[Flag],
    basis: Basis | None,
    attribution: Attribution,
    *,
    undated: bool = False,
    unread: bool = False,
    unheard: bool = False,
    rewritten: bool = False,
) -> Severity:
    """How much an editor should care.

    Other words than a translation's, or its sentences joined, may be another translation of the same
    speech: they are to be looked at. Nobody is blamed for words of which it is not sure whose they are,
    nor with another's, or other words than another's, where the record has nothing of him. Of which an
    article's own attribution was not understood is to be looked at whatever its words: they may be
    another's than those it was held against. A faithful quote that leaves out a condition is never green,
    nor is one whose speaker, or whose day, the record does not confirm, nor one that at its marks leaves
    out a hedge, a quantity or a denial, nor one whose brackets put other content in.

    Args:
        verdict: the one word.
        flags: what stands beside it.
        basis: what kind of place the evidence is; a translation only where all of it is.
        attribution: how the speaker stands to the claim.
        undated: whether a day is claimed and the record has none.
        unread: whether an article gives the quote to nobody who was understood.
        unheard: whether somebody is claimed of whom the record has nothing, or whose these words need not be.
        rewritten: whether brackets put other content in.

    >>> str(severity_of(Verdict.VERBATIM, (Flag.CUT,), Basis.TRANSCRIPT, Attribution.RIGHT))
    'look'
    """
    if unread:
        return Severity.LOOK
    if verdict in {Verdict.ALTERED, Verdict.SPLICED} and basis is Basis.TRANSLATION:
        return Severity.LOOK
    if verdict is Verdict.MISATTRIBUTED and (unheard or Flag.UNSURE in flags):
        return Severity.LOOK
    if verdict is Verdict.ALTERED and unheard:
        return Severity.LOOK
    if verdict in _BAD:
        return Severity.BAD
    if verdict in _LOOK or _LOOK_FLAGS.intersection(flags) or basis in _SECOND_HAND:
        return Severity.LOOK
    if undated or rewritten or (verdict in _MARKED and _AT_MARKS.intersection(flags)):
        return Severity.LOOK
    return Severity.LOOK if attribution is Attribution.UNKNOWN else Severity.OK
