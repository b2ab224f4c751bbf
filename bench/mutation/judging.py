"""What happens in a forked process: the tests are run over one mutant, or over the code as it is."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from mutation.mutants import Mutant, code_of
from mutation.rooms import LEFT_OUT, ROOT, SOURCE

if TYPE_CHECKING:
    from coverage import Coverage

__all__ = ["Seen", "judge", "look"]

MEMORY = 6 << 30
"""Bytes of address space that a mutant may ask for."""
OPTIONS = (
    *("-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
    # pytest is loaded before the processes part, and with it the packages whose asserts it would rewrite
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


@dataclass
class Seen:
    """What a run over the code as it is showed.

    Args:
        seconds: how long each test took that passed, its fixtures included.
        failed: the tests that did not pass.
        tests: for each module, from `src/verbale`, and each of its lines, the tests that run it.
        packages: the foreign modules that were loaded.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    tests: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    packages: list[str] = field(default_factory=list)


def _tested(arguments: Sequence[str], folder: Path, plugin: object) -> int:
    """Run pytest, with the same examples each time and none that a slow machine fails."""
    settings.register_profile("mutation", deadline=None, database=None, derandomize=True)
    settings.load_profile("mutation")
    return int(pytest.main([*OPTIONS, f"--basetemp={folder / 'files'}", *arguments], plugins=[plugin]))


class _Clean:
    """Times the tests, and notes which lines each of them runs where lines are measured."""

    def __init__(self, modules: Sequence[str], coverage: Coverage | None) -> None:
        self.seen = Seen()
        self.coverage = coverage
        self.mutated = tuple(modules)
        self.users: dict[str, list[str]] = {}
        self.now = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if not LEFT_OUT.search(item.nodeid)]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, bool, bool]:
        self._forget()
        self.now = item.nodeid
        self._switch(item.nodeid)
        done = yield
        self._switch("")
        known = getattr(item, "_fixtureinfo", None)
        for fixtures in known.name2fixturedefs.values() if known else ():
            for fixture in fixtures:
                if fixture.scope != "function":
                    self.users.setdefault(_name(fixture), []).append(item.nodeid)
        return done

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, object, object]:
        """What a fixture of many tests runs, each of them has run."""
        if fixturedef.scope == "function":
            return (yield)
        self._switch(_name(fixturedef))
        try:
            return (yield)
        finally:
            self._switch(self.now)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        seconds = self.seen.seconds
        seconds[report.nodeid] = seconds.get(report.nodeid, 0.0) + report.duration
        if not report.passed:
            self.seen.failed.append(report.nodeid)

    def _switch(self, context: str) -> None:
        if self.coverage:
            self.coverage.switch_context(context)

    def _forget(self) -> None:
        """Empty the caches, so that each test runs all the lines that it needs."""
        if not self.coverage:
            return
        for name, module in list(sys.modules.items()):
            if name.startswith("tests.") or name in self.mutated:
                for value in list(vars(module).values()):
                    if callable(clear := getattr(value, "cache_clear", None)):
                        clear()

    def finish(self) -> Seen:
        for test in self.seen.failed:
            self.seen.seconds.pop(test, None)
        self.seen.packages = [name for name, module in sys.modules.items() if not _ours(module)]
        data = self.coverage.get_data() if self.coverage else None
        if data is None:
            return self.seen
        for file in data.measured_files():
            self.seen.tests[str(Path(file).relative_to(SOURCE))] = {
                line: sorted({test for context in contexts for test in self.users.get(context, [context])})
                for line, contexts in data.contexts_by_lineno(file).items()
            }
        return self.seen


def _name(fixture: Any) -> str:
    return f"fixture {id(fixture)}"


def _ours(module: ModuleType) -> bool:
    file = getattr(module, "__file__", None)
    return file is None or (Path(file).is_relative_to(ROOT) and "site-packages" not in file)


def look(room: Sequence[str], modules: Sequence[Path], answer: Path, *, lines: bool) -> None:
    """Run a room's tests over the code as it is, and write what was seen.

    Args:
        room: the room's tests.
        modules: what is mutated.
        answer: the file that is written, JSON with the fields of `Seen`.
        lines: whether to note which test runs which line; slower.
    """
    coverage: Coverage | None = None
    if lines:
        from coverage import Coverage as Measure  # noqa: PLC0415 - only this process is measured

        coverage = Measure(data_file=None, include=[str(file) for file in modules], config_file=False)
        coverage.start()
    plugin = _Clean([_dotted(file) for file in modules], coverage)
    _tested(room, answer.parent, plugin)
    if coverage:
        coverage.stop()
    answer.write_text(json.dumps(vars(plugin.finish())))


class _Ordered:
    """Runs the chosen tests in the order given, and notes the first that fails."""

    def __init__(self, finder: _Finder, tests: Sequence[str]) -> None:
        self.finder = finder
        self.order = {test: number for number, test in enumerate(tests)}
        self.killer = ""
        self.ran = 0

    def pytest_sessionstart(self) -> None:
        # pytest's own finder stands first, and would take the modules whose examples it is told to run
        sys.meta_path.remove(self.finder)
        sys.meta_path.insert(0, self.finder)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.ran += report.when == "call"
        if report.failed and not self.killer:
            self.killer = report.nodeid


class _Finder:
    """Gives the mutant's code in place of its module's."""

    def __init__(self, module: str, code: CodeType) -> None:
        self.module = module
        self.code = code
        self.given = False

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        del target
        if name != self.module:
            return None
        spec: ModuleSpec | None = PathFinder.find_spec(name, path)
        if spec is None or spec.origin is None:
            return None
        spec.loader = _Loader(name, spec.origin, self.code)
        self.given = True
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        del fullname
        return self.code


def judge(mutant: Mutant, tests: Sequence[str], folder: Path, seconds: float) -> None:
    """Run tests over a mutant until one fails, and write which.

    Args:
        mutant: the mutant.
        tests: the tests to run, in this order.
        folder: an empty folder; `outcome.json` is written there.
        seconds: of CPU time, after which the process dies.
    """
    limit = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    path = SOURCE / mutant.module
    finder = _Finder(_dotted(path), compile(code_of(mutant), str(path), "exec"))
    sys.meta_path.insert(0, finder)
    plugin = _Ordered(finder, tests)
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    code = _tested(["-x", *files], folder, plugin)
    outcome = {"code": code, "killer": plugin.killer, "ran": plugin.ran, "met": finder.given}
    (folder / "outcome.json").write_text(json.dumps(outcome))


def _dotted(file: Path) -> str:
    parts = file.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
