"""Gesprekken, afspraken and contactpogingen as a person may see them."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from collaboration.enums import AfspraakStatus, GesprekStatus
from students.enums import Rol, Soort

if TYPE_CHECKING:
    from students.access import Viewer


class GesprekQuerySet(models.QuerySet[Any]):
    """Gesprekken, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "GesprekQuerySet":
        """Vastgelegde gesprekken (and the versions they replaced) in the layers this person reads."""
        fixed = (GesprekStatus.VASTGELEGD, GesprekStatus.GECORRIGEERD)
        return self.filter(viewer.texts_q(Soort.GESPREK), status__in=fixed)

    def own_concepts(self, viewer: "Viewer") -> "GesprekQuerySet":
        """Concepts this person wrote or takes part in, for students with whom a role runs."""
        voerder = self.model._meta.get_field("voerders").related_model
        taking_part = Exists(voerder.objects.filter(gesprek=OuterRef("pk"), user=viewer.user.pk))
        mine = Q(auteur=viewer.user.pk) | Q(taking_part)
        return self.filter(viewer.any_role_q(), mine, status=GesprekStatus.CONCEPT)

    def withdrawn_of(self, viewer: "Viewer") -> "GesprekQuerySet":
        """What this person wrote and was withdrawn: only the author still reads it here."""
        return self.filter(viewer.any_role_q(), auteur=viewer.user.pk, status=GesprekStatus.INGETROKKEN)

    def visible_to(self, viewer: "Viewer") -> "GesprekQuerySet":
        """Everything this person may open: readable, own concepts, own withdrawn ones."""
        voerder = self.model._meta.get_field("voerders").related_model
        taking_part = Exists(voerder.objects.filter(gesprek=OuterRef("pk"), user=viewer.user.pk))
        fixed = Q(status__in=(GesprekStatus.VASTGELEGD, GesprekStatus.GECORRIGEERD)) & viewer.texts_q(
            Soort.GESPREK
        )
        concept = Q(status=GesprekStatus.CONCEPT) & (Q(auteur=viewer.user.pk) | Q(taking_part))
        gone = Q(status=GesprekStatus.INGETROKKEN, auteur=viewer.user.pk)
        return self.filter(fixed | (viewer.any_role_q() & (concept | gone)))


class AfspraakQuerySet(models.QuerySet[Any]):
    """Afspraken, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "AfspraakQuerySet":
        """Living afspraken in the layers this person reads, and those this person owns."""
        own = viewer.any_role_q() & Q(eigenaar=viewer.user.pk)
        return self.filter(viewer.texts_q(Soort.AFSPRAAK) | own, leeft_vanaf__isnull=False)

    def open(self) -> "AfspraakQuerySet":
        """Those still to do, by date."""
        return self.filter(status=AfspraakStatus.OPEN).order_by("voor", "id")

    def asked_of(self, viewer: "Viewer") -> "AfspraakQuerySet":
        """For the first screen: my own, and those of the students of whose school team I am."""
        klassen = [
            klas
            for klas, links in viewer.klassen.items()
            if any(link.rol in (Rol.MENTOR, Rol.KAWER) for link in links)
        ]
        return self.filter(Q(eigenaar=viewer.user.pk) | Q(eigenaar__isnull=True, student__klas__in=klassen))


class PogingQuerySet(models.QuerySet[Any]):
    """Contactpogingen, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "PogingQuerySet":
        """Attempts in the layers this person reads."""
        return self.filter(viewer.texts_q(Soort.GESPREK))
