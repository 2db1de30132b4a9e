"""What a student gives to one person to read: a part, from when, until it is taken back."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from students.enums import Soort
from students.models.student import Student

USER = settings.AUTH_USER_MODEL
# What the student shares part by part; the words of the access table (students/table.py, Lees.KEUZE).
DEELBAAR = (Soort.HANDLEIDING, Soort.GEDEELD_BEELD, Soort.LEEFGEBIEDEN, Soort.DOEL)


class Vrijgave(models.Model):
    """One part for one person. A row that was taken back stays, so that the student sees what was once shared."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="vrijgaven")
    aan = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=[(soort.value, soort.label) for soort in DEELBAAR])
    # The code of the part ("wat-helpt"), or the id of a doel.
    onderdeel = models.CharField(max_length=40)
    gegeven_op = models.DateTimeField()
    gegeven_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """One running row for a part and a person."""

        ordering = ("student", "soort", "onderdeel", "gegeven_op", "id")
        verbose_name_plural = "vrijgaven"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student", "aan", "soort", "onderdeel"),
                condition=Q(ingetrokken_op__isnull=True),
                name="vrijgave_een_lopende",
                violation_error_message="Deze persoon ziet dit al.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                | Q(ingetrokken_op__gte=F("gegeven_op"), ingetrokken_door__isnull=False),
                name="vrijgave_ingetrokken_door",
                violation_error_message="Noteer wanneer dit is teruggenomen, en door wie.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.onderdeel}"
