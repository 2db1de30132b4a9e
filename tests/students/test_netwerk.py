"""People around a student without an account: the student sees all and decides; without a yes no number is shown."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from collaboration.models import Melding
from kern.models import LogRegel
from students.actions import netwerk as actions
from students.actions.netwerk import Mag, Wie
from students.checks import Refused
from students.models import Contactpersoon
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words

TANTE = Wie("familie", "Tante Rosa", "Bellen als zij er niet is", bereiken="06 00000077")
FORM = {
    "relatie": "wijkteam",
    "naam": "Jan Wijk",
    "organisatie": "Wijkteam Oost",
    "waarvoor": "Hulp bij brieven",
}


def put(cast: Cast, mag: Mag | None = None, wie: Wie = TANTE) -> Contactpersoon:
    return actions.zet_erbij(by=viewer(cast.harold), student=cast.marije, wie=wie, mag=mag)


def seen(client: Client, cast: Cast, name: str) -> str:
    client.force_login(cast.people()[name])
    return words(client.get(reverse("wie_is_wie", args=[cast.marije.pk])))


def test_without_a_yes_the_team_reads_no_number(client: Client, cast: Cast) -> None:
    row = put(cast)
    for who in ("harold", "soraya"):
        there = seen(client, cast, who)
        assert "Tante Rosa" in there
        assert "06 00000077" not in there
        assert "zie je als Marije ja zegt" in there
    assert "06 00000077" in seen(client, cast, "marije_zelf")
    assert Melding.objects.get(user=cast.marije_zelf).soort == "netwerk"
    url = reverse("netwerk_antwoord", args=[row.pk])
    answer = client.post(url, {"antwoord": "ja"}, follow=True)
    assert "Je zei ja." in words(answer)
    assert "06 00000077" in seen(client, cast, "soraya")
    assert Melding.objects.filter(user=cast.harold, soort="netwerk").exists()
    client.force_login(cast.marije_zelf)
    client.post(url, {"antwoord": "nee"})
    assert "06 00000077" not in seen(client, cast, "harold")
    assert "Zei nee" in seen(client, cast, "harold")


def test_a_spoken_yes_and_a_ground_are_said_with_who_and_why(client: Client, cast: Cast) -> None:
    put(cast, Mag(gezegd_op=days(-1)))
    put(
        cast,
        Mag(grond="vitaal_belang", grond_reden="Er is gevaar thuis"),
        Wie("veilig_thuis", "Eva", "Melden"),
    )
    there = seen(client, cast, "soraya")
    assert "06 00000077" in there
    assert "Harold Vermeer schreef dat op." in there
    assert "Contact mag zonder een ja." in there
    assert "Er is gevaar thuis" in seen(client, cast, "marije_zelf")


@pytest.mark.parametrize("name", ["melissa", "noor", "bea"])
def test_stage_peercoach_and_beheerder_know_of_nobody(client: Client, cast: Cast, name: str) -> None:
    row = put(cast, Mag(gezegd_op=days(0)))
    assert "Rosa" not in seen(client, cast, name)
    assert client.get(reverse("netwerk_aanpassen", args=[row.pk])).status_code == 404
    assert client.post(reverse("netwerk_weg", args=[row.pk])).status_code == 404


def test_the_form_asks_what_belongs_to_the_choice(client: Client, cast: Cast) -> None:
    client.force_login(cast.soraya)
    url = reverse("netwerk_nieuw", args=[cast.marije.pk])
    assert "niets over ziekte, politie of straf" in words(client.get(url))
    tries: list[tuple[dict[str, Any], str]] = [
        ({}, "Kies of het team contact mag zoeken"),
        ({"mag": "ja"}, "Kies de dag waarop de student het zei"),
        ({"mag": "grond"}, "Leg uit waarom het moet"),
        ({"mag": "ja", "gezegd_op": days(2)}, "Deze dag komt nog"),
        ({"mag": "vraag", "relatie": "zus"}, "Kies iets uit de lijst"),
        ({"mag": "vraag", "waarvoor": "a" * 201}, "Maak het korter: hooguit 200 tekens"),
    ]
    for more, why in tries:
        answer = client.post(url, FORM | more)
        assert answer.status_code == 422
        assert why in words(answer), why
    assert not Contactpersoon.objects.exists()
    key = {"sleutel": "8f5e0c7a-0000-4000-8000-000000000001"}
    for _ in range(2):
        assert client.post(url, FORM | {"mag": "vraag"} | key).status_code == 302
    assert Contactpersoon.objects.get().soort == "extern"


def test_another_purpose_is_another_question(client: Client, cast: Cast) -> None:
    row = put(cast, Mag(gezegd_op=days(0)))
    client.force_login(cast.harold)
    url = reverse("netwerk_aanpassen", args=[row.pk])
    said = {"relatie": "familie", "naam": "Tante Rosa", "mag": "vraag", "bereiken": "06 00000078"}
    client.post(url, said | {"waarvoor": TANTE.waarvoor})
    row.refresh_from_db()
    assert (row.antwoord, row.bereiken) == ("ja", "06 00000078")
    client.post(url, said | {"waarvoor": "Praten over school"})
    row.refresh_from_db()
    assert (row.antwoord, row.mag) == ("", False)
    assert "06 00000078" not in client.get(url).content.decode()


def test_under_sixteen_a_parent_decides_along(cast: Cast) -> None:
    cast.marije.geboortedatum = days(-15 * 365)
    cast.marije.save()
    with pytest.raises(Refused, match="Onder de 16 jaar beslist een ouder mee"):
        put(cast)
    row = put(cast, Mag(ouder="Vader"))
    assert actions.antwoord(by=viewer(cast.marije_zelf), contact_id=row.pk, ja=True).mag
    Contactpersoon.objects.update(ouder="", antwoord="")
    with pytest.raises(Refused, match="Een ouder beslist mee"):
        actions.antwoord(by=viewer(cast.marije_zelf), contact_id=row.pk, ja=True)
    put(cast, Mag(grond="taak", grond_reden="Leerplicht vraagt het"), Wie("leerplicht", "Bo", "Melden"))


def test_only_the_student_answers_and_what_goes_is_gone(client: Client, cast: Cast) -> None:
    row = put(cast)
    with pytest.raises(PermissionDenied, match="zegt Marije zelf"):
        actions.antwoord(by=viewer(cast.harold), contact_id=row.pk, ja=True)
    with pytest.raises(PermissionDenied, match="schrijven de mentor"):
        actions.haal_weg(by=viewer(cast.marije_zelf), contact_id=row.pk)
    client.force_login(cast.harold)
    assert client.post(reverse("netwerk_weg", args=[row.pk])).status_code == 302
    assert not Contactpersoon.objects.exists()
    assert not actions.haal_weg(by=viewer(cast.harold), contact_id=row.pk)
    line = LogRegel.objects.filter(soort="netwerk").latest("id")
    assert (line.actie, line.object_id) == ("contactpersoon weggehaald", row.pk)


def test_each_reading_is_one_line_and_the_queries_do_not_grow(client: Client, cast: Cast) -> None:
    def count() -> int:
        client.force_login(cast.harold)
        with CaptureQueriesContext(connection) as found:
            client.get(reverse("wie_is_wie", args=[cast.marije.pk]))
        return len(found)

    put(cast)
    put(cast, wie=Wie("ouder", "Moeder", "Bellen"))
    count()
    before = LogRegel.objects.filter(student=cast.marije.pk).count()
    few = count()
    assert LogRegel.objects.filter(student=cast.marije.pk).count() == before + 1
    for number in range(8):
        put(cast, Mag(gezegd_op=days(0)), Wie("vriend", f"Vriend {number}", "Samen reizen"))
    assert count() == few
