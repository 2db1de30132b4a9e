"""Writers in any order: every edit is the value, was seen by who overwrote it, or stands as a conflict.

Three devices of two people open, type, save, lose answers on the way back, repeat and settle at random. After each
move the whole history is judged.
"""

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

import pytest

from begeleiders.models import User
from checklists import actions
from checklists.filled import Filled
from checklists.models import Antwoord, Botsing, Invulling
from checklists.tokens import Page, shown
from tests.checklists.conftest import START
from tests.checklists.sample import browser, fresh

FIELD = "notitie"


@dataclass
class Device:
    """A page in somebody's hands: what its token stands for, what is typed in it, all that it showed or sent."""

    person: User
    name: str
    page: Filled
    token: str
    base: str
    text: str
    scripted: bool
    turn: int = 0
    seen: set[str] = field(default_factory=set)


class World:
    """One answer, three devices, and the texts that somebody who saw them replaced (`gone`)."""

    def __init__(self, invulling: Invulling, people: list[User], chance: random.Random) -> None:
        self.invulling, self.chance, self.clock = invulling, chance, START
        self.sent: set[str] = set()
        self.gone: set[str] = set()
        self.devices = [
            self.open_page(person, f"toestel-{i}") for i, person in enumerate([*people, people[0]])
        ]

    def open_page(self, person: User, name: str) -> Device:
        page = fresh(self.invulling, person)
        value = page.value(FIELD)
        scripted = self.chance.random() < 0.5
        return Device(person, name, page, page.token(FIELD), value, value, scripted, seen={value})

    def play(self, moves: int) -> None:
        for number in range(moves):
            device = self.chance.choice(self.devices)
            move = self.chance.choice(["type", "type", "type", "reload", "repeat", "settle"])
            if move == "reload":
                self.devices[self.devices.index(device)] = self.open_page(
                    device.person, f"{device.name}-{number}"
                )
            elif move == "settle":
                self.settle(device)
            else:
                if move == "type":
                    device.text = self.chance.choice(
                        [f"{device.text} {number}", f"nieuw {number}", device.base]
                    )
                self.send(device)

    def send(self, device: Device) -> None:
        """Save the page as it is, and judge what became of everything."""
        device.turn += 1
        extra: dict[str, Any] = {"pagina": device.name, "beurt": device.turn} if device.scripted else {}
        post = browser(device.page, codes=[FIELD], notitie=device.text, **extra)
        post[f"t:{FIELD}"] = device.token
        before, conflicts = stored(), kept()
        self.clock += dt.timedelta(seconds=1)
        fields = [self.invulling.versie.instrument.veld(FIELD)]
        result = actions.save_answers(
            by=device.person, invulling=self.invulling, posted=post, fields=fields, now=self.clock
        )
        device.seen.add(device.text)
        self.replaced(before, stored(), device.seen)
        for pk, text in kept().items():
            self.replaced(conflicts.get(pk, text), text, device.seen)
        if device.text != device.base:
            self.sent.add(device.text)
            assert device.text in {stored(), *kept().values()}, f"“{device.text}” kwam niet aan"
        self.nothing_lost()
        if FIELD in result.tokens and self.chance.random() < 0.7:  # else the answer got lost on its way back
            device.token, device.base = result.tokens[FIELD], device.text

    def replaced(self, old: str, new: str, seen: set[str]) -> None:
        """A text made way for another: only by somebody who saw it."""
        if old != new:
            assert old in seen, f"“{old}” werd overschreven door iemand die het niet zag"
            self.gone.add(old)

    def settle(self, device: Device) -> None:
        """Choose at random in the oldest open conflict that this person sees now."""
        for botsing in fresh(self.invulling, device.person).conflicts.get(FIELD, [])[:1]:
            before = stored()
            keuze: actions.Keus = self.chance.choice(["mijn", "ander", "samen"])
            actions.resolve(
                by=device.person, botsing=botsing, keuze=keuze, gezien=shown(botsing), now=self.clock
            )
            self.replaced(before, stored(), {before})
            self.nothing_lost()

    def nothing_lost(self) -> None:
        lost = self.sent - {stored(), *kept().values()} - self.gone
        assert not lost, f"{lost} is weg"


def stored() -> str:
    row = Antwoord.objects.filter(veld=FIELD).first()
    return str(row.waarde) if row else ""


def kept() -> dict[Any, str]:
    return {botsing.pk: str(botsing.waarde) for botsing in Botsing.objects.all()}


def play_many(invulling: Invulling, people: list[User]) -> None:
    for seed in range(10):
        World(invulling, people, random.Random(seed)).play(24)


@pytest.mark.parametrize("seed", range(25))
def test_no_edit_is_lost_in_any_order(invulling: Invulling, harold: User, noor: User, seed: int) -> None:
    World(invulling, [harold, noor], random.Random(seed)).play(24)


def test_the_judge_turns_red_when_the_last_writer_wins(
    invulling: Invulling, harold: User, noor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Page, "turn", lambda self, row: "own")
    with pytest.raises(AssertionError, match="overschreven door iemand die het niet zag"):
        play_many(invulling, [harold, noor])


def test_the_judge_turns_red_when_conflicts_are_thrown_away(
    invulling: Invulling, harold: User, noor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "keep", lambda **_: Botsing(opgelost_op=START))
    with pytest.raises(AssertionError, match="kwam niet aan"):
        play_many(invulling, [harold, noor])
