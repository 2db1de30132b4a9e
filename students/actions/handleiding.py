"""The student's own words: writing a part, asking for one, and answering that. Every save is a new version."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from begeleiders.models import User
from kern.log import record
from students.access import Viewer
from students.actions.vrijgave import geef_vrij, give, take_back
from students.checks import Refused, demand
from students.delen import delen, te_delen
from students.enums import Soort
from students.models import BeeldVersie, HandleidingVersie, HandleidingVraag, Student, Vrijgave
from students.rules import handleiding as rules
from students.signals import handleiding_gevraagd

Versie = HandleidingVersie | BeeldVersie


@dataclass(frozen=True)
class Geschreven:
    """The version that stands now; `botst` where another page was earlier, so that nothing was written."""

    versie: Versie
    botst: bool = False


def lock(student: Student) -> None:
    """Hold the file of this student until the end of the transaction."""
    Student.objects.select_for_update().filter(pk=student.pk).values_list("pk").first()


def log(action: str, by: Viewer, student: Student, soort: Soort, object_id: UUID | None = None) -> None:
    """One line about the student's own words; ids only."""
    record(
        action, by=by.user.pk, about=by.subject(student, soort.value, laag="handleiding", object_id=object_id)
    )


def _allowed(by: Viewer, student: Student, *, telefoon: bool) -> None:
    if telefoon:
        demand(rules.may_fill_together(by, student))
    else:
        demand(rules.may_write_own(by, student))


@transaction.atomic
def schrijf(
    *, by: Viewer, student: Student, onderdeel: str, tekst: str, gezien: int | None, telefoon: bool = False
) -> Geschreven:
    """Save a part of the handleiding. In: `gezien`, the number of the version that the page showed (0: none yet).

    On a begeleider's phone (`telefoon`) nothing was shown, so `gezien` is None, and an empty text says nothing. New
    words from there are shared with nobody until the student says so: who read the words before, does not read these.
    Nor is a text shared that is taken away. Raises PermissionDenied, Refused.
    """
    _allowed(by, student, telefoon=telefoon)
    if onderdeel not in (te_delen() if telefoon else delen()):
        raise Refused("Dit onderdeel is er niet.", code="onderdeel")
    tekst = tekst.strip()
    if telefoon and not tekst:
        raise Refused("Schrijf eerst iets op.", code="tekst")
    lock(student)
    now = HandleidingVersie.objects.filter(student=student, onderdeel=onderdeel).order_by("versie").last()
    if now is not None and now.tekst == tekst:
        return Geschreven(now)
    if now is not None and gezien is not None and gezien != now.versie:
        return Geschreven(now, botst=True)
    row = HandleidingVersie.objects.create(
        student=student,
        onderdeel=onderdeel,
        versie=now.versie + 1 if now else 1,
        tekst=tekst,
        geschreven_op=timezone.now(),
        geschreven_door_id=by.user.pk,
        telefoon_van_id=by.user.pk if telefoon else None,
    )
    if not tekst or telefoon:
        end_sharing(by, student, Soort.HANDLEIDING, onderdeel)
    log("handleiding geschreven", by, student, Soort.HANDLEIDING, row.pk)
    return Geschreven(row)


def end_sharing(by: Viewer, student: Student, soort: Soort, onderdeel: str) -> None:
    """Take a part back from everybody, with a line in the log for each: what they were given is not there any more."""
    running = Vrijgave.objects.filter(student=student, soort=soort, onderdeel=onderdeel, ingetrokken_op=None)
    for row in running.order_by("gegeven_op", "id"):
        take_back(by, student, row)


@transaction.atomic
def geef_op_telefoon(*, by: Viewer, student: Student, versie: HandleidingVersie, aan: User) -> Vrijgave:
    """A student without an account says on the phone of a begeleider who may read what was just written there.

    Only that text: what was there before stays behind it. Who has an account chooses in the own session.
    """
    demand(rules.may_fill_together(by, student))
    lock(student)
    now = (
        HandleidingVersie.objects.filter(student=student, onderdeel=versie.onderdeel)
        .order_by("versie")
        .last()
    )
    if (
        student.account_id is not None
        or now is None
        or now.pk != versie.pk
        or now.telefoon_van_id != by.user.pk
    ):
        raise Refused(f"{student.voornaam} kiest dit zelf, na het inloggen.", code="aan")
    row = give(by=by, student=student, aan=aan, soort=Soort.HANDLEIDING, onderdeel=versie.onderdeel)
    log("vrijgegeven op telefoon", by, student, Soort.HANDLEIDING, row.pk)
    return row


@transaction.atomic
def vraag(*, by: Viewer, student: Student, onderdeel: str, waarom: str) -> HandleidingVraag:
    """Ask the student for a part. One open question a person and part: asking again gives the one that is open."""
    demand(rules.may_ask(by, student))
    if onderdeel not in te_delen():
        raise Refused("Kies een onderdeel uit de lijst.", code="onderdeel")
    lock(student)
    open_one = HandleidingVraag.objects.filter(
        student=student, onderdeel=onderdeel, gevraagd_door=by.user.pk, antwoord=""
    ).first()
    if open_one:
        return open_one
    if Vrijgave.objects.filter(
        student=student, aan=by.user.pk, soort=Soort.HANDLEIDING, onderdeel=onderdeel, ingetrokken_op=None
    ).exists():
        raise Refused(f"{student.voornaam} deelt dit al met jou.", code="onderdeel")
    row = HandleidingVraag.objects.create(
        student=student,
        onderdeel=onderdeel,
        waarom=waarom.strip(),
        gevraagd_op=timezone.now(),
        gevraagd_door_id=by.user.pk,
    )
    log("om een deel gevraagd", by, student, Soort.HANDLEIDING, row.pk)
    handleiding_gevraagd.send(sender=HandleidingVraag, vraag=row, student=student, by=by)
    return row


@transaction.atomic
def antwoord(*, by: Viewer, student: Student, vraag_id: UUID, ja: bool) -> HandleidingVraag | None:
    """The student says yes, and shares the part with who asked; or not now. Out: None for no such question.

    A question that was answered stays as it was. Raises PermissionDenied for anybody but the student.
    """
    if not by.is_student(student):
        demand(rules.may_write_own(by, student))
    row = (
        HandleidingVraag.objects.select_for_update(of=("self",))
        .select_related("gevraagd_door")
        .filter(pk=vraag_id, student=student)
        .first()
    )
    if row is None or row.antwoord:
        return row
    row.antwoord = HandleidingVraag.Antwoord.JA if ja else HandleidingVraag.Antwoord.NU_NIET
    row.beantwoord_op, row.beantwoord_door_id = timezone.now(), by.user.pk
    row.save(update_fields=["antwoord", "beantwoord_op", "beantwoord_door"])
    if ja:
        geef_vrij(
            by=by, student=student, aan=row.gevraagd_door, soort=Soort.HANDLEIDING, onderdeel=row.onderdeel
        )
    log("vraag beantwoord", by, student, Soort.HANDLEIDING, row.pk)
    return row
