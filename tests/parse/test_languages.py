"""Who asks and who answers, in every language whose words Verbale has; all exchanges invented."""

from __future__ import annotations

import re

import pytest

from verbale.model.document import Reading, Role
from verbale.parse.turns.turn_finding import find_turns
from verbale.text.packs import KEYS, listed_words, pack, packs

# The label of the questioner, the name of who answers, two questions and two answers.
EXCHANGES: dict[str, tuple[str, str, str, str, str, str]] = {
    "ar": ("سؤال", "ليلى منصور", "متى يفتح الجسر؟", "في الخريف.", "ومن يدفع؟", "الجميع يدفع."),
    "cs": ("Otázka", "Vlasta Hronková", "Kdy most otevřete?", "Na podzim.", "A kdo zaplatí?", "Všichni."),
    "da": ("Spørgsmål", "Ida Torup", "Hvornår åbner broen?", "Til efteråret.", "Og hvem betaler?", "Alle."),
    "de": ("Frage", "Elena Marr", "Wann öffnet die Brücke?", "Im Herbst.", "Und wer zahlt?", "Alle zahlen."),
    "el": ("Ερώτηση", "Ελένη Μάρρου", "Πότε ανοίγει η γέφυρα;", "Το φθινόπωρο.", "Ποιος πληρώνει;", "Όλοι."),
    "en": ("Journalist", "Elena Marr", "When will the bridge open?", "In autumn.", "Who will pay?", "All."),
    "es": ("Pregunta", "Elena Marr", "¿Cuándo abre el puente?", "En otoño.", "¿Y quién paga?", "Todos."),
    "fa": ("پرسش", "لیلا مرادی", "پل کی باز می‌شود؟", "در پاییز.", "چه کسی می‌پردازد؟", "همه."),
    "fi": ("Kysymys", "Aino Saarela", "Milloin silta avataan?", "Syksyllä.", "Kuka maksaa?", "Kaikki."),
    "fr": ("Journaliste", "Hélène Marais", "Quand ouvrira le pont ?", "En automne.", "Qui paiera ?", "Tous."),
    "he": ("שאלה", "אילנה מר־אור", "מתי ייפתח הגשר?", "בסתיו.", "ומי ישלם?", "כולם."),
    "hi": ("प्रश्न", "अनिता देसाई", "पुल कब खुलेगा?", "शरद ऋतु में।", "और कौन भुगतान करेगा?", "सब करेंगे।"),
    "hu": ("Kérdés", "Halmos Ilona", "Mikor nyílik meg a híd?", "Ősszel.", "És ki fizet?", "Mindenki."),
    "id": ("Wartawan", "Sari Lestari", "Kapan jembatan dibuka?", "Tahun depan.", "Siapa membayar?", "Semua."),
    "it": ("Domanda", "Elena Marra", "Quando apre il ponte?", "In autunno.", "E chi paga?", "Tutti pagano."),
    "ja": ("記者", "森川花子", "橋はいつ開通しますか。", "秋です。", "誰が払いますか。", "全員です。"),
    "ko": ("질문", "한서윤", "다리는 언제 열립니까?", "가을입니다.", "누가 냅니까?", "모두 냅니다."),
    "nl": (
        "Vraag",
        "Elena Maar",
        "Wanneer gaat de brug open?",
        "In de herfst.",
        "En wie betaalt?",
        "Iedereen.",
    ),
    "no": ("Spørsmål", "Ingrid Tveit", "Når åpner broen?", "Til høsten.", "Og hvem betaler?", "Alle."),
    "pl": ("Pytanie", "Elżbieta Mróz", "Kiedy otworzą most?", "Jesienią.", "A kto zapłaci?", "Wszyscy."),
    "pt": ("Jornalista", "Helena Marques", "Quando abre a ponte?", "No outono.", "E quem paga?", "Todos."),
    "ro": ("Întrebare", "Elena Maru", "Când se deschide podul?", "La toamnă.", "Și cine plătește?", "Toți."),
    "ru": ("Вопрос", "Елена Марова", "Когда откроют мост?", "Осенью.", "А кто заплатит?", "Все."),
    "sv": ("Fråga", "Elin Marklund", "När öppnar bron?", "I höst.", "Och vem betalar?", "Alla."),
    "tr": ("Soru", "Elif Maral", "Köprü ne zaman açılacak?", "Sonbaharda.", "Kim ödeyecek?", "Herkes."),
    "uk": ("Запитання", "Олена Марко", "Коли відкриють міст?", "Восени.", "А хто платитиме?", "Усі."),
    "zh": ("记者", "林晓梅", "桥什么时候开放？", "秋天。", "谁来付钱？", "大家。"),
}


def reading(text: str) -> Reading:
    return Reading(name="a.txt", sha256="0" * 64, reader="text/1", text=text)


def test_every_language_has_its_exchange() -> None:
    # a pack without a word for whoever asks has none of the words of labels
    assert set(EXCHANGES) == {pack.code for pack in packs() if "questioners" in pack.lists}


@pytest.mark.parametrize("code", sorted(EXCHANGES))
@pytest.mark.parametrize("joined", ["\n\n", "\n"])
def test_the_questioner_asks_and_the_other_answers(code: str, joined: str) -> None:
    word, name, first, yes, second, no = EXCHANGES[code]
    colon = "：" if code in {"zh", "ja"} else ": "
    text = joined.join(
        f"{who}{colon}{said}" for who, said in zip((word, name) * 2, (first, yes, second, no), strict=True)
    )
    turns = find_turns(reading(text))
    assert [(turn.speaker, turn.role, turn.span.of(text)) for turn in turns] == [
        (None, Role.QUESTION, first),
        (name, Role.ANSWER, yes),
        (None, Role.QUESTION, second),
        (name, Role.ANSWER, no),
    ]
    assert [turn.answers for turn in turns] == [None, 0, None, 2]


ASKERS = {
    "ar": "سامي حداد",
    "fa": "رضا کریمی",
    "he": "דן לוי",
    "hi": "रवि शर्मा",
    "ja": "中村太郎",
    "zh": "王一平",
}


# Two names and no word for a questioner: who asks is told by the asking alone.
@pytest.mark.parametrize("code", sorted(set(EXCHANGES) - {"ko"}))
def test_whoever_asks_by_name_is_known_by_asking(code: str) -> None:
    _, name, first, yes, second, no = EXCHANGES[code]
    asker = ASKERS.get(code, "Bo Alm")
    colon = "：" if code in {"zh", "ja"} else ": "
    text = "\n\n".join(
        f"{who}{colon}{said}"
        for who, said in zip((asker, name) * 2, (first, yes * 3, second, no * 3), strict=True)
    )
    assert [turn.role.value for turn in find_turns(reading(text))] == ["question", "answer"] * 2


@pytest.mark.parametrize("code", sorted(EXCHANGES))
def test_each_answerer_and_each_chair_of_a_language_is_known(code: str) -> None:
    word, name, first, yes, second, no = EXCHANGES[code]
    known = pack(code)
    assert known is not None
    (answer, *_), (chair, *_) = known.phrases("answers") or (), known.phrases("chairs") or ()
    said = [(chair, yes), (word, first), (answer, yes), (word, second), (answer, no), (chair, no)]
    text = "\n\n".join(f"{who[0].upper()}{who[1:]}: {words}" for who, words in said)
    roles = [turn.role.value for turn in find_turns(reading(text), speaker=name)]
    assert roles == ["chair", "question", "answer", "question", "answer", "chair"]


def test_lists_have_no_word_twice_over_what_it_means() -> None:
    speakers = [listed_words(key) for key in ("questioners", "answers", "hosts", "chairs", "interpreters")]
    assert not listed_words("not_labels") & frozenset().union(*speakers)
    assert not listed_words("incidents") & frozenset().union(*speakers)


@pytest.mark.parametrize(
    "key", ["questioners", "beside_questioners", "titles", "men", "women", "joints", "particles"]
)
def test_what_is_compared_word_by_word_is_listed_word_by_word(key: str) -> None:
    assert [word for word in listed_words(key) if re.search(r"\s", word)] == []


def test_every_list_is_used_and_told_of() -> None:
    used = {key for pack in packs() for key in pack.lists}
    assert used == set(KEYS)


def test_an_agencys_reporter_without_a_name_is_a_questioner() -> None:
    text = "港湾社记者：桥什么时候开放？\n林晓梅：秋天。\n渡口报记者：谁来付钱？\n林晓梅：大家。"
    turns = find_turns(reading(text))
    assert [(turn.speaker, turn.role.value) for turn in turns] == [
        (None, "question"),
        ("林晓梅", "answer"),
    ] * 2
