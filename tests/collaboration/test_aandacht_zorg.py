"""Aandacht of the zorgteam: a request that nobody took, and a student who was not told who has the regie."""

from datetime import date, datetime, timedelta

import pytest

from begeleiders.models import User
from collaboration.aandacht import Blik, escalatie
from collaboration.enums.aandacht import Regel
from collaboration.enums.zorg import AanbodStatus, EscalatieStatus, Urgentie
from collaboration.models import Escalatie, RegieAanbod
from students.enums import Rol
from students.models import Grond, Zorginzage
from tests import acts_aandacht as here
from tests.acts_aandacht import VRIJDAG, Klasje, at
from tests.factories import SchoolRolFactory, TeamLidFactory, UserFactory

pytestmark = pytest.mark.django_db
MAANDAG, DINSDAG = date(2026, 10, 26), date(2026, 10, 27)  # the first school days after Friday 16 October


@pytest.fixture
def klas() -> Klasje:
    return here.klasje()


@pytest.fixture
def coen(klas: Klasje) -> User:
    """The zorgcoördinator, who reads along as a request runs."""
    user: User = UserFactory.create(voornaam="Coen")
    SchoolRolFactory.create(user=user, school=klas.school, begin=here.BEGIN)
    Zorginzage.objects.create(student=klas.student, begin=VRIJDAG)
    return user


def aanvraag(klas: Klasje, moment: datetime, urgentie: str) -> Escalatie:
    grond = Grond.objects.create(
        student=klas.student,
        grond="taak",
        reden="Het loopt vast",
        gesteld_op=moment,
        gesteld_door=klas.mentor,
    )
    row: Escalatie = Escalatie.objects.create(
        student=klas.student, titel="Slaapplek", vraag="Waar slaapt hij?", geprobeerd="Gebeld",
        urgentie=urgentie, grond=grond, aangemeld_op=moment, aangemeld_door=klas.mentor,
    )  # fmt: skip
    return row


def found(klas: Klasje, user: User, now: datetime) -> list[str]:
    looks = klas.kijkt(now.date(), user)
    return [punt.reden for punt in escalatie.punten(Blik(looks, now))]


def test_a_request_that_nobody_took_for_a_school_day(klas: Klasje, coen: User) -> None:
    row = aanvraag(klas, at(VRIJDAG), Urgentie.DEZE_WEEK)
    said = ["Aanvraag nog niet opgepakt"]
    assert [found(klas, coen, at(day)) for day in (VRIJDAG, date(2026, 10, 25))] == [[], []]
    assert [found(klas, coen, at(day)) for day in (MAANDAG, DINSDAG)] == [said, said]
    (punt,) = here.van(klas.kijkt(MAANDAG, coen), Regel.ESCALATIE)
    assert punt.stap.url == f"/aanvragen/{row.pk}/"
    assert "Waar slaapt hij" not in punt.uitleg
    row.status, row.opgepakt_op, row.opgepakt_door = EscalatieStatus.IN_BEOORDELING, at(MAANDAG), coen
    row.save()
    assert found(klas, coen, at(DINSDAG)) == []


def test_a_request_of_today_after_two_hours(klas: Klasje, coen: User) -> None:
    sent = at(VRIJDAG)
    aanvraag(klas, sent, Urgentie.VANDAAG)
    assert found(klas, coen, sent + timedelta(minutes=119)) == []
    assert found(klas, coen, sent + timedelta(minutes=120)) == ["Aanvraag nog niet opgepakt"]


def test_the_mentor_and_another_school_do_not_get_it(klas: Klasje, coen: User) -> None:
    aanvraag(klas, at(VRIJDAG), Urgentie.VANDAAG)
    assert here.van(klas.kijkt(MAANDAG), Regel.ESCALATIE) == []
    other = UserFactory.create()
    SchoolRolFactory.create(user=other, school=here.klasje().school, begin=here.BEGIN)
    assert here.van(klas.kijkt(MAANDAG, other), Regel.ESCALATIE) == []


def test_who_took_the_regie_tells_the_student(klas: Klasje) -> None:
    zohra: User = UserFactory.create()
    TeamLidFactory.create(student=klas.student, user=zohra, rol=Rol.ZORGMEDEWERKER, begin=here.BEGIN)
    row = RegieAanbod.objects.create(
        student=klas.student, van=klas.mentor, aan=zohra, status=AanbodStatus.AANVAARD, reden="Wonen",
        aangeboden_op=at(VRIJDAG), aangeboden_door=klas.mentor, beantwoord_op=at(VRIJDAG), beantwoord_door=zohra,
    )  # fmt: skip
    klas.student.regie_houder = zohra
    klas.student.save()
    counts = [
        len(here.van(klas.kijkt(day, zohra), Regel.INFORMEREN))
        for day in (VRIJDAG, MAANDAG, DINSDAG, date(2026, 10, 28))
    ]
    assert counts == [0, 0, 1, 1]
    assert here.van(klas.kijkt(DINSDAG), Regel.INFORMEREN) == []
    row.geinformeerd_op, row.geinformeerd_door = at(DINSDAG), zohra
    row.save()
    assert here.van(klas.kijkt(DINSDAG, zohra), Regel.INFORMEREN) == []
