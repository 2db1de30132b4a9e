"""What README and docs say is there: rooms, settings, make targets, files behind links, decisions in order."""

import re
from pathlib import Path

import pytest

from tests.house.source import ROOMS, ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text(path: str) -> str:
    """A file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


def rooms_in(page: str) -> set[str]:
    """The rooms in the table of floors: the second cell of its lines."""
    return set(re.findall(r"^\| [^|]+ \| `(\w+)/` \|", page, re.MULTILINE))


def slug(heading: str) -> str:
    """The anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def broken_links(page: Path, body: str) -> list[str]:
    """Links inside the project that lead nowhere, anchors included."""
    found = []
    for match in LINK.finditer(body):
        target = match[1] or match[2]
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists():
            found.append(f"{page.relative_to(ROOT)}: {target} bestaat niet")
        elif anchor and anchor not in map(slug, HEADING.findall(file.read_text(encoding="utf-8"))):
            found.append(f"{page.relative_to(ROOT)}: {target} heeft dit kopje niet")
    return found


def settings_names() -> set[str]:
    """Every variable of the environment that the settings read."""
    return set(re.findall(r"(?:flag|environ\.get)\(\s*\"(\w+)\"", text("kansrijk/settings.py")))


def unknown_targets(body: str) -> set[str]:
    """The make targets that a page names in code and that are not there."""
    there = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    return set(re.findall(r"`(?:[A-Z_]+=\S+ )*make ([a-z]+)`", body)) - there


def test_every_room_stands_in_the_house_and_nothing_else() -> None:
    assert rooms_in(text("docs/house.md")) == ROOMS
    assert all((ROOT / room / "apps.py").is_file() for room in ROOMS)


def test_the_readme_names_every_room() -> None:
    assert [room for room in sorted(ROOMS) if f"| `{room}/` |" not in text("README.md")] == []


def test_the_readme_names_every_setting() -> None:
    assert {"KANSRIJK_SECRET_KEY", "KANSRIJK_PROXIES"} <= settings_names()
    readme = text("README.md")
    assert [name for name in sorted(settings_names() | {"DATABASE_URL"}) if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_leads_somewhere(file: Path) -> None:
    assert broken_links(file, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_make_target_exists(file: Path) -> None:
    assert unknown_targets(file.read_text(encoding="utf-8")) == set()


def test_pictures_are_small_and_say_what_they_show() -> None:
    assert [path.name for path in (ROOT / "docs/img").iterdir() if path.stat().st_size > 200_000] == []
    for tag in re.findall(r"<img [^>]+>", text("README.md")):
        assert re.search(r'alt="[^"]{20,}"', tag), tag


def test_decisions_are_numbered_and_whole() -> None:
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [path.name[:4] for path in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for path in pages:
        body = path.read_text(encoding="utf-8")
        assert body.startswith(f"# {path.name[:4]} "), path.name
        for part in ("**Context.**", "**Decision.**", "**Consequences.**"):
            assert part in body, f"{path.name} mist {part}"


def test_a_planted_fault_is_found() -> None:
    page = ROOT / "docs/house.md"
    assert broken_links(
        page, "[weg](bestaat-niet.md) [kop](house.md#bestaat-niet) [goed](house.md#the-house)"
    ) == [
        "docs/house.md: bestaat-niet.md bestaat niet",
        "docs/house.md: house.md#bestaat-niet heeft dit kopje niet",
    ]
    assert unknown_targets("doe `PORT=1 make vlieg` of `make run`") == {"vlieg"}
    assert rooms_in("| 1 | `zolder/` | stof |") == {"zolder"}
