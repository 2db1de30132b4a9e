"""The first screen of each role: its own menu, what is asked first, and of silence no more than may be told."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from collaboration.enums import MeldingSoort
from collaboration.models import Melding
from stageplekken.models import Stage, StageRooster
from students.enums import Rol
from students.models import KlasRol
from tests.acts_aandacht import gezien_vandaag
from tests.cast import Cast
from tests.factories import AfspraakFactory, TeamLidFactory, days, praktijkbegeleider
from tests.htmx import parse, queries_of, title, words

URL = "/"
NOBODY = ("Sanna de Boer", "Has El Amrani", "Milan", "Lotte")


def menu(client: Client) -> list[str]:
    tree = parse(client.get(URL).content.decode())
    return [
        " ".join("".join(a.itertext()).split()) for a in tree.findall(".//nav[@aria-label='Hoofdmenu']//a")
    ]


@pytest.mark.parametrize(
    ("who", "links"),
    [
        ("harold", ["Vandaag", "Studenten", "Gesprekken", "Samen", "Casussen"]),
        ("soraya", ["Vandaag", "Studenten", "Gesprekken", "Samen", "Casussen"]),
        ("melissa", ["Vandaag", "Uren", "Gesprekken", "Stage", "Samen"]),
        ("noor", ["Vandaag", "Studenten", "Gesprekken", "Casussen"]),
        ("zohra", ["Vandaag", "Aanvragen", "Studenten", "Gesprekken", "Casussen"]),
        ("coen", ["Vandaag", "Aanvragen", "Studenten", "Gesprekken", "Casussen"]),
        ("marije_zelf", ["Start", "Mijn stappen", "Mijn uren", "Mijn handleiding", "Mijn team"]),
        ("bea", ["Studenten", "Gekeken"]),
    ],
)
def test_each_role_has_its_menu_of_at_most_five(
    client: Client, cast: Cast, who: str, links: list[str]
) -> None:
    client.force_login(getattr(cast, who))
    assert menu(client) == links


def test_with_several_roles_the_menu_stays_five(client: Client, cast: Cast) -> None:
    praktijkbegeleider(cast.stage_lotte, cast.harold)
    client.force_login(cast.harold)
    assert len(menu(client)) == 5


def test_one_student_is_one_press_away_for_a_praktijkbegeleider(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    assert f'href="/studenten/{cast.marije.pk}/"' in client.get(URL).content.decode().partition("<main")[0]


def test_from_outside_one_sees_only_the_own_students_of_all_schools(client: Client, cast: Cast) -> None:
    praktijkbegeleider(cast.stage_lotte, cast.melissa)
    client.force_login(cast.melissa)
    seen = words(client.get(URL))
    assert "Jouw studenten Twee studenten" in seen
    assert "Marije Jonkers" in seen
    assert "Lotte Terpstra" in seen
    for name in ("Sanna de Boer", "Has El Amrani", "Milan", "Klas gezien", "Eerst deze", "stil "):
        assert name not in seen


def test_the_student_starts_with_the_own_afspraken_and_the_way_to_the_own_page(
    client: Client, cast: Cast
) -> None:
    AfspraakFactory.create(student=cast.marije, auteur=cast.harold, wat="De bus uitzoeken", voor=days(2))
    client.force_login(cast.marije_zelf)
    page = client.get(URL)
    assert title(page) == "Start - Kansrijk"
    seen = words(page)
    assert "Mijn afspraken" in seen
    assert "De bus uitzoeken" in seen
    assert "Ga naar mijn pagina" in seen
    for name in (*NOBODY, "Klas E1B", "Agenda", "Start een gesprek"):
        assert name not in seen


def test_a_student_with_nothing_open(client: Client, cast: Cast) -> None:
    client.force_login(cast.marije_zelf)
    assert "Er staat nu niets open." in words(client.get(URL))


def _told(cast: Cast) -> Melding:
    melding: Melding = Melding.objects.create(
        user=cast.coen, soort=MeldingSoort.STILTE, student=cast.has, object_id=cast.has.pk,
        gemaakt_op=timezone.now() - timedelta(days=1),
    )  # fmt: skip
    return melding


def test_of_silence_the_zorgcoordinator_is_told_first_name_klas_and_mentor(
    client: Client, cast: Cast
) -> None:
    _told(cast)
    client.force_login(cast.coen)
    seen = words(client.get(URL))
    assert "Lang niets gehoord" in seen
    assert "Has, klas E1B Mentor: Harold Vermeer" in seen
    assert "El Amrani" not in seen
    assert str(cast.has.pk) not in client.get(URL).content.decode()
    assert client.get(f"/studenten/{cast.has.pk}/").status_code == 404


def test_it_goes_when_there_is_a_sign_and_others_are_not_told(client: Client, cast: Cast) -> None:
    _told(cast)
    for person in (cast.harold, cast.bea, cast.ilse):
        client.force_login(person)
        assert "Lang niets gehoord" not in words(client.get(URL))
    gezien_vandaag(cast.harold, cast.e1b)
    client.force_login(cast.coen)
    assert "Lang niets gehoord" not in words(client.get(URL))


def test_the_melding_of_silence_says_no_more(client: Client, cast: Cast) -> None:
    melding = _told(cast)
    client.force_login(cast.coen)
    seen = words(client.get("/meldingen/"))
    assert "Van een student is lang niets gehoord" in seen
    assert "Has, klas E1B" in seen
    assert "El Amrani" not in seen
    assert client.post(f"/meldingen/{melding.pk}/").headers["Location"] == "/#stilte"


def test_the_bell_counts_what_is_new_until_it_is_seen(client: Client, cast: Cast) -> None:
    for soort in (MeldingSoort.SIGNAAL, MeldingSoort.TEAM):
        Melding.objects.create(user=cast.noor, soort=soort, student=cast.marije, gemaakt_op=timezone.now())
    client.force_login(cast.noor)
    assert "Meldingen2 nieuw" in words(client.get(URL))
    seen = words(client.get("/meldingen/"))
    assert "Twee meldingen zijn nieuw." in seen
    assert "Er is een signaal voor je Nieuw Marije ·" in seen  # a peercoach reads the first name
    assert "Jonkers" not in seen
    assert client.get("/meldingen/").content  # looking at the list marks nothing
    assert Melding.objects.filter(gezien_op__isnull=True).count() == 2
    first = Melding.objects.get(soort=MeldingSoort.TEAM)
    assert client.post(f"/meldingen/{first.pk}/").headers["Location"] == f"/studenten/{cast.marije.pk}/"
    assert "Meldingen1 nieuw" in words(client.get(URL))
    client.post("/meldingen/gezien/")
    assert "nieuw" not in words(client.get(URL)).partition("Menu van")[0]
    assert "Je hebt alles gezien." in words(client.get("/meldingen/"))


def test_meldingen_end_with_the_role(client: Client, cast: Cast) -> None:
    Melding.objects.create(
        user=cast.ex_mentor, soort=MeldingSoort.TEAM, student=cast.marije, gemaakt_op=timezone.now()
    )
    client.force_login(cast.ex_mentor)
    assert "Nog geen meldingen" in words(client.get("/meldingen/"))
    KlasRol.objects.filter(user=cast.ex_mentor).update(einde=None, eindreden="")
    assert "Marije Jonkers" in words(client.get("/meldingen/"))


def test_as_many_queries_with_ten_meldingen_as_with_two(client: Client, cast: Cast) -> None:
    def fill(number: int) -> int:
        for _ in range(number):
            Melding.objects.create(
                user=cast.harold, soort=MeldingSoort.TEAM, student=cast.sanna, gemaakt_op=timezone.now()
            )
        return queries_of(client, "/meldingen/")

    client.force_login(cast.harold)
    few = fill(2)
    assert fill(8) == few


def test_somebody_of_the_zorgteam_sees_the_aanvragen_first(client: Client, cast: Cast) -> None:
    TeamLidFactory.create(student=cast.marije, user=cast.zohra, rol=Rol.ZORGMEDEWERKER)
    client.force_login(cast.zohra)
    seen = words(client.get(URL))
    assert seen.index("Aanvragen", seen.index("Zohra Amrani")) < seen.index("Nog af te vinken")


def test_from_outside_the_one_thing_that_is_asked_stands_on_top(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    assert "Er wordt nu niets van je gevraagd." in words(client.get(URL))
    gisteren = days(-1)
    Stage.objects.filter(pk=cast.stage_marije.pk).update(gaat_door=True)  # also on a national holiday
    StageRooster.objects.create(
        stage=cast.stage_marije, vanaf=cast.stage_marije.begin, uren={str(gisteren.weekday()): 8},
        gemaakt_op=timezone.now(), gemaakt_door=cast.harold,
    )  # fmt: skip
    assert "Eerst dit: was Marije er gisteren?" in words(client.get(URL))
    client.force_login(cast.marije_zelf)
    assert "Eerst dit: was je er gisteren?" in words(client.get(URL))
