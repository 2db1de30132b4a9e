"""A signaal in two taps, the list with what came of each, and the page on which mentor and KAW-er answer."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from collaboration.actions import signaal as actions
from collaboration.actions.checks import Refused, demand
from collaboration.enums.signaal import KLAAR, SignaalStatus
from collaboration.forms.signaal import OppakForm, SignaalForm, SluitForm, StandForm, TerugmeldForm
from collaboration.models import Signaal
from collaboration.queries import signaal as queries
from collaboration.rules import signaal as rules
from collaboration.words import signaal as said
from kern.http import page, posted, toast
from students.access import Viewer
from students.http import ViewerRequest, back_to
from students.models import Student
from students.queries import get_student, team_of

# In which states a form is not on the page any more, as a colleague was first, and where its words stand.
S = SignaalStatus
GONE = {
    "oppakform": (S.OPGEPAKT, S.TERUGGEMELD, *KLAAR),
    "meldform": (S.TERUGGEMELD, *KLAAR),
    "sluitform": KLAAR,
}
TYPED = {"oppakform": "aanpak", "meldform": "terugmelding", "sluitform": "reden"}


@require_http_methods(["GET", "HEAD", "POST"])
def signaal_nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Send a signaal: choose what is the matter, and send."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_send(viewer, student))
    form = SignaalForm(posted(request), initial={"sleutel": uuid4(), "dag": viewer.today})
    if request.method == "POST" and form.is_valid():
        sleutel = form.cleaned_data["sleutel"]
        made = actions.send(by=viewer, student=student, bericht=form.bericht(), sleutel=sleutel)
        toast(request, _sent(viewer, student, made))
        return redirect(back_to(request, reverse("student", args=[student.pk], fragment="signalen")))
    context = {"student": student, "form": form, "lezers": readers_of(viewer, student)}
    return page(request, "collaboration/signaal_nieuw.html", context, status=422 if form.is_bound else 200)


def readers_of(viewer: Viewer, student: Student) -> list[str]:
    """Who gets it, as far as this person knows the team: the mentor, and else the KAW-er."""
    team = [member for member in team_of(viewer, student) if member.user_id != viewer.user.pk]
    mentors = [member.user.naam for member in team if member.rol == "mentor"]
    return mentors or [member.user.naam for member in team if member.rol == "kawer"]


def _sent(viewer: Viewer, student: Student, made: Signaal) -> str:
    if made.auteur_id != viewer.user.pk:
        return "Een collega meldde dit al. Je hoeft niets meer te doen."
    names = " en ".join(readers_of(viewer, student))
    who = f"Verstuurd naar {names}." if names else "Verstuurd."
    return f"{who} {student.voornaam} leest je compliment ook." if made.compliment else who


@require_safe
def signalen(request: ViewerRequest) -> HttpResponse:
    """What waits for this person, and what this person sent with what came of it."""
    viewer = request.viewer
    waiting, sent = queries.to_answer(viewer), queries.sent_signalen(viewer)
    queries.note_signalen(viewer, [*waiting, *sent])
    me = viewer.user.pk
    context = {"wachten": said.rows_of(waiting, me), "gestuurd": said.rows_of(sent, me)}
    return page(request, "collaboration/signalen.html", context)


@require_safe
def signaal(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One signaal: for the sender every step, for mentor and KAW-er also what can be done."""
    viewer = request.viewer
    return _shown(request, queries.get_signaal(viewer, pk), {})


def _shown(request: ViewerRequest, one: Signaal, bound: dict[str, Any], status: int = 200) -> HttpResponse:
    viewer = request.viewer
    reads_steps = bool(viewer.may("lees", one.student, rules.plain_item(one)))
    answers = bool(rules.may_answer(viewer, one)) and one.status not in KLAAR
    context: dict[str, Any] = {
        "student": one.student,
        "signaal": one,
        "kop": said.title_of(one),
        "icoon": said.icon_of(one),
        "stappen": said.steps(one, viewer.user.pk) if reads_steps else [],
        "gesprek": queries.readable_gesprek(viewer, one),
        "antwoordt": answers,
    }
    if answers:
        context |= _forms(viewer, one)
    context |= bound
    return page(request, "collaboration/signaal.html", context, status=status)


def _forms(viewer: Viewer, one: Signaal) -> dict[str, Any]:
    start = {"stand": one.status}
    found: dict[str, Any] = {
        "sluitform": SluitForm(initial=start, verteld=bool(one.teruggemeld_op), auto_id="sluit_%s")
    }
    if one.status in (SignaalStatus.NIEUW, SignaalStatus.GEZIEN):
        linked = queries.gesprekken_to_link(viewer, one.student)
        found["oppakform"] = OppakForm(initial=start, gesprekken=linked, auto_id="oppak_%s")
    if one.status != SignaalStatus.TERUGGEMELD:
        found["meldform"] = TerugmeldForm(initial=start, auto_id="meld_%s")
    return found


@require_POST
def gezien(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Say that you saw it: a press, never the opening of a page."""
    viewer = request.viewer
    one = queries.get_signaal(viewer, pk, read=False)
    seen = actions.see(by=viewer, signaal_id=one.pk)
    mine = seen.gezien_door_id == viewer.user.pk
    toast(request, f"{one.auteur.naam} ziet dat je het zag" if mine else rules.who_was_first(seen))
    return redirect(back_to(request, reverse("signaal", args=[one.pk])))


@require_POST
def oppakken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Say what you are going to do with it."""
    viewer = request.viewer
    one = queries.get_signaal(viewer, pk)
    demand(rules.may_answer(viewer, one))
    linked = queries.gesprekken_to_link(viewer, one.student)
    form = OppakForm(request.POST, gesprekken=linked, auto_id="oppak_%s")

    def act() -> None:
        stand = form.cleaned_data["stand"]
        actions.pick_up(by=viewer, signaal_id=one.pk, aanpak=form.plan(), stand=stand)

    return _after(request, one, "oppakform", form, act, "Opgepakt. De afzender ziet wat je doet.")


@require_POST
def terugmelden(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Tell the sender what came of it."""
    viewer = request.viewer
    one = queries.get_signaal(viewer, pk)
    demand(rules.may_answer(viewer, one))
    form = TerugmeldForm(request.POST, auto_id="meld_%s")

    def act() -> None:
        actions.report_back(by=viewer, signaal_id=one.pk, **form.cleaned_data)

    return _after(request, one, "meldform", form, act, f"Teruggemeld aan {one.auteur.naam}")


@require_POST
def afsluiten(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Close it."""
    viewer = request.viewer
    one = queries.get_signaal(viewer, pk)
    demand(rules.may_answer(viewer, one))
    form = SluitForm(request.POST, verteld=bool(one.teruggemeld_op), auto_id="sluit_%s")

    def act() -> None:
        actions.close(by=viewer, signaal_id=one.pk, **form.cleaned_data)

    return _after(request, one, "sluitform", form, act, "Het signaal is afgesloten")


def _after(
    request: ViewerRequest, one: Signaal, name: str, form: StandForm, act: Any, done: str
) -> HttpResponse:
    """Do it and go on; or show the page as it is now, with what was typed and what is still to do."""
    if form.is_valid():
        try:
            act()
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, done)
            return redirect("signaal", pk=one.pk)
    fresh = queries.get_signaal(request.viewer, one.pk)
    data: Any = form.data
    again = data.copy()
    again["stand"] = fresh.status
    form.data = again
    lost = fresh.status in GONE[name]
    bound = {name: form, "form": form, "getypt": again.get(TYPED[name], "").strip() if lost else ""}
    return _shown(request, fresh, bound, 422)
