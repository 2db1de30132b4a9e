"""Doelen in small steps, and what somebody saw go well, in the demo world."""

import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from students.actions import doel as doelen
from students.actions import succes as successen
from students.models import DoelStap
from tests import acts_doel
from tests.demo.keys import key

if TYPE_CHECKING:
    from tests.demo.stories import Story
    from tests.demo.verbs import Row, Verb


def doel(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`doel`: the words; `over`: which begeleidingsdoel; `stappen`; perhaps `droom`, and `voor` a day.

    `daarna`: in order of time what became of it, each with dag, uur and wie: `gelukt` (a step), `stukjes` (of the step
    `van`), `deel` (with whom), `klaar`.
    """
    story.add(at, partial(_make, story, code, number, row, at))
    for said in row.get("daarna", []):
        then = story.world.days.at(said["dag"], said["uur"])
        story.add(then, partial(_after, story, key(code, number), said, then))


def _make(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    voor = story.world.days.day(row["voor"]) if "voor" in row else None
    plan = doelen.Plan(row["doel"], row["over"], row.get("droom", ""), voor, tuple(row["stappen"]))
    student = story.world.students[code]
    doelen.maak_doel(by=story.by(row["wie"], at), student=student, plan=plan, sleutel=key(code, number))


def _after(story: "Story", pk: Any, said: "Row", at: datetime.datetime) -> None:
    by = story.by(said["wie"], at)
    if "klaar" in said:
        doelen.doel_gehaald(by=by, doel_id=pk)
        return
    steps = DoelStap.objects.select_related("doel__student__klas").filter(doel=pk)
    if "gelukt" in said:
        acts_doel.gelukt(by, steps.get(tekst=said["gelukt"]))
    elif "stukjes" in said:
        acts_doel.stukjes(by, steps.get(tekst=said["van"]), *said["stukjes"])
    else:
        acts_doel.deel(by, steps[0].doel, story.world.people[said["deel"]])


def succes(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`succes`: what `wie` saw go well."""

    def play() -> None:
        by, student = story.by(row["wie"], at), story.world.students[code]
        successen.noteer_succes(
            by=by, student=student, tekst=row["succes"], dag=at.date(), sleutel=key(code, number)
        )

    story.add(at, play)


VERBS: dict[str, "Verb"] = {"doel": doel, "succes": succes}
