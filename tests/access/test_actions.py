"""Every action that writes is known here with the lines it puts into the log, and writes nothing without them."""

import ast
import importlib
from collections.abc import Callable
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from collaboration import actions
from collaboration.actions import afspraak, gesprek, poging, vastleggen
from collaboration.models import Afspraak, Contactpoging, Gesprek
from kern.log import Subject
from kern.models import LogRegel
from tests import acts
from tests.access.world import World
from tests.factories import days

ROOT = Path(actions.__file__).parents[2]
# Where actions stand; those of the rooms below are named with their room: "stageplekken.uren.enter_day".
FOLDERS = {
    "": "collaboration/actions",
    "stageplekken.": "stageplekken/actions",
    "begeleiders.": "begeleiders/actions",
    "students.": "students/actions",
    "cases.": "cases/actions",
}
# module.function -> the lines it may write; () for a part of another action, or what changes nothing of a file.
# Those of a topic stand in tests/access/actions_<topic>.py.
ACTIONS: dict[str, tuple[str, ...]] = {
    "afspraak.make": ("afspraak gemaakt",),
    "afspraak.remove": ("afspraak weggehaald",),
    "afspraak.finish": ("afspraak gedaan", "afspraak nog niet gelukt", "afspraak vervallen"),
    "afspraak.reopen": ("afspraak open",),
    "afspraak.bring_to_life": (),  # part of vastleggen, and of its line
    "afspraak.drop_open": ("afspraak vervallen",),
    "gesprek.start": ("gesprek begonnen",),
    "gesprek.moved": (),  # part of the others
    "gesprek.log": (),
    "gesprek.locked": (),
    "gesprek.save_step": ("antwoorden bewaard",),
    "gesprek.go_to": (),  # where somebody is in a checklist: no content
    "gesprek.begin": ("gesprek gaat van start",),
    "gesprek.change_plan": ("gesprek aangepast", "gespreksvoerders aangepast"),
    "gesprek.resolve": ("tekst gekozen",),
    "gesprek.student_answers": ("student antwoordde",),
    "invullen.save_page": (),  # parts of the others
    "invullen.leave_for": (),
    "invullen.choose": (),
    "kort.note": (),  # start, make and vastleggen in one
    "poging.note": ("contactpoging genoteerd",),
    "poging.take_back": ("contactpoging weggehaald",),
    "vastleggen.vastleggen": ("gesprek vastgelegd", "gesprek vervangen"),
    "vastleggen.correct": ("nieuwe versie begonnen",),
    "vastleggen.withdraw": ("gesprek ingetrokken", "afspraak vervallen"),
    "vastleggen.narrow": ("kring kleiner gemaakt",),
    "melding.meld": (),  # part of the others: holds no content
    "melding.seen": (),  # of one's own meldingen
}
for _file in sorted(Path(__file__).parent.glob("actions_*.py")):
    ACTIONS |= importlib.import_module(f"tests.access.{_file.stem}").ACTIONS


@cache
def functions() -> dict[str, ast.FunctionDef]:
    """Every public function of the actions."""
    found = {}
    for prefix, folder in FOLDERS.items():
        for path in sorted((ROOT / folder).glob("*.py")):
            for node in ast.parse(path.read_text()).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    found[f"{prefix}{path.stem}.{node.name}"] = node
    return found


def test_every_action_is_listed() -> None:
    there = set(functions())
    assert sorted(there - set(ACTIONS)) == [], "welke regel schrijft deze in het logboek? Zet het in ACTIONS"
    assert sorted(set(ACTIONS) - there) == [], "deze staat niet meer bij de acties"


def test_every_line_fits_in_the_log() -> None:
    """SQLite keeps a text that is too long, PostgreSQL refuses it."""
    most = LogRegel._meta.get_field("actie").max_length
    assert most
    assert [line for lines in ACTIONS.values() for line in lines if len(line) > most] == []


@pytest.mark.parametrize(
    "name", [name for name, said in ACTIONS.items() if said and name != "afspraak.drop_open"]
)
def test_an_action_is_atomic_and_keyword_only(name: str) -> None:
    node = functions()[name]
    assert "transaction.atomic" in [ast.unparse(one) for one in node.decorator_list]
    assert not node.args.args
    assert node.args.kwonlyargs[0].arg == "by"


# With a log that fails, nothing of the change may stay behind.
WRITES: dict[str, Callable[[World], Any]] = {
    "start": lambda w: acts.concept(w.viewer("mentor"), w.students["marije"], acts.B),
    "make": lambda w: acts.afspraak(w.viewer("mentor"), w.students["marije"]),
    "finish": lambda w: afspraak.finish(by=w.viewer("mentor"), afspraak_id=w.afspraken["stage"].pk, naar="gedaan"),
    "note": lambda w: acts.poging(w.viewer("mentor"), w.students["marije"]),
    # A copy: what is deleted loses its id, and the world is that of all tests here.
    "take_back": lambda w: poging.take_back(by=w.viewer("mentor"), poging=copy(w.pogingen["mentor"])),
    "save_step": lambda w: acts.answer(w.viewer("mentor"), w.gesprekken["concept"], {"s2n": "Nieuw"}),
    "student_answers": lambda w: gesprek.student_answers(
        by=w.viewer("mentor"), gesprek_id=w.gesprekken["concept"].pk,
        posted=acts.posted(w.gesprekken["concept"], {"student-woorden": "Fijn"}),
    ),
    "vastleggen": lambda w: vastleggen.vastleggen(
        by=w.viewer("mentor"), gesprek_id=w.gesprekken["concept_kort"].pk, laag="begeleiding"
    ),
    "correct": lambda w: vastleggen.correct(by=w.viewer("mentor"), gesprek_id=w.gesprekken["begeleiding"].pk),
    "withdraw": lambda w: vastleggen.withdraw(
        by=w.viewer("mentor"), gesprek_id=w.gesprekken["begeleiding"].pk, reden="Fout"
    ),
    "narrow": lambda w: vastleggen.narrow(
        by=w.viewer("mentor"), gesprek_id=w.gesprekken["stage"].pk, laag="begeleiding"
    ),
}  # fmt: skip


def everything(world: World) -> list[Any]:
    rows = [list(model.objects.order_by("pk").values()) for model in (Gesprek, Afspraak, Contactpoging)]
    invulling = world.gesprekken["concept"].invulling
    assert invulling is not None
    return [*rows, list(invulling.antwoorden.order_by("pk").values())]


@pytest.mark.parametrize("name", WRITES)
def test_without_its_line_nothing_is_written(
    name: str, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(action: str, *, by: Any, about: Subject, allowed: bool = True) -> None:
        raise RuntimeError("het logboek is vol")

    before = everything(world)
    for module in (afspraak, gesprek, poging):
        monkeypatch.setattr(module, "record", broken)
    with pytest.raises(RuntimeError, match="logboek"):
        WRITES[name](world)
    assert everything(world) == before


def test_with_its_line_it_is_written(world: World) -> None:
    for name, write in WRITES.items():
        if name in ("withdraw",):  # corrected a moment before
            continue
        before = everything(world)
        write(world)
        assert everything(world) != before, name


def test_a_role_that_ended_between_looking_and_saving_writes_nothing(world: World) -> None:
    mentor = world.people["mentor"]
    mentor.klas_rollen.update(einde=days(-1), eindreden="weg")
    before = everything(world)
    for name in ("start", "make", "note", "save_step", "vastleggen"):
        with pytest.raises(PermissionDenied, match="kunnen alleen de begeleiders"):
            WRITES[name](world)
    assert everything(world) == before
