"""The matrix of gesprekken: who opens which, and what each address then gives.

LEZERS is the table of access in small: for each object of tests/access/world.py the people who may read it.
"""

from tests.access.table import NO, Row

TEAM = "mentor kawer zorg"  # the school's team of Marije: reads layers begeleiding and stage in full

LEZERS = {
    # Concepts: the author and the gespreksvoerders, as long as a role runs
    "concept": "mentor kawer",
    "concept_kort": "mentor",
    "concept_collega": "kawer",
    "concept_praktijk": "praktijk",
    "concept_peer": "peercoach",
    "concept_ex": "",
    # Vastgelegd, by layer
    "stage": f"{TEAM} praktijk student",
    "praktijk": f"{TEAM} praktijk student",
    "begeleiding": f"{TEAM} student",
    "checklist": f"{TEAM} student",
    "peer": f"{TEAM} student peercoach",
    "zorg": "zorg",
    "werk": "mentor",
    "ex_werk": "",
    # Afterwards
    "ingetrokken": "mentor",
    "gecorrigeerd": f"{TEAM} student",
    "nieuw": f"{TEAM} student",
    # Of other students
    "sanna": "mentor kawer praktijk_ander zorg_ander student_ander",
    "sanna_zorg": "zorg_ander",
    "ander_klas": "mentor_klas",
    "concept_klas": "mentor_klas",
    "ander_school": "mentor_school kawer_school praktijk_school",
    "concept_school": "kawer_school",
}
MET_CHECKLIST = "concept concept_collega concept_ex concept_klas concept_school"
KORT = "concept_kort concept_praktijk concept_peer"
# The author of each; only an author makes a new version, withdraws, or makes the circle smaller.
BEGELEIDER = {
    "praktijk": "praktijk",
    "peer": "peercoach",
    "zorg": "zorg",
    "sanna_zorg": "zorg_ander",
    "ander_klas": "mentor_klas",
    "ander_school": "mentor_school",
    "ex_werk": "",  # a role that ended is nobody here
}

SHARED = (MET_CHECKLIST, KORT, f"{MET_CHECKLIST} {KORT}", "anders")
# address -> objects (or "anders": all that are not named) -> (GET, POST)
TABEL: dict[str, dict[str, tuple[str, str]]] = {
    "gesprek": {
        f"{MET_CHECKLIST} {KORT}": ("302 lezers", NO),
        "anders": ("200 lezers", NO),
    },
    "verslag": {
        f"{MET_CHECKLIST} {KORT}": ("302 lezers", NO),
        "anders": ("200 lezers", NO),
    },
    "gesprek_verder": {"anders": ("302 lezers", NO)},
    "gesprek_voor": {
        MET_CHECKLIST: ("200 lezers", "302 lezers"),
        KORT: ("302 lezers", "302 lezers"),
        "anders": ("302 lezers", "409 lezers"),
    },
    "gesprek_stap": {
        MET_CHECKLIST: ("200 lezers", "302 lezers"),
        KORT: ("302 lezers", "302 lezers"),
        "anders": ("302 lezers", "409 lezers"),
    },
    "gesprek_na": {
        MET_CHECKLIST: ("200 lezers", "302 lezers"),
        KORT: ("302 lezers", "302 lezers"),
        "anders": ("302 lezers", "409 lezers"),
    },
    "gesprek_aanpassen": {
        MET_CHECKLIST: ("302 lezers", "302 lezers"),
        KORT: ("200 lezers", "302 lezers"),
        "anders": ("302 lezers", "409 lezers"),
    },
    # Sent: layer begeleiding, which a praktijkbegeleider has not; and not while two texts wait
    "gesprek_vastleggen": {
        "concept_collega concept_praktijk": ("200 lezers", "422 lezers"),
        f"{MET_CHECKLIST} {KORT}": ("200 lezers", "302 lezers"),
        "anders": ("302 lezers", "302 lezers"),
    },
    "gesprek_botsing": {
        "concept_collega": (NO, "302 lezers"),
        MET_CHECKLIST: (NO, ""),
        KORT: (NO, "302 lezers"),
        "anders": (NO, "409 lezers"),
    },
    # Gone already is gone as well
    "gesprek_afspraak_weg": {
        f"{MET_CHECKLIST} {KORT}": (NO, "302 lezers"),
        "anders": (NO, "409 lezers"),
    },
    "gesprek_telefoon": {
        f"{MET_CHECKLIST} {KORT}": (NO, "302 lezers"),
        "anders": (NO, "403 lezers"),
    },
    "gesprek_corrigeren": {
        f"{MET_CHECKLIST} {KORT} ingetrokken": (NO, "403 lezers"),
        "gecorrigeerd": (NO, "403 lezers · 302 mentor"),  # goes to the version that there is
        "anders": (NO, "403 lezers · 302 auteur"),
    },
    "gesprek_intrekken": {
        "concept": ("403 kawer · 200 mentor", "403 kawer · 302 mentor"),
        f"{MET_CHECKLIST} {KORT}": ("200 lezers", "302 lezers"),
        "ingetrokken gecorrigeerd": ("403 lezers", "403 lezers"),
        "anders": ("403 lezers · 200 auteur", "403 lezers · 302 auteur"),
    },
    # Sent: layer begeleiding. Smaller is only possible from stage to begeleiding, and from zorg to oneself
    "gesprek_laag": {
        "stage sanna ander_school": ("403 lezers · 200 auteur", "403 lezers · 302 auteur"),
        "zorg sanna_zorg": ("403 lezers · 200 auteur", "403 lezers · 422 auteur"),
        # Smaller would take it away from its author: a praktijkbegeleider does not read begeleiding
        "praktijk peer": ("403 lezers", "403 lezers"),
        "anders": ("403 lezers", "403 lezers"),
    },
}
# Every address is tried on these, the address to read and those with a cell of their own also on all others.
ALTIJD = (
    "concept concept_kort stage begeleiding werk zorg ingetrokken "
    "ander_klas concept_klas ander_school concept_school"
)
# A save by htmx gets a status line, not a redirect.
HTMX = {name: {302: 200} for name in ("gesprek_voor", "gesprek_stap", "gesprek_na")}


def author(name: str) -> str:
    """Who wrote a gesprek that is vastgelegd, as long as a role runs."""
    return BEGELEIDER.get(name, "mentor")


def _cells(address: str, name: str) -> tuple[str, str]:
    table = TABEL[address]
    return next(
        (cells for names, cells in table.items() if name in names.split()), table.get("anders", ("", ""))
    )


def rows() -> list[Row]:
    """Every address with its gesprekken."""
    found = []
    for address, table in TABEL.items():
        htmx = HTMX.get(address, {})
        own = {name for names in table if names not in SHARED for name in names.split()}
        for name in (
            LEZERS if address == "gesprek" else [n for n in LEZERS if n in ALTIJD.split() or n in own]
        ):
            get, post = (cell.replace("auteur", author(name)) for cell in _cells(address, name))
            # To a concept without a checklist a save answers with a redirect, by htmx too.
            found.append(Row(address, name, get, post, {} if name in KORT.split() else htmx))
    return found
