"""Tags of the pages of this room: days, names and layers in words."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from collaboration.models import Samenwerking
from collaboration.rules.rol import handles_klas
from collaboration.rules.samen import other_side, side_of
from collaboration.words import gesprek as words
from kern.templatetags.kansrijk import badge
from students.access import Item
from students.enums import Laag, Soort
from students.models import Klas, Student
from students.queries import short_name_only

register = template.Library()

LAAG_ICONS = {
    Laag.WERKAANTEKENING: "lock-simple",
    Laag.ZORG: "hand-heart",
    Laag.BEGELEIDING: "users-three",
    Laag.STAGE: "handshake",
}

register.filter("dagwoord", words.say_near)
register.filter("vervalt", words.say_due)
register.filter("gebleven", words.where_stopped)


@register.filter
def aantal(number: int, forms: str) -> str:
    """A number with its word: `{{ rows|length|aantal:"student,studenten" }}`."""
    one, more = forms.split(",")
    return words.count(number, one, more)


@register.filter
def aantal_kop(number: int, forms: str) -> str:
    """The same at the start of a sentence: "Drie studenten", and as Dutch wants it "Eén student"."""
    said = aantal(number, forms)
    return said.replace("één", "Eén", 1) if number == 1 else said[:1].upper() + said[1:]


@register.filter
def laag_icon(laag: str) -> str:
    """The icon that repeats what a layer says in words."""
    return LAAG_ICONS[Laag(laag)]


@register.simple_tag
def laag_badge(laag: str) -> SafeString:
    """Who may read a text, as icon and words."""
    return badge("", LAAG_ICONS[Laag(laag)], Laag(laag).label)


@register.simple_tag(takes_context=True)
def student_naam(context: template.Context, student: Student) -> str:
    """The name of a student as far as the one who looks knows it: full, or the first name."""
    return student.voornaam if short_name_only(context["viewer"], student) else student.naam


@register.simple_tag(takes_context=True)
def geeft_over(context: template.Context, klas: Klas) -> bool:
    """Whether the one who looks can hand over a role in this klas."""
    return handles_klas(context["viewer"], klas)


@register.simple_tag(takes_context=True)
def regie(context: template.Context, student: Student) -> SafeString | str:
    """Who has the regie now, for who may know; nothing for anyone else."""
    if not context["viewer"].may("lees", student, Item(Soort.REGIE)):
        return ""
    return badge("zon", "flag-banner", f"{student.regie_houder.naam} heeft nu de regie")


@register.simple_tag(takes_context=True)
def ronde_kanten(context: template.Context, ronde: Samenwerking) -> dict[str, Any]:
    """The two sides of a round as the one who looks sees them: `mijn` and `ander`."""
    me = context["viewer"].user.pk
    return {"mijn": side_of(ronde, me), "ander": other_side(ronde, me)}
