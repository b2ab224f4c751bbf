"""Documents printed as plain text or HTML with their labels in one form after another."""

from __future__ import annotations

import html
import random
from dataclasses import dataclass, replace

from label_texts import Speech, Talk

__all__ = ["FORMS", "ODD", "Printed", "can_print", "print_talk"]

# what stands before the words, and what is left of it where its end mark is missing
FORMS = {
    "colon": ("{name}: ", "{name} "),
    "own-line": ("{name}\n", "{name} "),
    "own-line-colon": ("{name}:\n", "{name}\n"),
    "own-paragraph": ("{name}\n\n", "{name} "),
    "dash": ("{name} – ", "{name} "),
    "stop-dash": ("{name}. – ", "{name} "),
    "stop": ("{capitals}. ", "{capitals} "),
    "square": ("[{name}] ", "[{name} "),
    "round": ("({name}) ", "({name} "),
    "capitals": ("{capitals}: ", "{capitals} "),
    "bold": ("<b>{name}</b> ", "{name} "),
    "bold-line": ("<b>{name}</b>\n\n", "{name}\n\n"),
    "stamp-before": ("[{stamp}] {name}: ", "[{stamp}] {name} "),
    "stamp-after": ("{name} {stamp}\n", "{name}\n"),
    "chevrons": (">> {capitals}: ", ">> {capitals} "),
    "office": ("{office} ({person}): ", "{office} ({person}) "),
    "party": ("{name} ({party}): ", "{name} ({party}) "),
    "small": ("{small}: ", "{small} "),
}
ODD = ("misprint", "no mark", "unknown office")
OFFICES = {
    "de": "Der Hüter der Listen",
    "es": "El guardián de las listas",
    "ca": "El guardià de les llistes",
    "sl": "Varuh seznamov",
    "en": "The Keeper of the Lists",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A talk in one form: the text, and for each speech its oddity and the places of its paragraphs."""

    body: str
    speeches: tuple[Speech, ...]
    odd: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]


def misprinted(label: str, rng: random.Random) -> str:
    """A label with one letter of its longest word wrong, as scanning and typing leave it."""
    longest = max(label.split(), key=len)
    at = rng.randrange(1, len(longest))
    return label.replace(longest, longest[:at] + rng.choice("uncrleo1") + longest[at + 1 :], 1)


def label_of(template: str, speech: Speech, words: int) -> str:
    """What stands before a speech; `words` are those said before it, for the clock."""
    label, office = speech.label, speech.office
    if ("{office}" in template and not office) or ("{party}" in template and not speech.party):
        template = template.replace("{office} ({person})", "{name}").replace(" ({party})", "")
    person = speech.names[0] if speech.names and label.startswith(office) else label
    minutes, seconds = divmod(words * 2 // 5, 60)
    stamp = f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    return template.format(
        name=label,
        capitals=label.upper(),
        small=label.lower(),
        person=person,
        office=office,
        party=speech.party,
        stamp=stamp,
    )


def can_print(talk: Talk, form: str) -> bool:
    """Whether the data holds what the form prints."""
    needed = {"office": "office", "party": "party"}.get(form)
    return needed is None or any(getattr(speech, needed) for speech in talk.speeches)


def print_talk(talk: Talk, form: str, seed: str | None) -> Printed:
    """Print a talk in a form; with a seed, one label in ten in an odd way."""
    template, unmarked = FORMS[form]
    page = form.startswith("bold")
    rng = random.Random(seed)  # noqa: S311 - a fixed choice, no secret
    body = "" if page else "\n\n".join(filter(None, talk.head)) + "\n\n"
    words = 0
    printed: list[tuple[Speech, str, tuple[int, ...]]] = []
    for speech in talk.speeches:
        odd, shown, before = "", speech, template
        if seed is not None and rng.random() < 0.1:
            odd = rng.choice(ODD if len(speech.label) > 3 else ODD[1:])
            before = unmarked if odd == "no mark" else template
        if odd == "misprint":
            shown = replace(speech, label=misprinted(speech.label, rng), names=(speech.label, *speech.names))
            shown = replace(shown, office="")
        if odd == "unknown office":
            shown = Speech(OFFICES.get(talk.language, OFFICES["en"]), odd, speech.paragraphs)
        body += label_of(before, shown, words)
        places = []
        for paragraph in speech.paragraphs:
            places.append(len(body))
            body += (html.escape(paragraph.text, quote=False) if page else paragraph.text) + "\n\n"
            words += len(paragraph.text.split())
        printed.append((shown, odd, tuple(places)))
    if page:
        blocks = "\n".join(f"<p>{block}</p>" for block in body.split("\n\n") if block)
        title = html.escape(talk.head[0])
        head = f'<meta charset="utf-8"><title>{title}</title>'
        body = f'<!DOCTYPE html><html lang="{talk.language}"><head>{head}</head>\n'
        body += f"<body><article><h1>{title}</h1>\n{blocks}\n</article></body></html>\n"
    speeches, odds, where = zip(*printed, strict=True)
    return Printed(body, speeches, odds, where)
