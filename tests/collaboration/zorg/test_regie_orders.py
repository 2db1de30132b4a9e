"""No order of offer, accept, refuse, withdraw, take and leave gives nobody or two people the regie."""

import random
from collections.abc import Callable
from itertools import product

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from begeleiders.models import User
from collaboration.actions import regie, zorgteam
from collaboration.actions.checks import Refused
from collaboration.models import RegieAanbod, RegieOvergang
from students.models import Student
from tests.acts_zorg import aanbod, besloten, genomen, op_het_team
from tests.cast import Cast
from tests.factories import viewer

Act = Callable[[Cast, User], object]


def _newest(cast: Cast) -> RegieAanbod:
    row = RegieAanbod.objects.filter(student=cast.has).first()
    if row is None:
        raise Refused("er is geen aanbod")
    return row


def _leave(cast: Cast, who: User) -> object:
    row = who.team_rollen.filter(student=cast.has, rol="zorgmedewerker", einde__isnull=True).first()
    if row is None:
        raise Refused("heeft geen rol")
    return zorgteam.eraf(by=viewer(who), teamlid_id=row.pk, reden="weg")


def _join(cast: Cast, who: User) -> object:
    return op_het_team(cast.coen, cast.has, who)


ACTS: dict[str, Act] = {
    "offer": lambda cast, who: aanbod(cast.harold, cast.has, who),
    "back": lambda cast, who: aanbod(who, cast.has, cast.harold),
    "accept": lambda cast, who: regie.aanvaard(by=viewer(who), aanbod_id=_newest(cast).pk),
    "refuse": lambda cast, who: regie.weiger(by=viewer(who), aanbod_id=_newest(cast).pk, reden="vol"),
    "withdraw": lambda cast, who: regie.trek_in(by=viewer(who), aanbod_id=_newest(cast).pk),
    "take": lambda cast, who: genomen(who, cast.has),
    "leave": _leave,
    "join": _join,
}


def check(cast: Cast, done: list[str]) -> None:
    """One holder with a role; the history is one chain from Harold to that holder; at most one offer is open."""
    student = Student.objects.select_related("klas__school", "regie_houder").get(pk=cast.has.pk)
    assert student.regie_houder_id is not None, done
    assert regie.can_hold(student, student.regie_houder_id, viewer(cast.harold).today), done
    at = cast.harold.pk
    for went in RegieOvergang.objects.filter(student=student).order_by("id"):
        assert went.van_id == at, done
        at = went.naar_id
    assert at == student.regie_houder_id, done
    assert RegieAanbod.objects.filter(student=student, status="aangeboden").count() <= 1, done


def play(cast: Cast, steps: list[tuple[str, User]]) -> int:
    done: list[str] = []
    worked = 0
    for name, who in steps:
        done.append(f"{name} {who.voornaam}")
        try:
            with transaction.atomic():
                ACTS[name](cast, who)
            worked += 1
        except (Refused, PermissionDenied):
            pass
        check(cast, done)
    return worked


@pytest.fixture
def care(cast: Cast) -> Cast:
    """Has, with a request that runs and two people of the zorgteam."""
    besloten(cast.harold, cast.coen, cast.has)
    op_het_team(cast.coen, cast.has, cast.zohra)
    return cast


@pytest.mark.eenmaal  # the long orders and the races are played on both databases
def test_every_order_of_three_acts_by_one_person(care: Cast) -> None:
    worked = 0
    for names in product(ACTS, repeat=3):
        sid = transaction.savepoint_create()
        worked += play(care, [(name, care.zohra) for name in names])
        transaction.savepoint_rollback(sid)
    assert worked > 500


@pytest.mark.parametrize("seed", range(6))
def test_long_orders_by_everybody(care: Cast, seed: int) -> None:
    dice = random.Random(seed)
    people = [care.harold, care.soraya, care.zohra, care.coen]
    steps = [(dice.choice(list(ACTS)), dice.choice(people)) for _ in range(60)]
    assert play(care, steps) > 8


def test_the_check_sees_a_holder_who_left(care: Cast) -> None:
    genomen(care.zohra, care.has)
    care.zohra.team_rollen.all().delete()
    with pytest.raises(AssertionError):
        check(care, [])
    assert connection.in_atomic_block
