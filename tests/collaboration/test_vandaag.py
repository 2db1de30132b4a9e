"""The first screen: greeting, what waits, what is planned, what was done, and the klas."""

from datetime import UTC, timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.words.gesprek import Counts, lead, say_due
from tests import acts
from tests.acts_aandacht import gezien_vandaag
from tests.cast import Cast
from tests.factories import AfspraakFactory, GesprekFactory, StageFactory, StudentFactory, days
from tests.htmx import queries_of, title, words

URL = "/"


def test_greets_by_first_name_and_offers_one_start(client: Client, cast: Cast) -> None:
    gezien_vandaag(cast.harold, cast.e1b)
    client.force_login(cast.harold)
    page = client.get(URL)
    assert title(page) == "Vandaag - Kansrijk"
    assert ", Harold" in words(page)
    assert "Niemand wacht op jou. Mooi moment voor een gewoon praatje." in words(page)
    assert page.content.decode().count("k-btn--1") == 1
    assert f'href="{reverse("studenten")}"' in page.content.decode()


def test_shows_the_klas_with_stage_and_last_gesprek(client: Client, cast: Cast) -> None:
    acts.vastgelegd(cast.harold, cast.sanna, wanneer=timezone.now() - timedelta(days=1))
    client.force_login(cast.harold)
    seen = words(client.get(URL))
    assert "Klas E1B" in seen
    assert "Drie studenten" in seen
    assert "Restaurant De Kade" in seen
    assert "Has El Amrani Metaal, elektro en installatie Nog geen gesprek Nog geen stage" in seen
    assert "Laatste gesprek: gisteren" in seen
    assert "Milan" not in seen


def test_agenda_concepts_and_afspraken(client: Client, cast: Cast) -> None:
    acts.concept(cast.harold, cast.sanna, wanneer=timezone.now() + timedelta(days=3), plek="Lokaal 1.12")
    begun = acts.concept(cast.harold, cast.marije, acts.B, wanneer=timezone.now() - timedelta(hours=1))
    plain = acts.concept(cast.harold, cast.has, wanneer=timezone.now() - timedelta(hours=2))
    AfspraakFactory.create(student=cast.marije, wat="Bellen met de bus", voor=days(-1))
    gezien_vandaag(cast.harold, cast.e1b)
    client.force_login(cast.harold)
    page = client.get(URL)
    seen = words(page)
    assert "Je kunt twee gesprekken afmaken. Van één afspraak is de dag voorbij." in seen
    assert "Lokaal 1.12" in seen
    assert reverse("gesprek_verder", args=[begun.pk]) in page.content.decode()
    assert reverse("gesprek_aanpassen", args=[plain.pk]) in page.content.decode()
    assert "Marije Jonkers Weten waar je aan toe bent · Begonnen om " in seen
    assert f"Marije Jonkers, {say_due(days(-1))}" in seen
    assert "was voor" in seen


def test_what_was_touched_last_comes_first_and_says_where_it_stopped(client: Client, cast: Cast) -> None:
    first = acts.concept(cast.harold, cast.marije, acts.B, wanneer=timezone.now() - timedelta(days=2))
    acts.concept(cast.harold, cast.sanna, acts.B, wanneer=timezone.now() - timedelta(hours=1))
    acts.answer(cast.harold, first, {"s1n": "Over de eerste week"}, stap="s2")
    client.force_login(cast.harold)
    seen = words(client.get(URL))
    assert "Marije Jonkers Weten waar je aan toe bent · Stap 2 van 5, bewaard om " in seen
    begun = seen[seen.index("Ga verder") : seen.index("Agenda")]
    assert begun.index("Marije Jonkers") < begun.index("Sanna de Boer")


def test_the_agenda_says_what_it_is_about_and_whether_the_student_is_there(
    client: Client, cast: Cast
) -> None:
    later = timezone.now() + timedelta(days=2)
    acts.concept(
        cast.harold, cast.marije, wanneer=later, student_erbij=False, onderwerp_regel="Opstart van de stage"
    )
    ready = acts.concept(cast.harold, cast.sanna, acts.B, wanneer=later)
    acts.answer(cast.harold, ready, {"student-punten": "Haar rooster"}, stap="voor")
    client.force_login(cast.harold)
    seen = words(client.get(URL))
    assert "Opstart van de stage over Marije Jonkers · Op school" in seen
    assert "Weten waar je aan toe bent met Sanna de Boer · Op school · al voorbereid" in seen
    assert "Ga verder" not in seen


@pytest.mark.parametrize(
    ("hour", "word"), [(3, "Hallo"), (7, "Goedemorgen"), (13, "Goedemiddag"), (21, "Goedenavond")]
)
def test_greets_by_the_hour(client: Client, cast: Cast, hour: int, word: str) -> None:
    now = timezone.localtime().replace(hour=hour, minute=5).astimezone(UTC)
    with patch("django.utils.timezone.now", return_value=now):
        client.force_login(cast.harold)
        assert f"{word}, Harold" in words(client.get(URL))


def test_more_afspraken_than_fit_are_not_counted_wrong(client: Client, cast: Cast) -> None:
    AfspraakFactory.create_batch(13, student=cast.marije)
    client.force_login(cast.harold)
    seen = words(client.get(URL))
    assert "Er staan meer dan 12 afspraken open." in seen
    assert "Meer dan 12" in seen
    assert seen.count("Gedaan: ") == 12


def test_what_was_done_lately_is_celebrated(client: Client, cast: Cast) -> None:
    AfspraakFactory.create(student=cast.sanna, wat="Zelf de bus uitzoeken", gedaan=True)
    client.force_login(cast.harold)
    assert "Dit lukte In de laatste twee weken Zelf de bus uitzoeken Vandaag Sanna de Boer" in words(
        client.get(URL)
    )


def test_a_peercoach_reads_first_names_only(client: Client, cast: Cast) -> None:
    AfspraakFactory.create(student=cast.marije, eigenaar=cast.noor, wat="Samen de bus nemen")
    acts.concept(cast.noor, cast.sanna, wanneer=timezone.now() + timedelta(days=1))
    client.force_login(cast.noor)
    page = client.get(URL)
    assert "Jij, over Marije," in words(page)
    for name in ("Jonkers", "de Boer", "Restaurant De Kade", "Horeca"):
        assert name not in page.content.decode()


def test_without_students_there_is_nothing_to_start(client: Client, cast: Cast) -> None:
    client.force_login(cast.vreemde)
    page = client.get(URL)
    assert "Je hoort nog niet bij een klas of een student." in words(page)
    assert "Start een gesprek" not in words(page)


def test_the_beheerder_sees_names_and_cannot_start(client: Client, cast: Cast) -> None:
    client.force_login(cast.bea)
    seen = words(client.get(URL))
    assert "Marije Jonkers" in seen
    assert "Milan Kovač" in seen
    assert "Lotte" not in seen
    assert "Start een gesprek" not in seen
    assert "Nog geen stage" not in seen


def test_more_students_takes_as_many_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    few = _fill(client, cast, 2)
    assert _fill(client, cast, 8) == few


def _fill(client: Client, cast: Cast, number: int) -> int:
    for student in StudentFactory.create_batch(number, klas=cast.e1b, regie_houder=cast.harold):
        StageFactory.create(student=student)
        GesprekFactory.create(student=student, auteur=cast.soraya, vast=True)
        AfspraakFactory.create(student=student, eigenaar=None)
        AfspraakFactory.create(student=student, eigenaar=cast.harold, gedaan=True)
        acts.concept(cast.harold, student, acts.B, wanneer=timezone.now() + timedelta(days=1))
        acts.concept(cast.harold, student, wanneer=timezone.now() - timedelta(days=1))
    return queries_of(client, URL)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (Counts(0, 0, 0, 0, 0), "Je hoort nog niet bij een klas of een student."),
        (Counts(9, 1, 0, 0, 0), "Vandaag staat er één gesprek in je agenda."),
        (
            Counts(9, 2, 0, 3, 0),
            "Vandaag staan er twee gesprekken in je agenda. Er staan drie afspraken open.",
        ),
        (Counts(9, 0, 0, 1, 0), "Er staat één afspraak open."),
        (Counts(9, 0, 1, 4, 2), "Je kunt één gesprek afmaken. Van twee afspraken is de dag voorbij."),
    ],
)
def test_lead_sentence(counts: Counts, sentence: str) -> None:
    assert lead(counts) == sentence
