"""The words of gesprek, afspraak and contactpoging (docs/glossary.md)."""

from django.db import models


class GesprekStatus(models.TextChoices):
    """Concept is its makers'; vastgelegd is never edited again."""

    CONCEPT = "concept", "concept"
    VASTGELEGD = "vastgelegd", "vastgelegd"
    GECORRIGEERD = "gecorrigeerd", "vervangen door een nieuwe versie"
    INGETROKKEN = "ingetrokken", "ingetrokken"


# Which state may follow which; a correction replaces the old one when the new one is vastgelegd.
GESPREK_MOVES: dict[str, frozenset[str]] = {
    GesprekStatus.CONCEPT: frozenset({GesprekStatus.VASTGELEGD, GesprekStatus.INGETROKKEN}),
    GesprekStatus.VASTGELEGD: frozenset({GesprekStatus.GECORRIGEERD, GesprekStatus.INGETROKKEN}),
    GesprekStatus.GECORRIGEERD: frozenset({GesprekStatus.INGETROKKEN}),  # with the version that replaced it
    GesprekStatus.INGETROKKEN: frozenset(),
}


class Wijze(models.TextChoices):
    """How people spoke."""

    SCHOOL = "school", "Op school"
    STAGE = "stage", "Op de stage"
    TELEFOON = "telefoon", "Aan de telefoon"
    APP = "app", "Via de app"
    VIDEO = "video", "Met beeldbellen"
    HUISBEZOEK = "huisbezoek", "Bij de student thuis"


class GesprekSoort(models.TextChoices):
    """What kind of gesprek it was."""

    VOORTGANG = "voortgang", "Voortgang"
    MOEILIJK = "moeilijk", "Moeilijke boodschap"
    KENNISMAKING = "kennismaking", "Kennismaking"
    DRIEGESPREK = "driegesprek", "Driegesprek"
    CONTACT = "contact", "Bellen of appen"
    TUSSENDOOR = "tussendoor", "Tussendoor"


class Onderwerp(models.TextChoices):
    """What it was about: the eight vakoverstijgende vaardigheden, and four wider ones."""

    OP_TIJD = "op_tijd", "Op tijd komen"
    AFSPRAKEN = "afspraken", "Afspraken nakomen"
    ZIEK_MELDEN = "ziek_melden", "Ziek melden"
    GROETEN = "groeten", "Groeten"
    SAMENWERKEN = "samenwerken", "Samenwerken"
    INITIATIEF = "initiatief", "Initiatief nemen"
    FEEDBACK = "feedback", "Feedback krijgen en geven"
    DIGITAAL = "digitaal", "Digitale hulpmiddelen"
    WERK = "werk", "Het werk zelf"
    GEDRAG = "gedrag", "Gedrag"
    PERSOONLIJK = "persoonlijk", "Persoonlijk"
    ANDERS = "anders", "Iets anders"


class AfspraakStatus(models.TextChoices):
    """Never "gefaald"."""

    OPEN = "open", "open"
    GEDAAN = "gedaan", "gedaan"
    NIET_GELUKT = "niet_gelukt", "nog niet gelukt"
    VERVALLEN = "vervallen", "vervallen"


AFSPRAAK_MOVES: dict[str, frozenset[str]] = {
    AfspraakStatus.OPEN: frozenset(
        {AfspraakStatus.GEDAAN, AfspraakStatus.NIET_GELUKT, AfspraakStatus.VERVALLEN}
    ),
    AfspraakStatus.GEDAAN: frozenset({AfspraakStatus.OPEN}),
    AfspraakStatus.NIET_GELUKT: frozenset({AfspraakStatus.OPEN}),
    AfspraakStatus.VERVALLEN: frozenset({AfspraakStatus.OPEN}),
}


class PogingWijze(models.TextChoices):
    """How contact was tried."""

    GEBELD = "gebeld", "Gebeld"
    GEAPPT = "geappt", "Geappt"
    LANGS = "langs", "Langs geweest"
    VIA = "via", "Via iemand anders"


class PogingUitkomst(models.TextChoices):
    """What came of it: staying in contact is work, not failure (casus Inaya)."""

    GEEN_GEHOOR = "geen_gehoor", "Geen gehoor"
    VOICEMAIL = "voicemail", "Bericht achtergelaten"
    NIET_THUIS = "niet_thuis", "Er was niemand"


class MeldingSoort(models.TextChoices):
    """What a melding says: no name, no content. Where it leads: queries/melding.py."""

    SIGNAAL = "signaal", "Er is een signaal voor je"
    SIGNAAL_STAP = "signaal_stap", "Er is iets gedaan met je signaal"
    SIGNAAL_TERUG = "signaal_terug", "Een signaal is teruggenomen"
    COMPLIMENT = "compliment", "Er is een compliment"
    UREN_TERUG = "uren_terug", "Een week met uren is teruggegeven"
    UREN_KLAAR = "uren_klaar", "Een week met uren wacht op akkoord"
    STAGE_EINDE = "stage_einde", "Een stage is gestopt of klaar"
    TALK = "talk", "Er is nieuws over een stagegesprek"
    TALK_HEROPEND = "talk_heropend", "Een stagegesprek is weer open"
    SAMENWERKING = "samenwerking", "Een collega vraagt je voor de Checklist Samenwerking"
    SAMENWERKING_KLAAR = "samenwerking_klaar", "Jullie kunnen naast elkaar leggen wat je invulde"
    ESCALATIE = "escalatie", "Er is een nieuwe aanvraag"
    ESCALATIE_STAP = "escalatie_stap", "Er is nieuws over je aanvraag"
    REGIE = "regie", "Er is nieuws over de regie"
    TOESTEMMING = "toestemming", "Er wordt iets aan je gevraagd"
    TEAM = "team", "Je hoort bij een nieuw team"
    HERINNERING = "herinnering", "Er wacht iets op je"
    STILTE = "stilte", "Van een student is lang niets gehoord"
    OVERDRACHT = "overdracht", "Een collega geeft je iets over"
    KLAS = "klas", "Er is een andere begeleider"
    HANDLEIDING = "handleiding", "Iemand vraagt om jouw handleiding"
    NETWERK = "netwerk", "Er staat iemand in je netwerk"
    OUDERS = "ouders", "Er is een overzicht voor je ouders gemaakt"
    BINNEN = "binnen", "Er is ingelogd met je kaart. Was jij dat niet? Zeg het je mentor."
    ZORG_GESTOPT = "zorg_gestopt", "Een student nam toestemming terug. Het zorgteam leest niet verder mee."


# Codes of fields that mean the same in every instrument (docs/instruments.md): this room does something with them.
EIGEN_PUNTEN = "eigen-punten"  # what a gespreksvoerder prepared, private
EIGEN_MEE = "eigen-mee"  # whether these points go into the verslag
GEWONE_WOORDEN = "gewone-woorden"  # the summary for the student
