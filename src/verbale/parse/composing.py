"""A reading made a document: every part found in its turn, each leaning on those before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from verbale.errors import ReadError
from verbale.model.document import Document, Kind, Reading, Turn
from verbale.model.text import Span
from verbale.parse.boilerplate import boilerplate_of, clip, lines_that_count, together
from verbale.parse.lines import Window, window_of
from verbale.parse.metadata.dating import dates_of
from verbale.parse.metadata.hours import time_zone_of_event
from verbale.parse.metadata.kinds import Look, kind_of
from verbale.parse.metadata.language import language_of
from verbale.parse.metadata.printed_places import place_of_event
from verbale.parse.metadata.titles import declared_kind, is_prepared, outlet_of, title_of
from verbale.parse.metadata.translation import translated_from
from verbale.parse.people.main_speaker import Named, main_speaker, named_in_head, speakers_of
from verbale.parse.profiles.profile import Profile, chosen
from verbale.parse.sections import sections_of
from verbale.parse.turns.turn_finding import turns_and_notes, whole_turn
from verbale.readers import read_bytes, read_path
from verbale.text.patterns import pattern

__all__ = ["Overrides", "parse", "read"]

_ADDRESS = pattern(r"^[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """What the user knows better than the file; None leaves a part to the file.

    The first of the profiles that recognises the file is used for it.
    """

    outlet: str | None = None
    said_on: date | None = None
    kind: Kind | None = None
    language: str | None = None
    speaker: str | None = None
    translation_of: str | None = None
    profiles: tuple[Profile, ...] = ()


_NOTHING = Overrides()


def read(source: str | Path | bytes, *, name: str | None = None, overrides: Overrides = _NOTHING) -> Document:
    r"""Read a file, or bytes, into a document; nothing is stored.

    Args:
        source: The path of a file, or the bytes of one.
        name: The file name to go by; its suffix tells the format of bytes.
        overrides: What the user knows better than the file.

    Returns:
        The document, with turns, sections and metadata as far as the text lets one know.

    Raises:
        ReadError: The source is an address, is absent, or holds no readable text.

    >>> talk = b"Question: Will you go?\n\nElena Marr: No.\n\nQuestion: Why?\n\nElena Marr: Rain."
    >>> document = read(talk, name="talk.txt")
    >>> [(turn.role.value, turn.speaker) for turn in document.turns][:2]
    [('question', None), ('answer', 'Elena Marr')]
    """
    if isinstance(source, bytes):
        return parse(read_bytes(source, name or "untitled"), overrides=overrides)
    if isinstance(source, str) and _ADDRESS.match(source):
        raise ReadError(
            f"{source} is an address on a network, and Verbale reads only files unless you let it fetch: "
            "save the page and give its path.",
            source,
        )
    path = Path(source)
    if name is None:
        return parse(read_path(path), overrides=overrides)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}.", str(path)) from error
    return parse(read_bytes(data, name), overrides=overrides)


def parse(reading: Reading, *, overrides: Overrides = _NOTHING) -> Document:
    """Find in a reading what it says about itself, its turns and its sections.

    Args:
        reading: What a reader made of a file.
        overrides: What the user knows better than the file.

    Returns:
        The document; its text is the reading's, unaltered.
    """
    profile = chosen(overrides.profiles, reading)
    if profile is not None:
        reading = profile.with_boilerplate(reading)
        overrides = _told_by(profile, overrides)
    # of speech the notes below are the scribe's, and of an article its writer's
    reading = replace(reading, boilerplate=tuple(sorted((*reading.boilerplate, *reading.notes))))
    text = reading.text
    window = window_of(reading)
    boilerplate = boilerplate_of(reading, window)
    head = lines_that_count(window.head, boilerplate)
    ends = [*window.head[:40], *window.tail]
    title = title_of(reading, head)
    language = overrides.language or reading.language or language_of(text, window.start)
    region = reading.region if language == reading.language else None

    named = (
        Named(overrides.speaker, certain=True) if overrides.speaker else named_in_head(reading, title, head)
    )
    main = named.name if named and named.certain else None
    turns, notes = turns_and_notes(reading, main, profile)
    turns = clip(turns, boilerplate, text)
    look = Look(reading, window.start, title, head, boilerplate, named)
    tagged = Kind.TRANSCRIPT if reading.tagged or (profile and turns) else None
    kind = overrides.kind or tagged or declared_kind(reading, window) or kind_of(look, turns)
    if kind is Kind.BRIEF and not overrides.speaker:
        named = named_in_head(reading, title, head, kind)
    turns = _turns_of_kind(reading, kind, turns, named, boilerplate)
    if kind is Kind.TRANSCRIPT:
        boilerplate = together((*boilerplate, *notes), text)
    elif kind is not Kind.REMARKS:
        boilerplate = tuple(span for span in boilerplate if span not in reading.notes)

    dated = _dated_lines(window, turns)
    dates = dates_of(reading, title, dated, kind, f"{language}-{region}" if language and region else language)
    place = place_of_event(reading, title, dated.head, kind, language)
    said_on = overrides.said_on or dates.said_on
    return Document(
        text=text,
        name=reading.name,
        sha256=reading.sha256,
        reader=reading.reader,
        kind=kind,
        title=title,
        outlet=overrides.outlet or outlet_of(reading, head),
        author=reading.author,
        language=language,
        published_on=dates.published_on or said_on,
        said_on=said_on,
        speaker=_speaker_of_kind(kind, named, turns),
        speakers=speakers_of(turns),
        turns=turns,
        sections=sections_of(reading, boilerplate, title, window.start) if kind is Kind.BRIEF else (),
        boilerplate=boilerplate,
        block_quotes=reading.block_quotes if kind in {Kind.ARTICLE, Kind.BRIEF} else (),
        prepared=is_prepared(ends),
        translation_of=overrides.translation_of or reading.translation_of or translated_from(ends),
        url=reading.url,
        place=place,
        time_zone=time_zone_of_event(place, dated.head, kind, language),
        region=region,
    )


def _told_by(profile: Profile, overrides: Overrides) -> Overrides:
    """What a profile says of its texts, where the user does not say otherwise."""
    return replace(
        overrides,
        outlet=overrides.outlet or profile.outlet,
        language=overrides.language or profile.language,
        speaker=overrides.speaker or profile.speaker,
    )


def _turns_of_kind(
    reading: Reading, kind: Kind, turns: tuple[Turn, ...], named: Named | None, boilerplate: tuple[Span, ...]
) -> tuple[Turn, ...]:
    if kind in {Kind.BRIEF, Kind.ARTICLE}:
        # what stands under a label there is second-hand
        return ()
    if not turns and kind is Kind.REMARKS and named is not None and named.certain:
        return clip(whole_turn(reading, named.name), boilerplate, reading.text)
    return turns


def _speaker_of_kind(kind: Kind, named: Named | None, turns: tuple[Turn, ...]) -> str | None:
    if kind in {Kind.TRANSCRIPT, Kind.REMARKS}:
        return main_speaker(named, turns)
    # an article is nobody's: whom it names first is no default for its words
    return named.name if named is not None and kind is Kind.BRIEF else None


def _dated_lines(window: Window, turns: tuple[Turn, ...]) -> Window:
    """The lines above the first labelled turn, and those at the end."""
    first = min((turn.label.start for turn in turns if turn.label is not None), default=None)
    head = tuple(line for line in window.head if first is None or line.span.start < first)
    return Window(window.start, head, window.tail or window.head[-6:])
