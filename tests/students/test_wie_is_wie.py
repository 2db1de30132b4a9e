"""Wie is wie: the few who are always there apart from the rest, how to reach each, and who sees whom."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from collaboration.actions import regie
from students.actions.team import Woorden, merk_kern, zeg_bereikbaar
from students.enums import Rol
from students.models import Bereikbaar, TeamLid
from students.wie_is_wie import wie_is_wie
from tests.cast import Cast
from tests.factories import TeamLidFactory, UserFactory, days, viewer
from tests.htmx import words


def names(cards: list) -> list[str]:
    return [card.user.voornaam for card in cards]


def seen(client: Client, cast: Cast, name: str, student: str = "marije") -> str:
    client.force_login(cast.people()[name])
    return words(client.get(reverse("wie_is_wie", args=[getattr(cast, student).pk])))


def test_the_core_stands_apart_from_who_comes_along(cast: Cast) -> None:
    team = wie_is_wie(viewer(cast.soraya), cast.marije)
    assert names(team.kern) == ["Harold", "Soraya", "Melissa"]
    assert names(team.verder) == ["Noor"]
    assert (team.kern[0].regie, team.kern[1].regie) == (True, False)
    assert team.kern[2].rol_woorden == "Praktijkbegeleider"


def test_who_has_the_regie_is_core_and_stands_first(cast: Cast) -> None:
    regie.neem(by=viewer(cast.zohra), student=cast.has, woorden=regie.Woorden("Hulp bij geld"))
    cast.has.refresh_from_db()
    team = wie_is_wie(viewer(cast.harold), cast.has)
    assert names(team.kern)[0] == "Zohra"
    assert team.kern[0].regie


def test_a_praktijkbegeleider_whose_role_ends_is_no_core(cast: Cast) -> None:
    TeamLid.objects.filter(user=cast.melissa).update(einde=days(9), eindreden="De stage is gestopt.")
    team = wie_is_wie(viewer(cast.harold), cast.marije)
    assert names(team.verder) == ["Noor", "Melissa"] or names(team.verder) == ["Melissa", "Noor"]


def test_one_person_with_two_roles_stands_there_once(cast: Cast) -> None:
    TeamLidFactory(student=cast.has, user=cast.soraya, rol=Rol.ZORGMEDEWERKER)
    team = wie_is_wie(viewer(cast.harold), cast.has)
    assert [c.rol_woorden for c in team.kern if c.user == cast.soraya] == ["KAW-er en zorgmedewerker"]


def test_the_mentor_marks_who_belongs_to_the_core(client: Client, cast: Cast) -> None:
    lid = TeamLid.objects.get(user=cast.noor, student=cast.marije)
    assert "Zet bij de vaste kern: Noor Bergsma" in seen(client, cast, "harold")
    client.post(reverse("teamlid_kern", args=[lid.pk]), {"kern": "ja"})
    assert names(wie_is_wie(viewer(cast.harold), cast.marije).kern) == ["Harold", "Soraya", "Noor", "Melissa"]
    assert "Zet bij de vaste kern" not in seen(client, cast, "soraya")
    with pytest.raises(PermissionDenied, match="kiest de mentor"):
        merk_kern(by=viewer(cast.soraya), lid_id=lid.pk, kern=False)


def test_how_to_reach_somebody_in_their_own_words(client: Client, cast: Cast) -> None:
    cast.soraya.telefoon = "06 00000009"
    cast.soraya.save()
    assert "Soraya schreef nog niet hoe je contact krijgt." in seen(client, cast, "harold")
    client.force_login(cast.soraya)
    page = reverse("bereikbaar")
    said = {"dagen": ["0", "3"], "tekst": "App mij, ik bel terug.", "toon_telefoon": "on"}
    assert client.post(page, said).status_code == 302
    for who in ("harold", "melissa", "noor", "marije_zelf"):
        there = seen(client, cast, who)
        assert "Er op maandag en donderdag" in there
        assert "App mij, ik bel terug. 06 00000009" in there
        assert cast.soraya.email not in there
    client.force_login(cast.soraya)
    client.post(page, {"dagen": ["0"]})
    assert "06 00000009" not in seen(client, cast, "harold")
    assert Bereikbaar.objects.count() == 1


def test_what_is_too_long_or_no_day_is_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(reverse("bereikbaar"), {"tekst": "a" * 201, "dagen": ["9"]})
    assert answer.status_code == 422
    assert "Maak het korter: hooguit 200 tekens" in words(answer)
    assert "Kies iets uit de lijst" in words(answer)


def test_a_student_says_it_in_the_handleiding_and_a_stranger_nowhere(cast: Cast) -> None:
    for who, why in (("marije_zelf", "in je handleiding"), ("vreemde", "bij geen team")):
        with pytest.raises(PermissionDenied, match=why):
            zeg_bereikbaar(by=viewer(cast.people()[who]), woorden=Woorden(tekst="Bel mij"))


def test_the_student_reads_own_words(client: Client, cast: Cast) -> None:
    there = seen(client, cast, "marije_zelf")
    assert "Mijn team Deze mensen helpen jou." in there
    assert "Houdt het overzicht (de regie)" in there
    assert "Helpt je op je stage." in there
    assert "Zet bij de vaste kern" not in there


def test_the_stage_sees_no_zorg_and_no_regie(client: Client, cast: Cast) -> None:
    TeamLidFactory(student=cast.marije, user=cast.zohra, rol=Rol.ZORGMEDEWERKER)
    assert "Zohra" in seen(client, cast, "harold")
    there = seen(client, cast, "melissa")
    assert "Zohra" not in there
    assert "regie" not in there
    assert "Mensen om Marije heen" not in there


def test_a_peercoach_sees_mentor_and_kawer_and_a_first_name(client: Client, cast: Cast) -> None:
    there = seen(client, cast, "noor")
    assert "Harold Vermeer" in there
    assert "Soraya Haddou" in there
    for hidden in ("Jonkers", "Melissa", "De Kade", "Heeft nu de regie", "Mensen om Marije heen"):
        assert hidden not in there, hidden


def test_the_number_of_queries_does_not_grow(client: Client, cast: Cast) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as found:
            seen(client, cast, "harold")
        return len(found)

    TeamLidFactory(student=cast.marije, user=UserFactory(), rol=Rol.ZORGMEDEWERKER)
    seen(client, cast, "harold")
    few = count()
    for _ in range(9):
        user = UserFactory()
        TeamLidFactory(student=cast.marije, user=user, rol=Rol.ZORGMEDEWERKER)
        Bereikbaar.objects.create(user=user, tekst="Bel mij")
    assert count() == few
