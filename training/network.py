"""The network: a plain BERT encoder with tags for words, a chain over them, and arcs between them."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from verbale.quote.tagger.chain import TAGS, bars, shares

__all__ = ["ChainLoss", "Shape", "Tagger", "load_encoder"]


@dataclass(frozen=True)
class Shape:
    """The encoder's sizes (those of MiniLM-L6-H384-uncased)."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    layers: int = 6
    heads: int = 12
    features: int = 64
    arc: int = 96
    dropout: float = 0.1

    def as_dict(self) -> dict[str, float]:
        """For a checkpoint."""
        return asdict(self)


class Layer(nn.Module):
    """One transformer layer, normalised after each part as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.hidden, shape.hidden)
        self.key = nn.Linear(shape.hidden, shape.hidden)
        self.value = nn.Linear(shape.hidden, shape.hidden)
        self.output = nn.Linear(shape.hidden, shape.hidden)
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.grow = nn.Linear(shape.hidden, shape.inner)
        self.shrink = nn.Linear(shape.inner, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States [batch, length, hidden]; the mask is added to the attention's scores."""
        batch, length, hidden = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) / math.sqrt(hidden // self.heads) + mask
            mixed = scores.softmax(-1) @ value
        else:
            mixed = functional.scaled_dot_product_attention(query, key, value, mask.to(query.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, hidden)
        states = self.attention_norm(states + self.output(mixed))
        return self.norm(states + self.shrink(functional.gelu(self.grow(states))))


class Tagger(nn.Module):
    """Word pieces to scores of tags and to the vectors whose products are the scores of arcs."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.Embedding(shape.features, shape.hidden)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.tags = nn.Linear(shape.hidden, TAGS)
        # four vectors a piece: content asks, cue answers; cue asks, source answers
        self.arcs = nn.Linear(shape.hidden, 4 * shape.arc)
        self.transitions = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.begin = nn.Parameter(torch.zeros(TAGS))

    def forward(self, ids: Tensor, features: Tensor, held: Tensor) -> tuple[Tensor, Tensor]:
        """Ids, features and which places are held (1) or padding (0), each [batch, length]."""
        places = self.places.weight[: ids.shape[1]]
        states = self.words(ids) + places + self.features(features)
        states = self.norm(states)
        mask = (1.0 - held[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, mask)
        states = self.dropout(states.to(self.tags.weight.dtype))
        return self.tags(states), self.arcs(states)


class ChainLoss(torch.autograd.Function):
    """Minus the log likelihood of the tags as a chain, summed over the batch.

    The gradient of a chain is the shares of its tags minus the right ones, so no graph is needed.
    """

    @staticmethod
    def forward(ctx: Any, scores: Tensor, moves: Tensor, begin: Tensor, tags: Tensor, held: Tensor) -> Tensor:  # type: ignore[override] # noqa: D102
        move_bars, begin_bars = bars()
        words = held.cpu().numpy() > 0
        right = tags.cpu().numpy()
        score = scores.detach().float().cpu().numpy()
        move = moves.detach().cpu().numpy() + move_bars
        first = begin.detach().cpu().numpy() + begin_bars
        total, share, expected = shares(score, move, first, words)
        of_words = np.take_along_axis(score, right[:, :, None], 2)[:, :, 0]
        of_moves = move[right[:, :-1], right[:, 1:]] * words[:, 1:]
        gold = (of_words * words).sum(1) + of_moves.sum(1) + first[right[:, 0]]
        by_score = share - np.eye(TAGS, dtype=np.float32)[right] * words[:, :, None]
        by_move = expected
        np.subtract.at(by_move, (right[:, :-1][words[:, 1:]], right[:, 1:][words[:, 1:]]), 1.0)
        gradients = (by_score, by_move, by_score[:, 0].sum(0))
        ctx.save_for_backward(*(torch.from_numpy(g.astype(np.float32)).to(scores.device) for g in gradients))
        return scores.new_tensor(float((total - gold).sum()))

    @staticmethod
    def backward(ctx: Any, upstream: Tensor) -> tuple[Tensor | None, ...]:  # type: ignore[override] # noqa: D102
        by_score, by_move, by_begin = ctx.saved_tensors
        return upstream * by_score, upstream * by_move, upstream * by_begin, None, None


def load_encoder(model: Tagger, weights: Path) -> None:
    """Fills the encoder with BERT weights in safetensors."""
    held = load_file(weights)
    prefix = "bert." if any(name.startswith("bert.") for name in held) else ""

    def copy(target: nn.Module, name: str) -> None:
        target.load_state_dict({part: held[f"{prefix}{name}.{part}"] for part in ("weight", "bias")})

    with torch.no_grad():
        model.words.weight.copy_(held[f"{prefix}embeddings.word_embeddings.weight"])
        kinds = held[f"{prefix}embeddings.token_type_embeddings.weight"]
        model.places.weight.copy_(held[f"{prefix}embeddings.position_embeddings.weight"] + kinds[0])
    copy(model.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(model.layers):
        at = f"encoder.layer.{number}"
        copy(layer.query, f"{at}.attention.self.query")
        copy(layer.key, f"{at}.attention.self.key")
        copy(layer.value, f"{at}.attention.self.value")
        copy(layer.output, f"{at}.attention.output.dense")
        copy(layer.attention_norm, f"{at}.attention.output.LayerNorm")
        copy(layer.grow, f"{at}.intermediate.dense")
        copy(layer.shrink, f"{at}.output.dense")
        copy(layer.norm, f"{at}.output.LayerNorm")
