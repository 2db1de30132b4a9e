"""The page of the hours: entry first, weeks, when the stage ends; drawing, table and words say the same."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from kern.models import LogRegel
from stageplekken.models import Stage, UrenDag
from stageplekken.queries.uren import boek
from stageplekken.uren.beeld import picture
from tests.acts_uren import agree, enter, full_week, missed, monday, rooster
from tests.cast import Cast
from tests.factories import days
from tests.htmx import parse, title, words

SVG = "{http://www.w3.org/2000/svg}"


def url(stage: Stage, name: str = "uren") -> str:
    return reverse(name, args=[stage.pk])


def page_of(client: Client, cast: Cast, stage: Stage, person: str = "melissa") -> Any:
    client.force_login(getattr(cast, person))
    answer = client.get(url(stage))
    assert answer.status_code == 200
    return answer


@pytest.fixture
def filled(cast: Cast, stage: Stage) -> Stage:
    """24, 16 and 8 missed, 0, 24 made in the last weeks."""
    full_week(cast.melissa, stage, monday(-5))
    full_week(cast.melissa, stage, monday(-1))
    enter(cast.melissa, stage, monday(-2), missed())
    return stage


def bars(answer: Any) -> list[list[tuple[str, float]]]:
    """The pieces of the bar of each week: (kind, per cent)."""
    weeks = parse(answer.content.decode()).findall(".//ol[@id='weken']/li")
    return [
        [
            (rect.attrib["class"], float(rect.attrib["width"].rstrip("%")))
            for rect in week.iter(f"{SVG}rect")
            if rect.attrib["class"] != "naad"
        ]
        for week in weeks
    ]


def table(answer: Any) -> list[list[str]]:
    """The numbers of the table of weeks: made, missed, vrij, open."""
    rows = parse(answer.content.decode()).findall(".//section[@aria-labelledby='per-week']//tbody/tr")
    return [["".join(cell.itertext()).strip() for cell in row.findall("td")][:4] for row in rows]


def test_drawing_table_and_words_of_the_weeks_say_the_same(client: Client, cast: Cast, filled: Stage) -> None:
    answer = page_of(client, cast, filled)
    kinds, most = ("gemaakt", "gemist", "vrij", "open"), 24
    numbers = [[float(one.replace(",", ".")) for one in row] for row in table(answer)]
    drawn = [[dict(week).get(kind, 0.0) * most / 100 for kind in kinds] for week in bars(answer)]
    assert drawn == [pytest.approx(row, abs=0.01) for row in numbers]
    lines = parse(answer.content.decode()).findall(".//ol[@id='weken']/li/span[@class='k-weeks__txt']")
    said = ["".join(line.itertext()) for line in lines]
    for row, text in zip(table(answer), said, strict=True):
        parts = [f"{row[0]} uur gemaakt"] + [
            f"{uren} {woord}"
            for uren, woord in zip(row[1:], ("gemist", "vrij", "open"), strict=True)
            if uren != "0"
        ]
        assert text == ", ".join(parts)
    assert said[0] == "24 uur gemaakt"
    assert "8 gemist, 16 open" in said[3]


def test_drawing_table_and_sentence_of_the_end_say_the_same(
    client: Client, cast: Cast, filled: Stage
) -> None:
    answer = page_of(client, cast, filled)
    whole = parse(answer.content.decode())
    drawn = {
        "".join(line.itertext()).split(": ")[0]: "".join(line.itertext()).split(": ")[1]
        for line in whole.findall(f".//{SVG}svg[@class='k-end']/{SVG}text")
        if ": " in "".join(line.itertext())
    }
    rows = whole.findall(".//table[@id='einde-tabel']/tbody/tr")
    listed = ["".join(row.find("td").itertext()) for row in rows]  # type: ignore[union-attr]
    assert list(drawn.values()) == listed
    sentence = whole.find(".//p[@id='einde-zin']")
    desc = whole.find(f".//{SVG}desc")
    assert sentence is not None
    assert desc is not None
    assert sentence.text == desc.text
    assert all(said in str(sentence.text) for said in listed)
    # The bars reach as far as those days do.
    beeld = picture(boek(filled, days(0)), "Marije")
    reach = [float(line.breedte.rstrip("%")) for line in beeld.einde.lijnen]
    dates = [line.dag for line in beeld.einde.lijnen]
    order = sorted(range(3), key=lambda number: (dates[number] is not None, dates[number]))
    assert sorted(reach) == [reach[number] for number in order]
    assert max(reach) <= 100


def test_no_end_in_sight_is_said_in_words_and_has_no_bar(client: Client, cast: Cast, stage: Stage) -> None:
    enter(cast.melissa, stage, monday(-5))
    enter(cast.melissa, stage, monday(-1), missed())
    answer = page_of(client, cast, stage)
    assert "Gaat het zoals nu, dan is er nog geen einde in zicht." in words(answer)
    whole = parse(answer.content.decode())
    classes = [rect.attrib["class"] for rect in whole.findall(f".//{SVG}svg[@class='k-end']/{SVG}rect")]
    assert classes == ["plan", "elke"]


def test_all_hours_made(client: Client, cast: Cast, stage: Stage) -> None:
    Stage.objects.filter(pk=stage.pk).update(uren=24)
    full_week(cast.melissa, stage, monday(-1))
    assert "Alle 24 uur zijn gemaakt." in words(page_of(client, cast, stage))


def test_nothing_yet(client: Client, cast: Cast, stage: Stage) -> None:
    Stage.objects.filter(pk=stage.pk).update(begin=days(0))
    stage.roosters.all().delete()
    assert "Nog geen uren. De eerste stagedag is" in words(page_of(client, cast, stage))


def test_no_style_attributes_and_no_name_in_the_title(client: Client, cast: Cast, filled: Stage) -> None:
    answer = page_of(client, cast, filled)
    assert not re.search(r"\sstyle=", answer.content.decode())
    assert title(answer) == "Stage-uren - Kansrijk"


def test_the_student_reads_simple_words_in_je(client: Client, cast: Cast, filled: Stage) -> None:
    said = words(page_of(client, cast, filled, "marije_zelf"))
    assert "Mijn uren" in said
    assert "Hoe lang werkte je?" in said
    assert "Wanneer ben je klaar?" in said
    assert "Niet gekomen, niets gehoord" not in said
    assert "Verbeter" not in said


def test_reading_is_logged_once(client: Client, cast: Cast, filled: Stage) -> None:
    before = LogRegel.objects.filter(actie="gelezen", soort="uren").count()
    page_of(client, cast, filled, "harold")
    line = LogRegel.objects.filter(actie="gelezen", soort="uren").latest("pk")
    assert LogRegel.objects.filter(actie="gelezen", soort="uren").count() == before + 1
    assert (line.student, line.object_id, line.rol) == (cast.marije.pk, filled.pk, "mentor")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Kies de hele dag, een deel of niet"),
        ({"keuze": "deel"}, "Vul in hoeveel uur"),
        ({"keuze": "deel", "uren": "24,5"}, "Een dag heeft 24 uur. Vul minder uren in."),
        ({"keuze": "deel", "uren": "9999"}, "Een dag heeft 24 uur. Vul minder uren in."),
        ({"keuze": "deel", "uren": "vier"}, "Schrijf de uren als een getal, bijvoorbeeld 4 of 5,5."),
        ({"keuze": "deel", "uren": "-4"}, "Schrijf de uren als een getal, bijvoorbeeld 4 of 5,5."),
        ({"keuze": "deel", "uren": "0"}, "Vul meer dan 0 uur in, of kies Niet"),
        ({"keuze": "deel", "uren": "5"}, "Kies waarom het een deel was"),
        ({"keuze": "niet"}, "Kies wat er bekend is"),
        ({"keuze": "niet", "waarom_niet": "te_laat"}, "Kies iets uit de lijst"),
        ({"keuze": "heel", "dag": str(days(1))}, "Deze dag moet nog komen. Kies vandaag of een eerdere dag."),
        ({"keuze": "deel", "uren": "4", "dag": str(monday(-6))}, "De stage loopt van"),
        ({"keuze": "heel", "dag": "gisteren"}, "Schrijf de dag als 19-03-2026"),
    ],
)
def test_input_that_cannot_be_is_said(
    client: Client, cast: Cast, stage: Stage, sent: dict[str, str], sentence: str
) -> None:
    client.force_login(cast.melissa)
    if sent.get("dag") == str(days(1)):
        rooster(stage, cast.harold, 8, 8, 8, 8, 8, 8, 8, vanaf=days(1))
        sent = {"keuze": "deel", "uren": "4"} | {"dag": sent["dag"], "waarom_deel": "te_laat"}
    answer = client.post(url(stage, "uren_dag"), {"dag": str(monday(-1))} | sent)
    assert answer.status_code == 422
    assert title(answer).startswith("Fout: ")
    assert sentence in words(answer)
    assert not UrenDag.objects.exists()


def test_what_was_typed_stays_when_it_is_refused(client: Client, cast: Cast, stage: Stage) -> None:
    client.force_login(cast.melissa)
    answer = client.post(url(stage, "uren_dag"), {"dag": str(monday(-1)), "keuze": "deel", "uren": "30"})
    assert 'value="30"' in answer.content.decode()


def test_a_part_of_a_day_by_the_form(client: Client, cast: Cast, stage: Stage) -> None:
    client.force_login(cast.melissa)
    sent = {
        "dag": str(monday(-1)),
        "keuze": "deel",
        "uren": "5:30",
        "waarom_deel": "te_laat",
        "sleutel": str(uuid4()),
    }
    for _ in range(2):  # a retry
        assert client.post(url(stage, "uren_dag"), sent).status_code == 302
    row = UrenDag.objects.get()
    assert (row.soort, row.gemaakt, row.gemist) == ("te_laat", pytest.approx(5.5), pytest.approx(2.5))
    again = client.get(url(stage), {"dag": str(monday(-1))})
    assert "Er staat: 5,5 uur gemaakt, 2,5 uur te laat. Ingevuld door Melissa Brouwer" in words(again)
    change = client.post(
        url(stage, "uren_dag"), {"dag": str(monday(-1)), "keuze": "heel", "gezien": "1"}, follow=True
    )
    assert "8 uur gemaakt" in words(change)


def test_a_week_with_akkoord_says_so(client: Client, cast: Cast, stage: Stage) -> None:
    full_week(cast.marije_zelf, stage, monday(-1))
    agree(cast.melissa, stage, monday(-1))
    client.force_login(cast.marije_zelf)
    answer = client.post(
        url(stage, "uren_dag"),
        {"dag": str(monday(-1)), "keuze": "niet", "waarom_niet": "ziek_gemeld", "gezien": "1"},
    )
    assert answer.status_code == 422
    assert "heeft al akkoord van Melissa Brouwer" in words(answer)


def test_the_mentor_mends_on_a_page_of_its_own(client: Client, cast: Cast, filled: Stage) -> None:
    client.force_login(cast.harold)
    sent = {"dag": str(monday(-1)), "keuze": "niet", "waarom_niet": "vrij", "gezien": "1"}
    answer = client.post(url(filled, "uren_verbeter"), sent)
    assert answer.status_code == 422
    assert "Schrijf op waarom je deze dag verbetert" in words(answer)
    after = client.post(url(filled, "uren_verbeter"), sent | {"reden": "Was op een open dag"}, follow=True)
    assert "Verbeterd, omdat: Was op een open dag" in words(after)


def test_as_many_queries_with_ten_weeks_as_with_two(
    client: Client, cast: Cast, stage: Stage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    full_week(cast.melissa, stage, monday(-1))
    page_of(client, cast, stage)
    with django_assert_max_num_queries(14) as few:
        client.get(url(stage))
    for number in range(2, 6):
        full_week(cast.melissa, stage, monday(-number))
    with django_assert_max_num_queries(14) as many:
        client.get(url(stage))
    assert len(few) == len(many)
