"""A melding in the app and by mail: each person once, never the one who did it, and no name in any mail."""

import datetime

import pytest
from django.utils import timezone

from collaboration.actions.melding import meld, seen
from collaboration.enums import MeldingSoort
from collaboration.models import Melding
from kern.models import Bericht
from students.access import Viewer
from tests.cast import Cast
from tests.factories import days

pytestmark = pytest.mark.django_db


def tell(cast: Cast, *who: str, soort: MeldingSoort = MeldingSoort.SIGNAAL, dringend: bool = False) -> None:
    by = Viewer(user=cast.harold, today=days(0))
    people = [getattr(cast, name).pk for name in who]
    meld(
        by=by, aan=people, soort=soort, student=cast.marije, object_id=cast.stage_marije.pk, dringend=dringend
    )


def test_each_person_once_and_never_who_did_it(cast: Cast) -> None:
    tell(cast, "harold", "soraya", "soraya", "melissa")
    tell(cast, "soraya")
    assert sorted(row.user.voornaam for row in Melding.objects.select_related("user")) == [
        "Melissa",
        "Soraya",
    ]


def test_the_mail_says_nothing_of_whom_or_what(cast: Cast) -> None:
    tell(cast, "soraya", "melissa")
    mails = list(Bericht.objects.order_by("aan"))
    assert [mail.aan for mail in mails] == [cast.melissa.email, cast.soraya.email]
    for mail in mails:
        assert mail.onderwerp == "Er is iets nieuws in Kansrijk"
        for name in ("Marije", "Harold", "Jonkers", "Soraya", "Melissa", "signaal"):
            assert name not in mail.tekst


def test_no_second_mail_within_the_hour_unless_it_is_urgent(cast: Cast) -> None:
    tell(cast, "soraya")
    tell(cast, "soraya", soort=MeldingSoort.REGIE)
    assert Bericht.objects.count() == 1
    tell(cast, "soraya", soort=MeldingSoort.ESCALATIE, dringend=True)
    assert Bericht.objects.count() == 2
    Melding.objects.update(gemaild_op=timezone.now() - datetime.timedelta(minutes=61))
    tell(cast, "soraya", soort=MeldingSoort.TALK)
    assert Bericht.objects.count() == 3


def test_a_mail_goes_again_once_the_meldingen_were_seen(cast: Cast) -> None:
    tell(cast, "soraya")
    soraya = Viewer(user=cast.soraya, today=days(0))
    other = Viewer(user=cast.melissa, today=days(0))
    mine = list(Melding.objects.values_list("pk", flat=True))
    assert seen(by=other, meldingen=mine) == 0
    assert seen(by=soraya, meldingen=mine) == 1
    assert seen(by=soraya, meldingen=mine) == 0
    tell(cast, "soraya")
    assert Bericht.objects.count() == 2
