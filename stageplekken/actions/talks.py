"""Filling in one's own part of a talk: saved at every touch, one's own until it is klaar."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from checklists import actions as engine
from checklists.fields import Veld
from checklists.models import Botsing
from checklists.values import Posted
from stageplekken.actions.talks_plan import locked_talk, log, moved
from stageplekken.enums.talks import KANTEN, Kant, Stand, TalkStatus
from stageplekken.models import Stagegesprek, StagegesprekDeel
from stageplekken.queries import talks as queries
from stageplekken.rules import talks as rules
from stageplekken.signals import talk_verder
from stageplekken.talks import content as talkcontent
from stageplekken.talks.fields import fields_of, open_fields
from students.access import Viewer
from students.checks import Refused, demand


def writable(by: Viewer, talk_id: UUID, kant: str, *, lent: bool) -> tuple[Stagegesprek, StagegesprekDeel]:
    """The talk, locked, and the part in which this person may write now. Raises PermissionDenied."""
    talk = locked_talk(talk_id)
    deel = queries.delen_of(talk)[Kant(kant)]
    akkoord = queries.akkoorden_of(talk)
    makers = {user.pk for user in queries.people_of(talk.stage, by.today).get(Kant(kant), [])}
    demand(rules.may_fill(by, talk, deel, set(akkoord), lent=lent, makers=makers))
    return talk, deel


@transaction.atomic
def save(*, by: Viewer, talk_id: UUID, kant: str, posted: Posted, lent: bool = False) -> engine.SaveResult:
    """Save what was touched on the page of a part; who saves first is its maker.

    `lent`: the student fills in on the phone of `by`; that is kept. Raises PermissionDenied.
    """
    talk, deel = writable(by, talk_id, kant, lent=lent)
    fields = fields_of(deel, queries.grenzen_of(talk.stage))
    now = timezone.now()
    result = engine.save_answers(by=by.user, invulling=deel.invulling, posted=posted, fields=fields, now=now)
    if result.saved or result.botsingen:
        _begun(by, talk, deel, lent=lent)
        log("stagegesprek ingevuld", by, talk.stage, talk.pk)
    return result


def _begun(by: Viewer, talk: Stagegesprek, deel: StagegesprekDeel, *, lent: bool) -> None:
    """Keep who makes this part and on whose phone, and that the talk has begun."""
    if lent:
        StagegesprekDeel.objects.filter(pk=deel.pk).update(telefoon_van=by.user.pk)
    elif deel.maker_id is None and deel.kant != Kant.SAMEN:
        StagegesprekDeel.objects.filter(pk=deel.pk).update(maker=by.user.pk)
    if talk.status == TalkStatus.GEPLAND:
        moved(talk, TalkStatus.INVULLEN, by, timezone.now(), kant=deel.kant)
        talk.save(update_fields=["status"])


@transaction.atomic
def fill_rest(*, by: Viewer, talk_id: UUID, kant: str, lijst: str, lent: bool = False) -> int:
    """Set every open question of one list (vaardigheden or werk) to "niet aan bod"; gives how many that were.

    What was answered stays as it is. Raises PermissionDenied, and KeyError for a list that is not there.
    """
    talk, deel = writable(by, talk_id, kant, lent=lent)
    instrument = deel.invulling.versie.instrument
    step = {veld.code for veld in instrument.velden(lijst)}
    now = timezone.now()
    todo = [
        veld
        for veld in open_fields(deel, queries.grenzen_of(talk.stage), _values(deel))
        if veld.code in step and talkcontent.is_scale(veld.code)
    ]
    engine.set_answers(
        by=by.user,
        invulling=deel.invulling,
        given={veld.code: Stand.NIET_AAN_BOD.value for veld in todo},
        now=now,
    )
    if todo:
        _begun(by, talk, deel, lent=lent)
        log("stagegesprek ingevuld", by, talk.stage, talk.pk)
    return len(todo)


def _values(deel: StagegesprekDeel) -> dict[str, Any]:
    return queries.answers_of([deel]).get(deel.invulling_id, {})


@transaction.atomic
def finish(*, by: Viewer, talk_id: UUID, kant: str, lent: bool = False) -> Stagegesprek:
    """This part is klaar: the others may read it. Twice does it once.

    Raises Refused where a question is open or two texts wait for a choice, PermissionDenied for who may not.
    """
    talk = locked_talk(talk_id)
    deel = queries.delen_of(talk)[Kant(kant)]
    if deel.klaar_op and rules.may_reopen(by, talk, kant, lent=lent):
        return talk
    talk, deel = writable(by, talk_id, kant, lent=lent)
    if deel.kant == Kant.SAMEN:
        raise Refused("Dit deel is van jullie samen. Zeg akkoord als het klopt.", code="samen")
    todo = open_fields(deel, queries.grenzen_of(talk.stage), _values(deel))
    if todo:
        raise Refused(still_open(todo), code="open")
    if waiting([deel]):
        raise Refused("Op één plek staan nog twee teksten. Kies daar eerst welke blijft.", code="botsing")
    now = timezone.now()
    deel.klaar_op, deel.klaar_door_id = now, by.user.pk
    if lent:
        deel.telefoon_van_id = by.user.pk
    deel.save(update_fields=["klaar_op", "klaar_door", "telefoon_van"])
    log("stagegesprek: deel klaar", by, talk.stage, talk.pk)
    all_ready(by, talk)
    talk_verder.send(sender=Stagegesprek, talk=talk, by=by)
    return talk


def waiting(delen: list[StagegesprekDeel]) -> bool:
    """Whether in one of these parts two texts still wait for a choice."""
    invullingen = [deel.invulling_id for deel in delen]
    return Botsing.objects.filter(antwoord__invulling__in=invullingen, opgelost_op__isnull=True).exists()


def all_ready(by: Viewer, talk: Stagegesprek) -> None:
    """When the third part is klaar, or the mentor goes on without it: to be discussed, or discussed already."""
    delen, zonder = queries.delen_of(talk), queries.zonder_of(talk)
    if all(delen[kant].klaar_op or (zonder and kant == Kant.PRAKTIJK) for kant in KANTEN):
        moved(talk, TalkStatus.BESPROKEN if talk.besproken_op else TalkStatus.KLAAR, by, timezone.now())
        talk.save(update_fields=["status"])


def still_open(todo: list[Veld]) -> str:
    """How many questions are open, in words, with the first ones by name."""
    names = ", ".join(veld.label for veld in todo[:3])
    rest = f" en nog {len(todo) - 3}" if len(todo) > 3 else ""
    return (
        f"Nog één vraag open: {names}." if len(todo) == 1 else f"Nog {len(todo)} vragen open: {names}{rest}."
    )


@transaction.atomic
def restart(*, by: Viewer, talk_id: UUID, kant: str) -> StagegesprekDeel:
    """Begin a part anew that a colleague left behind: what stood there stays unread. Raises PermissionDenied."""
    talk = locked_talk(talk_id)
    deel = queries.delen_of(talk)[Kant(kant)]
    if deel.maker_id in (None, by.user.pk):
        return deel
    makers = {user.pk for user in queries.people_of(talk.stage, by.today).get(Kant(kant), [])}
    demand(rules.may_restart(by, talk, deel, makers))
    now = timezone.now()
    deel.invulling = engine.start(by=by.user, versie=deel.invulling.versie, now=now)
    deel.maker_id = by.user.pk
    deel.save(update_fields=["invulling", "maker"])
    log("stagegesprek: deel opnieuw begonnen", by, talk.stage, talk.pk)
    return deel


@transaction.atomic
def resolve(*, by: Viewer, talk_id: UUID, kant: str, botsing: Botsing, keuze: str, gezien: str) -> str:
    """Choose between two texts; returns what became of it (see `checklists.actions.Resolution`).

    Raises Refused for a choice that does not exist.
    """
    talk, _ = writable(by, talk_id, kant, lent=False)
    try:
        done = engine.resolve(by=by.user, botsing=botsing, keuze=keuze, gezien=gezien, now=timezone.now())  # type: ignore[arg-type]
    except ValueError as error:
        raise Refused(str(error), code="keuze") from error
    if done.outcome == "gekozen":
        log("tekst gekozen in stagegesprek", by, talk.stage, talk.pk)
    return done.outcome
