"""The words of the three talks of a stage, and which state may follow which."""

from django.db import models


class TalkSoort(models.TextChoices):
    """The three talks, in order of the stage."""

    START = "start", "Startgesprek"
    TUSSEN = "tussen", "Tussenevaluatie"
    EIND = "eind", "Eindevaluatie"

    @property
    def vorige(self) -> tuple[str, ...]:
        """The kinds before this one, nearest first."""
        order = list(type(self))
        return tuple(reversed(order[: order.index(self)]))


class TalkStatus(models.TextChoices):
    """Where a talk is. Each own view becomes klaar by itself; the talk follows."""

    GEPLAND = "gepland", "Gepland"
    INVULLEN = "invullen", "Jullie vullen in"
    KLAAR = "klaar", "Klaar om te bespreken"
    BESPROKEN = "besproken", "Besproken"
    VAST = "vast", "Vast"


T = TalkStatus
# A view that is opened again brings the talk back; a fixed one opens only by a new ronde.
TALK_MOVES: dict[str, frozenset[str]] = {
    T.GEPLAND: frozenset({T.INVULLEN}),
    T.INVULLEN: frozenset({T.KLAAR, T.BESPROKEN}),
    T.KLAAR: frozenset({T.INVULLEN, T.BESPROKEN}),
    T.BESPROKEN: frozenset({T.INVULLEN, T.VAST}),
    T.VAST: frozenset({T.INVULLEN, T.BESPROKEN}),
}


class Kant(models.TextChoices):
    """The three sides of a stage, and what they write down together."""

    STUDENT = "student", "student"
    PRAKTIJK = "praktijk", "praktijkbegeleider"
    MENTOR = "mentor", "mentor"
    SAMEN = "samen", "samen"


# The sides with a view and an akkoord of their own.
KANTEN = (Kant.STUDENT, Kant.PRAKTIJK, Kant.MENTOR)


class Stand(models.TextChoices):
    """How a skill or a werkproces goes, in words; never a number."""

    OEFENEN = "oefenen", "Oefenen"
    VOLDOENDE = "voldoende", "Voldoende"
    GOED = "goed", "Goed"
    NIET_AAN_BOD = "niet-aan-bod", "Niet aan bod"


# The steps of growth; "niet aan bod" says nothing about growth.
GROEI = (Stand.OEFENEN, Stand.VOLDOENDE, Stand.GOED)
