"""Successes: noted by anyone on the team and by the student, taken back by who wrote it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from students.actions.succes import Vondst, haal_weg, verlies, vind
from students.models import Succes
from tests import acts_doel as acts
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import parse, words


def test_noted_once_and_taken_back(client: Client, cast: Cast) -> None:
    client.force_login(cast.petra)
    page = reverse("student", args=[cast.sanna.pk])
    url = reverse("succes_nieuw", args=[cast.sanna.pk])
    assert url in client.get(page).content.decode()
    data = {"tekst": "Ze hielp zelf een klant", "dag": days(0), "sleutel": str(uuid4())}
    client.post(url, data)
    answer = client.post(url, data, follow=True)
    assert "Het succes staat erbij Maak ongedaan" in words(answer)
    assert "Ze hielp zelf een klant Vandaag, opgeschreven door jou" in words(answer)
    client.force_login(cast.soraya)
    seen = words(client.get("/"))
    assert "Ze hielp zelf een klant Vandaag, opgeschreven door Petra Kuipers" in seen
    one = Succes.objects.get()
    refused = client.post(reverse("succes_weg", args=[one.pk]))
    assert refused.status_code == 403
    assert "Alleen wie dit succes opschreef, kan het weghalen" in words(refused)
    client.force_login(cast.petra)
    undo = parse(answer.content.decode()).find(".//*[@id='meldingen']//form")
    assert undo is not None
    assert "Het succes is weg" in words(client.post(undo.attrib["action"], follow=True))
    assert not Succes.objects.exists()


def test_who_adds_and_who_reads(client: Client, cast: Cast) -> None:
    for person in (cast.harold, cast.soraya, cast.melissa, cast.noor, cast.marije_zelf):
        acts.succes(person, cast.marije, f"Gezien door {person.voornaam}")
    for person in (
        cast.bea,
        cast.coen,
        cast.ilse,
        cast.petra,
        cast.ex_mentor,
        cast.straks_mentor,
        cast.vreemde,
    ):
        with pytest.raises(PermissionDenied, match="Een succes opschrijven kunnen Marije en het team"):
            acts.succes(person, cast.marije)

    def reads(person: object) -> set[str]:
        client.force_login(person)  # type: ignore[arg-type]
        seen = words(client.get(reverse("doelen", args=[cast.marije.pk])))
        return {
            name
            for name in ("Harold", "Soraya", "Melissa", "Noor", "Marije")
            if f"Gezien door {name}" in seen
        }

    everything = {"Harold", "Soraya", "Melissa", "Noor", "Marije"}
    assert [reads(one) for one in (cast.harold, cast.soraya, cast.marije_zelf)] == [everything] * 3
    assert [reads(cast.melissa), reads(cast.noor)] == [{"Melissa"}, {"Noor"}]
    client.force_login(cast.bea)
    assert client.get(reverse("doelen", args=[cast.marije.pk])).status_code == 404


def test_found_once_and_gone_with_what_it_was_found_in(cast: Cast) -> None:
    found = Vondst("uren", "Drie weken geen stagedag gemist", days(0), "uren:x")
    rows = [vind(by=None, student=cast.marije, vondst=found) for _ in range(2)]
    assert rows[0] == rows[1]
    with pytest.raises(PermissionDenied):
        haal_weg(by=viewer(cast.harold), succes_id=rows[0].pk)
    for _ in range(2):
        verlies(by=viewer(cast.harold), student=cast.marije, bron_ref="uren:x")
    assert not Succes.objects.exists()


def test_the_newest_first(client: Client, cast: Cast) -> None:
    for ago in (3, 1, 2):
        acts.succes(cast.harold, cast.marije, f"Dag {ago}", ago)
    client.force_login(cast.marije_zelf)
    seen = words(client.get("/"))
    assert seen.index("Dag 1") < seen.index("Dag 2") < seen.index("Dag 3")
