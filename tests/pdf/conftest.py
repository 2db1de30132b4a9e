"""Every warning of the type setter fails a test: it stands for a font, a language or a picture that is not there."""

import logging
from collections.abc import Iterator

import pytest


class Heard(logging.Handler):
    """Collects what WeasyPrint warns about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@pytest.fixture(autouse=True)
def heard() -> Iterator[list[str]]:
    """The warnings so far. A test that plants something wrong looks at them and clears the list."""
    handler, logger = Heard(), logging.getLogger("weasyprint")
    logger.addHandler(handler)
    yield handler.messages
    logger.removeHandler(handler)
    assert handler.messages == []
