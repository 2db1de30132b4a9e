"""What somebody did with aandacht: set aside until a day, the klas seen today, and which reminders went out."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from collaboration.enums.aandacht import Regel
from students.models import Klas, Student

USER = settings.AUTH_USER_MODEL


class AandachtOpzij(models.Model):
    """One reason for aandacht that is set aside: it comes back on the day `tot`, or when somebody puts it back.

    It holds for everyone who would get this aandacht, and they all read who knows why, and until when.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="aandacht_opzij")
    regel = models.CharField(max_length=20, choices=Regel)
    # The thing it is about, by id (afspraak, signaal, stage); the student where it is about nothing else.
    object_id = models.UUIDField(null=True, blank=True)
    reden = models.CharField(max_length=200)
    tot = models.DateField("komt terug op")
    opzij_op = models.DateTimeField()
    opzij_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    terug_op = models.DateTimeField(null=True, blank=True)
    terug_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """What comes back first stands first."""

        ordering = ("tot", "id")
        verbose_name_plural = "aandacht opzij"
        indexes: ClassVar = [models.Index(fields=("student", "tot"), name="opzij_van_student")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reden=""),
                name="opzij_met_reden",
                violation_error_message="Schrijf op waarom dit even kan wachten.",
            ),
            models.CheckConstraint(
                condition=Q(terug_op__isnull=True, terug_door__isnull=True)
                | Q(terug_op__isnull=False, terug_door__isnull=False),
                name="opzij_terug_door",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regel} tot {self.tot}"


class KlasGezien(models.Model):
    """Somebody saw a klas on a day; who was there and who was not stands in its rows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    klas = models.ForeignKey(Klas, on_delete=models.PROTECT, related_name="gezien")
    dag = models.DateField()
    gezien_op = models.DateTimeField()
    gezien_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One a klas and a day; the last tap counts."""

        ordering = ("-dag", "id")
        verbose_name_plural = "klassen gezien"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("klas", "dag"),
                name="klas_gezien_eenmaal",
                violation_error_message="Deze klas is vandaag al gezien.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.klas_id} {self.dag}"


class StudentGezien(models.Model):
    """Whether one student was there when the klas was seen."""

    id = models.BigAutoField(primary_key=True)
    klas_gezien = models.ForeignKey(KlasGezien, on_delete=models.CASCADE, related_name="studenten")
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="gezien")
    dag = models.DateField()
    er = models.BooleanField("was er")

    class Meta:
        """The last day of a student is the end of an index."""

        ordering = ("-dag", "id")
        verbose_name_plural = "studenten gezien"
        indexes: ClassVar = [
            models.Index(fields=("student", "dag"), name="gezien_van_student", condition=Q(er=True))
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("klas_gezien", "student"), name="student_gezien_eenmaal")
        ]

    def __str__(self) -> str:
        return f"{self.student_id} {self.dag}"


class Herinnering(models.Model):
    """A reminder that went out: once for a person, a rule, a thing and a day, however often the clock looks."""

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="+")
    regel = models.CharField(max_length=20, choices=Regel)
    object_id = models.UUIDField()
    # The day it is about: the date of the afspraak, the last sign of the student, the day of the escalatie.
    dag = models.DateField()
    op = models.DateTimeField()

    class Meta:
        """Never the same twice."""

        ordering = ("id",)
        verbose_name_plural = "herinneringen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("object_id", "regel", "user", "dag"), name="herinnering_eenmaal"),
        ]

    def __str__(self) -> str:
        return f"{self.regel} {self.object_id}"
