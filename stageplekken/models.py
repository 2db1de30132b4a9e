"""Leerbedrijf, stageplek and stage: as much as a gesprek needs to know of them."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from students.models import Student


class Leerbedrijf(models.Model):
    """A company that SBB recognises; known to all schools."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=120)
    plaats = models.CharField(max_length=80)
    leerbedrijf_id = models.CharField(max_length=9, unique=True, help_text="LeerbedrijfID van SBB, 9 cijfers")

    class Meta:
        """By name."""

        ordering = ("naam", "id")
        verbose_name_plural = "leerbedrijven"

    def __str__(self) -> str:
        return self.naam


class Stageplek(models.Model):
    """A place at a leerbedrijf, for one profile."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    leerbedrijf = models.ForeignKey(Leerbedrijf, on_delete=models.PROTECT, related_name="plekken")
    titel = models.CharField(max_length=120)
    crebo = models.CharField(max_length=5)

    class Meta:
        """By leerbedrijf and title."""

        ordering = ("leerbedrijf", "titel", "id")
        verbose_name_plural = "stageplekken"

    def __str__(self) -> str:
        return self.titel


class Stage(models.Model):
    """A student at a stageplek for a period."""

    class Status(models.TextChoices):
        """The states that a gesprek meets; more come with the whole of the stage."""

        LOPEND = "lopend", "lopend"
        AFGEROND = "afgerond", "afgerond"
        GESTOPT = "gestopt", "gestopt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="stages")
    stageplek = models.ForeignKey(Stageplek, on_delete=models.PROTECT, related_name="stages")
    begin = models.DateField()
    einde = models.DateField()
    uren = models.PositiveSmallIntegerField(help_text="vereiste uren")
    status = models.CharField(max_length=10, choices=Status, default=Status.LOPEND)

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
