"""Consent taken back: who read by it stops at once, the record stays, and nobody who left keeps the regie."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.actions import consent, zorgteam
from collaboration.actions.checks import Refused
from collaboration.models import Escalatie, Gesprek, Melding
from kern.models import LogRegel
from students.enums import Laag
from students.models import Student, TeamLid
from tests import acts
from tests.acts_zorg import aanbod, besloten, genomen, gesloten, op_het_team, zonder
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words


def take_back(cast: Cast, row: Escalatie) -> None:
    assert row.toestemming is not None
    consent.neem_terug(by=viewer(cast.marije_zelf), toestemming_id=row.toestemming.pk)


def on_team(cast: Cast) -> bool:
    return any(link.rol == "zorgmedewerker" for link in viewer(cast.zohra).links(cast.marije))


def backdate(row: Escalatie, lid: TeamLid) -> None:
    """All of it began three days ago."""
    Escalatie.objects.filter(pk=row.pk).update(aangemeld_op=timezone.now() - timedelta(days=3))
    TeamLid.objects.filter(pk=lid.pk).update(begin=days(-3))
    row.student.zorginzages.update(begin=days(-3))


@pytest.mark.parametrize("close", [False, True])
def test_who_was_put_on_the_team_by_it_reads_no_more(client: Client, cast: Cast, close: bool) -> None:
    make = gesloten if close else besloten
    row = make(cast.harold, cast.coen, cast.marije)
    lid = op_het_team(cast.coen, cast.marije, cast.zohra)
    backdate(row, lid)
    said = acts.vastgelegd(viewer(cast.zohra), cast.marije, laag=Laag.ZORG)
    genomen(cast.zohra, cast.marije)
    take_back(cast, row)
    lid.refresh_from_db()
    assert (lid.einde, lid.eindreden) == (days(-1), "De student nam de toestemming terug.")
    assert Gesprek.objects.filter(pk=said.pk, status="vastgelegd").exists()  # the record stays
    assert Student.objects.get(pk=cast.marije.pk).regie_houder == cast.harold
    assert LogRegel.objects.filter(actie="zorgmedewerker van het team", object_id=lid.pk).count() == 1
    for who in (cast.zohra, cast.coen):
        client.force_login(who)
        assert client.get(reverse("student", args=[cast.marije.pk])).status_code == 404
        assert client.get(reverse("gesprek", args=[said.pk])).status_code == 404
        assert "Een student nam toestemming terug." in words(client.get("/meldingen/"))
    assert "Marije, klas E1B" in words(client.get("/meldingen/"))
    client.force_login(cast.zohra)
    assert "Marije" not in words(client.get("/meldingen/"))
    client.post(reverse("melding", args=[Melding.objects.get(user=cast.zohra, soort="zorg_gestopt").pk]))


def test_another_ground_that_runs_keeps_them_there(cast: Cast) -> None:
    first = gesloten(cast.harold, cast.coen, cast.marije)
    lid = op_het_team(cast.coen, cast.marije, cast.zohra)
    backdate(first, lid)
    zonder(cast.soraya, cast.marije)
    take_back(cast, first)
    assert on_team(cast)
    assert viewer(cast.coen).links(cast.marije) != []
    assert not Melding.objects.filter(soort="zorg_gestopt").exists()


def test_the_last_of_two_consents_takes_them_along(cast: Cast) -> None:
    first = gesloten(cast.harold, cast.coen, cast.marije)
    lid = op_het_team(cast.coen, cast.marije, cast.zohra)
    backdate(first, lid)
    second = besloten(cast.harold, cast.coen, cast.marije)
    take_back(cast, first)
    assert on_team(cast)
    take_back(cast, second)
    assert not on_team(cast)


def test_who_came_another_way_stays_and_an_offer_lapses_with_the_role(cast: Cast) -> None:
    row = besloten(cast.harold, cast.coen, cast.has)
    asked = aanbod(cast.harold, cast.has, cast.coen)
    assert row.toestemming is not None
    consent.neem_terug(by=viewer(cast.harold), toestemming_id=row.toestemming.pk)
    assert [link.rol for link in viewer(cast.zohra).links(cast.has)] == ["zorgmedewerker"]
    asked.refresh_from_db()
    assert asked.status == "ingetrokken"


def test_nobody_is_put_on_the_team_just_after_it(cast: Cast) -> None:
    row = besloten(cast.harold, cast.coen, cast.marije)
    by = viewer(cast.coen)
    assert by.links(cast.marije) != []  # read before, as a request that races does
    take_back(cast, row)
    with pytest.raises(Refused, match="kijkt niet meer mee"):
        zorgteam.erbij(by=by, student=cast.marije, wie=cast.zohra)
