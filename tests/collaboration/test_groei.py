"""What grows, beside aandacht; and the successes that are found in a compliment, in hours, in a talk."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from collaboration.aandacht import Blik
from collaboration.aandacht.groei import groei_voor
from collaboration.models import Signaal
from stageplekken.actions import talks_samen, uren_weken
from stageplekken.enums.talks import Kant, TalkSoort
from stageplekken.models import Stage
from students.models import Succes
from tests import acts_doel, acts_talks
from tests.acts_signaal import signaal
from tests.acts_uren import agree, enter, full_week, missed, monday, rooster, seen
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words

WEKEN = "Drie weken geen stagedag gemist"


def grown(person: Any) -> list[tuple[str, str]]:
    return [(one.tekst, one.meta) for one in groei_voor(Blik(viewer(person)), [])]


def found() -> list[str]:
    return list(Succes.objects.order_by("wanneer").values_list("tekst", flat=True))


def test_the_successes_of_two_weeks_newest_first(cast: Cast) -> None:
    for ago in (13, 14, 15, 1):  # the day before, on and after two weeks, and yesterday
        acts_doel.succes(cast.petra, cast.sanna, f"Dag {ago}", ago)
    acts_doel.succes(cast.ilse, cast.milan, "Van een andere klas")
    said = [text for text, _ in grown(cast.harold)]
    assert said == ["Dag 1", "Dag 13", "Dag 14"]
    assert grown(cast.soraya)[0] == ("Dag 1", "Gisteren, opgeschreven door Petra Kuipers")
    assert grown(cast.petra)[0] == ("Dag 1", "Gisteren, opgeschreven door jou")
    assert grown(cast.noor) == grown(cast.melissa) == grown(cast.bea) == []


def test_a_compliment_is_a_success(client: Client, cast: Cast) -> None:
    signaal(viewer(cast.melissa), cast.marije, "gaat_goed", "Ze belde zelf af")
    signaal(viewer(cast.melissa), cast.marije, "zorgen", "Ze is moe")
    row = Succes.objects.get()
    assert (row.tekst, row.soort, row.auteur, row.bron_ref) == (
        "Ze belde zelf af", "compliment", cast.melissa, f"signaal:{Signaal.objects.get(soort='gaat_goed').pk}",
    )  # fmt: skip
    assert grown(cast.harold) == [("Ze belde zelf af", "Vandaag, gezien door Melissa Brouwer")]
    client.force_login(cast.marije_zelf)
    assert "Ze belde zelf af Vandaag, compliment van Melissa" in words(client.get("/"))


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """Five weeks on the way, on Monday to Wednesday."""
    Stage.objects.filter(pk=cast.stage_marije.pk).update(begin=monday(-5), einde=days(150), gaat_door=True)
    cast.stage_marije.refresh_from_db()
    rooster(cast.stage_marije, cast.harold)
    return cast.stage_marije


def test_three_weeks_without_a_missed_day(cast: Cast, stage: Stage) -> None:
    for week in (-4, -3, -2):
        full_week(cast.melissa, stage, monday(week))
    agree(cast.melissa, stage, monday(-4))
    agree(cast.melissa, stage, monday(-3))
    assert found() == []
    agree(cast.melissa, stage, monday(-2))
    agree(cast.melissa, stage, monday(-2))
    assert found() == [WEKEN]
    row = Succes.objects.get()
    assert (row.auteur, row.dag, row.soort) == (None, days(0), "uren")
    assert grown(cast.soraya) == [(WEKEN, "Vandaag")]
    assert grown(cast.melissa) == []  # it is the school's and the student's

    uren_weken.return_week(by=seen(cast.melissa), stage_id=stage.pk, maandag=monday(-3), reden="Dinsdag niet")
    assert found() == []


def test_a_missed_day_is_no_success(cast: Cast, stage: Stage) -> None:
    for week in (-4, -2):
        full_week(cast.melissa, stage, monday(week))
    for number, invoer in enumerate((None, missed(), None)):
        enter(cast.melissa, stage, monday(-3) + timedelta(days=number), invoer)
    for week in (-4, -3, -2):
        agree(cast.melissa, stage, monday(week))
    assert found() == []


def test_a_school_counts_by_its_own_number(cast: Cast, stage: Stage) -> None:
    cast.noord.regels = {"succes_weken": 2}
    cast.noord.save(update_fields=["regels"])
    for week in (-2, -1):
        full_week(cast.melissa, stage, monday(week))
        agree(cast.melissa, stage, monday(week))
    assert found() == ["Twee weken geen stagedag gemist"]


def test_an_evaluation_that_went_better(client: Client, cast: Cast) -> None:
    talks = acts_talks.plan(cast.harold, cast.stage_marije)
    acts_talks.fixed(cast, talks[TalkSoort.START], "oefenen")
    assert found() == []  # the first has nothing to be better than
    acts_talks.fixed(cast, talks[TalkSoort.TUSSEN], "voldoende")
    assert found() == ["Tussenevaluatie: beter dan de vorige keer"]
    client.force_login(cast.soraya)
    assert "Tussenevaluatie: beter dan de vorige keer Vandaag" in words(
        client.get(reverse("student", args=[cast.marije.pk]))
    )
    tussen = talks[TalkSoort.TUSSEN].pk
    talks_samen.reopen(by=viewer(cast.harold), talk_id=tussen, kant=Kant.MENTOR, reden="Er klopt iets niet")
    assert found() == []
