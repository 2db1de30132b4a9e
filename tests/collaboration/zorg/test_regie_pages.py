"""Regie and consent as people see them: on every screen of the student, and on pages of their own."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from collaboration.actions import regie
from collaboration.models import RegieAanbod
from students.models import Toestemming
from tests.acts_zorg import aanbod, besloten, genomen, op_het_team
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import title, words


def page(client: Client, name: str, cast_student: object) -> str:
    return words(client.get(reverse(name, args=[cast_student.pk])))  # type: ignore[attr-defined]


def offer(cast: Cast, **more: str) -> dict[str, str]:
    said = {"aan": str(cast.zohra.pk), "reden": "Hulp bij geld", "doet": "Brieven\nElke vrijdag bericht"}
    return said | {"blijft": "Stage-uren", "bericht": "Dag, ik ben Zohra.", "sleutel": str(uuid4())} | more


def test_offering_and_accepting_on_the_pages(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    seen = page(client, "regie", cast.has)
    assert "Harold Vermeer heeft nu de regie" in seen
    assert "De regie was steeds bij Harold Vermeer." in seen
    data = offer(cast)
    answer = client.post(reverse("regie", args=[cast.has.pk]), data, follow=True)
    assert title(answer) == "Regie - Kansrijk"
    assert "De regie is aangeboden aan Zohra Amrani" in words(answer)
    for part in ("Dit doet Zohra", "Elke vrijdag bericht", "Dit blijft bij Harold", "Stage-uren"):
        assert part in words(answer)
    assert "Trek het aanbod in" in words(answer)

    client.force_login(cast.zohra)
    assert "De regie is jou aangeboden Has El Amrani Hulp bij geld van Harold Vermeer" in words(
        client.get("/")
    )
    seen = page(client, "student", cast.has)
    assert "Neem de regie aan" in seen
    assert "Harold Vermeer heeft nu de regie" in seen
    row = RegieAanbod.objects.get()
    seen = words(client.post(reverse("regie_aanvaarden", args=[row.pk]), follow=True))
    assert "Jij hebt nu de regie" in seen
    assert "Zohra Amrani heeft nu de regie" in seen
    assert "Has weet dit misschien nog niet" in seen
    seen = words(client.post(reverse("regie_geinformeerd", args=[row.pk]), follow=True))
    assert "Has hoorde het vandaag" in seen
    client.force_login(cast.harold)
    assert "Zohra Amrani heeft nu de regie" in page(client, "student", cast.has)
    assert "Zohra Amrani, na Harold Vermeer" in page(client, "regie", cast.has)


def test_not_yet_asks_why_and_the_one_who_offered_reads_it(client: Client, cast: Cast) -> None:
    row = aanbod(cast.harold, cast.has, cast.zohra)
    client.force_login(cast.zohra)
    url = reverse("regie_weigeren", args=[row.pk])
    assert "Neem de regie nog niet aan" in words(client.get(url))
    wrong = client.post(url, {"tekst": ""})
    assert wrong.status_code == 422
    assert "Schrijf eerst iets op" in words(wrong)
    assert "De regie blijft waar hij was" in words(
        client.post(url, {"tekst": "Mijn week is vol"}, follow=True)
    )
    row.refresh_from_db()
    assert row.antwoord_reden == "Mijn week is vol"


def test_taking_it_is_at_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.zohra)
    url = reverse("regie_nemen", args=[cast.has.pk])
    assert "Je hebt de regie meteen" in words(client.get(url))
    wrong = client.post(url, {"reden": ""})
    assert "Schrijf op waarom de regie overgaat" in words(wrong)
    seen = words(client.post(url, {"reden": "Ik kijk mee"}, follow=True))
    assert "Jij hebt nu de regie" in seen
    again = client.get(url)
    assert again.status_code == 403
    assert "Jij hebt de regie al" in words(again)


def test_what_is_missing_in_an_offer_is_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("regie", args=[cast.has.pk])
    seen = words(client.post(url, {}))
    assert "Kies een collega" in seen
    assert "Schrijf op waarom de regie overgaat" in seen
    wrong = client.post(url, offer(cast, aan=str(cast.wouter.pk)))
    assert wrong.status_code == 422
    assert "Kies iets uit de lijst" in words(wrong)
    client.post(url, offer(cast))
    assert "De regie is al aangeboden aan Zohra Amrani" in words(client.post(url, offer(cast)))


def test_the_student_reads_who_helps_first_and_may_say_no(client: Client, cast: Cast) -> None:
    besloten(cast.harold, cast.coen, cast.marije)
    op_het_team(cast.coen, cast.marije, cast.zohra)
    woorden = regie.Woorden("Hulp bij geld", bericht="Dag Marije, ik ben Zohra.")
    regie.neem(by=viewer(cast.zohra), student=cast.marije, woorden=woorden)
    client.force_login(cast.marije_zelf)
    seen = page(client, "student", cast.marije)
    assert "Wie helpt jou het eerst?" in seen
    assert "Dag Marije, ik ben Zohra." in seen
    assert "Ik vertelde het" not in seen
    seen = page(client, "toestemming", cast.marije)
    assert "Waar zei ik ja op?" in seen
    assert "Het zorgteam: reiskosten en brieven Niet: hoe het thuis gaat" in seen
    assert "Harold Vermeer schreef dat op" in seen
    row = Toestemming.objects.get()
    answer = client.post(reverse("toestemming_terug", args=[row.pk]), follow=True)
    assert "Dit geldt niet meer" in words(answer)
    assert "Teruggenomen vandaag" in words(answer)


def test_asking_and_saying_yes(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("toestemming", args=[cast.marije.pk])
    wrong = client.post(url, {"wie": ""})
    assert wrong.status_code == 422
    said = {"wie": "de stage", "wat": "dat ik soms moe ben", "doel": "een rustig begin"}
    assert "De vraag staat bij de student" in words(client.post(url, said, follow=True))
    assert "Ja, dat mag" not in words(client.get(url))
    client.force_login(cast.marije_zelf)
    assert "Ja, dat mag" in words(client.get(url))
    row = Toestemming.objects.get()
    seen = words(client.post(reverse("toestemming_geven", args=[row.pk]), follow=True))
    assert "Je zei ja. Je kunt dit altijd terugnemen." in seen
    client.force_login(cast.harold)
    noted = said | {"wat": "mijn reistijd", "gezegd_op": days(0)}
    assert "Mondeling op" in words(client.post(url, noted, follow=True))


@pytest.mark.parametrize("who", ["melissa", "noor", "bea"])
def test_for_the_stage_there_is_no_regie(client: Client, cast: Cast, who: str) -> None:
    genomen(cast.zohra, cast.has)
    besloten(cast.harold, cast.coen, cast.marije)
    client.force_login(getattr(cast, who))
    for name in ("regie", "regie_nemen", "toestemming"):
        assert client.get(reverse(name, args=[cast.marije.pk])).status_code == 404
    seen = page(client, "student", cast.marije)
    assert "heeft nu de regie" not in seen
    assert "Zorgteam" not in seen


def test_a_long_history_asks_no_more(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    addresses = [reverse(name, args=[cast.has.pk]) for name in ("regie", "student", "toestemming")]

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        return len(seen)

    for _ in range(1):
        genomen(cast.zohra, cast.has)
        genomen(cast.harold, cast.has)
    two = [queries(address) for address in addresses]
    for _ in range(4):
        genomen(cast.zohra, cast.has)
        genomen(cast.harold, cast.has)
    assert [queries(address) for address in addresses] == two


def test_an_offer_that_comes_second_keeps_its_words(client: Client, cast: Cast) -> None:
    aanbod(cast.harold, cast.has, cast.soraya)
    client.force_login(cast.harold)
    answer = client.post(reverse("regie", args=[cast.has.pk]), offer(cast))
    assert answer.status_code == 422
    assert "De regie is al aangeboden aan Soraya Haddou" in words(answer)
    assert "Elke vrijdag bericht" in answer.content.decode()
