"""Filling in alone: the same three actions for whatever somebody fills in for themselves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from checklists import actions as engine
from checklists.fields import Veld
from checklists.models import Botsing, Invulling
from checklists.values import Posted
from collaboration.actions.invullen import choose, leave_for, save_page
from students.access import Viewer


@dataclass(frozen=True)
class Eigen[Row]:
    """One kind of what is filled in alone.

    `open`: the own row, locked until the end of the transaction, and its answers; PermissionDenied where it can no
    longer be filled in. `log`: writes a line about it. `ingevuld`: that line, when answers were saved.
    """

    open: Callable[[Viewer, UUID], tuple[Row, Invulling]]
    log: Callable[[str, Viewer, Row], None]
    ingevuld: str


@transaction.atomic
def fill(
    *, by: Viewer, eigen: Eigen[Any], row_id: UUID, posted: Posted, fields: Iterable[Veld], deel: str
) -> engine.SaveResult:
    """Save what was touched on a page, and where this person is now."""
    row, invulling = eigen.open(by, row_id)
    result = save_page(by, invulling, posted, fields, deel)
    if result.saved or result.botsingen:
        eigen.log(eigen.ingevuld, by, row)
    return result


@transaction.atomic
def go_to(*, by: Viewer, eigen: Eigen[Any], row_id: UUID, deel: str) -> None:
    """Remember the page to which this person goes, for the other device."""
    _, invulling = eigen.open(by, row_id)
    leave_for(by, invulling, deel)


@transaction.atomic
def resolve(*, by: Viewer, eigen: Eigen[Any], row_id: UUID, botsing: Botsing, keuze: str, gezien: str) -> str:
    """Choose between two texts of one's own, from two devices. Raises Refused for a choice that does not exist."""
    row, _ = eigen.open(by, row_id)
    outcome = choose(by, botsing, keuze, gezien)
    if outcome == "gekozen":
        eigen.log("tekst gekozen", by, row)
    return outcome
