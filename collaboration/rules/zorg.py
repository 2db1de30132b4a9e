"""Who may do what with a request to the zorgteam, the regie and consent, with the reason when not."""

from uuid import UUID

from collaboration.enums.zorg import AanbodStatus, EscalatieStatus
from collaboration.models import Escalatie, RegieAanbod
from students.access import YES, Answer, Item, Viewer, no
from students.enums import Laag, Rol, Soort
from students.models import Grond, Student, Toestemming

S = EscalatieStatus
# Who can hold the regie, and who may move it: a KAW-er may hold it, and so answers an offer.
HOUDERS = frozenset({Rol.MENTOR, Rol.KAWER, Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})
NEMERS = HOUDERS - {Rol.KAWER}
ZORG = frozenset({Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})


def roles(viewer: Viewer, student: Student) -> set[Rol]:
    """The roles that this person has today for this student."""
    return {link.rol for link in viewer.links(student)}


# Escalatie ------------------------------------------------------------------------------------------------


def may_escalate(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may ask the zorgteam along: mentor or KAW-er."""
    if roles(viewer, student) & {Rol.MENTOR, Rol.KAWER}:
        return YES
    return no("Het zorgteam vragen kunnen alleen de mentor en de KAW-er. Vertel het aan een van hen.")


def reads_content(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person reads what was asked and why: layer zorg, or the own text."""
    item = Item(Soort.ESCALATIE, Laag.ZORG, auteur=escalatie.aangemeld_door_id)
    return viewer.may("lees", escalatie.student, item)


def is_care(viewer: Viewer, student: Student) -> bool:
    """Whether this person is of the zorgteam of this student."""
    return bool(roles(viewer, student) & ZORG)


def may_take(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person may handle requests of this student: a zorgcoördinator."""
    if Rol.ZORGCOORDINATOR in roles(viewer, escalatie.student):
        return YES
    return no("Een aanvraag oppakken kan alleen de zorgcoördinator van de school.")


def may_handle(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person handles this request: its owner, while it runs."""
    allowed = may_take(viewer, escalatie)
    if not allowed:
        return allowed
    if escalatie.opgepakt_door is None:
        return no("Deze aanvraag is nog van niemand. Pak hem eerst op.")
    if escalatie.opgepakt_door_id != viewer.user.pk:
        return no(
            f"Deze aanvraag is van {escalatie.opgepakt_door.naam}. Overleg met elkaar, of neem hem over."
        )
    return YES


def may_take_over(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person may take a request from a colleague, with a reason."""
    allowed = may_take(viewer, escalatie)
    if allowed and escalatie.opgepakt_door_id in (None, viewer.user.pk):
        return no("Deze aanvraag is niet van een collega.")
    return allowed


def may_answer(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person may answer the question of the zorgcoördinator: who sent the request."""
    if escalatie.aangemeld_door_id == viewer.user.pk and may_escalate(viewer, escalatie.student):
        return YES
    return no(f"Deze vraag is aan {escalatie.aangemeld_door.naam}.")


def may_tell(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person may tell the team how it goes: the zorgteam of this student."""
    if is_care(viewer, escalatie.student):
        return YES
    return no("Een terugkoppeling schrijft het zorgteam.")


def may_withdraw(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person may take the request back: who sent it, before there is a decision."""
    if escalatie.aangemeld_door_id != viewer.user.pk or not may_escalate(viewer, escalatie.student):
        return no(f"Deze aanvraag kan alleen {escalatie.aangemeld_door.naam} intrekken.")
    if escalatie.status not in (S.AANGEMELD, S.IN_BEOORDELING, S.VRAAG):
        return no("Er is al een besluit. De zorgcoördinator rondt de aanvraag af.")
    return YES


def may_reopen(viewer: Viewer, escalatie: Escalatie) -> Answer:
    """Whether this person may open a closed request again: a zorgcoördinator who still reads along, or who sent it."""
    if may_take(viewer, escalatie):
        return YES
    if escalatie.aangemeld_door_id == viewer.user.pk and may_escalate(viewer, escalatie.student):
        return YES
    return no("Heropenen kunnen alleen de zorgcoördinator en wie de aanvraag deed.")


def may_change_team(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may put a zorgmedewerker on the team: a zorgcoördinator."""
    if Rol.ZORGCOORDINATOR in roles(viewer, student):
        return YES
    return no("Een zorgmedewerker bij het team zetten kan alleen de zorgcoördinator.")


# Regie ----------------------------------------------------------------------------------------------------


def may_offer(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may offer the regie to a colleague: its holder, the mentor, the zorgteam."""
    mine = roles(viewer, student)
    if mine & NEMERS or (mine & HOUDERS and student.regie_houder_id == viewer.user.pk):
        return YES
    return no("De regie aanbieden kunnen alleen wie hem heeft, de mentor en het zorgteam.")


def may_take_regie(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may take the regie for themselves: the mentor, the zorgteam."""
    if not roles(viewer, student) & NEMERS:
        return no("De regie overnemen kunnen alleen de mentor en het zorgteam.")
    if student.regie_houder_id == viewer.user.pk:
        return no("Jij hebt de regie al.")
    return YES


def may_answer_offer(viewer: Viewer, aanbod: RegieAanbod) -> Answer:
    """Whether this person may accept or refuse the regie: to whom it was offered, with a role that can hold it."""
    if aanbod.aan_id != viewer.user.pk:
        return no(f"De regie is aangeboden aan {aanbod.aan.naam}.")
    if not roles(viewer, aanbod.student) & HOUDERS:
        return no("Je hoort niet meer bij het team van deze student.")
    return YES


def may_withdraw_offer(viewer: Viewer, aanbod: RegieAanbod) -> Answer:
    """Whether this person may take an offer back: who made it, or who has the regie."""
    if viewer.user.pk in (aanbod.aangeboden_door_id, aanbod.van_id) and may_offer(viewer, aanbod.student):
        return YES
    return no(f"Dit aanbod kan alleen {aanbod.aangeboden_door.naam} intrekken.")


def may_inform(viewer: Viewer, aanbod: RegieAanbod) -> Answer:
    """Whether this person may note that the student heard who has the regie: who gave it, or who has it."""
    if aanbod.status != AanbodStatus.AANVAARD:
        return no("De student hoort het als de regie is overgegaan.")
    if roles(viewer, aanbod.student) & HOUDERS:
        return YES
    return no("Dit noteert iemand van school.")


def may_leave(viewer_or_user: UUID, student: Student) -> Answer:
    """Whether somebody's role for this student may end: not while that person has the regie."""
    if student.regie_houder_id == viewer_or_user:
        return no(f"{student.regie_houder.naam} heeft nog de regie. Draag die eerst over.")
    return YES


# Consent --------------------------------------------------------------------------------------------------


def may_ask_consent(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may ask the student to agree with something, or note that the student said so."""
    if viewer.may("schrijf", student, Item(Soort.TOESTEMMING)) and Rol.STUDENT not in roles(viewer, student):
        return YES
    return no("Toestemming vragen kunnen alleen de mentor en de zorgcoördinator.")


def may_give(viewer: Viewer, toestemming: Toestemming) -> Answer:
    """Whether this person may agree: the student, in the own session."""
    if Rol.STUDENT in roles(viewer, toestemming.student):
        return YES
    return no(
        "Dit kan alleen de student zelf zeggen. Zei de student het tegen jou? Noteer dat dan als gezegd."
    )


def may_take_back(viewer: Viewer, toestemming: Toestemming) -> Answer:
    """Whether this person may end a consent: the student, or who notes that the student said so."""
    if Rol.STUDENT in roles(viewer, toestemming.student) or may_ask_consent(viewer, toestemming.student):
        return YES
    return no("Toestemming terugnemen doet de student. De mentor en de zorgcoördinator kunnen dat noteren.")


def reads_reason(viewer: Viewer, grond: Grond) -> bool:
    """Whether this person reads why something was shared without consent: who reads the content of a request (the
    zorgteam, and who named the ground), who looked along with it, and the student once it was told."""
    item = Item(Soort.ESCALATIE, Laag.ZORG, auteur=grond.gesteld_door_id)
    if viewer.may("lees", grond.student, item):
        return True
    mine = roles(viewer, grond.student)
    told = Rol.STUDENT in mine and grond.geinformeerd_op is not None
    return told or (bool(mine) and viewer.user.pk == grond.gezien_door_id)


def may_look_along(viewer: Viewer, grond: Grond, *, zorgcoordinator_er: bool) -> Answer:
    """Whether this person is the second pair of eyes: the zorgcoördinator, or another mentor where there is none."""
    if grond.gesteld_door_id == viewer.user.pk:
        return no("Laat iemand anders meekijken. Twee mensen zien meer dan één.")
    wanted = Rol.ZORGCOORDINATOR if zorgcoordinator_er else Rol.MENTOR
    if wanted in roles(viewer, grond.student):
        return YES
    return no(f"Meekijken met deze grond doet de {'zorgcoördinator' if zorgcoordinator_er else 'mentor'}.")
