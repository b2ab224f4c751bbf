"""A small press archive of a country that does not exist, for tests of the check."""

from __future__ import annotations

from pathlib import Path

INTERVIEW = """---
title: "Interview of Minister Ada Brenn with the Quay Gazette"
date: 2023-05-10
---

**Question:** Minister, will the harbour reopen before the winter?

**Ada Brenn:** We will reopen the northern harbour in October, if the dredgers arrive in time. I don’t \
think that \
the southern harbour can be saved. Twenty-five crews — twenty-five crews are ready, and not one of them \
has been \
paid since spring.

Let me say something else. The old lighthouse keeper told me in March: “The sea forgives nobody who \
lies to it.” \
I have thought about that sentence every evening.

**Question:** Is it true that your own ministry lost the contract with the dredging company twice in \
one year?

**Ada Brenn:** We’re not going to comment on contracts (inaudible) while the audit goes on. The audit \
will cost \
about 5% of the budget, and it’ll be published in full. Thank you very much.
"""

BRIEFING = """---
title: "Press Briefing by Spokesman Ivo Tarn"
date: 2023-11-20
---

MR. TARN:  Good morning. The minister asked me to read one figure to you: forty ships have waited \
outside the \
harbour for more than three weeks.

Q    Ivo, is the government still considering a toll on the northern canal for foreign vessels?

MR. TARN:  We have never considered a toll on the northern canal —

Q    Never?

MR. TARN:  — and whoever says so has not read the treaty of the two rivers. Thank you very much.

Q    And what happens to the crews who were hired in the spring and have no work?

MR. TARN:  Every crew will be offered a post on the ferries, provided that they pass the medical \
examination. \
(Laughter.) Thank you very much.
"""

SPEECH = """---
title: "Remarks by Minister Ada Brenn at the opening of the rope museum"
date: 2024-06-01
---

Thank you very much. A rope is a promise that many small threads make to each other. This museum keeps the \
promise of four hundred years.

We will reopen the southern harbour as soon as parliament has voted the money for it, and not one day \
before.

Nobody in this country should have to choose between a warm house and an honest trade.
"""

DIGEST = """Key points of Minister Ada Brenn's news conference

PORT ELM, February 2. /Elm Agency/. Minister Ada Brenn held a news conference on Friday. Here are her \
key statements.

On the ferries

"The ferries will sail on Sundays from the first of March."

The opposition's plan is "a bucket without a bottom," the minister said.

On the winter

"We have salt for ninety days and patience for ninety-one."
"""

FILES = {
    "2023-05-10-interview.md": INTERVIEW,
    "2023-11-20-briefing.md": BRIEFING,
    "2024-06-01-remarks.md": SPEECH,
    "2024-02-02-key-points.txt": DIGEST,
}


def write(folder: Path) -> Path:
    """Lay the archive out as files."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
