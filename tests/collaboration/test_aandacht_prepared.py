"""The prepared queries of aandacht give everyone exactly what the plain query gives."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from collaboration.aandacht import (
    afspraak,
    blik,
    escalatie,
    informeren,
    lijst,
    queries,
    signaal,
    stages,
    stilte,
    talk,
    terugmelding,
)
from collaboration.aandacht.grenzen import midnight
from collaboration.panels import stilte as stilte_panel
from collaboration.queries import melding as meldingen
from kern import prepared
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
        (stages._running, ()),
        (stages._facts, (days(0),)),
        (queries_doel._since, ((cast.marije.pk,), day, 6)),
        (queries_doel._of_student, (cast.marije.pk, (cast.marije.pk,), 6)),
        (lijst._opzij, ()),
        (queries._seen, ()),
        (queries._absent, ()),
        (meldingen._shown, (timezone.now() - timedelta(days=30), 60)),
        (meldingen._unseen, ()),
        (stilte_panel._quiet, (schools, (day, days(-6)), moments)),
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
