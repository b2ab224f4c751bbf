"""What an edit touched: a negation, a number, a modal, a name, the person, the tense."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from verbale.model import Edit, Flag, Span
from verbale.text.gazetteer import place_of
from verbale.text.letters import spelled
from verbale.text.lexicon import Lexicon, Words
from verbale.text.signs import MONEY

__all__ = ["touched"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%$€£]")
_MODALS = ("modals_will", "modals_would", "modals_may", "modals_can", "modals_should", "modals_must")
_SURE = ("qualifiers", "certainties")
_PERSONS = (
    *("persons_i", "persons_we", "persons_you", "persons_he"),
    *("persons_she", "persons_it", "persons_they"),
)
_ONE = 1
# The fewest letters of a word to which a part that denies is put.
SHORTEST = 2
_SMALL = (
    *(
        "small_words",
        "articles",
        "and_words",
        "that_words",
        "conditions",
        "contrasts",
        "negations",
        "numbers",
    ),
    *(*_SURE, *_MODALS, *_PERSONS, "presents", "pasts"),
)
# A word opens a sentence where nothing but marks stands before it.
_OPENS = re.compile(r"(?:^|[.!?…:\n])[\s\[(\"'“”„«»‘’—–-]*$")


def touched(
    edits: Iterable[Edit], lexicons: Sequence[Lexicon], quoted: str = "", record: str = ""
) -> tuple[Flag, ...]:
    """The flags of what edits touched, in the order of `Flag`.

    Args:
        edits: from the record to the quote; of a text without spaces, with the letters around them.
        lexicons: the words of the languages that the record's words may be in.
        quoted: the quote; whether a word opens a sentence there is left open where it is not given.
        record: the text of the record's words; the like.

    >>> from verbale.model import Operation
    >>> from verbale.text.lexicon import lexicons_for
    >>> touched([Edit(op=Operation.DELETE, quoted="", record="not")], lexicons_for("en", None, ""))
    (<Flag.NEGATION: 'negation'>,)
    """
    found: set[Flag] = set()
    for edit in edits:
        if _digits(edit.quoted) != _digits(edit.record):
            found.add(Flag.NUMBER)
        ours = _names(edit.quoted, edit.quoted_span, quoted, record, lexicons)
        if ours != _names(edit.record, edit.record_span, record, quoted, lexicons):
            found.add(Flag.NAME)
        for lexicon in lexicons:
            found |= _of(lexicon.read(edit.quoted), lexicon.read(edit.record), lexicon)
    # in German a capital makes no name
    if any(lexicon.pack.code == "de" for lexicon in lexicons):
        found.discard(Flag.NAME)
    return tuple(flag for flag in Flag if flag in found)


def _of(left: Words, right: Words, lexicon: Lexicon) -> set[Flag]:
    found: set[Flag] = set()

    def differ(kinds: Callable[[Words, Lexicon], object]) -> bool:
        return kinds(left, lexicon) != kinds(right, lexicon)

    if differ(_denials) or _denied_by_affix(left, right, lexicon):
        found.add(Flag.NEGATION)
    if differ(_numbers):
        found.add(Flag.NUMBER)
    if differ(_modals):
        found.add(Flag.MODALITY)
    if _persons_differ(_persons(left, lexicon), _persons(right, lexicon)):
        found.add(Flag.PERSON)
    if _tense_moved(left.words, right.words, lexicon):
        found.add(Flag.TENSE)
    return found


def _digits(words: str) -> list[str]:
    return sorted(word for word in spelled(words) if word in MONEY or any(map(str.isdigit, word)))


def _names(words: str, span: Span | None, text: str, other: str, lexicons: Sequence[Lexicon]) -> set[str]:
    """The words with a capital that is a name's: not for its weight, and not for opening a sentence."""
    found = set()
    for match in _WORD.finditer(words):
        word = match[0]
        if not word[0].isupper() or len(word) == 1 or word.startswith(("I'", "I’")):
            continue
        start = match.start() + (span.start if span is not None else 0)
        if span is None or not text:
            known = match.start() > 0 or not _is_small(word.lower(), lexicons)
        else:
            known = not _OPENS.search(text, 0, start) or _is_name(word, (text, other), lexicons)
        if known:
            found.add(word)
    return found


def _is_small(word: str, lexicons: Sequence[Lexicon]) -> bool:
    return any(lexicon.covered([lexicon.fold(word)], *_SMALL) for lexicon in lexicons)


def _is_name(word: str, texts: Iterable[str], lexicons: Sequence[Lexicon]) -> bool:
    """Whether a word that opens a sentence is a name: with a capital elsewhere too, or a known place's."""
    if _is_small(word.lower(), lexicons):
        return False
    small = re.compile(rf"(?<!\w){re.escape(word.lower())}(?!\w)")
    inside = re.compile(rf"(?<=[^\W\d_,;] ){re.escape(word)}(?!\w)")
    texts = tuple(texts)
    if any(small.search(text) for text in texts):
        return False
    return any(inside.search(text) for text in texts) or place_of(word) is not None


def _denials(words: Words, lexicon: Lexicon) -> int:
    return len(lexicon.denials(words)) + len(lexicon.places(words, "negating_phrases"))


def _denied_by_affix(left: Words, right: Words, lexicon: Lexicon) -> bool:
    """Whether one side has a word that the other has with a part that denies: "unable", "hopeless"."""
    one, two = set(left.words) - set(right.words), set(right.words) - set(left.words)
    harmless = {word for words in (left, right) for word in _covered(words, lexicon, "not_denied")}
    prefixes = (*lexicon.prefixes("negations"), *lexicon.entries("denying_prefixes"))
    endings = lexicon.pairs("denying_endings")
    for ours, theirs in ((one, two - harmless), (two, one - harmless)):
        for word in ours:
            if any(len(word) >= SHORTEST and prefix + word in theirs for prefix in prefixes):
                return True
            for ending, affirms in endings:
                stems = {word, word.removesuffix(affirms)} if affirms and word.endswith(affirms) else {word}
                if any(len(stem) >= SHORTEST and stem + ending in theirs for stem in stems):
                    return True
    return False


def _covered(words: Words, lexicon: Lexicon, key: str) -> set[str]:
    return {words.words[number] for number in lexicon.covered(words.words, key)}


def _numbers(words: Words, lexicon: Lexicon) -> list[str]:
    """The number words, but for "one", which is an article in many languages."""
    ones = set(lexicon.forms("numbers")[_ONE]) if lexicon.has("numbers") and not lexicon.unspaced else set()
    places = lexicon.places(words, "numbers", "quantities", "percent")
    found = (" ".join(words.words[place.first : place.last]) for place in places)
    return sorted(each for each in found if each not in ones)


def _modals(words: Words, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """By their strength; a form of two strengths counts for both."""
    strengths: dict[tuple[int, int], list[str]] = {}
    for key in (*_MODALS, *_SURE):
        for place in lexicon.places(words, key):
            strengths.setdefault(place, []).append(key)
    return sorted(map(tuple, strengths.values()))


def _persons(words: Words, lexicon: Lexicon) -> set[frozenset[str]]:
    """The persons that each form of a person may be."""
    forms: dict[tuple[int, int], set[str]] = {}
    for key in _PERSONS:
        for place in lexicon.places(words, key):
            forms.setdefault(place, set()).add(key)
    return set(map(frozenset, forms.values()))


def _persons_differ(left: set[frozenset[str]], right: set[frozenset[str]]) -> bool:
    if not left or not right:
        return False
    return any(
        all(one.isdisjoint(other) for other in theirs)
        for ours, theirs in ((left, right), (right, left))
        for one in ours
    )


def _tense_moved(left: Sequence[str], right: Sequence[str], lexicon: Lexicon) -> bool:
    if not lexicon.has("presents", "pasts", "irregular_pasts", "past_endings"):
        return False
    for present, past in zip(lexicon.forms("presents"), lexicon.forms("pasts"), strict=True):
        for one, two in ((left, right), (right, left)):
            if not {*present}.isdisjoint(one) and not {*past}.isdisjoint(two):
                return True
    stems_left, stems_right = ({_stem(word, lexicon) for word in words} for words in (left, right))
    same = {stem for stem, _ in stems_left} & {stem for stem, _ in stems_right}
    return any(
        {past for stem, past in stems_left if stem == verb}
        != {past for stem, past in stems_right if stem == verb}
        for verb in same
        if len(verb) > 2
    )


def _stem(word: str, lexicon: Lexicon) -> tuple[str, bool]:
    irregular = dict(lexicon.pairs("irregular_pasts"))
    if word in irregular:
        return irregular[word].removesuffix("e"), True
    for ending, present in lexicon.pairs("past_endings"):
        stem = word.removesuffix(ending) + present
        # "need" and "bed" are no pasts
        if word.endswith(ending) and len(stem) > 2:
            return stem.removesuffix("e"), True
    present = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return present.removesuffix("e"), False
