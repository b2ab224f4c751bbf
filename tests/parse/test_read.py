from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse import fictions
from verbale.errors import ReadError
from verbale.model.document import Basis, Document, Kind, Reading, Role
from verbale.parse import parse, read

SEEDS = Path(__file__).parents[3] / "shared" / "data" / "seeds"


def test_an_interview(tmp_path: Path) -> None:
    path = tmp_path / "interview.txt"
    path.write_text(fictions.INTERVIEW, encoding="utf-8")
    document = read(path)
    assert document == read(str(path))
    assert (document.kind, document.basis, document.speaker) == (
        Kind.TRANSCRIPT,
        Basis.TRANSCRIPT,
        "Elena Marr",
    )
    assert (document.language, document.name, document.speakers) == ("en", "interview.txt", ("Elena Marr",))
    assert [turn.answers for turn in document.turns] == [None, 0, None, 2, None, 4]


def test_a_digest() -> None:
    document = read(fictions.DIGEST.encode(), name="digest.txt")
    assert (document.kind, document.basis, document.outlet) == (Kind.BRIEF, Basis.DIGEST, "SNA")
    assert (document.speaker, document.said_on, document.turns) == ("Elena Marr", date(2024, 1, 18), ())


def test_a_digest_named_in_its_lead() -> None:
    document = read(fictions.LONG_DIGEST.encode(), name="digest.txt")
    assert (document.speaker, document.published_on, document.said_on) == (
        "Elena Marr",
        date(2026, 1, 20),
        None,
    )


def test_a_speech() -> None:
    document = read(fictions.SPEECH.encode(), name="speech.txt")
    assert (document.kind, document.basis, document.said_on) == (
        Kind.REMARKS,
        Basis.PREPARED,
        date(2025, 10, 4),
    )
    (turn,) = document.turns
    assert (turn.speaker, turn.role) == ("Elena Marr", Role.STATEMENT)
    assert turn.span.of(document.text).endswith("I declare the bridge open.")


def test_an_article() -> None:
    document = read(fictions.ARTICLE.encode(), name="article.txt")
    assert (document.kind, document.turns, document.speaker) == (Kind.ARTICLE, (), None)
    assert document.title == "Bridge opens a month late"


def test_bytes_go_by_the_name_that_they_are_given(tmp_path: Path) -> None:
    words = b"<h1>The bridge</h1><p>It is open, and everybody may walk on it.</p>"
    page = b"<html><body><article>" + words + b"</article></body></html>"
    path = tmp_path / "page"
    path.write_bytes(page)
    assert "<p>" not in read(page, name="page.html").text
    assert read(path, name="page.html") == read(page, name="page.html")


@pytest.mark.parametrize(
    "address", ["https://example.org/talk.html", "HTTP://example.org", "ftp://example.org/a"]
)
def test_an_address_is_refused_with_advice(address: str) -> None:
    with pytest.raises(ReadError, match="save the page"):
        read(address)


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read(tmp_path / "absent.txt")
    with pytest.raises(ReadError):
        read(tmp_path / "absent", name="absent.txt")


def well_formed(document: Document) -> bool:
    spans = [turn.span for turn in document.turns] + list(document.boilerplate)
    spans += [span for section in document.sections for span in (section.heading, section.span)]
    return all(0 <= span.start <= span.end <= len(document.text) for span in spans)


PIECES = st.sampled_from(
    [
        *(
            "Question: Why?",
            "Elena Marr: No.",
            "Q    When",
            "— Why?",
            "**Q:** So",
            "MS. HALE:  It",
            "Photo: A",
        ),
        *("Key points of X’s talk", "On trade", '"We go."', "PORT, January 3. /SNA/. He said", "(Laughter.)"),
        *(
            "23:34 24.05.2025 •",
            "Remarks by Minister Ana Bell",
            "[ENDS]",
            "I am here, and we stay.",
            "---",
            "#",
        ),
        *(
            "Moscow, May 32, 2025",
            "99/99/9999",
            "\u00a0",
            "\ufeff",
            "\u2029",
            "٣ مارس ٢٠٢٠",
            "::",
            "’s interview",
        ),
    ]
)


@given(
    st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25),
    st.sampled_from(["\n", "\n\n", "\r\n", " "]),
)
def test_any_text_becomes_a_document(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    document = parse(Reading(name="a.txt", sha256="0" * 64, reader="text/1", text=text))
    assert document.text == text
    assert well_formed(document)


SEED_TABLE = [
    ("2024-01-18-key-points-press-conference-results-of-2023.txt", Kind.BRIEF, "2024-01-18", "2024-01-18", 6),
    (
        "2025-05-23-remarks-and-answers-diplomatic-conference.txt",
        Kind.TRANSCRIPT,
        "2025-05-23",
        "2025-05-24",
        11,
    ),
    ("2025-11-09-interview-ria-novosti.txt", Kind.TRANSCRIPT, "None", "2025-11-09", 5),
    ("2026-01-20-key-points-news-conference-results-of-2025.txt", Kind.BRIEF, "None", "2026-01-20", 19),
    ("2026-02-10-interview-ntv.txt", Kind.TRANSCRIPT, "2026-02-10", "2026-02-10", 14),
]


@pytest.mark.parametrize(("name", "kind", "said_on", "published_on", "count"), SEED_TABLE)
def test_the_seeds(name: str, kind: Kind, said_on: str, published_on: str, count: int) -> None:
    path = SEEDS / name
    if not path.exists():
        pytest.skip("the shared data are not here")
    document = read(path)
    assert document.kind is kind
    assert (str(document.said_on), str(document.published_on)) == (said_on, published_on)
    assert well_formed(document)
    if kind is Kind.BRIEF:
        assert len(document.sections) == count
        assert document.turns == ()
        assert all(len(section.span) > 40 for section in document.sections)
    else:
        questions = [turn for turn in document.turns if turn.role is Role.QUESTION]
        answers = [turn for turn in document.turns if turn.role is Role.ANSWER]
        assert (len(questions), len(answers)) == (count, count)
        assert [turn.answers for turn in answers] == list(range(0, 2 * count, 2))
        assert {turn.speaker for turn in answers} == {document.speaker}
