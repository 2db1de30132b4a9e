"""Inviting somebody, sending a new link, confirming, withdrawing; and what happens when they come in.

Only the hash of a token is kept, so a new link is always a new token: the one before is dead at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from begeleiders.coming_in import Doel, Uitnodiging
from begeleiders.invitations import hash_of, last_day, new_token, url_of, valid_until
from begeleiders.models import User
from kern.log import Subject, record
from kern.post import post


@dataclass(frozen=True)
class Waarvoor:
    """What somebody is invited for: the student, what it leads to, and the rows it belongs to, all by id."""

    doel: Doel
    student: UUID
    object_ref: UUID | None = None
    lid: UUID | None = None
    url_naam: str = ""


def _log(action: str, by: UUID, row: Uitnodiging) -> None:
    about = Subject(kind="uitnodiging", object_id=row.pk, student=row.student_ref)
    record(action, by=by, about=about)


def _mail(row: Uitnodiging, token: str, *, again: bool = False) -> None:
    """Put the link in the post. It goes after codes, which cannot wait; a dead link at the end of it does no harm."""
    post(
        to=row.user.email,
        onderwerp="Kansrijk: je nieuwe link" if again else "Kansrijk: een uitnodiging",
        sjabloon="link" if again else "uitnodiging",
        context={"url": url_of(token), "tot": last_day(row)},
        ontvanger=row.user_id,
    )


def _renew(row: Uitnodiging, now: datetime) -> str:
    """Give a row a new token and a new life; out: the token."""
    token = new_token()
    row.vorige_hash, row.hash = row.hash, hash_of(token)
    row.verstuurd, row.geldig_tot = now, valid_until(row.doel, now)
    row.save(update_fields=["user", "vorige_hash", "hash", "verstuurd", "geldig_tot", "lid_ref"])
    return token


def _locked(pk: UUID) -> Uitnodiging:
    return Uitnodiging.objects.select_for_update(of=("self",)).select_related("user").get(pk=pk)


@transaction.atomic
def invite(*, by: User, user: User, waarvoor: Waarvoor) -> Uitnodiging:
    """Invite somebody; who was invited for the same already gets no second row, and no second mail."""
    running = Uitnodiging.objects.filter(
        user=user,
        student_ref=waarvoor.student,
        doel=waarvoor.doel,
        object_ref=waarvoor.object_ref,
        ingetrokken_op__isnull=True,
    )
    if there := running.select_related("user").first():
        return there
    now, token = timezone.now(), new_token()
    row = Uitnodiging.objects.create(
        user=user,
        doel=waarvoor.doel,
        student_ref=waarvoor.student,
        object_ref=waarvoor.object_ref,
        lid_ref=waarvoor.lid,
        url_naam=waarvoor.url_naam,
        hash=hash_of(token),
        gemaakt_op=now,
        gemaakt_door=by,
        verstuurd=now,
        geldig_tot=valid_until(waarvoor.doel, now),
    )
    _log("uitgenodigd", by.pk, row)
    _mail(row, token)
    return row


@transaction.atomic
def send_again(*, by: User, uitnodiging_id: UUID) -> Uitnodiging:
    """Send a new link to the known address; the old one is dead."""
    row = _locked(uitnodiging_id)
    if row.ingetrokken_op is None:
        token = _renew(row, timezone.now())
        _log("nieuwe link gestuurd", by.pk, row)
        _mail(row, token, again=True)
    return row


@transaction.atomic
def send_elsewhere(*, by: User, uitnodiging_id: UUID, user: User, lid: UUID | None) -> Uitnodiging:
    """The address was wrong: the invitation goes to this person instead, with a new link."""
    row = _locked(uitnodiging_id)
    if row.ingetrokken_op is None:
        row.user, row.lid_ref = user, lid
        token = _renew(row, timezone.now())
        row.vorige_hash = ""  # who got the mail at the wrong address learns nothing more from it
        row.save(update_fields=["vorige_hash"])
        _log("adres verbeterd", by.pk, row)
        _mail(row, token)
    return row


@transaction.atomic
def confirm(*, by: User, uitnodiging_id: UUID) -> Uitnodiging:
    """Say that somebody still guides this stage: the link works for another 30 days."""
    row = _locked(uitnodiging_id)
    if row.ingetrokken_op is None:
        now = timezone.now()
        row.bevestigd_op, row.bevestigd_door = now, by
        row.geldig_tot = valid_until(row.doel, now)
        row.save(update_fields=["bevestigd_op", "bevestigd_door", "geldig_tot"])
        _log("uitnodiging bevestigd", by.pk, row)
    return row


@transaction.atomic
def withdraw(*, by: User, uitnodiging_id: UUID) -> Uitnodiging:
    """Withdraw an invitation; twice is once."""
    row = _locked(uitnodiging_id)
    if row.ingetrokken_op is None:
        row.ingetrokken_op, row.ingetrokken_door = timezone.now(), by
        row.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
        _log("uitnodiging ingetrokken", by.pk, row)
    return row


@transaction.atomic
def came_in(*, by: User, uitnodiging_id: UUID | None = None) -> None:
    """Somebody gave the right code, so reads mail at the known address.

    The invitation that it began with counts as used; the pages of running stages are confirmed by it as well.
    """
    now = timezone.now()
    mine = Uitnodiging.objects.select_for_update().filter(user=by, ingetrokken_op__isnull=True)
    for row in mine:
        first = row.binnen_sinds is None and (row.pk == uitnodiging_id or row.doel != Doel.FORMULIER)
        if row.doel == Doel.STAGE:
            row.bevestigd_op, row.bevestigd_door = now, by
            row.geldig_tot = valid_until(row.doel, now)
        row.binnen_sinds = now if first else row.binnen_sinds
        row.save(update_fields=["bevestigd_op", "bevestigd_door", "geldig_tot", "binnen_sinds"])
        if first:
            _log("uitnodiging aangenomen", by.pk, row)
