"""What an edit touched: a negation, a number, a modal, a name, the person, the tense."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verbale.model import Edit, Flag
from verbale.text.listed import listed

__all__ = ["touched"]


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%$€£]")
_HAN_NUMBER = re.compile(r"^[一二两三四五六七八九十百千万亿]+")
_NEGATIONS = listed(
    """
    not no never none nor neither nobody nothing nowhere without cannot hardly barely nicht kein keine
    keinen nie niemals nein nunca jamás sin ni tampoco ne pas jamais rien aucun не нет никогда ни без
    لا لم لن ليس ليست بلا 不 没 没有 未 别 无 非
    """
)
_MODALS = listed(
    """
    will would shall should can could may might must ought cannot maybe perhaps probably possibly
    likely certainly definitely surely gonna won't wouldn't can't couldn't shouldn't mustn't i'll we'll
    you'll they'll he'll she'll it'll i'd we'd you'd they'd he'd she'd need wird werden kann könnte
    muss soll sollte darf vielleicht wahrscheinlich puede podría debe quizás может должен возможно
    вероятно
    """
)
_PERSONS = {
    "i": 1, "me": 1, "my": 1, "mine": 1, "myself": 1, "we": 2, "us": 2, "our": 2, "ours": 2, "ourselves": 2,
    "you": 3, "your": 3, "yours": 3, "yourself": 3, "he": 4, "him": 4, "his": 4, "himself": 4, "she": 5,
    "her": 5, "hers": 5, "herself": 5, "it": 6, "its": 6, "itself": 6, "they": 7, "them": 7, "their": 7,
    "theirs": 7, "themselves": 7,
}  # fmt: skip
_NUMBERS = listed(
    """
    zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
    thousand thousands million millions billion billions trillion trillions dozen dozens half third
    quarter double twice triple first second fourth fifth tenth percent % zwei drei vier fünf sechs
    sieben acht neun zehn hundert tausend dos tres cuatro cinco seis siete ocho nueve diez cien mil
    deux trois quatre cinq sept huit neuf dix cent mille
    два три четыре пять шесть семь восемь девять десять двадцать тридцать сорок сто тысяча миллион
    واحد اثنان ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثماني ثمانية تسع تسعة عشر عشرة مئة ألف مليون
    一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿
    """
)
_TENSES = (
    listed("am is are be being 's 're 'm"), listed("was were been"),
    listed("has have having 've"), frozenset(("had",)),
    listed("do does doing"), listed("did done"),
)  # fmt: skip
_VERB_PAIRS = ((0, 1), (2, 3), (4, 5))
_IRREGULAR = {
    "went": "go", "gone": "go", "said": "say", "made": "make", "took": "take", "taken": "take", "saw": "see",
    "seen": "see", "came": "come", "knew": "know", "known": "know", "got": "get", "gave": "give",
    "given": "give", "found": "find", "thought": "think", "told": "tell", "became": "become", "left": "leave",
    "felt": "feel", "brought": "bring", "began": "begin", "begun": "begin", "kept": "keep", "held": "hold",
    "wrote": "write", "written": "write", "stood": "stand", "heard": "hear", "meant": "mean", "met": "meet",
    "ran": "run", "paid": "pay", "spoke": "speak", "spoken": "speak", "built": "build", "sent": "send",
    "spent": "spend", "won": "win", "lost": "lose", "fell": "fall", "sold": "sell", "fought": "fight",
}  # fmt: skip


def touched(edits: Iterable[Edit], language: str | None = None) -> tuple[Flag, ...]:
    """The flags of what edits touched, in the order of `Flag`.

    Args:
        edits: from the record to the quote.
        language: of the record's words; in German a capital makes no name.

    >>> from verbale.model import Operation
    >>> touched([Edit(op=Operation.DELETE, quoted="", record="not")])
    (<Flag.NEGATION: 'negation'>,)
    """
    found: set[Flag] = set()
    for edit in edits:
        quoted, record = _WORD.findall(edit.quoted), _WORD.findall(edit.record)
        found |= _of(quoted, record)
    if language == "de":
        found.discard(Flag.NAME)
    return tuple(flag for flag in Flag if flag in found)


def _of(quoted: list[str], record: list[str]) -> set[Flag]:
    left, right = [_plain(w) for w in quoted], [_plain(w) for w in record]
    found: set[Flag] = set()
    if sum(map(_negates, left)) != sum(map(_negates, right)):
        found.add(Flag.NEGATION)
    if sorted(w for w in left if _counts(w)) != sorted(w for w in right if _counts(w)):
        found.add(Flag.NUMBER)
    if sorted(w for w in left if w in _MODALS) != sorted(w for w in right if w in _MODALS):
        found.add(Flag.MODALITY)
    if _names(quoted) != _names(record):
        found.add(Flag.NAME)
    persons_left = {_PERSONS[w.split("'")[0]] for w in left if w.split("'")[0] in _PERSONS}
    persons_right = {_PERSONS[w.split("'")[0]] for w in right if w.split("'")[0] in _PERSONS}
    if persons_left and persons_right and persons_left != persons_right:
        found.add(Flag.PERSON)
    if _tense_moved(left, right):
        found.add(Flag.TENSE)
    return found


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _counts(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS or bool(_HAN_NUMBER.search(word))


def _names(words: list[str]) -> set[str]:
    # "I" and a word in capitals for its weight are no names
    return {w for w in words if w[0].isupper() and len(w) > 1 and not w.startswith(("I'", "I’"))}


def _tense_moved(left: list[str], right: list[str]) -> bool:
    for present, past in _VERB_PAIRS:
        for one, two in ((left, right), (right, left)):
            if _TENSES[present].intersection(one) and _TENSES[past].intersection(two):
                return True
    stems_left, stems_right = ({_stem(w) for w in words} for words in (left, right))
    same = {stem for stem, _ in stems_left} & {stem for stem, _ in stems_right}
    return any(
        {past for stem, past in stems_left if stem == verb}
        != {past for stem, past in stems_right if stem == verb}
        for verb in same
        if len(verb) > 2
    )


def _stem(word: str) -> tuple[str, bool]:
    if word in _IRREGULAR:
        return _IRREGULAR[word], True
    if word.endswith("ied"):
        return word[:-3] + "y", True
    if word.endswith("ed") and len(word) > 4:
        return word[:-2].removesuffix("e"), True
    return word.removesuffix("s").removesuffix("e"), False
