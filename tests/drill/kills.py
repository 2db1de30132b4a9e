"""kill -9 of the server while people type: every answer that was acknowledged stands there afterwards."""

import http.client
import json
import random
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from begeleiders.models import User
from tests.cast import Cast
from tests.drill.browser import StepPage, session_of
from tests.drill.place import WSGI, Server
from tests.drill.world import Place, gesprek_of, places_in

MOST_ACKS = 25  # a server lives for at most so many acknowledged answers before the blow
PATIENCE = 60


@dataclass
class Score:
    """What came of it."""

    kills: int = 0
    acked: int = 0
    cut_off: int = 0
    lost: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    whole: bool = True


class Typist(threading.Thread):
    """Somebody who types in one field without end, and keeps the receipts.

    After a blow a scripted page sends on from where it was; a plain one is loaded again first.
    `lock` is held during each request, so that the judge can look in between.
    """

    def __init__(self, number: int, user: User, place: Place, port: dict[str, int], score: Score) -> None:
        super().__init__(daemon=True)
        self.number, self.place, self.score = number, place, score
        self.page = StepPage(
            lambda: port["now"], session_of(user), place.url, place.veld, scripted=number % 2 == 0
        )
        self.lock, self.stopping = threading.Lock(), threading.Event()
        self.sent = [""]
        self.acked = 0  # the place in `sent` of the last receipt
        self.receipts = 0

    def run(self) -> None:
        while not self.stopping.is_set():
            with self.lock:
                try:
                    self._type()
                except ConnectionRefusedError:
                    pass  # nobody there yet
                except (OSError, http.client.HTTPException):
                    self.score.cut_off += 1
                    if not self.page.scripted:
                        self.page.form = {}
                except RuntimeError as error:
                    self.score.odd.append(str(error))
            time.sleep(random.uniform(0, 0.01))

    def _type(self) -> None:
        if not self.page.opened:
            shown = self.page.open()
            self.judge(shown, "op de pagina")
            return
        self.sent.append(
            f"typist {self.number}, tekst {len(self.sent)}: rustig begonnen, daarna samen verder"
        )
        status = self.page.save(self.sent[-1])
        if status == 200:
            self.acked, self.receipts = len(self.sent) - 1, self.receipts + 1
        else:
            self.score.odd.append(f"bewaren gaf {status}")

    def judge(self, text: str, where: str) -> None:
        """The text must be the last acknowledged one, or one that was sent after it."""
        if text not in self.sent[self.acked :]:
            self.score.lost.append(f"{where}: “{text}” in plaats van “{self.sent[self.acked]}”")


def _stored(database: Path, place: Place) -> str:
    with closing(sqlite3.connect(database)) as line:
        row = line.execute(
            "SELECT waarde FROM checklists_antwoord WHERE invulling_id = ? AND veld = ?",
            (place.gesprek.invulling_id.hex, place.veld),
        ).fetchone()
    return json.loads(row[0]) if row else ""


def _whole(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as line:
        return line.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def _await_receipts(typists: list[Typist], wanted: int) -> None:
    """Until so many more answers were acknowledged, and a moment more: into the middle of the next ones."""
    begin, end = sum(typist.receipts for typist in typists), time.monotonic() + PATIENCE
    while sum(typist.receipts for typist in typists) < begin + wanted:
        if time.monotonic() > end:
            raise RuntimeError("De server bevestigt niets meer.")
        time.sleep(0.001)
    time.sleep(random.uniform(0, 0.03))


def _judge(typists: list[Typist], database: Path, score: Score, port: dict[str, int], next_port: int) -> None:
    for typist in typists:
        typist.lock.acquire()
    for typist in typists:
        typist.judge(_stored(database, typist.place), "in de database")
    if score.kills % 20 == 0:
        score.whole &= _whole(database)
    port["now"] = next_port
    for typist in typists:
        typist.lock.release()


def run(count: int, database: Path, cast: Cast, wsgi: str = WSGI) -> Score:
    """So many blows; while one server is at work, the next one starts up beside it."""
    score, server = Score(), Server(wsgi)
    port = {"now": server.port}
    people = [cast.harold, cast.soraya, cast.harold, cast.soraya]
    places = [place for _ in range(2) for place in places_in(gesprek_of(cast.harold, cast.soraya, cast))[:2]]
    typists = [Typist(i, *pair, port, score) for i, pair in enumerate(zip(people, places, strict=True))]
    following = server
    try:
        server.wait()
        for typist in typists:
            typist.start()
        for score.kills in range(1, count + 1):
            following = Server(wsgi)
            _await_receipts(typists, random.randint(1, MOST_ACKS))
            following.wait()
            server.kill()
            _judge(typists, database, score, port, following.port)
            server = following
    finally:
        for typist in typists:
            typist.stopping.set()
        server.kill()
        following.kill()
    for typist in typists:
        typist.join()
        typist.judge(_stored(database, typist.place), "aan het eind")
    score.whole &= _whole(database)
    score.acked = sum(typist.receipts for typist in typists)
    return score
