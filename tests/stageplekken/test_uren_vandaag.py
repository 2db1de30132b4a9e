"""The first screens: hours of a day in one tap, with undo; the akkoord of a week in one; niet gekomen in one."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.models import Signaal
from stageplekken.enums.uren import WeekStatus
from stageplekken.models import Stage, UrenDag, UrenWeek
from tests.acts_uren import agree, full_week, monday, rooster
from tests.cast import Cast
from tests.htmx import parse, words


@pytest.fixture
def today_planned(cast: Cast, stage: Stage) -> Stage:
    """A stage on which every day of the week is planned, so that today is."""
    stage.roosters.all().delete()
    rooster(stage, cast.harold, 8, 8, 8, 8, 8, 8, 8)
    return stage


def forms(answer: Any) -> list[Any]:
    """Every form of a page that is sent."""
    return [form for form in parse(answer.content.decode()).iter("form") if form.get("method") == "post"]


def press(client: Client, answer: Any, label: str) -> Any:
    """One tap: the button with these words, with all that its form carries."""
    for form in forms(answer):
        for button in form.iter("button"):
            if " ".join("".join(button.itertext()).split()).startswith(label):
                fields = {one.attrib["name"]: one.get("value", "") for one in form.iter("input")}
                if button.get("name"):
                    fields[button.attrib["name"]] = button.get("value", "")
                return client.post(button.get("formaction") or form.get("action"), fields, follow=True)
    raise AssertionError(f"geen knop {label!r}")


@pytest.mark.parametrize("person", ["melissa", "marije_zelf"])
def test_the_hours_of_today_in_one_tap(client: Client, cast: Cast, today_planned: Stage, person: str) -> None:
    client.force_login(getattr(cast, person))
    home = client.get("/")
    answer = press(client, home, "Hele dag, 8 uur")
    assert answer.redirect_chain == [("/", 302)]
    row = UrenDag.objects.get()
    assert (row.dag, row.gemaakt, row.ingevoerd_door) == (timezone.localdate(), 8, getattr(cast, person))
    assert ": 8 uur gemaakt" in words(answer)
    assert "Verander dit" in words(answer)
    # Undo stands with the message, and brings back the question.
    back = press(client, answer, "Maak ongedaan")
    assert "staat weer zoals het was" in words(back)
    assert not UrenDag.objects.exists()
    assert "Hele dag, 8 uur" in words(back)


def test_the_same_tap_twice_is_one(client: Client, cast: Cast, today_planned: Stage) -> None:
    client.force_login(cast.melissa)
    home = client.get("/")
    for _ in range(2):
        assert press(client, home, "Hele dag").status_code == 200
    assert UrenDag.objects.count() == 1


def test_a_tap_that_says_something_else_asks(client: Client, cast: Cast, today_planned: Stage) -> None:
    client.force_login(cast.marije_zelf)
    home = client.get("/")
    press(client, home, "Hele dag")
    answer = press(client, home, "Ziek gemeld")
    assert answer.status_code == 409
    assert "Er staat 8 uur gemaakt" in words(answer)
    assert "Jij vulde in 8 uur ziek gemeld" in words(answer)
    after = press(client, answer, "Zet neer wat ik invulde")
    assert after.redirect_chain[-1][0] == "/"
    assert UrenDag.objects.get().soort == "ziek_gemeld"


def test_niet_gekomen_is_one_tap_with_its_signaal(client: Client, cast: Cast, today_planned: Stage) -> None:
    client.force_login(cast.melissa)
    answer = press(client, client.get("/"), "Niet gekomen, niets gehoord")
    assert "niet gemeld. De mentor hoort het nu." in words(answer)
    assert UrenDag.objects.get().soort == "niet_gemeld"
    signaal = Signaal.objects.get()
    assert (signaal.student, signaal.dag) == (cast.marije, timezone.localdate())
    client.force_login(cast.harold)
    assert "Marije" in words(client.get("/"))
    client.force_login(cast.melissa)
    press(client, answer, "Maak ongedaan")
    assert not UrenDag.objects.exists()
    client.force_login(cast.harold)
    assert "Teruggenomen door Melissa Brouwer" in words(client.get(f"/signalen/{signaal.pk}/"))
    assert "Niet gekomen" not in words(client.get("/"))


def test_the_student_has_no_such_button(client: Client, cast: Cast, today_planned: Stage) -> None:
    client.force_login(cast.marije_zelf)
    assert "niets gehoord" not in words(client.get("/"))


def test_akkoord_in_one_tap_with_undo(client: Client, cast: Cast, stage: Stage) -> None:
    full_week(cast.marije_zelf, stage, monday(-1))
    client.force_login(cast.melissa)
    answer = press(client, client.get("/"), "Akkoord")
    assert answer.redirect_chain == [("/", 302)]
    week = UrenWeek.objects.get()
    assert (week.status, week.akkoord_door) == (WeekStatus.AKKOORD, cast.melissa)
    assert f"Akkoord op week {monday(-1).isocalendar().week}" in words(answer)
    press(client, answer, "Maak ongedaan")
    assert UrenWeek.objects.get().status == WeekStatus.INGEVULD


def test_a_week_that_came_back_is_on_top_for_the_student(client: Client, cast: Cast, stage: Stage) -> None:
    from stageplekken.actions.uren_weken import return_week
    from tests.factories import viewer

    full_week(cast.marije_zelf, stage, monday(-1))
    return_week(
        by=viewer(cast.melissa), stage_id=stage.pk, maandag=monday(-1), reden="Dinsdag was je er niet"
    )
    client.force_login(cast.marije_zelf)
    assert "Dinsdag was je er niet" in words(client.get("/"))


def test_the_mentor_finds_the_hours_of_the_klas(client: Client, cast: Cast, stage: Stage) -> None:
    client.force_login(cast.harold)
    assert reverse("klas_uren", args=[cast.e1b.pk]) in client.get("/").content.decode()


def test_the_page_of_the_student_shows_how_it_stands(client: Client, cast: Cast, stage: Stage) -> None:
    full_week(cast.marije_zelf, stage, monday(-1))
    agree(cast.melissa, stage, monday(-1))
    page = reverse("student", args=[cast.marije.pk])
    for who in (cast.harold, cast.melissa, cast.marije_zelf):
        client.force_login(who)
        assert "24 van 320 uur bij Restaurant De Kade" in words(client.get(page))
    client.force_login(cast.noor)  # a peercoach has nothing of the stage
    assert "van 320 uur" not in words(client.get(page))
    assert isinstance(stage.pk, UUID)
