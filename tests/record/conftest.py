from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.record import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "record") as opened:
        yield opened


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder
