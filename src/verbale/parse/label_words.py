"""Words that decide what a label is: functions, answers, and headers that only look like labels."""

from __future__ import annotations

import re

from verbale.text.listed import listed

__all__ = [
    "ANSWERS",
    "CHAIRS",
    "CLIP",
    "HEADERS",
    "HOSTS",
    "INTERPRETED",
    "PARTICLES",
    "TITLE_STARTS",
    "listed",
]


# Labels of whoever answers, without a name.
ANSWERS = listed(
    "a answer answers antwort respuesta réponse resposta risposta ответ відповідь תשובה جواب الجواب"
)

# Labels of those who lead a meeting and do not ask on their own account.
CHAIRS = frozenset(
    {
        *listed("moderator moderators operator facilitator chair chairman chairwoman chairperson speaker"),
        *listed("coordinator convener announcer emcee mc moderatorin moderador moderadora modérateur"),
        *listed('modératrice модератор präsident präsidentin vizepräsident vizepräsidentin יו"ר'),
        *("the chair", "the chairman", "the chairwoman", "the chairperson", "the moderator", "the operator"),
        *("the speaker", "the deputy speaker", "deputy speaker", "madam chair", "mr chair", "acting chair"),
        *("the presiding officer", "presiding officer", "conference operator", "madam speaker", "mr speaker"),
    }
)

# Labels of those who ask on a programme, without a name.
HOSTS = listed(
    "host presenter anchor interviewer compere newsreader announcer ведущий ведущая moderatorin מנחה מראיין"
)

# Lines that begin like a label and never are one.
HEADERS = frozenset(
    {
        *listed(
            "subject subjects topic topics re date time place location venue where when what why how who"
        ),
        *listed("note notes nb ps photo photos image images picture caption source sources share tags tag"),
        *listed("by from to cc bcc contact contacts transcript transcripts program programme update updated"),
        *listed("correction published posted summary brief watch video audio link links phone tel fax email"),
        *listed("mail website web url http https warning example result results remember first second third"),
        *listed("fourth fifth finally lastly ok okay article section chapter figure table item part step"),
        *listed("point clause yes no well so but and or now listen look keywords footnote"),
        *listed("copyright editor's debate hearing interview statement remarks speech conclusion background"),
        *listed("context details duration length language translation category issue volume page pages"),
        *listed("thema themen datum ort foto fotos bild quelle hinweis beispiel zitat stand drucksache"),
        *listed("tema temas fecha lugar fuente nota lieu sujet objet remarque exemple"),
        *listed("фото источник тема темы дата место примечание пример итог תמונה צילום מקור הערה صورة مصدر"),
        *("in brief", "key points", "read more", "read also", "see also", "press release", "e&oe", "p.s."),
        *("for immediate release", "media contact", "press contact", "more information", "media release"),
        *(
            "please note",
            "editor's note",
            "in short",
            "in summary",
            "for example",
            "bottom line",
            "fact check",
        ),
    }
    - ANSWERS
)

# Lower-case words that stand inside names and offices.
PARTICLES = listed(
    """
    de da do dos das del della di du la le les van von vom der den ten ter te zu zum zur af av bin ibn ben
    bint al    el ul y e i of the for and to und für et des im in am die beim bei dem на по и при от
    """
)

# A label that opens with one of these names a person or an office, however rare it is.
TITLE_STARTS = listed(
    """
    mr mrs ms miss dr prof professor sir dame lord president prime premier pm minister secretary chancellor
    senator ambassador general director mayor governor acting representative deputy vice chair chairman
    chairwoman commissioner the attorney judge justice administrator senior treasurer foreign surgeon
    """
)

# A remark in a label: the words are an interpreter's.
INTERPRETED = re.compile(
    r"\b(?:interpret|translat|via\s+translation|in\s+translation|übersetz|dolmetsch|traduc|traduit|interpr[eè]t)"
    r"|перев[оеё]д|תרגום|مترجم|ترجمة",
    re.IGNORECASE,
)

# A remark in a label: the words are played from a recording.
CLIP = re.compile(
    r"\b(?:record(?:ed|ing)|clip|excerpt|tape[ds]?|archiv\w*|file\s+(?:footage|audio|tape)|playback|replay\w*"
    r"|audio|video|voice-?over|grab|einspieler|aufzeichnung|grabación|enregistrement|extrait)\b|запись|הקלטה|تسجيل",
    re.IGNORECASE,
)
