"""What boilerplate looks like: whole lines that publishers and scribes add to a text."""

from __future__ import annotations

import re

from verbale.text.packs import Hints, listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["ANYWHERE", "AT_THE_ENDS", "OPENING", "SCRIPT", "SCRIPT_HINTS"]

_NETWORK = r"""(?:facebook|twitter|x|whats\ ?app|telegram|linkedin|reddit|vkontakte|vk|e-?mail|print
    |copy\ link|viber|threads|bluesky)"""
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?\s?m\.?)?(?:\s+(?-i:[A-Z]{2,4}))?"
_DAY = r"(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})"

_CREDITS = rf"""
    (?:file\ )?(?:{remark(listed_words("photo_credits"))})
      (?:\ (?:credits?|courtesy(?:\ of)?|by|©))? \s* (?:[:©]|\ courtesy\ |\ by\ (?-i:[A-Z])) [^?!\n]{{1,120}}
  | © .{{0,120}} | (?:copyright|\(c\)) \s+ (?:©|\(c\)|\d{{4}}|by\b) .{{0,120}}
  | all\ rights\ reserved\b .{{0,120}}
"""
_READ_MORE = rf"""
    (?:read|see|find\ out|learn|watch|listen)\ (?:more|also)\b
      (?: \s*[:.…]? | [:\ ]\ ?(?:in|on|at|about|here)\b .{{0,160}} | \s*: .{{0,160}} )
  | (?:to\ )?unsubscribe\b .{{0,120}} | (?:subscribe|sign\ up)\ (?:to|for|now|wherever|today)\b .{{0,120}}
  | (?:follow|join|find)\ (?:us|our)\b .{{0,60}} (?:{_NETWORK}|channel|page|account|newsletter|https?://)
      .{{0,80}}
  | (?:{remark(listed_words("read_more"))}) .{{0,160}}
"""
_SHARE = rf"""
    share (?:\ (?:this(?:\ \w+)?|on))? \s* : .{{0,120}}
  | (?:share\ (?:on|via)\ )? {_NETWORK} (?: \s*[|,/·•]\s* {_NETWORK} )+
  | (?:tags?|filed\ under|keywords|related(?:\ (?:articles|stories|topics|news))?) \s* : .{{0,160}}
  | <? https?://\S+ >?
"""
_STAMPS_AND_ENDS = rf"""
    (?:{_TIME} [\s,·|]*)? {_DAY} [\s,·|•]* (?:{_TIME})? \s* •? | {_TIME} \s* •
  | \[ (?:ends?|transcript\ ends|interview\ ends) \] [.\s]* | end\ of\ transcript [.\s]*
  | (?-i:ENDS?) [.\s]* (?:{_TIME})? | -\ ?30\ ?- | \#\#\#+ | (?:\*\s*){{3,}} | (?:-\s?){{5,}} | _{{5,}}
"""
# Speech hardly has these openings, so they count wherever a paragraph may begin.
ANYWHERE = pattern(
    f"(?: {_CREDITS} | {_READ_MORE} | {_SHARE} | {_STAMPS_AND_ENDS} )", re.VERBOSE | re.IGNORECASE
)

_CRUMBS = rf"""
    (?-i:All|Latest|Main|Top|ALL|LATEST)\ (?:news|stories) | (?-i:Home|HOME|News|NEWS|Press\ [Rr]eleases?)
  | back\ to\ .{{1,40}} | \w[\w\ &-]{{0,30}} (?: \s*[>»›]\s* \w[\w\ &-]{{0,40}} )+
  | {remark(listed_words("crumbs"))}
  | (?:\d+|a)\ min(?:ute)?s?\ read | (?:listen|print|save|comments?)(?:\ \(\d+\))? | page\ \d+(?:\ of\ \d+)?
  | \d+\ ?/\ ?\d+
"""
_NOTES = rf"""
    e\.?\ ?&\ ?(?:amp;)?o\.?\ ?e\b [\s.…·_*-]* | \(?proof\ only\)?
  | subjects? \s* : .{{0,400}} | topics\ (?:covered|discussed) \s* : .{{0,400}}
  | \(?\[? (?:remarks\ )? as\ (?:prepared|delivered) (?:\ for\ delivery)? .{{0,40}}
  | transcribed\ by\b .{{0,80}}
  | (?:end|start|begin)s? \s+ {_TIME} (?:\ \w+)? | {_TIME} (?:\ local(?:\ time)?)?
"""
_PUBLISHER = rf"""
    (?:first\ )?(?:published|posted|updated|last\ (?:updated|modified)|created|release\ date)\b
      (?:\ (?:on|at))? \s*:? .{{0,60}} \d .{{0,40}}
  | (?:{remark(listed_words("stamps"))})\b .{{0,20}} \d .{{0,40}}
  | for\ immediate\ release | embargoed?\b .{{0,80}} | to\ view\ .{{1,80}}\ (?:visit|click|see)\b .{{0,160}}
  | .{{0,40}} (?:press|media)\ (?:office|contact|enquiries) \s* : .{{0,120}}
  | (?:media\ )?contacts? \s* : .{{0,120}}
"""
# These are words that anybody may say: they count among the first and the last lines alone.
AT_THE_ENDS = pattern(f"(?: {_CRUMBS} | {_NOTES} | {_PUBLISHER} )", re.VERBOSE | re.IGNORECASE)

# The same of a line that says that the text is the script: the pattern is slow, and the hints are not.
SCRIPT = pattern(rf".{{0,30}}(?:{remark(listed_words('scripts'))}).{{0,30}}", re.IGNORECASE)
SCRIPT_HINTS = Hints(listed_words("scripts"))

# How the lines of `ANYWHERE` begin: one fast pass over the whole text finds where to look. The first
# letters of all openings come first, so that most lines are left after one step.
_BEGUN: dict[str, set[str]] = {}
for word in sorted(listed_words("photo_credits") | listed_words("read_more")):
    for form in (word[:4], word[:4].capitalize(), word[:4].upper()):
        _BEGUN.setdefault(form[0], set()).add(re.escape(form[1:]))
_LISTED = "|".join(f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(_BEGUN.items()))
OPENING = pattern(
    rf"""\n[^\w\n<©(\[*_\#-]*+(?=[{"".join(_BEGUN)}FfC©(AaRrSsLlWwJjTtXVKEPD<\d\[*\-\#_])(?:
        {_LISTED} | [Ff][Ii][Ll]
      | © | \([Cc]\) | [Cc]opyr | A[Ll][Ll]\s[Rr] | [Rr][Ee][Aa][Dd]\s | [Ss]ee\s | [Ff]ind\s | [Ll]earn\s
      | [Ww]atch\s | [Ll]isten\s | [Ss]ubsc | [Ss]ign\s | [Ff]ollow\s | [Jj]oin\s
      | [Ss][Hh][Aa][Rr] | Facebook | Twitter | X\s | WhatsApp
      | Telegram | LinkedIn | E-?[Mm]ail | Print | VK | Tag | Filed | Keyw | Relat | <?https?:
      | \d{{1,2}}[:.]\d | \d{{4}}-\d | \[[EeTtIi][NnRr] | E[Nn][Dd] | \*[\s*]*\*
      | -\s?30 | \#\#\# | ----- | -\s-\s | _____
    )""",
    re.VERBOSE,
)
