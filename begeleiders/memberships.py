"""A role is a row with a period; whether someone may act follows from the rows that are active today."""

from __future__ import annotations

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class MembershipQuerySet(models.QuerySet):
    """Queries that every kind of membership shares."""

    def active(self, on: datetime.date) -> Self:
        """The memberships that hold on this day; `einde` is the last day, inclusive."""
        return self.filter(Q(einde__isnull=True) | Q(einde__gte=on), begin__lte=on)


class Membership(models.Model):
    """Someone's role for a period: begin, last day, why it ended, who invited.

    A subclass adds the person, the scope and the role, and writes `class Meta(Membership.Meta)` with
    `constraints = [*Membership.Meta.constraints, …]`.
    """

    begin = models.DateField("vanaf")
    einde = models.DateField("laatste dag", null=True, blank=True)
    eindreden = models.CharField("reden van het einde", max_length=200, blank=True)
    uitgenodigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="uitgenodigd door",
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_einde_met_reden",
                condition=Q(einde__isnull=True) | ~Q(eindreden=""),
                violation_error_message="Schrijf op waarom deze rol stopt.",
                violation_error_code="eindreden",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_einde_na_begin",
                condition=Q(einde__isnull=True) | Q(einde__gte=F("begin")),
                violation_error_message="De laatste dag ligt voor de eerste dag.",
                violation_error_code="einde",
            ),
        ]

    def is_active(self, on: datetime.date) -> bool:
        """Whether this membership holds on this day: the rule of `.active()`, for a row in hand."""
        return self.begin <= on and (self.einde is None or self.einde >= on)
