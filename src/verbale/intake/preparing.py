"""Original bytes to everything that the record stores of them, as one pure function."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from verbale.errors import ReadError
from verbale.intake.statements import statements_of
from verbale.model.document import Kind, Reading
from verbale.model.incoming import Prepared
from verbale.parse import PARSER, Overrides, parse
from verbale.parse.profiles.profile import Profile
from verbale.quote import quotations
from verbale.readers import read_bytes
from verbale.readers.origin import Origin

__all__ = ["NO_OVERRIDES", "Overrides", "as_kept", "as_told", "prepare", "taken_apart"]

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
    return taken_apart(read_bytes(data, name, origin), overrides)


def taken_apart(reading: Reading, overrides: Overrides = NO_OVERRIDES, *, tagger: bool = False) -> Prepared:
    """Parse and quote one reading; nothing is stored.

    Args:
        reading: What a reader made of an original.
        overrides: What a person says of it, over what it says of itself.
        tagger: Whether to look for what it reports without quote marks too.
    """
    document = parse(reading, overrides=overrides)
    found = quotations(document, tagger=tagger)
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


def as_told(kept: str, name: str, profiles: Iterable[Profile] = ()) -> Overrides:
    """What a person said of a text, from what is kept of it.

    Args:
        kept: What `as_kept` made of it.
        name: The text's name.
        profiles: Those that are at hand: only names of profiles are kept.

    Raises:
        ReadError: one of its profiles is not at hand.

    >>> as_told('{"outlet": "Port Daily", "said_on": "2025-03-01"}', "talk.txt").said_on
    datetime.date(2025, 3, 1)
    """
    told = json.loads(kept) if kept else {}
    known = {profile.name: profile for profile in profiles}
    wanted = [each.rpartition(" ")[0] for each in told.get("profiles", ())]
    if missing := [each for each in wanted if each not in known]:
        raise ReadError(f"{name} was added with the profile {missing[0]}: give its file too.", name)
    return Overrides(
        outlet=told.get("outlet"),
        said_on=date.fromisoformat(told["said_on"]) if "said_on" in told else None,
        kind=Kind(told["kind"]) if "kind" in told else None,
        language=told.get("language"),
        speaker=told.get("speaker"),
        translation_of=told.get("translation_of"),
        profiles=tuple(known[each] for each in wanted),
    )
