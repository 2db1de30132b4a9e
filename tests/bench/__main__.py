"""`make bench`: ratios against bare Django and bare WeasyPrint, and small against large. Always leaves with 0.

Three processes, one for each database, take turns: never two at work at once, and every ratio comes from one run in
which both sides alternate. Processor time counts, as this is steadier than the clock on a busy machine.
"""

import json
import platform
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from tests.bench.world import LARGE, NAMES, ROOT, SMALL, databases, environment, facts

ROUNDS, TIMES = 40, 3
PDF_ROUNDS = 12


@dataclass(frozen=True)
class Pair:
    """Two cases side by side: (database, case) over (database, case), and how large the ratio may be."""

    label: str
    ours: tuple[int, str]
    other: tuple[int, str]
    target: float
    rounds: int = ROUNDS
    times: int = TIMES


PAIRS = [
    Pair("eerste scherm / kaal Django", (SMALL, "vandaag"), (SMALL, "kaal vandaag"), 2),
    Pair("studentpagina / kaal Django", (SMALL, "student"), (SMALL, "kaal student"), 2),
    Pair("klas met uren / kaal Django", (SMALL, "klas"), (SMALL, "kaal klas"), 2),
    Pair("aanvragen / kaal Django", (SMALL, "aanvragen"), (SMALL, "kaal aanvragen"), 2),
    Pair("bewaren / één rij schrijven", (SMALL, "bewaren"), (SMALL, "kaal bewaren"), 2),
    Pair("verslag / kaal WeasyPrint", (SMALL, "verslag"), (SMALL, "kaal verslag"), 1.15, PDF_ROUNDS, 1),
    Pair("verslag / warm WeasyPrint", (SMALL, "verslag"), (SMALL, "warm verslag"), 1.15, PDF_ROUNDS, 1),
    *(
        Pair(f"{page}, {LARGE} / {SMALL} studenten", (LARGE, page), (SMALL, page), 1.5)
        for page in ("vandaag", "student", "studenten", "gesprekken", "klas", "uren", "aanvragen")
    ),
    *(
        Pair(f"{page}, {NAMES} / {SMALL} studenten", (NAMES, page), (SMALL, page), 1.5)
        for page in ("zoeken", "zoeken, beheerder", "vandaag", "mijn pagina", "team")
    ),
]


class Worker:
    """The other end of tests.bench.worker."""

    def __init__(self, students: int) -> None:
        database = databases()[students]
        command = [sys.executable, "-m", "tests.bench.worker", json.dumps(facts(database))]
        self.process = subprocess.Popen(  # noqa: S603
            command,
            cwd=ROOT,
            env=environment(database),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.told = self._read()

    def _read(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("De meting kwam niet op gang.")
        return json.loads(line)

    def measure(self, case: str, times: int) -> tuple[float, float]:
        """Milliseconds of processor and of the clock."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([case, times]) + "\n")
        self.process.stdin.flush()
        answer = self._read()
        return answer["cpu"], answer["wall"]

    def stop(self) -> None:
        """Let it end by itself."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def _line(pair: Pair, workers: dict[int, Worker]) -> str:
    ours: list[tuple[float, float]] = []
    other: list[tuple[float, float]] = []
    for turn in range(pair.rounds):
        sides = [(ours, pair.ours), (other, pair.other)]
        for found, (students, case) in sides if turn % 2 else sides[::-1]:
            found.append(workers[students].measure(case, pair.times))
    cpu, wall = _medians(ours)
    bare_cpu, bare_wall = _medians(other)
    asked = " / ".join(
        str(workers[students].told["queries"][case]) for students, case in (pair.ours, pair.other)
    )
    verdict = "gehaald" if cpu / bare_cpu <= pair.target else "boven het doel"
    return (
        f"{pair.label:<40} {cpu:8.1f} {bare_cpu:8.1f} {cpu / bare_cpu:7.2f} {wall / bare_wall:7.2f} "
        f"{pair.target:>6}  {asked:<9} {verdict}"
    )


def _medians(samples: list[tuple[float, float]]) -> tuple[float, float]:
    return median(cpu for cpu, _ in samples), median(wall for _, wall in samples)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure everything and print the table."""
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "-v", "0"]
    subprocess.run(collect, cwd=ROOT, env=environment(databases()[SMALL]), check=True)  # noqa: S603
    workers = {students: Worker(students) for students in (SMALL, LARGE, NAMES)}
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    _say(f"{date.today()}, {versions}; mediaan van {ROUNDS} rondes om en om")
    _say(f"rijen: {', '.join(f'{name} {count}' for name, count in workers[SMALL].told['rows'].items())}")
    _say(f"{'':<40} {'ms cpu':>8} {'tegen':>8} {'cpu x':>7} {'klok x':>7} {'doel':>6}  query's")
    for pair in PAIRS:
        _say(_line(pair, workers))
    for worker in workers.values():
        worker.stop()


if __name__ == "__main__":
    main()
