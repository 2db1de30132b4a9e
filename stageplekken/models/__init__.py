"""Leerbedrijf, stageplek and stage, with its hours and its talks."""

from stageplekken.models.plek import Leerbedrijf, Stageplek
from stageplekken.models.stage import Stage, StageOvergang, StagePauze, StageRooster

__all__ = ["Leerbedrijf", "Stage", "StageOvergang", "StagePauze", "StageRooster", "Stageplek"]
