"""Whether labels make an exchange: speakers come back, somebody asks, and the words are speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.parse.borders.interviews import calls_itself_interview
from verbale.parse.labels.anatomy import GONE, Anatomy
from verbale.parse.labels.label_words import ANSWERS, PARTICLES
from verbale.parse.labels.possible_labels import Candidate, leads
from verbale.parse.people.knowledge import Knowledge
from verbale.text.names import words_of_name
from verbale.text.patterns import pattern

__all__ = ["converse", "is_exchange", "remarks", "short_exchange", "sitting", "sounds_spoken"]

_SHORT = 12
_VOICES = 3
_FULL_NAME = pattern(
    # one way through for every name: letters and what parts them never compete
    r"(?=[^\W\d_][-’'.\s]*[^\W\d_])[^\W\d_]+(?:[-’'.\s]+[^\W\d_]+){0,4}[-’'.\s]*"
)
_WORD = pattern(r"[^\W\d_]{2,}")
_ENDS = frozenset(".?!…:;,\"”’'»*_—–-。？！」』؟।۔")
_ASIDE = pattern(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*\Z")
_OPTION = pattern(r"\n[^\S\n]*A[.)][^\n]*\n\s*B[.)][^\n]*\n\s*C[.)]")
_SAMPLE = 60
_ENDING = 300
_SPEECH = 120
_HEAD = 1500
_HEAD_LINES = 24


def short_exchange(text: str, found: Sequence[Candidate], known: Knowledge) -> list[Candidate]:
    """A question and an answer or two, where nothing comes back often enough to be learned.

    Every label then has to look like a speaker, and somebody has to ask.
    """
    firm = [c for c in found if c.firm and c.shape in ("colon", "gap", "single") and not c.anatomy.letter]
    keys = {c.key for c in firm}
    if not 2 <= len(firm) <= _SHORT or len(keys) < 2:
        return []
    if not all(c.anatomy.generic or c.key in ANSWERS or _is_full_name(c.anatomy, known) for c in firm):
        return []
    ends = [c.start for c in firm[1:]] + [len(text)]
    asked = any("?" in text[c.words : end] for c, end in zip(firm, ends, strict=True))
    named = any(c.anatomy.generic for c in firm) or len(keys) < len(firm)
    return firm if asked and named else []


def sitting(found: Sequence[Candidate]) -> list[Candidate]:
    """The labels of a sitting in which nobody speaks twice: nearly all have an office, a party or a place.

    Args:
        found: All candidates, headlines left out.
    """
    for shapes in (("colon",), ("stop",), ("bold",)):
        firm = [c for c in found if c.firm and c.shape in shapes]
        formal = [c for c in firm if c.anatomy.formal]
        if len({c.key for c in formal}) >= _VOICES and len(formal) >= 0.7 * len(firm):
            return formal
    return []


def _is_full_name(made: Anatomy, known: Knowledge) -> bool:
    words = made.name.split()
    big = all(w[0] == w[0].upper() or w in PARTICLES for w in words)
    return big and _FULL_NAME.fullmatch(made.name) is not None and not known.is_common(made)


def is_exchange(sure: Sequence[Candidate]) -> bool:
    """Whether the labels make a transcript, and not an article with one line like a label."""
    keys = {c.key for c in sure}
    if len(sure) < 2:
        return bool(sure) and sure[0].anatomy.casing == "caps" and sure[0].anatomy.titled
    if len(keys) == 1:
        made = sure[0].anatomy
        return made.generic or made.casing == "caps" or leads(made) or len(sure) >= 3
    # a directory has "President:" and "Director:" once each; speakers come back
    return len(keys) < len(sure) or any(c.anatomy.generic or c.anatomy.casing == "caps" for c in sure)


def converse(text: str, sure: Sequence[Candidate]) -> bool:
    """Whether lines of their own or in bold part speakers, and not the entries of a list."""
    counts = Counter(c.key for c in sure)
    following = [c.start for c in sure[1:]] + [len(text)]
    silent = sum(not text[c.words : end].strip() for c, end in zip(sure, following, strict=True))
    if silent > 0.2 * len(sure):
        return False
    if sum(often >= 3 for often in counts.values()) >= 2 or any(c.anatomy.generic for c in sure):
        return True
    if sum(c.anatomy.formal for c in sure) > 0.6 * len(sure):
        return True  # "Lord Tarn", "Baroness Holm": in a house nobody need ask
    asking = sum("?" in text[c.words : end] for c, end in zip(sure, following, strict=True))
    return asking >= 0.15 * len(sure)


def remarks(found: Sequence[Candidate], known: Knowledge) -> list[Candidate]:
    """The one label of a speech: it opens the body, and the first lines give the same name.

    Args:
        found: All candidates, headlines left out.
        known: What else the document says of its people.
    """
    text = known.text
    firm = [
        c
        for c in found
        if c.firm
        and c.shape in ("colon", "stop")
        and (len(words_of_name(c.anatomy.name)) > 1 or c.anatomy.titled)
        and _stands_out(c)
    ]
    if not firm or any(c.key != firm[0].key for c in firm):
        return []
    label = firm[0]
    before = text[: label.start].strip()
    first = before.partition("\n")[0]
    head = " ".join(f"{known.title}\n{first}".casefold().split())
    words = words_of_name(label.anatomy.name)
    # "HON. CURTIS HOLM" on a line of its own, above "Mr. HOLM of Lakeland."
    capitals = [line for line in before.split("\n") if line.strip().isupper()]
    above = any(not set(words).isdisjoint(words_of_name(line)[1:]) for line in capitals)
    named = all(word in head for word in words) or (label.anatomy.titled and above)
    # "Ferry Tales: The Film" is the name of the film, which the title has too
    begins = " ".join(text[label.label[0] : label.words + 8].casefold().split())
    length = len(text) - label.words
    opens = label.start <= (_HEAD if above else min(_HEAD, length // 2))
    opens = opens and text.count("\n", 0, label.start) <= _HEAD_LINES
    if not named or begins in head or not opens or length < _SPEECH:
        return []
    return [] if label.anatomy.generic or calls_itself_interview(text) else firm


def _stands_out(c: Candidate) -> bool:
    """`Ana Berg: the film` may be a headline; a label in capitals, in bold or with a title is none."""
    return c.bold or c.anatomy.casing == "caps" or c.anatomy.titled


def sounds_spoken(text: str, accepted: Sequence[Candidate]) -> bool:
    """Whether words under labels are sentences, and not the figures, values and options of a list.

    Args:
        text: A document's text.
        accepted: Its labels, in order.
    """
    if ("\nA." in text or "\nA)" in text) and sum(1 for _ in _OPTION.finditer(text)) >= 2:
        return False
    sample = accepted[:_SAMPLE]
    ends = [c.start for c in accepted[1 : _SAMPLE + 1]]
    ends += [len(text)] * (len(sample) - len(ends))
    spoken = sum(_is_spoken(text, c.words, end) for c, end in zip(sample, ends, strict=True))
    return spoken >= 0.5 * len(sample)


def _is_spoken(text: str, start: int, end: int) -> bool:
    """Whether words end as a sentence does, or are many."""
    if text[max(start, end - 8) : end].rstrip()[-1:] in _ENDS:
        return True
    last = text[max(start, end - _ENDING) : end].translate(GONE).rstrip().rstrip("| \t")
    return (
        _ASIDE.sub("", last)[-1:] in _ENDS or len(_WORD.findall(text, start, min(end, start + _ENDING))) >= 5
    )
