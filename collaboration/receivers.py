"""Answers to the news of the rooms below, in the transaction in which it comes."""

from datetime import date
from typing import Any
from uuid import UUID

from django.dispatch import receiver

from begeleiders.coming_in import Kaart
from begeleiders.signals import kaart_gebruikt
from collaboration import successen
from collaboration.actions import einde, signaal
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from stageplekken.enums.talks import Kant
from stageplekken.models import Stage, Stagegesprek
from stageplekken.queries import talks as queries_talks
from stageplekken.signals import (
    dag_niet_gemeld,
    dag_teruggenomen,
    stage_geeindigd,
    talk_heropend,
    talk_verder,
    week_akkoord,
    week_ingevuld,
    week_teruggegeven,
)
from students.access import Viewer
from students.models import Contactpersoon, HandleidingVraag, Student
from students.signals import handleiding_gevraagd, netwerk_antwoord, netwerk_erbij


@receiver(dag_niet_gemeld, dispatch_uid="signaal_bij_niet_gemeld")
def on_dag_niet_gemeld(sender: Any, *, stage: Stage, dag: date, by: Viewer, **more: Any) -> None:
    """A stage day of which nobody heard anything is a signaal to the mentor; once a stage and day."""
    signaal.from_hours(by=by, stage=stage, dag=dag)


@receiver(dag_teruggenomen, dispatch_uid="signaal_bij_teruggenomen_dag")
def on_dag_teruggenomen(sender: Any, *, stage: Stage, dag: date, by: Viewer, **more: Any) -> None:
    """A day "niet gemeld" that was taken back takes its signaal along."""
    signaal.take_back(by=by, stage=stage, dag=dag)


@receiver(talk_heropend, dispatch_uid="melding_bij_heropend_gesprek")
def on_talk_heropend(sender: Any, *, talk: Stagegesprek, by: Viewer, **more: Any) -> None:
    """A talk that had an akkoord is open again: all three sides look again, so all hear of it."""
    _tell_all(by, talk, MeldingSoort.TALK_HEROPEND)
    successen.van_gesprek(by, talk)


@receiver(talk_verder, dispatch_uid="melding_bij_verder_gesprek")
def on_talk_verder(sender: Any, *, talk: Stagegesprek, by: Viewer, **more: Any) -> None:
    """A side is klaar, it was discussed, or it is fixed."""
    _tell_all(by, talk, MeldingSoort.TALK)
    successen.van_gesprek(by, talk)


def _tell_all(by: Viewer, talk: Stagegesprek, soort: MeldingSoort) -> None:
    """Everyone on the three sides but who did it; a student without an account reads it on the page."""
    people = queries_talks.people_of(talk.stage, by.today).values()
    aan = {user.pk for users in people for user in users}
    meld(by=by, aan=aan, soort=soort, student=talk.stage.student, object_id=talk.pk)


@receiver(stage_geeindigd, dispatch_uid="einde_van_de_stage")
def on_stage_geeindigd(sender: Any, *, stage: Stage, by: Viewer, **more: Any) -> None:
    """The end of a stage is never silent: roles at the stage get a last day, and everyone on the team hears it.

    Raises StageEinde.DoesNotExist where somebody ends a stage without saying why: then nothing is written.
    """
    einde.tell_everyone(by, stage)
    einde.limit_access(by, stage)


@receiver(week_teruggegeven, dispatch_uid="melding_bij_teruggegeven_week")
def on_week_teruggegeven(sender: Any, *, stage: Stage, by: Viewer, **more: Any) -> None:
    """Student and mentor hear that a week of hours went back; the reason stands on the page."""
    _tell_sides(by, stage, (Kant.STUDENT, Kant.MENTOR), MeldingSoort.UREN_TERUG)


@receiver(week_ingevuld, dispatch_uid="melding_bij_ingevulde_week")
def on_week_ingevuld(sender: Any, *, stage: Stage, by: Viewer, **more: Any) -> None:
    """The praktijkbegeleider hears that a week waits for the akkoord."""
    _tell_sides(by, stage, (Kant.PRAKTIJK,), MeldingSoort.UREN_KLAAR)


@receiver(week_akkoord, dispatch_uid="succes_bij_weken_zonder_gemiste_dag")
def on_week_akkoord(sender: Any, *, stage: Stage, by: Viewer, **more: Any) -> None:
    """So many weeks in a row without a missed day are a success; one that no longer holds is none."""
    successen.van_uren(by, stage)


def _tell_sides(by: Viewer, stage: Stage, kanten: tuple[Kant, ...], soort: MeldingSoort) -> None:
    people = queries_talks.people_of(stage, by.today)
    aan = {user.pk for kant in kanten for user in people[kant]}
    meld(by=by, aan=aan, soort=soort, student=stage.student, object_id=stage.pk)


@receiver(netwerk_erbij, dispatch_uid="melding_bij_netwerk")
def on_netwerk_erbij(sender: Any, *, contact: Contactpersoon, by: Viewer, **more: Any) -> None:
    """The student hears that somebody stands in the own network, and can say yes or no."""
    account = contact.student.account_id
    if account is not None:
        _tell_of_network(by, contact, account)


@receiver(handleiding_gevraagd, dispatch_uid="melding_bij_vraag_om_handleiding")
def on_handleiding_gevraagd(
    sender: Any, *, vraag: HandleidingVraag, student: Student, by: Viewer, **more: Any
) -> None:
    """The student hears that somebody asks to read a part of the handleiding; only the student answers."""
    if student.account_id is not None:
        aan, soort = {student.account_id}, MeldingSoort.HANDLEIDING
        meld(by=by, aan=aan, soort=soort, student=student, object_id=vraag.pk)


@receiver(netwerk_antwoord, dispatch_uid="melding_bij_antwoord_netwerk")
def on_netwerk_antwoord(sender: Any, *, contact: Contactpersoon, by: Viewer, **more: Any) -> None:
    """Who wrote somebody down hears what the student said."""
    _tell_of_network(by, contact, contact.gemaakt_door_id)


@receiver(kaart_gebruikt, dispatch_uid="melding_bij_gebruikte_kaart")
def on_kaart_gebruikt(sender: Any, *, kaart: Kaart, **more: Any) -> None:
    """The student reads inside that the card let somebody in; a code by mail was the mail about it."""
    student = Student.objects.filter(pk=kaart.student_ref, account=kaart.user_id).first()
    if student is not None:
        aan, soort = {kaart.user_id}, MeldingSoort.BINNEN
        meld(by=None, aan=aan, soort=soort, student=student, object_id=kaart.pk, mail=False)


def _tell_of_network(by: Viewer, contact: Contactpersoon, aan: UUID) -> None:
    meld(by=by, aan={aan}, soort=MeldingSoort.NETWERK, student=contact.student, object_id=contact.pk)
