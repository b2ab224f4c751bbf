"""Which legacy encoding a file is in: the one in which it reads as one language, letter by letter.

Statistical detectors need some hundred words; a short interview has a dozen accented letters in
it. Here every candidate is decoded and judged by what its letters say: are they all letters of
one language, do scripts mix inside words, does case jump, are the letters the frequent ones?
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from verbale.errors import NotText
from verbale.readers.file_names import printable

__all__ = ["guess"]

_SAMPLE = 200_000
_STRANGE = 20_000
_MARKS = "“”‘’„‚«»‹›–—…•·\u00a0\u00ad€£§©®°™№¿¡´"
_RARE_MARKS = "²³½¼¾ºª×±¢¥†‡‰¶¨`"
_WESTERN = (
    "éèàêçùâîôûëïœæÿü",  # French
    "áéíóúñü",  # Spanish
    "äöüß",  # German
    "áàâãçéêíóôõúü",  # Portuguese
    "àèéìòù",  # Italian
    "äöåé",  # Swedish, Finnish
    "æøåéó",  # Danish, Norwegian
    "àçèéíïòóúü",  # Catalan
    "éëïóöèü",  # Dutch
    "áðéíóúýþæö",  # Icelandic
)
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "áäčďéíĺľňóôŕšťúýž")
_RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_CYRILLIC = (
    _RUSSIAN,
    "оаинтевсрклмудпяізйбгчьщжхцєюїфшґ",
    "аоеинјсртувкдмлпгзбчшцжћђљњфхџ",
    "оаеинтсрвлкмдпуяыьзбчйхжшюцэфёіў",
)
_GREEK = ("αοιετσνηυρπκμλςωίάδγέόχθήύώφβξζψϊϋΐΰ",)
_HEBREW = ("יוהלאמתרבשנקעדפחטגסכצזםןךףץ",)
_ARABIC = ("الينمرتبوعدسفهكقحجشصطخةزغثضذءأإىئؤظآ",)
# with what it costs to believe in each: much where there are two strange letters, nothing over a page
_CANDIDATES: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("cp1252", _WESTERN, 0.0),
    ("cp1251", _CYRILLIC, 0.6),
    ("cp1250", _CENTRAL, 0.6),
    ("cp1254", ("çğıöşüâîû",), 0.7),
    ("koi8_r", _CYRILLIC, 1.0),
    ("koi8_u", _CYRILLIC, 1.1),
    ("cp1253", _GREEK, 1.0),
    ("cp1255", _HEBREW, 1.0),
    ("cp1256", _ARABIC, 1.0),
    ("cp1257", ("ąčęėįšųūž", "āčēģīķļņšūž", "äöüõšž"), 1.0),
    ("iso8859_15", _WESTERN, 0.9),
    ("iso8859_2", _CENTRAL, 1.0),
    ("iso8859_5", _CYRILLIC, 1.2),
    ("iso8859_7", _GREEK, 1.2),
    ("cp866", _CYRILLIC, 1.2),
    ("mac_cyrillic", _CYRILLIC, 1.3),
    ("mac_roman", _WESTERN, 1.2),
    ("cp850", _WESTERN, 1.4),
    ("cp852", _CENTRAL, 1.5),
)
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_NOT_LATIN = "\u0370-\u05ff\u0600-\u06ff"
_MIXED = re.compile(rf"[A-Za-z](?=[{_NOT_LATIN}])|[{_NOT_LATIN}](?=[A-Za-z])")
_ACCENTED_RUN = re.compile(r"[\u00c0-\u024f]{3,}")
_MARK_IN_WORD = re.compile(r"[^\W\d_][“„‚«»‹›…•·€£§©®°™№¿¡²³½¼¾ºª×±¢¥†‡‰¶¨]+[^\W\d_]")
_STRANGE_WORDS = re.compile(rb"[^\n]?[A-Za-z]{0,40}[\x80-\xff][A-Za-z\x80-\xff]*[^\n]?")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\u0e00-\u0e7f]")
_STRANGE_BYTE = re.compile(rb"[\x80-\xff]")
_FAIR = 0.55
"""Mean cost of a foreign character above which no single-byte encoding is believed."""


def guess(data: bytes, name: str) -> str:
    """The text of a file that is in no Unicode encoding.

    Raises:
        NotText: No encoding makes words of the bytes.

    >>> guess("Señor Ibarra: «Mañana».".encode("cp1252"), "a.txt")
    'Señor Ibarra: «Mañana».'
    >>> guess("Нет, не уйдём.".encode("koi8-r"), "a.txt")
    'Нет, не уйдём.'
    """
    sample = b"".join(_STRANGE_WORDS.findall(data[:_SAMPLE]))[:_STRANGE]
    ranked = []
    for order, (encoding, languages, doubt) in enumerate(_CANDIDATES):
        cost = _cost(sample, encoding, languages)
        if cost is not None and cost <= _FAIR:
            ranked.append((cost + doubt / len(_STRANGE_BYTE.findall(sample)), order))
    for _, order in sorted(ranked)[:3]:
        try:
            return data.decode(_CANDIDATES[order][0])
        except UnicodeDecodeError:  # a byte outside the sample that this encoding leaves undefined
            continue
    return _many_bytes(data) or _best_effort(data, name)


def _cost(sample: bytes, encoding: str, languages: tuple[str, ...]) -> float | None:
    """How little the sample reads as one of the languages, per foreign character; None if it cannot be."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return None
    foreign = _FOREIGN.findall(text)
    if not foreign:
        return None
    flaws = (
        2.0 * len(_MIXED.findall(text))
        + 2.0 * sum(len(run) - 2 for run in _ACCENTED_RUN.findall(text))
        + 2.0 * len(_MARK_IN_WORD.findall(text))
        + _case_flaws(text)
    )
    counts: dict[str, int] = {}
    for character in foreign:
        counts[character] = counts.get(character, 0) + 1
    best = min(sum(_price(c, language) * n for c, n in counts.items()) for language in languages)
    return (best + flaws) / len(foreign)


def _case_flaws(text: str) -> float:
    """Capitals inside words: `иНТЕРВЬЮ` is what a wrong Cyrillic page makes of an honest one."""
    return 1.0 * sum(before.islower() and after.isupper() for before, after in pairwise(text))


@lru_cache(maxsize=8192)
def _price(character: str, language: str) -> float:
    if character in _MARKS:
        return 0.1
    if character in _RARE_MARKS:
        return 0.6
    place = language.find(character.lower())
    if place < 0:
        return 2.5 if character.isalpha() else 3.0
    # scripts of their own are told apart by their frequent letters; accented Latin letters are not
    return place / len(language) * 0.8 if len(language) > 20 else 0.05


def _many_bytes(data: bytes) -> str | None:
    """East Asian encodings: kana and hangul give two of them away, charset-normalizer knows the rest."""
    for encoding, script, share in (
        ("cp932", _KANA, 0.25),
        ("euc_jp", _KANA, 0.25),
        ("cp949", _HANGUL, 0.6),
    ):
        text = _strict(data, encoding)
        if text and len(script.findall(text)) >= share * len(_FOREIGN.findall(text)):
            return text
    from charset_normalizer import from_bytes  # noqa: PLC0415  not needed for most files

    found = from_bytes(data[:_SAMPLE], cp_isolation=["gb18030", "big5", "tis_620"], threshold=0.1).best()
    text = _strict(data, found.encoding) if found else None
    fits = text and len(_IDEOGRAPH.findall(text)) >= 0.5 * len(_FOREIGN.findall(text))
    return text if fits else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _best_effort(data: bytes, name: str) -> str:
    """A text in plain letters with a few strange bytes is Windows-1252, the commonest of all."""
    foreign = sum(byte >= 0x80 for byte in data[:_SAMPLE])
    if foreign * 10 > len(data[:_SAMPLE]):
        raise NotText(f"{printable(name)} is not a text in any known encoding.", name)
    return data.decode("cp1252", "replace")
