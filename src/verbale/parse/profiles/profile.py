"""A profile: what one family of transcripts does that cannot be learned from the text, told as data.

A profile says how labels look, whom they mean, which lines are no speech, and by what its texts are
recognised. It is read from a short TOML file by `verbale.parse.profiles.profile_file`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.text.wildcards import NO_PATTERNS, Patterns

__all__ = ["LONGEST_LINE", "End", "Function", "LabelShape", "Look", "Place", "Profile", "chosen"]

# Longer lines are neither labels nor boilerplate; what is asked of a line costs no more than this.
LONGEST_LINE = 400
_OPENING = 2000


class Place(StrEnum):
    """Where a label stands."""

    BEFORE = "before"
    OWN_LINE = "own line"


class End(StrEnum):
    """What a label ends with."""

    COLON = "colon"
    STOP = "full stop"
    DASH = "dash"
    GAP = "gap"
    NOTHING = "nothing"


class Look(StrEnum):
    """How a label is set off besides."""

    BOLD = "bold"
    CAPITALS = "capitals"
    INDENTED = "indented"
    BRACKETS = "brackets"


class Function(StrEnum):
    """What those do whom a label stands for."""

    QUESTIONER = "questioner"
    ANSWERER = "answerer"
    CHAIR = "chair"
    HOST = "host"
    INTERPRETER = "interpreter"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelShape:
    """How the labels of a family of transcripts look; every line that looks so has one.

    `patterns` are labels, with stars, besides which there are none; `listed` says that only labels
    that the profile names are labels; `words` is how many words a label has at most.
    """

    place: Place = Place.BEFORE
    ends: tuple[End, ...] = (End.COLON,)
    look: frozenset[Look] = frozenset()
    patterns: Patterns = NO_PATTERNS
    listed: bool = False
    words: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a profile file says; `digest` is the SHA-256 of its bytes.

    `recognise` maps each of "opening", "file", "url" and "outlet" to the words or patterns of which
    one has to be there; where it is empty, the profile is for every text that it is given for.

    >>> from verbale.parse.profiles.profile_file import profile_of
    >>> str(profile_of('name = "Harbour Radio"', "harbour.toml"))
    'Harbour Radio a8cb4ceb7113'
    """

    name: str
    digest: str
    language: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    recognise: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    label: LabelShape | None = None
    roles: Mapping[Function, Patterns] = field(default_factory=dict)
    not_labels: Patterns = NO_PATTERNS
    speakers: Mapping[str, str] = field(default_factory=dict)
    boilerplate: Patterns = NO_PATTERNS

    @classmethod
    def load(cls, path: str | Path) -> Profile:
        """The profile of a file.

        Args:
            path: A TOML file.

        Raises:
            ProfileError: The file cannot be read, or says something that a profile cannot say.
        """
        from verbale.parse.profiles.profile_file import load_profile  # noqa: PLC0415  it needs this module

        return load_profile(Path(path))

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"

    def recognises(self, reading: Reading) -> bool:
        """Whether a text is of this family: all that `recognise` asks for is there.

        Args:
            reading: What a reader made of a file.
        """
        opening = " ".join(reading.text[:_OPENING].casefold().split())
        matter = {"file": reading.name, "url": reading.url, "outlet": reading.outlet}
        return all(
            any(" ".join(words.casefold().split()) in opening for words in wanted)
            if key == "opening"
            else (matter[key] or "") in Patterns.of(wanted)
            for key, wanted in self.recognise.items()
        )

    def function_of(self, label: str) -> Function | None:
        """What the profile says that those do whom a label stands for.

        Args:
            label: A label without its end mark.
        """
        return next((function for function, patterns in self.roles.items() if label in patterns), None)

    def speaker_of(self, label: str) -> str | None:
        """Whom the profile says that a label means.

        Args:
            label: A label without its end mark.
        """
        return self.speakers.get(" ".join(label.casefold().replace("’", "'").split()))

    def lists(self, label: str) -> bool:
        """Whether the profile names a label.

        Args:
            label: A label without its end mark.
        """
        return self.speaker_of(label) is not None or self.function_of(label) is not None

    def with_boilerplate(self, reading: Reading) -> Reading:
        """The reading with the lines that the profile calls boilerplate marked as such.

        Args:
            reading: What a reader made of a file.
        """
        if not self.boilerplate:
            return reading
        text = reading.text
        found = []
        start = 0
        while start < len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if end - start <= LONGEST_LINE:
                line = text[start:end].strip()
                if line and (line in self.boilerplate or line.strip("*_#> ") in self.boilerplate):
                    first = start + text[start:end].index(line)
                    found.append(Span(first, first + len(line)))
            start = end + 1
        return (
            replace(reading, boilerplate=tuple(sorted({*reading.boilerplate, *found}))) if found else reading
        )


def chosen(profiles: Iterable[Profile], reading: Reading) -> Profile | None:
    """The first profile that recognises a text; None where none does.

    Args:
        profiles: Profiles in the order in which they were given.
        reading: What a reader made of a file.
    """
    return next((profile for profile in profiles if profile.recognises(reading)), None)
