"""Who may read doelen, steps and successes: the table of access once more, for tests/sweep/grants.py."""

from collections.abc import Callable
from typing import Any

from students.models import Doel, Vrijgave
from tests.sweep.people import Person

TEAM = "mentor kawer zorgmedewerker zorgcoordinator student"
CHOSEN = "praktijkbegeleider peercoach"


def doel(person: Person, row: Doel) -> bool:
    """The school's team and the student; who else the student gave this very doel to, while on the team."""
    if person.has(row.student_id, TEAM):
        return True
    given = Vrijgave.objects.filter(
        aan=person.user, soort="doel", onderdeel=str(row.pk), ingetrokken_op__isnull=True
    )
    return person.has(row.student_id, CHOSEN) and given.exists()


def succes(person: Person, row: Any) -> bool:
    """The same, and what one wrote oneself; on the way to a doel, who reads that doel."""
    if person.has(row.student_id, TEAM):
        return True
    own = row.auteur_id == person.user.pk and person.has(row.student_id, CHOSEN)
    return own or (row.doel is not None and doel(person, row.doel))


DOEL: dict[str, Callable[[Person, Any], bool]] = {
    **{f"students.Doel.{name}": doel for name in ("titel", "droom", "reden")},
    "students.DoelStap.tekst": lambda person, row: doel(person, row.doel),
    "students.DoelOvergang.reden": lambda person, row: doel(person, row.doel),
    "students.Succes.tekst": succes,
}
