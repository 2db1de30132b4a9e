"""The table of access in words, made from the table itself: for staff, and in plain words for a student."""

from dataclasses import dataclass

from students.enums import Laag, Rol, Soort
from students.table import TABLE, Cel, Lees

# Columns in the order of docs: who stands closest first.
ROLLEN = tuple(Rol)
NIETS = "leest dit niet"
ALLEEN_ALS = {Rol.ZORGCOORDINATOR: "alleen zolang er een aanvraag loopt, en kort daarna"}


@dataclass(frozen=True)
class Vak:
    """One cell: what this role reads, and whether it may write."""

    rol: Rol
    lees: str
    schrijft: bool
    mag: bool


@dataclass(frozen=True)
class Regel:
    """One kind of information, and what each role reads of it."""

    wat: str
    wie: str  # the circle that a text is for, where the kind has circles
    vakken: tuple[Vak, ...]


def vak(cel: Cel | None, rol: Rol) -> Vak:
    """A cell of the table in words."""
    if cel is None:
        return Vak(rol, NIETS, schrijft=False, mag=False)
    return Vak(rol, f"leest {cel.lees.value}", schrijft=cel.schrijf, mag=True)


def regels() -> list[Regel]:
    """Every row of the table."""
    return [
        Regel(
            soort.label[:1].upper() + soort.label[1:],
            laag.label if laag else "",
            tuple(vak(cells.get(rol), rol) for rol in ROLLEN),
        )
        for (soort, laag), cells in TABLE.items()
    ]


@dataclass(frozen=True)
class PerRol:
    """The same for one role: what it reads, row by row; what it does not read stands apart."""

    rol: Rol
    als: str
    leest: list[tuple[Regel, Vak]]
    niet: list[Regel]


def per_rol() -> list[PerRol]:
    """The table turned: for a screen that is too narrow for it."""
    rows = regels()
    found = []
    for place, rol in enumerate(ROLLEN):
        own = [(row, row.vakken[place]) for row in rows]
        reads = [(row, one) for row, one in own if one.mag]
        found.append(PerRol(rol, ALLEEN_ALS.get(rol, ""), reads, [row for row, one in own if not one.mag]))
    return found


# For the student ------------------------------------------------------------------------------------------

WIE: dict[Rol, str] = {
    Rol.STUDENT: "Jij",
    Rol.MENTOR: "Je mentor",
    Rol.KAWER: "Je KAW-er",
    Rol.PRAKTIJKBEGELEIDER: "Je begeleider op de stage",
    Rol.PEERCOACH: "Je peercoach",
    Rol.ZORGMEDEWERKER: "Je helper van het zorgteam",
    Rol.ZORGCOORDINATOR: "De zorgcoördinator, als er hulp is gevraagd",
    Rol.BEHEERDER: "De beheerder van je school",
}
LEEST: dict[Lees, str] = {
    Lees.ALLES: "Leest dit:",
    Lees.EIGEN: "Leest alleen de eigen tekst in:",
    Lees.EIGEN_STAGE: "Leest dit, van de eigen stage:",
    Lees.VASTGELEGD: "Leest dit als het af is:",
    Lees.KORT: "Leest alleen je voornaam en je klas, niet meer van:",
    Lees.KEUZE: "Leest alleen wat jij deelt van:",
}
JIJ_LEEST = {Lees.ALLES: "Jij leest dit:", Lees.VASTGELEGD: "Jij leest dit als het af is:"}
WAT: dict[tuple[Soort, Laag | None], str] = {
    (Soort.PERSONALIA, None): "Je naam, je klas en je opleiding",
    (Soort.CONTACT, None): "Je telefoon, je e-mail en wanneer je jarig bent",
    (Soort.STAGE, None): "Je stage en je uren",
    (Soort.EERDERE_STAGE, None): "Je stages van eerder",
    (Soort.GESPREK, Laag.STAGE): "Gesprekken voor school, stage en jou",
    (Soort.GESPREK, Laag.BEGELEIDING): "Gesprekken voor je team van school en jou",
    (Soort.GESPREK, Laag.ZORG): "Gesprekken van het zorgteam",
    (Soort.GESPREK, Laag.WERKAANTEKENING): "Notities van één begeleider",
    (Soort.AFSPRAAK, Laag.STAGE): "Afspraken voor school, stage en jou",
    (Soort.AFSPRAAK, Laag.BEGELEIDING): "Afspraken voor je team van school en jou",
    (Soort.AFSPRAAK, Laag.ZORG): "Afspraken van het zorgteam",
    (Soort.AFSPRAAK, Laag.WERKAANTEKENING): "Afspraken uit een notitie van één begeleider",
    (Soort.SIGNAAL, None): "Korte berichten over jou, zoals: te laat",
    (Soort.COMPLIMENT, None): "Complimenten voor jou",
    (Soort.ESCALATIE, Laag.ZORG): "Een vraag aan het zorgteam: wat er staat",
    (Soort.ESCALATIE_STATUS, None): "Een vraag aan het zorgteam: hoe ver die is",
    (Soort.SAMENWERKING, None): "Hoe je begeleiders hun samenwerking vinden",
    (Soort.TOESTEMMING, None): "Waar jij ja of nee op zei",
    (Soort.REGIE, None): "Wie nu de regie heeft",
    (Soort.TEAM, None): "Wie er in je team zit",
    (Soort.HANDLEIDING, None): "Je handleiding",
    (Soort.GEDEELD_BEELD, None): "Wat je wilt en wat je kunt",
    (Soort.LEEFGEBIEDEN, None): "Je leefgebieden",
    (Soort.DOEL, None): "Je doelen en je stappen",
    (Soort.SUCCES, None): "Je successen",
    (Soort.NETWERK, None): "Mensen om je heen",
    (Soort.INGEZIEN, None): "Wie in jouw gegevens keek",
}
# What a student does not read without asking can be asked for.
OP_VERZOEK = frozenset({Laag.ZORG, Laag.WERKAANTEKENING})


@dataclass(frozen=True)
class Lezer:
    """Somebody around the student, and what that person reads: a sentence with the things that it is about."""

    wie: str
    leest: list[tuple[str, list[str]]]


def over_mij() -> list[Lezer]:
    """Who reads what about me: every cell of the table, the student first."""
    return [_lezer(rol, wie) for rol, wie in WIE.items()]


def _lezer(rol: Rol, wie: str) -> Lezer:
    groups: dict[str, list[str]] = {}
    for (soort, laag), cells in TABLE.items():
        cel = cells.get(rol)
        if cel is not None:
            words = LEEST | JIJ_LEEST if rol is Rol.STUDENT else LEEST
            groups.setdefault(words[cel.lees], []).append(WAT.get((soort, laag), soort.label))
    return Lezer(wie, list(groups.items()))


def op_verzoek() -> list[str]:
    """What the student does not read, and can ask for."""
    return [
        WAT.get((soort, laag), soort.label)
        for (soort, laag), cells in TABLE.items()
        if laag in OP_VERZOEK and Rol.STUDENT not in cells
    ]
