"""Profiles: every key has its effect, every fault its sentence; all texts invented."""

# ruff: noqa: E501  a transcript of one row reads better in one piece

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cost import cpu_seconds
from verbale.errors import ProfileError
from verbale.model.document import Document, Kind, Reading
from verbale.model.text import Span
from verbale.parse import Overrides, parse
from verbale.parse.profiles.profile import Profile, load_profiles, profile_of
from verbale.text.wildcards import Patterns

TALK = """\
rh - Good morning. When will the bridge open?
ab - In October. We promised September, and we are late.
rh - And who will pay?
ab - The builder will - and only the builder.
"""
DASHES = '[label]\nends = "dash"\nlisted = true\n[speakers]\nrh = "Rosa Hale"\nab = "Ana Bruno"\n'


def document(
    text: str,
    profile: str = "",
    *,
    emphasis: tuple[str, ...] = (),
    url: str | None = None,
    outlet: str | None = None,
) -> Document:
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in emphasis)

    reading = Reading(
        name="talk.txt", sha256="0" * 64, reader="text/1", text=text, emphasis=spans, url=url, outlet=outlet
    )
    profiles = (profile_of(profile, "harbour.toml"),) if profile else ()
    return parse(reading, overrides=Overrides(profiles=profiles))


def told(found: Document) -> list[tuple[str | None, str, str]]:
    return [(turn.speaker, turn.role.value, turn.span.of(found.text)) for turn in found.turns]


def who(found: Document) -> list[str | None]:
    return [turn.speaker for turn in found.turns]


def test_what_cannot_be_learned_is_told() -> None:
    assert document(TALK).turns == ()
    found = document(TALK, DASHES)
    assert found.kind is Kind.TRANSCRIPT
    assert told(found) == [
        ("Rosa Hale", "question", "Good morning. When will the bridge open?"),
        ("Ana Bruno", "answer", "In October. We promised September, and we are late."),
        ("Rosa Hale", "question", "And who will pay?"),
        ("Ana Bruno", "answer", "The builder will - and only the builder."),
    ]
    assert [turn.answers for turn in found.turns] == [None, 0, None, 2]
    assert [turn.label.of(TALK) for turn in found.turns if turn.label] == ["rh", "ab", "rh", "ab"]


def test_language_outlet_and_speaker_fill_in_what_the_text_does_not_say() -> None:
    keys = 'language = "en"\noutlet = "Harbour Radio"\nspeaker = "Bo Alm"\n'
    found = document(TALK, keys + DASHES)
    assert (found.language, found.outlet, found.speaker) == ("en", "Harbour Radio", "Bo Alm")
    plain = document(TALK, DASHES)
    assert (plain.outlet, plain.speaker) == (None, "Ana Bruno")


def test_the_user_overrules_the_profile() -> None:
    profile = profile_of('outlet = "Harbour Radio"\n' + DASHES, "harbour.toml")
    reading = Reading(name="talk.txt", sha256="0" * 64, reader="text/1", text=TALK)
    found = parse(reading, overrides=Overrides(profiles=(profile,), outlet="Port Daily"))
    assert found.outlet == "Port Daily"


@pytest.mark.parametrize(
    ("key", "fits", "fails"),
    [
        ("opening", "good MORNING. when", "good evening"),
        ("file", "TALK*", "briefing-*"),
        ("url", "https://harbour.example/*", "https://port.example/*"),
        ("outlet", "Harbour *", "Port *"),
    ],
)
def test_a_profile_is_used_only_for_what_it_recognises(key: str, fits: str, fails: str) -> None:
    for words, turns in ((fits, 4), (fails, 0)):
        found = document(
            TALK,
            f'[recognise]\n{key} = ["{words}"]\n' + DASHES,
            url="https://harbour.example/talks/1",
            outlet="Harbour Radio",
        )
        assert len(found.turns) == turns


def test_the_first_profile_that_recognises_a_text_is_used() -> None:
    other = profile_of('[recognise]\nfile = "x*"\n' + DASHES.replace("Rosa Hale", "Nobody"), "a.toml")
    own = profile_of('[recognise]\nfile = "talk*"\n' + DASHES, "b.toml")
    reading = Reading(name="talk.txt", sha256="0" * 64, reader="text/1", text=TALK)
    assert parse(reading, overrides=Overrides(profiles=(other, own))).speakers == ("Rosa Hale", "Ana Bruno")


# Each row: the keys of [label], a text, and the speakers of its turns.
SHAPES = [
    ('ends = "colon"', "Ana Bruno: We go. Now: today.\nBo Alm: We stay.", ["Ana Bruno", "Bo Alm"]),
    ('ends = "full stop"', "Dr. Ana Bruno. We go. Now.\nBo Alm. No.", ["Dr. Ana Bruno", "Bo Alm"]),
    ('ends = "dash"', "Ana Bruno — We go — now.\nBo Alm.- We stay.", ["Ana Bruno", "Bo Alm"]),
    ('ends = "gap"', "Ana Bruno\tWe go.\nBo Alm    We stay.", ["Ana Bruno", "Bo Alm"]),
    ('ends = ["colon", "dash"]', "Ana Bruno: We go - now.\nBo Alm - We stay.", ["Ana Bruno", "Bo Alm"]),
    (
        'ends = "nothing"\nlook = "capitals"',
        "ANA BRUNO We go.\nAnd we go on.\nBO ALM We stay.",
        ["ANA BRUNO", "BO ALM"],
    ),
    ('ends = "nothing"\npatterns = ["* Bruno", "Bo *"]\nwords = 2', "Ana Bruno we go.\nBo Alm we stay.", ["Ana Bruno", "Bo Alm"]),
    ('place = "own line"', "Ana Bruno\nWe go.\n\nBo Alm\nWe stay.", ["Ana Bruno", "Bo Alm"]),
    ('place = "own line"\nends = "colon"', "Ana Bruno:\nWe go.\nUlm\nBo Alm:\nWe stay.", ["Ana Bruno", "Bo Alm"]),
    ('look = "capitals"', "ANA BRUNO: We go.\nBut Then: we stay.\nBO ALM: No.", ["ANA BRUNO", "BO ALM"]),
    ('look = "indented"', "  Ana Bruno: We go.\nPort Selden: rain.\n  Bo Alm: No.", ["Ana Bruno", "Bo Alm"]),
    ('look = "brackets"', "[Ana Bruno] We go [now].\n(Bo Alm): We stay.", ["Ana Bruno", "Bo Alm"]),
    ('look = "bold"', "**Ana Bruno:** We go.\nPort Selden: rain.\n**Bo Alm:** No.", ["Ana Bruno", "Bo Alm"]),
    ('patterns = ["s?", "s1*"]', "s1: We go.\ns12: We do.\nsx: We stay.", ["s1", "s12"]),
    ('patterns = "s*"', "[00:21] s1: We go.\n00:40:02 **s2:** We stay.\n10:15: rain.", ["s1", "s2"]),
    ("words = 2", "Ana Bruno: We go.\nAna Rosa Bruno: No.\nBo Alm: No.", ["Ana Bruno", "Bo Alm"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "text", "speakers"), SHAPES, ids=[row[0].replace("\n", " ") for row in SHAPES]
)
def test_labels_are_found_as_they_are_described(keys: str, text: str, speakers: list[str]) -> None:
    assert who(document(text, f"[label]\n{keys}")) == speakers


def test_bold_as_the_format_marks_it_counts() -> None:
    text = "Ana Bruno: We go.\nPort Selden: rain.\nBo Alm: We stay."
    found = document(text, '[label]\nlook = "bold"', emphasis=("Ana Bruno:", "Bo Alm"))
    assert who(found) == ["Ana Bruno", "Bo Alm"]


def test_listed_lets_only_named_labels_be_labels() -> None:
    text = "Ana Bruno: We go.\nBo Alm: We stay.\nAna Bruno: Why?"
    profile = '[label]\nlisted = {}\n[speakers]\n"Ana Bruno" = "Ana María Bruno"\n'
    assert who(document(text, profile.format("true"))) == ["Ana María Bruno"] * 2
    assert who(document(text, profile.format("false"))) == ["Ana María Bruno", "Bo Alm", "Ana María Bruno"]


ROLES = "XX: When will it open?\n\nAna Bruno: In autumn.\n\nXX: Who pays?\n\nAna Bruno: All of us."


@pytest.mark.parametrize(
    ("roles", "roles_of", "speakers"),
    [
        ("", ["question", "answer"], ["XX", "Ana Bruno"]),
        ('questioner = "XX"', ["question", "answer"], [None, "Ana Bruno"]),
        ('questioner = "x*"\nanswerer = "Ana *"', ["question", "answer"], [None, "Bo Alm"]),
        ('incident = "XX"', ["incident", "statement"], [None, "Ana Bruno"]),
    ],
)
def test_each_role_has_its_effect(roles: str, roles_of: list[str], speakers: list[str | None]) -> None:
    found = document(
        ROLES, f"{'speaker = ' + repr('Bo Alm') if 'answerer' in roles else ''}\n[roles]\n{roles}"
    )
    assert [turn.role.value for turn in found.turns] == roles_of * 2
    assert who(found) == speakers * 2


def test_a_chair_leads_and_a_host_asks() -> None:
    text = "XX: Welcome.\n\nPress: When?\n\nAna Bruno: Soon.\n\nXX: Next.\n\nPress: Where?\n\nAna Bruno: Here.\n\nXX: Bye."
    assert [turn.role.value[0] for turn in document(text, '[roles]\nchair = "XX"').turns] == list("cqacqac")
    text = "XX: So it opens.\n\nAna Bruno: In autumn it does.\n\nXX: And it floods.\n\nAna Bruno: It does, every year."
    assert [turn.role.value[0] for turn in document(text, '[roles]\nhost = "XX"').turns] == list("qaqa")
    assert [turn.role.value[0] for turn in document(text, '[speakers]\nYY = "Yara York"').turns] == list(
        "ssss"
    )


def test_an_interpreter_is_marked_and_names_nobody_unless_told_for_whom() -> None:
    for speakers, speaker in (("", None), ('[speakers]\nXX = "Ivo Tann"', "Ivo Tann")):
        found = document(ROLES, f'[roles]\ninterpreter = "XX"\n{speakers}')
        assert [(turn.speaker, turn.interpreted) for turn in found.turns[:2]] == [
            (speaker, True),
            ("Ana Bruno", False),
        ]


def test_not_labels_takes_a_label_away() -> None:
    text = ROLES + "\n\nMottos: We go on.\n\nAna Bruno: So we do.\n\nMottos: We go."
    assert "Mottos" in who(document(text, 'name = "Harbour Radio"'))
    assert "Mottos" not in who(document(text, '[roles]\nnot_labels = "Mottos"'))
    assert "Mottos" not in who(document(text, '[label]\n[roles]\nnot_labels = "Mott*"'))


def test_initials_mean_people_in_a_learned_convention_too() -> None:
    found = document(ROLES, '[speakers]\nXX = "Xenia Xu"')
    assert who(found) == ["Xenia Xu", "Ana Bruno"] * 2


def test_a_label_that_is_named_counts_though_it_stands_once() -> None:
    text = ROLES + "\n\nZ9: Rain."
    assert "Zoe Zane" not in who(document(text))
    assert who(document(text, '[speakers]\nZ9 = "Zoe Zane"'))[-1] == "Zoe Zane"


def test_boilerplate_is_marked_and_is_nobodys_words() -> None:
    text = TALK.replace("ab - The", "Harbour Radio, sheet 1 of 2\nab - The") + "Typed by us\n"
    found = document(text, DASHES + '[boilerplate]\nlines = ["Harbour Radio, sheet *", "typed by us"]')
    assert [span.of(text) for span in found.boilerplate] == ["Harbour Radio, sheet 1 of 2", "Typed by us"]
    assert [turn.span.of(text) for turn in found.turns][2:] == [
        "And who will pay?",
        "The builder will - and only the builder.",
    ]


def test_where_nothing_looks_as_the_profile_says_the_labels_are_learned() -> None:
    assert who(document(ROLES, '[label]\nlook = "brackets"')) == ["XX", "Ana Bruno"] * 2


def test_built_in_words_for_interpreters_and_noises_name_nobody() -> None:
    text = "Question: When?\n\nINTERPRETER: Soon.\n\nAPPLAUSE: Long.\n\nQuestion: Where?\n\nINTERPRETER: Here.\n\nAPPLAUSE: Longer."
    found = document(text)
    assert [(turn.speaker, turn.role.value, turn.interpreted, turn.answers) for turn in found.turns] == [
        (None, "question", False, None),
        (None, "answer", True, 0),
        (None, "incident", False, None),
        (None, "question", False, None),
        (None, "answer", True, 3),
        (None, "incident", False, None),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("label = ", "harbour.toml is not TOML: "),
        ("nome = 'x'", "harbour.toml: nome is not a key of a profile; its keys are name, language,"),
        ("name = 3", "harbour.toml: name is no text; write one in quotes."),
        ("label = 'x'", "harbour.toml: label is no table; write [label] and its keys under it."),
        ("[label]\ncolour = 'red'", "label.colour is not a key of [label]; its keys are place, ends, look,"),
        ("[label]\nplace = 'above'", 'label.place is "above", which no profile knows; write "before" or "own line".'),
        ("[label]\nplace = ['before', 'own line']", "label.place has several values; write one of"),
        ("[label]\nends = 'comma'", 'write "colon", "full stop", "dash", "gap" or "nothing".'),
        ("[label]\nends = 'nothing'", "label.ends is \"nothing\" before the words, and nothing then shows where"),
        ("[label]\nlook = [1]", 'label.look is no list of texts; write it as ["one", "another"].'),
        ("[label]\nwords = 0", "label.words is no number from 1 to 20; write one without quotes."),
        ("[label]\nlisted = 'yes'", "label.listed is neither true nor false; write one of them without quotes."),
        ("[label]\nlisted = true", "label.listed is true, and no label is named; do so in [speakers] or [roles]."),
        ("[label]\npatterns = '*'", 'label.patterns has the pattern "*", which fits everything; add words to it.'),
        ("[label]\npatterns = 'a*a*a*a*a*a*a*a*a*a*'", "200 characters and 8 stars are the limit."),
        ("[roles]\nboss = 'x'", "roles.boss is not a key of [roles]; its keys are questioner, answerer,"),
        ("speakers = 'x'", "speakers is no table; write [speakers]"),
        ("[speakers]\nAB = 3", 'speakers.AB is no name; write a name in quotes, as "Ana Bruno".'),
        ("[boilerplate]\nlines = 3", "boilerplate.lines is no list of texts"),
        ("[recognise]\nfile = ''", "recognise.file is no list of texts"),
    ],
)  # fmt: skip
def test_a_fault_is_one_sentence_with_file_key_and_what_to_do(text: str, says: str) -> None:
    with pytest.raises(ProfileError) as caught:
        profile_of(text, "harbour.toml")
    assert says in str(caught.value)
    assert str(caught.value).startswith("harbour.toml")
    assert "\n" not in str(caught.value)
    assert caught.value.about == "harbour.toml"


def test_files_folders_and_profiles_are_taken(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text(DASHES, encoding="utf-8")
    (tmp_path / "a.toml").write_text('name = "First"', encoding="utf-8")
    names = [profile.name for profile in load_profiles([tmp_path, str(tmp_path / "b.toml")])]
    assert names == ["First", "b", "b"]
    (one,) = load_profiles(tmp_path / "a.toml")
    assert isinstance(one, Profile)
    assert load_profiles(one) == (one,)


def test_files_that_are_no_profiles_are_refused_in_a_sentence(tmp_path: Path) -> None:
    for data, says in ((b"\xff\xfe", "is not UTF-8"), (b"#" * 300_000, "is too large for a profile")):
        (tmp_path / "x.toml").write_bytes(data)
        with pytest.raises(ProfileError, match=says):
            load_profiles(tmp_path / "x.toml")
    with pytest.raises(ProfileError, match="cannot be read: No such file"):
        load_profiles(tmp_path / "none.toml")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ProfileError, match="holds no profiles"):
        load_profiles(tmp_path / "empty")


def test_patterns_fit_as_file_names_do() -> None:
    patterns = Patterns.of(["a*b*c", "Plain  Words", "*end"])
    for words, fits in (
        ("aXbYc", True),
        ("abc", True),
        ("acb", False),
        ("plain words", True),
        ("the end", True),
        ("ab", False),
    ):
        assert (words in patterns) is fits
    assert "aba" not in Patterns.of(["ab*ba"])


@pytest.mark.parametrize(
    "line", ["a" * 200_000, "a " * 100_000, ("a" * 390 + "\n") * 500, "A. " * 60_000, "[" * 100_000]
)
def test_no_text_makes_a_profile_slow(line: str) -> None:
    profile = profile_of(
        '[label]\nends = ["full stop", "gap", "nothing"]\npatterns = "a*a*a*a*a*a*a*b"\n'
        '[boilerplate]\nlines = "*a*a*a*a*a*a*b"\n[recognise]\nfile = "*t*t*"',
        "a.toml",
    )
    reading = Reading(name="talk.txt", sha256="0" * 64, reader="text/1", text=line)
    plain = cpu_seconds(lambda: parse(reading))
    assert cpu_seconds(lambda: parse(reading, overrides=Overrides(profiles=(profile,)))) < 3 * plain + 3
