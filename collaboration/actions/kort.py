"""A plain gesprek in one go: begun, with its afspraak, and vastgelegd."""

from uuid import UUID

from django.db import transaction

from collaboration.actions import afspraak, gesprek
from collaboration.actions.vastleggen import vastleggen
from collaboration.enums import GesprekStatus
from collaboration.models import Gesprek
from stageplekken.models import Stage
from students.access import Viewer
from students.models import Student


@transaction.atomic
def note(
    *,
    by: Viewer,
    student: Student,
    plan: gesprek.Plan,
    belofte: afspraak.Belofte | None,
    laag: str,
    stage: Stage | None = None,
    sleutel: UUID | None = None,
) -> Gesprek:
    """Note what was said in the corridor, as one change: all of it stands, or nothing.

    Sent twice with the same `sleutel` it is one gesprek with one afspraak. Raises as `gesprek.start` and
    `vastleggen` do.
    """
    begun = gesprek.start(by=by, student=student, plan=plan, sleutel=sleutel)
    if belofte and begun.status == GesprekStatus.CONCEPT:
        afspraak.make(by=by, student=student, belofte=belofte, gesprek=begun)
    return vastleggen(by=by, gesprek_id=begun.pk, laag=laag, stage=stage)
