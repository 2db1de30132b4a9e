"""Two begeleiders who look at how they work together, and somebody who looks at the own guidance, in the demo world."""

import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from collaboration.actions import samen
from tests import acts_samen
from tests.demo.keys import key

if TYPE_CHECKING:
    from tests.demo.stories import Story
    from tests.demo.verbs import Row, Verb


def samenwerking(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`samen`: whom `wie` asked; `antwoorden` by person: the six words in order and notes; `vrij`: who gave it free.
    `afspraak`: what they agreed afterwards."""
    story.add(at, partial(_round, story, code, number, row, at))


def _round(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    people, student = story.world.people, story.world.students[code]
    ronde = acts_samen.ask(story.by(row["wie"], at), people[row["samen"]], student, sleutel=key(code, number))
    for name, said in row.get("antwoorden", {}).items():
        answers: dict[str, Any] = acts_samen.six(*said["zes"].split()) | said.get("notities", {})
        acts_samen.fill(story.by(name, at), ronde, answers)
    for name in row.get("vrij", []):
        samen.give(by=story.by(name, at), samenwerking_id=ronde.pk)
    if "afspraak" in row:
        said = row["afspraak"]
        ronde.refresh_from_db()
        by, owner = story.by(row["wie"], at), people[said["wie"]]
        acts_samen.discuss(by, ronde, said["wat"], eigenaar=owner, kenmerk=said["kenmerk"])


def eigen(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`eigen`: answers of a private look at the own guidance."""

    def play() -> None:
        acts_samen.look(story.by(row["wie"], at), story.world.students[code], row["eigen"], klaar=True)

    story.add(at, play)


VERBS: dict[str, "Verb"] = {"samen": samenwerking, "eigen": eigen}
