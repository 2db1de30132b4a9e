"""One process with one database; measures what it is told on its standard input, and answers in JSON lines."""

import gc
import json
import sys
import time
from typing import Any

import django


def measure(case: Any, times: int) -> dict[str, float]:
    """Processor time and wall time of one run, in milliseconds, over so many runs in a row."""
    cpu = wall = 0.0
    for _ in range(times):
        ready = case.prepare()
        began, ticked = time.perf_counter(), time.process_time()
        answer = case.run(ready)
        cpu, wall = cpu + time.process_time() - ticked, wall + time.perf_counter() - began
        case.look(answer)
    return {"cpu": 1000 * cpu / times, "wall": 1000 * wall / times}


def queries(case: Any) -> int:
    """How many statements one run asks of the database; BEGIN and COMMIT aside."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ready = case.prepare()
    with CaptureQueriesContext(connection) as asked:
        case.look(case.run(ready))
    verbs = ("SELECT", "INSERT", "UPDATE", "DELETE")
    # Rows that go together read "3 times: INSERT …"
    return sum(row["sql"].rpartition(" times: ")[2].startswith(verbs) for row in asked.captured_queries)


def main() -> None:
    """Serve until the input ends."""
    django.setup()
    from tests.bench.cases import all_cases

    cases, rows = all_cases(json.loads(sys.argv[1]))
    for case in cases.values():
        measure(case, 3)
    told: dict[str, Any] = {"rows": rows, "queries": {name: queries(case) for name, case in cases.items()}}
    gc.collect()
    gc.freeze()
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    for line in sys.stdin:
        name, times = json.loads(line)
        sys.stdout.write(json.dumps(measure(cases[name], times)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
