"""The rules with numbers of a school: the defaults, and what a school sets for itself.

Days are school days (kern.schooldays) unless the name says otherwise.
"""

from dataclasses import dataclass, fields
from typing import Any

from begeleiders.models import School


@dataclass(frozen=True)
class Regels:
    """Every number that decides when something asks attention."""

    stilte_dagen: int = 5  # days without any sign of a student
    stilte_stagedagen: int = 3  # planned stage days without an entry
    stilte_zorg_maal: int = 2  # after so many times as long the zorgcoördinator hears that there is silence
    succes_weken: int = 3  # weeks in a row without a missed stage day, each with an akkoord
    gemist_op_rij: int = 2  # stage days in a row, whatever the reason
    achter_procent: int = 85  # hours made of the hours that should have been made
    afspraak_herinnering: int = 1
    afspraak_aandacht: int = 3
    signaal_herinnering: int = 1
    signaal_aandacht: int = 3
    terugmelding_dagen: int = 2
    escalatie_vandaag_uren: int = 2  # hours on the clock, for an escalatie that cannot wait until tomorrow
    escalatie_dagen: int = 1
    startgesprek_week: int = 2  # week of the stage
    eindevaluatie_dagen: int = 10  # before the planned end
    leefgebieden: int = 3
    inzage_na_escalatie: int = 30  # the zorgcoördinator reads on after an escalatie is closed
    stage_toegang_kalenderdagen: int = 14  # calendar days after the end of a stage
    student_informeren: int = 2


def regels_of(school: School) -> Regels:
    """The rules of one school; what it set for itself goes before the default. Unknown names are left out."""
    known = {field.name for field in fields(Regels)}
    own: dict[str, Any] = {key: value for key, value in (school.regels or {}).items() if key in known}
    return Regels(**own)
