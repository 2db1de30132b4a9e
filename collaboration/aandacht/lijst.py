"""The list of aandacht: what all rules found, a card for each student, less what was set aside."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from collaboration.aandacht.alle import BOUWSTENEN
from collaboration.aandacht.blik import Blik
from collaboration.aandacht.punt import Punt
from collaboration.enums.aandacht import Regel
from collaboration.models import AandachtOpzij
from students.access import Viewer
from students.enums import Rol, Soort
from students.models import Student
from students.prepared import fetch_for

# Whose first screen has this list; others are asked something instead.
ROLLEN: frozenset[Rol] = frozenset().union(*(one.rollen for one in BOUWSTENEN))


# Silence, and questions that already wait long: what nobody answered yet comes behind these.
STIL_OF_GEVRAAGD = frozenset({Regel.STILTE, Regel.STILTE_STAGE, Regel.SIGNAAL, Regel.TERUGMELDING})


@dataclass(frozen=True)
class Kaart:
    """One student, with every reason to look, the heaviest first."""

    student: Student
    punten: list[Punt]

    @property
    def voorop(self) -> bool:
        """Whether this goes before a new question from the stage."""
        return self.punten[0].regel in STIL_OF_GEVRAAGD


@dataclass(frozen=True)
class Opzij:
    """A reason that holds and was set aside."""

    punt: Punt
    rij: AandachtOpzij


@dataclass(frozen=True)
class Lijst:
    """What needs somebody now, and what was set aside until a day."""

    kaarten: list[Kaart]
    opzij: list[Opzij]

    @property
    def voorop(self) -> list[Kaart]:
        """The cards that go before a new question from the stage."""
        return [kaart for kaart in self.kaarten if kaart.voorop]

    @property
    def daarna(self) -> list[Kaart]:
        """The cards behind it: hours, talks and afspraken."""
        return [kaart for kaart in self.kaarten if not kaart.voorop]

    def vind(self, student: UUID, regel: str, over: UUID) -> Punt | None:
        """The reason with this key, also where it is set aside; None where it does not hold (any more)."""
        open_ones = [punt for kaart in self.kaarten for punt in kaart.punten]
        for punt in [*open_ones, *(one.punt for one in self.opzij)]:
            if punt.sleutel == (student, regel, over):
                return punt
        return None


LEEG = Lijst([], [])


def lijst_voor(viewer: Viewer, blik: Blik | None = None) -> Lijst:
    """The list of this person: one query for each rule of these roles, and three for the schools and what is set aside.

    It notes what is shown of each student.
    """
    rules = [one for one in BOUWSTENEN if one.rollen & viewer.rollen]
    if not rules:
        return LEEG
    blik = blik or Blik(viewer)
    found = sorted((punt for one in rules for punt in one.punten(blik)), key=lambda punt: punt.volgorde)
    aside = {(row.student_id, row.regel, row.object_id): row for row in fetch_for(_opzij, viewer)}
    for punt in found:
        viewer.ledger.read(viewer.subject(punt.student, "aandacht", laag=punt.laag))
    return Lijst(
        kaarten=_kaarten([punt for punt in found if punt.sleutel not in aside]),
        opzij=[Opzij(punt, aside[punt.sleutel]) for punt in found if punt.sleutel in aside],
    )


def _opzij(viewer: Viewer) -> QuerySet[Any]:
    """What is set aside today: on the day `tot` it is back."""
    rows = AandachtOpzij.objects.filter(
        viewer.students_q(Soort.PERSONALIA, "student"), tot__gt=viewer.today, terug_op__isnull=True
    )
    return rows.select_related("opzij_door").order_by("tot", "id")


def _kaarten(punten: list[Punt]) -> list[Kaart]:
    """By student, in the order of the heaviest reason of each."""
    by_student: dict[UUID, list[Punt]] = defaultdict(list)
    for punt in punten:
        by_student[punt.student.pk].append(punt)
    return [Kaart(found[0].student, found) for found in by_student.values()]
