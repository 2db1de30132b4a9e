"""The words of a stage (docs/glossary.md)."""

from django.db import models


class StageStatus(models.TextChoices):
    """From looking for a place to the end (BPV: matching, begeleiding, beoordeling)."""

    GEZOCHT = "gezocht", "gezocht"
    VOORSTEL = "voorstel", "voorstel"
    KENNISMAKING = "kennismaking", "kennismaking"
    AFGESPROKEN = "afgesproken", "afgesproken"
    POK_GETEKEND = "pok_getekend", "POK getekend"
    GESTART = "gestart", "gestart"
    NIET_VERSCHENEN = "niet_verschenen", "niet verschenen"
    LOPEND = "lopend", "lopend"
    AFGEROND = "afgerond", "afgerond"
    GESTOPT = "gestopt", "gestopt"


S = StageStatus
# Which state may follow which; a place can fall through at every moment before the start.
STAGE_MOVES: dict[str, frozenset[str]] = {
    S.GEZOCHT: frozenset({S.VOORSTEL, S.GESTOPT}),
    S.VOORSTEL: frozenset({S.KENNISMAKING, S.GEZOCHT, S.GESTOPT}),
    S.KENNISMAKING: frozenset({S.AFGESPROKEN, S.GEZOCHT, S.GESTOPT}),
    S.AFGESPROKEN: frozenset({S.POK_GETEKEND, S.GEZOCHT, S.GESTOPT}),
    S.POK_GETEKEND: frozenset({S.GESTART, S.NIET_VERSCHENEN, S.GESTOPT}),
    S.NIET_VERSCHENEN: frozenset({S.GESTART, S.GESTOPT}),
    S.GESTART: frozenset({S.LOPEND, S.GESTOPT}),
    S.LOPEND: frozenset({S.AFGEROND, S.GESTOPT}),
    S.AFGEROND: frozenset(),
    S.GESTOPT: frozenset(),
}
