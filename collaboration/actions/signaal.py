"""A signaal: sent, seen, picked up, answered, closed.

Every step is a row with who and when, and the sender hears it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from collaboration.actions.checks import Refused, demand, once
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.enums.signaal import SignaalSoort, SignaalStatus
from collaboration.models import Gesprek, Signaal, SignaalOvergang
from collaboration.rules import signaal as rules
from kern.log import record
from stageplekken.models import Stage
from students.access import Viewer
from students.actions.succes import Vondst, vind
from students.enums import SuccesSoort
from students.models import KlasRol, Student

S = SignaalStatus


@dataclass(frozen=True)
class Bericht:
    """What is sent: the kind, the day it is about, and a few words (which may be left out)."""

    soort: str
    dag: date
    tekst: str = ""


@dataclass(frozen=True)
class Aanpak:
    """What somebody does with it: words, the day on which they talk with the student, a gesprek in the agenda."""

    tekst: str = ""
    dag: date | None = None
    gesprek: UUID | None = None


def _log(action: str, by: Viewer, signaal: Signaal) -> None:
    about = by.subject(signaal.student, "signaal", object_id=signaal.pk)
    record(action, by=by.user.pk, about=about)


def _moved(signaal: Signaal, van: str, naar: str, by: Viewer, op: datetime, reden: str = "") -> None:
    SignaalOvergang.objects.create(
        signaal=signaal, van=van, naar=naar, reden=reden, op=op, door_id=by.user.pk
    )


def receivers_of(student: Student, on: date) -> set[UUID]:
    """Who answers for this student on this day: the mentors of the klas and who has the regie; else the KAW-er."""
    rows = KlasRol.objects.active(on).filter(klas=student.klas_id).values_list("user", "rol")
    duo = list(rows)
    mentors = {user for user, rol in duo if rol == "mentor"}
    return (mentors or {user for user, _ in duo}) | {student.regie_houder_id}


@transaction.atomic
def send(*, by: Viewer, student: Student, bericht: Bericht, sleutel: UUID | None = None) -> Signaal:
    """Send a signaal; the same form sent twice is one. Raises PermissionDenied for who may not.

    That a student did not come is there once a stage and day, whoever says it first.
    """
    demand(rules.may_send(by, student, bericht.soort))
    said = {"soort": bericht.soort, "tekst": bericht.tekst}
    key, there = once(Signaal.objects.filter(auteur=by.user.pk), student, sleutel, said)
    stage = rules.stage_of(by, student)
    return there or _already(bericht, stage) or _make(by, student, bericht, stage, key)


@transaction.atomic
def from_hours(*, by: Viewer, stage: Stage, dag: date) -> Signaal:
    """The signaal that goes with a stage day of which nobody heard anything; once a stage and day.

    Part of the action that writes that day: it was allowed there.
    """
    Student.objects.select_for_update().filter(pk=stage.student_id).values_list("pk").first()
    bericht = Bericht(SignaalSoort.NIET_GEKOMEN, dag)
    return _already(bericht, stage.pk) or _make(by, stage.student, bericht, stage.pk, uuid4())


def _already(bericht: Bericht, stage: UUID | None) -> Signaal | None:
    """What was said before of this stage and day; asked with the student locked."""
    if stage is None or bericht.soort != SignaalSoort.NIET_GEKOMEN:
        return None
    rows = Signaal.objects.filter(stage=stage, dag=bericht.dag, soort=bericht.soort)
    return rows.filter(teruggenomen_op__isnull=True).first()


@transaction.atomic
def take_back(*, by: Viewer, stage: Stage, dag: date) -> None:
    """Take back the message that went without words with a day of hours, as that day was taken back by who sent it.

    What nobody picked up waits for nobody any more; what was picked up or answered stays, and says that it was taken
    back. Part of the action that takes the day back: it was allowed there.
    """
    Student.objects.select_for_update().filter(pk=stage.student_id).values_list("pk").first()
    row = _already(Bericht(SignaalSoort.NIET_GEKOMEN, dag), stage.pk)
    if row is None or row.auteur_id != by.user.pk or row.tekst:
        return
    now = timezone.now()
    _moved(row, row.status, S.TERUGGENOMEN, by, now)
    if rules.may_move(row, S.TERUGGENOMEN):
        row.status = S.TERUGGENOMEN
    row.teruggenomen_op, row.teruggenomen_door = now, by.user
    row.save(update_fields=["status", "teruggenomen_op", "teruggenomen_door"])
    known = {one for one in (row.gezien_door_id, row.opgepakt_door_id) if one}
    who = receivers_of(stage.student, by.today) | known
    meld(by=by, aan=who, soort=MeldingSoort.SIGNAAL_TERUG, student=stage.student, object_id=row.pk)
    _log("signaal teruggenomen", by, row)


def _make(by: Viewer, student: Student, bericht: Bericht, stage: UUID | None, key: UUID) -> Signaal:
    now = timezone.now()
    row = Signaal(
        pk=key,
        student=student,
        stage_id=stage,
        soort=bericht.soort,
        dag=bericht.dag,
        tekst=bericht.tekst,
        auteur_id=by.user.pk,
        wanneer=now,
    )
    row.save(force_insert=True)
    _moved(row, "", S.NIEUW, by, now)
    kind = MeldingSoort.COMPLIMENT if row.compliment else MeldingSoort.SIGNAAL
    who = receivers_of(student, by.today)
    if row.compliment and student.account_id:
        who.add(student.account_id)
    meld(by=by, aan=who, soort=kind, student=student, object_id=row.pk)
    _log("signaal gestuurd", by, row)
    if row.compliment:
        said = row.tekst or "Het gaat goed"
        found = Vondst(SuccesSoort.COMPLIMENT, said, row.dag, f"signaal:{row.pk}", auteur=by.user.pk)
        vind(by=by, student=student, vondst=found)
    return row


def _locked(by: Viewer, signaal_id: UUID) -> Signaal:
    signaal = (
        Signaal.objects.select_for_update(of=("self",))
        .select_related(
            "student__klas", "gezien_door", "opgepakt_door", "teruggemeld_door", "afgesloten_door"
        )
        .get(pk=signaal_id)
    )
    demand(rules.may_answer(by, signaal))
    return signaal


def _same_page(signaal: Signaal, stand: str) -> None:
    """Refuse where the page showed another state than there is now: a colleague was first, and is named."""
    if stand and stand != signaal.status:
        said = rules.who_was_first(signaal)
        raise Refused(f"{said} Kijk wat er nu staat, en stuur het dan nog een keer.", code="stand")


def _step(signaal: Signaal, naar: str, by: Viewer, **said: Any) -> None:
    """One step further, with its row and what is said with it; what was not seen yet is seen by it."""
    now = timezone.now()
    if signaal.status == S.NIEUW and naar != S.GEZIEN:
        _step(signaal, S.GEZIEN, by)
    answer = rules.may_move(signaal, naar)
    if not answer:
        raise Refused(answer.reden, code="stand")
    _moved(signaal, signaal.status, naar, by, now, said.get("sluitreden", ""))
    signaal.status = naar
    for name, value in said.items():
        setattr(signaal, name, value)
    setattr(signaal, f"{naar}_op", now)
    setattr(signaal, f"{naar}_door", by.user)
    signaal.save()
    _log(f"signaal {S(naar).label}", by, signaal)


def _tell(by: Viewer, signaal: Signaal) -> None:
    """The sender hears each step."""
    meld(
        by=by,
        aan={signaal.auteur_id},
        soort=MeldingSoort.SIGNAAL_STAP,
        student=signaal.student,
        object_id=signaal.pk,
    )


@transaction.atomic
def see(*, by: Viewer, signaal_id: UUID) -> Signaal:
    """Somebody saw it: noted by a press, never by opening a page. The first one counts; pressing again is nothing."""
    signaal = _locked(by, signaal_id)
    if signaal.status == S.NIEUW:
        _step(signaal, S.GEZIEN, by)
        _tell(by, signaal)
    return signaal


@transaction.atomic
def pick_up(*, by: Viewer, signaal_id: UUID, aanpak: Aanpak, stand: str = "") -> Signaal:
    """Say what you do with it. `stand` is the state that the page showed: who comes later hears who was first."""
    signaal = _locked(by, signaal_id)
    before = (signaal.opgepakt_door_id, signaal.aanpak, signaal.gesprek_dag, signaal.gesprek_id)
    if before == (by.user.pk, aanpak.tekst, aanpak.dag, aanpak.gesprek):
        return signaal
    _same_page(signaal, stand)
    if not aanpak.tekst.strip() and aanpak.dag is None:
        raise Refused("Schrijf op wat je gaat doen, of kies een dag.", code="aanpak")
    gesprek = _own_gesprek(by, signaal, aanpak.gesprek)
    _step(signaal, S.OPGEPAKT, by, aanpak=aanpak.tekst, gesprek_dag=aanpak.dag, gesprek_id=gesprek)
    _tell(by, signaal)
    return signaal


def _own_gesprek(by: Viewer, signaal: Signaal, gesprek: UUID | None) -> UUID | None:
    """The gesprek that goes with it: of this student, and one that this person may open."""
    if gesprek is None:
        return None
    if not Gesprek.objects.visible_to(by).filter(pk=gesprek, student=signaal.student_id).exists():
        raise PermissionDenied("Dit gesprek kun je hier niet kiezen.")
    return gesprek


@transaction.atomic
def report_back(
    *, by: Viewer, signaal_id: UUID, terugmelding: str, sluiten: bool = False, stand: str = ""
) -> Signaal:
    """Tell the sender what came of it, and close it at once if asked. Twice is once."""
    signaal = _locked(by, signaal_id)
    if (signaal.teruggemeld_door_id, signaal.terugmelding) == (by.user.pk, terugmelding):
        return signaal
    _same_page(signaal, stand)
    if not terugmelding.strip():
        raise Refused("Schrijf op wat je terugmeldt.", code="terugmelding")
    _step(signaal, S.TERUGGEMELD, by, terugmelding=terugmelding)
    if sluiten:
        _step(signaal, S.AFGESLOTEN, by)
    _tell(by, signaal)
    return signaal


@transaction.atomic
def close(*, by: Viewer, signaal_id: UUID, reden: str = "", stand: str = "") -> Signaal:
    """Close it; where nothing was told to the sender, with the reason why not. Twice is once."""
    signaal = _locked(by, signaal_id)
    if signaal.afgesloten_door_id == by.user.pk:
        return signaal
    _same_page(signaal, stand)
    told = signaal.teruggemeld_op is not None
    if not told and not reden.strip():
        raise Refused("Schrijf op waarom er geen terugmelding komt.", code="reden")
    _step(signaal, S.AFGESLOTEN, by, sluitreden="" if told else reden)
    _tell(by, signaal)
    return signaal
