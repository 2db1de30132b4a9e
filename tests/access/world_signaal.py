"""Signalen, stages and an ended stage in the world of the access tests, with their addresses and forms."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests.acts_signaal import moved, signaal
from tests.acts_stage import SHARED, ended, stage
from tests.factories import days

if TYPE_CHECKING:
    from tests.access.world import World

# Who sent it, about whom, and what.
SIGNALEN = {
    "zorgen": ("praktijk", "marije", "zorgen"),
    "compliment": ("praktijk", "marije", "gaat_goed"),
    "peer": ("peercoach", "marije", "zorgen"),
    "klaar": ("praktijk", "marije", "te_laat"),
    "ander_klas": ("mentor_klas", "milan", "zorgen"),
    "ander_school": ("praktijk_school", "lotte", "niet_gekomen"),
}


def word(name: str) -> str:
    """The word that stands in one text of this part of the world and nowhere else."""
    return f"Zq{name.replace('_', '').replace(' ', '')}qz"


def build(world: "World") -> dict[str, UUID]:
    """Everything by the name that the tables use."""
    found: dict[str, UUID] = {}
    rows = {
        name: signaal(world.viewer(by), world.students[about], kind, word(f"bericht {name}"))
        for name, (by, about, kind) in SIGNALEN.items()
    }
    moved(world.people["mentor"], rows["klaar"], "gezien", "opgepakt", "teruggemeld", "afgesloten")
    found |= {f"signaal {name}": row.pk for name, row in rows.items()}
    cast, people = world.cast, world.people
    found |= {"stage loopt": cast.stage_marije.pk, "stage ander_school": cast.stage_lotte.pk}
    new = stage(people["mentor_klas"], cast.milan, cast.stage_sanna.stageplek_id)
    over = stage(people["mentor"], cast.marije, cast.stage_sanna.stageplek_id)
    words = {"reden": word("reden"), "woorden": word("woorden")}
    ended(people["mentor"], over, "gestopt", **(SHARED | words))
    return found | {"stage ander_klas": new.pk, "stage klaar": over.pk}


def key(world: "World", kind: str, name: str) -> UUID:
    """The id of an object, or one that nothing has."""
    return world.signaal.get(f"{kind} {name}") or uuid4()


ARGS: dict[str, Callable[["World", str], list[Any]]] = {
    "signaal_nieuw stage_nieuw": lambda w, name: [w.students[name].pk],
    "signaal signaal_gezien signaal_oppakken signaal_terugmelden signaal_afsluiten": lambda w, name: [
        key(w, "signaal", name)
    ],
    "stage stage_aanpassen stage_pauze stage_pok stage_stap stage_einde stage_woorden stage_terugmelding": (
        lambda w, name: [key(w, "stage", name)]
    ),
    "stage_pauze_weg": lambda w, name: [key(w, "stage", name), 0],
    "gesprek_overdragen": lambda w, name: [w.gesprekken[name].pk],
}
OPZET = {"uren": "160", "uren_0": "8"}
BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    "signaal_nieuw": lambda: {"soort": "zorgen"},
    "signaal_oppakken": lambda: {"aanpak": "Ik bel vandaag nog"},
    "signaal_terugmelden": lambda: {"terugmelding": "We spraken elkaar"},
    "signaal_afsluiten": lambda: {"reden": "Al gebeld"},
    "stage_nieuw": lambda: OPZET | {
        "plek": "nieuw", "bedrijf": "Fietswerk Van Dam", "plaats": "Rivierstad", "leerbedrijf_id": "100000777",
        "titel": "Werkplaats", "status": "afgesproken", "begin": days(1), "einde": days(90),
    },
    "stage_aanpassen": lambda: OPZET | {"begin": days(-30), "einde": days(90), "vanaf": days(1)},
    "stage_pauze": lambda: {"begin": days(1), "einde": days(2)},
    "stage_pok": lambda: {"partij": "school", "naam": "Harold Vermeer", "dag": days(-1)},
    "stage_stap": lambda: {"naar": "gezocht"},
    "stage_einde": lambda: {
        "hoe": "gestopt", "laatste_dag": days(0), "reden": "Het past niet", "delen": "niets",
    },
    "stage_woorden": lambda: {"delen": "niets"},
    "stage_terugmelding": lambda: {"wijze": "gebeld", "tekst": "De stage is gestopt"},
    "gesprek_overdragen": lambda: {"aan": str(uuid4())},
}  # fmt: skip
