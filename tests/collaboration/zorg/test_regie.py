"""The regie: offered, accepted, refused, withdrawn, taken; it stays where it was until somebody accepts."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction

from collaboration.actions import behandelen, consent, regie, zorgteam
from collaboration.actions.checks import Refused
from collaboration.enums import MeldingSoort
from collaboration.models import Melding, RegieAanbod, RegieOvergang
from students.models import Student
from tests.acts_zorg import aanbod, besloten, genomen, op_het_team, opgepakt
from tests.cast import Cast
from tests.factories import days, viewer


def holder(student: Student) -> str:
    return Student.objects.select_related("regie_houder").get(pk=student.pk).regie_houder.voornaam


def test_offered_it_stays_and_accepted_it_goes(cast: Cast) -> None:
    row = aanbod(cast.harold, cast.has, cast.zohra, doet="Hulp bij geld", blijft="Uren en opdrachten")
    assert (row.status, holder(cast.has)) == ("aangeboden", "Harold")
    assert {m.user for m in Melding.objects.filter(soort=MeldingSoort.REGIE)} == {cast.zohra}
    for _ in range(2):
        row = regie.aanvaard(by=viewer(cast.zohra), aanbod_id=row.pk)
    assert (row.status, holder(cast.has)) == ("aanvaard", "Zohra")
    went = RegieOvergang.objects.get()
    assert (went.van, went.naar, went.hoe, went.door) == (cast.harold, cast.zohra, "aanvaard", cast.zohra)


def test_everybody_hears_that_it_went_the_student_too(cast: Cast) -> None:
    besloten(cast.harold, cast.coen, cast.marije)
    op_het_team(cast.coen, cast.marije, cast.zohra)
    row = aanbod(cast.coen, cast.marije, cast.zohra)
    Melding.objects.all().delete()
    regie.aanvaard(by=viewer(cast.zohra), aanbod_id=row.pk)
    told = {m.user for m in Melding.objects.filter(soort=MeldingSoort.REGIE)}
    assert told == {cast.harold, cast.soraya, cast.marije_zelf}


def test_refused_with_a_reason_it_stays(cast: Cast) -> None:
    row = aanbod(cast.harold, cast.has, cast.zohra)
    with pytest.raises(Refused, match="waarom je de regie nog niet aanneemt"):
        regie.weiger(by=viewer(cast.zohra), aanbod_id=row.pk, reden=" ")
    row = regie.weiger(by=viewer(cast.zohra), aanbod_id=row.pk, reden="Mijn week is vol")
    assert (row.status, row.antwoord_reden, holder(cast.has)) == ("geweigerd", "Mijn week is vol", "Harold")
    with pytest.raises(Refused, match="Dit aanbod is al niet aangenomen"):
        regie.aanvaard(by=viewer(cast.zohra), aanbod_id=row.pk)
    assert not RegieOvergang.objects.exists()


def test_withdrawn_it_can_be_offered_anew(cast: Cast) -> None:
    row = aanbod(cast.harold, cast.has, cast.zohra)
    with pytest.raises(Refused, match="al aangeboden aan Zohra Amrani"):
        aanbod(cast.harold, cast.has, cast.soraya)
    with pytest.raises(PermissionDenied, match="alleen Harold Vermeer intrekken"):
        regie.trek_in(by=viewer(cast.soraya), aanbod_id=row.pk)
    for _ in range(2):
        regie.trek_in(by=viewer(cast.harold), aanbod_id=row.pk)
    assert aanbod(cast.harold, cast.has, cast.soraya).status == "aangeboden"


def test_who_takes_it_accepts_at_once_and_gives_it_back_the_same_way(cast: Cast) -> None:
    waiting = aanbod(cast.harold, cast.has, cast.soraya)
    genomen(cast.zohra, cast.has)
    waiting.refresh_from_db()
    assert (waiting.status, holder(cast.has)) == ("ingetrokken", "Zohra")
    back = aanbod(cast.zohra, cast.has, cast.harold, "Het loopt weer")
    regie.aanvaard(by=viewer(cast.harold), aanbod_id=back.pk)
    assert holder(cast.has) == "Harold"
    said = list(RegieOvergang.objects.values_list("hoe", "reden"))
    assert said == [("genomen", "Ik kijk mee"), ("aanvaard", "Het loopt weer")]
    with pytest.raises(PermissionDenied, match="Jij hebt de regie al"):
        genomen(cast.harold, cast.has)


@pytest.mark.parametrize("who", ["melissa", "noor", "marije_zelf", "bea", "vreemde", "soraya"])
def test_who_may_not_offer_or_take(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied, match="De regie aanbieden kunnen alleen"):
        aanbod(getattr(cast, who), cast.marije, cast.harold)
    with pytest.raises(PermissionDenied, match="De regie overnemen kunnen alleen"):
        genomen(getattr(cast, who), cast.marije)


@pytest.mark.parametrize("who", ["melissa", "noor", "zohra", "coen", "ilse", "ex_mentor", "marije_zelf"])
def test_to_whom_it_cannot_be_offered(cast: Cast, who: str) -> None:
    with pytest.raises(Refused, match="Kies iemand van het team van school of het zorgteam"):
        aanbod(cast.harold, cast.marije, getattr(cast, who))


def test_only_who_was_asked_answers_and_only_with_a_role(cast: Cast) -> None:
    row = aanbod(cast.harold, cast.has, cast.zohra)
    with pytest.raises(PermissionDenied, match="aangeboden aan Zohra Amrani"):
        regie.aanvaard(by=viewer(cast.harold), aanbod_id=row.pk)
    cast.zohra.team_rollen.update(einde=days(-1), eindreden="weg")
    with pytest.raises(PermissionDenied, match="niet meer bij het team"):
        regie.aanvaard(by=viewer(cast.zohra), aanbod_id=row.pk)


def test_the_same_form_twice_is_one_offer(cast: Cast) -> None:
    key = uuid4()
    assert aanbod(cast.harold, cast.has, cast.zohra, sleutel=key) == aanbod(
        cast.harold, cast.has, cast.zohra, sleutel=key
    )
    assert RegieAanbod.objects.count() == 1


def test_who_has_the_regie_does_not_leave_without_a_successor(cast: Cast) -> None:
    besloten(cast.harold, cast.coen, cast.marije)
    lid = op_het_team(cast.coen, cast.marije, cast.zohra)
    genomen(cast.zohra, cast.marije)
    with pytest.raises(Refused, match="Zohra Amrani heeft nog de regie"):
        zorgteam.eraf(by=viewer(cast.coen), teamlid_id=lid.pk, reden="Andere baan")
    back = aanbod(cast.zohra, cast.marije, cast.harold)
    regie.aanvaard(by=viewer(cast.harold), aanbod_id=back.pk)
    waiting = aanbod(cast.harold, cast.marije, cast.zohra)
    zorgteam.eraf(by=viewer(cast.coen), teamlid_id=lid.pk, reden="Andere baan")
    waiting.refresh_from_db()
    assert (waiting.status, viewer(cast.zohra).links(cast.marije)) == ("ingetrokken", [])


def test_a_request_stays_open_while_the_zorgcoordinator_has_the_regie(cast: Cast) -> None:
    row = besloten(cast.harold, cast.coen, cast.has)
    genomen(cast.coen, cast.has)
    with pytest.raises(Refused, match="Coen Dekkers heeft nog de regie"):
        behandelen.sluit(by=viewer(cast.coen), escalatie_id=row.pk, tekst="Klaar")
    genomen(cast.harold, cast.has)
    assert behandelen.sluit(by=viewer(cast.coen), escalatie_id=row.pk, tekst="Klaar").status == "afgesloten"


def test_consent_taken_back_brings_the_regie_home(cast: Cast) -> None:
    row = opgepakt(cast.soraya, cast.coen, cast.marije)
    genomen(cast.coen, cast.marije)
    assert row.toestemming is not None
    consent.neem_terug(by=viewer(cast.marije_zelf), toestemming_id=row.toestemming.pk)
    assert (holder(cast.marije), viewer(cast.coen).links(cast.marije)) == ("Harold", [])
    assert RegieOvergang.objects.last().hoe == "teruggevallen"  # type: ignore[union-attr]


def test_the_student_hears_it_is_a_task(cast: Cast) -> None:
    row = genomen(cast.zohra, cast.has)
    assert row.geinformeerd_op is None
    for _ in range(2):
        row = regie.geinformeerd(by=viewer(cast.zohra), aanbod_id=row.pk)
    assert row.geinformeerd_door == cast.zohra
    open_one = aanbod(cast.zohra, cast.has, cast.harold)
    with pytest.raises(PermissionDenied, match="als de regie is overgegaan"):
        regie.geinformeerd(by=viewer(cast.harold), aanbod_id=open_one.pk)


def test_history_cannot_be_changed(cast: Cast) -> None:
    genomen(cast.zohra, cast.has)
    went = RegieOvergang.objects.get()
    for wrong in (
        lambda: RegieOvergang.objects.update(reden="anders"),
        lambda: RegieOvergang.objects.all()._raw_delete("default"),
        lambda: went.delete(),
    ):
        with pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
            wrong()
    if connection.vendor == "sqlite":
        with pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
            connection.cursor().execute(
                "INSERT OR REPLACE INTO collaboration_regieovergang SELECT * FROM collaboration_regieovergang"
            )
    else:
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # no event waits for the end
        with pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
            connection.cursor().execute("TRUNCATE collaboration_regieovergang")


def test_the_column_cannot_be_empty_and_one_offer_is_open(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Student.objects.filter(pk=cast.has.pk).update(regie_houder=None)
    row = aanbod(cast.harold, cast.has, cast.zohra)
    row.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
