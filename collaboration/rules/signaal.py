"""Who may send, answer and close a signaal, with the reason when not (a sentence for on screen)."""

from uuid import UUID

from collaboration.enums.signaal import SIGNAAL_MOVES, SignaalSoort, SignaalStatus
from collaboration.models.signaal import Signaal
from kern.dates import say_moment
from students.access import YES, Answer, Item, Viewer, no
from students.enums import Rol, Soort
from students.models import Student

ANSWER = frozenset({Rol.MENTOR, Rol.KAWER})


def item_of(soort: str, auteur: UUID, stage: UUID | None = None) -> Item:
    """A signaal as the table of access knows it: a compliment is a kind of its own, as the student reads it."""
    kind = Soort.COMPLIMENT if soort == SignaalSoort.GAAT_GOED else Soort.SIGNAAL
    return Item(kind, auteur=auteur, stage=stage)


def plain_item(signaal: Signaal) -> Item:
    """A signaal as its team reads it, with every step; the student reads a compliment without them."""
    return Item(Soort.SIGNAAL, auteur=signaal.auteur_id, stage=signaal.stage_id)


def may_send(viewer: Viewer, student: Student, soort: str = SignaalSoort.ZORGEN) -> Answer:
    """Whether this person may send a signaal about this student: mentor, KAW-er, praktijkbegeleider, peercoach."""
    if viewer.may("schrijf", student, item_of(soort, viewer.user.pk)):
        return YES
    return no("Een signaal sturen kunnen alleen de mentor, de KAW-er, de stage en de peercoach.")


def stage_of(viewer: Viewer, student: Student) -> UUID | None:
    """The stage from which a message of this person comes: that of a praktijkbegeleider, else none."""
    return next((link.stage for link in viewer.links(student) if link.stage), None)


def may_answer(viewer: Viewer, signaal: Signaal) -> Answer:
    """Whether this person may say what comes of it: the mentor and the KAW-er of the klas."""
    if {link.rol for link in viewer.links(signaal.student)} & ANSWER:
        return YES
    return no("Op een signaal antwoorden de mentor en de KAW-er.")


def may_move(signaal: Signaal, naar: str) -> Answer:
    """Whether a signaal can go to this state; if not, who was first, and when."""
    if naar in SIGNAAL_MOVES[signaal.status]:
        return YES
    return no(who_was_first(signaal))


def who_was_first(signaal: Signaal) -> str:
    """What happened last: "Soraya Haddou heeft dit signaal vandaag 10.42 uur al opgepakt."."""
    if signaal.status == SignaalStatus.NIEUW:
        return "Dit signaal heeft nog niemand gezien. Zet het eerst op gezien."
    wie, op = getattr(signaal, f"{signaal.status}_door"), getattr(signaal, f"{signaal.status}_op")
    said = SignaalStatus(signaal.status).label
    return f"{wie.naam} heeft dit signaal al {said}: {say_moment(op)}."
