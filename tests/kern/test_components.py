"""The gallery shows every component; each does what its comment promises."""

import re

import pytest
from django.conf import settings
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from kern.http import UNDO_TAG

COMPONENTS = sorted(path.name for path in (settings.BASE_DIR / "templates" / "components").iterdir())


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def component(name: str, **context: object) -> str:
    return render_to_string(f"components/{name}.html", context, RequestFactory().get("/"))


@pytest.mark.django_db
def test_the_gallery_is_open_to_everyone_and_shows_every_state(client: Client) -> None:
    html = client.get("/componenten/").content.decode()
    shown = words(html)
    assert "<title>" in html
    assert "Componenten - Kansrijk" in shown
    for text in (
        "Bezig met bewaren…",
        "Bewaard om 10.42 uur",
        "Nog niet bewaard. Geen internet.",
        "Nog vier dingen voordat je verder kunt",
        "Maak ongedaan",
        "Nog geen gesprekken met Fatou",
        "Stap 3 van 5",
    ):
        assert text in shown


def test_every_component_says_what_it_needs() -> None:
    folder = settings.BASE_DIR / "templates" / "components"
    assert [name for name in COMPONENTS if "{% comment %}" not in (folder / name).read_text()[:40]] == []


def test_a_toast_offers_undo_only_where_there_is_one() -> None:
    undone = Message(constants.SUCCESS, "Afspraak afgevinkt", extra_tags=f"{UNDO_TAG}/afspraken/1/terug/")
    plain = Message(constants.SUCCESS, "Bewaard")
    html = component("toasts", messages=[undone, plain])
    assert html.count("Maak ongedaan") == 1
    assert 'action="/afspraken/1/terug/"' in html
    assert 'role="status"' in html


def test_an_error_is_never_a_toast() -> None:
    messages = [Message(constants.ERROR, "Nog niet verstuurd"), Message(constants.WARNING, "Let op")]
    assert 'k-toast"' not in component("toasts", messages=messages)
    html = component("alerts", messages=messages)
    assert "k-notice--fout" in html
    assert "k-notice--let" in html


def test_toasts_of_an_htmx_answer_go_to_their_own_place() -> None:
    assert 'hx-swap-oob="innerHTML"' in component("toasts", messages=[], oob=True)
    assert "hx-swap-oob" not in component("toasts", messages=[])


def test_the_step_navigator_says_where_you_are_in_words() -> None:
    stappen = [
        {"code": "s1", "nummer": "1", "titel": "Begin", "klaar": True, "nu": False},
        {"code": "s2", "nummer": "2", "titel": "Midden", "klaar": False, "nu": True},
    ]
    html = component("steps", stappen=stappen)
    assert html.count('aria-current="step"') == 1
    assert "Begin (klaar)" in words(html)
    assert "Midden (klaar)" not in words(html)


def test_an_empty_list_gives_one_next_step() -> None:
    html = component(
        "empty", heading="Nog geen gesprekken", text="Begin klein.", url="/start/", label="Start"
    )
    assert words(html) == "Nog geen gesprekken Begin klein. Start"
    assert "k-btn--2" in html
    assert "<a" not in component("empty", heading="Niemand wacht op jou", text="Alles is beantwoord.")
