"""What begeleiders learn from each other in the demo world: a casus of the school's own, a situation brought in."""

import datetime
from typing import TYPE_CHECKING

from cases.actions import eigen
from tests.acts_leidraad import bring_in
from tests.demo.keys import key

if TYPE_CHECKING:
    from tests.demo.stories import Story
    from tests.demo.verbs import Row


def tell(story: "Story", rows: "Row") -> None:
    """`casussen` of a school, and under `leidraad` what somebody brought in, with the answers, rounded off."""
    for kind, play in (("casussen", _casus), ("leidraad", _leidraad)):
        for number, row in enumerate(rows[kind]):
            at = story.world.days.at(row["dag"], row["uur"])
            story.add(
                at,
                lambda play=play, kind=kind, number=number, row=row, at=at: play(
                    story, (kind, number), row, at
                ),
            )


def _casus(story: "Story", name: tuple[str, int], row: "Row", at: datetime.datetime) -> None:
    verhaal = eigen.Verhaal(**{text: row[text] for text in eigen.TEXTS}, bevestigd=True)
    school = story.world.schools[row["school"]].pk
    eigen.add(by=story.by(row["wie"], at), school_id=school, verhaal=verhaal, sleutel=key(*name))


def _leidraad(story: "Story", name: tuple[str, int], row: "Row", at: datetime.datetime) -> None:
    bring_in(story.by(row["wie"], at), row["antwoorden"], klaar=True, sleutel=key(*name))
