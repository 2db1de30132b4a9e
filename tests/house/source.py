"""The house as text: its rooms, its Python files, and what each file imports. Nothing is run or imported."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# From the roof to the basement; rooms on one floor do not know each other.
FLOORS = (
    {"kansrijk"},
    {"collaboration"},
    {"stageplekken", "cases"},
    {"students", "checklists"},
    {"begeleiders"},
    {"kern"},
)
ROOMS = set().union(*FLOORS)


def app_files() -> list[Path]:
    """Every Python file of the rooms, migrations aside, relative to the root."""
    return [
        path.relative_to(ROOT)
        for room in sorted(ROOMS)
        for path in sorted((ROOT / room).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def files_of_tests() -> list[Path]:
    """Every Python file of the tests, relative to the root."""
    return [path.relative_to(ROOT) for path in sorted((ROOT / "tests").rglob("*.py"))]


@cache
def parse(path: Path) -> ast.Module:
    """The syntax tree of a file named relative to the root."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def length(path: Path) -> int:
    """Lines in a file."""
    return len((ROOT / path).read_text(encoding="utf-8").splitlines())


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a file imports, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function, its decorators and docstring not counted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            yield node.name, (node.end_lineno or 0) - body[0].lineno + 1
