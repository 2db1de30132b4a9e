"""A place of its own for the drill: an empty database with production settings, and the server of `make run` on it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# As in scripts/run.
GUNICORN = "--worker-class gthread --workers 2 --threads 3 --graceful-timeout 10 --log-level critical".split()
WSGI = "kansrijk.wsgi"
PATIENCE = 60


@contextmanager
def own_place() -> Iterator[Path]:
    """Set up Django on an empty database that is gone afterwards; call it before anything else uses Django."""
    with tempfile.TemporaryDirectory(prefix="kansrijk-oefening-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "kansrijk.settings",
            "KANSRIJK_VAR": folder,
            "KANSRIJK_SECRET_KEY": "alleen-voor-de-oefening",
            "KANSRIJK_HTTPS": "0",  # it speaks plain HTTP, to this machine only
            "KANSRIJK_DEMO": "0",
            "KANSRIJK_DEBUG": "0",
            "KANSRIJK_HOSTS": "127.0.0.1",
        }
        subprocess.run([sys.executable, "scripts/prepare.py"], cwd=ROOT, check=True)
        import django

        django.setup()
        yield Path(folder)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


class Server:
    """Gunicorn with two workers, in a group of processes that dies at one blow."""

    def __init__(self, wsgi: str = WSGI) -> None:
        self.port = _free_port()
        command = [sys.executable, "-m", "gunicorn", wsgi, "--bind", f"127.0.0.1:{self.port}", *GUNICORN]
        with Path(os.environ["KANSRIJK_VAR"], "server.log").open("a") as log:
            self.process = subprocess.Popen(  # noqa: S603
                command, cwd=ROOT, start_new_session=True, stderr=log
            )

    def wait(self) -> None:
        """Until it takes calls."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                time.sleep(0.02)
        log = Path(os.environ["KANSRIJK_VAR"], "server.log").read_text()
        raise RuntimeError(f"De server kwam niet op: {log[-2000:]}")

    def kill(self) -> None:
        """kill -9: master and workers, without a last word."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def serving(wsgi: str = WSGI) -> Iterator[Server]:
    """A server for as long as the block lasts."""
    server = Server(wsgi)
    try:
        server.wait()
        yield server
    finally:
        server.kill()
