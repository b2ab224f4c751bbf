"""A name beside a verb of saying, by the words that a language's pack allows around it.

Where a script has capitals, a name is a run of them. Where it has none, a name is what fills the place
between the verb and a mark, and only so many words as names have; in Chinese and Korean it begins with
a family name, in Japanese a word of respect ends it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verbale.model.text import Span
from verbale.quote.attribution.cases import may_be_another_case
from verbale.text.lexicon import Lexicon, Words
from verbale.text.patterns import pattern

__all__ = ["TITLES", "Named", "name_after", "name_before"]

_GAP = pattern(r"(?:[ \u00a0\u200c\n]|[.'’‑-] ?)*")
# An ending after a name's apostrophe: "Ankara'da".
_HAS_ENDING = pattern(r"['’]\w")
TITLES = ("offices", "titles", "men", "women", "honorifics_after")
_BEFORE_NAME = ("cue_adverbs", "cue_auxiliaries", "articles", "subject_marks", "weekdays", *TITLES)
_BEHIND_NAME = (
    "cue_adverbs", "weekdays", "small_words", "honorifics_after", "cue_auxiliaries", "listener_words",
)  # fmt: skip
_TO_CUE = ("cue_adverbs", "cue_auxiliaries", "weekdays", "small_words", "that_words", "quote_links")
# What may open a sentence before the speaker's name, with the sentence's capital.
_OPENING = (
    "cue_adverbs", "as_words", "and_words", "contrasts", "articles", "subject_marks", "persons_i",
    "persons_we",
)  # fmt: skip
# Where more capitals stand side by side two names do, and one of them is spoken to; a language of
# double surnames has a preposition for that.
_MOST = 3
_SHORT = 2


class Named(NamedTuple):
    """A name and its place; `first` and `last` count words, titles before it included."""

    span: Span
    name: str
    first: int
    last: int
    joint: bool = False


class _Side:
    """The words of one side of the marks, and which of the pack's lists each of them is in."""

    def __init__(self, text: str, words: Words, known: Lexicon) -> None:
        self.text, self.words, self.known = text, words, known
        self._sets: dict[tuple[str, ...], set[int]] = {}
        fewest_and_most = tuple(map(int, known.entries("words_of_names")))
        # of a name in a script without capitals
        self.lengths = fewest_and_most or None

    def of(self, *keys: str) -> set[int]:
        """The numbers of the words that some lists have."""
        if keys not in self._sets:
            places = (p for key in keys for p in self.known.places(self.words, key))
            self._sets[keys] = {n for p in places for n in range(p.first, p.last)}
        return self._sets[keys]

    def printed(self, number: int) -> str:
        """A word as it stands in the text."""
        return self.text[self.words.starts[number] : self.words.ends[number]]

    def joined(self, number: int) -> bool:
        """Whether nothing but what stands inside names parts a word from the one after it."""
        return _GAP.fullmatch(self.text, self.words.ends[number], self.words.starts[number + 1]) is not None

    def capital(self, number: int) -> bool:
        """Whether a word begins with a capital."""
        return self.printed(number)[:1].isupper()

    def before_weekday(self, number: int) -> bool:
        """Whether a word is the small one before a weekday: `on Monday`."""
        return number + 1 in self.of("weekdays") and not self.capital(number)

    def named(self, first: int, last: int, begin: int, end: int, *, joint: bool = False) -> Named:
        """The name from one word to another, with titles from `begin` to `end`."""
        span = Span(self.words.starts[first], self.words.ends[last - 1])
        return Named(span, " ".join(span.of(self.text).split()), begin, end, joint)


def name_after(text: str, words: Words, number: int, known: Lexicon, *, clause: bool = False) -> Named | None:
    """The name behind a verb: `said the minister Elena Marr on Monday`.

    Args:
        text: The text.
        words: The words of one side of the marks.
        number: The first word behind the verb.
        known: The words of the text's language.
        clause: Whether a clause may follow: `according to Marr remains the harbour`.

    Returns:
        The name; None where there is none, or where it may be another's.
    """
    side = _Side(text, words, known)
    count = len(words.words)
    first = number
    skipped = side.of(*_BEFORE_NAME)
    while first < count and (first in skipped or side.before_weekday(first)):
        first += 1
    if not side.of("aides").isdisjoint(range(number, min(first + 1, count))) or first == count:
        return None
    if known.unspaced or known.pack.code == "ko":
        return _before_subject_mark(side, number, count)
    last = _run_from(side, first)
    first = _over_owner(side, first, last)
    if last == first or _is_no_subject(side, first, last) or _is_owner(side, first, last):
        return None
    if _may_be_owner(side, number, first, last):
        return None
    ahead = range(number, first)
    if not side.of("listener_words").isdisjoint(ahead) and side.of(*TITLES).isdisjoint(ahead):
        return None  # in Portuguese an article too: "disse a Joana Prado"
    titled = not side.of(*TITLES).isdisjoint(ahead)
    if not side.of("owner_articles").isdisjoint(ahead) or may_be_another_case(
        words, range(first, last), known, beside=range(max(0, number - 3), number), titled=titled
    ):
        return None
    joint = last in side.of("and_words") and side.joined(last - 1)
    goes_on = not joint and last < count and side.joined(last - 1)
    verb = goes_on and clause and not side.capital(last)
    verb = verb and (last + 1 in side.of("articles", "small_words") or last in side.of("cues_participle"))
    if goes_on and not verb and last not in side.of(*_BEHIND_NAME) and not side.before_weekday(last):
        return None
    if text[words.ends[last - 1] : words.ends[last - 1] + 1] in {"'", "’"}:
        return None
    return side.named(first, last, number, last, joint=joint)


def _is_no_subject(side: _Side, first: int, last: int) -> bool:
    """Whether a run is more than one name, or its words stand in a case of whom is spoken to."""
    most = int(next(iter(side.known.entries("most_name_words")), _MOST))
    if side.lengths and not side.lengths[0] <= last - first <= side.lengths[1]:
        return True
    if sum(side.capital(n) for n in range(first, last)) > most:
        return True
    # "in einem Brief von Ivo Tarn": a noun has a capital too
    noun = side.known.has("capital_nouns") and first - 1 in side.of("articles")
    if noun and not side.of("name_links").isdisjoint(range(first, last)):
        return True
    return not side.of("listener_forms").isdisjoint(range(first, last))


def _over_owner(side: _Side, first: int, last: int) -> int:
    """Where a name begins whose office stands behind its owner: `Velmas Minister Ivo Tarn`."""
    endings = side.known.entries("owner_endings")
    if not endings or first + 1 not in side.of(*TITLES) - side.of("aides"):
        return first
    begin = first + 2
    whole = last - begin > 1 and not any(side.printed(n).endswith(endings) for n in (*range(begin, last),))
    return begin if whole and side.printed(first).endswith(endings) else first


def _is_owner(side: _Side, first: int, last: int) -> bool:
    """Whether a run of capitals goes on behind a name in the genitive: `Elena Marrs Sprecherin`."""
    endings = side.known.entries("owner_endings")
    if not endings:
        return False
    titles = side.of(*TITLES, "aides")
    return any(
        n in titles or (n + 1 < last and side.printed(n).endswith(endings)) for n in range(first + 1, last)
    )


def _may_be_owner(side: _Side, number: int, first: int, last: int) -> bool:
    """Whether a name behind an office may be in the genitive: `said the minister Elena Marrs`.

    It is where the text has it without the ending, and may be where an article stands before the office
    and the text has it nowhere else.
    """
    word, endings = side.printed(last - 1), side.known.entries("owner_endings")
    if not endings or not word.endswith(endings) or side.of(*TITLES).isdisjoint(range(number, first)):
        return False
    alone, bare = (
        len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", side.text)) for form in (word, word[:-1])
    )
    return bare > 0 or (alone == 1 and not side.of("articles").isdisjoint(range(number, first)))


def _run_from(side: _Side, first: int) -> int:
    """Where the run of a name's words ends that begins at a word."""
    count = len(side.words.words)
    last = first
    particles = side.of("name_links")
    ends = side.of("small_words", "cue_adverbs", "weekdays", "cues")
    caseless = side.lengths is not None
    while last < count and (last == first or side.joined(last - 1)):
        if caseless and last in ends:
            break
        if not caseless and not side.capital(last):
            link = last
            while link in particles and side.joined(link - 1):
                link += 1
            if last == first or link in {last, count} or not side.capital(link):
                break
            last = link
        last += 1
    return last


def name_before(text: str, words: Words, number: int, known: Lexicon) -> Named | None:
    """The name before a verb, or before the marks: `minister Elena Marr later said`.

    Args:
        text: The text.
        words: The words of one side of the marks.
        number: The verb's first word, or how many words there are.
        known: The words of the text's language.

    Returns:
        The name; None where there is none, or where it may be another's.
    """
    side = _Side(text, words, known)
    if known.unspaced or known.pack.code == "ko":
        return _before_subject_mark(side, 0, number)
    last = number
    if known.pack.code == "hi":
        marks = [n for n in range(number) if words.words[n] in known.entries("subject_marks")]
        if not marks or not side.of(*_TO_CUE).issuperset(range(marks[-1] + 1, number)):
            return None
        last = marks[-1]
    else:
        last = _over_apposition(side, last)
        caseless = side.lengths is not None
        to_cue, weekdays = side.of(*_TO_CUE), side.of("weekdays")
        while last - 1 in to_cue:
            # a weekday is no name behind its preposition alone: "Gernot Freitag" is one
            day = last - 1 in weekdays and last - 2 in to_cue
            if not (caseless or not side.capital(last - 1) or last == 1 or day):
                break
            last -= 1
    found = _ending_at(side, last)
    if found is None:
        return None
    first = found.last - sum(start >= found.span.start for start in words.starts[: found.last])
    titled = not side.of(*TITLES).isdisjoint(range(found.first, first))
    beside = range(number, min(number + 3, len(words.words)))
    another = may_be_another_case(words, range(first, found.last), known, beside=beside, titled=titled)
    return None if another else found


def _over_apposition(side: _Side, last: int) -> int:
    """`Elena Marr, the minister of works, said`: the words before the first comma."""
    marks = [n for n in range(last) if not _spaces(side, n)]
    if len(marks) < 2 or marks[-1] != last - 1:
        return last
    apposition = range(marks[-2] + 1, last)
    fits = len(apposition) <= 7 and not side.of("offices").isdisjoint(apposition)
    return marks[-2] + 1 if fits else last


def _spaces(side: _Side, number: int) -> bool:
    """Whether no comma stands behind a word."""
    words = side.words
    stop = words.starts[number + 1] if number + 1 < len(words.words) else words.ends[number] + 1
    return not any(mark in side.text[words.ends[number] : stop] for mark in ",،，")


def _run_to(side: _Side, last: int) -> int:
    """Where the run of a name's words begins that ends before a word."""
    first = last
    particles = side.of("name_links")
    caseless = side.lengths is not None
    while first > 0 and (first == last or side.joined(first - 1)):
        number = first - 1
        if not caseless and not side.capital(number):
            while number > 0 and number in particles and side.joined(number - 1):
                number -= 1
            if not first < last or number == first - 1 or not side.capital(number):
                break
        first = number
    return first


def _ending_at(side: _Side, last: int) -> Named | None:
    known = side.known
    if last > 0 and _HAS_ENDING.match(side.text, side.words.ends[last - 1]):
        return None
    caseless = side.lengths is not None
    first = _run_to(side, last)
    begin = first
    offices = [n for n in range(first, last) if n in side.of(*TITLES)]
    if not side.of("aides").isdisjoint(range(max(0, first - 3), last)) or _is_owner(side, first, last):
        return None
    if offices:
        first = offices[-1] + 1
    opening = side.of(*_OPENING, "small_words", "weekdays") if caseless else side.of(*_OPENING)
    while first in opening:
        first += 1
    if first >= last or _is_governed(side, first) or _is_no_subject(side, first, last):
        return None
    if caseless and not side.of("small_words", "cues").isdisjoint(range(first, last)):
        return None
    joint = False
    if begin > 0 and side.joined(begin - 1):
        joint = begin - 1 in side.of("and_words")
        # where a speaker's name has an article of its own, any other is an owner's
        articles = "subject_marks" if known.entries("subject_marks") else "articles"
        allowed = side.of("cue_adverbs", "weekdays", *TITLES, "quote_links", articles)
        if not joint and begin - 1 not in allowed:
            return None
        while begin - 1 in allowed:
            begin -= 1
    return side.named(first, last, begin, last, joint=joint)


def _is_governed(side: _Side, first: int) -> bool:
    """Whether a sentence begins with a word that only the sentence gives its capital: `In Velm said`."""
    if not side.capital(first) or (first > 0 and side.joined(first - 1)):
        return False
    if first in side.of("small_words", "listener_words"):
        return True
    word, printed = side.words.words[first], re.escape(side.printed(first))
    if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", side.text):
        return True
    # a preposition that the text has no second time; a name of two letters it mostly has
    return len(word) <= _SHORT and not re.search(rf"[\w,]\s{printed}(?!\w)", side.text)


def _before_subject_mark(side: _Side, start: int, stop: int) -> Named | None:
    """A name of Chinese, Japanese or Korean: by its family name, or by the word of respect behind it."""
    known, words = side.known, side.words
    while start < stop and start in side.of("quote_links"):
        start += 1
    if known.pack.code == "ko":
        return _korean(side, start, stop)
    begin = start
    for number in range(start, stop):
        if number + 1 < stop and not side.joined(number):
            begin = number + 1
    if known.pack.code == "ja":
        return _japanese(side, begin, stop) or _japanese(side, start, stop)
    to_cue = side.of("cue_adverbs", "weekdays", "honorifics_after")
    last = stop
    while last > begin and last - 1 in to_cue:
        last -= 1
    offices = [n for n in range(begin, last) if n in side.of("offices", "titles")]
    first = offices[-1] + 1 if offices else begin
    name = "".join(words.words[first:last])
    # two letters may be any word: "above" begins as the name Gao does
    if (
        not 3 - bool(offices) <= len(name) <= 3
        or name[0] not in known.entries("surnames")
        or name.endswith(known.entries("body_endings"))
    ):
        return None
    return side.named(first, last, begin, last)


def _japanese(side: _Side, begin: int, stop: int) -> Named | None:
    text = "".join(side.words.words[begin:stop])
    # one letter alone marks any subject; with a word of respect before it, a person
    marks = "|".join(mark for mark in side.known.entries("subject_marks") if len(mark) > 1)
    found = re.match(rf"(?P<name>[\u4e00-\u9fff々]{{2,5}}|[ァ-ヿー]{{3,12}})(?:{marks})", text)
    if found is None:
        return None
    rest = set(range(begin + found.end(), stop)) - side.of("cues_before_colon", *_TO_CUE)
    if rest and found.end() < stop - begin - 8:
        return None
    return side.named(begin, begin + found.end("name"), begin, begin + found.end())


def _korean(side: _Side, start: int, stop: int) -> Named | None:
    known, words = side.known, side.words.words
    respect = [*known.entries("honorifics_after"), *known.entries("offices")]
    marks = known.entries("subject_marks")
    forms = {title + mark for title in respect for mark in marks}
    if sum(words[number] in forms for number in range(start, stop)) > 1:
        return None  # one says what the other said
    for number in range(start, min(stop, start + 4)):
        if words[number] in forms and number > start:
            name = words[start]
            owned = any(word.endswith("의") for word in words[start + 1 : number])
            fits = (
                not owned
                and len(name) == 3
                and name[0] in known.entries("surnames")
                and not name.endswith(known.entries("body_endings"))
            )
            return side.named(start, start + 1, start, number + 1) if fits and number - start <= 2 else None
    return None
