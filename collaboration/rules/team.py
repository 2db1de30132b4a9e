"""Who may put whom on the team of a student by an invitation."""

from begeleiders.coming_in import Doel, Uitnodiging
from students.access import Answer, Viewer, no
from students.enums import Rol
from students.models import Student

ONLY_MENTOR = "Iemand uitnodigen bij deze student kan alleen de mentor. Vraag het aan de mentor."


def may_invite(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may invite a praktijkbegeleider or peercoach, or give the student an account: the mentor."""
    if any(link.rol is Rol.MENTOR for link in viewer.links(student)):
        return Answer(True, Rol.MENTOR)
    return no(ONLY_MENTOR)


def may_mend(viewer: Viewer, student: Student, row: Uitnodiging) -> Answer:
    """Whether the address may be changed: only of somebody who never came in, for nobody's account is taken over."""
    if row.ingetrokken_op is not None:
        return no("Deze uitnodiging is gestopt. Nodig opnieuw uit.")
    if row.binnen_sinds is not None or row.user.last_login is not None:
        return no(
            "Deze persoon logde al eens in. Trek de uitnodiging in, en nodig uit op het nieuwe adres.",
        )
    return may_invite(viewer, student)


def may_withdraw(viewer: Viewer, student: Student, row: Uitnodiging) -> Answer:
    """Whether the invitation may be withdrawn; the account of a student who came in is for the beheerder."""
    if row.doel == Doel.STUDENT and row.binnen_sinds is not None:
        return no("De student logt al in met dit account. Vraag de beheerder van je school.")
    return may_invite(viewer, student)
