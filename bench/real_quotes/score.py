"""Scores the check of quotes in real articles and briefings, whose right verdicts a reader has labelled.

    python -B bench/real_quotes/score.py [--half open|sealed|all] [--show] [--speakers] [--json] [--data DATA]
    python -B bench/real_quotes/score.py --validate

The texts are not in this repository: `gold.jsonl` holds files, offsets and hashes; DATA holds the files, and
is `shared/data` beside the repository where nothing is said.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale import Check, CheckReport, Record

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data"
HALVES = ("open", "sealed")
WORDINGS = ("verbatim", "elided", "adapted", "altered", "spliced", "common", "not found")
VERDICTS = frozenset((*WORDINGS, "misattributed", "misdated"))
SEVERITIES = frozenset(("ok", "look", "bad"))
BRIEFINGS = "briefings/briefings-2021-2022.tar.xz"
INTERVIEWS = "pm-interviews/pm-interviews-howard-rudd.tar.xz"
NEWS = "polnear/polnear-train-dev.tar.xz"
# what the briefings call one person alone, with an article and a capital
OFFICES = {"President": "Joe Biden"}
# the rooms that decide what a record holds; a record made by others of them is another record
ROOMS = ("intake", "model", "parse", "quote", "readers", "store", "text")


@dataclass(frozen=True, slots=True)
class Row:
    """A quote of a real text, and what a reader says that a check of it may answer.

    Attributes:
        id: the row's name; one ending in `n` or `s` is made from the row named without it.
        kind: what the row is for, as the folder's README tells.
        file: the text, as its archive names it.
        sha256: of the text.
        span: the quote in the text, without its marks.
        words: the SHA-256 of the quote.
        article: the part of the text that is checked; None for all of it, or where the quote alone is.
        replaced: the place of the words that name who is quoted, and the name that stands for them; or None.
        alone: whether the quote is checked by itself, with the name that it is given to.
        claimed: the names to which the text gives the words, "*" without a name; None for nobody.
        right: whose words they are first-hand; None where the record does not have them so.
        verdicts: those that are right; several where a reader can defend each.
        severities: the same.
        green: whether it may be green.
    """

    id: str
    kind: str
    file: str
    sha256: str
    span: tuple[int, int]
    words: str
    article: tuple[int, int] | None
    replaced: tuple[int, int, str] | None
    alone: bool
    claimed: tuple[str, ...] | None
    right: str | None
    verdicts: frozenset[str]
    severities: frozenset[str]
    green: bool

    @property
    def half(self) -> str:
        """`open` or `sealed`, by the file, so that no article is in both."""
        return HALVES[int(_sha("half " + self.file)[:8], 16) % 2]

    @property
    def true(self) -> bool:
        """Whether nothing allows to blame it."""
        return "bad" not in self.severities


@dataclass(frozen=True, slots=True)
class Judged:
    """A row and the check of it; None where the check left the quote out."""

    row: Row
    quoted: str
    check: Check | None

    @property
    def verdict(self) -> str:
        """The verdict's word."""
        return self.check.verdict.value if self.check else "not checked"

    @property
    def severity(self) -> str:
        """The severity's word."""
        return self.check.severity.value if self.check else "-"

    @property
    def read(self) -> str:
        """Who is taken to be quoted: `as meant`, `another name`, `nobody`; "-" where nobody is meant."""
        meant = self.row.claimed
        if meant is None or self.check is None or self.row.alone:
            return "-"
        if self.check.claimed_speaker is None:
            return "nobody"
        if self.row.file.startswith("briefings") and self.check.claimed_speaker in OFFICES:
            # the day is that of the briefing: who held the office then is known
            return "as meant" if OFFICES[self.check.claimed_speaker] in meant else "another name"
        words = {word for name in meant for word in name.casefold().split()}
        shared = words & set(re.findall(r"[\w’'-]+", self.check.claimed_speaker.casefold()))
        return "as meant" if shared or "*" in meant else "another name"

    @property
    def faults(self) -> list[str]:
        """What is wrong with the check."""
        row, found = self.row, []
        if self.check is None:
            return ["not checked"]
        if self.verdict not in row.verdicts:
            found.append("verdict")
        if row.true and self.severity == "bad":
            found.append("blamed")
        if row.verdicts == {"misattributed"} and self.verdict != "misattributed":
            found.append("missed misattribution")
        if self.verdict == "misattributed" and "misattributed" not in row.verdicts:
            found.append("wrongly misattributed")
        if self.severity == "ok" and not row.green:
            found.append("wrong green")
        return found


def golden() -> Iterator[Row]:
    """The rows of the set."""
    for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        entry: dict[str, Any] = json.loads(line)
        yield Row(
            id=entry["id"],
            kind=entry["kind"],
            file=entry["file"],
            sha256=entry["sha256"],
            span=(entry["start"], entry["end"]),
            words=entry["words"],
            article=tuple(entry["article"]) if "article" in entry else None,
            replaced=tuple(entry["replaced"]) if "replaced" in entry else None,
            alone=entry.get("alone", False),
            claimed=None if entry["claimed"] is None else tuple(entry["claimed"]),
            right=entry["right"],
            verdicts=frozenset(entry["verdicts"]),
            severities=frozenset(entry["severities"]),
            green=entry["green"],
        )


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _digit(name: str) -> str:
    """The first hexadecimal digit of the hash of a file's name, without its folders."""
    return _sha(name.rpartition("/")[2])[0]


def _held(name: str) -> bool:
    """Whether the record holds a file of the archives."""
    if name.startswith("briefings"):
        return name.endswith(".md")
    if name.endswith(".xml"):
        return _digit(name) == "0"
    return "/train/text/" in name and _digit(name) in "0123"


class Texts:
    """The texts of the archives, by their names."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def members(self, archive: str) -> Iterator[tuple[str, bytes]]:
        """Each file of an archive."""
        with tarfile.open(self._data / archive) as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isfile() else None
                if content is not None:
                    yield member.name, content.read()

    @cached_property
    def quoted(self) -> Mapping[str, str]:
        """The texts that the rows are of."""
        wanted = {row.file for row in golden()}
        return {
            name: content.decode()
            for archive in (BRIEFINGS, NEWS)
            for name, content in self.members(archive)
            if name in wanted
        }

    def build(self, folder: Path) -> None:
        """Make the record: all briefings, one interview in sixteen, one news article of train in four."""
        import verbale  # noqa: PLC0415 - `--validate` runs without it

        print(f"building the record in {folder}, about a minute on two idle cores", file=sys.stderr)
        with tempfile.TemporaryDirectory() as temporary:
            for archive in (BRIEFINGS, INTERVIEWS, NEWS):
                for name, content in self.members(archive):
                    if _held(name):
                        path = Path(temporary, name)
                        path.parent.mkdir(parents=True, exist_ok=True)
                        path.write_bytes(content)
            with verbale.open(folder) as record:
                record.add(temporary)


def record_folder() -> Path:
    """Where the record lies that this version of Verbale makes."""
    import verbale  # noqa: PLC0415

    package = Path(verbale.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for room in ROOMS for path in (package / room).rglob("*.*")):
        if path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return Path(tempfile.gettempdir(), f"verbale-real-quotes-{digest.hexdigest()[:12]}")


def article_of(row: Row, text: str) -> tuple[str, int]:
    """What is checked of a row's text, and how far its quote lies behind its place in the text."""
    start, end = row.article or (0, len(text))
    if row.replaced is None:
        return text[start:end], -start
    from_, to, name = row.replaced
    return text[start:from_] + name + text[to:end], len(name) - (to - from_) - start


def at(report: CheckReport, start: int, end: int) -> Check | None:
    """The check of the quotation at a place: the one that shares most of it, at least half."""

    def shared(check: Check) -> int:
        return min(check.span.end, end) - max(check.span.start, start) if check.span else 0

    best = max(report.checks, key=shared, default=None)
    return best if best is not None and 2 * shared(best) >= end - start else None


def judge(
    rows: Sequence[Row], texts: Mapping[str, str], record: Record
) -> tuple[list[Judged], list[tuple[str, Check]]]:
    """Check each row, and hand on all checks of the articles with their rows' file."""
    judged: list[Judged] = []
    every: list[tuple[str, Check]] = []
    articles: defaultdict[tuple[str, str], list[tuple[Row, int]]] = defaultdict(list)
    for row in rows:
        text = texts[row.file]
        if row.alone:
            (name,) = row.claimed or (None,)
            quoted = text[slice(*row.span)]
            judged.append(Judged(row, quoted, record.check(quoted, speaker=name)))
            continue
        article, moved = article_of(row, text)
        articles[row.file, article].append((row, moved))
    for (file, article), inside in articles.items():
        report = record.check_article(article.encode(), name="article" + Path(file).suffix)
        every.extend((file, check) for check in report.checks if not _indirect(check))
        for row, moved in inside:
            start, end = (place + moved for place in row.span)
            judged.append(Judged(row, article[start:end], at(report, start, end)))
    return judged, every


def _indirect(check: Check) -> bool:
    """Whether a check is of indirect speech, which nothing here is about."""
    return str(getattr(check, "kind", "direct")) == "indirect"


def share(part: int, whole: int) -> str:
    """A share in words: `3 of 120, .025`."""
    return f"{part} of {whole}" + (f", {part / whole:.3f}" if whole else "")


def figures(judged: Sequence[Judged], every: Iterable[tuple[str, Check]]) -> dict[str, str]:
    """What the set is for, each with what it was counted over."""

    def count(test: Callable[[Judged], bool], among: Sequence[Judged]) -> str:
        return share(sum(map(test, among)), len(among))

    def faulty(name: str) -> Callable[[Judged], bool]:
        return lambda one: name in one.faults

    checked = [one for one in judged if one.check is not None]
    strict = [one for one in checked if len(one.row.verdicts) == 1]
    true = [one for one in checked if one.row.true]
    called = [one for one in judged if one.verdict == "misattributed"]
    swapped = [one for one in judged if one.row.verdicts == {"misattributed"}]
    green = [one for one in judged if one.severity == "ok"]
    named = [one for one in checked if one.row.claimed and not one.row.alone]
    nameless = [one for one in checked if one.row.claimed is None]
    checks = [check for _, check in every]
    in_order = [check for check in checks if check.severity.value == "ok"]
    return {
        "quotes that were checked": share(len(checked), len(judged)),
        "verdict right, of these": count(lambda one: one.verdict in one.row.verdicts, checked),
        "verdict right where one alone is": count(lambda one: one.verdict in one.row.verdicts, strict),
        "severity right": count(lambda one: one.severity in one.row.severities, checked),
        "true quotes called bad": count(faulty("blamed"), true),
        "misattributed, and it is": count(lambda one: "misattributed" in one.row.verdicts, called),
        "misattribution missed": count(faulty("missed misattribution"), swapped),
        "of these, green": str(sum(one.severity == "ok" for one in swapped)),
        "wrong among the green": count(faulty("wrong green"), green),
        "may be green, and is": count(
            lambda one: one.severity == "ok", [one for one in judged if one.row.green]
        ),
        "a speaker is meant, and is read": count(lambda one: one.read == "as meant", named),
        "another name or office is read": count(lambda one: one.read == "another name", named),
        "nobody is meant, and one was read": count(
            lambda one: one.check is not None and one.check.claimed_speaker is not None, nameless
        ),
        "green without a speaker, of all the articles' checks": share(
            sum(check.claimed_speaker is None for check in in_order), len(in_order)
        ),
        "misattributed, of all the articles' checks": share(
            sum(check.verdict.value == "misattributed" for check in checks), len(checks)
        ),
    }


def by_kind(judged: Sequence[Judged]) -> Iterator[str]:
    """For each kind of row how many verdicts are right, and which came."""
    for kind in sorted({one.row.kind for one in judged}):
        among = [one for one in judged if one.row.kind == kind]
        right = sum(one.verdict in one.row.verdicts for one in among)
        came = Counter(f"{one.verdict}/{one.severity}" for one in among).most_common()
        yield f"{kind:22}{share(right, len(among)):18}" + ", ".join(f"{n} {what}" for what, n in came)


def show(judged: Iterable[Judged]) -> None:
    """Print each row with a fault: what was wanted, what came, and the words."""
    for one in judged:
        if one.faults:
            row, check = one.row, one.check
            wanted = "|".join(sorted(row.verdicts)) + "/" + "|".join(sorted(row.severities))
            print(
                f"{row.id} {row.kind} [{', '.join(one.faults)}] wanted {wanted},"
                f" came {one.verdict}/{one.severity}\n    meant {row.claimed}, right {row.right};"
                f" read {check and check.claimed_speaker!r}, record {check and check.speaker!r}"
                f" via {check and check.via!r}, score {check and round(check.score, 2)}\n"
                f"    {' '.join(one.quoted.split())!r}\n"
                f"    {check and check.evidence and ' '.join(check.evidence.text.split())!r}"
            )


def show_speakers(judged: Iterable[Judged], texts: Mapping[str, str]) -> None:
    """Print each quote whose speaker was not read as meant, with what stands around it."""
    for one in judged:
        if one.read in ("nobody", "another name"):
            row = one.row
            article, moved = article_of(row, texts[row.file])
            start, end = (place + moved for place in row.span)
            around = (article[max(0, start - 150) : start], one.quoted, article[end : end + 80])
            before, quoted, after = (" ".join(part.split()) for part in around)
            print(f"{row.id} {row.kind}: {one.check and one.check.claimed_speaker!r}, meant {row.claimed}")
            print(f"    {before} [[{quoted}]] {after}")


def faults(rows: Sequence[Row], texts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the set itself."""
    yield from (f"{id_}: listed {n} times" for id_, n in Counter(row.id for row in rows).items() if n > 1)
    for row in rows:
        text = texts.get(row.file)
        if text is None or _sha(text) != row.sha256:
            yield f"{row.id}: {row.file} is not the file that was labelled"
            continue
        if _sha(text[slice(*row.span)]) != row.words:
            yield f"{row.id}: other words stand there"
        article, moved = article_of(row, text)
        start, end = (place + moved for place in row.span)
        if not row.alone and _sha(article[start:end]) != row.words:
            yield f"{row.id}: the article does not hold the quote where it should"
        if not row.verdicts or row.verdicts - VERDICTS or not row.severities or row.severities - SEVERITIES:
            yield f"{row.id}: no such verdict or severity"
        if row.green != ("ok" in row.severities):
            yield f"{row.id}: green and not in order, or in order and not green"
        if row.file.startswith("polnear") and _held(row.file):
            yield f"{row.id}: the record holds its article"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the set, or validate it; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=(*HALVES, "all"), default="open")
    parser.add_argument("--show", action="store_true", help="print each row that is not right")
    parser.add_argument("--speakers", action="store_true", help="print each whose speaker was not read")
    parser.add_argument("--unseal", action="store_true", help="let sealed rows be printed")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--validate", action="store_true", help="check the set itself, without Verbale")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with the archives")
    parser.add_argument("--record", type=Path, help="where the record lies, or is to be made")
    given = parser.parse_args(arguments)
    if (given.show or given.speakers) and given.half != "open" and not given.unseal:
        parser.error("that would print sealed rows: give --unseal too, once the check is done")
    missing = [name for name in (BRIEFINGS, INTERVIEWS, NEWS) if not (given.data / name).is_file()]
    if missing:
        print(f"nothing was scored: {given.data} lacks {', '.join(missing)}", file=sys.stderr)
        return 2
    texts = Texts(given.data)
    rows = [row for row in golden() if given.half in (row.half, "all")]
    if given.validate:
        wrong = list(faults(list(golden()), texts.quoted))
        print("\n".join(wrong) or "each quote stands where the gold says")
        return int(bool(wrong))
    import verbale  # noqa: PLC0415

    folder = given.record or record_folder()
    if not (folder / "record.db").is_file():
        texts.build(folder)
    with verbale.open(folder) as record:
        judged, every = judge(rows, texts.quoted, record)
    found = figures(judged, every)
    if given.json:
        print(json.dumps({"half": given.half, "rows": len(rows), "figures": found}, ensure_ascii=False))
        return 0
    print(f"{given.half} half, {len(rows)} rows")
    for name, value in found.items():
        print(f"{name:54}{value}")
    print("\n".join(by_kind(judged)))
    if given.show:
        show(judged)
    if given.speakers:
        show_speakers(judged, texts.quoted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
