"""The access table as data: who may read and write which kind of information (docs/access.md).

A cell says for a kind of information, a layer and a role: what is read, and whether it may be written. Rooms above
pass kind, layer, author and stage; this file knows none of them. `students/access.py` asks it questions.
"""

from dataclasses import dataclass
from enum import StrEnum

from students.enums import Laag, Rol, Soort


class Lees(StrEnum):
    """How much of a kind a role reads."""

    ALLES = "alles"
    EIGEN = "wat je zelf schreef"
    EIGEN_STAGE = "van de eigen stage"
    VASTGELEGD = "zodra het is vastgelegd"
    KORT = "alleen voornaam en klas"
    KEUZE = "wat de student met jou deelt"


@dataclass(frozen=True)
class Cel:
    """One cell of the table."""

    lees: Lees
    schrijf: bool = False


LEES = Cel(Lees.ALLES)
SCHRIJF = Cel(Lees.ALLES, schrijf=True)
EIGEN = Cel(Lees.EIGEN, schrijf=True)
STAGE = Cel(Lees.EIGEN_STAGE, schrijf=True)
VAST = Cel(Lees.VASTGELEGD)
KORT = Cel(Lees.KORT)
KEUZE = Cel(Lees.KEUZE)
VOEGT_TOE = Cel(Lees.KEUZE, schrijf=True)  # adds to it, and reads what was shared

MENTOR, KAWER, PRAKTIJK, PEER = Rol.MENTOR, Rol.KAWER, Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH
ZORG, ZORGCO, STUDENT, BEHEER = Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR, Rol.STUDENT, Rol.BEHEERDER

# What a role does not have in a row, it does not have. The zorgcoördinator has a role for a student only
# while an escalation runs; no escalation, no role, so the cells below need no "if escalated".
_WERK = {MENTOR: EIGEN, KAWER: EIGEN, PRAKTIJK: EIGEN, PEER: EIGEN, ZORG: EIGEN, ZORGCO: EIGEN}
_STAGE = {MENTOR: SCHRIJF, KAWER: SCHRIJF, PRAKTIJK: STAGE, ZORG: SCHRIJF, ZORGCO: LEES, STUDENT: VAST}
_BEGELEIDING = {MENTOR: SCHRIJF, KAWER: SCHRIJF, PEER: EIGEN, ZORG: SCHRIJF, ZORGCO: LEES, STUDENT: VAST}
_ZORG = {ZORG: SCHRIJF, ZORGCO: SCHRIJF}
# By the student's choice, for each part and each person; a role alone gives nothing.
_KEUZE = {
    MENTOR: KEUZE,
    KAWER: KEUZE,
    PRAKTIJK: KEUZE,
    PEER: KEUZE,
    ZORG: KEUZE,
    ZORGCO: KEUZE,
    STUDENT: SCHRIJF,
}

TABLE: dict[tuple[Soort, Laag | None], dict[Rol, Cel]] = {
    (Soort.PERSONALIA, None): {
        MENTOR: SCHRIJF, KAWER: LEES, PRAKTIJK: LEES, PEER: KORT, ZORG: LEES, ZORGCO: LEES, STUDENT: LEES,
        BEHEER: SCHRIJF,
    },
    (Soort.CONTACT, None): {
        MENTOR: SCHRIJF, KAWER: LEES, ZORG: LEES, ZORGCO: LEES, STUDENT: SCHRIJF, BEHEER: SCHRIJF,
    },
    (Soort.STAGE, None): {MENTOR: SCHRIJF, KAWER: LEES, PRAKTIJK: STAGE, ZORG: LEES, ZORGCO: LEES, STUDENT: LEES},
    (Soort.EERDERE_STAGE, None): {MENTOR: SCHRIJF, KAWER: LEES, ZORG: LEES, ZORGCO: LEES, STUDENT: LEES},
    (Soort.GESPREK, Laag.STAGE): _STAGE,
    (Soort.GESPREK, Laag.BEGELEIDING): _BEGELEIDING,
    (Soort.GESPREK, Laag.ZORG): _ZORG,
    (Soort.GESPREK, Laag.WERKAANTEKENING): _WERK,
    # An afspraak has a layer of its own; its owner always reads it, the student all that is vastgelegd but zorg.
    (Soort.AFSPRAAK, Laag.STAGE): _STAGE,
    (Soort.AFSPRAAK, Laag.BEGELEIDING): _BEGELEIDING,
    (Soort.AFSPRAAK, Laag.ZORG): _ZORG,
    (Soort.AFSPRAAK, Laag.WERKAANTEKENING): _WERK | {STUDENT: VAST},
    # A signaal: the school's team reads all, who sent it follows its own. Compliments are the student's too.
    (Soort.SIGNAAL, None): {MENTOR: SCHRIJF, KAWER: SCHRIJF, PRAKTIJK: EIGEN, PEER: EIGEN, ZORG: LEES, ZORGCO: LEES},
    (Soort.COMPLIMENT, None): {
        MENTOR: SCHRIJF, KAWER: SCHRIJF, PRAKTIJK: EIGEN, PEER: EIGEN, ZORG: LEES, ZORGCO: LEES, STUDENT: LEES,
    },
    # The content of an escalatie is layer zorg; who sent it reads the own text. Its status is for the school's team.
    (Soort.ESCALATIE, Laag.ZORG): {MENTOR: EIGEN, KAWER: EIGEN, ZORG: SCHRIJF, ZORGCO: SCHRIJF},
    (Soort.ESCALATIE_STATUS, None): {MENTOR: LEES, KAWER: LEES, ZORG: LEES, ZORGCO: SCHRIJF, STUDENT: LEES},
    (Soort.SAMENWERKING, None): {MENTOR: EIGEN, KAWER: EIGEN, PRAKTIJK: EIGEN, ZORG: EIGEN, ZORGCO: EIGEN},
    (Soort.TOESTEMMING, None): {MENTOR: SCHRIJF, KAWER: LEES, ZORG: LEES, ZORGCO: SCHRIJF, STUDENT: SCHRIJF},
    (Soort.REGIE, None): {MENTOR: SCHRIJF, KAWER: LEES, ZORG: LEES, ZORGCO: LEES, STUDENT: LEES},
    (Soort.TEAM, None): {
        MENTOR: SCHRIJF, KAWER: LEES, PRAKTIJK: LEES, PEER: LEES, ZORG: LEES, ZORGCO: LEES, STUDENT: LEES, BEHEER: LEES,
    },
    (Soort.HANDLEIDING, None): _KEUZE,
    (Soort.GEDEELD_BEELD, None): _KEUZE,
    (Soort.LEEFGEBIEDEN, None): {rol: cel for rol, cel in _KEUZE.items() if rol not in (PRAKTIJK, PEER)},
    (Soort.DOEL, None): {
        MENTOR: SCHRIJF, KAWER: SCHRIJF, PRAKTIJK: KEUZE, PEER: KEUZE, ZORG: SCHRIJF, ZORGCO: LEES, STUDENT: SCHRIJF,
    },
    (Soort.SUCCES, None): {
        MENTOR: SCHRIJF, KAWER: SCHRIJF, PRAKTIJK: VOEGT_TOE, PEER: VOEGT_TOE, ZORG: SCHRIJF, ZORGCO: LEES,
        STUDENT: SCHRIJF,
    },
    (Soort.NETWERK, None): {MENTOR: SCHRIJF, KAWER: SCHRIJF, ZORG: SCHRIJF, ZORGCO: LEES, STUDENT: LEES},
    # Who looked into a file, and when: the student in the own file, and the zorgcoördinator.
    (Soort.INGEZIEN, None): {ZORGCO: LEES, STUDENT: LEES},
}  # fmt: skip

# Which roles of the team list each role sees ("wie is wie").
TEAM_ZICHT: dict[Rol, frozenset[Rol]] = {
    **dict.fromkeys((MENTOR, KAWER, ZORG, ZORGCO, STUDENT), frozenset(Rol)),
    PRAKTIJK: frozenset(Rol) - {ZORG, ZORGCO},
    PEER: frozenset({MENTOR, KAWER}),
    BEHEER: frozenset({MENTOR, KAWER}),
}
