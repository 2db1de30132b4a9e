"""The casussen that schools added, for the access tests; every text holds a word of its own."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from cases.actions import eigen
from cases.actions.eigen import Verhaal

if TYPE_CHECKING:
    from tests.access.world import World

# Each with its maker: one of the own school, one that was withdrawn, one of the other school.
MAKERS = {"noord": "mentor", "weg": "kawer", "zuid": "mentor_school"}
NOORD = "mentor kawer praktijk peercoach zorg zorgco zorg_ander peer_ander praktijk_ander mentor_klas"
ZUID = "mentor_school kawer_school praktijk_school zorgco_school"
READERS = {"noord": NOORD, "weg": "kawer", "zuid": ZUID}
FIELDS = ("titel", "samenvatting", "verhaal", "wat_zou_jij_doen", "keerpunt", "vragen")


def build(world: "World", word: Any) -> dict[str, UUID]:
    """Everything by name: "noord", "weg", "zuid"."""
    found: dict[str, UUID] = {}
    for name, maker in MAKERS.items():
        school = world.cast.zuid if name == "zuid" else world.cast.noord
        texts = {field: word(f"casus {field} {name}") for field in FIELDS}
        row = eigen.add(by=world.viewer(maker), school_id=school.pk, verhaal=Verhaal(**texts, bevestigd=True))
        found[name] = row.pk
    eigen.withdraw(by=world.viewer("kawer"), casus_id=found["weg"])
    return found


def readers() -> dict[str, str]:
    """Each word with the people who read it."""
    return {f"casus {field} {name}": who for name, who in READERS.items() for field in FIELDS}


def pages(world: "World") -> list[str]:
    """Every page that shows one of these words."""
    tails = ("", "casus.pdf", "aanpassen/", "?beeld=groot&blad=1")
    return [
        "/casussen/",
        *(f"/casussen/eigen/{pk}/{tail}" for pk in world.casussen.values() for tail in tails),
    ]
