"""Parts of the hours that the page and the first screens share: the card of a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse, QueryDict

from begeleiders import handover
from kern.http import page
from stageplekken.forms.uren import TIKKEN, DagForm, initial_of
from stageplekken.models import Stage, UrenDag
from stageplekken.rules import uren as rules
from stageplekken.uren.boek import Dag, Urenboek
from stageplekken.uren.invoer import Invoer
from stageplekken.uren.words import say_stand, say_uren
from students.access import Viewer
from students.checks import Refused
from students.enums import Rol
from students.http import ViewerRequest

PAGE = "stageplekken/uren.html"
FIRST_YEAR, LAST_YEAR = 2000, 2999  # the calendar has no week after the last one of the year 9999


@dataclass(frozen=True)
class DagKaart:
    """The card with which a day is entered: which day, what stands there, and the form."""

    stage: Stage
    dag: date
    vandaag: bool
    gepland: Decimal
    gepland_tekst: str
    er_staat: Dag | None
    er_staat_tekst: str
    form: DagForm
    niets_gehoord: bool
    sleutel: UUID
    open_dagen: tuple[date, ...]


def wie(viewer: Viewer, stage: Stage) -> str:
    """How the sentences call the student: by first name, or "je" on the student's own page."""
    return "je" if Rol.STUDENT in rules.roles(viewer, stage) else stage.student.voornaam


def entry_card(
    viewer: Viewer,
    stage: Stage,
    boek: Urenboek,
    dag: date | None = None,
    form: DagForm | None = None,
    *,
    for_student: bool = False,
) -> DagKaart:
    """The card of a day: of the day that was asked, else of the newest planned day that is open, else of today."""
    day = dag or boek.dag_om_in_te_vullen or boek.laatste_dag
    gepland, there = boek.plan.gepland_op(day), boek.dagen.get(day)
    report = bool(rules.may_report(viewer, stage, van_student=for_student))
    return DagKaart(
        stage=stage,
        dag=day,
        vandaag=day == viewer.today,
        gepland=gepland,
        gepland_tekst=say_uren(gepland),
        er_staat=there,
        er_staat_tekst=say_stand(there) if there else "",
        form=form or DagForm(initial=start_of(day, there, gepland), gepland=gepland, niets_gehoord=report),
        niets_gehoord=report and gepland > 0,
        sleutel=uuid4(),
        open_dagen=tuple(one for one in boek.open_dagen[-6:] if one != day),
    )


def day_in(text: str) -> date | None:
    """A day from an address ("2026-03-10"), or None; a year in which nobody has a stage is none."""
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
    return day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else None


def sent_data(request: ViewerRequest) -> QueryDict:
    """What was sent; one tap stands for the choices of the form."""
    data = request.POST.copy()
    data.update(TIKKEN.get(data.get("tik", ""), {}))
    return data


def put(form: DagForm, refused: Refused) -> None:
    """The sentence of an action at the field it is about, or on top."""
    code = refused.code
    field = {"uren": "uren", "soort": "keuze", "reden": "reden"}.get(code or "")
    form.add_error(field if field in form.fields else None, refused.messages[0])


def clash(
    request: ViewerRequest,
    stage: Stage,
    there: UrenDag | None,
    invoer: Invoer,
    data: QueryDict,
    terug: str,
) -> HttpResponse:
    """What stands there, what was sent, and a choice; nothing is lost. `terug`: where who leaves it goes."""
    assert there is not None
    viewer = request.viewer
    viewer.ledger.read(viewer.subject(stage.student, "uren", object_id=stage.pk))
    names = ("dag", "keuze", "uren", "waarom_deel", "waarom_niet", "terug", "reden")
    handed_over = handover.current(request) is not None
    context = {
        "stage": stage,
        "student": stage.student,
        "er_staat": there,
        "er_staat_tekst": say_stand(there),
        "jij_tekst": say_stand(invoer),
        "velden": [(name, value) for name in names if (value := data.get(name, ""))],
        "sleutel": uuid4(),
        "naar": request.path,
        "terug_url": terug,
        "kaal": handed_over,
        "frame": "begeleiders/bare.html" if handed_over else "base.html",
    }
    return page(request, "stageplekken/uren_botsing.html", context, status=409)


def start_of(dag: date, there: Dag | None, gepland: Any) -> dict[str, Any]:
    """What a fresh form for a day begins with."""
    start: dict[str, Any] = {"dag": dag.isoformat(), "sleutel": uuid4()}
    if there is not None:
        start |= {"gezien": there.versie} | initial_of(there.soort, there.gemaakt, gepland)
    return start
