from __future__ import annotations

import pytest

from verbale import readers
from verbale.errors import NotText
from verbale.readers.characters.encoding import decode

WESTERN = [
    "El ministro señaló que no habrá más elecciones este año.",
    "Der Minister sagte: „Wir hören zu, Grüße aus Köln.“",
    "Le Premier ministre a déclaré : « Nous n’avons pas été invités. »",
    "Não há solução, disse o ministro à noite.",
    "Ministern sade att vi inte får göra så.",
    "“No,” he said — it’s over…",
    "Señor",
    "Käse",
    "It’s",
    "5 € or £4",
    "MÜLLER: NEIN",
    "É tudo.",
]
CYRILLIC = [
    "Министр сказал: мы не уйдём.",
    "Вопрос: Когда начнутся переговоры?\nСтрешнев: Скоро.",
    "ВОПРОС: КОГДА? ОТВЕТ: НИКОГДА.",
    "Нет.",
]
CENTRAL = [
    "Minister powiedział, że rząd nie będzie ustępował.",
    "Předseda vlády řekl, že je to příliš složité.",
    "A miniszterelnök őszinte választ adott a kérdésre.",
]


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_in_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
@pytest.mark.parametrize("text", CYRILLIC)
def test_cyrillic_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp866", "iso8859-5"])
@pytest.mark.parametrize("text", CYRILLIC[:3])
def test_cyrillic_text_of_old_systems(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", CENTRAL)
def test_central_european_text(text: str) -> None:
    assert decode(text.encode("cp1250"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("大臣は辞任しないと述べた。質問に答えなかった。", "cp932"),
        ("大臣は辞任しないと述べた。質問に答えなかった。", "euc_jp"),
        ("部长说我们不会离开。记者问什么时候开始谈判？", "gb18030"),
        ("Ο υπουργός είπε ότι δεν θα φύγουμε.", "cp1253"),
        ("השר אמר שלא נעזוב", "cp1255"),
        ("Türkiye’de seçimler ayın sonunda, diye konuştu bakan.", "cp1254"),
    ],
)
def test_other_scripts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "text", ["Q: When?\r\nA: “Soon,” I said.\r\n", "Вопрос: Когда? Ответ: Скоро, думаю."]
)
def test_unicode_with_and_without_a_signature(text: str, encoding: str) -> None:
    assert readers.read_bytes(text.encode(encoding), "a.txt").text == text


def test_the_file_itself_is_the_text() -> None:
    text = "  Q:\tWhen?\r\n\r\n\r\nA: Soon.\r  Bye.\u00a0\n\n\n"
    reading = readers.read_bytes(text.encode(), "talk.txt")
    assert reading.text == text
    assert reading.reader == "text/1"
    assert reading.name == "talk.txt"
    assert (reading.headings, reading.emphasis, reading.boilerplate) == ((), (), ())


def test_a_few_broken_bytes_leave_the_rest_alone() -> None:
    data = ("Der Minister sagte: „Wir hören zu.“ " * 20).encode()
    broken = data[:100] + b"\xff" + data[100:]
    assert readers.read_bytes(broken, "a.txt").text.replace("\ufffd", "") == data.decode()


def test_broken_bytes_do_not_turn_legacy_text_into_utf_8() -> None:
    text = "Señor Ibarra habló; mañana será otro día, señaló."
    assert readers.read_bytes(text.encode("cp1252"), "a.txt").text == text


def test_what_the_file_declares_helps_and_never_beats_utf_8() -> None:
    assert decode("ДА".encode("cp1251"), "a.html", "windows-1251") == "ДА"
    assert decode("“No”".encode("cp1252"), "a.html", "iso-8859-1") == "“No”"
    assert decode("“No”".encode(), "a.html", "iso-8859-1") == "“No”"
    assert decode("Señor".encode("cp1252"), "a.html", "utf-8") == "Señor"
    assert decode("Señor".encode("cp1252"), "a.html", "rot13") == "Señor"


@pytest.mark.parametrize(
    "data", [b"", b" \n\t", b"\xef\xbb\xbf", "\u00a0\u200b".encode(), b"...", b"\0\0\0\0"]
)
def test_no_words_are_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        readers.read_bytes(data, "a.txt")
