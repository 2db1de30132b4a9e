"""The words of the hours of a stage (docs/uren.md)."""

from django.db import models


class DagSoort(models.TextChoices):
    """What a stage day was: made, missed (four reasons), or absent as was allowed (two)."""

    GEMAAKT = "gemaakt", "gemaakt"
    ZIEK_GEMELD = "ziek_gemeld", "ziek gemeld"
    AFGEMELD = "afgemeld", "afgemeld"
    TE_LAAT = "te_laat", "te laat"
    NIET_GEMELD = "niet_gemeld", "niet gemeld"
    VRIJ = "vrij", "vrij"
    GESLOTEN = "gesloten", "gesloten"


GEMIST = frozenset({DagSoort.ZIEK_GEMELD, DagSoort.AFGEMELD, DagSoort.TE_LAAT, DagSoort.NIET_GEMELD})
TOEGESTAAN = frozenset({DagSoort.VRIJ, DagSoort.GESLOTEN})


class WeekStatus(models.TextChoices):
    """Where a week stands between who enters and the praktijkbegeleider."""

    LEEG = "leeg", "leeg"
    INGEVULD = "ingevuld", "ingevuld"
    AKKOORD = "akkoord", "akkoord"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven"


W = WeekStatus
# Which state may follow which. An akkoord is taken back by who gave it, so that something can still be mended.
WEEK_MOVES: dict[str, frozenset[str]] = {
    W.LEEG: frozenset({W.INGEVULD}),
    W.INGEVULD: frozenset({W.AKKOORD, W.TERUGGEGEVEN, W.LEEG}),
    W.TERUGGEGEVEN: frozenset({W.INGEVULD, W.AKKOORD, W.LEEG}),
    W.AKKOORD: frozenset({W.INGEVULD, W.TERUGGEGEVEN}),
}
