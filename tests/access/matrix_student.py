"""The matrix of the student's own page: on paper, and who looked into the file."""

from tests.access.table import NO, Row

# The student sees who looked, the zorgcoördinator only where an escalation runs; for the team there is no such page.
KEEK = {"marije": "student", "sanna": "student_ander", "has": "", "milan": "", "lotte": ""}


def own_rows() -> list[Row]:
    """Everything of this topic."""
    found = [Row("wie_keek", name, f"200 {who}" if who else "", NO, {}) for name, who in KEEK.items()]
    found.append(Row("gekeken_geteld", "", "200 beheer", NO, {}))
    return found
