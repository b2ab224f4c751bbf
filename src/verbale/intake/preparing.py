"""Original bytes to everything that the record stores of them, as one pure function."""

from __future__ import annotations

import json
from dataclasses import fields

from verbale.intake.statements import statements_of
from verbale.model.incoming import Prepared
from verbale.parse import PARSER, Overrides, parse
from verbale.quote import quotations
from verbale.readers import read_bytes
from verbale.readers.origin import Origin

__all__ = ["NO_OVERRIDES", "Overrides", "as_kept", "prepare"]

NO_OVERRIDES = Overrides()


def prepare(
    data: bytes, name: str, overrides: Overrides = NO_OVERRIDES, origin: Origin | None = None
) -> Prepared:
    """Read, parse and quote one original; nothing is stored.

    Args:
        data: The original bytes.
        name: Its file name or URL, which tells the format where the bytes do not.
        overrides: What a person says of it, over what it says of itself.
        origin: Where it was fetched, and what was said there of it.

    Raises:
        ReadError: the bytes could not be turned into a document.
    """
    document = parse(read_bytes(data, name, origin), overrides=overrides)
    found = quotations(document, tagger=False)
    made = statements_of(document, found)
    return Prepared(document=document, quotations=found, statements=made, parser=PARSER)


def as_kept(overrides: Overrides) -> str:
    """What a person said of a text as it is kept beside its version; empty where that is nothing.

    A profile is kept by its name and the SHA-256 of its file: the same text with another profile, or
    with a changed one, is parsed again.

    >>> as_kept(Overrides(outlet="Port Daily"))
    '{"outlet": "Port Daily"}'
    """
    told = {field.name: getattr(overrides, field.name) for field in fields(overrides)}
    given = {key: value for key, value in told.items() if value is not None and value != ()}
    return json.dumps(given, default=str, ensure_ascii=False, sort_keys=True) if given else ""
