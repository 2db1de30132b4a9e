"""The form, the inbox and a request as people see them on their pages."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from collaboration.actions import behandelen
from collaboration.models import Escalatie
from students.models import Student
from tests import acts
from tests.acts_zorg import aanvraag, besloten, op_het_team, opgepakt, zonder, zorgcoordinator
from tests.cast import Cast
from tests.factories import StudentFactory, days, viewer
from tests.htmx import title, words

FORM = {
    "urgentie": "vandaag", "titel": "Hulp bij geldzorgen", "vraag": "Wie kijkt mee?", "geprobeerd": "Reisgeld",
    "leefgebieden": ["financien"], "mag": "gezegd", "wat": "brieven", "niet": "thuis",
}  # fmt: skip


def form(**more: Any) -> dict[str, Any]:
    return FORM | {"gezegd_op": days(0), "sleutel": str(uuid4())} | more


def new(student: Student) -> str:
    return reverse("aanvraag_nieuw", args=[student.pk])


def test_the_form_knows_what_was_tried_and_nothing_of_a_werkaantekening(client: Client, cast: Cast) -> None:
    acts.vastgelegd(cast.soraya, cast.has, "begeleiding", tekst="Geheim verhaal")
    acts.vastgelegd(cast.harold, cast.has, "werkaantekening", soort="moeilijk")
    acts.poging(cast.harold, cast.has)
    acts.poging(cast.harold, cast.has)
    client.force_login(cast.harold)
    seen = words(client.get(new(cast.has)))
    assert "Voortgang, " in seen
    assert "(Soraya Haddou)" in seen
    assert "Gebeld, geen contact: 2 keer, laatst" in seen
    assert "Moeilijke boodschap" not in seen
    assert "Geheim verhaal" not in seen
    for gebied in ("Huisvesting", "Financiën", "Zingeving", "Dagbesteding"):
        assert gebied in seen


def test_in_danger_the_telephone_numbers_come_first(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    seen = words(client.get(new(cast.has)))
    assert seen.index("Is er nu gevaar? Bel eerst.") < seen.index("Hoe snel is hulp nodig?")
    page = client.get(new(cast.has), {"gevaar": "ja"})
    seen = words(page)
    for number in ("112", "0800 2000", "113"):
        assert number in seen
    for number in ("112", "08002000", "113"):
        assert f'href="tel:{number}"' in page.content.decode()
    assert "Ik heb gebeld, nu het formulier" in seen
    assert "Hoe snel is hulp nodig?" not in seen


def test_sending_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = form()
    answer = client.post(new(cast.has), data, follow=True)
    row = Escalatie.objects.get()
    assert answer.redirect_chain == [(reverse("aanvraag", args=[row.pk]), 302)]
    assert title(answer) == "Aanvraag - Kansrijk"
    seen = words(answer)
    assert "Je aanvraag is bij de zorgcoördinator" in seen
    assert "Has weet van deze aanvraag en vindt het goed. Wel delen: brieven. Niet delen: thuis." in seen
    assert "Trek de aanvraag in" in seen
    client.post(new(cast.has), data)
    assert Escalatie.objects.count() == 1
    again = client.post(new(cast.has), form())
    assert again.status_code == 422
    assert "Er loopt al een aanvraag, van Harold Vermeer" in words(again)


def test_what_is_missing_is_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    seen = words(client.post(new(cast.has), {}))
    for sentence in (
        "Kies hoe snel hulp nodig is",
        "Vul in waar het om gaat",
        "Schrijf op wat je vraagt",
        "Schrijf op wat jullie al probeerden",
        "Kies of je dit mag delen",
    ):
        assert sentence in seen
    seen = words(client.post(new(cast.has), form(mag="gezegd", wat="", gezegd_op=days(1))))
    assert "Vul in wat je mag delen" in seen
    assert "Deze dag komt nog" in seen
    seen = words(client.post(new(cast.has), form(mag="grond")))
    assert "Kies een grond" in seen
    assert "Leg uit waarom het nu moet" in seen
    assert not Escalatie.objects.exists()


def test_the_inbox_has_the_most_urgent_on_top_with_age_owner_and_state(client: Client, cast: Cast) -> None:
    wait = aanvraag(cast.harold, cast.has, urgentie="kan_wachten", titel="Meedenken over wonen")
    Escalatie.objects.filter(pk=wait.pk).update(aangemeld_op=timezone.now() - timedelta(days=3))
    aanvraag(cast.soraya, cast.marije, urgentie="vandaag", titel="Vandaag hulp nodig")
    opgepakt(cast.harold, cast.coen, cast.sanna, titel="Slapen en stress")
    client.force_login(cast.coen)
    for address in ("/aanvragen/", "/"):
        seen = words(client.get(address))
        assert seen.index("Vandaag hulp nodig") < seen.index("Meedenken over wonen") < seen.index("Slapen en")
        assert "Nieuw (2)" in seen
        assert "van Soraya, sinds" in seen
        assert "Reageer nu: de tijd is voorbij" in seen
        assert "Wordt bekeken van Harold, sinds" in seen
        assert ", bij Coen" in seen
    assert "Twee nieuwe aanvragen." in seen


def test_who_is_too_late_reads_who_was_first(client: Client, cast: Cast) -> None:
    yvonne = zorgcoordinator(cast.noord)
    row = aanvraag(cast.harold, cast.has)
    client.force_login(yvonne)
    assert "Pak deze aanvraag op" in words(client.get(reverse("aanvraag", args=[row.pk])))
    other = Client()
    other.force_login(cast.coen)
    assert other.post(reverse("aanvraag_oppakken", args=[row.pk])).status_code == 302
    answer = client.post(reverse("aanvraag_oppakken", args=[row.pk]))
    assert answer.status_code == 409
    assert "Coen Dekkers was eerder: vandaag" in words(answer)
    assert "Neem over van Coen" in words(answer)


def test_from_taking_to_closing_on_the_pages(client: Client, cast: Cast) -> None:
    row = aanvraag(cast.harold, cast.marije)
    client.force_login(cast.coen)

    def do(name: str, *args: Any, **data: Any) -> str:
        answer = client.post(reverse(name, args=[row.pk, *args]), data, follow=True)
        assert answer.status_code == 200, words(answer)
        return words(answer)

    assert "Jij behandelt deze aanvraag" in do("aanvraag_oppakken")
    assert "Je vraag is gesteld" in do("aanvraag_stap", "vraag", tekst="Wie heeft de brieven?")
    client.force_login(cast.harold)
    assert "Geef antwoord" in words(client.get(reverse("aanvraag", args=[row.pk])))
    assert "Je antwoord is verstuurd" in do("aanvraag_stap", "antwoord", tekst="Marije zelf")
    client.force_login(cast.coen)
    assert "Je besluit staat erbij" in do("aanvraag_besluit", besluit="intern", reden="Smw helpt")
    assert "Zohra Amrani hoort nu bij het team" in do("aanvraag_team", email=cast.zohra.email)
    seen = do("aanvraag_stap", "afronden", tekst="Het loopt weer.")
    assert "De aanvraag is afgerond" in seen
    client.force_login(cast.harold)
    seen = words(client.get(reverse("student", args=[cast.marije.pk])))
    assert "Afgerond Het loopt weer. Coen Dekkers" in seen


def test_mentor_and_kawer_see_state_and_terugkoppeling_never_the_content(client: Client, cast: Cast) -> None:
    row = besloten(cast.soraya, cast.coen, cast.has)
    behandelen.koppel_terug(by=viewer(cast.zohra), escalatie_id=row.pk, tekst="Eerste gesprek was goed.")
    client.force_login(cast.harold)
    seen = words(client.get(reverse("aanvraag", args=[row.pk])))
    assert "Hulp van het zorgteam" in seen
    assert "Eerste gesprek was goed." in seen
    for secret in (row.titel, row.vraag, row.geprobeerd, "Past bij wat er speelt", "Financiën"):
        assert secret not in seen
    client.force_login(cast.soraya)
    assert row.vraag in words(client.get(reverse("aanvraag", args=[row.pk])))


@pytest.mark.parametrize("who", ["melissa", "noor"])
def test_the_stage_and_the_peercoach_see_the_same_with_and_without_a_request(
    client: Client, cast: Cast, who: str
) -> None:
    client.force_login(getattr(cast, who))
    page = reverse("student", args=[cast.marije.pk])
    before = words(client.get(page))
    assert "School pakt dit op" in before
    row = besloten(cast.harold, cast.coen, cast.marije)
    op_het_team(cast.coen, cast.marije, cast.zohra)
    assert words(client.get(page)) == before
    assert client.get(reverse("aanvraag", args=[row.pk])).status_code == 404
    assert "Geen aanvragen" in words(client.get("/aanvragen/"))


def test_the_student_sees_the_state_but_no_ground_that_was_not_told(client: Client, cast: Cast) -> None:
    row = zonder(cast.harold, cast.marije)
    client.force_login(cast.marije_zelf)
    page, there = reverse("student", args=[cast.marije.pk]), reverse("aanvraag", args=[row.pk])
    assert "Nieuw Aanvraag" not in words(client.get(page))
    assert client.get(there).status_code == 404
    assert row.grond is not None
    assert "niet veilig" not in words(client.get(reverse("toestemming", args=[cast.marije.pk])))
    client.force_login(cast.harold)
    assert client.post(reverse("grond_verteld", args=[row.grond.pk])).status_code == 302
    client.force_login(cast.marije_zelf)
    assert "Nieuw Aanvraag" in words(client.get(page))
    assert "niet veilig" in words(client.get(reverse("toestemming", args=[cast.marije.pk])))
    assert row.vraag not in words(client.get(reverse("aanvraag", args=[row.pk])))


def test_as_many_queries_for_two_requests_as_for_ten(client: Client, cast: Cast) -> None:
    client.force_login(cast.coen)

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    rows = [aanvraag(cast.harold, student) for student in (cast.has, cast.sanna)]
    pages = ("/aanvragen/", reverse("aanvraag", args=[rows[0].pk]), "/")
    two = [queries(page) for page in pages]
    for _ in range(8):
        aanvraag(cast.harold, StudentFactory(klas=cast.e1b, regie_houder=cast.harold))
    assert [queries(page) for page in pages] == two
