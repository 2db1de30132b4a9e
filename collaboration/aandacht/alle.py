"""Every rule, each a module with ROLLEN and punten(blik)."""

from collections.abc import Callable
from dataclasses import dataclass

from collaboration.aandacht import (
    achter,
    afspraak,
    escalatie,
    gemist,
    informeren,
    signaal,
    stilte,
    stilte_stage,
    talk,
    terugmelding,
)
from collaboration.aandacht.blik import Blik
from collaboration.aandacht.punt import Punt
from students.enums import Rol


@dataclass(frozen=True)
class Bouwsteen:
    """A rule: for whose first screen, and what it finds."""

    rollen: frozenset[Rol]
    punten: Callable[[Blik], list[Punt]]


BOUWSTENEN = tuple(
    Bouwsteen(rule.ROLLEN, rule.punten)
    for rule in (
        stilte,
        stilte_stage,
        signaal,
        terugmelding,
        gemist,
        achter,
        escalatie,
        informeren,
        talk,
        afspraak,
    )
)
