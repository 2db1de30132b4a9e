"""A plain gesprek that is a concept: planned it asks what to talk about, afterwards what was said."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.models import Gesprek
from tests import acts
from tests.cast import Cast
from tests.htmx import parse, words


def url(gesprek: Gesprek) -> str:
    return reverse("gesprek_aanpassen", args=[gesprek.pk])


def planned(cast: Cast, **plan: Any) -> Gesprek:
    return acts.concept(cast.harold, cast.marije, wanneer=timezone.now() + timedelta(days=2), **plan)


def filled(client: Client, gesprek: Gesprek, **more: str) -> dict[str, str]:
    """What the page brings along, with something changed."""
    page = parse(client.get(url(gesprek)).content.decode())
    form = next(form for form in page.iter("form") if form.get("action") == url(gesprek))
    fields = {
        i.get("name", ""): i.get("value", "") for i in form.iter("input") if i.get("type") != "checkbox"
    }
    return fields | {"wijze": gesprek.wijze, "student_erbij": "on"} | more


def test_a_planned_one_asks_what_to_talk_about(client: Client, cast: Cast) -> None:
    gesprek = planned(cast)
    client.force_login(cast.harold)
    seen = words(client.get(url(gesprek)))
    assert "Wat wil je bespreken?" in seen
    assert "Het gesprek is geweest" in seen
    for text in ("Wat is er gezegd?", "Bewaar en lees na", "In gewone woorden", "Bel 06"):
        assert text not in seen


def test_keeping_it_leads_back_to_the_student(client: Client, cast: Cast) -> None:
    gesprek = planned(cast)
    client.force_login(cast.harold)
    answer = client.post(url(gesprek), filled(client, gesprek, plek="Kantine"), follow=True)
    assert answer.redirect_chain == [(reverse("student", args=[cast.marije.pk]), 302)]
    assert "Bewaard. Het gesprek staat in je agenda." in words(answer)
    gesprek.refresh_from_db()
    assert (gesprek.plek, gesprek.tekst, gesprek.status) == ("Kantine", "", "concept")


def test_when_it_has_been_it_asks_what_was_said(client: Client, cast: Cast) -> None:
    gesprek = planned(cast, tekst="Over het rooster")
    client.force_login(cast.harold)
    data = filled(client, gesprek, tekst="Over het rooster", geweest="1")
    answer = client.post(url(gesprek), data, follow=True)
    assert answer.redirect_chain == [(url(gesprek), 302)]
    assert "Wat is er gezegd?" in words(answer)
    assert "Over het rooster" in words(answer)
    gesprek.refresh_from_db()
    assert gesprek.wanneer <= timezone.now()
    after = client.post(url(gesprek), filled(client, gesprek, tekst="Ze wil eerder beginnen."))
    assert after["Location"] == reverse("gesprek_vastleggen", args=[gesprek.pk])
    assert client.post(url(gesprek), filled(client, gesprek, tekst="")).status_code == 422


def test_the_number_stands_there_for_a_call(client: Client, cast: Cast) -> None:
    gesprek = planned(cast, wijze="telefoon")
    client.force_login(cast.harold)
    assert "Bel 06 00000001" in words(client.get(url(gesprek)))
    theirs = acts.concept(
        cast.noor, cast.marije, wijze="telefoon", wanneer=timezone.now() + timedelta(days=1)
    )
    client.force_login(cast.noor)
    assert "06 00000001" not in words(client.get(url(theirs)))


def test_a_concept_is_thrown_away_in_its_own_words(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    client.force_login(cast.harold)
    away = reverse("gesprek_intrekken", args=[gesprek.pk])
    assert "Gooi dit concept weg" in words(client.get(away))
    answer = client.post(away, {"reden": "Per ongeluk begonnen"}, follow=True)
    assert "Het concept is weg" in words(answer)
    assert "Ga verder" not in words(answer)
