"""Who may do what with a stage, with the reason when not (a sentence for on screen)."""

from datetime import date

from stageplekken.enums import STAGE_MOVES, StageStatus
from stageplekken.models import Stage
from students.access import YES, Answer, Item, Viewer, no
from students.enums import Rol, Soort
from students.models import Student

S = StageStatus
ENDED = frozenset({S.AFGEROND, S.GESTOPT})
# Before the student begins; the place can still fall through.
BEFORE = frozenset({S.GEZOCHT, S.VOORSTEL, S.KENNISMAKING, S.AFGESPROKEN, S.POK_GETEKEND, S.NIET_VERSCHENEN})
# What is a press on the page of a stage; the POK, the start and the end have a form of their own.
PRESSES = {
    S.GEZOCHT: "Zoek een andere plek",
    S.VOORSTEL: "Stel de student voor",
    S.KENNISMAKING: "Plan de kennismaking",
    S.AFGESPROKEN: "De plek is afgesproken",
}


def may_read(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person may see this stage: as praktijkbegeleider only the own one."""
    return viewer.may("lees", stage.student, Item(Soort.STAGE, stage=stage.pk))


def may_plan(viewer: Viewer, student: Student) -> Answer:
    """Whether this person arranges stages of this student: the mentor."""
    if Rol.MENTOR in {link.rol for link in viewer.links(student)}:
        return YES
    return no("Een stage regelen kan alleen de mentor.")


def may_change(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person may change what was agreed of this stage."""
    if stage.status in ENDED:
        return no(f"Deze stage is {stage.get_status_display()}. Er verandert niets meer aan.")
    return may_plan(viewer, stage.student)


def may_move(stage: Stage, naar: str) -> Answer:
    """Whether a stage can go to this state from where it is now."""
    if naar in STAGE_MOVES[stage.status]:
        return YES
    now, wish = stage.get_status_display(), S(naar).label
    return no(f"Deze stage is nu {now}. Van daar naar {wish} gaat niet in één stap.")


def may_start(stage: Stage, dag: date, today: date) -> Answer:
    """Whether the first day of a stage was this day: not one that is still to come."""
    if dag > today:
        return no("Deze dag moet nog komen. Noteer de start als het zover is.")
    return may_move(stage, S.GESTART)


def may_end(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person may note that this stage ends: the mentor, and once."""
    if stage.status in ENDED:
        return no(f"Deze stage is al {stage.get_status_display()}.")
    if may_plan(viewer, stage.student):
        return YES
    return no("Het einde van een stage legt de mentor vast. Laat het de mentor weten met een signaal.")
