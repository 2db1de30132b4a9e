"""Fills a database with many students, to measure with: bare rows, no story, no log."""

import datetime
import uuid
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection, models, transaction
from django.utils import timezone

from begeleiders.models import School, User
from collaboration.enums import AfspraakStatus, GesprekStatus, Onderwerp
from collaboration.models import Afspraak, Contactpoging, Gesprek, Signaal
from stageplekken.models import Leerbedrijf, Stage, Stageplek, StageRooster, UrenDag, UrenWeek
from students.enums import Laag, Rol
from students.models import Klas, KlasRol, Student, TeamLid
from students.profielen import profielen
from tests.demo import bulk_stage

IN_A_KLAS = 15
KLASSEN_IN_A_SCHOOL = 40
GESPREKKEN = 2
TOGETHER = 5_000  # rows that are in memory at the same time

VOORNAMEN = (
    "Anouk",
    "Bram",
    "Cas",
    "Dewi",
    "Eva",
    "Faris",
    "Guus",
    "Hidaya",
    "Imke",
    "Jip",
    "Koen",
    "Liv",
    "Mo",
    "Nina",
    "Otis",
)
ACHTERNAMEN = ("Appelman", "Buitendijk", "Claessen", "Doornbos", "Eikelboom", "Fahmi", "Groenewoud")


def bulk(students: int, *, names_only: bool = False) -> User:
    """Add so many students, in klassen of fifteen with a mentor, each with gesprekken, afspraken and a stage.

    `names_only` leaves out all but the students themselves: half a million of them in a minute.
    Out: the mentor of the first klas. Everyone is invented; nobody of them can log in with a password.
    """
    now = timezone.now()
    first: User | None = None
    with transaction.atomic():
        plek = _place()
        school: School | None = None
        needed = -(-students // IN_A_KLAS)
        for start in range(0, needed, KLASSEN_IN_A_SCHOOL):
            number = start // KLASSEN_IN_A_SCHOOL
            school = School.objects.create(
                naam=f"Entree {number}", plaats="Meetstad", slug=f"meting-{plek.pk.hex[:8]}-{number}"
            )
            count = min(KLASSEN_IN_A_SCHOOL, needed - start)
            left = students - start * IN_A_KLAS
            klassen, mentors = _klassen(school, count, now)
            if names_only:
                _names(klassen, mentors, left)
            else:
                people = [Student(**facts) for facts in _students(klassen, mentors, left)]
                Student.objects.bulk_create(people)
                _work(school, people, mentors, plek, now)
            first = first or mentors[0]
    assert first is not None, "ask for at least one student"
    return first


def _place() -> Stageplek:
    number = Leerbedrijf.objects.count() + 1
    bedrijf = Leerbedrijf.objects.create(
        naam="Meetbedrijf", plaats="Meetstad", leerbedrijf_id=f"{800_000_000 + number}"
    )
    return Stageplek.objects.create(leerbedrijf=bedrijf, titel="Assistent", crebo="25742")


def _save[Row: models.Model](model: type[Row], rows: Iterable[Row]) -> None:
    for some in batched(rows, TOGETHER, strict=False):
        model._base_manager.bulk_create(some)


def _klassen(school: School, count: int, now: datetime.datetime) -> tuple[list[Klas], list[User]]:
    """The klassen of one school, and the mentor of each."""
    nothing, today = make_password(None), timezone.localdate(now)
    mentors = [
        User(
            email=f"{school.slug}-{n}@meting.example", voornaam="Mentor", achternaam=f"{n}", password=nothing
        )
        for n in range(count)
    ]
    klassen = [Klas(school=school, naam=f"M{n}", schooljaar="2026-2027") for n in range(count)]
    begin = today - datetime.timedelta(days=90)
    User.objects.bulk_create(mentors)
    Klas.objects.bulk_create(klassen)
    KlasRol.objects.bulk_create(
        KlasRol(klas=klas, user=mentor, rol=Rol.MENTOR, begin=begin)
        for klas, mentor in zip(klassen, mentors, strict=True)
    )
    return klassen, mentors


def _names(klassen: list[Klas], mentors: list[User], most: int) -> None:
    """The students alone, by plain SQL: a quarter of the time of bulk_create. The columns are those of the model."""
    one, meta, quote = Student(), Student._meta, connection.ops.quote_name
    columns = [(field, quote(str(field.column))) for field in meta.concrete_fields]
    rows = []
    for facts in _students(klassen, mentors, most):
        one.pk = uuid.uuid4()
        for name, value in facts.items():
            setattr(one, name, value)
        rows.append(
            [field.get_db_prep_save(field.pre_save(one, add=True), connection) for field, _ in columns]
        )
    names, places = ", ".join(name for _, name in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(meta.db_table)} ({names}) VALUES ({places})", rows)  # noqa: S608


def _work(
    school: School, people: list[Student], mentors: list[User], plek: Stageplek, now: datetime.datetime
) -> None:
    """What stands around these students: a stage with hours, gesprekken, afspraken and the rest."""
    today = timezone.localdate(now)
    begin = today - datetime.timedelta(days=90)
    guide = User.objects.create(
        email=f"{school.slug}-stage@meting.example",
        voornaam="Begeleider",
        achternaam="Stage",
        password=make_password(None),
    )
    stages = [
        Stage(
            student=student, stageplek=plek, begin=begin, einde=today + datetime.timedelta(days=90), uren=400
        )
        for student in people
    ]
    _save(Stage, stages)
    _save(
        TeamLid,
        (
            TeamLid(
                student=stage.student, user=guide, rol=Rol.PRAKTIJKBEGELEIDER, stage_ref=stage.pk, begin=begin
            )
            for stage in stages
        ),
    )
    _save(StageRooster, bulk_stage.roosters(stages, guide, now))
    _save(UrenDag, bulk_stage.urendagen(stages, guide, now))
    _save(UrenWeek, bulk_stage.urenweken(stages, guide, now))
    _save(Signaal, bulk_stage.signalen(stages, guide, now))
    bulk_stage.requests(school, people, mentors[0], now)
    _save(Gesprek, _gesprekken(people, now))
    _save(Afspraak, _afspraken(people, now))
    _save(Contactpoging, _pogingen(people, now))


def _students(klassen: list[Klas], mentors: list[User], most: int) -> Iterator[dict[str, Any]]:
    """The fields of each student."""
    crebos = list(profielen())
    for n in range(min(most, len(klassen) * IN_A_KLAS)):
        klas = n // IN_A_KLAS
        yield {
            "klas_id": klassen[klas].pk,
            "voornaam": VOORNAMEN[n % len(VOORNAMEN)],
            "achternaam": ACHTERNAMEN[n % len(ACHTERNAMEN)],
            "crebo": crebos[n % len(crebos)],
            "regie_houder_id": mentors[klas].pk,
        }


def _gesprekken(people: list[Student], now: datetime.datetime) -> Iterator[Gesprek]:
    onderwerpen = list(Onderwerp)
    for n, student in enumerate(people):
        for turn in range(GESPREKKEN):
            when = now - datetime.timedelta(days=turn * 14 + n % 14, hours=1)
            by: dict[str, Any] = dict.fromkeys(
                ("auteur_id", "gemaakt_door_id", "vastgelegd_door_id"), student.regie_houder_id
            )
            yield Gesprek(
                student=student,
                titel="Voortgang",
                wanneer=when,
                onderwerp=onderwerpen[(n + turn) % len(onderwerpen)],
                tekst="We keken samen wat er goed gaat en wat de volgende stap is.",
                gewone_woorden="Het gaat goed. We weten wat de volgende stap is.",
                status=GesprekStatus.VASTGELEGD,
                laag=Laag.BEGELEIDING,
                gemaakt_op=when,
                vastgelegd_op=when,
                **by,
            )


def _afspraken(people: list[Student], now: datetime.datetime) -> Iterator[Afspraak]:
    for n, student in enumerate(people):
        for done in (True, False):
            when = now - datetime.timedelta(days=n % 20 + 1)
            by: dict[str, Any] = dict.fromkeys(("auteur_id", "gemaakt_door_id"), student.regie_houder_id)
            ending = {"afgerond_op": when, "afgerond_door_id": student.regie_houder_id} if done else {}
            yield Afspraak(
                student=student,
                wat="Elke dag een bericht sturen als ik er ben",
                voor=(when + datetime.timedelta(days=n % 30)).date(),
                laag=Laag.BEGELEIDING,
                status=AfspraakStatus.GEDAAN if done else AfspraakStatus.OPEN,
                gemaakt_op=when,
                leeft_vanaf=when,
                **by,
                **ending,
            )


def _pogingen(people: list[Student], now: datetime.datetime) -> Iterator[Contactpoging]:
    for n, student in enumerate(people[::2]):
        when = now - datetime.timedelta(days=n % 25, hours=3)
        yield Contactpoging(
            student=student, wanneer=when, laag=Laag.BEGELEIDING, auteur_id=student.regie_houder_id
        )
