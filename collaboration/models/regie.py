"""The regie of a student: offers, and a history that cannot be changed. Who holds it now stands on the student."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from collaboration.enums.zorg import AanbodStatus, RegieHoe
from students.models import Student

USER = settings.AUTH_USER_MODEL
S = AanbodStatus


class RegieAanbod(models.Model):
    """The regie, offered to one colleague. Until it is accepted it stays where it was.

    Who takes the regie for themselves makes an offer that is accepted at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="regie_aanbod")
    van = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="regie_aangeboden")
    status = models.CharField(max_length=12, choices=S, default=S.AANGEBODEN)
    reden = models.CharField(max_length=200)
    # What the new one does and what stays, a line each; and a few words to the student and the one who had it.
    doet = models.TextField(blank=True)
    blijft = models.TextField(blank=True)
    bericht = models.TextField(blank=True)
    aangeboden_op = models.DateTimeField()
    aangeboden_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    antwoord_reden = models.CharField(max_length=200, blank=True)
    # The task "student geïnformeerd op": who told the student that somebody else has the regie.
    geinformeerd_op = models.DateTimeField(null=True, blank=True)
    geinformeerd_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Newest first; one open offer for each student."""

        ordering = ("-aangeboden_op", "-id")
        verbose_name_plural = "regieaanbod"
        indexes: ClassVar = [
            models.Index(fields=("student", "-aangeboden_op"), name="regieaanbod_van_student"),
            models.Index(fields=("aan", "status"), name="regieaanbod_aan"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student",),
                condition=Q(status=S.AANGEBODEN),
                name="regieaanbod_een_open",
                violation_error_message="De regie is al aan iemand aangeboden.",
            ),
            models.CheckConstraint(
                condition=~Q(van=F("aan")),
                name="regieaanbod_aan_een_ander",
                violation_error_message="Deze collega heeft de regie al.",
            ),
            models.CheckConstraint(
                condition=Q(status=S.AANGEBODEN, beantwoord_op__isnull=True, beantwoord_door__isnull=True)
                | (~Q(status=S.AANGEBODEN) & Q(beantwoord_op__isnull=False, beantwoord_door__isnull=False)),
                name="regieaanbod_beantwoord_door",
                violation_error_message="Een open aanbod heeft nog geen antwoord.",
            ),
            models.CheckConstraint(
                condition=~Q(status=S.GEWEIGERD) | ~Q(antwoord_reden=""),
                name="regieaanbod_weigering_met_reden",
                violation_error_message="Schrijf op waarom je de regie nog niet aanneemt.",
            ),
            models.CheckConstraint(
                condition=Q(geinformeerd_op__isnull=True) | Q(status=S.AANVAARD),
                name="regieaanbod_geinformeerd_na_aanvaarden",
                violation_error_message="De student hoort het als de regie is overgegaan.",
            ),
        ]

    def __str__(self) -> str:
        return f"regie aangeboden ({self.status})"


class RegieOvergang(models.Model):
    """The regie went from one person to another. The database refuses to change or remove a row."""

    id = models.BigAutoField(primary_key=True)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="regie_overgangen")
    aanbod = models.OneToOneField(RegieAanbod, on_delete=models.PROTECT, related_name="overgang")
    van = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    hoe = models.CharField(max_length=14, choices=RegieHoe)
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time; each begins where the one before ended (the action sees to it)."""

        ordering = ("id",)
        verbose_name_plural = "regieovergangen"
        indexes: ClassVar = [models.Index(fields=("student", "-id"), name="regieovergang_van_student")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(van=F("naar")),
                name="regieovergang_naar_een_ander",
                violation_error_message="De regie gaat naar een ander.",
            )
        ]

    def __str__(self) -> str:
        return f"regie {self.hoe}"
