"""Samenwerking on screen: asking, filling in alone, giving free, side by side, and the afspraken out of it."""

import re

import pytest
from django.core import mail
from django.test import Client

from collaboration.models import Afspraak, Gesprek, Melding, Samenwerking
from students.enums import Laag
from tests import acts_samen as acts
from tests.acts_samen import AANDACHT, GOED, OP_WEG
from tests.cast import Cast


@pytest.fixture
def harold(client: Client, cast: Cast) -> Client:
    """Harold, logged in."""
    client.force_login(cast.harold)
    return client


def page(client: Client, path: str, **data: str) -> str:
    """The text of a page, sent where there is data, after its redirects; spaces made one."""
    answer = client.post(path, data, follow=True) if data else client.get(path, follow=True)
    assert answer.status_code == 200, (answer.status_code, path)
    return re.sub(r"\s+", " ", answer.content.decode())


def ronde(row: Samenwerking, tail: str = "") -> str:
    """The address of a round."""
    return f"/samenwerking/{row.pk}/{tail}"


def test_one_asks_one_other(harold: Client, cast: Cast) -> None:
    start = f"/studenten/{cast.marije.pk}/samenwerking/"
    text = page(harold, start)
    assert "Melissa Brouwer, praktijkbegeleider" in text
    assert "Soraya Haddou, KAW-er" in text
    for nobody in ("Noor Bergsma", "Marije Jonkers,", "Bea Hoekstra", "Harold Vermeer, mentor"):
        assert nobody not in text
    assert "Jouw kant van de samenwerking" in page(harold, start, collega=str(cast.melissa.pk))
    melding = Melding.objects.get(user=cast.melissa)
    assert melding.soort == "samenwerking"
    assert not mail.outbox or "Marije" not in str(mail.outbox[-1].message())


def test_somebody_who_is_not_in_the_list_cannot_be_asked(harold: Client, cast: Cast) -> None:
    for nobody in (cast.noor, cast.marije_zelf, cast.bea, cast.petra, cast.harold):
        answer = harold.post(f"/studenten/{cast.marije.pk}/samenwerking/", {"collega": str(nobody.pk)})
        assert answer.status_code == 422
        assert "Kies iets uit de lijst" in answer.content.decode()
    answer = harold.post(f"/studenten/{cast.marije.pk}/samenwerking/", {})
    assert "Kies een collega" in answer.content.decode()
    assert not Samenwerking.objects.exists()


def test_a_side_is_filled_in_alone_before_during_and_after(harold: Client, cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    text = page(harold, ronde(row, "deel/voor/"))
    assert "Voordat je begint" in text
    assert "Melissa Brouwer ziet dit pas als jullie het allebei vrijgeven." in text
    assert "afgeleid van de zes kenmerken" in text
    text = page(harold, ronde(row, "deel/informeren/"))
    assert "Hoe gaat informeren bij jullie?" in text
    for word in ("vraagt aandacht", "op weg", "gaat goed", "niet van toepassing"):
        assert word in text
    assert "Wanneer spreken jullie elkaar" in text
    assert "Welk moment past in jullie dienst?" in text  # said by the school
    assert "Na de lunch is het hier rustig." not in text  # said by the stage
    answer = harold.post(
        ronde(row, "deel/informeren/"),
        acts.form(
            row.kanten.get(user=cast.harold).invulling, {"inf-antwoord": GOED, "inf-notitie": "Elke week"}
        )
        | {"naar": "beeld"},
    )
    assert answer.headers["Location"] == ronde(row, "deel/beeld/")
    text = page(harold, ronde(row))
    assert "Gaat goed" in text
    assert "Elke week" in text
    assert f"{ronde(row)}deel/beeld/" in text
    assert "Wat wil je zeker met elkaar bespreken?" in page(harold, ronde(row, "deel/terugkijken/"))


def test_a_touch_by_htmx_answers_with_a_line_and_a_token(harold: Client, cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    data = acts.form(row.kanten.get(user=cast.harold).invulling, {"inf-antwoord": OP_WEG})
    answer = harold.post(ronde(row, "deel/informeren/"), data, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert 'data-staat="bewaard"' in answer.content.decode()
    assert 'id="t-inf-antwoord"' in answer.content.decode()


def test_two_devices_of_one_person_lose_nothing(harold: Client, cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    acts.fill(cast.harold, row, {"inf-notitie": "Van de telefoon"})
    answer = harold.post(
        ronde(row, "deel/informeren/"), {"t:inf-notitie": "", "inf-notitie": "Van de laptop"}
    )
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Van de telefoon" in text
    assert "Van de laptop" in text
    url = re.search(r'formaction="([^"]+)"', text)
    gezien = re.search(r'name="(gezien:[^"]+)" value="([^"]+)"', text)
    assert url
    assert gezien
    harold.post(url[1], {"keuze": "samen", gezien[1]: gezien[2], "deel": "informeren"})
    assert "Van de telefoon<br>Van de laptop" in page(harold, ronde(row)).replace("<br />", "<br>")


def test_nobody_sees_anything_of_the_other_until_both_gave_it_free(harold: Client, cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    acts.fill(cast.melissa, row, {"inf-antwoord": AANDACHT, "inf-notitie": "Ik hoor nooit wat"})
    acts.fill(cast.harold, row, {"inf-antwoord": GOED})
    assert "Ik hoor nooit wat" not in page(harold, ronde(row))
    assert "Wachten op Melissa Brouwer" in page(harold, ronde(row, "vrij/"), x="1")
    assert "Ik hoor nooit wat" not in page(harold, ronde(row))
    assert harold.get(ronde(row, "vergelijking.pdf")).headers["Location"] == ronde(row)
    harold.force_login(cast.melissa)
    assert "Harold is klaar en wacht op jou" in page(harold, ronde(row))
    text = page(harold, ronde(row, "vrij/"), x="1")
    assert "Zo zien jullie de samenwerking" in text
    assert "Ik hoor nooit wat" in text
    assert Melding.objects.get(user=cast.harold).soort == "samenwerking_klaar"


def test_what_is_given_free_can_be_taken_back_until_the_other_did(harold: Client, cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    acts.fill(cast.harold, row, {"inf-antwoord": GOED})
    page(harold, ronde(row, "vrij/"), x="1")
    answer = harold.post(ronde(row, "deel/informeren/"), {"t:inf-notitie": "", "inf-notitie": "Nog iets"})
    assert answer.status_code == 409
    assert "Nog iets" in answer.content.decode()
    assert "Je gaf je antwoorden al vrij." in answer.content.decode()
    assert "Je antwoorden zijn weer alleen van jou" in page(harold, ronde(row, "terug/"), x="1")
    both = acts.side_by_side(cast.soraya, cast.harold, cast.marije)
    refused = harold.post(ronde(both, "terug/"))
    assert refused.status_code == 403
    assert "Terugnemen kan dan niet meer" in refused.content.decode()


def test_giving_free_asks_for_one_answer_and_says_what_is_open(harold: Client, cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    assert "Kies eerst bij ten minste één kenmerk hoe het gaat." in page(harold, ronde(row, "vrij/"), x="1")
    acts.fill(cast.harold, row, {"inf-antwoord": GOED})
    text = page(harold, ronde(row))
    assert "Nog zonder antwoord: Vormen van een gedeeld beeld, Aansluiten" in text


def test_side_by_side_says_in_words_what_the_drawing_shows(harold: Client, cast: Cast) -> None:
    row = acts.side_by_side(cast.harold, cast.melissa, cast.marije)
    text = page(harold, ronde(row))
    rows = re.split(r"<h3", text.split('class="k-cmp"')[1])[1:]
    said = [re.search(r"k-badge.*?</svg>([^<]+)</span>", one)[1].strip() for one in rows[:6]]  # type: ignore[index]
    assert said == [
        "Zelfde beeld",
        "Zelfde beeld",
        "Klein verschil",
        "Groot verschil, praat hierover",
        "Allebei: hier kan het groeien",
        "Nog niet te vergelijken",
    ]
    assert "Harold: gaat goed" in rows[3]
    assert "Melissa: vraagt aandacht" in rows[3]
    assert "Melissa: niet van toepassing" in rows[5]
    assert rows[5].count('class="k-m1"') == 2  # in the drawing and beside the words
    assert rows[5].count('class="k-m2"') == 1  # beside the words only
    assert "Harold Vermeer, mentor" in text
    assert "Melissa Brouwer, praktijkbegeleider" in text
    assert "Dit doen jullie goed" in text


def test_afspraken_come_out_of_it_for_everyone_of_the_stage(harold: Client, cast: Cast) -> None:
    row = acts.side_by_side(cast.harold, cast.melissa, cast.marije)
    text = page(harold, ronde(row))
    form = text.split('id="kies"')[1].split("</form>")[0]
    assert (
        form.index("Pedagogische aanpak")
        < form.index("Regie en verantwoordelijkheid")
        < form.index("Aansluiten")
    )
    answer = harold.post(ronde(row, "afspraak/"), {"kenmerk": "aanpak"})
    assert answer.status_code == 422
    assert "Vul in wat jullie afspreken" in answer.content.decode()
    data = {
        "kenmerk": "aanpak",
        "wat1": "Melissa belt Harold elke donderdag",
        "wie1": str(cast.melissa.pk),
        "voor1": "2030-01-10",
        "wat2": "Harold komt langs",
        "wie2": str(cast.harold.pk),
        "voor2": "2030-01-12",
        "wijze": "telefoon",
        "sleutel": "6a2d5ee6-23f2-4f4e-9f44-0d8b3a1f9a55",
    }
    for _ in range(2):  # a double press
        text = page(harold, ronde(row, "afspraak/"), **data)
    assert "Melissa belt Harold elke donderdag" in text
    gesprek = Gesprek.objects.get()
    assert (gesprek.titel, gesprek.laag, gesprek.stage) == (
        "Samenwerking besproken",
        Laag.STAGE,
        cast.stage_marije,
    )
    assert gesprek.tekst == "We begonnen met: Pedagogische aanpak."
    assert set(Afspraak.objects.values_list("wat", "eigenaar__voornaam", "laag")) == {
        ("Melissa belt Harold elke donderdag", "Melissa", "stage"),
        ("Harold komt langs", "Harold", "stage"),
    }
    row.refresh_from_db()
    assert row.status == "besproken"


def test_two_of_the_school_keep_it_with_the_school(cast: Cast) -> None:
    row = acts.side_by_side(cast.harold, cast.soraya, cast.marije)
    gesprek = acts.discuss(cast.soraya, row)
    assert (gesprek.laag, gesprek.stage) == (Laag.BEGELEIDING, None)


def test_a_day_that_has_been_is_no_promise(harold: Client, cast: Cast) -> None:
    row = acts.side_by_side(cast.harold, cast.melissa, cast.marije)
    data = {"kenmerk": "aanpak", "wat1": "Bellen", "wie1": str(cast.harold.pk), "voor1": "2020-01-10"}
    answer = harold.post(
        ronde(row, "afspraak/"), data | {"wijze": "telefoon", "wat2": "Nog iets", "wie2": "student"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Deze dag is al geweest. Kies vandaag of later." in text
    assert "Kies voor welke dag de afspraak is" in text
    assert not Gesprek.objects.exists()


def test_a_round_can_be_stopped_with_a_reason(harold: Client, cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    assert harold.post(ronde(row, "stoppen/"), {}).status_code == 422
    text = page(harold, ronde(row, "stoppen/"), reden="We bellen al elke week")
    assert "We bellen al elke week" in text
    harold.force_login(cast.melissa)
    assert "Deze ronde is gestopt" in page(harold, ronde(row))
    assert harold.post(ronde(row, "vrij/")).status_code == 403
    assert acts.ask(cast.harold, cast.melissa, cast.marije).pk != row.pk


def test_the_list_tells_what_waits(harold: Client, cast: Cast) -> None:
    assert "Nog niets samen bekeken" in page(harold, "/samen/")
    acts.ask(cast.soraya, cast.harold, cast.has)
    acts.side_by_side(cast.harold, cast.melissa, cast.marije)
    text = page(harold, "/samen/")
    assert "Vul in met Soraya Haddou" in text
    assert "Ligt naast elkaar" in text
    assert "Jij en Melissa Brouwer" in text
    harold.force_login(cast.bea)
    assert "Samen kijken doen twee begeleiders" in page(harold, "/samen/")
