"""A student without a phone enters hours on that of a begeleider: one page, and no way to another one."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from begeleiders import handover
from kern.http import address, page
from stageplekken.actions import uren as actions
from stageplekken.forms.uren import DagForm, KiesDagForm
from stageplekken.models import Stage
from stageplekken.queries import uren as queries
from stageplekken.rules import uren as rules
from stageplekken.uren.boek import Urenboek
from stageplekken.uren.projection import NUL
from stageplekken.views.uren_deel import clash, day_in, entry_card, put, sent_data
from students.checks import Refused, demand
from students.http import ViewerRequest

NAME = "telefoon_uren"


@require_POST
def geef(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The begeleider hands the phone to the student."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=False)
    demand(rules.may_hand_over(viewer, stage))
    handover.give(request, stage.student, NAME, stage.pk)
    return redirect(NAME)


@require_http_methods(["GET", "HEAD", "POST"])
def telefoon_uren(request: ViewerRequest) -> HttpResponse:
    """The hours of a day, entered by the student."""
    viewer = request.viewer
    going_on = handover.current(request)
    if going_on is None or handover.page_of(going_on) != NAME:
        return redirect("vandaag")
    stage = queries.get_stage(viewer, UUID(going_on["gesprek"]), read=False)
    demand(rules.may_hand_over(viewer, stage))
    boek = queries.boek(stage, viewer.today)
    if request.method == "POST":
        return _save(request, stage, boek)
    return _show(request, stage, boek, day_in(request.GET.get("dag", "")))


def _save(request: ViewerRequest, stage: Stage, boek: Urenboek) -> HttpResponse:
    """The day as the student says it; the begeleider of the phone is noted with it."""
    data = sent_data(request)
    dag = day_in(data.get("dag", ""))
    form = DagForm(data, gepland=boek.plan.gepland_op(dag) if dag else NUL)
    if not form.is_valid():
        return _show(request, stage, boek, dag, form)
    sent = form.cleaned_data
    try:
        done = actions.enter_day(
            by=request.viewer, stage_id=stage.pk, dag=sent["dag"], invoer=form.invoer(), gezien=sent["gezien"],
            sleutel=sent["sleutel"], van_student=True,
        )  # fmt: skip
    except Refused as refused:
        put(form, refused)
        return _show(request, stage, boek, dag, form)
    if done.botst:
        return clash(request, stage, done.dag, form.invoer(), data, address(NAME))
    return redirect(reverse(NAME, query={"bewaard": sent["dag"].isoformat()}))


def _show(
    request: ViewerRequest, stage: Stage, boek: Urenboek, dag: date | None, form: DagForm | None = None
) -> HttpResponse:
    saved = day_in(request.GET.get("bewaard", ""))
    context = {
        "stage": stage,
        "student": stage.student,
        "invul": entry_card(request.viewer, stage, boek, dag, form, for_student=True),
        "kies_dag": KiesDagForm(auto_id="kies_%s"),
        "bewaard": boek.dagen.get(saved) if saved else None,
        "zelf": True,
        "wie": "je",
        "form": form,
    }
    return page(request, "stageplekken/uren_telefoon.html", context, status=422 if form else 200)
