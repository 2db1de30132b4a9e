"""The receipt: the browser's copy of a form may go once the server accepted it, and not earlier."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from kern.receipt import KEEP, ReceiptMiddleware

NUMBER = "694363a2-6b0e-4ccb-ae9e-6450bd85d23e"


def send(
    response: HttpResponse, number: str = NUMBER, *, method: str = "post", cookie: str = "", **headers: str
) -> str:
    """The cookie after a form with this number got this answer, or ""."""
    request: HttpRequest = getattr(RequestFactory(), method)("/", {"_bewijs": number}, headers=headers)
    if cookie:
        request.COOKIES["bewijs"] = cookie
    view: Callable[[HttpRequest], HttpResponse] = lambda _: response  # noqa: E731
    answer = ReceiptMiddleware(view)(request)
    return answer.cookies["bewijs"].value if "bewijs" in answer.cookies else ""


@pytest.mark.parametrize("status", [302, 303])
def test_a_form_that_went_well_gets_its_number_back(status: int) -> None:
    assert send(HttpResponse(status=status)) == NUMBER


@pytest.mark.parametrize("status", [200, 401, 403, 404, 409, 422, 500])
def test_a_form_that_was_refused_gets_nothing(status: int) -> None:
    assert send(HttpResponse(status=status)) == ""


def test_a_save_by_the_script_is_acknowledged_by_200_only() -> None:
    assert send(HttpResponse(), **{"HX-Request": "true"}) == NUMBER
    assert send(HttpResponse(status=409), **{"HX-Request": "true"}) == ""


def test_a_visit_gets_nothing() -> None:
    assert send(HttpResponse(status=302), method="get") == ""


@pytest.mark.parametrize("number", ["", "a; Path=/", "x" * 36, NUMBER + "\n"])
def test_only_a_number_comes_back(number: str) -> None:
    assert send(HttpResponse(status=302), number) == ""


def test_several_tabs_each_get_theirs_and_old_ones_go() -> None:
    earlier = ["694363a2-6b0e-4ccb-ae9e-6450bd85d23e" for _ in range(KEEP)]
    assert send(HttpResponse(status=302), cookie=".".join(earlier)) == ".".join([*earlier[1:], NUMBER])


def test_what_somebody_put_into_the_cookie_does_not_come_back() -> None:
    assert send(HttpResponse(status=302), cookie="<script>.x") == NUMBER
