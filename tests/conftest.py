from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, settings

from tests.serving import Site, serving
from verbale.store import Store, open_store

CPU_SECONDS = 60.0
"""CPU seconds of a test that has no mark of its own; on a machine with nothing else to do few take two."""

# how long an example takes, and how long it takes to find one, depends on what else the machine does
for name, examples in (("quick", 60), ("thorough", 400)):
    settings.register_profile(
        name, max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )


def pytest_configure(config: pytest.Config) -> None:
    quick = config.option.markexpr == "not thorough"
    settings.load_profile("quick" if quick else "thorough")


@pytest.fixture(autouse=True)
def _within_its_cpu_time(request: pytest.FixtureRequest) -> Iterator[None]:
    """Stops a test that runs away, by its CPU time: by the clock, a busy machine would stop any."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    mark = request.node.get_closest_marker("cpu_seconds")
    seconds = mark.args[0] if mark else CPU_SECONDS

    def stop(_: int, __: FrameType | None) -> None:
        pytest.fail(f"took more than {seconds} seconds of CPU time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


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
