"""A form sent twice makes one thing; the same form with other words loses none of them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from collaboration.actions.poging import take_back
from collaboration.models import Afspraak, Contactpoging, Gesprek
from tests.acts import afspraak, concept, poging
from tests.cast import Cast
from tests.factories import viewer


def test_the_same_form_twice_is_one(cast: Cast) -> None:
    key = uuid4()
    for _ in range(2):
        concept(cast.harold, cast.marije, tekst="In de gang", sleutel=key)
        afspraak(cast.harold, cast.marije, "Bellen", sleutel=key)
        poging(cast.harold, cast.marije, sleutel=key)
    assert (Gesprek.objects.count(), Afspraak.objects.count(), Contactpoging.objects.count()) == (1, 1, 1)


def test_the_same_form_with_other_words_keeps_both(cast: Cast) -> None:
    key = uuid4()
    for tekst in ("In de gang", "In de gang, over de bus"):
        concept(cast.harold, cast.marije, tekst=tekst, sleutel=key)
        afspraak(cast.harold, cast.marije, tekst, sleutel=key)
    assert {row.tekst for row in Gesprek.objects.all()} == {"In de gang", "In de gang, over de bus"}
    assert Afspraak.objects.count() == 2


def test_an_attempt_of_yesterday_stays(client: Client, cast: Cast) -> None:
    row = poging(cast.harold, cast.marije)
    Contactpoging.objects.update(wanneer=row.wanneer - timedelta(days=1))
    row.refresh_from_db()
    with pytest.raises(PermissionDenied, match="alleen dezelfde dag"):
        take_back(by=viewer(cast.harold), poging=row)
    client.force_login(cast.harold)
    assert client.post(f"/contactpogingen/{row.pk}/ongedaan/").status_code == 403
