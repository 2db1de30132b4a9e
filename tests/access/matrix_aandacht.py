"""The matrix of aandacht, klas gezien and meldingen."""

from tests.access.table import NO, Row

# Who sets aside (a reason that holds for them), and who reads the student but may not.
OPZIJ = {
    "marije": ("mentor kawer", "praktijk peercoach student beheer"),
    "has": ("mentor kawer", "beheer"),
    "milan": ("mentor_klas", "peer_ander beheer"),
    "lotte": ("mentor_school kawer_school", "praktijk_school"),
}
# Whoever of the team of school has no such reason may still put back what a colleague set aside.
TERUG = {
    "marije": "mentor kawer zorg",
    "has": "mentor kawer zorg",
    "milan": "mentor_klas",
    "lotte": "mentor_school kawer_school",
}
KLASSEN = {"e1b": "mentor kawer", "e1a": "mentor_klas", "z1a": "mentor_school kawer_school"}
MELDINGEN = {
    "van_mentor": "mentor",
    "van_praktijk": "praktijk",
    "van_student": "student",
    "van_ex": "",
    "ander_school": "mentor_school",
}


def aandacht_rows() -> list[Row]:
    """Setting aside and back, the klas seen, and meldingen."""
    found = [
        Row("meldingen", "", "200 ingelogd", NO, {}),
        Row("meldingen_gezien", "", NO, "302 ingelogd", {}),
    ]
    for name, (yes, no) in OPZIJ.items():
        found.append(Row("aandacht_opzij", name, f"403 {no} · 200 {yes}", f"403 {no} · 302 {yes}", {}))
        found.append(Row("aandacht_terug", name, NO, f"403 {no} · 302 {TERUG[name]}", {}))
    for name, yes in KLASSEN.items():
        found.append(Row("klas_gezien", name, f"200 {yes}", f"302 {yes}", {}))
        found.append(Row("klas_gezien_terug", name, NO, f"302 {yes}", {}))
    found += [Row("melding", name, NO, f"302 {who}", {}) for name, who in MELDINGEN.items()]
    return found
