"""Django's SMTP backend with two clocks: short for every step, long for the one answer that decides."""

from __future__ import annotations

import smtplib
import time
from typing import Any

from django.conf import settings
from django.core.mail.backends import smtp


class TooLate(smtplib.SMTPException):
    """The server took so long for the first steps that its last answer could come after our hold has ended."""


class _Patient(smtplib.SMTP):
    """Asks for the answer to the whole mail with much patience: who gives up there, cannot know whether it arrived."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.began = time.monotonic()
        super().__init__(*args, **kwargs)

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Send the mail itself."""
        if time.monotonic() - self.began > settings.POST["prelude"]:
            raise TooLate("The first steps took too long.")
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("No line.")
        self.sock.settimeout(settings.POST["answer"])
        answer = super().data(msg)
        if self.sock is not None:
            self.sock.settimeout(self.timeout)
        return answer


class _PatientSSL(_Patient, smtplib.SMTP_SSL):
    """The same, encrypted from the first byte."""


class EmailBackend(smtp.EmailBackend):
    """What MAILERS names."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """The conversation with the server."""
        return _PatientSSL if self.use_ssl else _Patient
