"""The matrix of the student's own page: on paper, and who looked into the file."""

from tests.access.table import NO, Row

# The student sees who looked, the zorgcoördinator only where an escalation runs; for the team there is no such page.
KEEK = {"marije": "student", "sanna": "student_ander", "has": "", "milan": "", "lotte": ""}


# On paper: the student, and the mentor; who else knows the student hears why not.
PAPIER = {
    "marije": "200 mentor student · 403 kawer praktijk peercoach zorg beheer",
    "sanna": "200 mentor student_ander · 403 kawer praktijk_ander peercoach zorg_ander beheer",
    "has": "200 mentor · 403 kawer zorg beheer",
    "milan": "200 mentor_klas · 403 peer_ander beheer",
    "lotte": "200 mentor_school · 403 kawer_school praktijk_school",
}


def own_rows() -> list[Row]:
    """Everything of this topic."""
    found = [Row("wie_keek", name, f"200 {who}" if who else "", NO, {}) for name, who in KEEK.items()]
    found += [Row("mijn_pagina_pdf", name, get, NO, {}) for name, get in PAPIER.items()]
    found.append(Row("gekeken_geteld", "", "200 beheer", NO, {}))
    return found
