"""Signalen and ended stages as a person may see them."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from collaboration.enums.signaal import KLAAR, SignaalSoort
from students.enums import Rol, Soort

if TYPE_CHECKING:
    from students.access import Viewer


class SignaalQuerySet(models.QuerySet[Any]):
    """Signalen, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "SignaalQuerySet":
        """What the table of access grants: the team's, one's own, and for a student the compliments."""
        compliment = viewer.rows_q(Soort.COMPLIMENT) & Q(soort=SignaalSoort.GAAT_GOED)
        return self.filter(viewer.rows_q(Soort.SIGNAAL) | compliment)

    def sent_by(self, viewer: "Viewer") -> "SignaalQuerySet":
        """Those this person sent, as long as a role for the student runs."""
        return self.readable_by(viewer).filter(auteur=viewer.user.pk)

    def open(self) -> "SignaalQuerySet":
        """Those that are not closed yet, nor taken back."""
        return self.exclude(status__in=KLAAR)

    def of_my_klassen(self, viewer: "Viewer") -> "SignaalQuerySet":
        """Those of the students of whom this person is mentor or KAW-er: who answers."""
        klassen = [
            klas
            for klas, links in viewer.klassen.items()
            if any(link.rol in (Rol.MENTOR, Rol.KAWER) for link in links)
        ]
        return self.filter(student__klas__in=klassen)


class EindeQuerySet(models.QuerySet[Any]):
    """Ends of stages, reached through the person who looks."""

    def readable_by(self, viewer: "Viewer") -> "EindeQuerySet":
        """With the reason for the school: the team of the school and the student, no praktijkbegeleider."""
        return self.filter(viewer.rows_q(Soort.EERDERE_STAGE))

    def shared_with(self, viewer: "Viewer") -> "EindeQuerySet":
        """Of which this person may know that the stage ended: the praktijkbegeleider too, while the role runs."""
        return self.filter(viewer.rows_q(Soort.EERDERE_STAGE) | viewer.rows_q(Soort.STAGE))

    def owed(self) -> "EindeQuerySet":
        """Of which the leerbedrijf did not hear yet."""
        return self.filter(teruggemeld_op__isnull=True)
