"""The pictures of the README, taken anew from a fresh demo world: .venv/bin/python -m tests.demo.pictures

Needs Chromium, and pdftoppm (Debian: poppler-utils) for the picture of the PDF. Takes half a minute.
"""

import io
import os
import subprocess
import sys
import tempfile
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM
from tests.drill.place import ROOT, serving

FOLDER = ROOT / "docs/img"
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP = {"viewport": {"width": 1280, "height": 1000}}
# On a phone the picture begins a little above this heading.
PHONE_BEGINS = {"stap": "3a. Zo gaat het goed!", "verslag": "In gewone woorden"}


def keep(data: bytes, name: str) -> None:
    """Write a picture with a palette of 256 colours."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    small = picture.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=4, dither=Image.Dither.NONE)
    small.save(FOLDER / name, optimize=True)
    sys.stdout.write(f"{name}: {picture.width} x {picture.height}, {(FOLDER / name).stat().st_size} bytes\n")


def keep_pdf(data: bytes) -> None:
    """Write a picture of the first page of a PDF."""
    command = ["pdftoppm", "-png", "-r", "100", "-singlefile", "-"]
    drawn = subprocess.run(command, input=data, capture_output=True, check=True)  # noqa: S603 - our own command
    keep(drawn.stdout, "verslag-pdf.png")


def screen(page: Page, name: str, *, phone: bool) -> None:
    """One screen as it stands, once everything is there."""
    page.wait_for_load_state("networkidle")
    if phone and name in PHONE_BEGINS:
        heading = page.get_by_role("heading", name=PHONE_BEGINS[name]).first
        heading.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 50)")
    page.wait_for_timeout(500)
    keep(page.screenshot(), f"{name}{'-telefoon' if phone else ''}.png")


def walk(page: Page, *, phone: bool) -> None:
    """Harold: his first screen, the gesprek he can finish, and a verslag of Marije."""
    page.goto("/account/login/")
    page.get_by_role("button", name="Harold").first.click()
    page.wait_for_url("**/")
    screen(page, "vandaag", phone=phone)
    page.get_by_role("link", name="Ga verder").first.click()
    page.wait_for_url("**/stap/s3/**")
    page.goto(page.url.split("#")[0])
    screen(page, "stap", phone=phone)
    page.goto("/studenten/")
    page.get_by_role("link", name="Marije").first.click()
    page.wait_for_url("**/studenten/*/")
    page.goto(f"{page.url}?soort=gesprekken&aantal=50")
    page.get_by_role("link", name="Gesprek: Weten waar je aan toe bent", exact=True).last.click()
    page.wait_for_url("**/gesprekken/**")
    screen(page, "verslag", phone=phone)
    if not phone:
        keep_pdf(page.request.get(f"{page.url}verslag.pdf").body())


def main(folder: str) -> None:
    """A demo world of its own, a server, and two devices."""
    os.environ |= {"KANSRIJK_VAR": folder, "KANSRIJK_DEMO": "1", "KANSRIJK_HTTPS": "0", "KANSRIJK_DEBUG": "0"}
    os.environ |= {"KANSRIJK_SECRET_KEY": "alleen-voor-de-beelden", "KANSRIJK_HOSTS": "127.0.0.1"}
    os.environ.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "scripts/prepare.py"], cwd=ROOT, check=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving() as server, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        devices: tuple[dict[str, Any], ...] = (PHONE, DESKTOP)
        for device in devices:
            context = browser.new_context(
                base_url=f"http://127.0.0.1:{server.port}",
                locale="nl-NL",
                timezone_id="Europe/Amsterdam",
                **device,
            )
            context.set_default_timeout(60_000)
            walk(context.new_page(), phone=device is PHONE)
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="kansrijk-beelden-") as place:
        main(place)
