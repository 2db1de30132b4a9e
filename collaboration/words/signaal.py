"""What happened with a signaal, in sentences: one place, for the sender and for who answers."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from collaboration.enums.signaal import SignaalSoort, SignaalStatus
from collaboration.models import Signaal
from collaboration.words.gesprek import say_near
from kern.dates import say_moment

ICONS = {
    SignaalSoort.NIET_GEKOMEN: "signpost",
    SignaalSoort.TE_LAAT: "clock",
    SignaalSoort.ZORGEN: "chat-circle-dots",
    SignaalSoort.GAAT_GOED: "thumbs-up",
}
S = SignaalStatus


@dataclass(frozen=True)
class Stap:
    """One step: whether it is done, what happened, and the words that go with it."""

    klaar: bool
    kop: str
    wie: str = ""
    tekst: str = ""


def icon_of(signaal: Signaal) -> str:
    """The icon that repeats what the kind says in words."""
    return ICONS[SignaalSoort(signaal.soort)]


def title_of(signaal: Signaal) -> str:
    """What there is and on which day: "Niet gekomen, gisteren"; of a compliment only what it is."""
    label = SignaalSoort(signaal.soort).label
    if signaal.soort in (SignaalSoort.NIET_GEKOMEN, SignaalSoort.TE_LAAT):
        return f"{label}, {say_near(signaal.dag)}"
    return label


def _done(signaal: Signaal, state: str, me: UUID, tekst: str = "") -> Stap | None:
    op = getattr(signaal, f"{state}_op")
    if op is None:
        return None
    wie = getattr(signaal, f"{state}_door")
    by = "jou" if wie.pk == me else wie.naam
    return Stap(True, f"{S(state).label.capitalize()} door {by}", say_moment(op), tekst)


def plan_of(signaal: Signaal) -> str:
    """What is done with it: "We praten met Marije op dinsdag 24 november. Melissa is erbij."."""
    talk = ""
    if signaal.gesprek_dag:
        talk = f"We praten met {signaal.student.voornaam}: {say_near(signaal.gesprek_dag)}."
    return " ".join(part for part in (talk, signaal.aanpak) if part)


def steps(signaal: Signaal, me: UUID) -> list[Stap]:
    """Every step that was taken, and the one that is still to come."""
    closed = f"Reden: {signaal.sluitreden}" if signaal.sluitreden else ""
    found = [
        _done(signaal, S.GEZIEN, me),
        _done(signaal, S.OPGEPAKT, me, plan_of(signaal)),
        _done(signaal, S.TERUGGEMELD, me, signaal.terugmelding),
        _done(signaal, S.TERUGGENOMEN, me, "Wat op deze dag stond, klopte niet."),
        _done(signaal, S.AFGESLOTEN, me, closed),
    ]
    taken = [step for step in found if step]
    coming = NEXT.get(S(signaal.status))
    return [*taken, Stap(False, coming)] if coming else taken


NEXT = {
    S.NIEUW: "Nog niet gezien",
    S.GEZIEN: "Nog niet opgepakt",
    S.OPGEPAKT: "Nog geen terugmelding",
}


def last_step(signaal: Signaal, me: UUID) -> Stap:
    """How it stands now, in one line: the last step that was taken, or that nobody saw it yet."""
    taken = [step for step in steps(signaal, me) if step.klaar]
    return taken[-1] if taken else Stap(False, NEXT[S.NIEUW])


def rows_of(signalen: list[Signaal], me: UUID) -> list[dict[str, Any]]:
    """Signalen ready for a list: what it is, how it stands, and the icon that says it again."""
    return [
        {
            "signaal": one,
            "kop": title_of(one),
            "icoon": icon_of(one),
            "stap": last_step(one, me),
        }
        for one in signalen
    ]
