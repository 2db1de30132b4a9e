"""A melding: there is something for you to look at. It holds ids and a kind, never a text about a student."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from collaboration.enums import MeldingSoort
from students.models import Student

USER = settings.AUTH_USER_MODEL


class Melding(models.Model):
    """News for one person, about one thing of one student; where it leads is decided when it is shown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="meldingen")
    soort = models.CharField(max_length=30, choices=MeldingSoort)
    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="+")
    # The thing it is about, by id; its page decides again whether this person may see it.
    object_id = models.UUIDField(null=True, blank=True)
    gemaakt_op = models.DateTimeField()
    # Who caused it; None for the clock.
    gemaakt_door = models.ForeignKey(USER, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    gezien_op = models.DateTimeField(null=True, blank=True)
    gemaild_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first; the unseen ones of a person are an index range."""

        ordering = ("-gemaakt_op", "-id")
        verbose_name_plural = "meldingen"
        indexes: ClassVar = [
            models.Index(fields=("user", "gezien_op", "-gemaakt_op"), name="melding_van_user")
        ]

    def __str__(self) -> str:
        return f"{self.soort} ({self.user_id})"
