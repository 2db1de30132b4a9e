"""Who may do what with the hours of a stage, with the reason when not (a sentence for on screen)."""

from stageplekken.enums import StageStatus
from stageplekken.models import Stage
from students.access import YES, Answer, Item, Viewer, no
from students.enums import Rol, Soort

# In these states days are entered: from the day that the POK is signed, so that a first day that fails is seen too.
LOOPT = frozenset({
    StageStatus.POK_GETEKEND, StageStatus.GESTART, StageStatus.NIET_VERSCHENEN, StageStatus.LOPEND,
})  # fmt: skip
INVULBAAR = LOOPT | {StageStatus.AFGEROND}
# Who may lay the phone in the student's hands for this.
GEEFT_TELEFOON = frozenset({Rol.MENTOR, Rol.KAWER, Rol.PRAKTIJKBEGELEIDER})


def may_read(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person may see the hours: of this stage, not only of this student."""
    return viewer.may("lees", stage.student, Item(Soort.STAGE, stage=stage.pk))


def roles(viewer: Viewer, stage: Stage) -> set[Rol]:
    """The roles of this person that count here: as praktijkbegeleider only of this stage."""
    return {
        link.rol
        for link in viewer.links(stage.student)
        if link.rol is not Rol.PRAKTIJKBEGELEIDER or link.stage == stage.pk
    }


def may_enter(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person may enter a day: the student, or the praktijkbegeleider of this stage."""
    if not may_read(viewer, stage):
        return may_read(viewer, stage)
    found = roles(viewer, stage)
    if stage.status not in INVULBAAR:
        return no(f"Deze stage is {stage.get_status_display()}. Nieuwe uren invullen kan niet meer.")
    if found & {Rol.STUDENT, Rol.PRAKTIJKBEGELEIDER}:
        return YES
    if Rol.MENTOR in found:
        return no("Als mentor verbeter je een dag, met een reden erbij. Invullen doen student en stage.")
    return no("Uren invullen kunnen alleen de student en de praktijkbegeleider.")


def may_hand_over(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person may hand the own phone to the student, to enter hours on."""
    if stage.status not in INVULBAAR:
        return no(f"Deze stage is {stage.get_status_display()}. Nieuwe uren invullen kan niet meer.")
    if roles(viewer, stage) & GEEFT_TELEFOON:
        return YES
    return no("Je telefoon geven kan alleen een begeleider van deze student.")


def may_agree(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person gives the akkoord of a week, or returns it: the praktijkbegeleider of this stage."""
    if Rol.PRAKTIJKBEGELEIDER in roles(viewer, stage):
        return YES
    return no("Akkoord geven op een week kan alleen de praktijkbegeleider.")


def may_report(viewer: Viewer, stage: Stage, *, van_student: bool = False) -> Answer:
    """Whether this person may say that the student did not come and let nothing be known."""
    if van_student or Rol.PRAKTIJKBEGELEIDER not in roles(viewer, stage):
        return no("Dit melden kan alleen de praktijkbegeleider.")
    return may_enter(viewer, stage)


def may_correct(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person may mend a day of somebody else, with a reason: the mentor."""
    if Rol.MENTOR in roles(viewer, stage):
        return YES
    return no("Een dag verbeteren met een reden kan alleen de mentor.")
