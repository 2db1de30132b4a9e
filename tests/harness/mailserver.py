"""A real SMTP server on this machine that can be slow, away, refuse an address, or tell a test that a mail came in."""

import asyncio
import logging
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

logging.getLogger("mail.log").setLevel(logging.ERROR)  # every line of every conversation otherwise


def free_port() -> int:
    """A port where nobody listens now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def wait_for(what: Callable[[], Any], seconds: float = 20) -> Any:
    """Until it is true; AssertionError when it takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.02)
    raise AssertionError("Het duurde te lang.")


@dataclass
class MailServer:
    """What it took, and how it behaves; what stands here may be changed while it runs.

    `gone`: addresses refused for good. `later`: address -> how often it is refused for now. `slow`: seconds before the
    answer to a mail. `on_rcpt`, `on_data`: called once the address or the whole mail is in, before the answer leaves.
    """

    port: int = field(default_factory=free_port)
    taken: list[EmailMessage] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    later: Counter[str] = field(default_factory=Counter)
    slow: float = 0
    on_rcpt: Callable[[str], None] | None = None
    on_data: Callable[[EmailMessage], None] | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def running(self) -> Iterator["MailServer"]:
        """It answers within this block, and nobody is at home outside it."""
        controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=20)
        controller.start()
        try:
            yield self
        finally:
            controller.stop()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """The answer to an address."""
        if self.on_rcpt:
            await asyncio.to_thread(self.on_rcpt, address)
        if address in self.gone:
            return "550 5.1.1 Deze brievenbus bestaat niet"
        if self.later[address] > 0:
            self.later[address] -= 1
            return "451 4.7.1 Probeer het later nog eens"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """The answer to a mail."""
        await asyncio.sleep(self.slow)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        with self.lock:
            self.taken.append(mail)
        if self.on_data:
            await asyncio.to_thread(self.on_data, mail)
        return "250 OK"

    def copies(self) -> Counter[str]:
        """How often each mail was taken, by its Message-ID."""
        with self.lock:
            return Counter(str(mail["Message-ID"]) for mail in self.taken)
