"""Harold is the mentor whose phone and session these tests are about; Anna is somebody else."""

import pytest

from begeleiders.models import User
from tests.factories import UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _addresses(settings: object) -> None:
    settings.ROOT_URLCONF = "tests.begeleiders.urls"  # type: ignore[attr-defined]
    settings.WHITENOISE_USE_FINDERS = True  # type: ignore[attr-defined]


@pytest.fixture
def harold(db: None) -> User:
    return UserFactory.create(voornaam="Harold", achternaam="Vermeer", email="harold@school.example")


@pytest.fixture
def anna(db: None) -> User:
    return UserFactory.create(
        voornaam="Anna", tussenvoegsel="de", achternaam="Boer", email="anna@school.example"
    )


@pytest.fixture
def as_harold(client: StrictClient, harold: User) -> StrictClient:
    """A browser in which Harold is logged in."""
    client.force_login(harold)
    return client


@pytest.fixture
def guarded() -> StrictClient:
    """A browser whose forms need a valid token, as in production."""
    return StrictClient(enforce_csrf_checks=True)
