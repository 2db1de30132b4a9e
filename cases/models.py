"""A casus of a school's own: invented, or made so that nobody is recognised in it."""

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from begeleiders.models import School
from cases.querysets import EigenCasusQuerySet

USER = settings.AUTH_USER_MODEL


def _moment() -> models.DateTimeField:
    return models.DateTimeField(null=True, blank=True)


def _who() -> models.ForeignKey:
    return models.ForeignKey(USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")


def _pair(name: str) -> Q:
    """When and by whom: both known, or both not."""
    return Q(**{f"{name}_op__isnull": True, f"{name}_door__isnull": True}) | Q(
        **{f"{name}_op__isnull": False, f"{name}_door__isnull": False}
    )


class EigenCasus(models.Model):
    """A story of one school, read by everyone who works there with students; it names no student."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="casussen")
    titel = models.CharField(max_length=80)
    samenvatting = models.CharField(max_length=160)
    # Paragraphs are parted by an empty line, in both.
    verhaal = models.TextField()
    wat_zou_jij_doen = models.CharField(max_length=300)
    keerpunt = models.TextField()
    # One question a line.
    vragen = models.TextField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    # Who said that it is invented or unrecognisable, and when; said anew with every change.
    bevestigd_op = models.DateTimeField()
    bevestigd_door = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op, ingetrokken_door = _moment(), _who()

    objects = EigenCasusQuerySet.as_manager()

    if TYPE_CHECKING:
        school_id: uuid.UUID
        gemaakt_door_id: uuid.UUID

    class Meta:
        """By title; those of a school are one index range."""

        ordering = ("titel", "id")
        verbose_name_plural = "eigen casussen"
        indexes: ClassVar = [
            models.Index(
                fields=("school", "titel"), name="eigen_casus_van_school", condition=Q(ingetrokken_op=None)
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=_pair("ingetrokken"),
                name="eigen_casus_ingetrokken",
                violation_error_message="Bij intrekken horen een moment en een persoon.",
            )
        ]

    def __str__(self) -> str:
        return f"eigen casus {self.pk}"
