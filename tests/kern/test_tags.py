"""Tags and filters of every template."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest
from django.template import engines

from kern import dates
from kern.templatetags import kansrijk


@dataclass(frozen=True)
class Someone:
    pk: uuid.UUID
    voornaam: str
    achternaam: str


FATOU = Someone(uuid.UUID(int=6), "Fatou", "Keita")


def render(source: str, **context: object) -> str:
    return engines["django"].from_string(source).render(context)


def test_an_icon_is_decorative_and_comes_from_the_sprite() -> None:
    html = render('{% icon "check" "k-caret" %}')
    assert html == (
        '<svg class="k-i k-caret" aria-hidden="true"><use href="/static/icons.svg#i-check"/></svg>'
    )


def test_a_badge_says_it_in_words() -> None:
    html = render('{% badge "goed" "check" text %}', text="Op weg & klaar")
    assert 'class="k-badge k-badge--goed"' in html
    assert "</svg>Op weg &amp; klaar</span>" in html


def test_a_notice_keeps_its_own_html_and_escapes_what_is_filled_in() -> None:
    html = render('{% notice "let" role="alert" %}<p>{{ said }}</p>{% endnotice %}', said="<b>")
    assert html.startswith('<div class="k-notice k-notice--let" role="alert"><svg')
    assert "<div><p>&lt;b&gt;</p></div>" in html


@pytest.mark.parametrize(
    ("person", "letters"),
    [
        (FATOU, "FK"),
        (Someone(uuid.uuid4(), "çelik", "ünal"), "ÇÜ"),
        ("Sanna de Boer", "SB"),
        (Someone(uuid.uuid4(), "Has", "El Amrani"), "HA"),
        ("", ""),
    ],
)
def test_initials(person: object, letters: str) -> None:
    assert kansrijk.initials(person) == letters


def test_the_tint_of_a_person_is_the_same_on_every_page() -> None:
    assert kansrijk.arch_tint(FATOU) == kansrijk.arch_tint(FATOU.pk) == "perzik"
    tints = {kansrijk.arch_tint(uuid.UUID(int=number)) for number in range(10)}
    assert tints == set(kansrijk.TINTS)


def test_the_arch_hides_its_letters_from_a_screen_reader() -> None:
    assert render('{% arch who "s" %}', who=FATOU) == (
        '<span class="k-arch k-arch--s k-arch--perzik" aria-hidden="true">FK</span>'
    )
    assert 'class="k-arch k-arch--zon"' in render('{% arch who "" "zon" %}', who=FATOU)


def test_days_are_those_of_amsterdam() -> None:
    late = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)  # half past midnight on the 10th in Amsterdam
    assert render("{{ d|dag }}", d=late) == "dinsdag 10 maart"
    assert render("{{ d|dag_jaar }}", d=date(2026, 3, 10)) == "dinsdag 10 maart 2026"
    assert render("{{ d|dag|hoofdletter }}", d=date(2026, 12, 1)) == "Dinsdag 1 december"


def test_times_have_a_dot_and_follow_summer_time() -> None:
    assert render("{{ t|uur }}", t=datetime(2026, 3, 10, 10, 5, tzinfo=UTC)) == "11.05 uur"
    assert render("{{ t|uur }}", t=datetime(2026, 7, 10, 10, 5, tzinfo=UTC)) == "12.05 uur"
    assert render("{{ t|uur }}", t=time(9, 0)) == "9.00 uur"
    assert render("{{ t|uur }}{{ t|dag }}{{ t|moment }}", t=None) == ""


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 3, 10, 9, 42, tzinfo=UTC), "vandaag 10.42 uur"),
        (datetime(2026, 3, 9, 13, 10, tzinfo=UTC), "gisteren 14.10 uur"),
        (datetime(2026, 3, 3, 10, 0, tzinfo=UTC), "dinsdag 3 maart, 11.00 uur"),
        (datetime(2025, 12, 1, 10, 0, tzinfo=UTC), "maandag 1 december 2025, 11.00 uur"),
    ],
)
def test_a_moment_is_told_from_today(moment: datetime, said: str) -> None:
    assert dates.say_moment(moment, now=datetime(2026, 3, 10, 12, 0, tzinfo=UTC)) == said


def test_when_it_was_saved_names_the_day_only_where_it_is_not_today() -> None:
    now = datetime(2026, 3, 10, 11, 0, tzinfo=dates.AMSTERDAM)
    assert dates.say_saved(now.replace(hour=10, minute=42), now) == "om 10.42 uur"
    assert dates.say_saved(now.replace(day=6), now) == "vrijdag 6 maart, 11.00 uur"
