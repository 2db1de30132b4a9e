"""The fixture `cast`, for every test that speaks of people."""

import pytest

from tests.cast import Cast, build_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The people, students and stages of tests/cast.py, new for this test."""
    return build_cast()
