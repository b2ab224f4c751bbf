"""Two people of one surname are never made one; a label that either may be stays as printed."""

from __future__ import annotations

import pytest

from tests.parse.test_turns import reading
from verbale.parse.turns.turn_finding import find_turns


def named(
    *labels: str, title: str | None = None, main: str | None = None, head: str = ""
) -> dict[str, str | None]:
    """The speaker of each label of a conversation."""
    text = head + "\n\n".join(f"{label}: We say {n} of it here." for n in range(3) for label in labels)
    found: dict[str, str | None] = {}
    for turn in find_turns(reading(text, title), main):
        if turn.label is not None:
            label = turn.label.of(text)
            assert found.setdefault(label, turn.speaker) == turn.speaker
    assert set(found) == set(labels)
    return found


@pytest.mark.parametrize(
    ("labels", "title", "main"),
    [
        (("MR. LEE", "MS. LEE"), None, None),
        (("MR. LEE", "MS. LEE"), "Interview with Ana Lee", None),
        (("MR. LEE", "MS. LEE"), None, "Ana Lee"),
        (("MR. LEE", "MS. LEE"), None, "Ms. Ana Lee"),
        (("MR. LEE", "MRS. LEE", "MR. HALE"), "Interview with Ana Lee", "Ana Lee"),
        (("ANA LEE", "MR. LEE", "MS. LEE"), None, None),
        (("ANA LEE", "IVO LEE", "LEE"), None, None),
        (("ANA LEE", "IVO LEE", "MR. LEE"), None, None),
        (("MS. LEE", "IVO HALE"), None, "Mr. Ivo Lee"),
    ],
)
def test_whom_two_labels_may_mean_stays_as_printed(
    labels: tuple[str, ...], title: str | None, main: str | None
) -> None:
    assert named(*labels, title=title, main=main) == {label: label for label in labels}


def test_an_introduction_tells_nothing_of_two_of_one_surname() -> None:
    labels = ("MR. LEE", "MS. LEE", "MR. HALE")
    assert named(*labels, head="Ambassador Ana Lee met us.\n\n") == {label: label for label in labels}
    assert named("MS. LEE", "MR. HALE", head="Ambassador Ana Lee met us.\n\n")["MS. LEE"] == "Ana Lee"


def test_a_title_and_a_surname_are_the_one_full_name_that_they_fit() -> None:
    assert named("MR. LEE", "MS. HALE", title="Interview with Ivo Lee") == {
        "MR. LEE": "Ivo Lee",
        "MS. HALE": "MS. HALE",
    }
    assert named("MR. LEE", "MS. LEE", "MS. ANA LEE") == {
        "MR. LEE": "MR. LEE",
        "MS. LEE": "MS. ANA LEE",
        "MS. ANA LEE": "MS. ANA LEE",
    }


def test_the_sex_of_a_title_holds_against_a_full_name_with_one() -> None:
    assert named("MR. IVO LEE", "MS. LEE") == {"MR. IVO LEE": "MR. IVO LEE", "MS. LEE": "MS. LEE"}
    assert named("MR. IVO LEE", "MR. LEE")["MR. LEE"] == "MR. IVO LEE"


def test_a_rare_title_of_the_other_sex_is_no_misprint() -> None:
    labels = ["MR. LEE", "MS. HALE"] * 6
    labels.insert(5, "MS. LEE")
    text = "\n\n".join(f"{label}: We say {n} of it here." for n, label in enumerate(labels))
    found = {turn.speaker for turn in find_turns(reading(text), None)}
    assert found == {"MR. LEE", "MS. LEE", "MS. HALE"}


def test_a_rare_surname_that_is_damaged_is_a_misprint() -> None:
    labels = ["MR. LINDQVIST", "MS. HALE"] * 6
    labels.insert(5, "MR. LINDQVISI")
    text = "\n\n".join(f"{label}: We say {n} of it here." for n, label in enumerate(labels))
    found = {turn.speaker for turn in find_turns(reading(text), None)}
    assert found == {"MR. LINDQVIST", "MS. HALE"}
