"""Casussen as a person may see them: the six for everyone who works with students, those of a school for its people."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from begeleiders.models import School
from cases import content
from cases.casus import Casus
from cases.models import EigenCasus
from kern.log import Subject
from students.access import Link, Viewer
from students.enums import Rol
from students.models import Klas

WERKT = frozenset(Rol) - {Rol.STUDENT, Rol.BEHEERDER}


def works_with_students(viewer: Viewer) -> bool:
    """Whether this person has a role today in which one guides students."""
    return bool(viewer.rollen & WERKT)


def demand_reader(viewer: Viewer) -> None:
    """Casussen and kenmerken are for who works with students. Raises Http404 for anyone else."""
    if not works_with_students(viewer):
        raise Http404


def get_casus(viewer: Viewer, code: str) -> Casus:
    """One of the six. Raises Http404."""
    demand_reader(viewer)
    try:
        return content.casus(code)
    except KeyError:
        raise Http404 from None


def scholen_van(viewer: Viewer, rollen: Collection[Rol] = WERKT) -> list[School]:
    """The schools where this person works with students today in one of these roles, by name: one query."""

    def held(scope: dict[UUID, set[Link]]) -> list[UUID]:
        return [pk for pk, links in scope.items() if any(link.rol in rollen for link in links)]

    own = held(viewer.scholen)
    theirs = Q(pk__in=held(viewer.klassen)) | Q(studenten__in=held(viewer.team))
    klassen = Klas.objects.filter(theirs).values("school")
    return list(School.objects.filter(Q(pk__in=own) | Q(pk__in=klassen)).order_by("naam", "id"))


def eigen_casussen(viewer: Viewer) -> list[EigenCasus]:
    """The casussen that the schools of this person added, by title, without their story: two queries."""
    scholen = {school.pk for school in scholen_van(viewer)}
    rows = EigenCasus.objects.visible_to(viewer, scholen).select_related("school", "gemaakt_door")
    return list(rows.filter(ingetrokken_op__isnull=True).defer("verhaal", "keerpunt", "vragen"))


def get_eigen(viewer: Viewer, pk: UUID) -> EigenCasus:
    """One casus of a school of this person. Raises Http404."""
    scholen = {school.pk for school in scholen_van(viewer)}
    rows = EigenCasus.objects.visible_to(viewer, scholen).select_related("school", "gemaakt_door")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    found: EigenCasus = row
    viewer.ledger.read(subject(found))
    return found


def subject(row: EigenCasus) -> Subject:
    """What a line in the log says of it: it is about no student."""
    return Subject(kind="eigen casus", object_id=row.pk, school=row.school_id)
