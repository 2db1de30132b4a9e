"""The student's own words in the demo world: the handleiding, the views of the gedeeld beeld, the leefgebieden."""

import datetime
from typing import TYPE_CHECKING

from students.actions import beeld as beelden
from students.actions import handleiding as delen
from students.actions.vrijgave import geef_vrij
from students.enums import Soort

if TYPE_CHECKING:
    from tests.demo.stories import Story
    from tests.demo.verbs import Row, Verb


def _shared(story: "Story", code: str, row: "Row", soort: Soort, part: str, at: datetime.datetime) -> None:
    """`deelt`: to whom the student gave it."""
    for who in row.get("deelt", []):
        geef_vrij(
            by=story.by(code, at), student=story.world.students[code], aan=story.world.people[who],
            soort=soort, onderdeel=part,
        )  # fmt: skip


def handleiding(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`handleiding`: the code of a part; `tekst`; `deelt`: with whom. Written by the student."""

    def play() -> None:
        student, part = story.world.students[code], row["handleiding"]
        delen.schrijf(by=story.by(code, at), student=student, onderdeel=part, tekst=row["tekst"], gezien=None)
        _shared(story, code, row, Soort.HANDLEIDING, part, at)

    story.add(at, play)


def vraag_om_deel(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`vraag_om`: the code of a part that `wie` asks for; `tekst`: why."""

    def play() -> None:
        student = story.world.students[code]
        delen.vraag(
            by=story.by(row["wie"], at), student=student, onderdeel=row["vraag_om"], waarom=row["tekst"]
        )

    story.add(at, play)


def beeld(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`beeld`: the code of one of the three questions; `tekst` of `wie`; `deelt` where that is the student."""

    def play() -> None:
        student, part = story.world.students[code], row["beeld"]
        beelden.schrijf_beeld(
            by=story.by(row["wie"], at), student=student, vraag=part, tekst=row["tekst"], gezien=0
        )
        _shared(story, code, row, Soort.GEDEELD_BEELD, part, at)

    story.add(at, play)


def leefgebied(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`leefgebied`: its code; `stand`; `deelt`: with whom. Said by the student."""

    def play() -> None:
        student, part = story.world.students[code], row["leefgebied"]
        beelden.zet_leefgebied(by=story.by(code, at), student=student, gebied=part, stand=row["stand"])
        _shared(story, code, row, Soort.LEEFGEBIEDEN, part, at)

    story.add(at, play)


VERBS: dict[str, "Verb"] = {
    "handleiding": handleiding,
    "vraag_om": vraag_om_deel,
    "beeld": beeld,
    "leefgebied": leefgebied,
}
