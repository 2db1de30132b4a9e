"""What somebody whose role ends hands over: a concept to go on with, or a copy of a werkaantekening."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from begeleiders.models import User
from checklists import actions as engine
from collaboration.actions.checks import demand
from collaboration.actions.gesprek import PLAN_FIELDS, log, moved
from collaboration.actions.melding import meld
from collaboration.enums import GesprekStatus, MeldingSoort
from collaboration.models import Gesprek, Gespreksvoerder, Overdracht
from collaboration.queries import einde as eindes
from collaboration.rules import einde as rules
from kern.dates import say_day_year
from students.access import Viewer
from students.enums import Laag


@transaction.atomic
def hand_over(*, by: Viewer, gesprek_id: UUID, aan: UUID) -> Overdracht:
    """Hand a concept or an own werkaantekening over to mentor or KAW-er. Twice is once.

    Of a concept the colleague becomes gespreksvoerder, so that it can be made vastgelegd. A werkaantekening stays its
    author's; the colleague gets a copy as a werkaantekening of their own, that says from whom it is.
    """
    rows = Gesprek.objects.select_for_update(of=("self",)).select_related(
        "student__klas__school", "invulling"
    )
    gesprek = rows.get(pk=gesprek_id)
    there = Overdracht.objects.filter(gesprek=gesprek, aan=aan).first()
    if there:
        return there
    ends = gesprek.student_id in eindes.last_days(by)
    found = eindes.candidates(by, gesprek.student)
    demand(rules.may_hand_over(by, gesprek, aan, ends=ends, candidates=found))
    copy = None
    if gesprek.status == GesprekStatus.CONCEPT:
        Gespreksvoerder.objects.get_or_create(gesprek=gesprek, user_id=aan)
    else:
        copy = _copy(by, gesprek, User.objects.get(pk=aan))
    row = Overdracht.objects.create(
        gesprek=gesprek, aan_id=aan, kopie=copy, gegeven_op=timezone.now(), gegeven_door_id=by.user.pk
    )
    log("gesprek overgedragen", by, gesprek)
    meld(
        by=by,
        aan={aan},
        soort=MeldingSoort.OVERDRACHT,
        student=gesprek.student,
        object_id=(copy or gesprek).pk,
    )
    return row


def _copy(by: Viewer, old: Gesprek, aan: User) -> Gesprek:
    now, key = timezone.now(), uuid4()
    said = {name: getattr(old, name) for name in PLAN_FIELDS}
    origin = f"Overgenomen van {by.user.naam} op {say_day_year(now)}."
    said["tekst"] = f"{origin}\n\n{old.tekst}".strip()
    new = Gesprek(
        pk=key,
        reeks=key,
        student=old.student,
        invulling=engine.copy(by=by.user, invulling=old.invulling, now=now) if old.invulling else None,
        titel=old.titel,
        auteur=aan,
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
        status=GesprekStatus.VASTGELEGD,
        laag=Laag.WERKAANTEKENING,
        vastgelegd_op=now,
        vastgelegd_door_id=by.user.pk,
        **said,
    )
    new.save(force_insert=True)
    moved(new, "", GesprekStatus.VASTGELEGD, by, reden="overgedragen")
    return new
