"""`make drill`: kills, two writers, twenty who take one request, and a text that is taken back, each with its control.

Leaves with 1 at a fault.
python -m tests.drill [--kills N] [--rounds N] [--takes N] [--looks N] [--sqlite]     fewer of them; without PostgreSQL
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.drill.place import ROOT, own_place

CONTROL_KILLS, CONTROL_ROUNDS, PARTS_AWAY, CONTROL_TAKES, CONTROL_LOOKS = 10, 40, 4, 20, 200


def _say(text: str, faults: list[str] | None = None) -> bool:
    """One line of figures, and below it the first faults; whether there are none."""
    lines = [text, *(f"    {fault}" for fault in (faults or [])[:5])]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    return not faults


def _database() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
    return f"PostgreSQL {connection.pg_version // 10000}"  # type: ignore[attr-defined]


def kills(count: int, folder: Path) -> bool:
    """The server dies while people type; then once more with a server that answers too early."""
    from tests.drill import kills as drill
    from tests.drill.world import the_cast

    database, began = folder / "kansrijk.sqlite3", time.monotonic()
    score = drill.run(count, database, the_cast())
    good = _say(
        f"kill -9 tijdens het bewaren ({_database()}): {score.kills} keer, {score.acked} antwoorden bevestigd, "
        f"{score.cut_off} verzoeken afgebroken; {len(score.lost)} bevestigde antwoorden weg, database "
        f"{'heel' if score.whole else 'beschadigd'} ({time.monotonic() - began:.0f} s)",
        score.lost + score.odd + ([] if score.whole else ["integrity_check is niet ok"]),
    )
    control = drill.run(min(count, CONTROL_KILLS), database, the_cast(), wsgi="tests.drill.broken:hasty")
    _say(
        f"  controle: server die te vroeg ja zegt, {control.kills} keer: {len(control.lost)} keer verlies gezien"
    )
    return good and bool(control.lost)


def rounds(count: int) -> bool:
    """Two writers at once; then with a server that looks at no version."""
    from tests.drill import writers as drill
    from tests.drill.world import the_cast

    began = time.monotonic()
    score = drill.run(count, the_cast())
    good = _say(
        f"twee schrijvers op één antwoord ({_database()}): {score.rounds} keer, {2 * score.rounds} teksten, "
        f"{score.both} keer twee teksten naast elkaar; {len(score.lost)} verloren ({time.monotonic() - began:.0f} s)",
        score.lost + score.odd,
    )
    control = drill.run(min(count, CONTROL_ROUNDS), the_cast(), wsgi="tests.drill.broken:unlocked")
    _say(f"  controle: zonder slot {control.rounds} keer: {len(control.lost)} verloren")
    return good and bool(control.lost)


def mail(count: int) -> bool:
    """The worker dies while mails leave; then one without a sweeper, and one whose hold is too short."""
    from tests.drill import mail as drill

    began = time.monotonic()
    score = drill.run(count)
    good = _say(
        f"mail met een werker die omvalt ({_database()}): {score.mails} mails, {score.kills} keer omgevallen, "
        f"{PARTS_AWAY} keer geen mailserver; {len(score.lost)} verloren, {score.doubles} dubbel door omvallen, "
        f"{score.refused} voorgoed geweigerd; klaarzetten p95 {score.slowest:.0f} ms "
        f"({time.monotonic() - began:.0f} s)",
        score.lost + score.twice + score.odd,
    )
    few = min(count, CONTROL_KILLS)
    nobody = drill.run(few, WERK={"sweep": 10_000})
    hasty = drill.run(0, POST={"answer": 0.03, "pauses": [0.1]})
    _say(f"  controle: zonder veger {len(nobody.lost)} verloren; wie te kort wacht {len(hasty.twice)} dubbel")
    return good and bool(nobody.lost) and bool(hasty.twice)


def takes(count: int) -> bool:
    """Twenty zorgcoördinatoren take one request at once; then with the lock taken out."""
    from tests.drill import take as drill

    drill.make_room(drill.PEOPLE)
    began, place = time.monotonic(), drill.office()
    score = drill.run(count, place)
    good = _say(
        f"{len(place.people)} zorgcoördinatoren pakken één aanvraag op ({_database()}): {score.rounds} keer, "
        f"{score.refused} keer was een ander eerder; {len(score.faults)} keer niet precies één eigenaar "
        f"({time.monotonic() - began:.0f} s)",
        score.faults,
    )
    with drill.without_lock():
        control = drill.run(min(count, CONTROL_TAKES), place)
    _say(f"  controle: zonder slot {control.rounds} keer: {len(control.faults)} keer twee eigenaren gezien")
    return good and bool(control.faults)


def looks(count: int) -> bool:
    """A praktijkbegeleider reads while the student takes the part back; then with a server that remembers."""
    from tests.drill import withdraw as drill
    from tests.drill.world import the_cast

    began = time.monotonic()
    score = drill.run(count, the_cast())
    good = _say(
        f"teruggenomen tijdens het lezen ({_database()}): {score.requests} verzoeken, {score.before} begonnen ervoor, "
        f"{score.during} erin, {score.after} erna; {len(score.faults)} van die erna kregen de tekst "
        f"({time.monotonic() - began:.0f} s)",
        score.faults + score.odd,
    )
    control = drill.run(
        min(count, CONTROL_LOOKS), the_cast(), "tests.drill.broken:trusting", lambda score: bool(score.faults)
    )
    _say(
        f"  controle: wie onthoudt wat gedeeld was, {control.requests} verzoeken: {len(control.faults)} keer gezien"
    )
    return good and bool(control.faults)


def _on_postgres(count: int, taken: int, looked: int) -> bool:
    here = ["bash", "-c", ". scripts/lib.sh; find_postgres >/dev/null"]
    if subprocess.run(here, cwd=ROOT).returncode:  # noqa: S603
        _say("PostgreSQL is hier niet; dat deel sla ik over.")
        return True
    command = [
        "scripts/with_postgres",
        sys.executable,
        "-m",
        "tests.drill",
        "--kills",
        "0",
        "--rounds",
        str(count),
        "--takes",
        str(taken),
        "--looks",
        str(looked),
    ]
    return subprocess.run([*command, "--inside"], cwd=ROOT).returncode == 0  # noqa: S603


def main() -> int:
    """Everything that was asked for, one after the other."""
    parser = argparse.ArgumentParser(prog="make drill")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--takes", type=int, default=200)
    parser.add_argument("--looks", type=int, default=1000)
    parser.add_argument("--sqlite", action="store_true", help="without PostgreSQL")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # being stopped, it takes its servers along
    if not args.inside:
        os.environ.pop("DATABASE_URL", None)
    good = []
    with own_place() as folder:
        if args.kills:
            good.append(kills(args.kills, folder))
            good.append(mail(args.kills))
        if args.rounds:
            good.append(rounds(args.rounds))
        if args.takes:
            good.append(takes(args.takes))
        if args.looks:
            good.append(looks(args.looks))
    if (args.rounds or args.takes or args.looks) and not (args.sqlite or args.inside):
        good.append(_on_postgres(args.rounds, args.takes, args.looks))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
