"""A reminder by the clock: once for a person, a rule, a thing and a day, also where two clocks look at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.enums.aandacht import Regel
from collaboration.models import Herinnering
from students.models import Student


@dataclass(frozen=True)
class Aanleiding:
    """Why somebody is reminded: the rule, about which thing of which student, and the day that it is about."""

    regel: Regel
    student: Student
    over: UUID
    dag: date
    dringend: bool = False


@transaction.atomic
def remind(*, aan: Iterable[UUID], om: Aanleiding) -> int:
    """Remind these people (ids of users) who were not reminded of this yet; says how many that were."""
    now, new = timezone.now(), []
    for user in sorted(set(aan), key=str):
        _, made = Herinnering.objects.get_or_create(
            object_id=om.over,
            regel=om.regel,
            user_id=user,
            dag=om.dag,
            defaults={"student": om.student, "op": now},
        )
        if made:
            new.append(user)
    soort = MeldingSoort.STILTE if om.regel is Regel.STILTE else MeldingSoort.HERINNERING
    meld(by=None, aan=new, soort=soort, student=om.student, object_id=om.over, dringend=om.dringend)
    return len(new)
