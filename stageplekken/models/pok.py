"""The praktijkovereenkomst (POK): who signed it, and when. The paper itself stays in the school's administration."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from stageplekken.models.stage import Stage

USER = settings.AUTH_USER_MODEL


class PokPartij(models.TextChoices):
    """Who signs: three always, a parent or guardian where the student is not yet 18."""

    STUDENT = "student", "de student"
    LEERBEDRIJF = "leerbedrijf", "het leerbedrijf"
    SCHOOL = "school", "de school"
    OUDER = "ouder", "een ouder of voogd"


POK_NODIG = (PokPartij.STUDENT, PokPartij.LEERBEDRIJF, PokPartij.SCHOOL)


class PokHandtekening(models.Model):
    """One party that signed; student, school and leerbedrijf are needed, a parent where the student is under 18."""

    id = models.BigAutoField(primary_key=True)
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="handtekeningen")
    partij = models.CharField(max_length=12, choices=PokPartij)
    naam = models.CharField(max_length=120)
    dag = models.DateField()
    genoteerd_op = models.DateTimeField()
    genoteerd_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In the order of the parties; each signs once."""

        ordering = ("stage", "dag", "id")
        verbose_name_plural = "handtekeningen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("stage", "partij"),
                name="pok_partij_eenmaal",
                violation_error_message="Deze partij heeft al getekend.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.partij}, {self.dag}"
