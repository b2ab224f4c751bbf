"""Words that decide what a label is, in all languages: they are data, see `verbale.text.packs`."""

from __future__ import annotations

import re

from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = [
    "ANSWERS",
    "CHAIRS",
    "CLIP",
    "CLIP_BREAKS",
    "CLIP_ENDS",
    "CLIP_PLAYS",
    "HEADERS",
    "HOSTS",
    "INCIDENTS",
    "INTERPRETED",
    "INTERPRETERS",
    "MEMBERS",
    "PARTICLES",
    "PEOPLE",
    "PRESIDENTS",
    "SOMEBODIES",
    "TITLE_STARTS",
]

# Labels of whoever answers, without a name.
ANSWERS = listed_words("answers")

# Labels of those who lead a meeting and do not ask on their own account.
CHAIRS = listed_words("chairs")

# First words of the labels of those who preside over a parliament.
PRESIDENTS = listed_words("presidents")

# Labels of those who ask on a programme, without a name.
HOSTS = listed_words("hosts")

# Labels of people without a name who neither ask nor lead: a voice, a witness, a pupil.
PEOPLE = listed_words("people")

# First words of a label that speaks of people without naming them, and what such people are called.
SOMEBODIES = listed_words("somebodies")
MEMBERS = listed_words("members")

# Labels of interpreters: whose words they give, the label does not say.
INTERPRETERS = listed_words("interpreters")

# Labels that are no speaker's: applause, laughter, music.
INCIDENTS = listed_words("incidents")

# Lines that begin like a label and never are one.
HEADERS = listed_words("not_labels") - ANSWERS

# Lower-case words that stand inside names and offices.
PARTICLES = listed_words("particles")

# A label that opens with one of these names a person or an office, however rare it is.
TITLE_STARTS = listed_words("first_words")

# A remark in a label: the words are an interpreter's.
INTERPRETED = pattern(remark(listed_words("interpreted")), re.IGNORECASE)

# A remark in a label: the words are played from a recording.
CLIP = pattern(remark(listed_words("recordings")), re.IGNORECASE)

# A stage line with such a word says that a recording plays, is over, or that a machine does not work.
CLIP_PLAYS = pattern(remark(listed_words("recording_plays")), re.IGNORECASE)
CLIP_ENDS = pattern(remark(listed_words("recording_ends")), re.IGNORECASE)
CLIP_BREAKS = pattern(remark(listed_words("recording_breaks")), re.IGNORECASE)
