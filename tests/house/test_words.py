"""The project speaks of the school and its people, not of the workshop in which it was made."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.source import ROOT

# Put together from pieces, as this file is searched like any other.
FORBIDDEN = {
    "map van een werkplaats": re.compile("/" + r"(work|root|home/\w+)/|\.\./" + "shared"),
    "register van pakketten": re.compile(
        "("
        + "|".join(("py" + r"pi\.", "python" + r"hosted\.", "registry\\." + "npm", "npm" + r"js\."))
        + ")",
        re.IGNORECASE,
    ),
    "nummer van een melding": re.compile(
        r"\b(iss" + "ue|tic" + r"ket|pull req" + r"uest)s?\b", re.IGNORECASE
    ),
    "wie het maakte": re.compile(
        r"\b(co" + "dex|chat" + "gpt|co" + r"pilot|sub" + r"agents?)\b", re.IGNORECASE
    ),
}
TEXT = {
    ".py",
    ".html",
    ".css",
    ".js",
    ".md",
    ".txt",
    ".yaml",
    ".yml",
    ".toml",
    ".lock",
    ".json",
    ".svg",
    ".sh",
    "",
}
# What others made is not ours to reword.
THEIRS = ("tests/browser/vendor/", "static/vendor/", "static/fonts/")


def our_files() -> list[Path]:
    """Every text file that git knows or would know, without what others made."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    paths = [name for name in listed if not name.startswith(THEIRS) and Path(name).suffix in TEXT]
    return [ROOT / name for name in paths if (ROOT / name).is_file()]


def offences(text: str) -> list[str]:
    """The kinds of words in a text that do not belong here."""
    return [
        f"{what}: {match.group()}" for what, pattern in FORBIDDEN.items() if (match := pattern.search(text))
    ]


def test_no_file_names_the_workshop() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {offence}"
        for path in our_files()
        for offence in offences(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("text", ["../" + "shared/", "/" + "work/main", "py" + "pi.org", "see iss" + "ue 2"])
def test_a_planted_word_is_found(text: str) -> None:
    assert len(offences(text)) == 1
