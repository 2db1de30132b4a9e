"""A student."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from students.enums import Leerweg
from students.models.klas import Klas
from students.profielen import Profiel, profielen
from students.querysets import StudentQuerySet
from students.zoeknaam import LANGST, NAAM, ZoeknaamField


class Student(models.Model):
    """A student of the Entree. Never collected: BSN, diagnoses, criminal record, nationality."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    klas = models.ForeignKey(Klas, on_delete=models.PROTECT, related_name="studenten")
    voornaam = models.CharField(max_length=60)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=80)
    # No index: rights narrow a search to klassen or a school first (docs/performance.md).
    zoeknaam = ZoeknaamField(max_length=LANGST, default="", editable=False)
    leerweg = models.CharField(max_length=3, choices=Leerweg, default=Leerweg.BOL)
    crebo = models.CharField(max_length=5)
    email = models.EmailField(blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="student"
    )
    # Exactly one holder at any time: the column cannot be empty.
    regie_houder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="regie_over"
    )

    objects = StudentQuerySet.as_manager()

    class Meta:
        """In a klas by first name, as begeleiders speak of them."""

        ordering = ("klas", "voornaam", "achternaam", "id")
        verbose_name_plural = "studenten"
        indexes: ClassVar = [
            models.Index(fields=("klas", "voornaam", "achternaam", "id"), name="student_in_klas")
        ]

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """A name that is written alone takes its folded form along."""
        if update_fields is not None and {*update_fields} & {*NAAM}:
            update_fields = {*update_fields, "zoeknaam"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def naam(self) -> str:
        """The full name, with tussenvoegsel."""
        return " ".join(part for part in (self.voornaam, self.tussenvoegsel, self.achternaam) if part)

    @property
    def profiel(self) -> Profiel:
        """The uitstroomprofiel that belongs to the crebo."""
        return profielen()[self.crebo]
