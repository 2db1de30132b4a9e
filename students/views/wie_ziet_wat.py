"""Who sees what: the table of access as a page, for staff and for students."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from begeleiders.regels import regels_of
from kern.http import page
from students.enums import Rol
from students.http import ViewerRequest
from students.queries_handleiding import own_file
from students.wie_ziet_wat import ALLEEN_ALS, ROLLEN, op_verzoek, over_mij, per_rol, regels


@require_safe
def wie_ziet_wat(request: ViewerRequest) -> HttpResponse:
    """A student reads who reads what about them; everybody else the whole table, and how a student reads it."""
    own = request.viewer.rollen == {Rol.STUDENT}
    if own or request.GET.get("voor") == "student":
        said = {
            "lezers": over_mij(),
            "vragen": op_verzoek(),
            "zelf": own,
            "regels": next((regels_of(who.klas.school) for who in own_file(request.viewer)), None),
        }
        return page(request, "students/wie_ziet_wat_student.html", said)
    context = {
        "regels": regels(),
        "rollen": [(rol, ALLEEN_ALS.get(rol, "")) for rol in ROLLEN],
        "per_rol": per_rol(),
    }
    return page(request, "students/wie_ziet_wat.html", context)
