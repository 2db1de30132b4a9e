"""Each room imports only from the floors below its own, and files and functions stay small enough to read."""

import ast
from pathlib import Path

import pytest

from tests.house.source import FLOORS, ROOMS, app_files, files_of_tests, functions, imports, length, parse

FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# The demo world is made by the factories of the tests, so that both speak of the same people.
MAY_USE_TESTS = {Path("kansrijk/management/commands/demo.py")}
# A file over 300 lines becomes a package; one that may be longer stands here with its reason. None has over 500.
LONGER: dict[str, str] = {}


def wrong_imports(path: Path, tree: ast.Module) -> list[str]:
    """The imports of one file that go sideways, up, or into the tests."""
    room = path.parts[0]
    found = []
    for line, name in imports(tree):
        other = name.partition(".")[0]
        if other == "tests" and path not in MAY_USE_TESTS:
            found.append(f"{path}:{line} gebruikt de tests")
        if other in ROOMS and other != room and FLOOR_OF[other] <= FLOOR_OF[room]:
            found.append(f"{path}:{line} haalt {name} niet van een lagere verdieping")
    return found


def test_rooms_import_only_from_below() -> None:
    assert [fault for path in app_files() for fault in wrong_imports(path, parse(path))] == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("kern/log.py", "from students.models import Student"),
        ("students/access.py", "import checklists.models"),
        ("cases/views.py", "def f():\n    from stageplekken import models"),
        ("begeleiders/views.py", "from kansrijk.context import house"),
        ("kern/pdf.py", "from tests.factories import student"),
    ],
)
def test_a_wrong_import_is_found(path: str, line: str) -> None:
    assert len(wrong_imports(Path(path), ast.parse(line))) == 1


def test_import_from_below_is_fine() -> None:
    assert wrong_imports(Path("collaboration/views.py"), ast.parse("from kern.http import page")) == []


def test_files_stay_short() -> None:
    long = {
        str(path): lines for path in app_files() if (lines := length(path)) > 300 and str(path) not in LONGER
    }
    assert long == {}
    assert [path for path in LONGER if length(Path(path)) > 500] == []
    assert [str(path) for path in files_of_tests() if length(path) > 300] == []


def test_most_files_are_far_shorter() -> None:
    lengths = sorted(lines for path in app_files() if (lines := length(path)) > 0)
    assert lengths[len(lengths) // 2] <= 100
    assert lengths[len(lengths) * 9 // 10] <= 250


def test_functions_stay_short() -> None:
    found = [
        (str(path), name, lines)
        for path in app_files()
        for name, lines in functions(parse(path))
        if lines > 30
    ]
    assert found == []
