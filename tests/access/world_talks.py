"""The three talks in the world of the access tests: one being filled in, one discussed, one fixed, and of others."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from stageplekken.actions import talks_samen
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort
from stageplekken.models import Stagegesprek
from tests import acts_talks as acts
from tests.factories import days

if TYPE_CHECKING:
    from tests.access.world import World

MENTOREN = {"marije": "mentor", "sanna": "mentor", "lotte": "mentor_school"}
SIDES = {Kant.STUDENT: "student", Kant.PRAKTIJK: "praktijk", Kant.MENTOR: "mentor"}


def build(world: "World") -> dict[str, UUID]:
    """The talks and stages by the name that the tables use."""
    found: dict[str, UUID] = {}
    for name, by in MENTOREN.items():
        stage = getattr(world.cast, f"stage_{name}")
        found[f"stage {name}"] = stage.pk
        talks = acts.plan(world.viewer(by), stage)
        if name != "marije":
            acts.answer(world.viewer(by), talks[TalkSoort.START], Kant.MENTOR, {"groeten": "goed"})
            found[f"talk {name}"] = talks[TalkSoort.START].pk
            continue
        found |= {"talk open": talks[TalkSoort.START].pk, "talk besproken": talks[TalkSoort.TUSSEN].pk}
        found["talk vast"] = talks[TalkSoort.EIND].pk
        for kant, person in SIDES.items():
            acts.answer(world.viewer(person), talks[TalkSoort.START], kant, {"groeten": "goed"})
        for soort in (TalkSoort.TUSSEN, TalkSoort.EIND):
            _discussed(world, talks[soort])
        for kant in KANTEN:
            acts.agree(world.viewer(SIDES[kant]), talks[TalkSoort.EIND], kant)
    return found


def _discussed(world: "World", talk: Stagegesprek) -> None:
    for kant, person in SIDES.items():
        acts.ready(world.viewer(person), talk, kant)
    talks_samen.discuss(by=world.viewer("mentor"), talk_id=talk.pk, dag=days(0))


def key(world: "World", kind: str, name: str) -> UUID:
    """The id of a talk or a stage, or one that nothing has."""
    return world.talks.get(f"{kind} {name}") or uuid4()
