"""When the zorgcoördinatoren of a school look along with a student: from an escalatie until some time after it."""

from datetime import date, timedelta

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


def last_day(by: Viewer, student: Student) -> date:
    """The last day on which they read on after an escalatie that ends today (30 school days; a setting)."""
    school = student.klas.school
    return calendar_of(school.pk).add(by.today, regels_of(school).inzage_na_escalatie)


def end_inzage(by: Viewer, student: Student, reden: str, *, meteen: bool = False) -> None:
    """They read on for some time, or stop at once (`meteen`: nobody took it, or the student took the consent back).

    A role ends with its last day; to end it now, that day is yesterday, or the row goes when it began today.
    """
    running = Zorginzage.objects.filter(student=student).exclude(einde__lt=by.today)
    if meteen:
        running.filter(begin__gte=by.today).delete()
        running.update(einde=by.today - DAY, eindreden=reden)
    else:
        running.filter(einde__isnull=True).update(einde=last_day(by, student), eindreden=reden)
