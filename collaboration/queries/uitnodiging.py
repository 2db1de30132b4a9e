"""The invitations around a student, as the mentor sees them: how each stands, and what there is to do."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from begeleiders.coming_in import Doel, Uitnodiging
from begeleiders.invitations import Stand, alive, last_day, stand_of
from kern.post import refused
from kern.prepared import fetch
from stageplekken.models import Stage
from students.access import Item, Viewer
from students.enums import Soort
from students.models import Student
from students.queries import get_student

S = Stage.Status
AGREED = (S.AFGESPROKEN, S.POK_GETEKEND, S.GESTART, S.LOPEND)


@dataclass(frozen=True)
class Regel:
    """One invitation: its row, how it stands, until when the link works, and since when its address refuses mail."""

    row: Uitnodiging
    stand: Stand
    tot: date
    geweigerd: datetime | None = None
    waar: str = ""

    @property
    def binnen(self) -> bool:
        """Whether this person came in."""
        return self.row.binnen_sinds is not None

    @property
    def te_verbeteren(self) -> bool:
        """Whether the address can be mended."""
        return not self.binnen and self.row.user.last_login is None

    @property
    def te_bevestigen(self) -> bool:
        """Whether the mentor can say that somebody still guides here: the link lapsed, or will within a week."""
        return self.row.doel == Doel.STAGE and self.binnen and (self.tot - timezone.localdate()).days < 7


def of_student(viewer: Viewer, student: Student) -> list[Regel]:
    """The running invitations of one student, newest first: two queries, and one for the refused addresses."""
    rows = fetch(_of_student, [student.pk])
    if not rows:
        return []
    bad, now, living = refused([row.user.email for row in rows]), timezone.now(), alive(rows)
    names = {stage.pk: stage.stageplek.leerbedrijf.naam for stage in open_stages(viewer, student)}
    found = []
    for row in rows:
        stand = stand_of(row, now, lives=row.pk in living)
        if stand is not Stand.INGETROKKEN:
            where = names.get(row.object_ref, "") if row.object_ref else ""
            found.append(Regel(row, stand, last_day(row), bad.get(row.user.email), where))
    return found


def _of_student(values: list[Any]) -> QuerySet[Any]:
    rows = Uitnodiging.objects.filter(student_ref__in=values, ingetrokken_op__isnull=True)
    return rows.exclude(doel=Doel.FORMULIER).select_related("user")


def get_uitnodiging(viewer: Viewer, pk: UUID) -> tuple[Student, Uitnodiging]:
    """An invitation with its student; Http404 where the student is not this person's to know."""
    row = Uitnodiging.objects.select_related("user").filter(~Q(doel=Doel.FORMULIER), pk=pk).first()
    if row is None:
        raise Http404
    return get_student(viewer, row.student_ref), row


def open_stages(viewer: Viewer, student: Student) -> list[Stage]:
    """The stages for which a praktijkbegeleider can be invited: from the moment it is agreed, until it ends."""
    rows = Stage.objects.filter(student=student, status__in=AGREED).select_related("stageplek__leerbedrijf")
    return [
        stage
        for stage in rows.order_by("-begin", "id")
        if viewer.may("lees", student, Item(Soort.STAGE, stage=stage.pk))
    ]
