"""Mijn handleiding: the student writes in versions, and chooses for each part and person who reads it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.urls import reverse

from kern.models import LogRegel
from students.actions import handleiding as actions
from students.actions.vrijgave import geef_vrij
from students.checks import Refused
from students.enums import Soort
from students.models import HandleidingVersie, Student, Vrijgave
from students.queries_handleiding import read_by
from tests.acts_handleiding import deel, kijker, leefgebied, neem_terug, schrijf
from tests.cast import Cast
from tests.factories import days
from tests.htmx import queries_of, words
from tests.students.a2 import long_sentences

MINE = "/mijn-handleiding/"
STIL = "Ik word dan stil. Geef mij tien minuten."


def van(student: Student) -> str:
    return reverse("handleiding_van", args=[student.pk])


def choose(client: Client, person: object, onderdeel: str, ziet: str, **how: object) -> object:
    body = {"soort": "handleiding", "onderdeel": onderdeel, "aan": person.pk, "ziet": ziet}  # type: ignore[attr-defined]
    return client.post("/mijn-keuzes/", body, **how)  # type: ignore[arg-type]


@pytest.fixture
def marije(client: Client, cast: Cast) -> Student:
    """Marije, with one part written, logged in."""
    schrijf(cast.marije, "tegenzit", STIL)
    client.force_login(cast.marije_zelf)
    return cast.marije


def test_begin_with_a_question(client: Client, cast: Cast) -> None:
    client.force_login(cast.marije_zelf)
    html = client.get(MINE).content.decode()
    assert "Begin met één vraag" in html
    assert "Zo schreef iemand anders het" in html
    page = client.get(f"{MINE}deel/leren/").content.decode()
    assert "Leg het mij uit met …" in page
    sent = {"tekst": "Doe het voor.", "was": "tekst:0"}
    assert "Je tekst is bewaard." in words(client.post(f"{MINE}deel/leren/", sent, follow=True))
    assert "Niemand ziet dit. Ook Harold niet." in words(client.get(MINE))


def test_each_save_is_a_version_and_the_same_words_are_none(client: Client, marije: Student) -> None:
    sent = {"tekst": "Ik loop even weg.", "was": "tekst:1"}
    for _ in range(2):
        client.post(f"{MINE}deel/tegenzit/", sent)
    assert list(HandleidingVersie.objects.values_list("versie", "tekst")) == [
        (1, STIL),
        (2, "Ik loop even weg."),
    ]
    page = words(client.get(f"{MINE}deel/tegenzit/"))
    assert "Zo schreef je het eerder (1)" in page
    assert STIL in page


def test_two_tabs_lose_nothing(client: Client, marije: Student) -> None:
    client.post(f"{MINE}deel/tegenzit/", {"tekst": "Van mijn laptop.", "was": "tekst:1"})
    late = client.post(f"{MINE}deel/tegenzit/", {"tekst": "Van mijn telefoon.", "was": "tekst:1"})
    assert late.status_code == 422
    assert "Van mijn laptop." in words(late)
    assert "Van mijn telefoon." in late.content.decode()
    again = {"tekst": "Van mijn telefoon.", "was": "tekst:2"}
    assert 'value="tekst:2"' in late.content.decode()
    assert client.post(f"{MINE}deel/tegenzit/", again).status_code == 302
    assert HandleidingVersie.objects.count() == 3


def test_a_text_that_is_too_long_says_so_and_stays(client: Client, marije: Student) -> None:
    late = client.post(f"{MINE}deel/tegenzit/", {"tekst": "a" * 2001, "was": "tekst:1"})
    assert late.status_code == 422
    assert "Maak je tekst korter." in words(late)
    assert "a" * 2001 in late.content.decode()


def test_one_tap_gives_and_one_tap_takes_back(client: Client, cast: Cast, marije: Student) -> None:
    there = client.post("/mijn-keuzes/", {}, follow=True)
    assert there.status_code == 404
    choose(client, cast.melissa, "tegenzit", "ja")
    melissa = Client()
    melissa.force_login(cast.melissa)
    assert STIL in words(melissa.get(van(marije)))
    assert STIL in words(melissa.get(reverse("student", args=[marije.pk])))
    fragment = choose(client, cast.melissa, "tegenzit", "nee", HTTP_HX_REQUEST="true")
    assert "Niemand ziet dit." in words(fragment)
    for path in (van(marije), reverse("student", args=[marije.pk])):
        assert STIL not in words(melissa.get(path))
    assert STIL not in words(melissa.get(van(marije), HTTP_HX_REQUEST="true"))
    assert melissa.get(reverse("handleiding_pdf", args=[marije.pk])).status_code == 302


def test_an_empty_text_is_shared_with_nobody(client: Client, cast: Cast, marije: Student) -> None:
    for person in (cast.harold, cast.melissa):
        deel(marije, person, "tegenzit")
    client.post(f"{MINE}deel/tegenzit/", {"tekst": "", "was": "tekst:1"})
    assert not Vrijgave.objects.filter(ingetrokken_op=None).exists()
    lines = LogRegel.objects.filter(actie="vrijgave teruggenomen", student=marije.pk)
    assert {line.object_id for line in lines} == {cast.harold.pk, cast.melissa.pk}


class _Between:
    """Does something once, just before the second look at what the student shares or wrote."""

    def __init__(self, then: Callable[[], None]) -> None:
        self.then, self.looks, self.done = then, 0, False

    def __call__(self, execute: Any, sql: str, *more: Any) -> Any:
        if "students_vrijgave" in sql or "students_handleidingversie" in sql:
            self.looks += 1
            if self.looks == 2 and not self.done:
                self.done = True
                self.then()
        return execute(sql, *more)


def test_a_text_written_just_after_taking_back_is_never_read(cast: Cast, marije: Student) -> None:
    deel(marije, cast.melissa, "tegenzit")

    def act() -> None:
        neem_terug(marije, cast.melissa, "tegenzit")
        schrijf(marije, "tegenzit", "Voor mij alleen.")

    with connection.execute_wrapper(_Between(act)):
        found = read_by(kijker(cast.melissa), marije)
    assert [stuk.versie.tekst for stuk in found] in ([STIL], [])


def test_who_reads_what(client: Client, cast: Cast, marije: Student) -> None:
    for person in (cast.harold, cast.melissa, cast.noor):
        deel(marije, person, "tegenzit")
    for name, sees in {"harold": 1, "melissa": 1, "noor": 1, "soraya": 0}.items():
        client.force_login(getattr(cast, name))
        assert (STIL in words(client.get(van(marije)))) == bool(sees), name
    for name in ("ex_mentor", "ex_praktijk", "petra", "zohra", "wouter", "bea", "coen", "vreemde"):
        client.force_login(getattr(cast, name))
        assert client.get(van(marije)).status_code == 404, name


def test_who_is_not_on_the_team_gets_nothing(cast: Cast, marije: Student) -> None:
    with pytest.raises(Refused, match="Kies iemand van je team"):
        deel(marije, cast.petra, "tegenzit")
    with pytest.raises(PermissionDenied, match="Alleen Marije beslist"):
        geef_vrij(
            by=kijker(cast.harold),
            student=marije,
            aan=cast.harold,
            soort=Soort.HANDLEIDING,
            onderdeel="tegenzit",
        )
    with pytest.raises(PermissionDenied, match="Dit schrijft alleen Marije"):
        actions.schrijf(by=kijker(cast.harold), student=marije, onderdeel="goed", tekst="x", gezien=0)


def test_the_part_for_oneself_is_never_shared(client: Client, cast: Cast, marije: Student) -> None:
    schrijf(marije, "voor-mij", "Mijn geheim.")
    assert choose(client, cast.harold, "voor-mij", "ja").status_code == 404  # type: ignore[attr-defined]
    assert "Dit blijft altijd van jou." in words(client.get(MINE))


def test_a_role_that_ends_takes_the_reading_along(client: Client, cast: Cast, marije: Student) -> None:
    deel(marije, cast.noor, "tegenzit")
    marije.team.filter(user=cast.noor).update(einde=days(-1), eindreden="gestopt")
    assert "niet meer in je team" in words(client.get(MINE))
    client.force_login(cast.noor)
    assert client.get(van(marije)).status_code == 404


def test_look_as_somebody_is_exactly_what_that_person_reads(
    client: Client, cast: Cast, marije: Student
) -> None:
    schrijf(marije, "goed", "Ik werk netjes.")
    deel(marije, cast.harold, "tegenzit")
    deel(marije, cast.melissa, "goed")
    page = words(client.get(MINE, {"als": cast.harold.pk}))
    assert STIL in page
    assert "Ik werk netjes." not in page
    neem_terug(marije, cast.harold, "tegenzit")
    assert "Harold ziet niets van je handleiding." in words(client.get(MINE, {"als": cast.harold.pk}))
    assert client.get(MINE, {"als": cast.petra.pk}).status_code == 404
    assert not LogRegel.objects.filter(wie=cast.harold.pk, actie="gelezen").exists()


def test_one_line_a_response_and_the_student_sees_who_read_it(
    client: Client, cast: Cast, marije: Student
) -> None:
    deel(marije, cast.harold, "tegenzit")
    schrijf(marije, "goed", "Ik werk netjes.")
    deel(marije, cast.soraya, "goed")
    assert "Nog door niemand gelezen." in words(client.get(MINE))
    harold = Client()
    harold.force_login(cast.harold)
    for path in (van(marije), reverse("student", args=[marije.pk])):
        before = LogRegel.objects.count()
        harold.get(path)
        line = LogRegel.objects.order_by("-id")[0]
        assert (line.soort, line.laag, line.rol) == ("handleiding", "handleiding", "mentor")
        assert LogRegel.objects.count() == before + 1
    page = words(client.get(MINE))
    assert page.count("Harold las dit,") == 1
    assert "Soraya las" not in page
    schrijf(marije, "tegenzit", "Anders.")
    assert "Harold las je vorige tekst," in words(client.get(MINE))
    neem_terug(marije, cast.harold, "tegenzit")
    assert "Harold las je vorige tekst," in words(client.get(MINE))


def test_an_empty_page_is_no_read_of_the_handleiding(client: Client, cast: Cast, marije: Student) -> None:
    client.force_login(cast.harold)
    client.get(van(marije))
    assert not LogRegel.objects.filter(wie=cast.harold.pk, laag="handleiding").exists()


def test_every_sentence_is_short(client: Client, cast: Cast, marije: Student) -> None:
    deel(marije, cast.harold, "tegenzit")
    leefgebied(marije, "financien")
    pages = [MINE, f"{MINE}?als={cast.harold.pk}", f"{MINE}deel/goed/", f"{MINE}deel/tegenzit/"]
    pages += [reverse(name, args=[marije.pk]) for name in ("gedeeld_beeld", "leefgebieden")]
    for path in pages:
        assert long_sentences(client.get(path).content.decode()) == [], path


def test_a_long_sentence_is_found() -> None:
    fifteen = "een " * 15
    assert long_sentences(f"<main><p>{fifteen}.</p><p>{fifteen}</p></main>") == []
    assert len(long_sentences(f"<main><p>Kort. {fifteen}te veel.</p></main>")) == 1


def test_two_and_ten_rows_ask_as_many_queries(client: Client, cast: Cast, marije: Student) -> None:
    deel(marije, cast.harold, "tegenzit")
    few = queries_of(client, MINE)
    for code in ("goed", "moeilijk", "leren", "bereiken", "worden"):
        schrijf(marije, code, f"Iets over {code}.")
        for person in (cast.harold, cast.soraya, cast.melissa):
            deel(marije, person, code)
    assert queries_of(client, MINE) == few
    client.force_login(cast.melissa)
    many = queries_of(client, van(marije))
    for code in ("goed", "moeilijk", "leren"):
        neem_terug(marije, cast.melissa, code)
    assert queries_of(client, van(marije)) == many
