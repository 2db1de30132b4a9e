"""Klas, and the duo of mentor and KAW-er as rows with begin and end."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from begeleiders.memberships import Membership
from begeleiders.models import School
from students.enums import KLAS_ROLLEN


class Klas(models.Model):
    """A klas of about fifteen students, with a duo of mentor and KAW-er."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="klassen")
    naam = models.CharField(max_length=20)
    schooljaar = models.CharField(max_length=9, help_text="bijvoorbeeld 2026-2027")

    class Meta:
        """A klas is known by its name within a school and a year."""

        ordering = ("naam", "schooljaar", "id")
        verbose_name_plural = "klassen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("school", "naam", "schooljaar"),
                name="klas_uniek",
                violation_error_message="Deze klas bestaat dit schooljaar al. Kies een andere naam.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class KlasRol(Membership):
    """Mentor or KAW-er of a klas, for a period; access to its students follows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    klas = models.ForeignKey(Klas, on_delete=models.PROTECT, related_name="rollen")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="klas_rollen")
    rol = models.CharField(max_length=20, choices=[(rol.value, rol.label) for rol in KLAS_ROLLEN])

    class Meta(Membership.Meta):
        """One running role of a kind for a person and a klas."""

        ordering = ("klas", "-rol", "begin", "id")
        constraints: ClassVar = [
            *Membership.Meta.constraints,
            models.UniqueConstraint(
                fields=("klas", "user", "rol"),
                condition=Q(einde__isnull=True),
                name="klasrol_lopend_uniek",
                violation_error_message="Deze collega heeft deze rol in de klas al.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol} {self.klas_id}"
