"""On the page of a student, for the mentor: who was invited from outside, and whether a mail did not arrive."""

from collaboration.panels import Panel
from collaboration.queries.uitnodiging import of_student
from collaboration.rules import team as rules_team
from students.access import Viewer
from students.models import Student


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """The way to the invitations, with what waits there; only for who may invite."""
    if not rules_team.may_invite(viewer, student):
        return None
    regels = of_student(viewer, student)
    context = {
        "student": student,
        "geweigerd": [regel for regel in regels if regel.geweigerd],
        "wachten": [regel for regel in regels if not regel.binnen and not regel.geweigerd],
    }
    return Panel("collaboration/_paneel_uitnodigen.html", context, plek="zij")
