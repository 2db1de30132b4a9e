"""Requests and regie in words: what a row of the inbox says, until when an answer is asked, what was tried."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from begeleiders.calendar import calendars
from begeleiders.models import School
from begeleiders.regels import Regels, regels_of
from collaboration.enums.zorg import EscalatieStatus, Urgentie
from collaboration.models import Contactpoging, Escalatie, Gesprek
from collaboration.rules import zorg as rules
from collaboration.words.gesprek import count, say_near
from kern.dates import day_of, say_day, say_time
from kern.schooldays import Calendar
from students.access import Viewer
from students.leefgebied import Leefgebied, leefgebieden_of

S = EscalatieStatus
# Whom to call when somebody is in danger now; public numbers, free of charge, day and night.
NUMMERS = (
    ("112", "112", "Iemand is nu in gevaar", "Politie, ambulance of brandweer."),
    (
        "0800 2000",
        "08002000",
        "Veilig Thuis",
        "Onveilig thuis, geweld of verwaarlozing. Gratis, dag en nacht.",
    ),
    (
        "113",
        "113",
        "113 Zelfmoordpreventie",
        "Iemand denkt aan zelfmoord. Ook gratis: 0800 0113, dag en nacht.",
    ),
)
BADGE = {
    S.AANGEMELD: ("let", "hourglass-medium"),
    S.IN_BEOORDELING: ("weet", "eye"),
    S.VRAAG: ("weet", "question"),
    S.INTERN: ("zorg", "hand-heart"),
    S.EXTERN: ("zorg", "handshake"),
    S.ADVIES: ("goed", "lightbulb"),
    S.AFGESLOTEN: ("goed", "check-circle-fill"),
    S.INGETROKKEN: ("", "x"),
}
GROEPEN = (
    ("Nieuw", (S.AANGEMELD,)),
    ("Wordt bekeken", (S.IN_BEOORDELING, S.VRAAG)),
    ("Hulp loopt", (S.INTERN, S.EXTERN, S.ADVIES)),
    ("Klaar", (S.AFGESLOTEN, S.INGETROKKEN)),
)


def leefgebied_namen(escalatie: Escalatie) -> list[str]:
    """The leefgebieden of a request in words."""
    names = dict(leefgebieden_of(escalatie.student.klas.school)) | dict(Leefgebied.choices)
    return [names.get(code, code) for code in escalatie.leefgebieden]


def before(escalatie: Escalatie, calendar: Calendar, regels: Regels) -> datetime:
    """Until when an answer is asked: two hours for "vandaag", else the end of the next school day."""
    if escalatie.urgentie == Urgentie.VANDAAG:
        return escalatie.aangemeld_op + timedelta(hours=regels.escalatie_vandaag_uren)
    day = calendar.add(day_of(escalatie.aangemeld_op), regels.escalatie_dagen)
    return timezone.make_aware(datetime.combine(day, datetime.max.time()))


def say_before(escalatie: Escalatie, until: datetime, now: datetime) -> str:
    """That moment as people say it."""
    if until < now:
        return "Reageer nu: de tijd is voorbij"
    if escalatie.urgentie == Urgentie.VANDAAG:
        return f"Reageer voor {say_time(until)}"
    near = say_near(until, day_of(now))
    return (
        f"{near.capitalize()} reageren"
        if near in ("vandaag", "morgen")
        else f"Reageer voor het eind van {near}"
    )


def say_since(value: datetime, now: datetime) -> str:
    """Since when: "sinds 9.20 uur", "sinds gisteren", "sinds dinsdag 10 maart"."""
    today = day_of(now)
    return f"sinds {say_time(value)}" if day_of(value) == today else f"sinds {say_near(value, today)}"


@dataclass(frozen=True)
class Rij:
    """A request in the inbox: only what this person may know."""

    escalatie: Escalatie
    titel: str  # empty for who does not read the content
    badge: str
    soort: str
    icon: str
    van: str
    dringend: bool  # the time to answer is over


def rows(viewer: Viewer, found: Iterable[Escalatie], now: datetime | None = None) -> list[Rij]:
    """The rows of an inbox; the calendars of all schools in one query."""
    now = now or timezone.now()
    found = list(found)
    days = calendars({row.student.klas.school_id for row in found}) if found else {}
    return [_row(viewer, row, days, now) for row in found]


def _row(viewer: Viewer, row: Escalatie, days: dict[UUID, Calendar], now: datetime) -> Rij:
    soort, icon = BADGE[S(row.status)]
    school = row.student.klas.school
    until = before(row, days[school.pk], regels_of(school))
    reads = bool(rules.reads_content(viewer, row))
    new = row.status == S.AANGEMELD
    owner = f", bij {row.opgepakt_door.voornaam}" if row.opgepakt_door is not None else ""
    care = rules.is_care(viewer, row.student)
    return Rij(
        escalatie=row,
        titel=row.titel if reads else "",
        badge=say_before(row, until, now) if new and care else row.get_status_display(),
        soort=soort,
        icon=icon,
        van=f"van {row.aangemeld_door.voornaam}, {say_since(row.aangemeld_op, now)}{owner}",
        dringend=new and until < now,
    )


def groups(rijen: Iterable[Rij]) -> list[tuple[str, list[Rij]]]:
    """The rows by where they are; in each the most urgent first."""
    found = list(rijen)
    named = [(kop, [rij for rij in found if rij.escalatie.status in states]) for kop, states in GROEPEN]
    return [(kop, part) for kop, part in named if part]


def lead(rijen: Iterable[Rij]) -> str:
    """What stands under the heading of the inbox."""
    new = [rij for rij in rijen if rij.escalatie.status == S.AANGEMELD]
    late = sum(rij.dringend for rij in new)
    if not new:
        return "Geen nieuwe aanvragen. Wat loopt, staat hieronder."
    said = count(len(new), "nieuwe aanvraag", "nieuwe aanvragen")
    said = f"{said.replace('één', 'Eén', 1) if len(new) == 1 else said.capitalize()}."
    if late:
        return f"{said} {'Bij één is' if late == 1 else f'Bij {late} is'} de tijd om te reageren voorbij."
    regels = regels_of(new[0].escalatie.student.klas.school)
    days = count(regels.escalatie_dagen, "schooldag", "schooldagen")
    hours = count(regels.escalatie_vandaag_uren, "uur", "uur")
    return f"{said} Je reageert binnen {days}, bij ‘vandaag’ binnen {hours}."


def inzage(school: School) -> str:
    """How long the zorgcoördinator reads on after a request was closed: "30 schooldagen"."""
    return count(regels_of(school).inzage_na_escalatie, "schooldag", "schooldagen")


def tried_lines(gesprekken: Iterable[Gesprek], pogingen: Iterable[Contactpoging]) -> str:
    """What was tried, as facts a line each: what, when, by whom; never what was said."""
    lines = [f"{row.titel}, {say_day(row.wanneer)} ({row.auteur.naam})" for row in gesprekken]
    pogingen = list(pogingen)
    counted = Counter(row.get_wijze_display() for row in pogingen)
    last = {row.get_wijze_display(): row for row in reversed(pogingen)}
    lines += [
        f"{wijze}, geen contact: {number} keer, laatst {say_day(last[wijze].wanneer)}"
        for wijze, number in counted.items()
    ]
    return "\n".join(lines)
