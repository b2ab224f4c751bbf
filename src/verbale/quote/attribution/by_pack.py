"""An attribution found with the words of the text's language: a verb of saying beside the marks, and a name.

It knows three orders, `"…" said Marr`, `Marr said: "…"` and `Marr "…" said`, and what the language's pack
allows to stand between. Anything else between the verb and the name makes the name nobody's: "said the
spokesman of Marr" is not Marr's, and no list knows all such nouns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.model.text import Span
from verbale.quote.attribution.cases import may_be_another_case
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How, last_end
from verbale.quote.attribution.printed_names import Named, name_after, name_before
from verbale.text.lexicon import Lexicon, Words
from verbale.text.patterns import pattern

__all__ = ["NEEDED", "beside", "likeliest", "without_owner"]

# Without these nothing is known of how a language attributes words.
NEEDED = ("cues", "orders", "offices", "cue_adverbs", "aides", "and_words")
_STOP = pattern(r"[.!?。！？؟।\n](?!\w)|[“”„«»\"「」『』]")
_CUES = ("cues", "cues_before_colon")
_BESIDE_ONLY = ("cues_weak",)
_BETWEEN = ("cue_adverbs", "cue_auxiliaries", "quote_links", "that_words", "and_words", "articles")
_AFTER_CUE = ("cue_adverbs", "that_words", "quote_links", "weekdays", "small_words", "subject_marks")
_LEADS_ON = pattern(r"[:：,،，、]?[\s\u200b-\u200f*_]*\Z")
# Words that may follow a verb before the marks: `said on Monday in the house:`.
_FARTHEST = 6
# Where a text's language cannot be told, so much of it is looked at, and so many languages are tried.
_SAMPLE, _LIKELIEST = 10_000, 3


def likeliest(text: str, lexicons: Sequence[Lexicon]) -> tuple[Lexicon, ...]:
    """Of the languages that a text may be in, those whose verbs of saying it has most of.

    Args:
        text: The text; its beginning is enough.
        lexicons: The words of the languages.
    """
    counts = [
        (len(known.places(known.read(text[:_SAMPLE]), "cues")), known)
        for known in lexicons
        if known.pack.code != "en"
    ]
    ranked = sorted((each for each in counts if each[0]), key=lambda each: -each[0])
    return tuple(known for _, known in ranked[:_LIKELIEST])


def beside(
    text: str, content: Span, outer: Span, floor: Span, lexicons: Sequence[Lexicon]
) -> Attribution | None:
    """The attribution beside quoted words; none where the languages that a text may be in do not agree.

    Args:
        text: The text.
        content: The last stretch of the words.
        outer: The words with their marks.
        floor: The neighbourhood.
        lexicons: The words of the languages that the text may be in.

    >>> from verbale.text.lexicon import lexicons_for
    >>> text = "«Il porto resta aperto», ha detto Elena Sartori."
    >>> found = beside(text, Span(1, 22), Span(0, 23), Span(0, len(text)), lexicons_for("it", None, ""))
    >>> found.mention.of(text), found.name
    ('Elena Sartori', 'Elena Sartori')
    """
    found = [each for known in lexicons if (each := _beside(text, content, outer, floor, known)) is not None]
    named = {each.name: each for each in found if each.name is not None}
    if len(named) > 1:
        return None
    return next(iter((*named.values(), *found)), None)


def _beside(text: str, content: Span, outer: Span, floor: Span, known: Lexicon) -> Attribution | None:
    stop = _STOP.search(text, outer.end, min(floor.end, outer.end + WINDOW))
    behind = known.read_at(text, outer.end, stop.start() if stop else min(floor.end, outer.end + WINDOW))
    begin = last_end(text, max(floor.start, outer.start - WINDOW), outer.start)
    ahead = known.read_at(text, begin, outer.start)
    orders = known.pack.phrases("orders") or ()
    found = _behind(text, behind, known) if _may_follow(text, content, outer) else None
    if found is not None and found.mention is None and any(o.startswith("name quote") for o in orders):
        named = name_before(text, ahead, len(ahead.words), known)
        return found if named is None else _made(How.AFTER, found.cue, named)
    if found is not None:
        return found
    if not ahead.words and "name quote cue" in orders[:1]:
        begin = last_end(text, max(floor.start, outer.start - WINDOW), begin - 1)
        ahead = known.read_at(text, begin, outer.start)
    return _ahead(text, ahead, outer.start, known)


def without_owner(text: str, found: Attribution | None, lexicons: Sequence[Lexicon]) -> Attribution | None:
    """An attribution that names nobody where its words name whose spokesman or minister speaks, or to whom.

    Args:
        text: The text.
        found: What was found.
        lexicons: The words of the text's language.
    """
    if found is None or found.mention is None:
        return found
    for known in lexicons:
        words = known.read_at(text, max(0, found.mention.start - 40), found.mention.end)
        ahead = sum(start < found.mention.start for start in words.starts)
        if _is_of_another_case(text, found, known):
            return replace(found, mention=None)
        if any(place.last >= ahead - 2 for place in known.places(words, "aides")):
            return replace(found, mention=None)
        opening = _covered(words, known, "small_words") - _covered(words, known, "articles")
        if ahead in opening and len(words.words) > ahead + 1:
            return replace(found, mention=None)  # "En Velm dijo"
        for place in known.places(words, "listener_words"):
            behind_name = text[words.starts[place.first - 1]].isupper() if place.first > ahead else True
            if place.first >= ahead and behind_name:
                return replace(found, mention=None)
    return found


def _is_of_another_case(text: str, found: Attribution, known: Lexicon) -> bool:
    """Whether the mention's name, titles before it left out, may stand in another case than a speaker's."""
    mention, cue = found.mention, found.cue
    if mention is None:
        return False
    start, end = max(0, mention.start - 40), mention.end
    if cue is not None:
        start, end = min(start, cue.start), max(end, cue.end)
    words = known.read_at(text, start, end)
    titles = _covered(words, known, "offices", "titles", "men", "women")
    places = [n for n, at in enumerate(words.starts) if mention.start <= at < mention.end]
    if not places:
        return False
    last = places[-1] + 1
    first = max((n + 1 for n in places[:-1] if n in titles), default=places[0])
    while first < last - 1 and text[words.starts[first]].islower():
        first += 1
    said = [n for n, at in enumerate(words.starts) if cue is not None and cue.start <= at < cue.end]
    beside = range(said[0], said[-1] + 1) if said else range(0)
    titled = first > places[0] or first - 1 in titles
    return may_be_another_case(words, range(first, last), known, beside=beside, titled=titled)


def _may_follow(text: str, content: Span, outer: Span) -> bool:
    """Whether the sentence may go on behind the mark: a full stop before it ends it, save in Chinese."""
    last = text[content.end - 1 : content.end]
    return last not in {".", "।"} or text[outer.end : outer.end + 1] in {",", "،"}


def _made(how: How, cue: Span | None, named: Named | None) -> Attribution:
    if named is None:
        return Attribution(how, cue)
    return Attribution(how, cue, named.span, joint=named.joint, name=named.name)


def _cue_places(words: Words, known: Lexicon, *keys: str) -> list[tuple[int, int]]:
    found = {(p.first, p.last) for key in keys for p in known.places(words, key)}
    # a longer cue hides those inside it
    return sorted(p for p in found if not any(q != p and q[0] <= p[0] and p[1] <= q[1] for q in found))


def _covered(words: Words, known: Lexicon, *keys: str) -> set[int]:
    return {n for key in keys for place in known.places(words, key) for n in range(place.first, place.last)}


def _behind(text: str, words: Words, known: Lexicon) -> Attribution | None:
    """`"…," said Marr`, `"…," Marr said`."""
    between = _covered(words, known, *_BETWEEN)
    for first, last in _cue_places(words, known, *_CUES, *_BESIDE_ONLY):
        cue = Span(words.starts[first], words.ends[last - 1])
        if between.issuperset(range(first)):
            return _made(How.AFTER, cue, name_after(text, words, last, known))
        named = name_before(text, words, first, known)
        if named is not None and between.issuperset(range(named.first)):
            return _made(How.AFTER, cue, named)
        return None
    return None


def _ahead(text: str, words: Words, start: int, known: Lexicon) -> Attribution | None:
    """`Marr said: "…"`, `said Marr: "…"`."""
    count = len(words.words)
    allowed = _covered(words, known, *_AFTER_CUE)
    for first, last in reversed(_cue_places(words, known, *_CUES)):
        cue = Span(words.starts[first], words.ends[last - 1])
        tail = range(last, count)
        if (
            len(tail) <= _FARTHEST
            and allowed.issuperset(tail)
            and _LEADS_ON.search(text, words.ends[-1], start)
        ):
            named = name_before(text, words, first, known)
            if named is not None or not tail:
                return _made(How.BEFORE, cue, named)
        named = name_after(text, words, last, known)
        if named is not None and named.last == count and _LEADS_ON.match(text, words.ends[-1], start):
            if _has_subject(text, words, first, known):
                return Attribution(How.BEFORE, cue, recipient=True)
            return _made(How.BEFORE, cue, named)
    return None


def _has_subject(text: str, words: Words, cue: int, known: Lexicon) -> bool:
    """Whether somebody is named before the verb too: `Marr asked Crane:`, `To the Times said Marr:`."""
    pronouns = [*known.entries("persons_he")[:1], *known.entries("persons_she")[:1]]
    if cue > 0 and (words.words[cue - 1] in pronouns or cue - 1 in _covered(words, known, "listener_words")):
        return True
    named = name_before(text, words, cue, known)
    if named is None or (named.first, named.last) != (0, 1):
        return named is not None
    # a sentence begins with a capital: a word is a name that has one inside a sentence too
    return re.search(rf"[\w,]\s{re.escape(named.name)}(?!\w)", text) is not None
