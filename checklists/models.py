"""An instrument version with its tree, and what people filled in: one row an answer.

The engine knows no student: whoever holds an `Invulling` (a gesprek, a self-check) decides who may see it.
"""

from __future__ import annotations

import uuid
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from checklists.instrument import Instrument
from checklists.tree import parse


class InstrumentVersie(models.Model):
    """One version of one instrument. A filled-in one keeps the version it was filled in with."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.SlugField("code", max_length=60)
    versie = models.PositiveIntegerField("versie")
    titel = models.CharField("titel", max_length=200)
    kort = models.CharField("korte naam", max_length=100)
    soort = models.SlugField("soort", max_length=60)
    bron = models.TextField("bron")
    boom = models.JSONField("inhoud")
    controle = models.CharField("controlegetal van de inhoud", max_length=64)
    # A room may make an instrument from its own content; nobody chooses that one from the list.
    los = models.BooleanField("los te kiezen", default=True)

    class Meta:
        verbose_name = "versie van een instrument"
        verbose_name_plural = "versies van instrumenten"
        ordering = ["code", "-versie"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "versie"],
                name="instrumentversie_uniek",
                violation_error_message="Deze versie van dit instrument is er al.",
            ),
            models.CheckConstraint(
                condition=Q(versie__gte=1),
                name="instrumentversie_vanaf_1",
                violation_error_message="Een versie begint bij 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kort}, versie {self.versie}"

    @property
    def instrument(self) -> Instrument:
        """The validated tree; parsed once a process, also when the row was read without its `boom`."""
        return _parsed(self.pk, self.controle)


@lru_cache(maxsize=64)
def _parsed(pk: uuid.UUID, controle: str) -> Instrument:
    """The tree of one stored version; the checksum in the key keeps a replaced version from living on."""
    row = InstrumentVersie._base_manager.only("code", "versie", "boom").get(pk=pk)
    return parse(row.boom, where=f"{row.code}, versie {row.versie}")


class Invulling(models.Model):
    """One instrument being filled in, with the place where to go on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(InstrumentVersie, models.PROTECT, related_name="invullingen")
    stap = models.CharField("verder bij stap", max_length=60, blank=True)
    veld = models.CharField("verder bij veld", max_length=60, blank=True)
    plaats_op = models.DateTimeField("plaats bewaard op", null=True, blank=True)
    plaats_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    gestart_op = models.DateTimeField("gestart op")
    gestart_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "invulling"
        verbose_name_plural = "invullingen"
        ordering = ["-gestart_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(plaats_op__isnull=True, plaats_door__isnull=True)
                | Q(plaats_op__isnull=False, plaats_door__isnull=False),
                name="invulling_plaats_op_en_door",
                violation_error_message="Bij een bewaarde plaats horen een moment en een persoon.",
            ),
        ]

    def __str__(self) -> str:
        return f"invulling {self.pk}"


class Antwoord(models.Model):
    """The current answer to one field. `eigenaar` is set where the field is a person's own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invulling = models.ForeignKey(Invulling, models.CASCADE, related_name="antwoorden")
    veld = models.CharField("veld", max_length=60)
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    waarde = models.JSONField("waarde")
    versie = models.PositiveIntegerField("versie", default=1)
    # Which opened page wrote this, and as its how manieth save: so that a page never conflicts with itself.
    pagina = models.CharField("geschreven vanaf pagina", max_length=40, blank=True)
    beurt = models.PositiveIntegerField("beurt van die pagina", default=0)
    op = models.DateTimeField("geschreven op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    if TYPE_CHECKING:
        invulling_id: uuid.UUID
        eigenaar_id: uuid.UUID | None
        door_id: uuid.UUID

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        ordering = ["veld", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["invulling", "veld"],
                condition=Q(eigenaar__isnull=True),
                name="antwoord_gedeeld_uniek",
                violation_error_message="Dit veld heeft al een antwoord.",
            ),
            models.UniqueConstraint(
                fields=["invulling", "veld", "eigenaar"],
                condition=Q(eigenaar__isnull=False),
                name="antwoord_eigen_uniek",
                violation_error_message="Deze persoon heeft hier al een eigen antwoord.",
            ),
            models.CheckConstraint(
                condition=Q(eigenaar__isnull=True) | Q(eigenaar=F("door")),
                name="antwoord_eigen_door_eigenaar",
                violation_error_message="Een eigen antwoord schrijft alleen de eigenaar.",
            ),
        ]

    def __str__(self) -> str:
        return f"antwoord {self.veld}, versie {self.versie}"


class Botsing(models.Model):
    """An edit that lost: written on an older version of the answer than the one that stands. Never thrown away."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    antwoord = models.ForeignKey(Antwoord, models.CASCADE, related_name="botsingen")
    waarde = models.JSONField("waarde")
    basis = models.PositiveIntegerField("geschreven op versie")
    pagina = models.CharField("geschreven vanaf pagina", max_length=40, blank=True)
    beurt = models.PositiveIntegerField("beurt van die pagina", default=0)
    op = models.DateTimeField("geschreven op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opgelost_op = models.DateTimeField("opgelost op", null=True, blank=True)
    opgelost_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    if TYPE_CHECKING:
        antwoord_id: uuid.UUID
        door_id: uuid.UUID
        opgelost_door_id: uuid.UUID | None

    class Meta:
        verbose_name = "botsing"
        verbose_name_plural = "botsingen"
        ordering = ["op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opgelost_op__isnull=True, opgelost_door__isnull=True)
                | Q(opgelost_op__isnull=False, opgelost_door__isnull=False),
                name="botsing_opgelost_op_en_door",
                violation_error_message="Bij opgelost horen een moment en een persoon.",
            ),
        ]
        indexes = [
            models.Index(fields=["antwoord"], condition=Q(opgelost_op__isnull=True), name="botsing_open"),
        ]

    def __str__(self) -> str:
        return f"botsing {self.pk}"

    @property
    def open(self) -> bool:
        """Whether nobody chose yet."""
        return self.opgelost_op is None
