"""Students as a person may see them: the only way by which views reach a student."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from begeleiders.models import User
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Klas, KlasRol, Student, TeamLid, Vrijgave
from students.prepared import fetch_for


def students_for(viewer: Viewer) -> QuerySet[Any]:
    """The students this person may know of, by klas and first name."""
    return Student.objects.visible_to(viewer).for_list()


def first_students(viewer: Viewer, limit: int) -> list[Student]:
    """The first so many students of that list."""
    return fetch_for(_first, viewer, limit)


def _first(viewer: Viewer, limit: int) -> QuerySet[Any]:
    return students_for(viewer).select_related(None).select_related("klas")[:limit]


def get_student(viewer: Viewer, pk: UUID) -> Student:
    """One student; Http404 for a student that is not there or not this person's to know."""
    for student in fetch_for(_one, viewer, pk):
        return student
    raise Http404


def _one(viewer: Viewer, pk: UUID) -> QuerySet[Any]:
    return Student.objects.visible_to(viewer).select_related("klas__school", "regie_houder").filter(pk=pk)


def klassen_for(viewer: Viewer) -> list[Klas]:
    """The klassen in which this person has a role today, by name."""
    return fetch_for(_klassen, viewer)


def _klassen(viewer: Viewer) -> QuerySet[Any]:
    return Klas.objects.filter(pk__in=list(viewer.klassen)).select_related("school").order_by("naam", "id")


def team_of(viewer: Viewer, student: Student) -> list[KlasRol | TeamLid]:
    """The team list ("wie is wie") as far as this person sees it: the duo of the klas first."""
    if not viewer.may("lees", student, Item(Soort.TEAM)):
        return []
    seen = " ".join(sorted(viewer.team_zicht(student)))
    return [
        *fetch_for(_duo, viewer, student.klas_id, seen),
        *fetch_for(_others, viewer, student.pk, seen),
    ]


def _duo(viewer: Viewer, klas: UUID, seen: str) -> QuerySet[Any]:
    rows = KlasRol.objects.active(viewer.today).filter(klas=klas, rol__in=seen.split())
    return rows.select_related("user").order_by("-rol", "begin", "id")


def _others(viewer: Viewer, student: UUID, seen: str) -> QuerySet[Any]:
    rows = TeamLid.objects.active(viewer.today).filter(student=student, rol__in=seen.split())
    return rows.select_related("user").order_by("rol", "begin", "id")


def colleagues_of(viewer: Viewer, student: Student) -> list[Any]:
    """The people (users) of the team as far as this person sees them; each once, in order of the team list."""
    people = {member.user.pk: member.user for member in team_of(viewer, student)}
    return list(people.values())


def short_name_only(viewer: Viewer, student: Student) -> bool:
    """Whether this person knows this student by first name and klas only (a peercoach)."""
    return all(link.rol is Rol.PEERCOACH for link in viewer.links(student))


# What the student shares ----------------------------------------------------------------------------------


def vrij_voor(viewer: Viewer, student: Student, soort: Soort, veld: str = "onderdeel") -> Q:
    """The parts of this kind that the student gave to this person, and that this person may read today, as a condition.

    In: the field that holds the code of the part. It stands in the query that fetches the texts: asked before it, a
    text that was written after the part was taken back would be read once. Not what the student reads of the own:
    that asks no gift.
    """
    if not viewer.may("lees", student, Item(soort, gedeeld=True)):
        return Q(pk__in=[])
    return gegeven_q(viewer, student.pk, soort, veld)


def gegeven_q(viewer: Viewer, student: UUID, soort: Soort, veld: str = "onderdeel") -> Q:
    """The gift alone: for who asked already whether this person may read what is given."""
    rows = Vrijgave.objects.filter(student=student, aan=viewer.user.pk, soort=soort, ingetrokken_op=None)
    return Q(**{f"{veld}__in": rows.order_by().values("onderdeel")})


def may_receive(student: Student, person: User, soort: Soort, on: date) -> bool:
    """Whether the role of this person around this student lets them read what the student shares of this kind."""
    theirs = Viewer(user=person, today=on)
    return bool(theirs.may("lees", student, Item(soort, gedeeld=True)))
