"""The matrix of the Gespreksleidraad and of the attention that kenmerken got: each has one reader, who made it."""

from tests.access.table import NO, Row
from tests.access.world_cases import NOORD, ZUID
from tests.access.world_leidraad import INBRENGERS, KLAAR

BEGELEIDERS = f"{NOORD} {ZUID}"
HTMX_SAVE = {302: 200}
# Around one student: who may look at their own guidance, and who knows the student but may not.
KIJKT = {
    "marije": ("mentor kawer praktijk zorg peercoach", "student beheer"),
    "lotte": ("mentor_school kawer_school praktijk_school", ""),
}


def leidraad_rows() -> list[Row]:
    """Every address of collaboration/urls/leidraad.py."""
    reads = f"200 {BEGELEIDERS}"
    found = [
        Row("leidraad", "", f"{reads} · 200 ex_mentor", f"302 {BEGELEIDERS} · 403 ex_mentor", {}),
        Row("mijn_inzichten", "", f"{reads} · 200 ex_mentor", NO, {}),
        Row("mijn_kenmerken", "", reads, NO, {}),
    ]
    for name, who in INBRENGERS.items():
        done, gone = name in KLAAR, name == "ex"
        get, post = ("302", "409") if done or gone else ("200", "302")
        found += [
            Row("leidraad_terug", name, f"200 {who}", NO, {}),
            Row("leidraad_deel", name, f"{get} {who}", f"{post} {who}", HTMX_SAVE),
            # A conflict that is not there: 404; where it is too late, that comes first.
            Row("leidraad_botsing", name, NO, f"409 {who}" if done or gone else "", {}),
            Row("leidraad_klaar", name, NO, f"{'403' if gone else '302'} {who}", {}),
            Row("leidraad_weg", name, NO, f"302 {who}", {}),
        ]
    for name, (yes, no) in KIJKT.items():
        found.append(Row("student_kenmerken", name, f"403 {no} · 200 {yes}" if no else f"200 {yes}", NO, {}))
    return found
