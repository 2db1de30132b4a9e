"""While the phone is with the student, one page can be reached and nothing else."""

import uuid

import pytest
from django.core import mail

from begeleiders import handover
from begeleiders.carry import signature
from begeleiders.models import User
from tests.begeleiders.coming_in import code_in, wrong
from tests.factories import PASSWORD, UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
GESPREK = str(uuid.uuid4())


@pytest.fixture
def phone(as_harold: StrictClient, harold: User) -> StrictClient:
    """Harold's browser, handed over to the student."""
    session = as_harold.session
    session[handover.KEY] = {"gesprek": GESPREK, "user": str(harold.pk)}
    session.save()
    return as_harold


@pytest.mark.parametrize(
    "path", ["/", "/test/bewaar/", "/account/logout/", "/account/password/change/", "/weg/"]
)
def test_every_other_page_leads_back(phone: StrictClient, htmx: dict[str, str], path: str) -> None:
    assert phone.get(path)["Location"] == "/telefoon/"
    for answer in (phone.post(path, {"s1n": "tekst"}), phone.get(path, headers=htmx), phone.delete(path)):
        assert answer.status_code == 403
        assert "De telefoon is nu bij de student" in answer.content.decode()
    assert "bewaard" not in phone.session
    assert "_auth_user_id" in phone.session


@pytest.mark.parametrize(
    "path", ["/telefoon/", "/telefoon/klaar/", "/telefoon/terug/", "/gezond/", "/static/css/kansrijk.css"]
)
def test_what_stays_open(phone: StrictClient, path: str) -> None:
    answer = phone.get(path)
    answer.close()
    assert answer.status_code == 200


def test_page_says_nothing_of_whose_phone_it_is(phone: StrictClient) -> None:
    page = phone.get("/telefoon/terug/").content.decode()
    assert "Neem de telefoon terug" in page
    assert "Harold" not in page
    assert "Vermeer" not in page
    assert 'href="/"' not in page
    assert 'autocomplete="new-password"' in page


def test_password_of_the_begeleider_takes_it_back(phone: StrictClient) -> None:
    answer = phone.post("/telefoon/terug/", {"password": PASSWORD})
    assert answer["Location"] == f"/gesprekken/{GESPREK}/na/"
    assert phone.get("/test/bewaar/").status_code == 200


def test_wrong_password_five_times(phone: StrictClient) -> None:
    assert "Vul nog in: wachtwoord" in phone.post("/telefoon/terug/", {}).content.decode()
    for _ in range(5):
        assert (
            "Dit wachtwoord klopt nog niet"
            in phone.post("/telefoon/terug/", {"password": "gok"}).content.decode()
        )
    page = phone.post("/telefoon/terug/", {"password": PASSWORD}).content.decode()
    assert "Dat waren te veel pogingen" in page
    assert phone.get("/test/bewaar/")["Location"] == "/telefoon/"


def test_password_of_another_begeleider_does_not(phone: StrictClient, anna: User) -> None:
    anna.set_password("een-heel-ander-wachtwoord")
    anna.save()
    page = phone.post("/telefoon/terug/", {"password": "een-heel-ander-wachtwoord"}).content.decode()
    assert "Dit wachtwoord klopt nog niet" in page


def test_nothing_to_take_back(as_harold: StrictClient) -> None:
    assert as_harold.get("/telefoon/terug/")["Location"] == "/"
    assert as_harold.post("/telefoon/terug/", {"password": PASSWORD})["Location"] == "/"


def test_start_and_stop_change_the_key_of_the_session(
    rf: object, as_harold: StrictClient, harold: User
) -> None:
    request = rf.get("/")  # type: ignore[attr-defined]
    request.session, request.user = as_harold.session, harold
    before = request.session.session_key
    handover.start(request, uuid.UUID(GESPREK))
    going_on = handover.current(request)
    assert going_on is not None
    assert (going_on["gesprek"], going_on["user"]) == (GESPREK, str(harold.pk))
    during = request.session.session_key
    handover.stop(request)
    assert handover.current(request) is None
    assert len({before, during, request.session.session_key}) == 3


def test_token_too_old_on_the_page_of_the_student(guarded: StrictClient, harold: User) -> None:
    guarded.force_login(harold)
    session = guarded.session
    session[handover.KEY] = {"gesprek": GESPREK, "user": str(harold.pk)}
    session.save()
    data = {"woorden": "Ik vond het fijn", "_van": signature(harold)}
    page = guarded.post("/telefoon/", data, headers={"Sec-Fetch-Site": "same-origin"}).content.decode()
    assert "Ik vond het fijn" in page
    assert "Wat je typte staat klaar" in page
    assert "Harold" not in page
    assert 'href="/"' not in page


def hand_over(client: StrictClient, user: User, **more: str) -> None:
    session = client.session
    session[handover.KEY] = {"gesprek": GESPREK, "user": str(user.pk)} | more
    session.save()


def test_only_the_page_that_was_given_is_open(as_harold: StrictClient, harold: User) -> None:
    hand_over(as_harold, harold, pagina="telefoon_uren")
    assert as_harold.get("/telefoon/")["Location"] == "/telefoon/uren/"
    assert as_harold.get("/telefoon/uren/").status_code == 200
    assert as_harold.get("/telefoon/klaar/").status_code == 200
    assert as_harold.post("/telefoon/", {"s1n": "tekst"}).status_code == 403
    answer = as_harold.post("/telefoon/terug/", {"password": PASSWORD})
    assert answer["Location"] == f"/stages/{GESPREK}/uren/"


def test_what_is_not_a_page_for_students_is_never_given(rf: object, as_harold: StrictClient) -> None:
    request = rf.get("/")  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="student"):
        handover.give(request, User(), "student", uuid.UUID(GESPREK))


def test_who_has_no_password_takes_it_back_with_a_code(client: StrictClient) -> None:
    melissa = UserFactory.create(password=None)
    client.force_login(melissa)
    hand_over(client, melissa)
    assert "Stuur mij een code" in client.get("/telefoon/terug/").content.decode()
    client.post("/telefoon/terug/", {"stuur": "1"})
    code = code_in(mail.outbox[-1])
    assert "Code van de begeleider" in client.get("/telefoon/terug/").content.decode()
    page = client.post("/telefoon/terug/", {"code": wrong(code)}).content.decode()
    assert "Deze code klopt nog niet" in page
    assert client.get("/test/bewaar/")["Location"] == "/telefoon/"
    assert client.post("/telefoon/terug/", {"code": code})["Location"] == f"/gesprekken/{GESPREK}/na/"
    assert client.get("/test/bewaar/").status_code == 200


def test_five_wrong_codes_and_the_phone_stays_with_the_student(client: StrictClient) -> None:
    melissa = UserFactory.create(password=None)
    client.force_login(melissa)
    hand_over(client, melissa)
    client.post("/telefoon/terug/", {"stuur": "1"})
    code = code_in(mail.outbox[-1])
    for _ in range(5):
        page = client.post("/telefoon/terug/", {"code": wrong(code)}).content.decode()
    assert "Deze code werkt niet meer" in page
    assert "Deze code werkt niet meer" in client.post("/telefoon/terug/", {"code": code}).content.decode()
