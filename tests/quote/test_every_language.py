"""Who is quoted, in every language that has the words for it: one table, each order tried."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verbale import Document, quotations
from verbale.model import QuotationKind

TABLE = tomllib.loads(Path(__file__).parents[1].joinpath("sentences.toml").read_text(encoding="utf-8"))
# Where an attribution speaks of two quotations at once, and one office whose name no mark parts from it:
# not read, and nobody's.
NOT_READ = {*((language, "split") for language in ("fa", "ja", "ko", "tr")), ("ja", "office")}


@pytest.mark.parametrize("language", TABLE)
def test_direct_quotes_are_found_with_their_speakers_in_their_usual_orders(language: str) -> None:
    rows = TABLE[language]["quotes"]
    text = "\n\n".join(row["text"] for row in rows)
    found = quotations(text)
    right = 0
    for row in rows:
        start = text.index(row["text"])
        here = [q for q in found if start <= q.spans[0].start < start + len(row["text"])]
        if (language, row["order"]) in NOT_READ:
            assert all(quotation.speaker in {None, row["speaker"]} for quotation in here)
            continue
        (quotation,) = here
        assert [span.of(text) for span in quotation.spans] == row["words"]
        assert (quotation.kind, quotation.speaker) == (QuotationKind.DIRECT, row["speaker"])
        right += 1
    assert right >= 3


NOBODYS = {
    "cs": (
        "„Přístav zůstává otevřený,“ řekl ministr Otakara Lánského.",
        "„Přístav zůstává otevřený,“ řekl náměstek Heleny Vrbatové.",
        "Ministr Otakara Lánského řekl: „Přístav zůstává otevřený.“",
        "„Přístav zůstává otevřený,“ řekl ministr Petra Nováka.",
        "„Přístav zůstává otevřený,“ řekla ministryně Petra Nováka.",
        "„Přístav zůstává otevřený všem lodím po celou zimu,“ řekla mluvčí Heleny Vrbatové.",
        "Mluvčí Heleny Vrbatové řekla: „Přístav zůstává otevřený všem lodím po celou zimu.“",
        "„Přístav zůstává otevřený všem lodím,“ řekli Helena Vrbatová a Otakar Lánský.",
        "Včera řekl: „Přístav zůstává otevřený všem lodím po celou zimu.“",
        "„Přístav zůstává otevřený všem lodím,“ řekl Heleně Vrbatové kapitán lodi.",
    ),
    "de": (
        "„Der Hafen bleibt für alle Schiffe offen“, sagte Elena Marrs Sprecherin.",
        "„Der Hafen bleibt für alle Schiffe offen“, sagte der Sprecher von Elena Marr.",
    ),
    "el": (
        "Ο εκπρόσωπος της Ελένης Μαρκάδου είπε: «Το λιμάνι παραμένει ανοιχτό για όλα τα πλοία».",
        "«Το λιμάνι παραμένει ανοιχτό», είπε ο υπουργός της Ελένης Μαρκάδου.",
        "Ο υπουργός της Ελένης Μαρκάδου είπε: «Το λιμάνι παραμένει ανοιχτό».",
        "«Το λιμάνι παραμένει ανοιχτό», είπε ο υπουργός του Οδυσσέα Λάνδρου.",
    ),
    "es": ("«El puerto sigue abierto a todos los barcos», dijo la portavoz de Elena Marr.",),
    "fi": (
        "”Satama pysyy avoinna”, sanoi Elina Hakavuoren ministeri.",
        "Elina Hakavuoren ministeri sanoi: ”Satama pysyy avoinna.”",
        "”Satama pysyy avoinna kaikille laivoille”, sanoi Elina Hakavuoren avustaja.",
        "Elina Hakavuoren avustaja sanoi: ”Satama pysyy avoinna kaikille laivoille.”",
    ),
    "fr": ("« Le port reste ouvert à tous les navires », a déclaré la porte-parole d’Hélène Maurin.",),
    "he": ('"נמל סארן נשאר פתוח לכל האוניות", אמרה דוברת של הילה ארנון.',),
    "hi": ("हेमा सागरिका के प्रवक्ता ने कहा, “सारन का बंदरगाह सभी जहाजों के लिए खुला रहेगा।”",),
    "hu": (
        "„A kikötő nyitva marad” – mondta Halmi Ilona minisztere.",
        "Halmi Ilona minisztere azt mondta: „A kikötő nyitva marad.”",
        "„A kikötő nyitva marad” – mondta Halmi Ilonának a minisztere.",
        "„A kikötő minden hajó előtt nyitva marad” – mondta Halmi Ilona szóvivője.",
        "Halmi Ilona szóvivője azt mondta: „A kikötő minden hajó előtt nyitva marad.”",
    ),
    "id": ("“Pelabuhan Sarn tetap terbuka bagi semua kapal,” kata istri Lestari Wiranata.",),
    "it": (
        "«Il porto resta aperto a tutte le navi», ha detto il portavoce di Elena Sartori.",
        "«Il porto resta aperto a tutte le navi», ha detto a Elena Sartori il capitano.",
        "Parlando con Elena Sartori ha detto: «Il porto resta aperto a tutte le navi».",
        "«Il porto resta aperto a tutte le navi», hanno detto Elena Sartori e Ottavio Grandi.",
    ),
    "ja": (
        "外務省は「サルン港はすべての船に開かれている」と述べた。",
        "森田恵理氏の報道官は「サルン港はすべての船に開かれている」と述べた。",
    ),
    "ko": (
        "교통부 장관은 “사른 항구는 모든 배에 열려 있다”고 말했다.",
        "한서윤 장관의 대변인은 “사른 항구는 모든 배에 열려 있다”고 말했다.",
    ),
    "nl": ("“De haven blijft open voor alle schepen”, zei hij tegen Femke Dijkgraaf.",),
    "pl": (
        "„Port w Sarn pozostaje otwarty” – powiedział Helenie Wrzoskowskiej kapitan portu.",
        "„Port pozostaje otwarty” – powiedział szef Heleny Wrzoskowskiej.",
        "„Port pozostaje otwarty” – powiedział minister Oskara Lipińskiego.",
        "Minister Heleny Wrzoskowskiej powiedział: „Port pozostaje otwarty”.",
        "„Port pozostaje otwarty” – mówi minister Jana Nowaka.",
    ),
    "ro": (
        "„Portul rămâne deschis”, a declarat purtătorul de cuvânt al Elenei Vrânceanu.",
        "„Portul rămâne deschis”, a spus ministrul Elenei Vrânceanu.",
        "Ministrul Elenei Vrânceanu a spus: „Portul rămâne deschis”.",
        "„Portul rămâne deschis”, a spus ministrul lui Octavian Lăcustă.",
    ),
    "ru": (
        "Помощник Елены Ладогиной заявил: «Порт остаётся открытым для всех судов».",
        "«Порт остаётся открытым», — заявил министр Елены Ладогиной.",
        "«Порт остаётся открытым», — заявил министр Олега Брусницына.",
        "Министр Елены Ладогиной заявил: «Порт остаётся открытым».",
        "«Порт остаётся открытым», — заявила министр Олега Брусницына.",
        "«Порт остаётся открытым», — говорит министр Остапа Ладожского.",
    ),
    "sv": ("”Hamnen förblir öppen för alla fartyg”, sade Elin Hagbergs talesperson.",),
    "tr": (
        "“Liman bütün gemilere açık kalıyor” dedi Elif Denizaşan’ın sözcüsü.",
        "“Liman açık kalıyor” dedi Elif Denizaşan’ın bakanı.",
        "Elif Denizaşan'ın bakanı “Liman açık kalıyor” dedi.",
        "“Liman açık kalıyor” dedi bakan Elif Denizaşan’ın.",
    ),
    "uk": (
        "«Порт залишається відкритим для всіх суден», — сказав речник Олени Лиманської.",
        "«Порт залишається відкритим», — сказав міністр Олени Лиманської.",
        "«Порт залишається відкритим», — сказав міністр Остапа Гайового.",
        "Міністр Олени Лиманської сказав: «Порт залишається відкритим».",
        "«Порт залишається відкритим», — сказала міністерка Остапа Шевченка.",
    ),
    "zh": (
        "高层说：“萨恩港继续向所有船只开放。”",
        "林业局说：“萨恩港继续向所有船只开放。”",
        "林远帆的发言人说：“萨恩港继续向所有船只开放。”",
    ),
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in NOBODYS.items() for text in texts]
)
def test_words_of_a_spokesman_or_of_several_are_nobodys(language: str, text: str) -> None:
    document = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", language=language)
    (quotation,) = quotations(document)
    assert quotation.speaker is None


# What a case could be taken for: a woman's ending, a man's in the same letters, a surname of either.
SOMEBODYS = (
    ("cs", "„Přístav zůstává otevřený,“ řekla ministryně Petra Vrbatová.", "Petra Vrbatová"),
    ("cs", "„Přístav zůstává otevřený,“ řekl prezident Jan Svoboda.", "Jan Svoboda"),
    ("cs", "„Přístav zůstává otevřený,“ řekl ministr Jiří Vrba.", "Jiří Vrba"),
    ("el", "«Το λιμάνι παραμένει ανοιχτό», είπε ο υπουργός Οδυσσέας Λάνδρου.", "Οδυσσέας Λάνδρου"),
    ("pl", "„Port pozostaje otwarty” – powiedział prezydent Andrzej Wrona.", "Andrzej Wrona"),
    ("pl", "„Port pozostaje otwarty” – powiedziała minister Helena Wrzoskowska.", "Helena Wrzoskowska"),
    ("pl", "„Port pozostaje otwarty” – powiedział Jerzy Wrona.", "Jerzy Wrona"),
    ("ro", "„Portul rămâne deschis”, a spus ministrul Andrei Lăcustă.", "Andrei Lăcustă"),
    ("ru", "«Порт остаётся открытым», — заявила министр Елена Ладогина.", "Елена Ладогина"),
    ("ru", "«Порт остаётся открытым», — заявил министр Никита Ладогин.", "Никита Ладогин"),
    ("ru", "«Порт остаётся открытым», — говорит Олег Иванович Брусницын.", "Олег Иванович Брусницын"),
    ("uk", "«Порт залишається відкритим», — сказала міністерка Олена Лиманська.", "Олена Лиманська"),
    ("uk", "«Порт залишається відкритим», — сказав Микола Гайченко.", "Микола Гайченко"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), SOMEBODYS)
def test_a_name_in_the_case_of_a_speaker_is_the_speakers(language: str, text: str, speaker: str) -> None:
    document = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", language=language)
    (quotation,) = quotations(document)
    assert quotation.speaker == speaker
