"""The limits on guessing are exact, also when fifty tries come at once: on a file of SQLite and on PostgreSQL."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from begeleiders import codes, limits
from begeleiders.coming_in import Inlogcode, Teller
from tests.begeleiders.coming_in import TYPE, ask, code_in, wrong
from tests.factories import PASSWORD, UserFactory
from tests.harness import StrictClient

AT_ONCE = 50


def together[Answer](work: Callable[[], Answer], count: int = AT_ONCE) -> list[Answer]:
    """Do this so many times at the same moment, each in a thread with its own connection."""
    start = Barrier(count)

    def one(_number: int) -> Answer:
        start.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    """Fifty at the same moment."""

    def test_a_counter_lets_as_many_through_as_its_limit(self) -> None:
        allowed = together(lambda: limits.claim("proef", "iemand", limit=7, seconds=60))
        assert sum(allowed) == 7

    def test_control_a_counter_that_reads_and_then_writes_lets_more_through(self) -> None:
        """So this test can see the difference."""
        Teller.objects.create(sleutel="proef", aantal=0, tot=timezone.now())

        def naive() -> bool:
            seen = Teller.objects.get(sleutel="proef").aantal
            time.sleep(0.05)
            Teller.objects.filter(sleutel="proef").update(aantal=seen + 1)
            return seen < 7

        assert sum(together(naive)) > 7

    def test_a_window_that_is_over_begins_anew_once(self) -> None:
        limits.claim("proef", "iemand", limit=7, seconds=-1)
        allowed = together(lambda: limits.claim("proef", "iemand", limit=7, seconds=60))
        assert sum(allowed) == 7

    def test_five_codes_are_compared_and_no_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        compared = []
        real = codes.constant_time_compare

        def counting(left: str, right: str) -> bool:
            compared.append(1)
            return real(left, right)

        monkeypatch.setattr(codes, "constant_time_compare", counting)
        row = codes.make(UserFactory.create())
        bad = wrong(code_in(mail.outbox[-1]))
        outcomes = together(lambda: codes.attempt(str(row.pk), bad))
        assert len(compared) == codes.TRIES
        assert [outcome for outcome in outcomes if outcome.row] == []
        assert Inlogcode.objects.get().pogingen == codes.TRIES

    def test_the_right_code_lets_in_once(self) -> None:
        row = codes.make(UserFactory.create())
        right = code_in(mail.outbox[-1])
        outcomes = together(lambda: codes.attempt(str(row.pk), right))
        assert len([outcome for outcome in outcomes if outcome.row]) == 1

    def test_pages_hold_the_same_limit(self) -> None:
        """Over HTTP, in one session: what allauth counts in a session would let more through."""
        client = StrictClient()
        user = UserFactory.create()
        ask(client, user.email)
        bad, cookie = wrong(code_in(mail.outbox[-1])), client.cookies.output(header="").strip()

        def guess() -> int:
            mine = StrictClient(headers={"Cookie": cookie.split(";")[0]})
            return "klopt nog niet" in mine.post(TYPE, {"code": bad}).content.decode()

        assert sum(together(guess, 20)) <= codes.TRIES - 1
        assert Inlogcode.objects.get().pogingen == codes.TRIES

    def test_passwords(self) -> None:
        user = UserFactory.create()

        def guess() -> bool:
            data = {"login": user.email, "password": "gok"}
            page = StrictClient().post("/account/login/", data).content.decode()
            return "passen niet bij elkaar" in page

        assert sum(together(guess, 20)) == 5


@pytest.mark.django_db
def test_a_right_password_does_not_count(client: StrictClient) -> None:
    user = UserFactory.create()
    for _ in range(7):
        assert client.post("/account/login/", {"login": user.email, "password": PASSWORD}).status_code == 302
        client.post("/account/logout/")


@pytest.mark.django_db
def test_a_closed_password_leaves_the_code_open(client: StrictClient) -> None:
    user = UserFactory.create()
    for _ in range(6):
        client.post("/account/login/", {"login": user.email, "password": "gok"})
    ask(client, user.email)
    assert client.post(TYPE, {"code": code_in(mail.outbox[-1])}).status_code == 302
    assert "_auth_user_id" in client.session


@pytest.mark.django_db
def test_no_address_in_the_table_and_old_counters_go() -> None:
    limits.claim("code", "melissa@dekade.example", limit=5, seconds=1)
    assert "melissa" not in str(list(Teller.objects.values()))
    Teller.objects.update(tot=timezone.now() - limits.FORGET - limits.FORGET)
    limits.clear_old()
    assert not Teller.objects.exists()
