"""The gedeeld beeld: three questions, the views side by side. The leefgebieden: only with the student."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from kern.http import address, page, toast, wants_fragment
from students import queries_beeld as queries
from students.actions import beeld as actions
from students.checks import demand
from students.delen import beeldvragen
from students.enums import Soort
from students.forms.handleiding import StandForm, TekstForm
from students.http import ViewerRequest
from students.models import LeefgebiedStand
from students.rules import handleiding as rules
from students.views.handleiding_van import get_known, name_for


@require_safe
def gedeeld_beeld(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What the student says beside what the begeleiders say, as far as this person reads it."""
    viewer = request.viewer
    who = get_known(request, pk, Soort.GEDEELD_BEELD)
    context = {
        "student": who,
        "naam": name_for(request, who),
        "zelf": viewer.is_student(who),
        "schrijft": bool(rules.may_write_view(viewer, who)),
        "leest_alles": rules.reads_all_views(viewer, who),
        "vragen": queries.vragen(viewer, who),
    }
    return page(request, "students/beeld.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def gedeeld_beeld_deel(request: ViewerRequest, pk: UUID, vraag: str) -> HttpResponse:
    """Write one's own answer to one question."""
    viewer = request.viewer
    who = get_known(request, pk, Soort.GEDEELD_BEELD)
    if vraag not in beeldvragen():
        raise Http404
    demand(rules.may_write_view(viewer, who))
    zelf, deel = viewer.is_student(who), beeldvragen()[vraag]
    versions = queries.own_versions(viewer, who, vraag)
    label = deel.vraag if zelf else deel.over.format(naam=who.voornaam)
    form = TekstForm(request.POST or None, label=label, versie=versions[0] if versions else None)
    other, back = "", f"{address('gedeeld_beeld', who.pk)}#{vraag}"
    if request.method == "POST" and form.is_valid():
        tekst, was = form.cleaned_data["tekst"], form.cleaned_data["was"]
        done = actions.schrijf_beeld(by=viewer, student=who, vraag=vraag, tekst=tekst, gezien=was)
        if not done.botst:
            toast(request, "Je tekst is bewaard.")
            return redirect(back)
        other = done.versie.tekst
        form.botst(done.versie)
    earlier = [row for row in versions[1:] if row.tekst]
    context = {"student": who, "zelf": zelf, "deel": deel, "kop": label, "form": form, "eerder": earlier}
    context |= {"andere_tekst": other, "terug": back}
    return page(request, "students/beeld_deel.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def leefgebieden(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Whether each leefgebied plays: the student says so, somebody else reads what was shared."""
    viewer = request.viewer
    who = get_known(request, pk, Soort.LEEFGEBIEDEN)
    zelf = viewer.is_student(who)
    if request.method == "POST":
        demand(rules.may_write_own(viewer, who))
        return _say(request, pk)
    context = {
        "student": who,
        "naam": name_for(request, who),
        "zelf": zelf,
        "overzicht": queries.leefgebieden(viewer, who),
        "standen": LeefgebiedStand.Stand.choices,
        "mag_vragen": rules.may_ask_zorgteam(viewer, who),
        "samen": bool(rules.may_fill_together(viewer, who)),
    }
    return page(request, "students/leefgebieden.html", context)


def _say(request: ViewerRequest, pk: UUID) -> HttpResponse:
    who = get_known(request, pk, Soort.LEEFGEBIEDEN)
    form = StandForm(request.POST)
    if not form.is_valid():
        raise Http404
    code, stand = form.cleaned_data["gebied"], form.cleaned_data["stand"]
    actions.zet_leefgebied(by=request.viewer, student=who, gebied=code, stand=stand)
    if wants_fragment(request):
        found = queries.leefgebieden(request.viewer, who)
        area = next(one for one in found.gebieden if one.code == code)
        context = {"student": who, "gebied": area, "standen": LeefgebiedStand.Stand.choices}
        return page(request, "students/_leefgebied.html", context)
    toast(request, "Je antwoord is bewaard.")
    return redirect(f"{address('leefgebieden', who.pk)}#{queries.anker(code)}")
