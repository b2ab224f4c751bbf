"""Fictional documents of each kind, with the typography of real ones."""

from __future__ import annotations

INTERVIEW = """\
Elena Marr: “The bridge will open, and it will open for everybody who pays the toll and for nobody else”

09:15 06.03.2025 •

Photo: Ministry of Foreign Affairs

Foreign Minister Elena Marr’s interview with the Harbour Gazette

Port Selden, March 4, 2025

Question: Minister, when will the bridge open?

Elena Marr: In October. We promised September, and we are late.

Let me repeat: nobody will pay twice.

Question: And if the flood comes back?

Elena Marr: Then we shall build it again. My colleague once said: “A bridge is an argument with a river.”

Question: Thank you.

Elena Marr: Thank you.

\u00a0

read more in our Telegram-channel https://example.org/harbour
"""

DIGEST = """\
All news

IN BRIEF: Key points of Elena Marr’s press conference

The foreign minister spoke of the bridge and named the "close circle" of her country’s friends

PORT SELDEN, January 18. /SNA/. Orland will pay for the bridge, Foreign Minister Elena Marr said on Thursday \
during a press conference on diplomatic work in 2023.

Here are Marr’s key statements.

On the bridge

The bridge is ready.

"It is long, it is dry, and it is ours."

On Nambara

Nambara is "a friend who owes us money, and that is the best sort of friend."

On 'quiet' diplomacy

"We do not shout."
"""

LONG_DIGEST = """\
Foreign Minister Elena Marr
Photo: SNA/Pool
According to the foreign minister, Orland is ready to talk "without haste and without a bill".
Orland alone is willing to pay for the bridge, Foreign Minister Elena Marr said during a news conference to \
review the results of the year 2025.
SNA has compiled the minister’s key statements.
Orland on the river
It is Orland's right to fish "on the basis of its own nets," while others will fish elsewhere.
Orland is ready to work with anyone: "And this is well known to all."
'Unprecedented' ties with Nambara
Relations with Nambara have been brought to an "unprecedented" level, Elena Marr said.
"They are unprecedented in breadth," she noted.
Bridge needs paint, mayor to buy it
"Without paint the bridge is a pile of rust," Marr stressed.
read more in our Telegram-channel https://example.org/sna

18:19 20.01.2026 •



"""

SPEECH = """\
Remarks by Foreign Minister Elena Marr at the opening of the bridge

Port Selden, 4 October 2025

Check against delivery

Friends, I am glad to stand here, and I am glad that we stand above the water.

We promised a bridge, and our engineers built it. I thank them all. My grandmother swam.

I declare the bridge open.
"""

ARTICLE = """\
Bridge opens a month late

By Sam Orrin · 5 October 2025

PORT SELDEN – The bridge over the Orl opened on Saturday, a month late and twice over its price.

“I am glad to stand here,” Foreign Minister Elena Marr said at the opening. Davin Tock was less glad.

Remember: the toll is two crowns.

“We should have swum,” he told this newspaper. Marr told him that the price was “an argument with a river.”

Photo: Sam Orrin
"""
