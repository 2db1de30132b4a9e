"""A signaal: sent in two taps, seen by a press, picked up, answered, closed; and who is told."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from collaboration.actions import signaal as actions
from collaboration.actions.checks import Refused
from collaboration.models import Melding, Signaal
from students.models import Student
from tests import acts
from tests.acts_signaal import moved, signaal
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import parse, queries_of, title, words


def send_url(student: Student) -> str:
    return reverse("signaal_nieuw", args=[student.pk])


def meldingen(user: object) -> list[str]:
    return sorted(Melding.objects.filter(user=user).values_list("soort", flat=True))


def test_two_taps_of_a_praktijkbegeleider_and_the_mentor_sees_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    page = client.get(reverse("student", args=[cast.marije.pk]))
    form = next(
        form
        for form in parse(page.content.decode()).iter("form")
        if form.get("action") == send_url(cast.marije)
    )
    fields = {
        box.get("name"): box.get("value") or "" for box in form.iter("input") if box.get("type") == "hidden"
    }
    answer = client.post(send_url(cast.marije), fields | {"soort": "niet_gekomen"}, follow=True)
    seen = words(answer)
    assert "Verstuurd naar Harold Vermeer" in seen
    assert "Niet gekomen, vandaag" in seen
    assert "Nog niet gezien" in seen
    row = Signaal.objects.get()
    assert (row.stage, row.dag, row.status) == (cast.stage_marije, days(0), "nieuw")
    assert meldingen(cast.harold) == ["signaal"]
    assert meldingen(cast.soraya) == []
    client.force_login(cast.harold)
    assert "Niet gekomen, vandaag: Marije Jonkers" in words(client.get("/"))


def test_sent_twice_is_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.noor)
    data = {"soort": "zorgen", "tekst": "Zij klinkt moe.", "sleutel": str(uuid4())}
    for _ in range(2):
        assert client.post(send_url(cast.marije), data).status_code == 302
    assert Signaal.objects.count() == 1
    assert meldingen(cast.harold) == ["signaal"]


def test_nothing_chosen_and_a_day_to_come_are_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    answer = client.post(send_url(cast.marije), {"tekst": "Ze was er niet.", "dag": days(1).isoformat()})
    assert answer.status_code == 422
    assert title(answer) == "Fout: Er is iets - Kansrijk"
    seen = words(answer)
    assert "Nog twee dingen voordat je verder kunt" in seen
    assert "Kies wat er is" in seen
    assert "Deze dag moet nog komen. Kies vandaag of eerder." in seen
    assert "Ze was er niet." in seen
    assert not Signaal.objects.exists()


def test_who_may_not_send(client: Client, cast: Cast) -> None:
    for person in (cast.marije_zelf, cast.bea):
        client.force_login(person)
        answer = client.post(send_url(cast.marije), {"soort": "zorgen"})
        assert answer.status_code == 403
        assert "Een signaal sturen kunnen alleen de mentor" in words(answer)
    client.force_login(cast.petra)
    assert client.post(send_url(cast.marije), {"soort": "zorgen"}).status_code == 404


def test_opening_the_page_says_nothing_to_the_sender_but_a_press_does(client: Client, cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije, "zorgen", "Ze eet niet mee.")
    client.force_login(cast.harold)
    page = client.get(reverse("signaal", args=[row.pk]))
    assert "“Ze eet niet mee.”" in words(page)
    row.refresh_from_db()
    assert row.status == "nieuw"
    answer = client.post(reverse("signaal_gezien", args=[row.pk]), follow=True)
    assert "Melissa Brouwer ziet dat je het zag" in words(answer)
    assert meldingen(cast.melissa) == ["signaal_stap"]
    client.force_login(cast.melissa)
    seen = words(client.get(reverse("signaal", args=[row.pk])))
    assert "Gezien door Harold Vermeer Vandaag" in seen
    assert "Nog niet opgepakt" in seen
    assert "Pak het op" not in seen


def test_the_second_who_sees_it_hears_who_was_first(client: Client, cast: Cast) -> None:
    row = moved(cast.harold, signaal(cast.melissa, cast.marije), "gezien")
    client.force_login(cast.soraya)
    answer = client.post(reverse("signaal_gezien", args=[row.pk]), follow=True)
    assert "Harold Vermeer heeft dit signaal al gezien: vandaag" in words(answer)
    row.refresh_from_db()
    assert row.gezien_door == cast.harold


def test_the_mentor_picks_it_up_with_a_day_and_a_gesprek_of_the_agenda(client: Client, cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije)
    plan = acts.concept(cast.harold, cast.marije)
    client.force_login(cast.harold)
    data = {"stand": "nieuw", "dag": days(1).isoformat(), "aanpak": "Kom je erbij?", "gesprek": str(plan.pk)}
    answer = client.post(reverse("signaal_oppakken", args=[row.pk]), data, follow=True)
    assert "Opgepakt door jou" in words(answer)
    row.refresh_from_db()
    assert (row.status, row.gezien_door, row.gesprek) == ("opgepakt", cast.harold, plan)
    assert list(row.overgangen.values_list("naar", flat=True)) == ["nieuw", "gezien", "opgepakt"]
    assert reverse("gesprek", args=[plan.pk]) in answer.content.decode()
    client.force_login(cast.melissa)
    page = client.get(reverse("signaal", args=[row.pk]))
    assert "We praten met Marije: morgen. Kom je erbij?" in words(page)
    assert reverse("gesprek", args=[plan.pk]) not in page.content.decode()


def test_picking_up_asks_what_you_do(client: Client, cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije)
    client.force_login(cast.harold)
    url = reverse("signaal_oppakken", args=[row.pk])
    answer = client.post(url, {"stand": "nieuw"})
    assert answer.status_code == 422
    assert "Schrijf op wat je gaat doen, of kies een dag" in words(answer)
    answer = client.post(url, {"stand": "nieuw", "dag": days(-1).isoformat()})
    assert "Deze dag is al geweest. Kies vandaag of later." in words(answer)


def test_a_gesprek_of_somebody_else_is_not_linked(cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije)
    other = acts.concept(cast.soraya, cast.marije)
    with pytest.raises(PermissionDenied):
        actions.pick_up(
            by=viewer(cast.harold), signaal_id=row.pk, aanpak=actions.Aanpak("Ik bel", gesprek=other.pk)
        )


def test_of_two_who_pick_it_up_at_once_the_second_hears_who_was_first(client: Client, cast: Cast) -> None:
    row = moved(cast.harold, signaal(cast.melissa, cast.marije), "gezien")
    moved(cast.soraya, row, "opgepakt")
    client.force_login(cast.harold)  # on a page that was made before
    url = reverse("signaal_oppakken", args=[row.pk])
    answer = client.post(url, {"stand": "gezien", "aanpak": "Ik ga langs"})
    assert answer.status_code == 422
    assert "Soraya Haddou heeft dit signaal al opgepakt: vandaag" in words(answer)
    row.refresh_from_db()
    assert (row.opgepakt_door, row.aanpak) == (cast.soraya, "Ik bel vandaag")


def test_an_answer_on_a_page_that_is_behind_can_be_sent_again(client: Client, cast: Cast) -> None:
    row = moved(cast.soraya, signaal(cast.melissa, cast.marije), "opgepakt")
    client.force_login(cast.harold)
    url, data = reverse("signaal_terugmelden", args=[row.pk]), {"terugmelding": "We spraken haar"}
    answer = client.post(url, data | {"stand": "gezien"})
    assert answer.status_code == 422
    seen = words(answer)
    assert "Soraya Haddou heeft dit signaal al opgepakt" in seen
    assert "We spraken haar" in seen
    assert client.post(url, data | {"stand": "opgepakt"}).status_code == 302


def test_told_back_and_closed_in_one_go(client: Client, cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije)
    client.force_login(cast.harold)
    data = {"stand": "nieuw", "terugmelding": "De bus reed niet. Morgen is ze er.", "sluiten": "on"}
    answer = client.post(reverse("signaal_terugmelden", args=[row.pk]), data, follow=True)
    assert "Teruggemeld aan Melissa Brouwer" in words(answer)
    assert "Sluit het signaal af" not in words(answer)
    row.refresh_from_db()
    assert row.status == "afgesloten"
    client.force_login(cast.melissa)
    seen = words(client.get(reverse("signalen")))
    assert "Afgesloten door Harold Vermeer" in seen
    assert "De bus reed niet. Morgen is ze er." in words(client.get(reverse("signaal", args=[row.pk])))


def test_closing_without_terugmelding_asks_why(client: Client, cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije)
    client.force_login(cast.soraya)
    url = reverse("signaal_afsluiten", args=[row.pk])
    answer = client.post(url, {"stand": "nieuw"})
    assert answer.status_code == 422
    assert "Schrijf op waarom er geen terugmelding komt" in words(answer)
    with pytest.raises(Refused, match="waarom er geen terugmelding"):
        actions.close(by=viewer(cast.soraya), signaal_id=row.pk)
    assert client.post(url, {"stand": "nieuw", "reden": "Al gebeld"}).status_code == 302
    client.force_login(cast.melissa)
    assert "Reden: Al gebeld" in words(client.get(reverse("signaal", args=[row.pk])))


def test_a_compliment_is_the_students_too_and_nothing_else_is(client: Client, cast: Cast) -> None:
    worry = signaal(cast.melissa, cast.marije, "zorgen", "Ze kijkt somber.")
    praise = signaal(cast.melissa, cast.marije, "gaat_goed", "Ze hielp een gast uit zichzelf.")
    assert meldingen(cast.marije_zelf) == ["compliment"]
    client.force_login(cast.marije_zelf)
    seen = words(client.get(reverse("student", args=[cast.marije.pk])))
    assert "Complimenten voor jou Het gaat goed “Ze hielp een gast uit zichzelf.”" in seen
    assert "somber" not in seen
    page = words(client.get(reverse("signaal", args=[praise.pk])))
    assert "Ze hielp een gast uit zichzelf." in page
    assert "Wat kwam ervan" not in page
    assert client.get(reverse("signaal", args=[worry.pk])).status_code == 404
    assert client.post(reverse("signaal_gezien", args=[praise.pk])).status_code == 403


def test_a_sender_sees_the_own_signalen_only(client: Client, cast: Cast) -> None:
    row = signaal(cast.noor, cast.marije, "zorgen", "Ze appt niet terug.")
    client.force_login(cast.melissa)
    assert client.get(reverse("signaal", args=[row.pk])).status_code == 404
    assert "Ze appt niet terug." not in words(client.get(reverse("student", args=[cast.marije.pk])))
    client.force_login(cast.noor)
    assert "Ze appt niet terug." in words(client.get(reverse("signalen")))


@pytest.mark.parametrize("name", ["harold", "melissa"])
def test_more_signalen_take_as_many_queries(client: Client, cast: Cast, name: str) -> None:
    client.force_login(cast.people()[name])

    def fill(number: int) -> list[int]:
        for n in range(number):
            signaal(cast.melissa, cast.marije, "zorgen", f"Bericht {n} {uuid4()}")
        pages = ("/", reverse("signalen"), reverse("student", args=[cast.marije.pk]))
        return [queries_of(client, page) for page in pages]

    assert fill(2) == fill(8)
