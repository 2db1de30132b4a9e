"""A gesprek from start to vastgelegd, and what may come after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from checklists import actions as engine
from checklists.fields import Veld
from checklists.models import Botsing, InstrumentVersie
from checklists.values import Posted
from collaboration import rules
from collaboration.actions.afspraak import bring_to_life, drop_open
from collaboration.actions.checks import Refused, demand, once
from collaboration.enums import GESPREK_MOVES, GesprekSoort, GesprekStatus, Wijze
from collaboration.models import Gesprek, GesprekOvergang, Gespreksvoerder
from kern.log import record
from stageplekken.models import Stage
from students.access import Viewer
from students.enums import Laag
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


def _moved(gesprek: Gesprek, van: str, naar: str, by: Viewer, reden: str = "") -> None:
    GesprekOvergang.objects.create(
        gesprek=gesprek, van=van, naar=naar, reden=reden, op=timezone.now(), door_id=by.user.pk
    )


def _log(action: str, by: Viewer, gesprek: Gesprek) -> None:
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
    sleutel, there = once(Gesprek.objects.filter(auteur=by.user.pk), student, sleutel)
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
        soort=plan.soort,
        wijze=plan.wijze,
        wanneer=plan.wanneer,
        duur=plan.duur,
        plek=plan.plek,
        student_erbij=plan.student_erbij,
        onderwerp=plan.onderwerp,
        onderwerp_regel=plan.onderwerp_regel,
        begeleidingsdoel=plan.begeleidingsdoel,
        tekst=plan.tekst,
        gewone_woorden=plan.gewone_woorden,
        auteur_id=by.user.pk,
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
    )
    gesprek.save(force_insert=True)
    Gespreksvoerder.objects.bulk_create(
        [Gespreksvoerder(gesprek=gesprek, user_id=user) for user in plan.voerders if user != by.user.pk]
    )
    _moved(gesprek, "", GesprekStatus.CONCEPT, by)
    _log("gesprek begonnen", by, gesprek)
    return gesprek


def locked(by: Viewer, gesprek_id: UUID) -> Gesprek:
    """The gesprek, locked until the end of the transaction, for who may work in it.

    Raises PermissionDenied where it is vastgelegd already or not this person's.
    """
    gesprek = (
        Gesprek.objects.select_for_update(of=("self",))
        .select_related("student__klas", "auteur")
        .get(pk=gesprek_id)
    )
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
    now = timezone.now()
    result = engine.save_answers(
        by=by.user, invulling=gesprek.invulling, posted=posted, fields=fields, now=now
    )
    last = result.saved[-1] if result.saved else ""
    engine.set_place(by=by.user, invulling=gesprek.invulling, stap=stap, veld=last, now=now)
    if result.saved or result.botsingen:
        _log("antwoorden bewaard", by, gesprek)
    return result


@transaction.atomic
def go_to(*, by: Viewer, gesprek_id: UUID, stap: str) -> None:
    """Remember the step to which this person goes, for the other device."""
    gesprek = locked(by, gesprek_id)
    assert gesprek.invulling is not None
    engine.set_place(by=by.user, invulling=gesprek.invulling, stap=stap, veld="", now=timezone.now())


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


@transaction.atomic
def change_plan(
    *, by: Viewer, gesprek_id: UUID, changes: Mapping[str, Any], voerders: Iterable[UUID] | None = None
) -> Gesprek:
    """Change what is planned (when, how, onderwerp, doel) while it is a concept."""
    gesprek = locked(by, gesprek_id)
    changed = [name for name in PLAN_FIELDS if name in changes and getattr(gesprek, name) != changes[name]]
    for name in changed:
        setattr(gesprek, name, changes[name])
    if changed:
        gesprek.save(update_fields=changed)
        _log("gesprek aangepast", by, gesprek)
    if voerders is not None:
        _set_voerders(by, gesprek, set(voerders) - {gesprek.auteur_id})
    return gesprek


def _set_voerders(by: Viewer, gesprek: Gesprek, wanted: set[UUID]) -> None:
    now = set(gesprek.voerders.values_list("user_id", flat=True))
    if wanted == now:
        return
    gesprek.voerders.exclude(user__in=wanted).delete()
    Gespreksvoerder.objects.bulk_create(
        [Gespreksvoerder(gesprek=gesprek, user_id=user) for user in wanted - now]
    )
    _log("gespreksvoerders aangepast", by, gesprek)


@transaction.atomic
def vastleggen(*, by: Viewer, gesprek_id: UUID, laag: str, stage: Stage | None = None) -> Gesprek:
    """Make a gesprek vastgelegd in a layer; its afspraken come to life, an older version is replaced.

    Pressing twice does it once. Raises PermissionDenied for a layer this role may not write in, and
    Refused where two texts still wait for a choice, or where the layer names no stage.
    """
    done = Gesprek.objects.select_related("student__klas", "auteur").get(pk=gesprek_id)
    if (
        done.status == GesprekStatus.VASTGELEGD
        and done.vastgelegd_door_id == by.user.pk
        and done.laag == laag
    ):
        return done
    gesprek = locked(by, gesprek_id)
    demand(rules.may_fix(by, gesprek, laag))
    if laag == Laag.STAGE and stage is None:
        raise Refused("Kies met welke stage je dit deelt.", code="stage")
    if (
        gesprek.invulling_id
        and Botsing.objects.filter(
            antwoord__invulling=gesprek.invulling_id, opgelost_op__isnull=True
        ).exists()
    ):
        raise Refused("Op één plek staan nog twee teksten. Kies daar eerst welke blijft.", code="botsing")
    now = timezone.now()
    gesprek.laag, gesprek.stage = laag, stage if laag == Laag.STAGE else None
    gesprek.status, gesprek.vastgelegd_op, gesprek.vastgelegd_door_id = (
        GesprekStatus.VASTGELEGD,
        now,
        by.user.pk,
    )
    if gesprek.invulling is not None:
        gesprek.gewone_woorden = engine.text_of(invulling=gesprek.invulling, veld="gewone-woorden")
    gesprek.save()
    _moved(gesprek, GesprekStatus.CONCEPT, GesprekStatus.VASTGELEGD, by)
    bring_to_life(gesprek, now)
    _log("gesprek vastgelegd", by, gesprek)
    if gesprek.corrigeert_id:
        _replace(by, gesprek.corrigeert_id)
    return gesprek


def _replace(by: Viewer, old_id: UUID) -> None:
    old = Gesprek.objects.select_for_update(of=("self",)).select_related("student__klas").get(pk=old_id)
    assert GesprekStatus.GECORRIGEERD in GESPREK_MOVES[old.status]
    _moved(old, old.status, GesprekStatus.GECORRIGEERD, by)
    old.status = GesprekStatus.GECORRIGEERD
    old.save(update_fields=["status"])
    _log("gesprek vervangen", by, old)


@transaction.atomic
def correct(*, by: Viewer, gesprek_id: UUID) -> Gesprek:
    """Begin a new version of a vastgelegd gesprek, with all that stood in the old one.

    A second press, or a colleague in the same minute, gets the version that is already begun.
    """
    old = (
        Gesprek.objects.select_for_update(of=("self",))
        .select_related("student__klas", "auteur", "invulling")
        .get(pk=gesprek_id)
    )
    begun = old.correcties.exclude(status=GesprekStatus.INGETROKKEN).first()
    if begun:
        return begun
    demand(rules.may_correct(by, old))
    now = timezone.now()
    invulling = engine.copy(by=by.user, invulling=old.invulling, now=now) if old.invulling else None
    new = Gesprek(
        student=old.student,
        invulling=invulling,
        titel=old.titel,
        corrigeert=old,
        versie=old.versie + 1,
        reeks=old.reeks,
        auteur_id=by.user.pk,
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
        **{name: getattr(old, name) for name in PLAN_FIELDS},
    )
    new.save(force_insert=True)
    _moved(new, "", GesprekStatus.CONCEPT, by, reden="nieuwe versie")
    _log("nieuwe versie begonnen", by, new)
    return new


@transaction.atomic
def withdraw(*, by: Viewer, gesprek_id: UUID, reden: str) -> Gesprek:
    """Withdraw a gesprek, with the reason; its text stays for inzage, its open afspraken lapse."""
    gesprek = (
        Gesprek.objects.select_for_update(of=("self",))
        .select_related("student__klas", "auteur")
        .get(pk=gesprek_id)
    )
    if gesprek.status == GesprekStatus.INGETROKKEN and gesprek.ingetrokken_door_id == by.user.pk:
        return gesprek
    demand(rules.may_withdraw(by, gesprek))
    if not reden.strip():
        raise Refused("Schrijf op waarom je dit gesprek intrekt.", code="reden")
    _moved(gesprek, gesprek.status, GesprekStatus.INGETROKKEN, by, reden)
    gesprek.status, gesprek.ingetrokken_reden = GesprekStatus.INGETROKKEN, reden
    gesprek.ingetrokken_op, gesprek.ingetrokken_door_id = timezone.now(), by.user.pk
    gesprek.save(update_fields=["status", "ingetrokken_reden", "ingetrokken_op", "ingetrokken_door"])
    drop_open(by, gesprek)
    _log("gesprek ingetrokken", by, gesprek)
    return gesprek


@transaction.atomic
def narrow(*, by: Viewer, gesprek_id: UUID, laag: str) -> Gesprek:
    """Make the circle of readers smaller; never away from the student or the author."""
    gesprek = (
        Gesprek.objects.select_for_update(of=("self",))
        .select_related("student__klas", "auteur")
        .get(pk=gesprek_id)
    )
    if gesprek.laag == laag:
        return gesprek
    demand(rules.may_narrow(by, gesprek))
    if laag not in rules.narrower_layers(gesprek):
        raise Refused("Een grotere kring kan alleen met toestemming van de student.", code="laag")
    _moved(gesprek, gesprek.laag, laag, by, reden="kring kleiner")
    gesprek.laag, gesprek.stage = laag, None
    gesprek.save(update_fields=["laag", "stage"])
    _log("kring kleiner gemaakt", by, gesprek)
    return gesprek


@transaction.atomic
def resolve(*, by: Viewer, gesprek_id: UUID, botsing: Botsing, keuze: str, gezien: str) -> str:
    """Choose between two texts; returns what became of it (see `checklists.actions.Resolution`).

    Raises Refused for a choice that does not exist.
    """
    gesprek = locked(by, gesprek_id)
    try:
        done = engine.resolve(by=by.user, botsing=botsing, keuze=keuze, gezien=gezien, now=timezone.now())  # type: ignore[arg-type]
    except ValueError as error:
        raise Refused(str(error), code="keuze") from error
    if done.outcome == "gekozen":
        _log("tekst gekozen", by, gesprek)
    return done.outcome


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
    _log("student antwoordde", by, gesprek)
    return result
