"""Requests to the zorgteam, regie and consent in the world of the access tests, about students of their own."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from collaboration.actions import behandelen, consent, escalatie, regie
from students.enums import Grondslag, Rol
from students.models import Student
from tests import acts_zorg
from tests.factories import StudentFactory, TeamLidFactory

if TYPE_CHECKING:
    from tests.access.world import World


def word(name: str) -> str:
    """A word that stands in one text of a request and nowhere else."""
    return f"Zr{''.join(name.replace('_', ' ').split())}rz"


def build(world: "World") -> dict[str, Any]:
    """Everything by the name that the tables use."""
    found: dict[str, Any] = {}
    _requests(world, found)
    _regie(world, found)
    asked = consent.Vraag("de stage", word("toestemming"), "een goed gesprek")
    row = consent.vraag(by=world.viewer("mentor"), student=world.students["marije"], vraag=asked)
    found["toestemming marije"] = row.pk
    return found


def _student(world: "World", klas: str, by: str, **names: str) -> Student:
    row: Student = StudentFactory(
        klas=getattr(world.cast, klas), regie_houder=world.people[by], **({"achternaam": "Lindeman"} | names)
    )
    return row


def _request(world: "World", found: dict[str, Any], name: str, klas: str, by: str, **more: Any) -> Student:
    student = _student(world, klas, by, voornaam=f"Yara {name}")
    texts = {field: word(f"{field} {name}") for field in ("titel", "vraag", "geprobeerd")}
    row = acts_zorg.aanvraag(world.viewer(by), student, **texts, **more)
    found[f"aanvraag {name}"], found[f"student {name}"] = row.pk, student.pk
    return student


def _requests(world: "World", found: dict[str, Any]) -> None:
    """One that is new, one that is being handled, and one of another klas and of another school."""
    new = _request(world, found, "nieuw", "e1b", "mentor")
    busy = _request(world, found, "bezig", "e1b", "kawer")
    ground = consent.Reden(Grondslag.VITAAL_BELANG, word("grond"))
    _request(world, found, "klas", "e1a", "mentor_klas", grond=ground)
    _request(world, found, "school", "z1a", "mentor_school")
    for student in (new, busy):
        row = TeamLidFactory(student=student, user=world.people["zorg"], rol=Rol.ZORGMEDEWERKER)
        TeamLidFactory(student=student, user=world.people["peercoach"])
    found["lid bezig"] = row.pk
    coordinator, pk = world.viewer("zorgco"), found["aanvraag bezig"]
    escalatie.pak_op(by=coordinator, escalatie_id=pk)
    behandelen.stel_vraag(by=coordinator, escalatie_id=pk, tekst=word("vraag aan"))
    behandelen.antwoord(by=world.viewer("kawer"), escalatie_id=pk, tekst=word("antwoord op"))
    behandelen.koppel_terug(by=world.viewer("zorg"), escalatie_id=pk, tekst=word("terugkoppeling"))
    milan = escalatie.Escalatie.objects.get(pk=found["aanvraag klas"])
    found["grond klas"] = milan.grond_id


def _regie(world: "World", found: dict[str, Any]) -> None:
    """Offered to the zorgmedewerker of Has, and taken by the zorgmedewerker of the one whose request is handled."""
    woorden = regie.Woorden(word("reden regie"), bericht=word("bericht regie"))
    row = regie.bied_aan(
        by=world.viewer("mentor"), student=world.students["has"], aan=world.people["zorg"], woorden=woorden
    )
    found["aanbod has"] = row.pk
    busy = Student.objects.get(pk=found["student bezig"])
    taken = regie.neem(by=world.viewer("zorg"), student=busy, woorden=regie.Woorden("Ik help"))
    found["aanbod bezig"] = taken.pk


def key(world: "World", kind: str, name: str) -> UUID:
    """The id of an object, or one that nothing has; a student of the cast is known by name."""
    if kind == "student" and name in world.students:
        return world.students[name].pk
    found: UUID = world.zorg.get(f"{kind} {name}") or uuid4()
    return found
