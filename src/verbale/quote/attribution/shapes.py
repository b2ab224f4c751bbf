"""The shapes of words that name somebody: names, pronouns, articles; and capitals that name nobody."""

from __future__ import annotations

__all__ = ["DETERMINER", "LOWER", "NAME", "NO_NAME", "PRONOUN", "UPPER", "WORD", "listed"]


def listed(words: str) -> frozenset[str]:
    """The words of a text block.

    Args:
        words: Words parted by white space.

    >>> sorted(listed("no yes"))
    ['no', 'yes']
    """
    return frozenset(words.split())


UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
LOWER = "".join(c for c in map(chr, range(0x61, 0x530)) if c.islower())
WORD = (
    rf"(?:[{UPPER}]\.(?:-?[{UPPER}]\.)*(?:[{UPPER}][\w’'\-‑]*\w)?|"
    rf"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Adm|Maj|Rev|Hon|St|Jr|Sr)\.|"
    rf"[{UPPER}](?:[\w’'\-‑]*\w)?)"
)
_LINK = r"(?:de|del|della|da|di|do|dos|von|van|zu|der|den|la|le|el|al|bin|ibn|of|the|for)"
NAME = rf"{WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{WORD})*"
PRONOUN = (
    r"(?:he|she|they|it|we|I|you|who|He|She|They|It|We|You|er|sie|es|wir|ich|man|il|elle|ils|elles|on|nous|él|ella|ellos|ellas|"
    r"он|она|они|мы|я|Er|Sie|Wir|Ich|Il|Elle|Él|Ella|Он|Она|Они|Мы|Я)"
)
DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Yy]our|[Tt]h(?:is|at|ese|ose)|[Oo]ne|[Ss]ome|"
    r"[Aa]nother|[Tt]wo|[Tt]hree|[Ss]everal|[Mm]any|[Mm]ost|[Aa]ll|[Bb]oth|[Oo]thers?|[Dd](?:er|ie|as|en)|[Ee]ine?r?|"
    r"[Ll][aeo]s?|[Ee]l|[Uu]ne?|[Uu]na|[Ss]u|[Ss]eine?|[Ii]hre?|[Ss]on|[Ss]a|[Ll]['’]\w+)"
)
# Words that begin a sentence with a capital and name nobody.
NO_NAME = listed(
    """
    a an the this that these those as at by for from in into of on to with without and but or nor so yet
    if when while where why how who what which because since although though after before until unless
    once despite during under over like not no yes oh well then now here there today yesterday tomorrow
    meanwhile however still also even just only another other some many most all both each every any one
    two three four five six seven eight nine ten hundreds thousands outside inside near around behind
    among between beyond against within across along first second third his her their its our my your he
    she it we they you i asked dear let take more less der die das ein eine und aber als wenn le la les un
    une et mais el los las una y pero according selon pour según laut nach согласно для в на и но а по
    """
)
