"""A stage: a student at a stageplek for a period, with its working days, its pauses and its history."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kern.models import Overgang
from stageplekken.enums import StageStatus
from stageplekken.models.plek import Stageplek
from students.models import Student

USER = settings.AUTH_USER_MODEL


class Stage(models.Model):
    """A student at a stageplek for a period."""

    Status = StageStatus

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="stages")
    stageplek = models.ForeignKey(Stageplek, on_delete=models.PROTECT, related_name="stages")
    begin = models.DateField()
    einde = models.DateField()
    uren = models.PositiveSmallIntegerField(help_text="vereiste uren")
    status = models.CharField(max_length=16, choices=StageStatus, default=StageStatus.LOPEND)

    # Whether the student works on in the school's holidays.
    gaat_door = models.BooleanField(default=False)

    class Meta:
        """Newest first; one running stage at one stageplek."""

        ordering = ("-begin", "id")
        indexes: ClassVar = [models.Index(fields=("student", "-begin"), name="stage_van_student")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(einde__gte=F("begin")),
                name="stage_einde_na_begin",
                violation_error_message="Het einde van de stage ligt voor het begin. Kies een latere dag.",
            ),
            models.UniqueConstraint(
                fields=("student", "stageplek"),
                condition=Q(status="lopend"),
                name="stage_lopend_uniek",
                violation_error_message="Deze student loopt hier al stage.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student_id} {self.stageplek_id}"


class StageRooster(models.Model):
    """The planned hours of each day of the week, from a day on; a change is a new row."""

    id = models.BigAutoField(primary_key=True)
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="roosters")
    vanaf = models.DateField()
    # {"0": 8, "3": 7.5}: hours by day of the week, 0 is Monday.
    uren = models.JSONField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time; one for each day on which it begins."""

        ordering = ("stage", "vanaf", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stage", "vanaf"),
                name="rooster_een_per_dag",
                violation_error_message="Er begint die dag al een ander rooster.",
            )
        ]

    def __str__(self) -> str:
        return f"rooster vanaf {self.vanaf}"


class StagePauze(models.Model):
    """Days on which the stage stands still, first and last day included."""

    id = models.BigAutoField(primary_key=True)
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="pauzes")
    begin = models.DateField()
    einde = models.DateField()
    reden = models.CharField(max_length=140, blank=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time."""

        ordering = ("stage", "begin", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(einde__gte=F("begin")),
                name="pauze_einde_na_begin",
                violation_error_message="De laatste dag van de pauze ligt voor de eerste.",
            )
        ]

    def __str__(self) -> str:
        return f"pauze {self.begin} tot en met {self.einde}"


class StageOvergang(Overgang):
    """A change of state of a stage."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="overgangen")
    van = models.CharField(max_length=16, blank=True)
    naar = models.CharField(max_length=16)
