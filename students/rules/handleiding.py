"""Who may ask for, write and share what a student says about oneself, with the reason when not."""

from students.access import TABLE, YES, Answer, Viewer, no
from students.enums import Rol, Soort
from students.models import Student

# Who sits beside the student and writes a view of their own. The zorgcoördinator reads what is shared, no more.
BEGELEIDERS = frozenset({Rol.MENTOR, Rol.KAWER, Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH, Rol.ZORGMEDEWERKER})
# The school's team: reads what each begeleider wrote in the gedeeld beeld.
TEAM_VAN_SCHOOL = frozenset({Rol.MENTOR, Rol.KAWER, Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})
ZORG = frozenset({Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})
KLAS_ROLLEN = frozenset({Rol.MENTOR, Rol.KAWER})


def roles(viewer: Viewer, student: Student) -> frozenset[Rol]:
    """The roles of this person for this student."""
    return frozenset(link.rol for link in viewer.links(student))


def may_know(viewer: Viewer, student: Student, soort: Soort) -> bool:
    """Whether this kind exists for this person: a role that reads it, once the student chooses so."""
    return any(rol in TABLE[soort, None] for rol in roles(viewer, student))


def may_write_own(viewer: Viewer, student: Student) -> Answer:
    """Whether this person writes here as the student."""
    if viewer.is_student(student):
        return YES
    return no(f"Dit schrijft alleen {student.voornaam}. Je kunt het wel samen invullen.")


def may_ask(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may ask the student for a part."""
    if roles(viewer, student) & BEGELEIDERS:
        return YES
    return no("Vragen om een deel doet iemand van het team.")


def may_fill_together(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may hand the own phone to the student, to fill in together."""
    if roles(viewer, student) & BEGELEIDERS:
        return YES
    return no(f"Samen invullen doet iemand die {student.voornaam} begeleidt.")


def may_write_view(viewer: Viewer, student: Student) -> Answer:
    """Whether this person writes an own view in the gedeeld beeld: the student and who guides the student."""
    if roles(viewer, student) & (BEGELEIDERS | {Rol.STUDENT}):
        return YES
    return no(f"Het beeld schrijven {student.voornaam} en de begeleiders.")


def reads_all_views(viewer: Viewer, student: Student) -> bool:
    """Whether this person reads what all begeleiders wrote: the student, and the school's team."""
    return bool(roles(viewer, student) & (TEAM_VAN_SCHOOL | {Rol.STUDENT}))


def may_ask_zorgteam(viewer: Viewer, student: Student) -> bool:
    """Whether "praat met het zorgteam" leads this person to a request: who sends those in."""
    return bool(roles(viewer, student) & KLAS_ROLLEN)
