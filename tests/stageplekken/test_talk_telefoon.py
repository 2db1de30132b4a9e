"""A student without a phone fills in on a begeleider's: one page, recorded as such, and nothing of it leaks."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from stageplekken.enums.talks import Kant, TalkSoort, TalkStatus
from stageplekken.models import Stagegesprek, StagegesprekAkkoord
from stageplekken.queries import talks as queries
from tests import acts_talks as acts
from tests.cast import Cast
from tests.htmx import words
from tests.stageplekken.test_talk_pages import fields

PAGE = "/telefoon/stagegesprek/"


@pytest.fixture
def talk(cast: Cast) -> Stagegesprek:
    """Her tussenevaluatie."""
    return acts.plan(cast.harold, cast.stage_marije)[TalkSoort.TUSSEN]


def lend(client: Client, who: Any, talk: Stagegesprek) -> Any:
    client.force_login(who)
    return client.post(reverse("stagegesprek_telefoon", args=[talk.pk]), follow=True)


def test_the_student_fills_in_on_the_phone_of_melissa(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    page = words(lend(client, cast.melissa, talk))
    assert "Hoi Marije" in page
    assert "Ik kom op tijd" in page
    typed = fields(client, PAGE, op_tijd_voorbeeld="Ik was er elke dag", hoe_verder="zo-door")
    client.post(PAGE, typed | {"naar": "rest:werk"})
    client.post(PAGE, fields(client, PAGE) | {"naar": "rest:vaardigheden"})
    done = client.post(PAGE, fields(client, PAGE) | {"naar": "klaar"}, follow=True)
    assert "Geef de telefoon nu terug" in words(done)
    deel = acts.deel_of(talk, Kant.STUDENT)
    assert (deel.maker, deel.telefoon_van, deel.klaar_door) == (None, cast.melissa, cast.melissa)
    client.force_login(cast.harold)
    hub = words(client.get(reverse("stagegesprek", args=[talk.pk])))
    assert "Marije: ingevuld op de telefoon van Melissa Brouwer." in hub


def test_while_lent_nothing_else_is_reached(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    acts.answer(cast.melissa, talk, Kant.PRAKTIJK, {"op-tijd-voorbeeld": "Van Melissa zelf"})
    lend(client, cast.melissa, talk)
    for url in (
        reverse("stagegesprek", args=[talk.pk]),
        reverse("stagegesprek_deel", args=[talk.pk, "praktijk"]),
        reverse("vandaag"),
    ):
        answer = client.get(url, follow=True)
        assert answer.redirect_chain[-1][0] == PAGE
        assert "Van Melissa zelf" not in answer.content.decode()


def test_what_was_begun_elsewhere_is_not_shown_on_a_lent_phone(
    client: Client, cast: Cast, talk: Stagegesprek
) -> None:
    acts.answer(cast.marije_zelf, talk, Kant.STUDENT, {"op-tijd-voorbeeld": "Alleen van mij"})
    page = lend(client, cast.melissa, talk)
    assert "Alleen van mij" not in page.content.decode()
    assert page.redirect_chain[-1][0] == "/telefoon/klaar/"


def test_a_draft_on_one_phone_is_not_shown_on_another(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    lend(client, cast.melissa, talk)
    client.post(PAGE, fields(client, PAGE, op_tijd_voorbeeld="Nog niet klaar"))
    other = Client()
    assert "Nog niet klaar" not in lend(other, cast.harold, talk).content.decode()
    mine = Client()
    mine.force_login(cast.marije_zelf)
    page = mine.get(reverse("stagegesprek_deel", args=[talk.pk, "student"]))
    assert "Nog niet klaar" in page.content.decode()


def test_akkoord_on_a_lent_phone(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    acts.discussed(cast, talk)
    page = lend(client, cast.harold, talk)
    assert "Klopt dit?" in words(page)
    refused = client.post(PAGE, {"gezien": "1.000.0"})
    assert refused.status_code == 422
    assert "Er is net iets veranderd" in words(refused)
    client.post(PAGE, {"gezien": acts.seen(talk)}, follow=True)
    row = StagegesprekAkkoord.objects.get(gesprek=talk)
    assert (row.kant, row.door, row.op_telefoon) == (Kant.STUDENT, cast.harold, True)
    for kant in (Kant.PRAKTIJK, Kant.MENTOR):
        acts.agree(acts.sides(cast)[kant], talk, kant)
    assert acts.fresh(talk).status == TalkStatus.VAST


@pytest.mark.parametrize("name", ["zohra", "marije_zelf", "noor"])
def test_others_do_not_lend(client: Client, cast: Cast, talk: Stagegesprek, name: str) -> None:
    client.force_login(getattr(cast, name))
    answer = client.post(reverse("stagegesprek_telefoon", args=[talk.pk]))
    assert answer.status_code == (404 if name in ("zohra", "noor") else 403)
    assert queries.akkoorden_of(talk) == {}
