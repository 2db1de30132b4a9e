"""The end of a role in a klas or on a team: never while the regie would be left with nobody."""

from datetime import date
from uuid import UUID

from django.db import transaction

from begeleiders.memberships import Membership
from collaboration.actions.checks import Refused, demand
from collaboration.actions.regie import lapse
from collaboration.enums.zorg import AanbodStatus
from collaboration.models import RegieAanbod
from collaboration.rules import rol as rules
from kern.log import Subject, record
from students.access import Viewer
from students.models import KlasRol, Student, TeamLid


def demand_end(by: Viewer, row: Membership, laatste_dag: date, reden: str) -> None:
    """Refuse an end without a reason, or on a day that was. Part of the action that ends a role."""
    if not reden.strip():
        raise Refused("Schrijf op waarom deze rol stopt.", code="reden")
    if laatste_dag < max(by.today, row.begin):
        raise Refused("Kies vandaag of een latere dag als laatste dag.", code="laatste_dag")


def set_end(row: Membership, laatste_dag: date, reden: str) -> None:
    """Give a role its last day. Part of the action that ends it."""
    row.einde, row.eindreden = laatste_dag, reden
    row.save(update_fields=["einde", "eindreden"])


@transaction.atomic
def end_team(*, by: Viewer, lid_id: UUID, laatste_dag: date, reden: str) -> TeamLid:
    """A praktijkbegeleider or peercoach leaves the team of one student. Twice is once."""
    lid = (
        TeamLid.objects.select_for_update(of=("self",)).select_related("student__klas", "user").get(pk=lid_id)
    )
    demand(rules.may_end_team(by, lid))
    demand_end(by, lid, laatste_dag, reden)
    if (lid.einde, lid.eindreden) != (laatste_dag, reden):
        set_end(lid, laatste_dag, reden)
        about = by.subject(lid.student, "team", object_id=lid.pk)
        record("rol krijgt een laatste dag", by=by.user.pk, about=about)
    return lid


@transaction.atomic
def end_klas(*, by: Viewer, rol_id: UUID, laatste_dag: date, reden: str) -> KlasRol:
    """A mentor or KAW-er leaves a klas. Twice is once.

    Raises Refused while this person has the regie of a student of the klas: that needs a successor first. Every
    change of the regie locks its student, as this does, so none slips between.
    """
    rol = (
        KlasRol.objects.select_for_update(of=("self",)).select_related("klas__school", "user").get(pk=rol_id)
    )
    demand(rules.may_end_klas(by, rol))
    demand_end(by, rol, laatste_dag, reden)
    if (rol.einde, rol.eindreden) == (laatste_dag, reden):
        return rol
    locked = Student.objects.select_for_update().filter(klas=rol.klas_id).order_by("pk")
    held = sum(student.regie_houder_id == rol.user_id for student in locked)
    if held:
        raise Refused(rules.still_has_regie(rol.user.naam, held), code="regie")
    lapse_offers(by, rol)
    set_end(rol, laatste_dag, reden)
    about = Subject(kind="klasrol", object_id=rol.pk, school=rol.klas.school_id)
    record("rol krijgt een laatste dag", by=by.user.pk, about=about)
    return rol


def lapse_offers(by: Viewer, rol: KlasRol) -> None:
    """Who leaves can take over nothing any more."""
    offers = RegieAanbod.objects.filter(
        aan=rol.user_id, status=AanbodStatus.AANGEBODEN, student__klas=rol.klas_id
    )
    for one in offers.select_related("student__klas__school", "van", "aan").order_by("pk"):
        lapse(by, one, f"{rol.user.naam} gaat weg uit de klas.")
