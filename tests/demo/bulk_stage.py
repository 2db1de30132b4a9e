"""What stands around a stage in the database to measure with: hours of five weeks, signalen, requests. Bare rows."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal

from begeleiders.models import School, SchoolRol, User
from collaboration.enums.signaal import SignaalSoort, SignaalStatus
from collaboration.enums.zorg import Urgentie
from collaboration.models import Escalatie, Signaal
from kern.schooldays import monday_of
from stageplekken.enums.uren import DagSoort, WeekStatus
from stageplekken.models import Stage, StageRooster, UrenDag, UrenWeek
from students.enums import ToestemmingStatus
from students.models import Student, Toestemming, Zorginzage

WEKEN = 5
DAGEN = (0, 3)  # Monday and Thursday
ACHT = Decimal(8)
REQUESTS = 20


def roosters(stages: Iterable[Stage], by: User, now: datetime.datetime) -> Iterator[StageRooster]:
    """Two days of eight hours a week."""
    uren = {str(day): 8 for day in DAGEN}
    for stage in stages:
        yield StageRooster(stage=stage, vanaf=stage.begin, uren=uren, gemaakt_op=now, gemaakt_door=by)


def _mondays(now: datetime.datetime) -> list[datetime.date]:
    this = monday_of(now.date())
    return [this - datetime.timedelta(weeks=number) for number in range(WEKEN, 0, -1)]


def urendagen(stages: Iterable[Stage], by: User, now: datetime.datetime) -> Iterator[UrenDag]:
    """Most days made; every ninth missed."""
    mondays = _mondays(now)
    for number, stage in enumerate(stages):
        for week, monday in enumerate(mondays):
            for place, day in enumerate(DAGEN):
                missed = (number + week * 2 + place) % 9 == 0
                yield UrenDag(
                    stage=stage,
                    dag=monday + datetime.timedelta(days=day),
                    soort=DagSoort.ZIEK_GEMELD if missed else DagSoort.GEMAAKT,
                    gemaakt=Decimal(0) if missed else ACHT,
                    gemist=ACHT if missed else Decimal(0),
                    ingevoerd_op=now,
                    ingevoerd_door=by,
                )


def urenweken(stages: Iterable[Stage], by: User, now: datetime.datetime) -> Iterator[UrenWeek]:
    """All but the newest with akkoord."""
    mondays = _mondays(now)
    for stage in stages:
        for monday in mondays:
            akkoord = monday != mondays[-1]
            yield UrenWeek(
                stage=stage,
                maandag=monday,
                versie=len(DAGEN),
                status=WeekStatus.AKKOORD if akkoord else WeekStatus.INGEVULD,
                akkoord_op=now if akkoord else None,
                akkoord_door=by if akkoord else None,
            )


def signalen(stages: list[Stage], by: User, now: datetime.datetime) -> Iterator[Signaal]:
    """One for every fifth student, not seen yet."""
    for number, stage in enumerate(stages[::5]):
        when = now - datetime.timedelta(hours=number % 40)
        yield Signaal(
            student=stage.student,
            stage=stage,
            soort=SignaalSoort.ZORGEN,
            dag=when.date(),
            tekst="Vandaag was het stil.",
            auteur=by,
            wanneer=when,
            status=SignaalStatus.NIEUW,
        )


def requests(school: School, students: list[Student], by: User, now: datetime.datetime) -> None:
    """A zorgcoördinator with an inbox: so many requests, the same in a small school and among many."""
    zorgco = User(email=f"zorg-{school.slug}@meting.example", voornaam="Zorg", achternaam="Coördinator")
    zorgco.set_unusable_password()
    zorgco.save()
    begin = now.date() - datetime.timedelta(days=90)
    SchoolRol.objects.create(school=school, user=zorgco, rol=SchoolRol.Rol.ZORGCOORDINATOR, begin=begin)
    for number, student in enumerate(students[:REQUESTS]):
        when = now - datetime.timedelta(hours=number * 3)
        yes = Toestemming.objects.create(
            student=student,
            wie="het zorgteam",
            wat="wat er speelt",
            doel="hulp",
            status=ToestemmingStatus.GEGEVEN,
            gevraagd_op=when,
            gevraagd_door=by,
            gegeven_op=when,
            gegeven_door=by,
        )
        Escalatie.objects.create(
            student=student,
            titel="Reiskosten",
            vraag="Wie kan meedenken?",
            geprobeerd="We praatten erover.",
            urgentie=list(Urgentie)[number % 3],
            toestemming=yes,
            aangemeld_op=when,
            aangemeld_door=by,
        )
        Zorginzage.objects.create(student=student, begin=begin)
