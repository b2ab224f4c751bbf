"""An attribution found with the words of the text's language: a verb of saying beside the marks, and a name.

It knows three orders, `"…" said Marr`, `Marr said: "…"` and `Marr "…" said`, and what the language's pack
allows to stand between; and the one who begins a sentence, of which the marks hold a part. Anything else
between the verb and the name makes the name nobody's: "said the spokesman of Marr" is not Marr's, and no
list knows all such nouns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verbale.model.text import Span
from verbale.quote.attribution.cases import may_be_another_case
from verbale.quote.attribution.cues import Manner
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How, last_end
from verbale.quote.attribution.printed_names import TITLES, Named, name_after, name_before
from verbale.quote.attribution.printed_offices import holder_after, office_after, office_before
from verbale.quote.attribution.somebody import by_somebody
from verbale.text.lexicon import Lexicon, Words
from verbale.text.patterns import pattern

__all__ = ["NEEDED", "behind", "beside", "likeliest", "sentence"]

# Without these nothing is known of how a language attributes words.
NEEDED = ("cues", "orders", "offices", "cue_adverbs", "aides", "and_words")
_STOP = pattern(r"[.!?。！？؟।\n](?!\w)|[“”„«»\"「」『』]")
_CUES = ("cues", "cues_before_colon")
_BESIDE_ONLY = ("cues_weak",)
_OF_A_SENTENCE = (("cues", Manner.SAY), ("cues_label", Manner.LABEL), ("cues_by", Manner.BY))
# A name that is nothing but a label is one where the text has it again.
_AGAIN = 2
# How many words say how somebody is, before a colon.
_STATED = 3
# How near to a verb a negation denies it, in words.
_NEAR = 2
_BETWEEN = ("cue_adverbs", "cue_auxiliaries", "quote_links", "that_words", "and_words", "articles")
_AFTER_CUE = ("cue_adverbs", "that_words", "quote_links", "weekdays", "small_words", "subject_marks")
_NO_GIVEN = (
    "cues_by",
    "articles",
    "small_words",
    "and_words",
    "cue_adverbs",
    "offices",
    "titles",
    "as_words",
)
_GOES_ON = frozenset(",،，、")
_COLON = pattern(r"[\s*_]*[:：][\s\u200b-\u200f*_]*")
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
        (len(known.places(known.read(text[:_SAMPLE]), *(key for key, _ in _OF_A_SENTENCE))), known)
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
    found, readers = [], []
    for known in lexicons:
        if (each := _beside(text, content, outer, floor, known)) is not None:
            found.append(each)
            readers.append(known)
    named = {
        each.name: each
        for each in found
        # what is a listener's case in one of two languages that have the verb may be the listener's
        if each.name is not None and not any(_is_inflected(each.name, known) for known in readers)
    }
    if len(named) > 1:
        return None
    nobody = (each if each.name is None else replace(each, mention=None, name=None) for each in found)
    return next(iter(named.values()), None) or next(nobody, None)


def _beside(text: str, content: Span, outer: Span, floor: Span, known: Lexicon) -> Attribution | None:
    stop = _STOP.search(text, outer.end, min(floor.end, outer.end + WINDOW))
    behind = known.read_at(text, outer.end, stop.start() if stop else min(floor.end, outer.end + WINDOW))
    begin = last_end(text, max(floor.start, outer.start - WINDOW), outer.start)
    ahead = known.read_at(text, begin, outer.start)
    orders = known.pack.phrases("orders") or ()
    goes_on = text[content.end - 1 : content.end] in _GOES_ON or text[outer.end : outer.end + 1] in _GOES_ON
    found = _behind(text, behind, known, gestures=goes_on) if _may_follow(text, content, outer) else None
    found = found or _by_behind(text, behind, outer.end, known)
    if found is not None and found.mention is None and any(o.startswith("name quote") for o in orders):
        named = name_before(text, ahead, len(ahead.words), known)
        return found if named is None else _made(How.AFTER, found.cue, named)
    if found is not None:
        return found
    if not ahead.words and "name quote cue" in orders[:1]:
        begin = last_end(text, max(floor.start, outer.start - WINDOW), begin - 1)
        ahead = known.read_at(text, begin, outer.start)
    found = _ahead(text, ahead, outer.start, known)
    found = found or _label(text, ahead, outer.start, known) or _stated(text, ahead, outer.start, known)
    # a verb behind the marks makes the words somebody else's: Marr said that Crane "a joke" called it
    alone = not known.places(behind, "cues") and not known.places(behind, "cues_label")
    found = found or (_within(text, ahead, known) if alone else None)
    told = _cue_places(ahead, known, *_CUES, "cues_participle")
    return found or by_somebody(text, ahead, outer.start, known, told)


def _is_inflected(name: str, known: Lexicon) -> bool:
    words = known.read(name)
    whole = range(len(words.words))
    return may_be_another_case(words, whole, known, beside=range(0), titled=False)


def behind(text: str, start: int, end: int, known: Lexicon) -> Attribution | None:
    """The attribution with which a clause begins: `said Marr`.

    Args:
        text: The text.
        start: Where the clause begins.
        end: Where it ends.
        known: The words of the text's language.
    """
    return _behind(text, known.read_at(text, start, end), known)


def sentence(text: str, start: int, end: int, lexicons: Sequence[Lexicon]) -> Attribution | None:
    """Who begins a sentence that reports what was said; None where the languages do not agree.

    Args:
        text: The text.
        start: Where the sentence begins.
        end: Where it ends.
        lexicons: The words of the languages that the text may be in.
    """
    found = [_within(text, known.read_at(text, start, end), known) for known in lexicons]
    return found[0] if len(found) == 1 else None


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


def _behind(text: str, words: Words, known: Lexicon, *, gestures: bool = True) -> Attribution | None:
    """`"…," said Marr`, `"…," Marr said`; a gesture says it only where the words go on behind a comma."""
    between = _covered(words, known, *_BETWEEN)
    barred = set() if gestures else _covered(words, known, "gestures")
    quoting = _covered(words, known, "quoting_verbs")
    for first, last in _cue_places(words, known, *_CUES, *_BESIDE_ONLY):
        if first in barred:
            return None
        cue = Span(words.starts[first], words.ends[last - 1])
        if first in quoting:
            return Attribution(How.AFTER, cue)
        if between.issuperset(range(first)):
            named = name_after(text, words, last, known)
            if named is None and (behind := _over_listener(text, words, last, known, case=True)) > last:
                named = name_after(text, words, behind, known)
            if named is None or _behind_office(text, words, last, named, known):
                named = holder_after(text, words, last, known)
            return _made(How.AFTER, cue, named or office_after(text, words, last, known))
        named = name_before(text, words, first, known)
        if named is not None and between.issuperset(range(named.first)):
            return _made(How.AFTER, cue, named)
        return None
    return _around_name(text, words, between, known)


def _behind_office(text: str, words: Words, number: int, named: Named, known: Lexicon) -> bool:
    """Whether a comma parts a name from the office before it, whose holder need not be meant."""
    offices = _covered(words, known, "offices").intersection(range(number, len(words.words)))
    before = [n for n in offices if words.ends[n] <= named.span.start]
    return bool(before) and "," in text[words.ends[max(before)] : named.span.start]


def _around_name(text: str, words: Words, between: set[int], known: Lexicon) -> Attribution | None:
    """`"…", hat Marr am Montag gesagt`: the two parts of the verb stand around the name."""
    if 0 not in _covered(words, known, "cue_auxiliaries"):
        return None
    named = name_after(text, words, 1, known, clause=True)
    for place in known.places(words, "cues_participle") if named is not None else ():
        allowed = between | _covered(words, known, "weekdays", "small_words")
        if named is not None and allowed.issuperset(range(named.last, place.first)):
            return _made(How.AFTER, Span(words.starts[0], words.ends[place.last - 1]), named)
    return None


def _by_behind(text: str, words: Words, end: int, known: Lexicon) -> Attribution | None:
    """`"…", according to Marr`: nothing parts it from the marks, and no verb makes it another clause."""
    place = next((p for p in known.places(words, "cues_by") if p.first == 0), None)
    if place is None or 0 in _covered(words, known, "ambiguous_cues"):
        return None  # "…" for Marr: whom it is for
    if not _LEADS_ON.match(text, end, words.starts[0]) or known.places(words, *_CUES):
        return None
    named = name_after(text, words, place.last, known)
    if named is None or not (" " in named.name or _is_surname(text, named.name, known)):
        return None
    return _made(How.AFTER, Span(words.starts[0], words.ends[place.last - 1]), named)


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
            named = name_before(text, words, first, known) or office_before(text, words, first, known)
            if named is not None or not tail:
                return _made(How.BEFORE, cue, named)
        told = _over_listener(text, words, last, known) == count
        if told and _COLON.fullmatch(text, words.ends[-1], start):
            named = name_before(text, words, first, known)
            if named is not None and named.first == 0 and _is_name(text, words, named):
                return _made(How.BEFORE, cue, named)
        named = name_after(text, words, last, known)
        if named is not None and named.last == count and _LEADS_ON.match(text, words.ends[-1], start):
            if _has_subject(text, words, first, known):
                return Attribution(How.BEFORE, cue, recipient=True)
            return _made(How.BEFORE, cue, named)
    return None


def _label(text: str, words: Words, start: int, known: Lexicon) -> Attribution | None:
    """`Elena Marr: "…"`: a name and nothing else; a single word may be any noun."""
    count = len(words.words)
    if not count or _COLON.fullmatch(text, words.ends[-1], start) is None:
        return None
    named = name_before(text, words, count, known)
    if named is None or named.first > 0:
        return None
    # a sentence begins with a capital, and German nouns have one: "Kurze Antwort"
    any_noun = " " not in named.name or known.has("capital_nouns")
    if any_noun and named.span.start == words.starts[0]:
        last = re.escape(named.name.split()[-1])
        if len(re.findall(rf"(?<!\w){last}(?!\w)", text)) < _AGAIN:
            return None
    return Attribution(How.COLON, None, named.span, joint=named.joint)


def _stated(text: str, words: Words, start: int, known: Lexicon) -> Attribution | None:
    """`Elena Marr remained cautious: "…"`: how somebody is, in a few words that name nobody and nothing."""
    count = len(words.words)
    if not count or _COLON.fullmatch(text, words.ends[-1], start) is None:
        return None
    barred = _covered(words, known, "articles", "aides", "offices", "listener_words")
    for place in known.places(words, "state_verbs"):
        tail = range(place.last, count)
        few = 0 < len(tail) <= _STATED and barred.isdisjoint(tail)
        if not few or any(text[words.starts[n]].isupper() for n in tail):
            continue
        named = name_before(text, words, place.first, known)
        if named is not None and named.first == 0 and " " in named.name:
            return Attribution(How.COLON, None, named.span, joint=named.joint, name=named.name)
    return None


def _within(text: str, words: Words, known: Lexicon) -> Attribution | None:
    """`Marr said the plan "leads nowhere"`, `According to Marr the plan is "dead"`, `Marr called it "dead"`.

    Only where a sentence begins with the speaker, has one verb of saying, and names nobody else before the
    marks: else it may be about somebody else's words.
    """
    everyday = {(p.first, p.last) for p in known.places(words, "ambiguous_cues") if p.first > 0}
    by_places = {(p.first, p.last) for p in known.places(words, "cues_by")}
    found = _cue_places(words, known, *(key for key, _ in _OF_A_SENTENCE), *_BESIDE_ONLY)
    # "for Marr" says whose words they are only where a sentence begins with it
    cues = [place for place in found if place not in everyday or place not in by_places]
    if len(cues) != 1:
        return None
    first, last = cues[0]
    manner = next((how for key, how in _OF_A_SENTENCE if (first, last) in known.places(words, key)), None)
    if manner is None:
        return None
    by = manner is Manner.BY
    # "Marr zufolge"
    behind = by and first > 0 and first in _covered(words, known, "cues_only_after")
    by = by and not behind
    named = (
        name_after(text, words, last, known, clause=True) if by else name_before(text, words, first, known)
    )
    if named is None or not _covered(words, known, "aides").isdisjoint(range(len(words.words))):
        return None
    alone = " " not in named.name and named.first == named.last - 1
    if (by or behind) and ((by and first > 0) or (alone and not _is_surname(text, named.name, known))):
        return None  # "laut Gesetz"
    aside = "," in text[named.span.end : words.starts[first]]
    if not by and (named.first > 0 or aside or not _is_name(text, words, named)):
        return None
    rest = range(named.last if by else last, len(words.words))
    capital = [text[words.starts[n]].isupper() for n in rest]
    told = rest and capital[0] and rest[0] not in _covered(words, known, "weekdays")
    if told or any(map(all, pairwise(capital))):
        return None
    doubt = any(-_NEAR <= place.first - last <= _NEAR for place in known.denials(words))
    cue = Span(words.starts[first], words.ends[last - 1])
    return Attribution(How.WITHIN, cue, named.span, manner, named.joint, doubt, name=named.name)


def _over_listener(text: str, words: Words, number: int, known: Lexicon, *, case: bool = False) -> int:
    """Where the name of whoever is spoken to ends behind a verb: `Marr answered to Crane:`; else the number.

    A word before the name tells it, or its case alone; a word may be the listener's and the speaker's too
    where another name follows.
    """
    first = number
    before = _covered(words, known, "listener_words")
    if not case:
        while first < len(words.words) and first in before:
            first += 1
    last, titles = first, _covered(words, known, *TITLES, "articles")
    while last < len(words.words) and (text[words.starts[last]].isupper() or last in titles):
        if text[words.starts[last]].islower() and first < last - 1 and case:
            break
        last += 1
    told = first > number or may_be_another_case(
        words, range(first, last), known, beside=range(0), titled=False
    )
    return last if told and last > first else number


def _has_subject(text: str, words: Words, cue: int, known: Lexicon) -> bool:
    """Whether somebody is named before the verb too: `Marr asked Crane:`, `To the Times said Marr:`."""
    pronouns = [*known.entries("persons_he")[:1], *known.entries("persons_she")[:1]]
    if cue > 0 and (words.words[cue - 1] in pronouns or cue - 1 in _covered(words, known, "listener_words")):
        return True
    named = name_before(text, words, cue, known)
    return named is not None and _is_name(text, words, named)


def _is_surname(text: str, word: str, known: Lexicon) -> bool:
    """Whether the text has a word behind a given name, as it has a surname in full."""
    # where nouns have capitals, a sentence may begin "Neues Gesetz"
    inside = r"(?<=[\w,] )" if known.has("capital_nouns") else r"(?<!\w)"
    full = re.finditer(rf"{inside}(?P<given>[^\W\d_a-z][\w’'.-]*)[ \u00a0]{re.escape(word)}(?!\w)", text)
    return any(not known.places(known.read(found["given"]), *_NO_GIVEN) for found in full)


def _is_name(text: str, words: Words, named: Named) -> bool:
    """Whether a word that begins a sentence with a capital has one inside a sentence too."""
    alone = named.span.start == words.starts[0] and " " not in named.name
    return not alone or re.search(rf"[\w,]\s{re.escape(named.name)}(?!\w)", text) is not None
