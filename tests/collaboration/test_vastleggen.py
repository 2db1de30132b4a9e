"""Klopt het zo? Who reads it, in names; back to where a part was filled in; a few words for the student."""

from django.test import Client
from django.urls import reverse

from collaboration.models import Gesprek
from tests import acts
from tests.cast import Cast
from tests.htmx import parse, words


def url(gesprek: Gesprek) -> str:
    return reverse("gesprek_vastleggen", args=[gesprek.pk])


def test_each_layer_says_who_that_is(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    client.force_login(cast.harold)
    text = words(client.get(url(gesprek)))
    assert "Alleen jij. Marije mag vragen om hem te zien." in text
    assert "Marije, jij en Soraya Haddou." in text  # not Noor: a peercoach reads only what she wrote
    assert "en ook Melissa Brouwer, Restaurant De Kade." in text
    assert "Minder mensen laten lezen kan later altijd." in text


def test_who_knows_a_part_of_the_team_gets_no_list_that_is_too_short(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.melissa, cast.marije)
    client.force_login(cast.melissa)
    text = words(client.get(url(gesprek)))
    assert "Marije, de begeleiders van school, en ook Melissa Brouwer, Restaurant De Kade." in text


def test_a_layer_must_be_chosen_from_the_list(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    client.force_login(cast.harold)
    answer = client.post(url(gesprek), {"laag": ""})
    assert answer.status_code == 422
    assert words(answer).count("Kies wie dit gesprek mag lezen") == 2  # in the summary, and at the choice
    ids = {field.get("id") for field in parse(answer.content.decode()).iter("input")}
    assert "id_laag_0" in ids  # where the summary leads


def test_without_plain_words_it_asks_kindly_and_does_not_block(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    client.force_login(cast.harold)
    answer = client.get(url(gesprek))
    assert "Schrijf eerst een paar zinnen voor Marije" in words(answer)
    assert f"{reverse('gesprek_na', args=[gesprek.pk])}#f-gewone-woorden" in answer.content.decode()
    acts.answer(cast.harold, gesprek, {"gewone-woorden": "Je helpt goed mee."})
    assert "Schrijf eerst een paar zinnen" not in words(client.get(url(gesprek)))
    other = acts.concept(cast.harold, cast.sanna, tekst="Over het rooster")
    assert f"{reverse('gesprek_aanpassen', args=[other.pk])}#id_gewone_woorden" in (
        client.get(url(other)).content.decode()
    )
    assert client.post(url(other), {"laag": "begeleiding"})["Location"] == reverse("gesprek", args=[other.pk])


def test_each_part_leads_back_to_its_step(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    acts.answer(cast.harold, gesprek, {"s4n": "Mag Marije een avond meelopen?", "eigen-punten": "Op tijd"})
    acts.answer(cast.harold, gesprek, {"eigen-mee": True})
    client.force_login(cast.harold)
    page = parse(client.get(url(gesprek)).content.decode())
    links = {a.get("href", "") for a in page.iter("a") if "Pas aan" in "".join(a.itertext())}
    voor = reverse("gesprek_voor", args=[gesprek.pk])
    assert links == {
        voor,
        f"{voor}#f-eigen-punten",
        f"{reverse('gesprek_stap', args=[gesprek.pk, 's4'])}#f-s4n",
    }
    client.post(url(gesprek), {"laag": "begeleiding"})
    fixed = words(client.get(reverse("gesprek", args=[gesprek.pk])))
    assert "Mag Marije een avond meelopen?" in fixed
    assert "Pas aan" not in fixed
