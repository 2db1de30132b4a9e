"""What grew since the talk before: by side and by question, in steps of the scale."""

from collections.abc import Mapping
from typing import Any

from stageplekken.enums.talks import GROEI, KANTEN, TalkSoort
from stageplekken.models import Stagegesprek
from stageplekken.queries import talks as queries
from stageplekken.talks import content as talkcontent

WHEN = {TalkSoort.START: "bij de start", TalkSoort.TUSSEN: "halverwege"}


def step(before: object, now: object) -> int:
    """How many steps an answer went up (negative: down); 0 where one of the two says nothing about growth."""
    order = [one.value for one in GROEI]
    if before not in order or now not in order:
        return 0
    return order.index(str(now)) - order.index(str(before))


def steps(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, int]:
    """The steps by question of the scale, without those that stayed."""
    found = {code: step(before.get(code), value) for code, value in now.items() if talkcontent.is_scale(code)}
    return {code: count for code, count in found.items() if count}


def growth_of(talk: Stagegesprek) -> int | None:
    """Steps up less steps down over the three views, against the talk before; None where there is none."""
    earlier = queries.earlier_delen(talk, KANTEN)
    if not earlier:
        return None
    delen = {kant: deel for kant, deel in queries.delen_of(talk).items() if deel.klaar_op}
    answers = queries.answers_of([*delen.values(), *(deel for _, deel in earlier.values())])
    return sum(
        sum(steps(answers.get(deel.invulling_id, {}), answers.get(delen[kant].invulling_id, {})).values())
        for kant, (_, deel) in earlier.items()
        if kant in delen
    )
