from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serving import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as opened:
        yield opened


@pytest.fixture
def open_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site on this machine that the product's own fetchers are let through to."""
    monkeypatch.setattr("verbale.readers.fetching.Fetcher", site.makes_fetchers)
    return site
