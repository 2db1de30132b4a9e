"""Who may read each word of the world: derived from the tables of the matrix, so that there is one truth."""

from tests.access.matrix_gesprek import LEZERS
from tests.access.matrix_rest import AFSPRAKEN
from tests.access.world import word
from tests.access.world_cases import readers as case_readers
from tests.access.world_doelen import of_marije
from tests.access.world_doelen import readers as doel_readers
from tests.access.world_handleiding import on_student_page
from tests.access.world_handleiding import readers as handleiding_readers
from tests.access.world_leidraad import readers as leidraad_readers
from tests.access.world_samen import readers as samen_readers
from tests.access.world_team import readers as team_readers

PLAIN = [
    name for name in LEZERS if name not in ("concept", "concept_collega", "concept_ex", "checklist", "nieuw")
]
POGINGEN = {
    "mentor": "mentor kawer zorg student",
    "praktijk": "mentor kawer zorg student praktijk",
    "peer": "mentor kawer zorg student peercoach",
    "ex": "mentor kawer zorg student",
    "ander_klas": "mentor_klas",
    "ander_school": "mentor_school kawer_school",
}
# In a checklist: what is shared, what is somebody's own, and what that person put into the verslag.
CHECKLIST = {
    "punten student": "mentor kawer",
    "antwoord concept": "mentor kawer",
    "eigen mentor": "mentor",
    "terugblik mentor": "mentor",
    "eigen kawer": "mentor kawer",
    "terugblik kawer": "kawer",
    "botsing een": "kawer",
    "botsing twee": "kawer",
    "antwoord vast": LEZERS["checklist"],
    "eigen mee": LEZERS["checklist"],
    "student zei": LEZERS["checklist"],
    "gewoon checklist": LEZERS["checklist"],
    "gesprek nieuw": LEZERS["nieuw"],
    "reden": "mentor",
}
# The gesprekken in which the afspraken "van_…" were made
AROUND = {"g_van_praktijk": "mentor", "g_van_mentor": "zorg", "g_van_ex": LEZERS["begeleiding"]}
NOWHERE = ("terugblik vast", "gesprek concept_ex")  # somebody's own, and no page shows it any more


def words() -> dict[str, frozenset[str]]:
    """Every word with the people who may read it."""
    found = {f"{kind} {name}": LEZERS[name] for name in PLAIN for kind in ("gesprek", "gewoon")}
    found |= {f"afspraak {name}": reads for name, (reads, _) in AFSPRAKEN.items() if name != "wacht"}
    found |= {"afspraak wacht": "kawer"} | doel_readers() | team_readers()
    found |= {f"poging {name}": reads for name, reads in POGINGEN.items()}
    found |= {f"gewoon {name}": reads for name, reads in AROUND.items()}
    found |= (
        CHECKLIST
        | dict.fromkeys(NOWHERE, "")
        | samen_readers()
        | leidraad_readers()
        | case_readers()
        | handleiding_readers()
    )
    for name in ("concept_klas", "concept_school"):  # a checklist: its plain text stands on no page
        found |= {f"gesprek {name}": "", f"gewoon {name}": ""}
    return {word(name): frozenset(reads.split()) for name, reads in found.items()}


def on_timeline() -> dict[str, frozenset[str]]:
    """What stands on the page of Marije: the newest version of what is vastgelegd, open afspraken, pogingen."""
    fixed = [
        n
        for n in LEZERS
        if not n.startswith("concept") and n not in ("ingetrokken", "gecorrigeerd", "ex_werk")
    ]
    fixed = [n for n in fixed if n not in ("sanna", "sanna_zorg", "ander_klas", "ander_school")]
    found = {("gesprek nieuw" if n == "nieuw" else f"gewoon {n}"): LEZERS[n] for n in fixed}
    found |= {f"gewoon {name}": reads for name, reads in AROUND.items()}
    here = [n for n in AFSPRAKEN if n not in ("wacht", "los_klas", "los_school")]
    found |= {f"afspraak {n}": AFSPRAKEN[n][0] for n in here}
    found |= {"gestopt": samen_readers()["gestopt"]} | on_student_page() | of_marije()
    found |= {f"poging {n}": r for n, r in POGINGEN.items() if not n.startswith("ander_")}
    return {word(name): frozenset(reads.split()) for name, reads in found.items()}
