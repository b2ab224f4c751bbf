"""The words that attribute speech, in five languages, and what each of them tells about its neighbours."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["ADVERBS", "CUE", "Manner", "manner"]


class Manner(StrEnum):
    """How a cue stands to its speaker and its words."""

    SAY = "say"  # "Marr said", "said Marr"
    ING = "ing"  # "..., saying": the speaker is the subject of the clause before
    LABEL = "label"  # "called it": the words are a name for something
    WEAK = "weak"  # also an everyday verb: a cue only beside the mark
    BY = "by"  # "according to Marr", "in the words of Marr"


# Words of one cue are joined by _; a cue of several manners has the last one given.
_LISTS: tuple[tuple[Manner, str], ...] = (
    (
        Manner.WEAK,
        """
        read reads went_on continued continues began begins put_it puts_it thought thinks believes believed
        agreed agrees signed opened responded_with cited quoted quotes laughed smiled sighed nodded
        joked_that wondered wonders questioned states posted charged reported suggested suggests hinted
        implied revealed zitierte so continuó continúa fuhr_fort продолжил продолжила считает
        """,
    ),
    (
        Manner.LABEL,
        """
        called calls calling described describes describing dubbed labeled labelled labeling branded
        characterized characterised characterizes denounced denounces denouncing blasted slammed criticized
        criticised criticizing criticising praised praising dismissed dismissing derided mocked referred_to
        refers_to referring_to decried touted condemned hailed tacharon calificó calificado bezeichnete
        qualifié назвал назвала назвали
        """,
    ),
    (
        Manner.ING,
        """
        saying adding noting stressing asking writing stating arguing claiming declaring announcing
        explaining replying responding answering insisting warning tweeting quipping joking recalling
        remarking commenting concluding emphasizing emphasising underlining pointing_out reiterating
        acknowledging admitting alleging asserting affirming boasting complaining conceding confirming
        contending crying shouting yelling exclaiming observing predicting recounting testifying urging
        vowing whispering telling lamenting cautioning countering proclaiming confessing repeating
        clarifying chanting screaming interjecting to_say to_tell to_add to_declare to_claim to_ask to_admit
        afirmando diciendo añadiendo asegurando señalando
        """,
    ),
    (
        Manner.SAY,
        """
        said says say told tells tell added adds noted notes stressed stresses asked asks wrote writes
        stated argued argues claimed claims declared declares announced announces explained explains replied
        replies responded responds answered insisted insists warned warns tweeted tweets quipped quips joked
        jokes recalled remarked remarks commented concluded concludes emphasized emphasised emphasizes
        emphasises underlined underlines pointed_out points_out reiterated reiterates acknowledged
        acknowledges admitted admits alleged alleges asserted asserts affirmed affirms boasted boasts
        complained complains conceded concedes confirmed confirms contended contends cried shouted shouts
        yelled exclaimed mused observed observes opined predicted predicts promised promises recounted
        recounts testified urged urges vowed vows whispered pledged lamented laments cautioned cautions
        countered counters retorted fumed deadpanned chided intoned proclaimed bragged confessed inquired
        enquired protested interjected interrupted elaborated clarified disclosed reminded reminds assured
        assures informed repeated repeats ranted railed raged blogged texted e-mailed emailed posted_on
        went_on_to_say goes_on_to_say continued_to_say chanted screamed echoed as_saying as_stating
        """,
    ),
    (
        Manner.SAY,
        """
        dijo dice decía dijeron afirmó afirma afirmaron aseguró asegura señaló señala añadió añade agregó
        agrega explicó explica declaró declara manifestó indicó indica subrayó subraya destacó destaca
        sostuvo sostiene respondió responde preguntó advirtió advierte escribió apuntó recalcó insistió
        insiste reiteró comentó contó recordó precisó apostilló puntualizó
        """,
    ),
    (
        Manner.SAY,
        """
        sagte sagt sagten erklärte erklärten betonte betont betonten meinte meint schrieb schreibt fragte
        fragt antwortete antwortet berichtete warnte warnt forderte kritisierte bekräftigte unterstrich
        ergänzte behauptete versicherte mahnte kommentierte bestätigte erwiderte entgegnete resümierte
        kündigte teilte fügte räumte stellte_klar rief
        """,
    ),
    (
        Manner.SAY,
        """
        dit disait déclaré déclare affirmé affirme ajouté ajoute expliqué explique souligné souligne précisé
        précise indiqué indique estimé estime assuré assure répondu répond demandé lancé martelé rappelé
        rappelle noté confié poursuivi poursuit conclu conclut insisté annoncé averti reconnu
        """,
    ),
    (
        Manner.SAY,
        """
        сказал сказала сказали говорит говорил говорила говорят заявил заявила заявили заявляет отметил
        отметила отметили отмечает подчеркнул подчеркнула подчеркнули подчёркивает подчеркивает добавил
        добавила добавили сообщил сообщила сообщили пояснил пояснила объяснил объяснила ответил ответила
        ответили спросил спросила написал написала пишет указал указала указали напомнил напомнила уточнил
        уточнила признал признала рассказал рассказала предупредил предупредила констатировал резюмировал
        """,
    ),
    (
        Manner.BY,
        """
        according_to in_the_words_of per in_the_opinion_of según de_acuerdo_con en_palabras_de laut zufolge
        nach_Angaben_von selon d'après d’après по_словам по_мнению согласно
        """,
    ),
)
_MANNERS = {word.replace("_", " "): how for how, words in _LISTS for word in words.split()}


def _pattern(word: str) -> str:
    head = f"[{word[0].upper()}{word[0]}]" if _MANNERS[word] is Manner.BY else word[0]
    return head + word[1:].replace(" ", r"\s+")


# "dit-il" and "a-t-elle déclaré" are cues with their pronoun; other hyphens join compounds.
CUE = re.compile(
    r"(?<![\w’'-])(?:"
    + "|".join(_pattern(word) for word in sorted(_MANNERS, key=len, reverse=True))
    + r")(?:-(?:t-)?(?:ils?|elles?|on)(?!\w)|(?![\w’'])(?!-\w))"
)

ADVERBS = (
    r"(?:\w+ly|also|then|later|now|once|again|earlier|today|yesterday|before|recently|further|just|even|still|"
    r"always|often|never|not|both|all|himself|herself|themselves|itself|famously|next|simply|first|instead|"
    r"twice|in turn|at one point|(?:on|late|early|last|this)\s+(?:\w+day(?:\s+(?:night|morning|afternoon|"
    r"evening))?|week|month|year|night|morning|afternoon|evening)|\w+day(?:\s+(?:night|morning|afternoon|evening))?|in\s+(?:\d{4}|January|February|"
    r"March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|"
    r"también|luego|auch|dann|zudem|aussi|ensuite|также|затем|ранее)"
)


def manner(cue: str) -> Manner:
    """How a cue stands to its speaker.

    Args:
        cue: The words that `CUE` matched.

    >>> manner("said"), manner("adding"), manner("According to")
    (<Manner.SAY: 'say'>, <Manner.ING: 'ing'>, <Manner.BY: 'by'>)
    """
    words = " ".join(cue.split())
    return _MANNERS.get(words) or _MANNERS.get(words[:1].lower() + words[1:]) or Manner.SAY
