"""What people use today to find a quote in a folder of texts, behind one small interface.

Each gets the same texts as Verbale, folded in case, typography and white space, and the quote without its
mark of omission where the tool knows none. Each answers with the best place that it finds, and how good it
takes it to be; whether that is good enough is decided afterwards, for all in the same way.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from cases import fold
from rapidfuzz import fuzz

__all__ = ["PEERS", "Answer", "Peer"]

# Places below this are not looked for; it spares the scans time, and no good threshold is lower.
LEAST = 65.0
_OMISSION = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\.\.\.|…)\s*")


@dataclass(frozen=True, slots=True)
class Answer:
    """A place: its document, its words (None where a tool names only the document), 0 to 100 for how good."""

    document: str
    text: str | None
    score: float


class Peer(Protocol):
    """A tool that holds the texts of a record."""

    def find(self, quoted: str) -> Answer | None:
        """The best place of a quote."""


def _plain(quoted: str) -> str:
    return fold(_OMISSION.sub(" ", quoted)).strip(" .,")


class Rapidfuzz:
    """`partial_ratio_alignment` of rapidfuzz against every document, each with the best so far as bound."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.documents = list(texts)
        self.texts = [fold(text) for text in texts.values()]

    def windows(self, quoted: str) -> Iterator[tuple[str, str]]:
        """The documents and the texts of them to look through."""
        return (pair for pair in zip(self.documents, self.texts, strict=True) if len(pair[1]) >= len(quoted))

    def find(self, quoted: str) -> Answer | None:
        """The best window of any document."""
        plain = _plain(quoted)
        best: Answer | None = None
        for document, text in self.windows(plain):
            found = fuzz.partial_ratio_alignment(plain, text, score_cutoff=best.score if best else LEAST)
            if found is not None and (best is None or found.score > best.score):
                best = Answer(document, text[found.dest_start : found.dest_end], found.score)
                if found.score >= 100:
                    break
        return best


class Edlib(Rapidfuzz):
    """edlib's infix alignment against every document, each with the best so far as bound."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        self.align: Any = import_module("edlib").align

    def find(self, quoted: str) -> Answer | None:
        """The infix with the fewest edits in any document."""
        plain = _plain(quoted)
        bound, best = int(len(plain) * (1 - LEAST / 100)), None
        for document, text in self.windows(plain):
            apart = self.align(plain, text, mode="HW", task="distance", k=bound)["editDistance"]
            if apart >= 0:
                best, bound = (document, text), apart - 1
                if bound < 0:
                    break
        if best is None:
            return None
        found = self.align(plain, best[1], mode="HW", task="locations")
        start, last = found["locations"][0]
        return Answer(best[0], best[1][start : last + 1], 100 * (1 - found["editDistance"] / len(plain)))


class Tantivy(Rapidfuzz):
    """BM25 of tantivy over windows of 60 words, every 30; then rapidfuzz on the ten best."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        tantivy: Any = import_module("tantivy")
        super().__init__(texts)
        builder = tantivy.SchemaBuilder()
        for name in ("number", "start", "end"):
            builder.add_integer_field(name, stored=True, indexed=False)
        builder.add_text_field("body", stored=False)
        self.index = tantivy.Index(builder.build())
        self.document: Any = tantivy.Document
        writer = self.index.writer(200_000_000, 1)
        for number, text in enumerate(self.texts):
            places = [match.span() for match in re.finditer(r"\S+", text)]
            for first in range(0, max(1, len(places) - 29), 30) if places else ():
                start, end = places[first][0], places[min(first + 59, len(places) - 1)][1]
                writer.add_document(self.document(number=number, start=start, end=end, body=text[start:end]))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def windows(self, quoted: str) -> Iterator[tuple[str, str]]:
        """The ten windows that BM25 ranks highest."""
        only = re.sub(r"[^\w ]+", " ", quoted)
        for _, address in self.searcher.search(self.index.parse_query(only, ["body"]), 10).hits:
            stored = self.searcher.doc(address)
            number, start, end = (stored[name][0] for name in ("number", "start", "end"))
            yield self.documents[number], self.texts[number][start:end]


class Krokai:
    """krokai, a checker of quotations over a folder: names a file and a verdict, no place and no score."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        corpus: Any = import_module("krokai.corpus")
        self.check: Any = import_module("krokai.verify").check
        self.folder = tempfile.TemporaryDirectory()
        self.documents = {f"d{number:06}.txt": document for number, document in enumerate(texts)}
        for name, text in zip(self.documents, texts.values(), strict=True):
            Path(self.folder.name, name).write_text(" ".join(text.split()), encoding="utf-8")
        # by default it leaves out files whose names look like notes or briefs
        self.corpus = corpus.Corpus([self.folder.name], derived_re="", quiet=True)

    def find(self, quoted: str) -> Answer | None:
        """The file that krokai names, unless it says that there is none."""
        verdict, path, _ = self.check(quoted, self.corpus)
        if not path or verdict in {"NOT_FOUND", "NO_SOURCE_ON_DISK"}:
            return None
        return Answer(self.documents[Path(path).name], None, 100.0)


PEERS: dict[str, type[Rapidfuzz] | type[Krokai]] = {
    "tantivy + rapidfuzz": Tantivy,
    "rapidfuzz scan": Rapidfuzz,
    "edlib scan": Edlib,
    "krokai": Krokai,
}
