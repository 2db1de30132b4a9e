"""A talk between colleagues about a situation in one's guidance: of who brought it in, and about no student."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from checklists.models import Invulling

USER = settings.AUTH_USER_MODEL


class CollegialeFeedback(models.Model):
    """One walk through the Gespreksleidraad. Nobody but its author ever reads it; it names no student and no school."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    auteur = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="collegiale_feedback")
    invulling = models.OneToOneField(Invulling, on_delete=models.PROTECT, related_name="collegiale_feedback")
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    afgerond_op = models.DateTimeField(null=True, blank=True)
    afgerond_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Newest first; one's own are one index range."""

        ordering = ("-gemaakt_op", "-id")
        verbose_name_plural = "collegiale feedback"
        indexes: ClassVar = [
            models.Index(fields=("auteur", "-gemaakt_op", "-id"), name="leidraad_van_auteur"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(gemaakt_door=models.F("auteur")),
                name="leidraad_eigen",
                violation_error_message="Een situatie breng je zelf in.",
            ),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True, afgerond_door__isnull=True)
                | Q(afgerond_op__isnull=False, afgerond_door=models.F("auteur")),
                name="leidraad_afgerond",
                violation_error_message="Bij afgerond horen een moment en een persoon.",
            ),
        ]

    def __str__(self) -> str:
        return f"collegiale feedback {self.pk}"
