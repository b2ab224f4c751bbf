"""Scores `verbale.read` on printed transcripts: who said the words that a reader knows the speaker of.

    python -B bench/strangers/score.py [--half open|sealed|all] [--show] [--json] [PART ...]
    python -B bench/strangers/score.py --validate

Each passage of `gold_*.jsonl` is looked for in the document's text and the turn that holds its middle is
taken. `ok`: the right name, or no name where nobody can be known; `wrong`: somebody else, or a name where
nobody can be known; `nobody`: no name where a reader knows one; `unfound`: the text lacks the words.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HALVES = ("open", "sealed")
OUTCOMES = ("ok", "wrong", "nobody", "unfound")
ROLES = frozenset((None, "question", "answer", "chair", "speech", "prepared", "note"))
# titles that make no other person or office of a name; "deputy" and "vice" do
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "mr mrs ms miss mx dr prof professor sir dame hon honourable honorable right rt the an m mm mme mmes"
        " el la le los las les l sr sra señor señora don doña c dip diputado diputada herr frau mag",
    )
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # a party, a place, a manner: the same person
_BLOCK = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->", re.S | re.I)
_INLINE = re.compile(r"</?(?:a|b|i|em|strong|span|u|cite|small|sup|time|font|abbr)\b[^<>]*>", re.I)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand once in a file, and who a reader says spoke them."""

    text: str
    speaker: str | None
    also: tuple[str, ...]
    role: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """A file of the set and its passages."""

    file: str
    house: str
    language: str
    passages: tuple[Passage, ...]

    @property
    def half(self) -> str:
        """`open` or `sealed`."""
        return self.file.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage, the name that stands over it, and the outcome."""

    text: Text
    passage: Passage
    name: str | None
    outcome: str
    role: str | None = None


def golden() -> Iterator[Text]:
    """Each file of the set with its passages, in the order of the gold files."""
    for path in sorted(HERE.glob("gold_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry: dict[str, Any] = json.loads(line)
            passages = tuple(
                Passage(each["text"], each["speaker"], tuple(each.get("also", ())), each.get("role"))
                for each in entry["passages"]
            )
            yield Text(entry["file"], entry["house"], entry["language"], passages)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in any order, without case, titles and punctuation."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
    return tuple(sorted(word for word in words if word not in _TITLES) or sorted(words))


def places(text: str, passage: str) -> list[tuple[int, int]]:
    """Where the passage's words stand in the text, whatever blanks lie between them."""
    words = (re.escape(word) for word in unicodedata.normalize("NFC", passage).split())
    return [found.span() for found in re.finditer(r"\s+".join(words), text)]


def outcome_of(text: Text, passage: Passage, name: str | None) -> str:
    """`ok`, `wrong` or `nobody` for the name that stands over a passage, with or without its brackets.

    A bare surname in the gold and a whole name that ends with it are one person, where nobody else in the
    file has that surname.
    """
    if name is None:
        return "nobody" if passage.speaker else "ok"
    given = {words_of(name), words_of(_BRACKETS.sub(" ", name))}
    right = (passage.speaker, *passage.also) if passage.speaker else passage.also
    wanted = {words_of(each) for each in right if each}
    if not given.isdisjoint(wanted):
        return "ok"
    family = name.split()[-1].casefold()
    others = {each.speaker for each in text.passages if each.speaker and family in words_of(each.speaker)}
    return "ok" if (family,) in wanted and others <= {passage.speaker} else "wrong"


def judge(text: Text) -> Iterator[Judged]:
    """Read one file and judge each of its passages.

    Words that the reader calls furniture of the page are nobody's.
    """
    import verbale  # noqa: PLC0415 - `--validate` runs without it

    document = verbale.read(HERE / text.file)
    for passage in text.passages:
        found = places(document.text, passage.text)
        if not found:
            yield Judged(text, passage, None, "unfound")
            continue
        middle = sum(found[0]) // 2
        turn = next((one for one in document.turns if one.span.start <= middle < one.span.end), None)
        furniture = any(span.start <= middle < span.end for span in document.boilerplate)
        name = None if turn is None or furniture else turn.speaker
        role = None if turn is None or furniture else turn.role.value
        yield Judged(text, passage, name, outcome_of(text, passage, name), role)


def plain(path: Path) -> str:
    """A file's text; of HTML without tags and with entities resolved."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<[^<>]*>", " ", _INLINE.sub("", _BLOCK.sub(" ", text)))
        text = html.unescape(text)
    return unicodedata.normalize("NFC", text)


def faults(texts: Iterable[Text]) -> Iterator[str]:
    """What is wrong with the set itself, in words that tell nothing of a sealed file but its name."""
    listed: Counter[str] = Counter()
    for text in texts:
        listed[text.file] += 1
        path = HERE / text.file
        if text.half not in HALVES or not path.is_file():
            yield f"{text.file}: no such file"
            continue
        if not 6 <= len(text.passages) <= 12:
            yield f"{text.file}: {len(text.passages)} passages, not 6 to 12"
        words = plain(path)
        for number, passage in enumerate(text.passages, 1):
            count = len(places(words, passage.text))
            if count != 1:
                yield f"{text.file}: passage {number} stands {count} times"
            # Japanese parts no words
            count = len(passage.text) // 2 if text.language == "ja" else len(passage.text.split())
            if count < 6 or (count > 14 and text.language != "ja"):
                yield f"{text.file}: passage {number} has {count} words, not 6 to 14"
            if passage.role not in ROLES:
                yield f"{text.file}: passage {number} has an unknown role"
    yield from (f"{file}: listed {count} times" for file, count in listed.items() if count > 1)
    lying = {f"{half}/{path.name}" for half in HALVES for path in (HERE / half).glob("*.*")}
    yield from (f"{file}: in no gold file" for file in sorted(lying - listed.keys()))


def table(judged: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """How many passages of each house, and of all, came out how."""
    rows: dict[str, Counter[str]] = {house: Counter() for house in sorted({one.text.house for one in judged})}
    for one in judged:
        rows[one.text.house][one.outcome] += 1
    rows["all"] = Counter(one.outcome for one in judged)
    return {house: {outcome: row[outcome] for outcome in OUTCOMES} for house, row in rows.items()}


def roles(judged: Iterable[Judged]) -> dict[str, dict[str, int]]:
    """As what the passages of each role were read: a chair's, a question, an answer."""
    rows: dict[str, Counter[str]] = {role: Counter() for role in ("question", "answer", "chair")}
    for one in judged:
        if one.passage.role in rows:
            rows[one.passage.role][one.role or "no turn"] += 1
    return {role: dict(row.most_common()) for role, row in rows.items()}


def show(judged: Iterable[Judged]) -> None:
    """Print each passage that did not come out right, and each that a chair did or did not say."""
    for one in judged:
        if one.role is not None and (one.role == "chair") != (one.passage.role == "chair"):
            print(
                f"role    {one.text.file}: {one.passage.role} <- {one.role}: {one.name}: {one.passage.text}"
            )
        if one.outcome != "ok":
            gold = one.passage.speaker or "-"
            print(f"{one.outcome:8}{one.text.file}: {gold!r} <- {one.name or '-'!r}: {one.passage.text}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the set, or validate it; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("part", nargs="*", help="only files whose name or house has all these words")
    parser.add_argument("--half", choices=(*HALVES, "all"), default="open")
    parser.add_argument("--show", action="store_true", help="print each passage that is not ok")
    parser.add_argument("--unseal", action="store_true", help="let --show print passages of sealed files")
    parser.add_argument("--json", action="store_true", help="the table as JSON")
    parser.add_argument("--validate", action="store_true", help="check the set itself, without Verbale")
    given = parser.parse_args(arguments)
    if given.validate:
        found = list(faults(golden()))
        print("\n".join(found) or "each passage stands once in its file")
        return int(bool(found))
    if given.show and given.half != "open" and not given.unseal:
        parser.error("--show would print sealed passages: give --unseal too, once the parser is done")
    texts = [
        text
        for text in golden()
        if given.half in (text.half, "all")
        and all(part.casefold() in f"{text.file} {text.house}".casefold() for part in given.part)
    ]
    judged = [one for text in texts for one in judge(text)]
    rows = table(judged)
    if given.json:
        print(
            json.dumps(
                {"half": given.half, "files": len(texts), "houses": rows, "roles": roles(judged)},
                ensure_ascii=False,
            )
        )
    else:
        print(f"{'house':36}{'passages':>9}" + "".join(f"{each:>9}" for each in OUTCOMES) + f"{'ok %':>8}")
        for house, row in rows.items():
            count = sum(row.values())
            share = 100 * row["ok"] / count if count else 0.0
            print(f"{house:36}{count:9}" + "".join(f"{row[each]:9}" for each in OUTCOMES) + f"{share:8.1f}")
        for role, row in roles(judged).items():
            print(f"{role}: " + ", ".join(f"{count} {read}" for read, count in row.items()))
    if given.show:
        show(judged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
