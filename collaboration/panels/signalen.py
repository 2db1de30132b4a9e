"""Er is iets: sending a signaal in two taps, and what came of the ones that were sent."""

from typing import Any
from uuid import uuid4

from collaboration.enums.signaal import SignaalStatus
from collaboration.forms.signaal import SignaalForm
from collaboration.panels import Panel
from collaboration.queries import signaal as queries
from collaboration.rules import signaal as rules
from collaboration.words.signaal import rows_of
from kern.http import address
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Student
from students.queries import students_for

# A praktijkbegeleider has a few students; for more than this there is a link instead of a form for each.
FORMS = 4
OUTSIDE = frozenset({Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH})


def _send(student: Student, number: int, back: str) -> dict[str, Any]:
    """A form to send with, whose fields have ids of their own on the page."""
    return {
        "student": student,
        "form": SignaalForm(initial={"sleutel": uuid4()}, auto_id=f"signaal{number}_%s"),
        "terug": back,
    }


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """On the page of a student: send one, and the newest with how they stand. The student sees the compliments."""
    sends = bool(rules.may_send(viewer, student))
    reads = viewer.may("lees", student, Item(Soort.SIGNAAL, auteur=viewer.user.pk))
    if not sends and not reads and not viewer.may("lees", student, Item(Soort.COMPLIMENT)):
        return None
    found = queries.signalen_of(viewer, student)
    outside = {link.rol for link in viewer.links(student)} <= OUTSIDE
    own = not sends and not reads
    if own and not found:
        return None
    return Panel(
        template="collaboration/_paneel_signalen.html",
        context={
            "student": student,
            "rijen": rows_of(found, viewer.user.pk),
            "stuur": _send(student, 0, f"{address('student', student.pk)}#signalen") if sends else None,
            "eigen": own,
            "buiten": outside,
        },
        plek="boven" if outside else "midden",
        anker="signalen",
        kop="Complimenten" if own else "Signalen",
    )


def on_first(viewer: Viewer) -> Panel | None:
    """On the first screen: of a praktijkbegeleider a form a student, of mentor and KAW-er what nobody saw yet."""
    if viewer.klassen:
        return _waiting(viewer)
    stages = {link.stage for links in viewer.team.values() for link in links if link.stage}
    return _outside(viewer) if stages else None


def _waiting(viewer: Viewer) -> Panel | None:
    found = queries.to_answer(viewer, 6)
    new = [one for one in found if one.status == SignaalStatus.NIEUW]
    if not found:
        return None
    queries.note_signalen(viewer, new[:5])
    context = {"rijen": rows_of(new[:5], viewer.user.pk), "meer": len(found) > len(new[:5])}
    return Panel(
        template="collaboration/_paneel_signalen_nieuw.html",
        context=context,
        plek="boven",
        na_stilte=bool(new),
    )


def _outside(viewer: Viewer) -> Panel:
    students = [
        student
        for student in students_for(viewer)[: FORMS + 1]
        if any(link.rol is Rol.PRAKTIJKBEGELEIDER for link in viewer.links(student))
    ]
    many = len(students) > FORMS
    forms = [] if many else [_send(student, n, address("vandaag")) for n, student in enumerate(students, 1)]
    sent = queries.sent_signalen(viewer, 3)
    queries.note_signalen(viewer, sent)
    context = {"studenten": students if many else [], "sturen": forms, "rijen": rows_of(sent, viewer.user.pk)}
    return Panel(template="collaboration/_paneel_signalen_stage.html", context=context, plek="boven")
