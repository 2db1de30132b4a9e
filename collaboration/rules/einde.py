"""Who may do what at the end of a stage and of a role, with the reason when not (a sentence for on screen)."""

from datetime import date
from uuid import UUID

from collaboration.actions.consent import holds
from collaboration.enums import GesprekStatus
from collaboration.models import Gesprek, StageEinde
from students.access import YES, Answer, Item, Viewer, no
from students.enums import Laag, Rol, Soort
from students.models import Student


def reads_reason(viewer: Viewer, student: Student) -> Answer:
    """Whether this person reads why a stage ended: the school's team and the student, never the leerbedrijf."""
    return viewer.may("lees", student, Item(Soort.EERDERE_STAGE))


def may_report_back(viewer: Viewer, einde: StageEinde) -> Answer:
    """Whether this person tells the leerbedrijf, and says what the student shares: the mentor."""
    if Rol.MENTOR in {link.rol for link in viewer.links(einde.student)}:
        return YES
    return no("Terugmelden aan het leerbedrijf doet de mentor.")


def shared_words(einde: StageEinde, on: date) -> str:
    """The words for the leerbedrijf, as long as the student agrees; else nothing."""
    consent = einde.toestemming
    return einde.woorden if consent is not None and holds(consent, on) else ""


def may_hand_over(
    viewer: Viewer, gesprek: Gesprek, aan: UUID, *, ends: bool, candidates: set[UUID]
) -> Answer:
    """Whether this person may hand this gesprek over to this colleague: something of one's own, while a role ends."""
    if not ends:
        return no("Overdragen kan als je rol bij deze student een laatste dag heeft.")
    own_note = (
        gesprek.status == GesprekStatus.VASTGELEGD
        and gesprek.laag == Laag.WERKAANTEKENING
        and gesprek.auteur_id == viewer.user.pk
    )
    if gesprek.status != GesprekStatus.CONCEPT and not own_note:
        return no("Overdragen kan met een concept of een werkaantekening van jezelf.")
    if aan not in candidates:
        return no("Deze collega hoort niet meer bij het team van school. Kies een ander.")
    return YES
