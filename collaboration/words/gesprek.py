"""Sentences that follow from counts and days: one place, so that plural and kindness are right everywhere."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from checklists.nodes import TERUGKIJKEN, VOOR
from collaboration.models import Gesprek
from kern.dates import day_of, say_day, say_day_year, say_moment, say_time
from kern.forms import COUNT_WORDS

# As many afspraken as the first screen shows; beyond it is only said that there are more.
MANY = 12


def count(number: int, one: str, more: str, most: int | None = None) -> str:
    """A number with its word: "één gesprek", "13 studenten"; above `most` "meer dan 12 afspraken"."""
    if most is not None and number > most:
        return f"meer dan {count(most, one, more)}"
    word = COUNT_WORDS[number] if number < len(COUNT_WORDS) else str(number)
    return f"{word} {one if number == 1 else more}"


def capital(said: str) -> str:
    """A number with its word at the start of a sentence: "Drie studenten", and as Dutch wants it "Eén student"."""
    return said.replace("één", "Eén", 1) if said.startswith("één") else said[:1].upper() + said[1:]


def say_near(value: date | datetime, today: date | None = None) -> str:
    """A day as people say it: "vandaag", "morgen", "gisteren", "dinsdag 10 maart", with the year when it is another."""
    today = today or timezone.localdate()
    day = day_of(value)
    near = {today: "vandaag", today + timedelta(days=1): "morgen", today - timedelta(days=1): "gisteren"}
    return near.get(day) or (say_day(day) if day.year == today.year else say_day_year(day))


def say_due(day: date, today: date | None = None) -> str:
    """Before when an afspraak is: "voor morgen"; kindly when that day is past: "was voor dinsdag 3 maart"."""
    today = today or timezone.localdate()
    return f"{'was ' if day < today else ''}voor {say_near(day, today)}"


def last_touched(gesprek: Gesprek) -> datetime:
    """When somebody last worked in this concept: at its checklist, or at the latest when it was begun."""
    return (gesprek.invulling and gesprek.invulling.plaats_op) or gesprek.gemaakt_op


def where_stopped(gesprek: Gesprek, now: datetime | None = None) -> str:
    """Where a concept goes on and when it was saved: "Stap 4 van 5, bewaard om 0.41 uur"; or when it is planned."""
    now = now or timezone.now()
    prepared = not gesprek.invulling or gesprek.invulling.stap in ("", VOOR)
    if prepared and gesprek.wanneer > now:
        return f"Gepland voor {say_moment(gesprek.wanneer, now)}"
    touched = last_touched(gesprek)
    when = f"om {say_time(touched)}" if day_of(touched) == day_of(now) else say_moment(touched, now)
    place = _place(gesprek)
    if not place:
        return f"Begonnen {when}"
    return f"{place}, bewaard {when}"


def _place(gesprek: Gesprek) -> str:
    if gesprek.invulling is None or not gesprek.invulling.stap:
        return ""
    stap = gesprek.invulling.stap
    if stap in (VOOR, TERUGKIJKEN):
        return "Bij het voorbereiden" if stap == VOOR else "Bij het terugkijken"
    codes = [step.code for step in gesprek.invulling.versie.instrument.stappen]
    return f"Stap {codes.index(stap) + 1} van {len(codes)}" if stap in codes else ""


@dataclass(frozen=True)
class Counts:
    """What waits for somebody on the first screen."""

    studenten: int
    gepland: int  # gesprekken that stand in the agenda for today
    begonnen: int
    afspraken: int
    te_laat: int
    eerst: int = 0  # students in the list of aandacht


NIETS = {
    "student": "Er staat nu niets open.",
    "buiten": "Er wordt nu niets van je gevraagd.",
    "beheer": "Dit zijn de klassen van je school.",
}


def lead(counts: Counts, soort: str = "school") -> str:
    """One or two sentences about today, in the order in which it helps: what is planned, what waits, what is open.

    `soort` is whose first screen it is: school, zorg, buiten, student or beheer.
    """
    if not counts.studenten:
        return "Je hoort nog niet bij een klas of een student."
    found = []
    if counts.eerst:
        verb = "heeft" if counts.eerst == 1 else "hebben"
        said = count(counts.eerst, "student", "studenten")
        found.append(f"{capital(said)} {verb} jou nu eerst nodig.")
    if counts.gepland:
        verb = "staat" if counts.gepland == 1 else "staan"
        found.append(f"Vandaag {verb} er {count(counts.gepland, 'gesprek', 'gesprekken')} in je agenda.")
    if counts.begonnen:
        found.append(f"Je kunt {count(counts.begonnen, 'gesprek', 'gesprekken')} afmaken.")
    if counts.te_laat:
        found.append(f"Van {count(counts.te_laat, 'afspraak', 'afspraken', MANY)} is de dag voorbij.")
    elif counts.afspraken:
        verb = "staat" if counts.afspraken == 1 else "staan"
        found.append(f"Er {verb} {count(counts.afspraken, 'afspraak', 'afspraken', MANY)} open.")
    if not found:
        return NIETS.get(soort, "Niemand wacht op jou. Mooi moment voor een gewoon praatje.")
    return " ".join(found[:2])
