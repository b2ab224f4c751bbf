"""The name beside a verb of saying, by what a language allows around it: each rule on both sides."""

from __future__ import annotations

import pytest

from verbale.quote.attribution.printed_names import Named, name_after, name_before
from verbale.text.lexicon import Lexicon, Words, lexicon


def taken_apart(language: str, text: str) -> tuple[str, Words, int, Lexicon]:
    """A text whose stroke shows where the verb ends, or begins; its last sentence is looked at."""
    before, dot, sentence = text.rpartition(". ")
    head, _, tail = sentence.partition("|")
    known = lexicon(language)
    assert known is not None
    printed, begin = before + dot + head + tail, len(before + dot)
    words = known.read_at(printed, begin, len(printed))
    return printed, words, sum(start < begin + len(head) for start in words.starts), known


def told(text: str, words: Words, found: Named | None) -> tuple[str, str] | None:
    """The name, and all words that belong to it."""
    if found is None:
        return None
    assert " ".join(found.span.of(text).split()) == found.name
    assert not found.joint
    return found.name, text[words.starts[found.first] : words.ends[found.last - 1]]


@pytest.mark.parametrize(
    ("language", "text", "name", "whole"),
    [
        ("es", "dijo| Elena Marr", "Elena Marr", "Elena Marr"),
        ("es", "dijo| la ministra Elena Marr el lunes", "Elena Marr", "la ministra Elena Marr"),
        ("es", "dijo ayer| Elena Marr", "Elena Marr", "Elena Marr"),
        ("es", "dijo| el lunes Elena Marr", "Elena Marr", "el lunes Elena Marr"),
        ("es", "dijo|", None, ""),
        ("es", "dijo| ayer", None, ""),
        # whose portavoz speaks, or to whom, is not who speaks
        ("es", "dijo| la portavoz de Elena Marr", None, ""),
        ("es", "dijo| a Elena Marr", None, ""),
        ("es", "dijo| la vecina Elena Marr", None, ""),
        ("fr", "a déclaré| à Jean Marr", None, ""),
        # in Portuguese a name has an article, that looks like a preposition
        ("pt", "disse| a Joana Prado", None, ""),
        ("pt", "disse| a ministra Joana Prado", "Joana Prado", "a ministra Joana Prado"),
        # what may follow a name, and what may not
        ("es", "dijo| Elena Marr en Velm", "Elena Marr", "Elena Marr"),
        ("es", "dijo| Elena Marr junto al lago", None, ""),
        ("es", "dijo| Elena Marr, junto al lago", "Elena Marr", "Elena Marr"),
        ("sv", "sade| Elena Marr på måndagen", "Elena Marr", "Elena Marr"),
        ("de", "sagte| Ministerin Elena Marr am Montag", "Elena Marr", "Ministerin Elena Marr"),
        # so many capitals are one name: four where surnames are two, else three
        ("es", "dijo| Elena Marr Vell Tarn", "Elena Marr Vell Tarn", "Elena Marr Vell Tarn"),
        ("es", "dijo| Elena Marr Vell Tarn Dorn", None, ""),
        ("it", "ha detto| Elena Marr Vell", "Elena Marr Vell", "Elena Marr Vell"),
        ("it", "ha detto| Elena Marr Vell Tarn", None, ""),
        # small words inside a name, and never at an end of it
        ("es", "dijo| Elena de Marr", "Elena de Marr", "Elena de Marr"),
        ("es", "dijo| Elena de la Marr", "Elena de la Marr", "Elena de la Marr"),
        ("es", "dijo| Elena de", "Elena", "Elena"),
        ("es", "dijo| Elena de la", "Elena", "Elena"),
        ("es", "dijo| Elena de la vega", "Elena", "Elena"),
        ("es", "dijo| Elena, de Marr", "Elena", "Elena"),
        ("es", "dijo| Elena, Marr Vell", "Elena", "Elena"),
        ("es", "dijo| Elena Marr, Vell", "Elena Marr", "Elena Marr"),
        ("es", "dijo| de Marr", None, ""),
        ("fr", "a déclaré| Jean de La Marr", "Jean de La Marr", "Jean de La Marr"),
        # a genitive in front of another word
        ("de", "sagte| Elena Marrs", "Elena Marrs", "Elena Marrs"),
        ("de", "sagte| Elena Marrs Sprecherin", None, ""),
        ("de", "sagte| Elena Marrs Tante", None, ""),
        ("de", "sagte| Hans Marr", "Hans Marr", "Hans Marr"),
        ("de", "sagte| Marr Minister", None, ""),
        ("es", "dijo| Elena Marrs Vell", "Elena Marrs Vell", "Elena Marrs Vell"),
        ("es", "dijo| Elena Marr’s", None, ""),
        ("es", "dijo| Elena Marr'", None, ""),
        ("es", "dijo| Elena Marr', ayer", None, ""),
        ("tr", "dedi| Elena Marr'ın", None, ""),
        ("de", "sagte am Montag| Elena Marr", "Elena Marr", "Elena Marr"),
        ("de", "sagte| am Montag Elena Marr", "Elena Marr", "am Montag Elena Marr"),
        ("de", "sagte| in Velm Elena Marr", None, ""),
        # in the case of whom is spoken to
        ("pl", "powiedział| Jan Marr", "Jan Marr", "Jan Marr"),
        ("pl", "powiedział| Janowi Marrowi", None, ""),
        # without capitals a name has two words or three
        ("ar", "قال| سامي", None, ""),
        ("ar", "قال| سامي الخطيب", "سامي الخطيب", "سامي الخطيب"),
        ("ar", "قال| سامي الخطيب الكبير", "سامي الخطيب الكبير", "سامي الخطيب الكبير"),
        ("ar", "قال| سامي بن احمد الخطيب", None, ""),
        ("ar", "قال| سامي الخطيب في المدينة", "سامي الخطيب", "سامي الخطيب"),
        ("ar", "قال| سامي الخطيب الاثنين", "سامي الخطيب", "سامي الخطيب"),
        ("ar", "قال| سامي الخطيب اليوم", "سامي الخطيب", "سامي الخطيب"),
        ("ar", "قال| الوزير سامي الخطيب يوم الاثنين", "سامي الخطيب", "الوزير سامي الخطيب"),
        ("fa", "گفت| سامی خطیب روز دوشنبه", "سامی خطیب", "سامی خطیب"),
        ("fa", "گفت| سامی خطیب دوشنبه", "سامی خطیب", "سامی خطیب"),
        ("he", "אמר| דן כהן ביום שני", "דן כהן", "דן כהן"),
        ("zh", "说|王小明", "王小明", "王小明"),
    ],
)
def test_the_name_behind_a_verb(language: str, text: str, name: str | None, whole: str) -> None:
    printed, words, number, known = taken_apart(language, text)
    found = name_after(printed, words, number, known)
    assert told(printed, words, found) == (None if name is None else (name, whole))


@pytest.mark.parametrize(
    ("language", "text", "name", "whole"),
    [
        ("es", "Elena Marr |dijo", "Elena Marr", "Elena Marr"),
        ("es", "la ministra Elena Marr ayer |dijo", "Elena Marr", "la ministra Elena Marr"),
        ("es", "el lunes Elena Marr |dijo", "Elena Marr", "el lunes Elena Marr"),
        ("es", "la vecina Elena Marr |dijo", None, ""),
        ("es", "La portavoz de Elena Marr |dijo", None, ""),
        # what opens a sentence has its capital, and is no name
        ("es", "Ayer Elena Marr |dijo", "Elena Marr", "Ayer Elena Marr"),
        ("es", "Pero Elena Marr |dijo", "Elena Marr", "Pero Elena Marr"),
        ("es", "Y Marr |dijo", "Marr", "Y Marr"),
        ("es", "Ayer |dijo", None, ""),
        ("es", "Yo |dijo", None, ""),
        ("es", "En Velm |dijo", None, ""),
        ("es", "Un amigo. En Velm |dijo", None, ""),
        # a word of two letters is a name where the text has it inside a sentence too
        ("es", "Xul |dijo", "Xul", "Xul"),
        ("es", "Xu |dijo", None, ""),
        ("es", "Vino con Xu. Xu |dijo", "Xu", "Xu"),
        ("es", "Vino, Xu. Xu |dijo", "Xu", "Xu"),
        ("es", "Vino con Xul. Xu |dijo", None, ""),
        # and no word is, that the text has without its capital
        ("es", "Mina |dijo", "Mina", "Mina"),
        ("es", "Una mina. Mina |dijo", None, ""),
        ("es", "Una minas. Mina |dijo", "Mina", "Mina"),
        # an apposition with an office, of seven words at most
        ("es", "Elena Marr, la ministra de obras, |dijo", "Elena Marr", "Elena Marr"),
        ("es", "Elena Marr, la vecina de al lado, |dijo", None, ""),
        ("es", "Elena Marr, ministra de obras y de los puertos, |dijo", "Elena Marr", "Elena Marr"),
        ("es", "Elena Marr, ministra de obras y de los puertos nuevos, |dijo", None, ""),
        ("es", "Velm, Elena Marr, |dijo", "Elena Marr", "Elena Marr"),
        ("es", "Vino, la ministra al lado, ayer Juan Vell |dijo", "Juan Vell", "ayer Juan Vell"),
        ("de", "Elena Marr |sagte", "Elena Marr", "Elena Marr"),
        ("de", "Ministerin Elena Marr |sagte", "Elena Marr", "Ministerin Elena Marr"),
        ("de", "Elena Marrs Sprecherin |sagte", None, ""),
        ("de", "Die Sprecherin von Elena Marr |sagte", None, ""),
        ("de", "In Velm |sagte", None, ""),
        ("fr", "Jean de la Marr |a dit", "Jean de la Marr", "Jean de la Marr"),
        ("fr", "Le ministre Jean Marr |a dit", "Jean Marr", "Le ministre Jean Marr"),
        ("fr", "de Marr |a dit", None, ""),
        ("fr", "Jean, de Marr |a dit", None, ""),
        ("it", "Elena Marr Vell |ha detto", "Elena Marr Vell", "Elena Marr Vell"),
        ("it", "Elena Marr Vell Tarn |ha detto", None, ""),
        # an ending behind the apostrophe
        ("tr", "Elena Marr |dedi", "Elena Marr", "Elena Marr"),
        ("tr", "Elena Marr'da |dedi", None, ""),
        # Hindi marks the subject
        ("hi", "मंत्री सीमा वर्मा ने |कहा", "सीमा वर्मा", "मंत्री सीमा वर्मा"),
        ("hi", "सीमा वर्मा ने सोमवार को |कहा", "सीमा वर्मा", "सीमा वर्मा"),
        ("hi", "सीमा वर्मा ने नदी |कहा", None, ""),
        ("hi", "सीमा वर्मा |कहा", None, ""),
        ("hi", "सीमा ने |कहा", None, ""),
        ("hi", "राम कुमार और सीमा वर्मा ने |कहा", None, ""),
        ("hi", "सीमा वर्मा के प्रवक्ता ने |कहा", None, ""),
        ("ar", "سامي الخطيب |قال", "سامي الخطيب", "سامي الخطيب"),
        ("ar", "الوزير سامي الخطيب |قال", "سامي الخطيب", "الوزير سامي الخطيب"),
        ("ar", "المتحدث باسم سامي الخطيب |قال", None, ""),
        ("ar", "سامي |قال", None, ""),
        ("ar", "يوم الاثنين سامي الخطيب |قال", "سامي الخطيب", "يوم الاثنين سامي الخطيب"),
        # Korean: a family name, two letters, and an office with the subject's mark, at most two words behind
        ("ko", "김민재 장관은 |말했다", "김민재", "김민재 장관은"),
        ("ko", "김민재 외교 장관은 |말했다", "김민재", "김민재 외교 장관은"),
        ("ko", "김민재 우리 외교 장관은 |말했다", None, ""),
        ("ko", "라고 김민재 장관은 |말했다", "김민재", "김민재 장관은"),
        ("ko", "김민재는 |말했다", None, ""),
        ("ko", "장관은 |말했다", None, ""),
        ("ko", "김민 장관은 |말했다", None, ""),
        ("ko", "쿠민재 장관은 |말했다", None, ""),
        ("ko", "국방부 장관은 |말했다", None, ""),
        ("ko", "박서준 대표의 대변인은 |말했다", None, ""),
        ("ko", "김민재 장관은 박서준 대표는 |말했다", None, ""),
        # Japanese: a word of respect with the subject's mark
        ("ja", "田中氏は|述べた", "田中", "田中氏は"),
        ("ja", "東京、田中氏は|述べた", "田中", "田中氏は"),
        ("ja", "と、田中氏は|述べた", "田中", "田中氏は"),
        ("ja", "と田中氏は|述べた", "田中", "田中氏は"),
        ("ja", "田中氏は今日また|述べた", "田中", "田中氏は"),
        ("ja", "田中氏は今日また改めて同じく|述べた", "田中", "田中氏は"),
        ("ja", "東京、田中氏は今日また改めて同じく|述べた", "田中", "田中氏は"),
        ("ja", "スミス氏は|述べた", "スミス", "スミス氏は"),
        ("ja", "田中氏は、今日また|述べた", "田中", "田中氏は"),
        # eight letters of anything may stand behind it, and more of what stands before verbs
        ("ja", "田中氏は川川川川川川川川|述べた", "田中", "田中氏は"),
        ("ja", "田中氏は川川川川川川川川川|述べた", None, ""),
        ("ja", "田中は|述べた", None, ""),
        ("ja", "田氏は|述べた", None, ""),
        ("ja", "田中田中田氏は|述べた", "田中田中田", "田中田中田氏は"),
        ("ja", "田中田中田中氏は|述べた", None, ""),
        ("ja", "スミ氏は|述べた", None, ""),
        # Chinese: a family name and two letters, one where an office stands before it
        ("zh", "王小明|说", "王小明", "王小明"),
        ("zh", "部长王小明|说", "王小明", "部长王小明"),
        ("zh", "部长王明|说", "王明", "部长王明"),
        ("zh", "王明|说", None, ""),
        ("zh", "王小小明|说", None, ""),
        ("zh", "川小明|说", None, ""),
        ("zh", "王外部|说", None, ""),
        ("zh", "王小明昨天|说", "王小明", "王小明"),
        ("zh", "王小明先生|说", "王小明", "王小明"),
        ("zh", "昨天，王小明|说", "王小明", "王小明"),
        ("zh", "他在大楼上王小明|说", None, ""),
    ],
)
def test_the_name_before_a_verb(language: str, text: str, name: str | None, whole: str) -> None:
    printed, words, number, known = taken_apart(language, text)
    found = name_before(printed, words, number, known)
    assert told(printed, words, found) == (None if name is None else (name, whole))


@pytest.mark.parametrize(
    ("text", "name", "joint"),
    [
        ("sagte| Elena Marr und Jonas Vell", "Elena Marr", True),
        ("sagte| Elena Marr, und Jonas Vell", "Elena Marr", False),
        ("sagte| Elena Marr", "Elena Marr", False),
        ("Elena Marr und Jonas Vell |sagten", "Jonas Vell", True),
        ("Elena Marr, und Jonas Vell |sagten", "Jonas Vell", True),
        ("Jonas Vell |sagte", "Jonas Vell", False),
    ],
)
def test_two_who_speak_as_one(text: str, name: str, joint: bool) -> None:
    printed, words, number, known = taken_apart("de", text)
    found = (name_after if text.startswith("sagte") else name_before)(printed, words, number, known)
    assert found is not None
    assert (found.name, found.joint) == (name, joint)
