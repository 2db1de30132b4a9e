"""Many take one request at the same moment: one owner; and without the lock the same test sees two."""

import pytest

from tests.drill import take

ROUNDS = 4


@pytest.mark.django_db(transaction=True)
def test_exactly_one_is_the_owner() -> None:
    place = take.office(8)
    score = take.run(ROUNDS, place)
    assert score.faults == []
    assert score.refused == ROUNDS * 7


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_there_are_two() -> None:
    place = take.office(8)
    with take.without_lock():
        for _ in range(15):
            if take.run(ROUNDS, place).faults:
                return
    pytest.fail("zonder slot was er toch steeds één eigenaar")
