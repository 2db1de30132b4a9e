"""The words of a signaal and of the end of a stage (docs/glossary.md)."""

from django.db import models


class SignaalSoort(models.TextChoices):
    """What there is: three that ask for an answer, and a compliment."""

    NIET_GEKOMEN = "niet_gekomen", "Niet gekomen"
    TE_LAAT = "te_laat", "Te laat"
    ZORGEN = "zorgen", "Ik maak me zorgen"
    GAAT_GOED = "gaat_goed", "Het gaat goed"


class SignaalStatus(models.TextChoices):
    """From sent to closed; the sender sees each step, with who and when."""

    NIEUW = "nieuw", "nog niet gezien"
    GEZIEN = "gezien", "gezien"
    OPGEPAKT = "opgepakt", "opgepakt"
    TERUGGEMELD = "teruggemeld", "teruggemeld"
    AFGESLOTEN = "afgesloten", "afgesloten"
    TERUGGENOMEN = "teruggenomen", "teruggenomen"


S = SignaalStatus
# With these nobody has anything to do any more.
KLAAR = (S.AFGESLOTEN, S.TERUGGENOMEN)
# Which state may follow which. What is picked up or answered was seen: the action writes that step too.
SIGNAAL_MOVES: dict[str, frozenset[str]] = {
    S.NIEUW: frozenset({S.GEZIEN, S.TERUGGENOMEN}),
    S.GEZIEN: frozenset({S.OPGEPAKT, S.TERUGGEMELD, S.AFGESLOTEN, S.TERUGGENOMEN}),
    S.OPGEPAKT: frozenset({S.TERUGGEMELD, S.AFGESLOTEN}),
    S.TERUGGEMELD: frozenset({S.AFGESLOTEN}),
    S.AFGESLOTEN: frozenset(),
    S.TERUGGENOMEN: frozenset(),
}


class Delen(models.TextChoices):
    """What of the reason for an end the leerbedrijf hears; the student decides."""

    WOORDEN = "woorden", "Ja, deze woorden"
    NIETS = "niets", "Nee, de student wil niets delen"
    NIET_GESPROKEN = "niet_gesproken", "Dat heb ik nog niet kunnen vragen"


class TerugmeldWijze(models.TextChoices):
    """How the leerbedrijf was told."""

    GEBELD = "gebeld", "Gebeld"
    LANGS = "langs", "Langs geweest"
    MAIL = "mail", "Gemaild"
    APP = "app", "Geappt"
