"""Words that a speaker tells of somebody without marks: `You said we've got to …`, `we stay, she told us`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.model.text import Span
from verbale.quote.attribution.by_pack import beside
from verbale.quote.attribution.cues import CUE, Manner
from verbale.quote.attribution.following import following
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How, last_end
from verbale.quote.attribution.preceding import preceding
from verbale.text.lexicon import Lexicon, Place, Words
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern
from verbale.text.sentences import sentence_ends

__all__ = ["teller_of"]

# Of so many words between a verb of saying and what it governs, none begins another clause.
_FARTHEST = 12
_CLAUSE_ENDS = pattern(
    rf"[;.!?—–]|,\s+(?:{either(listed_words('joining') | listed_words('opposing'))})\s|[:：]\s*\w"
)
_SAYS = (Manner.SAY, Manner.ING, Manner.BY)
_MODALS = ("modals_will", "modals_would", "modals_may", "modals_can", "modals_should", "modals_must")
_SELF = listed_words("of_self")
_MARKS = " \t\r\n\u00a0*_:："
_FIRST = ("persons_i", "persons_we")


def teller_of(text: str, words: Span, floor: Span, lexicons: Sequence[Lexicon]) -> Attribution | None:
    """Who is said to have said some words of a turn; None where they are the speaker's own.

    Args:
        text: The text.
        words: The words, between which and the cue no mark stands.
        floor: What the speaker says around them.
        lexicons: The words of the languages that the text may be in.

    Returns:
        The cue, and the mention where one can be told: of `I was told that …` nobody's.

    >>> from verbale.text.lexicon import lexicons_for
    >>> text = "Last week you said we have to repair the bridge. I said that we sell it."
    >>> english = lexicons_for("en", None, "")
    >>> teller_of(text, Span(19, 47), Span(0, len(text)), english).mention.of(text)
    'you'
    >>> teller_of(text, Span(61, 71), Span(0, len(text)), english) is None
    True
    """
    begin = last_end(text, max(floor.start, words.start - WINDOW), words.start)
    end = next(sentence_ends(text, words.end, floor.end), min(floor.end, words.end + WINDOW))
    if text[begin : words.start].strip(_MARKS):
        for known in lexicons:
            # most sentences have no verb of saying, which is quickly seen
            if known.pack.code == "en" and CUE.search(text, begin, words.start) is None:
                continue
            if (found := _before(text, begin, words, known)) is not None:
                return found
    if text[words.end : words.end + 1] in {",", "，", "،"}:
        for known in lexicons:
            if known.pack.code == "en" and CUE.search(text, words.end, end) is None:
                continue
            if (found := _behind(text, words, end, known)) is not None:
                return found
    return None


def _before(text: str, begin: int, words: Span, known: Lexicon) -> Attribution | None:
    ahead = known.read_at(text, begin, words.start)
    cue = _governing(text, ahead, words.start, known)
    if cue is None:
        return None
    if known.pack.code == "en":
        found = preceding(text, begin, words.start, begin)
        return _of_others(text, found) if found is not None else None
    subject = ahead._replace(words=ahead.words[: cue.first], starts=ahead.starts[: cue.first])
    if known.places(subject, *_FIRST):
        return None
    told = beside(text, words, words, Span(begin, words.end), (known,))
    if told is not None and (told.doubt or told.joint):
        return None
    place = Span(ahead.starts[cue.first], ahead.ends[cue.last - 1])
    addressed = [ahead.starts[each.first] for each in known.places(subject, "persons_you")]
    if addressed and (told is None or told.mention is None):
        number = ahead.starts.index(addressed[-1])
        return Attribution(How.WITHIN, place, Span(addressed[-1], ahead.ends[number]), recipient=True)
    return told or Attribution(How.WITHIN, place)


def _governing(text: str, ahead: Words, start: int, known: Lexicon) -> Place | None:
    """The last verb of saying before some words, if it may govern them and is not denied or only possible."""
    keys = ("cues", "cues_by", "cues_participle")
    cues = sorted({place for key in keys for place in known.places(ahead, key)})
    if not cues:
        return None
    cue = cues[-1]
    rest = text[ahead.ends[cue.last - 1] : start]
    if len(ahead.words) - cue.last > _FARTHEST or _CLAUSE_ENDS.search(rest):
        return None
    near = ahead._replace(words=ahead.words[max(0, cue.first - 2) : cue.first])
    if known.denials(near) or known.places(near, *_MODALS):
        return None
    return cue


def _behind(text: str, words: Span, end: int, known: Lexicon) -> Attribution | None:
    rest = known.read_at(text, words.end, end)
    cues = known.places(rest, "cues")
    if not cues or cues[0].first > _FARTHEST:
        return None
    if known.pack.code == "en":
        found = following(text, words.end, words.end, end)
        return _of_others(text, found) if found is not None else None
    told = beside(text, words, words, Span(words.start, end), (known,))
    return None if told is None or told.mention is None or told.doubt else told


def _of_others(text: str, found: Attribution) -> Attribution | None:
    """What was found, where it makes the words somebody else's than the speaker's."""
    if found.doubt or found.cue is None or found.manner not in _SAYS:
        return None
    if found.manner is Manner.BY and " " not in found.cue.of(text):
        return None  # "four per cent": without marks the word says nothing of speech
    if found.recipient:
        # "we were told that": by whom, nobody knows
        return replace(found, mention=None, recipient=False)
    if found.mention is None:
        return None
    mention = found.mention.of(text).strip("*_ \n").casefold().replace("’", "'")
    if mention in _SELF or CUE.fullmatch(mention):
        return None
    return replace(found, mention=None) if found.joint else found
