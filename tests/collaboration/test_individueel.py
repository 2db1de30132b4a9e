"""Individuele begeleiding: its author's alone, before, during and after, and back at the next preparation."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from collaboration.models import IndividueleBegeleiding
from students.enums import Rol
from tests import acts, acts_samen
from tests.cast import Cast
from tests.factories import TeamLidFactory, days

SECRET = "Ik praatte zelf te veel"
FULL = {
    "rel1": True,
    "bld2": True,
    "volgende-1": ["relatie", "behoeften"],
    "welk-doel": ["doel-loopbaan"],
    "ref2": True,
    "volgende-loopbaan": ["talenten"],
    "volgende-persoonlijk": ["interesse"],  # on a path that was not taken
    "volgende-keer": "Eerst vragen wat er was.",
    "notitie": SECRET,
}


@pytest.fixture
def harold(client: Client, cast: Cast) -> Client:
    """Harold, logged in."""
    client.force_login(cast.harold)
    return client


def page(client: Client, path: str, **data: str) -> str:
    answer = client.post(path, data, follow=True) if data else client.get(path, follow=True)
    assert answer.status_code == 200, (answer.status_code, path)
    return re.sub(r"\s+", " ", answer.content.decode())


def start(cast: Cast) -> str:
    return f"/studenten/{cast.marije.pk}/eigen-begeleiding/"


def test_it_begins_before_during_or_after(harold: Client, cast: Cast) -> None:
    text = page(harold, start(cast))
    for button in ("Voor een gesprek", "Vink aan wat aandacht kreeg", "Kijk terug"):
        assert button in text
    assert "Waar wil je deze keer op letten?" in page(harold, start(cast), moment="voor")
    text = page(harold, start(cast), moment="tijdens")
    assert "Algemene kenmerken: contact" in text
    assert "Aandacht geven aan de relatie</h2>" in text
    assert "Ik vroeg naar iets wat niets met school of werk te maken heeft." in text
    assert "Waar wil je de volgende keer op letten?" in text
    assert "Wat wil je de volgende keer doen?" in page(harold, start(cast), moment="na")
    assert IndividueleBegeleiding.objects.count() == 1  # each time the same open one
    text = page(harold, start(cast))
    assert "Je bent bezig sinds vandaag" in text


def test_only_the_kenmerken_of_a_goal_that_was_chosen_count(harold: Client, cast: Cast) -> None:
    row = acts_samen.look(cast.harold, cast.marije, FULL)
    text = page(harold, f"/eigen-begeleiding/{row.pk}/")
    after = text.split("De volgende keer</h2>")[1].split("Dit kreeg aandacht")[0]
    for name in (
        "Aandacht geven aan de relatie",
        "Inspelen op behoeften",
        "Focussen op talenten en kwaliteiten",
    ):
        assert name in after
    assert "Oprechte interesse laten zien" not in after
    assert "Mijn student vertelde eerst zelf hoe het ging." in text
    assert SECRET in text
    assert "geen score" in text


def test_it_comes_up_when_the_next_gesprek_is_prepared(harold: Client, cast: Cast) -> None:
    acts_samen.look(cast.harold, cast.marije, FULL, klaar=True)
    gesprek = acts.concept(cast.harold, cast.marije, acts.B, voerders=(cast.soraya.pk,))
    text = page(harold, f"/gesprekken/{gesprek.pk}/voor/")
    assert "Dit wilde je de volgende keer" in text
    assert "Eerst vragen wat er was." in text
    assert "Inspelen op behoeften" in text
    assert SECRET not in text
    harold.force_login(cast.soraya)  # prepares the same gesprek
    assert "Dit wilde je de volgende keer" not in page(harold, f"/gesprekken/{gesprek.pk}/voor/")
    other = acts.concept(cast.harold, cast.sanna, acts.B)
    harold.force_login(cast.harold)
    assert "Dit wilde je de volgende keer" not in page(harold, f"/gesprekken/{other.pk}/voor/")


def test_it_comes_up_when_the_next_one_is_begun(harold: Client, cast: Cast) -> None:
    acts_samen.look(cast.harold, cast.marije, FULL, klaar=True)
    assert "Dit wilde je de volgende keer" in page(harold, start(cast))
    assert "Dit wilde je de volgende keer" in page(harold, start(cast), moment="voor")


def test_it_is_its_authors_alone(client: Client, cast: Cast) -> None:
    TeamLidFactory(student=cast.marije, user=cast.zohra, rol=Rol.ZORGMEDEWERKER)
    row = acts_samen.look(cast.harold, cast.marije, FULL, klaar=True)
    for name, user in cast.people().items():
        client.force_login(user)
        for tail in ("", "deel/algemeen-1/", "terugblik.pdf"):
            if name == "harold" and tail == "terugblik.pdf":
                continue
            answer = client.get(f"/eigen-begeleiding/{row.pk}/{tail}")
            assert (answer.status_code != 404) == (name == "harold"), (name, tail)
        if name != "harold":
            for path in (
                "/",
                "/samen/",
                "/studenten/",
                "/gesprekken/",
                f"/studenten/{cast.marije.pk}/",
                start(cast),
            ):
                text = client.get(path, follow=True).content.decode()
                assert SECRET not in text
                assert str(row.pk) not in text, (name, path)


def test_a_role_that_ended_ends_the_sight_of_ones_own(harold: Client, cast: Cast) -> None:
    row = acts_samen.look(cast.harold, cast.marije, FULL)
    cast.harold.klas_rollen.update(einde=days(-1), eindreden="andere klas")
    assert harold.get(f"/eigen-begeleiding/{row.pk}/").status_code == 404


def test_a_peercoach_may_and_a_student_may_not(client: Client, cast: Cast) -> None:
    client.force_login(cast.noor)
    assert "Algemene kenmerken: contact" in page(client, start(cast), moment="tijdens")
    client.force_login(cast.marije_zelf)
    answer = client.get(start(cast))
    assert answer.status_code == 403
    assert "Naar je eigen begeleiding kijk je alleen als begeleider" in answer.content.decode()


def test_when_it_is_done_it_stays_as_it_is(harold: Client, cast: Cast) -> None:
    row = acts_samen.look(cast.harold, cast.marije, FULL)
    text = page(harold, f"/eigen-begeleiding/{row.pk}/klaar/", x="1")
    assert "Klaar. Je ziet het terug als je het volgende gesprek voorbereidt." in text
    assert "Lijstje van vandaag" in text
    answer = harold.post(
        f"/eigen-begeleiding/{row.pk}/deel/terugkijken/", {"t:notitie": "", "notitie": "Nog iets"}
    )
    assert answer.status_code == 409
    assert "Deze is klaar. Begin een nieuwe" in answer.content.decode()
    assert "Nog iets" in answer.content.decode()


def test_it_can_go_with_a_gesprek(harold: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    text = page(harold, f"/gesprekken/{gesprek.pk}/na/")
    assert f"/studenten/{cast.marije.pk}/eigen-begeleiding/?gesprek={gesprek.pk}" in text
    assert "Bij het gesprek: Weten waar je aan toe bent" in page(
        harold, f"{start(cast)}?gesprek={gesprek.pk}"
    )
    page(harold, start(cast), moment="na", gesprek=str(gesprek.pk))
    assert IndividueleBegeleiding.objects.get().gesprek == gesprek
    other = acts.concept(cast.soraya, cast.marije, acts.B)  # a concept of a colleague
    assert harold.get(f"{start(cast)}?gesprek={other.pk}").status_code == 404


def test_as_many_queries_with_ten_as_with_two(harold: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B)
    counts = []
    for number in (2, 8):
        for _ in range(number):
            acts_samen.look(cast.harold, cast.marije, FULL, klaar=True)
        pair = []
        for path in (start(cast), f"/gesprekken/{gesprek.pk}/voor/"):
            harold.get(path)
            with CaptureQueriesContext(connection) as found:
                harold.get(path)
            pair.append(len(found))
        counts.append(pair)
    assert counts[0] == counts[1]
