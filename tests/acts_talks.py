"""The three talks of a stage as people make them: planned, filled in, discussed, agreed to."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from begeleiders.models import User
from checklists.tokens import token_of
from stageplekken.actions import talks as fill
from stageplekken.actions import talks_plan, talks_samen
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort
from stageplekken.models import Stage, Stagegesprek, StagegesprekDeel
from stageplekken.queries import talks as queries
from stageplekken.talks.content import HOE_VERDER, is_scale
from stageplekken.talks.fields import fields_of
from students.access import Viewer
from tests.cast import Cast
from tests.factories import days, viewer


def as_viewer(by: User | Viewer) -> Viewer:
    """The person as the one who looks."""
    return by if isinstance(by, Viewer) else viewer(by)


def plan(by: User | Viewer, stage: Stage) -> dict[TalkSoort, Stagegesprek]:
    """The three talks of a stage, planned."""
    talks = talks_plan.plan(by=as_viewer(by), stage_id=stage.pk)
    return {TalkSoort(talk.soort): talk for talk in talks}


def fresh(talk: Stagegesprek) -> Stagegesprek:
    """The talk as it stands in the database now."""
    return Stagegesprek.objects.select_related("stage__student__klas__school").get(pk=talk.pk)


def deel_of(talk: Stagegesprek, kant: Kant) -> StagegesprekDeel:
    """The part of one side in the present ronde."""
    return queries.delen_of(fresh(talk))[kant]


def posted(deel: StagegesprekDeel, answers: Mapping[str, str]) -> QueryDict:
    """A form as the page sends it, with a token for each field."""
    rows = {row.veld: row for row in deel.invulling.antwoorden.filter(veld__in=list(answers))}
    data = QueryDict(mutable=True)
    for code, value in answers.items():
        data[f"t:{code}"] = token_of(rows[code]) if code in rows else ""
        data[code] = value
    return data


def answer(
    by: User | Viewer, talk: Stagegesprek, kant: Kant, answers: Mapping[str, str], **more: Any
) -> None:
    """Fill in fields of a part."""
    post = posted(deel_of(talk, kant), answers)
    result = fill.save(by=as_viewer(by), talk_id=talk.pk, kant=kant, posted=post, **more)
    assert result.ok, result


def whole(talk: Stagegesprek, kant: Kant, stand: str = "voldoende") -> dict[str, str]:
    """An answer to every required question of a part."""
    deel = deel_of(talk, kant)
    fields = fields_of(deel, queries.grenzen_of(fresh(talk).stage))
    onward = deel.invulling.versie.instrument.veld(HOE_VERDER).opties[0].code
    return {veld.code: stand for veld in fields if is_scale(veld.code)} | {HOE_VERDER: onward}


def ready(
    by: User | Viewer, talk: Stagegesprek, kant: Kant, stand: str = "voldoende", **answers: str
) -> None:
    """Fill in a whole part and make it klaar; `answers` name fields with "_" for "-"."""
    more = {name.replace("_", "-"): value for name, value in answers.items()}
    answer(by, talk, kant, whole(talk, kant, stand) | more)
    fill.finish(by=as_viewer(by), talk_id=talk.pk, kant=kant)


def sides(cast: Cast) -> dict[Kant, User]:
    """Who stands on each side of the stage of Marije."""
    return {Kant.STUDENT: cast.marije_zelf, Kant.PRAKTIJK: cast.melissa, Kant.MENTOR: cast.harold}


def all_ready(cast: Cast, talk: Stagegesprek, stand: str = "voldoende") -> Stagegesprek:
    """All three klaar."""
    for kant, who in sides(cast).items():
        ready(who, talk, kant, stand)
    return fresh(talk)


def discussed(cast: Cast, talk: Stagegesprek, stand: str = "voldoende") -> Stagegesprek:
    """All three klaar, and talked about today."""
    all_ready(cast, talk, stand)
    talks_samen.discuss(by=viewer(cast.harold), talk_id=talk.pk, dag=days(0))
    return fresh(talk)


def seen(talk: Stagegesprek) -> str:
    """What a page that is loaded now shows, as its akkoord sends it."""
    now = fresh(talk)
    return queries.stand_of(now, list(queries.delen_of(now).values()))


def agree(by: User | Viewer, talk: Stagegesprek, kant: Kant) -> Stagegesprek:
    """One akkoord with what stands there now."""
    return talks_samen.agree(by=as_viewer(by), talk_id=talk.pk, kant=kant, gezien=seen(talk))


def fixed(cast: Cast, talk: Stagegesprek, stand: str = "voldoende") -> Stagegesprek:
    """Discussed, and akkoord by all three."""
    discussed(cast, talk, stand)
    for kant in KANTEN:
        agree(sides(cast)[kant], talk, kant)
    return fresh(talk)
