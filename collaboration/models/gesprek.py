"""A gesprek: concept, vastgelegd, and what may come after."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from checklists.models import Invulling
from collaboration.enums import GesprekSoort, GesprekStatus, Onderwerp, Wijze
from collaboration.querysets.gesprek import GesprekQuerySet
from kern.models import Overgang
from stageplekken.models import Stage
from students.enums import Begeleidingsdoel, Laag
from students.models import Student

USER = settings.AUTH_USER_MODEL
Status = GesprekStatus


class Gesprek(models.Model):
    """One gesprek with or about a student. Once vastgelegd its content is never edited."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="gesprekken")
    invulling = models.OneToOneField(
        Invulling, null=True, blank=True, on_delete=models.PROTECT, related_name="gesprek"
    )
    # The titel of the instrument as it was, so that a list needs no second query.
    titel = models.CharField(max_length=120)
    soort = models.CharField(max_length=20, choices=GesprekSoort, default=GesprekSoort.VOORTGANG)
    wijze = models.CharField(max_length=20, choices=Wijze, default=Wijze.SCHOOL)
    wanneer = models.DateTimeField()
    duur = models.PositiveSmallIntegerField(null=True, blank=True, help_text="minuten")
    plek = models.CharField(max_length=80, blank=True)
    student_erbij = models.BooleanField(default=True)
    onderwerp = models.CharField(max_length=20, choices=Onderwerp, blank=True)
    onderwerp_regel = models.CharField(max_length=140, blank=True)
    begeleidingsdoel = models.CharField(max_length=20, choices=Begeleidingsdoel, blank=True)
    tekst = models.TextField(blank=True)
    gewone_woorden = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=GesprekStatus, default=GesprekStatus.CONCEPT)
    laag = models.CharField(max_length=20, choices=Laag, blank=True)
    stage = models.ForeignKey(
        Stage, null=True, blank=True, on_delete=models.PROTECT, related_name="gesprekken"
    )
    auteur = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="gesprekken")
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # Who changed the plan last: a colleague who changes the same hears it.
    gepland_op = models.DateTimeField(null=True, blank=True)
    gepland_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The student answered "hoe was dit gesprek voor jou?" on the phone of this begeleider.
    student_gevraagd_op = models.DateTimeField(null=True, blank=True)
    student_gevraagd_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ingetrokken_reden = models.CharField(max_length=200, blank=True)
    corrigeert = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="correcties"
    )
    versie = models.PositiveSmallIntegerField(default=1)
    # All versions of one gesprek carry the id of the first.
    reeks = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)

    objects = GesprekQuerySet.as_manager()

    class Meta:
        """Newest first; each list of the first screen and the student page is one index range."""

        ordering = ("-wanneer", "-id")
        verbose_name_plural = "gesprekken"
        indexes: ClassVar = [
            models.Index(fields=("student", "status", "-wanneer", "-id"), name="gesprek_van_student"),
            models.Index(fields=("auteur", "status", "wanneer"), name="gesprek_van_auteur"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status=Status.CONCEPT, vastgelegd_op__isnull=True)
                | Q(status=Status.INGETROKKEN)
                | (Q(vastgelegd_op__isnull=False, vastgelegd_door__isnull=False) & ~Q(laag="")),
                name="gesprek_vast_met_laag",
                violation_error_message="Kies wie dit gesprek mag lezen. Leg het daarna vast.",
            ),
            models.CheckConstraint(
                condition=Q(laag=Laag.STAGE, stage__isnull=False)
                | (~Q(laag=Laag.STAGE) & Q(stage__isnull=True)),
                name="gesprek_laag_stage",
                violation_error_message="Kies met welke stage je dit deelt.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=Status.INGETROKKEN, ingetrokken_op__isnull=False, ingetrokken_door__isnull=False
                )
                & ~Q(ingetrokken_reden="")
                | (
                    ~Q(status=Status.INGETROKKEN)
                    & Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                ),
                name="gesprek_ingetrokken_met_reden",
                violation_error_message="Schrijf op waarom je dit gesprek intrekt.",
            ),
            models.UniqueConstraint(
                fields=("corrigeert",),
                condition=~Q(status=Status.INGETROKKEN),
                name="gesprek_een_correctie",
                violation_error_message="Aan dit gesprek werkt al iemand een nieuwe versie uit.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} ({self.status})"


class Gespreksvoerder(models.Model):
    """A colleague who holds the gesprek too: works in the concept, and gains no right by it later."""

    id = models.BigAutoField(primary_key=True)
    gesprek = models.ForeignKey(Gesprek, on_delete=models.CASCADE, related_name="voerders")
    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Once a person."""

        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("gesprek", "user"),
                name="gespreksvoerder_uniek",
                violation_error_message="Deze collega doet al mee.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gesprek_id} {self.user_id}"


class GesprekOvergang(Overgang):
    """A change of state of a gesprek, or of its layer."""

    gesprek = models.ForeignKey(Gesprek, on_delete=models.PROTECT, related_name="overgangen")
