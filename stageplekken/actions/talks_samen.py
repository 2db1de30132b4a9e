"""What the three do together: discuss, say akkoord, and open again what was agreed to."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from checklists import actions as engine
from stageplekken.actions.talks import all_ready, waiting
from stageplekken.actions.talks_plan import locked_talk, log, moved
from stageplekken.enums.talks import KANTEN, Kant, TalkStatus
from stageplekken.models import Stagegesprek, StagegesprekAkkoord, StagegesprekDeel
from stageplekken.queries import talks as queries
from stageplekken.rules import talks as rules
from stageplekken.signals import talk_heropend, talk_verder
from stageplekken.talks.growth import growth_of
from students.access import Viewer
from students.checks import Refused, demand

MAX_REDEN = 200


@transaction.atomic
def discuss(*, by: Viewer, talk_id: UUID, dag: date) -> Stagegesprek:
    """Note on which day the three talked about it. Twice does it once. Raises PermissionDenied and Refused."""
    talk = locked_talk(talk_id)
    if talk.status == TalkStatus.BESPROKEN and rules.sides(by, talk.stage):
        return talk
    demand(rules.may_discuss(by, talk))
    if dag > by.today:
        raise Refused("Deze dag moet nog komen. Kies de dag waarop jullie praatten.", code="dag")
    if dag < talk.stage.begin:
        raise Refused("Deze dag ligt voor het begin van de stage. Kies een latere dag.", code="dag")
    now = timezone.now()
    talk.besproken_dag, talk.besproken_op, talk.besproken_door_id = dag, now, by.user.pk
    moved(talk, TalkStatus.BESPROKEN, by, now)
    talk.save(update_fields=["besproken_dag", "besproken_op", "besproken_door", "status"])
    log("stagegesprek besproken", by, talk.stage, talk.pk)
    talk_verder.send(sender=Stagegesprek, talk=talk, by=by)
    return talk


@transaction.atomic
def agree(*, by: Viewer, talk_id: UUID, kant: str, gezien: str, lent: bool = False) -> Stagegesprek:
    """Say akkoord for one side with exactly what the page showed (`queries_talks.stand_of`). The third makes it fixed.

    Twice does it once. Raises PermissionDenied, and Refused where something changed meanwhile or two texts wait.
    """
    talk = locked_talk(talk_id)
    akkoord = queries.akkoorden_of(talk)
    if kant in akkoord and rules.may_reopen(by, talk, kant, lent=lent):
        return talk
    demand(rules.may_agree(by, talk, kant, lent=lent))
    delen = list(queries.delen_of(talk).values())
    if queries.stand_of(talk, delen) != gezien:
        raise Refused("Er is net iets veranderd. Lees het nog een keer en zeg dan akkoord.", code="stand")
    if waiting(delen):
        raise Refused("Op één plek staan nog twee teksten. Kies daar eerst welke blijft.", code="botsing")
    if kant == Kant.PRAKTIJK and (zonder := queries.zonder_of(talk)):
        zonder.delete()  # somebody of the praktijk is there after all
    StagegesprekAkkoord.objects.create(
        gesprek=talk, kant=kant, ronde=talk.ronde, op=timezone.now(), door_id=by.user.pk, op_telefoon=lent
    )
    log("akkoord met stagegesprek", by, talk.stage, talk.pk)
    if _fixed(by, talk, kant):
        talk_verder.send(sender=Stagegesprek, talk=talk, by=by)
    return talk


def _fixed(by: Viewer, talk: Stagegesprek, kant: str) -> bool:
    """Fix a talk that was discussed, once every side said akkoord, or the mentor goes on without the praktijk."""
    said = {*queries.akkoorden_of(talk), *([Kant.PRAKTIJK] if queries.zonder_of(talk) else [])}
    if talk.status != TalkStatus.BESPROKEN or said != set(KANTEN):
        return False
    now = timezone.now()
    talk.vast_op, talk.vast_door_id, talk.groei = now, by.user.pk, growth_of(talk)
    moved(talk, TalkStatus.VAST, by, now, kant=kant)
    talk.save(update_fields=["vast_op", "vast_door", "groei", "status"])
    log("stagegesprek vast", by, talk.stage, talk.pk)
    return True


@transaction.atomic
def go_without(*, by: Viewer, talk_id: UUID, reden: str) -> Stagegesprek:
    """Go on without part and akkoord of the praktijk, once nobody stands there any more; the report says so, and why.

    A part that its maker did not finish stays unread. Twice does it once. Raises PermissionDenied and Refused.
    """
    talk = locked_talk(talk_id)
    demand(rules.may_go_without(by, talk, queries.people_of(talk.stage, by.today)[Kant.PRAKTIJK]))
    reden = " ".join(reden.split())[:MAX_REDEN]
    if not reden:
        raise Refused("Schrijf op waarom je verder gaat zonder de praktijk.", code="reden")
    if Kant.PRAKTIJK in queries.akkoorden_of(talk) or queries.zonder_of(talk):
        return talk
    StagegesprekAkkoord.objects.create(
        gesprek=talk, kant=Kant.PRAKTIJK, ronde=talk.ronde, op=timezone.now(), door_id=by.user.pk,
        zonder_reden=reden,
    )  # fmt: skip
    log("stagegesprek zonder akkoord praktijk", by, talk.stage, talk.pk)
    if talk.status == TalkStatus.INVULLEN:
        all_ready(by, talk)
    _fixed(by, talk, Kant.MENTOR)
    talk_verder.send(sender=Stagegesprek, talk=talk, by=by)
    return talk


@transaction.atomic
def reopen(*, by: Viewer, talk_id: UUID, kant: str, reden: str = "", lent: bool = False) -> Stagegesprek:
    """Open a part to change it: the own one, or what was written together.

    Before anybody said akkoord only that part opens. After an akkoord a new ronde begins for all three: every akkoord
    lapses, what was fixed stays as a version, and all three hear of it; then a reason is needed.
    Raises PermissionDenied and Refused.
    """
    talk = locked_talk(talk_id)
    demand(rules.may_reopen(by, talk, kant, lent=lent))
    if queries.akkoorden_of(talk):
        _new_round(by, talk, kant, " ".join(reden.split())[:MAX_REDEN])
        return talk
    deel = queries.delen_of(talk)[Kant(kant)]
    if deel.klaar_op:
        _open(deel)
        moved(talk, TalkStatus.INVULLEN, by, timezone.now(), kant=kant)
        talk.save(update_fields=["status"])
        log("stagegesprek: deel weer open", by, talk.stage, talk.pk)
    return talk


def _open(deel: StagegesprekDeel) -> None:
    deel.klaar_op = deel.klaar_door = None
    deel.save(update_fields=["klaar_op", "klaar_door"])


def _new_round(by: Viewer, talk: Stagegesprek, kant: str, reden: str) -> None:
    if not reden:
        raise Refused("Schrijf waarom je het weer opent. De anderen lezen dat.", code="reden")
    old, now = queries.delen_of(talk), timezone.now()
    talk.ronde += 1
    for deel in old.values():
        opened = deel.kant == kant
        StagegesprekDeel.objects.create(
            gesprek=talk,
            kant=deel.kant,
            ronde=talk.ronde,
            invulling=engine.copy(by=by.user, invulling=deel.invulling, now=now),
            maker_id=deel.maker_id,
            telefoon_van_id=deel.telefoon_van_id,
            klaar_op=None if opened else deel.klaar_op,
            klaar_door_id=None if opened else deel.klaar_door_id,
        )
    naar = TalkStatus.BESPROKEN if kant == Kant.SAMEN else TalkStatus.INVULLEN
    moved(talk, naar, by, now, kant=kant, reden=reden)
    talk.heropend_op, talk.heropend_door_id, talk.heropend_reden = now, by.user.pk, reden
    talk.vast_op, talk.vast_door, talk.groei = None, None, None
    talk.save(
        update_fields=[
            "ronde", "status", "heropend_op", "heropend_door", "heropend_reden", "vast_op", "vast_door", "groei",
        ]
    )  # fmt: skip
    log("stagegesprek weer open", by, talk.stage, talk.pk)
    talk_heropend.send(sender=Stagegesprek, talk=talk, by=by)
