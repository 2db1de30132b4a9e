"""The matrix of the student's own words: handleiding, gedeeld beeld, leefgebieden."""

from collections.abc import Callable
from typing import Any

from tests.access.table import NO, Row
from tests.access.world import World
from tests.access.world_handleiding import key

STUDENTS = "student student_ander"
# Who knows the student as a begeleider, and the student's own account.
KENT = {
    "marije": ("mentor kawer praktijk peercoach zorg", "student"),
    "sanna": ("mentor kawer praktijk_ander peercoach zorg_ander", "student_ander"),
    "milan": ("mentor_klas peer_ander", ""),
    "lotte": ("mentor_school kawer_school praktijk_school", ""),
}
# Of the leefgebieden the stage and the peercoach never hear.
NOOIT = ("praktijk", "peer")
HTMX = {302: 200}


def _who(status: int, names: str) -> str:
    return f"{status} {names}" if names else ""


def _cells(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def handleiding_rows() -> list[Row]:
    """Every address of students/urls/handleiding.py."""
    found = [
        Row("handleiding", "", f"200 {STUDENTS}", NO, {}),
        Row("handleiding_deel", "worden", f"200 {STUDENTS}", f"302 {STUDENTS}", {}),
        Row("handleiding_antwoord", "vraag", NO, "302 student", {}),
        Row("vrijgave", "", NO, f"302 {STUDENTS}", HTMX),
        Row("telefoon_handleiding", "", "302 ingelogd", "302 ingelogd", {}),
    ]
    for name, (team, own) in KENT.items():
        asks = _cells(_who(403, own), _who(302, team))
        found += [
            Row("handleiding_van", name, _cells(_who(302, own), _who(200, team)), NO, {}),
            Row("handleiding_vraag", name, NO, asks, {}),
            Row("handleiding_samen", name, NO, asks, {}),
            Row("gedeeld_beeld", name, _who(200, f"{team} {own}"), NO, {}),
            Row("gedeeld_beeld_deel", name, _who(200, f"{team} {own}"), _who(302, f"{team} {own}"), {}),
        ]
        school = " ".join(one for one in team.split() if not one.startswith(NOOIT))
        says = _cells(_who(302, own), _who(403, school))
        found.append(Row("leefgebieden", name, _who(200, f"{school} {own}"), says, HTMX))
    found += [
        Row("handleiding_pdf", "marije", "302 kawer · 200 mentor praktijk peercoach zorg student", NO, {}),
        Row("handleiding_pdf", "lotte", f"302 {KENT['lotte'][0]}", NO, {}),
    ]
    return found


ARGS: dict[str, Callable[[World, str], list[Any]]] = {
    "handleiding_deel": lambda w, name: [name],
    "handleiding_antwoord": lambda w, name: [key(w, name)],
    "handleiding_van handleiding_vraag handleiding_samen handleiding_pdf gedeeld_beeld leefgebieden": (
        lambda w, name: [w.students[name].pk]
    ),
    "gedeeld_beeld_deel": lambda w, name: [w.students[name].pk, "rekening"],
}
BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    "handleiding_deel": lambda: {"tekst": "Ik wil kok worden.", "was": "tekst:0"},
    "handleiding_antwoord": lambda: {"antwoord": "ja"},
    "vrijgave": lambda: {"soort": "handleiding", "onderdeel": "goed", "ziet": "ja"},
    "handleiding_vraag": lambda: {"onderdeel": "worden", "waarom": "Dan weet ik wat je zoekt."},
    "gedeeld_beeld_deel": lambda: {"tekst": "Rustig beginnen.", "was": "tekst:0"},
    "leefgebieden": lambda: {"gebied": "dagbesteding", "stand": "speelt"},
}
