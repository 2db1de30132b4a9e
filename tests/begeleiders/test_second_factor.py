"""Logging in in two steps, for who reads layer zorg."""

import re
import time
from io import StringIO
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.management import CommandError, call_command

from begeleiders.carry import FIELD, Carried, signature
from kern.models import LogRegel
from tests.begeleiders.coming_in import TYPE, ask, code_in
from tests.cast import Cast
from tests.factories import PASSWORD
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
ON, STEP = "/account/tweede-stap/aan/", "/account/tweede-stap/code/"


@pytest.fixture(autouse=True)
def _outside_the_demo(settings: Any) -> None:
    settings.TOTP = True
    settings.ROOT_URLCONF = "kansrijk.urls"


def app_code(secret: str, later: int = 0) -> str:
    """What the app on the phone shows, now or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def switch_on(client: StrictClient) -> tuple[str, list[str]]:
    """Switch it on; the secret and the emergency codes."""
    page = client.get(ON).content.decode()
    found = re.search(r'class="k-key">(\w+)<', page)
    assert found, page
    secret = found.group(1)
    answer = client.post(ON, {"code": app_code(secret)})
    assert answer["Location"] == "/account/tweede-stap/noodcodes/"
    page = client.get(answer["Location"]).content.decode()
    return secret, re.findall(r"<li>(\d{8})</li>", page)


def log_in(client: StrictClient, email: str) -> Any:
    return client.post("/account/login/", {"login": email, "password": PASSWORD})


@pytest.mark.parametrize(
    ("name", "asked"), [("coen", True), ("zohra", True), ("harold", False), ("bea", False)]
)
def test_only_who_reads_layer_zorg(client: StrictClient, cast: Cast, name: str, asked: bool) -> None:
    log_in(client, getattr(cast, name).email)
    answer = client.get("/")
    assert (answer.status_code == 302) is asked
    if asked:
        assert answer["Location"] == ON
        assert client.get(f"/studenten/{cast.has.pk}/")["Location"] == ON
        assert client.post("/account/logout/").status_code == 302


def test_off_in_the_demo(client: StrictClient, cast: Cast, settings: Any) -> None:
    settings.TOTP = False
    log_in(client, cast.coen.email)
    assert client.get("/").status_code == 200


def test_switch_on_and_log_in_with_it(client: StrictClient, cast: Cast) -> None:
    log_in(client, cast.coen.email)
    page = client.get(ON).content.decode()
    assert 'src="/account/tweede-stap/qr.svg"' in page
    assert client.get("/account/tweede-stap/qr.svg")["Content-Type"] == "image/svg+xml"
    assert "klopt nog niet" in client.post(ON, {"code": "000000"}).content.decode()
    secret, spare = switch_on(client)
    assert len(spare) == 10
    assert client.get("/").status_code == 200
    assert client.get("/account/tweede-stap/qr.svg").status_code == 404
    assert secret not in str(list(Authenticator.objects.values()))

    again = StrictClient()
    assert log_in(again, cast.coen.email)["Location"] == STEP
    assert again.get("/")["Location"].startswith("/account/login/")
    assert "klopt nog niet" in again.post(STEP, {"code": "000000"}).content.decode()
    assert "_auth_user_id" not in again.session
    assert again.post(STEP, {"code": app_code(secret, later=1)})["Location"] == "/"
    assert again.get("/").status_code == 200
    assert LogRegel.objects.filter(actie="ingelogd", wie=cast.coen.pk).count() == 2


def test_also_after_a_code_by_mail(client: StrictClient, cast: Cast) -> None:
    log_in(client, cast.coen.email)
    secret, _spare = switch_on(client)
    again = StrictClient()
    ask(again, cast.coen.email)
    assert again.post(TYPE, {"code": code_in(mail.outbox[-1])})["Location"] == STEP
    assert "_auth_user_id" not in again.session
    again.post(STEP, {"code": app_code(secret, later=1)})
    assert again.get("/").status_code == 200


def test_an_emergency_code_works_once(client: StrictClient, cast: Cast) -> None:
    log_in(client, cast.coen.email)
    _secret, spare = switch_on(client)
    assert "We laten ze maar één keer zien" in client.get("/account/tweede-stap/noodcodes/").content.decode()
    for inside in (True, False):
        again = StrictClient()
        log_in(again, cast.coen.email)
        again.post(STEP, {"code": spare[0]})
        assert ("_auth_user_id" in again.session) is inside
    assert "nog 9 noodcodes" in client.get("/account/tweede-stap/").content.decode()
    answer = client.post("/account/tweede-stap/noodcodes/nieuw/")
    assert spare[1] not in client.get(answer["Location"]).content.decode()


def test_five_tries_in_five_minutes(client: StrictClient, cast: Cast) -> None:
    log_in(client, cast.coen.email)
    secret, _spare = switch_on(client)
    again = StrictClient()
    log_in(again, cast.coen.email)
    for _ in range(5):
        assert "klopt nog niet" in again.post(STEP, {"code": "000000"}).content.decode()
    page = again.post(STEP, {"code": app_code(secret, later=1)}).content.decode()
    assert "Dat waren te veel pogingen" in page


def test_a_session_of_before_is_asked_to_log_in_again(client: StrictClient, cast: Cast) -> None:
    log_in(client, cast.coen.email)
    switch_on(client)
    other = StrictClient()
    other.force_login(cast.coen)
    assert other.get("/")["Location"] == "/account/login/"
    assert "_auth_user_id" not in other.session


def test_what_was_typed_waits_for_the_second_step(client: StrictClient, cast: Cast) -> None:
    log_in(client, cast.coen.email)
    secret, _spare = switch_on(client)
    again = StrictClient()
    path = f"/studenten/{cast.has.pk}/"
    carried = Carried(path, path, signature(cast.coen), (("tekst", "Mijn woorden"),)).json
    again.post("/opnieuw/", {"login": cast.coen.email, "password": PASSWORD, FIELD: carried})
    page = again.post(STEP, {"code": app_code(secret, later=1)}).content.decode()
    assert "Wat je typte staat klaar" in page
    assert "Mijn woorden" in page


def test_who_lost_everything_is_helped_on_the_server(client: StrictClient, cast: Cast) -> None:
    log_in(client, cast.coen.email)
    switch_on(client)
    call_command("tweede_stap_weg", "Coen@noord.example", stdout=StringIO())
    assert LogRegel.objects.filter(actie="tweede stap weggehaald").count() == 1
    again = StrictClient()
    log_in(again, cast.coen.email)
    assert again.get("/")["Location"] == ON
    with pytest.raises(CommandError, match="geen account"):
        call_command("tweede_stap_weg", "niemand@noord.example")
