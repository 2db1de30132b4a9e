"""Two begeleiders who look at how they work together, and one who looks at their own guidance."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from checklists.models import Invulling
from collaboration.enums.samen import SamenStatus
from collaboration.models.gesprek import Gesprek
from kern.models import Overgang
from students.enums import Rol
from students.models import Student

USER = settings.AUTH_USER_MODEL


class Samenwerking(models.Model):
    """A pair around one student: one asks one other; each fills in alone; then both lie side by side.

    Who read what: only the two, and only what they gave free (handreiking, hoofdstuk 3); always a pair.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="samenwerkingen")
    status = models.CharField(max_length=12, choices=SamenStatus, default=SamenStatus.BEZIG)
    # Both ids in order, so that the database refuses a second open one of the same two, whoever asks.
    paar = models.CharField(max_length=65, editable=False)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    naast_op = models.DateTimeField(null=True, blank=True)
    naast_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gestopt_op = models.DateTimeField(null=True, blank=True)
    gestopt_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gestopt_reden = models.CharField(max_length=200, blank=True)

    class Meta:
        """Newest first; those of a student are one index range."""

        ordering = ("-gevraagd_op", "-id")
        verbose_name_plural = "samenwerkingen"
        indexes: ClassVar = [
            models.Index(
                fields=("student", "status", "-gevraagd_op", "-id"), name="samenwerking_van_student"
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student", "paar"),
                condition=Q(status="bezig"),
                name="samenwerking_een_open",
                violation_error_message="Jullie zijn hier samen al mee bezig.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("bezig", "gestopt"), naast_op__isnull=True, naast_door__isnull=True)
                | Q(status__in=("naast", "besproken"), naast_op__isnull=False, naast_door__isnull=False),
                name="samenwerking_naast",
                violation_error_message="Naast elkaar kan pas als jullie allebei klaar zijn.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status="gestopt", gestopt_op__isnull=False, gestopt_door__isnull=False)
                    & ~Q(gestopt_reden="")
                )
                | (~Q(status="gestopt") & Q(gestopt_op__isnull=True, gestopt_door__isnull=True)),
                name="samenwerking_gestopt",
                violation_error_message="Schrijf op waarom je stopt.",
            ),
        ]

    def __str__(self) -> str:
        return f"samenwerking {self.pk}"


class SamenwerkingKant(models.Model):
    """One of the two: their own answers, and when they gave them free."""

    id = models.BigAutoField(primary_key=True)
    samenwerking = models.ForeignKey(Samenwerking, on_delete=models.CASCADE, related_name="kanten")
    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # The role in which this person took part, as it was: for the legend, also when it ended.
    rol = models.CharField(max_length=20, choices=Rol)
    plaats = models.PositiveSmallIntegerField(help_text="1 vroeg, 2 werd gevraagd")
    invulling = models.OneToOneField(Invulling, on_delete=models.PROTECT, related_name="samenwerking_kant")
    vrij_op = models.DateTimeField(null=True, blank=True)
    vrij_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The one who asked first."""

        ordering = ("plaats",)
        verbose_name_plural = "kanten van een samenwerking"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("samenwerking", "user"),
                name="samenwerking_kant_persoon",
                violation_error_message="Deze collega doet al mee.",
            ),
            models.UniqueConstraint(
                fields=("samenwerking", "plaats"),
                name="samenwerking_kant_plaats",
                violation_error_message="Een samenwerking is altijd van twee.",
            ),
            models.CheckConstraint(
                condition=Q(plaats__in=(1, 2)),
                name="samenwerking_kant_twee",
                violation_error_message="Een samenwerking is altijd van twee.",
            ),
            models.CheckConstraint(
                condition=Q(vrij_op__isnull=True, vrij_door__isnull=True)
                | Q(vrij_op__isnull=False, vrij_door=models.F("user")),
                name="samenwerking_kant_vrij",
                violation_error_message="Jouw antwoorden geef je alleen zelf vrij.",
            ),
        ]

    def __str__(self) -> str:
        return f"kant {self.plaats} van {self.samenwerking_id}"


class SamenwerkingOvergang(Overgang):
    """A change of state of a samenwerking, or of one side of it."""

    samenwerking = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="overgangen")


class SamenwerkingGesprek(models.Model):
    """A gesprek that came out of a comparison, and the kenmerk with which the two began."""

    id = models.BigAutoField(primary_key=True)
    samenwerking = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="gesprekken")
    gesprek = models.OneToOneField(Gesprek, on_delete=models.PROTECT, related_name="uit_samenwerking")
    # A code of fixtures/kenmerken.yaml; empty where they chose something else.
    kenmerk = models.CharField(max_length=60, blank=True)

    class Meta:
        """In order of time."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"gesprek uit {self.samenwerking_id}"


class IndividueleBegeleiding(models.Model):
    """A begeleider's private look at their own guidance of one student. Nobody else ever reads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="individuele_begeleiding")
    auteur = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="individuele_begeleiding")
    invulling = models.OneToOneField(
        Invulling, on_delete=models.PROTECT, related_name="individuele_begeleiding"
    )
    # The gesprek that it goes with, where it was begun from one.
    gesprek = models.ForeignKey(
        Gesprek, null=True, blank=True, on_delete=models.PROTECT, related_name="individuele_begeleiding"
    )
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    klaar_op = models.DateTimeField(null=True, blank=True)
    klaar_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Newest first; the own ones about a student are one index range."""

        ordering = ("-gemaakt_op", "-id")
        verbose_name_plural = "individuele begeleiding"
        indexes: ClassVar = [
            models.Index(fields=("auteur", "student", "-gemaakt_op", "-id"), name="individueel_van_auteur"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(gemaakt_door=models.F("auteur")),
                name="individueel_eigen",
                violation_error_message="Deze lijst vul je alleen voor jezelf in.",
            ),
            models.CheckConstraint(
                condition=Q(klaar_op__isnull=True, klaar_door__isnull=True)
                | Q(klaar_op__isnull=False, klaar_door=models.F("auteur")),
                name="individueel_klaar",
                violation_error_message="Bij klaar horen een moment en een persoon.",
            ),
            models.UniqueConstraint(
                fields=("auteur", "student"),
                condition=Q(klaar_op__isnull=True),
                name="individueel_een_open",
                violation_error_message="Je bent hier al mee bezig.",
            ),
        ]

    def __str__(self) -> str:
        return f"individuele begeleiding {self.pk}"
