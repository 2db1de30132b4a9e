"""A doel in small steps, in the student's own words, and the successes of a student."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kern.models import Overgang
from students.enums import Begeleidingsdoel, DoelStatus, Hulp, StapStatus, SuccesSoort
from students.models.student import Student

USER = settings.AUTH_USER_MODEL


def _step() -> models.DateTimeField:
    return models.DateTimeField(null=True, blank=True)


def _who() -> models.ForeignKey:
    return models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")


class Doel(models.Model):
    """What a student goes for, cut into steps; perhaps on the way to a dream."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="doelen")
    titel = models.CharField(max_length=80)
    # What the student dreams of; the steps are then the plan towards it.
    droom = models.CharField(max_length=200, blank=True)
    begeleidingsdoel = models.CharField(max_length=20, choices=Begeleidingsdoel)
    voor = models.DateField(null=True, blank=True, help_text="de dag waar de student naartoe werkt")
    status = models.CharField(max_length=10, choices=DoelStatus, default=DoelStatus.OPEN)
    reden = models.CharField(max_length=200, blank=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    afgerond_op, afgerond_door = _step(), _who()

    class Meta:
        """The newest first."""

        ordering = ("-gemaakt_op", "id")
        verbose_name_plural = "doelen"
        indexes: ClassVar = [
            models.Index(fields=("student", "status", "-gemaakt_op"), name="doel_van_student"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status=DoelStatus.OPEN, afgerond_op__isnull=True, afgerond_door__isnull=True)
                | (~Q(status=DoelStatus.OPEN) & Q(afgerond_op__isnull=False, afgerond_door__isnull=False)),
                name="doel_afgerond",
                violation_error_message="Een doel waar je mee bezig bent, heeft nog geen einde.",
            ),
            models.CheckConstraint(
                condition=~Q(status=DoelStatus.GESTOPT) | ~Q(reden=""),
                name="doel_reden",
                violation_error_message="Schrijf op waarom dit doel nog niet lukt.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class DoelStap(models.Model):
    """One small step of a doel; `uit` is the step that was too big and of which this one is a piece."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="stappen")
    uit = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="stukjes")
    # Its place on the stair; equal places do not occur as actions number anew, with the doel locked.
    volgorde = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=80)
    hulp = models.CharField(max_length=10, choices=Hulp, default=Hulp.SAMEN)
    voor = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=StapStatus, default=StapStatus.OPEN)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    gehaald_op, gehaald_door = _step(), _who()

    class Meta:
        """In the order of the stair."""

        ordering = ("doel", "volgorde", "id")
        verbose_name_plural = "doelstappen"
        indexes: ClassVar = [models.Index(fields=("doel", "volgorde"), name="doelstap_van_doel")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status=StapStatus.GEHAALD, gehaald_op__isnull=False, gehaald_door__isnull=False)
                | (~Q(status=StapStatus.GEHAALD) & Q(gehaald_op__isnull=True, gehaald_door__isnull=True)),
                name="doelstap_gehaald",
                violation_error_message="Noteer wanneer deze stap lukte, en wie dat zag.",
            ),
        ]

    def __str__(self) -> str:
        return self.tekst


class DoelOvergang(Overgang):
    """A change of state of a doel or of one of its steps."""

    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="overgangen")
    stap = models.ForeignKey(
        DoelStap, null=True, blank=True, on_delete=models.CASCADE, related_name="overgangen"
    )
    van = models.CharField(max_length=10)
    naar = models.CharField(max_length=10)


class Succes(models.Model):
    """Something that went well: noted by somebody, or found in what was entered (then `auteur` may be empty)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="successen")
    # Where it is about a doel: who reads that doel by the student's choice, reads this too.
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.CASCADE, related_name="successen")
    soort = models.CharField(max_length=10, choices=SuccesSoort)
    tekst = models.CharField(max_length=500)
    dag = models.DateField()
    auteur = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wanneer = models.DateTimeField()
    # What it was found in ("stap:<id>"), so that it is there once; empty when somebody wrote it.
    bron_ref = models.CharField(max_length=60, blank=True)

    class Meta:
        """The newest first."""

        ordering = ("-dag", "-wanneer", "id")
        verbose_name_plural = "successen"
        indexes: ClassVar = [
            models.Index(fields=("student", "-dag", "-wanneer"), name="succes_van_student"),
            models.Index(fields=("-dag",), name="succes_op_dag"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student", "bron_ref"),
                condition=~Q(bron_ref=""),
                name="succes_eenmaal",
                violation_error_message="Dit succes staat er al.",
            ),
            models.CheckConstraint(
                condition=~Q(bron_ref="") | Q(auteur__isnull=False),
                name="succes_auteur",
                violation_error_message="Noteer wie dit succes opschreef.",
            ),
        ]

    def __str__(self) -> str:
        return self.soort
