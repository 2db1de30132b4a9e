"""How people are to be reached, and who stands around a student without an account, in the demo world."""

import datetime
from typing import TYPE_CHECKING

from students.actions import netwerk as actions
from students.actions.team import Woorden, zeg_bereikbaar
from tests.demo.keys import key

if TYPE_CHECKING:
    from tests.demo.stories import Story
    from tests.demo.verbs import Row, Verb


def bereikbaar(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`bereikbaar`: the words of `wie`; `dagen` (0 is Monday); `email` where the address shows."""

    def play() -> None:
        said = Woorden(tuple(row["dagen"]), row["bereikbaar"], toon_email=row.get("email", False))
        zeg_bereikbaar(by=story.by(row["wie"], at), woorden=said)

    story.add(at, play)


def netwerk(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """`netwerk`: who; `relatie`, `waarvoor`, `bereiken`; `gezegd` (that day), or `grond` with `reden`, or asked."""

    def play() -> None:
        wie = actions.Wie(
            row["relatie"], row["netwerk"], row["waarvoor"], row.get("organisatie", ""), row["bereiken"]
        )
        said = at.date() if row.get("gezegd") else None
        mag = actions.Mag(gezegd_op=said, grond=row.get("grond", ""), grond_reden=row.get("reden", ""))
        by, pk = story.by(row["wie"], at), key(code, number)
        actions.zet_erbij(by=by, student=story.world.students[code], wie=wie, mag=mag, sleutel=pk)

    story.add(at, play)


VERBS: dict[str, "Verb"] = {"bereikbaar": bereikbaar, "netwerk": netwerk}
