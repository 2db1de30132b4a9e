"""Pages about Kansrijk itself, the error pages, and the frame around them all."""

import re
from unittest.mock import patch

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django_htmx.middleware import HtmxDetails

from kern import views
from kern.http import Refused, page, toast, wants_fragment

pytestmark = pytest.mark.django_db


def words(response: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def asked(path: str = "/", **headers: str) -> HttpRequest:
    request = RequestFactory().get(path, headers=headers)
    request.user = AnonymousUser()
    request.htmx = HtmxDetails(request)
    return request


@pytest.mark.parametrize(
    ("path", "title", "said"),
    [
        ("/privacy/", "Privacy - Kansrijk", "Geen BSN"),
        (
            "/toegankelijkheid/",
            "Toegankelijkheid - Kansrijk",
            "Niemand heeft Kansrijk nog met een schermlezer getest.",
        ),
        ("/hulp/", "Hulp - Kansrijk", "Elke stap mag je overslaan."),
    ],
)
def test_plain_pages_are_for_everyone(client: Client, path: str, title: str, said: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert words(response).startswith(title)
    assert said in words(response)


@pytest.mark.parametrize("path", ["/privacy/", "/toegankelijkheid/", "/hulp/", "/componenten/", "/gezond/"])
def test_plain_pages_take_no_post(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405


def test_healthy_says_ok_and_nothing_else(client: Client) -> None:
    response = client.get("/gezond/")
    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Content-Type"] == "text/plain"


def test_healthy_without_database_is_503() -> None:
    with patch("kern.views.connection.cursor", side_effect=DatabaseError("weg")):
        response = views.healthy(asked("/gezond/"))
    assert (response.status_code, response.content) == (503, b"database")


def test_what_is_not_there_gets_a_page_with_one_step(client: Client) -> None:
    response = client.get("/bestaat/niet/")
    assert response.status_code == 404
    assert "Deze pagina vinden we niet" in words(response)
    assert "Ga naar het begin" in words(response)
    assert "bestaat" not in words(response)


def test_a_refusal_says_why_and_where_to_go() -> None:
    refused = Refused(
        "Deze evaluatie kan alleen Harold vastleggen. Vraag het hem.", next_label="Lees mee", next_url="/e/"
    )
    response = views.permission_denied(asked(), refused)
    assert response.status_code == 403
    html = response.content.decode()
    assert "<h1>Deze evaluatie kan alleen Harold vastleggen</h1>" in html
    assert "Vraag het hem." in html
    assert 'href="/e/"' in html
    assert "Harold" not in html[: html.index("</title>")]


def test_a_refusal_without_words_still_helps() -> None:
    response = views.permission_denied(asked(), PermissionDenied())
    assert "Dit kan alleen iemand anders doen" in words(response)


def test_what_cannot_be_read_is_not_repeated() -> None:
    response = views.bad_request(asked(), ValueError("geheim"))
    assert response.status_code == 400
    assert "Dit konden we niet lezen" in words(response)
    assert "geheim" not in words(response)


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (lambda r: views.bad_request(r, ValueError()), 400, "Dit konden we niet lezen."),
        (
            lambda r: views.permission_denied(r, PermissionDenied("Dat kan alleen Petra.")),
            403,
            "Dat kan alleen Petra.",
        ),
        (lambda r: views.page_not_found(r, ValueError()), 404, "Deze pagina vinden we niet."),
        (views.server_error, 500, "Er ging iets mis bij ons."),
    ],
)
def test_htmx_gets_a_notice_instead_of_a_page(answer, status: int, said: str) -> None:
    response = answer(asked(**{"HX-Request": "true"}))
    assert response.status_code == status
    assert "k-notice--fout" in response.content.decode()
    assert said in words(response)
    assert "<html" not in response.content.decode()


def test_the_page_for_our_mistakes_needs_no_database(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        response = views.server_error(RequestFactory().get("/vandaag/?a=1"))
    assert response.status_code == 500
    assert "Jij deed niets fout." in words(response)
    assert 'href="/vandaag/?a=1"' in response.content.decode()


def test_after_a_failed_post_nobody_is_sent_to_do_it_again() -> None:
    response = views.server_error(RequestFactory().post("/vandaag/"))
    assert "Probeer het opnieuw" not in words(response)
    assert "Ga terug in je browser" in words(response)


def test_our_mistake_in_the_page_for_mistakes_still_answers() -> None:
    with patch("kern.views.render_to_string", side_effect=RuntimeError):
        response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Er ging iets mis bij ons" in words(response)


@pytest.mark.parametrize(
    ("headers", "part"),
    [
        ({}, False),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
        ({"HX-Request": "true", "HX-Boosted": "true"}, False),
    ],
)
def test_a_part_only_where_htmx_can_use_it(headers: dict[str, str], part: bool) -> None:
    assert wants_fragment(asked(**headers)) is part


def test_page_varies_with_who_asks() -> None:
    response = page(asked(), "kern/hulp.html", status=203)
    assert response.status_code == 203
    assert "HX-Request" in response["Vary"]


def test_a_toast_carries_the_way_back() -> None:
    request = asked()
    with patch("kern.http.messages.success") as said:
        toast(request, "Afspraak afgevinkt", undo="/terug/")
    said.assert_called_once_with(request, "Afspraak afgevinkt", extra_tags="ongedaan:/terug/")
