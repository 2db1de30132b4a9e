"""Hours and weeks in words, for screen, table, drawing and paper alike."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from kern.dates import MONTHS
from stageplekken.enums.uren import DagSoort

KORTE_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
SOORT_WOORD = {
    DagSoort.GEMAAKT: "",
    DagSoort.ZIEK_GEMELD: "ziek gemeld",
    DagSoort.AFGEMELD: "afgemeld",
    DagSoort.TE_LAAT: "te laat",
    DagSoort.NIET_GEMELD: "niet gemeld",
    DagSoort.VRIJ: "vrij, dat mocht",
    DagSoort.GESLOTEN: "gesloten",
}


class Uren(Protocol):
    """Anything that says what a day was: a row, what was sent, an earlier stand."""

    @property
    def soort(self) -> str: ...
    @property
    def gemaakt(self) -> Decimal: ...
    @property
    def gemist(self) -> Decimal: ...
    @property
    def vrij(self) -> Decimal: ...


def say_uren(uren: Decimal | Fraction) -> str:
    """A number as people write it here: "8", "7,5"; a pace in tenths."""
    value = (
        round(Decimal(uren.numerator) / Decimal(uren.denominator), 1) if isinstance(uren, Fraction) else uren
    )
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def say_stand(stand: Uren) -> str:
    """What a day was: "8 uur gemaakt", "5 uur gemaakt, 3 uur te laat", "8 uur ziek gemeld", "niet gemeld"."""
    parts = [f"{say_uren(stand.gemaakt)} uur gemaakt"] if stand.gemaakt else []
    woord, weg = SOORT_WOORD[DagSoort(stand.soort)], stand.gemist or stand.vrij
    if woord:
        parts.append(f"{say_uren(weg)} uur {woord}" if weg else woord)
    return ", ".join(parts)


def say_som(gemaakt: Decimal, gemist: Decimal, vrij: Decimal, open_: Decimal) -> tuple[str, str]:
    """The sums of a week, in the bold part and the rest: ("16 uur gemaakt", ", 8 gemist, 8 vrij")."""
    rest = [
        f"{say_uren(uren)} {woord}"
        for uren, woord in ((gemist, "gemist"), (vrij, "vrij"), (open_, "open"))
        if uren
    ]
    return f"{say_uren(gemaakt)} uur gemaakt", "".join(f", {part}" for part in rest)


def say_dag_kort(dag: date, vandaag: date) -> str:
    """For example "26 mei", with the year where that is another one."""
    jaar = f" {dag.year}" if dag.year != vandaag.year else ""
    return f"{dag.day} {MONTHS[dag.month - 1]}{jaar}"


def say_list(words: Sequence[str]) -> str:
    """ "maandag, dinsdag en woensdag"."""
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
