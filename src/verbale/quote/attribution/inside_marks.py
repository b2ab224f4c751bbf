"""An attribution inside quoted words: `«We stay, — said Marr, — and we vote»`, after a dash as well.

Only a clause that holds a verb of saying and then a name, and nothing else, is one: whoever is quoted may
speak of what others said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.model.text import Span
from verbale.quote.attribution.by_pack import behind
from verbale.quote.attribution.neighbours import Attribution
from verbale.quote.marks.paragraphs import Paragraphs
from verbale.quote.marks.stretches import Stretch
from verbale.text.lexicon import Lexicon
from verbale.text.patterns import pattern

__all__ = ["cut_by_attribution", "with_dialogue"]

_BEGINS = pattern(r"(?P<mark>[,?!…]?)\s*[—–]\s*|(?P<comma>,)\s+")
_BORDER = pattern(r"[.,]?\s*[—–]\s*,?\s*|[.,]\s+")
_LONGEST, _TO_CUE = 120, 24
_LEADING = ("weekdays", "listener_words", "small_words", "cue_adverbs")
_FEW = 5
# The dash with which a paragraph of speech begins; a hyphen begins an item of a list.
_OPENS = pattern(r"^[^\S\n]*(?P<dash>[—–])[^\S\n]*(?=[\w¿¡])", re.MULTILINE)


def cut_by_attribution(
    text: str, content: Span, lexicons: Sequence[Lexicon]
) -> tuple[Attribution, tuple[Span, ...]] | None:
    """The attribution inside quoted words, and the words without it.

    Args:
        text: The text.
        content: What stands between the marks.
        lexicons: The words of the text's language.

    >>> from verbale.text.lexicon import lexicons_for
    >>> text = "Le port reste ouvert, a dit Hélène Maurin, et tous entrent."
    >>> found, spans = cut_by_attribution(text, Span(0, len(text)), lexicons_for("fr", None, ""))
    >>> found.name, [span.of(text) for span in spans]
    ('Hélène Maurin', ['Le port reste ouvert,', 'et tous entrent.'])
    """
    for known in lexicons:
        words = known.read_at(text, content.start, content.end)
        cues = sorted(words.starts[place.first] for place in known.places(words, "cues"))
        for border in _BEGINS.finditer(text, content.start + 1, content.end) if cues else ():
            begin = border.end()
            next_cue = bisect_left(cues, begin)
            if next_cue == len(cues) or cues[next_cue] - begin > _TO_CUE:
                continue
            stop = _BORDER.search(text, begin, min(content.end, begin + _LONGEST))
            end = stop.start() if stop is not None else content.end
            end = begin + len(text[begin:end].rstrip(" .!?"))
            found = behind(text, begin, end, known)
            if found is None or found.name is None or found.cue is None or found.mention is None:
                continue
            before = known.read_at(text, begin, found.cue.start)
            plain = len(before.words) == len(known.places(before, "cue_auxiliaries"))  # not "as Marr said"
            whole = found.mention.end == end or (
                stop is None and _is_told(text, found.mention.end, end, known)
            )
            if plain and found.cue.start < found.mention.start and whole:
                mark = len(border["mark"] or border["comma"] or "")
                first = Span(content.start, border.start() + mark)
                rest = Span(stop.end(), content.end) if stop is not None else None
                return found, (first, rest) if rest is not None and len(rest) else (first,)
    return None


def _is_told(text: str, start: int, end: int, known: Lexicon) -> bool:
    """Whether a few words that name nobody say when or where it was said: `said Marr to the paper`."""
    words = known.read_at(text, start, end)
    leads = any(place.first == 0 for key in _LEADING for place in known.places(words, key))
    named = any(text[place].isupper() for place in words.starts)
    return leads and not named and len(words.words) <= _FEW and "," not in text[start:end]


def with_dialogue(
    text: str,
    found: Sequence[Stretch],
    layout: Paragraphs,
    lexicons: Sequence[Lexicon],
    excluded: Iterable[Span] = (),
) -> Sequence[Stretch]:
    """The stretches of a text with its paragraphs that begin with a dash and say who speaks.

    Args:
        text: The text.
        found: What stands between quote marks, in the order of the text.
        layout: The paragraphs.
        lexicons: The words of the text's language, which may write no speech so.
        excluded: Spans that are not looked at.
    """
    spoken = [each for each in lexicons if each.has("dialogue_dashes")]
    taken = sorted([*(each.outer for each in found if not each.depth), *excluded])
    fresh = list(_dialogue(text, taken, layout, spoken)) if spoken else []
    if not fresh:
        return found
    both = sorted([*enumerate(found), *((-1, each) for each in fresh)], key=lambda pair: pair[1].outer.start)
    places = {old: new for new, (old, _) in enumerate(both)}
    return [each if each.parent is None else replace(each, parent=places[each.parent]) for _, each in both]


def _dialogue(
    text: str, taken: Sequence[Span], layout: Paragraphs, lexicons: Sequence[Lexicon]
) -> Iterator[Stretch]:
    for opening in _OPENS.finditer(text):
        start, end = layout.at(opening.start("dash"))
        end = start + len(text[start:end].rstrip())
        before = bisect_left(taken, Span(end, end))
        if start != opening.start() or (before and taken[before - 1].end > start):
            continue
        fits = [each for each in lexicons if opening["dash"] in each.entries("dialogue_dashes")]
        content = Span(opening.end(), end)
        if len(content) > 1 and cut_by_attribution(text, content, fits) is not None:
            yield Stretch((content,), Span(opening.start("dash"), end))
