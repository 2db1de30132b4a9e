"""When the zorgcoördinatoren of a school look along with a student: from an escalatie until some time after it."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from begeleiders.calendar import calendar_of
from begeleiders.regels import regels_of
from students.access import Viewer
from students.models import Student, Zorginzage

DAY = timedelta(days=1)


def begin_inzage(by: Viewer, student: Student) -> None:
    """From today they have a role for this student. Part of the escalatie, and of its log line."""
    running = Zorginzage.objects.filter(student=student, einde__isnull=True)
    if running.exists():
        return
    again = Zorginzage.objects.filter(student=student, einde__gte=by.today - DAY).order_by("-begin").first()
    if again is not None:
        Zorginzage.objects.filter(pk=again.pk).update(einde=None, eindreden="")
        return
    Zorginzage.objects.create(student=student, begin=by.today, uitgenodigd_door_id=by.user.pk)


def last_day(student: Student, ended: date) -> date:
    """The last day on which they read on after an escalatie that ended on this day (30 school days; a setting)."""
    school = student.klas.school
    return calendar_of(school.pk).add(ended, regels_of(school).inzage_na_escalatie)


def end_inzage(by: Viewer, student: Student, reden: str, *, meteen: bool = False) -> None:
    """They read on for some time, or stop at once (`meteen`: nobody took it).

    A role ends with its last day; to end it now, that day is yesterday, or the row goes when it began today.
    """
    running = Zorginzage.objects.filter(student=student).exclude(einde__lt=by.today)
    if meteen:
        _now(by, running, reden)
    else:
        running.filter(einde__isnull=True).update(einde=last_day(student, by.today), eindreden=reden)


def cut_inzage(by: Viewer, student: Student, reden: str, ended: Iterable[date]) -> bool:
    """The student took a consent back: they stop at once, or after what other requests gave them (ended on these days).

    Out: whether they looked along until now.
    """
    running = Zorginzage.objects.filter(student=student).exclude(einde__lt=by.today)
    last = max((last_day(student, day) for day in ended), default=None)
    if last is not None and last >= by.today:
        running.filter(Q(einde__isnull=True) | Q(einde__gt=last)).update(einde=last, eindreden=reden)
        return False
    there = running.exists()
    _now(by, running, reden)
    return there


def _now(by: Viewer, running: QuerySet[Zorginzage], reden: str) -> None:
    running.filter(begin__gte=by.today).delete()
    running.update(einde=by.today - DAY, eindreden=reden)
