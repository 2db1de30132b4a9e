"""The places and people of the demo world, from the files in wereld/: schools, klassen, students, stages."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from begeleiders.demo import DOMAIN
from begeleiders.models import School, Schoolvakantie, User
from kern.schooldays import monday_of
from stageplekken.models import PokHandtekening, Stage, Stageplek
from students.enums import Rol
from students.models import Klas, Student
from tests import factories as make
from tests.demo import hours
from tests.demo.calendar import Days
from tests.demo.keys import key

__all__ = ["PASSWORD", "World", "key", "read", "student_files"]

PASSWORD = "kansrijk-demo"
FILES = Path(__file__).parent / "wereld"
LONG_AGO = -420  # the duos work together for two years


def read(name: str) -> Any:
    """One file of the world."""
    return yaml.safe_load((FILES / f"{name}.yaml").read_text())


def student_files() -> list[str]:
    """The names of the files with students."""
    return sorted(path.stem for path in FILES.glob("klas-*.yaml"))


@dataclass
class World:
    """What was made, by the names in the files; `stages` by student and leerbedrijf, newest last."""

    days: Days
    schools: dict[str, School] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    klassen: dict[str, Klas] = field(default_factory=dict)
    mentors: dict[str, str] = field(default_factory=dict)
    plekken: dict[str, Stageplek] = field(default_factory=dict)
    guides: dict[str, str] = field(default_factory=dict)
    students: dict[str, Student] = field(default_factory=dict)
    stages: dict[str, dict[str, Stage]] = field(default_factory=dict)

    def mentor_of(self, code: str) -> str:
        """The mentor of a student."""
        return self.mentors[self.students[code].klas.naam]


def _schoolyear(today: datetime.date) -> str:
    first = today.year if today.month >= 8 else today.year - 1
    return f"{first}-{first + 1}"


def make_people(world: World) -> None:
    """Everyone with an account; who logs in gets the one password, hashed once as that is slow on purpose."""
    hashed, nothing = make_password(PASSWORD), make_password(None)
    for row in read("mensen"):
        code, login = row["code"], row.get("inloggen", False)
        world.people[code] = make.UserFactory.build(
            id=key("mens", code),
            email=f"{code}{DOMAIN}",
            voornaam=row["voornaam"],
            tussenvoegsel=row.get("tussenvoegsel", ""),
            achternaam=row["achternaam"],
            organisatie=row.get("organisatie", ""),
            password=hashed if login else nothing,
        )
    User.objects.bulk_create(world.people.values())


def make_schools(world: World) -> None:
    """Schools with their klassen and roles."""
    begin = world.days.day(LONG_AGO)
    for row in read("scholen"):
        school = make.SchoolFactory(
            id=key("school", row["code"]), naam=row["naam"], plaats=row["plaats"], slug=row["code"]
        )
        world.schools[row["code"]] = school
        for free in row.get("vakanties", []):
            monday = monday_of(world.days.day(free["na"])) + datetime.timedelta(weeks=1)
            Schoolvakantie.objects.create(
                school=school, naam=free["naam"], begin=monday, einde=monday + datetime.timedelta(days=6)
            )
        for rol in ("zorgcoordinator", "beheerder"):
            make.SchoolRolFactory(school=school, user=world.people[row[rol]], rol=rol, begin=begin)
        for klas in row["klassen"]:
            _make_klas(world, school, klas, begin)


def _make_klas(world: World, school: School, row: dict[str, Any], begin: datetime.date) -> None:
    klas = make.KlasFactory(
        id=key("klas", row["naam"]), school=school, naam=row["naam"], schooljaar=_schoolyear(world.days.today)
    )
    world.klassen[row["naam"]] = klas
    world.mentors[row["naam"]] = row["mentor"]
    for rol in (Rol.MENTOR, Rol.KAWER):
        make.KlasRolFactory(klas=klas, user=world.people[row[rol.value]], rol=rol, begin=begin)


def make_companies(world: World) -> None:
    """Leerbedrijven, each with one stageplek and the person who guides students there."""
    for number, row in enumerate(read("leerbedrijven"), start=1):
        bedrijf = make.LeerbedrijfFactory(
            id=key("leerbedrijf", row["code"]),
            naam=row["naam"],
            plaats=row["plaats"],
            leerbedrijf_id=f"{900_000_000 + number}",
        )
        world.plekken[row["code"]] = make.StageplekFactory(
            id=key("stageplek", row["code"]), leerbedrijf=bedrijf, titel=row["plek"], crebo=row["crebo"]
        )
        world.guides[row["code"]] = row["begeleider"]


def _birthday(today: datetime.date, years: int, number: int) -> datetime.date:
    """A date on which somebody is this old today; another one for every number."""
    return today - datetime.timedelta(days=years * 365 + years // 4 + 1 + number * 37 % 360)


def make_student(world: World, klas: str, row: dict[str, Any]) -> None:
    """A student with stages and team."""
    code, number = row["code"], len(world.students) + 1
    student = make.StudentFactory(
        id=key("student", code),
        klas=world.klassen[klas],
        voornaam=row["voornaam"],
        tussenvoegsel=row.get("tussenvoegsel", ""),
        achternaam=row["achternaam"],
        leerweg=row.get("leerweg", "BOL"),
        crebo=row["crebo"],
        email=f"{code}@post.example",
        telefoon=f"06 0000 {number // 100:02d} {number % 100:02d}",  # 06 0 is given to nobody
        geboortedatum=_birthday(world.days.today, row.get("jaren", 16 + number % 4), number),
        regie_houder=world.people[row.get("regie", world.mentors[klas])],
    )
    world.students[code] = student
    world.stages[code] = {}
    if row.get("account"):
        _make_account(world, code)
    for stage in row.get("stages", []):
        _make_stage(world, code, stage, number)
    for lid in row.get("team", []):
        make.TeamLidFactory(
            id=key("team", code, lid["wie"]),
            student=student,
            user=world.people[lid["wie"]],
            rol=lid["rol"],
            begin=world.days.day(lid["dag"]),
            **_left(world, lid),
        )


def _left(world: World, lid: dict[str, Any]) -> dict[str, Any]:
    """Somebody who is on the team no more: the last day, and why."""
    return {"einde": world.days.day(lid["tot"]), "eindreden": lid["reden"]} if "tot" in lid else {}


def _make_account(world: World, code: str) -> None:
    """The student logs in too."""
    student = world.students[code]
    account = make.UserFactory(
        id=key("mens", code),
        email=f"{code}{DOMAIN}",
        voornaam=student.voornaam,
        tussenvoegsel=student.tussenvoegsel,
        achternaam=student.achternaam,
        organisatie="",
        password=next(user.password for user in world.people.values() if user.has_usable_password()),
    )
    world.people[code] = student.account = account
    student.save(update_fields=["account"])


def _make_stage(world: World, code: str, row: dict[str, Any], number: int) -> None:
    bedrijf, ended = row["bedrijf"], row.get("status", "lopend") != "lopend"
    stage = make.StageFactory(
        id=key("stage", code, bedrijf),
        student=world.students[code],
        stageplek=world.plekken[bedrijf],
        begin=world.days.day(row["van"]),
        einde=world.days.day(row["tot"]),
        uren=row.get("uren", 400),
        status=row.get("status", "lopend"),
    )
    world.stages[code][bedrijf] = stage
    guide = world.people[world.guides[bedrijf]]
    if not ended:
        _sign(stage, guide, world.people[world.mentor_of(code)])
        hours.rooster_of(stage, row, number, world.people[world.mentor_of(code)])
        hours.fill(stage, row, number, guide, world.days.today)
    ending = {"einde": stage.einde, "eindreden": "De stage is voorbij."} if ended else {}
    make.praktijkbegeleider(stage, guide, id=key("begeleider", code, bedrijf), **ending)


def _sign(stage: Stage, guide: User, mentor: User) -> None:
    """The praktijkovereenkomst was signed by all three before the first day."""
    names = {"student": stage.student.naam, "leerbedrijf": guide.naam, "school": mentor.naam}
    PokHandtekening.objects.bulk_create(
        PokHandtekening(
            stage=stage,
            partij=partij,
            naam=naam,
            dag=stage.begin,
            genoteerd_op=timezone.now(),
            genoteerd_door=mentor,
        )
        for partij, naam in names.items()
    )
