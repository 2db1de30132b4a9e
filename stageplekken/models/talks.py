"""The three talks of a stage: planned from its period, filled in by three sides, discussed, agreed to, fixed."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from begeleiders.models import School
from checklists.models import Invulling
from kern.models import Overgang
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort, TalkStatus
from stageplekken.models.plek import Stageplek
from stageplekken.models.stage import Stage

USER = settings.AUTH_USER_MODEL


def _door() -> models.ForeignKey:
    return models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")


def _both(name: str) -> Q:
    """A moment and a person, or neither."""
    return Q(**{f"{name}_op__isnull": True, f"{name}_door__isnull": True}) | Q(
        **{f"{name}_op__isnull": False, f"{name}_door__isnull": False}
    )


class Stagegesprek(models.Model):
    """One of the three talks of one stage. It is not the exam.

    `ronde` counts how often it was opened again after somebody had said akkoord; each ronde has its own parts.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="stagegesprekken")
    soort = models.CharField(max_length=10, choices=TalkSoort)
    status = models.CharField(max_length=10, choices=TalkStatus, default=TalkStatus.GEPLAND)
    ronde = models.PositiveSmallIntegerField(default=1)
    # The day from which this talk is asked for (docs/stagegesprekken.md).
    aan_de_beurt = models.DateField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # When the three meet, and who wrote that down.
    wanneer = models.DateTimeField(null=True, blank=True)
    gepland_op = models.DateTimeField(null=True, blank=True)
    gepland_door = _door()
    # The day on which they talked, and who noted it.
    besproken_dag = models.DateField(null=True, blank=True)
    besproken_op = models.DateTimeField(null=True, blank=True)
    besproken_door = _door()
    vast_op = models.DateTimeField(null=True, blank=True)
    vast_door = _door()
    heropend_op = models.DateTimeField(null=True, blank=True)
    heropend_door = _door()
    heropend_reden = models.CharField(max_length=200, blank=True)
    # Answers that went a step up less those that went a step down since the talk before; set when it is fixed.
    groei = models.SmallIntegerField(null=True, blank=True)

    if TYPE_CHECKING:
        stage_id: uuid.UUID

    class Meta:
        """In order of the stage; each kind once a stage."""

        ordering = ("aan_de_beurt", "id")
        verbose_name_plural = "stagegesprekken"
        indexes: ClassVar = [
            models.Index(
                fields=("aan_de_beurt", "stage"),
                condition=~Q(status=TalkStatus.VAST),
                name="talk_nog_niet_vast",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stage", "soort"),
                name="talk_een_keer_per_stage",
                violation_error_message="Dit gesprek staat al bij deze stage.",
            ),
            *(
                models.CheckConstraint(
                    condition=_both(name),
                    name=f"talk_{name}_op_en_door",
                    violation_error_message="Bij een moment hoort een persoon.",
                )
                for name in ("gepland", "besproken", "vast", "heropend")
            ),
            models.CheckConstraint(
                condition=~Q(status=TalkStatus.VAST) | Q(vast_op__isnull=False),
                name="talk_vast_met_moment",
                violation_error_message="Een vast gesprek heeft een moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.stage_id}"


class StagegesprekDeel(models.Model):
    """What one side filled in, in one ronde; the part "samen" is what the three write down together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gesprek = models.ForeignKey(Stagegesprek, on_delete=models.PROTECT, related_name="delen")
    kant = models.CharField(max_length=10, choices=Kant)
    ronde = models.PositiveSmallIntegerField(default=1)
    invulling = models.OneToOneField(Invulling, on_delete=models.PROTECT, related_name="+")
    # Who wrote it; until klaar nobody else reads it.
    maker = _door()
    klaar_op = models.DateTimeField(null=True, blank=True)
    klaar_door = _door()
    # On whose device the student filled it in, where it was not the student's own.
    telefoon_van = _door()

    if TYPE_CHECKING:
        gesprek_id: uuid.UUID
        invulling_id: uuid.UUID
        maker_id: uuid.UUID | None

    class Meta:
        """One a side and ronde."""

        ordering = ("gesprek", "ronde", "kant", "id")
        verbose_name_plural = "delen van stagegesprekken"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("gesprek", "kant", "ronde"),
                name="talkdeel_een_per_kant",
                violation_error_message="Dit deel is er al.",
            ),
            models.CheckConstraint(
                condition=_both("klaar"),
                name="talkdeel_klaar_op_en_door",
                violation_error_message="Bij klaar horen een moment en een persoon.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kant}, ronde {self.ronde}"


class StagegesprekAkkoord(models.Model):
    """One side says: this is how we discussed it. It counts for one ronde; a new ronde asks again."""

    id = models.BigAutoField(primary_key=True)
    gesprek = models.ForeignKey(Stagegesprek, on_delete=models.PROTECT, related_name="akkoorden")
    kant = models.CharField(max_length=10, choices=[(kant.value, kant.label) for kant in KANTEN])
    ronde = models.PositiveSmallIntegerField()
    op = models.DateTimeField()
    door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # The student said it on the device of `door`.
    op_telefoon = models.BooleanField(default=False)
    # No akkoord of the praktijk: nobody stands there any more, and `door`, the mentor, says why it goes on without.
    zonder_reden = models.CharField(max_length=200, blank=True)

    class Meta:
        """One a side and ronde."""

        ordering = ("id",)
        verbose_name_plural = "akkoorden op stagegesprekken"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("gesprek", "kant", "ronde"),
                name="talkakkoord_een_per_kant",
                violation_error_message="Dit akkoord is er al.",
            ),
            models.CheckConstraint(
                condition=Q(zonder_reden="") | Q(kant=Kant.PRAKTIJK),
                name="talkakkoord_zonder_praktijk",
                violation_error_message="Verder zonder akkoord kan alleen zonder dat van de praktijk.",
            ),
        ]

    def __str__(self) -> str:
        return f"akkoord {self.kant}, ronde {self.ronde}"


class StagegesprekOvergang(Overgang):
    """A change of state of a talk, and in which ronde."""

    gesprek = models.ForeignKey(Stagegesprek, on_delete=models.PROTECT, related_name="overgangen")
    van = models.CharField(max_length=10, blank=True)
    naar = models.CharField(max_length=10)
    ronde = models.PositiveSmallIntegerField()
    kant = models.CharField(max_length=10, blank=True)

    class Meta(Overgang.Meta):
        """In order of time."""

        verbose_name_plural = "overgangen van stagegesprekken"


class StageplekGrens(models.Model):
    """A werkproces that cannot be learned at this stageplek ("hier niet mogelijk"); set once, by each school."""

    id = models.BigAutoField(primary_key=True)
    stageplek = models.ForeignKey(Stageplek, on_delete=models.PROTECT, related_name="grenzen")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    werkproces = models.CharField(max_length=12)
    gezet_op = models.DateTimeField()
    gezet_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Each werkproces once a school."""

        ordering = ("stageplek", "werkproces", "id")
        verbose_name_plural = "grenzen van stageplekken"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stageplek", "school", "werkproces"),
                name="grens_een_keer_per_school",
                violation_error_message="Dit werkproces staat hier al op “hier niet mogelijk”.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.werkproces} niet bij {self.stageplek_id}"
