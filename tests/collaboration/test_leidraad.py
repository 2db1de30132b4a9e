"""The Gespreksleidraad: rounds, insight and next step, for who brought the situation in and for nobody else."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from checklists.models import Antwoord, Invulling
from collaboration.models import CollegialeFeedback
from kern.models import LogRegel
from tests.acts_leidraad import bring_in
from tests.cast import Cast
from tests.factories import days

SECRET = "Ik werd boos en schrok daarvan"
FULL = {
    "mijn-vraag": "Hoe blijf ik rustig?",
    "situatie-kort": SECRET,
    "welke-kenmerken": ["relatie", "regie"],
    "mijn-inzicht": "Het gaat mij om serieus genomen worden.",
    "mijn-stap": "Morgen begin ik met een vraag",
    "mijn-moment": "dinsdag na de les",
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


def test_it_begins_from_samen_and_goes_through_the_rounds(harold: Client) -> None:
    assert 'href="/leidraad/"' in page(harold, "/samen/")
    text = page(harold, "/leidraad/")
    assert "Gespreksleidraad collegiale feedback" in text
    assert "Na een gesprek staan hier je inzicht en je volgende stap." in text
    rounds = (
        "De situatie",
        "Verhelderende vragen",
        "Andere perspectieven",
        "Kenmerken die spelen",
        "Inzicht",
        "Volgende stap",
    )
    assert [title for title in rounds if f"<li>{title}</li>" not in text] == []
    assert "Waar wil je het over hebben?" in page(harold, "/leidraad/", instrument="collegiale-feedback")
    row = CollegialeFeedback.objects.get()
    here = f"/leidraad/{row.pk}/deel"
    for number, part in enumerate(
        ("situatie", "vragen", "perspectieven", "kenmerken", "inzicht", "volgende-stap")
    ):
        text = page(harold, f"{here}/{part}/")
        assert f"Stap {number + 1} van 6" in text
        assert "Alleen jij leest dit. Het komt in geen dossier." in text
    text = page(
        harold,
        f"{here}/inzicht/",
        **{"t:mijn-inzicht": "", "mijn-inzicht": "Ik luisterde niet", "naar": "klaar"},
    )
    assert "Dit neem je mee" in text
    assert "Ik luisterde niet" in text


def test_insight_and_next_step_stay_with_who_brought_it_in(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold, FULL)
    text = page(harold, f"/leidraad/{row.pk}/klaar/", x="1")
    assert "Mijn inzichten" in text
    assert "Afgerond. Je inzicht en je stap staan hier, alleen voor jou." in text
    for words in ("serieus genomen worden", "Morgen begin ik met een vraag", "dinsdag na de les"):
        assert words in text
        assert words in page(harold, "/leidraad/")
    text = page(harold, f"/leidraad/{row.pk}/")
    assert SECRET in text
    assert "Regie en verantwoordelijkheid" in text
    assert "Rond af" not in text
    late = harold.post(
        f"/leidraad/{row.pk}/deel/inzicht/", {"t:mijn-inzicht": "", "mijn-inzicht": "Nog iets"}
    )
    assert late.status_code == 409
    assert "Deze is afgerond. Begin een nieuwe" in late.content.decode()
    assert "Nog iets" in late.content.decode()


def test_nobody_else_ever_sees_it(client: Client, cast: Cast) -> None:
    row = bring_in(cast.harold, FULL, klaar=True)
    for name, user in cast.people().items():
        if name == "harold":
            continue
        client.force_login(user)
        for tail in ("", "deel/situatie/"):
            assert client.get(f"/leidraad/{row.pk}/{tail}").status_code == 404, (name, tail)
        for path in ("/", "/samen/", "/leidraad/", "/leidraad/inzichten/", f"/studenten/{cast.marije.pk}/"):
            text = client.get(path, follow=True).content.decode()
            assert SECRET not in text
            assert "serieus genomen" not in text
            assert str(row.pk) not in text, (name, path)


def test_it_is_for_who_guides_students(client: Client, cast: Cast) -> None:
    for user in (cast.noor, cast.melissa):
        client.force_login(user)
        assert "Leg een situatie voor" in page(client, "/leidraad/")
    client.force_login(cast.marije_zelf)
    for path in ("/leidraad/", "/leidraad/inzichten/"):
        assert client.get(path).status_code == 404
    assert client.post("/leidraad/", {"instrument": "collegiale-feedback"}).status_code == 404
    assert 'href="/leidraad/"' not in page(client, "/samen/")


def test_who_left_keeps_what_is_theirs_and_begins_nothing_new(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold, FULL)
    cast.harold.klas_rollen.update(einde=days(-1), eindreden="andere klas")
    assert "serieus genomen worden" in page(harold, "/leidraad/inzichten/")
    assert "Begin" not in page(harold, "/leidraad/").split("<main")[1].split("</main>")[0]
    assert harold.post("/leidraad/", {"instrument": "collegiale-feedback"}).status_code == 403
    answer = harold.post(f"/leidraad/{row.pk}/deel/inzicht/", {"t:mijn-inzicht": "", "mijn-inzicht": "Nu"})
    assert answer.status_code == 409
    assert "als je zelf studenten begeleidt" in answer.content.decode()


def test_no_line_of_the_log_names_a_student(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold, FULL, klaar=True)
    page(harold, f"/leidraad/{row.pk}/")
    lines = LogRegel.objects.filter(soort="collegiale feedback")
    assert {line.actie for line in lines} >= {
        "collegiale feedback begonnen",
        "collegiale feedback afgerond",
        "gelezen",
    }
    assert [line for line in lines if line.student or line.school] == []


def test_the_same_form_twice_is_one_and_another_is_another(harold: Client) -> None:
    key = "7d8a4f0e-7f4c-4f0e-9d3c-0a4a55d0a001"
    for sleutel in (key, key, "7d8a4f0e-7f4c-4f0e-9d3c-0a4a55d0a002"):
        page(harold, "/leidraad/", instrument="collegiale-feedback", sleutel=sleutel)
    assert CollegialeFeedback.objects.count() == 2
    assert harold.post("/leidraad/", {"instrument": "individuele-begeleiding"}).status_code == 404


def test_thrown_away_it_is_gone(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold, FULL, klaar=True)
    assert "Weg. Niemand kan het nog lezen." in page(harold, f"/leidraad/{row.pk}/weg/", x="1")
    assert not CollegialeFeedback.objects.exists()
    assert not Antwoord.objects.filter(invulling=row.invulling_id).exists()
    assert not Invulling.objects.filter(pk=row.invulling_id).exists()
    assert harold.get(f"/leidraad/{row.pk}/").status_code == 404


def test_as_many_queries_with_ten_as_with_two(harold: Client, cast: Cast) -> None:
    counts = []
    for number in (2, 8):
        for _ in range(number):
            row = bring_in(cast.harold, FULL, klaar=True)
        paths = ("/leidraad/", "/leidraad/inzichten/", f"/leidraad/{row.pk}/")
        for path in paths:
            harold.get(path)
        found = []
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                harold.get(path)
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]
