"""Leerbedrijf and stageplek."""

import uuid

from django.db import models


class Leerbedrijf(models.Model):
    """A company that SBB recognises; known to all schools."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=120)
    plaats = models.CharField(max_length=80)
    leerbedrijf_id = models.CharField(max_length=9, unique=True, help_text="LeerbedrijfID van SBB, 9 cijfers")

    class Meta:
        """By name."""

        ordering = ("naam", "id")
        verbose_name_plural = "leerbedrijven"

    def __str__(self) -> str:
        return self.naam


class Stageplek(models.Model):
    """A place at a leerbedrijf, for one profile."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    leerbedrijf = models.ForeignKey(Leerbedrijf, on_delete=models.PROTECT, related_name="plekken")
    titel = models.CharField(max_length=120)
    crebo = models.CharField(max_length=5)

    class Meta:
        """By leerbedrijf and title."""

        ordering = ("leerbedrijf", "titel", "id")
        verbose_name_plural = "stageplekken"

    def __str__(self) -> str:
        return self.titel
