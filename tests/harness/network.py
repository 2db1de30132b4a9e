"""No test talks to another machine: a page, a mail or a PDF that needs one is a fault."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any

HERE = {"", "localhost", "localhost.localdomain"}


class NetworkUsed(AssertionError):
    """A connection or a look-up of a name outside this machine."""


def is_here(host: object) -> bool:
    """Whether an address is this machine itself."""
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in HERE:
        return True
    try:
        address = ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _check(host: object) -> None:
    if not is_here(host):
        raise NetworkUsed(f"Een test zocht verbinding met {host!r}. Tests blijven op deze machine.")


@contextmanager
def no_network() -> Iterator[None]:
    """Within it, connections to others raise; loopback and unix sockets work."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def strict_connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _check(address[0])
        connect(self, address)

    def strict_connect_ex(self: socket.socket, address: Any) -> int:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _check(address[0])
        return connect_ex(self, address)

    def strict_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        _check(host)
        return getaddrinfo(host, *args, **kwargs)

    changes = {"connect": strict_connect, "connect_ex": strict_connect_ex}
    for name, function in changes.items():
        setattr(socket.socket, name, function)
    socket.getaddrinfo = strict_getaddrinfo
    try:
        yield
    finally:
        # The methods stand on the C class below; taking ours away shows them again.
        for name in changes:
            delattr(socket.socket, name)
        socket.getaddrinfo = getaddrinfo
