"""Querysets of students, and the roles of a person in one query."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import CharField, F, Q, UUIDField, Value

from kern.prepared import fetch
from students.zoeknaam import NAAM, zoeknaam

if TYPE_CHECKING:
    from students.access import Viewer


class StudentQuerySet(models.QuerySet[Any]):
    """Students, reached through the person who looks."""

    def visible_to(self, viewer: "Viewer") -> "StudentQuerySet":
        """The students whose name this person may read."""
        return self.filter(viewer.students_q())

    def for_list(self) -> "StudentQuerySet":
        """With what a row of a list shows, in one query."""
        return self.select_related("klas", "klas__school").order_by(
            "klas__naam", "voornaam", "achternaam", "id"
        )

    def named(self, words: Iterable[str]) -> "StudentQuerySet":
        """Those of whom each of these words, folded already, begins a word of the name, in whatever order."""
        return self.filter(*(Q(zoeknaam__contains=f" {word}") for word in words))

    def update(self, **values: Any) -> int:
        """A name changes row by row, as its folded form must change with it."""
        if {*values} & {*NAAM} and "zoeknaam" not in values:
            raise ValueError("Verander een naam met save of bulk_update: de zoeknaam gaat dan mee.")
        return super().update(**values)

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], batch_size: int | None = None) -> int:
        """With the folded form of every name that changes."""
        rows, names = list(objs), list(fields)
        if {*names} & {*NAAM}:
            for row in rows:
                row.zoeknaam = zoeknaam(row.voornaam, row.tussenvoegsel, row.achternaam)
            names = [*dict.fromkeys([*names, "zoeknaam"])]
        return super().bulk_update(rows, names, batch_size)


def _active(on: date) -> Q:
    return Q(begin__lte=on) & (Q(einde__isnull=True) | Q(einde__gte=on))


def _while_escalated(user: Any, on: Any) -> Q:
    """A zorgcoördinator has a role for a student of the school while that student is escalated."""
    rol = {"user": user, "rol": "zorgcoordinator"}
    school = "student__klas__school__rollen__"
    held = Q(**{f"{school}{key}": value for key, value in rol.items()}) & Q(**{f"{school}begin__lte": on})
    lasts = Q(**{f"{school}einde__isnull": True}) | Q(**{f"{school}einde__gte": on})
    return _active(on) & held & lasts


def role_rows(user: UUID, on: date) -> list[tuple[str, UUID, str, UUID | None]]:
    """Every active role of a person: (scope, id of klas, student or school, role, stage), in one query."""
    return fetch(_roles, [user, on])


def _roles(values: list[Any]) -> models.QuerySet[Any]:
    user, on = values
    no_stage = Value(None, output_field=UUIDField(null=True))

    def part(model: str, scope: str, key: str, rol: Any, stage: Any, when: Q) -> models.QuerySet[Any]:
        rows = apps.get_model(model)._default_manager.filter(when)
        return rows.order_by().values_list(
            Value(scope, output_field=CharField()), F(key), rol, stage, named=False
        )

    mine, student = Q(user=user) & _active(on), Value("student", output_field=CharField())
    zorgco = Value("zorgcoordinator", output_field=CharField())
    rows = part("students.KlasRol", "klas", "klas_id", F("rol"), no_stage, mine).union(
        part("students.TeamLid", "student", "student_id", F("rol"), F("stage_ref"), mine),
        part("begeleiders.SchoolRol", "school", "school_id", F("rol"), no_stage, mine),
        part("students.Student", "student", "id", student, no_stage, Q(account=user)),
        part("students.Zorginzage", "student", "student_id", zorgco, no_stage, _while_escalated(user, on)),
        all=True,
    )
    return rows.order_by()
