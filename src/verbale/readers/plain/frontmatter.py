"""The YAML front matter of a Markdown file: where it ends, and its plain fields.

It is read event by event and never built: aliases are not followed, tags make no objects, and a
value stays the characters that stand there ("2021-03-05 14:30:00-05:00" keeps its own day).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.model.text import Span
from verbale.readers import limits
from verbale.text.patterns import pattern

__all__ = ["FrontMatter", "front_matter"]

_FENCES = pattern(
    r"\s*?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_PLAIN_FIELD = pattern(r"([A-Za-z][\w .-]{0,40}):(?:\s(.*))?")
_PLAIN = r"(?:[^:#\n]|:(?![ \n]|\Z)|(?<![ \n])\#)*"
# What YAML takes as it stands: a word, a colon, and a value in quotes, with few escapes, or one that
# opens with a letter or a digit and has no mark of YAML's inside. Both may go on in indented lines.
_SIMPLE_FIELD = pattern(
    rf"""
    ([A-Za-z][\w-]{{0,60}}):[ ]++
    (?: "((?: [^"\\\n] | \\[_"/\\ ] | \\u[0-9A-Ca-c][0-9A-Fa-f]{{3}} | \\?\n[ ]++(?!\n) )*)"[ ]*+
      | '([^'\n]*)'[ ]*+
      | ([^\W_]{_PLAIN}(?:\n[ ]++(?=[^\W_]){_PLAIN})*) )
    (?:\n(?:[ ]*\n)*|\Z)""",
    re.VERBOSE | re.ASCII,
)
_ESCAPED = pattern(r"\\(?:u(....)|\n[ ]*|(.))|[ ]*\n[ ]*")
_FOLDED = pattern(r"[ ]*\n[ ]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The span of a front matter with its fences, and its fields: names in lower case, values as printed."""

    span: Span
    fields: dict[str, str]


def front_matter(text: str) -> FrontMatter | None:
    r"""The front matter that a text begins with; None where it begins with none, or with a mere rule.

    >>> front_matter("---\ntitle: A talk\ndate: 2025-03-01\n---\nHello.\n").fields
    {'title': 'A talk', 'date': '2025-03-01'}
    >>> front_matter("---\nA rule above and below.\n---\n") is None
    True
    """
    found = _FENCES.match(text[: limits.FRONT_MATTER])
    if not found or not found["body"].strip():
        return None
    fields = _fields(found["body"])
    return FrontMatter(Span(0, found.end()), fields) if fields is not None else None


def _fields(body: str) -> dict[str, str] | None:
    simple = _simple_fields(body)
    if simple is not None:
        return simple
    import yaml  # noqa: PLC0415  most front matters do without it

    try:
        return _yaml_fields(body)
    except (yaml.YAMLError, ValueError, RecursionError):
        return _plain_fields(body)


def _simple_fields(body: str) -> dict[str, str] | None:
    """The fields of a front matter that no reading of YAML could understand otherwise, else None."""
    body = body.replace("\r\n", "\n").strip("\n")
    if not body.replace("\n", "").isprintable():
        return None
    fields: dict[str, str] = {}
    place = 0
    while place < len(body):
        found = _SIMPLE_FIELD.match(body, place)
        if found is None:
            return None
        key, double, single, plain = found.groups()
        value = _FOLDED.sub(" ", plain.rstrip(" ")) if plain is not None else single
        fields.setdefault(key.lower(), _ESCAPED.sub(_unescaped, double) if double is not None else value)
        place = found.end()
    return {name: value for name, value in fields.items() if value.strip()}


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is not None:
        return chr(int(match[1], 16))
    if match[2] is not None:
        return "\u00a0" if match[2] == "_" else match[2]
    # a break is a space, unless it is escaped
    return "" if match[0][0] == "\\" else " "


def _yaml_fields(body: str) -> dict[str, str] | None:
    """The scalars of the outermost mapping; the first of a list of scalars; None where it is no mapping."""
    import yaml  # noqa: PLC0415  as above

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    fields: dict[str, str] = {}
    inside: list[yaml.CollectionStartEvent] = []
    key: str | None = None
    for event in yaml.parse(body, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            if not inside and not isinstance(event, yaml.MappingStartEvent):
                return None
            if len(inside) == 1 and key is None:
                key = ""  # a key that is itself a collection: its value is nobody's
            inside.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            inside.pop()
            if len(inside) == 1 and key:
                key = None
        elif isinstance(event, yaml.NodeEvent):
            if not inside:
                return None
            value = event.value if isinstance(event, yaml.ScalarEvent) else ""
            if len(inside) == 1 and key is None:
                key = value.strip().lower()
            elif len(inside) == 1:
                fields.setdefault(key or "", value)
                key = None
            elif len(inside) == 2 and key and isinstance(inside[1], yaml.SequenceStartEvent):
                fields.setdefault(key, value)
    return {name: value for name, value in fields.items() if name and value.strip()}


def _plain_fields(body: str) -> dict[str, str] | None:
    """Fields of what is not quite YAML: `title: Interview: the harbour` is written by hand every day."""
    fields: dict[str, str] = {}
    strangers = 0
    for line in body.splitlines():
        found = _PLAIN_FIELD.fullmatch(line)
        if found:
            fields.setdefault(found[1].strip().lower(), (found[2] or "").strip().strip("\"'"))
        elif line.strip() and not line.startswith((" ", "\t", "-", "#")):
            strangers += 1
    if not fields or strangers > len(fields):
        return None
    return {name: value for name, value in fields.items() if value.strip()}
