"""The three talks: planned, each side alone, klaar, discussed, akkoord by three, fixed; and every way back."""

from itertools import combinations, permutations
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from kern.models import LogRegel
from stageplekken.actions import stage as stages
from stageplekken.actions import talks as fill
from stageplekken.actions import talks_plan, talks_samen
from stageplekken.enums import StageStatus
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort, TalkStatus
from stageplekken.models import Stage, Stagegesprek, StagegesprekAkkoord, StagegesprekOvergang
from stageplekken.queries import talks as queries
from students.checks import Refused
from tests import acts_talks as acts
from tests.cast import Cast
from tests.factories import KlasRolFactory, UserFactory, days, viewer

MENTOR, PRAKTIJK, STUDENT, SAMEN = Kant.MENTOR, Kant.PRAKTIJK, Kant.STUDENT, Kant.SAMEN


@pytest.fixture
def talk(cast: Cast) -> Stagegesprek:
    """The tussenevaluatie of Marije, planned."""
    return acts.plan(cast.harold, cast.stage_marije)[TalkSoort.TUSSEN]


def test_planning_twice_plans_once(cast: Cast) -> None:
    first = acts.plan(cast.harold, cast.stage_marije)
    second = acts.plan(cast.melissa, cast.stage_marije)
    assert {talk.pk for talk in first.values()} == {talk.pk for talk in second.values()}
    assert Stagegesprek.objects.count() == 3
    assert LogRegel.objects.filter(actie="stagegesprekken gepland").count() == 1


@pytest.mark.parametrize("name", ["marije_zelf", "soraya", "noor", "petra"])
def test_others_do_not_plan(cast: Cast, name: str) -> None:
    with pytest.raises(PermissionDenied, match="plannen de mentor en de praktijkbegeleider"):
        acts.plan(getattr(cast, name), cast.stage_marije)


def test_a_changed_period_moves_what_is_not_fixed(cast: Cast) -> None:
    talks = acts.plan(cast.harold, cast.stage_marije)
    acts.fixed(cast, talks[TalkSoort.START])
    stage = cast.stage_marije
    stage.begin, stage.einde = days(-14), days(200)
    stage.save()
    again = acts.plan(cast.harold, stage)
    assert again[TalkSoort.START].aan_de_beurt == talks[TalkSoort.START].aan_de_beurt
    assert again[TalkSoort.EIND].aan_de_beurt > talks[TalkSoort.EIND].aan_de_beurt


def test_the_first_save_makes_it_somebodys_and_begins_the_talk(cast: Cast, talk: Stagegesprek) -> None:
    acts.answer(cast.melissa, talk, PRAKTIJK, {"op-tijd": "goed"})
    assert acts.deel_of(talk, PRAKTIJK).maker == cast.melissa
    assert acts.fresh(talk).status == TalkStatus.INVULLEN
    assert StagegesprekOvergang.objects.filter(gesprek=talk).count() == 2


def test_nothing_touched_is_nothing_begun(cast: Cast, talk: Stagegesprek) -> None:
    acts.answer(cast.melissa, talk, PRAKTIJK, {"op-tijd-voorbeeld": ""})
    assert acts.deel_of(talk, PRAKTIJK).maker is None
    assert acts.fresh(talk).status == TalkStatus.GEPLAND


def test_klaar_asks_every_question(cast: Cast, talk: Stagegesprek) -> None:
    answers = acts.whole(talk, PRAKTIJK)
    answers.pop("groeten")
    acts.answer(cast.melissa, talk, PRAKTIJK, answers)
    with pytest.raises(Refused, match="Nog één vraag open: Groeten"):
        fill.finish(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK)
    acts.answer(cast.melissa, talk, PRAKTIJK, {"groeten": "niet-aan-bod"})
    fill.finish(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK)
    fill.finish(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK)
    assert acts.deel_of(talk, PRAKTIJK).klaar_op


def test_one_press_sets_the_rest_of_a_list_to_niet_aan_bod(cast: Cast, talk: Stagegesprek) -> None:
    acts.answer(cast.melissa, talk, PRAKTIJK, {"b1-k1-w1": "goed", "op-tijd": "oefenen"})
    count = fill.fill_rest(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK, lijst="werk")
    deel = acts.deel_of(talk, PRAKTIJK)
    values = queries.answers_of([deel])[deel.invulling_id]
    assert count == 6
    assert (values["b1-k1-w1"], values["b1-k1-w2"], values["p7-k1-w4"]) == (
        "goed",
        "niet-aan-bod",
        "niet-aan-bod",
    )
    assert "groeten" not in values
    assert fill.fill_rest(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK, lijst="werk") == 0


def test_what_is_not_possible_here_is_not_asked(cast: Cast, talk: Stagegesprek) -> None:
    codes = ["B1-K1-W1", "P7-K1-W4", "P1-K1-W1"]
    talks_plan.set_limits(by=viewer(cast.melissa), stage_id=cast.stage_marije.pk, werkprocessen=codes)
    assert set(queries.grenzen_of(cast.stage_marije)) == {"B1-K1-W1", "P7-K1-W4"}
    assert set(queries.grenzen_of(cast.stage_lotte)) == set()  # the same place, another school
    assert "b1-k1-w1" not in acts.whole(talk, PRAKTIJK)
    acts.ready(cast.melissa, talk, PRAKTIJK)
    talks_plan.set_limits(by=viewer(cast.harold), stage_id=cast.stage_marije.pk, werkprocessen=[])
    assert not queries.grenzen_of(cast.stage_marije)


def test_a_colleague_on_the_same_side_waits_until_it_is_klaar(cast: Cast, talk: Stagegesprek) -> None:
    other = UserFactory(voornaam="Joke")
    KlasRolFactory(klas=cast.e1b, user=other)
    acts.answer(cast.harold, talk, MENTOR, {"op-tijd": "goed"})
    with pytest.raises(PermissionDenied, match="Harold Vermeer vult dit deel in"):
        acts.answer(other, talk, MENTOR, {"op-tijd": "oefenen"})


def test_a_part_that_was_left_behind_begins_anew_and_stays_unread(cast: Cast, talk: Stagegesprek) -> None:
    other = UserFactory(voornaam="Joke")
    KlasRolFactory(klas=cast.e1b, user=other)
    acts.answer(cast.harold, talk, MENTOR, {"op-tijd-voorbeeld": "Geheim van Harold"})
    with pytest.raises(PermissionDenied, match="vult dit deel in"):
        fill.restart(by=viewer(other), talk_id=talk.pk, kant=MENTOR)
    cast.harold.klas_rollen.update(einde=days(-1), eindreden="weg")
    with pytest.raises(PermissionDenied, match="hoort niet meer bij het team"):
        acts.answer(other, talk, MENTOR, {"op-tijd": "oefenen"})
    fill.restart(by=viewer(other), talk_id=talk.pk, kant=MENTOR)
    deel = acts.deel_of(talk, MENTOR)
    assert (deel.maker, queries.answers_of([deel])) == (other, {})


def test_discussing_waits_for_all_three(cast: Cast, talk: Stagegesprek) -> None:
    for kant, who in acts.sides(cast).items():
        with pytest.raises(PermissionDenied, match="als alle drie hun deel klaar hebben"):
            talks_samen.discuss(by=viewer(who), talk_id=talk.pk, dag=days(0))
        acts.ready(who, talk, kant)
    assert acts.fresh(talk).status == TalkStatus.KLAAR
    for dag, why in ((days(1), "moet nog komen"), (days(-400), "voor het begin")):
        with pytest.raises(Refused, match=why):
            talks_samen.discuss(by=viewer(cast.harold), talk_id=talk.pk, dag=dag)
    for _ in range(2):
        talks_samen.discuss(by=viewer(cast.marije_zelf), talk_id=talk.pk, dag=days(0))
    assert acts.fresh(talk).status == TalkStatus.BESPROKEN


def test_akkoord_is_akkoord_with_what_was_shown(cast: Cast, talk: Stagegesprek) -> None:
    acts.discussed(cast, talk)
    before = acts.seen(talk)
    acts.answer(cast.harold, talk, SAMEN, {"samen-afspraken": "Bellen voor acht uur"})
    with pytest.raises(Refused, match="Er is net iets veranderd"):
        talks_samen.agree(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK, gezien=before)
    acts.agree(cast.melissa, talk, PRAKTIJK)
    acts.agree(cast.melissa, talk, PRAKTIJK)
    assert StagegesprekAkkoord.objects.count() == 1


@pytest.mark.parametrize("order", list(permutations(KANTEN)))
def test_three_akkoorden_in_any_order_make_it_fixed(cast: Cast, talk: Stagegesprek, order: Any) -> None:
    acts.discussed(cast, talk)
    for count, kant in enumerate(order, start=1):
        acts.agree(acts.sides(cast)[kant], talk, kant)
        assert (acts.fresh(talk).status == TalkStatus.VAST) is (count == 3)


@pytest.mark.parametrize("said", [some for count in (1, 2, 3) for some in combinations(KANTEN, count)])
@pytest.mark.parametrize("kant", list(Kant))
def test_a_change_after_any_akkoord_reopens_all_three(
    cast: Cast, talk: Stagegesprek, said: tuple[Kant, ...], kant: Kant
) -> None:
    acts.discussed(cast, talk)
    for one in said:
        acts.agree(acts.sides(cast)[one], talk, one)
    who = acts.sides(cast).get(kant, cast.harold)
    with pytest.raises(PermissionDenied, match="Er is al akkoord gezegd"):
        acts.answer(
            who, talk, kant, {"samen-woorden" if kant == SAMEN else "op-tijd-voorbeeld": "Toch anders"}
        )
    with pytest.raises(Refused, match="Schrijf waarom"):
        talks_samen.reopen(by=viewer(who), talk_id=talk.pk, kant=kant, reden=" ")
    for _ in range(2):
        talks_samen.reopen(by=viewer(who), talk_id=talk.pk, kant=kant, reden="Er klopt iets niet")
    now = acts.fresh(talk)
    assert (now.ronde, now.vast_op, now.heropend_door) == (2, None, who)
    assert queries.akkoorden_of(now) == {}
    acts.answer(who, talk, kant, {"samen-woorden" if kant == SAMEN else "op-tijd-voorbeeld": "Toch anders"})
    if kant != SAMEN:
        fill.finish(by=viewer(who), talk_id=talk.pk, kant=kant)
    for one, person in acts.sides(cast).items():
        assert acts.fresh(talk).status == TalkStatus.BESPROKEN
        acts.agree(person, talk, one)
    assert acts.fresh(talk).status == TalkStatus.VAST


def test_every_fixed_version_stays(cast: Cast, talk: Stagegesprek) -> None:
    acts.fixed(cast, talk)
    talks_samen.reopen(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK, reden="Zij is gegroeid")
    acts.answer(cast.melissa, talk, PRAKTIJK, {"op-tijd": "goed"})
    fill.finish(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK)
    for kant, who in acts.sides(cast).items():
        acts.agree(who, talk, kant)
    assert [row.ronde for row in queries.versions_of(talk)] == [1, 2]
    for ronde, stand in ((1, "voldoende"), (2, "goed")):
        deel = queries.delen_of(talk, ronde)[PRAKTIJK]
        assert queries.answers_of([deel])[deel.invulling_id]["op-tijd"] == stand


def test_before_an_akkoord_only_the_own_part_opens(cast: Cast, talk: Stagegesprek) -> None:
    acts.discussed(cast, talk)
    talks_samen.reopen(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK)
    now = acts.fresh(talk)
    assert (now.ronde, now.status) == (1, TalkStatus.INVULLEN)
    assert acts.deel_of(talk, MENTOR).klaar_op
    fill.finish(by=viewer(cast.melissa), talk_id=talk.pk, kant=PRAKTIJK)
    assert acts.fresh(talk).status == TalkStatus.BESPROKEN


def test_nobody_acts_for_another_side(cast: Cast, talk: Stagegesprek) -> None:
    acts.discussed(cast, talk)
    people = [cast.harold, cast.melissa, cast.marije_zelf, cast.soraya]
    for who in people:
        for kant in KANTEN:
            if acts.sides(cast)[kant] == who:
                continue
            with pytest.raises(PermissionDenied, match="Dit deel is van"):
                acts.agree(who, talk, kant)
            with pytest.raises(PermissionDenied, match="Dit deel is van"):
                talks_samen.reopen(by=viewer(who), talk_id=talk.pk, kant=kant, reden="x")


def test_a_stage_that_starts_has_its_talks(cast: Cast) -> None:
    Stage.objects.filter(pk=cast.stage_marije.pk).update(status=StageStatus.GESTART)
    stages.start(by=viewer(cast.harold), stage_id=cast.stage_marije.pk, dag=days(0))
    before = {talk.soort: talk for talk in cast.stage_marije.stagegesprekken.all()}
    assert len(before) == 3
    opzet = stages.Opzet(begin=days(-28), einde=days(300), uren=320)
    stages.change(by=viewer(cast.harold), stage_id=cast.stage_marije.pk, opzet=opzet)
    after = cast.stage_marije.stagegesprekken.get(soort=TalkSoort.EIND)
    assert after.aan_de_beurt > before[TalkSoort.EIND].aan_de_beurt
