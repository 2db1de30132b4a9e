"""A contactpoging, in one tap, and its undo."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from collaboration.actions.checks import demand, once
from collaboration.enums import PogingUitkomst, PogingWijze
from collaboration.models import Contactpoging
from collaboration.rules import gesprek as rules
from kern.log import record
from students.access import Viewer
from students.models import Student


@dataclass(frozen=True)
class Poging:
    """How it was tried, and what came of it."""

    wijze: str = PogingWijze.GEBELD
    uitkomst: str = PogingUitkomst.GEEN_GEHOOR
    notitie: str = ""


@transaction.atomic
def note(*, by: Viewer, student: Student, poging: Poging, sleutel: UUID | None = None) -> Contactpoging:
    """Note an attempt to reach a student; the same form sent twice is one attempt."""
    demand(rules.may_write(by, student))
    said = {"wijze": poging.wijze, "uitkomst": poging.uitkomst, "notitie": poging.notitie}
    sleutel, there = once(Contactpoging.objects.filter(auteur=by.user.pk), student, sleutel, said)
    if there:
        return there
    laag, stage = rules.poging_layer(by, student)
    row = Contactpoging(
        pk=sleutel,
        student=student,
        wijze=poging.wijze,
        uitkomst=poging.uitkomst,
        notitie=poging.notitie,
        wanneer=timezone.now(),
        laag=laag,
        stage_id=stage,
        auteur_id=by.user.pk,
    )
    row.save(force_insert=True)
    about = by.subject(student, "contactpoging", laag=laag, object_id=row.pk)
    record("contactpoging genoteerd", by=by.user.pk, about=about)
    return row


@transaction.atomic
def take_back(*, by: Viewer, poging: Contactpoging) -> None:
    """Undo a tap by mistake; the log keeps that it was there."""
    demand(rules.may_undo_poging(by, poging))
    about = by.subject(poging.student, "contactpoging", laag=poging.laag, object_id=poging.pk)
    record("contactpoging weggehaald", by=by.user.pk, about=about)
    poging.delete()
