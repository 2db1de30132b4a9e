"""Gesprek, afspraak and contactpoging; meldingen."""

from collaboration.models.afspraak import Afspraak, AfspraakOvergang
from collaboration.models.gesprek import Gesprek, GesprekOvergang, Gespreksvoerder
from collaboration.models.melding import Melding
from collaboration.models.poging import Contactpoging

__all__ = [
    "Afspraak",
    "AfspraakOvergang",
    "Contactpoging",
    "Gesprek",
    "GesprekOvergang",
    "Gespreksvoerder",
    "Melding",
]
