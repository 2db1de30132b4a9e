"""Filters of the hours: numbers, days and weeks in words."""

from decimal import Decimal
from fractions import Fraction

from django import template

from stageplekken.enums.uren import WeekStatus
from stageplekken.uren.boek import Week
from stageplekken.uren.words import Uren, say_stand, say_uren

register = template.Library()


@register.filter
def uren(value: Decimal | Fraction) -> str:
    """Hours as people write them: 7,5."""
    return say_uren(value)


@register.filter
def dagstand(value: Uren) -> str:
    """What a day was: "5 uur gemaakt, 3 uur te laat"."""
    return say_stand(value)


@register.filter
def weekstand(week: Week) -> str:
    """Where a week stands: "akkoord van Melissa Brouwer", "teruggegeven", "ingevuld"."""
    if week.status == WeekStatus.AKKOORD and week.akkoord_naam:
        return f"akkoord van {week.akkoord_naam}"
    return str(WeekStatus(week.status).label)
