"""kill -9 of the worker while mails leave, with a mail server that is slow, away, and refuses some: nothing is lost."""

import random
import statistics
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from email.message import EmailMessage
from itertools import pairwise
from typing import Any

from kern.models import Bericht
from kern.post import link, post
from tests.harness.mailserver import MailServer, wait_for
from tests.harness.werk import WerkProcess

A_KILL = 5  # mails that are asked for between two blows
HANDS = 2
PARTS = 4  # between them, the mail server is away
GONE = "weg@leerbedrijf.example"
# A mail that was taken so long before a blow (or a blink after it: the server counts by itself) may come twice.
WINDOW = (-2.0, 0.2)
PATIENCE = 60
Staat = Bericht.Staat


@dataclass
class Score:
    """What came of it; `doubles` are those that a blow explains."""

    mails: int = 0
    kills: int = 0
    doubles: int = 0
    refused: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)  # and nothing explains it
    odd: list[str] = field(default_factory=list)
    posting: list[float] = field(default_factory=list)

    @property
    def slowest(self) -> float:
        """The 95th percentile of what putting a mail in the outbox cost who asked, in milliseconds."""
        return statistics.quantiles(self.posting, n=20)[-1] * 1000


class Round:
    """One run: the mails that were asked for, the copies that came in, the blows that fell."""

    def __init__(self, changes: dict[str, Any]) -> None:
        self.changes = changes
        self.server = MailServer(slow=0.02, gone={GONE}, on_data=self._came)
        self.rows: list[Bericht] = []
        self.came: dict[str, list[tuple[float, bytes]]] = defaultdict(list)
        self.blows: list[float] = []
        self.score, self.lock = Score(), threading.Lock()

    def _came(self, mail: EmailMessage) -> None:
        with self.lock:
            self.came[str(mail["Message-ID"])].append((time.monotonic(), mail.as_bytes()))
        time.sleep(random.uniform(0, 0.05))

    def ask(self, count: int) -> None:
        """Put so many mails in the outbox."""
        for _ in range(count):
            name = f"nummer-{len(self.rows)}@leerbedrijf.example"
            if len(self.rows) % 10 == 3:
                self.server.later[name] = 1
            began = time.monotonic()
            self.rows.append(
                post(
                    to=GONE if len(self.rows) % 10 == 7 else name,
                    onderwerp="Er is iets nieuws",
                    sjabloon="melding",
                    context={"url": link("/")},
                )
            )
            self.score.posting.append(time.monotonic() - began)

    def worker(self) -> WerkProcess:
        """A worker that starts up."""
        return WerkProcess(self.server.port, HANDS, **self.changes)

    def kill(self, count: int) -> None:
        """So many blows; while one worker is at work, the next one starts up beside it. The last one stays."""
        parts = [count // PARTS + (part < count % PARTS) for part in range(PARTS)]
        werk = following = self.worker()
        try:
            for blows in parts:
                with self.server.running():
                    for _ in range(blows):
                        following, before = self.worker(), len(self.came)
                        self.ask(A_KILL)
                        wait_for(lambda enough=before + A_KILL - 1: len(self.came) >= enough, PATIENCE)
                        time.sleep(random.uniform(0, 0.3))
                        werk.kill()
                        self.blows.append(time.monotonic())
                        werk = following
                self.ask(A_KILL)
                wait_for(self._in_vain, PATIENCE)
            with self.server.running():
                self._settle()
        finally:
            werk.kill()
            following.kill()

    def _in_vain(self) -> bool:
        """Whether somebody tried to send what was asked for last, with nobody at home."""
        late = [row.pk for row in self.rows[-A_KILL:]]
        return Bericht.objects.filter(pk__in=late, pogingen__gte=1, staat=Staat.WACHT).exists()

    def _settle(self) -> None:
        still = Bericht.objects.filter(staat__in=(Staat.WACHT, Staat.BEZIG))
        try:
            wait_for(lambda: not still.exists(), 15 if self.changes else PATIENCE + len(self.rows) / 10)
        except AssertionError:
            self.score.odd.append(f"{still.count()} mails zijn niet klaar gekomen")

    def judge(self, states: dict[Any, str]) -> Score:
        """Every mail there, a second copy only where a blow explains it. In: the state of each row of the outbox."""
        score = self.score
        score.mails, score.kills = len(self.rows), len(self.blows)
        for row in self.rows:
            copies = self.came[row.message_id]
            if row.aan == GONE:
                score.refused += states[row.pk] == Staat.GEWEIGERD and not copies
            elif not copies:
                score.lost.append(f"mail {row.pk} kwam niet aan: {states[row.pk]}")
            for before, copy in pairwise(copies):
                if before[1] != copy[1]:
                    score.odd.append(f"mail {row.pk} kwam twee keer, maar niet gelijk")
                elif self._explained(before[0]):
                    score.doubles += 1
                else:
                    score.twice.append(f"mail {row.pk} kwam twee keer, en niemand viel om")
        if score.doubles > score.kills * HANDS:
            score.odd.append("meer dubbele mails dan er handen waren")
        if score.refused != sum(row.aan == GONE for row in self.rows):
            score.odd.append("een geweigerde mail staat niet als geweigerd")
        return score

    def _explained(self, moment: float) -> bool:
        return any(WINDOW[0] <= moment - blow <= WINDOW[1] for blow in self.blows)


def run(kills: int, **changes: dict[str, Any]) -> Score:
    """So many blows on an empty outbox; `changes` are other values for POST and WERK of the settings."""
    Bericht.objects.all().delete()
    round_ = Round(changes)
    round_.kill(kills)
    return round_.judge(dict(Bericht.objects.values_list("pk", "staat")))
