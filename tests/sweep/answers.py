"""Who may read an answer in an instrument: it follows what the instrument was filled in for."""

from functools import cache
from typing import Any
from uuid import UUID

from checklists.models import Antwoord
from collaboration.models import Gesprek
from collaboration.models.leidraad import CollegialeFeedback
from collaboration.models.samenwerking import IndividueleBegeleiding, SamenwerkingKant
from stageplekken.enums.talks import Kant
from stageplekken.models.talks import StagegesprekDeel
from tests.sweep.people import Person

SCHOOL = "mentor kawer zorgmedewerker zorgcoordinator"
# Codes of own fields that become part of the verslag when their owner ticks that.
OWN_POINTS, WITH = "eigen-punten", "eigen-mee"


@cache
def owners() -> dict[UUID, tuple[str, Any]]:
    """What each Invulling belongs to."""
    found: dict[UUID, tuple[str, Any]] = {}
    for row in Gesprek.objects.exclude(invulling=None).prefetch_related("voerders"):
        found[row.invulling_id] = ("gesprek", row)
    for deel in StagegesprekDeel.objects.select_related("gesprek__stage"):
        found[deel.invulling_id] = ("deel", deel)
    for kant in SamenwerkingKant.objects.select_related("samenwerking"):
        found[kant.invulling_id] = ("kant", kant)
    for own in IndividueleBegeleiding.objects.all():
        found[own.invulling_id] = ("individueel", own)
    for brought in CollegialeFeedback.objects.all():
        found[brought.invulling_id] = ("leidraad", brought)
    return found


def read_answer(person: Person, row: Antwoord) -> bool:
    """Whether this person may read this answer."""
    kind, what = owners()[row.invulling_id]
    return {"gesprek": _gesprek, "deel": _deel, "kant": _kant, "individueel": _individueel, "leidraad": _own}[
        kind
    ](person, row, what)


def _gesprek(person: Person, row: Antwoord, gesprek: Gesprek) -> bool:
    from tests.sweep.grants import WRITERS
    from tests.sweep.grants import gesprek as may

    if row.eigenaar_id is None:
        return may(person, gesprek)
    if row.eigenaar_id == person.user.pk:
        return person.has(gesprek.student_id, WRITERS)
    shared = Antwoord.objects.filter(
        invulling=row.invulling_id, veld=WITH, eigenaar=row.eigenaar_id, waarde=True
    )
    return row.veld == OWN_POINTS and gesprek.status != "concept" and shared.exists() and may(person, gesprek)


def _deel(person: Person, row: Antwoord, deel: StagegesprekDeel) -> bool:
    stage = deel.gesprek.stage
    if deel.klaar_op is None and deel.kant != Kant.SAMEN:  # what the three write together is never one's own
        mine = deel.maker_id == person.user.pk or (
            deel.kant == "student" and person.has(stage.student_id, "student")
        )
        return mine and person.has(stage.student_id, f"{SCHOOL} praktijkbegeleider student", stage.pk)
    return person.has(stage.student_id, f"{SCHOOL} praktijkbegeleider student", stage.pk)


def _kant(person: Person, row: Antwoord, kant: SamenwerkingKant) -> bool:
    both = list(kant.samenwerking.kanten.all())
    if person.user.pk == kant.user_id:
        return True
    return person.user.pk in {one.user_id for one in both} and all(one.vrij_op for one in both)


def _individueel(person: Person, row: Antwoord, own: IndividueleBegeleiding) -> bool:
    return own.auteur_id == person.user.pk


def _own(person: Person, row: Antwoord, brought: CollegialeFeedback) -> bool:
    return brought.auteur_id == person.user.pk
