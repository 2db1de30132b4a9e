"""What the pages around a request keep to whom it is for: the content, what is told, and what waits."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from collaboration.actions import behandelen, escalatie
from collaboration.actions.checks import Refused
from collaboration.models import Escalatie
from collaboration.queries import zorg as queries
from students.models import Toestemming
from tests.acts_zorg import aanvraag, besloten, gesloten, op_het_team, opgepakt
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words

DELEN = {"mag": "gezegd", "wat": "brieven", "niet": "thuis"}


def test_a_consent_says_nothing_of_the_request_or_the_decision(client: Client, cast: Cast) -> None:
    said = {"gezegd_op": days(0), **DELEN}
    client.force_login(cast.soraya)
    form = {"urgentie": "vandaag", "titel": "Schulden thuis", "vraag": "Wie?", "geprobeerd": "Gebeld"}
    sent = said | form | {"sleutel": str(uuid4())}
    assert client.post(reverse("aanvraag_nieuw", args=[cast.has.pk]), sent).status_code == 302
    row = Escalatie.objects.get()
    escalatie.pak_op(by=viewer(cast.coen), escalatie_id=row.pk)
    client.force_login(cast.coen)
    form = {"besluit": "extern", "reden": "Thuis is het onrustig", "partij": "wijkteam Noord"}
    assert client.post(reverse("aanvraag_besluit", args=[row.pk]), said | form).status_code == 302
    assert Toestemming.objects.count() == 2
    client.force_login(cast.harold)  # the other half of the duo knows of the request, not what it says
    seen = words(client.get(reverse("toestemming", args=[cast.has.pk])))
    assert "brieven" in seen
    assert "Schulden thuis" not in seen
    assert "Thuis is het onrustig" not in seen


def test_what_the_team_is_told_is_not_for_the_student(client: Client, cast: Cast) -> None:
    row = besloten(cast.harold, cast.coen, cast.marije)
    behandelen.koppel_terug(by=viewer(cast.coen), escalatie_id=row.pk, tekst="Thuis is het nog onrustig.")
    pages = (reverse("student", args=[cast.marije.pk]), reverse("aanvraag", args=[row.pk]))
    client.force_login(cast.marije_zelf)
    for page in pages:
        seen = words(client.get(page))
        assert "Hulp van het zorgteam" in seen
        assert "onrustig" not in seen
    client.force_login(cast.soraya)
    assert all("onrustig" in words(client.get(page)) for page in pages)


def test_what_was_closed_takes_no_place_of_what_runs(cast: Cast) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has, urgentie="vandaag")
    said = behandelen.Besluit("intern", "Past.", "Wij helpen.")
    behandelen.besluit(by=viewer(cast.coen), escalatie_id=row.pk, besluit=said)
    behandelen.sluit(by=viewer(cast.coen), escalatie_id=row.pk, tekst="Klaar")
    waits = aanvraag(cast.harold, cast.marije, urgentie="kan_wachten")
    gesloten(cast.harold, cast.coen, cast.sanna)
    assert queries.inbox(viewer(cast.coen))[0] == waits


@pytest.mark.parametrize("who", ["melissa", "noor"])
def test_who_guides_from_outside_does_not_join_the_zorgteam(cast: Cast, who: str) -> None:
    besloten(cast.harold, cast.coen, cast.marije)
    with pytest.raises(Refused, match="Kies een collega van het zorgteam"):
        op_het_team(cast.coen, cast.marije, getattr(cast, who))
