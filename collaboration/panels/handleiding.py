"""The handleiding where one comes by: what is shared on the page of a student, the questions on the first screen."""

from collaboration.panels import Panel
from collaboration.queries import zorg
from students import queries_handleiding as queries
from students.access import Viewer
from students.enums import Rol, Soort, ToestemmingStatus
from students.models import Student
from students.rules import handleiding as rules


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """What this student shares with this person; the student finds the way to the own page.

    Who may read of the zorgteam here too gets the headings only: the one line in the log for this page says zorg then,
    and the student's read marks have to be true.
    """
    if not rules.may_know(viewer, student, Soort.HANDLEIDING):
        return None
    zelf = viewer.is_student(student)
    whole = not rules.roles(viewer, student) & rules.ZORG
    found = [] if zelf else queries.read_by(viewer, student, read=whole)
    context = {"student": student, "zelf": zelf, "stukken": found, "heel": whole}
    return Panel(
        template="collaboration/_paneel_handleiding.html",
        context=context,
        plek="zij",
        anker="handleiding",
        kop="Handleiding",
    )


def on_first(viewer: Viewer) -> Panel | None:
    """On the first screen of the student: who asks to read a part, and who asks for a consent."""
    if Rol.STUDENT not in viewer.rollen:
        return None
    for student in queries.own_file(viewer):
        people = queries.people_around(viewer, student, Soort.HANDLEIDING)
        asked = queries.open_questions(student, people)
        consents = [
            row for row in zorg.consents_of(viewer, student) if row.status == ToestemmingStatus.GEVRAAGD
        ]
        if asked or consents:
            context = {"student": student, "vragen": asked, "toestemmingen": consents}
            return Panel(
                template="collaboration/_paneel_handleiding_vragen.html",
                context=context,
                plek="boven",
                vraag="Eerst dit: iemand vraagt jou iets.",
            )
    return None
