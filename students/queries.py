"""Students as a person may see them: the only way by which views reach a student."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Klas, KlasRol, Student, TeamLid


def students_for(viewer: Viewer) -> QuerySet[Any]:
    """The students this person may know of, by klas and first name."""
    return Student.objects.visible_to(viewer).for_list()


def get_student(viewer: Viewer, pk: UUID) -> Student:
    """One student; Http404 for a student that is not there or not this person's to know."""
    student = (
        Student.objects.visible_to(viewer)
        .select_related("klas", "klas__school", "regie_houder")
        .filter(pk=pk)
        .first()
    )
    if student is None:
        raise Http404
    return student


def klassen_for(viewer: Viewer) -> list[Klas]:
    """The klassen in which this person has a role today, by name."""
    return list(
        Klas.objects.filter(pk__in=list(viewer.klassen)).select_related("school").order_by("naam", "id")
    )


def team_of(viewer: Viewer, student: Student) -> list[KlasRol | TeamLid]:
    """The team list ("wie is wie") as far as this person sees it: the duo of the klas first."""
    if not viewer.may("lees", student, Item(Soort.TEAM)):
        return []
    seen = viewer.team_zicht(student)
    duo = KlasRol.objects.active(viewer.today).filter(klas=student.klas_id, rol__in=seen)
    others = TeamLid.objects.active(viewer.today).filter(student=student.pk, rol__in=seen)
    return [
        *duo.select_related("user").order_by("-rol", "begin", "id"),
        *others.select_related("user").order_by("rol", "begin", "id"),
    ]


def colleagues_of(viewer: Viewer, student: Student) -> list[Any]:
    """The people (users) of the team as far as this person sees them; each once, in order of the team list."""
    people = {member.user.pk: member.user for member in team_of(viewer, student)}
    return list(people.values())


def short_name_only(viewer: Viewer, student: Student) -> bool:
    """Whether this person knows this student by first name and klas only (a peercoach)."""
    return all(link.rol is Rol.PEERCOACH for link in viewer.links(student))
