"""Leerbedrijf, stageplek and stage, with its hours and its talks."""

from stageplekken.models.plek import Leerbedrijf, Stageplek
from stageplekken.models.pok import PokHandtekening, PokPartij
from stageplekken.models.stage import Stage, StageOvergang, StagePauze, StageRooster
from stageplekken.models.talks import (
    Stagegesprek,
    StagegesprekAkkoord,
    StagegesprekDeel,
    StagegesprekOvergang,
    StageplekGrens,
)
from stageplekken.models.uren import UrenDag, UrenDagVersie, UrenWeek, UrenWeekOvergang

__all__ = [
    "Leerbedrijf",
    "PokHandtekening",
    "PokPartij",
    "Stage",
    "StageOvergang",
    "StagePauze",
    "StageRooster",
    "Stagegesprek",
    "StagegesprekAkkoord",
    "StagegesprekDeel",
    "StagegesprekOvergang",
    "Stageplek",
    "StageplekGrens",
    "UrenDag",
    "UrenDagVersie",
    "UrenWeek",
    "UrenWeekOvergang",
]
