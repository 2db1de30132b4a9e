"""What grows, beside aandacht: compliments, a talk that went better, three weeks without a missed day."""

from datetime import date, timedelta

import pytest

from collaboration.aandacht import Blik
from collaboration.aandacht.groei import groei_voor
from collaboration.enums.signaal import SignaalSoort
from collaboration.models import Signaal
from stageplekken.enums.talks import TalkSoort, TalkStatus
from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage, Stagegesprek
from tests import acts_aandacht as here
from tests.acts_aandacht import Klasje, at
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
BEGIN = date(2026, 9, 7)  # a Monday; Monday to Wednesday are stage days


def grown(klas: Klasje, on: date, user: object = None) -> list[str]:
    return [one.tekst for one in groei_voor(Blik(klas.kijkt(on, user or klas.mentor)), [])]  # type: ignore[arg-type]


@pytest.fixture
def klas() -> Klasje:
    return here.klasje()


def weeks(stage: Stage, first: date, count: int) -> None:
    for week in range(count):
        for day in range(3):
            here.dag(stage, first + timedelta(days=7 * week + day))


def test_three_weeks_without_a_missed_day_on_the_day_and_for_a_week(klas: Klasje) -> None:
    stage = here.stage_van(klas.student, BEGIN)
    weeks(stage, BEGIN, 5)
    said = ["Drie weken geen stagedag gemist"]
    assert [grown(klas, date(2026, 9, day)) for day in (27, 28, 29)] == [[], said, said]
    assert grown(klas, date(2026, 10, 5)) == []  # after a week it is no news any more
    assert grown(klas, date(2026, 9, 28), klas.kawer) == said
    assert grown(klas, date(2026, 9, 28), UserFactory.create()) == []


def test_a_missed_day_begins_the_count_anew(klas: Klasje) -> None:
    stage = here.stage_van(klas.student, BEGIN)
    weeks(stage, BEGIN, 5)
    row = stage.urendagen.get(dag=date(2026, 9, 9))
    row.soort, row.gemaakt, row.gemist = DagSoort.ZIEK_GEMELD, 0, 8
    row.save()
    assert grown(klas, date(2026, 9, 28)) == []
    assert grown(klas, date(2026, 9, 30)) == ["Drie weken geen stagedag gemist"]


def test_days_of_which_nothing_is_known_are_no_success(klas: Klasje) -> None:
    stage = here.stage_van(klas.student, BEGIN)
    weeks(stage, BEGIN, 2)
    assert grown(klas, date(2026, 9, 28)) == []


def test_compliments_and_better_talks_of_the_last_two_weeks(klas: Klasje) -> None:
    koos = UserFactory.create(voornaam="Koos", achternaam="van Dam")
    Signaal.objects.create(
        student=klas.student, auteur=koos, soort=SignaalSoort.GAAT_GOED, dag=date(2026, 9, 14),
        wanneer=at(date(2026, 9, 14)), tekst="Carlo belde zelf",
    )  # fmt: skip
    stage = here.stage_van(klas.student, date(2026, 9, 14))
    Stagegesprek.objects.create(
        stage=stage, soort=TalkSoort.TUSSEN, aan_de_beurt=BEGIN, gemaakt_op=at(BEGIN), gemaakt_door=klas.mentor,
        status=TalkStatus.VAST, vast_op=at(date(2026, 9, 15)), vast_door=klas.mentor, groei=3,
    )  # fmt: skip
    found = groei_voor(Blik(klas.kijkt(date(2026, 9, 16))), [])
    assert [(one.tekst, one.meta) for one in found] == [
        ("Tussenevaluatie: beter dan de vorige keer", "Gisteren"),
        ("Carlo belde zelf", "Maandag 14 september, gezien door Koos van Dam"),
    ]
    assert grown(klas, date(2026, 9, 29)) == ["Tussenevaluatie: beter dan de vorige keer"]
