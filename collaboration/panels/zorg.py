"""Who has the regie, how a request to the zorgteam stands, and for the stage: school picks it up."""

from typing import Any

from collaboration.enums.zorg import AanbodStatus
from collaboration.models import RegieAanbod
from collaboration.panels import Panel
from collaboration.queries import zorg as queries
from collaboration.rules import zorg as rules
from collaboration.words import zorg as words
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Student

OUTSIDE = frozenset({Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH})


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def regie_context(viewer: Viewer, student: Student) -> dict[str, Any]:
    """Who has the regie, from whom it came or to whom it is offered, what the new one does and what stays."""
    aanbod = queries.regie_now(viewer, student)
    if aanbod is not None:
        aanbod.student = student
    return {
        "student": student,
        "aanbod": aanbod,
        "open": aanbod is not None and aanbod.status == AanbodStatus.AANGEBODEN,
        "doet": _lines(aanbod.doet) if aanbod else [],
        "blijft": _lines(aanbod.blijft) if aanbod else [],
        "is_houder": student.regie_houder_id == viewer.user.pk,
        "mag_antwoorden": aanbod is not None and bool(rules.may_answer_offer(viewer, aanbod)),
        "mag_intrekken": aanbod is not None and bool(rules.may_withdraw_offer(viewer, aanbod)),
        "moet_vertellen": _untold(viewer, aanbod),
        "is_zelf": Rol.STUDENT in rules.roles(viewer, student),
    }


def _untold(viewer: Viewer, aanbod: RegieAanbod | None) -> bool:
    """Whether the student did not hear yet who has the regie, and this person can note it."""
    return aanbod is not None and aanbod.geinformeerd_op is None and bool(rules.may_inform(viewer, aanbod))


def regie_on_student(viewer: Viewer, student: Student) -> Panel | None:
    """The regie, where it moved or is offered, or where this person can move it; else the badge on top says enough."""
    if not viewer.may("lees", student, Item(Soort.REGIE)):
        return None
    context = regie_context(viewer, student)
    if context["aanbod"] is None and not rules.may_offer(viewer, student):
        return None
    asked = context["open"] and context["mag_antwoorden"]
    plek = "boven" if asked else "midden" if context["aanbod"] else "zij"
    return Panel("collaboration/_paneel_regie.html", context, plek, anker="regie", kop="Regie")


def aanvraag_on_student(viewer: Viewer, student: Student) -> Panel | None:
    """How a request to the zorgteam stands and what was told; for mentor and KAW-er the way to ask."""
    asks = bool(rules.may_escalate(viewer, student))
    if not viewer.may("lees", student, Item(Soort.ESCALATIE_STATUS)):
        return None
    found = queries.running_of(viewer, student)
    running = any(row.afgesloten_op is None for row in found)
    if not found and not asks:
        return None
    context = {
        "student": student,
        "rijen": words.rows(viewer, found),
        "mag_vragen": asks and not running,
        "is_zelf": Rol.STUDENT in rules.roles(viewer, student),
    }
    return Panel("collaboration/_paneel_aanvraag.html", context, "zij", anker="zorgteam", kop="Zorgteam")


def stage_on_student(viewer: Viewer, student: Student) -> Panel | None:
    """For the stage and the peercoach, always the same words: worries go to the mentor, and school picks them up."""
    mine = rules.roles(viewer, student)
    if not mine or not mine <= OUTSIDE:
        return None
    return Panel("collaboration/_paneel_school_pakt_op.html", {"student": student}, "zij")


def on_first(viewer: Viewer) -> Panel | None:
    """The inbox of the zorgcoördinator and zorgteam, and the regie that waits for an answer."""
    care = bool(viewer.rollen & rules.ZORG)
    if not care and not viewer.rollen & rules.HOUDERS:
        return None
    offers = queries.offered_to(viewer)
    rijen = words.rows(viewer, queries.inbox(viewer)) if care else []
    if not care and not offers:
        return None
    groups = [group for group in words.groups(rijen) if group[0] != "Klaar"]
    context = {"aanbod": offers, "groepen": groups, "zorg": care, "lead": words.lead(rijen)}
    return Panel("collaboration/_paneel_aanvragen.html", context, "boven")
