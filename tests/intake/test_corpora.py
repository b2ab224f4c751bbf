"""A TEI corpus in several files: its root and lists tell who is meant by the ids of speakers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import verbale
from tests.readers.making import tei_bytes, zipped

INCLUDE = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'


def person(key: str, first: str, last: str) -> str:
    name = f"<persName><surname>{last}</surname><forename>{first}</forename></persName>"
    return f'<person xml:id="{key}">{name}</person>'


def root(*parts: str, people: str = "") -> bytes:
    included = "".join(f'<xi:include href="{part}"/>' for part in parts)
    header = f"<teiHeader><profileDesc><particDesc>{people}</particDesc></profileDesc></teiHeader>"
    return f"<teiCorpus {TEI} {INCLUDE}>{header}{included}</teiCorpus>".encode()


def listed(*people: str) -> bytes:
    return f"<?xml version='1.0'?><listPerson {TEI}>{''.join(people)}</listPerson>".encode()


def sitting(key: str, words: str) -> bytes:
    return tei_bytes(f'<u who="#{key}"><seg>{words}</seg></u>')


CORPUS = {
    "harbour.xml": root("harbour-people.xml", "2023/first.xml", "2023/second.xml", "2023/absent.xml"),
    "harbour-people.xml": listed(person("PA721234", "Ana", "Ruiz"), person("MoorTom", "Thomas", "de Moor")),
    "harbour-bodies.xml": f"<listOrg {TEI}><org/></listOrg>".encode(),
    "2023/first.xml": sitting("PA721234", "We shall keep the old ferry for a year."),
    "2023/second.xml": sitting("MoorTom", "Nobody wants to pay for the old mill."),
    "2023/stranger.xml": sitting("PA721234", "The bridge is another matter altogether."),
}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def speakers(record: verbale.Record, report: verbale.AddReport) -> dict[str, str | None]:
    documents = [record.document(each) for each in report.added]
    return {document.name.rpartition("/")[2]: document.turns[0].speaker for document in documents}


@pytest.mark.parametrize("packed", [False, True])
def test_a_root_names_the_speakers_of_what_it_includes(tmp_path: Path, packed: bool) -> None:
    record = verbale.open(tmp_path / "record")
    if packed:
        given = tmp_path / "corpus.zip"
        given.write_bytes(zipped(CORPUS))
    else:
        given = write(tmp_path / "corpus", CORPUS)
    report = record.add(given)
    assert speakers(record, report) == {
        "first.xml": "Ana Ruiz",
        "second.xml": "Thomas de Moor",
        "stranger.xml": None,
    }
    assert [refusal.name.rpartition("/")[2] for refusal in report.refused] == ["harbour-bodies.xml"]


def test_a_file_alone_has_what_its_ids_say(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", CORPUS)
    record = verbale.open(tmp_path / "record")
    report = record.add([corpus / "2023/first.xml", corpus / "2023/second.xml"])
    assert speakers(record, report) == {"first.xml": None, "second.xml": "Tom Moor"}


def test_a_list_without_a_root_names_those_beside_and_below_it(tmp_path: Path) -> None:
    files = {
        "c/people.xml": listed(person("MP7", "Ana", "Ruiz")),
        "c/1/a.xml": sitting("MP7", "We shall keep the old ferry for a year."),
        "d/b.xml": sitting("MP7", "The bridge is another matter altogether."),
    }
    record = verbale.open(tmp_path / "record")
    report = record.add(write(tmp_path / "given", files))
    assert speakers(record, report) == {"a.xml": "Ana Ruiz", "b.xml": None}


def test_an_id_with_two_names_has_none(tmp_path: Path) -> None:
    files = {
        "root.xml": root(
            "one.xml", "a.xml", people=f"<listPerson>{person('MP7', 'Ana', 'Ruiz')}</listPerson>"
        ),
        "one.xml": listed(person("MP7", "Ina", "Weil")),
        "a.xml": sitting("MP7", "We shall keep the old ferry for a year."),
    }
    record = verbale.open(tmp_path / "record")
    assert speakers(record, record.add(write(tmp_path / "given", files))) == {"a.xml": None}


def test_nothing_outside_the_added_folder_is_included(tmp_path: Path) -> None:
    secret = write(tmp_path, {"people.xml": listed(person("MP7", "Ana", "Ruiz"))}) / "people.xml"
    files = {
        "root.xml": root("../people.xml", str(secret), secret.as_uri(), "https://example.org/p.xml", "a.xml"),
        "a.xml": sitting("MP7", "We shall keep the old ferry for a year."),
    }
    record = verbale.open(tmp_path / "record")
    assert speakers(record, record.add(write(tmp_path / "given", files))) == {"a.xml": None}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_among_the_files_does_not_hold_up(tmp_path: Path) -> None:
    given = write(tmp_path / "given", CORPUS)
    os.mkfifo(given / "pipe.xml")
    report = verbale.open(tmp_path / "record").add(given)
    assert "pipe.xml" in {refusal.name for refusal in report.refused}
