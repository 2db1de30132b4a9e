"""Who may read which text: the table of access once more, written apart from the app's own.

`READERS` has for each field a function of a person and a row. `MUST` names the fields of which everybody who may read
one also has to come across it; the others are read somewhere on the way (behind a fold of time, a page not asked for).
"""

from collections.abc import Callable
from typing import Any

from students.models import Vrijgave
from tests.sweep.answers import read_answer
from tests.sweep.grants_doel import DOEL
from tests.sweep.grants_team import NETWERK, takes_over
from tests.sweep.people import Person

SCHOOL = "mentor kawer zorgmedewerker zorgcoordinator"
ZORG = "zorgmedewerker zorgcoordinator"
WRITERS = f"{SCHOOL} praktijkbegeleider peercoach"
ALL = f"{WRITERS} student beheerder"
Reader = Callable[[Person, Any], bool]


def nobody(person: Person, row: Any) -> bool:
    """Only who runs the server."""
    return False


def roles(names: str, student: str = "student_id") -> Reader:
    """Whoever has one of these roles for the student of the row."""

    def reads(person: Person, row: Any) -> bool:
        return person.has(_follow(row, student), names)

    return reads


def of_stage(stage: str = "stage", more: str = f"{SCHOOL} student") -> Reader:
    """The school's team, the student, and the praktijkbegeleider of that stage."""

    def reads(person: Person, row: Any) -> bool:
        found = _follow(row, stage)
        return person.has(found.student_id, f"{more} praktijkbegeleider", found.pk)

    return reads


def _follow(row: Any, path: str) -> Any:
    for name in path.split("."):
        row = getattr(row, name)
    return row


def grond(person: Person, row: Any) -> bool:
    """Why something was shared without consent: the zorgteam, who named the ground, who looked along."""
    there = person.user.pk in (row.gesteld_door_id, row.gezien_door_id)
    return person.has(row.student_id, ZORG) or (there and person.has(row.student_id, SCHOOL))


def in_layer(person: Person, row: Any) -> bool:
    """A text with student, laag, auteur and stage, once it is vastgelegd."""
    student, own = row.student_id, row.auteur_id == person.user.pk
    if own and person.has(student, WRITERS):
        return True
    if row.laag == "stage":
        return person.has(student, f"{SCHOOL} student praktijkbegeleider", row.stage_id)
    if row.laag == "begeleiding":
        return person.has(student, f"{SCHOOL} student")
    return row.laag == "zorg" and person.has(student, ZORG)


def gesprek(person: Person, row: Any) -> bool:
    """A concept is its makers'; one that was withdrawn is its author's."""
    if row.status == "concept":
        mine = {row.auteur_id, *(one.user_id for one in row.voerders.all())}
        return person.user.pk in mine and person.has(row.student_id, WRITERS)
    if row.status == "ingetrokken":
        return row.auteur_id == person.user.pk and person.has(row.student_id, WRITERS)
    return in_layer(person, row)


def afspraak(person: Person, row: Any) -> bool:
    """In its layer; its owner always; the student all that lives but zorg; in a concept its makers."""
    if row.leeft_vanaf is None:
        return gesprek(person, row.gesprek)
    if row.eigenaar_id == person.user.pk and person.has(row.student_id, ALL):
        return True
    if person.has(row.student_id, "student"):
        return row.laag != "zorg"
    return in_layer(person, row)


def escalatie(person: Person, row: Any) -> bool:
    """Layer zorg; and who sent it reads the own text."""
    own = row.aangemeld_door_id == person.user.pk and person.has(row.student_id, "mentor kawer")
    return own or person.has(row.student_id, ZORG)


def bericht(person: Person, row: Any) -> bool:
    """A terugkoppeling is for the school's team; a question and its answer for both ends of it."""
    if row.soort == "terugkoppeling":
        return person.has(row.escalatie.student_id, SCHOOL)
    return escalatie(person, row.escalatie)


def signaal(person: Person, row: Any) -> bool:
    """The school's team all, who sent it the own, the student a compliment."""
    student = row.student_id
    if person.has(student, SCHOOL) or (row.auteur_id == person.user.pk and person.has(student, WRITERS)):
        return True
    return row.soort == "gaat_goed" and person.has(student, "student")


def einde_woorden(person: Person, row: Any) -> bool:
    """What the student agreed to share is for everybody around the stage."""
    return of_stage()(person, row)


def name_of_user(person: Person, row: Any) -> bool:
    """A colleague around the same student, now or before; those of zorg not for who may not know of them."""
    if row.pk == person.user.pk:
        return True
    others = person.people[row.pk]  # type: ignore[attr-defined]
    shared = [student for student in others.ever if person.now.get(student)]
    for student in shared:
        hidden = others.ever[student] <= {"zorgmedewerker", "zorgcoordinator", "beheerder"}
        if not (hidden and person.only(student, "praktijkbegeleider peercoach")):
            return True
    return False


def student_of_account(person: Person, row: Any) -> bool:
    """The account of a student bears the name of that student."""
    return name_of_user(person, row)


def klas(person: Person, row: Any) -> bool:
    """The name of a klas: whoever knows one of its students."""
    return any(student.klas_id == row.pk for student in person.students())  # type: ignore[attr-defined]


def eigen_casus(person: Person, row: Any) -> bool:
    """Who works with students at that school; a withdrawn one its maker only."""
    if row.ingetrokken_op and row.gemaakt_door_id != person.user.pk:
        return False
    here = [student.pk for student in person.students() if student.klas.school_id == row.school_id]  # type: ignore[attr-defined]
    own = ("zorgcoordinator", row.school_id) in person.scholen
    return own or any(person.has(student, WRITERS) for student in here)


def shared(soort: str, part: str, row: Any) -> set[Any]:
    """To whom the student gave this part, and did not take it back."""
    given = Vrijgave.objects.filter(student=row.student_id, soort=soort, onderdeel=getattr(row, part))
    return set(given.filter(ingetrokken_op=None).values_list("aan", flat=True))


def handleiding(person: Person, row: Any) -> bool:
    """The student all versions; of the one that stands now, who it was given to and is on the team."""
    if person.has(row.student_id, "student"):
        return True
    newer = type(row).objects.filter(student=row.student_id, onderdeel=row.onderdeel, versie__gt=row.versie)
    given = person.user.pk in shared("handleiding", "onderdeel", row) and person.has(row.student_id, WRITERS)
    return given and not newer.exists()


def handleiding_vraag(person: Person, row: Any) -> bool:
    """The student, and who asked."""
    own = row.gevraagd_door_id == person.user.pk and person.has(row.student_id, WRITERS)
    return own or person.has(row.student_id, "student")


def beeld(person: Person, row: Any) -> bool:
    """A begeleider's view: the student, the school's team, who wrote it. The student's own: as the handleiding."""
    if person.has(row.student_id, "student"):
        return True
    if row.van_id is not None:
        own = row.van_id == person.user.pk and person.has(row.student_id, WRITERS)
        return own or person.has(row.student_id, SCHOOL)
    return person.user.pk in shared("gedeeld_beeld", "vraag", row) and person.has(row.student_id, WRITERS)


def anyone(person: Person, row: Any) -> bool:
    """Not about a person: schools, leerbedrijven and stageplekken are known to all who work with students."""
    return True


READERS: dict[str, Reader] = NETWERK | {
    "students.Student.voornaam": roles(ALL, "pk"),
    "students.Student.tussenvoegsel": roles(ALL.replace("peercoach", ""), "pk"),
    "students.Student.achternaam": roles(ALL.replace("peercoach", ""), "pk"),
    "students.Student.email": roles(f"{SCHOOL} student beheerder", "pk"),
    "students.Student.telefoon": roles(f"{SCHOOL} student beheerder", "pk"),
    "students.Klas.naam": klas,
    "students.KlasRol.eindreden": nobody,
    "students.TeamLid.eindreden": nobody,
    "students.Zorginzage.eindreden": nobody,
    **{
        f"students.Toestemming.{name}": roles(f"{SCHOOL} student")
        for name in "wie wat niet doel ouder".split()
    },
    "students.Bereikbaar.tekst": lambda person, row: name_of_user(person, row.user),
    "students.Grond.reden": lambda person, row: (
        grond(person, row) or (row.geinformeerd_op is not None and person.has(row.student_id, "student"))
    ),
    "students.Grond.zwijg_reden": lambda person, row: grond(person, row),
    "students.HandleidingVersie.tekst": handleiding,
    "students.HandleidingVraag.waarom": handleiding_vraag,
    "students.BeeldVersie.tekst": beeld,
    **DOEL,
    "begeleiders.School.naam": anyone,
    "begeleiders.School.plaats": anyone,
    "begeleiders.Schoolvakantie.naam": anyone,
    "begeleiders.SchoolRol.eindreden": nobody,
    **{f"begeleiders.User.{name}": name_of_user for name in ("email", "telefoon")},
    **{
        f"begeleiders.User.{name}": lambda person, row: name_of_user(person, row) or takes_over(person, row)
        for name in "voornaam tussenvoegsel achternaam organisatie".split()
    },
    **{
        f"cases.EigenCasus.{name}": eigen_casus
        for name in "titel samenvatting verhaal wat_zou_jij_doen keerpunt vragen".split()
    },
    "checklists.Antwoord.waarde": read_answer,
    "checklists.Botsing.waarde": lambda person, row: read_answer(person, row.antwoord),
    "stageplekken.Leerbedrijf.naam": anyone,
    "stageplekken.Leerbedrijf.plaats": anyone,
    "stageplekken.Stageplek.titel": anyone,
    "stageplekken.StagePauze.reden": of_stage(),
    "stageplekken.StageOvergang.reden": roles(f"{SCHOOL} student", "stage.student_id"),
    "stageplekken.PokHandtekening.naam": of_stage(),
    "stageplekken.Stagegesprek.heropend_reden": of_stage(),
    "stageplekken.StagegesprekOvergang.reden": of_stage("gesprek.stage"),
    "stageplekken.StagegesprekAkkoord.zonder_reden": of_stage("gesprek.stage"),
    "stageplekken.UrenDag.reden": of_stage(),
    "stageplekken.UrenDagVersie.reden": of_stage(),
    "stageplekken.UrenWeek.reden": of_stage(),
    "stageplekken.UrenWeekOvergang.reden": of_stage("week.stage"),
    "collaboration.AandachtOpzij.reden": roles(SCHOOL),
    **{
        f"collaboration.Gesprek.{name}": gesprek
        for name in "titel plek onderwerp_regel tekst gewone_woorden ingetrokken_reden".split()
    },
    "collaboration.GesprekOvergang.reden": lambda person, row: gesprek(person, row.gesprek),
    **{f"collaboration.Afspraak.{name}": afspraak for name in "wat reden vervolg".split()},
    "collaboration.AfspraakOvergang.reden": lambda person, row: afspraak(person, row.afspraak),
    "collaboration.Contactpoging.notitie": in_layer,
    "collaboration.StageEinde.reden": roles(f"{SCHOOL} student"),
    "collaboration.StageEinde.woorden": einde_woorden,
    "collaboration.StageEinde.terugmeld_met": of_stage(),
    "collaboration.StageEinde.terugmelding": of_stage(),
    **{f"collaboration.Escalatie.{name}": escalatie for name in "titel vraag geprobeerd partij".split()},
    "collaboration.Escalatie.besluit_reden": escalatie,
    "collaboration.EscalatieOvergang.reden": lambda person, row: escalatie(person, row.escalatie),
    "collaboration.EscalatieBericht.tekst": bericht,
    **{
        f"collaboration.RegieAanbod.{name}": roles(f"{SCHOOL} student")
        for name in "reden doet blijft bericht antwoord_reden".split()
    },
    "collaboration.Samenwerking.gestopt_reden": lambda person, row: (
        person.user.pk in {kant.user_id for kant in row.kanten.all()}
    ),
    "collaboration.SamenwerkingOvergang.reden": lambda person, row: (
        person.user.pk in {kant.user_id for kant in row.samenwerking.kanten.all()}
    ),
    **{f"collaboration.Signaal.{name}": signaal for name in "tekst aanpak terugmelding sluitreden".split()},
    "collaboration.SignaalOvergang.reden": lambda person, row: signaal(person, row.signaal),
}
MUST = (
    *(
        f"cases.EigenCasus.{name}"
        for name in "titel samenvatting verhaal wat_zou_jij_doen keerpunt vragen".split()
    ),
    "students.Student.voornaam",
    "students.Student.achternaam",
    "students.Student.telefoon",
    "students.Doel.titel",
    "students.DoelStap.tekst",
    "students.Succes.tekst",
    "students.HandleidingVersie.tekst",
    "students.BeeldVersie.tekst",
    "collaboration.Gesprek.gewone_woorden",
    "collaboration.Gesprek.tekst",
    "collaboration.Afspraak.wat",
    "collaboration.Contactpoging.notitie",
    "collaboration.Signaal.tekst",
    "collaboration.Signaal.terugmelding",
    "collaboration.StageEinde.woorden",
    "collaboration.Escalatie.vraag",
    "collaboration.EscalatieBericht.tekst",
    "collaboration.RegieAanbod.reden",
    "stageplekken.UrenDag.reden",
    "checklists.Antwoord.waarde",
)
