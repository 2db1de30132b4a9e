"""An attempt to reach somebody: one tap, with undo, or a few words more."""

from uuid import uuid4

from django.test import Client
from django.urls import reverse

from collaboration.models import Contactpoging
from students.models import Student
from tests import acts
from tests.cast import Cast
from tests.htmx import parse, title, words


def url(student: Student) -> str:
    return reverse("contactpoging", args=[student.pk])


def test_one_tap_from_the_page_of_the_student(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = parse(client.get(reverse("student", args=[cast.marije.pk])).content.decode())
    form = page.find(f".//form[@action='{url(cast.marije)}']")
    assert form is not None
    fields = {field.attrib["name"] for field in form.findall("input")}
    assert fields == {"csrfmiddlewaretoken", "_van", "een_tik", "sleutel"}

    answer = client.post(url(cast.marije), {"een_tik": "1", "sleutel": str(uuid4())}, follow=True)
    assert answer.redirect_chain == [(reverse("student", args=[cast.marije.pk], fragment="bereiken"), 302)]
    assert "Gebeld, geen gehoor: staat in de tijdlijn Maak ongedaan" in words(answer)
    assert "Gebeld: geen gehoor" in words(answer)
    row = Contactpoging.objects.get()
    assert (row.wijze, row.uitkomst, row.laag, row.auteur) == (
        "gebeld",
        "geen_gehoor",
        "begeleiding",
        cast.harold,
    )


def test_undo(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(url(cast.marije), {"een_tik": "1", "sleutel": str(uuid4())}, follow=True)
    undo = parse(answer.content.decode()).find(".//*[@id='meldingen']//form")
    assert undo is not None
    back = client.post(undo.attrib["action"], follow=True)
    assert back.redirect_chain == [(reverse("student", args=[cast.marije.pk], fragment="bereiken"), 302)]
    assert "De poging is weg" in words(back)
    assert not Contactpoging.objects.exists()


def test_tapped_twice_is_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = {"een_tik": "1", "sleutel": str(uuid4())}
    for _ in range(2):
        assert client.post(url(cast.marije), data).status_code == 302
    assert Contactpoging.objects.count() == 1


def test_the_page_has_the_tap_on_top_and_a_form_below_each_with_its_own_key(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.harold)
    page = client.get(url(cast.marije))
    assert title(page) == "Contactpoging - Kansrijk"
    assert words(page).index("Gebeld, geen gehoor") < words(page).index("Hoe probeerde je het?")
    html = page.content.decode()
    keys = html.split('name="sleutel" value="')[1:]
    assert len({key.split('"')[0] for key in keys}) == 2
    assert html.count("k-btn--1") == 1


def test_another_attempt_with_a_few_words(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    data = {
        "wijze": "geappt",
        "uitkomst": "voicemail",
        "notitie": "Ik vroeg hoe het gaat.",
        "sleutel": str(uuid4()),
    }
    answer = client.post(url(cast.marije), data, follow=True)
    assert "Geappt, bericht achtergelaten: staat in de tijdlijn" in words(answer)
    assert "Ik vroeg hoe het gaat." in words(answer)
    row = Contactpoging.objects.get()
    assert (row.laag, row.stage) == ("stage", cast.stage_marije)


def test_nothing_chosen_is_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(url(cast.marije), {"notitie": "Ik vroeg hoe het gaat."})
    assert answer.status_code == 422
    assert title(answer) == "Fout: Contactpoging - Kansrijk"
    assert "Nog twee dingen voordat je verder kunt" in words(answer)
    assert "Kies hoe je het probeerde Kies wat er gebeurde" in words(answer)
    assert 'value="Ik vroeg hoe het gaat."' in answer.content.decode()
    assert not Contactpoging.objects.exists()


def test_only_the_author_takes_back(client: Client, cast: Cast) -> None:
    row = acts.poging(cast.harold, cast.marije)
    away = reverse("contactpoging_ongedaan", args=[row.pk])
    client.force_login(cast.soraya)
    answer = client.post(away)
    assert answer.status_code == 403
    assert "Deze poging kan alleen Harold Vermeer weghalen" in words(answer)
    client.force_login(cast.melissa)
    assert client.post(away).status_code == 404
    assert Contactpoging.objects.count() == 1
