"""The prepared queries of aandacht give everyone exactly what the plain query gives."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from begeleiders import calendar
from collaboration.aandacht import (
    afspraak,
    blik,
    escalatie,
    gemist,
    informeren,
    lijst,
    queries,
    signaal,
    stilte,
    talk,
    terugmelding,
)
from collaboration.aandacht import stages as stages_aandacht
from collaboration.aandacht.grenzen import midnight
from collaboration.panels import stilte as stilte_panel
from collaboration.queries import einde, samen, uitnodiging, zorg
from collaboration.queries import melding as meldingen
from kern import prepared
from stageplekken.queries import klas_uren, talks, uren
from students import queries as students
from students import queries_doel
from students.prepared import fetch_for
from tests.acts_aandacht import gezien_vandaag
from tests.cast import Cast
from tests.factories import AfspraakFactory, days, viewer


def builders(cast: Cast) -> list[tuple[Any, tuple[Any, ...]]]:
    """Every prepared query, with arguments."""
    schools, day = (cast.noord.pk, cast.zuid.pk), days(-5)
    moments = (midnight(day), midnight(days(-6)))
    return [
        (blik._schools, ()),
        (stilte._stil, (schools, (day, days(-6)), moments)),
        (afspraak._over, (schools, (day, days(-6)))),
        (signaal._ongezien, (schools, moments)),
        (terugmelding._owed, (schools, moments)),
        (escalatie._waiting, (schools, moments, (timezone.now(), timezone.now() - timedelta(hours=2)))),
        (informeren._untold, (schools, moments)),
        (talk._due, (days(0),)),
        (stages_aandacht._running, ()),
        (stages_aandacht._facts, (days(0),)),
        (queries_doel._since, ((cast.marije.pk,), day, 6)),
        (queries_doel._of_student, (cast.marije.pk, (cast.marije.pk,), 6)),
        (lijst._opzij, ()),
        (queries._seen, ()),
        (queries._absent, ()),
        (meldingen._shown, (timezone.now() - timedelta(days=30), 60)),
        (meldingen._unseen, ()),
        (stilte_panel._quiet, (schools, (day, days(-6)), moments)),
        (gemist._missed, ((cast.stage_marije.pk, cast.stage_sanna.pk), 2)),
        (einde._my_team, ()),
        (einde._my_klassen, ()),
        (students._klassen, ()),
        (talks._asked, ((), 8)),
        (talks._asked, ((cast.marije.pk,), 8)),
        (samen._about, (cast.marije.pk, 3)),
        (samen._running, (20,)),
        (queries_doel._doelen, (cast.marije.pk, (cast.marije.pk,))),
        (zorg._newest, (cast.marije.pk,)),
        (uren._own, ((cast.stage_marije.pk,), (cast.sanna.pk,))),
        (klas_uren._stages, (cast.e1b.pk,)),
    ]


def of_values(cast: Cast) -> list[tuple[Any, list[Any]]]:
    """Every query without a viewer that the panels prepare, with its values: the caller knew who may see them."""
    stages, today = [cast.stage_marije.pk, cast.stage_sanna.pk], days(0)
    return [
        (calendar._vakanties, [cast.noord.pk, cast.zuid.pk]),
        *((build, stages) for build in (uren._roosters, uren._pauzes, uren._dagen, uren._weken)),
        *((build, stages) for build in (stages_aandacht._days, klas_uren._weeks)),
        (klas_uren._summed, [today, *stages]),
        (klas_uren._made, [days(-60), today, *stages]),
        (klas_uren._klas, [cast.e1b.pk]),
        *((build, [cast.marije.pk]) for build in (uren._running, talks._begun, zorg._regie)),
        (zorg._told, [cast.marije.pk]),
        (talks._talks, stages),
        (uitnodiging._of_student, [cast.marije.pk]),
    ]


def test_everybody_gets_what_the_plain_query_gives(cast: Cast) -> None:
    prepared._plans.clear()
    gezien_vandaag(cast.harold, cast.e1b)
    for student, by in ((cast.marije, cast.harold), (cast.milan, cast.ilse), (cast.lotte, cast.wouter)):
        AfspraakFactory.create(student=student, auteur=by, voor=days(-20))
    for build, args in builders(cast):
        for name, person in cast.people().items():
            plain = [list(arg) if isinstance(arg, tuple) else arg for arg in args]
            want = list(build(viewer(person), *plain))
            assert fetch_for(build, viewer(person), *args) == want, (build.__module__, build.__name__, name)


def _whole(row: Any) -> Any:
    """A row with all its columns; two rows of a model are equal already where their ids are."""
    return row if isinstance(row, tuple) else {**vars(row), "_state": None}


def test_values_find_their_own_rows(cast: Cast) -> None:
    prepared._plans.clear()
    for build, values in of_values(cast):
        for found in (values, [value if isinstance(value, date) else uuid4() for value in values], values):
            want = [_whole(row) for row in build(found)]
            got = [_whole(row) for row in prepared.fetch(build, found)]
            assert got == want, (build.__module__, build.__name__)
