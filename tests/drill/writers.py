"""Two people on one answer at the same moment: no edit gets lost."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from checklists.models import Antwoord, Botsing
from tests.cast import Cast
from tests.drill.browser import StepPage, session_of
from tests.drill.place import WSGI, serving
from tests.drill.world import Place, gesprek_of, places_in

ROUNDS_EACH = (
    20  # on one answer, before two fresh pages on another: the first round of each is the first insert
)
SPREAD = 0.008  # seconds between the two saves, at most


@dataclass
class Score:
    """What came of it."""

    rounds: int = 0
    both: int = 0
    lost: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Stand:
    """What is stored for one answer: the current text, and those that lost, by id."""

    text: str
    kept: dict[Any, str]

    @classmethod
    def read(cls, place: Place) -> "Stand":
        """As the database has it now."""
        row = Antwoord.objects.filter(invulling=place.gesprek.invulling_id, veld=place.veld).first()
        kept = Botsing.objects.filter(antwoord=row).values_list("pk", "waarde") if row else ()
        return cls(row.waarde if row else "", dict(kept))


def judge(before: Stand, after: Stand, pages: dict[str, StepPage], score: Score) -> None:
    """An edit is the value or is kept beside it; a text makes way only for somebody whose page showed it."""
    standing = {after.text, *after.kept.values()}
    score.lost += [f"“{text}” is nergens meer" for text in pages if text not in standing]
    changed = [(before.text, after.text)] if before.text != after.text else []
    changed += [
        (text, after.kept.get(pk, "")) for pk, text in before.kept.items() if after.kept.get(pk) != text
    ]
    for old, new in changed:
        if old and (new not in pages or old not in pages[new].seen):
            score.lost.append(f"“{old}” werd overschreven door iemand die het niet zag")
    score.both += len(after.kept) > len(before.kept)


def _round(number: int, place: Place, pages: list[StepPage], pool: ThreadPoolExecutor, score: Score) -> None:
    for page in pages:
        if not page.opened or random.random() < 0.7:
            page.open()
    before, start = Stand.read(place), threading.Barrier(len(pages))
    texts = [f"ronde {number}, schrijver {i}: {random.random()}" for i in range(len(pages))]

    def write(page: StepPage, text: str) -> int:
        start.wait()
        time.sleep(random.uniform(0, SPREAD))
        return page.save(text)

    answers = list(pool.map(write, pages, texts))
    score.odd += [f"bewaren gaf {status}" for status in answers if status not in {200, 409}]
    judge(before, Stand.read(place), dict(zip(texts, pages, strict=True)), score)


def run(count: int, cast: Cast, wsgi: str = WSGI) -> Score:
    """So many rounds against one server."""
    score, people = Score(), [session_of(cast.harold), session_of(cast.soraya)]
    with serving(wsgi) as server, ThreadPoolExecutor(len(people)) as pool:
        for number in range(count):
            if number % ROUNDS_EACH == 0:
                place = random.choice(places_in(gesprek_of(cast.harold, cast.soraya, cast)))
                scripted = random.random() < 0.5
                pages = [
                    StepPage(lambda: server.port, session, place.url, place.veld, scripted=scripted)
                    for session in people
                ]
            score.rounds += 1
            _round(number, place, pages, pool, score)
    return score
