"""Signalen as a person may see them; each fetch notes what it reads."""

from typing import Any
from uuid import UUID

from django.db.models import Case, QuerySet, When
from django.http import Http404

from collaboration.enums import GesprekStatus
from collaboration.enums.signaal import KLAAR, SignaalStatus
from collaboration.models import Gesprek, Signaal
from students.access import Viewer
from students.models import Student
from students.prepared import fetch_for

WHO = ("auteur", "gezien_door", "opgepakt_door", "teruggemeld_door", "afgesloten_door", "teruggenomen_door")
WITH_STUDENT = ("student", "student__klas")
SEEN = [state for state in SignaalStatus if state != SignaalStatus.NIEUW]


def _last(*states: str) -> Case:
    """Those in one of these states after the others."""
    return Case(When(status__in=states, then=1), default=0)


def get_signaal(viewer: Viewer, pk: UUID, *, read: bool = True) -> Signaal:
    """One signaal this person reads; Http404 otherwise. `read` False is for a press, which shows nothing."""
    rows = Signaal.objects.readable_by(viewer).select_related(
        *WITH_STUDENT, "student__klas__school", "student__regie_houder", "stage__stageplek__leerbedrijf", *WHO
    )
    signaal = rows.filter(pk=pk).first()
    if signaal is None:
        raise Http404
    if read:
        note_signalen(viewer, [signaal])
    return signaal


def note_signalen(viewer: Viewer, signalen: list[Signaal]) -> None:
    """Put the reading of these signalen into the ledger of the request: one line for each student."""
    for one in signalen:
        viewer.ledger.read(viewer.subject(one.student, "signaal", object_id=one.pk))


def signalen_of(viewer: Viewer, student: Student, limit: int = 6) -> list[Signaal]:
    """The newest signalen of a student that this person reads: the open ones first."""
    found: list[Signaal] = fetch_for(_of_student, viewer, student.pk, limit)
    return found


def _of_student(viewer: Viewer, student: UUID, limit: int) -> QuerySet[Any]:
    rows = Signaal.objects.readable_by(viewer).filter(student=student).select_related(*WITH_STUDENT, *WHO)
    return rows.order_by(_last(*KLAAR), "-wanneer", "-id")[:limit]


def sent_signalen(viewer: Viewer, limit: int = 30) -> list[Signaal]:
    """What this person sent, newest first."""
    return fetch_for(_sent, viewer, limit)


def _sent(viewer: Viewer, limit: int) -> QuerySet[Any]:
    rows = Signaal.objects.sent_by(viewer).select_related(*WITH_STUDENT, *WHO)
    return rows.order_by("-wanneer", "-id")[:limit]


def to_answer(viewer: Viewer, limit: int = 30) -> list[Signaal]:
    """Open signalen of the students of this mentor or KAW-er, those that nobody saw first, then the oldest."""
    return fetch_for(_to_answer, viewer, limit)


def _to_answer(viewer: Viewer, limit: int) -> QuerySet[Any]:
    rows = Signaal.objects.of_my_klassen(viewer).open().select_related(*WITH_STUDENT, *WHO)
    return rows.order_by(_last(*SEEN), "wanneer", "id")[:limit]


def gesprekken_to_link(viewer: Viewer, student: Student) -> list[Gesprek]:
    """The gesprekken of this person with this student that stand in the agenda, soonest first."""
    rows = Gesprek.objects.own_concepts(viewer).filter(student=student.pk, status=GesprekStatus.CONCEPT)
    return list(rows.order_by("-wanneer", "id")[:10])


def readable_gesprek(viewer: Viewer, signaal: Signaal) -> Gesprek | None:
    """The gesprek that goes with a signaal, for who may open it; nobody else learns what it is."""
    if signaal.gesprek_id is None:
        return None
    found: Gesprek | None = Gesprek.objects.visible_to(viewer).filter(pk=signaal.gesprek_id).first()
    return found
