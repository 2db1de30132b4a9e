"""The PDF of a talk: what stands on it, how it is tagged, and that every version stays."""

from kern.pdf import render_pdf
from stageplekken.actions import talks as fill
from stageplekken.actions import talks_plan, talks_samen
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort
from stageplekken.models import Stagegesprek
from stageplekken.queries import talks as queries
from stageplekken.talks.verslag import build
from tests import acts_talks as acts
from tests.cast import Cast
from tests.factories import viewer
from tests.pdf.reading import faults, opened, text


def made(talk: Stagegesprek, nummer: int = 1) -> bytes:
    talk = acts.fresh(talk)
    versions = queries.versions_of(talk)
    verslag = build(talk, versions[nummer - 1], nummer, len(versions))
    return render_pdf("pdf/stagegesprek.html", {"verslag": verslag})


def test_everything_stands_there_and_it_is_no_exam(cast: Cast) -> None:
    talks = acts.plan(cast.harold, cast.stage_marije)
    acts.fixed(cast, talks[TalkSoort.START], "oefenen")
    talk = talks[TalkSoort.TUSSEN]
    codes = ["P7-K1-W4"]
    talks_plan.set_limits(by=viewer(cast.harold), stage_id=cast.stage_marije.pk, werkprocessen=codes)
    acts.ready(cast.melissa, talk, Kant.PRAKTIJK, op_tijd="goed", op_tijd_voorbeeld="Ze belde zelf")
    acts.ready(cast.harold, talk, Kant.MENTOR, op_tijd_stap="Een week op tijd")
    acts.ready(cast.marije_zelf, talk, Kant.STUDENT)
    talks_samen.discuss(by=viewer(cast.harold), talk_id=talk.pk, dag=viewer(cast.harold).today)
    acts.answer(cast.harold, talk, Kant.SAMEN, {"samen-afspraken": "Elke maandag bellen"})
    for kant in KANTEN:
        acts.agree(acts.sides(cast)[kant], talk, kant)
    data = made(talk)
    whole = text(data)
    for expected in (
        "Tussenevaluatie",
        "Marije Jonkers, Restaurant De Kade",
        "Melissa Brouwer (praktijkbegeleider)",
        "Elke maandag bellen",
        "Dit groeide",
        "Op tijd komen",
        "Ze belde zelf",
        "Volgende stap: Een week op tijd",
        "Verder dan bij de start",
        "Hier niet mogelijk",
        "Het is geen examen en geen cijfer.",
    ):
        assert expected in whole, expected
    assert faults(data) == []
    assert "Marije" not in str(opened(data).metadata)


def test_an_older_version_says_that_there_is_a_newer_one(cast: Cast) -> None:
    talk = acts.plan(cast.harold, cast.stage_marije)[TalkSoort.EIND]
    acts.fixed(cast, talk)
    assert "versie" not in text(made(talk))
    talks_samen.reopen(by=viewer(cast.melissa), talk_id=talk.pk, kant=Kant.PRAKTIJK, reden="Ze groeide nog")
    acts.answer(cast.melissa, talk, Kant.PRAKTIJK, {"op-tijd-voorbeeld": "Nieuw voorbeeld"})
    fill.finish(by=viewer(cast.melissa), talk_id=talk.pk, kant=Kant.PRAKTIJK)
    for kant, who in acts.sides(cast).items():
        acts.agree(who, talk, kant)
    assert "Dit is versie 1 van 2. Er is een nieuwere versie." in text(made(talk, 1))
    assert "Nieuw voorbeeld" not in text(made(talk, 1))
    assert "Nieuw voorbeeld" in text(made(talk, 2))
