"""A stage with working days, for the tests of hours."""

import pytest

from stageplekken.models import Stage
from tests import acts_uren
from tests.cast import Cast
from tests.factories import days


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """The stage of Marije: since five weeks, on Monday, Tuesday and Wednesday, eight hours; 320 in all."""
    row = cast.stage_marije
    Stage.objects.filter(pk=row.pk).update(begin=acts_uren.monday(-5), einde=days(150), gaat_door=True)
    row.refresh_from_db()
    acts_uren.rooster(row, cast.harold)
    return row
