"""The search: names as people type them, and only what the one who looks may see."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from begeleiders.models import User
from cases.models import EigenCasus
from kern.models import LogRegel
from students.models import Zorginzage
from tests.cast import Cast
from tests.factories import KlasRolFactory, StudentFactory, days
from tests.htmx import title, words

URL = "/zoeken/"


OF_PEOPLE = ("Studenten", "Klassen", "Leerbedrijven")


def hits(client: Client, who: User, q: str, *koppen: str) -> list[str]:
    """The names of what was found under these headings, else of students, klassen and leerbedrijven."""
    client.force_login(who)
    page = client.post(URL, {"q": q})
    assert page.status_code == 200
    groups = [group for group in page.context["groepen"] if group.bron.kop in (koppen or OF_PEOPLE)]
    return [hit.naam for group in groups for hit in group.treffers]


@pytest.fixture
def names(cast: Cast) -> Cast:
    """More names in E1B, that are typed otherwise than written."""
    for voornaam, tussen, achternaam in (
        ("Tarık", "", "Yılmaz"),
        ("Noëlle", "van der", "Berg"),
        ("Ximena", "", "Jansen-Okoye"),
    ):
        StudentFactory(
            klas=cast.e1b,
            voornaam=voornaam,
            tussenvoegsel=tussen,
            achternaam=achternaam,
            regie_houder=cast.harold,
        )
    return cast


# Names ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("amrani", ["Has El Amrani"]),
        ("el amrani", ["Has El Amrani"]),
        ("AMR ha", ["Has El Amrani"]),
        ("tarik", ["Tarık Yılmaz"]),
        ("yilmaz", ["Tarık Yılmaz"]),
        ("noelle", ["Noëlle van der Berg"]),
        ("berg", ["Noëlle van der Berg"]),
        ("van der b", ["Noëlle van der Berg"]),
        ("okoye", ["Ximena Jansen-Okoye"]),
        ("de boer", ["Sanna de Boer"]),
        ("mrani", []),
        ("has boer", []),
        ("%%", []),
        ("k_a", []),
    ],
)
def test_a_name_is_found_as_people_type_it(client: Client, names: Cast, typed: str, found: list[str]) -> None:
    assert hits(client, names.harold, typed) == found


def test_accents_in_the_other_direction(client: Client, cast: Cast) -> None:
    assert hits(client, cast.ilse, "kovac") == hits(client, cast.ilse, "KOVAČ") == ["Milan Kovač"]


# Who ----------------------------------------------------------------------------------------------------------
MARIJE, SANNA, HAS, LOTTE = "Marije Jonkers", "Sanna de Boer", "Has El Amrani", "Lotte Terpstra"


@pytest.mark.parametrize(
    ("who", "typed", "found"),
    [
        ("soraya", "jonkers", [MARIJE]),
        ("zohra", "amrani", [HAS]),
        ("zohra", "jonkers", []),
        ("melissa", "jonkers", [MARIJE]),
        ("melissa", "boer", []),
        ("bea", "jonkers", [MARIJE]),
        ("bea", "kovac", ["Milan Kovač"]),
        ("bea", "terpstra", []),
        ("coen", "jonkers", []),
        ("wouter", "terpstra", [LOTTE]),
        ("wouter", "jonkers", []),
        ("ilse", "jonkers", []),
        ("marije_zelf", "jonkers", [MARIJE]),
        ("marije_zelf", "boer", []),
        ("ex_mentor", "jonkers", []),
        ("straks_mentor", "jonkers", []),
        ("ex_praktijk", "jonkers", []),
        ("vreemde", "jonkers", []),
    ],
)
def test_each_finds_the_own_students_only(
    client: Client, cast: Cast, who: str, typed: str, found: list[str]
) -> None:
    assert hits(client, cast.people()[who], typed) == found


def test_a_peercoach_finds_by_first_name_only(client: Client, cast: Cast) -> None:
    assert hits(client, cast.noor, "mar") == ["Marije"]
    for unknown in ("jonkers", "jon", "marije jonkers", "de boer", "has"):
        assert hits(client, cast.noor, unknown) == [], unknown
    client.force_login(cast.noor)
    assert "Jonkers" not in words(client.post(URL, {"q": "marije"}))


def test_a_peercoach_who_is_mentor_of_another_klas_finds_those_in_full(client: Client, cast: Cast) -> None:
    KlasRolFactory(klas=cast.e1a, user=cast.noor)
    assert hits(client, cast.noor, "kovac") == ["Milan Kovač"]
    assert hits(client, cast.noor, "jonkers") == []
    assert hits(client, cast.noor, "mi") == ["Milan Kovač"]


def test_a_zorgcoordinator_finds_whom_an_aanvraag_is_about(client: Client, cast: Cast) -> None:
    Zorginzage.objects.create(student=cast.has, begin=days(-3))
    assert hits(client, cast.coen, "amrani") == [HAS]
    assert hits(client, cast.coen, "jonkers") == []


# Klassen and leerbedrijven ------------------------------------------------------------------------------------
def test_a_klas_leads_to_its_students(client: Client, cast: Cast) -> None:
    assert hits(client, cast.harold, "e1b") == ["Klas E1B"]
    assert hits(client, cast.bea, "klas e1") == ["Klas E1A", "Klas E1B"]
    assert hits(client, cast.wouter, "e1") == []
    assert hits(client, cast.noor, "e1b") == ["Klas E1B"]
    client.force_login(cast.bea)
    seen = words(client.get(f"/studenten/?klas={cast.e1a.pk}"))
    assert "Milan Kovač" in seen
    assert "Marije" not in seen
    assert "Alle studenten" in seen
    assert "Lotte" not in words(client.get(f"/studenten/?klas={cast.z1a.pk}"))
    assert "Marije Jonkers" in words(client.get("/studenten/?klas=onzin"))


def test_a_leerbedrijf_leads_to_the_stages_there_that_one_may_see(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.post(URL, {"q": "kade"})
    assert f'href="/stages/{cast.stage_marije.pk}/"' in page.content.decode()
    assert "Stage van Marije Jonkers, klas E1B" in words(page)
    assert "Lotte" not in words(page)
    for who, found in (
        ("kees", ["Restaurant De Kade"]),
        ("petra", []),
        ("noor", []),
        ("bea", []),
        ("ilse", []),
    ):
        assert hits(client, cast.people()[who], "restaurant kade") == found, who


# The page -----------------------------------------------------------------------------------------------------
def test_the_page_says_what_can_be_found_and_when_a_word_is_too_short(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(f"{URL}?q=marije")  # a name in the address is not looked at
    assert title(page) == "Zoeken - Kansrijk"
    assert (
        "Je vindt hier studenten, klassen en leerbedrijven, en wat je kunt lezen: casussen, kenmerken en woorden."
        in words(page)
    )
    assert "Marije" not in words(page)
    for short in ("m", "  ’ j", "-"):
        assert "Typ nog een letter." in words(client.post(URL, {"q": short}))
    nothing = words(client.post(URL, {"q": "<b>zxq</b>"}))
    assert "Niets gevonden bij “<b>zxq</b>”. Typ alleen het begin" in nothing
    assert "keer gevonden" not in nothing


def test_while_typing_only_the_part_with_the_hits_comes(client: Client, cast: Cast, htmx: Any) -> None:
    client.force_login(cast.harold)
    part = client.post(URL, {"q": "mar"}, headers=htmx).content.decode()
    assert "<html" not in part
    assert "Marije Jonkers" in part
    assert 'hx-swap-oob="innerHTML:#stand"' in part


def test_many_hits_ask_for_a_word_more(client: Client, cast: Cast) -> None:
    StudentFactory.create_batch(25, klas=cast.e1b, voornaam="Kiki", regie_houder=cast.harold)
    client.force_login(cast.harold)
    seen = words(client.post(URL, {"q": "kik"}))
    assert "Dit zijn de eerste 20. Typ een woord meer om verder te zoeken." in seen


def test_a_search_is_one_line_without_students_or_words(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    before = LogRegel.objects.count()
    client.get(URL)
    client.post(URL, {"q": "m"})
    assert LogRegel.objects.count() == before
    client.post(URL, {"q": "marije"})
    [line] = LogRegel.objects.order_by("id")[before:]
    assert (line.actie, line.soort, line.student, line.object_id) == ("gelezen", "zoeken", None, None)


@pytest.mark.parametrize("who", ["harold", "noor", "bea", "melissa"])
def test_more_students_ask_no_more_queries(client: Client, cast: Cast, who: str) -> None:
    hits(client, cast.people()[who], "marije")  # what is read once a process has been read
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.post(URL, {"q": "marije"})
        counts.append(len(asked))
        StudentFactory.create_batch(10, klas=cast.e1b, voornaam="Marije", regie_houder=cast.harold)
    assert counts[0] == counts[1]


def test_the_top_bar_leads_to_it_for_who_works_with_several(client: Client, cast: Cast) -> None:
    for who, there in (
        ("harold", True),
        ("bea", True),
        ("noor", True),
        ("melissa", False),
        ("marije_zelf", False),
    ):
        client.force_login(cast.people()[who])
        assert ('href="/zoeken/"' in client.get("/hulp/").content.decode()) is there, who


# Words and casussen -------------------------------------------------------------------------------------------
def test_a_word_is_found_by_its_other_names_and_leads_to_its_place(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.post(URL, {"q": "slb"})
    assert 'href="/woorden/#w-mentor"' in page.content.decode()
    assert "De vaste begeleider van een klas" in words(page)


def test_a_student_gets_the_plain_sentence_and_no_casussen(client: Client, cast: Cast) -> None:
    client.force_login(cast.marije_zelf)
    seen = words(client.post(URL, {"q": "mentor"}))
    assert "De docent van school die jou het beste kent en helpt." in seen
    assert "De vaste begeleider" not in seen
    assert hits(client, cast.marije_zelf, "carlo", "Casussen") == []


def test_casussen_and_kenmerken_are_for_who_works_with_students(client: Client, cast: Cast) -> None:
    assert hits(client, cast.harold, "carlo", "Casussen") == ["Casus Carlo"]
    assert hits(client, cast.bea, "carlo", "Casussen") == []
    assert "Aandacht geven aan de relatie" in hits(client, cast.melissa, "relatie", "Kenmerken")
    assert hits(client, cast.bea, "relatie", "Kenmerken") == []


def test_what_there_is_to_read_is_found_by_its_parts(client: Client, cast: Cast) -> None:
    assert hits(client, cast.harold, "presentie", "Verder lezen") == ["KAW: Klas als werkplaats"]
    assert hits(client, cast.melissa, "nog niet", "Verder lezen") == ["Schrijven met “nog niet”"]
    assert hits(client, cast.bea, "presentie", "Verder lezen") == []


def test_a_casus_of_the_own_school_only(client: Client, cast: Cast) -> None:
    story = {
        "verhaal": "Het begin.",
        "wat_zou_jij_doen": "Wat?",
        "keerpunt": "Daarna.",
        "vragen": "Wat zag je?",
    }
    said: dict[str, Any] = {"gemaakt_door": cast.wouter, "bevestigd_door": cast.wouter}
    said |= dict.fromkeys(("gemaakt_op", "bevestigd_op"), timezone.now())
    EigenCasus.objects.create(school=cast.zuid, titel="De xylofoon", samenvatting="Kort.", **story, **said)
    assert hits(client, cast.wouter, "xylo", "Casussen") == ["De xylofoon"]
    assert hits(client, cast.harold, "xylo", "Casussen") == []
