"""Words held against words: the one room in which a quote, and later a passage, is compared with the record.

- `take_apart` cuts a quote at its marks: pieces between ellipses, and what its brackets replace;
- `compare` holds a piece against a passage: what differs once style is folded away;
- `Finder` looks for the passages of a record that a piece may come from, `Passage` is one of them;
- `nearest_reported` finds the passages nearest to reported speech, whatever its order;
- `edits_of` tells the changes, `replaced_in` and `bracketed_in` what brackets stand for.

Nothing here knows of speakers, days or verdicts.

>>> from verbale.text.tokens import tokens
>>> (piece,) = take_apart("“We [the crews] shall sail at five”").pieces
>>> held = compare(piece, tokens("We shall not sail at 5."))
>>> held.exact, held.changed
(False, 1)
>>> [(edit.op.value, edit.record) for edit in edits_of([Passage("a", held.span, held)])]
[('delete', 'not')]
"""

from verbale.compare.edits import bracketed_in, edits_of, replaced_in
from verbale.compare.nearest import LOOKED_AT, Exact, Finder, Passage, Preference, spread
from verbale.compare.quoted import Quoted, QuotedPiece, take_apart
from verbale.compare.reported import Shared, nearest_reported
from verbale.compare.wording import Compared, compare

__all__ = [
    "LOOKED_AT",
    "Compared",
    "Exact",
    "Finder",
    "Passage",
    "Preference",
    "Quoted",
    "QuotedPiece",
    "Shared",
    "bracketed_in",
    "compare",
    "edits_of",
    "nearest_reported",
    "replaced_in",
    "spread",
    "take_apart",
]
