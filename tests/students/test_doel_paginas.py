"""The pages of doelen: what each sees and can do, in words; wrong input; the same number of queries for ten."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from begeleiders.models import User
from students.models import Doel, Succes, Vrijgave
from tests import acts_doel as acts
from tests.cast import Cast
from tests.factories import UserFactory, days
from tests.htmx import parse, queries_of, title, words
from tests.students.a2 import long_sentences


@pytest.fixture
def sanna(cast: Cast) -> User:
    """The account of Sanna."""
    cast.sanna.account = UserFactory.create(voornaam="Sanna", achternaam="de Boer")
    cast.sanna.save(update_fields=["account"])
    return cast.sanna.account


def test_sanna_and_harold_make_a_doel_and_cut_a_step(client: Client, cast: Cast, sanna: User) -> None:
    client.force_login(cast.harold)
    page = client.get(reverse("student", args=[cast.sanna.pk]))
    assert "Doelen in kleine stappen Doel toevoegen Er is nu geen doel." in words(page)
    url = reverse("doel_nieuw", args=[cast.sanna.pk])
    assert title(client.get(url)) == "Nieuw doel - Kansrijk"
    data = {
        "titel": "Presenteren voor de klas", "begeleidingsdoel": "vakoverstijgend", "voor": days(60),
        "stap1": "Vertellen aan Harold", "stap2": "Vertellen voor de klas", "sleutel": str(uuid4()),
    }  # fmt: skip
    made = client.post(url, data, follow=True)
    client.post(url, data)
    doel = Doel.objects.get()
    assert made.redirect_chain == [(reverse("doel", args=[doel.pk]), 302)]
    assert "Afgesproken met jou, vandaag. Stap 1 van 2." in words(made)

    client.force_login(sanna)
    seen = words(client.get(reverse("doelen", args=[cast.sanna.pk])))
    assert "Mijn stappen Kies een doel." in seen
    assert "Afgesproken met Harold, vandaag. Stap 1 van 2." in seen
    assert "Vertellen aan Harold Hier ben je nu We doen het samen Vertellen voor de klas Nog niet" in seen
    big = acts.stap(doel, "Vertellen voor de klas")
    cut = reverse("stap_stukjes", args=[big.pk])
    assert "Deze stap is te groot Vertellen voor de klas De stap blijft staan." in words(client.get(cut))
    seen = words(client.post(cut, {"stuk1": "Zes klasgenoten", "stuk2": "De hele klas"}, follow=True))
    assert "De stap is nu in stukjes" in seen
    assert "Zes klasgenoten Stukje van Vertellen voor de klas Nog niet" in seen
    assert "Vertellen voor de klas Te groot, in stukjes. 0 van 2 gelukt." in seen


def test_a_step_reached_shows_for_everyone(client: Client, cast: Cast, sanna: User) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    client.force_login(sanna)
    back = f"{reverse('doelen', args=[cast.sanna.pk])}#doelen"
    url = reverse("stap_gelukt", args=[acts.stap(doel, "Vertellen aan Harold").pk])
    answer = client.post(url, {"terug": back}, follow=True)
    assert answer.redirect_chain == [(back, 302)]
    seen = words(answer)
    assert "Gelukt: Vertellen aan Harold Maak ongedaan" in seen
    assert "Dit lukte jou Vertellen aan Harold Vandaag, gezien door jou" in seen
    assert "Vertellen aan Harold Gelukt, vandaag Vertellen voor de klas Hier ben je nu" in seen
    for page in ("/", reverse("student", args=[cast.sanna.pk])):
        assert "Dit lukte jou Schrijf op wat er lukte Vertellen aan Harold" in words(client.get(page))
    for person in (cast.harold, cast.soraya):
        client.force_login(person)
        seen = words(client.get("/"))
        assert "Dit lukte In de laatste twee weken Vertellen aan Harold Vandaag, gezien door Sanna" in seen
        assert "Dit lukte Succes opschrijven Vertellen aan Harold" in words(
            client.get(reverse("student", args=[cast.sanna.pk]))
        )
    client.force_login(cast.ilse)
    assert "Vertellen aan Harold" not in words(client.get("/"))

    client.force_login(sanna)
    undo = parse(answer.content.decode()).find(".//*[@id='meldingen']//form")
    assert undo is not None
    again = words(client.post(undo.attrib["action"], follow=True))
    assert "De stap staat weer op nog niet" in again
    assert "Dit lukte jou Hier komt wat er lukt." in again


def test_a_colleague_was_first(client: Client, cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one = acts.gelukt(cast.soraya, acts.stap(doel, "Vertellen aan Harold"))
    client.force_login(cast.harold)
    answer = words(client.post(reverse("stap_gelukt", args=[one.pk]), follow=True))
    assert "Soraya Haddou zette deze stap al op gelukt" in answer
    assert "Maak ongedaan" not in answer


def test_somebody_changed_the_words_meanwhile(client: Client, cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one = acts.stap(doel, "Vertellen aan Harold")
    client.force_login(cast.harold)
    url = reverse("stap", args=[one.pk])
    was = parse(client.get(url).content.decode()).find(".//input[@name='was']").get("value")  # type: ignore[union-attr]
    doel.stappen.filter(pk=one.pk).update(tekst="Vertellen aan Noor")
    answer = client.post(url, {"tekst": "Vertellen aan Bram", "was": was})
    assert answer.status_code == 422
    assert "“Vertellen aan Noor”. Kies opnieuw wat het wordt." in words(answer)
    again = parse(answer.content.decode()).find(".//input[@name='was']").get("value")  # type: ignore[union-attr]
    assert client.post(url, {"tekst": "Vertellen aan Bram", "was": again}).status_code == 302
    assert doel.stappen.get(pk=one.pk).tekst == "Vertellen aan Bram"


def test_what_is_missing_is_said(client: Client, cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one = acts.stap(doel, "Vertellen aan Harold")
    client.force_login(cast.harold)

    def said(name: str, pk: object, data: dict[str, object]) -> str:
        answer = client.post(reverse(name, args=[pk]), data)
        assert answer.status_code == 422
        assert title(answer).startswith("Fout: ")
        return words(answer)

    found = said("doel_nieuw", cast.sanna.pk, {"voor": days(-1)})
    assert "Nog drie dingen voordat je verder kunt" in found
    for text in ("Schrijf op wat het doel is", "Kies waar het over gaat", "Deze dag is al geweest."):
        assert text in found
    assert "Schrijf op wat de stap is" in said("stap_nieuw", doel.pk, {"tekst": " "})
    assert "Schrijf nog een stukje op. Twee is genoeg." in said("stap_stukjes", one.pk, {"stuk1": "Een"})
    assert "Twee stukjes zijn hetzelfde." in said("stap_stukjes", one.pk, {"stuk1": "Een", "stuk2": "een"})
    assert "Schrijf kort op hoe dat komt" in said("doel_stop", doel.pk, {"reden": ""})
    assert "Deze dag komt nog." in said("succes_nieuw", cast.sanna.pk, {"tekst": "Ja", "dag": days(1)})
    assert "Schrijf op wat er lukte" in said("succes_nieuw", cast.sanna.pk, {"dag": days(0)})
    assert Doel.objects.count() == 1
    assert not Succes.objects.exists()


def test_the_ladder_of_help(client: Client, cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one = acts.stap(doel, "Vertellen aan Harold")
    client.force_login(cast.soraya)
    page = reverse("stap", args=[one.pk])
    assert "We doen het samen Zo doen we het nu" in words(client.get(page))
    answer = client.post(reverse("stap_hulp", args=[one.pk]), {"hulp": "zelf", "terug": page}, follow=True)
    assert "Ik doe het zelf, met iemand erbij Zo doen we het nu" in words(answer)
    client.post(reverse("stap_hulp", args=[one.pk]), {"hulp": "onzin"})
    assert doel.stappen.get(pk=one.pk).hulp == "zelf"


def test_the_student_shares_a_doel_and_takes_it_back(client: Client, cast: Cast, sanna: User) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    acts.gelukt(cast.harold, acts.stap(doel, "Vertellen aan Harold"))
    page, url = reverse("doel", args=[doel.pk]), reverse("doel_delen", args=[doel.pk])

    def petra() -> str:
        client.force_login(cast.petra)
        status = client.get(page).status_code
        seen = words(client.get(reverse("doelen", args=[cast.sanna.pk])))
        knows = ["ja" if text in seen else "nee" for text in ("Presenteren", "Vertellen aan Harold")]
        return " ".join([str(status), *knows])

    assert petra() == "404 nee nee"
    client.force_login(sanna)
    assert "Petra Kuipers ziet dit niet" in words(client.get(page))
    data = {"aan": str(cast.petra.pk), "ziet": "ja"}
    for _ in range(2):
        assert "Petra Kuipers ziet dit" in words(client.post(url, data, follow=True))
    assert petra() == "200 ja ja"
    assert client.post(reverse("stap_gelukt", args=[doel.stappen.last().pk])).status_code == 403  # type: ignore[union-attr]
    assert client.post(url, data).status_code == 403
    client.force_login(sanna)
    client.post(url, data | {"ziet": "nee"})
    assert petra() == "404 nee nee"
    client.force_login(sanna)
    client.post(url, {"aan": str(cast.wouter.pk), "ziet": "ja"})  # not around Sanna
    assert Vrijgave.objects.count() == 1


@pytest.mark.parametrize("name", ["ilse", "wouter", "ex_mentor", "straks_mentor", "melissa", "marije_zelf"])
def test_who_is_not_around_sanna_knows_nothing(client: Client, cast: Cast, name: str) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    client.force_login(getattr(cast, name))
    assert client.get(reverse("doelen", args=[cast.sanna.pk])).status_code == 404
    assert client.get(reverse("doel", args=[doel.pk])).status_code == 404
    assert client.post(reverse("stap_gelukt", args=[doel.stappen.all()[0].pk])).status_code == 404


def test_every_sentence_for_the_student_is_short(client: Client, cast: Cast, sanna: User) -> None:
    doel = acts.doel(cast.harold, cast.sanna, *"ABCDEFGH", droom="Een winkel")
    acts.stukjes(sanna, acts.stap(doel, "H"), "Een", "Twee")
    one = acts.gelukt(sanna, acts.stap(doel, "A"))
    acts.succes(cast.harold, cast.sanna)
    client.force_login(sanna)
    found = []
    for name, pk in (
        ("doelen", cast.sanna.pk), ("doel_nieuw", cast.sanna.pk), ("succes_nieuw", cast.sanna.pk), ("doel", doel.pk),
        ("doel_aanpassen", doel.pk), ("doel_stop", doel.pk), ("stap", one.pk), ("stap_stukjes", one.pk),
        ("stap", acts.stap(doel, "B").pk),
    ):  # fmt: skip
        found += long_sentences(client.get(reverse(name, args=[pk])).content.decode())
    found += long_sentences(client.get("/").content.decode())
    assert found == []


def test_the_same_queries_with_two_and_with_ten(client: Client, cast: Cast, sanna: User) -> None:
    pages = ["/", reverse("doelen", args=[cast.sanna.pk]), reverse("student", args=[cast.sanna.pk])]

    def counts() -> list[int]:
        found = []
        for person in (cast.harold, sanna, cast.noor):
            client.force_login(person)
            found += [queries_of(client, page) for page in pages]
        return found

    for number in range(2):
        acts.deel(sanna, acts.doel(cast.harold, cast.sanna, *"AB", titel=f"Doel {number}"), cast.noor)
        acts.succes(cast.harold, cast.sanna, f"Succes {number}")
    counts()
    two = counts()
    for number in range(2, 10):
        doel = acts.doel(cast.harold, cast.sanna, *"ABCDEFGHIJ", titel=f"Doel {number}")
        acts.deel(sanna, doel, cast.noor)
        acts.gelukt(cast.harold, acts.stap(doel, "A"))
    assert counts() == two
