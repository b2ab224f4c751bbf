"""Builds the wheel, installs it in three ways without the lock, and tries each: `make installs`.

The packages of a way are installed anew on the next day, or when what Verbale asks for has changed; until
then only Verbale itself is. All that is kept lies in `.tools/installs`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".tools" / "installs"
UV = ROOT / ".tools" / "bin" / "uv"
TOO_LONG = 600
"""Seconds after which a step has failed."""
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}},
    "UV_CACHE_DIR": str(KEPT / "uv-cache"),
    "UV_PYTHON_INSTALL_DIR": str(KEPT / "pythons"),
    "PIP_CACHE_DIR": str(KEPT / "pip-cache"),
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
SMOKE = (
    "import sys; sys.path.insert(0, {root!r}); import verbale; from tests.installs.smoke import main; "
    "assert verbale.__file__.startswith(sys.prefix), 'It has read the source tree.'; print(main())"
)


class Failed(Exception):
    """A step went wrong; one sentence that says which, and why."""


@dataclass(frozen=True)
class Way:
    """One way of installing.

    Attributes:
        name: What a reader sees of it.
        folder: Where its environment is kept.
        pythons: The versions of Python to do it with; the first that can be had is taken.
        pip: The version of pip to do it with, None for uv.
        options: What the installer is told besides the wheel.
        lowest: Whether every dependency must come in the lowest version allowed.
    """

    name: str
    folder: str
    pythons: tuple[str, ...]
    pip: str | None = None
    options: tuple[str, ...] = ()
    lowest: bool = False


WAYS = (
    # the pip of Debian 12, which leaves out an extra asked for by its old name; Python 3.12 cannot run it
    Way("unlocked, by pip 23.0", "unlocked", ("3.11",), pip="23.0"),
    # `lowest` would also take the first release ever of what others ask for without a bound, which no
    # installer does; `lowest-direct` tries our bounds and no more, if they are named beside the wheel
    Way(
        "the lowest bounds",
        "lowest",
        ("3.11", "3.12", "3.13"),
        options=("--resolution", "lowest-direct", "--requirements", str(ROOT / "pyproject.toml")),
        lowest=True,
    ),
    Way("the newest of everything", "newest", ("3.13", "3.12", "3.11")),
)


def main() -> int:
    """Tries every way, tells of each, and returns 1 where one of them failed."""
    failures = []
    try:
        wheel = _built()
        for way in WAYS:
            try:
                _tried(way, wheel)
            except Failed as failed:
                failures.append(f"{way.name}: {failed}")
                _say(failures[-1])
    except Failed as failed:
        failures.append(str(failed))
    for failure in failures:
        print(f"make installs failed: {failure}", file=sys.stderr)
    if not failures:
        _say(f"all {len(WAYS)} installations work")
    return 1 if failures else 0


def _built() -> Path:
    shutil.rmtree(KEPT / "wheel", ignore_errors=True)
    _run("the wheel could not be built", UV, "build", "--quiet", "--wheel", "--out-dir", KEPT / "wheel", ROOT)
    (wheel,) = (KEPT / "wheel").glob("*.whl")
    _say(f"built {wheel.name}, {wheel.stat().st_size / 1e6:.1f} MB")
    return wheel


def _tried(way: Way, wheel: Path) -> None:
    _say(f"{way.name}: installing")
    began = time.monotonic()
    base = _python(way)
    asked = _asked(wheel)
    folder = KEPT / way.folder
    python, stamped = folder / "bin" / "python", folder / "stamp"
    stamp = repr((way, str(base), sorted(asked.items()), datetime.now(UTC).date()))
    install: list[str | Path] = [python, "-m", "pip", "install", "--quiet"]
    if way.pip is None:
        install = [UV, "pip", "install", "--quiet", "--python", python]
    if stamped.is_file() and stamped.read_text() == stamp:
        _run("Verbale could not be installed again", *install, "--no-deps", "--force-reinstall", wheel)
    else:
        _run("no environment could be made", UV, "venv", "--quiet", "--clear", "--python", base, folder)
        if way.pip is not None:
            pip = f"pip=={way.pip}"
            _run(f"{pip} could not be installed", UV, "pip", "install", "--quiet", "--python", python, pip)
        _run("the wheel could not be installed", *install, *way.options, wheel)
        if way.lowest:
            _at_their_lowest(asked, python)
        stamped.write_text(stamp)
    _say(f"{way.name}: installed on {_run('Python', python, '-VV').split('(')[0].strip()}, {_since(began)}")
    began = time.monotonic()
    done = _run("its smoke test failed", python, "-I", "-c", SMOKE.format(root=str(ROOT)))
    _say(f"{way.name}: {done}, {_since(began)}")


def _python(way: Way) -> Path:
    """The Python to do it with: one of this machine's or pyenv's, or one that uv can fetch."""
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    for version in way.pythons:
        kept = [str(path) for path in sorted(pyenv.glob(f"versions/{version}*/bin/python{version}"))]
        for command in (["--no-python-downloads", version], *([path] for path in kept), [version]):
            try:
                if command == [version]:
                    _run("", UV, "python", "install", "--quiet", "--no-bin", version)
                found = Path(_run("", UV, "python", "find", "--system", "--no-project", *command))
            except Failed:
                continue
            if version != way.pythons[0]:
                _say(f"{way.name}: there is no Python {way.pythons[0]} here; this is tried on {version}")
            return found
    raise Failed(f"there is no Python {' or '.join(way.pythons)} here, and none could be fetched")


def _asked(wheel: Path) -> Mapping[str, str]:
    """The packages that the wheel asks for, each with its bounds."""
    with zipfile.ZipFile(wheel) as parts:
        (metadata,) = (name for name in parts.namelist() if name.endswith(".dist-info/METADATA"))
        told = parts.read(metadata).decode()
    return dict(re.findall(r"^Requires-Dist: ([\w.-]+)(.*)$", told, re.M))


def _at_their_lowest(asked: Mapping[str, str], python: Path) -> None:
    listed = _run("its packages could not be listed", UV, "pip", "freeze", "--python", python)
    installed = dict(re.findall(r"^([\w.-]+)==(\S+)$", listed, re.M))
    for name, bounds in asked.items():
        lowest = re.search(r">=([^,;\s]+)", bounds)
        if lowest is None:
            raise Failed(f"{name} has no lower bound in pyproject.toml")
        if installed.get(name) != lowest[1]:
            raise Failed(f"{name} {lowest[1]} is not tried, for {installed.get(name)} was installed")


def _run(failure: str, *command: str | Path) -> str:
    """What a program prints.

    Raises:
        Failed: It ended with an error, whose last line follows the words of `failure`.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=TOO_LONG, env=ENVIRONMENT, cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{failure}: it took more than {TOO_LONG} seconds") from error
    if done.returncode:
        lines = [line.strip() for line in f"{done.stdout}\n{done.stderr}".splitlines() if line.strip()]
        reason = lines[-1] if lines else f"status {done.returncode}"
        raise Failed(f"{failure}: {reason.removeprefix('AssertionError: ')}")
    return done.stdout.strip()


def _since(began: float) -> str:
    return f"{time.monotonic() - began:.0f} s"


def _say(what: str) -> None:
    print(what, flush=True)


if __name__ == "__main__":
    sys.exit(main())
