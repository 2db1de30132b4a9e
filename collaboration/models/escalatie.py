"""An escalatie: a request to the zorgteam about one student, with what was asked, answered and told."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from collaboration.enums.zorg import KLAAR, LOPEND, BerichtSoort, EscalatieStatus, Urgentie
from students.models import Grond, Student, Toestemming

USER = settings.AUTH_USER_MODEL
S = EscalatieStatus


class Escalatie(models.Model):
    """Its content is layer zorg; who sent it keeps reading the own text. Its state is for the team of school."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="escalaties")
    titel = models.CharField(max_length=80)
    vraag = models.TextField()
    geprobeerd = models.TextField()
    leefgebieden = models.JSONField(default=list)
    urgentie = models.CharField(max_length=12, choices=Urgentie)
    # Either the student agreed, or there is a ground with a reason (and somebody who looked along).
    toestemming = models.ForeignKey(
        Toestemming, null=True, blank=True, on_delete=models.PROTECT, related_name="escalaties"
    )
    grond = models.ForeignKey(
        Grond, null=True, blank=True, on_delete=models.PROTECT, related_name="escalaties"
    )
    status = models.CharField(max_length=16, choices=S, default=S.AANGEMELD)
    aangemeld_op = models.DateTimeField()
    aangemeld_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # The owner: exactly one from the moment that somebody takes it.
    opgepakt_op = models.DateTimeField(null=True, blank=True)
    opgepakt_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    besluit = models.CharField(max_length=16, choices=S, blank=True)
    besluit_reden = models.TextField(blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Help from outside: which party, and on which consent or ground it hears of the student.
    partij = models.CharField(max_length=120, blank=True)
    extern_toestemming = models.ForeignKey(
        Toestemming, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    extern_grond = models.ForeignKey(Grond, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    afgesloten_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Oldest first, as in an inbox; one that runs for each student."""

        ordering = ("aangemeld_op", "id")
        verbose_name_plural = "escalaties"
        indexes: ClassVar = [models.Index(fields=("student", "status"), name="escalatie_van_student")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student",),
                condition=~Q(status__in=[status.value for status in KLAAR]),
                name="escalatie_een_lopende",
                violation_error_message="Voor deze student loopt al een aanvraag.",
            ),
            models.CheckConstraint(
                condition=Q(toestemming__isnull=False, grond__isnull=True)
                | Q(toestemming__isnull=True, grond__isnull=False),
                name="escalatie_toestemming_of_grond",
                violation_error_message="Kies: de student vindt het goed, of er is een grond.",
            ),
            models.CheckConstraint(
                condition=Q(status=S.AANGEMELD, opgepakt_op__isnull=True, opgepakt_door__isnull=True)
                | Q(status=S.INGETROKKEN)
                | (
                    ~Q(status__in=(S.AANGEMELD, S.INGETROKKEN))
                    & Q(opgepakt_op__isnull=False, opgepakt_door__isnull=False)
                ),
                name="escalatie_een_eigenaar",
                violation_error_message="Wie een aanvraag behandelt, staat erbij.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(S.INTERN, S.EXTERN, S.ADVIES, S.AFGESLOTEN))
                | (Q(besloten_op__isnull=False, besloten_door__isnull=False) & ~Q(besluit_reden="")),
                name="escalatie_besluit_met_reden",
                violation_error_message="Schrijf op waarom je dit besluit.",
            ),
            models.CheckConstraint(
                condition=~Q(status=S.EXTERN)
                | (~Q(partij="") & (Q(extern_toestemming__isnull=False) | Q(extern_grond__isnull=False))),
                name="escalatie_extern_met_partij",
                violation_error_message="Schrijf op wie er helpt, en waarom je dit mag delen.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=KLAAR, afgesloten_op__isnull=False, afgesloten_door__isnull=False)
                | Q(status__in=LOPEND, afgesloten_op__isnull=True, afgesloten_door__isnull=True),
                name="escalatie_afgesloten_door",
                violation_error_message="Een lopende aanvraag heeft nog geen einde.",
            ),
        ]

    def __str__(self) -> str:
        return f"aanvraag ({self.status})"


class EscalatieOvergang(models.Model):
    """A change of state of an escalatie: who, when, why."""

    id = models.BigAutoField(primary_key=True)
    escalatie = models.ForeignKey(Escalatie, on_delete=models.PROTECT, related_name="overgangen")
    van = models.CharField(max_length=16, blank=True)
    naar = models.CharField(max_length=16)
    reden = models.TextField(blank=True)
    op = models.DateTimeField()
    door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.van} naar {self.naar}"

    @property
    def naam(self) -> str:
        """The state in words."""
        return EscalatieStatus(self.naar).label


class EscalatieBericht(models.Model):
    """A question, its answer (both layer zorg, and for who sent the request), or a terugkoppeling (for the team)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    escalatie = models.ForeignKey(Escalatie, on_delete=models.PROTECT, related_name="berichten")
    soort = models.CharField(max_length=16, choices=BerichtSoort)
    tekst = models.TextField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time."""

        ordering = ("gemaakt_op", "id")
        verbose_name_plural = "escalatieberichten"

    def __str__(self) -> str:
        return f"{self.soort} ({self.escalatie_id})"
