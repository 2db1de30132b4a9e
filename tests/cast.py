"""The cast: one person for each role and relation around klas E1B, so that tests can speak of people.

In the middle stands Marije Jonkers, who does her stage at Restaurant De Kade. Everyone is invented.
"""

from dataclasses import dataclass, fields
from typing import Any

from django.contrib.auth.hashers import make_password

from begeleiders.models import School, SchoolRol, User
from stageplekken.models import Leerbedrijf, Stage, Stageplek
from students.enums import Rol
from students.models import Klas, KlasRol, Student, TeamLid
from tests import factories as make
from tests.factories import PASSWORD, days


@dataclass(frozen=True)
class Cast:
    """Everyone and everything, by the name a test calls them. All log in with tests.factories.PASSWORD."""

    # Two schools; E1B is the klas that the stories are about
    noord: School
    zuid: School
    e1b: Klas
    e1a: Klas  # same school, other klas
    z1a: Klas  # other school

    # Students: the first three are in E1B
    marije: Student
    sanna: Student
    has: Student
    milan: Student  # in E1A
    lotte: Student  # in Z1A

    # Stages
    de_kade: Leerbedrijf  # where Marije is
    madelief: Leerbedrijf  # where Sanna is
    stage_marije: Stage
    stage_sanna: Stage
    stage_lotte: Stage  # also at De Kade: a leerbedrijf is known to both schools

    # The people around Marije
    harold: User  # mentor of E1B, has the regie of its students
    soraya: User  # KAW-er of E1B
    melissa: User  # praktijkbegeleider of Marije, and of nobody else
    noor: User  # peercoach of Marije and Sanna
    zohra: User  # zorgmedewerker, on the team of Has
    coen: User  # zorgcoördinator of Noord
    bea: User  # beheerder of Noord
    marije_zelf: User  # the account of Marije

    # The people who are near, and may not
    petra: User  # praktijkbegeleider of Sanna, at another leerbedrijf
    ilse: User  # mentor of E1A
    wouter: User  # mentor of Z1A
    naima: User  # KAW-er of Z1A
    kees: User  # praktijkbegeleider of Lotte, at De Kade for the other school
    ex_mentor: User  # mentor of E1B until yesterday
    straks_mentor: User  # mentor of E1B from tomorrow
    ex_praktijk: User  # praktijkbegeleider of Marije until yesterday
    vreemde: User  # an account, and no role at all

    def people(self) -> dict[str, User]:
        """Every account by its name in this cast."""
        return {
            field.name: value
            for field in fields(self)
            if isinstance(value := getattr(self, field.name), User)
        }


NAMES = {
    "harold": ("Harold", "Vermeer"),
    "soraya": ("Soraya", "Haddou"),
    "melissa": ("Melissa", "Brouwer"),
    "noor": ("Noor", "Bergsma"),
    "zohra": ("Zohra", "Amrani"),
    "coen": ("Coen", "Dekkers"),
    "bea": ("Bea", "Hoekstra"),
    "marije_zelf": ("Marije", "Jonkers"),
    "petra": ("Petra", "Kuipers"),
    "ilse": ("Ilse", "Brandsma"),
    "wouter": ("Wouter", "Hofstra"),
    "naima": ("Naima", "Bouali"),
    "kees": ("Kees", "Rademaker"),
    "ex_mentor": ("Greet", "Postma"),
    "straks_mentor": ("Daan", "Wiersma"),
    "ex_praktijk": ("Frits", "Scholten"),
    "vreemde": ("Vera", "Nijboer"),
}
ORGANISATIES = {
    "soraya": "Welzijn De Brug",
    "melissa": "Restaurant De Kade",
    "petra": "Bloemenwinkel Madelief",
}
ELSEWHERE = ("wouter", "naima", "kees")


def address(name: str) -> str:
    """The e-mail address of somebody of the cast: harold@noord.example."""
    return f"{name.replace('_', '-')}@{'zuid' if name in ELSEWHERE else 'noord'}.example"


def _people() -> dict[str, User]:
    hashed = make_password(PASSWORD)  # once for all: the cast is made anew for every test
    users = {
        name: User(
            email=address(name),
            voornaam=first,
            achternaam=last,
            password=hashed,
            organisatie=ORGANISATIES.get(name, ""),
        )
        for name, (first, last) in NAMES.items()
    }
    User.objects.bulk_create(users.values())
    return users


def _places() -> dict[str, Any]:
    noord = make.SchoolFactory.build(naam="Entree Noord", slug="entree-noord", plaats="Rivierstad")
    zuid = make.SchoolFactory.build(naam="Entree Zuid", slug="entree-zuid", plaats="Havendorp")
    klassen = {
        name: Klas(school=zuid if name == "z1a" else noord, naam=name.upper(), schooljaar="2026-2027")
        for name in ("e1b", "e1a", "z1a")
    }
    School.objects.bulk_create([noord, zuid])
    Klas.objects.bulk_create(klassen.values())
    return {"noord": noord, "zuid": zuid, **klassen}


def _students(there: dict[str, Any], who: dict[str, User]) -> dict[str, Student]:
    def student(klas: str, regie: str, voornaam: str, achternaam: str, crebo: str, **more: Any) -> Student:
        return Student(
            klas=there[klas],
            regie_houder=who[regie],
            voornaam=voornaam,
            achternaam=achternaam,
            crebo=crebo,
            **more,
        )

    found = {
        "marije": student(
            "e1b", "harold", "Marije", "Jonkers", "25742",
            account=who["marije_zelf"], email="marije.jonkers@post.example", telefoon="06 00000001",
        ),
        "sanna": student("e1b", "harold", "Sanna", "Boer", "25748", tussenvoegsel="de"),
        "has": student("e1b", "harold", "Has", "El Amrani", "25744"),
        "milan": student("e1a", "ilse", "Milan", "Kovač", "25743"),
        "lotte": student("z1a", "wouter", "Lotte", "Terpstra", "25742"),
    }  # fmt: skip
    Student.objects.bulk_create(found.values())
    return found


def _stages(students: dict[str, Student]) -> dict[str, Any]:
    kade = make.LeerbedrijfFactory.build(naam="Restaurant De Kade", leerbedrijf_id="100000001")
    madelief = make.LeerbedrijfFactory.build(naam="Bloemenwinkel Madelief", leerbedrijf_id="100000002")
    keuken = make.StageplekFactory.build(leerbedrijf=kade)
    winkel = make.StageplekFactory.build(leerbedrijf=madelief, titel="Assistent in de winkel", crebo="25748")
    stages = {
        f"stage_{name}": make.StageFactory.build(student=students[name], stageplek=plek)
        for name, plek in (("marije", keuken), ("sanna", winkel), ("lotte", keuken))
    }
    Leerbedrijf.objects.bulk_create([kade, madelief])
    Stageplek.objects.bulk_create([keuken, winkel])
    Stage.objects.bulk_create(stages.values())
    return {"de_kade": kade, "madelief": madelief, **stages}


def _klas_roles(there: dict[str, Any], who: dict[str, User]) -> None:
    def role(klas: str, name: str, rol: Rol = Rol.MENTOR, **period: Any) -> KlasRol:
        return KlasRol(klas=there[klas], user=who[name], rol=rol, **({"begin": days(-90)} | period))

    KlasRol.objects.bulk_create([
        role("e1b", "harold"),
        role("e1b", "soraya", Rol.KAWER),
        role("e1a", "ilse"),
        role("z1a", "wouter"),
        role("z1a", "naima", Rol.KAWER),
        role("e1b", "ex_mentor", einde=days(-1), eindreden="werkt nu op een andere school"),
        role("e1b", "straks_mentor", begin=days(1)),
    ])  # fmt: skip
    SchoolRol.objects.bulk_create([
        SchoolRol(school=there["noord"], user=who["coen"], rol=Rol.ZORGCOORDINATOR, begin=days(-90)),
        SchoolRol(school=there["noord"], user=who["bea"], rol=Rol.BEHEERDER, begin=days(-90)),
    ])  # fmt: skip


def _team(students: dict[str, Student], stages: dict[str, Any], who: dict[str, User]) -> None:
    def member(student: str, name: str, rol: Rol, **period: Any) -> TeamLid:
        stage = stages[f"stage_{student}"].pk if rol is Rol.PRAKTIJKBEGELEIDER else None
        return TeamLid(
            student=students[student],
            user=who[name],
            rol=rol,
            stage_ref=stage,
            **({"begin": days(-28)} | period),
        )

    TeamLid.objects.bulk_create([
        member("marije", "melissa", Rol.PRAKTIJKBEGELEIDER),
        member("marije", "ex_praktijk", Rol.PRAKTIJKBEGELEIDER, einde=days(-1), eindreden="werkt er niet meer"),
        member("sanna", "petra", Rol.PRAKTIJKBEGELEIDER),
        member("lotte", "kees", Rol.PRAKTIJKBEGELEIDER),
        member("marije", "noor", Rol.PEERCOACH),
        member("sanna", "noor", Rol.PEERCOACH),
        member("has", "zohra", Rol.ZORGMEDEWERKER),
    ])  # fmt: skip


def build_cast() -> Cast:
    """Make the cast in the database, in a dozen queries."""
    who = _people()
    there = _places()
    students = _students(there, who)
    stages = _stages(students)
    _klas_roles(there, who)
    _team(students, stages, who)
    found: dict[str, Any] = {**there, **students, **stages, **who}
    return Cast(**found)
