"""The stages of a student beside the one that runs, and what a leerbedrijf still waits for."""

from uuid import UUID

from collaboration.panels import Panel
from collaboration.queries import einde as queries
from collaboration.rules import einde as rules
from stageplekken.models import Stage
from stageplekken.queries.stage import all_stages_of
from stageplekken.rules import stage as rules_stage
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Student


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """Every stage this person may see, with its state; for the mentor the way to a new one."""
    plans = bool(rules_stage.may_plan(viewer, student))
    if not plans and not _knows_stages(viewer, student):
        return None
    stages = all_stages_of(viewer, student)
    if not stages and not plans:
        return None
    context = {"student": student, "stages": stages, "nieuw": plans}
    return Panel(template="collaboration/_paneel_stages.html", context=context, plek="zij")


def _knows_stages(viewer: Viewer, student: Student) -> bool:
    stages: list[UUID | None] = [link.stage for link in viewer.links(student)]
    return any(viewer.may("lees", student, Item(Soort.STAGE, stage=stage)) for stage in [None, *stages])


def ended_on_student(viewer: Viewer, student: Student) -> Panel | None:
    """On top: a stage that ended, what the student shares of it, and whether the leerbedrijf heard."""
    if not _knows_stages(viewer, student):
        return None
    recent = [one for one in queries.eindes_of(viewer, student) if _matters(viewer, one.stage)]
    open_ones = [one for one in recent if one.teruggemeld_op is None]
    shown = open_ones if rules.reads_reason(viewer, student) else recent
    if not shown:
        return None
    rows = [
        (one, rules.shared_words(one, viewer.today), bool(rules.may_report_back(viewer, one)))
        for one in shown
    ]
    context = {"student": student, "rijen": rows}
    return Panel(template="collaboration/_paneel_einde.html", context=context, plek="boven")


def _matters(viewer: Viewer, stage: Stage) -> bool:
    return stage.status in rules_stage.ENDED


def on_first(viewer: Viewer) -> Panel | None:
    """On the first screen: where a role ends, the way to what is left behind."""
    if viewer.rollen <= {Rol.STUDENT, Rol.BEHEERDER}:
        return None
    last = queries.first_last_day(viewer)
    if last is None:
        return None
    return Panel(
        template="collaboration/_paneel_overdracht.html", context={"laatste_dag": last}, plek="boven"
    )
