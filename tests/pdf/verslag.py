"""A gespreksverslag as the templates expect it, filled with an invented gesprek."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


class Deel(NamedTuple):
    kop: str
    soort: str
    items: list[str]


@dataclass
class Afspraak:
    wat: str
    wie: str
    voor: dt.date
    stand: str = "open"


def afspraken() -> list[Afspraak]:
    return [
        Afspraak("Een onderwerp kiezen voor de klas", "Sanna", dt.date(2026, 3, 13), "gedaan"),
        Afspraak("Vier foto’s van de winkel printen", "Harold", dt.date(2026, 3, 16)),
        Afspraak("Samen oefenen in de kantine", "Sanna en Noor", dt.date(2026, 3, 18)),
        Afspraak(
            "Elke stageochtend één klant vragen wat hij zoekt", "Sanna, Petra kijkt mee", dt.date(2026, 3, 20)
        ),
    ]


def delen() -> list[Deel]:
    return [
        Deel(
            "Hier praatten we over", "gewoon", ["De presentatie voor de klas.\n\nHoe het gaat op de stage."]
        ),
        Deel(
            "Dit gaat goed",
            "goed",
            [
                "Sanna vertelde vijf minuten over haar stage voor zes klasgenoten.",
                "Ze deed drie dagen de kassa met weinig hulp.",
                "In vijf weken was ze maar één dag ziek, en ze belde op tijd.",
            ],
        ),
        Deel(
            "Hier werken we aan",
            "werk",
            [
                "Vertellen voor de hele klas lukt nog niet. De stap was te groot. Een kleine groep lukt wel.",
                "Sanna vindt het spannend om een klant aan te spreken. Petra oefent dit met haar op rustige ochtenden.",
            ],
        ),
    ]


@dataclass
class Verslag:
    student_naam: str = "Sanna de Boer"
    student_voornaam: str = "Sanna"
    klas: str = "E1B"
    opleiding: str = "Assistent verkoop en retail (BOL)"
    titel: str = "Weten waar je aan toe bent"
    wanneer: dt.datetime = dt.datetime(2026, 3, 10, 10, 0, tzinfo=dt.UTC)
    duur: int | None = 25
    wijze: str = "Op school"
    wie: list[str] = field(default_factory=lambda: ["Sanna de Boer", "Harold Vermeer (mentor)"])
    onderwerp: str = "Presenteren: vertellen voor de klas"
    doel: str = "Sanna vertelt vijf minuten over haar stage voor de hele klas."
    gewone_woorden: str = (
        "Je stage gaat goed. Je durft steeds meer. Voor de hele klas vertellen is nog spannend. "
        "Je oefent het eerst met een kleine groep."
    )
    afspraken: list[Afspraak] = field(default_factory=afspraken)
    delen: list[Deel] = field(default_factory=delen)
    student_woorden: str = "Met foto’s erbij weet ik beter wat ik wil zeggen."
    student_antwoord: str = "Fijn, ik kon mijn verhaal kwijt"
    student_hoe: str = "ingevuld op de telefoon van Harold Vermeer"
    volgend: str = "dinsdag 24 maart om 11.00 uur. Dan kijken we wat er gelukt is."
    gemaakt_door: str = "Harold Vermeer"
    vastgelegd_op: dt.datetime = dt.datetime(2026, 3, 10, 10, 42, tzinfo=dt.UTC)
    wie_mag_lezen: str = "Sanna, Harold en Noor mogen dit verslag lezen."
    regie: str = "De regie is bij Harold."
    versie: str = ""
    ingetrokken: bool = False
    voet: str = ""
    bron: str = "SBB, Checklist Begeleidingsgesprek voeren"
    kanttekening: str = "De zinnen zijn voorbeelden. Je mag het op je eigen manier doen."
