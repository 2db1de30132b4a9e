"""Where a form says to go on: only to pages of this site, and of this gesprek."""

import pytest
from django.urls import reverse

from tests.access.addresses import BODIES
from tests.access.visit import Visitors
from tests.access.world import World
from tests.cast import address
from tests.factories import PASSWORD

AWAY = [
    "//kwaad.example", "https://kwaad.example/", "/\\kwaad.example", "\\\\kwaad.example", "javascript:alert(1)",
    "/\t/kwaad.example", " //kwaad.example", "///kwaad.example", "http:kwaad.example", "/%2f%2fkwaad.example@", "",
]  # fmt: skip


def is_ours(location: str) -> bool:
    return location.startswith("/") and not location.startswith(("//", "/\\", "/\t"))


@pytest.mark.parametrize("away", AWAY)
def test_going_back_after_ticking_off_stays_here(away: str, world: World, visitors: Visitors) -> None:
    for name in ("afspraak_gedaan", "afspraak_terug"):
        path = reverse(name, args=[world.afspraken["begeleiding"].pk])
        for query in ("", f"?terug={away.strip()}"):
            response = visitors("mentor", path + query, {"terug": away}, method="post")
            assert response.status_code == 302
            assert is_ours(response["Location"]), (name, response["Location"])


@pytest.mark.parametrize("naar", [*AWAY, "bestaat-niet", "../../", "gesprek_intrekken"])
def test_the_buttons_of_the_walk_lead_to_its_own_pages(naar: str, world: World, visitors: Visitors) -> None:
    gesprek = world.gesprekken["concept"]
    body = BODIES["gesprek_voor"]() | {
        "naar": naar,
        "deel": naar,
        "voerders": [str(world.people["kawer"].pk)],
    }
    for tail in ("voor/", "stap/s1/", "na/"):
        response = visitors("mentor", f"/gesprekken/{gesprek.pk}/{tail}", body, method="post")
        assert response.status_code == 302, tail
        assert response["Location"].startswith(f"/gesprekken/{gesprek.pk}/{tail}")


@pytest.mark.parametrize("away", AWAY)
def test_logging_in_leads_to_a_page_of_ours(away: str, world: World, visitors: Visitors) -> None:
    body = {"login": address("harold"), "password": PASSWORD, "next": away}
    response = visitors("anoniem", "/account/login/", body, method="post")
    assert response.status_code == 302
    assert is_ours(response["Location"])


@pytest.mark.parametrize("keuze", ["", "alles", "mijn ' OR 1=1", "\x00"])
def test_a_choice_that_does_not_exist_is_refused(keuze: str, world: World, visitors: Visitors) -> None:
    assert world.botsing is not None
    path = reverse("gesprek_botsing", args=[world.gesprekken["concept_collega"].pk, world.botsing.pk])
    assert visitors("kawer", path, {"keuze": keuze}, method="post").status_code in (302, 403, 422)


@pytest.mark.parametrize("naar", ["open", "gedaan", "bestaat-niet", "", "\x00"])
def test_an_afspraak_ends_in_a_known_way(naar: str, world: World, visitors: Visitors) -> None:
    path = reverse("afspraak_afronden", args=[world.afspraken["begeleiding"].pk])
    assert visitors("mentor", path, {"naar": naar, "reden": "Zomaar"}, method="post").status_code == 422


def test_ticking_off_what_ended_otherwise_is_said_kindly(world: World, visitors: Visitors) -> None:
    pk = world.afspraken["begeleiding"].pk
    visitors.lasting(
        "mentor", reverse("afspraak_afronden", args=[pk]), BODIES["afspraak_afronden"](), method="post"
    )
    assert visitors("kawer", reverse("afspraak_gedaan", args=[pk]), method="post").status_code == 302


def test_a_host_that_is_not_ours_is_refused(world: World, visitors: Visitors) -> None:
    assert visitors("mentor", "/", Host="kwaad.example").status_code == 400
    page = visitors("mentor", "/", **{"X-Forwarded-Host": "kwaad.example"})
    assert page.status_code == 200
    assert b"kwaad.example" not in page.content
