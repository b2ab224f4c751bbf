"""Trains the tagger: python -m training.train DATA --out OUT."""

from __future__ import annotations

import argparse
import json
import logging
import math
import os
import time
from pathlib import Path

import torch
import torch.distributed as together
import torch.multiprocessing
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch, Prepared, assemble, batches, prepare
from training.calibrate import calibrate
from training.export import export
from training.gold import hold_out, load
from training.lexicon import write_words
from training.network import ChainLoss, Shape, Tagger, load_encoder
from training.start import start_folder

log = logging.getLogger("training")


def plain_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without truncation and padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def losses(model: Tagger, batch: Batch) -> dict[str, Tensor]:
    """What the tags, the content's arcs and the cue's arcs cost, each as a mean over its words."""
    scores, arcs = model(batch.ids, batch.features, batch.held)
    scores, arcs = scores.float(), arcs.float()
    rows = torch.arange(len(batch.ids), device=scores.device)[:, None]
    word_scores = scores[rows, batch.words]
    # the beginning mark is no word of the chain
    chain = ChainLoss.apply(
        word_scores[:, 1:], model.transitions, model.begin, batch.tags[:, 1:], batch.word_held[:, 1:]
    )
    word_arcs = arcs[rows, batch.words]
    content_asks, cue_answers, cue_asks, source_answers = word_arcs.chunk(4, -1)
    barred = batch.word_held == 0
    nobody = barred.clone()
    nobody[:, 0] = True
    return {
        "tags": chain / batch.word_held[:, 1:].sum(),
        "cues": arc_loss(content_asks, cue_answers, batch.content_asks, batch.content_answers, nobody),
        "sources": arc_loss(cue_asks, source_answers, batch.cue_asks, batch.cue_answers, barred),
    }


def arc_loss(asks: Tensor, answers: Tensor, places: Tensor, right: Tensor, barred: Tensor) -> Tensor:
    """Minus the log of the share that falls on any right word."""
    if not len(places):
        return asks.sum() * 0
    every = asks @ answers.transpose(1, 2) / math.sqrt(asks.shape[-1])
    scores = every[places[:, 0], places[:, 1]]
    scores = scores.masked_fill(barred[places[:, 0]], -1e4)
    shares = functional.log_softmax(scores, -1)
    return -torch.logsumexp(shares.masked_fill(~right, -1e4), -1).mean()


class Weights:
    """The weights in 32 bits that are learned, and the encoder's working copy of them in 16."""

    def __init__(self, model: Tagger, *, exact: bool) -> None:
        model.words.weight.requires_grad_(requires_grad=False)
        self.model = model
        self.learned: dict[str, Tensor] = {}
        self.pairs: list[tuple[nn.Parameter, Tensor]] = []
        for name, parameter in model.named_parameters():
            if exact or name.split(".")[0] in {"tags", "arcs", "transitions", "begin"}:
                self.learned[name] = parameter
                continue
            master = parameter.detach().clone()
            parameter.data = parameter.data.bfloat16()
            self.learned[name] = master
            if parameter.requires_grad:
                self.pairs.append((parameter, master.requires_grad_()))

    def groups(self, rate: float, heads_rate: float) -> list[dict[str, object]]:
        """Weights with their rates: lower layers move less, word vectors stay, heads move fast."""
        layers = len(self.model.layers)
        found: list[dict[str, object]] = []
        for name, weight in self.learned.items():
            if name == "words.weight":
                continue
            top = name.split(".")[0]
            lr, decay = heads_rate, 0.01
            if top == "layers":
                lr = rate * 0.9 ** (layers - 1 - int(name.split(".")[1]))
            elif top in {"places", "norm"}:
                lr = rate * 0.9**layers
            elif top in {"transitions", "begin"}:
                lr, decay = heads_rate * 3, 0.0
            if weight.ndim == 1:
                decay = 0.0
            found.append({"params": [weight], "lr": lr, "weight_decay": decay})
        return found

    def take_gradients(self) -> None:
        """Hands the working copy's gradients to the weights."""
        for parameter, master in self.pairs:
            master.grad = None if parameter.grad is None else parameter.grad.float()
            parameter.grad = None

    def give_values(self) -> None:
        """Copies the weights to the working copy."""
        with torch.no_grad():
            for parameter, master in self.pairs:
                parameter.copy_(master)

    def load(self, state: dict[str, Tensor]) -> None:
        """Takes saved weights."""
        with torch.no_grad():
            for name, weight in self.learned.items():
                weight.copy_(state[name])
        self.give_values()


class Run:
    """A training run that can be killed and taken up again."""

    def __init__(self, options: argparse.Namespace, prepared: list[Prepared], rank: int = 0) -> None:
        self.options = options
        self.rank = rank
        self.prepared = prepared
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(options.seed)
        self.model = Tagger(Shape())
        load_encoder(self.model, options.start / "model.safetensors")
        self.model.to(self.device)
        self.weights = Weights(self.model, exact=options.exact)
        learned = self.weights.groups(options.rate, options.heads_rate)
        self.optimiser = torch.optim.AdamW(learned, betas=(0.9, 0.98))
        self.base = [float(group["lr"]) for group in self.optimiser.param_groups]
        self.epoch = self.place = self.step = 0
        self.per_epoch = [len(self._order(epoch)) for epoch in range(options.epochs)]
        self.total = sum(self.per_epoch)

    def _done(self) -> int:
        return sum(self.per_epoch[: self.epoch]) + self.place

    def _set_rates(self) -> None:
        """Up over a twentieth of the run, then down to nothing.

        By what is done and not by steps, so that a resumed run may be made shorter or longer.
        """
        warm = max(1, self.total // 20)
        done = self._done()
        share = min((done + 1) / warm, max(0.02, (self.total - done) / max(1, self.total - warm)))
        for group, base in zip(self.optimiser.param_groups, self.base, strict=True):
            group["lr"] = base * share

    def _order(self, epoch: int) -> list[list[tuple[int, object]]]:
        seed = self.options.seed * 1000 + epoch
        return batches(self.prepared, seed, self.options.batch, self.options.window)  # type: ignore[return-value]

    def save(self, path: Path) -> None:
        """Writes the checkpoint beside its place first, so that a kill leaves the old one whole."""
        if self.rank:
            return
        beside = path.with_suffix(".part")
        state = {
            "model": self._learned(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "place": self.place,
            "step": self.step,
        }
        torch.save(state, beside)
        beside.replace(path)

    def _learned(self) -> dict[str, Tensor]:
        return {name: weight.detach() for name, weight in self.weights.learned.items()}

    def resume(self, path: Path) -> None:
        """Takes up a run where it was saved."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.weights.load(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.place, self.step = state["epoch"], state["place"], state["step"]
        log.info("taken up at epoch %d, step %d of %d", self.epoch, self._done(), self.total)

    def go(self) -> None:
        """Trains to the end, or until the time is up."""
        out: Path = self.options.out
        saved = began = time.monotonic()
        torch.manual_seed(self.options.seed + 1000 * self._done() + self.rank)
        while self.epoch < self.options.epochs:
            self.model.train()
            order = self._order(self.epoch)
            sums: dict[str, float] = {}
            counted = pieces = 0
            noted = time.monotonic()
            while self.place < len(order):
                batch = assemble(self.prepared, order[(self.place + self.rank) % len(order)]).to(self.device)  # type: ignore[arg-type]
                ended = bool(self.options.minutes) and time.monotonic() - began > self.options.minutes * 60
                found, ended = self._learn(batch, ended=ended)
                for name, value in found.items():
                    sums[name] = sums.get(name, 0.0) + value
                counted += 1
                pieces += int(batch.held.sum())
                self.place += self.options.processes
                self.step += 1
                if self.step % 20 == 0 and self.rank == 0:
                    now = time.monotonic()
                    costs = " ".join(f"{name} {value / counted:.4f}" for name, value in sums.items())
                    rate = pieces * self.options.processes / (now - noted)
                    left = (self.total - self._done()) * (now - noted) / counted / self.options.processes
                    log.info(
                        "epoch %d step %d/%d %s | %.0f pieces/s, %.0f min left",
                        self.epoch,
                        self._done(),
                        self.total,
                        costs,
                        rate,
                        left / 60,
                    )
                    if counted >= 100:
                        sums, counted, pieces, noted = {}, 0, 0, now
                if time.monotonic() - saved > self.options.save_every:
                    self.save(out / "last.pt")
                    saved = time.monotonic()
                if ended:
                    log.info("the time is up")
                    self.save(out / "last.pt")
                    return
            self.epoch += 1
            self.place = 0
            self.save(out / "last.pt")
            if self.rank == 0:
                torch.save(self._learned(), out / f"epoch-{self.epoch}.pt")
            log.info("epoch %d is done", self.epoch)

    def _learn(self, batch: Batch, *, ended: bool) -> tuple[dict[str, float], bool]:
        """One step; whether any process finds that the time is up travels with the gradients."""
        self._set_rates()
        found = losses(self.model, batch)
        total = 4.0 * found["tags"] + 0.5 * found["cues"] + 0.5 * found["sources"]
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        self.weights.take_gradients()
        if self.options.processes > 1:
            learned = [w for w in self.weights.learned.values() if w.requires_grad]
            flat = torch.cat([(torch.zeros_like(w) if w.grad is None else w.grad).flatten() for w in learned])
            flat = torch.cat((flat, torch.tensor([float(ended)])))
            together.all_reduce(flat)
            flat /= self.options.processes
            ended = bool(flat[-1] > 0)
            place = 0
            for weight in learned:
                weight.grad = flat[place : place + weight.numel()].view_as(weight)
                place += weight.numel()
        nn.utils.clip_grad_norm_([w for w in self.weights.learned.values() if w.requires_grad], 1.0)
        self.optimiser.step()
        self.weights.give_values()
        return {name: value.detach().item() for name, value in found.items()}, ended


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a folder with text/ and attributions/ (brat standoff)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a folder with model.safetensors and tokenizer.json")
    parser.add_argument("--epochs", type=int, default=5, help="may be changed when a run is taken up")
    parser.add_argument("--batch", type=int, default=2048, help="pieces in a batch")
    parser.add_argument("--window", type=int, default=240, help="the most pieces of a window")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--heads-rate", type=float, default=1e-3)
    parser.add_argument("--held-out", type=int, default=60, help="articles set aside")
    parser.add_argument("--limit", type=int, help="only so many articles (a trial)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--processes", type=int, default=1, help="side by side on as many cores")
    parser.add_argument(
        "--threads",
        type=int,
        default=1,
        help="more only on an idle machine: threads that wait for one another spin",
    )
    parser.add_argument("--minutes", type=float, help="stop and save after so many minutes")
    parser.add_argument("--save-every", type=float, default=180, help="seconds between checkpoints")
    parser.add_argument("--exact", action="store_true", help="32-bit floats throughout")
    return parser.parse_args()


def work(rank: int, options: argparse.Namespace, meeting: str) -> None:
    """One process of the run."""
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(options.out / "train.log")],
    )
    torch.set_num_threads(options.threads)
    if options.processes > 1:
        together.init_process_group("gloo", init_method=meeting, rank=rank, world_size=options.processes)
    learned, held = hold_out(load(options.data), options.held_out)
    learned = learned[: options.limit]
    tokenizer = plain_tokenizer(options.start / "tokenizer.json")
    prepared = prepare(learned, tokenizer)
    if rank == 0:
        (options.out / "held-out.json").write_text(json.dumps(sorted(a.name for a in held), indent=1))
        pieces = sum(len(one.pieces) for one in prepared)
        log.info(
            "%d articles, %d pieces, %d held out, process %d", len(prepared), pieces, len(held), os.getpid()
        )
    run = Run(options, prepared, rank)
    if (options.out / "last.pt").exists():
        run.resume(options.out / "last.pt")
    run.go()


def finish(options: argparse.Namespace) -> None:
    """Makes the folder of weights that is shipped, once the last epoch is done."""
    last = options.out / f"epoch-{options.epochs}.pt"
    if not last.exists():
        log.info("not finished: the same command takes the run up again")
        return
    weights = options.out / "weights"
    export(last, options.start, weights)
    write_words(options.data, weights, options.held_out)
    calibrate(options.data, weights, options.held_out)


def main() -> None:
    """Starts as many processes as asked for, then exports and calibrates."""
    options = read_options()
    options.start = start_folder(options.start)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.processes == 1:
        work(0, options, "")
    else:
        meeting = f"file://{options.out.resolve()}/meeting-{os.getpid()}"
        torch.multiprocessing.spawn(work, args=(options, meeting), nprocs=options.processes)
    finish(options)


if __name__ == "__main__":
    main()
