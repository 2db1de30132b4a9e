"""Klas, student, and the people around a student as rows with begin and end."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from begeleiders.memberships import Membership
from begeleiders.models import School
from students.enums import KLAS_ROLLEN, TEAM_ROLLEN, Leerweg, Rol
from students.profielen import Profiel, profielen
from students.querysets import StudentQuerySet


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


class Student(models.Model):
    """A student of the Entree. Never collected: BSN, diagnoses, criminal record, nationality."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    klas = models.ForeignKey(Klas, on_delete=models.PROTECT, related_name="studenten")
    voornaam = models.CharField(max_length=60)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=80)
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

    @property
    def naam(self) -> str:
        """The full name, with tussenvoegsel."""
        return " ".join(part for part in (self.voornaam, self.tussenvoegsel, self.achternaam) if part)

    @property
    def profiel(self) -> Profiel:
        """The uitstroomprofiel that belongs to the crebo."""
        return profielen()[self.crebo]


class TeamLid(Membership):
    """Somebody around one student outside the klas: praktijkbegeleider, peercoach, zorgmedewerker."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="team")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="team_rollen")
    rol = models.CharField(max_length=20, choices=[(rol.value, rol.label) for rol in TEAM_ROLLEN])
    # The id of the stage, not a foreign key: stages stand on a floor above this one.
    stage_ref = models.UUIDField(null=True, blank=True)

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
