"""The world of the access tests: the cast of tests/cast.py, a few more people, and one object of every kind.

Every text holds a word that stands nowhere else (`word`), so that a test can see who gets to read it.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from begeleiders.models import User
from checklists.models import Botsing
from collaboration.actions import gesprek as gesprekken
from collaboration.actions import vastleggen as einde
from collaboration.models import Afspraak, Contactpoging, Gesprek
from students.access import Viewer
from students.enums import Laag
from students.models import Student
from tests import acts
from tests.access import (
    world_aandacht,
    world_cases,
    world_doelen,
    world_handleiding,
    world_in,
    world_leidraad,
    world_samen,
    world_signaal,
    world_talks,
    world_team,
    world_zorg,
)
from tests.access.people import PEOPLE, more_people
from tests.cast import Cast, build_cast
from tests.factories import days

OP_TIJD = {"onderwerp": "op_tijd"}


def word(name: str) -> str:
    """The word that stands in the text of one object and nowhere else: word("gesprek stage") is "Xqgesprekstageqx"."""
    return f"Xq{''.join(name.replace('_', ' ').split())}qx"


@dataclass
class World:
    """Everyone by role, and every object by the name that the tables use."""

    cast: Cast
    people: dict[str, User]
    students: dict[str, Student]
    gesprekken: dict[str, Gesprek] = field(default_factory=dict)
    afspraken: dict[str, Afspraak] = field(default_factory=dict)
    pogingen: dict[str, Contactpoging] = field(default_factory=dict)
    botsing: Botsing | None = None
    aandacht: dict[str, Any] = field(default_factory=dict)
    uitnodigingen: dict[str, Any] = field(default_factory=dict)
    signaal: dict[str, UUID] = field(default_factory=dict)
    zorg: dict[str, Any] = field(default_factory=dict)
    samen: dict[str, Any] = field(default_factory=dict)
    talks: dict[str, UUID] = field(default_factory=dict)
    leidraad: dict[str, UUID] = field(default_factory=dict)
    team: dict[str, UUID] = field(default_factory=dict)
    doelen: dict[str, UUID] = field(default_factory=dict)
    casussen: dict[str, UUID] = field(default_factory=dict)
    handleiding: dict[str, UUID] = field(default_factory=dict)

    def viewer(self, person: str, ago: int = 0) -> Viewer:
        """Somebody as the one who looks, today or so many days ago."""
        return Viewer(user=self.people[person], today=days(-ago))

    def afspraak_of(self, name: str) -> UUID:
        """The afspraak in this concept, or an id that nothing has."""
        found = self.gesprekken[name].afspraken.first()
        return found.pk if found else uuid4()

    def botsing_of(self, name: str) -> UUID:
        """The conflict in this concept, or an id that nothing has."""
        mine = self.botsing and self.botsing.antwoord.invulling_id == self.gesprekken[name].invulling_id
        return self.botsing.pk if self.botsing and mine else uuid4()


def build() -> World:
    """Make the world in the database."""
    cast = build_cast()
    people = {role: getattr(cast, name) for role, name in PEOPLE.items() if name}
    people |= more_people(cast)
    students = {name: getattr(cast, name) for name in ("marije", "sanna", "has", "milan", "lotte")}
    world = World(cast, people, students)
    _concepts(world)
    _fixed(world)
    _history(world)
    _elsewhere(world)
    _afspraken(world)
    _pogingen(world)
    world.zorg = world_zorg.build(world)
    world.samen = world_samen.build(world, word)
    world.leidraad = world_leidraad.build(world, word)
    world.aandacht = world_aandacht.build(world)
    world.uitnodigingen = world_in.build(world)
    world.signaal = world_signaal.build(world)
    world.talks = world_talks.build(world)
    world.team = world_team.build(world, word)
    world.casussen = world_cases.build(world, word)
    world.doelen = world_doelen.build(world, word)
    world.handleiding = world_handleiding.build(world, word)
    return world


def _concept(world: World, name: str, by: str, *, ago: int = 0, **more: Any) -> Gesprek:
    student = world.students[more.pop("student", "marije")]
    plan = OP_TIJD | {"tekst": word(f"gesprek {name}"), "gewone_woorden": word(f"gewoon {name}")} | more
    row = acts.concept(world.viewer(by, ago), student, plan.pop("instrument", None), **plan)
    world.gesprekken[name] = row
    return row


def _concepts(world: World) -> None:
    kawer = world.people["kawer"].pk
    row = _concept(world, "concept", "mentor", instrument=acts.A, voerders=(kawer,))
    shared = {"student-punten": word("punten student"), "s1n": word("antwoord concept")}
    own = {"eigen-punten": word("eigen mentor"), "terugblik": word("terugblik mentor")}
    acts.answer(world.viewer("mentor"), row, shared | own)
    own = {"eigen-punten": word("eigen kawer"), "terugblik": word("terugblik kawer"), "eigen-mee": True}
    acts.answer(world.viewer("kawer"), row, own)
    _concept(world, "concept_kort", "mentor")
    row = _concept(world, "concept_collega", "kawer", instrument=acts.A)
    acts.afspraak(world.viewer("kawer"), row.student, word("afspraak wacht"), gesprek=row)
    world.botsing = _conflict(world, row)
    _concept(world, "concept_praktijk", "praktijk")
    _concept(world, "concept_peer", "peercoach")
    voerders = (world.people["ex_praktijk"].pk,)
    _concept(world, "concept_ex", "ex_mentor", ago=2, voerders=voerders, instrument=acts.A)


def _conflict(world: World, row: Gesprek) -> Botsing:
    """Two texts in one field, from two devices of the same person."""
    stale = acts.posted(row, {"s1n": word("botsing twee")})
    acts.answer(world.viewer("kawer"), row, {"s1n": word("botsing een")})
    assert row.invulling is not None
    veld = row.invulling.versie.instrument.veld("s1n")
    saved = gesprekken.save_step(
        by=world.viewer("kawer"), gesprek_id=row.pk, posted=stale, fields=[veld], stap="s1"
    )
    return saved.botsingen[0]


def _vast(world: World, name: str, by: str, laag: str, **more: Any) -> Gesprek:
    student = world.students[more.pop("student", "marije")]
    plan = OP_TIJD | {"tekst": word(f"gesprek {name}"), "gewone_woorden": word(f"gewoon {name}")} | more
    row = acts.vastgelegd(world.viewer(by, plan.pop("ago", 0)), student, laag, **plan)
    world.gesprekken[name] = row
    return row


def _fixed(world: World) -> None:
    """One gesprek for each layer, and one that a person from outside the school wrote."""
    who, stage = world.people, world.cast.stage_marije
    first = [
        ("stage", "mentor", Laag.STAGE, None),
        ("begeleiding", "mentor", Laag.BEGELEIDING, who["kawer"]),
        ("werk", "mentor", Laag.WERKAANTEKENING, who["mentor"]),
        ("zorg", "zorg", Laag.ZORG, who["zorg"]),
        ("peer", "peercoach", Laag.BEGELEIDING, None),
        ("praktijk", "praktijk", Laag.STAGE, None),
    ]
    for name, by, laag, owner in first:
        more = {"stage": stage} if laag == Laag.STAGE else {}
        _vast(world, name, by, laag, beloften=((word(f"afspraak {name}"), owner),), **more)
    answers = {
        "eigen-punten": word("eigen mee"), "eigen-mee": True, "terugblik": word("terugblik vast"),
        "s1n": word("antwoord vast"), "student-woorden": word("student zei"),
        "gewone-woorden": word("gewoon checklist"),
    }  # fmt: skip
    _vast(world, "checklist", "mentor", Laag.BEGELEIDING, instrument_code=acts.A, answers=answers)


def _history(world: World) -> None:
    """Withdrawn, replaced by a new version, and left behind by somebody whose role ended."""
    mentor = world.viewer("mentor")
    row = _vast(world, "ingetrokken", "mentor", Laag.BEGELEIDING)
    einde.withdraw(by=mentor, gesprek_id=row.pk, reden=word("reden"))
    old = _vast(world, "gecorrigeerd", "mentor", Laag.BEGELEIDING)
    new = einde.correct(by=mentor, gesprek_id=old.pk)
    Gesprek.objects.filter(pk=new.pk).update(tekst=word("gesprek nieuw"), gewone_woorden="")
    world.gesprekken["nieuw"] = einde.vastleggen(by=mentor, gesprek_id=new.pk, laag=Laag.BEGELEIDING)
    _vast(world, "ex_werk", "ex_mentor", Laag.WERKAANTEKENING, ago=2)


def _elsewhere(world: World) -> None:
    """The same for other students: of the klas, of another klas, of another school."""
    cast = world.cast
    _vast(world, "sanna", "mentor", Laag.STAGE, stage=cast.stage_sanna, student="sanna")
    _vast(world, "sanna_zorg", "zorg_ander", Laag.ZORG, student="sanna")
    _vast(world, "ander_klas", "mentor_klas", Laag.BEGELEIDING, student="milan")
    _concept(world, "concept_klas", "mentor_klas", student="milan", instrument=acts.A)
    _vast(world, "ander_school", "mentor_school", Laag.STAGE, stage=cast.stage_lotte, student="lotte")
    _concept(world, "concept_school", "kawer_school", student="lotte", instrument=acts.A)


def _afspraken(world: World) -> None:
    for name in ("stage", "begeleiding", "werk", "zorg", "peer", "praktijk"):
        world.afspraken[name] = world.gesprekken[name].afspraken.get()
    world.afspraken["wacht"] = world.gesprekken["concept_collega"].afspraken.get()
    who = world.people
    owned = [
        ("van_praktijk", "mentor", Laag.WERKAANTEKENING, who["praktijk"]),
        ("van_mentor", "zorg", Laag.ZORG, who["mentor"]),
        ("van_ex", "kawer", Laag.BEGELEIDING, who["ex_mentor"]),
    ]
    for name, by, laag, owner in owned:
        row = _vast(world, f"g_{name}", by, laag, beloften=((word(f"afspraak {name}"), owner),))
        world.afspraken[name] = row.afspraken.get()
    others = (("los_klas", "mentor_klas", "milan"), ("los_school", "mentor_school", "lotte"))
    for name, by, student in others:
        text = word(f"afspraak {name}")
        world.afspraken[name] = acts.afspraak(world.viewer(by), world.students[student], text)


def _pogingen(world: World) -> None:
    tries = [
        ("mentor", "mentor", 0, "marije"), ("praktijk", "praktijk", 0, "marije"), ("peer", "peercoach", 0, "marije"),
        ("ex", "ex_mentor", 2, "marije"), ("ander_klas", "mentor_klas", 0, "milan"),
        ("ander_school", "kawer_school", 0, "lotte"),
    ]  # fmt: skip
    for name, by, ago, student in tries:
        viewer, text = world.viewer(by, ago), word(f"poging {name}")
        world.pogingen[name] = acts.poging(viewer, world.students[student], notitie=text)
