"""Who may do what: the one who looks, and the questions put to the access table (docs/access.md)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING, Literal, Protocol
from uuid import UUID

from django.db.models import Q

from kern.log import Ledger, Subject
from students.enums import Laag, Rol, Soort
from students.table import LEES, TABLE, TEAM_ZICHT, Cel, Lees

if TYPE_CHECKING:
    from begeleiders.models import User

__all__ = [
    "LEES",
    "TABLE",
    "TEAM_ZICHT",
    "YES",
    "Answer",
    "Cel",
    "Item",
    "Lees",
    "Link",
    "Verb",
    "Viewer",
    "no",
]

Verb = Literal["lees", "schrijf"]
HANDLEIDING = "handleiding"  # what a line of the log says where a layer would stand: the student's own words


class KlasLike(Protocol):
    """What access needs of a klas: its school."""

    @property
    def school_id(self) -> UUID: ...


class StudentLike(Protocol):
    """What access needs of a student: its id, its klas, and the school of that klas."""

    @property
    def id(self) -> UUID: ...
    @property
    def klas_id(self) -> UUID: ...
    @property
    def klas(self) -> KlasLike: ...


@dataclass(frozen=True)
class Link:
    """One active role for a student; for a praktijkbegeleider with the stage it holds for."""

    rol: Rol
    stage: UUID | None = None


@dataclass(frozen=True)
class Answer:
    """Whether it is allowed, by which role, and if not, why (a sentence for on screen)."""

    allowed: bool
    rol: Rol | None = None
    reden: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Answer(True)


def no(reden: str) -> Answer:
    """Not allowed, and why."""
    return Answer(False, reden=reden)


@dataclass(frozen=True)
class Item:
    """What is asked about: a kind, and for texts the layer, the author and the stage."""

    soort: Soort
    laag: Laag | None = None
    auteur: UUID | None = None
    stage: UUID | None = None
    vastgelegd: bool = True
    # Whether the student gave it to this person (students/actions/vrijgave.py).
    gedeeld: bool = False


def _reads(cel: Cel, link: Link, item: Item, user: UUID) -> bool:
    if cel.lees is Lees.EIGEN:
        return item.auteur == user
    if cel.lees is Lees.EIGEN_STAGE:
        return item.stage is not None and item.stage == link.stage
    if cel.lees is Lees.KEUZE:
        return item.gedeeld or item.auteur == user
    return item.vastgelegd if cel.lees is Lees.VASTGELEGD else True


@dataclass
class Viewer:
    """The person who looks, with the roles that are active today. Rights are the union of these roles."""

    user: "User"
    today: date
    ledger: Ledger = field(default_factory=Ledger)
    # The roles are read once for a request, so those for a student are too.
    _links: dict[tuple[UUID, UUID, UUID], list[Link]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def rows(self) -> list[tuple[str, UUID, str, UUID | None]]:
        """All active roles of this person, in one query: (scope, id, role, stage)."""
        from students.querysets import role_rows

        return role_rows(self.user.pk, self.today)

    def _scope(self, name: str) -> dict[UUID, set[Link]]:
        found: dict[UUID, set[Link]] = defaultdict(set)
        for scope, key, rol, stage in self.rows:
            if scope == name:
                found[key].add(Link(Rol(rol), stage))
        return dict(found)

    @cached_property
    def klassen(self) -> dict[UUID, set[Link]]:
        """Roles by klas."""
        return self._scope("klas")

    @cached_property
    def team(self) -> dict[UUID, set[Link]]:
        """Roles by student, the person's own file as student among them."""
        return self._scope("student")

    @cached_property
    def scholen(self) -> dict[UUID, set[Link]]:
        """Roles by school; of these only the beheerder has a role for every student."""
        return self._scope("school")

    @cached_property
    def rollen(self) -> frozenset[Rol]:
        """Every role this person has anywhere."""
        return frozenset(Rol(row[2]) for row in self.rows)

    def links(self, student: StudentLike) -> list[Link]:
        """The active roles of this person for a student, in the order of the table's columns."""
        key = (student.id, student.klas_id, student.klas.school_id)
        if key not in self._links:
            found = set(self.klassen.get(student.klas_id, set())) | self.team.get(student.id, set())
            found |= {link for link in self.scholen.get(key[2], set()) if link.rol is Rol.BEHEERDER}
            order = list(Rol)
            self._links[key] = sorted(found, key=lambda link: (order.index(link.rol), str(link.stage)))
        return self._links[key]

    def is_student(self, student: StudentLike) -> bool:
        """Whether this person is the student."""
        return any(link.rol is Rol.STUDENT for link in self.links(student))

    @cached_property
    def eigen(self) -> list[UUID]:
        """The files of which this person is the student."""
        return [pk for pk, links in self.team.items() if any(link.rol is Rol.STUDENT for link in links)]

    def may(self, verb: Verb, student: StudentLike, item: Item) -> Answer:
        """Whether this person may read or write this kind of information of this student, and by which role."""
        for link in self.links(student):
            cel = TABLE.get((item.soort, item.laag), {}).get(link.rol)
            if cel is None or (verb == "schrijf" and not cel.schrijf):
                continue
            # Adding asks nothing to have been shared.
            if verb == "schrijf" and cel.lees is not Lees.EIGEN_STAGE:
                return Answer(True, link.rol)
            if _reads(cel, link, item, self.user.pk):
                return Answer(True, link.rol)
        doing = "lezen" if verb == "lees" else "schrijven"
        return no(f"Jouw rol mag {item.soort.label} hier niet {doing}.")

    def layers(self, student: StudentLike, soort: Soort = Soort.GESPREK) -> list[Laag]:
        """The layers in which this person may write for this student, from narrow to wide."""
        return [
            laag
            for laag in Laag
            if any((cel := TABLE[soort, laag].get(link.rol)) and cel.schrijf for link in self.links(student))
        ]

    def team_zicht(self, student: StudentLike) -> frozenset[Rol]:
        """Which roles of the team list of this student this person sees."""
        return frozenset().union(*(TEAM_ZICHT.get(link.rol, frozenset()) for link in self.links(student)))

    def subject(
        self, student: StudentLike, kind: str, *, laag: str = "", object_id: UUID | None = None
    ) -> Subject:
        """What a log line says of this person's dealing with a student: ids, layer, and the role that granted."""
        links = self.links(student)
        key = (
            (Soort.HANDLEIDING, None)
            if laag == HANDLEIDING
            else (Soort.GESPREK, Laag(laag))
            if laag
            else None
        )
        granting = [link for link in links if key and link.rol in TABLE[key]] or links
        return Subject(
            kind=kind,
            object_id=object_id,
            student=student.id,
            school=student.klas.school_id,
            layer=laag,
            role=granting[0].rol if granting else "",
        )

    # Querysets --------------------------------------------------------------------------------------------

    def _groups(self, prefix: str) -> Iterator[tuple[Link, Q]]:
        """Each role with the students for whom it holds, as a condition on `<prefix>`."""
        key = f"{prefix}__" if prefix else ""
        by_klas: dict[Link, list[UUID]] = defaultdict(list)
        by_student: dict[Link, list[UUID]] = defaultdict(list)
        for klas, links in self.klassen.items():
            for link in links:
                by_klas[link].append(klas)
        for student, links in self.team.items():
            for link in links:
                by_student[link].append(student)
        for link, ids in by_klas.items():
            yield link, Q(**{f"{key}klas__in": ids})
        for link, ids in by_student.items():
            yield link, Q(**{f"{prefix}__in" if prefix else "pk__in": ids})
        for school, links in self.scholen.items():
            if any(link.rol is Rol.BEHEERDER for link in links):
                yield Link(Rol.BEHEERDER), Q(**{f"{key}klas__school": school})

    def students_q(self, soort: Soort = Soort.PERSONALIA, prefix: str = "", *, kort: bool = True) -> Q:
        """The students of whom this person reads `soort`, as a condition; never everything, perhaps nothing. Without
        `kort` not those of whom it is first name and klas only."""
        cells, groups = TABLE[soort, None], self._groups(prefix)
        parts = [
            q for link, q in groups if (cel := cells.get(link.rol)) and (kort or cel.lees is not Lees.KORT)
        ]
        return reduce(or_, parts, Q(pk__in=[]))

    def texts_q(self, soort: Soort) -> Q:
        """The texts with student, laag, auteur and stage that this person reads once they are vastgelegd."""
        parts = [Q(pk__in=[])]
        for link, students in self._groups("student"):
            for laag in Laag:
                cel = TABLE[soort, laag].get(link.rol)
                if cel is None:
                    continue
                part = students & Q(laag=laag)
                if cel.lees is Lees.EIGEN:
                    part &= Q(auteur=self.user.pk)
                elif cel.lees is Lees.EIGEN_STAGE:
                    part &= Q(stage=link.stage)
                parts.append(part)
        return reduce(or_, parts)

    def rows_q(
        self, soort: Soort, *, auteur: str = "auteur", stage: str = "stage", gedeeld: Q | None = None
    ) -> Q:
        """The rows with a student, of a kind without layers, that this person reads; where a role reads its own only,
        those whose field `auteur` is this person, where it reads its own stage only, those of `stage`, and where the
        student chooses, those for which `gedeeld` holds."""
        parts = [Q(pk__in=[])]
        for link, students in self._groups("student"):
            cel = TABLE[soort, None].get(link.rol)
            if cel is None:
                continue
            part = students
            if cel.lees is Lees.EIGEN:
                part &= Q(**{auteur: self.user.pk})
            elif cel.lees is Lees.EIGEN_STAGE:
                part &= Q(**{stage: link.stage})
            elif cel.lees is Lees.KEUZE:
                part &= gedeeld if gedeeld is not None else Q(pk__in=[])
            parts.append(part)
        return reduce(or_, parts)

    def any_role_q(self, soort: Soort = Soort.GESPREK) -> Q:
        """Rows of students for whom this person has a role today: what one wrote oneself ends with the role.

        Only a role that reads texts of this kind in some layer counts: a beheerder who was mentor reads no concept.
        """
        roles = {rol for (kind, laag), cells in TABLE.items() if kind is soort and laag for rol in cells}
        return reduce(or_, [q for link, q in self._groups("student") if link.rol in roles], Q(pk__in=[]))
