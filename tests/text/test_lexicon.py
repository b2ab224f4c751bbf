"""Words of a pack found in a text: endings, beginnings, phrases, spellings, scripts without spaces."""

from __future__ import annotations

import pytest

from verbale.text.lexicon import lexicon, lexicons_for


def found(code: str, key: str, text: str) -> list[str]:
    """What the entries of a list cover in a text, words parted by spaces."""
    known = lexicon(code)
    assert known is not None
    words = known.read(text)
    return [" ".join(words.words[place.first : place.last]) for place in known.places(words, key)]


@pytest.mark.parametrize(
    ("code", "key", "text", "expected"),
    [
        ("en", "negations", "We don’t, he cannot, nothing but the notes", ["don t", "cannot", "nothing"]),
        ("en", "conditions", "as long as they pay, as long they stay", ["as long as"]),
        ("de", "negating_phrases", "Es ist falsch, dass wir gehen", ["falsch dass"]),
        ("tr", "negations", "Limanı kapatmadık", ["kapatmadik"]),
        ("fr", "conditions", "s’il vient, si elle va", ["s il"]),
        ("ru", "conditions", "Еще раз: ЕСЛИ придёт", ["если"]),
        ("hi", "negations", "हमने बंदरगाह बंद नहीं किया", ["नहीं"]),
        ("ko", "conditions", "그들이 동의한다면 서명한다", ["동의한다면"]),
        ("zh", "conditions", "如果渔民同意", ["如 果"]),
        ("he", "negations", "ולא סגרנו", ["ולא"]),
    ],
)
def test_entries_are_found_whole_or_by_their_endings(
    code: str, key: str, text: str, expected: list[str]
) -> None:
    assert found(code, key, text) == expected


def test_what_has_a_negation_in_it_and_denies_nothing_is_no_denial() -> None:
    english, chinese = lexicon("en"), lexicon("zh")
    assert english is not None
    assert chinese is not None
    assert english.denials(english.read("not only we, no doubt")) == []
    assert len(english.denials(english.read("not we"))) == 1
    assert chinese.denials(chinese.read("非常好")) == []


def test_places_of_words_read_where_they_stand_are_the_texts_own() -> None:
    known = lexicon("fa")
    assert known is not None
    text = "او گفت: می‌خواهیم"
    words = known.read_at(text, 7, len(text))
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == ["می‌خواهیم"]
    assert words.words == [known.fold("می‌خواهیم")]


def test_the_words_of_a_text_whose_language_is_not_known_are_those_of_its_script() -> None:
    codes = [each.pack.code for each in lexicons_for(None, None, "Σήμερα", "negations")]
    assert codes == ["el"]
    assert [each.pack.code for each in lexicons_for("nn", None, "", "negations")] == ["no"]
    assert lexicons_for(None, None, "სარნი", "negations") == ()
