"""Reminders by the clock: the day before, on the day and after, over a holiday; once however often the clock looks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command

from begeleiders.models import User
from collaboration.enums import AfspraakStatus, MeldingSoort
from collaboration.enums.signaal import SignaalSoort
from collaboration.enums.zorg import EscalatieStatus, Urgentie
from collaboration.herinneren import herinner
from collaboration.models import AandachtOpzij, Escalatie, Herinnering, Melding, Signaal
from kern.models import Bericht
from students.enums import Laag
from students.models import Grond, KlasRol
from tests import acts_aandacht as here
from tests.acts_aandacht import VRIJDAG, Klasje, at
from tests.factories import AfspraakFactory, SchoolRolFactory, UserFactory

pytestmark = pytest.mark.django_db
DONDERDAG = VRIJDAG - timedelta(days=1)


def on(day: date, hour: int = 10) -> int:
    """The clock looks on a day, at an hour (UTC), for everything."""
    return herinner(at(day, hour)) + herinner(at(day, hour), stilte=True)


def told(user: User) -> list[str]:
    return list(Melding.objects.filter(user=user).values_list("soort", flat=True))


@pytest.fixture
def klas() -> Klasje:
    """Seen every day that counts here, so that nobody is silent."""
    made = here.klasje()
    here.gezien(made.mentor, made.klas, VRIJDAG)
    return made


@pytest.fixture
def coordinator(klas: Klasje) -> User:
    coen: User = UserFactory.create(voornaam="Coen")
    SchoolRolFactory.create(user=coen, school=klas.school, begin=here.BEGIN)
    return coen


def test_an_afspraak_a_school_day_past_its_date(klas: Klasje) -> None:
    row = AfspraakFactory.create(
        student=klas.student, auteur=klas.mentor, eigenaar=klas.kawer, voor=VRIJDAG, laag=Laag.BEGELEIDING
    )
    for day in (VRIJDAG, date(2026, 10, 21), date(2026, 10, 25)):  # on its day, and in the holiday
        assert on(day) == 0
    assert on(date(2026, 10, 26)) == 1  # the first school day after it
    assert told(klas.kawer) == [MeldingSoort.HERINNERING]
    assert told(klas.mentor) == []
    assert [on(date(2026, 10, 26)), on(date(2026, 10, 27))] == [0, 0]  # once
    row.status, row.afgerond_op, row.afgerond_door = AfspraakStatus.GEDAAN, at(VRIJDAG), klas.kawer
    row.save()
    Herinnering.objects.all().delete()
    assert on(date(2026, 10, 27)) == 0


def test_the_student_is_reminded_where_there_is_an_account(klas: Klasje) -> None:
    AfspraakFactory.create(student=klas.student, auteur=klas.mentor, voor=VRIJDAG, laag=Laag.BEGELEIDING)
    assert on(date(2026, 10, 26)) == 0
    klas.student.account = UserFactory.create()
    klas.student.save()
    assert on(date(2026, 10, 26)) == 1
    assert told(klas.student.account) == [MeldingSoort.HERINNERING]


def test_who_has_no_role_any_more_is_not_reminded(klas: Klasje) -> None:
    AfspraakFactory.create(
        student=klas.student, auteur=klas.mentor, eigenaar=klas.kawer, voor=VRIJDAG, laag=Laag.BEGELEIDING
    )
    KlasRol.objects.filter(user=klas.kawer).update(einde=VRIJDAG, eindreden="ander werk")
    assert on(date(2026, 10, 26)) == 0


def test_not_at_night_and_not_in_the_weekend(klas: Klasje) -> None:
    AfspraakFactory.create(
        student=klas.student, auteur=klas.mentor, eigenaar=klas.mentor, voor=VRIJDAG, laag=Laag.BEGELEIDING
    )
    assert on(date(2026, 10, 31)) == 0  # a Saturday
    assert on(date(2026, 10, 30), hour=5) == 0
    assert on(date(2026, 10, 30), hour=20) == 0
    assert on(date(2026, 10, 30), hour=9) == 1


def test_a_signaal_that_nobody_saw_goes_to_mentor_and_kawer(klas: Klasje) -> None:
    melissa = UserFactory.create()
    fields = {"student": klas.student, "auteur": melissa, "wanneer": at(VRIJDAG), "dag": VRIJDAG}
    Signaal.objects.create(soort=SignaalSoort.ZORGEN, **fields)
    Signaal.objects.create(soort=SignaalSoort.GAAT_GOED, **fields)
    assert on(VRIJDAG, hour=14) == 0
    assert on(date(2026, 10, 26)) == 2
    assert told(klas.mentor) == told(klas.kawer) == [MeldingSoort.HERINNERING]
    assert on(date(2026, 10, 27)) == 0


def _aanvraag(klas: Klasje, moment: datetime, urgentie: str = Urgentie.VANDAAG) -> Escalatie:
    grond = Grond.objects.create(
        student=klas.student, grond="vitaal", reden="Het kan niet wachten", gesteld_op=moment,
        gesteld_door=klas.mentor,
    )  # fmt: skip
    row: Escalatie = Escalatie.objects.create(
        student=klas.student, titel="Slaapplek", vraag="Waar slaapt hij?", geprobeerd="Gebeld",
        urgentie=urgentie, grond=grond, aangemeld_op=moment, aangemeld_door=klas.mentor,
    )  # fmt: skip
    return row


def test_a_request_of_today_that_nobody_took_for_two_hours(klas: Klasje, coordinator: User) -> None:
    sent = datetime(2026, 10, 24, 19, 0, tzinfo=UTC)  # a Saturday evening in the holiday
    row = _aanvraag(klas, sent)
    assert herinner(sent + timedelta(minutes=119)) == 0
    assert herinner(sent + timedelta(minutes=120)) == 1
    assert herinner(sent + timedelta(minutes=125)) == 0
    assert told(coordinator) == [MeldingSoort.HERINNERING]
    assert on(date(2026, 10, 25)) == 1  # the next day it is asked again
    row.status, row.opgepakt_op, row.opgepakt_door = EscalatieStatus.IN_BEOORDELING, sent, coordinator
    row.save()
    assert on(date(2026, 10, 26)) == 0


def test_a_request_that_can_wait_is_not_hurried(klas: Klasje, coordinator: User) -> None:
    _aanvraag(klas, at(VRIJDAG), Urgentie.DEZE_WEEK)
    assert on(date(2026, 10, 26)) == 0


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2026, 11, 6), 0),  # the day before: nine school days after Friday 16 October
        (date(2026, 11, 9), 1),  # on the day: Friday 6 November was the tenth
        (date(2026, 11, 10), 1),
    ],
)
def test_silence_twice_as_long_goes_to_the_zorgcoordinator(
    klas: Klasje, coordinator: User, day: date, count: int
) -> None:
    assert on(day) == count
    assert told(coordinator) == [MeldingSoort.STILTE] * count
    assert told(klas.mentor) == []
    assert on(day) == on(day + timedelta(days=1)) == 0


def test_silence_of_which_somebody_knows_why_waits_for_its_day(klas: Klasje, coordinator: User) -> None:
    day = date(2026, 11, 9)
    AandachtOpzij.objects.create(
        student=klas.student, regel="stilte", object_id=klas.student.pk, reden="Ziek", tot=date(2026, 11, 11),
        opzij_op=at(VRIJDAG), opzij_door=klas.mentor,
    )  # fmt: skip
    assert [on(day), on(date(2026, 11, 10)), on(date(2026, 11, 11))] == [0, 0, 1]


def test_a_new_silence_is_told_again(klas: Klasje, coordinator: User) -> None:
    assert on(date(2026, 11, 9)) == 1
    here.gezien(klas.mentor, klas.klas, date(2026, 11, 10))
    Melding.objects.update(gezien_op=at(date(2026, 11, 10)))
    assert on(date(2026, 11, 11)) == 0
    assert on(date(2026, 11, 25)) == 1


def test_the_mail_says_nothing_about_anybody(klas: Klasje, coordinator: User) -> None:
    on(date(2026, 11, 9))
    bericht = Bericht.objects.get()
    assert bericht.aan == coordinator.email
    for word in (klas.student.voornaam, klas.student.achternaam, klas.klas.naam, klas.mentor.achternaam):
        assert word not in f"{bericht.onderwerp} {bericht.tekst}"


def test_the_command_runs() -> None:
    call_command("herinner")
    call_command("herinner", "--stilte")
