"""An afspraak: made, ticked off with undo, or ended with a reason."""

from uuid import uuid4

from django.test import Client
from django.urls import reverse

from collaboration.models import Afspraak
from tests import acts
from tests.cast import Cast
from tests.factories import AfspraakFactory, days
from tests.htmx import parse, title, words


def test_making_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("afspraak_nieuw", args=[cast.marije.pk])
    page = client.get(url)
    assert title(page) == "Nieuwe afspraak - Kansrijk"
    assert "Marije Harold Vermeer (ik) Soraya Haddou" in words(page)
    data = {"wat": "Rooster ophalen", "wie": "student", "voor": days(3), "sleutel": str(uuid4())}
    answer = client.post(url, data, follow=True)
    assert answer.redirect_chain == [(reverse("student", args=[cast.marije.pk], fragment="afspraken"), 302)]
    assert "Afspraak bewaard: Rooster ophalen" in words(answer)
    client.post(url, data)
    made = Afspraak.objects.get()
    assert (made.wat, made.eigenaar, made.status) == ("Rooster ophalen", None, "open")


def test_what_is_missing_is_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("afspraak_nieuw", args=[cast.marije.pk])
    answer = client.post(url, {"wat": "", "wie": "student", "voor": days(-1)})
    assert answer.status_code == 422
    assert title(answer) == "Fout: Nieuwe afspraak - Kansrijk"
    assert "Nog twee dingen voordat je verder kunt" in words(answer)
    assert "Vul in wat jullie afspreken" in words(answer)
    assert "Deze dag is al geweest. Kies vandaag of later." in words(answer)
    assert not Afspraak.objects.exists()


def test_an_owner_comes_from_the_team(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("afspraak_nieuw", args=[cast.marije.pk])
    answer = client.post(url, {"wat": "Bellen", "wie": str(cast.wouter.pk), "voor": days(1)})
    assert answer.status_code == 422
    assert "Kies iets uit de lijst" in words(answer)


def test_done_in_one_tap_stays_on_the_page_and_can_be_undone(client: Client, cast: Cast) -> None:
    afspraak = acts.afspraak(cast.harold, cast.marije)
    client.force_login(cast.harold)
    assert 'name="terug" value="/#afspraken"' in client.get("/").content.decode()
    done = reverse("afspraak_gedaan", args=[afspraak.pk])
    answer = client.post(done, {"terug": "/#afspraken"}, follow=True)
    assert answer.redirect_chain == [("/#afspraken", 302)]
    assert "Afspraak afgevinkt Maak ongedaan" in words(answer)
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.afgerond_door) == ("gedaan", cast.harold)

    undo = parse(answer.content.decode()).find(".//*[@id='meldingen']//form")
    assert undo is not None
    back = client.post(undo.attrib["action"], follow=True)
    assert back.redirect_chain == [("/#afspraken", 302)]
    assert "De afspraak staat weer open" in words(back)
    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.afgerond_op) == ("open", None)


def test_twice_is_once(client: Client, cast: Cast) -> None:
    afspraak = acts.afspraak(cast.harold, cast.marije)
    client.force_login(cast.harold)
    for _ in range(2):
        assert client.post(reverse("afspraak_gedaan", args=[afspraak.pk])).status_code == 302
    assert list(afspraak.overgangen.values_list("naar", flat=True)) == ["gedaan"]


def test_the_way_back_stays_on_this_site(client: Client, cast: Cast) -> None:
    afspraak = acts.afspraak(cast.harold, cast.marije)
    client.force_login(cast.harold)
    for wish in ("https://elders.example/", "//elders.example/", "javascript:alert(1)"):
        answer = client.post(reverse("afspraak_gedaan", args=[afspraak.pk]), {"terug": wish})
        assert answer["Location"] == reverse("student", args=[cast.marije.pk], fragment="afspraken")


def test_not_yet_asks_why_and_keeps_the_next_step(client: Client, cast: Cast) -> None:
    afspraak = acts.afspraak(cast.harold, cast.marije, "Op tijd komen")
    client.force_login(cast.harold)
    url = reverse("afspraak_afronden", args=[afspraak.pk])
    page = client.get(url)
    assert title(page) == "Afspraak afronden - Kansrijk"
    assert "Nog niet gelukt?" in words(page)
    assert "Op tijd komen Marije, voor" in words(page)

    wrong = client.post(url, {"vervolg": "Samen een eerdere bus zoeken"})
    assert wrong.status_code == 422
    assert "Kies hoe het ervoor staat" in words(wrong)
    assert "Schrijf kort op hoe dat komt" in words(wrong)
    assert 'value="Samen een eerdere bus zoeken"' in wrong.content.decode()

    data = {"naar": "niet_gelukt", "reden": "De bus viel uit.", "vervolg": "Samen een eerdere bus zoeken"}
    right = client.post(url, data, follow=True)
    assert "Dat staat erbij Maak ongedaan" in words(right)
    assert "Op tijd komen. De bus viel uit. Samen een eerdere bus zoeken" in words(right)


def test_whether_it_worked_is_asked_from_the_day_itself(client: Client, cast: Cast) -> None:
    AfspraakFactory.create(student=cast.marije, wat="Bus zoeken", voor=days(0))
    AfspraakFactory.create(student=cast.marije, wat="Rooster halen", voor=days(1))
    client.force_login(cast.harold)
    seen = words(client.get("/"))
    assert "Nog niet gelukt? Bus zoeken" in seen
    assert "Lukt niet meer? Rooster halen" in seen


def test_saying_that_it_did_not_work_leads_back_to_where_one_was(client: Client, cast: Cast) -> None:
    afspraak = acts.afspraak(cast.harold, cast.marije)
    client.force_login(cast.harold)
    url = reverse("afspraak_afronden", args=[afspraak.pk], query={"terug": "/#afspraken"})
    assert client.get("/").content.decode().count(url.replace("%2F", "/")) == 1
    answer = client.post(url, {"naar": "niet_gelukt", "reden": "De bus viel uit."})
    assert answer["Location"] == "/#afspraken"


def test_an_afspraak_that_ended_already_is_not_ended_otherwise(client: Client, cast: Cast) -> None:
    afspraak = AfspraakFactory.create(student=cast.marije, gedaan=True)
    client.force_login(cast.harold)
    url = reverse("afspraak_afronden", args=[afspraak.pk])
    assert "Toch gedaan" not in words(client.get(url))
    answer = client.post(url, {"naar": "vervallen", "reden": "Hoeft niet meer"})
    assert answer.status_code == 422
    assert "Deze afspraak is al gedaan." in words(answer)


def test_who_may_not_tick_off_hears_who_can(client: Client, cast: Cast) -> None:
    afspraak = AfspraakFactory.create(
        student=cast.marije, laag="stage", stage=cast.stage_marije, eigenaar=cast.harold
    )
    client.force_login(cast.melissa)
    answer = client.post(reverse("afspraak_gedaan", args=[afspraak.pk]))
    assert answer.status_code == 403
    assert "Deze afspraak kunnen alleen Harold Vermeer en het team van school afvinken" in words(answer)
    client.force_login(cast.petra)
    for name in ("afspraak_gedaan", "afspraak_terug", "afspraak_afronden"):
        assert client.post(reverse(name, args=[afspraak.pk])).status_code == 404
