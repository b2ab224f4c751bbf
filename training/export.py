"""Weights to what is shipped: python -m training.export CHECKPOINT --out FOLDER."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.network import Shape, Tagger
from training.start import start_folder


def whole(model: Tagger, path: Path) -> None:
    """Writes the network with 32-bit weights."""
    ids = torch.randint(1000, 2000, (2, 24))
    held = torch.ones(2, 24, dtype=torch.long)
    axes = {0: "batch", 1: "length"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (ids, ids % 64, held),
            str(path),
            input_names=["ids", "features", "held"],
            output_names=["tags", "arcs"],
            dynamic_axes=dict.fromkeys(["ids", "features", "held", "tags", "arcs"], axes),
            opset_version=17,
            dynamo=False,
        )


def export(checkpoint: Path, start: Path, out: Path, *, exact: bool = False) -> None:
    """Writes the network, quantised to 8 bits, with its tokenizer and its chain.

    Args:
        checkpoint: What training saved.
        start: The folder with the first tokenizer.json.
        out: The folder to write.
        exact: Whether to keep 32-bit weights.
    """
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    state = state.get("model", state)
    model = Tagger(Shape())
    model.load_state_dict({name: value.float() for name, value in state.items()})
    model.eval()
    target = out / "tagger.onnx"
    with tempfile.TemporaryDirectory() as folder:
        raw, ready = Path(folder) / "raw.onnx", Path(folder) / "ready.onnx"
        whole(model, raw)
        if exact:
            shutil.copy(raw, target)
        else:
            quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready),
                str(target),
                op_types_to_quantize=["MatMul", "Gather"],
                per_channel=True,
                weight_type=QuantType.QInt8,
                extra_options={"MatMulConstBOnly": True},
            )
    tokenizer = json.loads((start / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    kept = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (out / "tokenizer.json").write_text(kept, encoding="utf-8")
    chain = {
        "moves": np.round(state["transitions"].numpy(), 5).tolist(),
        "begin": np.round(state["begin"].numpy(), 5).tolist(),
    }
    (out / "chain.json").write_text(json.dumps(chain) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in out.iterdir()) / 1e6
    print(f"{out}: {size:.1f} MB")


def main() -> None:
    """Reads the command line and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--start", type=Path, help="the folder with the first tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--exact", action="store_true", help="keep 32-bit weights")
    options = parser.parse_args()
    export(options.checkpoint, start_folder(options.start), options.out, exact=options.exact)


if __name__ == "__main__":
    main()
