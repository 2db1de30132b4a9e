"""Reading the instruments: the list, one instrument for all or for one group, and the blank sheet."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from begeleiders.models import User
from checklists import loading, queries, tree
from tests.checklists import sample
from tests.harness import StrictClient

B = "/instrumenten/begeleidingsgesprek-b/"


@pytest.fixture
def visitor(client: StrictClient, login: Callable[..., Any], harold: User) -> Client:
    """Harold, logged in."""
    logged_in: Client = login(client, harold)
    return logged_in


def test_the_list_names_every_instrument(visitor: Client) -> None:
    html = visitor.get("/instrumenten/").content.decode()
    for row in queries.current_all():
        assert row.titel in html
        assert f'href="/instrumenten/{row.code}/"' in html


def test_an_instrument_shows_all_steps_with_source_and_caveat(visitor: Client) -> None:
    instrument = queries.current("begeleidingsgesprek-b").instrument
    html = visitor.get(B).content.decode()
    for stap in instrument.stappen:
        assert f"{stap.nummer}. {stap.titel}" in html
    assert "3a. Zo gaat het goed!" in html
    assert instrument.bron in html
    assert instrument.kanttekening in html


def test_one_group_shows_only_phrases_that_fit(visitor: Client) -> None:
    instrument = queries.current("begeleidingsgesprek-b").instrument
    phrases = {
        zin.groep: zin.tekst
        for stap in instrument.stappen
        for punt in stap.alle_punten()
        for zin in punt.zinnen
    }
    html = visitor.get(B, {"groep": "horeca"}).content.decode()
    assert phrases["horeca"] in html
    assert phrases["alle"] in html
    assert phrases["techniek"] not in html
    assert phrases["techniek"] in visitor.get(B, {"groep": "onzin"}).content.decode()


def test_an_unknown_instrument_does_not_exist(visitor: Client) -> None:
    assert visitor.get("/instrumenten/bestaat-niet/").status_code == 404
    assert visitor.get("/instrumenten/bestaat-niet/leeg.pdf").status_code == 404


def test_the_blank_sheet_is_a_pdf_with_a_neutral_name(visitor: Client) -> None:
    answer = visitor.get(f"{B}leeg.pdf")
    assert answer.content.startswith(b"%PDF")
    assert 'filename="begeleidingsgesprek-b.pdf"' in answer["Content-Disposition"]


@pytest.mark.parametrize("url", ["/instrumenten/", B, f"{B}leeg.pdf"])
def test_these_pages_only_read(visitor: Client, url: str) -> None:
    assert visitor.post(url).status_code == 405


def test_the_list_takes_as_many_queries_with_one_instrument_more(
    visitor: Client, harold: User, known: None, django_assert_num_queries: Any
) -> None:
    visitor.get("/instrumenten/")
    with CaptureQueriesContext(connection) as before:
        visitor.get("/instrumenten/")
    data = sample.tree()
    assert loading.load(tree.parse(data, where="proef.yaml"), data).instrument
    with django_assert_num_queries(len(before)):
        assert b"Een nieuw instrument" in visitor.get("/instrumenten/").content
