"""What happened in the demo world, played in order of time through the actions that people use."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from collaboration.actions import afspraak as afspraken
from collaboration.actions.vastleggen import vastleggen as leg_vast
from collaboration.models import Gesprek
from students.access import Viewer
from students.enums import Laag
from tests import acts
from tests.demo import verbs, verbs_doelen, verbs_handleiding, verbs_samen, verbs_team, verbs_zorg
from tests.demo.calendar import clock_at
from tests.demo.world import World, key

VERBS = verbs.VERBS | verbs_zorg.VERBS | verbs_samen.VERBS | verbs_doelen.VERBS | verbs_handleiding.VERBS
VERBS |= verbs_team.VERBS
INSTRUMENTEN = {"a": acts.A, "b": acts.B, "kort": None}
PLAN = (
    "soort",
    "wijze",
    "duur",
    "plek",
    "onderwerp",
    "onderwerp_regel",
    "begeleidingsdoel",
    "tekst",
    "gewone_woorden",
)
# Between the first and the last word of a gesprek, and the moment that it is vastgelegd.
AFTERWARDS = 10


@dataclass(order=True)
class Moment:
    """Something that somebody did, at a time."""

    at: datetime.datetime
    number: int
    play: Callable[[], None] = field(compare=False)


class Story:
    """All moments of all students; first told, then played in order of time, as the log has them in that order."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.moments: list[Moment] = []

    def add(self, at: datetime.datetime, play: Callable[[], None]) -> None:
        """Let this happen then."""
        self.moments.append(Moment(at, len(self.moments), play))

    def play(self) -> None:
        """Let everything happen."""
        for moment in sorted(self.moments):
            with clock_at(moment.at):
                moment.play()

    def by(self, who: str, at: datetime.datetime) -> Viewer:
        """This person, with the roles of that moment."""
        return Viewer(user=self.world.people[who], today=at.date())

    def tell(self, code: str, rows: list[dict[str, Any]]) -> None:
        """Take up what the file says of one student."""
        for number, row in enumerate(rows):
            at = self.world.days.at(row["dag"], row["uur"])
            verb = next((verb for word, verb in VERBS.items() if word in row), None)
            if verb:
                verb(self, code, number, row, at)
            elif "poging" in row:
                self.add(at, partial(self._poging, code, number, row, at))
            elif "afspraak" in row:
                self.add(
                    at, partial(self._afspraak, code, key(code, number), row["afspraak"], row["wie"], at)
                )
                self._ending(code, key(code, number), row["afspraak"])
            else:
                self._tell_gesprek(code, number, row, at)

    # Contactpogingen and afspraken --------------------------------------------------------------------------

    def _poging(self, code: str, number: int, row: dict[str, Any], at: datetime.datetime) -> None:
        more = {name: row[name] for name in ("uitkomst", "notitie") if name in row}
        acts.poging(
            self.by(row["wie"], at),
            self.world.students[code],
            sleutel=key(code, number),
            wijze=row["poging"],
            **more,
        )

    def _afspraak(
        self,
        code: str,
        pk: Any,
        row: dict[str, Any],
        wie: str,
        at: datetime.datetime,
        gesprek: Gesprek | None = None,
    ) -> None:
        owner = None if row["wie"] == acts.STUDENT else self.world.people[row["wie"]]
        acts.afspraak(
            self.by(wie, at),
            self.world.students[code],
            row["wat"],
            eigenaar=owner,
            voor=self.world.days.day(row["voor"]),
            gesprek=gesprek,
            sleutel=pk,
        )

    def _ending(self, code: str, pk: Any, row: dict[str, Any]) -> None:
        """When and by whom an afspraak was ended: by its owner, or by the mentor for the student."""
        naar = next((naar for naar in ("gedaan", "niet_gelukt", "vervallen") if naar in row), None)
        if naar is None:
            return
        at = self.world.days.at(row[naar], row.get("uur", "15.30"))
        mentor = self.world.mentors[self.world.students[code].klas.naam]
        who = row.get("door", mentor if row["wie"] == acts.STUDENT else row["wie"])
        more = {name: row[name] for name in ("reden", "vervolg") if name in row}
        self.add(
            at, lambda: afspraken.finish(by=self.by(who, at), afspraak_id=pk, naar=naar, **more) and None
        )

    # Gesprekken ---------------------------------------------------------------------------------------------

    def _tell_gesprek(self, code: str, number: int, row: dict[str, Any], at: datetime.datetime) -> None:
        self.add(at, partial(self._begin, code, number, row, at))
        if "laag" in row:
            fixed = at + datetime.timedelta(minutes=row.get("duur", 5) + AFTERWARDS)
            self.add(fixed, partial(self._fix, code, number, row, fixed))
        for place, promise in enumerate(row.get("afspraken", [])):
            self._ending(code, key(code, number, place), promise)

    def _begin(self, code: str, number: int, row: dict[str, Any], at: datetime.datetime) -> None:
        by, student = self.by(row["wie"], at), self.world.students[code]
        plan = {name: row[name] for name in PLAN if name in row}
        planned = self.world.days.coming(*row["gepland"]) if "gepland" in row else at
        gesprek = acts.concept(
            by,
            student,
            INSTRUMENTEN[row["gesprek"]],
            sleutel=key(code, number),
            wanneer=planned,
            student_erbij=row.get("student_erbij", True),
            voerders=tuple(self.world.people[name].pk for name in row.get("met", [])),
            **plan,
        )
        if "antwoorden" in row:
            acts.answer(by, gesprek, row["antwoorden"], stap=row.get("stap", "" if "laag" in row else "voor"))
        for place, promise in enumerate(row.get("afspraken", [])):
            self._afspraak(code, key(code, number, place), promise, row["wie"], at, gesprek)

    def _fix(self, code: str, number: int, row: dict[str, Any], at: datetime.datetime) -> None:
        stage = None
        if row["laag"] == Laag.STAGE:
            stages = self.world.stages[code]
            stage = stages[row["stage"]] if "stage" in row else list(stages.values())[-1]
        leg_vast(by=self.by(row["wie"], at), gesprek_id=key(code, number), laag=row["laag"], stage=stage)
