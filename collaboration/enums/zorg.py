"""The words of escalatie and regie (docs/zorg.md); on screen an escalatie is an "aanvraag"."""

from django.db import models


class Urgentie(models.TextChoices):
    """How long a request can wait. Acute danger is no choice here: that asks for a telephone, not for a form."""

    VANDAAG = "vandaag", "Vandaag"
    DEZE_WEEK = "deze_week", "Deze week"
    KAN_WACHTEN = "kan_wachten", "Kan wachten"


class EscalatieStatus(models.TextChoices):
    """From the mentor to the zorgteam, and back."""

    AANGEMELD = "aangemeld", "Nieuw"
    IN_BEOORDELING = "in_beoordeling", "Wordt bekeken"
    VRAAG = "vraag", "Vraag gesteld"
    INTERN = "intern", "Hulp van het zorgteam"
    EXTERN = "extern", "Hulp van buiten school"
    ADVIES = "advies", "Terug met advies"
    AFGESLOTEN = "afgesloten", "Afgerond"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


_E = EscalatieStatus
BESLUITEN = (_E.INTERN, _E.EXTERN, _E.ADVIES)
KLAAR = (_E.AFGESLOTEN, _E.INGETROKKEN)
LOPEND = tuple(status for status in _E if status not in KLAAR)
# Which state may follow which. A decision may be taken again: help that does not fit becomes other help.
ESCALATIE_MOVES: dict[str, frozenset[str]] = {
    _E.AANGEMELD: frozenset({_E.IN_BEOORDELING, _E.INGETROKKEN}),
    _E.IN_BEOORDELING: frozenset({_E.AANGEMELD, _E.VRAAG, *BESLUITEN, _E.INGETROKKEN}),
    _E.VRAAG: frozenset({_E.IN_BEOORDELING, _E.AANGEMELD, *BESLUITEN, _E.INGETROKKEN}),
    _E.INTERN: frozenset({_E.EXTERN, _E.ADVIES, _E.AFGESLOTEN, _E.INGETROKKEN}),
    _E.EXTERN: frozenset({_E.INTERN, _E.ADVIES, _E.AFGESLOTEN, _E.INGETROKKEN}),
    _E.ADVIES: frozenset({_E.INTERN, _E.EXTERN, _E.AFGESLOTEN, _E.INGETROKKEN}),
    _E.AFGESLOTEN: frozenset({_E.IN_BEOORDELING}),
    _E.INGETROKKEN: frozenset(),
}


class BerichtSoort(models.TextChoices):
    """What is said within a request: a question, its answer, and what the team gets to hear."""

    VRAAG = "vraag", "Vraag"
    ANTWOORD = "antwoord", "Antwoord"
    TERUGKOPPELING = "terugkoppeling", "Terugkoppeling"


class AanbodStatus(models.TextChoices):
    """An offer of the regie; until it is accepted the regie stays where it was."""

    AANGEBODEN = "aangeboden", "aangeboden"
    AANVAARD = "aanvaard", "aanvaard"
    GEWEIGERD = "geweigerd", "niet aangenomen"
    INGETROKKEN = "ingetrokken", "ingetrokken"


_A = AanbodStatus
AANBOD_MOVES: dict[str, frozenset[str]] = {
    _A.AANGEBODEN: frozenset({_A.AANVAARD, _A.GEWEIGERD, _A.INGETROKKEN}),
    _A.AANVAARD: frozenset(),
    _A.GEWEIGERD: frozenset(),
    _A.INGETROKKEN: frozenset(),
}


class RegieHoe(models.TextChoices):
    """How the regie came to its holder."""

    AANVAARD = "aanvaard", "aangeboden en aangenomen"
    GENOMEN = "genomen", "overgenomen"
    TERUGGEVALLEN = "teruggevallen", "terug bij de mentor"
    MEEGEGEVEN = "meegegeven", "mee met de klas"
