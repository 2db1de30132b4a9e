"""Who is reminded of what, by the clock (rules with numbers: silence, afspraak, signaal, request of today).

Each rule asks the database once for all schools; the days come from the calendar of each school. What goes by school
days is sent on a school day between eight and six; a request of today does not wait for that.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from begeleiders.models import School, SchoolRol
from collaboration.aandacht.escalatie import waiting_q
from collaboration.aandacht.grenzen import Grens, grenzen, midnight
from collaboration.aandacht.tekens import geen_teken_q, laatste, laatste_dag
from collaboration.actions.herinnering import Aanleiding, remind
from collaboration.enums.aandacht import Regel
from collaboration.enums.signaal import SignaalSoort, SignaalStatus
from collaboration.enums.zorg import EscalatieStatus, Urgentie
from collaboration.models import AandachtOpzij, Afspraak, Escalatie, Herinnering, Signaal
from kern.dates import local
from students.access import Viewer
from students.enums import Rol
from students.models import KlasRol, Student

OPEN_AT, CLOSED_AT = time(8), time(18)
BACK = 10  # school days: what lies longer ago was reminded of, or stands in aandacht
Wens = tuple[set[UUID], Aanleiding]


def herinner(now: datetime | None = None, *, stilte: bool = False) -> int:
    """Remind everyone who lets something lie; says how many reminders went out. Twice is once.

    `stilte` looks for silence instead, which asks after every student of every school: once an hour is enough.
    """
    now = now or timezone.now()
    clock = local(now)
    schools = grenzen(School.objects.order_by("id"), clock.date())
    awake = {
        pk: grens
        for pk, grens in schools.items()
        if OPEN_AT <= clock.time() < CLOSED_AT and grens.calendar.is_schoolday(grens.today)
    }
    wishes = (
        list(_stilte(awake))
        if stilte
        else [*_escalaties(schools, now), *_afspraken(awake), *_signalen(awake)]
    )
    known = _known([om for _, om in wishes])
    return sum(
        remind(aan=new, om=om)
        for aan, om in wishes
        if (new := {user for user in aan if (om.regel.value, om.over, user, om.dag) not in known})
    )


def _known(wishes: list[Aanleiding]) -> set[tuple[Any, ...]]:
    """What went out before, so that a quiet run writes nothing."""
    found: set[tuple[Any, ...]] = set()
    ids = sorted({om.over for om in wishes}, key=str)
    for start in range(0, len(ids), 500):
        rows = Herinnering.objects.filter(object_id__in=ids[start : start + 500]).order_by()
        found |= set(rows.values_list("regel", "object_id", "user", "dag"))
    return found


def _by_school(schools: dict[UUID, Grens], part: Callable[[Grens], Q]) -> Q:
    """A condition for each school, of its own students."""
    found = Q(pk__in=[])
    for grens in schools.values():
        found |= part(grens)
    return found


def _duo(klassen: set[UUID], schools: dict[UUID, Grens]) -> dict[UUID, set[UUID]]:
    """The mentors and KAW-ers of today, by klas."""
    today = next(iter(schools.values())).today if schools else None
    found: dict[UUID, set[UUID]] = {klas: set() for klas in klassen}
    if today is None:
        return found
    rows = KlasRol.objects.active(today).filter(klas__in=klassen).order_by()
    for klas, user in rows.values_list("klas", "user"):
        found[klas].add(user)
    return found


def _signalen(schools: dict[UUID, Grens]) -> Iterator[Wens]:
    """A signaal that nobody saw for a school day: the mentor, and a copy to the KAW-er."""

    def late(grens: Grens) -> Q:
        return Q(
            student__klas__school=grens.school,
            wanneer__lt=midnight(grens.over(grens.regels.signaal_herinnering)),
            wanneer__gte=midnight(grens.calendar.add(grens.today, -BACK)),
        )

    rows = Signaal.objects.filter(_by_school(schools, late), status=SignaalStatus.NIEUW)
    rows = rows.exclude(soort=SignaalSoort.GAAT_GOED).select_related("student__klas").order_by("id")
    found = list(rows)
    duo = _duo({row.student.klas_id for row in found}, schools)
    for row in found:
        aan = duo[row.student.klas_id] - {row.auteur_id}
        yield aan, Aanleiding(Regel.SIGNAAL, row.student, row.pk, local(row.wanneer).date())


def _afspraken(schools: dict[UUID, Grens]) -> Iterator[Wens]:
    """An afspraak a school day past its date: its owner, as long as that person may read it."""

    def late(grens: Grens) -> Q:
        return Q(
            student__klas__school=grens.school,
            voor__lt=grens.over(grens.regels.afspraak_herinnering),
            voor__gte=grens.calendar.add(grens.today, -BACK),
        )

    told = Herinnering.objects.filter(object_id=OuterRef("pk"), regel=Regel.AFSPRAAK)
    rows = Afspraak.objects.open().filter(_by_school(schools, late), ~Exists(told), leeft_vanaf__isnull=False)
    for row in rows.select_related("student__klas", "student__account", "eigenaar"):
        owner = row.eigenaar or row.student.account
        today = schools[row.student.klas.school_id].today
        if owner and Afspraak.objects.readable_by(Viewer(user=owner, today=today)).filter(pk=row.pk).exists():
            yield {owner.pk}, Aanleiding(Regel.AFSPRAAK, row.student, row.pk, row.voor)


def _coordinators(schools: dict[UUID, Grens]) -> dict[UUID, set[UUID]]:
    """The zorgcoördinatoren of today, by school."""
    found: dict[UUID, set[UUID]] = {school: set() for school in schools}
    for grens in schools.values():
        rows = SchoolRol.objects.active(grens.today).filter(school=grens.school, rol=Rol.ZORGCOORDINATOR)
        found[grens.school] = set(rows.order_by().values_list("user", flat=True))
    return found


def _escalaties(schools: dict[UUID, Grens], now: datetime) -> Iterator[Wens]:
    """A request of today that nobody took for two hours: every zorgcoördinator, and again each day."""

    def late(grens: Grens) -> Q:
        soon = now - timedelta(hours=grens.regels.escalatie_vandaag_uren)
        return waiting_q(grens.school, soon, soon)

    rows = Escalatie.objects.filter(
        _by_school(schools, late), urgentie=Urgentie.VANDAAG, status=EscalatieStatus.AANGEMELD
    )
    found = list(rows.select_related("student__klas").order_by("id"))
    if not found:
        return
    people = _coordinators(schools)
    for row in found:
        school = row.student.klas.school_id
        about = Aanleiding(Regel.ESCALATIE, row.student, row.pk, schools[school].today, dringend=True)
        yield people[school], about


def stil_voor_zorg(grens: Grens) -> Q:
    """The students of a school of whom there is no sign at all for so long that the zorgcoördinator hears it.

    Not those of whom somebody knows why: that silence is set aside until a day.
    """
    day = grens.volle_dagen(grens.regels.stilte_dagen * grens.regels.stilte_zorg_maal)
    aside = AandachtOpzij.objects.filter(
        student=OuterRef("pk"), regel=Regel.STILTE, tot__gt=grens.today, terug_op__isnull=True
    )
    quiet: Any = Q(klas__school=grens.school) & geen_teken_q(None, day, midnight(day))
    return cast(Q, quiet & ~Exists(aside))


def _stilte(schools: dict[UUID, Grens]) -> Iterator[Wens]:
    """Silence for twice as long: the zorgcoördinatoren hear first name, klas and mentor, and no more."""
    people = {school: who for school, who in _coordinators(schools).items() if who}
    heard = {school: schools[school] for school in people}
    rows = Student.objects.filter(_by_school(heard, stil_voor_zorg)).select_related("klas")
    for student in rows.annotate(**laatste(None)).order_by("id"):
        dag, _ = laatste_dag(student)
        yield people[student.klas.school_id], Aanleiding(Regel.STILTE, student, student.pk, dag)
