"""The three talks as a person may see them, and as the rules of attention ask for them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import DecimalField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import Http404

from checklists.models import Antwoord
from kern.prepared import fetch
from stageplekken.enums import StageStatus
from stageplekken.enums.talks import Kant, TalkSoort, TalkStatus
from stageplekken.models import (
    Stage,
    Stagegesprek,
    StagegesprekAkkoord,
    StagegesprekDeel,
    StagegesprekOvergang,
    StageplekGrens,
    UrenDag,
)
from stageplekken.rules import talks as rules
from students.access import Viewer
from students.enums import Rol, Soort
from students.models import KlasRol, Student, TeamLid
from students.prepared import fetch_for

STARTED = (StageStatus.GESTART, StageStatus.LOPEND, StageStatus.AFGEROND)
NOT_YET = (StageStatus.GEZOCHT, StageStatus.VOORSTEL, StageStatus.KENNISMAKING, StageStatus.NIET_VERSCHENEN)
WITH_STAGE = ("stage__student__klas__school", "stage__student__account", "stage__stageplek__leerbedrijf")


def note_read(viewer: Viewer, stage: Stage, object_id: UUID | None = None) -> None:
    """Put the reading of a talk, or of the list of talks, into the ledger of the request."""
    viewer.ledger.read(viewer.subject(stage.student, "stagegesprek", laag="stage", object_id=object_id))


def get_stage(viewer: Viewer, pk: UUID, *, read: bool = True) -> Stage:
    """One stage that this person reads; Http404 otherwise."""
    rows = Stage.objects.filter(viewer.students_q(Soort.STAGE, "student"), pk=pk)
    stage = rows.select_related("student__klas__school", "student__account", "stageplek__leerbedrijf").first()
    if stage is None or not rules.may_read(viewer, stage):
        raise Http404
    if read:
        note_read(viewer, stage)
    return stage


def get_talk(viewer: Viewer, pk: UUID, *, read: bool = True) -> Stagegesprek:
    """One talk of a stage that this person reads; Http404 otherwise. `read` False is for a save: it shows nothing."""
    rows = Stagegesprek.objects.filter(viewer.students_q(Soort.STAGE, "stage__student"), pk=pk)
    talk = rows.select_related(*WITH_STAGE, "heropend_door", "besproken_door").first()
    if talk is None or not rules.may_read(viewer, talk.stage):
        raise Http404
    if read:
        note_read(viewer, talk.stage, talk.pk)
    return talk


def talks_of(stage: Stage) -> list[Stagegesprek]:
    """The planned talks of a stage, in order: start, tussen, eind."""
    return _in_order(stage.stagegesprekken.all())


def _in_order(talks: Iterable[Stagegesprek]) -> list[Stagegesprek]:
    order = list(TalkSoort)
    return sorted(talks, key=lambda talk: order.index(TalkSoort(talk.soort)))


def stages_with_talks(student: Student) -> list[tuple[Stage, list[Stagegesprek]]]:
    """The stages of a student that began or will begin, newest first, with their talks in order; two queries."""
    found = fetch(_begun, [student.pk])
    by_stage: dict[UUID, list[Stagegesprek]] = {stage.pk: [] for stage in found}
    for talk in fetch(_talks, list(by_stage)):
        by_stage[talk.stage_id].append(talk)
    for stage in found:
        stage.student = student
    return [(stage, _in_order(by_stage[stage.pk])) for stage in found]


def _talks(stages: list[Any]) -> QuerySet[Any]:
    return Stagegesprek.objects.filter(stage__in=stages)


def _begun(values: list[Any]) -> QuerySet[Any]:
    rows = Stage.objects.filter(student__in=values).exclude(status__in=NOT_YET)
    return rows.select_related("stageplek__leerbedrijf").order_by("-begin", "id")


def delen_of(talk: Stagegesprek, ronde: int | None = None) -> dict[Kant, StagegesprekDeel]:
    """The parts of one ronde (the present one) by side, with their version and maker."""
    rows = StagegesprekDeel.objects.filter(gesprek=talk.pk, ronde=ronde or talk.ronde)
    rows = rows.select_related("invulling__versie", "maker", "telefoon_van").defer("invulling__versie__boom")
    found = {Kant(deel.kant): deel for deel in rows}
    return {kant: found[kant] for kant in Kant if kant in found}


def akkoorden_of(talk: Stagegesprek) -> dict[Kant, StagegesprekAkkoord]:
    """Who said akkoord in the present ronde, by side."""
    rows = StagegesprekAkkoord.objects.filter(gesprek=talk.pk, ronde=talk.ronde, zonder_reden="")
    return {Kant(row.kant): row for row in rows.select_related("door")}


def zonder_of(talk: Stagegesprek) -> StagegesprekAkkoord | None:
    """Who said in the present ronde that it goes on without the praktijk, and why; None where nobody did."""
    rows = StagegesprekAkkoord.objects.filter(gesprek=talk.pk, ronde=talk.ronde).exclude(zonder_reden="")
    return rows.select_related("door").first()


def akkoorden_in(talk: Stagegesprek, ronde: int) -> list[StagegesprekAkkoord]:
    """Who said akkoord in one ronde, or that it goes on without that of the praktijk, in order."""
    return list(StagegesprekAkkoord.objects.filter(gesprek=talk.pk, ronde=ronde).select_related("door"))


def answers_of(delen: Iterable[StagegesprekDeel]) -> dict[UUID, dict[str, Any]]:
    """The answers of several parts, by invulling and field, in one query."""
    found: dict[UUID, dict[str, Any]] = {}
    rows = Antwoord.objects.filter(invulling__in=[deel.invulling_id for deel in delen]).order_by()
    for invulling, veld, waarde in rows.values_list("invulling_id", "veld", "waarde"):
        found.setdefault(invulling, {})[veld] = waarde
    return found


def stand_of(talk: Stagegesprek, delen: Iterable[StagegesprekDeel]) -> str:
    """What a page showed, in one token: an akkoord is an akkoord with exactly that."""
    rows = Antwoord.objects.filter(invulling__in=[deel.invulling_id for deel in delen]).order_by()
    versions = sum(rows.values_list("versie", flat=True))
    klaar = "".join("1" if deel.klaar_op else "0" for deel in delen)
    return f"{talk.ronde}.{klaar}.{versions}"


def grenzen_of(stage: Stage) -> dict[str, StageplekGrens]:
    """What this school says cannot be learned at this stageplek, by werkproces."""
    rows = StageplekGrens.objects.filter(stageplek=stage.stageplek_id, school=stage.student.klas.school_id)
    return {row.werkproces: row for row in rows.select_related("gezet_door")}


def earlier_delen(
    talk: Stagegesprek, kanten: Collection[Kant]
) -> dict[Kant, tuple[TalkSoort, StagegesprekDeel]]:
    """For each side the part of the talk before that was klaar, nearest first, with the kind of that talk."""
    kinds = TalkSoort(talk.soort).vorige
    rows = StagegesprekDeel.objects.filter(
        gesprek__stage=talk.stage_id,
        gesprek__soort__in=kinds,
        ronde=F("gesprek__ronde"),
        kant__in=list(kanten),
        klaar_op__isnull=False,
    ).select_related("gesprek")
    by_kind = sorted(rows, key=lambda deel: kinds.index(deel.gesprek.soort))
    found: dict[Kant, tuple[TalkSoort, StagegesprekDeel]] = {}
    for deel in by_kind:
        found.setdefault(Kant(deel.kant), (TalkSoort(deel.gesprek.soort), deel))
    return found


def versions_of(talk: Stagegesprek) -> list[StagegesprekOvergang]:
    """Each time that this talk was fixed, oldest first: its ronde, when, and by whose akkoord as the last."""
    rows = StagegesprekOvergang.objects.filter(gesprek=talk.pk, naar=TalkStatus.VAST)
    return list(rows.select_related("door").order_by("id"))


def people_of(stage: Stage, today: date) -> dict[Kant, list[Any]]:
    """Who stands on each side today, as users: the student's account, and everyone with that role."""
    team = TeamLid.objects.active(today).filter(stage_ref=stage.pk, rol=Rol.PRAKTIJKBEGELEIDER)
    klas = KlasRol.objects.active(today).filter(klas=stage.student.klas_id, rol=Rol.MENTOR)
    return {
        Kant.STUDENT: [stage.student.account] if stage.student.account else [],
        Kant.PRAKTIJK: [row.user for row in team.select_related("user").order_by("begin", "id")],
        Kant.MENTOR: [row.user for row in klas.select_related("user").order_by("begin", "id")],
    }


# Attention --------------------------------------------------------------------------------------------------


def due_talks(today: date) -> QuerySet[Stagegesprek]:
    """Every talk that should be there and is not fixed, of every school; who asks adds whose students.

    From its day on, and the tussenevaluatie also from the day on which half of the hours was made
    (docs/stagegesprekken.md). A talk of a stage that has not begun or was broken off is not asked for. The database
    compares.
    """
    made = (
        UrenDag.objects.filter(stage=OuterRef("stage"))
        .order_by()
        .values("stage")
        .annotate(som=Sum("gemaakt"))
        .values("som")
    )
    half = ExpressionWrapper(
        F("stage__uren") / Decimal(2), output_field=DecimalField(max_digits=7, decimal_places=2)
    )
    rows = Stagegesprek.objects.exclude(status=TalkStatus.VAST).filter(stage__status__in=STARTED)
    rows = rows.annotate(
        gemaakt=Subquery(made, output_field=DecimalField(max_digits=8, decimal_places=2)), helft=half
    )
    return rows.filter(Q(aan_de_beurt__lte=today) | Q(soort=TalkSoort.TUSSEN, gemaakt__gte=F("helft")))


# What is asked of one person --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ask:
    """One thing that a talk asks of this person: to fill in, to talk, or to say akkoord; `kant` is the side."""

    talk: Stagegesprek
    wat: str
    kant: Kant


VUL_IN, BESPREEK, AKKOORD = "vul-in", "bespreek", "akkoord"


def _mine(viewer: Viewer) -> dict[Kant, Q]:
    """The talks on each side of which this person stands, as conditions."""
    klassen = [klas for klas, links in viewer.klassen.items() if any(one.rol == Rol.MENTOR for one in links)]
    links = [(student, link) for student, found in viewer.team.items() for link in found]
    stages = [link.stage for _, link in links if link.rol == Rol.PRAKTIJKBEGELEIDER and link.stage]
    own = [student for student, link in links if link.rol == Rol.STUDENT]
    found = {}
    if own:
        found[Kant.STUDENT] = Q(stage__student__in=own)
    if stages:
        found[Kant.PRAKTIJK] = Q(stage__in=stages)
    if klassen:
        found[Kant.MENTOR] = Q(stage__student__klas__in=klassen)
    return found


def asked(viewer: Viewer, *, student: UUID | None = None, limit: int = 12) -> list[Ask]:
    """What the talks ask of this person today, the oldest first; nothing, and no query, without a side.

    To fill in: from the day of the talk, or as soon as somebody began, a meeting was planned, or it was opened again.
    """
    if not _mine(viewer):
        return []
    talks = fetch_for(_asked, viewer, () if student is None else (student,), limit)
    return [ask for talk in talks for ask in _asks(viewer, talk)]


def _asked(viewer: Viewer, students: list[UUID], limit: int) -> QuerySet[Any]:
    mine = _mine(viewer)
    rows = Stagegesprek.objects.exclude(status=TalkStatus.VAST).filter(stage__status__in=STARTED)
    if students:
        rows = rows.filter(stage__student__in=students)
    for kant in mine:
        here = {"gesprek": OuterRef("pk"), "ronde": OuterRef("ronde"), "kant": kant}
        rows = rows.annotate(**{
            f"klaar_{kant}": Exists(StagegesprekDeel.objects.filter(**here, klaar_op__isnull=False)),
            f"akkoord_{kant}": Exists(StagegesprekAkkoord.objects.filter(**here)),
        })  # fmt: skip
    waits = [scope & _waits(kant, viewer.today) for kant, scope in mine.items()]
    rows = rows.filter(reduce(or_, waits, Q(pk__in=[])))
    rows = rows.select_related("stage__student__klas", "stage__stageplek__leerbedrijf")
    return rows.order_by("aan_de_beurt", "id")[:limit]


def _waits(kant: Kant, today: date) -> Q:
    """Something waits on this side."""
    begun = Q(aan_de_beurt__lte=today) | ~Q(status=TalkStatus.GEPLAND) | Q(wanneer__isnull=False)
    return (
        (Q(**{f"klaar_{kant}": False}) & begun)
        | Q(status=TalkStatus.KLAAR)
        | Q(**{"status": TalkStatus.BESPROKEN, f"akkoord_{kant}": False})
    )


def _asks(viewer: Viewer, talk: Stagegesprek) -> list[Ask]:
    found = []
    for kant in rules.sides(viewer, talk.stage):
        if not getattr(talk, f"klaar_{kant}", True):
            found.append(Ask(talk, VUL_IN, kant))
        elif talk.status == TalkStatus.KLAAR:
            found.append(Ask(talk, BESPREEK, kant))
        elif talk.status == TalkStatus.BESPROKEN and not getattr(talk, f"akkoord_{kant}", True):
            found.append(Ask(talk, AKKOORD, kant))
    return found
