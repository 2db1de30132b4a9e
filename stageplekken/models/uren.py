"""Hours: one row for each stage and day, a state for each week, and every earlier stand of a day."""

import uuid
from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kern.models import Overgang
from stageplekken.enums.uren import GEMIST, TOEGESTAAN, DagSoort, WeekStatus
from stageplekken.models.stage import Stage

USER = settings.AUTH_USER_MODEL
NUL = Decimal(0)
ETMAAL = Decimal(24)


def _uren() -> models.DecimalField:
    return models.DecimalField(max_digits=4, decimal_places=2, default=NUL)


class Stand(models.Model):
    """What is said of one day: the kind, and hours made, missed and allowed to be absent."""

    soort = models.CharField(max_length=12, choices=DagSoort)
    gemaakt = _uren()
    gemist = _uren()
    vrij = _uren()
    # Why the mentor changed it; empty where student or praktijkbegeleider entered it.
    reden = models.CharField(max_length=140, blank=True)
    # Entered by the student, on the device of the person in `…door`.
    van_student = models.BooleanField(default=False)

    class Meta:
        """Only in rows that say which day."""

        abstract = True


class UrenDag(Stand):
    """One day of one stage. Never twice: the database says so, whatever is sent at the same moment."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="urendagen")
    dag = models.DateField()
    versie = models.PositiveSmallIntegerField(default=1)
    ingevoerd_op = models.DateTimeField()
    ingevoerd_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time; the hours fit the kind, and a day has 24 of them."""

        ordering = ("stage", "dag")
        verbose_name_plural = "urendagen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stage", "dag"),
                name="urendag_eenmaal",
                violation_error_message="Deze dag is al ingevuld.",
            ),
            models.CheckConstraint(
                condition=Q(gemaakt__gte=0, gemist__gte=0, vrij__gte=0)
                & Q(gemaakt__lte=ETMAAL - F("gemist") - F("vrij")),
                name="urendag_hooguit_een_etmaal",
                violation_error_message="Een dag heeft 24 uur. Vul minder uren in.",
            ),
            models.CheckConstraint(
                condition=Q(soort=DagSoort.GEMAAKT, gemaakt__gt=0, gemist=0, vrij=0)
                | Q(soort=DagSoort.NIET_GEMELD, gemaakt=0, vrij=0)
                | Q(soort__in=sorted(GEMIST - {DagSoort.NIET_GEMELD}), vrij=0)
                | Q(soort__in=sorted(TOEGESTAAN), gemist=0),
                name="urendag_uren_bij_soort",
                violation_error_message="Deze uren passen niet bij wat je koos. Kijk ze nog eens na.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dag}: {self.soort}"


class UrenDagVersie(Stand):
    """Every stand that a day had, the present one too; never changed, so that nothing entered is lost."""

    id = models.BigAutoField(primary_key=True)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="urenversies")
    dag = models.DateField()
    versie = models.PositiveSmallIntegerField()
    # The day was made empty again (undo).
    weg = models.BooleanField(default=False)
    # The key of the form, so that a form sent once more after a while is still the same.
    sleutel = models.UUIDField(null=True, blank=True)
    op = models.DateTimeField()
    door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time."""

        ordering = ("stage", "dag", "versie")
        verbose_name_plural = "urendagversies"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stage", "dag", "versie"),
                name="urenversie_genummerd",
                violation_error_message="Deze dag is net veranderd. Kijk nog een keer.",
            ),
            models.UniqueConstraint(
                fields=("stage", "sleutel"),
                condition=Q(sleutel__isnull=False),
                name="urenversie_formulier_eenmaal",
                violation_error_message="Dit formulier is al bewaard.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dag}, versie {self.versie}"


class UrenWeek(models.Model):
    """The state of a week (Monday to Sunday); there is no row as long as nothing was entered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="urenweken")
    maandag = models.DateField()
    status = models.CharField(max_length=12, choices=WeekStatus, default=WeekStatus.LEEG)
    # Rises with each change of a day, so that an akkoord is an akkoord with what was on screen.
    versie = models.PositiveSmallIntegerField(default=0)
    reden = models.CharField(max_length=200, blank=True, help_text="waarom de week terugging")
    akkoord_op = models.DateTimeField(null=True, blank=True)
    akkoord_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time."""

        ordering = ("stage", "maandag")
        verbose_name_plural = "urenweken"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stage", "maandag"),
                name="urenweek_eenmaal",
                violation_error_message="Deze week staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(status=WeekStatus.AKKOORD, akkoord_op__isnull=False, akkoord_door__isnull=False)
                | (~Q(status=WeekStatus.AKKOORD) & Q(akkoord_op__isnull=True, akkoord_door__isnull=True)),
                name="urenweek_akkoord_van_wie",
                violation_error_message="Bij een akkoord hoort wie het gaf, en wanneer.",
            ),
            models.CheckConstraint(
                condition=~Q(status=WeekStatus.TERUGGEGEVEN) | ~Q(reden=""),
                name="urenweek_terug_met_reden",
                violation_error_message="Schrijf op wat er nog niet klopt.",
            ),
        ]

    def __str__(self) -> str:
        return f"week van {self.maandag}: {self.status}"


class UrenWeekOvergang(Overgang):
    """A change of state of a week."""

    week = models.ForeignKey(UrenWeek, on_delete=models.PROTECT, related_name="overgangen")
    van = models.CharField(max_length=12)
    naar = models.CharField(max_length=12)

    class Meta(Overgang.Meta):
        """In order of time."""

        verbose_name_plural = "urenweekovergangen"
