"""E-mail with parts in parts and headers without end."""

from __future__ import annotations

import base64

from tests.readers.bombs.registry import bomb


@bomb("parts.eml", is_long=True)
def parts() -> bytes:
    head = b"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\nContent-Type: image/png\n\nx\n" * 10_000 + b"--b--\n"


@bomb("parts-with-long-headers.eml")
def parts_with_long_headers() -> bytes:
    head = b"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n"
    long = b"; ".join(b"a%d*0*=utf-8''%%41" % n for n in range(350))
    return (
        head
        + b"--b\nContent-Type: image/png\nContent-Disposition: attachment; %s\n\nx\n" % long * 2_000
        + b"--b--\n"
    )


@bomb("many-headers.eml", "read")
def many_headers() -> bytes:
    return b"X-A: b\n" * 200_000 + b"\nQ: Why?\n"


@bomb("messages-in-messages.eml")
def messages_in_messages() -> bytes:
    return b"Content-Type: message/rfc822\n\n" * 1_000 + b"Q: Why?\n"


@bomb("multiparts-in-multiparts.eml", is_long=True)
def multiparts() -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1_000))


@bomb("multiparts-250-deep.eml")
def multiparts_that_fit() -> bytes:
    """As deep as the standard library goes, with many lines inside: each passes through every level."""
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(250))
    return head + b"\nno\n" * 400_000


@bomb("quoted.eml", "read")
def quoted() -> bytes:
    return b"Subject: a\n\nQ: Why?\n" + b"> no\n" * 500_000


@bomb("wrote.eml", "read", is_long=True)
def wrote() -> bytes:
    return b"Subject: a\n\nQ: Why?\n" + b"wrote: \n> no\n" * 100_000


@bomb("packed-body.eml", "read", is_long=True)
def packed_body() -> bytes:
    head = b"Subject: a\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
    return head + base64.encodebytes(b"no comment, " * 1_100_000)


@bomb("quoted-printable.eml", "read", is_long=True)
def quoted_printable() -> bytes:
    head = b"Subject: a\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nNo."
    return head + b"=3D" * 5_000_000
