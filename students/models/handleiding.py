"""What a student writes about oneself: handleiding, gedeeld beeld and leefgebieden; and asking for a part."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from students.models.student import Student

USER = settings.AUTH_USER_MODEL
LANGST = 2000  # characters of one part: a page is more than anybody reads on a phone


class HandleidingVersie(models.Model):
    """One part as it was saved; never changed. The one with the highest number is what is read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="handleiding")
    # A code of fixtures/handleiding.yaml.
    onderdeel = models.CharField(max_length=40)
    versie = models.PositiveIntegerField()
    # Empty: the student took the words away; the earlier versions stay, for the student alone.
    tekst = models.TextField(blank=True, max_length=LANGST)
    geschreven_op = models.DateTimeField()
    geschreven_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # For who has no phone: on whose it was filled in, with that person at the table.
    telefoon_van = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """By part, the oldest first; a number is given once."""

        ordering = ("student", "onderdeel", "versie")
        verbose_name_plural = "handleidingversies"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student", "onderdeel", "versie"),
                name="handleidingversie_nummer_eenmaal",
                violation_error_message="Deze versie is er al.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.onderdeel} {self.versie}"


class HandleidingVraag(models.Model):
    """Somebody of the team asks the student to share a part; the student says yes (and shares), or not now."""

    class Antwoord(models.TextChoices):
        """What the student said."""

        OPEN = "", "nog geen antwoord"
        JA = "ja", "ja"
        NU_NIET = "nu_niet", "nu niet"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="handleiding_vragen")
    onderdeel = models.CharField(max_length=40)
    waarom = models.CharField(max_length=200)
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    antwoord = models.CharField(max_length=10, choices=Antwoord, blank=True, default=Antwoord.OPEN)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Newest first; one open question for a part and a person."""

        ordering = ("student", "-gevraagd_op", "id")
        verbose_name_plural = "handleidingvragen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student", "onderdeel", "gevraagd_door"),
                condition=Q(antwoord=""),
                name="handleidingvraag_een_open",
                violation_error_message="Je vroeg dit al. Er is nog geen antwoord.",
            ),
            models.CheckConstraint(
                condition=Q(antwoord="", beantwoord_op__isnull=True, beantwoord_door__isnull=True)
                | (~Q(antwoord="") & Q(beantwoord_op__isnull=False, beantwoord_door__isnull=False)),
                name="handleidingvraag_beantwoord_door",
                violation_error_message="Noteer wanneer dit is beantwoord, en door wie.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.onderdeel} {self.antwoord}"


class BeeldVersie(models.Model):
    """One answer of the gedeeld beeld as it was saved: the student's own, or the view of one of the begeleiders."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="beelden")
    # Whose view it is; empty for the student's own.
    van = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    vraag = models.CharField(max_length=40)
    versie = models.PositiveIntegerField()
    tekst = models.TextField(blank=True, max_length=LANGST)
    geschreven_op = models.DateTimeField()
    geschreven_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    telefoon_van = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """By question and person, the oldest first; a number is given once."""

        ordering = ("student", "vraag", "van", "versie")
        verbose_name_plural = "beeldversies"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student", "van", "vraag", "versie"),
                name="beeldversie_nummer_eenmaal",
                violation_error_message="Deze versie is er al.",
            ),
            models.UniqueConstraint(
                fields=("student", "vraag", "versie"),
                condition=Q(van__isnull=True),
                name="beeldversie_student_eenmaal",
                violation_error_message="Deze versie is er al.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vraag} {self.versie}"


class LeefgebiedStand(models.Model):
    """Whether a leefgebied plays, in the words of the student; no row: not talked about. Never a score."""

    class Stand(models.TextChoices):
        """What the student says."""

        SPEELT = "speelt", "Dit speelt"
        SPEELT_NIET = "speelt_niet", "Dit speelt niet"
        NIET_BESPROKEN = "niet_besproken", "Niet over gepraat"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="leefgebieden")
    # A code of students/leefgebied.py, or a name of the school's own list.
    gebied = models.CharField(max_length=40)
    stand = models.CharField(max_length=16, choices=Stand)
    gezegd_op = models.DateTimeField()
    gezegd_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    telefoon_van = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One row for a leefgebied."""

        ordering = ("student", "gebied")
        verbose_name_plural = "leefgebiedstanden"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("student", "gebied"),
                name="leefgebiedstand_eenmaal",
                violation_error_message="Over dit leefgebied staat al iets.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebied} {self.stand}"
