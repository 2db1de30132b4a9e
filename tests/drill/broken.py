"""Servers with one safeguard taken out, for the drill only: it must see that answers get lost.

`tests.drill.broken:unlocked` lets the last writer win; `tests.drill.broken:hasty` says "bewaard" before it is;
`tests.drill.broken:trusting` goes on with what a student once shared.
"""

import threading
from typing import Any

from django.db import connection, transaction

from kansrijk.wsgi import application

LATE = 0.3


def unlocked(environ: Any, start_response: Any) -> Any:
    """Every save counts as one of the page that wrote last: nobody's version is looked at."""
    from checklists.tokens import Page

    Page.turn = lambda self, row: "own"  # type: ignore[method-assign]
    return application(environ, start_response)


def _write_later(save: Any, **what: Any) -> Any:
    with transaction.atomic():
        result = save(**what)
        transaction.set_rollback(True)

    def write() -> None:
        try:
            save(**what)
        finally:
            connection.close()

    threading.Timer(LATE, write).start()
    return result


def hasty(environ: Any, start_response: Any) -> Any:
    """Answers first, and writes a moment later."""
    from collaboration.actions import gesprek

    if not hasattr(gesprek.save_step, "hasty"):
        save = gesprek.save_step

        def save_step(**what: Any) -> Any:
            return _write_later(save, **what)

        save_step.hasty = True  # type: ignore[attr-defined]
        gesprek.save_step = save_step
    return application(environ, start_response)


def trusting(environ: Any, start_response: Any) -> Any:
    """What was shared is remembered, as a cache without an end would: taking back is not looked at."""
    from students import queries_handleiding as queries

    if not hasattr(queries.given_now, "trusting"):
        ask, known = queries.given_now, {}

        def given_now(viewer: Any, student: Any) -> Any:
            key = (viewer.user.pk, student.pk)
            known[key] = set(ask(viewer, student)) or known.get(key, set())
            return {code: row for code, row in queries.now_of(student).items() if code in known[key]}

        given_now.trusting = True  # type: ignore[attr-defined]
        queries.given_now = given_now
    return application(environ, start_response)
