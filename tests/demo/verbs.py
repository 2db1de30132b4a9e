"""What happens in the demo world beside gesprekken: signalen, talks at the stage, the end of a stage, klas gezien."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from collaboration.actions import aandacht
from collaboration.actions import signaal as signalen
from stageplekken.actions import talks as fill
from stageplekken.actions import talks_samen
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort
from stageplekken.models import Stage
from tests import acts_talks
from tests.demo.keys import key

if TYPE_CHECKING:
    from tests.demo.stories import Story

Row = dict[str, Any]
Verb = Callable[["Story", str, int, Row, datetime.datetime], None]


def stage_of(story: "Story", code: str, row: Row) -> Stage:
    """The stage that a row is about: the newest, or that at `bij`."""
    stages = story.world.stages[code]
    return stages[row["bij"]] if "bij" in row else list(stages.values())[-1]


# Signalen -------------------------------------------------------------------------------------------------


def signaal(story: "Story", code: str, number: int, row: Row, at: datetime.datetime) -> None:
    """Sent; and what became of it: gezien, opgepakt, teruggemeld, gesloten, each with dag, uur, wie and words."""
    pk, student = key(code, number), story.world.students[code]
    bericht = signalen.Bericht(row["signaal"], at.date(), row.get("tekst", ""))
    by = partial(story.by, row["wie"], at)
    story.add(at, lambda: signalen.send(by=by(), student=student, bericht=bericht, sleutel=pk) and None)
    for step in ("gezien", "opgepakt", "teruggemeld", "gesloten"):
        if step in row:
            said = row[step]
            then = story.world.days.at(said["dag"], said["uur"])
            story.add(then, partial(_step, story, step, pk, said, then))


def _step(story: "Story", step: str, pk: Any, said: Row, at: datetime.datetime) -> None:
    by, tekst = story.by(said["wie"], at), said.get("tekst", "")
    if step == "gezien":
        signalen.see(by=by, signaal_id=pk)
    elif step == "opgepakt":
        signalen.pick_up(by=by, signaal_id=pk, aanpak=signalen.Aanpak(tekst))
    elif step == "teruggemeld":
        signalen.report_back(by=by, signaal_id=pk, terugmelding=tekst)
    else:
        signalen.close(by=by, signaal_id=pk, reden=tekst)


# The three talks ------------------------------------------------------------------------------------------


def talk(story: "Story", code: str, number: int, row: Row, at: datetime.datetime) -> None:
    """`talk: start`: `delen` has the answers of each side (with `stand` for all the rest); `klaar` names the sides that
    are ready; `besproken` and `akkoord` what came of it."""
    story.add(at, partial(_talk, story, code, row, at))


def _talk(story: "Story", code: str, row: Row, at: datetime.datetime) -> None:
    stage, mentor = stage_of(story, code, row), story.world.mentor_of(code)
    by = story.by(mentor, at)
    talk = acts_talks.plan(by, stage)[TalkSoort(row["talk"])]
    for name, said in row.get("delen", {}).items():
        kant = Kant(name)
        answers = acts_talks.whole(talk, kant, said.pop("stand", "voldoende")) if name in row["klaar"] else {}
        who, lent = _side(story, code, kant, at)
        acts_talks.answer(who, talk, kant, answers | said, lent=lent)
        if name in row["klaar"]:
            fill.finish(by=who, talk_id=talk.pk, kant=kant, lent=lent)
    if "samen" in row:
        acts_talks.answer(by, talk, Kant.SAMEN, row["samen"])
    if row.get("besproken"):
        talks_samen.discuss(by=by, talk_id=talk.pk, dag=at.date())
    for kant in KANTEN:
        if kant.value in row.get("akkoord", []):
            who, lent = _side(story, code, kant, at)
            talks_samen.agree(by=who, talk_id=talk.pk, kant=kant, gezien=acts_talks.seen(talk), lent=lent)


def _side(story: "Story", code: str, kant: Kant, at: datetime.datetime) -> tuple[Any, bool]:
    """Who fills in a side; a student without an account on the phone of the mentor."""
    world = story.world
    if kant == Kant.PRAKTIJK:
        return story.by(world.guides[list(world.stages[code])[-1]], at), False
    if kant == Kant.STUDENT and code in world.people:
        return story.by(code, at), False
    return story.by(world.mentor_of(code), at), kant == Kant.STUDENT


# A klas ---------------------------------------------------------------------------------------------------


def klas_seen(story: "Story", naam: str, row: Row) -> None:
    """`gezien` of a klas: everybody was there but those in `niet`."""
    at = story.world.days.at(row["dag"], row["uur"])

    def play() -> None:
        world = story.world
        students = [one for one in world.students.values() if one.klas.naam == naam]
        absent = {world.students[code].pk for code in row.get("niet", [])}
        there = [one.pk for one in students if one.pk not in absent]
        aandacht.see_klas(by=story.by(row["wie"], at), klas=world.klassen[naam], er=there, niet=absent)

    story.add(at, play)


VERBS: dict[str, Verb] = {"signaal": signaal, "talk": talk}
