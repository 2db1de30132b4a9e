"""Silence: five whole school days without any sign; what is a sign; who hears it."""

from datetime import date, timedelta

import pytest

from collaboration.enums import AfspraakStatus
from collaboration.enums.aandacht import Regel
from stageplekken.enums.uren import DagSoort
from students.enums import Laag, Rol
from students.models import TeamLid
from tests import acts_aandacht as here
from tests.acts_aandacht import VRIJDAG, Klasje, at
from tests.factories import (
    AfspraakFactory,
    ContactpogingFactory,
    GesprekFactory,
    StudentFactory,
    TeamLidFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
DONDERDAG = VRIJDAG - timedelta(days=1)  # 15 October: the day of the last sign


def silent(klas: Klasje, on: date) -> list[str]:
    return [punt.reden for punt in here.van(klas.kijkt(on), Regel.STILTE)]


@pytest.fixture
def klas() -> Klasje:
    """Seen on Thursday 15 October; then Friday, a week of holiday, and school again from Monday the 26th."""
    made = here.klasje()
    here.gezien(made.mentor, made.klas, DONDERDAG)
    return made


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 10, 24), []),  # in the holiday: one school day went by
        (date(2026, 10, 29), []),  # the day before: 16, 26, 27 and 28 October
        (date(2026, 10, 30), ["Vijf schooldagen stil"]),  # on the day: 29 October is the fifth
        (date(2026, 10, 31), ["Zes schooldagen stil"]),  # the day after, a Saturday
        (date(2026, 11, 1), ["Zes schooldagen stil"]),
    ],
)
def test_the_day_before_on_the_day_and_after_with_a_holiday_between(
    klas: Klasje, on: date, said: list[str]
) -> None:
    assert silent(klas, on) == said


def test_it_says_since_when_and_what_to_do(klas: Klasje) -> None:
    (punt,) = here.van(klas.kijkt(date(2026, 10, 30)), Regel.STILTE)
    assert punt.sinds == DONDERDAG
    assert punt.uitleg == "Het laatste teken was donderdag 15 oktober."
    assert punt.stap.label == "Zoek contact"
    assert punt.stap.url == f"/studenten/{klas.student.pk}/#bereiken"


def test_an_attempt_is_no_sign_but_is_told(klas: Klasje) -> None:
    ContactpogingFactory.create(
        student=klas.student, auteur=klas.kawer, wanneer=at(date(2026, 10, 28)), laag=Laag.BEGELEIDING
    )
    (punt,) = here.van(klas.kijkt(date(2026, 10, 30)), Regel.STILTE)
    assert punt.uitleg.endswith("Woensdag 28 oktober is geprobeerd contact te krijgen: nog geen antwoord.")


def test_a_school_sets_its_own_number() -> None:
    klas = here.klasje(stilte_dagen=2)
    here.gezien(klas.mentor, klas.klas, DONDERDAG)
    assert silent(klas, date(2026, 10, 26)) == []
    assert silent(klas, date(2026, 10, 27)) == ["Twee schooldagen stil"]


def test_a_klas_that_is_new_is_not_silent_at_once() -> None:
    klas = here.klasje()
    assert (
        silent(klas, here.BEGIN + timedelta(days=6)) == []
    )  # Sunday: five school days, the first is not over
    (punt,) = here.van(klas.kijkt(here.BEGIN + timedelta(days=8)), Regel.STILTE)
    assert punt.uitleg == "Er is hier nog geen enkel teken."


def test_every_kind_of_sign_ends_the_silence(klas: Klasje) -> None:
    on, seen = date(2026, 10, 30), date(2026, 10, 27)
    assert silent(klas, on)
    stage = here.stage_van(klas.student, date(2026, 9, 7))

    def gesprek() -> None:
        GesprekFactory.create(student=klas.student, auteur=klas.kawer, wanneer=at(seen), vast=True)

    def afspraak() -> None:
        AfspraakFactory.create(
            student=klas.student, auteur=klas.mentor, status=AfspraakStatus.GEDAAN,
            afgerond_op=at(seen), afgerond_door=klas.mentor,
        )  # fmt: skip

    def uren() -> None:
        here.dag(stage, seen)

    def gezien() -> None:
        here.gezien(klas.kawer, klas.klas, seen)

    def ingevuld() -> None:
        row = here.dag(stage, seen, DagSoort.ZIEK_GEMELD)
        row.van_student = True
        row.save()

    for sign in (gesprek, afspraak, uren, gezien, ingevuld):
        student = klas.student
        with here.undone():
            sign()
            assert silent(klas, on) == [], sign.__name__
        assert silent(klas, on), student


def test_what_is_no_sign(klas: Klasje) -> None:
    on, seen = date(2026, 10, 30), at(date(2026, 10, 27))
    stage = here.stage_van(klas.student, date(2026, 9, 7))
    GesprekFactory.create(
        student=klas.student, auteur=klas.kawer, wanneer=seen, vast=True, student_erbij=False
    )
    GesprekFactory.create(student=klas.student, auteur=klas.mentor, wanneer=seen)  # a concept
    here.dag(stage, date(2026, 10, 27), DagSoort.NIET_GEMELD)
    here.gezien(klas.kawer, klas.klas, date(2026, 10, 27), niet=(klas.student,))
    assert silent(klas, on) == ["Vijf schooldagen stil"]


def test_a_gesprek_that_this_person_may_not_read_does_not_exist(klas: Klasje) -> None:
    GesprekFactory.create(
        student=klas.student, auteur=UserFactory.create(), wanneer=at(date(2026, 10, 27)), vast=True,
        laag=Laag.ZORG,
    )  # fmt: skip
    assert silent(klas, date(2026, 10, 30)) == ["Vijf schooldagen stil"]


def test_aandacht_goes_where_the_regie_is(klas: Klasje) -> None:
    on = date(2026, 10, 30)
    zohra = UserFactory.create()
    TeamLidFactory.create(student=klas.student, user=zohra, rol=Rol.ZORGMEDEWERKER, begin=here.BEGIN)
    assert here.van(klas.kijkt(on, zohra), Regel.STILTE) == []
    klas.student.regie_houder = zohra
    klas.student.save()
    assert silent(klas, on) == []
    assert [punt.student for punt in here.van(klas.kijkt(on, zohra), Regel.STILTE)] == [klas.student]
    assert here.van(klas.kijkt(on, klas.kawer), Regel.STILTE) == []
    TeamLid.objects.filter(user=zohra).update(einde=date(2026, 10, 29), eindreden="ander werk")
    assert silent(klas, on) == ["Vijf schooldagen stil"]  # nobody is left out when that role ends


def test_students_of_another_klas_are_not_mine(klas: Klasje) -> None:
    other = here.klasje()
    StudentFactory.create(klas=other.klas)
    assert {punt.student for punt in here.punten(klas.kijkt(date(2026, 10, 30)))} == {klas.student}
