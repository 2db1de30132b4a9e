"""The timeline: newest first, by layer, filtered by kind, and the same whether htmx asks or not."""

from datetime import timedelta
from xml.etree.ElementTree import Element

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kern.models import LogRegel
from tests import acts
from tests.cast import Cast
from tests.factories import AfspraakFactory, ContactpogingFactory, GesprekFactory
from tests.htmx import assert_patch_equals_page, parse, part, words


@pytest.fixture
def url(cast: Cast) -> str:
    """The page of Marije, about whom there is one of each kind."""
    acts.vastgelegd(cast.harold, cast.marije, soort="kennismaking", tekst="Marije kookt graag.")
    acts.poging(cast.soraya, cast.marije, uitkomst="voicemail", notitie="Ik bel morgen weer.")
    AfspraakFactory.create(student=cast.marije, wat="Bus van zeven uur nemen", gedaan=True)
    return reverse("student", args=[cast.marije.pk])


def lines(client: Client, url: str) -> str:
    page = client.get(url)
    return " ".join("".join(part(parse(page.content.decode()), "tijdlijn").itertext()).split())


def part_id(client: Client, url: str, name: str) -> Element | None:
    return parse(client.get(url).content.decode()).find(f".//*[@id='{name}']")


def test_all_kinds_with_their_layer_in_words(client: Client, cast: Cast, url: str) -> None:
    client.force_login(cast.harold)
    seen = lines(client, url)
    assert "Gesprek: kennismaking" in seen
    assert "Harold Vermeer, op school Marije kookt graag. Verslag" in seen
    assert "Zonder label: het team van school en de student leest mee." in seen
    assert "Gebeld: bericht achtergelaten" in seen
    assert "Ik bel morgen weer." in seen
    assert "Afspraak gelukt" in seen
    assert "Bus van zeven uur nemen" in seen


@pytest.mark.parametrize(
    ("soort", "there", "gone"),
    [
        ("gesprekken", "Marije kookt graag.", "Ik bel morgen weer."),
        ("contact", "Ik bel morgen weer.", "Bus van zeven uur"),
        ("afspraken", "Bus van zeven uur", "Marije kookt graag."),
        ("onzin", "Marije kookt graag.", "Hier staat nog niets"),
    ],
)
def test_filters(client: Client, cast: Cast, url: str, soort: str, there: str, gone: str) -> None:
    client.force_login(cast.harold)
    seen = lines(client, f"{url}?soort={soort}")
    assert there in seen
    assert gone not in seen


def test_an_empty_filter_leads_back(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(reverse("student", args=[cast.sanna.pk]), {"soort": "contact"})
    assert "Hier staat nog niets. Toon de hele tijdlijn" in words(page)


def test_layers_keep_texts_from_others(client: Client, cast: Cast, url: str) -> None:
    acts.vastgelegd(cast.harold, cast.marije, "werkaantekening", tekst="Alleen voor mij.")
    acts.vastgelegd(cast.harold, cast.marije, "stage", stage=cast.stage_marije, tekst="Voor ons drieën.")
    client.force_login(cast.harold)
    assert "Alleen ik (werkaantekening)" in lines(client, url)
    client.force_login(cast.soraya)
    assert "Alleen voor mij." not in lines(client, url)
    client.force_login(cast.melissa)
    seen = lines(client, url)
    assert "Voor ons drieën. School, student en stage" in seen
    assert "Zonder label" not in seen
    assert "Marije kookt graag." not in seen
    assert "Ik bel morgen weer." not in seen


def test_show_more_until_all_is_there(client: Client, cast: Cast, url: str) -> None:
    for number in range(12):
        when = timezone.now() - timedelta(days=number + 2)
        GesprekFactory.create(student=cast.marije, vast=True, wanneer=when, tekst=f"Praatje {number}.")
    client.force_login(cast.harold)
    first = lines(client, url)
    assert "Praatje 6." in first
    assert "Praatje 7." not in first
    assert "Toon meer" in first
    assert "soort=alles&amp;aantal=20" in client.get(url).content.decode()
    assert part_id(client, url, "nieuw") is None
    rest = lines(client, f"{url}?soort=alles&aantal=20")
    assert part_id(client, f"{url}?soort=alles&aantal=20", "nieuw") is not None
    assert "Praatje 11." in rest
    assert "Toon meer" not in rest


@pytest.mark.parametrize(
    "query", ["?soort=gesprekken", "?soort=contact", "?soort=alles&aantal=20", "?aantal=x"]
)
def test_the_part_for_htmx_is_that_of_the_page(client: Client, cast: Cast, url: str, query: str) -> None:
    for _ in range(12):
        ContactpogingFactory.create(student=cast.marije, auteur=cast.harold)
    client.force_login(cast.harold)
    assert_patch_equals_page(client, url, url + query, "tijdlijn")


def test_going_back_in_history_gets_the_whole_page(client: Client, cast: Cast, url: str) -> None:
    client.force_login(cast.harold)
    for more in ({"HX-History-Restore-Request": "true"}, {"HX-Boosted": "true"}):
        page = client.get(url, headers={"HX-Request": "true", "HX-Target": "tijdlijn"} | more)
        assert b"<html" in page.content


def test_one_line_in_the_log_for_one_look(client: Client, cast: Cast, url: str) -> None:
    client.force_login(cast.soraya)
    before = LogRegel.objects.count()
    client.get(url)
    line = LogRegel.objects.order_by("-id").first()
    assert LogRegel.objects.count() == before + 1
    assert line is not None
    assert (line.wie, line.student, line.laag) == (cast.soraya.pk, cast.marije.pk, "begeleiding")
