"""Every mail is one of our fixed texts with a fixed subject, and leaves by one door."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.mail import EmailMessage

from tests.harness.mails import FOLDER, VALUES, faults, names, variables
from tests.house.source import ROOT, app_files, imports, parse

DOOR = "kern/post/"
# What sends mail without the outbox.
OTHER_DOORS = re.compile(r"(django\.core\.mail|smtplib|email\.mime)\b")


def side_doors(path: Path, tree: ast.Module) -> list[str]:
    """The imports of a file by which it could send mail itself."""
    if str(path).startswith(DOOR):
        return []
    return [f"{path}:{line} {name}" for line, name in imports(tree) if OTHER_DOORS.match(name)]


def posts(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls of `post` in a file that has it from kern.post."""
    if not any(name == "kern.post.post" for _, name in imports(tree)):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "post":
            yield node


def fixed(node: ast.expr | None) -> list[str] | None:
    """The texts that an expression can be: one, or one of two; None for anything that is put together."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        both = [fixed(node.body), fixed(node.orelse)]
        return [text for texts in both for text in texts or []] if all(both) else None
    return None


def loose_words(path: Path, tree: ast.Module) -> list[str]:
    """The calls of a file whose subject or text is not fixed, or whose text does not exist."""
    found = []
    for call in posts(tree):
        given = {word.arg: word.value for word in call.keywords}
        if fixed(given.get("onderwerp")) is None:
            found.append(f"{path}:{call.lineno} onderwerp is geen vaste tekst")
        known = fixed(given.get("sjabloon"))
        if known is None or not set(known) <= set(names()):
            found.append(f"{path}:{call.lineno} sjabloon bestaat niet")
    return found


def test_mail_leaves_by_one_door() -> None:
    assert [fault for path in app_files() for fault in side_doors(path, parse(path))] == []


def test_subjects_and_texts_are_fixed() -> None:
    trees = {path: parse(path) for path in app_files() if not str(path).startswith(DOOR)}
    assert sum(1 for tree in trees.values() for _ in posts(tree)) >= 3
    assert [fault for path, tree in trees.items() for fault in loose_words(path, tree)] == []


@pytest.mark.parametrize("name", names())
def test_a_text_has_one_sentence_a_link_and_no_name(name: str) -> None:
    source = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert source.startswith('{% extends "post/basis.txt" %}')
    assert variables(name) <= set(VALUES)


def test_every_text_is_used() -> None:
    used = {text for path in app_files() for call in posts(parse(path)) for text in _texts(call)}
    assert used == set(names())


def _texts(call: ast.Call) -> list[str]:
    return next((fixed(word.value) or [] for word in call.keywords if word.arg == "sjabloon"), [])


@pytest.mark.parametrize(
    "line",
    [
        "onderwerp=f'Nieuws over {naam}', sjabloon='melding'",
        "onderwerp='Nieuws', sjabloon=naam",
        "onderwerp='Nieuws', sjabloon='brief'",
        "onderwerp=naam if waar else 'Nieuws', sjabloon='melding'",
    ],
)
def test_loose_words_are_found(line: str) -> None:
    tree = ast.parse(f"from kern.post import post\npost(to=x, {line})")
    assert len(loose_words(Path("cases/views.py"), tree)) == 1


def test_a_side_door_is_found() -> None:
    tree = ast.parse("from django.core.mail import send_mail")
    assert side_doors(Path("cases/views.py"), tree) == ["cases/views.py:1 django.core.mail.send_mail"]


def test_a_name_in_a_mail_is_found() -> None:
    good = "Hallo,\n\nEr is iets nieuws voor je in Kansrijk. Log in om het te lezen.\n\n{}\n\n{}\n\nKansrijk"
    end = "In deze mail staat niet wat het is. Zo kan niemand meelezen."
    link = "http://localhost:8000/"
    assert faults(EmailMessage("Er wacht nog iets", good.format(link, end), to=["a@b.example"])) == []
    for body in (
        good.format(link, end).replace("Hallo", "Hallo Marije"),
        good.format("http://elders.example/", end),
        good.format(link, f"{end} Marije"),
    ):
        assert len(faults(EmailMessage("Er wacht nog iets", body, to=["a@b.example"]))) >= 1
    assert faults(EmailMessage("Iets over Marije (16)", good.format(link, end), to=["a@b.example"]))


def test_no_text_stands_outside_the_folder() -> None:
    assert [path for path in (ROOT / "templates").rglob("*.txt") if path.parent != FOLDER] == []
