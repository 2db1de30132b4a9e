#!/usr/bin/env python3
"""Fetch what others made and we serve ourselves: htmx, two typefaces, the icons.

Run by hand when a version below changes; needs npm. It writes the files under static/, the licence of each, and
static/vendor/manifest.json with the version and the sha256 of every file, which a test compares.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

STATIC = Path(__file__).resolve().parent.parent / "static"

FONT_TEXT, FONT_HEAD = "atkinson-hyperlegible-next", "bricolage-grotesque"
# Latin for Dutch, latin-ext for names such as Tarık and Kovač; only the weights that the stylesheet uses.
FONT_FILES = [
    (name, f"{name}-{subset}-{weight}-normal.woff2")
    for name, weights in ((FONT_HEAD, (700,)), (FONT_TEXT, (400, 700)))
    for weight in weights
    for subset in ("latin", "latin-ext")
]
ICONS_FILL = ("check-circle", "star")
ICONS = """
arrow-bend-up-right arrow-counter-clockwise arrow-left arrow-right arrows-left-right bell bell-slash book-open-text
calendar-blank calendar-check calendar-plus caret-down chart-bar-horizontal chat-circle-dots chats-circle check
circle-dashed clock cloud-arrow-up cloud-check cloud-slash compass copy device-mobile door-open download-simple
envelope-simple equals eye eye-slash file-pdf file-text flag flag-banner footprints funnel graduation-cap hand-heart
handshake heart hourglass-medium house identification-badge info key lightbulb list-checks lock-simple
magnifying-glass megaphone note-pencil paper-plane-tilt pencil-simple phone phone-call plant plus printer question
quotes shield-check sign-out signpost sparkle speaker-high spinner-gap stairs storefront target thumbs-up trash tray
trend-up user user-circle user-switch users users-three warning-circle wifi-slash x
""".split()

PACKAGES: list[dict[str, Any]] = [
    {"name": "htmx.org", "version": "2.0.11", "licence": "0BSD"},
    {"name": f"@fontsource/{FONT_HEAD}", "version": "5.3.0", "licence": "OFL-1.1"},
    {"name": f"@fontsource/{FONT_TEXT}", "version": "5.3.0", "licence": "OFL-1.1"},
    {"name": "@phosphor-icons/core", "version": "2.1.1", "licence": "MIT"},
]


def unpack(name: str, version: str, into: Path) -> Path:
    """Download one npm package; returns the folder of its files."""
    target = into / re.sub(r"\W+", "-", name)
    target.mkdir()
    packed = subprocess.run(
        ["npm", "pack", f"{name}@{version}", "--silent", "--pack-destination", str(target)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    with tarfile.open(target / packed.splitlines()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def put(path: str, data: bytes) -> dict[str, str]:
    """Write one file below static/; returns its line for the manifest."""
    target = STATIC / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return {"path": path, "sha256": hashlib.sha256(data).hexdigest()}


def sprite(package: Path) -> bytes:
    """One SVG with a symbol `i-<name>` for each icon in use."""
    names = [(name, "bold", name) for name in ICONS] + [(f"{name}-fill", "fill", name) for name in ICONS_FILL]
    symbols = []
    for symbol, weight, name in sorted(names):
        svg = (package / "assets" / weight / f"{name}-{weight}.svg").read_text()
        paths = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
        symbols.append(f'<symbol id="i-{symbol}" viewBox="0 0 256 256">{paths}</symbol>')
    head = "<!-- Phosphor Icons (bold, a few fill), MIT License, Copyright (c) 2023 Phosphor Icons -->"
    return (f'{head}\n<svg xmlns="http://www.w3.org/2000/svg">' + "\n".join(symbols) + "</svg>\n").encode()


def files_of(name: str, package: Path) -> list[dict[str, str]]:
    """Copy what we use of one package; returns its lines for the manifest, licence first."""
    licence = (package / "LICENSE").read_bytes()
    if name == "htmx.org":
        script = (package / "dist/htmx.min.js").read_bytes()
        return [put("vendor/htmx-LICENSE.txt", licence), put("vendor/htmx.min.js", script)]
    if name == "@phosphor-icons/core":
        return [put("vendor/phosphor-icons-LICENSE.txt", licence), put("icons.svg", sprite(package))]
    font = name.removeprefix("@fontsource/")
    lines = [put(f"fonts/{font}-LICENSE.txt", licence)]
    return lines + [
        put(f"fonts/{file}", (package / "files" / file).read_bytes())
        for owner, file in FONT_FILES
        if owner == font
    ]


def main() -> None:
    """Fetch everything and write the manifest."""
    with tempfile.TemporaryDirectory() as folder:
        manifest = [
            package
            | {"files": files_of(package["name"], unpack(package["name"], package["version"], Path(folder)))}
            for package in PACKAGES
        ]
    (STATIC / "vendor/manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    main()
