"""People around a student without an account: the informal network, and parties outside the school."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from students.enums import Grondslag
from students.models.student import Student

USER = settings.AUTH_USER_MODEL


class NetwerkSoort(models.TextChoices):
    """Somebody near to the student, or somebody who works for an organisation."""

    INFORMEEL = "informeel", "Uit het leven van de student"
    EXTERN = "extern", "Van een organisatie"


class Relatie(models.TextChoices):
    """Who somebody is to the student. Never what is the matter: only where somebody works."""

    OUDER = "ouder", "ouder of verzorger"
    FAMILIE = "familie", "familie"
    VRIEND = "vriend", "vriend of vriendin"
    PARTNER = "partner", "partner"
    BUUR = "buur", "buur of kennis"
    LEERPLICHT = "leerplicht", "leerplicht"
    RECLASSERING = "reclassering", "reclassering"
    BEGELEID_WONEN = "begeleid_wonen", "begeleid wonen"
    JONGERENWERK = "jongerenwerk", "jongerenwerk"
    WIJKTEAM = "wijkteam", "wijkteam"
    GGD = "ggd", "GGD"
    GGZ = "ggz", "GGZ"
    JEUGDZORG = "jeugdzorg", "Jeugdzorg"
    SCHULDHULP = "schuldhulp", "schuldhulp"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    ANDERS = "anders", "anders"


NABIJ = frozenset({Relatie.OUDER, Relatie.FAMILIE, Relatie.VRIEND, Relatie.PARTNER, Relatie.BUUR})


class Antwoord(models.TextChoices):
    """What the student says to: may the team get in touch with this person."""

    OPEN = "", "nog niet gezegd"
    JA = "ja", "ja"
    NEE = "nee", "nee"


class Contactpersoon(models.Model):
    """Somebody around a student without an account. How to reach them shows on a yes or on a ground alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="netwerk")
    soort = models.CharField(max_length=12, choices=NetwerkSoort)
    relatie = models.CharField(max_length=20, choices=Relatie)
    naam = models.CharField(max_length=120)
    organisatie = models.CharField(max_length=120, blank=True)
    bereiken = models.CharField(max_length=200, blank=True)
    waarvoor = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # What the student said, and in whose session; a spoken word has its day.
    antwoord = models.CharField(max_length=4, choices=Antwoord, blank=True, default=Antwoord.OPEN)
    antwoord_op = models.DateTimeField(null=True, blank=True)
    antwoord_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    mondeling_dag = models.DateField(null=True, blank=True)
    # Under sixteen a parent decides along: who that was.
    ouder = models.CharField(max_length=120, blank=True)
    # The ground on which the team gets in touch without a yes, and why. The student reads it too.
    grond = models.CharField(max_length=20, choices=Grondslag, blank=True)
    grond_reden = models.CharField(max_length=300, blank=True)
    grond_op = models.DateTimeField(null=True, blank=True)
    grond_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Who is near first; what was said has its moment, and a ground its reason."""

        ordering = ("student", "-soort", "naam", "id")
        verbose_name_plural = "contactpersonen"
        indexes: ClassVar = [models.Index(fields=("student", "-soort", "naam"), name="netwerk_van_student")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(antwoord="") | Q(antwoord_op__isnull=False, antwoord_door__isnull=False),
                name="contactpersoon_antwoord_door",
                violation_error_message="Noteer wanneer de student dit zei, en tegen wie.",
            ),
            models.CheckConstraint(
                condition=Q(grond="")
                | (~Q(grond_reden="") & Q(grond_op__isnull=False, grond_door__isnull=False)),
                name="contactpersoon_grond_met_reden",
                violation_error_message="Schrijf op waarom het team contact zoekt zonder een ja.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relatie} ({self.student_id})"

    @property
    def mag(self) -> bool:
        """Whether the team may get in touch: the student said yes, or there is a ground."""
        return self.antwoord == Antwoord.JA or bool(self.grond)
