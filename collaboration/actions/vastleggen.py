"""A gesprek becomes vastgelegd; after that it is replaced by a new version, withdrawn, or read by fewer people."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from checklists import actions as engine
from checklists.models import Botsing
from collaboration.actions.afspraak import bring_to_life, drop_open
from collaboration.actions.checks import Refused, demand
from collaboration.actions.gesprek import PLAN_FIELDS, locked, log, moved
from collaboration.enums import GESPREK_MOVES, GEWONE_WOORDEN, GesprekStatus
from collaboration.models import Afspraak, Gesprek, Gespreksvoerder
from collaboration.rules import gesprek as rules
from stageplekken.models import Stage
from students.access import Viewer
from students.enums import Laag


@transaction.atomic
def vastleggen(*, by: Viewer, gesprek_id: UUID, laag: str, stage: Stage | None = None) -> Gesprek:
    """Make a gesprek vastgelegd in a layer; its afspraken come to life, an older version is replaced.

    Pressing twice does it once. Raises PermissionDenied for a layer this role may not write in, and
    Refused where two texts still wait for a choice, or where the layer names no stage.
    """
    # The lock comes first: of two presses at the same moment the second finds it done.
    done = (
        Gesprek.objects.select_for_update(of=("self",))
        .select_related("student__klas", "auteur")
        .get(pk=gesprek_id)
    )
    if (done.status, done.vastgelegd_door_id, done.laag) == (GesprekStatus.VASTGELEGD, by.user.pk, laag):
        return done
    gesprek = locked(by, gesprek_id)
    demand(rules.may_fix(by, gesprek, laag))
    _demand_ready(by, gesprek, laag, stage)
    _fix(by, gesprek, laag, stage)
    old = gesprek.corrigeert
    if old is not None:
        _replace(by, old.pk)
        if laag != old.laag:
            _narrow_series(gesprek, old.laag)
    return gesprek


def _demand_ready(by: Viewer, gesprek: Gesprek, laag: str, stage: Stage | None) -> None:
    if laag == Laag.STAGE and stage is None:
        raise Refused("Kies met welke stage je dit deelt.", code="stage")
    old = gesprek.corrigeert
    # The form sends a stage with every layer; it counts for the layer stage only.
    if laag == Laag.STAGE and stage is not None and old is not None and old.stage_id != stage.pk:
        raise Refused("Deel een nieuwe versie met dezelfde stage als de oude.", code="stage")
    waiting = Botsing.objects.filter(antwoord__invulling=gesprek.invulling_id, opgelost_op__isnull=True)
    # What a colleague still has to choose in a field of their own is no part of the verslag.
    mine = Q(antwoord__eigenaar__isnull=True) | Q(antwoord__eigenaar=by.user.pk)
    if gesprek.invulling_id and waiting.filter(mine).exists():
        raise Refused("Op één plek staan nog twee teksten. Kies daar eerst welke blijft.", code="botsing")


def _fix(by: Viewer, gesprek: Gesprek, laag: str, stage: Stage | None) -> None:
    now = timezone.now()
    gesprek.laag, gesprek.stage = laag, stage if laag == Laag.STAGE else None
    gesprek.status = GesprekStatus.VASTGELEGD
    gesprek.vastgelegd_op, gesprek.vastgelegd_door_id = now, by.user.pk
    if gesprek.invulling is not None:
        gesprek.gewone_woorden = engine.text_of(invulling=gesprek.invulling, veld=GEWONE_WOORDEN)
    gesprek.save()
    moved(gesprek, GesprekStatus.CONCEPT, GesprekStatus.VASTGELEGD, by)
    bring_to_life(gesprek, now)
    log("gesprek vastgelegd", by, gesprek)


def _replace(by: Viewer, old_id: UUID) -> None:
    old = Gesprek.objects.select_for_update(of=("self",)).select_related("student__klas").get(pk=old_id)
    if GesprekStatus.GECORRIGEERD not in GESPREK_MOVES[old.status]:
        return  # withdrawn meanwhile: there is nothing left to replace
    moved(old, old.status, GesprekStatus.GECORRIGEERD, by)
    old.status = GesprekStatus.GECORRIGEERD
    old.save(update_fields=["status"])
    log("gesprek vervangen", by, old)


@transaction.atomic
def correct(*, by: Viewer, gesprek_id: UUID) -> Gesprek:
    """Begin a new version of a vastgelegd gesprek, with all that stood in the old one.

    A second press gets the version that is already begun; nobody but its author learns that there is one.
    """
    old = (
        Gesprek.objects.select_for_update(of=("self",))
        .select_related("student__klas", "auteur", "invulling")
        .get(pk=gesprek_id)
    )
    begun = old.correcties.exclude(status=GesprekStatus.INGETROKKEN).first()
    if begun and begun.auteur_id == by.user.pk:
        return begun
    demand(rules.may_correct(by, old))
    new = _next_version(by, old)
    others = old.voerders.values_list("user_id", flat=True)
    Gespreksvoerder.objects.bulk_create([Gespreksvoerder(gesprek=new, user_id=user) for user in others])
    moved(new, "", GesprekStatus.CONCEPT, by, reden="nieuwe versie")
    log("nieuwe versie begonnen", by, new)
    return new


def _next_version(by: Viewer, old: Gesprek) -> Gesprek:
    now = timezone.now()
    new = Gesprek(
        student=old.student,
        invulling=engine.copy(by=by.user, invulling=old.invulling, now=now) if old.invulling else None,
        titel=old.titel,
        corrigeert=old,
        versie=old.versie + 1,
        reeks=old.reeks,
        auteur_id=by.user.pk,
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
        student_gevraagd_op=old.student_gevraagd_op,
        student_gevraagd_door_id=old.student_gevraagd_door_id,
        **{name: getattr(old, name) for name in PLAN_FIELDS},
    )
    new.save(force_insert=True)
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
    for version in _that_goes_along(gesprek):
        _take_out(by, version, reden)
    _take_out(by, gesprek, reden)
    return gesprek


def _that_goes_along(gesprek: Gesprek) -> list[Gesprek]:
    """The other versions of a vastgelegd gesprek: in the wrong file they are wrong as well. Of a concept none."""
    if gesprek.status == GesprekStatus.CONCEPT:
        return []
    series = (
        Gesprek.objects.select_for_update(of=("self",)).filter(reeks=gesprek.reeks).exclude(pk=gesprek.pk)
    )
    left = series.exclude(status=GesprekStatus.INGETROKKEN).select_related("student__klas", "auteur")
    return list(left.order_by("versie", "id"))


def _take_out(by: Viewer, gesprek: Gesprek, reden: str) -> None:
    moved(gesprek, gesprek.status, GesprekStatus.INGETROKKEN, by, reden)
    gesprek.status, gesprek.ingetrokken_reden = GesprekStatus.INGETROKKEN, reden
    gesprek.ingetrokken_op, gesprek.ingetrokken_door_id = timezone.now(), by.user.pk
    gesprek.save(update_fields=["status", "ingetrokken_reden", "ingetrokken_op", "ingetrokken_door"])
    drop_open(by, gesprek)
    log("gesprek ingetrokken", by, gesprek)


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
    if laag not in rules.narrower_layers(by, gesprek):
        raise Refused("Een grotere kring kan alleen met toestemming van de student.", code="laag")
    before = gesprek.laag
    moved(gesprek, before, laag, by, reden="kring kleiner")
    gesprek.laag, gesprek.stage = laag, None
    gesprek.save(update_fields=["laag", "stage"])
    _narrow_series(gesprek, before)
    log("kring kleiner gemaakt", by, gesprek)
    return gesprek


def _narrow_series(gesprek: Gesprek, before: str) -> None:
    """Earlier versions and afspraken that were in the wider circle go along; an owner keeps reading the own."""
    Gesprek.objects.filter(reeks=gesprek.reeks, laag=before).update(laag=gesprek.laag, stage=gesprek.stage)
    Afspraak.objects.filter(gesprek__reeks=gesprek.reeks, laag=before).update(
        laag=gesprek.laag, stage=gesprek.stage
    )
