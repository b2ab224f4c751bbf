from __future__ import annotations

import pytest

from verbale import readers
from verbale.errors import NotText, TooLarge
from verbale.readers import limits

SRT = """1
00:00:01,000 --> 00:00:03,000
>> MS. RUIZ: The ferry
will not sail,

2
00:00:03,000 --> 00:00:04,500
and <i>nobody</i> asked.

3
00:00:04,500 --> 00:00:05,000
[APPLAUSE]

4
00:00:12,000 --> 00:00:13,000
{\\an8}Thank you.
"""
ROLLING = """WEBVTT Kind: captions

00:00:00.000 --> 00:00:02.000
we begin

00:00:02.000 --> 00:00:04.000
we begin
at noon<00:00:02.500><c> sharp</c>

00:00:04.000 --> 00:00:06.000
at noon sharp
and end

00:00:06.000 --> 00:00:08.000
and end
at six
"""


def test_cues_become_running_text() -> None:
    reading = readers.read_bytes(SRT.encode(), "talk.srt")
    assert reading.text == (
        ">> MS. RUIZ: The ferry will not sail, and nobody asked. [APPLAUSE]\n\nThank you."
    )
    assert [span.of(reading.text) for span in reading.boilerplate] == ["[APPLAUSE]"]
    assert readers.read_bytes(SRT.replace("\n", "\r\n").encode(), "talk.txt").text == reading.text


def test_voices_are_tagged() -> None:
    vtt = (
        "WEBVTT - Harbour board\n\nNOTE a remark\n\nSTYLE\n::cue {}\n\n"
        "1\n00:01.000 --> 00:02.000 align:start\n<v.loud Ana Ruiz>We begin</v> <v Tom Moor>Why &amp; how?\n\n"
        "00:02.000 --> 00:03.000\n<v Tom Moor>Tell us.\n\n00:03.000 --> 00:04.000\nNobody's words.\n"
    )
    reading = readers.read_bytes(vtt.encode(), "talk.vtt")
    assert reading.text == "Ana Ruiz:\nWe begin\n\nTom Moor:\nWhy & how? Tell us.\n\nNobody's words."
    assert [(turn.speaker, turn.span.of(reading.text)) for turn in reading.tagged] == [
        ("Ana Ruiz", "We begin"),
        ("Tom Moor", "Why & how? Tell us."),
    ]
    assert reading.title == "Harbour board"


def test_rolling_captions_are_read_once() -> None:
    assert readers.read_bytes(ROLLING.encode(), "a.vtt").text == "we begin at noon sharp and end at six"


def test_cues_without_blank_lines() -> None:
    data = b"1\n00:00:01,000 --> 00:00:02,000\nWe begin\n2\n00:00:02,000 --> 00:00:03,000\nat noon.\n"
    assert readers.read_bytes(data, "a.srt").text == "We begin at noon."


def test_youtubes_captions_are_read_like_others() -> None:
    sbv = (
        "0:00:01.000,0:00:03.000\n>> MS. RUIZ: The ferry\nwill not sail,\n\n"
        "0:00:03.000,0:00:04.500\nand nobody asked.\n\n0:00:04.500,0:00:05.000\n[APPLAUSE]\n\n"
        "0:00:12.000,0:00:13.000\nThank you.\n"
    )
    reading = readers.read_bytes(sbv.encode(), "talk.sbv")
    assert reading.text == readers.read_bytes(SRT.encode(), "talk.srt").text
    assert [span.of(reading.text) for span in reading.boilerplate] == ["[APPLAUSE]"]
    assert reading.reader == "sbv/1"
    windows = sbv.replace("\n", "\r\n").encode("utf-8-sig")
    assert readers.read_bytes(windows, "talk.txt").text == reading.text


def test_youtubes_captions_without_a_cue_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotText, match=r"^a\.sbv holds no cue: "):
        readers.read_bytes(b"We begin at noon.\n", "a.sbv")
    monkeypatch.setattr(limits, "CUES", 2)
    with pytest.raises(TooLarge, match=r"^a\.sbv has more than 2 cues\.$"):
        readers.read_bytes(b"0:00:01.000,0:00:02.000\nNo.\n\n" * 3, "a.sbv")
