"""Doelen as stairs, and what went well: on the page of a student, and on the student's own first screen."""

from typing import Any

from collaboration.panels import Panel
from kern.http import address
from students import queries_doel as queries
from students.access import Viewer
from students.enums import DoelStatus
from students.models import Student
from students.queries import get_student
from students.rules import doel as rules
from students.trap import trap

MOST = 3  # stairs on a page that shows more than doelen; the rest is one link away


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """The doelen of this student that this person reads, and the newest successes; four queries."""
    if not queries.reads_doelen(viewer, student):
        return None
    zelf = viewer.is_student(student)
    return Panel(
        template="students/_paneel_doelen.html",
        context=_context(viewer, student, zelf=zelf, terug=f"{address('student', student.pk)}#doelen"),
        plek="boven" if zelf else "midden",
        anker="doelen",
        kop="Mijn stappen" if zelf else "Doelen",
    )


def on_first(viewer: Viewer) -> Panel | None:
    """On the first screen of a student: what went well, then the step that is now."""
    own = viewer.eigen
    if not own or viewer.klassen:
        return None
    student = get_student(viewer, own[0])
    context = _context(viewer, student, zelf=True, terug=f"{address('vandaag')}#doelen")
    return Panel(template="students/_paneel_doelen.html", context=context, plek="boven")


def _context(viewer: Viewer, student: Student, *, zelf: bool, terug: str) -> dict[str, Any]:
    found = [one for one in queries.doelen_van(viewer, student) if one.status == DoelStatus.OPEN]
    return {
        "student": student,
        "zelf": zelf,
        "buiten": rules.is_outside(viewer, student),
        "schrijft": bool(rules.may_write(viewer, student)),
        "noteert": bool(rules.may_add_success(viewer, student)),
        "trappen": [trap(one) for one in found[:MOST]],
        "meer": len(found) > MOST,
        "successen": queries.successen_van(viewer, student, MOST),
        "terug": terug,
    }
