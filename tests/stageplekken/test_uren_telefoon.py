"""Hours on the phone of a begeleider, and who hears that a week waits or came back."""

from django.test import Client
from django.urls import reverse

from collaboration.models import Melding
from stageplekken.actions.uren_weken import return_week
from stageplekken.models import Stage, UrenDag
from tests.acts_uren import enter, full_week, missed, monday, seen
from tests.cast import Cast
from tests.htmx import words


def told() -> set[tuple[str, str]]:
    return {(row.user.voornaam, row.soort) for row in Melding.objects.select_related("user")}


def test_the_student_enters_on_the_phone_of_the_mentor(client: Client, cast: Cast, stage: Stage) -> None:
    client.force_login(cast.harold)
    handed = client.post(reverse("uren_telefoon", args=[stage.pk]), follow=True)
    assert "Jouw uren" in words(handed)
    assert "Niet gekomen" not in words(handed)
    path = reverse("telefoon_uren")
    answer = client.post(path, {"dag": str(monday(-1)), "keuze": "heel"}, follow=True)
    assert "Bewaard" in words(answer)
    row = UrenDag.objects.get()
    assert (row.van_student, row.ingevoerd_door, row.gemaakt) == (True, cast.harold, 8)
    assert client.get(reverse("uren", args=[stage.pk])).status_code == 302  # no way to another page
    wrong = client.post(path, {"dag": str(monday(-1)), "keuze": "niet", "waarom_niet": "niet_gemeld"})
    assert wrong.status_code == 422


def test_what_stands_there_is_asked_on_the_phone_too(client: Client, cast: Cast, stage: Stage) -> None:
    enter(cast.melissa, stage, monday(-1), missed())
    client.force_login(cast.harold)
    client.post(reverse("uren_telefoon", args=[stage.pk]))
    answer = client.post(reverse("telefoon_uren"), {"dag": str(monday(-1)), "keuze": "heel"})
    assert answer.status_code == 409
    assert "Er staat 8 uur ziek gemeld" in words(answer)
    assert "Uren van" not in words(answer)  # no link away
    assert UrenDag.objects.get().soort == "ziek_gemeld"


def test_the_page_says_on_whose_phone(client: Client, cast: Cast, stage: Stage) -> None:
    enter(cast.harold, stage, monday(-1), van_student=True)
    client.force_login(cast.melissa)
    said = words(client.get(reverse("uren", args=[stage.pk])))
    assert "Ingevuld door Marije, op de telefoon van Harold Vermeer" in said


def test_without_a_handed_over_phone_there_is_no_such_page(client: Client, cast: Cast, stage: Stage) -> None:
    client.force_login(cast.harold)
    assert client.get(reverse("telefoon_uren")).status_code == 302


def test_a_full_week_tells_the_praktijkbegeleider_and_a_returned_one_the_others(
    cast: Cast, stage: Stage
) -> None:
    enter(cast.marije_zelf, stage, monday(-1))
    assert told() == set()
    full_week(cast.marije_zelf, stage, monday(-1))
    assert told() == {("Melissa", "uren_klaar")}
    return_week(by=seen(cast.melissa), stage_id=stage.pk, maandag=monday(-1), reden="Dinsdag niet")
    assert told() == {("Melissa", "uren_klaar"), ("Marije", "uren_terug"), ("Harold", "uren_terug")}


def test_who_fills_in_the_week_alone_is_told_nothing(cast: Cast, stage: Stage) -> None:
    full_week(cast.melissa, stage, monday(-1))
    assert told() == set()
