"""What a page says of itself in JSON-LD: the objects that describe the page's own article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

__all__ = ["article_body", "articles"]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Transcript|CreativeWork)$")
_NO_TEXT = re.compile(
    r"(?:Comment|Question|Answer|Rating|Offer|Person|Organization|ImageObject|ListItem|BreadcrumbList|WebSite)$"
)
# what these hold describes other texts than the page's own
_OTHERS = frozenset(
    {
        *("comment", "suggestedAnswer", "acceptedAnswer", "liveBlogUpdate", "hasPart", "itemListElement"),
        *("mentions", "isPartOf", "about", "citation", "relatedLink", "significantLink", "isBasedOn"),
        *("video", "audio", "image", "associatedMedia", "author", "publisher", "blogPost", "workExample"),
        *("review", "reviews", "subjectOf"),
    }
)
_MOST = 2000
"""Objects that are looked at in one page."""


def articles(root: etree._Element) -> list[Mapping[str, Any]]:
    """The objects that describe the page's own text: articles first, then the page itself.

    Args:
        root: The page.

    >>> from lxml import html
    >>> script = '{"@type": "NewsArticle", "headline": "A dam", "comment": {"@type": "Article"}}'
    >>> articles(html.fromstring(f'<div><script type="application/ld+json">{script}</script></div>'))
    [{'@type': 'NewsArticle', 'headline': 'A dam', 'comment': {'@type': 'Article'}}]
    """
    texts: list[Mapping[str, Any]] = []
    pages: list[Mapping[str, Any]] = []
    for described in _objects(root):
        types = _types(described)
        if any(_ARTICLE.search(name) for name in types):
            texts.append(described)
        elif types and not any(_NO_TEXT.search(name) for name in types):
            pages.append(described)
    return texts + pages


def article_body(described: list[Mapping[str, Any]]) -> str:
    """The longest `articleBody` among the objects of a page, "" where there is none.

    >>> article_body([{"@type": "NewsArticle", "articleBody": "The dam stands."}])
    'The dam stands.'
    """
    bodies = (value for one in described if isinstance(value := one.get("articleBody"), str))
    return max(bodies, key=len, default="")


def _objects(root: etree._Element) -> Iterator[Mapping[str, Any]]:
    """All objects of all scripts, in order, but those about other texts."""
    seen = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        waiting = [_parsed(script.text)]
        while waiting and seen < _MOST:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += reversed(value)
            elif isinstance(value, dict):
                seen += 1
                yield value
                waiting += [
                    inner
                    for key, inner in reversed(value.items())
                    if key not in _OTHERS and isinstance(inner, dict | list)
                ]


def _parsed(text: str) -> Any:
    try:
        # sites break lines inside strings
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _types(described: Mapping[str, Any]) -> list[str]:
    types = described.get("@type")
    return [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]
