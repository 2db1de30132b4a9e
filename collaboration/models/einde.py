"""The end of a stage: why, what the leerbedrijf hears, whether it heard; and what is handed over when a role ends."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from collaboration.enums.signaal import Delen, TerugmeldWijze
from collaboration.models.gesprek import Gesprek
from collaboration.querysets.signaal import EindeQuerySet
from stageplekken.enums import StageStatus
from stageplekken.models import Stage
from students.models import Student, Toestemming

USER = settings.AUTH_USER_MODEL


class StageEinde(models.Model):
    """A stage is afgerond or gestopt. While `teruggemeld_op` is empty, the leerbedrijf still waits to hear."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stage = models.OneToOneField(Stage, on_delete=models.PROTECT, related_name="afsluiting")
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="stage_eindes")
    hoe = models.CharField(
        max_length=10,
        choices=[(one.value, one.label) for one in (StageStatus.AFGEROND, StageStatus.GESTOPT)],
    )
    laatste_dag = models.DateField()
    # The end that was planned: the stage itself then ends on its last day.
    gepland_einde = models.DateField()
    # For the school's team and the student; never for the leerbedrijf.
    reden = models.CharField(max_length=1000)
    delen = models.CharField(max_length=16, choices=Delen)
    # The words that the student agreed to share, and the consent under which the leerbedrijf reads them.
    woorden = models.CharField(max_length=500, blank=True)
    toestemming = models.ForeignKey(
        Toestemming, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    teruggemeld_op = models.DateTimeField(null=True, blank=True)
    teruggemeld_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    terugmeld_wijze = models.CharField(max_length=8, choices=TerugmeldWijze, blank=True)
    terugmeld_met = models.CharField(max_length=120, blank=True)
    terugmelding = models.CharField(max_length=500, blank=True)

    objects = EindeQuerySet.as_manager()

    class Meta:
        """Newest first; the open ones are an index of their own."""

        ordering = ("-gemaakt_op", "-id")
        verbose_name_plural = "stage-eindes"
        indexes: ClassVar = [
            models.Index(fields=("student", "-gemaakt_op"), name="einde_van_student"),
            models.Index(fields=("gemaakt_op",), name="einde_open", condition=Q(teruggemeld_op__isnull=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reden=""),
                name="einde_met_reden",
                violation_error_message="Schrijf op waarom de stage eindigt.",
            ),
            models.CheckConstraint(
                condition=(Q(delen="woorden", toestemming__isnull=False) & ~Q(woorden=""))
                | (~Q(delen="woorden") & Q(woorden="", toestemming__isnull=True)),
                name="einde_woorden_met_toestemming",
                violation_error_message="Woorden voor het leerbedrijf zijn er alleen met toestemming.",
            ),
            models.CheckConstraint(
                condition=Q(teruggemeld_op__isnull=True, teruggemeld_door__isnull=True, terugmeld_wijze="")
                | (
                    Q(teruggemeld_op__isnull=False, teruggemeld_door__isnull=False)
                    & ~Q(terugmeld_wijze="")
                    & ~Q(terugmelding="")
                ),
                name="einde_teruggemeld",
                violation_error_message="Schrijf op hoe je het terugmeldde, en wat je zei.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hoe} op {self.laatste_dag}"


class Overdracht(models.Model):
    """What somebody whose role ends hands over to a colleague: a concept to work in, or a copy of a werkaantekening."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gesprek = models.ForeignKey(Gesprek, on_delete=models.PROTECT, related_name="overdrachten")
    aan = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # The copy that the colleague got as a werkaantekening; of a concept nothing is copied.
    kopie = models.OneToOneField(
        Gesprek, null=True, blank=True, on_delete=models.PROTECT, related_name="overgenomen_van"
    )
    gegeven_op = models.DateTimeField()
    gegeven_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time; once to each colleague."""

        ordering = ("gegeven_op", "id")
        verbose_name_plural = "overdrachten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("gesprek", "aan"),
                name="overdracht_eenmaal",
                violation_error_message="Deze collega kreeg dit al.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gesprek_id} aan {self.aan_id}"
