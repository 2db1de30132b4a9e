"""The gedeeld beeld, in which everybody writes an own view, and the leefgebieden, which only the student fills in."""

from django.db import transaction
from django.utils import timezone

from students.access import Viewer
from students.actions.handleiding import Geschreven, end_sharing, lock, log
from students.checks import Refused, demand
from students.delen import beeldvragen
from students.enums import Soort
from students.leefgebied import leefgebieden_of
from students.models import BeeldVersie, LeefgebiedStand, Student
from students.rules import handleiding as rules


@transaction.atomic
def schrijf_beeld(*, by: Viewer, student: Student, vraag: str, tekst: str, gezien: int) -> Geschreven:
    """Save one's own answer to one of the three questions, as a new version.

    In: `gezien`, the number of the version that the page showed (0: none yet). Raises PermissionDenied, Refused.
    """
    demand(rules.may_write_view(by, student))
    if vraag not in beeldvragen():
        raise Refused("Deze vraag is er niet.", code="vraag")
    tekst, own = tekst.strip(), by.is_student(student)
    van = None if own else by.user.pk
    lock(student)
    now = BeeldVersie.objects.filter(student=student, van=van, vraag=vraag).order_by("versie").last()
    if now is not None and now.tekst == tekst:
        return Geschreven(now)
    if now is not None and gezien != now.versie:
        return Geschreven(now, botst=True)
    row = BeeldVersie.objects.create(
        student=student,
        van_id=van,
        vraag=vraag,
        versie=now.versie + 1 if now else 1,
        tekst=tekst,
        geschreven_op=timezone.now(),
        geschreven_door_id=by.user.pk,
    )
    if own and not tekst:
        end_sharing(by, student, Soort.GEDEELD_BEELD, vraag)
    log("beeld geschreven", by, student, Soort.GEDEELD_BEELD, row.pk)
    return Geschreven(row)


@transaction.atomic
def zet_leefgebied(
    *, by: Viewer, student: Student, gebied: str, stand: str, telefoon: bool = False
) -> LeefgebiedStand:
    """Say whether a leefgebied plays. In: its code, one of LeefgebiedStand.Stand, and whether on a begeleider's phone.

    What was not talked about is shared with nobody, nor what was said on a begeleider's phone until the student
    shares it. Raises PermissionDenied, Refused.
    """
    if telefoon:
        demand(rules.may_fill_together(by, student))
        if not rules.may_know(by, student, Soort.LEEFGEBIEDEN):
            raise Refused("De leefgebieden zijn niet voor de stage.", code="gebied")
    else:
        demand(rules.may_write_own(by, student))
    if gebied not in dict(leefgebieden_of(student.klas.school)) or stand not in LeefgebiedStand.Stand.values:
        raise Refused("Kies iets uit de lijst.", code="gebied")
    lock(student)
    now = LeefgebiedStand.objects.filter(student=student, gebied=gebied).first()
    if now is not None and now.stand == stand:
        return now
    row, _ = LeefgebiedStand.objects.update_or_create(
        student=student,
        gebied=gebied,
        defaults={
            "stand": stand,
            "gezegd_op": timezone.now(),
            "gezegd_door_id": by.user.pk,
            "telefoon_van_id": by.user.pk if telefoon else None,
        },
    )
    if stand == LeefgebiedStand.Stand.NIET_BESPROKEN or telefoon:
        end_sharing(by, student, Soort.LEEFGEBIEDEN, gebied)
    log("leefgebied besproken", by, student, Soort.LEEFGEBIEDEN, row.pk)
    return row
