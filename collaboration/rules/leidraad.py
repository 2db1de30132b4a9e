"""Who may bring a situation into a talk between colleagues; with the reason when not."""

from collaboration.models import CollegialeFeedback
from students.access import YES, Answer, Viewer, no
from students.enums import Rol

# Everyone who guides a student (domain, section 6: own answers for every begeleider, none for student and beheerder).
INBRENGERS = frozenset(Rol) - {Rol.STUDENT, Rol.BEHEERDER}


def may_bring_in(viewer: Viewer) -> Answer:
    """Whether this person may bring in a situation."""
    if viewer.rollen & INBRENGERS:
        return YES
    return no("Een situatie breng je in als je zelf studenten begeleidt.")


def may_fill(viewer: Viewer, row: CollegialeFeedback) -> Answer:
    """Whether this one can still be filled in; who is not its author never gets here."""
    if row.afgerond_op:
        return no("Deze is afgerond. Begin een nieuwe als je weer iets wilt inbrengen.")
    return may_bring_in(viewer)
