"""The demo world itself: two schools apart, and six stories that each stand before their turn."""

import datetime
import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from begeleiders.demo import cast
from begeleiders.models import User
from cases.queries import eigen_casussen
from checklists.models import Antwoord
from collaboration.enums import AfspraakStatus, GesprekStatus
from collaboration.models import CollegialeFeedback, Escalatie, Gesprek, Melding, RegieOvergang, Signaal
from collaboration.namen import names_one
from collaboration.queries import gesprek as queries
from collaboration.timeline import timeline
from kern.dates import AMSTERDAM
from kern.folding import fold
from kern.models import Bericht, LogRegel
from stageplekken.queries.uren import boeken
from students.access import Viewer
from students.enums import Laag, Rol
from students.models import Klas, Student, TeamLid
from students.queries import students_for
from students.queries_doel import doelen_van, successen_van
from students.trap import trap
from tests.demo.build import build

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

TUESDAY = datetime.datetime(2026, 3, 10, 9, 10, tzinfo=AMSTERDAM)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Built once for all tests here, on a Tuesday morning; each test rolls back to it, and the last one all of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        build(TUESDAY)
        yield
        transaction.set_rollback(True)


def by(name: str) -> Viewer:
    return Viewer(user=User.objects.get(email=f"{name}@demo.kansrijk.example"), today=TUESDAY.date())


def student(name: str) -> Student:
    return Student.objects.get(email=f"{name}@post.example")


def test_two_schools_that_do_not_see_each_other() -> None:
    sizes = dict(Klas.objects.annotate(n=Count("studenten")).values_list("naam", "n"))
    assert sizes == {"E1A": 13, "E1B": 13, "W1A": 13, "W1B": 12}
    assert {s.klas.naam for s in students_for(by("harold"))} == {"E1B"}
    assert {s.klas.naam for s in students_for(by("naima"))} == {"W1A"}
    assert {s.klas.school.naam for s in students_for(by("melissa"))} == {"Entree Oost", "Entree West"}


def test_somebody_of_every_role_logs_in() -> None:
    members = cast()
    assert [member for member in members if not member.line] == []
    lines = " · ".join(member.line for member in members)
    for rol in Rol:
        assert rol.label in lines, rol
    assert by("tarik").user.check_password("kansrijk-demo")
    assert not by("gijs").user.check_password("kansrijk-demo")


def test_what_happened_long_ago_is_not_mailed_now() -> None:
    assert Bericht.objects.count() == 0
    assert Melding.objects.exists()


def test_the_hours_of_inge_are_red_and_those_of_tess_came_right() -> None:
    stages = {name: student(name).stages.get(status="lopend") for name in ("inge", "tess")}
    books = boeken(list(stages.values()), TUESDAY.date())
    inge, tess = books[stages["inge"].pk], books[stages["tess"].pk]
    assert inge.som("gemist") > 60
    assert inge.projectie.week > tess.projectie.week
    assert inge.te_bevestigen


def test_a_request_waits_above_a_less_urgent_one_and_two_came_to_an_end() -> None:
    states = {row.student.voornaam: row.status for row in Escalatie.objects.select_related("student")}
    assert states == {"Rosa": "intern", "Bilal": "afgesloten", "Devon": "aangemeld"}
    assert student("rosa").regie_houder.voornaam == "Lidewij"
    assert student("bilal").regie_houder.voornaam == "Ilse"
    assert RegieOvergang.objects.filter(student=student("bilal")).count() == 2


def test_a_signaal_was_answered_and_one_waits() -> None:
    states = {row.student.voornaam: row.status for row in Signaal.objects.exclude(soort="gaat_goed")}
    assert states["Dylan"] == "afgesloten"
    assert states["Carlo"] == "nieuw"


def test_the_log_tells_it_in_order_of_time() -> None:
    times = list(LogRegel.objects.order_by("id").values_list("op", flat=True))
    assert times == sorted(times)
    assert times[-1] < TUESDAY


# The six stories, each before its turn --------------------------------------------------------------------


def test_sanna_has_not_yet_chosen_what_to_tell() -> None:
    planned = queries.concepts_of(by("harold"), student("sanna"))[0]
    assert timezone.localtime(planned.wanneer).strftime("%d %H.%M") == "10 11.00"
    words = Antwoord.objects.get(invulling=planned.invulling, veld="student-punten").waarde
    assert words == "Ik wil zelf een onderwerp kiezen."
    shown = " ".join(entry.tekst for entry in timeline(by("harold"), student("sanna")).entries)
    assert "Je vertelde veel met je handen." in shown
    assert "gebaren" not in shown


def test_has_is_silent_since_more_than_a_week() -> None:
    entries = timeline(by("soraya"), student("has")).entries
    assert [e.soort for e in entries[:4]] == ["contact"] * 4
    assert student("has").contactpogingen.count() == 5
    assert not TeamLid.objects.filter(student=student("has"), rol=Rol.ZORGMEDEWERKER).exists()
    assert by("soraya").user.pk in queries.concepts_of(by("soraya"), student("has"))[0].voerders.values_list(
        "user", flat=True
    )


def test_inge_still_has_her_talk_with_barry_ahead() -> None:
    open_ones = {a.wat for a in queries.open_afspraken_of(by("barry"), student("inge"))}
    assert "De uren van Inge doornemen in Kansrijk" in open_ones
    assert "Weekplan van Inge bekijken" not in open_ones


def test_inaya_was_sought_for_a_year_and_a_half() -> None:
    tries = student("inaya").contactpogingen.order_by("wanneer")
    assert tries.count() > 18
    assert tries.last().wanneer - tries.first().wanneer > datetime.timedelta(days=480)
    assert timeline(by("harold"), student("inaya")).entries[0].wie == "Gijs Warmoes, op de stage"


def test_marije_has_earlier_talks_on_the_same_onderwerp() -> None:
    planned = queries.concepts_of(by("harold"), student("marije"))
    assert [g.wanneer.astimezone(AMSTERDAM).hour for g in planned] == [13, 10]
    earlier = queries.earlier_on(by("harold"), planned[1])
    assert len(earlier) == 4
    assert earlier[0].auteur.voornaam == "Melissa"
    assert queries.earlier_on(by("melissa"), planned[1])[0].laag == Laag.STAGE


def test_koos_waits_for_word_about_carlo() -> None:
    newest = timeline(by("harold"), student("carlo"), soort="gesprekken").entries[0]
    assert newest.wie.startswith("Koos van Dam")
    assert "na de pauze niet teruggekomen" in newest.tekst
    assert "Koos terugbellen over Carlo" in {
        a.wat for a in queries.open_afspraken_of(by("harold"), student("carlo"))
    }
    assert all("twijfelt" not in e.tekst for e in timeline(by("koos"), student("carlo")).entries)


@pytest.mark.parametrize("name", ["bilal", "lina", "tess", "romy", "dylan", "jesse"])
def test_and_one_after_the_turn(name: str) -> None:
    assert student(name).afspraken.filter(status=AfspraakStatus.GEDAAN).exists()
    assert (
        student(name).gesprekken.filter(status=GesprekStatus.VASTGELEGD).exclude(gewone_woorden="").count()
        >= 2
    )


def test_a_talk_stopped_half_way_and_the_regie_elsewhere() -> None:
    half = queries.concepts_of(by("harold"), student("devon"))[0]
    assert (half.invulling.stap, half.afspraken.get().leeft_vanaf) == ("s3", None)
    assert student("rosa").regie_houder.voornaam == "Lidewij"
    assert Laag.ZORG.label not in {e.laag for e in timeline(by("harold"), student("rosa")).entries}


def test_sentences_are_short_and_times_are_written_as_here() -> None:
    long = [
        sentence
        for text in Gesprek.objects.values_list("tekst", flat=True)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if len(sentence.split()) > 16
    ]
    assert long == []


def test_sanna_stands_before_a_step_that_is_too_big_and_lina_went_there_in_pieces() -> None:
    found = {doel.titel: trap(doel) for doel in doelen_van(by("harold"), student("sanna"))}
    stair = found["Presenteren voor de klas"]
    assert stair.nu is not None
    assert (stair.nu.tekst, stair.plek, stair.aantal) == ("Vertellen voor de klas", 3, 3)
    assert [doel.titel for doel in doelen_van(by("petra"), student("sanna"))] == ["Klanten zelf helpen"]
    said = [one.tekst for one in successen_van(by("harold"), student("sanna"))]
    assert (said[0], said[1][:23]) == ("Foto's laten zien aan Noor", "Vertelde een heel verha")
    (lina,) = doelen_van(by("ilse"), Student.objects.get(voornaam="Lina"))
    assert lina.status == "gehaald"
    assert [one.stand for one in trap(lina).regels] == ["stukjes", "klaar", "klaar", "klaar"]


def test_a_casus_of_the_school_and_a_situation_brought_in_name_no_student() -> None:
    (casus,) = eigen_casussen(by("ilse"))
    assert casus.titel == "Het dopje van Kyra"
    assert eigen_casussen(by("wouter")) == []
    brought = CollegialeFeedback.objects.get(auteur=by("harold").user, afgerond_op__isnull=False)
    said = [str(value) for value in brought.invulling.antwoorden.values_list("waarde", flat=True)]
    assert len(said) == 9
    names = {tuple(fold(name).split()) for name in Student.objects.values_list("voornaam", flat=True)}
    assert not names_one([*said, casus.titel, casus.verhaal, casus.keerpunt, casus.vragen], names)
