"""A success: noted by somebody, or found in what was entered; then it is there once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kern.log import Subject, record
from students.access import Viewer
from students.checks import Refused, demand, once
from students.enums import SuccesSoort
from students.models import Doel, Student, Succes
from students.rules import doel as rules


@dataclass(frozen=True)
class Vondst:
    """What was found: the kind, the words, the day, and in what it was found ("stap:<id>"); `auteur` who saw it."""

    soort: str
    tekst: str
    dag: date
    bron_ref: str
    doel: Doel | None = None
    auteur: UUID | None = None


def _log(action: str, by: Viewer | None, row: Succes) -> None:
    student = row.student
    about = (
        by.subject(student, "succes", object_id=row.pk)
        if by
        else Subject("succes", row.pk, student=student.pk, school=student.klas.school_id)
    )
    record(action, by=by.user.pk if by else None, about=about)


@transaction.atomic
def noteer_succes(
    *,
    by: Viewer,
    student: Student,
    tekst: str,
    dag: date,
    doel: Doel | None = None,
    sleutel: UUID | None = None,
) -> Succes:
    """Note what went well; the same form sent twice is one. Raises PermissionDenied for who is not on the team."""
    demand(rules.may_add_success(by, student))
    if not tekst.strip():
        raise Refused("Schrijf op wat er lukte.", code="tekst")
    said = {"tekst": tekst.strip(), "dag": dag}
    key, there = once(Succes.objects.filter(auteur=by.user.pk), student, sleutel, said)
    if there:
        return there
    row = Succes(
        pk=key,
        student=student,
        doel=doel,
        soort=SuccesSoort.ZELF,
        auteur_id=by.user.pk,
        wanneer=timezone.now(),
        **said,
    )
    row.save(force_insert=True)
    _log("succes genoteerd", by, row)
    return row


@transaction.atomic
def haal_weg(*, by: Viewer, succes_id: UUID) -> None:
    """Take back what one wrote oneself. Twice is once."""
    rows = Succes.objects.select_for_update(of=("self",)).select_related("student__klas")
    row = rows.filter(pk=succes_id).first()
    if row is None:
        return
    demand(rules.may_take_back(by, row))
    _log("succes weggehaald", by, row)
    row.delete()


@transaction.atomic
def vind(*, by: Viewer | None, student: Student, vondst: Vondst) -> Succes:
    """A success that was found in what was entered; once for each `bron_ref`. `by` None is the clock.

    Part of the action that enters it: it was allowed there.
    """
    Student.objects.select_for_update().filter(pk=student.pk).values_list("pk").first()
    there: Succes | None = Succes.objects.filter(student=student, bron_ref=vondst.bron_ref).first()
    if there:
        return there
    row = Succes.objects.create(
        student=student,
        doel=vondst.doel,
        soort=vondst.soort,
        tekst=vondst.tekst,
        dag=vondst.dag,
        auteur_id=vondst.auteur,
        wanneer=timezone.now(),
        bron_ref=vondst.bron_ref,
    )
    _log("succes gevonden", by, row)
    return row


@transaction.atomic
def verlies(*, by: Viewer | None, student: Student, bron_ref: str) -> None:
    """What it was found in was taken back, so the success goes too. Twice is once. Part of that action."""
    for row in Succes.objects.select_related("student__klas").filter(student=student, bron_ref=bron_ref):
        _log("succes teruggenomen", by, row)
        row.delete()
