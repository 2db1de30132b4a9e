"""Mail that must leave: one row a mail, written in the transaction of what it tells about."""

import uuid

from django.db import models
from django.db.models import Q


class Bericht(models.Model):
    """One mail on its way. `tekst` may hold a code or a link, and is wiped once nothing needs it any more.

    `niet_voor` is the pause after a failed attempt. `vast_tot` says until when somebody has it: in state `wacht` a
    task in the queue, in state `bezig` the worker that sends it. Past that moment the sweeper takes it up again.
    """

    class Staat(models.TextChoices):
        """Where a mail stands; the last four are ends."""

        WACHT = "wacht", "wacht"
        BEZIG = "bezig", "wordt verstuurd"
        VERZONDEN = "verzonden", "verzonden"
        GEWEIGERD = "geweigerd", "geweigerd door de mailserver"
        VERLOPEN = "verlopen", "niet meer nodig"
        OPGEGEVEN = "opgegeven", "te vaak niet gelukt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sleutel = models.CharField(max_length=120, unique=True, null=True)
    aan = models.EmailField()
    ontvanger = models.UUIDField(null=True)
    onderwerp = models.CharField(max_length=120)
    sjabloon = models.CharField(max_length=40)
    tekst = models.TextField(blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.WACHT)
    pogingen = models.PositiveSmallIntegerField(default=0)
    gemaakt = models.DateTimeField()
    niet_voor = models.DateTimeField()
    vast_tot = models.DateTimeField()
    houder = models.UUIDField(null=True)
    geldig_tot = models.DateTimeField(null=True)
    klaar = models.DateTimeField(null=True)
    fout = models.CharField(max_length=60, blank=True)

    class Meta:
        """Oldest first; the sweeper looks only at what is not done."""

        ordering = ("gemaakt", "id")
        verbose_name_plural = "berichten"
        indexes = (
            models.Index(
                fields=("vast_tot",), condition=Q(staat__in=("wacht", "bezig")), name="bericht_open"
            ),
            models.Index(fields=("ontvanger",), name="bericht_ontvanger"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(klaar__isnull=True) | Q(tekst=""), name="bericht_klaar_zonder_tekst"
            ),
            models.CheckConstraint(
                condition=Q(staat__in=("wacht", "bezig"), klaar__isnull=True)
                | Q(~Q(staat__in=("wacht", "bezig")), klaar__isnull=False),
                name="bericht_klaar_of_open",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sjabloon}: {self.staat}"


class GeweigerdAdres(models.Model):
    """An address whose mail server refused our mail for good; gone when it was mended, or mail arrives again."""

    adres = models.EmailField(primary_key=True)  # in lower case
    sinds = models.DateTimeField()
    fout = models.CharField(max_length=60)

    class Meta:
        """Newest first."""

        ordering = ("-sinds",)
        verbose_name_plural = "geweigerde adressen"

    def __str__(self) -> str:
        return f"geweigerd: {self.fout}"


class Klokslag(models.Model):
    """When a returning job was last begun, so that two workers do not both do it."""

    naam = models.CharField(max_length=60, primary_key=True)
    laatst = models.DateTimeField()

    class Meta:
        """By name."""

        ordering = ("naam",)
        verbose_name_plural = "klokslagen"

    def __str__(self) -> str:
        return self.naam
