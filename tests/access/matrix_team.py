"""The matrix of the team list, the network, handing over a klas, and the overview for parents."""

from tests.access.matrix_rest import KENT, MINE
from tests.access.table import NO, Row

SCHRIJFT = {
    "marije": "mentor kawer zorg",
    "sanna": "mentor kawer zorg_ander",
    "has": "mentor kawer zorg",
    "milan": "mentor_klas",
    "lotte": "mentor_school kawer_school",
}
MENTOR = {
    "marije": "mentor",
    "sanna": "mentor",
    "has": "mentor",
    "milan": "mentor_klas",
    "lotte": "mentor_school",
}
# Somebody around a student: who writes, and who knows of it and does not write.
CONTACT = {
    "ja": ("mentor kawer zorg", "student"),
    "open": ("mentor kawer zorg", "student"),
    "school": ("mentor_school kawer_school", ""),
}
# A klas: who hands over a role in it, and of those who cannot hand over the role of the mentor.
KLAS = {
    "e1b": ("mentor beheer", "kawer", 422),
    "e1a": ("mentor_klas beheer", "", 422),
    "z1a": ("mentor_school", "kawer_school", 403),  # the successor, who sends it to themselves
}
GEEN_ROL = "ex_mentor straks_mentor ex_praktijk vreemde"


def _line(*parts: tuple[int, str]) -> str:
    return " · ".join(f"{status} {who}" for status, who in parts if who)


def _without(who: str, others: str) -> str:
    return " ".join(one for one in who.split() if one not in others.split())


def _students() -> list[Row]:
    found = []
    for name, known in KENT.items():
        writes, mentor = SCHRIJFT[name], MENTOR[name]
        no = (403, _without(known, writes))
        found.append(Row("wie_is_wie", name, f"200 {known}", NO, {}))
        found.append(Row("netwerk_nieuw", name, _line(no, (200, writes)), _line(no, (302, writes)), {}))
        others = (403, _without(known, mentor))
        found.append(Row("ouders", name, _line(others, (200, mentor)), NO, {}))
        # Nobody's birth date is known, so a consent is asked; only Marije gave one.
        sent = (200, mentor) if name == "marije" else (403, mentor)
        found.append(Row("ouders_pdf", name, NO, _line(others, sent), {}))
    return found


def _network() -> list[Row]:
    found = []
    for name, (writes, reads) in CONTACT.items():
        no = (403, reads)
        found += [
            Row("netwerk_aanpassen", name, _line(no, (200, writes)), _line(no, (302, writes)), {}),
            Row("netwerk_weg", name, NO, _line(no, (302, writes)), {}),
            Row("netwerk_antwoord", name, NO, _line((403, writes), (302, reads)), {}),
        ]
    return found


def team_rows() -> list[Row]:
    """Everything of this topic."""
    klassen = [
        Row("klas_overdracht", name, f"200 {gives} {other}", _line((302, gives), (status, other)), {})
        for name, (gives, other, status) in KLAS.items()
    ]
    none = f"403 student student_ander {GEEN_ROL}"
    return [
        *_students(),
        *_network(),
        *klassen,
        Row("teamlid_kern", "peercoach", NO, "403 kawer zorg praktijk student · 302 mentor", {}),
        Row("teamlid_kern", "zorg_ander", NO, "403 kawer zorg_ander student_ander · 302 mentor", {}),
        Row("bereikbaar", "", f"200 ingelogd · {none}", f"302 ingelogd · {none}", {}),
        Row("wie_ziet_wat", "", *MINE, {}),
    ]
