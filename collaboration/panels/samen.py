"""Samen: looking together with a colleague, and privately at one's own guidance, on the pages where one comes by."""

from collaboration.panels import Panel
from collaboration.queries import samen as queries
from collaboration.rules import samen as rules
from students.access import Viewer
from students.models import Student


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """On the page of a student: the own rounds and the private look; the student sees that it was done, and when."""
    if viewer.is_student(student):
        return _for_student(viewer, student)
    asks, reflects = bool(rules.may_ask(viewer, student)), bool(rules.may_reflect(viewer, student))
    if not asks and not reflects:
        return None
    rows = queries.rounds_about(viewer, student, 3) if asks else []
    if rows:
        queries.note(viewer, student)
    context = {"student": student, "rondes": rows, "vraagt": asks, "kijkt": reflects}
    return Panel(
        template="collaboration/_paneel_samen.html", context=context, plek="zij", anker="samen", kop="Samen"
    )


def _for_student(viewer: Viewer, student: Student) -> Panel | None:
    rows = queries.done_around(student, 3)
    if not rows:
        return None
    queries.note(viewer, student)
    context = {"rondes": [(row, rules.names(kant.user for kant in row.kanten.all())) for row in rows]}
    return Panel(
        template="collaboration/_paneel_samen_student.html",
        context=context,
        plek="zij",
        anker="samen",
        kop="Samen",
    )


def on_first(viewer: Viewer) -> Panel | None:
    """On the first screen: rounds that wait for this person."""
    if not viewer.rollen & rules.SAMEN_ROLLEN:
        return None
    waiting = queries.asked_of(viewer)[:5]
    if not waiting:
        return None
    for row in waiting:
        queries.note(viewer, row.student, row.pk)
    return Panel(
        template="collaboration/_paneel_samen_eerst.html", context={"rondes": waiting}, plek="midden"
    )
