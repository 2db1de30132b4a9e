"""How long a session lives."""

import time

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kansrijk.middleware.session import ABSOLUTE_SECONDS, BEGAN, SEEN
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
PAGE = "/test/bewaar/"


def set_clock(client: StrictClient, **moments: int) -> None:
    session = client.session
    session.update(moments)
    session.save()


def test_half_an_hour_without_a_request_ends_it(as_harold: StrictClient) -> None:
    as_harold.get(PAGE)
    set_clock(as_harold, **{SEEN: int(time.time()) - settings.SESSION_IDLE_SECONDS + 5})
    assert as_harold.get(PAGE).status_code == 200
    set_clock(as_harold, **{SEEN: int(time.time()) - settings.SESSION_IDLE_SECONDS - 1})
    assert as_harold.get(PAGE)["Location"] == f"/account/login/?next={PAGE}"
    assert "_auth_user_id" not in as_harold.session


def test_twelve_hours_end_it_in_any_case(as_harold: StrictClient) -> None:
    as_harold.get(PAGE)
    set_clock(as_harold, **{BEGAN: int(time.time()) - ABSOLUTE_SECONDS - 1})
    assert as_harold.get(PAGE).status_code == 302


def test_written_at_most_once_a_minute(as_harold: StrictClient) -> None:
    as_harold.get(PAGE)
    assert abs(as_harold.session[SEEN] - time.time()) < 5
    with CaptureQueriesContext(connection) as queries:
        as_harold.get(PAGE)
    assert [q["sql"] for q in queries if not q["sql"].startswith("SELECT")] == []
    set_clock(as_harold, **{SEEN: int(time.time()) - 61})
    as_harold.get(PAGE)
    assert abs(as_harold.session[SEEN] - time.time()) < 5
