"""The demo: log in as one of the cast with one press. Elsewhere there is no such thing."""

from collections.abc import Iterator

import pytest

from begeleiders import demo
from begeleiders.models import User
from tests.factories import UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def barry(db: None) -> User:
    return UserFactory.create(
        voornaam="Barry", achternaam="Aalders", email=f"barry{demo.DOMAIN}", organisatie="KAW-er van De Haven"
    )


@pytest.fixture
def _describers() -> Iterator[None]:
    before = demo._describers.copy()
    yield
    demo._describers[:] = before


def test_login_page_lists_the_cast(client: StrictClient, barry: User, harold: User) -> None:
    page = client.get("/account/login/").content.decode()
    assert "Log in als Barry Aalders" in page
    assert "KAW-er van De Haven" in page
    assert "Harold" not in page


def test_one_press_logs_in(client: StrictClient, barry: User) -> None:
    assert client.post("/demo/", {"wie": barry.pk})["Location"] == "/"
    assert client.session["_auth_user_id"] == str(barry.pk)


@pytest.mark.parametrize("wie", ["", "geen-id", "harold"])
def test_only_the_cast(client: StrictClient, barry: User, harold: User, wie: str) -> None:
    answer = client.post("/demo/", {"wie": harold.pk if wie == "harold" else wie})
    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


def test_who_cannot_log_in_is_not_in_the_cast(barry: User) -> None:
    UserFactory.create(email=f"melissa{demo.DOMAIN}", password=None)
    UserFactory.create(email=f"weg{demo.DOMAIN}", is_active=False)
    assert [member.user for member in demo.cast()] == [barry]


@pytest.mark.usefixtures("_describers")
def test_a_room_above_says_who_comes_first(barry: User) -> None:
    zoe = UserFactory.create(voornaam="Zoë", achternaam="Zwart", email=f"zoe{demo.DOMAIN}")
    demo.describe_with(lambda users: {zoe.pk: (1, "Mentor van E1B")})
    assert [(m.user, m.line) for m in demo.cast()] == [
        (zoe, "Mentor van E1B"),
        (barry, "KAW-er van De Haven"),
    ]


def test_not_outside_the_demo(client: StrictClient, barry: User, settings: object) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    assert client.post("/demo/", {"wie": barry.pk}).status_code == 404
    assert client.get("/demo/").status_code == 404
    assert "Barry" not in client.get("/account/login/").content.decode()
