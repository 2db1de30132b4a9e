"""Logging out on all other devices, with and without a password."""

import pytest
from django.core import mail

from kern.models import LogRegel
from tests.begeleiders.coming_in import TYPE, ask, code_in
from tests.factories import PASSWORD, UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("password", [PASSWORD, None])
def test_here_one_stays_and_elsewhere_not(client: StrictClient, password: str | None) -> None:
    user = UserFactory.create(password=password)
    others = [StrictClient() for _ in range(2)]
    for one in (client, *others):
        ask(one, user.email)
        one.post(TYPE, {"code": code_in(mail.outbox[-1])})
    assert "Mijn toestellen" in client.get("/account/toestellen/").content.decode()
    assert [one.get("/test/bewaar/").status_code for one in others] == [200, 200]
    assert client.post("/account/toestellen/")["Location"] == "/account/toestellen/"
    assert [one.get("/test/bewaar/").status_code for one in others] == [302, 302]
    page = client.get("/account/toestellen/").content.decode()
    assert "Op andere toestellen ben je uitgelogd" in page
    assert LogRegel.objects.filter(actie="overal uitgelogd", wie=user.pk).count() == 1


def test_menu_offers_a_password_only_to_who_has_one(client: StrictClient) -> None:
    for password, offered in ((PASSWORD, True), (None, False)):
        client.force_login(UserFactory.create(password=password))
        page = client.get("/account/toestellen/").content.decode()
        assert ("Wachtwoord wijzigen" in page) is offered
