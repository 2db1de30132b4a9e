"""Stages and their end as people make them: through the actions."""

from datetime import date
from typing import Any
from uuid import UUID

from begeleiders.models import User
from collaboration.actions import einde as eindes
from collaboration.models import StageEinde
from stageplekken.actions import stage as stages
from stageplekken.models import Stage
from students.models import Student
from tests.acts_signaal import who
from tests.factories import days

WEEK = {"0": 8.0, "1": 7.5}


def opzet(**more: Any) -> stages.Opzet:
    """A period from a week ago to eleven weeks from now, two days a week."""
    return stages.Opzet(**({"begin": days(-7), "einde": days(77), "uren": 160, "rooster": WEEK} | more))


def stage(
    by: User,
    student: Student,
    plek: UUID,
    status: str = "afgesproken",
    *,
    sleutel: UUID | None = None,
    **more: Any,
) -> Stage:
    """A stage at a place that is known."""
    return stages.arrange(
        by=who(by),
        student=student,
        plek=stages.Plek(plek=plek),
        opzet=opzet(**more),
        status=status,
        sleutel=sleutel,
    )


def signed(by: User, row: Stage, *partijen: str) -> Stage:
    """The same stage with its POK signed by these parties; without names by all three."""
    for partij in partijen or ("student", "leerbedrijf", "school"):
        row = stages.sign(by=who(by), stage_id=row.pk, partij=partij, naam="Iemand", dag=days(-3))
    return row


def ended(
    by: User, row: Stage, hoe: str = "gestopt", *, laatste_dag: date | None = None, **more: Any
) -> StageEinde:
    """The stage is over; without more the student was not asked yet what the leerbedrijf may hear."""
    said = {"reden": "Hij vindt het werk te zwaar."} | more
    afronding = eindes.Afronding(hoe=hoe, laatste_dag=laatste_dag or days(0), **said)
    return eindes.end(by=who(by), stage_id=row.pk, afronding=afronding)


SHARED = {"delen": "woorden", "woorden": "Ik zoek iets dat beter past.", "mondeling": days(0)}
