"""The command `demo`: once is enough, only where it may be, alive on any day, and nobody in it is real."""

import datetime
import re
import sys
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from begeleiders.models import School, User
from collaboration.enums import GesprekStatus
from collaboration.models import Afspraak, Contactpoging, Gesprek
from collaboration.queries import gesprek as queries
from kern.dates import AMSTERDAM
from kern.models import LogRegel
from stageplekken.models import Stage
from students.access import Viewer
from students.models import Klas, Student, TeamLid
from students.queries import students_for
from tests.demo.build import build
from tests.demo.bulk import bulk
from tests.demo.world import FILES
from tests.factories import viewer

pytestmark = pytest.mark.django_db
MODELS = (User, School, Klas, Student, TeamLid, Gesprek, Afspraak, Contactpoging, LogRegel)

SUNDAY = datetime.datetime(2026, 8, 16, 14, 0, tzinfo=AMSTERDAM)
NEW_YEAR = datetime.datetime(2027, 1, 1, 0, 5, tzinfo=AMSTERDAM)
EVENING = datetime.datetime(2026, 3, 10, 23, 0, tzinfo=AMSTERDAM)


def test_twice_is_once() -> None:
    out = StringIO()
    call_command("demo", stdout=out)
    before = {model: model._base_manager.count() for model in MODELS}
    call_command("demo", stdout=out)
    assert before == {model: model._base_manager.count() for model in MODELS}
    assert "staat klaar" in out.getvalue()
    assert "is er al" in out.getvalue()


@pytest.mark.parametrize(("demo", "https"), [(False, True), (True, True), (False, False)])
def test_never_in_production(settings: Any, demo: bool, https: bool) -> None:
    settings.DEMO, settings.HTTPS = demo, https
    with pytest.raises(CommandError, match="niet in een echte omgeving"):
        call_command("demo")
    assert not User.objects.exists()


def test_without_the_tests_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tests.demo.build", None)
    with pytest.raises(CommandError, match="zit niet in dit pakket"):
        call_command("demo")


@pytest.mark.eenmaal
@pytest.mark.parametrize("now", [SUNDAY, NEW_YEAR, EVENING])
def test_alive_on_any_day(now: datetime.datetime) -> None:
    build(now)
    user = User.objects.get(email="harold@demo.kansrijk.example")
    harold = Viewer(user=user, today=now.date())
    agenda = [g for g in queries.concepts_of(harold) if g.wanneer > now]
    assert agenda[0].wanneer - now < datetime.timedelta(days=4)
    assert len(agenda) == 6
    assert all(timezone.localtime(g.wanneer).weekday() < 5 for g in Gesprek.objects.all())
    assert not Gesprek.objects.exclude(status=GesprekStatus.CONCEPT).filter(wanneer__gte=now).exists()
    late = [a for a in queries.asked_afspraken(harold) if a.voor < now.date()]
    assert {"Weekplan van Inge bekijken", "Ov-kaart regelen"} <= {a.wat for a in late}


# What is in it, and what never is --------------------------------------------------------------------------

NEVER = (
    r"\b(bsn|burgerservicenummer|diagnoses?|adhd|autis\w*|dyslexie|strafblad|reclassering|veroordeeld"
    r"|nationaliteit|paspoort)\b"
)
REAL_NAMES = r"\b(keijzer|lohman|van der aa|van dijk|hogeschool rotterdam)\b"


def test_no_word_that_is_never_collected_and_no_real_name() -> None:
    text = " ".join(path.read_text() for path in sorted(FILES.glob("*.yaml"))).lower()
    assert len(text) > 30_000
    assert not re.findall(NEVER, text)
    assert not re.findall(REAL_NAMES, text)


def test_bulk_makes_klassen_of_fifteen() -> None:
    mentor = bulk(40)
    assert Student.objects.count() == 40
    assert students_for(viewer(mentor)).count() == 15
    assert len(queries.recent_gesprekken(viewer(mentor))) == 30
    bulk(10)
    assert Student.objects.count() == 50
    assert Stage.objects.count() == 50
