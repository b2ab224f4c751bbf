from __future__ import annotations

from pathlib import Path

from tests.installs.smoke import FILES
from verbale.readers import is_container
from verbale.readers.detect import detect
from verbale.readers.formats import FORMATS


def test_every_format_has_a_file_in_the_smoke_test_of_an_installation() -> None:
    made = {name: build(words) for name, (words, build) in FILES.items()}
    single = {name: data for name, data in made.items() if not is_container(data, name)}
    assert {detect(data, name) for name, data in single.items()} == {
        row for row in FORMATS if row.reader and row.suffixes
    }
    assert {Path(name).suffix for name in made.keys() - single.keys()} >= {".zip", ".gz", ".warc", ".xml"}
