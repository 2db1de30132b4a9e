"""The zorgteam around a student: who can come in, and the rows of who is in."""

from uuid import UUID

from django.http import Http404

from begeleiders.models import User
from students.access import Viewer
from students.enums import Rol, Soort
from students.models import Student, TeamLid


def known_zorgmedewerkers(viewer: Viewer, student: Student) -> list[User]:
    """Colleagues who are or were zorgmedewerker in this school and are not on this team yet, by name."""
    school = student.klas.school_id
    now = TeamLid.objects.active(viewer.today).filter(student=student.pk, rol=Rol.ZORGMEDEWERKER)
    ever = TeamLid.objects.filter(rol=Rol.ZORGMEDEWERKER, student__klas__school=school)
    rows = User.objects.filter(pk__in=ever.values("user"), is_active=True).exclude(pk__in=now.values("user"))
    return list(rows.order_by("voornaam", "achternaam", "id"))


def account_by_address(email: str) -> User | None:
    """The colleague with this address, to put on a team; a student is none."""
    return User.objects.filter(email__iexact=email.strip(), is_active=True, student__isnull=True).first()


def get_zorgmedewerker(viewer: Viewer, pk: UUID) -> TeamLid:
    """A running row of a zorgmedewerker of a student whose team this person sees whole; Http404 otherwise."""
    rows = TeamLid.objects.active(viewer.today).filter(
        viewer.students_q(Soort.ESCALATIE_STATUS, "student"), rol=Rol.ZORGMEDEWERKER, pk=pk
    )
    row: TeamLid | None = rows.select_related(
        "student__klas__school", "student__regie_houder", "user"
    ).first()
    if row is None or Rol.ZORGMEDEWERKER not in viewer.team_zicht(row.student):
        raise Http404
    return row
