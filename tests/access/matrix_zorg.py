"""The matrix of requests to the zorgteam, regie and consent."""

from tests.access.matrix_rest import KENT
from tests.access.table import NO, Row

# Who knows of a request: its state, its regie, what was told.
KENT_AANVRAAG = {
    "nieuw": "mentor kawer zorg zorgco",
    "bezig": "mentor kawer zorg zorgco",
    "klas": "mentor_klas zorgco",
    "school": "mentor_school kawer_school zorgco_school",
}
MAG_OPPAKKEN = {"nieuw": "zorgco", "bezig": "zorgco", "klas": "zorgco", "school": "zorgco_school"}
# Step -> for the request that is handled by the zorgcoördinator: who may; sent, what that gives.
STAPPEN = {
    "bezig vraag": ("zorgco", 302),
    "bezig antwoord": ("kawer", 302),
    "bezig terugkoppeling": ("zorg zorgco", 302),
    "bezig afronden": ("zorgco", 422),  # there is no decision yet
    "bezig terugleggen": ("zorgco", 302),
    "bezig overnemen": ("", 302),
    "bezig heropenen": ("kawer zorgco", 302),
    "nieuw intrekken": ("mentor", 302),
    "klas vraag": ("", 302),
}
VRAAGT = {
    "marije": "mentor kawer",
    "has": "mentor kawer",
    "milan": "mentor_klas",
    "lotte": "mentor_school kawer_school",
}
REGIE = {
    "marije": "mentor kawer zorg student",
    "has": "mentor kawer zorg",
    "lotte": "mentor_school kawer_school",
}


def _some(known: str, may: str, ok: int) -> str:
    """403 for who knows of it, another status for who may."""
    return f"403 {known} · {ok} {may}" if may else f"403 {known}"


def _requests() -> list[Row]:
    found = [Row("aanvragen", "", "200 ingelogd", NO, {})]
    for name, known in KENT_AANVRAAG.items():
        takes = MAG_OPPAKKEN[name]
        owns = "zorgco" if name == "bezig" else ""
        found += [
            Row("aanvraag", name, f"200 {known}", NO, {}),
            Row("aanvraag_oppakken", name, NO, _some(known, takes, 302), {}),
            Row("aanvraag_besluit", name, _some(known, owns, 200), _some(known, owns, 302), {}),
            Row("aanvraag_team", name, _some(known, takes, 200), _some(known, takes, 302), {}),
        ]
    for step, (may, sent) in STAPPEN.items():
        known = KENT_AANVRAAG[step.split()[0]]
        found.append(Row("aanvraag_stap", step, _some(known, may, 200), _some(known, may, sent), {}))
    found.append(Row("aanvraag_stap", "bezig onbekend", "", "", {}))
    for name, may in VRAAGT.items():
        found.append(
            Row("aanvraag_nieuw", name, _some(KENT[name], may, 200), _some(KENT[name], may, 302), {})
        )
    known = KENT_AANVRAAG["bezig"]
    # Who has the regie does not leave: the form says so
    get = _some(known, "zorg zorgco", 200)
    found.append(Row("zorgteam_eraf", "bezig", get, _some(known, "zorg zorgco", 422), {}))
    return found


def _regie() -> list[Row]:
    offers = {"marije": "mentor zorg", "has": "mentor zorg", "lotte": "mentor_school"}
    takes = {"marije": "zorg", "has": "zorg", "lotte": ""}  # the mentor has it
    found = []
    for name, known in REGIE.items():
        # Has: it is offered already
        sent = 422 if name == "has" else 302
        found += [
            Row("regie", name, f"200 {known}", _some(known, offers[name], sent), {}),
            Row("regie_nemen", name, _some(known, takes[name], 200), _some(known, takes[name], 302), {}),
        ]
    return [
        *found,
        Row("regie_aanvaarden", "has", NO, _some(REGIE["has"], "zorg", 302), {}),
        Row("regie_weigeren", "has", _some(REGIE["has"], "zorg", 200), _some(REGIE["has"], "zorg", 302), {}),
        Row("regie_intrekken", "has", NO, _some(REGIE["has"], "mentor", 302), {}),
        Row("regie_geinformeerd", "has", NO, f"403 {REGIE['has']}", {}),
        Row("regie_geinformeerd", "bezig", NO, f"302 {KENT_AANVRAAG['bezig']}", {}),
    ]


def _consent() -> list[Row]:
    known = REGIE["marije"]
    return [
        Row("toestemming", "marije", f"200 {known}", _some(known, "mentor", 302), {}),
        Row("toestemming", "has", f"200 {REGIE['has']}", _some(REGIE["has"], "mentor", 302), {}),
        Row("toestemming_geven", "marije", NO, _some(known, "student", 302), {}),
        Row("toestemming_terug", "marije", NO, _some(known, "mentor student", 302), {}),
        Row("grond_meekijken", "klas", NO, _some(KENT_AANVRAAG["klas"], "zorgco", 302), {}),
        Row("grond_verteld", "klas", NO, f"302 {KENT_AANVRAAG['klas']}", {}),
    ]


def zorg_rows() -> list[Row]:
    """Every address of urls_zorg.py."""
    return [*_requests(), *_regie(), *_consent()]
