"""Meldingen as their person sees them: what each says, of whom as far as that is known, and where it leads."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from collaboration.enums import MeldingSoort
from collaboration.models import Melding
from kern.http import address
from students.access import Viewer
from students.enums import Rol, Soort
from students.prepared import fetch_for

S = MeldingSoort
# Where a melding leads: the name of the page about its thing; without one, the page of the student.
PAGINA: dict[str, str] = {
    S.SIGNAAL: "signaal",
    S.SIGNAAL_STAP: "signaal",
    S.SIGNAAL_TERUG: "signaal",
    S.COMPLIMENT: "signaal",
    S.ESCALATIE: "aanvraag",
    S.ESCALATIE_STAP: "aanvraag",
    S.STAGE_EINDE: "stage_einde",
    S.OVERDRACHT: "gesprek",
    S.TALK: "stagegesprek",
    S.TALK_HEROPEND: "stagegesprek",
    S.UREN_TERUG: "uren",
    S.UREN_KLAAR: "uren",
    S.SAMENWERKING: "samen_ronde",
    S.SAMENWERKING_KLAAR: "samen_ronde",
}
# What leads to a page about its student.
OVER_STUDENT: dict[str, str] = {
    S.NETWERK: "wie_is_wie",
    S.TOESTEMMING: "toestemming",
    S.KLAS: "wie_is_wie",
    S.BINNEN: "wie_keek",
}
KEEP = timedelta(days=30)  # seen ones stand in the list so long
MOST = 60


@dataclass(frozen=True)
class Regel:
    """A melding in the list: of whom (first name only where no more is known), and where its button leads."""

    melding: Melding
    wie: str
    url: str


def shown(viewer: Viewer) -> list[Regel]:
    """The new ones, and those seen in the last month; of students whom this person still knows. One query."""
    found = fetch_for(_shown, viewer, timezone.now() - KEEP, MOST)
    return [_regel(viewer, melding) for melding in found]


def _mine(viewer: Viewer) -> QuerySet[Any]:
    """A role that ended takes its meldingen along; but for the news that it ended with a consent, and for silence, of
    which a zorgcoördinator hears without such a role."""
    known = viewer.students_q(Soort.PERSONALIA, "student")
    schools = [
        school
        for school, links in viewer.scholen.items()
        if any(link.rol is Rol.ZORGCOORDINATOR for link in links)
    ]
    silence = Q(soort=S.STILTE, student__klas__school__in=schools)
    return Melding.objects.filter(known | silence | Q(soort=S.ZORG_GESTOPT), user=viewer.user.pk)


def _shown(viewer: Viewer, since: datetime, limit: int) -> QuerySet[Any]:
    rows = _mine(viewer).filter(Q(gezien_op__isnull=True) | Q(gemaakt_op__gte=since))
    return rows.select_related("student__klas").order_by("-gemaakt_op", "-id")[:limit]


def get_melding(viewer: Viewer, pk: UUID) -> Regel:
    """One melding of this person; Http404 otherwise."""
    melding = _mine(viewer).select_related("student__klas").filter(pk=pk).first()
    if melding is None:
        raise Http404
    return _regel(viewer, melding)


def unseen(viewer: Viewer) -> int:
    """How many are new."""
    return sum(fetch_for(_unseen, viewer))


def _unseen(viewer: Viewer) -> QuerySet[Any]:
    rows = _mine(viewer).filter(gezien_op__isnull=True).order_by()
    return rows.values("user").annotate(aantal=Count("pk")).values_list("aantal", flat=True)


def _regel(viewer: Viewer, melding: Melding) -> Regel:
    student = melding.student
    if melding.soort == S.STILTE and not viewer.links(student):
        return Regel(melding, f"{student.voornaam}, klas {student.klas.naam}", "/#stilte")
    if melding.soort == S.ZORG_GESTOPT and not viewer.links(student):
        # As of silence: a zorgcoördinator knows of whom. Who left the team knows nobody any more.
        school = viewer.scholen.get(student.klas.school_id, set())
        if any(link.rol is Rol.ZORGCOORDINATOR for link in school):
            return Regel(melding, f"{student.voornaam}, klas {student.klas.naam}", "/")
        return Regel(melding, "Je hoort niet meer bij dit team", "/")
    if melding.soort == S.KLAS and melding.user_id != student.account_id:
        return Regel(melding, f"Klas {student.klas.naam}", address("studenten"))
    short = all(link.rol is Rol.PEERCOACH for link in viewer.links(student))
    return Regel(melding, student.voornaam if short else student.naam, _url(melding))


def _url(melding: Melding) -> str:
    if melding.soort == S.HANDLEIDING:
        return address("handleiding")
    name = PAGINA.get(melding.soort)
    if name is None or melding.object_id is None:
        return address(OVER_STUDENT.get(melding.soort, "student"), melding.student_id)
    return address(name, melding.object_id)
