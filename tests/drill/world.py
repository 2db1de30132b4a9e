"""Who and what the drill types in: gesprekken of two begeleiders about one student, and their text fields."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from begeleiders.models import User
from checklists.nodes import STUDENT
from collaboration.models import Gesprek
from tests import acts
from tests.cast import Cast, build_cast


@dataclass(frozen=True)
class Place:
    """One text field of a gesprek: its invulling, its page, its name."""

    gesprek: Gesprek
    url: str
    veld: str


@cache
def the_cast() -> Cast:
    """The cast of the tests, made once."""
    return build_cast()


def gesprek_of(harold: User, soraya: User, cast: Cast) -> Gesprek:
    """A fresh gesprek that both may work in."""
    return acts.concept(harold, cast.marije, acts.B, voerders=(soraya.pk,))


def places_in(gesprek: Gesprek) -> list[Place]:
    """The text fields of the steps that everybody shares."""
    assert gesprek.invulling is not None
    tree = gesprek.invulling.versie.instrument
    student = {veld.code for veld in tree.velden(STUDENT)}
    return [
        Place(gesprek, reverse("gesprek_stap", args=[gesprek.pk, stap.code]), veld.code)
        for stap in tree.stappen
        for veld in tree.velden(stap.code)
        if veld.soort == "tekst" and not veld.eigen and veld.code not in student
    ]
