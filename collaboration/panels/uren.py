"""Hours on the first screens (today in one tap, the akkoord of a week in one) and on the page of a student."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from collaboration.panels import Panel
from collaboration.words.gesprek import say_near
from stageplekken.models import Stage
from stageplekken.queries.uren import boeken, own_stages, stages_with_hours
from stageplekken.rules import uren as rules
from stageplekken.uren.beeld import Beeld, picture
from stageplekken.uren.boek import Dag, Urenboek, WeekSom
from stageplekken.uren.words import say_uren
from students.access import TABLE, Viewer
from students.enums import KLAS_ROLLEN, Rol, Soort
from students.models import Student
from students.queries import klassen_for


@dataclass(frozen=True)
class Kaart:
    """What one stage asks today: the day to enter, the weeks to agree with, the weeks that came back."""

    stage: Stage
    zelf: bool
    naam: str
    dag: date | None
    vandaag: bool
    gepland: str
    niets_gehoord: bool
    sleutel: UUID
    staat: Dag | None
    open_dagen: int
    te_bevestigen: tuple[WeekSom, ...]
    teruggegeven: tuple[WeekSom, ...]

    @property
    def vraagt(self) -> bool:
        """Whether there is anything to do, or anything of today to look at."""
        return bool(self.dag or self.staat or self.te_bevestigen or self.teruggegeven)


def on_first(viewer: Viewer) -> Panel | None:
    """For who enters hours: today, per student. For mentor and KAW-er: the way to the hours of their klas."""
    stages = own_stages(viewer)
    if not stages:
        return _klassen(viewer)
    books = boeken(stages, viewer.today)
    cards = [_card(viewer, stage, books[stage.pk]) for stage in stages]
    # A day that is still empty goes before the akkoord of a week: of a no-show the school hears the same day.
    asked = sorted((card for card in cards if card.vraagt), key=lambda card: card.dag is None)
    context = {"kaarten": asked, "meer": len(stages) > 1}
    return Panel(
        template="stageplekken/_paneel_vandaag.html",
        context=context,
        plek="boven",
        vraag=next(filter(None, map(_question, asked)), ""),
    )


def _question(card: Kaart) -> str:
    """What is asked about the hours, in one sentence; empty where there is only something to look at."""
    if card.teruggegeven:
        return "Eerst dit: een week met uren is teruggegeven."
    if card.dag:
        day = "vandaag" if card.vandaag else say_near(card.dag)
        return f"Eerst dit: was {'je' if card.zelf else card.naam} er {day}?"
    if card.te_bevestigen:
        return f"Eerst dit: klopt week {card.te_bevestigen[0].nummer} van {card.naam}?"
    return ""


def _card(viewer: Viewer, stage: Stage, boek: Urenboek) -> Kaart:
    found = rules.roles(viewer, stage)
    day, agrees = boek.dag_om_in_te_vullen, bool(rules.may_agree(viewer, stage))
    return Kaart(
        stage=stage,
        zelf=Rol.STUDENT in found,
        naam=stage.student.voornaam,
        dag=day,
        vandaag=day == viewer.today,
        gepland=say_uren(boek.plan.gepland_op(day)) if day else "",
        niets_gehoord=bool(rules.may_report(viewer, stage)),
        sleutel=uuid4(),
        staat=boek.dagen.get(viewer.today),
        open_dagen=len(boek.open_dagen),
        te_bevestigen=tuple(boek.te_bevestigen) if agrees else (),
        teruggegeven=() if agrees else tuple(boek.teruggegeven),
    )


def _klassen(viewer: Viewer) -> Panel | None:
    if not any(link.rol in KLAS_ROLLEN for links in viewer.klassen.values() for link in links):
        return None
    return Panel(
        template="stageplekken/_paneel_klassen.html", context={"klassen": klassen_for(viewer)}, plek="zij"
    )


@dataclass(frozen=True)
class Stand:
    """The hours of one stage in short."""

    stage: Stage
    beeld: Beeld


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """How the hours of a running stage stand, for who may see that stage."""
    links = viewer.links(student)
    if not any(link.rol in TABLE[Soort.STAGE, None] for link in links):
        return None
    stages = stages_with_hours(viewer, student)
    if not stages:
        return None
    books = boeken(stages, viewer.today)
    zelf = any(link.rol is Rol.STUDENT for link in links)
    shown = [Stand(stage, picture(books[stage.pk], "je" if zelf else student.voornaam)) for stage in stages]
    return Panel(
        template="stageplekken/_paneel_student.html",
        context={"standen": shown, "zelf": zelf},
        plek="midden",
        anker="uren",
        kop="Uren",
    )
