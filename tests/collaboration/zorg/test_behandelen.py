"""What the owner of a request does with it: ask, decide, tell, close; and what comes after."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from begeleiders.models import User
from collaboration.actions import behandelen, consent, escalatie
from collaboration.actions.checks import Refused
from collaboration.enums import MeldingSoort
from collaboration.enums.zorg import ESCALATIE_MOVES, EscalatieStatus
from collaboration.models import Escalatie, Melding
from kern.models import LogRegel
from students.enums import Rol
from tests.acts_zorg import aanvraag, besloten, gesloten, gezegd, opgepakt, zonder, zorgcoordinator
from tests.cast import Cast
from tests.factories import viewer
from tests.htmx import words

S = EscalatieStatus


def test_the_second_who_takes_it_reads_who_was_first(cast: Cast) -> None:
    yvonne = zorgcoordinator(cast.noord)
    row = aanvraag(cast.harold, cast.has)
    for _ in range(2):  # pressing twice is once
        escalatie.pak_op(by=viewer(cast.coen), escalatie_id=row.pk)
    with pytest.raises(Refused, match="Coen Dekkers was eerder: vandaag"):
        escalatie.pak_op(by=viewer(yvonne), escalatie_id=row.pk)
    row.refresh_from_db()
    assert (row.opgepakt_door, row.status) == (cast.coen, "in_beoordeling")
    assert list(row.overgangen.values_list("naar", flat=True)) == ["aangemeld", "in_beoordeling"]


@pytest.mark.parametrize("who", ["harold", "soraya", "zohra"])
def test_only_a_zorgcoordinator_takes_it(cast: Cast, who: str) -> None:
    row = aanvraag(cast.harold, cast.has)
    with pytest.raises(PermissionDenied, match="alleen de zorgcoördinator"):
        escalatie.pak_op(by=viewer(getattr(cast, who)), escalatie_id=row.pk)


def test_a_question_and_its_answer(cast: Cast) -> None:
    row = opgepakt(cast.soraya, cast.coen, cast.has)
    row = behandelen.stel_vraag(by=viewer(cast.coen), escalatie_id=row.pk, tekst="Wie heeft de brieven?")
    assert row.status == "vraag"
    with pytest.raises(PermissionDenied, match="Deze vraag is aan Soraya Haddou"):
        behandelen.antwoord(by=viewer(cast.harold), escalatie_id=row.pk, tekst="Ik")
    row = behandelen.antwoord(by=viewer(cast.soraya), escalatie_id=row.pk, tekst="Die heeft Has.")
    assert row.status == "in_beoordeling"
    assert list(row.berichten.values_list("soort", flat=True)) == ["vraag", "antwoord"]
    assert Melding.objects.filter(user=cast.coen, soort=MeldingSoort.ESCALATIE_STAP).exists()
    with pytest.raises(Refused, match="Schrijf eerst iets op"):
        behandelen.stel_vraag(by=viewer(cast.coen), escalatie_id=row.pk, tekst="  ")


def test_only_the_owner_decides_and_a_colleague_can_take_over_with_a_reason(cast: Cast) -> None:
    yvonne = zorgcoordinator(cast.noord)
    row = opgepakt(cast.harold, cast.coen, cast.has)
    said = behandelen.Besluit(S.INTERN, "Past goed")
    with pytest.raises(PermissionDenied, match="Deze aanvraag is van Coen Dekkers"):
        behandelen.besluit(by=viewer(yvonne), escalatie_id=row.pk, besluit=said)
    with pytest.raises(Refused, match="waarom je de aanvraag overneemt"):
        escalatie.neem_over(by=viewer(yvonne), escalatie_id=row.pk, reden="")
    escalatie.neem_over(by=viewer(yvonne), escalatie_id=row.pk, reden="Coen is ziek")
    row = behandelen.besluit(by=viewer(yvonne), escalatie_id=row.pk, besluit=said)
    assert (row.status, row.opgepakt_door, row.besloten_door) == ("intern", yvonne, yvonne)


def test_laid_back_it_is_new_for_everyone(cast: Cast) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has)
    row = escalatie.leg_terug(by=viewer(cast.coen), escalatie_id=row.pk, reden="Ik ken de familie")
    assert (row.status, row.opgepakt_door) == ("aangemeld", None)
    yvonne = zorgcoordinator(cast.noord)
    assert escalatie.pak_op(by=viewer(yvonne), escalatie_id=row.pk).opgepakt_door == yvonne


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (behandelen.Besluit(S.INTERN, ""), "Schrijf op waarom je dit besluit"),
        (behandelen.Besluit("gesloten", "Zo is het"), "Kies welke hulp past"),
        (behandelen.Besluit(S.ADVIES, "Kan op school"), "wat je het team aanraadt"),
        (behandelen.Besluit(S.EXTERN, "Schuldhulp"), "wie er van buiten helpt"),
        (behandelen.Besluit(S.EXTERN, "Schuldhulp", partij="Wijkteam"), "vindt het goed, of er is een grond"),
    ],
)
def test_a_decision_is_whole(cast: Cast, said: behandelen.Besluit, why: str) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has)
    with pytest.raises(Refused, match=why):
        behandelen.besluit(by=viewer(cast.coen), escalatie_id=row.pk, besluit=said)
    row.refresh_from_db()
    assert row.status == "in_beoordeling"


def test_help_from_outside_has_a_party_and_consent_of_its_own(cast: Cast) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has)
    party = consent.Vraag("Wijkteam Noord", "de brieven", "schuldhulp")
    said = behandelen.Besluit(S.EXTERN, "Schuldhulp", partij="Wijkteam Noord", gezegd=gezegd(vraag=party))
    row = behandelen.besluit(by=viewer(cast.coen), escalatie_id=row.pk, besluit=said)
    assert row.extern_toestemming is not None
    assert (row.partij, row.extern_toestemming.wie) == ("Wijkteam Noord", "Wijkteam Noord")
    assert row.extern_toestemming != row.toestemming


def test_without_consent_somebody_else_looks_along_first(cast: Cast) -> None:
    row = zonder(cast.harold, cast.has)
    escalatie.pak_op(by=viewer(cast.coen), escalatie_id=row.pk)
    said = behandelen.Besluit(S.INTERN, "Past goed")
    with pytest.raises(Refused, match="Kijk eerst mee met de grond"):
        behandelen.besluit(by=viewer(cast.coen), escalatie_id=row.pk, besluit=said)
    assert row.grond is not None
    with pytest.raises(PermissionDenied, match="Laat iemand anders meekijken"):
        consent.kijk_mee(by=viewer(cast.harold), grond_id=row.grond.pk)
    with pytest.raises(PermissionDenied, match="doet de zorgcoördinator"):
        consent.kijk_mee(by=viewer(cast.soraya), grond_id=row.grond.pk)
    for _ in range(2):
        consent.kijk_mee(by=viewer(cast.coen), grond_id=row.grond.pk)
    assert behandelen.besluit(by=viewer(cast.coen), escalatie_id=row.pk, besluit=said).status == "intern"


def test_where_there_is_no_zorgcoordinator_another_mentor_looks_along(client: Client, cast: Cast) -> None:
    row = zonder(cast.soraya, cast.has)
    assert row.grond is not None
    page = reverse("toestemming", args=[cast.has.pk])
    client.force_login(cast.harold)
    assert "nu niet veilig" not in words(client.get(page))
    cast.coen.schoolrollen.all().delete()
    seen = words(client.get(page))
    assert "nu niet veilig" in seen
    assert "Ik keek mee en zie deze grond ook" in seen
    client.post(reverse("grond_meekijken", args=[row.grond.pk]))
    row.grond.refresh_from_db()
    assert row.grond.gezien_door == cast.harold
    assert "nu niet veilig" in words(client.get(page))


def test_the_reason_of_a_ground_is_for_the_zorgteam_and_who_named_it(client: Client, cast: Cast) -> None:
    row = zonder(cast.harold, cast.marije)
    page = reverse("toestemming", args=[cast.marije.pk])

    def reads(who: User) -> tuple[bool, str]:
        client.force_login(who)
        seen = words(client.get(page))
        line = LogRegel.objects.filter(actie="gelezen", wie=who.pk).order_by("-id")[0]
        assert "Gedeeld zonder toestemming" in seen or who == cast.marije_zelf
        return "nu niet veilig" in seen, line.laag

    assert reads(cast.harold) == (True, "zorg")
    assert reads(cast.coen) == (True, "zorg")
    assert reads(cast.soraya) == (False, "")
    assert reads(cast.marije_zelf)[0] is False
    assert row.grond is not None
    consent.vertel(by=viewer(cast.harold), grond_id=row.grond.pk)
    assert reads(cast.marije_zelf)[0] is True


def test_closing_is_never_silent(cast: Cast) -> None:
    row = opgepakt(cast.harold, cast.coen, cast.has)
    with pytest.raises(Refused, match="Neem eerst een besluit"):
        behandelen.sluit(by=viewer(cast.coen), escalatie_id=row.pk, tekst="Klaar")
    behandelen.besluit(
        by=viewer(cast.coen), escalatie_id=row.pk, besluit=behandelen.Besluit(S.INTERN, "Past")
    )
    with pytest.raises(Refused, match="Schrijf eerst iets op"):
        behandelen.sluit(by=viewer(cast.coen), escalatie_id=row.pk, tekst="")
    for _ in range(2):
        row = behandelen.sluit(by=viewer(cast.coen), escalatie_id=row.pk, tekst="Het loopt weer.")
    assert (row.status, row.afgesloten_door) == ("afgesloten", cast.coen)
    assert list(row.berichten.values_list("soort", "tekst")) == [("terugkoppeling", "Het loopt weer.")]
    assert {m.user for m in Melding.objects.filter(soort="escalatie_stap")} == {cast.harold, cast.soraya}


def test_reopened_it_is_with_its_owner_again(cast: Cast) -> None:
    row = gesloten(cast.harold, cast.coen, cast.has)
    with pytest.raises(PermissionDenied, match="Heropenen kunnen alleen"):
        behandelen.heropen(by=viewer(cast.soraya), escalatie_id=row.pk, reden="Toch niet")
    row = behandelen.heropen(by=viewer(cast.harold), escalatie_id=row.pk, reden="De brieven komen weer")
    assert (row.status, row.opgepakt_door, row.afgesloten_op) == ("in_beoordeling", cast.coen, None)
    assert [link.rol for link in viewer(cast.coen).links(cast.has)] == [Rol.ZORGCOORDINATOR]
    assert cast.has.zorginzages.get().einde is None


def test_reopened_only_while_the_consent_holds(cast: Cast) -> None:
    row = gesloten(cast.harold, cast.coen, cast.marije)
    assert row.toestemming is not None
    consent.neem_terug(by=viewer(cast.marije_zelf), toestemming_id=row.toestemming.pk)
    with pytest.raises(Refused, match="geldt niet meer"):
        behandelen.heropen(by=viewer(cast.harold), escalatie_id=row.pk, reden="Toch niet")


def test_the_zorgteam_tells_and_nobody_else(cast: Cast) -> None:
    row = besloten(cast.harold, cast.coen, cast.has)  # Zohra is on the team of Has
    behandelen.koppel_terug(by=viewer(cast.zohra), escalatie_id=row.pk, tekst="We spraken elkaar.")
    assert row.berichten.filter(gemaakt_door=cast.zohra).count() == 1
    with pytest.raises(PermissionDenied, match="schrijft het zorgteam"):
        behandelen.koppel_terug(by=viewer(cast.harold), escalatie_id=row.pk, tekst="Fijn")


def test_the_database_keeps_one_running_request_and_one_owner(cast: Cast) -> None:
    row = aanvraag(cast.harold, cast.has)
    wrong = (
        {"status": "in_beoordeling"},
        {"opgepakt_door": cast.coen},
        {"toestemming": None},
        {"status": "intern", "opgepakt_door": cast.coen, "opgepakt_op": row.aangemeld_op},
        {"status": "afgesloten"},
    )
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Escalatie.objects.filter(pk=row.pk).update(**fields)
    second = Escalatie(
        student=row.student, toestemming=row.toestemming, aangemeld_op=row.aangemeld_op,
        aangemeld_door=cast.harold, titel="nog een", vraag="?", geprobeerd="", urgentie="vandaag",
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save(force_insert=True)


def test_every_state_stands_in_the_table_of_moves() -> None:
    assert set(ESCALATIE_MOVES) == set(S)
    assert set().union(*ESCALATIE_MOVES.values()) <= set(S)
