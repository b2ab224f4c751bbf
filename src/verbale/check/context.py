"""What stands around a passage in its sentence: conditions, negations and qualifiers left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from verbale.model import Span
from verbale.text.asides import unclear
from verbale.text.lexicon import Lexicon, Words
from verbale.text.sentences import sentence_ends

__all__ = ["leaves_out", "sentence_around", "starts_over", "unclear_around"]

# How many words may stand between: the negation and the passage, the negation and the verb through which
# it governs, that verb and the passage, what denies by itself and the passage, the passage and what denies
# it behind, the passage and a negation behind; the last is how far behind a condition may begin, in
# characters. The second row counts letters, where no space parts words.
_ROOM = ((2, 3, 2, 3, 5, 3, 60), (2, 4, 3, 6, 16, 6, 24))
# A condition on the other side of these belongs to another sentence.
_ENDS = re.compile(r"[.;!?。！？؟।…]")
_DASHES = re.compile(r"[—–]")
_MARK = re.compile(r"[,;:—–(“\"،؛，、：；-]")
_WINDOW = 600
# Of a passage's own beginning, in characters.
_FIRST_WORDS = 24
# The shortest word that a negation grows onto, in letters, and how far before "that" it may stand, in words.
_LEAST, _TO_THAT = 3, 3
_OWN = ("persons_i", "persons_we")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@lru_cache(maxsize=4)
def sentence_around(text: str, span: Span, floor: Span) -> Span:
    """The sentence or sentences that a passage lies in, within what one speaker says.

    >>> text = "We met. If it rains, we stay. Then we left."
    >>> sentence_around(text, Span(20, 28), Span(0, len(text))).of(text)
    ' If it rains, we stay.'
    """
    start = max(floor.start, span.start - _WINDOW)
    stop = min(floor.end, span.end + _WINDOW)
    begin = start
    end = stop
    for at in sentence_ends(text, start, stop):
        # a passage's own last mark may end its sentence
        if at <= span.start:
            begin = at
        elif at >= span.end:
            end = at
            break
    return Span(begin, max(end, span.end))


def starts_over(text: str, span: Span, floor: Span) -> bool:
    """Whether the sentence only starts with tries at the words that the passage begins with.

    >>> text = "We – we do not, we do not publish it."
    >>> starts_over(text, Span(16, 36), Span(0, len(text)))
    True
    """
    sentence = sentence_around(text, span, floor)
    tried = _WORD.findall(text[sentence.start : span.start].casefold())
    return bool(tried) and set(tried) <= set(_WORD.findall(span.of(text).casefold())[: len(tried)])


def leaves_out(text: str, span: Span, floor: Span, lexicons: Iterable[Lexicon]) -> bool:
    """Whether the sentence has a condition or a negation that the passage leaves out.

    Args:
        text: the document's text.
        span: the passage.
        floor: the span of what its speaker says.
        lexicons: the words of the languages that the text may be in; what any of them finds counts.

    >>> from verbale.text.lexicon import lexicons_for
    >>> english = lexicons_for("en", None, "")
    >>> text = "We shall sign if the gates open. I don't think that it is over."
    >>> whole = Span(0, len(text))
    >>> leaves_out(text, Span(0, 13), whole, english), leaves_out(text, Span(52, 62), whole, english)
    (True, True)
    >>> leaves_out(text, Span(0, 31), whole, english)
    False
    """
    sentence = sentence_around(text, span, floor)
    before = text[sentence.start : span.start]
    after = text[span.end : sentence.end]
    asks = after.rstrip("”’\"' ").endswith("?")
    if not any(letter.isalnum() for letter in before) or starts_over(text, span, floor):
        before = ""
    if not any(letter.isalnum() for letter in after):
        after = ""
    opening = _Opening(
        before,
        text[span.start : span.start + _FIRST_WORDS],
        # words between two pieces of a quote begin no sentence
        begins=not text[max(0, sentence.start - 1) : sentence.start].isalnum(),
        asks=asks,
    )
    return bool(before or after) and any(
        (before and _is_ruled(opening, each)) or (after and _is_taken_back(after, each)) for each in lexicons
    )


class _Opening(NamedTuple):
    """The sentence before a passage, the passage's own first words, and what kind of sentence it is."""

    before: str
    passage: str
    begins: bool
    asks: bool


def _is_ruled(opening: _Opening, lexicon: Lexicon) -> bool:
    """Whether what stands before a passage denies it or makes it conditional."""
    words = lexicon.read(opening.before)
    near, to_verb, from_verb, by_itself, *_ = _ROOM[lexicon.unspaced]
    count = len(words.words)
    # "Isn't this …?" denies nothing
    harmless = ["question_negations"] if opening.asks else []
    if lexicon.has("half_negations") and lexicon.denials(lexicon.read(opening.passage)):
        harmless.append("half_negations")
    denials = lexicon.denials(words, *harmless)
    if any(count - place.last <= near for place in denials):
        return True
    if denials:
        governing = [p for p in lexicon.places(words, "governing") if count - p.last <= from_verb]
        if any(0 <= verb.first - no.last <= to_verb for no in denials for verb in governing):
            return True
    if any(count - place.last <= by_itself for place in lexicon.places(words, "negating_phrases")):
        return True
    if _others_tell(words, lexicon):
        return True
    if _has_fused_denial(opening, words, lexicon, from_verb):
        return True
    conditions = lexicon.places(words, "conditions")
    conditions += [
        place
        for place in lexicon.places(words, "opening_conditions")
        if (opening.begins if place.first == 0 else _is_marked(words, place.first))
    ]
    if opening.begins:
        conditions += [place for place in lexicon.places(words, "inverted_conditions") if place.first == 0]
    return any(not _ENDS.search(words.text, words.ends[place.last - 1]) for place in conditions)


def _others_tell(words: Words, lexicon: Lexicon) -> bool:
    """Whether a clause of others ends right before a passage: "Some of our allies believe that"."""
    count = len(words.words)
    that = count - 1 if any(place.last == count for place in lexicon.places(words, "that_words")) else count
    verbs = [place for place in lexicon.places(words, "told_by_others") if place.last == that]
    if not verbs:
        return False
    verb = first = verbs[0].first
    while first and not _is_marked(words, first):
        first -= 1
    who = words.words[first:verb]
    # "our allies" are others, "we" and "I've" are not
    own = tuple(phrases[0] for key in _OWN if (phrases := lexicon.pack.phrases(key)))
    return bool(who) and not any(word == each or word.startswith(f"{each}'") for word in who for each in own)


def _has_fused_denial(opening: _Opening, words: Words, lexicon: Lexicon, room: int) -> bool:
    """Whether a negation has grown onto a verb that governs the passage: Czech "Netvrdíme, že".

    It has where the rest of the word is such a verb, and where the word stands before the passage's "that":
    no list has all verbs. Words that only begin so are in the pack's `not_negations`; with a single letter
    too many do.
    """
    prefixes = lexicon.prefixes("negations")
    if not prefixes:
        return False
    count = len(words.words)
    harmless = {n for p in lexicon.places(words, "not_negations") for n in range(p.first, p.last)}
    that = {p.first for p in lexicon.places(words, "that_words")}
    passage = lexicon.places(lexicon.read(opening.passage), "that_words")
    end = count - 1 if count - 1 in that else count if any(p.first == 0 for p in passage) else None
    for number in range(max(0, count - max(room, _TO_THAT) - 1), count):
        word = words.words[number]
        for prefix in prefixes:
            rest = word.removeprefix(prefix)
            if rest == word or len(rest) < _LEAST or number in harmless:
                continue
            bare = words._replace(words=[rest], starts=[0], ends=[0])
            if len(prefix) > 1 and end is not None and end - number <= _TO_THAT:
                return True
            if count - number - 1 <= room and lexicon.places(bare, "governing", "cues"):
                return True
    return False


def _is_marked(words: Words, number: int) -> bool:
    """Whether a mark stands before a word."""
    start = words.ends[number - 1] if number else 0
    return _MARK.search(words.text, start, words.starts[number]) is not None


def _is_taken_back(after: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a passage denies it, takes it back or makes it conditional."""
    words = lexicon.read(after)
    *_, by_itself, near, characters = _ROOM[lexicon.unspaced]
    if any(place.first == 0 for place in lexicon.places(words, "contrasts")):
        return True
    if any(place.first <= by_itself for place in lexicon.places(words, "negating_after")):
        return True
    if "after" in (lexicon.pack.phrases("negation_side") or ()) and any(
        place.first <= near and not _MARK.search(words.text, 0, words.starts[place.first])
        for place in lexicon.denials(words)
    ):
        return True
    for place in lexicon.places(words, "conditions"):
        start = words.starts[place.first]
        near_it = place.first <= 2 or (start <= characters and not _DASHES.search(words.text, 0, start))
        if near_it and not _ENDS.search(words.text, words.starts[0], start):
            return True
    return any(
        place.first == 0 and _is_marked(words, 0) for place in lexicon.places(words, "opening_conditions")
    )


def unclear_around(text: str, span: Span) -> bool:
    """Whether the transcript marks words in the passage, or right after it, as not heard well."""
    return unclear(text[max(0, span.start - 1) : span.end + 16])
