"""The words of aandacht: which rules there are (docs/aandacht.md)."""

from django.db import models


class Regel(models.TextChoices):
    """A reason to look at a student first, in the order of the list: silence, a question, then hours and afspraken."""

    STILTE = "stilte", "Stil"
    STILTE_STAGE = "stilte-stage", "Stagedagen niet ingevuld"
    SIGNAAL = "signaal", "Signaal nog niet gezien"
    TERUGMELDING = "terugmelding", "Terugmelding aan het leerbedrijf"
    GEMIST = "gemist", "Stagedagen gemist"
    ACHTER = "achter", "Einddatum schuift op"
    ESCALATIE = "escalatie", "Aanvraag nog niet opgepakt"
    INFORMEREN = "informeren", "Student nog niet verteld over de regie"
    TALK = "stagegesprek", "Stagegesprek nodig"
    AFSPRAAK = "afspraak", "Afspraak over de dag"
