"""Labels inside what a speaker quotes: a dialogue retold, a play recited, a list of thanks.

Whoever quotes others stays the speaker: the words are given out by him, and to whom they belong is for
the quotations to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from verbale.parse.labels.label_words import ANSWERS
from verbale.parse.labels.possible_labels import Candidate
from verbale.text.patterns import pattern

__all__ = ["without_quoted"]

_READS = pattern(r"[\"“][^\S\n]*[QA]\d{0,3}[.:]?(?=\s)")
_CLOSES = pattern(r"(?<=[\w.,?!…])[\"”](?!\w)")
_LONGEST_RUN = 20
_ENOUGH = 6


def without_quoted(text: str, accepted: Sequence[Candidate]) -> list[Candidate]:
    r"""The labels without those that stand in what another label's speaker quotes.

    Args:
        text: A document's text.
        accepted: Its labels, in order.

    >>> from verbale.model.document import Reading
    >>> from verbale.parse.labels.possible_labels import candidates
    >>> text = "Host: Well?\n\nAna Berg: So:\n\n> MARA: Who?\n\nHost: I see."
    >>> found = candidates(Reading(name="a.md", sha256="", reader="markdown/1", text=text))
    >>> [c.key for c in without_quoted(text, found)]
    ['host', 'ana berg', 'host']
    """
    kept = _without_open_quotes(text, _without_block_quotes(text, accepted))
    kept = _without_lower(text, kept)
    return _without_recited(text, _without_runs(text, kept))


def _in_block_quote(text: str, c: Candidate) -> bool:
    return c.start < c.label[0] and text.count(">", c.start, c.label[0]) == 1


def _without_block_quotes(text: str, accepted: Sequence[Candidate]) -> list[Candidate]:
    """Labels behind `>` where most have none, unless they are labels outside too."""
    quoted = [c for c in accepted if _in_block_quote(text, c)]
    if not quoted or len(quoted) * 2 >= len(accepted):
        return list(accepted)
    places = {c.start for c in quoted}
    outside = {c.key for c in accepted if c.start not in places}
    return [c for c in accepted if c.start not in places or c.key in outside]


def _without_open_quotes(text: str, accepted: Sequence[Candidate]) -> list[Candidate]:
    """Letters of what is read out: `"Q. Which?` opens it under the label above, and it closes under them.

    A mark that only stands open is no proof: it may be an inch, or nobody closed it.
    """
    kept: list[Candidate] = []
    ends = [*(c.start for c in accepted), len(text)][1:]
    for c, end in zip(accepted, ends, strict=True):
        inside = c.anatomy.letter and kept and _reads_letters(text, kept[-1].words, c.start)
        if not inside or _CLOSES.search(text, c.words, end) is None:
            kept.append(c)
    return kept


def _reads_letters(text: str, start: int, end: int) -> bool:
    """Whether a quotation that begins with a letter is still open at the end of some words."""
    if text.find('"', start, end) < 0 and text.find("“", start, end) < 0:
        return False
    opened = [m.end() for m in _READS.finditer(text, start, end)]
    return bool(opened) and _CLOSES.search(text, opened[-1], end) is None


def _without_lower(text: str, accepted: Sequence[Candidate]) -> list[Candidate]:
    """`Ada Frome: for the soup.`: a label that stands once, and no sentence begins after it."""
    lower = [c for c in accepted if text[c.words : c.words + 1].islower()]
    if not lower or len(lower) > 0.2 * len(accepted) + 3:
        return list(accepted)
    often = Counter(c.key for c in accepted)
    places = {c.start for c in lower if often[c.key] == 1 and not c.anatomy.generic and c.shape == "colon"}
    rest = len(accepted) - len(places)
    if rest < 2:
        return list(accepted)
    # "Mr. Tarn: asked the Minister": the scribe goes on, but that is a title and a name
    kept = [c for c in accepted if c.start not in places or c.anatomy.titled]
    return [replace(c, sure=False) if c.start in places else c for c in kept]


def _introduces(text: str, c: Candidate) -> bool:
    """Whether what stands before a label ends with a colon."""
    before = text[max(0, c.start - 8) : c.start]
    return (":" in before or "：" in before) and before.rstrip(" \t\r\n*_>")[-1:] in (":", "：")


def _without_recited(text: str, accepted: Sequence[Candidate]) -> list[Candidate]:
    """`It begins like this:` and labels that stand nowhere else, each in turn: a scene that is recited."""
    if len(accepted) < _ENOUGH or not any(_introduces(text, c) for c in accepted):
        return list(accepted)
    keys = [c.key for c in accepted]
    first = {key: place for place, key in reversed(list(enumerate(keys)))}
    last = {key: place for place, key in enumerate(keys)}
    dropped: set[int] = set()
    place = 1
    while place < len(accepted):
        before = accepted[place - 1]
        end = place
        if first[keys[place]] == place and not before.anatomy.generic and _introduces(text, accepted[place]):
            # the run goes on while nobody speaks who spoke before it
            while end < len(accepted) and first[keys[end]] >= place and not accepted[end].anatomy.generic:
                end += 1
        run = accepted[place:end]
        several = len({c.key for c in run}) >= 2
        several = several or (len(run) >= 2 and run[0].anatomy.casing != before.anatomy.casing)
        alone = several and all(last[c.key] < end for c in run) and end < len(accepted)
        plain = all(c.anatomy.words == 1 and not c.anatomy.remark for c in run)
        if alone and plain and len(run) * 2 <= len(accepted):
            dropped.update(range(place, end))
        place = max(end, place + 1)
    return [c for k, c in enumerate(accepted) if k not in dropped]


def _without_runs(text: str, accepted: Sequence[Candidate]) -> list[Candidate]:
    """`It went like this:` and a dialogue of letters, among labels that are words."""
    letters = [c for c in accepted if c.anatomy.letter]
    if not letters or len(letters) > _LONGEST_RUN or len(letters) >= len(accepted) - len(letters):
        return list(accepted)
    named = [c for c in accepted if not c.anatomy.generic and c.key not in ANSWERS]
    askers = {c.key for c in accepted if c.anatomy.generic and not c.anatomy.letter}
    if not askers or not named or not any(c.key in ANSWERS for c in letters):
        return list(accepted)
    kept: list[Candidate] = []
    quoting = False
    for c in accepted:
        if not c.anatomy.letter:
            quoting = False
        elif kept and not kept[-1].anatomy.letter and not quoting:
            quoting = _introduces(text, c)
        if not quoting:
            kept.append(c)
    return kept
