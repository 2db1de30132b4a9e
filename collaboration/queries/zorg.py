"""Requests to the zorgteam, regie and consent as a person may see them; each fetch notes what it reads."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import Http404
from django.utils import timezone

from begeleiders.models import SchoolRol, User
from collaboration.enums import GesprekStatus
from collaboration.enums.zorg import LOPEND, AanbodStatus, EscalatieStatus, Urgentie
from collaboration.models import (
    Contactpoging,
    Escalatie,
    EscalatieBericht,
    EscalatieOvergang,
    Gesprek,
    RegieAanbod,
    RegieOvergang,
)
from collaboration.rules import zorg as rules
from kern.prepared import fetch
from students.access import Item, Viewer
from students.enums import Laag, Rol, Soort, ToestemmingStatus
from students.models import KlasRol, Student, TeamLid, Toestemming
from students.prepared import fetch_for

S = EscalatieStatus
WITH = (
    "student__klas__school",
    "student__regie_houder",
    "aangemeld_door",
    "opgepakt_door",
    "toestemming",
    "grond",
)
# What a row of the inbox says; what was asked and tried stays in the database.
IN_INBOX = (
    *("titel", "urgentie", "status", "aangemeld_op", "afgesloten_op"),
    *("student__voornaam", "student__tussenvoegsel", "student__achternaam", "student__klas__school__regels"),
    *("aangemeld_door__voornaam", "opgepakt_door__voornaam"),
)
RECENT = timedelta(days=60)  # what was closed, stays in the inbox so long (while one still looks along)
MOST = 60
TRIED = timedelta(days=60)
FACTS = 8


def _rank() -> Case:
    """Most urgent first: the order of Urgentie."""
    whens = [When(urgentie=one.value, then=Value(place)) for place, one in enumerate(Urgentie)]
    return Case(*whens, default=Value(len(whens)), output_field=IntegerField())


def _closed_last() -> Case:
    """What runs before what was closed: an urgent one of last month takes no place of one that waits."""
    return Case(When(status__in=[s.value for s in LOPEND], then=Value(0)), default=Value(1))


def _seen(viewer: Viewer) -> QuerySet[Any]:
    """The requests of which this person may know; the student not of one on a ground that was not told yet."""
    rows = Escalatie.objects.filter(viewer.rows_q(Soort.ESCALATIE_STATUS, auteur="aangemeld_door"))
    if Rol.STUDENT in viewer.rollen:
        own = viewer.eigen
        silent = Q(student__in=own, grond__isnull=False, grond__geinformeerd_op__isnull=True)
        rows = rows.exclude(silent)
    return rows


def note(viewer: Viewer, escalatie: Escalatie) -> None:
    """Put the reading of this request into the ledger: as layer zorg where its content is shown."""
    laag = Laag.ZORG if rules.reads_content(viewer, escalatie) else ""
    viewer.ledger.read(viewer.subject(escalatie.student, "aanvraag", laag=laag, object_id=escalatie.pk))


def inbox(viewer: Viewer) -> list[Escalatie]:
    """All requests of which this person may know, that run or were closed lately: most urgent first. One query."""
    found: list[Escalatie] = fetch_for(_inbox, viewer, timezone.now() - RECENT, MOST)
    for row in found:
        note(viewer, row)
    return found


def _inbox(viewer: Viewer, since: Any, limit: int) -> QuerySet[Any]:
    rows = _seen(viewer).filter(Q(status__in=[s.value for s in LOPEND]) | Q(afgesloten_op__gte=since))
    rows = rows.select_related("student__klas__school", "aangemeld_door", "opgepakt_door").only(*IN_INBOX)
    return rows.order_by(_closed_last(), _rank(), "aangemeld_op", "id")[:limit]


def running_of(viewer: Viewer, student: Student) -> list[Escalatie]:
    """The requests about one student that this person may know, newest first, with what was told. Two queries."""
    if not viewer.may("lees", student, Item(Soort.ESCALATIE_STATUS)):
        return []
    found: list[Escalatie] = fetch_for(_newest, viewer, student.pk)
    told = fetch(_told, [row.pk for row in found]) if hears(viewer, student) else []
    for row in found:
        row.verteld = [one for one in told if one.escalatie_id == row.pk]  # type: ignore[attr-defined]
        note(viewer, row)
    return found


def _newest(viewer: Viewer, student: UUID) -> QuerySet[Any]:
    rows = _seen(viewer).filter(student=student).select_related(*WITH)
    return rows.order_by("-aangemeld_op", "-id")[:3]


def _told(requests: list[Any]) -> QuerySet[Any]:
    rows = EscalatieBericht.objects.filter(escalatie__in=requests, soort="terugkoppeling")
    return rows.select_related("gemaakt_door").order_by("-gemaakt_op")


def get_escalatie(viewer: Viewer, pk: UUID, *, read: bool = True) -> Escalatie:
    """One request of which this person may know; Http404 otherwise. `read` False is for a change: it shows nothing."""
    rows = _seen(viewer).select_related(*WITH, "besloten_door", "extern_toestemming", "extern_grond")
    escalatie: Escalatie | None = rows.filter(pk=pk).first()
    if escalatie is None:
        raise Http404
    if read:
        note(viewer, escalatie)
    return escalatie


def berichten_of(viewer: Viewer, escalatie: Escalatie) -> list[EscalatieBericht]:
    """What was said in a request: all of it for who reads its content, else the terugkoppeling alone."""
    if not hears(viewer, escalatie.student):
        return []
    rows = escalatie.berichten.select_related("gemaakt_door")
    if not rules.reads_content(viewer, escalatie):
        rows = rows.filter(soort="terugkoppeling")
    return list(rows.order_by("gemaakt_op", "id"))


def hears(viewer: Viewer, student: Student) -> bool:
    """Whether what is told is for this person: the team of school; the student reads the state alone."""
    return rules.roles(viewer, student) != {Rol.STUDENT}


def overgangen_of(escalatie: Escalatie) -> list[EscalatieOvergang]:
    """Every state of a request with who and when."""
    return list(escalatie.overgangen.select_related("door").order_by("id"))


# What was tried: facts from the file --------------------------------------------------------------------------


def tried(viewer: Viewer, student: Student) -> tuple[list[Gesprek], list[Contactpoging]]:
    """Gesprekken and contactpogingen of the last two months that this person reads, newest first.

    A werkaantekening stays with its author: it is no part of what is told to others.
    """
    since = timezone.now() - TRIED
    gesprekken = (
        Gesprek.objects.readable_by(viewer)
        .filter(student=student.pk, status=GesprekStatus.VASTGELEGD, wanneer__gte=since)
        .exclude(laag=Laag.WERKAANTEKENING)
        .select_related("auteur")
        .order_by("-wanneer", "-id")[:FACTS]
    )
    pogingen = (
        Contactpoging.objects.readable_by(viewer)
        .filter(student=student.pk, wanneer__gte=since)
        .exclude(laag=Laag.WERKAANTEKENING)
        .select_related("auteur")
        .order_by("-wanneer", "-id")[:40]
    )
    found = list(gesprekken), list(pogingen)
    for row in (*found[0], *found[1]):
        viewer.ledger.read(viewer.subject(student, "gesprek", laag=row.laag, object_id=row.pk))
    return found


# Regie -----------------------------------------------------------------------------------------------------


def regie_history(viewer: Viewer, student: Student) -> list[RegieOvergang]:
    """Who had the regie, newest first; for who may know."""
    if not viewer.may("lees", student, Item(Soort.REGIE)):
        return []
    rows = RegieOvergang.objects.filter(student=student.pk).select_related("van", "naar", "aanbod")
    return list(rows.order_by("-id")[:20])


def regie_now(viewer: Viewer, student: Student) -> RegieAanbod | None:
    """The newest offer of the regie of a student, for who may know: open, or how the regie came where it is."""
    if not viewer.may("lees", student, Item(Soort.REGIE)):
        return None
    for row in fetch(_regie, [student.pk]):
        found: RegieAanbod = row
        return found
    return None


def _regie(values: list[Any]) -> QuerySet[Any]:
    rows = RegieAanbod.objects.filter(
        student__in=values, status__in=(AanbodStatus.AANGEBODEN, AanbodStatus.AANVAARD)
    )
    return rows.select_related("van", "aan", "aangeboden_door", "geinformeerd_door")[:1]


def get_aanbod(viewer: Viewer, pk: UUID) -> RegieAanbod:
    """One offer of a student whose regie this person may know; Http404 otherwise."""
    rows = RegieAanbod.objects.filter(viewer.students_q(Soort.REGIE, "student"), pk=pk)
    row: RegieAanbod | None = rows.select_related(
        "student__klas__school", "student__regie_houder", "van", "aan", "aangeboden_door"
    ).first()
    if row is None:
        raise Http404
    return row


def offered_to(viewer: Viewer) -> list[RegieAanbod]:
    """The regie of students that waits for an answer of this person, oldest first. One query."""
    return fetch_for(_offered, viewer)


def _offered(viewer: Viewer) -> QuerySet[Any]:
    rows = RegieAanbod.objects.filter(
        viewer.students_q(Soort.REGIE, "student"), aan=viewer.user.pk, status=AanbodStatus.AANGEBODEN
    )
    return rows.select_related("student__klas__school", "van", "aangeboden_door").order_by(
        "aangeboden_op", "id"
    )


def candidates(viewer: Viewer, student: Student) -> list[tuple[User, str]]:
    """Who can have the regie of this student, but for who has it: (person, role in words), the mentor first."""
    klas = KlasRol.objects.active(viewer.today).filter(klas=student.klas_id).select_related("user")
    zorg = TeamLid.objects.active(viewer.today).filter(student=student.pk, rol=Rol.ZORGMEDEWERKER)
    found: list[Any] = [
        *klas.order_by("-rol", "begin", "id"),
        *zorg.select_related("user").order_by("begin", "id"),
    ]
    if student.zorginzages.active(viewer.today).filter(einde__isnull=True).exists():
        school = SchoolRol.objects.active(viewer.today).filter(
            school=student.klas.school_id, rol=Rol.ZORGCOORDINATOR
        )
        found += list(school.select_related("user").order_by("begin", "id"))
    people = {row.user.pk: (row.user, str(row.get_rol_display())) for row in reversed(found)}
    people.pop(student.regie_houder_id, None)
    return list(reversed(people.values()))


# Consent ---------------------------------------------------------------------------------------------------


def consents_of(viewer: Viewer, student: Student) -> list[Toestemming]:
    """What this student was asked and agreed to, newest first; for who may know."""
    if not viewer.may("lees", student, Item(Soort.TOESTEMMING)):
        return []
    rows = Toestemming.objects.filter(student=student.pk)
    return list(rows.select_related("gevraagd_door", "gegeven_door", "ingetrokken_door")[:40])


def usable_consents(viewer: Viewer, student: Student) -> list[Toestemming]:
    """Given consents that still hold, to rest a request on."""
    tot = Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=viewer.today)
    rows = Toestemming.objects.filter(tot, student=student.pk, status=ToestemmingStatus.GEGEVEN)
    return list(rows.order_by("-gegeven_op", "-id")[:10])


def get_toestemming(viewer: Viewer, pk: UUID) -> Toestemming:
    """One consent of a student, for who may know; Http404 otherwise."""
    rows = Toestemming.objects.filter(viewer.students_q(Soort.TOESTEMMING, "student"), pk=pk)
    row: Toestemming | None = rows.select_related("student__klas__school", "student__regie_houder").first()
    if row is None:
        raise Http404
    return row
