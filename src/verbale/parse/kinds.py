"""What sort of text it is: transcript, remarks, brief or article.

The words of a brief and of an article are second-hand. Where in doubt a text is an article, for
nothing is then taken for first-hand that is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.document import Kind, Role, Turn
from verbale.model.text import Span
from verbale.parse.lines import Line

__all__ = ["kind_by_turns", "kind_without_turns", "looks_like_digest"]

_DIGEST = re.compile(
    r"""
    \b(?:key|main|top|principal) \s (?:points|statements|takeaways|remarks|quotes|messages|theses|takeouts) \b
    | \bkey \s (?:[\w’']+\s){1,3} (?:points|statements|remarks|takeaways) \b
    | \b(?:in \s brief | digest | highlights | takeaways) \b (?= \s*[:—–-] | \s+ (?:of|from) \b)
    | \b(?:ключев\w+|главн\w+|основн\w+) \s (?:заявлен|тезис|высказыван|момент)\w*
    | \b(?:wichtigste[nr]?|zentrale[nr]?) \s (?:aussagen|punkte|botschaften) \b
    | \b(?:points|déclarations) \s (?:clés|principales|essentiels) \b
    | \bprincipales \s (?:déclarations|declaraciones) \b
    | \b(?:puntos|declaraciones|frases) \s (?:clave|principales|destacadas) \b | \bpunti \s chiave \b
    | \bрезюме \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REMARKS = re.compile(
    r"""
    ^\W*(?:(?:transcript|text|full\ text)\s+of\s+(?:the\s+)?)? (?:[\w’'.-]+\s+){0,8}?
    (?:remarks|speech|address|statement|keynote|lecture|message|toast|eulogy|testimony|homily|oration|sermon
      |rede|ansprache|erklärung|regierungserklärung|discours|allocution|déclaration|discurso|declaraci[oó]n|discorso
      |выступлени\w+|речь|обращени\w+|послани\w+|заявлени\w+)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# forms that have an exchange: without turns their text is no single speech
_EXCHANGE = re.compile(
    r"(?i)\b(?:interview|q\s?&\s?a|questions?\s+and\s+answers?|conversation|debate|hearing|briefing|press\s+conference"
    r"|news\s+conference|gaggle|doorstop|interviste?|entretien|entrevista|pressekonferenz|интервью|пресс-конференц\w*)\b"
)
_LABELS = re.compile(
    r"(?m)^[\W_]*(?:Q|QUESTION|Question|JOURNALIST|Journalist|REPORTER|Reporter|INTERVIEWER|Interviewer|HOST|PRESENTER|CALLER"
    r"|Frage|Pregunta|Вопрос|Question \([^)\n]{1,40}\))(?:\s*[:.]|\s{2,}\S|\*\*)"
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|we|We|my|our|Our|us|me|I['’](?:m|ve|ll|d)|ich|wir|unser\w*|je|nous|notre|nos|yo|nosotros|nuestr\w+|я|мы|нам|наш\w*)\b"
)
_THIRD_PERSON_CUE = re.compile(
    r"[\"”»’],?\s+(?:\w+\s+){0,4}?(?:said|says|told|added|noted|stressed)\b|\b(?:he|she|they)\s+(?:said|added|told|noted)\b"
)
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“„«][^“”„«»]{1,2000}[”“»]|\"[^\"\n]{1,2000}\"")
_SAMPLE = 6000


def kind_by_turns(
    turns: Sequence[Turn], boilerplate: Sequence[Span], length: int, head: Sequence[Line]
) -> Kind | None:
    """The kind that the turns settle; None where there are none, or too little of the text is in them.

    Args:
        turns: The turns found, incidents among them.
        boilerplate: What is not part of the text.
        length: The length of the text in code points.
        head: The head of the text.
    """
    speaking = [turn for turn in turns if turn.role is not Role.INCIDENT]
    if not speaking:
        return None
    covered = sum(turn.span.end - (turn.label or turn.span).start for turn in speaking)
    body = max(1, length - sum(len(span) for span in boilerplate))
    voices = {turn.speaker for turn in speaking}
    questions = any(turn.role is Role.QUESTION for turn in speaking)
    if len(voices) == 1 and not questions:
        return Kind.REMARKS if covered * 2 >= body and None not in voices else None
    # a digest or an article may print one exchange, a short transcript may have a long head
    enough = covered * 2 >= body or (
        len(speaking) >= 4 and covered * 4 >= body and not looks_like_digest(head)
    )
    return Kind.TRANSCRIPT if enough else None


def looks_like_digest(head: Sequence[Line]) -> bool:
    """Whether the head of a text says that key points were gathered.

    Args:
        head: The first lines without boilerplate, the title among them.
    """
    return any(_DIGEST.search(line.words[:600]) for line in head[:8])


def kind_without_turns(
    text: str, start: int, title: str | None, head: Sequence[Line], *, speaker_known: bool
) -> Kind:
    """The kind of a text without an exchange.

    Args:
        text: The text.
        start: Where it begins, behind front matter.
        title: Its title.
        head: Its first lines without boilerplate.
        speaker_known: Whether it is certain whose words they would be.
    """
    if looks_like_digest(head):
        return Kind.BRIEF
    if not speaker_known or _LABELS.search(text, start):
        return Kind.ARTICLE
    titles = [title or "", *(line.words for line in head[:3] if line.count <= 30)]
    if not any(_REMARKS.match(words) for words in titles) and any(
        _EXCHANGE.search(words) for words in titles
    ):
        return Kind.ARTICLE
    sample = _QUOTED.sub(" ", text[start : start + _SAMPLE])
    words = max(1, len(_WORD.findall(sample)))
    if len(_THIRD_PERSON_CUE.findall(sample)) * 400 > words:
        return Kind.ARTICLE
    first_person = len(_FIRST_PERSON.findall(sample)) / words
    return Kind.REMARKS if first_person >= 0.015 else Kind.ARTICLE
