"""Gesprekken, afspraken and contactpogingen as a person may see them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, UUIDField, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from collaboration.enums import AfspraakStatus, GesprekStatus
from students.enums import Rol, Soort

if TYPE_CHECKING:
    from students.access import Viewer


# The afspraken of students themselves. Not as "is null": a database without statistics would then begin with the
# index on the owner, where all students of all schools lie together.
NOBODY = Value(UUID(int=0), output_field=UUIDField())
NO_OWNER = Q(Exact(Coalesce(F("eigenaar_id"), NOBODY, output_field=UUIDField()), NOBODY))


class GesprekQuerySet(models.QuerySet[Any]):
    """Gesprekken, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "GesprekQuerySet":
        """Vastgelegde gesprekken (and the versions they replaced) in the layers this person reads."""
        fixed = (GesprekStatus.VASTGELEGD, GesprekStatus.GECORRIGEERD)
        return self.filter(viewer.texts_q(Soort.GESPREK), status__in=fixed)

    def _works_in(self, viewer: "Viewer") -> Q:
        """Concepts of this person: as author, or as one who takes part."""
        voerder = self.model._meta.get_field("voerders").related_model
        taking_part = Exists(voerder.objects.filter(gesprek=OuterRef("pk"), user=viewer.user.pk))
        return Q(status=GesprekStatus.CONCEPT) & (Q(auteur=viewer.user.pk) | Q(taking_part))

    def own_concepts(self, viewer: "Viewer") -> "GesprekQuerySet":
        """Concepts this person works in, for students with whom a role runs."""
        return self.filter(viewer.any_role_q(), self._works_in(viewer))

    def visible_to(self, viewer: "Viewer") -> "GesprekQuerySet":
        """Everything this person may open: readable, own concepts, own withdrawn ones."""
        status = (GesprekStatus.VASTGELEGD, GesprekStatus.GECORRIGEERD)
        fixed = Q(status__in=status) & viewer.texts_q(Soort.GESPREK)
        gone = Q(status=GesprekStatus.INGETROKKEN, auteur=viewer.user.pk)
        return self.filter(fixed | (viewer.any_role_q() & (self._works_in(viewer) | gone)))


class AfspraakQuerySet(models.QuerySet[Any]):
    """Afspraken, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "AfspraakQuerySet":
        """Living afspraken in the layers this person reads, and those this person owns."""
        own = viewer.any_role_q(Soort.AFSPRAAK) & Q(eigenaar=viewer.user.pk)
        gone = Q(gesprek__status=GesprekStatus.INGETROKKEN)
        return self.filter(viewer.texts_q(Soort.AFSPRAAK) | own, ~gone, leeft_vanaf__isnull=False)

    def open(self) -> "AfspraakQuerySet":
        """Those still to do, by date."""
        return self.filter(status=AfspraakStatus.OPEN).order_by("voor", "id")

    def asked_of(self, viewer: "Viewer") -> "AfspraakQuerySet":
        """For the first screen: my own (also as the student), and those of the students of whose school team I am."""
        klassen = [
            klas
            for klas, links in viewer.klassen.items()
            if any(link.rol in (Rol.MENTOR, Rol.KAWER) for link in links)
        ]
        student = self.model._meta.get_field("student").related_model
        in_klas = student._base_manager.filter(klas__in=klassen).values("pk")
        myself = viewer.eigen
        asked = Q(eigenaar=viewer.user.pk) | (Q(student__in=in_klas) & NO_OWNER)
        return self.filter(asked | (Q(student__in=myself) & NO_OWNER) if myself else asked)


class PogingQuerySet(models.QuerySet[Any]):
    """Contactpogingen, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "PogingQuerySet":
        """Attempts in the layers this person reads."""
        return self.filter(viewer.texts_q(Soort.GESPREK))
