"""Whether a printed name stands in the case of a speaker, in a language that inflects names.

In "said the minister of Lánský" many languages have no word for "of": only the ending of the name tells
that it is whose minister speaks. Where an ending is a woman's in the nominative or a man's in another
case, the verb tells, or a name that is known; where nothing does, the name is nobody's.
"""

from __future__ import annotations

from verbale.text.lexicon import Lexicon, Words

__all__ = ["may_be_another_case"]

_CUES = ("cues", "cues_weak", "cues_before_colon")


def may_be_another_case(words: Words, name: range, known: Lexicon, *, beside: range, titled: bool) -> bool:
    """Whether a name may stand in another case than a speaker's.

    Args:
        words: The words around it.
        name: The numbers of the name's words.
        known: The words of the text's language.
        beside: The words that may be the verb's.
        titled: Whether an office stands before the name, of which it may be the owner.

    >>> from verbale.text.lexicon import lexicon
    >>> czech = lexicon("cs")
    >>> words = czech.read("řekl ministr Otakara Lánského")
    >>> may_be_another_case(words, range(2, 4), czech, beside=range(0, 1), titled=True)
    True
    """

    def having(*keys: str) -> set[int]:
        return {n for key in keys for p in known.places(words, key) for n in range(p.first, p.last)}

    plain = having("speaker_given")
    if not (having("other_cases") - plain).isdisjoint(name):
        return True
    alone = len(name) == 1
    given = set(name[:-1])
    if (given & having("other_cases_given")) - plain:
        return True
    unsure = ((set(name) if alone else given) & having("unsure_cases")) - plain
    if not unsure:
        return False
    # a capital may begin a sentence, and the first of three words be an office that no list has
    owned = titled or len(name) > 2
    man = not having("cues_he").isdisjoint(having(*_CUES) & set(beside))
    if man and not (alone and not owned):
        return True
    return owned and having("women_names").isdisjoint(name)
