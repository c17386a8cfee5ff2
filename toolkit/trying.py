"""Asks whether an official address answers: a short question to the world's public net.

Never inside the house: an address that leads to a private network is not asked.
"""

import http.client
import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

SECONDS = 10
MOST_TURNS = 4
PORTS = {"http": 80, "https": 443}
MOVED = frozenset({301, 302, 303, 307, 308})
# They are there, and want a browser or somebody who signs in.
THERE = frozenset({401, 403, 405, 406, 429})
WHO = "RED-AMUPREV portal, weekly check of official addresses"


@dataclass(frozen=True)
class Door:
    """Which addresses may be asked; tests open it to a server of their own."""

    private: bool = False

    def lets(self, host: str, port: int) -> str:
        """An address of the host that may be asked; empty for none."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        named = [str(each[4][0]) for each in found]
        if self.private:
            return named[0] if named else ""
        if all(ipaddress.ip_address(name).is_global for name in named):
            return named[0] if named else ""
        return ""


PUBLIC = Door()


def answers(address: str, *, door: Door = PUBLIC, seconds: float = SECONDS) -> bool:
    """True when a page stands at the address, after a few turns of the way."""
    try:
        for _turn in range(MOST_TURNS):
            status, onward = _asked(address, door, seconds)
            if status not in MOVED or not onward:
                return 200 <= status < 300 or status in THERE
            address = urljoin(address, onward)
    except (OSError, ValueError, http.client.HTTPException):
        return False
    return False


def _asked(address: str, door: Door, seconds: float) -> tuple[int, str]:
    """What the server says of the address, and where it sends one on."""
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        return 0, ""
    port = parts.port or PORTS[parts.scheme]
    found = door.lets(parts.hostname, port)
    if not found:
        return 0, ""
    line = _line(parts, found, port, seconds)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        line.request("GET", path, headers={"User-Agent": WHO, "Connection": "close"})
        said = line.getresponse()
        return said.status, said.getheader("Location") or ""
    finally:
        line.close()


def _line(
    parts: SplitResult, found: str, port: int, seconds: float
) -> http.client.HTTPConnection:
    """A connection to the very address that was looked at, under the host's name."""
    host = parts.hostname or ""
    kind = (
        http.client.HTTPSConnection
        if parts.scheme == "https"
        else http.client.HTTPConnection
    )
    line = kind(host, port, timeout=seconds)

    def connect(*_args: object, **_kwargs: object) -> socket.socket:
        return socket.create_connection((found, port), seconds)

    line._create_connection = connect  # type: ignore[attr-defined]  # as the library makes its own
    return line
