"""The YAML front matter of a Markdown file: where it ends, and its plain fields.

It is read event by event and never built: aliases are not followed, tags make no objects, and a
value stays the characters that stand there ("2021-03-05 14:30:00-05:00" keeps its own day).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from verbale.model.text import Span
from verbale.readers import limits

__all__ = ["FrontMatter", "front_matter"]

_FENCES = re.compile(
    r"\s*?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_PLAIN_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}):(?:\s(.*))?")
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    try:
        return _yaml_fields(body)
    except (yaml.YAMLError, ValueError, RecursionError):
        return _plain_fields(body)


def _yaml_fields(body: str) -> dict[str, str] | None:
    """The scalars of the outermost mapping; the first of a list of scalars; None where it is no mapping."""
    fields: dict[str, str] = {}
    inside: list[yaml.CollectionStartEvent] = []
    key: str | None = None
    for event in yaml.parse(body, Loader=_LOADER):
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
