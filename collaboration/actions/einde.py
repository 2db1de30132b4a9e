"""The end of a stage: noted, told to everyone on the team, and open until the leerbedrijf heard it from the mentor."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from begeleiders.regels import regels_of
from collaboration.actions.checks import Refused, demand
from collaboration.actions.consent import Gezegd, Vraag, holds, keep_spoken, neem_terug
from collaboration.actions.escalatie import zorgcoordinatoren
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.enums.signaal import Delen, TerugmeldWijze
from collaboration.models import StageEinde
from collaboration.rules import einde as rules
from kern.dates import say_moment
from kern.log import record
from stageplekken.actions import stage as stages
from stageplekken.enums import StageStatus
from stageplekken.models import Stage
from stageplekken.rules import stage as rules_stage
from students.access import Viewer
from students.enums import Rol
from students.models import KlasRol, TeamLid, Toestemming, Zorginzage


@dataclass(frozen=True)
class Afronding:
    """How a stage ended, why (for school), and what the student lets the leerbedrijf know.

    `mondeling` is the day on which the student agreed to the words; `ouder` who of the parents decided along, under
    sixteen.
    """

    hoe: str
    laatste_dag: date
    reden: str
    delen: str = Delen.NIET_GESPROKEN
    woorden: str = ""
    mondeling: date | None = None
    ouder: str = ""


def _log(action: str, by: Viewer, einde: StageEinde) -> None:
    about = by.subject(einde.student, "stage-einde", object_id=einde.pk)
    record(action, by=by.user.pk, about=about)


def _stage(stage_id: UUID) -> Stage:
    rows = Stage.objects.select_for_update(of=("self",)).select_related(
        "student__klas__school", "stageplek__leerbedrijf"
    )
    return rows.get(pk=stage_id)


@transaction.atomic
def end(*, by: Viewer, stage_id: UUID, afronding: Afronding) -> StageEinde:
    """Note that a stage is afgerond or gestopt. Everyone on the team hears it, and the praktijkbegeleider's access
    gets its last day. Twice is once; a colleague who comes later hears who was first."""
    stage = _stage(stage_id)
    demand(rules_stage.may_plan(by, stage.student))
    there = StageEinde.objects.filter(stage=stage).select_related("gemaakt_door").first()
    if there and there.gemaakt_door_id == by.user.pk:
        return there
    if there:
        said = f"{there.gemaakt_door.naam} legde dit einde al vast: {say_moment(there.gemaakt_op)}."
        raise Refused(said, code="einde")
    demand(rules_stage.may_end(by, stage))
    _demand_whole(afronding, by.today)
    einde = StageEinde(
        pk=uuid4(),
        stage=stage,
        student=stage.student,
        hoe=afronding.hoe,
        laatste_dag=afronding.laatste_dag,
        gepland_einde=stage.einde,
        reden=afronding.reden,
        delen=Delen.NIET_GESPROKEN,
        gemaakt_op=timezone.now(),
        gemaakt_door_id=by.user.pk,
    )
    _share(by, einde, afronding)
    einde.save(force_insert=True)
    _log("einde van de stage vastgelegd", by, einde)
    stages.finish(by=by, stage_id=stage.pk, hoe=afronding.hoe, laatste_dag=afronding.laatste_dag)
    return einde


def _demand_whole(afronding: Afronding, today: date) -> None:
    if afronding.hoe not in (StageStatus.AFGEROND, StageStatus.GESTOPT):
        raise Refused("Kies of de stage klaar is of stopt.", code="hoe")
    if afronding.laatste_dag > today:
        raise Refused(
            "De laatste dag moet nog komen. Leg het einde vast als het zover is.", code="laatste_dag"
        )
    if not afronding.reden.strip():
        raise Refused("Schrijf op waarom de stage eindigt.", code="reden")


def _share(by: Viewer, einde: StageEinde, said: Afronding) -> None:
    """What the leerbedrijf hears. Words only with the consent of the student, which becomes a record of its own."""
    einde.delen = said.delen
    if said.delen != Delen.WOORDEN:
        einde.woorden, einde.toestemming = "", None
        return
    if not said.woorden.strip():
        raise Refused("Schrijf de woorden op die de student wil delen.", code="woorden")
    if said.mondeling is None:
        raise Refused("Kies de dag waarop de student dit goed vond.", code="mondeling")
    einde.woorden = said.woorden
    einde.toestemming = _consent(by, einde, said.woorden, said.mondeling, said.ouder)


def _consent(by: Viewer, einde: StageEinde, woorden: str, dag: date, ouder: str) -> Toestemming:
    vraag = Vraag(
        wie=f"De begeleiders van {einde.stage.stageplek.leerbedrijf.naam}"[:120],
        wat=f"Deze woorden over het einde: {woorden}",
        niet="De andere redenen die school weet.",
        doel="Het leerbedrijf hoort hoe het afliep.",
        ouder=ouder,
    )
    return keep_spoken(by, einde.student, Gezegd(vraag, dag), einde.pk)


@transaction.atomic
def share_words(
    *,
    by: Viewer,
    stage_id: UUID,
    delen: str,
    woorden: str = "",
    mondeling: date | None = None,
    ouder: str = "",
) -> StageEinde:
    """Later: the student was asked after all, or says it otherwise. Twice is once."""
    einde = _locked(by, stage_id)
    before = einde.toestemming
    agreed = before is None or holds(before, by.today)
    if (einde.delen, einde.woorden) == (delen, woorden) and agreed:
        return einde
    _share(by, einde, Afronding(einde.hoe, einde.laatste_dag, einde.reden, delen, woorden, mondeling, ouder))
    einde.save(update_fields=["delen", "woorden", "toestemming"])
    if before is not None and holds(before, by.today):
        neem_terug(by=by, toestemming_id=before.pk)  # it was for the words of before
    _log("woorden over het einde gedeeld", by, einde)
    if delen == Delen.WOORDEN:
        _tell(by, einde.stage, at_stage(einde.stage, by.today))
    return einde


def _locked(by: Viewer, stage_id: UUID) -> StageEinde:
    stage = _stage(stage_id)
    einde = StageEinde.objects.select_related("teruggemeld_door", "toestemming").get(stage=stage)
    einde.stage, einde.student = stage, stage.student
    demand(rules.may_report_back(by, einde))
    return einde


@transaction.atomic
def report_back(*, by: Viewer, stage_id: UUID, wijze: str, met: str, tekst: str) -> StageEinde:
    """The leerbedrijf heard it: how, from whom to whom, and what was said. Only this ends the task. Twice is once."""
    einde = _locked(by, stage_id)
    if einde.teruggemeld_op is not None:
        if einde.teruggemeld_door_id == by.user.pk:
            return einde
        wie, op = einde.teruggemeld_door, einde.teruggemeld_op
        assert wie is not None
        raise Refused(f"{wie.naam} meldde dit al terug: {say_moment(op)}.", code="terugmelding")
    if wijze not in TerugmeldWijze.values or not tekst.strip():
        raise Refused("Schrijf op hoe je het terugmeldde, en wat je zei.", code="terugmelding")
    einde.terugmeld_wijze, einde.terugmeld_met, einde.terugmelding = wijze, met, tekst
    einde.teruggemeld_op, einde.teruggemeld_door_id = timezone.now(), by.user.pk
    einde.save()
    _log("terugmelding aan leerbedrijf gedaan", by, einde)
    return einde


# What goes with the end, as the answer to the news from the room below ---------------------------------------


def at_stage(stage: Stage, on: date) -> set[UUID]:
    """The praktijkbegeleiders of a stage whose role runs on this day."""
    rows = TeamLid.objects.active(on).filter(stage_ref=stage.pk, rol=Rol.PRAKTIJKBEGELEIDER)
    return set(rows.values_list("user", flat=True))


def tell_everyone(by: Viewer, stage: Stage) -> None:
    """Everyone on the team hears that the stage ended; a peercoach does not, who knows of no stage."""
    who = at_stage(stage, by.today)
    who |= set(
        KlasRol.objects.active(by.today).filter(klas=stage.student.klas_id).values_list("user", flat=True)
    )
    zorg = TeamLid.objects.active(by.today).filter(student=stage.student, rol=Rol.ZORGMEDEWERKER)
    who |= set(zorg.values_list("user", flat=True))
    if Zorginzage.objects.active(by.today).filter(student=stage.student).exists():
        who |= set(zorgcoordinatoren(stage.student.klas.school_id, by.today))
    if stage.student.account_id:
        who.add(stage.student.account_id)
    _tell(by, stage, who)


def _tell(by: Viewer, stage: Stage, who: set[UUID]) -> None:
    meld(by=by, aan=who, soort=MeldingSoort.STAGE_EINDE, student=stage.student, object_id=stage.pk)


def last_day_of_access(stage: Stage, laatste_dag: date, today: date) -> date:
    """The last day on which a praktijkbegeleider reads the own stage: 14 days after its end.

    An end that is noted later counts from the day on which it is noted: before that nobody at the leerbedrijf knew.
    """
    days = regels_of(stage.student.klas.school).stage_toegang_kalenderdagen
    return max(laatste_dag, today) + timedelta(days=days)


def limit_access(by: Viewer, stage: Stage) -> None:
    """The roles of the praktijkbegeleiders get their last day; one that ends sooner keeps its own."""
    einde = StageEinde.objects.get(stage=stage)
    last = last_day_of_access(stage, einde.laatste_dag, by.today)
    rows = TeamLid.objects.select_for_update().filter(stage_ref=stage.pk, rol=Rol.PRAKTIJKBEGELEIDER)
    for lid in rows.filter(einde__isnull=True) | rows.filter(einde__gt=last):
        lid.einde, lid.eindreden = max(last, lid.begin), f"De stage is {einde.hoe}."
        lid.save(update_fields=["einde", "eindreden"])
        about = by.subject(stage.student, "team", object_id=lid.pk)
        record("rol krijgt een laatste dag", by=by.user.pk, about=about)
