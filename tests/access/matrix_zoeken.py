"""The matrix of the search; what each finds is in tests/collaboration/test_zoeken.py."""

from tests.access.table import Row


def zoek_rows() -> list[Row]:
    """The page, and the answer to what was sent: no redirect, as no address holds a name."""
    return [Row("zoeken", "", "200 ingelogd", "200 ingelogd", {})]
