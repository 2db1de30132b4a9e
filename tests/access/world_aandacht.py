"""Aandacht in the world of the access tests: an afspraak over its day, what was set aside, meldingen."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from collaboration.actions import aandacht as actions
from collaboration.enums import MeldingSoort
from collaboration.enums.aandacht import Regel
from collaboration.models import Melding
from tests.factories import AfspraakFactory, days

if TYPE_CHECKING:
    from tests.access.world import World

MENTOREN = {"marije": "mentor", "has": "mentor", "milan": "mentor_klas", "lotte": "mentor_school"}
# Whose melding it is, and about whom; the mentor that was reads it no more.
MELDINGEN = {
    "van_mentor": ("mentor", "marije"),
    "van_praktijk": ("praktijk", "marije"),
    "van_student": ("student", "marije"),
    "van_ex": ("ex_mentor", "marije"),
    "ander_school": ("mentor_school", "lotte"),
}


def build(world: "World") -> dict[str, Any]:
    """Everything by the name that the tables use."""
    found: dict[str, Any] = {}
    for name, by in MENTOREN.items():
        student, viewer = world.students[name], world.viewer(by)
        late = AfspraakFactory.create(
            student=student, auteur=viewer.user, voor=days(-40), wat="Het rooster bekijken"
        )
        found[f"over {name}"] = late.pk
        wat = actions.Reden(Regel.STILTE.value, student.pk, "Op reis", days(5))
        found[f"opzij {name}"] = actions.set_aside(by=viewer, student=student, wat=wat).pk
    for name, (whose, about) in MELDINGEN.items():
        found[f"melding {name}"] = Melding.objects.create(
            user=world.people[whose], soort=MeldingSoort.TEAM, student=world.students[about],
            gemaakt_op=timezone.now(),
        ).pk  # fmt: skip
    for name in ("e1b", "e1a", "z1a"):
        klas = getattr(world.cast, name)
        found[f"klas {name}"] = klas.pk
        found[f"studenten {name}"] = [str(pk) for pk in klas.studenten.values_list("pk", flat=True)]
    return found


def key(world: "World", kind: str, name: str) -> UUID:
    """The id of an object, or one that nothing has."""
    found: UUID = world.aandacht.get(f"{kind} {name}") or uuid4()
    return found
