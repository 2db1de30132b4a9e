"""Whether parents get an overview of presence and progress, by the age of the student (docs/zorg.md)."""

import re
from datetime import date
from enum import StrEnum

from students.access import Answer, Viewer, no
from students.enums import Rol, ToestemmingStatus
from students.leeftijd import EIGEN_BESLUIT, MEERDERJARIG, age
from students.models import Student, Toestemming

# Who a consent names: parents, or who stands in their place. One that leaves somebody out ("niet mijn vader") is read
# by a person, not by these words.
OUDERS = re.compile(
    r"\b(?:(?:pleeg|stief)?(?:ouders?|vader|moeder)|papa|mama|pa|ma|verzorgers?|voogd)\b", re.IGNORECASE
)
BUITEN = re.compile(r"\b(?:niet|geen|behalve|zonder|maar)\b", re.IGNORECASE)
# What the mentor writes to ask it, so that it names them.
AAN_OUDERS = "mijn ouders"


class Voorwaarde(StrEnum):
    """What has to be there before parents get something."""

    GEEN = "geen"  # under sixteen: a parent decides along
    VERTELD = "verteld"  # sixteen and seventeen: the student was told first
    TOESTEMMING = (
        "toestemming"  # from eighteen, and where the age is not known: a consent for parents that runs
    )


def may_print(viewer: Viewer, student: Student) -> Answer:
    """Whether this person makes an overview for parents: the mentor."""
    if any(link.rol is Rol.MENTOR for link in viewer.links(student)):
        return Answer(True, Rol.MENTOR)
    return no("Een overzicht voor ouders maakt de mentor. Vraag het aan de mentor.")


def condition(student: Student, on: date) -> Voorwaarde:
    """What has to be there for this student on this day."""
    years = age(student, on)
    if years is None or years >= MEERDERJARIG:
        return Voorwaarde.TOESTEMMING
    return Voorwaarde.VERTELD if years >= EIGEN_BESLUIT else Voorwaarde.GEEN


def names_parents(toestemming: Toestemming) -> bool:
    """Whether a consent is about what parents get to know: its "wie" names them, and leaves nobody out."""
    return bool(OUDERS.search(toestemming.wie)) and not BUITEN.search(toestemming.wie)


def allowed(student: Student, on: date, *, verteld: bool, toestemming: Toestemming | None) -> Answer:
    """Whether that is there; if not, the reason."""
    asked = condition(student, on)
    if asked is Voorwaarde.GEEN or (asked is Voorwaarde.VERTELD and verteld):
        return Answer(True, Rol.MENTOR)
    if asked is Voorwaarde.VERTELD:
        why = "Vertel het eerst aan de student. Vanaf 16 jaar beslist de student zelf."
        return no(why)
    if toestemming is not None and toestemming.student_id == student.pk:
        if not names_parents(toestemming):
            why = f"Deze toestemming gaat niet over ouders. Vraag er een met “{AAN_OUDERS}” bij wie."
            return no(why)
        if toestemming.stand(on) == ToestemmingStatus.GEGEVEN:
            return Answer(True, Rol.MENTOR)
    why = "Vanaf 18 jaar mag dit alleen met toestemming van de student. Vraag die eerst."
    if age(student, on) is None:
        why = "De geboortedatum staat er nog niet. Daarom is toestemming van de student nodig."
    return no(why)
