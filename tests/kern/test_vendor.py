"""What we serve ourselves: complete, licensed, small."""

import json
import re
from pathlib import Path

import brotli
from django.conf import settings

STATIC = settings.BASE_DIR / "static"
TEMPLATES = settings.BASE_DIR / "templates"
FIRST_VISIT = 100_000
HEAVIEST_PAGE = 12_000  # HTML of a long page, compressed; a browser test measures the real ones


def manifest() -> list[dict]:
    return json.loads((STATIC / "vendor/manifest.json").read_text())


def test_versions_are_those_we_chose() -> None:
    assert {package["name"]: package["version"] for package in manifest()} == {
        "htmx.org": "2.0.11",
        "@fontsource/bricolage-grotesque": "5.3.0",
        "@fontsource/atkinson-hyperlegible-next": "5.3.0",
        "@phosphor-icons/core": "2.1.1",
    }


def test_every_package_brings_its_licence() -> None:
    for package in manifest():
        licences = [file["path"] for file in package["files"] if file["path"].endswith("-LICENSE.txt")]
        assert len(licences) == 1, package["name"]


def test_every_font_is_listed() -> None:
    listed = {file["path"] for package in manifest() for file in package["files"]}
    there = {f"fonts/{path.name}" for path in (STATIC / "fonts").iterdir()}
    assert there <= listed
    assert len([path for path in there if path.endswith(".woff2")]) == 6


def test_every_file_that_a_stylesheet_names_exists() -> None:
    missing = [
        (sheet.name, url)
        for sheet in (STATIC / "css").glob("*.css")
        for url in re.findall(r'url\("?([^")]+)"?\)', sheet.read_text())
        if not (sheet.parent / url).resolve().exists()
    ]
    assert missing == []


def icons_in_use() -> set[str]:
    """Names of icons in templates and code, where they are written out."""
    text = "\n".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    names = set(re.findall(r'\{% icon "([a-z-]+)"', text))
    names |= set(re.findall(r'\{% badge "[a-z]*" "([a-z-]+)"', text))
    names |= set(re.findall(r'icon(?:_name)?="([a-z-]+)"', text))
    return names | set(re.findall(r'\{% notice "[a-z]+" "([a-z-]+)"', text))


def test_every_icon_in_use_is_in_the_sprite() -> None:
    there = set(re.findall(r'id="i-([a-z-]+)"', (STATIC / "icons.svg").read_text()))
    assert icons_in_use() - there == set()
    assert len(icons_in_use()) > 10


def compressed(path: Path) -> int:
    return len(brotli.compress(path.read_bytes(), quality=5))


def test_a_first_visit_is_light() -> None:
    files = [*(STATIC / "css").glob("*.css"), *(STATIC / "js").glob("*.js"), STATIC / "vendor/htmx.min.js"]
    total = sum(compressed(path) for path in [*files, STATIC / "icons.svg", STATIC / "favicon.svg"])
    assert total + HEAVIEST_PAGE <= FIRST_VISIT


def test_no_stylesheet_or_script_asks_another_host() -> None:
    ours = [*(STATIC / "css").glob("*.css"), *(STATIC / "js").glob("*.js")]
    assert [
        path.name
        for path in ours
        if re.search(r"(https?:)?//[a-z]", re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL))
    ] == []
