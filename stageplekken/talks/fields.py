"""Which fields of a part are asked, and which of them are still open."""

from collections.abc import Collection, Mapping
from typing import Any

from checklists.fields import Veld
from stageplekken.enums.talks import Kant
from stageplekken.models import StagegesprekDeel
from stageplekken.talks import content as talkcontent


def hidden(code: str, grenzen: Collection[str]) -> bool:
    """Whether this field belongs to a werkproces that is not possible here."""
    base = code.removesuffix(talkcontent.VOORBEELD).removesuffix(talkcontent.STAP)
    return base.upper() in grenzen


def fields_of(deel: StagegesprekDeel, grenzen: Collection[str]) -> list[Veld]:
    """The fields that this part asks, in the order of the page; `grenzen` are werkprocessen "hier niet mogelijk"."""
    velden = deel.invulling.versie.instrument.velden()
    return [veld for veld in velden if not hidden(veld.code, grenzen)]


def required(veld: Veld) -> bool:
    """Whether a part cannot be klaar without it: each skill and werkproces, and how it goes on."""
    return talkcontent.is_scale(veld.code) or veld.code == talkcontent.HOE_VERDER


def open_fields(deel: StagegesprekDeel, grenzen: Collection[str], values: Mapping[str, Any]) -> list[Veld]:
    """The questions that still need an answer before this part can be klaar."""
    if deel.kant == Kant.SAMEN:
        return []
    return [veld for veld in fields_of(deel, grenzen) if required(veld) and not values.get(veld.code)]
