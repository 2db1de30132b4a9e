"""Looking back: the phone for the student, two answers from two phones, which kenmerken got attention."""

import pytest
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from collaboration.actions.gesprek import student_answers
from collaboration.models import Gesprek
from tests import acts
from tests.cast import Cast
from tests.factories import viewer
from tests.htmx import parse, words


@pytest.fixture
def gesprek(cast: Cast) -> Gesprek:
    """A gesprek of Harold and Soraya with Marije."""
    return acts.concept(cast.harold, cast.marije, acts.B, voerders=(cast.soraya.pk,))


@pytest.fixture
def two_phones(cast: Cast, gesprek: Gesprek) -> Gesprek:
    """Marije answered on the phone of each, at the same moment."""
    stale = acts.posted(gesprek, {"student-hoe": "fijn"})
    for who, data in (
        (cast.soraya, acts.posted(gesprek, {"student-hoe": "spannend"})),
        (cast.harold, stale),
    ):
        student_answers(by=viewer(who), gesprek_id=gesprek.pk, posted=data)
    return gesprek


def na(gesprek: Gesprek) -> str:
    return reverse("gesprek_na", args=[gesprek.pk])


def test_two_answers_of_the_student_are_settled_here(client: Client, cast: Cast, two_phones: Gesprek) -> None:
    client.force_login(cast.harold)
    fix = reverse("gesprek_vastleggen", args=[two_phones.pk])
    assert f"{na(two_phones)}#b-student-hoe" in client.get(fix).content.decode()
    page = parse(client.get(na(two_phones)).content.decode())
    place = page.find(".//*[@id='b-student-hoe']")
    assert place is not None
    text = "".join(place.itertext())
    assert "Fijn" in text
    assert "Spannend of moeilijk" in text
    button = next(b for b in place.iter("button") if b.get("value") == "mijn")
    seen = {i.get("name", ""): i.get("value", "") for i in place.iter("input")}
    answer = client.post(button.get("formaction", ""), seen | {"deel": "terugkijken", "keuze": "mijn"})
    assert answer["Location"] == f"{na(two_phones)}#f-student-hoe"
    after = client.get(na(two_phones))
    assert "Je keuze staat erin" in words(after)
    assert "“Fijn”" in words(after)
    assert client.post(fix, {"laag": "begeleiding"})["Location"] == reverse("gesprek", args=[two_phones.pk])


def test_the_kenmerken_stand_in_two_groups_with_what_they_mean(
    client: Client, cast: Cast, gesprek: Gesprek
) -> None:
    client.force_login(cast.harold)
    assert "Vink in de stappen aan wat je besprak." in words(client.get(na(gesprek)))
    acts.answer(cast.harold, gesprek, {"s1p1": True})
    text = words(client.get(na(gesprek)))
    attention, later = text.index("Kreeg aandacht"), text.index("Komt een andere keer")
    assert text.index("In gewone woorden") < text.index("Hoe ging het voor jou?") < attention
    assert attention < text.index("Aandacht geven aan de relatie") < later
    assert "Nog niet aangevinkt" not in text


def test_the_phone_of_the_student_shows_no_message_of_the_begeleider(
    client: Client, cast: Cast, gesprek: Gesprek
) -> None:
    client.force_login(cast.harold)
    client.post(reverse("gesprek_telefoon", args=[gesprek.pk]))
    waiting = HttpRequest()
    waiting.COOKIES = {}
    storage = CookieStorage(waiting)
    storage.add(messages.INFO, "Afspraak erbij: met de wijkagent")
    client.cookies["messages"] = storage._encode(list(storage._queued_messages))
    for url in (reverse("telefoon"), reverse("telefoon_klaar")):
        assert "wijkagent" not in words(client.get(url))


def test_the_phone_says_who_reads_the_answer_and_keeps_what_is_typed(
    client: Client, cast: Cast, gesprek: Gesprek
) -> None:
    client.force_login(cast.harold)
    client.post(reverse("gesprek_telefoon", args=[gesprek.pk]))
    answer = client.get(reverse("telefoon"))
    assert "Harold leest dit. En wie het verslag mag lezen." in words(answer)
    form = next(
        f for f in parse(answer.content.decode()).iter("form") if f.get("action") == reverse("telefoon")
    )
    assert form.get("data-bewaar") == str(gesprek.pk)
    assert "_van" in {field.get("name") for field in form.iter("input")}
