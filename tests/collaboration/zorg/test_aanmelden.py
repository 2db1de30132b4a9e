"""A request to the zorgteam: who may send it, on what it rests, and who sees the student from then on."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from collaboration.actions import consent, escalatie
from collaboration.actions.checks import Refused
from collaboration.enums import MeldingSoort
from collaboration.models import Escalatie, Melding
from kern.models import LogRegel
from students.enums import Rol
from students.models import Grond, Toestemming, Zorginzage
from tests.acts_zorg import HET_ZORGTEAM, aanvraag, gezegd, opgepakt, zonder, zorgcoordinator
from tests.cast import Cast
from tests.factories import days, viewer


def test_from_the_request_on_every_zorgcoordinator_of_the_school_has_a_role(cast: Cast) -> None:
    yvonne, zuid = zorgcoordinator(cast.noord), zorgcoordinator(cast.zuid, "Zelda")
    assert viewer(cast.coen).links(cast.has) == []
    row = aanvraag(cast.harold, cast.has)
    for who in (cast.coen, yvonne):
        assert [link.rol for link in viewer(who).links(cast.has)] == [Rol.ZORGCOORDINATOR]
        assert viewer(who).links(cast.marije) == []
    assert viewer(zuid).links(cast.has) == []
    told = Melding.objects.filter(soort=MeldingSoort.ESCALATIE, object_id=row.pk)
    assert {melding.user for melding in told} == {cast.coen, yvonne}
    assert list(row.overgangen.values_list("van", "naar")) == [("", "aangemeld")]
    line = LogRegel.objects.get(actie="aanvraag gedaan")
    assert (line.student, line.laag, line.rol) == (cast.has.pk, "zorg", "mentor")


def test_a_spoken_yes_is_a_record_of_its_own(cast: Cast) -> None:
    row = aanvraag(cast.harold, cast.marije)
    said = Toestemming.objects.get()
    assert (row.toestemming, row.grond) == (said, None)
    assert (said.status, said.gegeven_door, said.mondeling_dag) == ("gegeven", cast.harold, days(0))
    assert (said.wie, said.niet, said.onderwerp_ref) == ("het zorgteam", "hoe het thuis gaat", row.pk)
    assert Melding.objects.get(user=cast.marije_zelf).soort == MeldingSoort.TOESTEMMING


def test_without_consent_there_is_a_ground_with_a_reason(cast: Cast) -> None:
    row = zonder(cast.harold, cast.has)
    ground = Grond.objects.get()
    assert (row.toestemming, row.grond) == (None, ground)
    assert (ground.grond, ground.gezien_op, ground.gesteld_door) == ("vitaal_belang", None, cast.harold)
    with pytest.raises(Refused, match="waarom je dit zonder toestemming"):
        aanvraag(cast.harold, cast.sanna, grond=consent.Reden("taak", "  "))
    with pytest.raises(Refused, match="vindt het goed, of er is een grond"):
        aanvraag(cast.harold, cast.sanna, toestemming=None)
    assert Escalatie.objects.count() == 1


@pytest.mark.parametrize(("tot", "holds"), [(-1, False), (0, True), (1, True), (None, True)])
def test_a_consent_holds_up_to_and_including_its_last_day(cast: Cast, tot: int | None, holds: bool) -> None:
    asked = consent.Vraag("het zorgteam", "brieven", "hulp", geldig_tot=None if tot is None else days(tot))
    row = consent.vraag(by=viewer(cast.harold), student=cast.marije, vraag=asked)
    with pytest.raises(Refused, match="geldt niet meer"):
        aanvraag(cast.harold, cast.marije, toestemming=row)  # asked is not given
    if holds:
        row = consent.geef(by=viewer(cast.marije_zelf), toestemming_id=row.pk)
        assert aanvraag(cast.harold, cast.marije, toestemming=row).toestemming == row
    else:
        with pytest.raises(Refused, match="al verlopen"):
            consent.geef(by=viewer(cast.marije_zelf), toestemming_id=row.pk)
        given = {"status": "gegeven", "gegeven_op": row.gevraagd_op, "gegeven_door": cast.marije_zelf}
        Toestemming.objects.filter(pk=row.pk).update(**given)  # said yes in time; then its last day went by
        with pytest.raises(Refused, match="geldt niet meer"):
            aanvraag(cast.harold, cast.marije, toestemming=row)


@pytest.mark.parametrize(
    "who", ["melissa", "noor", "zohra", "coen", "marije_zelf", "bea", "ilse", "ex_mentor"]
)
def test_only_mentor_and_kawer_send_one(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied, match="alleen de mentor en de KAW-er"):
        aanvraag(getattr(cast, who), cast.marije)
    assert aanvraag(cast.soraya, cast.marije).aangemeld_door == cast.soraya


def test_the_same_form_twice_is_one_and_a_second_request_waits(cast: Cast) -> None:
    key = uuid4()
    first = aanvraag(cast.harold, cast.has, sleutel=key)
    assert aanvraag(cast.harold, cast.has, sleutel=key) == first
    with pytest.raises(Refused, match="Er loopt al een aanvraag, van Harold Vermeer"):
        aanvraag(cast.soraya, cast.has)
    assert (Escalatie.objects.count(), Zorginzage.objects.count()) == (1, 1)


@pytest.mark.parametrize(("years", "asked"), [(15, True), (16, False)])
def test_under_sixteen_a_parent_decides_along(cast: Cast, years: int, asked: bool) -> None:
    today = days(0)
    cast.has.geboortedatum = today.replace(year=today.year - years)
    if not asked:
        aanvraag(cast.harold, cast.has)
        return
    with pytest.raises(Refused, match="Onder de 16 jaar beslist een ouder mee"):
        aanvraag(cast.harold, cast.has)
    with_parent = consent.Vraag("het zorgteam", "brieven", "hulp", ouder="Fatima El Amrani, moeder")
    row = aanvraag(cast.harold, cast.has, gezegd=gezegd(vraag=with_parent))
    assert row.toestemming is not None
    assert row.toestemming.ouder == "Fatima El Amrani, moeder"


def test_a_day_that_is_still_to_come_was_not_said(cast: Cast) -> None:
    with pytest.raises(Refused, match="Deze dag komt nog"):
        aanvraag(cast.harold, cast.has, gezegd=gezegd(days(1)))


def test_taking_it_back_untaken_ends_the_role_at_once(cast: Cast) -> None:
    row = aanvraag(cast.harold, cast.has)
    with pytest.raises(PermissionDenied, match="kan alleen Harold Vermeer intrekken"):
        escalatie.trek_in(by=viewer(cast.soraya), escalatie_id=row.pk, reden="nee")
    with pytest.raises(Refused, match="waarom je de aanvraag intrekt"):
        escalatie.trek_in(by=viewer(cast.harold), escalatie_id=row.pk, reden=" ")
    for _ in range(2):
        row = escalatie.trek_in(by=viewer(cast.harold), escalatie_id=row.pk, reden="Het is opgelost")
    assert (row.status, row.afgesloten_door) == ("ingetrokken", cast.harold)
    assert viewer(cast.coen).links(cast.has) == []
    assert aanvraag(cast.harold, cast.has).status == "aangemeld"  # a new one can come


def test_taking_it_back_once_taken_tells_the_owner(cast: Cast) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has)
    escalatie.trek_in(by=viewer(cast.harold), escalatie_id=row.pk, reden="Het is opgelost")
    assert Melding.objects.filter(user=cast.coen, soort=MeldingSoort.ESCALATIE_STAP).count() == 1
    assert [link.rol for link in viewer(cast.coen).links(cast.has)] == [Rol.ZORGCOORDINATOR]


def test_consent_taken_back_stops_the_request_at_once(cast: Cast) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.marije)
    assert row.toestemming is not None
    for _ in range(2):
        consent.neem_terug(by=viewer(cast.marije_zelf), toestemming_id=row.toestemming.pk)
    row.refresh_from_db()
    assert row.status == "ingetrokken"
    assert viewer(cast.coen).links(cast.marije) == []
    assert Melding.objects.filter(user=cast.harold, soort=MeldingSoort.TOESTEMMING).exists()


def test_nobody_else_says_yes_for_the_student(cast: Cast) -> None:
    row = consent.vraag(by=viewer(cast.harold), student=cast.marije, vraag=HET_ZORGTEAM)
    for who in (cast.harold, cast.soraya, cast.melissa):
        with pytest.raises(PermissionDenied, match="alleen de student zelf"):
            consent.geef(by=viewer(who), toestemming_id=row.pk)
    with pytest.raises(PermissionDenied, match="Toestemming terugnemen doet de student"):
        consent.neem_terug(by=viewer(cast.soraya), toestemming_id=row.pk)
    with pytest.raises(PermissionDenied, match="alleen de mentor en de zorgcoördinator"):
        consent.vraag(by=viewer(cast.marije_zelf), student=cast.marije, vraag=HET_ZORGTEAM)
    assert consent.geef(by=viewer(cast.marije_zelf), toestemming_id=row.pk).status == "gegeven"
