"""Requests to the zorgteam, regie and consent as people make them: through the actions. See tests/acts.py."""

import datetime
from typing import Any
from uuid import UUID

from begeleiders.models import School, SchoolRol, User
from collaboration.actions import behandelen, consent, escalatie, regie, zorgteam
from collaboration.enums.zorg import EscalatieStatus, Urgentie
from collaboration.models import Escalatie, RegieAanbod
from students.access import Viewer
from students.enums import Grondslag
from students.models import Student, TeamLid
from tests.factories import SchoolRolFactory, UserFactory, days, viewer

HET_ZORGTEAM = consent.Vraag(
    wie="het zorgteam", wat="reiskosten en brieven", doel="hulp bij geld", niet="hoe het thuis gaat"
)


def _viewer(by: User | Viewer) -> Viewer:
    return by if isinstance(by, Viewer) else viewer(by)


def at(user: User, ago: int) -> Viewer:
    """Somebody as the one who looks, so many days ago (negative: ahead)."""
    return Viewer(user=user, today=days(-ago))


def on(user: User, day: datetime.date) -> Viewer:
    """Somebody as the one who looks, on this day."""
    return Viewer(user=user, today=day)


def gezegd(dag: datetime.date | None = None, vraag: consent.Vraag = HET_ZORGTEAM) -> consent.Gezegd:
    """What a student agreed to in words."""
    return consent.Gezegd(vraag, dag or days(-1))


def aanvraag(by: User | Viewer, student: Student, *, sleutel: UUID | None = None, **fields: Any) -> Escalatie:
    """A request to the zorgteam, with a spoken yes unless `grond` (a Reden) or `toestemming` is given."""
    who = _viewer(by)
    if not {"gezegd", "grond", "toestemming"} & set(fields):
        fields["gezegd"] = gezegd(who.today)
    said = {
        "titel": "Hulp bij geldzorgen",
        "vraag": "Wie zoekt dit samen uit?",
        "geprobeerd": "Reisgeld geregeld.",
        "urgentie": Urgentie.DEZE_WEEK,
        "leefgebieden": ("financien",),
    }
    return escalatie.aanmelden(
        by=who, student=student, aanvraag=escalatie.Aanvraag(**(said | fields)), sleutel=sleutel
    )


def zonder(by: User | Viewer, student: Student, **fields: Any) -> Escalatie:
    """A request without consent, on the ground of danger."""
    reden = consent.Reden(Grondslag.VITAAL_BELANG, "De student is nu niet veilig.", **fields)
    return aanvraag(by, student, grond=reden)


def opgepakt(by: User, zorgco: User, student: Student, **fields: Any) -> Escalatie:
    """A request that this zorgcoördinator took."""
    row = aanvraag(by, student, **fields)
    return escalatie.pak_op(by=viewer(zorgco), escalatie_id=row.pk)


def besloten(by: User, zorgco: User, student: Student, besluit: str = EscalatieStatus.INTERN) -> Escalatie:
    """A request with a decision: help of the zorgteam."""
    row = opgepakt(by, zorgco, student)
    said = behandelen.Besluit(besluit, "Past bij wat er speelt.", "Wij gaan ermee aan de slag.")
    return behandelen.besluit(by=viewer(zorgco), escalatie_id=row.pk, besluit=said)


def gesloten(by: User, zorgco: User, student: Student) -> Escalatie:
    """A request that was closed today."""
    row = besloten(by, zorgco, student)
    return behandelen.sluit(by=viewer(zorgco), escalatie_id=row.pk, tekst="Het loopt weer.")


def op_het_team(zorgco: User, student: Student, wie: User) -> TeamLid:
    """A zorgmedewerker on the team of a student whom this zorgcoördinator may see."""
    return zorgteam.erbij(by=viewer(zorgco), student=student, wie=wie)


def aanbod(
    by: User | Viewer, student: Student, aan: User, reden: str = "Hulp bij geld gaat voor", **more: Any
) -> RegieAanbod:
    """The regie, offered to a colleague."""
    sleutel = more.pop("sleutel", None)
    woorden = regie.Woorden(reden, **more)
    return regie.bied_aan(by=_viewer(by), student=student, aan=aan, woorden=woorden, sleutel=sleutel)


def genomen(by: User | Viewer, student: Student, reden: str = "Ik kijk mee") -> RegieAanbod:
    """The regie, taken for oneself."""
    return regie.neem(by=_viewer(by), student=student, woorden=regie.Woorden(reden))


def zorgcoordinator(school: School, naam: str = "Yvonne") -> User:
    """One more zorgcoördinator of a school."""
    user: User = UserFactory(voornaam=naam, achternaam="Kramer")
    SchoolRolFactory(user=user, school=school, rol=SchoolRol.Rol.ZORGCOORDINATOR, begin=days(-400))
    return user
