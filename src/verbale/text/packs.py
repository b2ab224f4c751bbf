"""Packs: all that Verbale knows of a language's words, one file for each language.

The files are data (`languages/*.toml`); to teach Verbale a language is to add one. A list is a string
of words or phrases with commas between them; a star at the end stands for any ending. A feature asks
the pack of the document's language, and a list that is missing there means that nothing is known: it is
never read as an empty one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

__all__ = ["KEYS", "Hints", "Pack", "listed_words", "look_alikes", "pack", "packs", "phrases", "remark"]

_FOLDER = Path(__file__).with_name("languages")

_QUOTES = ("'''", "'", '"')
_LONGEST_KEY = 60

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "questioners": "labels of an unnamed questioner, single words",
        "beside_questioners": "words that may stand beside these without naming anybody",
        "answers": "labels of whoever answers, without a name",
        "hosts": "labels of those who ask on a programme, without a name",
        "chairs": "labels of those who lead a meeting and do not ask on their own account",
        "presidents": "first words of the labels of those who preside over a parliament",
        "people": "labels of people without a name who neither ask nor lead",
        "interpreters": "labels of interpreters",
        "incidents": "labels that are no speaker's: applause, laughter, music",
        "not_labels": "headings that only look like labels",
        "interpreted": "words of a remark in a label that say that an interpreter speaks",
        "recordings": "words of a remark in a label that say that a recording is played",
        "recording_plays": "words of a stage line that say that a recording begins, beside its noun",
        "recording_ends": "words of a stage line that say that a recording is over",
        "recording_breaks": "words by which a stage line speaks of a machine or a line, and of no replay",
        "greetings": "how a greeting begins",
        "titles": "single words that stand before a name, or make up an office without one",
        "men": "titles of men, single words",
        "women": "titles of women, single words",
        "addressed": 'offices that are addressed with a title ("Mr President") and are nobody\'s name',
        "joints": "small words that join the parts of an office",
        "particles": "small words inside names and offices of labels",
        "first_person": "words by which people speak of themselves",
        "after_texts": "headings of what stands on a page after a text",
        "closings": "words that close a letter, before its writer's name",
        "credits": "words before the names of those who made a text, at its end",
        "ages": "words beside a speaker's age in a label, single words",
        "origins": "words before the place a speaker comes from, single words",
        "small_words": "particles, articles, pronouns, auxiliaries: a third of running text, told by them",
        "called": "how names of the language begin, in all languages",
        "translations": "words that say that a text is a translation",
        "official": "words before these that say whose translation it is",
        "translated_from": "words between these and the name of the language",
        "before_languages": "articles and the like before the name of a language",
        "addressing": "how a person is addressed, as it is written: capitals count",
        "questions_and_answers": "what a page of questions and answers, and no interview, calls itself",
        "interviews": "what an interview calls itself",
        "topics": "words that begin a heading which names what is spoken about",
        "scripts": "how a text says that it is the script and not the delivery",
        "on_the_way": "words before the vehicle in which something was said",
        "pages": "words before the number of a page",
        "of_pages": "words before the number of all pages",
        "wrote": "what a mail program says of the writer of a quoted message",
        "came_out": "words beside a day on which a text came out or was broadcast",
        "changed": "words beside a day on which a page was changed",
        "was_said": "words beside a day on which something was said or recorded",
        "years": "words behind the number of a year",
        "event_lines": "first words of a line that gives the day of an event",
        "results_of": "words between the results and the year that they are of",
        "bylines": "first words of a byline, as written",
        "digests": "what a digest calls itself",
        "speeches": "what a speech calls itself",
        "transcripts": "what a transcript calls itself",
        "exchanges": "what a text calls itself that has questions and answers",
        "end_marks": "words of a line that says that nothing more was said, as written",
        "venues": "rooms and buildings in which people speak",
        "no_places": "words of a line that says what something is, or who gives it out, and not where",
        "remotely": "words that say that people were not in one place",
        "over_links": "words before the link by which somebody takes part",
        "live_links": "links that are no recordings",
        "inside_places": "small words inside the names of places",
        "places": "first words of a line that gives a place",
        "at_hours": "words before an hour",
        "held": "words beside the place where a speech was held",
        "held_in": "words before that place",
        "in_person": "events to which people come",
        "on_air": "words of those to which nobody need come",
        "before_days": "words before a day, as in a title's end",
        "letter_days": "words before the day in a letter's dateline",
        "addresses": "words by which people are addressed before a name or an office",
        "ands": "words that join two names",
        "photo_credits": "words before the name of who made a picture",
        "read_more": "how a line begins that leads to something else on the page or to a channel",
        "crumbs": "whole lines of a page that say where on the site it is",
        "stamps": "words of a publisher's line that has a day",
        "forms": "forms of speech in a title, before the person whose they are",
        "forms_of": "words between these and the person",
        "together_with": "words before the person with whom a conversation was",
        "headline_cues": "verbs between a quote in a headline and its speaker",
        "after_names": "words at which a name in a title is over",
        "form_words": "forms of events: they end a name, and do not begin one",
        "office_joints": "small words inside an office in a title",
        "name_particles": "small words inside a name in a title",
        "office_words": "words of offices that are written in one",
        "no_given_names": "words that stand before a surname and are no given name",
        "named_after": "titles and offices after which a text names people, as written",
        "page_published": "words beside the day on which a page came out",
        "page_changed": "words beside the day on which a page was changed",
        "page_others": "words beside a day of people, not of pages",
        "question_labels": "the commonest labels of questioners, as written",
        "own_words": "words by which a speaker speaks of himself and a reporter does not, as written",
        "media": "what is seen or heard over a link, or recorded",
        "before_labels": "honorifics and articles before a label that ends with a full stop, as written",
        "first_words": "first words by which a label is a person's or an office's, however rare",
        "negations": "words and forms that deny",
        "negation_side": "where they stand to what they deny: before, after, or both",
        "half_negations": "those that deny nothing new where the words after them have another (ne … pas)",
        "not_negations": "words with a negation in them that deny nothing",
        "question_negations": "negations that, in a question, deny nothing",
        "governing": "verbs and nouns through which a negation governs the clause after them",
        "negating_phrases": "words that by themselves deny the clause that follows",
        "negating_after": "words that deny the clause before them",
        "conditions": "words or endings of a condition, before or after what they are a condition of",
        "opening_conditions": "the like that are often something else: only after a mark or at the start",
        "inverted_conditions": "verbs that make a condition as the first word of a sentence",
        "contrasts": "words that take back what stands before them",
        "qualifiers": "words that make a statement less sure",
        "certainties": "words that make a statement surer",
        "modals_will": "forms by which something is said to come",
        "modals_would": "forms by which something would come",
        "modals_may": "forms of what may be",
        "modals_can": "forms of what can be",
        "modals_should": "forms of what should be",
        "modals_must": "forms of what must be",
        "persons_i": "forms of who speaks",
        "persons_we": "forms of those who speak",
        "persons_you": "forms of whoever is spoken to",
        "persons_he": "forms of a man who is spoken of",
        "persons_she": "forms of a woman who is spoken of",
        "persons_it": "forms of a thing that is spoken of",
        "persons_they": "forms of several who are spoken of",
        "cues": "verbs of saying as they stand beside quoted words",
        "cues_participle": "the like as participles: the speaker is the subject of the clause before",
        "cues_label": "verbs that give something a name: called, described",
        "cues_by": "words before a speaker that need no verb: according to",
        "ambiguous_cues": "cues that are other words in another language: only where the language is known",
        "cues_weak": "verbs that are cues only beside the mark",
        "cues_before_colon": "longer openings of quoted words, before a colon",
        "cue_auxiliaries": "auxiliary verbs that may stand between a speaker and a cue",
        "cue_adverbs": "other words that may stand there",
        "orders": "usual orders of quote, cue and name, the most usual first",
        "subject_marks": "articles and particles beside a speaker's name",
        "quote_links": "words between a mark and a cue",
        "that_words": "words for that and whether",
        "and_words": "words for and and or",
        "articles": "articles and other determiners",
        "saying_days": "words before the day on which something was said",
        "listeners": "to whom people say things, beside a cue: reporters, parliament",
        "weekdays": "Monday to Sunday, 7 entries; forms of one with / between",
        "honorifics_after": "words of respect and offices behind a name",
        "offices": "words for offices, which stand before a name or for a person",
        "aides": "words for those who speak or act for somebody, whose name follows without a preposition",
        "body_endings": "letters with which names of bodies and groups end, never a person's",
        "listener_words": "words before the name of whom something is said to",
        "listener_forms": "endings of names of whom something is said to or of",
        "name_links": "small words inside people's names",
        "surnames": "family names with which names begin, where nothing else shows a name",
        "numbers": "0 to 20, 30 to 90, 100, 1000, a million, a thousand millions; forms with / between",
        "quantities": "other words of number: dozen, half, first",
        "percent": "words for a hundredth",
        "presents": "forms of auxiliary verbs in the present, forms of one with / between",
        "pasts": "their forms in the past, in the same order",
        "irregular_pasts": "verbs in the past and in the present, with = between",
        "past_endings": "endings of the past and what they stand for, with = between",
        "clitics": "what may grow onto the beginning of a word",
        "spellings": "letters that are written for others, with = between",
    }
)


def phrases(words: str) -> tuple[str, ...]:
    r"""The words and phrases of a list, casefolded.

    Args:
        words: Words or phrases with commas between them, over any number of lines.

    >>> phrases("Moderator, the\n chair")
    ('moderator', 'the chair')
    """
    return tuple(" ".join(part.split()) for part in words.casefold().split(",") if part.strip())


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The words of one language: its ISO 639-1 `code`, its English `name`, its lists as they are written."""

    code: str
    name: str
    lists: Mapping[str, str]
    _read: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def phrases(self, key: str) -> tuple[str, ...] | None:
        """The words and phrases of a list in their order, casefolded; None where the pack has no such list.

        Args:
            key: One of `KEYS`.

        >>> danish = pack("da")
        >>> danish.phrases("answers") if danish else None
        ('svar',)
        """
        found = self._read.get(key)
        if found is None and key in self.lists:
            found = self._read[key] = phrases(self.lists[key])
        return found

    def written(self, key: str) -> tuple[str, ...]:
        """The words and phrases of a list as they are written there, capitals kept.

        Args:
            key: One of `KEYS`.
        """
        return tuple(part.strip() for part in self.lists.get(key, "").split(",") if part.strip())


def _table(text: str) -> dict[str, Any] | None:
    """What a plainly written file says, much quicker than all of TOML is read; None for any other file."""
    table: dict[str, Any] = {}
    at = 0
    while at < len(text):
        if text[at] not in "#\n":
            key, equals, _ = text[at : at + _LONGEST_KEY].partition(" = ")
            start = at + len(key) + len(equals)
            mark = "'''" if text.startswith("'''", start) else text[start : start + 1]
            end = text.find(mark, start + len(mark)) if equals and mark in _QUOTES else -1
            words = text[start + len(mark) : end]
            plain = (
                key.isidentifier() and key not in table and (mark == "'''" or not set("\\\n") & set(words))
            )
            if end < 0 or not plain:
                return None
            table[key] = words.removeprefix("\n") if mark == "'''" else words
            at = end + len(mark)
        line = text.find("\n", at)
        if line < 0 or text[at:line].partition("#")[0].strip():
            return None
        at = line + 1
    return table


def _pack(path: Path) -> Pack:
    text = path.read_text(encoding="utf-8")
    table = _table(text) or tomllib.loads(text)
    for key, value in table.items():
        if not isinstance(value, str):
            raise ValueError(f"{path.name}: {key} is no text; write words in quotes, with commas between.")
        if key not in KEYS and key != "name":
            close = get_close_matches(key, KEYS, 1)
            hint = f"did you mean {close[0]}?" if close else "KEYS in text/packs.py has them all."
            raise ValueError(f"{path.name}: {key} is no list that Verbale knows; {hint}")
    name = table.pop("name", "")
    if not name:
        raise ValueError(
            f'{path.name} has no name; begin it with: name = "English", or what the language is.'
        )
    return Pack(path.stem, name, MappingProxyType(table))


@cache
def pack(code: str) -> Pack | None:
    """The pack of a language, None where Verbale has none.

    Args:
        code: A language's ISO 639-1 code.

    Raises:
        ValueError: The file holds what no pack may hold; the message names file, list and remedy.

    >>> known = pack("de")
    >>> (known.name if known else None), pack("xx")
    ('German', None)
    """
    path = _FOLDER / f"{code}.toml"
    return _pack(path) if re.fullmatch("[a-z]{2,3}", code) and path.is_file() else None


@cache
def packs() -> tuple[Pack, ...]:
    """The packs of all languages, in the order of their codes.

    Raises:
        ValueError: As `pack`.
    """
    codes = sorted(path.stem for path in _FOLDER.glob("*.toml"))
    return tuple(found for code in codes if (found := pack(code)) is not None)


@cache
def look_alikes() -> tuple[tuple[str, ...], ...]:
    """The small words of languages without a pack that are written much like one that has one."""
    lines = (_FOLDER / "look_alikes.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if not line.startswith("#"))


@cache
def listed_words(key: str) -> frozenset[str]:
    """The words of one list in all languages together.

    Args:
        key: One of `KEYS`.

    >>> {"frage", "вопрос", "問"} <= listed_words("questioners")
    True
    """
    return frozenset(phrases(",".join(_lists().get(key, ()))))


@cache
def _lists() -> Mapping[str, list[str]]:
    """The lists of all packs by their key."""
    found: dict[str, list[str]] = {}
    for each in packs():
        for key, words in each.lists.items():
            found.setdefault(key, []).append(words)
    return found


class Hints:
    """The longest word of each of some phrases: where none of them stands, no phrase does.

    A look for these in casefolded text costs a tenth of a look for the pattern of all phrases.

    >>> Hints(["as prepared for delivery*", "check against delivery"]).may_stand_in("ON DELIVERY")
    True
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple({max(phrase.replace("*", "").split(), key=len) for phrase in words})

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has one of the words, whole or not."""
        return any(map(text.casefold().__contains__, self._words))


def remark(words: Iterable[str]) -> str:
    """A pattern that finds any of some words: whole ones, or parts of words where a star is.

    In scripts without capitals, words grow together with others and are found anywhere.

    Args:
        words: Words as the lists have them.

    >>> bool(re.search(remark(["translat*"]), "in translation")), bool(re.search(remark(["clip"]), "eclipse"))
    (True, False)
    >>> re.search(remark(["*saal", "p."]), "Im Festsaal, p. 4")[0], re.search(remark(["p."]), "p. 4")[0]
    ('Festsaal', 'p.')
    """
    alternatives = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        stem = word.strip("*")
        plain = re.escape(stem).replace(r"\ ", r"\s+")
        if stem.upper() == stem.lower():
            alternatives.append(plain)
            continue
        before = r"\b\w*" if word[0] == "*" else r"\b" if stem[0].isalnum() else ""
        after = r"\w*" if word[-1] == "*" else r"\b" if stem[-1].isalnum() else ""
        alternatives.append(before + plain + after)
    return "|".join(alternatives) or r"(?!)"
