"""Markup that nests, expands or crowds."""

from __future__ import annotations

from tests.readers.bombs.registry import bomb
from tests.readers.making import (
    minutes_bytes,
    page,
    prime_minister,
    tei_bytes,
)


@bomb("deep.xml")
def deep_xml() -> bytes:
    return b"<a>" * 1_000_000


@bomb("deep-sitting.xml")
def deep_sitting() -> bytes:
    return tei_bytes("<seg>" * 200_000 + "No." + "</seg>" * 200_000)


@bomb("deep.html")
def deep_html() -> bytes:
    return page("<div>" * 1_000_000 + "No.")


@bomb("deep-inline.html", "read")
def deep_inline() -> bytes:
    return page("<b><i>" * 900 + "No." * 100_000)


@bomb("never-closed.html")
def never_closed() -> bytes:
    return page("<font><p>Q: No.\n" * 200_000)


@bomb("tables.html", "read", is_long=True)
def tables() -> bytes:
    return page("<table><tr><td>" * 600 + "<p>No.</p>" * 20_000)


@bomb("deep.rtf")
def deep_rtf() -> bytes:
    return rb"{\rtf1 No." + b"{" * 5_000_000


@bomb("deep.jsonl")
def deep_json() -> bytes:
    return b'{"text": ' + b"[" * 1_000_000


@bomb("deep-front-matter.md", "read")
def deep_front_matter() -> bytes:
    return b"---\ntitle: " + b"{a: " * 7_000 + b"\n---\nQ: Will you go?\n"


def _doctype(entities: str, root: str = "TEI") -> bytes:
    return tei_bytes("<u>&a;</u>").replace(b"<TEI", f"<!DOCTYPE {root} [{entities}]><TEI".encode(), 1)


@bomb("billion-laughs.xml")
def billion_laughs() -> bytes:
    laughs = "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(98 + n)};" * 10}">' for n in range(12))
    return _doctype(laughs + '<!ENTITY m "ha">')


@bomb("quadratic.xml")
def quadratic() -> bytes:
    return _doctype(f'<!ENTITY a "{"&b;" * 50_000}"><!ENTITY b "{"ha" * 50_000}">')


@bomb("in-an-attribute.xml")
def in_an_attribute() -> bytes:
    laughs = "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(98 + n)};" * 10}">' for n in range(12))
    return _doctype(laughs + '<!ENTITY m "ha">').replace(b"<u>", b'<u who="&a;">')


@bomb("in-the-doctype.xml")
def in_the_doctype() -> bytes:
    laughs = "".join(f"<!ENTITY % {chr(97 + n)} '{f'%{chr(98 + n)};' * 10}'>" for n in range(11, -1, -1))
    return _doctype(
        "<!ENTITY % m 'ha'>" + laughs.replace("%", "&#37;").replace("ENTITY &#37;", "ENTITY %") + "%a;"
    )


@bomb("outside.xml")
def outside() -> bytes:
    return _doctype('<!ENTITY a SYSTEM "file:///etc/hostname">')


@bomb("outside-parameter.xml")
def outside_parameter() -> bytes:
    return _doctype('<!ENTITY % p SYSTEM "file:///etc/hostname"> %p; <!ENTITY a "x">')


@bomb("outside-doctype.xml", "read")
def outside_doctype() -> bytes:
    return tei_bytes("<u>No.</u>").replace(
        b"<TEI", b'<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/x.dtd"><TEI', 1
    )


@bomb("laughs-feed.xml")
def laughing_feed() -> bytes:
    laughs = "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(98 + n)};" * 10}">' for n in range(12))
    feed = "<rss version='2.0'><channel><item><description>&a;</description></item></channel></rss>"
    return f'<?xml version="1.0"?><!DOCTYPE rss [{laughs}<!ENTITY m "ha">]>{feed}'.encode()


@bomb("attributes.html")
def attributes_html() -> bytes:
    return page("<p " + " ".join(f'a{n}="x"' for n in range(100_000)) + ">No.")


@bomb("attributes.xml", "read")
def attributes_xml() -> bytes:
    return tei_bytes("<u " + " ".join(f'a{n}="x"' for n in range(100_000)) + ">No.</u>")


@bomb("namespaces.xml", "read")
def namespaces() -> bytes:
    many = " ".join(f'xmlns:a{n}="urn:{n}"' for n in range(5_000))
    return tei_bytes(f"<u {many}>" + "<seg>No.</seg>" * 20_000 + "</u>")


@bomb("speeches.xml", is_long=True)
def speeches() -> bytes:
    return tei_bytes("<u who='#a'><seg>No.</seg></u>" * 210_000)


@bomb("people.xml", "read", is_long=True)
def people() -> bytes:
    body = "".join(
        f"<note type='speaker'>MR. A{n}:</note><u who='#A{n}'><seg>No.</seg></u>" for n in range(20_000)
    )
    return tei_bytes(body)


@bomb("speeches-in-speeches.xml", "read", is_long=True)
def speeches_in_speeches() -> bytes:
    return tei_bytes("<u who='#a'>" * 200 + "No." + "</u>" * 200 + "<note type='speaker'>A</note>" * 200_000)


@bomb("heckles.xml", "read", is_long=True)
def heckles() -> bytes:
    return minutes_bytes("<rede><p klasse='N'>A:</p>" + "<kommentar>(Nein)</kommentar>" * 100_000 + "</rede>")


@bomb("transcript.xml")
def transcript() -> bytes:
    return prime_minister("<!-- " * 100_000 + "<b" * 1_000_000 + "&" * 1_000_000 + "<p>PM: No.</p>" * 200_000)
