"""What somebody says of a day, worked out to hours made, missed and allowed to be absent. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from stageplekken.enums.uren import GEMIST, DagSoort
from stageplekken.uren.projection import NUL


@dataclass(frozen=True)
class Invoer:
    """What a day was: the kind, and hours made, missed, and allowed to be absent."""

    soort: str
    gemaakt: Decimal = NUL
    gemist: Decimal = NUL
    vrij: Decimal = NUL


def whole_day(gepland: Decimal) -> Invoer:
    """Every planned hour was made."""
    return Invoer(DagSoort.GEMAAKT, gemaakt=gepland)


def part_of_day(gepland: Decimal, gemaakt: Decimal, waarom: str) -> Invoer:
    """Some hours were made; the rest of what was planned is missed or allowed, by the kind `waarom`."""
    rest = max(gepland - gemaakt, NUL)
    if not rest or not waarom:
        return Invoer(DagSoort.GEMAAKT, gemaakt=gemaakt)
    missed, allowed = (rest, NUL) if waarom in GEMIST else (NUL, rest)
    return Invoer(waarom, gemaakt, missed, allowed)


def day_off(gepland: Decimal, waarom: str) -> Invoer:
    """Nothing was made; what was planned is missed or allowed, by the kind `waarom`."""
    return part_of_day(gepland, NUL, waarom) if gepland else Invoer(waarom)
