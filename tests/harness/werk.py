"""`manage.py werk` as a process of its own, on the database of the test, to be killed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from tests.house.source import ROOT


def _environment(port: int, changes: dict[str, Any]) -> dict[str, str]:
    wanted = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")
    database = {key: str(connection.settings_dict[key]) for key in wanted}
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.harness.settings_werk",
        "KANSRIJK_TEST_DATABASE": json.dumps(database),
        "KANSRIJK_TEST_CHANGES": json.dumps(changes),
        "KANSRIJK_SMTP_URL": f"smtp://127.0.0.1:{port}",
        "KANSRIJK_HTTPS": "0",
        "KANSRIJK_DEMO": "0",
    }


class WerkProcess:
    """One worker process; `changes` are other values for POST and WERK of the settings."""

    def __init__(self, port: int, hands: int = 2, **changes: dict[str, Any]) -> None:
        command = [sys.executable, "manage.py", "werk", f"--handen={hands}"]
        self.process: subprocess.Popen[Any] = subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, env=_environment(port, changes)
        )

    def kill(self) -> None:
        """kill -9, without a last word."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Ask it to stop, and wait until it did."""
        self.process.terminate()
        return self.process.wait(timeout=20)


@contextmanager
def working(port: int, hands: int = 2) -> Iterator[WerkProcess]:
    """A worker for as long as the block lasts; whatever happens, it is gone afterwards."""
    werk = WerkProcess(port, hands)
    try:
        yield werk
    finally:
        werk.kill()
