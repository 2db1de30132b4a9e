"""Meldingen: made by the other actions, in their transaction; seen by the person."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from begeleiders.models import User
from collaboration.enums import MeldingSoort
from collaboration.models import Melding
from kern.post import link, post
from students.access import Viewer
from students.models import Student

# Who has an unread melding that was mailed so short ago gets no second mail for the next: one visit shows both.
QUIET = timedelta(hours=1)


@transaction.atomic
def meld(
    *,
    by: Viewer | None,
    aan: Iterable[UUID],
    soort: MeldingSoort,
    student: Student,
    object_id: UUID | None = None,
    dringend: bool = False,
    mail: bool = True,
) -> None:
    """Tell these people (ids of users) that there is something; never the one who did it, each person once.

    In the app, and by a mail without name or content (not without `mail`). `by` is None for the clock; `dringend`
    mails also where another mail went less than an hour ago. An unseen melding of the same kind about the same thing
    is not made again.
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
    if mail:
        _mail(who, now, dringend=dringend)


def _mail(who: set[UUID], now: datetime, *, dringend: bool) -> None:
    """One mail for each of these people who has no fresh one; marks the meldingen that it stands for."""
    fresh = Melding.objects.filter(user__in=who, gezien_op__isnull=True, gemaild_op__gt=now - QUIET)
    if not dringend:
        who = who - set(fresh.values_list("user", flat=True))
    new = Melding.objects.filter(user__in=who, gemaakt_op=now, gemaild_op__isnull=True).order_by("id")
    keys = {user: pk for pk, user in new.values_list("pk", "user")}
    for user in User.objects.filter(pk__in=keys, is_active=True).order_by("pk"):
        post(
            to=user.email,
            onderwerp="Er is iets nieuws in Kansrijk",
            sjabloon="melding",
            context={"url": link(reverse("vandaag"))},
            sleutel=f"melding:{keys[user.pk]}",
            ontvanger=user.pk,
        )
    Melding.objects.filter(pk__in=keys.values()).update(gemaild_op=now)


@transaction.atomic
def seen(*, by: Viewer, meldingen: Iterable[UUID]) -> int:
    """Mark these meldingen of this person as seen; says how many were new."""
    mine = Melding.objects.filter(user=by.user.pk, pk__in=list(meldingen), gezien_op__isnull=True)
    return mine.update(gezien_op=timezone.now())
