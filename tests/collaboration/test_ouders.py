"""Presence and progress for parents: by the age of the student, the day before, on and after the birthday."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from collaboration.actions.consent import Gezegd, Vraag, noteer
from collaboration.actions.ouders import geef_mee
from collaboration.models import Melding
from collaboration.rules.ouders import Voorwaarde, condition, names_parents
from kern.dates import say_day_year
from kern.models import LogRegel
from students.leeftijd import age, parent_decides_along
from students.models import Student, Toestemming
from tests import acts
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words
from tests.pdf import reading

BORN = date(2008, 3, 15)


def years_ago(years: int, late: int = 0) -> date:
    """The birth date of who becomes so many years old in `late` days."""
    day = days(late)
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February: that birthday is kept on 1 March
        return date(day.year - years, 3, 1)


def born(cast: Cast, day: date | None) -> Student:
    cast.marije.geboortedatum = day
    cast.marije.save()
    return cast.marije


@pytest.mark.parametrize(
    ("years", "before", "since"),
    [
        (16, Voorwaarde.GEEN, Voorwaarde.VERTELD),
        (18, Voorwaarde.VERTELD, Voorwaarde.TOESTEMMING),
    ],
)
def test_what_is_asked_changes_on_the_birthday(years: int, before: Voorwaarde, since: Voorwaarde) -> None:
    student, birthday = Student(geboortedatum=BORN), BORN.replace(year=BORN.year + years)
    asked = [condition(student, birthday + timedelta(days=one)) for one in (-1, 0, 1)]
    assert asked == [before, since, since]
    assert [age(student, birthday + timedelta(days=one)) for one in (-1, 0)] == [years - 1, years]


def test_a_birthday_on_a_day_that_a_year_lacks() -> None:
    student = Student(geboortedatum=date(2008, 2, 29))
    assert [age(student, date(2026, 2, 28)), age(student, date(2026, 3, 1))] == [17, 18]
    assert condition(Student(), date(2026, 1, 1)) is Voorwaarde.TOESTEMMING


def test_a_parent_decides_along_until_the_sixteenth_birthday() -> None:
    student, birthday = Student(geboortedatum=BORN), BORN.replace(year=BORN.year + 16)
    along = [parent_decides_along(student, birthday + timedelta(days=one)) for one in (-1, 0, 1)]
    assert along == [True, False, False]


def test_from_sixteen_the_student_is_told_first(client: Client, cast: Cast) -> None:
    born(cast, years_ago(16))
    acts.afspraak(cast.harold, cast.marije, "Alleen even bellen", voor=days(3))
    client.force_login(cast.harold)
    assert "Ik vertelde Marije dat ik dit meegeef" in words(
        client.get(reverse("ouders", args=[cast.marije.pk]))
    )
    url = reverse("ouders_pdf", args=[cast.marije.pk])
    refused = client.post(url, {})
    assert refused.status_code == 403
    assert "Vertel het eerst aan de student" in words(refused)
    assert not LogRegel.objects.filter(actie="overzicht voor ouders gemaakt").exists()
    made = client.post(url, {"verteld": "on"})
    assert made.headers["Content-Type"] == "application/pdf"
    assert "Marije" not in made.headers["Content-Disposition"]
    shown = reading.text(made.content)
    assert "Stage bij Restaurant De Kade" in shown
    assert "Alleen even bellen" not in shown  # what the afspraak is about stays in the file
    assert say_day_year(days(3)).capitalize() in shown
    assert reading.faults(made.content) == []
    line = LogRegel.objects.get(actie="overzicht voor ouders gemaakt")
    assert (line.wie, line.student) == (cast.harold.pk, cast.marije.pk)
    assert Melding.objects.filter(user=cast.marije_zelf, soort="ouders").exists()


def test_from_eighteen_only_with_a_consent_that_runs(client: Client, cast: Cast) -> None:
    student = born(cast, years_ago(18))
    client.force_login(cast.harold)
    assert "Hiervoor is toestemming van Marije nodig." in words(
        client.get(reverse("ouders", args=[student.pk]))
    )
    asked = Vraag("mijn ouders", "mijn uren", "zij helpen mij", geldig_tot=days(0))
    row = noteer(by=viewer(cast.harold), student=student, gezegd=Gezegd(asked, days(0)))
    geef_mee(by=viewer(cast.harold), student=student, toestemming=row.pk)
    why = "Vanaf 18 jaar mag dit alleen met toestemming"
    with pytest.raises(PermissionDenied, match=why):
        geef_mee(by=viewer(cast.harold), student=student, verteld=True)
    other = noteer(
        by=viewer(cast.harold),
        student=student,
        gezegd=Gezegd(Vraag("het zorgteam", "brieven", "hulp"), days(0)),
    )
    with pytest.raises(PermissionDenied, match="gaat niet over ouders"):
        geef_mee(by=viewer(cast.harold), student=student, toestemming=other.pk)
    page = words(client.get(reverse("ouders", args=[student.pk])))
    assert "mijn ouders: mijn uren" in page
    assert "het zorgteam" not in page
    Toestemming.objects.update(geldig_tot=days(-1))  # ran out, and the clock did not come by yet
    with pytest.raises(PermissionDenied, match=why):
        geef_mee(by=viewer(cast.harold), student=student, toestemming=row.pk)
    Toestemming.objects.update(geldig_tot=None, student=cast.sanna)  # of another student
    with pytest.raises(PermissionDenied, match=why):
        geef_mee(by=viewer(cast.harold), student=student, toestemming=row.pk)


@pytest.mark.parametrize(
    ("wie", "named"),
    [
        ("Mijn ouders", True), ("mijn moeder en tante", True), ("mijn pleegvader", True), ("de voogd", True),
        ("het zorgteam", False), ("mijn oudere broer", False), ("mijn grootouders", False),
        ("iedereen, behalve mijn ouders", False), ("mijn moeder, niet mijn vader", False),
    ],
)  # fmt: skip
def test_whom_a_consent_names(wie: str, named: bool) -> None:
    assert names_parents(Toestemming(wie=wie)) is named


def test_the_day_before_sixteen_nothing_is_asked_but_it_is_the_mentor(cast: Cast) -> None:
    student = born(cast, years_ago(16, late=1))
    geef_mee(by=viewer(cast.harold), student=student)
    with pytest.raises(PermissionDenied, match="maakt de mentor"):
        geef_mee(by=viewer(cast.soraya), student=student, verteld=True)
