"""Gesprek, afspraak and contactpoging; meldingen."""

from collaboration.models.aandacht import AandachtOpzij, Herinnering, KlasGezien, StudentGezien
from collaboration.models.afspraak import Afspraak, AfspraakOvergang
from collaboration.models.einde import Overdracht, StageEinde
from collaboration.models.escalatie import Escalatie, EscalatieBericht, EscalatieOvergang
from collaboration.models.gesprek import Gesprek, GesprekOvergang, Gespreksvoerder
from collaboration.models.leidraad import CollegialeFeedback
from collaboration.models.melding import Melding
from collaboration.models.poging import Contactpoging
from collaboration.models.regie import RegieAanbod, RegieOvergang
from collaboration.models.samenwerking import (
    IndividueleBegeleiding,
    Samenwerking,
    SamenwerkingGesprek,
    SamenwerkingKant,
    SamenwerkingOvergang,
)
from collaboration.models.signaal import Signaal, SignaalOvergang

__all__ = [
    "AandachtOpzij",
    "Afspraak",
    "AfspraakOvergang",
    "CollegialeFeedback",
    "Contactpoging",
    "Escalatie",
    "EscalatieBericht",
    "EscalatieOvergang",
    "Gesprek",
    "GesprekOvergang",
    "Gespreksvoerder",
    "Herinnering",
    "IndividueleBegeleiding",
    "KlasGezien",
    "Melding",
    "Overdracht",
    "RegieAanbod",
    "RegieOvergang",
    "Samenwerking",
    "SamenwerkingGesprek",
    "SamenwerkingKant",
    "SamenwerkingOvergang",
    "Signaal",
    "SignaalOvergang",
    "StageEinde",
    "StudentGezien",
]
