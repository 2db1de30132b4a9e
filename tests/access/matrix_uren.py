"""The matrix of the hours: who sees them, who enters, who agrees, who mends; the hours of a klas."""

from collections.abc import Callable
from typing import Any

from tests.access.table import NO, Row
from tests.factories import days

# The stage of this student, with who reads its hours.
LEEST = {
    "marije": "mentor kawer praktijk zorg student",
    "sanna": "mentor kawer praktijk_ander zorg_ander student_ander",
    "lotte": "mentor_school kawer_school praktijk_school",
}
MENTOR = {"marije": "mentor", "sanna": "mentor", "lotte": "mentor_school"}
PRAKTIJK = {"marije": "praktijk", "sanna": "praktijk_ander", "lotte": "praktijk_school"}
STUDENT = {"marije": "student", "sanna": "student_ander", "lotte": ""}
KAWER = {"marije": "kawer", "sanna": "kawer", "lotte": "kawer_school"}
KLASSEN = {"e1b": "mentor kawer", "e1a": "mentor_klas", "z1a": "mentor_school kawer_school"}
# Who enters the hours of exactly one stage goes straight there.
EEN_STAGE = "praktijk praktijk_ander praktijk_school student student_ander"

DAG = {"keuze": "deel", "uren": "24"}
BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    "uren_dag": lambda: DAG | {"dag": days(-1)},
    "uren_niet_gekomen": lambda: {"dag": days(-1)},
    "uren_verbeter": lambda: DAG | {"dag": days(-1), "reden": "Was op school"},
    "uren_akkoord": lambda: {"maandag": days(-7)},
    "uren_terug": lambda: {"maandag": days(-7), "reden": "Dinsdag klopt nog niet"},
}
WITH_STAGE = (
    "uren uren_dag uren_niet_gekomen uren_ongedaan uren_verbeter uren_pdf uren_akkoord uren_akkoord_terug "
    "uren_terug uren_telefoon"
)
ARGS: dict[str, Callable[[Any, str], list[Any]]] = {
    WITH_STAGE: lambda w, name: [getattr(w.cast, f"stage_{name}").pk],
    "klas_uren": lambda w, name: [getattr(w.cast, name).pk],
}


def uren_rows() -> list[Row]:
    """Every address of the hours."""
    found = [
        Row("mijn_uren", "", f"200 ingelogd · 302 {EEN_STAGE}", NO, {}),
        Row("telefoon_uren", "", "302 ingelogd", "302 ingelogd", {}),  # nobody handed a phone over
    ]
    for name, who in KLASSEN.items():
        found.append(Row("klas_uren", name, f"200 {who}", NO, {}))
    for name, reads in LEEST.items():
        found += _stage(name, reads)
    return found


def _stage(name: str, reads: str) -> list[Row]:
    """The addresses of one stage. A week without hours cannot go back: 422 for who may."""
    mentor, praktijk, student = MENTOR[name], PRAKTIJK[name], STUDENT[name]
    no = f"403 {reads}"
    return [
        Row("uren", name, f"200 {reads}", NO, {}),
        Row("uren_pdf", name, f"200 {reads}", NO, {}),
        Row("uren_dag", name, NO, f"{no} · 302 {praktijk} {student}", {}),
        Row("uren_niet_gekomen", name, NO, f"{no} · 302 {praktijk}", {}),
        Row("uren_ongedaan", name, NO, f"{no} · 302 {praktijk} {student}", {}),
        Row("uren_verbeter", name, f"{no} · 200 {mentor}", f"{no} · 302 {mentor}", {}),
        Row("uren_akkoord", name, NO, f"{no} · 302 {praktijk}", {}),
        Row("uren_akkoord_terug", name, NO, f"{no} · 302 {praktijk}", {}),
        Row("uren_terug", name, f"{no} · 200 {praktijk}", f"{no} · 422 {praktijk}", {}),
        Row("uren_telefoon", name, NO, f"{no} · 302 {mentor} {praktijk} {KAWER[name]}", {}),
    ]
