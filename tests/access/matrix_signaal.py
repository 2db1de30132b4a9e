"""The matrix of signalen, of stages and their end, and of handing over."""

from tests.access.matrix_rest import KENT
from tests.access.table import NO, Row

# Who reads it; mentor and KAW-er of the klas answer.
SIGNALEN = {
    "zorgen": "mentor kawer zorg praktijk",
    "compliment": "mentor kawer zorg praktijk student",
    "peer": "mentor kawer zorg peercoach",
    "klaar": "mentor kawer zorg praktijk",
    "ander_klas": "mentor_klas",
    "ander_school": "mentor_school kawer_school praktijk_school",
}
ANSWER = "mentor kawer mentor_klas mentor_school kawer_school"
SENDS_NOT = "zorg zorg_ander student student_ander beheer"
STAGES = {
    "loopt": "mentor kawer praktijk zorg student",
    "klaar": "mentor kawer zorg student",
    "ander_klas": "mentor_klas",
    "ander_school": "mentor_school kawer_school praktijk_school",
}
MENTOREN = "mentor mentor_klas mentor_school"


def _only(who: str, these: str) -> str:
    return " ".join(one for one in who.split() if one in these.split())


def _but(who: str, these: str) -> str:
    return " ".join(one for one in who.split() if one not in these.split())


def signaal_rows() -> list[Row]:
    """Sending, reading and answering."""
    found = [Row("signalen", "", "200 ingelogd", NO, {})]
    for name, knows in KENT.items():
        yes, no = _but(knows, SENDS_NOT), _only(knows, SENDS_NOT)
        found.append(Row("signaal_nieuw", name, f"403 {no} · 200 {yes}", f"403 {no} · 302 {yes}", {}))
    for name, reads in SIGNALEN.items():
        done = f"403 {reads} · 302 {_only(reads, ANSWER)}"
        found.append(Row("signaal", name, f"200 {reads}", NO, {}))
        found.append(Row("signaal_gezien", name, NO, done, {}))
        too_late = f"403 {reads} · 422 {_only(reads, ANSWER)}"
        steps = too_late if name == "klaar" else done
        found.append(Row("signaal_oppakken", name, NO, steps, {}))
        found.append(Row("signaal_terugmelden", name, NO, steps, {}))
        # Who closed it before, closes it again: that is nothing.
        close = f"{too_late} · 302 mentor" if name == "klaar" else done
        found.append(Row("signaal_afsluiten", name, NO, close, {}))
    return found


def stage_rows() -> list[Row]:
    """Arranging a stage, its states and its end."""
    found = [Row("overdracht", "", "200 ingelogd", NO, {})]
    for name, knows in KENT.items():
        yes, no = _only(knows, MENTOREN), _but(knows, MENTOREN)
        found.append(Row("stage_nieuw", name, f"403 {no} · 200 {yes}", f"403 {no} · 302 {yes}", {}))
    for name, reads in STAGES.items():
        over, mine = name == "klaar", _only(reads, MENTOREN)
        get, post = f"403 {reads} · 200 {mine}", f"403 {reads} · 302 {mine}"
        none = f"403 {reads}"
        found.append(Row("stage", name, f"200 {reads}", NO, {}))
        forms = ("stage_aanpassen", "stage_pauze", "stage_pok")
        found += [Row(one, name, none if over else get, none if over else post, {}) for one in forms]
        found.append(Row("stage_pauze_weg", name, NO, none if over else post, {}))
        # Back to the search: not for a stage that runs
        step = post if name == "ander_klas" else f"403 {reads} · 422 {mine}"
        found.append(Row("stage_stap", name, NO, none if over else step, {}))
        found.append(Row("stage_einde", name, f"200 {reads}" if over else get, post, {}))
        after = ("stage_woorden", "stage_terugmelding")
        found += [Row(one, name, get if over else "", post if over else "", {}) for one in after]
    # Nobody's role has a last day here
    found += [Row("gesprek_overdragen", name, NO, "403 lezers", {}) for name in ("concept", "werk", "stage")]
    return found
