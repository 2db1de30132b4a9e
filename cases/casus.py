"""A casus as data: people, parts with their paragraphs and notes, the thinking before the turn, questions; and the
words that its file may use for roles and screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checklists import kenmerken

DELEN = {"individueel": "Individuele begeleiding", "samenwerking": "Samenwerking"}
ROLLEN = {
    "student": "student",
    "mentor": "mentor",
    "kawer": "klassenbegeleider (KAW-er)",
    "praktijkbegeleider": "praktijkbegeleider",
    "zorgmedewerker": "zorgmedewerker",
    "zorgcoordinator": "zorgcoördinator",
    "peercoach": "peercoach",
    "collega": "collega",
    "naaste": "familie of vriend",
    "extern": "van buiten school en stage",
}
# The screens of Kansrijk, by the name that is on them.
SCHERMEN = {
    "vandaag": "Vandaag",
    "student": "De pagina van een student",
    "tijdlijn": "De tijdlijn",
    "gesprek-a": "Begeleidingsgesprek A",
    "gesprek-b": "Begeleidingsgesprek B",
    "contactpoging": "Contactpoging",
    "afspraken": "Afspraken",
    "signalen": "Signalen",
    "uren": "Uren",
    "stage": "De stage",
    "stage-einde": "Einde van een stage",
    "evaluatie": "De drie stagegesprekken",
    "samenwerking": "Checklist Samenwerking",
    "individueel": "Checklist Individuele begeleiding",
    "aanvraag": "Aanvraag bij het zorgteam",
    "regie": "De regie",
    "toestemming": "Toestemming",
    "team": "Wie is wie",
    "handleiding": "Mijn handleiding",
    "doelen": "Doelen in kleine stappen",
    "successen": "Successen",
    "leidraad": "Gespreksleidraad collegiale feedback",
}


@dataclass(frozen=True)
class Persoon:
    """Somebody of the story."""

    naam: str
    rol: str
    wie: str


@dataclass(frozen=True)
class Kantlijn:
    """A note in the margin: what one sees here of a kenmerk. `nummer` counts through the whole casus, from 1."""

    kenmerk: str
    tekst: str
    nummer: int = 0

    @property
    def naam(self) -> str:
        """The name of the kenmerk."""
        return kenmerken.naam(self.kenmerk)


@dataclass(frozen=True)
class Alinea:
    """A paragraph with what stands beside it."""

    tekst: str
    kantlijn: tuple[Kantlijn, ...] = ()


@dataclass(frozen=True)
class Biedt:
    """What Kansrijk offers at this point of the story."""

    scherm: str
    tekst: str

    @property
    def naam(self) -> str:
        """The name of the screen."""
        return SCHERMEN[self.scherm]


@dataclass(frozen=True)
class Deel:
    """A part of the story, under a heading of its own."""

    code: str
    kop: str
    keerpunt: bool
    alineas: tuple[Alinea, ...]
    kansrijk: tuple[Biedt, ...] = ()


@dataclass(frozen=True)
class Denk:
    """What stands before the turn: the question, a few honest ways, and the sentence that leads on."""

    vraag: str
    mogelijkheden: tuple[str, ...] = ()
    daarna: str = ""


@dataclass(frozen=True)
class Vragen:
    """Questions for oneself, for two, and for a team."""

    zelf: tuple[str, ...]
    duo: tuple[str, ...] = ()
    team: tuple[str, ...] = ()


@dataclass(frozen=True)
class Casus:
    """A whole casus, as data."""

    code: str
    versie: int
    volgorde: int
    titel: str
    ondertitel: str
    deel: str
    samenvatting: str
    bron: str
    verzonnen: str
    personen: tuple[Persoon, ...]
    delen: tuple[Deel, ...]
    denk: Denk
    vragen: Vragen
    schermen: tuple[str, ...] = ()
    woorden: tuple[str, ...] = ()

    @property
    def voor(self) -> tuple[Deel, ...]:
        """The parts before the turn."""
        return self.delen[: self._turn]

    @property
    def na(self) -> tuple[Deel, ...]:
        """The part with the turn, and those after it."""
        return self.delen[self._turn :]

    @property
    def _turn(self) -> int:
        return next(i for i, deel in enumerate(self.delen) if deel.keerpunt)

    def kantlijn(self) -> Iterator[Kantlijn]:
        """Every note, in order."""
        for deel in self.delen:
            for alinea in deel.alineas:
                yield from alinea.kantlijn

    @property
    def minuten(self) -> int:
        """How long reading takes, in minutes: 180 words each, at least one."""
        words = sum(len(alinea.tekst.split()) for deel in self.delen for alinea in deel.alineas)
        return max(1, round(words / 180))
