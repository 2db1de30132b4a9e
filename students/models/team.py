"""The people around one student outside the klas, as rows with begin and end."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from begeleiders.memberships import Membership
from students.enums import TEAM_ROLLEN, Rol
from students.models.student import Student


class TeamLid(Membership):
    """Somebody around one student outside the klas: praktijkbegeleider, peercoach, zorgmedewerker."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="team")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="team_rollen")
    rol = models.CharField(max_length=20, choices=[(rol.value, rol.label) for rol in TEAM_ROLLEN])
    # The id of the stage, not a foreign key: stages stand on a floor above this one.
    stage_ref = models.UUIDField(null=True, blank=True)
    # One of the few whom the student sees most, as the mentor says; see students.wie_is_wie for who always is.
    kern = models.BooleanField(default=False)

    class Meta(Membership.Meta):
        """A praktijkbegeleider belongs to one stage; the others to the student."""

        ordering = ("student", "rol", "begin", "id")
        verbose_name_plural = "teamleden"
        constraints: ClassVar = [
            *Membership.Meta.constraints,
            models.UniqueConstraint(
                fields=("student", "user", "rol", "stage_ref"),
                condition=Q(einde__isnull=True),
                name="teamlid_lopend_uniek",
                violation_error_message="Deze begeleider hoort al bij het team.",
            ),
            # A stage of NULL is never equal to another: those without a stage have a rule of their own.
            models.UniqueConstraint(
                fields=("student", "user", "rol"),
                condition=Q(einde__isnull=True, stage_ref__isnull=True),
                name="teamlid_lopend_uniek_zonder_stage",
                violation_error_message="Deze begeleider hoort al bij het team.",
            ),
            models.CheckConstraint(
                condition=Q(rol=Rol.PRAKTIJKBEGELEIDER, stage_ref__isnull=False)
                | (~Q(rol=Rol.PRAKTIJKBEGELEIDER) & Q(stage_ref__isnull=True)),
                name="teamlid_stage_bij_praktijk",
                violation_error_message="Kies bij een praktijkbegeleider de stage waar het om gaat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol} {self.student_id}"


class Zorginzage(Membership):
    """While this row is active, the zorgcoördinatoren of the school have a role for this student.

    It begins with an escalatie, and ends 30 school days after the escalatie was closed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="zorginzages")

    class Meta(Membership.Meta):
        """One running row a student; the newest first."""

        ordering = ("student", "-begin", "id")
        constraints: ClassVar = [
            *Membership.Meta.constraints,
            models.UniqueConstraint(
                fields=("student",),
                condition=Q(einde__isnull=True),
                name="zorginzage_een_lopende",
                violation_error_message="De zorgcoördinator kijkt al mee bij deze student.",
            ),
        ]

    def __str__(self) -> str:
        return f"zorginzage {self.student_id}"
