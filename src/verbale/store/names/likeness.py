"""Two printings that may name one person although their words differ: nicknames, other spellings or order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from verbale.text.lexicon import lexicons_for
from verbale.text.name_words import MEN, WOMEN
from verbale.text.names import without_accents, words_of_name

if TYPE_CHECKING:
    from nicknames import NickNamer

__all__ = [
    "alike",
    "are_spellings",
    "are_two_cases",
    "closeness",
    "is_full",
    "is_nickname",
    "nickname_of_one",
    "sound",
    "surname_key",
]

_CYRILLIC = str.maketrans(
    {"а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh",
     "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
     "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts",
     "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
     "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "ı": "i"}
)  # fmt: skip
# One sound as several alphabets' habits write it; longer spellings first.
_SPELLINGS = (
    ("shch", "s"), ("schtsch", "s"), ("tsch", "q"), ("tch", "q"), ("sch", "s"), ("sh", "s"), ("ch", "q"),
    ("cz", "q"), ("zh", "s"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("gu", "g"), ("ts", "s"), ("tz", "s"),
    ("ou", "u"), ("oo", "u"), ("w", "v"), ("j", "i"), ("y", "i"), ("x", "ks"), ("c", "k"), ("z", "s"),
)  # fmt: skip
# How French, Polish and German write the sounds of other alphabets, where their letters have other sounds
# elsewhere.
_HABITS = (
    (("tch", "tsch"), ("ch", "sh"), ("ine$", "in"), ("off$", "ov"), ("eff$", "ev")),
    (("(?<=[bcdfghklmnprstvwzł])ie", "e"), ("(?<=[^aeiouy])ij?$", "i"), ("ej$", "ei"), ("rz", "r")),
    (("(?<=sch)ow$", "ev"), ("(?<![st])ch", "kh")),
)
# What makes a woman's name of a man's: Roberta, Danielle; Ivanova.
_FEMININE = re.compile(r"(?:a|(?<=ll)e|(?<=nn)e|(?<=tt)e)\Z")
# The letters of which it is known how they sound.
_READ = frozenset(("LATIN", "CYRILLIC"))
_TWICE = re.compile(r"(.)\1+")
# How close two folded spellings have to be, in per cent, and the shortest for which that says anything.
CLOSE, SHORTEST = 85, 5
# The same of two writings, one of which was put into the letters of the other by rule.
LIKE = 70
# In letters: the shortest stem of a name, and the longest ending that its cases have.
_STEM, _ENDING = 3, 4


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A name's word with the spellings of one sound made one.

    >>> sound("Lavrin") == sound("Lawrin") == sound("Лаврин"), sound("belensky") == sound("belenskyy")
    (True, True)
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold().translate(_CYRILLIC))
                    if c.isalpha())  # fmt: skip
    for written, kept in _SPELLINGS:
        plain = plain.replace(written, kept)
    return _TWICE.sub(r"\1", plain)


@lru_cache(maxsize=16384)
def surname_key(name: str) -> str:
    """The last word of a name without accents: under it the printings of one family meet."""
    words = words_of_name(name)
    return without_accents(words[-1]) if words else ""


@lru_cache(maxsize=16384)
def is_nickname(one: str, other: str) -> bool:
    """Whether one given name is a short or familiar form of the other.

    >>> is_nickname("Tony", "Anthony"), is_nickname("Joe", "Joseph"), is_nickname("Ana", "Olga")
    (True, True, False)
    """
    one, other = one.casefold(), other.casefold()
    return one != other and (other in _book().canonicals_of(one) or one in _book().canonicals_of(other))


def is_full(name: str) -> bool:
    """Whether a name has a given name that is more than an initial."""
    words = words_of_name(name)
    return len(words) > 1 and len(words[0]) > 1


def nickname_of_one(one: str, other: str) -> bool:
    """Whether two full names of one surname differ by a nickname alone.

    >>> nickname_of_one("Tony Marr", "Mr. Anthony Marr"), nickname_of_one("Tony Marr", "Anthony Vale")
    (True, False)
    """
    a, b = words_of_name(one), words_of_name(other)
    if len(a) < 2 or len(b) < 2 or surname_key(one) != surname_key(other):
        return False
    return is_nickname(a[0], b[0]) and not _of_two_sexes(one, other)


def alike(one: str, other: str) -> str | None:
    """Why two printings may name one person, None where nothing says so.

    >>> alike("Gleb Lavrin", "Gleb Lawrin"), alike("Joe Marr", "Joseph Marr"), alike("Ana Ruiz", "Ana Marr")
    ('transliteration', 'nickname', None)
    >>> alike("Ana Marr", "Ana Marr-Vale"), alike("Lakos Ferenc", "Ferenc Lakos")
    ('addition', 'order')
    """
    reason = _likeness(words_of_name(one), words_of_name(other))
    return reason if reason is not None and not _of_two_sexes(one, other) else None


def _likeness(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    """Why names with these words may be one person's."""
    if not a or not b or a == b:
        return None
    if (
        len(a) > 1
        and len(b) > 1
        and without_accents(a[-1]) == without_accents(b[-1])
        and is_nickname(a[0], b[0])
    ):
        return "nickname"
    if sorted(a) == sorted(b) and all(len(word) > 1 for word in a):
        return "order"
    if len(a) > 1 and len(b) > 1 and a[0] == b[0] and len(a[0]) > 1 and _is_addition(a[-1], b[-1]):
        return "addition"
    if len(a) == 1 or len(b) == 1:
        same = len(a) == len(b) and sound(a[0]) == sound(b[0]) and len(a[0]) >= SHORTEST
        return "transliteration" if same else None
    surnames = closeness(a[-1], b[-1])
    if not surnames:
        return None
    given = closeness(a[0], b[0]) or is_nickname(a[0], b[0])
    # one of the two has to be as good as certain
    certain = surnames == 2 or given == 2
    if not (certain and given) or any(_is_feminine_of(x, y) for x, y in ((a[0], b[0]), (a[-1], b[-1]))):
        return None
    return "transliteration"


def are_spellings(one: str, other: str) -> bool:
    """Whether two names may be one in two spellings, or in two writings, of which nobody can say it surely.

    A name in letters that are not read here may be anybody's.

    >>> are_spellings("Lawrin", "Gleb Lavrin"), are_spellings("Г. Лаврин", "Gleb Lavrin")
    (True, True)
    >>> are_spellings("Λαβρίν", "Gleb Lavrin"), are_spellings("Лорин", "Gleb Vashek")
    (True, False)
    >>> are_spellings("Hansen", "Ada Hanson"), are_spellings("Ada Lavrin", "Gleb Lavrin")
    (False, False)
    """
    a, b = words_of_name(one), words_of_name(other)
    if not a or not b:
        return False
    scripts = {_script(a[-1]), _script(b[-1])}
    if len(scripts) > 1:
        return not scripts <= _READ or _are_near(a[-1], b[-1])
    by_sound = sound(a[-1]) == sound(b[-1]) or not _by_habit(a[-1]).isdisjoint(_by_habit(b[-1]))
    if not by_sound or without_accents(a[-1]) == without_accents(b[-1]) or _of_two_sexes(one, other):
        return False
    if min(len(a), len(b)) == 1:
        return len(sound(a[-1])) >= _STEM + 1
    first, second = sound(a[0]), sound(b[0])
    return first[:1] == second[:1] or bool(closeness(a[0], b[0])) or is_nickname(a[0], b[0])


def _script(word: str) -> str:
    return unicodedata.name(next(filter(str.isalpha, word), "?"), "?").split(" ")[0]


def _are_near(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 (only unlike names need it)

    return ratio(sound(one), sound(other)) >= LIKE


def closeness(one: str, other: str) -> int:
    """2 where two words sound the same, 1 where they nearly do, 0 where they do not."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 (only suggestions need it)

    a, b = sound(one), sound(other)
    if a == b:
        return 2
    if min(len(a), len(b)) < SHORTEST:
        return 0
    return int(ratio(a, b) >= CLOSE or bool(_by_habit(one) & _by_habit(other)))


@lru_cache(maxsize=16384)
def _by_habit(word: str) -> frozenset[str]:
    """How a word sounds where its letters follow a habit of their own."""
    found = {sound(word)}
    for habit in _HABITS:
        written = word.casefold()
        for pattern, kept in habit:
            written = re.sub(pattern, kept, written)
        found.add(sound(written))
    return frozenset(found)


def _is_feminine_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return any(a.endswith("er") and a[:-2] + "ra" == b for a, b in ((one, other), (other, one)))
    return sound(_FEMININE.sub("", long)) == sound(short) != sound(long)


def are_two_cases(one: str, other: str) -> bool:
    """Whether two full names differ by endings alone, and one is in another case: Lánský, Lánského.

    >>> are_two_cases("Otakar Lánský", "Otakara Lánského"), are_two_cases("Otakar Lánský", "Otakar Malý")
    (True, False)
    """
    pairs = list(zip(one.split(), other.split(), strict=False))
    if not len(pairs) == len(one.split()) == len(other.split()) > 1 or pairs[-1][0] == pairs[-1][1]:
        return False
    for first, second in pairs:
        stem = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(first, second, strict=False)))
        if stem < _STEM or max(len(first), len(second)) - stem > _ENDING:
            return False
    for known in lexicons_for(None, None, one, "other_cases"):
        bent = [known.places(known.read(name), "other_cases") for name in (one, other)]
        if bool(bent[0]) != bool(bent[1]):
            return True
    return False


def _is_addition(one: str, other: str) -> bool:
    """Whether a surname is another with a second one joined to it: Voss and Voss-Kertész."""
    a, b = (frozenset(re.split(r"[-‐‑]", name)) for name in (one, other))
    return a < b or b < a


def _of_two_sexes(one: str, other: str) -> bool:
    titles = [{word.rstrip(".").casefold() for word in name.split()[:2]} for name in (one, other)]
    return any(a & MEN and b & WOMEN for a, b in (titles, titles[::-1]))


@lru_cache(maxsize=1)
def _book() -> NickNamer:
    from nicknames import NickNamer  # noqa: PLC0415 (read only when two given names are compared)

    return NickNamer()
