"""Mijn handleiding: the student writes, and chooses for each part who reads it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kern.http import address, page, toast, wants_fragment
from students import queries_beeld
from students import queries_handleiding as queries
from students.access import Viewer
from students.actions import handleiding as actions
from students.actions.vrijgave import geef_vrij, trek_in
from students.checks import Refused
from students.delen import Deel, beeldvragen, delen, te_delen
from students.enums import Soort
from students.forms.handleiding import AntwoordForm, KeuzeForm, TekstForm
from students.http import ViewerRequest
from students.leefgebied import leefgebieden_of
from students.models import HandleidingVraag, Student

PAGE = "students/handleiding.html"


@require_safe
def handleiding(request: ViewerRequest) -> HttpResponse:
    """All parts; with `?als=` the page as somebody of the team sees it."""
    viewer = request.viewer
    who = queries.my_file(viewer)
    if "als" in request.GET:
        return _as_somebody(request, who, request.GET["als"])
    cards = queries.kaarten(viewer, who)
    people = queries.people_around(viewer, who, Soort.HANDLEIDING)
    context = {
        "student": who,
        "kaarten": [card for card in cards if card.tekst or card.vragen],
        "nog_leeg": [card for card in cards if not card.tekst and not card.vragen],
        "mensen": people,
        "vragen": [(row, card) for card in cards for row in card.vragen],
    }
    return page(request, PAGE, context)


def _as_somebody(request: ViewerRequest, who: Student, pk: str) -> HttpResponse:
    """The same queries, asked by the viewer of that person; nothing of it is a read by that person."""
    people = queries.people_around(request.viewer, who, Soort.HANDLEIDING)
    person = next((one for one in people if str(one.user.pk) == pk), None)
    if person is None:
        raise Http404
    theirs = Viewer(user=person.user, today=request.viewer.today)
    queries.note(request.viewer, who)
    context = {"student": who, "persoon": person, "stukken": queries.read_by(theirs, who), "mensen": people}
    return page(request, "students/handleiding_als.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def handleiding_deel(request: ViewerRequest, onderdeel: str) -> HttpResponse:
    """Write one part; below it what stood there before."""
    viewer = request.viewer
    who = queries.my_file(viewer)
    deel = _part(delen(), onderdeel)
    versions = queries.versions_of(viewer, who, onderdeel)
    form = TekstForm(request.POST or None, label=deel.vraag, versie=versions[0] if versions else None)
    other = ""
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data
        done = actions.schrijf(
            by=viewer, student=who, onderdeel=onderdeel, tekst=sent["tekst"], gezien=sent["was"]
        )
        if not done.botst:
            toast(request, "Je tekst is bewaard.")
            return redirect(f"{address('handleiding')}#{onderdeel}")
        other = done.versie.tekst
        form.botst(done.versie)
    context = {
        "student": who,
        "deel": deel,
        "form": form,
        "andere_tekst": other,
        "eerder": [row for row in versions[1:] if row.tekst],
        "nu": versions[0] if versions else None,
        "terug": f"{address('handleiding')}#{onderdeel}",
    }
    return page(request, "students/handleiding_deel.html", context, status=422 if form.errors else 200)


def _part(found: dict[str, Deel], code: str) -> Deel:
    if code not in found:
        raise Http404
    return found[code]


@require_POST
def vrijgave(request: ViewerRequest) -> HttpResponse:
    """One choice: this person sees this part, or not. Works at once."""
    viewer = request.viewer
    who = queries.my_file(viewer)
    form = KeuzeForm(request.POST)
    if not form.is_valid():
        raise Http404
    sent = form.cleaned_data
    soort, code = Soort(sent["soort"]), sent["onderdeel"]
    if code not in _codes(who, soort):
        raise Http404
    people = queries.people_around(viewer, who, soort)
    person = queries.find_person(who, soort, people, sent["aan"])
    if sent["ziet"] == "ja":
        geef_vrij(by=viewer, student=who, aan=person, soort=soort, onderdeel=code)
    else:
        trek_in(by=viewer, student=who, aan=person, soort=soort, onderdeel=code)
    if wants_fragment(request):
        return _list(request, who, soort, code)
    said = "ziet dit nu" if sent["ziet"] == "ja" else "ziet dit niet meer"
    toast(request, f"{person.voornaam} {said}.")
    place = queries_beeld.anker(code) if soort is Soort.LEEFGEBIEDEN else code
    return redirect(f"{_page_of(who, soort)}#{place}")


def _codes(who: Student, soort: Soort) -> set[str]:
    """The parts of this kind that can be shared."""
    if soort is Soort.HANDLEIDING:
        return set(te_delen())
    if soort is Soort.GEDEELD_BEELD:
        return set(beeldvragen())
    return {code for code, _ in leefgebieden_of(who.klas.school)}


def _page_of(who: Student, soort: Soort) -> str:
    if soort is Soort.HANDLEIDING:
        return address("handleiding")
    return address("gedeeld_beeld" if soort is Soort.GEDEELD_BEELD else "leefgebieden", who.pk)


def _list(request: ViewerRequest, who: Student, soort: Soort, code: str) -> HttpResponse:
    """Who sees this part, as it is now."""
    viewer = request.viewer
    if soort is Soort.HANDLEIDING:
        row: Any = next(card for card in queries.kaarten(viewer, who) if card.deel.code == code)
    elif soort is Soort.GEDEELD_BEELD:
        row = next(one for one in queries_beeld.vragen(viewer, who) if one.deel.code == code)
    else:
        row = next(one for one in queries_beeld.leefgebieden(viewer, who).gebieden if one.code == code)
    return page(request, "students/_wie_ziet.html", {"soort": soort.value, "code": code, "rij": row})


@require_POST
def handleiding_antwoord(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Yes, this person may read it; or not now."""
    viewer = request.viewer
    who = queries.my_file(viewer)
    row = queries.get_question(who, pk)
    form = AntwoordForm(request.POST)
    if not form.is_valid():
        raise Http404
    ja = form.cleaned_data["antwoord"] == "ja"
    try:
        actions.antwoord(by=viewer, student=who, vraag_id=pk, ja=ja)
    except Refused as refused:
        toast(request, refused.messages[0])
        return redirect(reverse("handleiding"))
    toast(request, _answered(row, ja=ja))
    return redirect(f"{address('handleiding')}#{row.onderdeel}")


def _answered(row: HandleidingVraag, *, ja: bool) -> str:
    name = row.gevraagd_door.voornaam
    return f"{name} mag dit nu lezen." if ja else f"{name} krijgt je antwoord: nu niet."
