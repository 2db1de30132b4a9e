"""Consent and ground, as records beside each other: the one is given, the other is stated (docs/access.md)."""

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from students.enums import Grondslag, ToestemmingStatus
from students.models.student import Student

USER = settings.AUTH_USER_MODEL
S = ToestemmingStatus


class Toestemming(models.Model):
    """What a student agrees to: who gets what, for what, until when.

    Given in the student's own session, or noted as spoken; then the student sees it, and can take it back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="toestemmingen")
    wie = models.CharField(max_length=120, help_text="Wie het te weten komt, bijvoorbeeld: het zorgteam.")
    wat = models.CharField(max_length=200, help_text="Wat die persoon te weten komt.")
    niet = models.CharField(max_length=200, blank=True, help_text="Wat die persoon niet te weten komt.")
    doel = models.CharField(max_length=200, help_text="Waarvoor.")
    # Under sixteen a parent decides along: who that was.
    ouder = models.CharField(max_length=120, blank=True)
    # The thing it is about, by id: it may stand on a floor above.
    onderwerp_ref = models.UUIDField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=S, default=S.GEVRAAGD)
    geldig_tot = models.DateField(null=True, blank=True)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateTimeField(null=True, blank=True)
    gegeven_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # Spoken consent: the day it was said. Who noted it is `gegeven_door`, who then is not the student.
    mondeling_dag = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Newest first."""

        ordering = ("-gevraagd_op", "-id")
        verbose_name_plural = "toestemmingen"
        indexes: ClassVar = [models.Index(fields=("student", "status"), name="toestemming_van_student")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status=S.GEVRAAGD, gegeven_op__isnull=True)
                | Q(status__in=(S.INGETROKKEN, S.VERLOPEN))
                | Q(gegeven_op__isnull=False, gegeven_door__isnull=False),
                name="toestemming_gegeven_door",
                violation_error_message="Noteer wanneer de toestemming gegeven is, en door wie.",
            ),
            models.CheckConstraint(
                condition=~Q(status=S.INGETROKKEN)
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                name="toestemming_ingetrokken_door",
                violation_error_message="Noteer wanneer de toestemming is ingetrokken, en door wie.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wie} ({self.status})"

    def stand(self, on: date) -> str:
        """How it stands on this day: what ran out counts as verlopen, also before the clock wrote it down."""
        over = self.geldig_tot is not None and self.geldig_tot < on
        return S.VERLOPEN if over and self.status in (S.GEGEVEN, S.GEVRAAGD) else self.status

    @property
    def stand_nu(self) -> str:
        """How it stands today."""
        return self.stand(timezone.localdate())


class Grond(models.Model):
    """The ground on which something is shared without consent: with a reason, and a second pair of eyes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="gronden")
    grond = models.CharField(max_length=20, choices=Grondslag)
    reden = models.TextField()
    onderwerp_ref = models.UUIDField(null=True, blank=True)
    gesteld_op = models.DateTimeField()
    gesteld_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # The second pair of eyes: the zorgcoördinator, or another mentor where there is none.
    gezien_op = models.DateTimeField(null=True, blank=True)
    gezien_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # The student hears of it, unless that is not safe (yet): then the reason stands here.
    geinformeerd_op = models.DateTimeField(null=True, blank=True)
    geinformeerd_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    zwijg_reden = models.CharField(max_length=200, blank=True)

    class Meta:
        """Newest first; never without a reason, and never seen twice by the same person."""

        ordering = ("-gesteld_op", "-id")
        verbose_name_plural = "gronden"
        indexes: ClassVar = [models.Index(fields=("student", "-gesteld_op"), name="grond_van_student")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reden=""),
                name="grond_met_reden",
                violation_error_message="Schrijf op waarom je dit zonder toestemming deelt.",
            ),
            models.CheckConstraint(
                condition=Q(gezien_door__isnull=True) | ~Q(gezien_door=F("gesteld_door")),
                name="grond_ander_paar_ogen",
                violation_error_message="Laat een ander meekijken dan wie de grond noemt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grond} ({self.student_id})"
