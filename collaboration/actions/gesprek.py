"""A gesprek from start to vastgelegd, and what may come after."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from checklists import actions as engine
from checklists.fields import Veld
from checklists.filled import Filled
from checklists.models import Botsing, InstrumentVersie
from checklists.values import Posted
from collaboration.actions.checks import demand, once
from collaboration.actions.invullen import choose, leave_for, save_page
from collaboration.enums import GesprekSoort, GesprekStatus, Wijze
from collaboration.models import Gesprek, GesprekOvergang, Gespreksvoerder
from collaboration.rules import gesprek as rules
from kern.log import record
from kern.prepared import fetch
from students.access import Viewer
from students.models import Student


@dataclass(frozen=True)
class Plan:
    """What is known of a gesprek when it starts."""

    wanneer: datetime
    soort: str = GesprekSoort.VOORTGANG
    wijze: str = Wijze.SCHOOL
    student_erbij: bool = True
    duur: int | None = None
    plek: str = ""
    onderwerp: str = ""
    onderwerp_regel: str = ""
    begeleidingsdoel: str = ""
    tekst: str = ""
    gewone_woorden: str = ""
    voerders: tuple[UUID, ...] = field(default_factory=tuple)


PLAN_FIELDS = (
    "wanneer",
    "duur",
    "plek",
    "wijze",
    "soort",
    "student_erbij",
    "onderwerp",
    "onderwerp_regel",
    "begeleidingsdoel",
    "tekst",
    "gewone_woorden",
)


def moved(gesprek: Gesprek, van: str, naar: str, by: Viewer, reden: str = "") -> None:
    """Keep a change of state as a row: who, when, why."""
    GesprekOvergang.objects.create(
        gesprek=gesprek, van=van, naar=naar, reden=reden, op=timezone.now(), door_id=by.user.pk
    )


def log(action: str, by: Viewer, gesprek: Gesprek) -> None:
    """Write the line of a change of this gesprek; inside its transaction."""
    about = by.subject(gesprek.student, "gesprek", laag=gesprek.laag, object_id=gesprek.pk)
    record(action, by=by.user.pk, about=about)


@transaction.atomic
def start(
    *,
    by: Viewer,
    student: Student,
    plan: Plan,
    versie: InstrumentVersie | None = None,
    sleutel: UUID | None = None,
) -> Gesprek:
    """Begin a gesprek as a concept; with an instrument, its checklist stands ready.

    `sleutel` is the id that the form brought along: the same form sent twice is one gesprek.
    Raises PermissionDenied where this person may not note anything about this student.
    """
    demand(rules.may_write(by, student))
    now = timezone.now()
    sleutel, there = once(
        Gesprek.objects.filter(auteur=by.user.pk),
        student,
        sleutel,
        {"tekst": plan.tekst, "soort": plan.soort},
    )
    if there:
        return there
    invulling = engine.start(by=by.user, versie=versie, now=now) if versie else None
    titel = versie.instrument.kort if versie else GesprekSoort(plan.soort).label
    gesprek = Gesprek(
        pk=sleutel,
        reeks=sleutel,
        student=student,
        invulling=invulling,
        titel=titel,
        auteur_id=by.user.pk,
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
        **{name: getattr(plan, name) for name in PLAN_FIELDS},
    )
    gesprek.save(force_insert=True)
    Gespreksvoerder.objects.bulk_create(
        [Gespreksvoerder(gesprek=gesprek, user_id=user) for user in plan.voerders if user != by.user.pk]
    )
    moved(gesprek, "", GesprekStatus.CONCEPT, by)
    log("gesprek begonnen", by, gesprek)
    return gesprek


def _lock(values: list[Any]) -> QuerySet[Any]:
    rows = Gesprek.objects.select_for_update(of=("self",)).filter(pk=values[0])
    return rows.select_related("student__klas", "auteur", "invulling__versie").defer(
        "invulling__versie__boom"
    )


def locked(by: Viewer, gesprek_id: UUID) -> Gesprek:
    """The gesprek, locked until the end of the transaction, for who may work in it.

    Raises PermissionDenied where it is vastgelegd already or not this person's.
    """
    gesprek: Gesprek | None = next(iter(fetch(_lock, [gesprek_id])), None)
    if gesprek is None:
        raise Gesprek.DoesNotExist
    mine = gesprek.auteur_id == by.user.pk
    voerders = set() if mine else set(gesprek.voerders.values_list("user_id", flat=True))
    demand(rules.may_edit(by, gesprek, voerders))
    return gesprek


@transaction.atomic
def save_step(
    *, by: Viewer, gesprek_id: UUID, posted: Posted, fields: Iterable[Veld], stap: str
) -> engine.SaveResult:
    """Save what was touched on one page of the checklist, and where the person is now."""
    gesprek = locked(by, gesprek_id)
    assert gesprek.invulling is not None
    result = save_page(by, gesprek.invulling, posted, fields, stap)
    if result.saved or result.botsingen:
        log("antwoorden bewaard", by, gesprek)
    return result


@transaction.atomic
def go_to(*, by: Viewer, gesprek_id: UUID, stap: str) -> None:
    """Remember the step to which this person goes, for the other device."""
    gesprek = locked(by, gesprek_id)
    assert gesprek.invulling is not None
    leave_for(by, gesprek.invulling, stap)


@transaction.atomic
def begin(*, by: Viewer, gesprek_id: UUID) -> None:
    """The gesprek begins now: the first step after preparing sets its time, unless somebody planned it otherwise.

    It stays as it is once a step was filled in, in a new version, and where another day was chosen.
    """
    gesprek, now = locked(by, gesprek_id), timezone.now()
    assert gesprek.invulling is not None
    never_planned = abs(gesprek.wanneer - gesprek.gemaakt_op) < timedelta(minutes=1)
    earlier_today = timezone.localdate(gesprek.wanneer) == timezone.localdate(now) and gesprek.wanneer < now
    if gesprek.corrigeert_id or not (never_planned or earlier_today):
        return
    if Filled(gesprek.invulling, by.user).done_steps():
        return
    gesprek.wanneer = now
    gesprek.save(update_fields=["wanneer"])
    log("gesprek gaat van start", by, gesprek)


class PlanForm(Protocol):
    """What was filled in about the plan, judged against the gesprek as it is now."""

    def is_valid(self) -> bool: ...
    def changes(self) -> dict[str, Any]: ...
    def voerders_ids(self) -> list[UUID] | None: ...


@transaction.atomic
def change_plan[F: PlanForm](*, by: Viewer, gesprek_id: UUID, form: Callable[[Gesprek], F]) -> F:
    """Change what is planned (when, how, onderwerp, doel) while it is a concept.

    `form` makes the form for the gesprek as it is under the lock, so that of two colleagues the second is asked.
    Out: that form; nothing was written where it is not valid.
    """
    gesprek = locked(by, gesprek_id)
    filled = form(gesprek)
    if not filled.is_valid():
        return filled
    changes, voerders = filled.changes(), filled.voerders_ids()
    changed = [name for name in PLAN_FIELDS if name in changes and getattr(gesprek, name) != changes[name]]
    for name in changed:
        setattr(gesprek, name, changes[name])
    if changed:
        gesprek.gepland_op, gesprek.gepland_door_id = timezone.now(), by.user.pk
        gesprek.save(update_fields=[*changed, "gepland_op", "gepland_door"])
        log("gesprek aangepast", by, gesprek)
    if voerders is not None:
        _set_voerders(by, gesprek, set(voerders) - {gesprek.auteur_id})
    return filled


def _set_voerders(by: Viewer, gesprek: Gesprek, wanted: set[UUID]) -> None:
    now = set(gesprek.voerders.values_list("user_id", flat=True))
    if wanted == now:
        return
    gesprek.voerders.exclude(user__in=wanted).delete()
    Gespreksvoerder.objects.bulk_create(
        [Gespreksvoerder(gesprek=gesprek, user_id=user) for user in wanted - now]
    )
    log("gespreksvoerders aangepast", by, gesprek)


@transaction.atomic
def resolve(*, by: Viewer, gesprek_id: UUID, botsing: Botsing, keuze: str, gezien: str) -> str:
    """Choose between two texts; returns what became of it (see `checklists.actions.Resolution`).

    Raises Refused for a choice that does not exist.
    """
    gesprek = locked(by, gesprek_id)
    outcome = choose(by, botsing, keuze, gezien)
    if outcome == "gekozen":
        log("tekst gekozen", by, gesprek)
    return outcome


@transaction.atomic
def student_answers(*, by: Viewer, gesprek_id: UUID, posted: Posted) -> engine.SaveResult:
    """Save what the student answered on this begeleider's phone, and that it was so."""
    gesprek = locked(by, gesprek_id)
    assert gesprek.invulling is not None
    now = timezone.now()
    fields = gesprek.invulling.versie.instrument.velden("student")
    result = engine.save_answers(
        by=by.user, invulling=gesprek.invulling, posted=posted, fields=fields, now=now
    )
    gesprek.student_gevraagd_op, gesprek.student_gevraagd_door_id = now, by.user.pk
    gesprek.save(update_fields=["student_gevraagd_op", "student_gevraagd_door"])
    log("student antwoordde", by, gesprek)
    return result
