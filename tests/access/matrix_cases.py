"""The matrix of the library: casussen and kenmerken for who works with students, words for everyone, and own casussen
for the people of one school."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.access.table import NO, Row
from tests.access.world_cases import MAKERS, NOORD, READERS, ZUID

if TYPE_CHECKING:
    from tests.access.world import World

WERKT = f"{NOORD} {ZUID}"
NOT_THEIRS = "praktijk peercoach peer_ander praktijk_ander praktijk_school"  # read and talk, do not add
ZORGCO = {"noord": " zorgco", "zuid": " zorgco_school"}  # may withdraw what somebody else made
VERHAAL = {
    "titel": "De lege stoel",
    "samenvatting": "Een stoel blijft leeg.",
    "verhaal": "Het begon op maandag.",
    "wat_zou_jij_doen": "Bel jij?",
    "keerpunt": "Er kwam een appje.",
    "vragen": "Wie belt er?",
    "bevestigd": "on",
}
ARGS: dict[str, Callable[["World", str], list[Any]]] = {
    "eigen_casus eigen_casus_pdf eigen_casus_aanpassen eigen_casus_intrekken": lambda w, name: [
        w.casussen[name]
    ],
}
BODIES: dict[str, Callable[[], dict[str, Any]]] = dict.fromkeys(
    ("eigen_casus_nieuw", "eigen_casus_aanpassen"), lambda: dict(VERHAAL)
)


def case_rows() -> list[Row]:
    """Every address of cases/urls.py."""
    reads = f"200 {WERKT}"
    found = [
        Row(name, "", reads, NO, {}) for name in ("casussen", "verder_lezen", "kaw", "nog_niet", "kenmerken")
    ]
    found.append(Row("woorden", "", "200 ingelogd", NO, {}))
    for name, good, bad in (
        ("casus", "carlo", "carla"),
        ("casus_pdf", "inge", "ingeborg"),
        ("kenmerk", "relatie", "nee"),
    ):
        post, nobody = (reads, "") if name == "casus" else (NO, NO)  # one's own answer, shown again
        found += [Row(name, good, reads, post, {}), Row(name, bad, "", nobody, {})]
    adds = f"{reads} · 403 {NOT_THEIRS}"
    found.append(Row("eigen_casus_nieuw", "", adds, adds.replace("200", "302"), {}))
    for name, who in READERS.items():
        maker = MAKERS[name]
        others = f"403 {who}"
        edits = others if name == "weg" else f"{others} · 200 {maker}"
        withdraws = f"302 {maker}{ZORGCO.get(name, '')}"
        found += [
            Row("eigen_casus", name, f"200 {who}", f"200 {who}", {}),
            Row("eigen_casus_pdf", name, f"200 {who}", NO, {}),
            Row("eigen_casus_aanpassen", name, edits, edits.replace("200", "302"), {}),
            Row("eigen_casus_intrekken", name, NO, f"{others} · {withdraws}", {}),
        ]
    return found
