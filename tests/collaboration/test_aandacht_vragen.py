"""What waits: an afspraak over its day, a signaal nobody saw, a leerbedrijf that did not hear, a talk that is due."""

from datetime import date, timedelta

import pytest

from begeleiders.models import User
from collaboration.enums.aandacht import Regel
from collaboration.enums.signaal import Delen, SignaalSoort, SignaalStatus
from collaboration.models import Signaal, StageEinde
from stageplekken.enums.talks import TalkSoort, TalkStatus
from stageplekken.models import Stagegesprek
from students.enums import Laag, Rol
from tests import acts_aandacht as here
from tests.acts_aandacht import VRIJDAG, Klasje, at
from tests.factories import AfspraakFactory, TeamLidFactory, UserFactory, praktijkbegeleider

pytestmark = pytest.mark.django_db
DONDERDAG = VRIJDAG - timedelta(days=1)
# From Friday 16 October: the first school day after it is Monday the 26th, the second the 27th, the third the 28th.
EEN, TWEE, DRIE, VIER = (date(2026, 10, day) for day in (26, 27, 28, 29))


def found(klas: Klasje, regel: str, on: date, user: User | None = None) -> int:
    return len(here.van(klas.kijkt(on, user), regel))


@pytest.fixture
def klas() -> Klasje:
    return here.klasje()


def test_an_afspraak_three_school_days_past(klas: Klasje) -> None:
    row = AfspraakFactory.create(
        student=klas.student, auteur=klas.mentor, voor=VRIJDAG, wat="De bus uitzoeken"
    )
    assert [found(klas, Regel.AFSPRAAK, on) for on in (VRIJDAG, EEN, TWEE, DRIE, VIER)] == [0, 0, 0, 1, 1]
    (punt,) = here.van(klas.kijkt(DRIE), Regel.AFSPRAAK)
    assert punt.sinds == VRIJDAG
    assert punt.uitleg == "De bus uitzoeken (Carlo, was voor vrijdag 16 oktober)."
    assert punt.stap.url.startswith(f"/afspraken/{row.pk}/afronden/")
    assert found(klas, Regel.AFSPRAAK, DRIE, klas.kawer) == 1  # the student's: of both who guide


def test_an_afspraak_for_a_day_in_the_holiday(klas: Klasje) -> None:
    AfspraakFactory.create(student=klas.student, auteur=klas.mentor, voor=date(2026, 10, 21))
    assert [found(klas, Regel.AFSPRAAK, on) for on in (TWEE, DRIE, VIER)] == [0, 1, 1]


def test_whose_afspraak_it_is(klas: Klasje) -> None:
    AfspraakFactory.create(
        student=klas.student, auteur=klas.mentor, voor=VRIJDAG, eigenaar=klas.mentor, laag=Laag.BEGELEIDING
    )
    assert found(klas, Regel.AFSPRAAK, DRIE) == 1
    assert found(klas, Regel.AFSPRAAK, DRIE, klas.kawer) == 0
    noor = UserFactory.create()
    TeamLidFactory.create(student=klas.student, user=noor, rol=Rol.PEERCOACH, begin=here.BEGIN)
    assert here.punten(klas.kijkt(DRIE, noor)) == []


def _signaal(klas: Klasje, on: date, **more: object) -> Signaal:
    stage = here.stage_van(klas.student, date(2026, 10, 5))
    koos = UserFactory.create(voornaam="Koos", achternaam="van Dam")
    praktijkbegeleider(stage, koos)
    fields = {"soort": SignaalSoort.ZORGEN, "wanneer": at(on), "dag": on} | more
    row: Signaal = Signaal.objects.create(student=klas.student, stage=stage, auteur=koos, **fields)
    return row


def test_a_signaal_that_nobody_saw_for_three_school_days(klas: Klasje) -> None:
    row = _signaal(klas, VRIJDAG)
    assert [found(klas, Regel.SIGNAAL, on) for on in (EEN, TWEE, DRIE, VIER)] == [0, 0, 1, 1]
    assert found(klas, Regel.SIGNAAL, DRIE, klas.kawer) == 1
    (punt,) = here.van(klas.kijkt(DRIE), Regel.SIGNAAL)
    assert punt.stap.label == "Antwoord Koos"
    assert punt.stap.url == f"/signalen/{row.pk}/"
    assert "van Koos van Dam, vrijdag 16 oktober" in punt.uitleg
    row.status, row.gezien_op, row.gezien_door = SignaalStatus.GEZIEN, at(DRIE), klas.mentor
    row.save()
    assert found(klas, Regel.SIGNAAL, VIER) == 0


def test_nobody_waits_for_an_answer_to_a_compliment(klas: Klasje) -> None:
    _signaal(klas, VRIJDAG, soort=SignaalSoort.GAAT_GOED)
    assert found(klas, Regel.SIGNAAL, VIER) == 0


def test_a_leerbedrijf_that_did_not_hear_for_two_school_days(klas: Klasje) -> None:
    stage = here.stage_van(klas.student, date(2026, 9, 7))
    row = StageEinde.objects.create(
        stage=stage, student=klas.student, hoe="gestopt", laatste_dag=VRIJDAG, reden="Te ver weg",
        gepland_einde=stage.einde,
        delen=Delen.NIETS, gemaakt_op=at(VRIJDAG), gemaakt_door=klas.mentor,
    )  # fmt: skip
    assert [found(klas, Regel.TERUGMELDING, on) for on in (VRIJDAG, EEN, TWEE, DRIE)] == [0, 0, 1, 1]
    assert found(klas, Regel.TERUGMELDING, TWEE, klas.kawer) == 0
    (punt,) = here.van(klas.kijkt(TWEE), Regel.TERUGMELDING)
    assert "eindigde vrijdag 16 oktober. Laat weten hoe het verder gaat." in punt.uitleg
    assert "Te ver weg" not in punt.uitleg
    row.teruggemeld_op, row.teruggemeld_door = at(TWEE), klas.mentor
    row.terugmeld_wijze, row.terugmelding = "gebeld", "Verteld"
    row.save()
    assert found(klas, Regel.TERUGMELDING, DRIE) == 0


def test_a_talk_asks_from_its_day_until_it_is_fixed(klas: Klasje) -> None:
    stage = here.stage_van(klas.student, date(2026, 10, 5))
    talk = Stagegesprek.objects.create(
        stage=stage, soort=TalkSoort.START, aan_de_beurt=EEN, gemaakt_op=at(VRIJDAG), gemaakt_door=klas.mentor
    )
    assert [found(klas, Regel.TALK, on) for on in (date(2026, 10, 25), EEN, TWEE)] == [0, 1, 1]
    assert found(klas, Regel.TALK, EEN, klas.kawer) == 0
    (punt,) = here.van(klas.kijkt(EEN), Regel.TALK)
    assert (punt.reden, punt.uitleg) == ("Startgesprek nog niet af", "Er is nog niets ingevuld.")
    talk.status, talk.vast_op, talk.vast_door = TalkStatus.VAST, at(EEN), klas.mentor
    talk.save()
    assert found(klas, Regel.TALK, TWEE) == 0


def test_a_tussenevaluatie_asks_at_half_of_the_hours(klas: Klasje) -> None:
    stage = here.stage_van(klas.student, date(2026, 10, 5), uren=32)
    Stagegesprek.objects.create(
        stage=stage, soort=TalkSoort.TUSSEN, aan_de_beurt=date(2027, 1, 5),
        gemaakt_op=at(VRIJDAG), gemaakt_door=klas.mentor,
    )  # fmt: skip
    here.dag(stage, date(2026, 10, 13))
    assert found(klas, Regel.TALK, DRIE) == 0
    here.dag(stage, date(2026, 10, 14))
    assert found(klas, Regel.TALK, DRIE) == 1
