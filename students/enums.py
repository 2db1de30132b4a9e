"""The words of access: roles, layers and kinds of information (docs/access.md)."""

from django.db import models


class Rol(models.TextChoices):
    """A role of a person around a student; each for a scope and a period."""

    MENTOR = "mentor", "mentor"
    KAWER = "kawer", "KAW-er"
    PRAKTIJKBEGELEIDER = "praktijkbegeleider", "praktijkbegeleider"
    PEERCOACH = "peercoach", "peercoach"
    ZORGMEDEWERKER = "zorgmedewerker", "zorgmedewerker"
    ZORGCOORDINATOR = "zorgcoordinator", "zorgcoördinator"
    STUDENT = "student", "student"
    BEHEERDER = "beheerder", "beheerder"


KLAS_ROLLEN = (Rol.MENTOR, Rol.KAWER)
TEAM_ROLLEN = (Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH, Rol.ZORGMEDEWERKER)
SCHOOL_ROLLEN = (Rol.ZORGCOORDINATOR, Rol.BEHEERDER)


class Laag(models.TextChoices):
    """Who may read a text, from narrow to wide."""

    WERKAANTEKENING = "werkaantekening", "Alleen ik (werkaantekening)"
    ZORG = "zorg", "Het zorgteam"
    BEGELEIDING = "begeleiding", "Het team van school en de student"
    STAGE = "stage", "School, student en stage"

    @property
    def breedte(self) -> int:
        """How wide the layer is: 0 (author only) to 3 (all three sides of a stage)."""
        return list(type(self)).index(self)


class Soort(models.TextChoices):
    """A kind of information: a row of the access table."""

    PERSONALIA = "personalia", "naam, klas, leerweg en opleiding"
    CONTACT = "contact", "telefoon, e-mail en geboortedatum"
    STAGE = "stage", "stage"
    EERDERE_STAGE = "eerdere_stage", "eerdere stages"
    GESPREK = "gesprek", "gesprekken en contactpogingen"
    AFSPRAAK = "afspraak", "afspraken"
    SIGNAAL = "signaal", "signalen"
    COMPLIMENT = "compliment", "complimenten"
    ESCALATIE = "escalatie", "een aanvraag bij het zorgteam"
    ESCALATIE_STATUS = "escalatie_status", "hoe het met een aanvraag staat"
    SAMENWERKING = "samenwerking", "de Checklist Samenwerking"
    TOESTEMMING = "toestemming", "toestemming en grond"
    REGIE = "regie", "wie de regie heeft"
    TEAM = "team", "wie is wie"
    HANDLEIDING = "handleiding", "de handleiding"
    GEDEELD_BEELD = "gedeeld_beeld", "het gedeelde beeld"
    LEEFGEBIEDEN = "leefgebieden", "de leefgebieden"
    DOEL = "doel", "doelen"
    SUCCES = "succes", "successen"
    NETWERK = "netwerk", "het netwerk"
    INGEZIEN = "ingezien", "wie er gekeken heeft"


class Leerweg(models.TextChoices):
    """The two ways of learning in the mbo."""

    BOL = "BOL", "BOL (school met stage)"
    BBL = "BBL", "BBL (werken en leren)"


class ToestemmingStatus(models.TextChoices):
    """Asked, given, taken back or run out."""

    GEVRAAGD = "gevraagd", "gevraagd"
    GEGEVEN = "gegeven", "gegeven"
    INGETROKKEN = "ingetrokken", "ingetrokken"
    VERLOPEN = "verlopen", "verlopen"


class Grondslag(models.TextChoices):
    """On which ground something is shared (AVG, artikel 6); consent is a record of its own."""

    TAAK = "taak", "De taak van de school"
    WETTELIJKE_PLICHT = "wettelijke_plicht", "Een wettelijke plicht"
    VITAAL_BELANG = "vitaal_belang", "Een vitaal belang: er is gevaar"


class Begeleidingsdoel(models.TextChoices):
    """The three goals of guidance (handreiking, paragraaf 2.2)."""

    PERSOONLIJK = "persoonlijk", "Persoonlijke problematiek"
    LOOPBAAN = "loopbaan", "Loopbaanoriëntatie en loopbaanvaardigheden"
    VAKOVERSTIJGEND = "vakoverstijgend", "Vakoverstijgende taken"


class DoelStatus(models.TextChoices):
    """A doel that was stopped says "nog niet"; it can be taken up again."""

    OPEN = "open", "bezig"
    GEHAALD = "gehaald", "gelukt"
    GESTOPT = "gestopt", "nog niet"


class StapStatus(models.TextChoices):
    """A step that was too big stays, with the smaller ones in its place."""

    OPEN = "open", "nog niet"
    GEHAALD = "gehaald", "gelukt"
    GESPLITST = "gesplitst", "te groot, in stukjes"


class Hulp(models.TextChoices):
    """The ladder of support, from much to little: somebody shows it, together, alone, alone and looked over after."""

    VOORDOEN = "voordoen", "Iemand doet het voor"
    SAMEN = "samen", "We doen het samen"
    ZELF = "zelf", "Ik doe het zelf, met iemand erbij"
    NAKIJKEN = "nakijken", "Ik doe het zelf, iemand kijkt het na"


class SuccesSoort(models.TextChoices):
    """Where a success comes from."""

    STAP = "stap", "Een stap gehaald"
    COMPLIMENT = "compliment", "Een compliment"
    UREN = "uren", "Geen stagedag gemist"
    EVALUATIE = "evaluatie", "Beter dan de vorige keer"
    ZELF = "zelf", "Opgeschreven"
