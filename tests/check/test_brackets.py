"""What brackets stand for: a word made plain, or other words than were said."""

from __future__ import annotations

import pytest

from tests.check.test_flags import ENGLISH, passage
from verbale.check.brackets import brackets
from verbale.model import Span
from verbale.text.lexicon import lexicons_for

NO, MAY = ["negation"], ["modality"]


@pytest.mark.parametrize(
    ("quoted", "record", "found", "replaces"),
    [
        ("we saw [them] come in at dawn", "we saw the boats come in at dawn", [], False),
        # another number, and not one where there was none
        ("we saw [my thirty] boats come in", "we saw the twenty boats come in", ["number"], True),
        ("we saw [my twenty] boats come in", "we saw the twenty boats come in", [], False),
        ("we saw [my own] boats come in", "we saw the twenty boats come in", [], True),
        ("we saw [my thirty] boats come in", "we saw the other boats come in", [], True),
        ("we saw [30] boats come in", "we saw 20 boats come in", ["number"], True),
        # a denial put in, or left out
        ("we saw [none of the] boats sink", "we saw all of our boats sink", NO, True),
        ("we saw [all of our] boats sink", "we saw none of the boats sink", NO, True),
        ("we saw [none of the] boats sink", "we saw none of our boats sink", [], True),
        ("we will [not] sell the old boats", "we will sell the old boats", ["negation"], True),
        # a hedge by its opposite, left out, or put in
        ("the lock will [surely] open in autumn", "the lock will probably open in autumn", MAY, True),
        ("the lock [will] open in the autumn", "the lock may open in the autumn", ["modality"], True),
        ("the lock will [perhaps] open in autumn", "the lock will open in autumn", ["modality"], True),
        # what makes a word plain
        ("we saw [the boats] come in at dawn", "we saw them come in at dawn", [], False),
        ("we saw [Lund] come in at dawn", "we saw him come in at dawn", [], False),
        ("we saw the [old] boats come in", "we saw the boats come in", [], False),
        ("we saw [the old boats] come in at dawn", "we saw the boats come in at dawn", [], False),
        ("we [are selling] all of the boats", "we sell all of the boats", [], False),
        ("we left [the United Nations] at dawn", "we left the UN at dawn", [], False),
        ("we saw [Lena Orsk] come in at dawn", "we saw Orsk come in at dawn", [], False),
        # whoever speaks is what the words say
        ("at dawn [they] saw the boats come in", "at dawn we saw the boats come in", [], True),
        ("we told [her] to come in at dawn", "we told you to come in at dawn", [], True),
        # a name by another one, a noun by another one
        ("we saw Mr [Lund] come in at dawn", "we saw Mr Orsk come in at dawn", ["name"], True),
        ("we saw the [pumps] come in at dawn", "we saw the boats come in at dawn", [], True),
        # words that only begin alike are others; those that only end otherwise are one
        ("we saw the strike [supported] at dawn", "we saw the strike suppressed at dawn", [], True),
        ("we saw the [community] come in", "we saw the communist come in", [], True),
        ("we saw the boats of [Australia]", "we saw the boats of Austria", ["name"], True),
        ("we saw boats of [Nigeria] come in", "we saw boats of Niger come in", ["name"], True),
        ("we saw the [Ukrainian] boats come in", "we saw the Ukraine boats come in", [], False),
        ("we saw the boats [prohibited] at dawn", "we saw the boats prohibit at dawn", [], False),
        # a letter alone is no word
        ("[W]e saw the boats come in", "we saw the boats come in", [], False),
        # at an edge, as many words beside it
        ("[Mr Lund], the pilot, saw the boats", "Mr Orsk, the pilot, saw the boats", ["name"], True),
        ("[Lund] saw the boats come in at dawn", "He saw the boats come in at dawn", [], False),
        ("we saw the boats of the old [bank]", "we saw the boats of the old harbour", [], True),
    ],
)  # fmt: skip
def test_what_the_words_in_brackets_do(quoted: str, record: str, found: list[str], *, replaces: bool) -> None:
    whole = [Span(0, len(record))]
    rounded = quoted.replace("[", "(").replace("]", ")")
    for printed, round_too in ((quoted, False), *([(rounded, True)] if "[W]" not in quoted else [])):
        held = passage(printed, record, round_too=round_too)
        assert held.exact
        said = brackets(record, [held], whole, ENGLISH)
        assert sorted(flag.value for flag in said.flags) == found
        assert said.replaces == replaces


@pytest.mark.parametrize(
    ("language", "quoted", "record", "replaces"),
    [
        ("de", "wir haben [die Schleuse] gestern verkauft", "wir haben sie gestern verkauft", False),
        ("de", "wir haben [die Mühle] gestern verkauft", "wir haben die Schleuse gestern verkauft", True),
        ("de", "wir haben sie [nicht] gestern verkauft", "wir haben sie gestern verkauft", True),
        (
            "fr",
            "nous avons vendu [le moulin] hier",
            "nous avons vendu le port hier",
            True,
        ),
        (
            "fr",
            "elle a vendu le port à [la ville] hier",
            "elle a vendu le port à elle hier",
            False,
        ),
        (
            "es",
            "vamos a vender [el molino] mañana",
            "vamos a vender el puerto mañana",
            True,
        ),
        ("ru", "мы продали [мельницу] вчера утром", "мы продали пристань вчера утром", True),
        ("ru", "мы продали [мельницу] вчера утром", "мы продали её вчера утром", False),
    ],
)
def test_in_other_languages(language: str, quoted: str, record: str, *, replaces: bool) -> None:
    held = passage(quoted, record)
    known = lexicons_for(language, None, "")
    assert brackets(record, [held], [Span(0, len(record))], known).replaces == replaces


def test_the_record_s_words_are_shown() -> None:
    record = "we saw the boats of Mr Orsk come in"
    held = passage("we saw the [pumps] of Mr [Lund] come in", record)
    said = brackets(record, [held], [Span(0, len(record))], ENGLISH)
    assert [(edit.record, edit.quoted) for edit in said.edits] == [("boats", "pumps"), ("Orsk", "Lund")]
    assert [edit.record_span.of(record) for edit in said.edits if edit.record_span] == ["boats", "Orsk"]
