"""Who may do what with the three talks of a stage; each with a Dutch sentence for when not.

Who reads a stage reads its talks (docs/access.md). Student, praktijkbegeleider of this stage and mentor each have a
side.
A view is its maker's until it is klaar; whoever has a side sees those of others once the own side is klaar.
"""

from collections.abc import Collection
from uuid import UUID

from stageplekken.enums import StageStatus
from stageplekken.enums.talks import KANTEN, Kant, TalkStatus
from stageplekken.models import Stage, Stagegesprek, StagegesprekDeel
from students.access import YES, Answer, Item, Viewer, no
from students.enums import Rol, Soort

SIDE = {Rol.MENTOR: Kant.MENTOR, Rol.STUDENT: Kant.STUDENT}
# Roles that can lend the student their phone: whoever reads the stage and works with the student.
LENDS = frozenset({Rol.MENTOR, Rol.KAWER, Rol.PRAKTIJKBEGELEIDER})


def may_read(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person reads the stage, and so its talks."""
    return viewer.may("lees", stage.student, Item(Soort.STAGE, stage=stage.pk))


def sides(viewer: Viewer, stage: Stage) -> list[Kant]:
    """The sides of this stage on which this person stands, mostly one or none."""
    found = set()
    for link in viewer.links(stage.student):
        if link.rol == Rol.PRAKTIJKBEGELEIDER and link.stage == stage.pk:
            found.add(Kant.PRAKTIJK)
        elif link.rol in SIDE:
            found.add(SIDE[link.rol])
    return [kant for kant in KANTEN if kant in found]


def has_side(viewer: Viewer, stage: Stage, kant: str) -> Answer:
    """Whether this person fills in this part; what is written together belongs to every side."""
    mine = sides(viewer, stage)
    if kant in mine or (kant == Kant.SAMEN and mine):
        return YES
    wie = {
        Kant.STUDENT: stage.student.voornaam,
        Kant.PRAKTIJK: "de praktijkbegeleider",
        Kant.MENTOR: "de mentor",
        Kant.SAMEN: f"{stage.student.voornaam}, de praktijkbegeleider en de mentor",
    }[Kant(kant)]
    return no(f"Dit deel is van {wie}.")


def may_plan(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person plans the talks and says when they are: mentor and praktijkbegeleider."""
    if viewer.may("schrijf", stage.student, Item(Soort.STAGE, stage=stage.pk)):
        return YES
    return no("De gesprekken plannen de mentor en de praktijkbegeleider.")


def may_lend(viewer: Viewer, talk: Stagegesprek) -> Answer:
    """Whether this person lets the student fill in, or say akkoord, on their own phone."""
    if talk.status == TalkStatus.VAST:
        return no("Dit gesprek is vast.")
    for link in viewer.links(talk.stage.student):
        own = link.rol != Rol.PRAKTIJKBEGELEIDER or link.stage == talk.stage_id
        if link.rol in LENDS and own:
            return YES
    return no("Je telefoon geven kunnen alleen de begeleiders van deze stage.")


def may_fill(
    viewer: Viewer,
    talk: Stagegesprek,
    deel: StagegesprekDeel,
    akkoord: Collection[str],
    *,
    lent: bool = False,
    makers: Collection[UUID] = (),
) -> Answer:
    """Whether this person may write in this part now.

    `akkoord`: the sides that said akkoord in this ronde; `lent`: the student writes on this person's phone;
    `makers`: who stands on this side today.
    """
    on_phone = lent and deel.kant == Kant.STUDENT
    allowed = may_lend(viewer, talk) if on_phone else has_side(viewer, talk.stage, deel.kant)
    if not allowed:
        return allowed
    if talk.status == TalkStatus.VAST or akkoord:
        return no("Er is al akkoord gezegd. Maak het gesprek weer open om iets te veranderen.")
    if deel.kant == Kant.SAMEN:
        ready = talk.status in (TalkStatus.KLAAR, TalkStatus.BESPROKEN)
        return YES if ready else no("Dit schrijven jullie samen op, als alle drie klaar zijn.")
    return _may_write(viewer, talk, deel, on_phone, makers)


def _may_write(
    viewer: Viewer, talk: Stagegesprek, deel: StagegesprekDeel, on_phone: bool, makers: Collection[UUID]
) -> Answer:
    """Whether the own part of a side is open, and this person's to write in."""
    if deel.klaar_op:
        return no("Dit deel is klaar. Maak het weer open om iets te veranderen.")
    if on_phone and _elsewhere(viewer, deel):
        # Who lends a phone would read on it what the student wrote elsewhere, before it is klaar.
        return no(f"{talk.stage.student.voornaam} begon al op een ander toestel, en gaat daar verder.")
    if deel.maker_id in (None, viewer.user.pk) or deel.kant == Kant.STUDENT:
        return YES
    return no(taken(deel, makers))


def _elsewhere(viewer: Viewer, deel: StagegesprekDeel) -> bool:
    """Whether the student began this part on another device than that of this person."""
    return deel.maker_id is not None or deel.telefoon_van_id not in (None, viewer.user.pk)


def taken(deel: StagegesprekDeel, makers: Collection[UUID]) -> str:
    """Why a colleague on the same side does not see this part: its maker is not klaar, or is gone."""
    naam = deel.maker.naam if deel.maker else "Een collega"
    if deel.maker_id not in makers:
        return f"{naam} begon aan dit deel en hoort niet meer bij het team. Begin het deel opnieuw."
    return f"{naam} vult dit deel in. Je leest het als het klaar is."


def may_restart(
    viewer: Viewer, talk: Stagegesprek, deel: StagegesprekDeel, makers: Collection[UUID]
) -> Answer:
    """Whether this person may begin a part anew that somebody left behind; nobody reads what stood there."""
    allowed = has_side(viewer, talk.stage, deel.kant)
    if not allowed:
        return allowed
    if deel.kant in (Kant.STUDENT, Kant.SAMEN) or deel.klaar_op or deel.maker_id is None:
        return no("Dit deel hoeft niet opnieuw.")
    if deel.maker_id in makers:
        return no(taken(deel, makers))
    return YES


def may_discuss(viewer: Viewer, talk: Stagegesprek) -> Answer:
    """Whether this person may note that the three talked."""
    if not sides(viewer, talk.stage):
        return no("Dit schrijven student, praktijkbegeleider en mentor op.")
    if talk.status != TalkStatus.KLAAR:
        return no("Bespreken kan als alle drie hun deel klaar hebben.")
    return YES


def may_agree(viewer: Viewer, talk: Stagegesprek, kant: str, *, lent: bool = False) -> Answer:
    """Whether this person may say akkoord for this side."""
    if kant not in KANTEN:
        return no("Kies voor wie je akkoord zegt.")
    allowed = may_lend(viewer, talk) if lent and kant == Kant.STUDENT else has_side(viewer, talk.stage, kant)
    if not allowed:
        return allowed
    if talk.status != TalkStatus.BESPROKEN:
        return no("Akkoord zeggen kan als jullie alle drie klaar zijn en het besproken hebben.")
    return YES


def may_go_without(viewer: Viewer, talk: Stagegesprek, praktijk: Collection[object]) -> Answer:
    """Whether the mentor may go on without the praktijk: its stage is over, and nobody stands there (`praktijk`)."""
    if Kant.MENTOR not in sides(viewer, talk.stage):
        return no("Verder gaan zonder de praktijk kan alleen de mentor.")
    if talk.status == TalkStatus.VAST:
        return no("Dit gesprek is vast.")
    if talk.stage.status not in (StageStatus.AFGEROND, StageStatus.GESTOPT):
        return no("De stage loopt nog. Nodig een praktijkbegeleider uit.")
    return no("De praktijkbegeleider kan nog akkoord zeggen. Vraag het eerst.") if praktijk else YES


def may_reopen(viewer: Viewer, talk: Stagegesprek, kant: str, *, lent: bool = False) -> Answer:
    """Whether this person may open a part again: the own side, or what was written together."""
    if lent and kant == Kant.STUDENT:
        return may_lend(viewer, talk)
    return has_side(viewer, talk.stage, kant)


def may_limit(viewer: Viewer, stage: Stage) -> Answer:
    """Whether this person says what cannot be learned at this stageplek: mentor and praktijkbegeleider."""
    if viewer.may("schrijf", stage.student, Item(Soort.STAGE, stage=stage.pk)):
        return YES
    return no("Wat hier niet kan, zeggen de mentor en de praktijkbegeleider.")


def sees(viewer: Viewer, talk: Stagegesprek, deel: StagegesprekDeel, klaar: Collection[str]) -> bool:
    """Whether this person reads the answers of this part. `klaar`: the sides that are klaar in this ronde.

    Before klaar only its maker; then who reads the stage, but who has a side fills in the own one first.
    """
    mine = sides(viewer, talk.stage)
    if deel.kant == Kant.SAMEN:
        return len(klaar) == len(KANTEN)
    if deel.kant in mine and (deel.kant == Kant.STUDENT or deel.maker_id == viewer.user.pk):
        return True
    return deel.klaar_op is not None and (not mine or any(kant in klaar for kant in mine))
