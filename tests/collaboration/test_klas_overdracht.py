"""A klas goes to a colleague in one action: role, regie and news together; nobody gives a klas to themselves."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from collaboration.actions import regie
from collaboration.actions.checks import Refused
from collaboration.actions.klas import Wissel, geef_over
from collaboration.models import Melding, RegieAanbod, RegieOvergang
from kern.models import LogRegel
from students.models import KlasRol, Student
from tests import acts
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words


def role(cast: Cast, name: str = "harold") -> KlasRol:
    return KlasRol.objects.get(klas=cast.e1b, user=cast.people()[name])


def wissel(cast: Cast, to: str = "ilse", **more: object) -> Wissel:
    said = {"aan": cast.people()[to].pk, "laatste_dag": days(5), "reden": "Andere baan"}
    return Wissel(**(said | more))  # type: ignore[arg-type]


def test_role_regie_and_news_go_together(cast: Cast) -> None:
    regie.bied_aan(
        by=viewer(cast.harold), student=cast.has, aan=cast.soraya, woorden=regie.Woorden("Geld gaat voor")
    )
    for _ in range(2):
        new = geef_over(by=viewer(cast.bea), rol_id=role(cast).pk, wissel=wissel(cast))
    assert (new.user, new.rol, new.begin, new.einde) == (cast.ilse, "mentor", days(0), None)
    old = role(cast)
    assert (old.einde, old.eindreden) == (days(5), "Andere baan")
    assert {s.regie_houder for s in Student.objects.filter(klas=cast.e1b)} == {cast.ilse}
    assert [row.hoe for row in RegieOvergang.objects.all()] == ["meegegeven"] * 3
    assert set(RegieAanbod.objects.filter(student=cast.has).values_list("status", flat=True)) == {
        "ingetrokken",
        "aanvaard",
    }
    told = set(Melding.objects.filter(soort="klas").values_list("user", flat=True))
    assert {cast.marije_zelf.pk, cast.harold.pk, cast.soraya.pk, cast.ilse.pk} <= told
    assert cast.bea.pk not in told
    assert LogRegel.objects.filter(actie="klas overgedragen").count() == 1


def test_the_regie_of_a_zorgmedewerker_stays(cast: Cast) -> None:
    regie.neem(by=viewer(cast.zohra), student=cast.has, woorden=regie.Woorden("Hulp bij geld"))
    geef_over(by=viewer(cast.harold), rol_id=role(cast).pk, wissel=wissel(cast))
    cast.has.refresh_from_db()
    assert cast.has.regie_houder == cast.zohra


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"reden": " "}, "Schrijf op waarom deze rol stopt"),
        ({"laatste_dag": days(-1)}, "Kies vandaag of een latere dag"),
        ({"to": "wouter"}, "Kies een collega van deze school"),
        ({"to": "melissa"}, "Kies een collega van deze school"),
        ({"to": "marije_zelf"}, "Kies een collega van deze school"),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_moves(cast: Cast, more: dict, why: str) -> None:
    with pytest.raises(Refused, match=why):
        geef_over(by=viewer(cast.bea), rol_id=role(cast).pk, wissel=wissel(cast, **more))
    assert role(cast).einde is None
    assert not RegieOvergang.objects.exists()


def test_never_to_oneself_and_not_by_anybody(client: Client, cast: Cast) -> None:
    with pytest.raises(PermissionDenied, match="nooit aan jezelf"):
        geef_over(by=viewer(cast.bea), rol_id=role(cast).pk, wissel=wissel(cast, to="bea"))
    with pytest.raises(PermissionDenied, match="beëindigt de beheerder"):
        geef_over(by=viewer(cast.soraya), rol_id=role(cast).pk, wissel=wissel(cast))
    client.force_login(cast.bea)
    page = reverse("klas_overdracht", args=[cast.e1b.pk])
    sent = {"rol": role(cast).pk, "aan": cast.bea.pk, "laatste_dag": days(5), "reden": "Ik"}
    answer = client.post(page, sent)
    assert answer.status_code == 403
    assert "Een klas geef je nooit aan jezelf" in words(answer)


def test_the_beheerder_on_the_page(client: Client, cast: Cast) -> None:
    client.force_login(cast.bea)
    assert "Draag de klas over: E1B" in words(client.get(reverse("studenten")))
    page = reverse("klas_overdracht", args=[cast.e1b.pk])
    seen = words(client.get(page))
    for part in ("Draag klas E1B over", "Harold Vermeer", "Soraya Haddou", "Ilse Brandsma"):
        assert part in seen
    empty = client.post(page, {})
    assert empty.status_code == 422
    assert "Kies wie de klas overgeeft" in words(empty)
    sent = {"rol": role(cast).pk, "aan": cast.ilse.pk, "laatste_dag": days(5), "reden": "Andere baan"}
    answer = client.post(page, sent, follow=True)
    assert "De klas is overgedragen." in words(answer)
    client.force_login(cast.ilse)
    assert "Klas E1B" in words(client.get(reverse("meldingen")))
    assert client.get(reverse("student", args=[cast.has.pk])).status_code == 200


def test_who_leaves_is_shown_what_stays_behind(client: Client, cast: Cast) -> None:
    acts.concept(cast.harold, cast.has)
    client.force_login(cast.harold)
    page = reverse("klas_overdracht", args=[cast.e1b.pk])
    sent = {"rol": role(cast).pk, "aan": cast.ilse.pk, "laatste_dag": days(5), "reden": "Andere baan"}
    answer = client.post(page, sent, follow=True)
    assert "Wat laat je achter?" in words(answer)
    assert "Geef aan Ilse Brandsma" in words(answer)


def test_who_leaves_chooses_the_own_last_day_once_and_soon(cast: Cast) -> None:
    with pytest.raises(Refused, match="binnen een maand"):
        geef_over(by=viewer(cast.harold), rol_id=role(cast).pk, wissel=wissel(cast, laatste_dag=days(31)))
    geef_over(by=viewer(cast.harold), rol_id=role(cast).pk, wissel=wissel(cast, laatste_dag=days(30)))
    with pytest.raises(Refused, match="laatste dag staat al vast"):
        geef_over(by=viewer(cast.harold), rol_id=role(cast).pk, wissel=wissel(cast, to="soraya"))
    assert role(cast).einde == days(30)
