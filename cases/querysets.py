"""The casussen of schools, as a person may see them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from students.access import Viewer


class EigenCasusQuerySet(models.QuerySet[Any]):
    """Own casussen, reached through the person who looks."""

    def visible_to(self, viewer: "Viewer", scholen: set[UUID]) -> "EigenCasusQuerySet":
        """Those of these schools; a withdrawn one only its maker still opens."""
        lives = Q(ingetrokken_op__isnull=True)
        return self.filter(lives | Q(gemaakt_door=viewer.user.pk), school__in=scholen)
