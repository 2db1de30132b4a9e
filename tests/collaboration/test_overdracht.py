"""Before a role ends: concepts and werkaantekeningen are offered, made vastgelegd, downloaded or handed over."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from collaboration.actions import overdracht as actions
from collaboration.models import Gesprek, Overdracht
from students.models import KlasRol, TeamLid
from tests import acts
from tests.acts_stage import ended
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import queries_of, words

PAGE = "/overdracht/"


def note(cast: Cast, text: str = "Mijn eigen aantekening") -> Gesprek:
    return acts.vastgelegd(cast.melissa, cast.marije, "werkaantekening", tekst=text)


def test_the_first_screen_and_the_ended_stage_lead_to_what_is_left(client: Client, cast: Cast) -> None:
    begun = acts.concept(cast.melissa, cast.marije)
    client.force_login(cast.melissa)
    assert "Je laat niets achter" in words(client.get(PAGE))
    ended(cast.harold, cast.stage_marije)
    row = note(cast)
    seen = words(client.get(reverse("stage_einde", args=[cast.stage_marije.pk])))
    assert "Bekijk wat je nog hebt staan" in seen
    page = client.get(PAGE)
    seen = words(page)
    for text in (
        "Marije Jonkers",
        "Concept",
        "Werkaantekening",
        "Geef aan Harold Vermeer",
        "Geef aan Soraya Haddou",
    ):
        assert text in seen
    assert reverse("gesprek_vastleggen", args=[begun.pk]) in page.content.decode()
    assert reverse("verslag", args=[row.pk]) in page.content.decode()


def test_a_concept_goes_on_with_the_mentor(client: Client, cast: Cast) -> None:
    begun = acts.concept(cast.melissa, cast.marije, tekst="Wat we bespraken")
    ended(cast.harold, cast.stage_marije)
    client.force_login(cast.melissa)
    away = reverse("gesprek_overdragen", args=[begun.pk])
    for _ in range(2):
        answer = client.post(away, {"aan": cast.harold.pk}, follow=True)
    assert "Overgedragen aan Harold Vermeer" in words(answer)
    assert Overdracht.objects.count() == 1
    client.force_login(cast.harold)
    assert client.get(reverse("gesprek_vastleggen", args=[begun.pk])).status_code == 200


def test_a_werkaantekening_is_copied_and_stays_its_authors(client: Client, cast: Cast) -> None:
    row = note(cast)
    ended(cast.harold, cast.stage_marije)
    copy = actions.hand_over(by=viewer(cast.melissa), gesprek_id=row.pk, aan=cast.harold.pk).kopie
    assert copy is not None
    client.force_login(cast.harold)
    seen = words(client.get(reverse("gesprek", args=[copy.pk])))
    assert "Overgenomen van Melissa Brouwer op" in seen
    assert "Mijn eigen aantekening" in seen
    assert client.get(reverse("gesprek", args=[row.pk])).status_code == 404
    client.force_login(cast.soraya)
    assert client.get(reverse("gesprek", args=[copy.pk])).status_code == 404
    row.refresh_from_db()
    assert (row.auteur, row.laag, row.status) == (cast.melissa, "werkaantekening", "vastgelegd")


def test_only_where_a_role_ends_and_only_to_the_team_of_school(client: Client, cast: Cast) -> None:
    row = note(cast)
    client.force_login(cast.melissa)
    away = reverse("gesprek_overdragen", args=[row.pk])
    answer = client.post(away, {"aan": cast.harold.pk})
    assert answer.status_code == 403
    assert "Overdragen kan als je rol bij deze student een laatste dag heeft" in words(answer)
    ended(cast.harold, cast.stage_marije)
    for aan in (cast.petra.pk, cast.ilse.pk, "onzin"):
        assert client.post(away, {"aan": aan}).status_code == 403
    client.force_login(cast.harold)
    assert client.post(away, {"aan": cast.soraya.pk}).status_code == 404


def test_what_others_read_already_is_not_handed_over(cast: Cast) -> None:
    shared = acts.vastgelegd(cast.melissa, cast.marije, "stage", stage=cast.stage_marije)
    ended(cast.harold, cast.stage_marije)
    with pytest.raises(PermissionDenied, match="concept of een werkaantekening van jezelf"):
        actions.hand_over(by=viewer(cast.melissa), gesprek_id=shared.pk, aan=cast.harold.pk)


def test_a_mentor_who_leaves_hands_over_to_who_stays(client: Client, cast: Cast) -> None:
    acts.concept(cast.harold, cast.marije)
    acts.concept(cast.harold, cast.has)
    KlasRol.objects.filter(user=cast.harold).update(einde=days(9), eindreden="andere school")
    client.force_login(cast.harold)
    seen = words(client.get(PAGE))
    assert "Has El Amrani" in seen
    assert "Marije Jonkers" in seen
    assert "Geef aan Soraya Haddou" in seen
    assert "Je rol stopt na" in words(client.get("/"))


@pytest.mark.parametrize(("day", "soon"), [(29, True), (30, True), (31, False)])
def test_it_is_offered_in_the_last_month(client: Client, cast: Cast, day: int, soon: bool) -> None:
    acts.concept(cast.harold, cast.marije)
    KlasRol.objects.filter(user=cast.harold).update(einde=days(day), eindreden="einde van het schooljaar")
    client.force_login(cast.harold)
    assert ("Marije Jonkers" in words(client.get(PAGE))) is soon


def test_another_role_that_stays_leaves_nothing_behind(client: Client, cast: Cast) -> None:
    acts.concept(cast.melissa, cast.marije)
    TeamLid.objects.create(student=cast.marije, user=cast.melissa, rol="peercoach", begin=days(-1))
    ended(cast.harold, cast.stage_marije)
    client.force_login(cast.melissa)
    assert "Je laat niets achter" in words(client.get(PAGE))


def test_more_texts_take_as_many_queries(client: Client, cast: Cast) -> None:
    ended(cast.harold, cast.stage_marije)
    client.force_login(cast.melissa)

    def fill(number: int) -> int:
        for _ in range(number):
            row = note(cast)
            acts.concept(cast.melissa, cast.marije)
            actions.hand_over(by=viewer(cast.melissa), gesprek_id=row.pk, aan=cast.harold.pk)
        return queries_of(client, PAGE)

    assert fill(2) == fill(8)
