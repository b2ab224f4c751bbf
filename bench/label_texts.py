"""Real documents as speeches with their speakers, where the format or gold made of it says who speaks."""

from __future__ import annotations

import json
import lzma
import random
import re
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from verbale.model import Reading
from verbale.readers import read_bytes

__all__ = ["SOURCES", "Paragraph", "Speech", "Talk", "talks"]

_MARKDOWN = re.compile(r"</?[a-z]+\s*/?>|\*\*|\\(?=[\[\]_*.()#])")
_WORD = re.compile(r"[^\W_]+")
_INNER_LABEL = re.compile(r"(?:El señor|La señora) [^\W\d_a-z]{3,}[^.]{0,40}\.-")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in one line; `spoken` is false for the scribe's notes and headings, which are not measured."""

    text: str
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says until the next begins.

    `label` is how the speaker is printed, without an end mark. `speaker` is the same for all speeches of one
    person, None for an unnamed questioner. `names` are further names of that person, `unnamed` says that the
    label names nobody, so that a turn without speaker is right. `office` and `party` are empty where the
    data does not hold them.
    """

    label: str
    speaker: str | None
    paragraphs: tuple[Paragraph, ...]
    names: tuple[str, ...] = ()
    unnamed: bool = False
    office: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """One document: what stands above it, and who says what. `lost` speeches could not be cut out of it."""

    file: str
    language: str
    head: tuple[str, ...]
    speeches: tuple[Speech, ...]
    lost: int = 0


def line(text: str) -> str:
    """Text in one line, with single spaces."""
    return " ".join(text.replace("\xad", "").split())


def as_written(label: str) -> str:
    """A label in capitals as other print has it: `MS. MARR` as `Ms. Marr`; `PM` stays."""
    words = (word.title() if word.isupper() and len(word) > 2 else word for word in line(label).split())
    return " ".join(words)


def bundestag(shared: Path) -> Iterator[tuple[str, Callable[[], Talk]]]:
    """German minutes: the XML tags speakers, chairs and heckles."""
    for path in sorted((shared / "data/bundestag").glob("*.xml.xz")):
        yield path.name, lambda path=path: _session(path)  # type: ignore[misc]


def _session(path: Path) -> Talk:
    """One session, cut at `<p klasse="redner">` and at the chair's `<name>`."""
    root = etree.fromstring(lzma.decompress(path.read_bytes()))
    made: list[tuple[Speech, list[Paragraph]]] = []
    for element in root.iterfind(".//sitzungsverlauf//*"):
        kind = element.get("klasse", "")
        text = line("".join(str(piece) for piece in element.itertext()))
        if kind == "redner":
            made.append((_speaker(element), []))
        elif (
            element.tag == "name" and element.find("vorname") is None and text.endswith(":")
        ) or kind == "N":
            label = text.removesuffix(":")
            office, _, name = label.partition(" ")
            made.append((Speech(label, label, (), (name,), office=office), []))
        elif made and text and element.tag == "kommentar":
            made[-1][1].append(Paragraph(text, spoken=False))
        elif made and text and element.tag == "p" and not kind.startswith("AL"):
            made[-1][1].append(Paragraph(text, spoken=kind in ("J", "J_1", "O", "Z", "p")))
    speeches = tuple(replace(speech, paragraphs=tuple(words)) for speech, words in made if words)
    number, term = root.get("sitzung-nr", ""), root.get("wahlperiode", "")
    head = (f"Deutscher Bundestag, {number}. Sitzung der {term}. Wahlperiode", root.get("sitzung-datum", ""))
    return Talk(path.name, "de", head, speeches)


def _speaker(element: etree._Element) -> Speech:
    """The head of a speech without its words."""
    said = {part.tag: line("".join(map(str, part.itertext()))) for part in element.iterfind("redner/name/*")}
    label = line(" ".join(said.get(part, "") for part in ("titel", "vorname", "namenszusatz", "nachname")))
    office = line(element.findtext("redner/name/rolle/rolle_lang", ""))
    if office and label.startswith(office):  # some files write the chair's office into the given name
        return Speech(label, label, (), (label.removeprefix(office).strip(),), office=office)
    return Speech(label, label, (), office=office, party=said.get("fraktion", ""))


def tei(shared: Path) -> Iterator[tuple[str, Callable[[], Talk]]]:
    """Parliaments in TEI: Catalan, Spanish, Slovenian and English; `<u who>` tags the speakers."""
    for path in sorted((shared / "data/parliament-tei").glob("par*/*.xml")):
        yield path.name, lambda path=path: _debate(path)  # type: ignore[misc]


def _debate(path: Path) -> Talk:
    """One TEI file; a label is the note that the file prints before an utterance or at its beginning."""
    root = etree.parse(path).getroot()
    made: list[tuple[Speech, list[Paragraph]]] = []
    labels: dict[str, str] = {}
    printed, inside, closed = "", None, False
    for element in root.iterfind(".//{*}text//*"):
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        text = line("".join(map(str, element.itertext())))
        if tag == "u":
            who = element.get("who", "").lstrip("#")
            note = element.find("{*}note[@type='speaker']")
            if note is not None:
                printed = line("".join(map(str, note.itertext())))
            label = printed.partition(".-")[0].strip(" .:") or labels.get(who, "")
            printed, inside, closed = "", note, False
            labels[who] = label
            made.append((_utterance(who, label), []))
        elif tag == "note" and element.get("type") == "speaker":
            printed = text if element is not inside else printed
        elif _INNER_LABEL.match(text):  # the file leaves others' words in this utterance
            closed = True
        elif made and tag == "seg" and not closed:
            made[-1][1].append(Paragraph(text))
        elif made and tag in ("note", "kinesic", "vocal", "incident") and text and "__" not in text:
            made[-1][1].append(Paragraph(f"({text.strip('()')})", spoken=False))
    speeches = tuple(
        replace(speech, paragraphs=tuple(words))
        for speech, words in made
        if words and "__" not in speech.label and "unknown" not in speech.label.casefold()
    )
    title = line("".join(map(str, root.find(".//{*}titleStmt/{*}title").itertext())))  # type: ignore[union-attr]
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang", "en")[:2]
    return Talk(path.name, language, (title,), speeches)


def _utterance(who: str, label: str) -> Speech:
    """Who speaks: which part of a label is the name, which the office, is told by the person's identifier."""
    spaced = "".join(f" {letter}" if letter.isupper() else letter for letter in who if letter.isalpha())
    parts = spaced.split() if who != "persona" else []
    name = " ".join([*parts[-1:], *parts[:-1]]).title()
    person = who if parts else label
    outside, _, bracket = label.partition("(")
    wanted = {part.casefold() for part in parts}
    inner, outer = bracket.rstrip(" )"), as_written(outside)
    if inner and wanted & {word.casefold() for word in _WORD.findall(inner)}:
        return Speech(as_written(inner), person, (), (name,), office=outer)
    if not label:
        return Speech(name, person, ())
    if inner and inner[:1].isupper():
        return Speech(outer, person, (), office=inner)
    if wanted and not wanted & {word.casefold() for word in _WORD.findall(outer)}:
        return Speech(outer, person, (), (name,), office=outer)
    return Speech(outer, person, ())


def _of_gold(name: str, folder: str) -> Callable[[Path], Iterator[tuple[str, Callable[[], Talk]]]]:
    """A source whose labels are beyond doubt, so that gold was made of them, and where its files lie."""

    def texts(shared: Path) -> Iterator[tuple[str, Callable[[], Talk]]]:
        rows = (shared / f"bench/gold/turns-{name}.jsonl").read_text(encoding="utf-8").splitlines()
        gold = {row["file"]: row for row in map(json.loads, rows)}
        files = {path.name: path for path in (shared / folder).rglob("*") if path.name in gold}
        archived = gold.keys() - files.keys()
        content = {file: path.read_bytes() for file, path in files.items()}
        for archive in sorted((shared / folder).glob("*.tar.xz")) if archived else ():
            with tarfile.open(archive) as tar:
                for member in tar:
                    file = Path(member.name).name
                    if file in archived and (stream := tar.extractfile(member)) is not None:
                        content[file] = stream.read()
        for file in sorted(content):
            yield file, lambda file=file: _labelled(read_bytes(content[file], file), gold[file])  # type: ignore[misc]

    return texts


def _labelled(reading: Reading, gold: dict[str, object]) -> Talk:
    """A text cut at its gold labels; a speech whose length is not the gold's is left out."""
    text = reading.text
    for span in reversed(reading.boilerplate):  # heads and feet of pages
        text = text[: span.start] + text[span.end :]
    turns = [turn for turn in gold["turns"] if turn["words"]]  # type: ignore[attr-defined]
    found: list[tuple[int, int]] = []
    cursor = 0
    for turn in turns:
        opening = [re.escape(word) for word in _WORD.findall(turn["text_start"])][:4]
        label = r"\s+".join(map(re.escape, turn["label"].split()))
        gap = r"(?:[\W_]|\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|</?s>)*?"
        match = re.compile(rf"{label}(?P<mark>{gap}){gap.join(opening)}").search(text, cursor)
        found.append((match.start(), match.end("mark")) if match else (-1, -1))
        cursor = match.end("mark") if match else cursor
    speeches = []
    for turn, (start, begins), (ends, _) in zip(turns, found, [*found[1:], (-1, -1)], strict=True):
        words = text[begins:ends]
        counted = len(_WORD.findall(re.sub(r"\([^()]*\)|\[[^\[\]]*\]|['’]", "", words)))
        if start < 0 or ends < 0 or abs(counted - turn["words"]) > 3 + turn["words"] // 10:
            continue
        names = tuple(turn.get("aliases", ()))
        label = as_written(turn["label"])
        office = label if turn.get("office") and names else ""
        unnamed = turn["speaker"] is None or bool(turn.get("unnamed"))
        speeches.append(
            Speech(
                label, turn["speaker"] and label, _paragraphs(words), names, unnamed=unnamed, office=office
            )
        )
    head = (str(gold["title"]), str(gold["date"]))
    return Talk(str(gold["file"]), "en", head, tuple(speeches), len(turns) - len(speeches))


def _paragraphs(words: str) -> tuple[Paragraph, ...]:
    """Paragraphs by blank lines, or by short last lines where there are none; notes are told apart."""
    if "\n\n" not in words:
        words = re.sub(r"(?<=\n)(.{0,70}[.?!]”?)\n", r"\1\n\n", words)
    plain = (line(_MARKDOWN.sub("", block)) for block in re.split(r"\n\s*\n", words))
    return tuple(Paragraph(block, spoken=block[:1] not in "([") for block in plain if _WORD.search(block))


SOURCES = {
    "bundestag": bundestag,
    "tei": tei,
    "whitehouse": _of_gold("whitehouse", "data/briefings"),
    "pm": _of_gold("pm", "data/pm-interviews"),
    "fomc": _of_gold("fomc", "data/fomc"),
}


def talks(shared: Path, source: str, sample: int, seed: int) -> list[Talk]:
    """Documents of a source, drawn by seed from all that it has.

    Args:
        shared: the folder with `bench/` and `data/`.
        source: a key of `SOURCES`.
        sample: how many documents at most.
        seed: of the drawing.
    """
    every = list(SOURCES[source](shared))
    rng = random.Random(f"{seed} {source}")  # noqa: S311 - a fixed choice, no secret
    chosen = rng.sample(every, min(sample, len(every)))
    return [talk for _, make in chosen if len((talk := make()).speeches) > 1]
