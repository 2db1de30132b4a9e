"""Parts of the hours that the page and the first screens share: the card of a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from stageplekken import rules_uren as rules
from stageplekken.forms_uren import DagForm, initial_of
from stageplekken.models import Stage
from stageplekken.urenboek import Dag, Urenboek
from stageplekken.words_uren import say_stand, say_uren
from students.access import Viewer
from students.enums import Rol

PAGE = "stageplekken/uren.html"


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
    viewer: Viewer, stage: Stage, boek: Urenboek, dag: date | None = None, form: DagForm | None = None
) -> DagKaart:
    """The card of a day: of the day that was asked, else of the newest planned day that is open, else of today."""
    day = dag or boek.dag_om_in_te_vullen or boek.laatste_dag
    gepland, there = boek.plan.gepland_op(day), boek.dagen.get(day)
    report = bool(rules.may_report(viewer, stage))
    start = {"dag": day.isoformat(), "sleutel": uuid4()}
    if there is not None:
        start |= {"gezien": there.versie} | initial_of(there.soort, there.gemaakt, gepland)
    return DagKaart(
        stage=stage,
        dag=day,
        vandaag=day == viewer.today,
        gepland=gepland,
        gepland_tekst=say_uren(gepland),
        er_staat=there,
        er_staat_tekst=say_stand(there) if there else "",
        form=form or DagForm(initial=start, gepland=gepland, niets_gehoord=report),
        niets_gehoord=report and gepland > 0,
        sleutel=uuid4(),
        open_dagen=tuple(one for one in boek.open_dagen[-6:] if one != day),
    )
