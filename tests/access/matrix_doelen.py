"""The matrix of doelen, their steps and successes."""

from tests.access.matrix_rest import KENT
from tests.access.table import NO, Row
from tests.access.world_doelen import CHOSEN, DOELEN, SUCCESSEN

FORMS = ("doel_aanpassen", "doel_stop", "stap", "stap_stukjes")
PRESSES = (
    "doel_gelukt", "doel_verder", "stap_gelukt", "stap_nog_niet", "stap_hulp", "stap_verplaats", "stap_nieuw",
)  # fmt: skip
NO_DOEL = "praktijk praktijk_ander praktijk_school peercoach peer_ander beheer"


def _split(who: str, no: str) -> tuple[str, str]:
    """Those who may, and those who may not but know of it."""
    names = who.split()
    return " ".join(n for n in names if n not in no.split()), " ".join(n for n in names if n in no.split())


def _cell(good: int, yes: str, no: str) -> str:
    return f"{good} {yes}" + (f" · 403 {no}" if no else "")


def doel_rows() -> list[Row]:
    """Everything of this topic."""
    found: list[Row] = []
    for name, who in KENT.items():
        reads, _ = _split(who, "beheer")
        found.append(Row("doelen", name, f"200 {reads}", NO, {}))
        for address, no in (("doel_nieuw", NO_DOEL), ("succes_nieuw", "beheer")):
            yes, refused = _split(who, no)
            found.append(Row(address, name, _cell(200, yes, refused), _cell(302, yes, refused), {}))
    for name, (_, about, who) in DOELEN.items():
        yes, no = _split(who, CHOSEN)
        found.append(Row("doel", name, f"200 {who}", NO, {}))
        found += [Row(one, name, _cell(200, yes, no), _cell(302, yes, no), {}) for one in FORMS]
        found += [Row(one, name, NO, _cell(302, yes, no), {}) for one in PRESSES]
        own = {"marije": "student", "sanna": "student_ander"}.get(about, "")
        shares, others = own, " ".join(one for one in who.split() if one != own)
        found.append(Row("doel_delen", name, NO, f"403 {others}" + (f" · 302 {shares}" if own else ""), {}))
    for name, (by, _, who) in SUCCESSEN.items():
        others = " ".join(one for one in who.split() if one != by)
        found.append(Row("succes_weg", name, NO, f"403 {others} · 302 {by}", {}))
    return found
