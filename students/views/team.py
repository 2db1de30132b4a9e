"""Wie is wie: the team of a student, how to reach each, and the people around without an account."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kern.http import address, page, posted, toast
from students.access import Item
from students.actions import netwerk as actions
from students.actions.team import merk_kern, zeg_bereikbaar
from students.checks import Refused, demand
from students.enums import Rol, Soort
from students.forms.team import BereikbaarForm, NetwerkForm
from students.http import ViewerRequest, saying
from students.models import Contactpersoon, Student
from students.queries import get_student
from students.queries_netwerk import get_contact, network_of
from students.rules.team import may_answer, may_say_how, may_write_network
from students.wie_is_wie import get_lid, own_words, wie_is_wie


@require_safe
def team(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Everybody around a student, as far as this person may know of them."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    roles = {link.rol for link in viewer.links(student)}
    people = wie_is_wie(viewer, student)
    context = {
        "student": student,
        "team": people,
        "regie_in_beeld": any(card.regie for card in people.kern),
        "netwerk": network_of(viewer, student),
        "zelf": roles == {Rol.STUDENT},
        "regie": bool(viewer.may("lees", student, Item(Soort.REGIE))),
        "mag_merken": bool(viewer.may("schrijf", student, Item(Soort.TEAM))),
        "mag_netwerk": bool(may_write_network(viewer, student)),
        "mag_antwoorden": bool(may_answer(viewer, student)),
        "mag_zeggen": bool(may_say_how(viewer)),
    }
    return page(request, "students/team.html", context)


@require_POST
def teamlid_kern(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The mentor marks who belongs to the few who are always there."""
    lid = get_lid(request.viewer, pk)
    merk_kern(by=request.viewer, lid_id=lid.pk, kern=request.POST.get("kern") == "ja")
    return redirect(address("wie_is_wie", lid.student_id))


@require_http_methods(["GET", "HEAD", "POST"])
def bereikbaar(request: ViewerRequest) -> HttpResponse:
    """When and how others reach me, in my own words."""
    demand(may_say_how(request.viewer))
    form = BereikbaarForm(posted(request), row=own_words(request.viewer))
    if request.method == "POST" and form.is_valid():
        zeg_bereikbaar(by=request.viewer, woorden=form.woorden())
        toast(request, "Bewaard. Iedereen die jou op de lijst ziet, leest dit.")
        return redirect(address("bereikbaar"))
    return page(request, "students/bereikbaar.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def netwerk_nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Write down somebody around a student."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(may_write_network(viewer, student))
    form = NetwerkForm(posted(request), student=student, initial={"sleutel": uuid4()})
    if request.method == "POST" and form.is_valid() and _kept(request, student, form, None):
        return redirect(address("wie_is_wie", student.pk))
    return _form_page(request, student, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def netwerk_aanpassen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Mend what stands there, or note what the student said."""
    viewer = request.viewer
    row = get_contact(viewer, pk)
    demand(may_write_network(viewer, row.student))
    names = ("relatie", "naam", "organisatie", "waarvoor", "bereiken", "ouder")
    now = {name: getattr(row, name) for name in names} | {"mag": "vraag"}
    form = NetwerkForm(posted(request), student=row.student, row=row, initial=now)
    if request.method == "POST" and form.is_valid() and _kept(request, row.student, form, row):
        return redirect(address("wie_is_wie", row.student_id))
    return _form_page(request, row.student, form, row)


def _kept(request: ViewerRequest, student: Student, form: NetwerkForm, row: Contactpersoon | None) -> bool:
    wie, mag, key = form.wie(), form.toestemming(), form.cleaned_data["sleutel"]
    try:
        if row is None:
            actions.zet_erbij(by=request.viewer, student=student, wie=wie, mag=mag, sleutel=key)
        else:
            actions.pas_aan(by=request.viewer, contact_id=row.pk, wie=wie, mag=mag)
    except Refused as refused:
        form.add_error(refused.code if refused.code in form.fields else None, refused.messages[0])
        return False
    toast(request, "Bewaard")
    return True


def _form_page(
    request: ViewerRequest, student: Student, form: NetwerkForm, row: Contactpersoon | None
) -> HttpResponse:
    context = {"student": student, "form": form, "contact": row}
    return page(request, "students/netwerk.html", context, status=422 if form.is_bound else 200)


@require_POST
def netwerk_antwoord(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The student says whether the team may get in touch."""
    row = get_contact(request.viewer, pk, read=False)
    ja = request.POST.get("antwoord") == "ja"
    said = "Je zei ja. Je kunt dit altijd terugnemen." if ja else "Je zei nee. Je team weet het."
    with saying(request, said):
        actions.antwoord(by=request.viewer, contact_id=row.pk, ja=ja)
    return redirect(address("wie_is_wie", row.student_id))


@require_POST
def netwerk_weg(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take somebody off the list."""
    row = get_contact(request.viewer, pk, read=False)
    actions.haal_weg(by=request.viewer, contact_id=row.pk)
    toast(request, "Van de lijst gehaald")
    return redirect(address("wie_is_wie", row.student_id))
