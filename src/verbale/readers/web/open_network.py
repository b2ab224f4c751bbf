"""Which machines may be asked for anything: those of the open network, at the ports of the web.

A page, a feed or a redirect may name any address. Nothing that it names may make Verbale knock at
this machine, at another one of the user's own network, or at a cloud's metadata service.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

__all__ = ["Rule", "addresses_of", "why_closed"]

Rule = Callable[[str, int], str | None]
"""Why nothing is fetched from an IP address at a port, as the end of a sentence; None where it may be."""

_PORTS = frozenset({80, 443, 8080, 8443})
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")


def why_closed(address: str, port: int) -> str | None:
    """Why nothing is fetched from an address; None where it is public and the port one of the web's.

    >>> why_closed("93.184.216.34", 443), why_closed("10.1.2.3", 443)
    (None, 'is on this machine or in a private network')
    """
    if not _is_public(address):
        return "is on this machine or in a private network"
    return None if port in _PORTS else f"is at port {port}, which is none of the web's"


def addresses_of(host: str, port: int) -> list[str]:
    """The IP addresses that a host's name stands for, in the order in which they are to be tried.

    Raises:
        OSError: The name is not known.
        UnicodeError: It is no name.
    """
    known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in known))


def _is_public(address: str) -> bool:
    """Whether an address is one of the open network: neither private, local, reserved nor a way to one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return _is_public(str(inner))
        if found in _TRANSLATED:
            return _is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found not in _GLOBAL_UNICAST:
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)
