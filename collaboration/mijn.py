"""What stands on the student's own page, on screen and on paper: what went well first, then what comes next."""

from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.utils import timezone

from collaboration.panels import gather
from collaboration.panels.listed import ON_STUDENT
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from stageplekken.queries import talks as queries_talks
from stageplekken.queries.lopend import stages_of
from stageplekken.queries.uren import boeken, stages_with_hours
from stageplekken.rules.talks import may_read as may_read_talks
from stageplekken.uren.beeld import picture
from students import queries_doel
from students.access import Answer, Viewer
from students.enums import DoelStatus, Laag, Rol
from students.gekeken import looks_at
from students.models import Bereikbaar, Student
from students.queries import team_of
from students.trap import trap

LOOKS, LOOKS_ON_PAPER = 3, 5  # of who looked, where it is not the whole list
SUCCESSES = 5


def own_page(viewer: Viewer, student: Student) -> dict[str, Any]:
    """The page of a student for the student: the same panels as for others, with an order and words of its own."""
    afspraken = queries.open_afspraken_of(viewer, student)
    return afspraken_of(viewer, student, afspraken) | {
        "naam": student.naam,
        "stages": stages_of(student, viewer),
        "team": team_of(viewer, student),
        "gekeken": looks_at(viewer, student, aantal=LOOKS).rijen,
        "panelen": gather(panel(viewer, student) for panel in ON_STUDENT),
    }


def afspraken_of(viewer: Viewer, student: Student, afspraken: list[Any]) -> dict[str, Any]:
    """The open afspraken in two: what the student does, and what others do."""
    mine = [one for one in afspraken if one.eigenaar_id in (None, student.account_id)]
    return {
        "afspraken": afspraken,
        "van_mij": mine,
        "van_anderen": [one for one in afspraken if one not in mine],
        "af_te_vinken": {one.pk for one in mine if rules.may_finish(viewer, one)},
    }


# On paper -------------------------------------------------------------------------------------------------

NOT_YOURS = "Deze pagina op papier is voor de student. Printen kunnen de student en de mentor."


def may_print(viewer: Viewer, student: Student) -> Answer:
    """Whether this person prints the student's own page: the student, and the mentor for who has no phone."""
    for link in viewer.links(student):
        if link.rol in (Rol.STUDENT, Rol.MENTOR):
            return Answer(True, link.rol)
    return Answer(False, reden=NOT_YOURS)


@dataclass(frozen=True)
class Helper:
    """Somebody of the team, with what they chose to say about reaching them."""

    naam: str
    rol: str
    regie: bool
    bereiken: tuple[str, ...]


def on_paper(viewer: Viewer, student: Student) -> dict[str, Any]:
    """What is printed: what the student reads, and who prints it too; so never a text that one of the two may not see.

    A student's own words that were shared with nobody stay on the screen of the student.
    """
    zelf = viewer.is_student(student)
    viewer.ledger.read(viewer.subject(student, "dossier", laag=Laag.BEGELEIDING))
    afspraken = [one for one in queries.open_afspraken_of(viewer, student) if one.laag != Laag.ZORG]
    stages = stages_with_hours(viewer, student)
    books = boeken(stages, viewer.today) if stages else {}
    doelen = [one for one in queries_doel.doelen_van(viewer, student) if one.status == DoelStatus.OPEN]
    return afspraken_of(viewer, student, afspraken) | {
        "student": student,
        "vandaag": viewer.today,
        "successen": queries_doel.successen_van(viewer, student, SUCCESSES),
        "trappen": [trap(one) for one in doelen],
        "uren": [(stage, picture(books[stage.pk], "je")) for stage in stages],
        "gesprekken": _planned_talks(viewer, student),
        "helpers": _helpers(viewer, student),
        "gekeken": looks_at(viewer, student, aantal=LOOKS_ON_PAPER).rijen if zelf else [],
    }


def _planned_talks(viewer: Viewer, student: Student) -> list[Any]:
    """The talks about a stage that have a day, still to come; one query a stage more."""
    stages = queries_talks.stages_with_talks(student)
    found = [talk for stage, talks in stages if may_read_talks(viewer, stage) for talk in talks]
    now = timezone.now()
    coming = [(talk.wanneer, talk) for talk in found if talk.wanneer is not None and talk.wanneer >= now]
    return [talk for _when, talk in sorted(coming, key=itemgetter(0))]


def _helpers(viewer: Viewer, student: Student) -> list[Helper]:
    """The team with how to reach each; one query more than the list."""
    team = team_of(viewer, student)
    said = {row.user_id: row for row in Bereikbaar.objects.filter(user__in=[one.user_id for one in team])}
    return [
        Helper(
            naam=one.user.naam,
            rol=one.get_rol_display(),
            regie=one.user_id == student.regie_houder_id,
            bereiken=_reach(one.user, said.get(one.user_id)),
        )
        for one in team
    ]


def _reach(user: Any, said: Bereikbaar | None) -> tuple[str, ...]:
    if said is None:
        return ()
    days = f"Er op {said.dagen_in_woorden}." if said.dagen else ""
    phone = user.telefoon if said.toon_telefoon else ""
    mail = user.email if said.toon_email else ""
    return tuple(filter(None, (days, said.tekst, phone, mail)))
