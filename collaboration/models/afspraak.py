"""An afspraak: who does what by when."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from collaboration.enums import AfspraakStatus
from collaboration.models.gesprek import Gesprek
from collaboration.querysets.gesprek import AfspraakQuerySet
from kern.models import Overgang
from stageplekken.models import Stage
from students.enums import Laag
from students.models import Student

USER = settings.AUTH_USER_MODEL


class Afspraak(models.Model):
    """A promise; it lives from the moment that its gesprek is vastgelegd (`leeft_vanaf`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="afspraken")
    gesprek = models.ForeignKey(
        Gesprek, null=True, blank=True, on_delete=models.PROTECT, related_name="afspraken"
    )
    wat = models.CharField(max_length=200)
    # Either a person of the team, or the student (who may have no account).
    eigenaar = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="afspraken"
    )
    voor = models.DateField()
    laag = models.CharField(max_length=20, choices=Laag, blank=True)
    stage = models.ForeignKey(
        Stage, null=True, blank=True, on_delete=models.PROTECT, related_name="afspraken"
    )
    auteur = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=AfspraakStatus, default=AfspraakStatus.OPEN)
    reden = models.CharField(max_length=200, blank=True)
    vervolg = models.CharField(max_length=200, blank=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    leeft_vanaf = models.DateTimeField(null=True, blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    afgerond_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        """By date; open ones of a student and of an owner are index ranges."""

        ordering = ("voor", "id")
        verbose_name_plural = "afspraken"
        indexes: ClassVar = [
            models.Index(fields=("student", "status", "voor"), name="afspraak_van_student"),
            models.Index(fields=("eigenaar", "status", "voor"), name="afspraak_van_eigenaar"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(status__in=(AfspraakStatus.NIET_GELUKT, AfspraakStatus.VERVALLEN))
                | ~Q(reden=""),
                name="afspraak_reden",
                violation_error_message="Schrijf op waarom het nog niet lukte of niet meer hoeft.",
            ),
            models.CheckConstraint(
                condition=Q(status=AfspraakStatus.OPEN, afgerond_op__isnull=True, afgerond_door__isnull=True)
                | (
                    ~Q(status=AfspraakStatus.OPEN) & Q(afgerond_op__isnull=False, afgerond_door__isnull=False)
                ),
                name="afspraak_afgerond",
                violation_error_message="Een open afspraak heeft nog geen einde.",
            ),
            models.CheckConstraint(
                condition=Q(leeft_vanaf__isnull=True)
                | Q(laag=Laag.STAGE, stage__isnull=False)
                | (~Q(laag__in=("", Laag.STAGE)) & Q(stage__isnull=True)),
                name="afspraak_laag",
                violation_error_message="Kies wie deze afspraak mag lezen.",
            ),
        ]

    def __str__(self) -> str:
        return self.wat


class AfspraakOvergang(Overgang):
    """A change of state of an afspraak."""

    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="overgangen")
    van = models.CharField(max_length=12)
    naar = models.CharField(max_length=12)
