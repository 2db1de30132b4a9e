"""Rows of coming in: invitations, login codes, and counters of tries that hold under parallel requests."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


class Doel(models.TextChoices):
    """What an invitation leads to."""

    STAGE = "stage", "de pagina van een stage"
    FORMULIER = "formulier", "één formulier"
    PEERCOACH = "peercoach", "begeleiden als peercoach"
    STUDENT = "student", "een eigen account"


class Uitnodiging(models.Model):
    """A link that lets somebody begin to come in; a code to the known address does the rest.

    Only the hash of its token is kept. Student, stage, form and role stand here by id: they live on floors above.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="uitnodigingen")
    doel = models.CharField(max_length=12, choices=Doel)
    student_ref = models.UUIDField()
    # The stage of a praktijkbegeleider, or the one form that is asked for.
    object_ref = models.UUIDField(null=True, blank=True)
    # The row of the team that came with it; none for the account of a student.
    lid_ref = models.UUIDField(null=True, blank=True)
    # Where one lands once in; empty is the first screen.
    url_naam = models.CharField(max_length=60, blank=True)
    hash = models.CharField(max_length=64, unique=True)
    vorige_hash = models.CharField(max_length=64, blank=True, db_index=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # The mail with the link of now; also when a new one may be sent.
    verstuurd = models.DateTimeField()
    geldig_tot = models.DateTimeField()
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    binnen_sinds = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """Newest first; one that counts for a person, a student and what it leads to."""

        ordering = ("-gemaakt_op", "id")
        verbose_name_plural = "uitnodigingen"
        indexes = (models.Index(fields=("student_ref", "-gemaakt_op"), name="uitnodiging_van_student"),)
        constraints = (
            models.UniqueConstraint(
                fields=("user", "student_ref", "doel", "object_ref"),
                condition=Q(ingetrokken_op__isnull=True),
                name="uitnodiging_een_lopende",
                violation_error_message="Deze persoon is hiervoor al uitgenodigd.",
            ),
            models.UniqueConstraint(
                fields=("user", "student_ref", "doel"),
                condition=Q(ingetrokken_op__isnull=True, object_ref__isnull=True),
                name="uitnodiging_een_lopende_zonder_object",
                violation_error_message="Deze persoon is hiervoor al uitgenodigd.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.doel} {self.pk}"


class Inlogcode(models.Model):
    """A code of six digits on its way to somebody; without a user it is one for an address that nobody has.

    Each try is claimed in the database before the code is compared, so that parallel tries cannot outrun the limit.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    uitnodiging = models.ForeignKey(
        Uitnodiging, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    hash = models.CharField(max_length=64)
    geldig_tot = models.DateTimeField(db_index=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    gebruikt = models.BooleanField(default=False)
    # For who has no mail: a mentor showed it on their own screen, instead of a mail.
    getoond_op = models.DateTimeField(null=True, blank=True)
    getoond_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """The newest is asked for by its id; old ones are cleared by date."""

        ordering = ("-geldig_tot", "id")
        verbose_name_plural = "inlogcodes"

    def __str__(self) -> str:
        return str(self.pk)


class Kaart(models.Model):
    """A printed card with a QR code, with which a student begins to come in; a code does the rest.

    Its link follows from this row and the secret of the site (begeleiders/cards.py), so it can be printed again and
    no link stands in the database. The student stands here by id: it lives on a floor above.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="kaarten")
    student_ref = models.UUIDField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """Newest first; one that works for a student."""

        ordering = ("-gemaakt_op", "id")
        verbose_name_plural = "kaarten"
        constraints = (
            models.UniqueConstraint(
                fields=("student_ref",),
                condition=Q(ingetrokken_op__isnull=True),
                name="kaart_een_lopende",
                violation_error_message="Deze student heeft al een kaart.",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Teller(models.Model):
    """How often something was tried within a window of time; its key is a hash, so no address stands here."""

    sleutel = models.CharField(max_length=64, primary_key=True)
    aantal = models.PositiveIntegerField()
    tot = models.DateTimeField(db_index=True)

    class Meta:
        """Asked for by key; old ones are cleared by date."""

        ordering = ("sleutel",)
        verbose_name_plural = "tellers"

    def __str__(self) -> str:
        return f"{self.aantal} tot {self.tot}"
