"""The nine uitstroomprofielen of the Entree, as data (kwalificatiedossier 23301; source in the file)."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from django.conf import settings

GROEPEN = ("techniek", "zorg-kantoor", "horeca", "groen", "winkel")


@dataclass(frozen=True)
class Werkproces:
    """One werkproces of a kerntaak, e.g. P5-K1-W2."""

    code: str
    titel: str


@dataclass(frozen=True)
class Kerntaak:
    """One kerntaak with its werkprocessen."""

    code: str
    titel: str
    werkprocessen: tuple[Werkproces, ...]


@dataclass(frozen=True)
class Profiel:
    """A uitstroomprofiel: its crebo, names, group of example phrases, and kerntaken (the basis first)."""

    crebo: str
    naam: str
    kort: str
    groep: str
    kerntaken: tuple[Kerntaak, ...]


def _kerntaak(data: dict[str, Any]) -> Kerntaak:
    processes = tuple(Werkproces(code=w["code"], titel=w["titel"]) for w in data["werkprocessen"])
    return Kerntaak(code=data["code"], titel=data["titel"], werkprocessen=processes)


@cache
def profielen() -> dict[str, Profiel]:
    """All profielen by crebo, in order of crebo. Raises KeyError or ValueError where the file is wrong."""
    data = yaml.safe_load((settings.CONTENT_DIR / "profielen.yaml").read_text())
    basis = _kerntaak(data["basis"])
    found: dict[str, Profiel] = {}
    for row in sorted(data["profielen"], key=lambda row: row["crebo"]):
        if row["groep"] not in GROEPEN:
            raise ValueError(f"profielen.yaml: groep {row['groep']!r} van {row['crebo']} bestaat niet")
        kerntaken = (basis, *(_kerntaak(kerntaak) for kerntaak in row["kerntaken"]))
        found[row["crebo"]] = Profiel(row["crebo"], row["naam"], row["kort"], row["groep"], kerntaken)
    return found
