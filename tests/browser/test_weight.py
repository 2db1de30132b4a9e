"""What a first visit weighs over the line: at most 100 kB, fonts aside, served as production serves it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import PHONE

ROOT = Path(__file__).parents[2]
LIMIT = 100_000
# In its own process: the tables, the cast, something to show, a session of Harold; then the files as they are served.
PREPARE = """
import json, django
django.setup()
from django.conf import settings
from django.core.management import call_command
for command in (["migrate", "--no-input"], ["createcachetable"], ["collectstatic", "--no-input"]):
    call_command(*command, verbosity=0)
from django.test import Client
from tests.browser.pages_of_harold import fill
from tests.cast import build_cast
cast = build_cast()
pages, client = fill(cast), Client()
client.force_login(cast.harold)
cookie = client.cookies[settings.SESSION_COOKIE_NAME]
print(json.dumps({"pages": pages.main, "name": cookie.key, "value": cookie.value}))
"""


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "gunicorn is gestopt"
        try:
            urllib.request.urlopen(f"{url}/gezond/", timeout=5)  # noqa: S310 - our own server
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("gunicorn antwoordt niet")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The site behind gunicorn with the settings of production, but for https: address, pages, cookie of Harold."""
    port = _free_port()
    env = {
        **{
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("KANSRIJK_", "DATABASE_"))
        },
        "DJANGO_SETTINGS_MODULE": "kansrijk.settings",
        "KANSRIJK_SECRET_KEY": "alleen-om-te-wegen",
        "KANSRIJK_HTTPS": "0",
        "KANSRIJK_HOSTS": "127.0.0.1",
        "KANSRIJK_VAR": str(tmp_path_factory.mktemp("var")),
    }
    made = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", PREPARE], env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "kansrijk.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen(command, env=env, cwd=ROOT)  # noqa: S603 - our own server
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, server)
        yield {"url": url, **json.loads(made.stdout.splitlines()[-1])}
    finally:
        server.terminate()
        server.wait(timeout=30)


def weigh(page: Page, path: str) -> dict[str, int]:
    """Bytes over the line for each file of this first visit, headers included, by address; fonts aside."""
    answers: dict[str, tuple[str, str]] = {}
    sizes: dict[str, int] = {}
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")

    def answered(event: dict[str, Any]) -> None:
        answers[event["requestId"]] = (event["response"]["url"], event["type"])

    def loaded(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = int(event["encodedDataLength"])

    line.on("Network.responseReceived", answered)
    line.on("Network.loadingFinished", loaded)
    answer = page.goto(path, wait_until="networkidle")
    assert answer
    assert answer.ok, answer.status
    return {url: sizes.get(key, 0) for key, (url, kind) in answers.items() if kind != "Font"}


def test_first_visit_stays_light(served: dict[str, Any], open_site: Callable[[], BrowserContext]) -> None:
    # One test for all four: making the site takes longest, and each worker would make its own.
    for name in ("login", "vandaag", "student", "stap"):
        context = open_site()
        if name != "login":
            context.add_cookies([{"name": served["name"], "value": served["value"], "url": served["url"]}])
        path = {**served["pages"], "login": "/account/login/"}[name]
        weights = weigh(context.new_page(), served["url"] + path)
        table = "\n".join(
            f"{size:>8} {url}" for url, size in sorted(weights.items(), key=lambda pair: -pair[1])
        )
        assert all(any(part in url for url in weights) for part in (".js", ".css")), table
        assert sum(weights.values()) <= LIMIT, f"{name}: {sum(weights.values())} bytes\n{table}"


@pytest.fixture
def open_site(browser: Any) -> Iterator[Callable[[], BrowserContext]]:
    """open_site() -> a fresh context: nothing in its cache. The watched ones know the test server only."""
    made: list[BrowserContext] = []

    def make() -> BrowserContext:
        made.append(browser.new_context(**PHONE))
        return made[-1]

    yield make
    for context in made:
        context.close()
