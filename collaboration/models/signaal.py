"""A signaal: a short message about a student, with every step that is taken with it."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from collaboration.enums.signaal import SignaalSoort, SignaalStatus
from collaboration.models.gesprek import Gesprek
from collaboration.querysets.signaal import SignaalQuerySet
from kern.models import Overgang
from stageplekken.models import Stage
from students.models import Student

USER = settings.AUTH_USER_MODEL
S = SignaalStatus


def _pair(name: str) -> Q:
    """When and by whom: both known, or both not."""
    return Q(**{f"{name}_op__isnull": True, f"{name}_door__isnull": True}) | Q(
        **{f"{name}_op__isnull": False, f"{name}_door__isnull": False}
    )


def _step() -> models.DateTimeField:
    return models.DateTimeField(null=True, blank=True)


def _who() -> models.ForeignKey:
    return models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")


class Signaal(models.Model):
    """Something is the matter, or goes well: nieuw, gezien, opgepakt, teruggemeld, afgesloten; or teruggenomen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="signalen")
    # Of whom the message came from the stage; otherwise empty.
    stage = models.ForeignKey(Stage, null=True, blank=True, on_delete=models.PROTECT, related_name="signalen")
    soort = models.CharField(max_length=14, choices=SignaalSoort)
    dag = models.DateField(help_text="de dag waar het over gaat")
    tekst = models.CharField(max_length=500, blank=True)
    auteur = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="signalen")
    wanneer = models.DateTimeField()
    status = models.CharField(max_length=12, choices=SignaalStatus, default=S.NIEUW)

    gezien_op, gezien_door = _step(), _who()
    opgepakt_op, opgepakt_door = _step(), _who()
    # "We praten met haar op …": the day, and a word about it; perhaps the gesprek that stands in the agenda.
    aanpak = models.CharField(max_length=300, blank=True)
    gesprek_dag = models.DateField(null=True, blank=True)
    gesprek = models.ForeignKey(
        Gesprek, null=True, blank=True, on_delete=models.SET_NULL, related_name="signalen"
    )
    teruggemeld_op, teruggemeld_door = _step(), _who()
    terugmelding = models.CharField(max_length=500, blank=True)
    afgesloten_op, afgesloten_door = _step(), _who()
    sluitreden = models.CharField(max_length=200, blank=True)
    # By who sent it: it went with a day of hours that was taken back. What was picked up before keeps its state.
    teruggenomen_op, teruggenomen_door = _step(), _who()

    objects = SignaalQuerySet.as_manager()

    class Meta:
        """Newest first; those of a student and those that wait are index ranges."""

        ordering = ("-wanneer", "-id")
        verbose_name_plural = "signalen"
        indexes: ClassVar = [
            models.Index(fields=("student", "status", "-wanneer"), name="signaal_van_student"),
            models.Index(fields=("auteur", "-wanneer"), name="signaal_van_auteur"),
            models.Index(fields=("wanneer",), name="signaal_nieuw", condition=Q(status="nieuw")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stage", "dag"),
                condition=Q(soort="niet_gekomen", stage__isnull=False, teruggenomen_op__isnull=True),
                name="signaal_niet_gekomen_eenmaal",
                violation_error_message="Voor deze dag is al gemeld dat de student niet kwam.",
            ),
            models.CheckConstraint(
                condition=_pair("gezien")
                & _pair("opgepakt")
                & _pair("teruggemeld")
                & _pair("afgesloten")
                & _pair("teruggenomen"),
                name="signaal_wie_en_wanneer",
            ),
            models.CheckConstraint(
                condition=(Q(status=S.NIEUW, gezien_op__isnull=True) | ~Q(status=S.NIEUW))
                & (Q(status__in=(S.NIEUW, S.TERUGGENOMEN)) | Q(gezien_op__isnull=False))
                & (~Q(status=S.TERUGGENOMEN) | Q(teruggenomen_op__isnull=False))
                & (~Q(status=S.OPGEPAKT) | Q(opgepakt_op__isnull=False))
                & (~Q(status=S.TERUGGEMELD) | Q(teruggemeld_op__isnull=False))
                & (~Q(status=S.AFGESLOTEN) | Q(afgesloten_op__isnull=False)),
                name="signaal_stand",
            ),
            models.CheckConstraint(
                condition=Q(teruggemeld_op__isnull=True, terugmelding="")
                | (Q(teruggemeld_op__isnull=False) & ~Q(terugmelding="")),
                name="signaal_terugmelding",
                violation_error_message="Schrijf op wat je terugmeldt.",
            ),
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True) | Q(teruggemeld_op__isnull=False) | ~Q(sluitreden=""),
                name="signaal_sluitreden",
                violation_error_message="Schrijf op waarom er geen terugmelding komt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort}, {self.status}"

    @property
    def compliment(self) -> bool:
        """Whether it is a compliment, which the student reads too."""
        return self.soort == SignaalSoort.GAAT_GOED


class SignaalOvergang(Overgang):
    """A change of state of a signaal."""

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="overgangen")
    van = models.CharField(max_length=12, blank=True)
    naar = models.CharField(max_length=12)
