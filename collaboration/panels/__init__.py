"""What stands on the page of a student and on the first screens, a panel for each topic.

A module of this package gives `on_student(viewer, student)` or `on_first(viewer)`, or both; each answers a `Panel`, or
None where this person has nothing there (and then asks the database nothing). A page shows them in the order below.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from students.access import Viewer
from students.models import Student


@dataclass(frozen=True)
class Panel:
    """One block of a page: its template, what that needs, and where it stands."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    # "boven" before everything else, "midden" in the column, "zij" beside it on a wide screen
    plek: str = "midden"
    # For the jump links of the student page: the id of the block and its word; empty for none.
    anker: str = ""
    kop: str = ""
    # On a first screen: the one thing that is asked first, as a sentence; empty where nothing is asked.
    vraag: str = ""
    # On a first screen with the list of aandacht: what comes right behind silence, before hours and afspraken.
    na_stilte: bool = False


OnStudent = Callable[[Viewer, Student], Panel | None]
OnFirst = Callable[[Viewer], Panel | None]


def gather(found: Iterable[Panel | None]) -> dict[str, list[Panel]]:
    """The panels by place, in order."""
    places: dict[str, list[Panel]] = {"boven": [], "midden": [], "zij": []}
    for panel in found:
        if panel is not None:
            places[panel.plek].append(panel)
    return places
