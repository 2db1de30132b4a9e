"""A contactpoging: an attempt to reach a student that got no answer. It counts as work done."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from collaboration.enums import PogingUitkomst, PogingWijze
from collaboration.querysets.gesprek import PogingQuerySet
from stageplekken.models import Stage
from students.enums import Laag
from students.models import Student

USER = settings.AUTH_USER_MODEL


class Contactpoging(models.Model):
    """Gebeld, geen gehoor; in one tap."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    student = models.ForeignKey(Student, on_delete=models.PROTECT, related_name="contactpogingen")
    wijze = models.CharField(max_length=10, choices=PogingWijze, default=PogingWijze.GEBELD)
    uitkomst = models.CharField(max_length=12, choices=PogingUitkomst, default=PogingUitkomst.GEEN_GEHOOR)
    notitie = models.CharField(max_length=200, blank=True)
    wanneer = models.DateTimeField()
    laag = models.CharField(max_length=20, choices=Laag, default=Laag.BEGELEIDING)
    stage = models.ForeignKey(
        Stage, null=True, blank=True, on_delete=models.PROTECT, related_name="contactpogingen"
    )
    auteur = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="contactpogingen")

    objects = PogingQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering = ("-wanneer", "-id")
        verbose_name_plural = "contactpogingen"
        indexes: ClassVar = [models.Index(fields=("student", "-wanneer", "-id"), name="poging_van_student")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(laag=Laag.STAGE, stage__isnull=False)
                | (~Q(laag=Laag.STAGE) & Q(stage__isnull=True)),
                name="poging_laag_stage",
                violation_error_message="Kies met welke stage je dit deelt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wijze}, {self.uitkomst}"
