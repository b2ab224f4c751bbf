from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import Site, serving
from verbale.store import Store, open_store


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as opened:
        yield opened


@pytest.fixture
def open_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site on this machine that the product's own fetchers are let through to."""
    monkeypatch.setattr("verbale.readers.web.fetching.Fetcher", site.makes_fetchers)
    return site


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record") as opened:
        yield opened


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder
