"""Collegiale feedback as people do it: through the actions."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from begeleiders.models import User
from collaboration.actions import alleen, leidraad
from collaboration.models import CollegialeFeedback
from collaboration.queries.leidraad import offered
from students.access import Viewer
from tests.acts_samen import _viewer, form


def bring_in(
    by: User | Viewer,
    answers: Mapping[str, Any] | None = None,
    *,
    klaar: bool = False,
    sleutel: UUID | None = None,
) -> CollegialeFeedback:
    """A situation brought in, with answers."""
    who = _viewer(by)
    row = leidraad.begin(by=who, versie=offered()[0], sleutel=sleutel)
    if answers:
        tree = row.invulling.versie.instrument
        result = alleen.fill(
            by=who,
            eigen=leidraad.EIGEN,
            row_id=row.pk,
            posted=form(row.invulling, answers),
            fields=[tree.veld(code) for code in answers],
            deel=tree.stappen[0].code,
        )
        assert result.ok, result
    return leidraad.done(by=who, row_id=row.pk) if klaar else row
