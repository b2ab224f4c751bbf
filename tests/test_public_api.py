from __future__ import annotations

import importlib.metadata
import pickle
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

import verbale
from verbale import errors, model
from verbale.model import answers


def test_the_public_names_are_listed_sorted_and_there() -> None:
    assert verbale.__all__ == sorted(verbale.__all__)
    for name in verbale.__all__:
        assert getattr(verbale, name) is not None


def test_all_errors_are_public_and_all_values_but_the_reading() -> None:
    assert set(errors.__all__) <= set(verbale.__all__)
    assert set(model.__all__) - {"Reading", "TaggedTurn"} <= set(verbale.__all__)
    assert set(answers.__all__) <= set(verbale.__all__)


def test_errors_show_the_name_that_users_import() -> None:
    for name in errors.__all__:
        assert getattr(verbale, name).__module__ == "verbale"
    assert isinstance(pickle.loads(pickle.dumps(verbale.NotText("It is empty.", "a.txt"))), verbale.NotText)  # noqa: S301


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = verbale.nothing


def test_the_version_is_that_of_the_distribution() -> None:
    assert importlib.metadata.version("verbale") == verbale.__version__


HELP = "from verbale.cli import main; main(['--help'])"


@pytest.mark.parametrize(
    ("code", "light"), [("import verbale", {"model"}), (HELP, {"model", "telling", "cli"})]
)
def test_neither_importing_nor_help_loads_what_reads_or_stores(code: str, light: set[str]) -> None:
    told = "print(*(name for name in sys.modules), file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; {told}"], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stderr.split())
    assert not loaded & {"numpy", "sqlalchemy", "trafilatura", "lxml", "rich.text"}
    rooms = {name.split(".")[1] for name in loaded if name.startswith("verbale.")}
    assert rooms <= light | {"api", "errors"}


def test_a_quote_is_checked_without_loading_what_reads_texts(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(
        "Q: Will you go?\n\nAna Ruiz: We stay in the harbour.", encoding="utf-8"
    )
    with verbale.open(tmp_path / "record") as record:
        record.add(tmp_path / "talk.txt")
    code = (
        "import sys, verbale\n"
        "with verbale.open(sys.argv[1]) as record:\n"
        "    print(record.check('We stay in the harbour', speaker='Ana Ruiz').verdict.value)\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "record")], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "verbatim\n"
    loaded = set(ran.stderr.split())
    assert not loaded & {
        "verbale.parse",
        "verbale.quote",
        "verbale.readers",
        "alembic",
        "filelock",
        "numpy.ma",
    }


def test_a_record_from_end_to_end(tmp_path: Path) -> None:
    pack = Path(str(files("verbale") / "demo_pack" / "documents"))
    with verbale.open(tmp_path / "record") as record:
        report = record.add(pack)
        assert (len(report.added), len(report.refused)) == (11, 0)
        assert sorted(record.add(pack).unchanged) == sorted(report.added)
        check = record.check(
            "We have never asked Tarvia to give up the gates", speaker="Maravec", said_on=date(2023, 5, 17)
        )
        assert check.verdict is verbale.Verdict.VERBATIM
        assert check.evidence is not None
        document = record.document(check.evidence.document)
        assert [span.of(document.text) for span in check.evidence.spans] == [check.evidence.text]
        altered = record.check("There will be a treaty by the end of next year", speaker="Maravec")
        assert altered.verdict is verbale.Verdict.ALTERED
        assert [(edit.quoted, edit.record) for edit in altered.edits] == [("will", "may")]
        hits = record.search('"bored by a treaty" speaker:maravec kind:transcript')
        assert {hit.speaker for hit in hits} == {"Ilona Maravec"}
        assert record.info().documents == len(list(record.documents())) == 11
        assert repr(record) == f"Record({str(tmp_path / 'record')!r})"
        with pytest.raises(verbale.NoSuchDocument):
            record.document("0000000000000000")
        with pytest.raises(verbale.QueryError):
            record.search('"')


def test_a_kind_may_be_given_by_its_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Ruiz: We will stay.")
    with verbale.open(tmp_path / "record") as record:
        (added,) = record.add(tmp_path / "a.txt", kind="brief").added
        assert record.document(added).kind is verbale.Kind.BRIEF
        with pytest.raises(ValueError, match="brif"):
            record.add(tmp_path / "a.txt", kind="brif")
