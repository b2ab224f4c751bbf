"""Texts of our own making from which the fuzzer starts; all people, places and outlets are invented."""

from __future__ import annotations

__all__ = [
    "AKN",
    "ATOM",
    "BRIEF",
    "EML",
    "FEED",
    "HEAD",
    "HTML",
    "MARKDOWN",
    "MINUTES",
    "PEOPLE",
    "RDF",
    "RTF",
    "RUSSIAN",
    "SRT",
    "TALK",
    "TEI",
    "VTT",
]

TALK = """Interview with Minister Elena Marr, Port Selden, 4 March 2025

Question: Will the ferry run in April?

Elena Marr: It will, “weather permitting”, as the harbour master put it. (Laughter.)

Question (in translation): And the toll? You said in 2023 that it “goes”.

Elena Marr: I did not say that. [inaudible] What I said was: “The toll stays until the bridge is paid.”

MODERATOR: One last question.
Q    (Inaudible) — crosstalk —
MR. MOOR: OK: but briefly. 4:57 is late.
* * *
Read more: https://gazette.example/ferry
© 2025 The Selden Gazette
"""
BRIEF = """Key points of the news conference of Foreign Minister Tom Moor (18 January 2024)

ON THE TREATY
- Moor: the offer of last year stands; "we wait for an answer".
- The other side, he said, "has not read it".

ON GRAIN
Exports will resume "in a week", according to the minister.
"""
RUSSIAN = "Вопрос: Когда пойдёт паром?\r\n\r\nЕ.Стрешнева: Скоро. «Не раньше мая», – сказал капитан.\r\n"
MARKDOWN = """---
title: "Interview: the harbour"
date: 2025-03-04
speaker: Elena Marr
tags: [harbour, toll]
---
# The harbour

**Q:** Will you *go*?

**A:** No. [See here](https://gazette.example/a) ![x](y.png)

> “We stay,” she said.

| a | b |
|---|---|
| Q | A |

## Second <b>part</b>

1. One
2. __Two__

```
code
```
***Elena Marr:*** Yes.
"""
HTML = (
    '<h1>Interview</h1><div class="byline">By Ana Ruiz <time datetime="2025-03-04T10:00:00Z">4 '
    "March</time></div>"
    "<article><p><strong>Q:</strong> Why?</p><p><b>Elena Marr:</b> Because&nbsp;&mdash; &#8220;no&#8221;.<br>"
    "Yes.</p><blockquote><p>We stay.</p></blockquote><ul><li>One<li>Two</ul>"
    "<table><tr><th>Q<td>Will you?</tr><tr><td>A<td>No.</table><dl><dt>Q<dd>A</dl><pre>a\n b</pre>"
    "<figure><img src=a.png><figcaption>The port</figcaption></figure><hr><script>var a='<p>'</script>"
    "<style>p{}</style><nav><a href=/>Home</a><a href=/b>Blog</a></nav><span style='display:none'>x</span>"
    "<font size=2><center><i>No</i></center></font><noscript>n</noscript><svg><text>t</text></svg></article>"
    "<aside>Share</aside><footer>&copy; Gazette</footer>"
)
HEAD = (
    '<title>Interview | Gazette</title><meta property="og:title" content="Interview">'
    '<meta property="og:site_name" content="Gazette"><meta property="article:published_time" '
    'content="2025-03-04T10:00:00+01:00"><meta name="author" content="Ana Ruiz">'
    '<link rel="canonical" href="https://gazette.example/a"><script type="application/ld+json">'
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Interview",'
    '"datePublished":"2025-03-04","author":{"name":"Ana Ruiz"}}</script>'
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Cyr;}"
    rb"{\f2\fcharset128 Jap;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1\b heading 1;}}"
    rb"{\info{\title The port}{\author Ana}{\creatim\yr2025\mo3\dy4}}{\header H\par}{\footer {\field x}}"
    rb"\pard\s1\outlinelevel0{\b Talk}\par\pard{\b Q:} Will \i you\i0 ?\line\tab\u8220?No\u8221?\emdash\~\_\-"
    rb"\par{\f1\'cd\'e5\'f2}{\f2\'82\'a0\'82}\par\trowd\cellx1\intbl A\cell B\cell\row{\*\unknown x}"
    rb"{\field{\*\fldinst HYPERLINK}{\fldrslt\ul here}}{\v hidden}{\pict\pngblip 8950}{\footnote n}"
    rb"\u-10179?\u-8704?{\uc0\u1234}\upr{a}{\*\ud{b}}\bin3 abc\page\sect\'7b\{\}\\\plain\mac\pca\par}"
)
VTT = b"""WEBVTT - The port

STYLE
::cue { color: red }

REGION
id:a

NOTE by Ana

1
00:00:01.000 --> 00:00:02.500 align:start position:0%
<v Ana Ruiz>We <c.loud>begin</c> &amp; <00:00:02.000>stay</v>

2
00:02.500 --> 00:04.000
- No.
- Yes.

00:09.000 --> 00:10.000
[APPLAUSE]
>> TOM MOOR: We go.
\xe2\x99\xaa song \xe2\x99\xaa

00:10.000 --> 00:11.000
a b
00:11.000 --> 00:12.000
a b
c d
"""
SRT = (
    "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>MARR: We begin</i>\r\n\r\n"
    "2\r\n00:00:02,000 --> 00:00:03,000\r\nMARR: We begin\r\nat noon\r\n\r\n"
    "3\r\n00:00:03,000 --> 00:00:04,000\r\nat noon\r\nand stay\r\n\r\n"
    "4\r\n00:00:09,000 --> 00:00:10,000\r\nand stay\r\n(door slams)\r\n\r\n5\r\n1:00:00,0 --> "
    "1:00:01,9\r\n-No. -Yes.\r\n"
).encode()
EML = b"""Received: from a.example by b.example; Tue, 4 Mar 2025 23:31:00 -0500
From: "Ruiz, Ana" <ana@gazette.example>
To: =?utf-8?B?VG9t?= <tom@x.example>
Subject: Re: =?iso-8859-1?Q?Caf=E9?= talk
Date: Tue, 4 Mar 2025 23:30:00 -0500 (EST)
Content-Language: en-GB
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="a=_b"

preamble
--a=_b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=iso-8859-1; format=flowed
Content-Transfer-Encoding: quoted-printable

Q: Why? =93No=94,=20
she said.

On Mon, 3 Mar 2025, Tom wrote:
> Q: When?
>> Soon.

--=20
Ana
--c
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PHA+PGI+UTo8L2I+IFdoeT88L3A+

--c--
--a=_b
Content-Type: message/rfc822

Subject: inner
Content-Type: text/plain

Inner.
--a=_b
Content-Type: application/pdf; name*=utf-8''a%20b.pdf
Content-Disposition: attachment; filename="a.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--a=_b--
"""
EML_HTML = b"""From: ana@gazette.example
Subject: Talk
Date: 4 Mar 25 23:30 EST
Content-Type: text/html; charset=windows-1251
Content-Transfer-Encoding: 8bit

<html><body><p><b>\xc2\xee\xef\xf0\xee\xf1:</b> \xca\xee\xe3\xe4\xe0?<br>\xd1\xea\xee\xf0\xee.</p>
</body></html>
"""
TEI = (
    '<head>Sitting</head><note type="date">4 March</note><pb n="1"/><note type="speaker">THE CHAIR:</note>'
    '<u who="#RuizAna" ana="#chair" xml:id="u1"><seg xml:id="s1">We <gap reason="inaudible"/>begin.</seg>'
    '<seg><s><w lemma="no" join="right">No</w><pc>,</pc> <w>no</w><pc>.</pc></s></seg>'
    "<note>Pause.</note><vocal type='noise'><desc>Murmur</desc></vocal></u>"
    '<incident><desc>Noise</desc></incident><kinesic type="applause"><desc>Applause</desc></kinesic>'
    '<u who="#MoorTom #RuizAna"><note type="speaker">Mr. Moor:</note><seg>Why?</seg></u>'
    '<sp who="#MoorTom"><speaker>Moor.</speaker><p>Because<lb/>so.</p><stage>Exit.</stage></sp>'
    "<list><item>a</item></list><table><row><cell>a</cell><cell>b</cell></row></table><quote>x</quote>"
    "<choice><sic>teh</sic><corr>the</corr></choice><u who='#unknown-F'>Hm.</u><u>None.</u>"
)
PEOPLE = (
    '<person xml:id="RuizAna"><persName><surname>Ruiz</surname><forename>Ana</forename></persName></person>'
    '<person xml:id="MoorTom"><persName><nameLink>de</nameLink><surname>Moor</surname></persName></person>'
)
AKN = b"""<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<debate name="hansard"><meta><identification source="#s"><FRBRWork><FRBRdate date="2025-03-04" name="x"/>
<FRBRlanguage language="eng"/></FRBRWork></identification><references><TLCPerson eId="lee" showAs="Mr. Lee"/>
<TLCRole eId="speaker" showAs="The Speaker"/><TLCOrganization eId="o" showAs="House"/></references></meta>
<coverPage><docTitle>Debates</docTitle></coverPage><preface>
<p>Official <docDate date="2025-03-04">4</docDate></p>
</preface><debateBody><debateSection name="questions"><num>1</num><heading>Ports</heading>
<subheading>s</subheading>
<question by="#lee" to="#x"><from>Mr. Lee (Selden)</from><p>asked the Minister:</p><ol><li>why</li></ol>
</question>
<answer as="#minister" by="#moor"><from>Minister for Ports (Mr. Moor):</from><p>No.<br/>Yes.</p></answer>
<speech by="#speaker" as="#speaker"><from>The Speaker:</from><p>Order <remark>[Noise]</remark>!</p>
<table><tr><td>a</td><th>b</th></tr></table></speech><scene>Applause</scene>
<narrative>The House rose.</narrative>
<summary>s</summary><speechGroup><speech><p>?</p></speech></speechGroup><authorialNote><p>n</p>
</authorialNote>
</debateSection></debateBody></debate></akomaNtoso>"""
MINUTES = (
    "<sitzungsbeginn sitzung-start-uhrzeit='9:00'><name>Präsidentin Weil:</name><p klasse='J'>Wir "
    "beginnen.</p>"
    "</sitzungsbeginn><tagesordnungspunkt top-id='1'><p klasse='T_fett'>Punkt 1</p><rede id='1'>"
    "<p klasse='redner'><redner id='1'><name><titel>Dr.</titel><vorname>Ada</vorname><namenszusatz>von"
    "</namenszusatz><nachname>Burg</nachname><fraktion>X</fraktion></name></redner>Dr. Ada von Burg (X):</p>"
    "<p klasse='J_1'>Nein. <a typ='druckseitennummer'>1</a></p><kommentar>(Beifall bei der X)</kommentar>"
    "<p klasse='N'>Vizepräsident Tal:</p><p klasse='O'>Bitte.</p><zitat>„Ja“</zitat><table><tr><td>"
    "a</td></tr></table>"
    "</rede></tagesordnungspunkt><sitzungsende>Schluss</sitzungsende>"
)
FEED = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title><language>en</language>
<item><title>No &amp; yes</title><link>https://gazette.example/1</link><guid isPermaLink="false">1</guid>
<pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate><dc:creator>Ana</dc:creator><category>a</category>
<description>Short.</description><content:encoded><![CDATA[<p><b>Q:</b> Why?</p><p>A: No.</p>]]>
</content:encoded>
<enclosure url="a.mp3" length="1" type="audio/mpeg"/></item><item>
<description>&lt;p&gt;Only.</description></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://gazette.example/">
<title type="html">G</title>
<updated>2025-03-04T10:00:00Z</updated><entry><title type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">No</div></title>
<link rel="alternate" href="/1"/><id>urn:1</id><published>2025-03-04T10:00:00+01:00</published>
<author><name>Ana</name></author><summary>s</summary>
<content type="html">&lt;p&gt;Q: Why?&lt;/p&gt;</content></entry>
<entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A: No.</p></div></content>
</entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>G</title></channel><item rdf:about="y"><title>No</title><link>y</link>
<description>No.</description></item></rdf:RDF>"""
