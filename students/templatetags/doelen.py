"""Words of the pages about doelen: days in a small space, and who did something."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone

from kern.dates import day_of
from students.enums import Hulp, SuccesSoort
from students.forms.doel import VOOR_STUDENT
from students.models import Doel, Succes
from students.trap import say_short

register = template.Library()
ICONS = {
    SuccesSoort.STAP: "footprints",
    SuccesSoort.COMPLIMENT: "thumbs-up",
    SuccesSoort.UREN: "calendar-check",
    SuccesSoort.EVALUATIE: "trend-up",
    SuccesSoort.ZELF: "star-fill",
}


@register.filter
def kort(value: date | datetime | None) -> str:
    """A day in a small space: "vandaag", "19 januari"."""
    return say_short(day_of(value), timezone.localdate()) if value else ""


@register.filter
def gaat_over(doel: Doel, zelf: bool) -> str:
    """Which of the three begeleidingsdoelen, for a student in words of their own."""
    if zelf:
        return dict(VOOR_STUDENT)[doel.begeleidingsdoel]
    return str(doel.get_begeleidingsdoel_display())


@register.filter
def minder_hulp(hulp: str) -> str:
    """The next rung of the ladder, with less help; empty at the end."""
    return _rung(hulp, 1)


@register.filter
def meer_hulp(hulp: str) -> str:
    """The rung before, with more help; empty at the start."""
    return _rung(hulp, -1)


def _rung(hulp: str, steps: int) -> str:
    ladder = Hulp.values
    there = ladder.index(hulp) + steps
    return ladder[there] if 0 <= there < len(ladder) else ""


@register.simple_tag(takes_context=True)
def wie_zag(context: template.Context, succes: Succes, *, zelf: bool = False, buiten: bool = False) -> str:
    """Who saw it: "opgeschreven door Harold Vermeer"; empty where it was found in hours or a talk.

    From outside the school one reads of no colleague: that could be somebody of the zorgteam.
    """
    mine = succes.auteur_id == context["request"].user.pk
    if succes.auteur is None or (buiten and not mine):
        return ""
    name: Any = "jou" if mine else succes.auteur.voornaam if zelf else succes.auteur.naam
    said = {SuccesSoort.COMPLIMENT: "compliment van", SuccesSoort.ZELF: "opgeschreven door"}
    return f", {said.get(SuccesSoort(succes.soort), 'gezien door')} {name}"


@register.filter
def succes_icoon(succes: Succes) -> str:
    """The icon of a success, beside its words."""
    return ICONS[SuccesSoort(succes.soort)]
