"""Who looks along for some time only never has the regie: the student would be left with a holder who sees nothing."""

import pytest

from collaboration.actions import escalatie, regie
from collaboration.actions.checks import Refused
from collaboration.enums import MeldingSoort
from collaboration.models import Melding, RegieOvergang
from students.models import Student
from tests.acts_zorg import aanbod, aanvraag, genomen, gesloten, opgepakt
from tests.cast import Cast
from tests.factories import viewer


def holder(student: Student) -> str:
    return Student.objects.select_related("regie_houder").get(pk=student.pk).regie_houder.voornaam


def test_after_a_request_was_closed_a_zorgcoordinator_takes_no_regie(cast: Cast) -> None:
    gesloten(cast.harold, cast.coen, cast.has)
    with pytest.raises(Refused, match="De aanvraag is klaar"):
        genomen(cast.coen, cast.has)
    with pytest.raises(Refused, match="Kies iemand van het team"):
        aanbod(cast.harold, cast.has, cast.coen)
    assert holder(cast.has) == "Harold"


def test_an_offer_from_before_it_was_closed_is_accepted_no_more(cast: Cast) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has)
    offer = aanbod(cast.harold, cast.has, cast.coen)
    escalatie.trek_in(by=viewer(cast.harold), escalatie_id=row.pk, reden="Het lukt weer zelf")
    with pytest.raises(Refused, match="De aanvraag is klaar"):
        regie.aanvaard(by=viewer(cast.coen), aanbod_id=offer.pk)
    assert holder(cast.has) == "Harold"


@pytest.mark.parametrize("taken", [False, True])
def test_a_request_that_is_withdrawn_brings_the_regie_back(cast: Cast, taken: bool) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has) if taken else aanvraag(cast.harold, cast.has)
    genomen(cast.coen, cast.has)
    escalatie.trek_in(by=viewer(cast.harold), escalatie_id=row.pk, reden="Het lukt weer zelf")
    assert holder(cast.has) == "Harold"
    assert RegieOvergang.objects.latest("id").hoe == "teruggevallen"


def test_a_request_that_is_withdrawn_is_told_to_the_duo(cast: Cast) -> None:
    row = aanvraag(cast.harold, cast.has)
    escalatie.trek_in(by=viewer(cast.harold), escalatie_id=row.pk, reden="Het lukt weer zelf")
    told = Melding.objects.filter(soort=MeldingSoort.ESCALATIE_STAP, object_id=row.pk)
    assert {one.user for one in told} == {cast.soraya}
