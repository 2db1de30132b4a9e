"""A talk that is still open when nobody of the praktijk is there any more: the mentor goes on without, and says why."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from stageplekken.actions import talks_samen
from stageplekken.enums.talks import Kant, TalkSoort, TalkStatus
from stageplekken.models import Stagegesprek
from stageplekken.queries import talks as queries
from stageplekken.talks.verslag import build
from students.checks import Refused
from students.models import TeamLid
from tests import acts_talks as acts
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words

REDEN = "Melissa werkt daar niet meer en is niet te bereiken."


def gone(cast: Cast, talk: Stagegesprek, status: str = "afgerond", einde: int = -1) -> None:
    """The stage is over, and so is the access of the praktijkbegeleider."""
    type(talk.stage).objects.filter(pk=talk.stage_id).update(status=status)
    lids = TeamLid.objects.filter(stage_ref=talk.stage_id)
    lids.update(einde=days(einde), eindreden="De stage is afgerond.")


@pytest.fixture
def talk(cast: Cast) -> Stagegesprek:
    return acts.plan(cast.harold, cast.stage_marije)[TalkSoort.EIND]


def go_on(cast: Cast, talk: Stagegesprek, reden: str = REDEN) -> Stagegesprek:
    return talks_samen.go_without(by=viewer(cast.harold), talk_id=talk.pk, reden=reden)


def test_discussed_and_nobody_left_to_say_akkoord(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    acts.discussed(cast, talk)
    for kant in (Kant.STUDENT, Kant.MENTOR):
        acts.agree(acts.sides(cast)[kant], talk, kant)
    gone(cast, talk)
    client.force_login(cast.harold)
    here = reverse("stagegesprek", args=[talk.pk])
    assert "niemand van Restaurant De Kade kan nog akkoord zeggen" in words(client.get(here))
    empty = client.post(reverse("stagegesprek_zonder", args=[talk.pk]), {"reden": " "})
    assert empty.status_code == 422
    assert "Schrijf op waarom je verder gaat zonder de praktijk." in words(empty)
    page = words(client.post(reverse("stagegesprek_zonder", args=[talk.pk]), {"reden": REDEN}, follow=True))
    assert "Dit gesprek gaat verder zonder akkoord van de praktijk." in page
    assert "Marije en Harold zijn akkoord." in page
    assert REDEN in page
    now = acts.fresh(talk)
    assert now.status == TalkStatus.VAST
    said = build(now, queries.versions_of(now)[0], 1, 1).akkoorden[-1]
    assert said.startswith(f"Zonder akkoord van de praktijk: {REDEN} (Harold Vermeer, mentor, ")
    client.force_login(cast.marije_zelf)
    assert REDEN in words(client.get(here))


def test_a_part_that_was_not_finished_stays_unread(cast: Cast, talk: Stagegesprek) -> None:
    acts.answer(cast.melissa, talk, Kant.PRAKTIJK, {"op-tijd-voorbeeld": "Nog niet af"})
    for kant in (Kant.STUDENT, Kant.MENTOR):
        acts.ready(acts.sides(cast)[kant], talk, kant)
    gone(cast, talk)
    for _ in range(2):
        assert go_on(cast, talk).status == TalkStatus.KLAAR
    talks_samen.discuss(by=viewer(cast.harold), talk_id=talk.pk, dag=days(0))
    acts.answer(cast.harold, talk, Kant.SAMEN, {"samen-afspraken": "Een nieuwe plek zoeken"})
    for kant in (Kant.STUDENT, Kant.MENTOR):
        acts.agree(acts.sides(cast)[kant], talk, kant)
    now = acts.fresh(talk)
    assert now.status == TalkStatus.VAST
    report = build(now, queries.versions_of(now)[0], 1, 1)
    assert "Nog niet af" not in str(report)
    assert "Een nieuwe plek zoeken" in str(report)
    assert len(report.kanten) == 2
    talks_samen.reopen(by=viewer(cast.harold), talk_id=talk.pk, kant=Kant.MENTOR, reden="Er klopt iets niet")
    assert queries.zonder_of(acts.fresh(talk)) is None


@pytest.mark.parametrize(
    ("status", "einde", "reason"),
    [("lopend", -1, "De stage loopt nog"), ("gestopt", 0, "kan nog akkoord zeggen")],
)
def test_not_while_somebody_can_still_be_asked(
    cast: Cast, talk: Stagegesprek, status: str, einde: int, reason: str
) -> None:
    gone(cast, talk, status, einde)
    with pytest.raises(PermissionDenied, match=reason):
        go_on(cast, talk)


def test_only_the_mentor_and_with_a_reason(cast: Cast, talk: Stagegesprek) -> None:
    gone(cast, talk)
    with pytest.raises(PermissionDenied, match="alleen de mentor"):
        talks_samen.go_without(by=viewer(cast.soraya), talk_id=talk.pk, reden=REDEN)
    with pytest.raises(Refused, match="Schrijf op waarom"):
        go_on(cast, talk, "  ")
