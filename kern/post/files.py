"""Mail as files that a person can read, for the demo world: it mails nobody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class EmailBackend(BaseEmailBackend):
    """Writes each mail to a file of its own in `file_path`, named after the moment."""

    def __init__(self, *, file_path: Path, **options: Any) -> None:
        super().__init__(**options)
        self.folder = Path(file_path)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Out: how many were written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{timezone.localtime():%Y-%m-%d %H.%M.%S.%f}.txt"
            text = f"Aan: {', '.join(message.to)}\nOnderwerp: {message.subject}\n\n{message.body}"
            (self.folder / name).write_text(text, encoding="utf-8")
        return len(email_messages)
