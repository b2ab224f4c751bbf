"""The tagger: a small network that marks contents, cues and mentions; its weights come with the package."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbale.quote.tagger.assembling import Chain, Reading, Tagged, link
from verbale.quote.tagger.chain import bars
from verbale.quote.tagger.confidence import Confidence
from verbale.quote.tagger.word_pieces import Pieces, Window, cut, windows

__all__ = ["Tagger", "shipped", "tagger_version"]

_ALGORITHM = "tagger/2"  # to be raised with every change that finds other quotations with the same weights
_FOLDER = Path(__file__).with_name("weights")
_BEGIN, _END = 101, 102  # [CLS] and [SEP]
_BATCH = 2048  # pieces read at once, padding included
_THREADS = 2
_LOCK = threading.Lock()


class Tagger:
    """Reads regions of a text.

    Args:
        folder: Where `tagger.onnx`, `tokenizer.json` and `chain.json` lie.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime  # noqa: PLC0415 - 0.1 s that `import verbale` must not cost
        from tokenizers import Tokenizer  # noqa: PLC0415 - the same

        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # threads that wait for work must not burn the cores of whoever calls
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "tagger.onnx"), options, providers=["CPUExecutionProvider"]
        )
        kept = json.loads((folder / "chain.json").read_text(encoding="utf-8"))
        moves, begin = bars()
        self.confidence = Confidence(tuple(kept.get("confidence", ())), kept.get("marks_alone", 1.0))
        self.chain = Chain(
            np.asarray(kept["moves"], np.float32) + moves, np.asarray(kept["begin"], np.float32) + begin
        )

    def tag(self, text: str, regions: Sequence[tuple[int, int]]) -> list[Tagged]:
        """Finds quotations in regions of a text.

        Args:
            text: The text.
            regions: Where to look, each region read by itself.

        Returns:
            What was found, in the order of the text; places count from the text's beginning.
        """
        cuts = [cut(text, self.tokenizer, start, end) for start, end in regions]
        jobs = [(number, window) for number, pieces in enumerate(cuts) for window in windows(pieces)]
        scores, arcs = self._run(cuts, jobs)
        found: list[Tagged] = []
        at = 0
        for number, pieces in enumerate(cuts):
            end = at
            while end < len(jobs) and jobs[end][0] == number:
                end += 1
            held = tuple(window for _, window in jobs[at:end])
            found += link(_reading(pieces, held, scores[at:end], arcs[at:end]), self.chain)
            at = end
        return found

    def _run(
        self, cuts: list[Pieces], jobs: list[tuple[int, Window]]
    ) -> tuple[list[NDArray[np.float32]], list[NDArray[np.float32]]]:
        """The tags' scores and the arcs' vectors of every window, its beginning mark first."""
        order = sorted(range(len(jobs)), key=lambda j: jobs[j][1].end - jobs[j][1].start)
        scores: list[NDArray[np.float32]] = [np.zeros((0, 0), np.float32)] * len(jobs)
        arcs = list(scores)
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and (end - at + 1) * _length(jobs[order[end]][1]) <= _BATCH:
                end += 1
            end = max(end, at + 1)
            batch = order[at:end]
            longest = _length(jobs[batch[-1]][1])
            ids, features, held = (np.zeros((len(batch), longest), np.int64) for _ in range(3))
            for row, job in enumerate(batch):
                pieces, window = cuts[jobs[job][0]], jobs[job][1]
                length = _length(window)
                ids[row, 0], ids[row, length - 1] = _BEGIN, _END
                ids[row, 1 : length - 1] = pieces.ids[window.start : window.end]
                features[row, 1 : length - 1] = pieces.features[window.start : window.end]
                held[row, :length] = 1
            inputs = {"ids": ids, "features": features, "held": held}
            given, vectors = self._session.run(["tags", "arcs"], inputs)
            for row, job in enumerate(batch):
                scores[job] = given[row, : _length(jobs[job][1]) - 1]
                arcs[job] = vectors[row, : _length(jobs[job][1]) - 1]
            at = end
        return scores, arcs


def _length(window: Window) -> int:
    return window.end - window.start + 2


def _reading(
    pieces: Pieces,
    held: tuple[Window, ...],
    scores: list[NDArray[np.float32]],
    arcs: list[NDArray[np.float32]],
) -> Reading:
    """Each word's scores from the window in whose core it stands."""
    of_words: list[NDArray[np.float32]] = []
    of_arcs: list[NDArray[np.float32]] = []
    for number, window in enumerate(held):
        core = np.flatnonzero(pieces.first[window.core_start : window.core_end])
        of_words.append(scores[number][core + window.core_start - window.start + 1])
        words = np.flatnonzero(pieces.first[window.start : window.end]) + 1
        of_arcs.append(arcs[number][np.concatenate(([0], words))])
    joined = np.concatenate(of_words) if of_words else np.zeros((0, 7), np.float32)
    return Reading(pieces, held, joined, tuple(of_arcs))


@cache
def _read(folder: Path) -> Tagger:
    return Tagger(folder)


def shipped() -> Tagger:
    """The tagger with the weights of the package, read once."""
    with _LOCK:
        return _read(_FOLDER)


@cache
def tagger_version() -> str:
    """What the shipped tagger is called beside what it found; another one finds other quotations."""
    digest = hashlib.sha256()
    for name in ("tagger.onnx", "chain.json", "cues.json", "tokenizer.json"):
        digest.update((_FOLDER / name).read_bytes())
    return f"{_ALGORITHM}+{digest.hexdigest()[:8]}"
