"""A profile: what one family of transcripts does that cannot be learned from the text, told as data.

A profile says how labels look, whom they mean, which lines are no speech, and by what its texts are
recognised. It is read from a short TOML file by `verbale.parse.profiles.profile_file`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from verbale.errors import ProfileError
from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.parse.profiles.label_shapes import LONGEST_LINE, Function, LabelShape
from verbale.parse.profiles.profile_file import told_in, words_of
from verbale.text.wildcards import NO_PATTERNS, Patterns

__all__ = ["Profile", "chosen", "load_profiles", "profile_of"]

_OPENING = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a profile file says; `digest` is the SHA-256 of its bytes.

    `recognise` maps each of "opening", "file", "url" and "outlet" to the words or patterns of which
    one has to be there; where it is empty, the profile is for every text that it is given for.

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
        return profile_of(words_of(Path(path)), str(path))

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


def load_profiles(given: Profile | str | Path | Iterable[Profile | str | Path]) -> tuple[Profile, ...]:
    """Profiles from files, in the order in which they were given.

    Args:
        given: A profile, the path of a profile file or of a folder of them, or several of these.

    Raises:
        ProfileError: A file cannot be read, or says something that a profile cannot say.
    """
    if isinstance(given, Profile):
        return (given,)
    if not isinstance(given, str | Path):
        return tuple(profile for each in given for profile in load_profiles(each))
    path = Path(given)
    if not path.is_dir():
        return (Profile.load(path),)
    files = sorted(path.glob("*.toml"))
    if not files:
        raise ProfileError(f"{path} holds no profiles: put files there whose names end in .toml.", str(path))
    return tuple(Profile.load(file) for file in files)


def profile_of(text: str, file: str) -> Profile:
    r"""The profile that the text of a file describes.

    Args:
        text: TOML.
        file: Its name, for what is told of faults; without its ending it names the profile as well.

    Raises:
        ProfileError: The text is no TOML, or says something that a profile cannot say.

    >>> profile = profile_of('[speakers]\nAB = "Ana Bruno"', "harbour.toml")
    >>> profile.name, profile.speaker_of("ab")
    ('harbour', 'Ana Bruno')
    """
    return Profile(**told_in(text, file))
