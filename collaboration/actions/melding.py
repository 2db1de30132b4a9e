"""Meldingen: made by the other actions, in their transaction; seen by the person."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from collaboration.enums import MeldingSoort
from collaboration.models import Melding
from students.access import Viewer
from students.models import Student


@transaction.atomic
def meld(
    *,
    by: Viewer | None,
    aan: Iterable[UUID],
    soort: MeldingSoort,
    student: Student,
    object_id: UUID | None = None,
) -> None:
    """Tell these people (ids of users) that there is something; never the one who did it, each person once.

    `by` is None for the clock. An unseen melding of the same kind about the same thing is not made again.
    """
    who = set(aan) - ({by.user.pk} if by else set())
    told = Melding.objects.filter(user__in=who, soort=soort, object_id=object_id, gezien_op__isnull=True)
    who -= set(told.filter(student=student).values_list("user", flat=True))
    now = timezone.now()
    Melding.objects.bulk_create(
        Melding(
            user_id=user,
            soort=soort,
            student=student,
            object_id=object_id,
            gemaakt_op=now,
            gemaakt_door_id=by.user.pk if by else None,
        )
        for user in sorted(who, key=str)
    )


@transaction.atomic
def seen(*, by: Viewer, meldingen: Iterable[UUID]) -> int:
    """Mark these meldingen of this person as seen; says how many were new."""
    mine = Melding.objects.filter(user=by.user.pk, pk__in=list(meldingen), gezien_op__isnull=True)
    return mine.update(gezien_op=timezone.now())
