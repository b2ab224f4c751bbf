"""Whether a text says that it is a translation, and from which language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.parse.lines import Line
from verbale.text.patterns import pattern

__all__ = ["UNDETERMINED", "translated_from"]

# ISO 639-2's code for a language that is not known: it is a translation, but nothing says from what.
UNDETERMINED = "und"
_LONGEST = 25  # words of a line that says so
_TRANSLATION = (
    r"translat(?:ion|ed)|übersetz(?:ung|t)|tradu(?:ction|it|ite|cción|cido|cida|ção|zido|zione)|tradotto"
    r"|vertaling|vertaald|tłumaczenie|przekład|перевод|переведено|переклад|překlad|překladu|çeviri"
    r"|översättning|oversettelse|oversættelse"
)
_OFFICIAL = (
    r"(?:un)?official|courtesy|working|informal|provisional|nichtamtliche|inoffizielle|amtliche"
    r"|arbeits|non[ -]officielle|officielle|no\ oficial|oficial|não\ oficial|non\ ufficiale|di\ cortesia"
    r"|неофициальный|официальный|рабочий|неофіційний|nieoficjalne"
)
# the words between "translation" and the language: "from the original", "aus dem", "de l'", "с"
_FROM = r"from|aus|uit|von|du|de|del|dela|do|dal|dall|dalla|depuis|z|ze|с|со|з|із|från|fra|af|av"
# `Unofficial translation from Russian`, `(Übersetzung aus dem Englischen)`, `Traduit de l’anglais`
_NAMED = pattern(
    rf"""
    (?:^|[(\[—–|:;/-]\s*) (?:(?:{_OFFICIAL})\s+)* (?:{_TRANSLATION})
    (?:\s+\w+){{0,2}}? \s+ (?:{_FROM}) \b ['’]? \s*
    (?:(?:the|dem|der|het|la|le|l|el|lo|il|original|originale?n?)\b ['’]? \s*){{0,3}}
    (?P<language>[^\W\d_]{{4,14}}) (?:\s+[\w’'.]+){{0,9}} [.,]? (?:$|[)\]*_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# `English translation from ...` has the language it is in before it
_ENGLISH_FIRST = pattern(
    r"^[\W_]*\w+\ (?:translation|translated)\ from\ (?:the\ )?(?:original\ )?(?P<language>[a-z]{4,14})\b",
    re.IGNORECASE,
)
# a line, or what stands in brackets, that says no more than that it is a translation
_BARE = pattern(rf"[\W_]*(?:{_OFFICIAL})\s+(?:{_TRANSLATION})[\W_]*", re.IGNORECASE)
_BRACKETED = pattern(rf"[(\[]\s*(?:{_OFFICIAL})\s+(?:{_TRANSLATION})\s*[)\]]", re.IGNORECASE)
_LIKELY = pattern(
    "ransla|bersetz|radu[cçiz]|radott|RANSLA|BERSETZ|RADU|ertal|ertaal|umacz|rzekł|еревод|ереве|ереклад|řekl"
    "|eviri|ÇEVİRİ|ersätt|erset|ПЕРЕВОД|ПЕРЕКЛАД"
)

# How the name of a language begins, in the languages in which such lines are written.
_STEMS: tuple[tuple[str, str], ...] = tuple(
    (stem, code)
    for code, stems in re.findall(
        r"(\w\w)=(\S+)",
        """
        ar=arab|арабс
        bg=bulgar|болгарс
        cs=czech|tschech|tchèque|chec|ceco|tsjech|чешс|czesk|česk
        da=danish|dänisch|danois|danés|danese|датс|dansk
        de=german|deutsch|allemand|alem|tedesc|duits|немец|німець|німецьк|niemiec|němč|tysk|almanca
        el=greek|griech|grec|grieg|греч
        en=english|englis|anglais|inglé|ingles|inglê|engels|англи|англій|angiel|angličt|engelsk|ingilizce
        es=spanish|spanis|espagnol|español|espanhol|spagnol|spaans|испанс|іспанс|hiszpa|španěl|spansk
        fa=persian|farsi|persisch|persan|персид|перськ
        fi=finnish|finnisch|finnois|финс
        fr=french|französ|français|francés|francese|francês|frans|француз|francusk|francouz|fransızca
        he=hebrew|hebrä|hébreu|hebreo|ebraic|иврит
        hi=hindi
        hu=hungar|ungar|hongrois|венгер|węgier|maďar
        hy=armen|армянс
        it=italian|italien|italiano|итальян|włosk|italš
        ja=japan|japonais|japoné|giappon|японс
        ka=georgian|georgisch|géorgien|грузинс
        kk=kazakh|kasach|казахс
        ko=korean|koreanisch|coréen|corean|корейс
        nl=dutch|niederländ|néerland|neerland|olandese|нидерланд|голланд
        no=norweg|norvég|norueg|норвеж|norsk
        pl=polish|polnisch|polonais|polac|польс|polsk
        pt=portug|португал
        ro=romanian|rumän|roumain|rumano|rumeno|румынс
        ru=russian|russis|russe|ruso|russo|russisch|русск|російс|rosyjs|rušt|rusça|rysk
        sr=serbian|serbisch|serbe|serbio|serbo|сербс
        sv=swedish|schwed|suédois|sueco|svedese|шведс|svensk
        tr=turkish|türkis|turc|turco|турец
        uk=ukrain|украин|україн|ucraino|ucran
        ur=urdu
        vi=vietnam|вьетнам
        zh=chinese|chinesis|chinois|chino|cinese|chinês|mandarin|китайс
        """,
    )
    for stem in stems.split("|")
)


def translated_from(lines: Sequence[Line]) -> str | None:
    """The language of the original, where a text says in a line of its own that it is a translation.

    Args:
        lines: The head and the tail of a text.

    Returns:
        ISO 639-1; `und` where the text does not say which language; None where it says nothing.

    >>> from verbale.parse.lines import lines_of
    >>> translated_from(lines_of("Pressekonferenz (Übersetzung aus dem Englischen)"))
    'en'
    >>> translated_from(lines_of("Unofficial translation"))
    'und'
    """
    undetermined = None
    for line in lines:
        # the patterns are slow, and hardly a line has any of their words
        if not _LIKELY.search(line.words) or line.count > _LONGEST:
            continue
        for found in (_NAMED.search(line.words), _ENGLISH_FIRST.match(line.words)):
            if found and (code := _code(found["language"])):
                return code
        if _BARE.fullmatch(line.words) or _BRACKETED.search(line.words):
            undetermined = UNDETERMINED
    return undetermined


def _code(language: str) -> str | None:
    """The code of a language by its printed name, in whatever case it stands."""
    name = language.casefold()
    fitting = [(len(stem), code) for stem, code in _STEMS if name.startswith(stem)]
    return max(fitting)[1] if fitting else None
