"""A klas with its roles, for who hands one over; and to whom it can go."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from begeleiders.models import SchoolRol, User
from collaboration.rules.rol import handles_klas, may_end_klas
from students.access import Viewer
from students.enums import Rol
from students.models import Klas, KlasRol, TeamLid


def get_klas(viewer: Viewer, pk: UUID) -> Klas:
    """A klas of which this person can hand a role over, the own or as beheerder; Http404 otherwise."""
    klas: Klas | None = Klas.objects.select_related("school").filter(pk=pk).first()
    if klas is None or not handles_klas(viewer, klas):
        raise Http404
    return klas


def roles_of(viewer: Viewer, klas: Klas) -> list[KlasRol]:
    """Who has a role in this klas today, the mentor first."""
    rows = KlasRol.objects.active(viewer.today).filter(klas=klas.pk).select_related("user", "klas")
    return list(rows.order_by("-rol", "begin", "id"))


def own_to_give(viewer: Viewer, roles: list[KlasRol]) -> list[KlasRol]:
    """Those of these roles that this person can hand over: all for the beheerder, else the own."""
    return [rol for rol in roles if may_end_klas(viewer, rol)]


def _colleagues(klas: Klas, on: date) -> QuerySet[Any]:
    """Whoever has a role of school today: in a klas, for the school, or as zorgmedewerker of a student of it."""
    school = klas.school_id
    klassen = KlasRol.objects.active(on).filter(klas__school=school)
    whole = SchoolRol.objects.active(on).filter(school=school)
    zorg = TeamLid.objects.active(on).filter(student__klas__school=school, rol=Rol.ZORGMEDEWERKER)
    one_of = Q()
    for rows in (klassen, whole, zorg):
        one_of |= Q(pk__in=rows.values("user"))
    return User.objects.filter(one_of, is_active=True, student__isnull=True)


def is_colleague(klas: Klas, user: UUID, on: date) -> bool:
    """Whether somebody works for the school of this klas today."""
    return bool(_colleagues(klas, on).filter(pk=user).exists())


def successors(viewer: Viewer, klas: Klas) -> list[User]:
    """To whom a role can go: every colleague of the school but oneself, by name."""
    rows = _colleagues(klas, viewer.today).exclude(pk=viewer.user.pk)
    return list(rows.order_by("voornaam", "achternaam", "id"))
