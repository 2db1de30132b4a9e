"""Walking through a checklist: when it begins, leaving it for later, what was agreed before, an afspraak on the way."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.actions.vastleggen import correct
from collaboration.models import Gesprek
from kern.models import LogRegel
from tests import acts
from tests.cast import Cast
from tests.factories import viewer
from tests.htmx import parse, words

BEGAN = "gesprek gaat van start"


def page_of(gesprek: Gesprek, deel: str) -> str:
    """The address of a part: voor, na, vastleggen, or a step."""
    if deel.startswith("s"):
        return reverse("gesprek_stap", args=[gesprek.pk, deel])
    return reverse(f"gesprek_{deel}", args=[gesprek.pk])


def fields(client: Client, url: str, **more: str) -> dict[str, str]:
    """What the form on a page brings along where nobody touches it."""
    form = parse(client.get(url).content.decode()).find(".//form[@id='loop']")
    assert form is not None
    found = {i.get("name", ""): i.get("value", "") for i in form.iter("input") if i.get("type") != "checkbox"}
    for select in form.iter("select"):
        options = list(select.iter("option"))
        chosen = next((one for one in options if "selected" in one.attrib), options[0])
        found[select.get("name", "")] = chosen.get("value", "")
    return found | {"student_erbij": "on"} | more


def begins(client: Client, gesprek: Gesprek) -> Gesprek:
    """From Voor to the first step."""
    url = page_of(gesprek, "voor")
    assert client.post(url, fields(client, url, naar="s1"))["Location"] == page_of(gesprek, "s1")
    return Gesprek.objects.get(pk=gesprek.pk)


def concept_of(cast: Cast, *, wanneer: Any, gemaakt: Any) -> Gesprek:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B, wanneer=wanneer)
    Gesprek.objects.filter(pk=gesprek.pk).update(gemaakt_op=gemaakt)
    return gesprek


def test_a_gesprek_that_nobody_planned_begins_now(client: Client, cast: Cast) -> None:
    before = timezone.now() - timedelta(days=3)
    gesprek = concept_of(cast, wanneer=before, gemaakt=before)
    client.force_login(cast.harold)
    assert timezone.now() - begins(client, gesprek).wanneer < timedelta(minutes=1)
    assert LogRegel.objects.filter(actie=BEGAN, object_id=gesprek.pk).count() == 1


@pytest.mark.parametrize("days", [-2, 2])
def test_another_day_that_was_chosen_stays(client: Client, cast: Cast, days: int) -> None:
    chosen = timezone.now().replace(second=0, microsecond=0) + timedelta(days=days)
    gesprek = concept_of(cast, wanneer=chosen, gemaakt=timezone.now() - timedelta(days=5))
    client.force_login(cast.harold)
    assert begins(client, gesprek).wanneer == chosen
    assert not LogRegel.objects.filter(actie=BEGAN).exists()


def test_going_back_to_voor_and_on_again_begins_it_once(client: Client, cast: Cast) -> None:
    before = timezone.now() - timedelta(days=3)
    gesprek = concept_of(cast, wanneer=before, gemaakt=before)
    acts.answer(cast.harold, gesprek, {"s1n": "De werktijden"})
    client.force_login(cast.harold)
    assert begins(client, gesprek).wanneer == before


def test_a_new_version_keeps_the_time_of_the_gesprek(client: Client, cast: Cast) -> None:
    before = timezone.now() - timedelta(minutes=5)
    old = acts.vastgelegd(cast.harold, cast.marije, instrument_code=acts.B, wanneer=before)
    new = correct(by=viewer(cast.harold), gesprek_id=old.pk)
    client.force_login(cast.harold)
    assert begins(client, new).wanneer == before


@pytest.mark.parametrize(
    ("deel", "sentence"),
    [
        ("voor", "Bewaard. Je gaat straks verder met voorbereiden."),
        ("s4", "Bewaard. Je gaat straks verder bij stap 4."),
        ("na", "Bewaard. Je gaat straks verder met terugkijken."),
    ],
)
def test_leaving_for_later_says_where_it_goes_on(
    client: Client, cast: Cast, deel: str, sentence: str
) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    client.force_login(cast.harold)
    url = page_of(gesprek, deel)
    answer = client.post(url, fields(client, url, naar="later"), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("student", args=[cast.marije.pk])
    assert sentence in words(answer)


def test_step_two_shows_what_was_agreed_before(client: Client, cast: Cast) -> None:
    acts.afspraak(cast.harold, cast.marije, "De bus van zeven uur nemen")
    acts.afspraak(cast.harold, cast.sanna, "Een ander schort zoeken")
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    acts.afspraak(cast.harold, cast.marije, "Melissa bellen", gesprek=gesprek)
    client.force_login(cast.harold)
    text = words(client.get(page_of(gesprek, "s2")))
    before = text.index("Dit spraken jullie eerder af")
    assert before < text.index("De bus van zeven uur nemen") < text.index("Vraag hoe het gaat")
    assert text.index("Vraag hoe het gaat") < text.index("Melissa bellen")  # made in this gesprek: below
    assert "Een ander schort zoeken" not in text
    assert "Dit spraken jullie eerder af" not in words(client.get(page_of(gesprek, "s1")))


def test_an_error_in_an_afspraak_stays_at_its_field(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    client.force_login(cast.harold)
    url = page_of(gesprek, "s1")
    answer = client.post(
        url, fields(client, url, afspraak="ja", **{"a-wat": "Bellen", "a-voor": "2020-01-01"})
    )
    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert [field.get("name") for field in page.iter("input") if "autofocus" in field.attrib] == ["a-voor"]
    assert "Deze dag is al geweest." in words(answer)
    assert "voordat je verder kunt" not in words(answer)


def test_voor_folds_the_plan_unless_it_lies_ahead(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    now = acts.concept(cast.harold, cast.marije, acts.B)
    ahead = acts.concept(cast.harold, cast.sanna, acts.B, wanneer=timezone.now() + timedelta(days=1))
    for gesprek, is_open in ((now, False), (ahead, True)):
        page = parse(client.get(page_of(gesprek, "voor")).content.decode())
        fold = next(d for d in page.iter("details") if "Wanneer en hoe?" in "".join(d.itertext()))
        assert ("open" in fold.attrib) is is_open
    answer = client.post(page_of(now, "voor"), fields(client, page_of(now, "voor"), dag="ooit"))
    fold = next(
        d
        for d in parse(answer.content.decode()).iter("details")
        if "Wanneer en hoe?" in "".join(d.itertext())
    )
    assert "open" in fold.attrib


def test_voor_leads_to_throwing_it_away_for_its_author_only(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B, voerders=(cast.soraya.pk,))
    for who, sees in ((cast.harold, True), (cast.soraya, False)):
        client.force_login(who)
        answer = client.get(page_of(gesprek, "voor"))
        assert ("Gooi dit concept weg" in words(answer)) is sees
        assert (reverse("gesprek_intrekken", args=[gesprek.pk]) in answer.content.decode()) is sees
