"""Views fetch through the person who looks: they never ask a model itself, so no row can come along unasked."""

import ast
from pathlib import Path

import pytest

from tests.house.source import app_files, parse

SHORTCUTS = {"get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}


def is_views_module(path: Path) -> bool:
    """Whether a file holds views: views.py, something_views.py, or anything in a package views/."""
    return path.stem == "views" or path.stem.endswith("_views") or "views" in path.parts[:-1]


def direct_fetches(path: Path, tree: ast.Module) -> list[str]:
    """The places in a file that ask a model itself. A shortcut over a queryset of the viewer's is one as well:
    the query functions raise Http404 themselves, so that fetching and being allowed are one call."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            found.append(f"{path}:{node.lineno} {ast.unparse(node)}")
        if isinstance(node, ast.Name | ast.Attribute) and (
            (node.id if isinstance(node, ast.Name) else node.attr) in SHORTCUTS
        ):
            found.append(f"{path}:{node.lineno} {ast.unparse(node)}")
        if isinstance(node, ast.alias) and node.name in SHORTCUTS:
            found.append(f"{path}: import van {node.name}")
        if isinstance(node, ast.Constant) and node.value in MANAGERS:
            found.append(f"{path}:{node.lineno} {node.value!r} als naam")
    return found


def test_no_view_asks_a_model_itself() -> None:
    views = [path for path in app_files() if is_views_module(path)]
    assert [fault for path in views for fault in direct_fetches(path, parse(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "def f(request, pk):\n    return Student.objects.get(pk=pk)",
        "rows = models.Student.objects.filter(klas=klas)",
        "student = get_object_or_404(Student, pk=pk)",
        "student = shortcuts.get_object_or_404(\n    Student.klas_set, pk=pk)",
        "from django.shortcuts import get_object_or_404 as fetch",
        "rows = Student._default_manager.all()",
        "rows = getattr(Student, 'objects').all()",
    ],
)
def test_a_planted_offence_is_found(source: str) -> None:
    assert direct_fetches(Path("students/views.py"), ast.parse(source)) != []


def test_fetching_through_the_viewer_is_fine() -> None:
    source = "student = get_student(request.viewer, pk)\nrows = students_for(request.viewer)"
    assert direct_fetches(Path("students/views.py"), ast.parse(source)) == []


@pytest.mark.parametrize(
    "path", ["students/views.py", "begeleiders/account_views.py", "collaboration/views/voor.py"]
)
def test_views_modules_are_recognised(path: str) -> None:
    assert is_views_module(Path(path))
    assert not is_views_module(Path("students/queries.py"))
